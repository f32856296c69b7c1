"""Hours that go by days nobody has told for where somebody lives: said before anything is planned.

Until they are told, nobody knows when such hours hold, and every session they may touch is a
question.
"""

from collections.abc import Iterator

from scheduler.named_days import LONG_AGO, days_by_name, names_in, untold_in
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.spoken_days import spoken_day


def untold_days(programme: Programme) -> Iterator[str]:
    """Give a sentence for everybody whose hours go by days that nobody told for their area."""
    for person in programme.people if programme.named_days else ():
        areas = programme.areas_of(person.home)
        for name in untold_in(_hours(person), programme.named_days, areas):
            says = f'Nobody has told when "{name}" is where {person.label} lives.'
            do = 'Tell it under named_days, with the council as its "area".'
            yield f"{says} Until then every session that hangs on it is a question to them. {do}"


def workers_not_known(programme: Programme) -> Iterator[str]:
    """Give a sentence for every worker whose hours go by days not known to the programme's end."""
    by_name = days_by_name(programme.named_days, frozenset())
    for worker in programme.workers if by_name else ():
        names = dict.fromkeys(name for text in worker.hours for name in names_in(text))
        keys = {name: " ".join(name.casefold().split()) for name in names}
        known = {name: by_name[key].is_known_until for name, key in keys.items() if key in by_name}
        for name, until in known.items():
            if until < programme.last_day:
                to = "for no day" if until == LONG_AGO else f"only to {spoken_day(until)}"
                says = f'When "{name}" is, by which {worker.label} works, is known {to}.'
                later = "Later they are booked only if nobody else can be, and asked"
                yield f"{says} {later}: tell it under named_days."


def _hours(person: Person) -> tuple[str, ...]:
    times = person.times
    by_times = (times.free, times.work, times.job_hours, times.care, times.if_need_be, times.best)
    return tuple(text for texts in (*by_times, person.childcare.minded) for text in texts)
