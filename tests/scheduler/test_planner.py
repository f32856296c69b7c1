"""Whole plans: the same bytes for the same programme, honest levels, promises kept.

Several projects at once.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import ClassVar

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.constraint import Constraint, Registry
from scheduler.facts import NO, YES, Fact
from scheduler.files.plans import write_plan
from scheduler.files.programmes import write_programme
from scheduler.finished import Breach, Finished
from scheduler.people import Travel
from scheduler.places_to_fill import PlaceToFill
from scheduler.plan import Plan, WayTaken
from scheduler.planner import UnsoundPlanError, make_plan
from scheduler.programme import Programme, Session
from scheduler.progress import Progress
from scheduler.samples import HALL, on
from scheduler.search import Effort
from tests.conftest import ROOT
from tests.random_projects import a_project
from tests.scheduler.summer import (
    CATRIONA,
    GROWING,
    SESSION,
    THE_GLENS,
    THE_TOWNS,
    away,
    away_except,
    coming_to,
    dates,
    fortnight,
    level,
    planned,
    set_to,
    told,
    two_apart,
    two_groups,
    with_person,
    with_project,
    with_sessions,
    with_venue,
)

PLAN_IT = """
import sys
from pathlib import Path
from constraints import registry
from scheduler.files.plans import write_plan
from scheduler.files.programmes import read_programme
from scheduler.planner import make_plan
programme, plan = map(Path, sys.argv[1:])
write_plan(make_plan(read_programme(programme, registry()), registry()), plan)
"""
"""Plans a programme in a process of its own."""


# The same programme, the same bytes.


@pytest.mark.parametrize("programme", [two_groups(), a_project(611, sessions=3, days=12)])
def test_the_same_programme_gives_the_same_bytes_in_every_process(
    programme: Programme, tmp_path: Path
) -> None:
    write_programme(programme, tmp_path / "programme.json")

    written = [_planned_apart(tmp_path, seed=seed) for seed in ("1", "20271123")]

    assert written[0] == written[1]


def _planned_apart(folder: Path, *, seed: str) -> bytes:
    """Plan the programme of a folder in a process that puts sets and names in another order."""
    command = [sys.executable, "-c", PLAN_IT, "programme.json", f"plan-{seed}.json"]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=folder, env=environment, check=True)
    return (folder / f"plan-{seed}.json").read_bytes()


def test_the_order_in_which_settings_were_typed_changes_nothing(tmp_path: Path) -> None:
    settings = {"spacing": {"least_days": 2, "most_days": 9}, "quorum": {"least": 3}, "care": True}
    backwards = {
        name: dict(reversed(value.items())) if isinstance(value, dict) else value
        for name, value in reversed(settings.items())
    }

    one, other = (
        _written(with_sessions(SESSION, SESSION, programme=fortnight(constraints=each)), tmp_path)
        for each in (settings, backwards)
    )

    assert one == other


def _written(programme: Programme, folder: Path) -> bytes:
    write_plan(planned(programme), folder / "plan.json")
    return (folder / "plan.json").read_bytes()


# What is said of how good a plan is.


def test_every_level_of_one_project_is_proven() -> None:
    plan = planned(fortnight())

    assert {each.proven for each in plan.order} == {True}
    assert (plan.certificate.ended_by, plan.certificate.method) == (
        "proof",
        "every series of sessions weighed exactly",
    )


def test_a_plan_made_with_little_effort_says_what_is_not_proven_and_still_passes_the_audit() -> (
    None
):
    programme = a_project(704, sessions=5, days=30)

    plan = make_plan(programme, registry(), effort=Effort(beginnings=1))

    assert audit(programme, plan, registry()) == ()
    assert next(each.proven for each in plan.order) is True
    assert [each.proven for each in plan.order][-1] is False
    assert (plan.certificate.ended_by, plan.certificate.method) == (
        "work limit",
        "best of a narrower search",
    )


def test_an_unsound_plan_is_refused() -> None:
    rules: Registry = {**registry(), Distrustful.name(): Distrustful}

    with pytest.raises(
        UnsoundPlanError, match=r"(?s)report this.\ntest_planner, group 1: Never\.$"
    ):
        make_plan(fortnight(), rules)


@dataclass(frozen=True)
class Distrustful(Constraint):
    """A constraint for these tests: it allows everything and then refuses every plan."""

    title: ClassVar[str] = "Trust nobody"

    def check(self) -> None:
        """Allow everything."""

    def review(self, finished: Finished) -> Iterator[Breach]:
        """Refuse every session."""
        for meeting in finished.meetings:
            yield Breach(self.name(), meeting.project.code, meeting.number, "Never.")


# What is told while it works.


def test_progress_is_told_in_order_for_each_project() -> None:
    heard: list[Progress] = []

    make_plan(two_apart(), registry(), told=heard.append)

    first = [each for each in heard if each.project == "Living well"]
    second = [each for each in heard if each.project == "Growing together"]
    assert [each.done for each in first] == [0, 2, 2]
    assert [each.done for each in second] == [1, 3]
    assert {each.of for each in heard} == {4}
    assert [each.says for each in first] == [
        "Asking every rule about every date and room.",
        "Finding dates round those of others.",
        "Planning it as if there were no other.",
    ]


def test_finding_out_why_is_told_too() -> None:
    heard: list[Progress] = []
    shut = with_venue("hall", fortnight(venues=(HALL,)), opening="Su 09:00-10:00")

    make_plan(shut, registry(), told=heard.append)

    assert heard[-1] == Progress("Living well", "Finding out what stands in the way.", 0, 1)


def test_whoever_listens_can_stop_it() -> None:
    def stop(progress: Progress) -> None:
        raise InterruptedError(progress.says)

    with pytest.raises(InterruptedError, match="Asking every rule"):
        make_plan(fortnight(), registry(), told=stop)


# Sessions already promised.

BOOKED = SESSION.model_copy(
    update={
        "state": "booked",
        "day": on("Monday 7 June 2027"),
        "start": "11:00",
        "venue": "hall",
    }
)


def booked(**given: object) -> Session:
    """Return a session already booked for Monday 7 June 2027 at 11:00.

    Or with some fields its own.
    """
    return BOOKED.model_copy(update=given)


def promises() -> Mapping[str, Programme]:
    """Return programmes in which a rule speaks against what was promised on Monday 7 June 2027."""
    one = fortnight(BOOKED)
    return {
        "on a date to avoid": one.model_copy(
            update={"dates_to_avoid": away("Monday 7 June 2027").away}
        ),
        "in a pub": fortnight(booked(venue="inn")),
        "in a council office": fortnight(booked(venue="office")),
        "up a stair": with_person("una", fortnight(booked(venue="loft")), needs=("step-free",)),
        "at six in the morning": fortnight(booked(start="06:00")),
        "without an interpreter": with_person("una", one, interpreter="Makaton"),
        "without a facilitator": one.model_copy(update={"workers": ()}),
        "without a quorum": _with_away(one, "una", "flora", "mairi", "neil"),
        "with more professionals": _with_away(one, "una", "flora", "mairi"),
    }


def _with_away(programme: Programme, *codes: str) -> Programme:
    for code in codes:
        programme = with_person(code, programme, times=away("Monday 7 June 2027"))
    return programme


@pytest.mark.parametrize("state", ["booked", "held"])
@pytest.mark.parametrize("what", promises())
def test_a_promise_is_kept_whatever_the_rules_say(what: str, state: str) -> None:
    programme = promises()[what]
    (session,) = programme.projects[0].sessions
    programme = with_sessions(session.model_copy(update={"state": state}), programme=programme)

    plan = planned(programme)

    assert plan.possible
    assert dates(plan) == (f"Mon 7 Jun {session.start} {session.venue}",)


def test_promises_nearer_than_the_rules_allow_are_kept() -> None:
    """What is promised stands however near two promises are.

    The second used to be left without a date.
    """
    programme = fortnight(BOOKED, booked(day=on("Wednesday 9 June 2027")))

    plan = planned(programme)

    assert dates(plan) == ("Mon 7 Jun 11:00 hall", "Wed 9 Jun 11:00 hall")


def test_what_is_still_wanted_keeps_its_distance_from_what_was_promised() -> None:
    programme = fortnight(booked(day=on("Wednesday 9 June 2027")), SESSION)

    plan = planned(programme)

    assert dates(plan) == ("Wed 9 Jun 11:00 hall", "Wed 16 Jun 11:00 hall")


def test_nobody_stands_down_from_a_promise() -> None:
    professionals = {"roles": ("professional",)}
    programme = with_person(
        "una", with_person("flora", fortnight(BOOKED), **professionals), **professionals
    )

    plan = planned(programme)

    assert coming_to(plan) == ("ishbel", "una", "flora", "mairi", "rory", "neil")


def test_a_held_session_leaves_nothing_to_do_and_a_booked_one_no_room_to_book() -> None:
    tasks = {
        state: [task.what for task in planned(fortnight(booked(state=state))).sessions[0].tasks]
        for state in ("held", "booked")
    }

    assert tasks == {
        "held": [],
        "booked": [
            "Book Catriona (facilitator).",
            "Confirm with Catriona: Monday 7 June 2027, from 11:00 to 13:00.",
            "Send money to 2 people for the way there and back: about £31.62.",
        ],
    }


# Sessions of every kind.


def test_an_optional_session_without_a_date_leaves_a_plan() -> None:
    optional = SESSION.model_copy(update={"required": False})
    programme = fortnight(SESSION, optional, optional, optional)

    plan = planned(programme)

    assert plan.possible
    assert len(plan.sessions) == 2
    assert [(one.number, one.required) for one in plan.unplaced] == [(3, False), (4, False)]
    assert level(plan, "Optional sessions without a date") == (2,)


def test_a_session_with_fixed_day_hour_and_venue_is_held_there_then() -> None:
    fixed = {"day": on("Thursday 10 June 2027"), "start": "14:15", "venue": "far"}
    programme = fortnight(SESSION.model_copy(update=fixed))

    plan = planned(programme)

    assert dates(plan) == ("Thu 10 Jun 14:15 far",)


@pytest.mark.parametrize(("form", "code"), [("on-line", "on-line"), ("by phone", "by-phone")])
def test_nobody_travels_to_a_session_at_a_distance(form: str, code: str) -> None:
    programme = fortnight(SESSION.model_copy(update={"form": form}))

    plan = planned(programme)

    assert dates(plan) == (f"Mon 7 Jun 11:00 {code}",)
    assert {each.way.by for each in plan.sessions[0].coming} == {form}
    assert level(plan, "Longest journey in minutes (people with lived experience)") == (0,)


def test_a_place_to_fill_is_planned_for() -> None:
    place = PlaceToFill(
        code="parent",
        count=2,
        area="glen",
        likely=told(free=("Wed 10:00-14:00",)),
        travel=Travel(car=YES),
    )
    programme = fortnight()
    group = programme.projects[0].model_copy(update={"places_to_fill": (place,)})

    plan = planned(programme.model_copy(update={"projects": (group,)}))

    assert dates(plan) == ("Wed 9 Jun 11:00 hall",)
    assert coming_to(plan)[-2:] == ("parent-1", "parent-2")


def test_somebody_who_wants_one_session_misses_nothing_by_coming_to_one() -> None:
    programme = with_person(
        "una",
        fortnight(SESSION, SESSION),
        sessions_wanted=1,
        times=away_except("Monday 7 June 2027", programme=fortnight()),
    )

    plan = planned(programme)

    assert level(plan, "Sessions missed (people with lived experience)") == (0, 0, 0, 0)
    assert [(one.wanted, one.able) for one in plan.people if one.person == "una"] == [(1, 1)]


def test_a_session_on_the_day_the_clocks_change_lasts_as_long_as_any_other() -> None:
    sunday = on("Sunday 31 October 2027")
    programme = fortnight(
        SESSION.model_copy(update={"length_minutes": 150}),
        first_day=sunday,
        last_day=sunday,
        earliest="01:00",
        latest="04:00",
        constraints={"inclusive_hours": {"not_before": "00:00"}, "opening_hours": False},
    )

    plan = planned(programme)

    (chosen,) = plan.sessions
    assert (chosen.start.isoformat(), chosen.end.isoformat()) == (
        "2027-10-31T01:00:00+01:00",
        "2027-10-31T02:30:00+00:00",
    )


def test_without_any_venue_a_plan_says_that_nothing_is_possible() -> None:
    """A programme may be written before its first hall is known; it used to end in a TypeError."""
    plan = planned(fortnight(venues=()))

    assert (plan.possible, plan.sessions, len(plan.unplaced)) == (False, (), 1)


def test_a_session_too_long_for_any_day_is_not_possible() -> None:
    """No start fits between the earliest and the latest hour; it used to end in an IndexError."""
    plan = planned(fortnight(earliest="12:00", latest="13:00"))

    assert (plan.possible, plan.sessions, len(plan.unplaced)) == (False, (), 1)


# Several projects.


def times(plan: Plan) -> set[str]:
    return {date.rpartition(" ")[0] for date in (*dates(plan), *dates(plan, "growing"))}


def only_one(what: str) -> Programme:
    """Return two groups that share one thing only: a hall, a facilitator or a person."""
    apart = two_apart()
    first, second = apart.projects
    both = second.model_copy(update={"members": (*second.members, "una")})
    return {
        "hall": apart.model_copy(update={"venues": (HALL,)}),
        "facilitator": apart.model_copy(update={"workers": (CATRIONA,)}),
        "person": apart.model_copy(update={"projects": (first, both)}),
    }[what]


@pytest.mark.parametrize("what", ["hall", "facilitator", "person"])
def test_two_groups_that_share_something_meet_at_different_times(what: str) -> None:
    programme = only_one(what)

    plan = planned(programme)

    assert times(plan) == {"Mon 7 Jun 11:00", "Tue 8 Jun 11:00"}
    assert audit(programme, plan, registry()) == ()
    assert coming_to(plan, project="group") == ("ishbel", "una", "rory")


def test_two_groups_that_share_nothing_meet_at_the_same_time() -> None:
    plan = planned(two_apart())

    assert times(plan) == {"Mon 7 Jun 11:00"}
    assert {each.proven for each in plan.order} == {True}


def test_the_group_with_one_day_keeps_it_whichever_is_named_first() -> None:
    programme = only_one("hall")
    monday = away_except("Monday 7 June 2027", programme=programme)
    for code in ("flora", "mairi"):
        programme = with_person(code, programme, times=monday)

    plan = planned(programme)

    assert dates(plan, "growing") == ("Mon 7 Jun 11:00 hall",)
    assert dates(plan, "group") == ("Tue 8 Jun 11:00 hall",)


def test_what_one_group_booked_is_taken_before_any_other_is_planned() -> None:
    """The group named first used to take the hall another had booked, and no plan was made."""
    programme = only_one("hall")
    booked = SESSION.model_copy(
        update={"state": "booked", "day": on("Monday 7 June 2027"), "start": "11:00"}
        | {"venue": "hall"}
    )
    one, other = programme.projects
    kept = other.model_copy(update={"sessions": (booked,)})

    for order in ((one, kept), (kept, one)):
        plan = planned(programme.model_copy(update={"projects": order}))

        assert dates(plan, "growing") == ("Mon 7 Jun 11:00 hall",)
        assert dates(plan, "group") == ("Tue 8 Jun 11:00 hall",)


@pytest.mark.parametrize("what", ["hall", "facilitator", "person"])
def test_a_level_is_called_proven_only_where_no_plan_can_be_better(what: str) -> None:
    plan = planned(only_one(what))

    proven = [each.proven for each in plan.order]

    assert proven == sorted(proven, reverse=True)
    assert [each.value == each.bound for each in plan.order if each.proven] == [True] * sum(proven)
    assert proven[0] is True
    assert proven[-1] is False


def test_one_hall_for_one_day_serves_one_of_two_groups() -> None:
    monday = on("Monday 7 June 2027")
    programme = only_one("hall").model_copy(update={"first_day": monday, "last_day": monday})

    plan = planned(programme)

    assert (plan.possible, len(plan.sessions), len(plan.unplaced)) == (False, 1, 1)
    assert [conflict.project for conflict in plan.conflicts] == [plan.unplaced[0].project]


def test_of_many_projects_only_one_order_is_tried() -> None:
    group = GROWING.model_copy(update={"sessions": (SESSION.model_copy(update={"workers": ()}),)})
    many = tuple(group.model_copy(update={"code": f"group-{n}"}) for n in range(9))
    programme = fortnight().model_copy(update={"projects": many})
    heard: list[Progress] = []

    plan = make_plan(programme, registry(), told=heard.append)

    fitted = [each for each in heard if each.says.startswith("Fitting")]
    assert len(fitted) == len(many)
    assert audit(programme, plan, registry()) == ()


def test_two_groups_of_the_same_people_are_planned_round_one_another() -> None:
    programme = set_to("spacing", {"least_days": 2}, two_groups(sessions=(SESSION,) * 2))

    plan = planned(programme)

    assert len(times(plan)) == 3
    assert plan.possible


def test_somebody_in_two_groups_comes_to_both_where_the_gap_is_long_enough() -> None:
    """Una has two hours between two groups: the gap asked for, and the journey on top of it.

    The audit used to ask for the gap alone and refused plans that left somebody time to travel.
    """
    monday = {"day": on("Monday 7 June 2027"), "workers": ()}
    morning = SESSION.model_copy(update={**monday, "start": "10:00", "venue": "hall"})
    afternoon = SESSION.model_copy(update={**monday, "start": "14:00", "venue": "far"})
    any_day = SESSION.model_copy(update={"workers": ()})
    one = GROWING.model_copy(update={"code": "one", "members": THE_GLENS, "sessions": (morning,)})
    two = one.model_copy(
        update={"code": "two", "members": (*THE_TOWNS, "una"), "sessions": (afternoon,)}
    )
    wants_the_hall_too = one.model_copy(
        update={"code": "three", "members": ("ishbel", "rory"), "sessions": (any_day,)}
    )

    plan = planned(fortnight().model_copy(update={"projects": (one, two, wants_the_hall_too)}))

    assert dates(plan, "two") == ("Mon 7 Jun 14:00 far",)
    assert coming_to(plan, project="two") == (*THE_TOWNS, "una")


@pytest.mark.parametrize("first_number", range(30, 54, 8))
def test_plans_of_two_random_groups_pass_the_audit(first_number: int) -> None:
    programmes = [two_random_groups(number) for number in range(first_number, first_number + 8)]

    breaches = [audit(each, planned(each), registry()) for each in programmes]

    assert breaches == [()] * len(programmes)


def two_random_groups(number: int) -> Programme:
    """Return two groups that share most of their people, every hall and every facilitator."""
    draw, programme = Random(number), a_project(number, days=6)
    (group,) = programme.projects
    many = max(2, len(group.members) - 1)
    groups = (
        {"code": f"group-{n}", "members": tuple(draw.sample(group.members, many))} for n in (1, 2)
    )
    lenient = {"quorum": {"least": 1}, "balance": {"least_lived": 0}}
    return programme.model_copy(
        update={
            "projects": tuple(group.model_copy(update=each) for each in groups),
            "start_every_minutes": 120,
            "constraints": {**programme.constraints, **lenient},
        }
    )


IN_GLEN_HALL = with_project(
    with_venue("hall", fortnight(), access={"step-free": NO}, phone_reception=YES), venues=("hall",)
)
"""A fortnight in which only Glen Hall will do, which has steps and a telephone."""
AT_HOME = WayTaken(by="by phone", out_minutes=0, back_minutes=0)


@pytest.mark.parametrize("shares", [True, False])
@pytest.mark.parametrize(
    "need",
    [{"needs": ("step-free",)}, {"no_go": ("Glen Hall",)}, {"not_with": ("flora",)}],
    ids=lambda need: next(iter(need)),
)
def test_whoever_chose_to_ring_in_has_no_journey_and_nothing_says_why(
    need: dict[str, tuple[str, ...]], shares: bool
) -> None:
    """The plan once told her to drive to a hall she would only ring.

    And it did so as soon as she kept her reasons to herself, or they were of a private kind: her
    fare was paid, and two people who must not meet were expected in one room.
    """
    una = with_person("una", IN_GLEN_HALL, other_ways=("by phone",), share_reasons=shares, **need)

    (chosen,) = planned(una).sessions

    ways = {coming.person: coming.way for coming in chosen.coming}
    (own,) = (coming for coming in chosen.coming if coming.person == "una")
    assert ways["una"] == AT_HOME
    assert "by phone" not in {way.by for person, way in ways.items() if person != "una"}
    assert own.if_need_be == ("Una takes part by phone, as they chose.",)
    fares = sum(way.pence for way in ways.values())
    assert chosen.pence == fares + (CATRIONA.session_pence or 0)


def test_whether_a_room_can_be_rung_is_a_question_for_the_room() -> None:
    una = with_person("una", IN_GLEN_HALL, other_ways=("by phone",), other_ways_only=True)

    plan = planned(with_venue("hall", una, phone_reception=Fact()))

    assert not plan.final
    # Not which rule asks: that would tell that somebody joins by phone there.
    assert [(q.constraint, q.about, q.asks, q.phone) for q in plan.questions] == [
        (
            "",
            "hall",
            "Can people join by phone at Glen Hall: is there reception or a phone in the room?",
            HALL.phone,
        )
    ]


def test_a_journey_too_long_for_somebody_is_none_for_those_who_ring_in() -> None:
    far = with_person("una", IN_GLEN_HALL, travel=Travel(car=YES, most_minutes=5))

    stays, joins = (
        planned(each).sessions[0]
        for each in (far, with_person("una", far, other_ways=("by phone",)))
    )

    assert "una" not in {coming.person for coming in stays.coming}
    assert {c.person: c.way for c in joins.coming}["una"] == AT_HOME
