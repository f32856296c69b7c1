"""Taxis to order before a session: what they cost, who pays ahead, and what nobody has said yet."""

from collections.abc import Iterator, Sequence

from scheduler.ahead import Ahead
from scheduler.fares import is_fare_known
from scheduler.plan import Coming, Task
from scheduler.sentences import counted, pounds
from scheduler.spoken_days import spoken_day
from scheduler.workers import Worker


def taxis_ordered(ahead: Ahead, team: Sequence[Worker]) -> Iterator[Task]:
    """Give the tasks to order taxis, those for wheelchairs by name: one task for each order."""
    fetched = {each.code for each in ahead.programme.group(ahead.project) if each.is_fetched}
    by_taxi = [one for one in ahead.coming if one.way.by == "taxi"]
    yield from _ordered(ahead, [one for one in by_taxi if one.person not in fetched])
    taxis = [worker for worker in team if worker.is_vehicle]
    yield from _booked(ahead, taxis, [one for one in by_taxi if one.person in fetched])


def _booked(ahead: Ahead, taxis: Sequence[Worker], riding: Sequence[Coming]) -> Iterator[Task]:
    """Give a task for each wheelchair taxi: it tells what is known of the fares as well."""
    for taxi in taxis:
        roles = " and ".join(taxi.roles)
        what = f"Book {taxi.label} ({roles}), for the fetching and the way home as well"
        paid = f", {_paid_ahead(ahead)}{_for_all(taxis, riding)}" if riding else "."
        yield Task(due=ahead.due(taxi.notice_days), what=what + paid, phone=taxi.phone)


def _for_all(taxis: Sequence[Worker], riding: Sequence[Coming]) -> str:
    """Return what wheelchair taxis cost, and what to ask when they are booked."""
    together = f" for all {len(taxis)} wheelchair taxis" if len(taxis) > 1 else ""
    if not all(is_fare_known(one.way) for one in riding):
        return ". Ask what it costs: nobody has said yet."
    pence = sum(one.way.pence for one in riding) + sum(t.session_pence or 0 for t in taxis)
    if any(one.way.estimated for one in riding):
        return f": about {pounds(pence)}{together}, a guess. Ask what it costs."
    return f": {pounds(pence)}{together}."


def _ordered(ahead: Ahead, riding: Sequence[Coming]) -> Iterator[Task]:
    """Give the task to order taxis with what they cost, and to ask where nobody knows that."""
    if not riding:
        return
    ordered = f"Order {counted(len(riding), 'taxi')} there and back, {_paid_ahead(ahead)}"
    pence = sum(one.way.pence for one in riding)
    guessed = [one.way.pence for one in riding if one.way.estimated and one.way.fare_known]
    if guessed:
        yield _guess_asked(ahead, guessed)
    unpriced = [one for one in riding if not is_fare_known(one.way)]
    if unpriced:
        yield from (_fare_asked(ahead, one.person) for one in unpriced)
        yield Task(due=ahead.due(0), what=f"{ordered}.")
    elif guessed:
        yield Task(due=ahead.due(0), what=f"{ordered}: about {pounds(pence)}, an estimate.")
    else:
        yield Task(due=ahead.due(0), what=f"{ordered}: {pounds(pence)}.")


def _paid_ahead(ahead: Ahead) -> str:
    return f"paid ahead by {ahead.programme.organiser or 'the organiser'}"


def _guess_asked(ahead: Ahead, guessed: Sequence[int]) -> Task:
    """Return the task to ask the firm what was only guessed."""
    many, day = counted(len(guessed), "taxi"), spoken_day(ahead.start.date())
    what = (
        f"Ask the taxi firm what {many} there and back {'costs' if len(guessed) == 1 else 'cost'}"
    )
    about = f"about {pounds(sum(guessed))} is only a guess"
    return Task(due=ahead.programme.planning_day, what=f"{what} on {day}: {about}.")


def _fare_asked(ahead: Ahead, code: str) -> Task:
    """Return the task to ask what one taxi costs: for whom, and from where to where."""
    programme = ahead.programme
    person = next(each for each in programme.group(ahead.project) if each.code == code)
    place = programme.place(person.home) if person.home else None
    home = (place.name or person.home) if place else person.home or "home"
    way = f"from {home} to {ahead.venue.label} and back, for {person.label}"
    asks = f"What does a taxi cost {way}? Ask first: nobody has said yet."
    return Task(due=programme.planning_day, what=asks)
