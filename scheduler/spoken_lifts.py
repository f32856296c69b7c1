"""Who drives whom to a session, in words."""

from collections.abc import Iterator, Sequence

from scheduler.people import Person
from scheduler.plan import Coming
from scheduler.programme import Programme, Project


def lifts_told(
    programme: Programme, project: Project, coming: Sequence[Coming], *, to: str = ""
) -> Iterator[str]:
    """Say who drives whom, a sentence each, in the order in which lifts were entered.

    Parameters
    ----------
    to
        Code of whom it is told, who hears of their own lifts only; everybody's if empty.
    """
    labels = {person.code: person.label for person in programme.people}
    ridden = {(one.way.driver, one.person) for one in coming}
    for lift in project.lifts:
        pair = (lift.driver, lift.driven)
        if pair in ridden and (not to or to in pair):
            driven = "you" if lift.driven == to else labels[lift.driven]
            drives = "You drive" if lift.driver == to else f"{labels[lift.driver]} drives"
            far = "there and home" if lift.back else "there"
            yield f"{drives} {driven} {far}."


def waits_for(driver: Person) -> str:
    """Say that somebody's coming hangs on a driver of whom it is not known whether they can."""
    return f"Whether {driver.label}, who would drive, can come is not known yet."
