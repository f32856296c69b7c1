"""Whose limits shaped a plan and who bent, counted on a programme small enough to count by hand."""

from dataclasses import astuple

import pytest

from constraints import registry
from scheduler.calendars.from_plan import PlanCalendars
from scheduler.equity import Booked, Described, Equity, Part, equity, role_of
from scheduler.files.saving import json_text
from scheduler.people import Person
from scheduler.places_to_fill import PlaceToFill
from scheduler.programme import Programme
from scheduler.samples import ISHBEL
from tests.conftest import ROOT
from tests.scheduler.summer import (
    NEIL,
    ONCE,
    SUMMER,
    away,
    planned,
    told,
    with_person,
    with_project,
)

FREE_IN_MAY = told(free=("Mon-Fri 09:00-13:00",))
DAY = "Monday 10 May 2027"


def report(programme: Programme) -> Equity:
    """Return the report on the plan of a programme."""
    return equity(programme, planned(programme), registry())


def part(found: Equity, role: str) -> Part:
    """Return one role of a report."""
    return next(part for part in found.parts if part.role == role)


def describing(*groups: tuple[str, int], shared: bool = True) -> Programme:
    """Return the programme with twelve more members, of whom the first so many describe themselves.

    Nobody of them exists.
    """
    members = tuple(
        ISHBEL.model_copy(
            update={
                "code": f"m{n}",
                "describes": tuple(word for word, many in groups if n < many),
                "describes_shared": shared,
            }
        )
        for n in range(12)
    )
    codes = tuple(person.code for person in members)
    programme = ONCE.model_copy(update={"people": (*ONCE.people, *members)})
    return with_project(programme, members=(*ONCE.projects[0].members, *codes))


def test_everybody_is_counted_once_under_their_first_role() -> None:
    found = report(ONCE)

    people = {each.role: [bent.person.code for bent in each.people] for each in found.parts}
    assert people == {
        "lived experience": ["ishbel", "una", "flora", "mairi"],
        "professional": ["rory", "neil"],
    }


@pytest.mark.parametrize(
    ("roles", "role"),
    [
        (("professional", "lived experience"), "lived experience"),
        # Where costs counted five with lived experience, four stood here.
        (("family or unpaid carer",), "lived experience"),
        (("note taker", "manager"), "manager"),
        (("note taker", "host"), "note taker"),
        ((), "no role told"),
    ],
)
def test_lived_experience_comes_before_any_other_role(roles: tuple[str, ...], role: str) -> None:
    assert role_of(Person(code="somebody", roles=roles)) == role


def test_roles_nobody_listed_come_last() -> None:
    programme = with_person("neil", with_person("una", ONCE, roles=("host",)), roles=("artist",))

    roles = [each.role for each in report(programme).parts]

    assert roles == [
        "lived experience",
        "professional",
        "artist",
        "host",
    ]


def test_what_the_plan_asks_of_somebody_is_added_up() -> None:
    """Flora drives to three sessions in the glen, each time longer than is comfortable for her."""
    flora = {"comfortable_minutes": 10}
    travel = next(p for p in SUMMER.people if p.code == "flora").travel.model_copy(update=flora)
    programme = with_project(with_person("flora", travel=travel), venues=("hall",))
    away_for_one = with_person("mairi", programme, times=told(free=("Mon-Fri 09:00-10:00",)))

    plan = planned(away_for_one)
    found = equity(away_for_one, plan, registry())

    outcome = {each.person: each for each in plan.people}
    bent = {b.person.code: b for each in found.parts for b in each.people}
    assert (bent["flora"].came, bent["flora"].bad_journeys) == (3, 3)
    assert bent["flora"].longest == outcome["flora"].worst_minutes
    assert bent["flora"].minutes == 3 * bent["flora"].longest
    assert (bent["mairi"].missed, bent["mairi"].open_percent) == (3, 0)
    assert part(found, "lived experience").total("missed") == 3
    assert [each.person.code for each in found.fewest_open] == ["mairi"]


def test_a_place_left_to_others_is_not_a_session_missed() -> None:
    programme = with_person("una", ONCE, roles=("manager",))
    programme = with_person("flora", programme, roles=("professional",))

    found = report(programme)

    professionals = [part(found, role) for role in ("professional", "manager")]
    assert sum(each.total("stood_down") for each in professionals) == 2
    assert sum(each.total("missed") for each in professionals) == 0


def test_whoever_comes_though_something_speaks_against_it_is_put_to_it() -> None:
    times = told(if_need_be=("daily 08:00-22:00",))

    found = report(with_person("ishbel", ONCE, times=times))

    assert part(found, "lived experience").total("put_to_it") == 1


def test_dates_and_rooms_open_to_somebody_are_counted_among_those_nothing_rules_out() -> None:
    free_on_mondays = told(free=("Mon 08:00-22:00",))

    found = report(with_person("una", ONCE, times=free_on_mondays))

    una = next(b for b in part(found, "lived experience").people if b.person.code == "una")
    assert 5 <= una.open_percent <= 20
    assert part(found, "professional").open_percent == 100


