"""Hours that go by days nobody has told for where somebody lives: said before anything is planned.

Until they are told, nobody knows when such hours hold, and every session they may touch is a
question.
"""

from collections.abc import Iterator

from scheduler.named_days import untold_in
from scheduler.people import Person
from scheduler.programme import Programme


def untold_days(programme: Programme) -> Iterator[str]:
    """Give a sentence for everybody whose hours go by days that nobody told for their area."""
    for person in programme.people if programme.named_days else ():
        areas = programme.areas_of(person.home)
        for name in untold_in(_hours(person), programme.named_days, areas):
            says = f'Nobody has told when "{name}" is where {person.label} lives.'
            do = 'Tell it under named_days, with the council as its "area".'
            yield f"{says} Until then every session that hangs on it is a question to them. {do}"


def _hours(person: Person) -> tuple[str, ...]:
    times = person.times
    by_times = (times.free, times.work, times.job_hours, times.care, times.if_need_be, times.best)
    return tuple(text for texts in (*by_times, person.childcare.minded) for text in texts)
