"""A rule can be set differently in one phase of the work; it is still asked as one rule."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from constraints import registry
from scheduler.by_phase import ByPhase
from scheduler.constraint import Constraint
from scheduler.degree import Degree
from scheduler.finished import Finished
from scheduler.grid import grid_for
from scheduler.in_force import in_force
from scheduler.people import Season
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme, Project, Session, Settings
from scheduler.samples import LONDON, on
from scheduler.ties import Ties
from scheduler.why_not import why_not
from scheduler.work_phases import Phase
from tests.constraints.taking_part import a_part
from tests.constraints.tied import accepts
from tests.whole_programmes import MEETING, base, set_to, with_project

CALLING = MEETING.model_copy(update={"phase": "recruit"})


def a_project(own: dict[str, Any] | bool, /, usual: Settings | None = None) -> Project:
    """Return the project with one rule set differently while it recruits."""
    phase = Phase(name="recruit", constraints={"venue_notice": own})
    return with_project(phases=(phase,), constraints=usual or {}).projects[0]


def the_rule(project: Project, name: str = "venue_notice") -> Constraint | None:
    rules = in_force(registry(), base(projects=(project,)), project)
    return next((rule for rule in rules if rule.name() == name), None)


def by_phase(project: Project) -> ByPhase:
    rule = the_rule(project)
    assert isinstance(rule, ByPhase)
    return rule


def settings_in(rule: ByPhase, project: Project, session: Session) -> object:
    found = rule.rule_in(project, session)
    return found.settings() if found else "off"


def test_a_phase_lays_its_settings_over_those_of_the_project() -> None:
    project = a_project({"sooner_by_days": 5}, {"venue_notice": {"sooner_by_days": 2}})

    rule = by_phase(project)

    assert settings_in(rule, project, CALLING) == {"sooner_by_days": 5}
    assert settings_in(rule, project, MEETING) == {"sooner_by_days": 2}
    assert rule.settings() == {"sooner_by_days": 2, "in recruit": {"sooner_by_days": 5}}


def test_a_phase_can_switch_a_rule_off_for_itself() -> None:
    project = a_project(False)

    rule = by_phase(project)

    assert settings_in(rule, project, CALLING) == "off"
    assert settings_in(rule, project, MEETING) == {"sooner_by_days": 0}
    assert rule.settings() == {"sooner_by_days": 0, "in recruit": False}


def test_a_phase_can_switch_on_what_is_off_elsewhere() -> None:
    project = a_project({"sooner_by_days": 5}, {"venue_notice": False})

    rule = by_phase(project)

    assert settings_in(rule, project, MEETING) == "off"
    assert rule.settings() == {"in recruit": {"sooner_by_days": 5}}
    rule.couple(ties := Ties())
    assert ties == Ties()


def test_off_everywhere_is_not_there_at_all() -> None:
    project = a_project(False, {"venue_notice": False})

    assert the_rule(project) is None


def test_a_rule_no_phase_names_stays_itself() -> None:
    project = a_project(True)

    assert type(the_rule(project, "spacing")) is registry()["spacing"]


def test_it_looks_like_the_rule_it_stands_for() -> None:
    kind = registry()["venue_notice"]

    rule = by_phase(a_project(True))

    assert (rule.name(), rule.title, rule.relaxations) == (
        "venue_notice",
        kind.title,
        kind.relaxations,
    )
    assert rule.asks_for() == ("day", "programme", "session", "venue", "project")
    assert rule.is_screened()


def test_what_gives_leaves_alone_what_a_phase_sets_itself() -> None:
    relaxation = registry()["venue_notice"].relaxations[0]

    itself = by_phase(a_project({"sooner_by_days": 5})).relaxed(relaxation)
    open_to_it = by_phase(a_project({})).relaxed(relaxation)
    off = by_phase(a_project(False)).relaxed(relaxation)

    assert itself.settings() == {"sooner_by_days": 7, "in recruit": {"sooner_by_days": 5}}
    assert open_to_it.settings() == {"sooner_by_days": 7, "in recruit": {"sooner_by_days": 7}}
    assert off.settings() == {"sooner_by_days": 7, "in recruit": False}


def test_what_gives_finds_a_rule_that_is_off_but_in_one_phase() -> None:
    project = a_project({}, {"venue_notice": False})

    relaxed = by_phase(project).relaxed(registry()["venue_notice"].relaxations[0])

    assert relaxed.settings() == {"in recruit": {"sooner_by_days": 7}}


def test_what_holds_for_the_whole_series_ties_as_it_usually_does() -> None:
    phase = Phase(name="recruit", constraints={"one_place_at_a_time": {"people_gap_minutes": 5}})
    project = with_project(phases=(phase,)).projects[0]
    rule = the_rule(project, "one_place_at_a_time")
    assert rule is not None

    rule.couple(ties := Ties())

    assert [tie.gap_minutes for tie in ties.one_at_a_time] == [60, 60, 0]


# Two sessions in a row go by the later one's phase.


def spaced_by_phase(own: dict[str, Any] | bool, usual: Settings) -> ByPhase:
    """Return the rule about room between sessions, set differently for the workshops."""
    phase = Phase(name="workshops", constraints={"spacing": own})
    rule = the_rule(with_project(phases=(phase,), constraints=usual).projects[0], "spacing")
    assert isinstance(rule, ByPhase)
    return rule


def days_allowed(rule: Constraint, before: int, after: int) -> list[int]:
    """Return after how many days one may follow the other, their phases given by place."""
    return [days for days in range(1, 100) if accepts(rule, 0, days, phases=(before, after))]


def test_two_sessions_in_a_row_keep_the_days_of_the_later_ones_phase() -> None:
    usual: Settings = {"spacing": {"least_days": 10, "most_days": 20}}
    own = {"least_days": 1, "most_days": 3, "least_days_to_next_phase": 30}

    rule = spaced_by_phase(own, usual)

    assert days_allowed(rule, 0, 0) == list(range(10, 21))
    assert days_allowed(rule, 0, 2) == list(range(30, 100))
    assert days_allowed(rule, 2, 2) == [1, 2, 3]


def test_a_phase_without_the_rule_ties_nothing() -> None:
    rule = spaced_by_phase(False, {"spacing": {"least_days": 90}})

    assert days_allowed(rule, 2, 2) == list(range(1, 100))
    assert days_allowed(rule, 0, 0) == []


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ({}, ["Mon 07 Jun", "Tue 08 Jun", "Thu 10 Jun"]),
        ({"recruit": 2}, ["Mon 07 Jun", "Wed 09 Jun", "Fri 11 Jun"]),
        ({"workshops": 3}, ["Mon 07 Jun", "Tue 08 Jun", "Fri 11 Jun"]),
    ],
    ids=["as the project says", "recruiting takes longer", "workshops take longer"],
)
def test_only_the_phase_that_sets_it_otherwise_is_spaced_otherwise(
    given: dict[str, int], days: list[str]
) -> None:
    """Two sessions to recruit, then a workshop.

    The project says a day from session to session, and two to the next phase.
    """
    phases = tuple(
        Phase(
            name=name,  # type: ignore[arg-type]
            constraints={"spacing": {"least_days": n, "least_days_to_next_phase": n}},
        )
        for name, n in given.items()
    )
    spacing = {"least_days": 1, "least_days_to_next_phase": 2}
    programme = with_project(
        base(last_day=on("Friday 11 June 2027")),
        sessions=(CALLING, CALLING, MEETING),
        phases=phases,
    )

    plan = make_plan(set_to(programme, "spacing", spacing), registry())

    assert days_of(plan) == days


def test_days_to_the_next_phase_move_the_workshop_and_nothing_else() -> None:
    programme = with_project(sessions=(CALLING, MEETING))
    waiting = set_to(programme, "spacing", {"least_days_to_next_phase": 10})

    plan, without = (make_plan(each, registry()) for each in (waiting, programme))

    before = without.sessions[1].start
    answer = why_not(waiting, plan, registry(), project="group", start=before, venue="hall")
    says = "Only 7 days after the last session for recruiting; leave at least 10."
    assert days_of(without) == ["Mon 07 Jun", "Mon 14 Jun"]
    assert days_of(plan) == ["Mon 07 Jun", "Thu 17 Jun"]
    assert answer.reasons == (says,)


@pytest.mark.parametrize(
    ("own", "joins"), [({"most_minutes": 10}, True), ({}, False), (False, False)], ids=str
)
def test_how_far_is_too_far_is_asked_of_the_phase(own: dict[str, Any] | bool, joins: bool) -> None:
    phase = Phase(name="recruit", constraints={"travel": own})
    project = with_project(phases=(phase,)).projects[0]
    rule = the_rule(project, "travel")
    assert rule is not None

    found = [
        rule.does_not_suit(replace(a_part(), project=project, session=session))
        for session in (CALLING, MEETING)
    ]

    assert found == [joins, False]


# A recruiting week waits for lambing while workshops run: the same person, the same days.

IN_LAMBING = {"first_day": on("Monday 17 May 2027"), "last_day": on("Sunday 30 May 2027")}
HILL = Season(activity="lambing_hill_blackface")
NO_COURTESY = {
    "courtesy_days": False,
    "group_size": False,
    "spacing": {"least_days": 1, "least_days_to_next_phase": 1},
}


def a_programme(*sessions: Session) -> Programme:
    """Return a programme in which lambing, over on Thursday 20 May, stops recruiting only."""
    phase = Phase(name="recruit", constraints={"recruiting_season": {"phases": ["recruit"]}})
    return with_project(
        base(**IN_LAMBING, constraints=NO_COURTESY),
        sessions=sessions,
        phases=(phase,),
        seasons=(HILL,),
        constraints={"recruiting_season": False},
    )


def days_of(plan: Plan) -> list[str]:
    return [f"{chosen.start.astimezone(LONDON):%a %d %b}" for chosen in plan.sessions]


@pytest.mark.parametrize(
    ("sessions", "days"),
    [((CALLING,), ["Fri 21 May"]), ((MEETING,), ["Mon 17 May"])],
    ids=["recruiting", "workshops"],
)
def test_lambing_closes_a_recruiting_week_even_when_workshops_may_run(
    sessions: tuple[Session, ...], days: list[str]
) -> None:
    programme = a_programme(*sessions)

    plan = make_plan(programme, registry())

    assert days_of(plan) == days


def test_why_not_tells_the_reason_of_the_phase() -> None:
    programme = a_programme(CALLING, MEETING)
    plan = make_plan(programme, registry())
    monday = plan.sessions[0].start.replace(day=17)

    answer = why_not(programme, plan, registry(), project="group", start=monday, venue="hall")

    assert answer.reasons == (
        "Do not recruit in lambing, from Thursday 15 April to Thursday 20 May 2027.",
    )


def test_in_bulk_it_says_what_each_session_is_asked() -> None:
    programme = a_programme(CALLING, MEETING)
    project = programme.projects[0]
    rule = season_rule(programme)

    calling, meeting = (
        rule.screen(grid_for(programme, project, session)).degrees for session in project.sessions
    )

    assert set(calling.ravel()) == {0, Degree.NEVER}
    assert np.array_equal(meeting, np.zeros((1, 1, 1)))


def test_a_finished_plan_is_reviewed_session_by_session_in_its_phase() -> None:
    programme = a_programme(CALLING, MEETING)
    soon = MEETING.model_copy(update={"last_day": on("Tuesday 18 May 2027")})
    careless = with_project(programme, sessions=(soon, soon))
    plan = make_plan(set_to(careless, "recruiting_season", False), registry())
    assert days_of(plan) == ["Mon 17 May", "Tue 18 May"]

    breaches = list(season_rule(programme).review(Finished.of(programme, plan)))

    assert [(breach.number, breach.constraint) for breach in breaches] == [(1, "recruiting_season")]


def test_what_breaks_the_usual_settings_is_no_breach_in_a_phase_that_sets_it_otherwise() -> None:
    either = {"recruiting_season": {"phases": ["recruit", "workshops"]}}
    off = Phase(name="recruit", constraints={"recruiting_season": False})
    soon = {"last_day": on("Tuesday 18 May 2027")}
    sessions = tuple(each.model_copy(update=soon) for each in (CALLING, MEETING))
    careless = with_project(a_programme(*sessions), sessions=sessions)
    plan = make_plan(set_to(careless, "recruiting_season", False), registry())
    told = with_project(
        careless, sessions=sessions, phases=(off,), seasons=(HILL,), constraints=either
    )

    breaches = list(season_rule(told).review(Finished.of(told, plan)))

    assert [breach.number for breach in breaches] == [2]


def season_rule(programme: Programme) -> ByPhase:
    project = programme.projects[0]
    rules = {rule.name(): rule for rule in in_force(registry(), programme, project)}
    rule = rules["recruiting_season"]
    assert isinstance(rule, ByPhase)
    return rule