def test_with_no_date_at_all_nothing_is_open_to_anybody() -> None:
    every = {"dates_to_avoid": ({"first": ONCE.first_day, "last": ONCE.last_day},)}
    programme = Programme.model_validate({**ONCE.model_dump(), **every})

    found = report(programme)

    assert {b.open_percent for each in found.parts for b in each.people} == {0}
    assert part(found, "professional").longest == 0


def test_a_programme_without_people_has_nobody_with_the_fewest_dates() -> None:
    empty = with_project(ONCE.model_copy(update={"people": ()}), members=())

    assert report(empty).fewest_open == ()


def test_workers_are_told_by_role_with_how_often_they_are_booked() -> None:
    found = report(SUMMER)

    assert found.booked == (Booked("facilitator", 2, 3, 3), Booked("interpreter", 1, 0, 0))


def test_where_nobody_describes_themselves_nothing_is_said_of_it() -> None:
    found = report(ONCE)

    assert (found.described, found.somebody_described) == ((), False)


def test_words_nobody_agreed_to_have_counted_are_as_if_not_there() -> None:
    found = report(describing(("Deaf", 6), shared=False))

    assert (found.described, found.somebody_described) == ((), False)


def test_six_who_describe_themselves_are_shown_beside_everybody_else() -> None:
    found = report(describing(("Deaf", 6)))

    assert found.described == (("Deaf", Described(6, 0, 0), Described(12, 0, 0)),)


def test_four_who_describe_themselves_are_not_shown_but_the_rule_is_told() -> None:
    found = report(describing(("Deaf", 4)))

    assert (found.described, found.somebody_described) == ((), True)


def test_a_group_that_another_tells_too_much_of_is_not_shown() -> None:
    found = report(describing(("Deaf", 8), ("young", 6)))

    assert [word for word, _, _ in found.described] == ["Deaf"]


def test_shares_are_rounded_to_the_nearest_five() -> None:
    """Of eight who describe themselves one cannot come: twelve and a half in a hundred."""
    programme = with_person("m0", describing(("Deaf", 8)), times=told(free=("Mon 06:00-06:30",)))

    found = report(programme)

    ((_, deaf, others),) = found.described
    assert (astuple(deaf), astuple(others)) == ((8, 10, 0), (10, 0, 0))


def test_a_word_is_the_same_with_other_capitals_and_shown_as_most_write_it() -> None:
    programme = with_person("m0", describing(("Gaelic speaker", 6)), describes=("gaelic  Speaker",))

    found = report(programme)

    assert [(word, cell.people) for word, cell, _ in found.described] == [("Gaelic speaker", 6)]


def test_places_to_fill_hide_nobody() -> None:
    """Six who describe themselves, four others, and three places nobody has taken yet."""
    programme = describing(("Deaf", 6))
    members = ("ishbel", "una", "flora", "mairi", *(f"m{n}" for n in range(6)))
    places = (PlaceToFill(code="place", count=3),)
    few = with_project(programme, members=members, places_to_fill=places)

    found = report(few)

    assert len(part(found, "lived experience").people) == 13
    assert (found.described, found.somebody_described) == ((), True)


def test_a_journey_nobody_knows_is_counted_apart() -> None:
    found = report(with_person("una", ONCE, home=""))

    lived = part(found, "lived experience")
    assert (lived.total("not_known"), part(found, "professional").total("not_known")) == (1, 0)


def test_no_other_part_reads_how_people_describe_themselves() -> None:
    files = [
        file
        for package in ("scheduler", "constraints", "web")
        for file in (ROOT / package).rglob("*.py")
    ]

    reading = [file.name for file in files if ".describes" in file.read_text("utf-8")]

    assert reading == ["equity.py"]


def test_somebody_in_no_group_is_not_counted() -> None:
    programme = describing(("Deaf", 5))
    outside = NEIL.model_copy(
        update={"code": "out", "describes": ("Deaf",), "describes_shared": True}
    )
    programme = programme.model_copy(update={"people": (*programme.people, outside)})

    ((_, deaf, _),) = report(programme).described

    assert deaf.people == 5


def test_how_people_describe_themselves_changes_no_plan_and_stands_in_none() -> None:
    plain, described = describing(), describing(("Deaf", 6))

    one, other = planned(plain), planned(described)

    kept = {"certificate": one.certificate}
    assert other.model_copy(update=kept) == one
    assert "Deaf" not in json_text(other, brief=False)
    calendars = PlanCalendars(described, other, {}).all()
    assert [name for name, content in calendars if b"Deaf" in content] == []


def test_away_days_leave_fewer_dates_open() -> None:
    found = report(with_person("una", ONCE, times=away(DAY)))

    una = next(b for b in part(found, "lived experience").people if b.person.code == "una")
    assert una.open_percent < 100
