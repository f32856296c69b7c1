"""Lifts: between two members, each pair once, as long as there are few enough to weigh."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from scheduler.files.findings import Finding, Path, suggestion
from scheduler.lifts import Lift
from scheduler.people import Person
from scheduler.programme import Programme, Project

MOST_LIFTS: Final = 6
"""How many lifts of one project can be weighed: each may be taken or not, at every session."""


def lift_faults(programme: Programme) -> Iterator[Finding]:
    """Find lifts that cannot be: strangers, drivers without a car, pairs told twice, too many."""
    people = {person.code: person for person in programme.people}
    for p, project in enumerate(programme.projects):
        path = ("projects", p, "lifts")
        for n, lift in enumerate(project.lifts):
            yield from _of_people((*path, n), lift, project)
            yield from _of_driver((*path, n), lift, people)
        yield from _together(path, project)


def _of_people(path: Path, lift: Lift, project: Project) -> Iterator[Finding]:
    for name, code in (("driver", lift.driver), ("driven", lift.driven)):
        if code not in project.members:
            remedy = f"is not in this group; {suggestion(code, project.members)}"
            yield Finding((*path, name), code, remedy)
    if lift.driver == lift.driven:
        yield Finding((*path, "driven"), lift.driven, "drives already; name whom they drive")
    pair = (lift.driver, lift.driven)
    if not {*pair} <= {*project.members}:
        return  # Who else could have agreed is known once both codes are right.
    for number, code in enumerate(lift.agreed_by):
        if code not in pair:
            remedy = f"is not one of the two; {suggestion(code, pair)}"
            yield Finding((*path, "agreed_by", number), code, remedy)


def _of_driver(path: Path, lift: Lift, people: dict[str, Person]) -> Iterator[Finding]:
    driver = people.get(lift.driver)
    if driver is not None and driver.travel.car.is_no:
        remedy = "has no car to drive (`travel.car` is no); correct one of the two"
        yield Finding((*path, "driver"), lift.driver, remedy)


def _together(path: Path, project: Project) -> Iterator[Finding]:
    met: Counter[tuple[str, str]] = Counter()
    seats: dict[str, int] = {}
    for n, lift in enumerate(project.lifts):
        met[lift.driver, lift.driven] += 1
        if met[lift.driver, lift.driven] > 1:
            yield Finding((*path, n, "driven"), lift.driven, "is told of already; keep one of them")
        told = seats.setdefault(lift.driver, lift.seats)
        if told != lift.seats:
            remedy = f"is {told} in another lift of theirs; a driver has as many seats in each"
            yield Finding((*path, n, "seats"), str(lift.seats), remedy)
    if len(project.lifts) > MOST_LIFTS:
        remedy = f"lifts are more than can be weighed; keep the {MOST_LIFTS} that matter most"
        yield Finding(path, str(len(project.lifts)), remedy)
