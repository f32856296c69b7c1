"""What could be held: exactly the candidates nothing closes and the right people can come to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import pytest

from constraints import registry
from scheduler.columns import Columns, columns_of
from scheduler.constraint import Constraint, Degree, Objection
from scheduler.grid import grid_for
from scheduler.in_force import in_force
from scheduler.people import Person, Times
from scheduler.programme import Programme
from scheduler.samples import HALL, on
from scheduler.screen import screen
from scheduler.ties import Ties
from tests.random_projects import a_project
from tests.scheduler.summer import (
    SESSION,
    away,
    fortnight,
    set_to,
    with_person,
)


def columns(programme: Programme, *more: Constraint) -> Columns:
    """Return the open candidates of the only session of a programme."""
    (project,) = programme.projects
    rules = (*in_force(registry(), programme, project), *more)
    ties = Ties()
    for rule in rules:
        rule.couple(ties)
    return columns_of(screen(grid_for(programme, project, project.sessions[0]), rules), rules, ties)


def days(found: Columns) -> list[int]:
    """Return the days of the month of each candidate, in order."""
    return [found.grid.starts[start].day for start in found.start]


def one_hall(**given: object) -> Programme:
    """Return the fortnight from Monday 7 June 2027 with one hall."""
    return fortnight(venues=(HALL,), **given)


def test_every_candidate_nothing_closes_is_there() -> None:
    assert days(columns(one_hall())) == list(range(7, 21))


def test_what_is_closed_for_everybody_is_not() -> None:
    programme = one_hall(dates_to_avoid=away("Tuesday 8 June 2027", "Sunday 20 June 2027").away)

    assert days(columns(programme)) == [7, *range(9, 20)]


def test_what_too_few_can_come_to_is_not() -> None:
    programme = one_hall()
    for code in ("una", "flora", "rory"):
        programme = with_person(code, programme, times=away("Wednesday 9 June 2027"))

    assert days(columns(programme)) == [7, 8, *range(10, 21)]


def test_a_promised_session_is_there_whatever_closes_it() -> None:
    booked = {"state": "booked", "day": on("Tuesday 8 June 2027"), "start": "11:00", "venue": "inn"}

    found = columns(fortnight(SESSION.model_copy(update=booked)))

    assert (days(found), found.grid.venues[found.venue[0]].code) == ([8], "inn")


def test_who_is_able_and_sure_is_told_person_by_person() -> None:
    programme = with_person("una", one_hall(), times=away("Monday 7 June 2027"))
    programme = with_person("flora", programme, times=Times())

    found = columns(programme)

    people = [person.code for person in found.grid.people]
    assert people == ["ishbel", "una", "flora", "mairi", "rory", "neil"]
    assert found.able[0].tolist() == [True, False, True, True, True, True]
    assert found.sure[0].tolist() == [True, False, False, True, True, True]
    assert found.put_to_it[1].tolist() == [0, 0, 1, 0, 0, 0]


def test_journeys_are_told_person_by_person() -> None:
    near = 10
    programme = with_person(
        "flora",
        one_hall(),
        travel=one_hall().people[2].travel.model_copy(update={"comfortable_minutes": 30}),
    )

    found = columns(programme)

    assert found.minutes[0].tolist() == [near, near, 38, near, 38, near]
    assert found.bad[0].tolist() == [False, False, True, False, False, False]
    assert (found.fares[0] > 0).tolist() == [False, False, True, False, True, False]


def test_ties_read_the_day_the_weekday_the_minute_and_the_venue() -> None:
    found = columns(fortnight())
    first = (int(found.reading(by)[0]) for by in ("day", "weekday", "minute", "venue"))

    assert tuple(first) == (on("Monday 7 June 2027").toordinal(), 0, 11 * 60, 0)
    assert found.reading("venue").max() == 4


def test_of_no_candidate_nothing_is_read() -> None:
    found = columns(one_hall(dates_to_avoid=(_all_june(),)))

    assert len(found) == 0
    assert [len(found.reading(by)) for by in ("day", "weekday", "minute", "venue")] == [0] * 4


def _all_june() -> object:
    (spell,) = away("Tuesday 1 June 2027").away
    return spell.model_copy(update={"last": on("Wednesday 30 June 2027")})


@dataclass(frozen=True)
class BothSisters(Constraint):
    """A constraint for these tests.

    From the second week on, Una and Flora come together or not at all.
    """

    title: ClassVar[str] = "Let sisters come together"

    def check(self, present: tuple[Person, ...], day: date) -> Objection | None:
        """Object where one of them is there alone in the second week."""
        there = {person.code for person in present} & {"una", "flora"}
        alone = len(there) == 1 and day > on("Sunday 13 June 2027")
        return Objection(Degree.NEVER, "One sister would be alone.") if alone else None


def test_a_rule_about_company_may_ask_about_the_day_as_well() -> None:
    programme = with_person(
        "una", one_hall(), times=away("Wednesday 9 June 2027", "Wednesday 16 June 2027")
    )

    found = columns(programme, BothSisters())

    assert days(found) == [*range(7, 16), *range(17, 21)]


@pytest.mark.parametrize("number", range(0, 40, 4))
def test_columns_leave_out_exactly_what_a_plain_check_forbids(number: int) -> None:
    programme = set_to("balance", {"stand_down": False}, a_project(number, sessions=1))
    (project,) = programme.projects
    rules = in_force(registry(), programme, project)
    grid = grid_for(programme, project, project.sessions[0])

    found = columns_of(screen(grid, rules), rules, Ties())

    pairs = set(zip(found.start.tolist(), found.venue.tolist(), strict=True))
    every = {(s, v) for s in range(len(grid.starts)) for v in range(len(grid.venues))}
    assert pairs == {(s, v) for s, v in every if _may_be_held(programme, rules, (s, v))}


def _may_be_held(
    programme: Programme, rules: Iterable[Constraint], candidate: tuple[int, int]
) -> bool:
    """Say whether a session may be held when everybody able comes, each rule asked one by one."""
    (project,) = programme.projects
    grid = grid_for(programme, project, project.sessions[0])
    start, venue = candidate
    able, sure = list(grid.people), list(grid.people)
    for rule in (each for each in rules if each.is_screened()):
        for p, person in enumerate(grid.people):
            at_cell = {"start": start, "venue": venue, "person": p}
            objection = rule.check(**grid.arguments(rule.asks_for(), at_cell))
            degree = 0 if objection is None else objection.degree
            if degree == Degree.RIGHT or (degree == Degree.NEVER and not rule.reads_person()):
                return False
            if rule.reads_person() and degree == Degree.NEVER and person in able:
                able.remove(person)
            # What a right asks of a room is asked for everybody, and leaves all of them sure.
            asks = degree == Degree.UNKNOWN and not rule.asks_for_all()
            if rule.reads_person() and asks and person in sure:
                sure.remove(person)
    present = tuple(person for person in able if person in sure)
    together = (rule for rule in rules if "present" in rule.asks_for())
    given = {"present": present, "group": grid.people, "session": grid.session, "project": project}
    said = (rule.check(**{name: given[name] for name in rule.asks_for()}) for rule in together)
    return all(objection is None or objection.degree < Degree.NEVER for objection in said)
