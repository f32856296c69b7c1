"""Changes are tried out as if the changed programme were planned from scratch."""

from collections.abc import Iterator, Sequence

import pytest

from constraints import registry
from scheduler.changes import Change, other_approaches, other_changes, rule_changes
from scheduler.choosing import Desk, Pick, desk_for
from scheduler.concerns import Ledger
from scheduler.course import course_of
from scheduler.demands import Demands
from scheduler.offers import offers_for
from scheduler.planner import make_plan
from scheduler.programme import Programme, Project
from scheduler.remade import project_called
from scheduler.samples import HALL, on
from scheduler.search import Effort
from scheduler.series import best_series
from scheduler.shared import ties_of_all, with_taken
from scheduler.tried import Trials, as_it_stands
from scheduler.unmet import Offer
from tests.random_projects import a_project
from tests.scheduler.summer import FAR, fortnight
from tests.scheduler.test_explain import desk, small
from tests.scheduler.test_halves import group_of

ALWAYS = 1_000
"""More sessions than any programme here lacks: no change is taken to be hopeless at a glance."""


def _from_scratch(own: Desk, change: Change, order: Sequence[str]) -> int:
    """Return how many sessions lack a date when all is asked anew, project after project."""
    programme = change.made(own.programme)
    ties = ties_of_all(dict.fromkeys(order, own.rules))
    done: list[Pick] = []
    first: tuple[Pick, ...] = ()
    for code in order:
        project = project_called(programme, code)
        if change.same_days and first:
            project = _on_days_of(first, project)
        found = with_taken(programme, project, picks=done, ties=ties)
        picks = _best(desk_for(found, project, own.rules))
        first = first or picks
        done.extend(picks)
    required = [each for code in order for each in project_called(programme, code).sessions]
    held = [p for p in done if p.grid.project.sessions[p.number - 1].required]
    return sum(each.required for each in required) - len(held)


def _on_days_of(picks: Sequence[Pick], project: Project) -> Project:
    days = {pick.number: pick.grid.starts[pick.start].date() for pick in picks}
    sessions = tuple(
        session.model_copy(update={"day": days[number]}) if number in days else session
        for number, session in enumerate(project.sessions, 1)
    )
    return project.model_copy(update={"sessions": sessions})


def _best(own: Desk) -> tuple[Pick, ...]:
    ledger = Ledger.of(own.programme, own.project)
    found = best_series(course_of(own.columns, own.ties, ledger), Effort())
    return tuple(
        Pick(number, own.columns[number - 1], *session)
        for number, session in enumerate(found.sessions, 1)
        if session is not None
    )


def _changes(own: Desk) -> Iterator[Change]:
    lacking = as_it_stands(own).without_date
    yield from other_changes(own.programme, own.project, lacking)
    yield from other_approaches(own.programme, own.project, lacking)


SMALL_HALLS = tuple(hall.model_copy(update={"capacity": 5}) for hall in (HALL, FAR))
CASES = (
    ("a hall that holds half of the group", group_of(12).model_copy(update={"venues": (HALL,)})),
    (
        "two halls that hold half of the group each",
        fortnight(venues=SMALL_HALLS, last_day=on("Monday 7 June 2027")),
    ),
    *((f"random project {n}", a_project(n, sessions=3)) for n in range(5)),
)


@pytest.mark.parametrize(("what", "programme"), CASES, ids=[what for what, _ in CASES])
def test_as_much_is_lacking_after_a_change_as_if_all_were_asked_anew(
    what: str, programme: Programme
) -> None:
    own = desk(programme)
    trials = Trials(Demands(own), as_it_stands(own))

    for change in _changes(own):
        orders = [change.projects, change.projects[::-1]] if change.same_days else [change.projects]
        anew = min(_from_scratch(own, change, order) for order in orders)
        assert (what, change.label, trials.lacking(change, ALWAYS)) == (what, change.label, anew)


def test_what_is_hopeless_for_each_half_alone_is_not_planned_round_the_other() -> None:
    """No room at all: the first half lacks as much as is missing now, so no more is asked."""
    own = desk(group_of(12).model_copy(update={"venues": ()}))
    split = next(change for change in _changes(own) if change.label.startswith("Split"))
    trials = Trials(Demands(own), as_it_stands(own))

    assert trials.lacking(split, 1) == 1
    assert trials.outcome(split).lacking == 2


def _offers(programme: Programme) -> tuple[Offer, ...]:
    demands = Demands(desk(programme))
    missing = demands.missing(demands.whole)
    return offers_for(demands, missing)[0] if missing else ()


@pytest.mark.parametrize("number", range(20))
def test_every_offer_of_chance_serves_what_was_missing(number: int) -> None:
    """Taken, each holds more than before; and no offer only costs somebody something."""
    programme = a_project(number, sessions=3)
    own = desk(programme)
    before = as_it_stands(own)
    rules = {
        change.label: change for change in (*rule_changes(own.rules, own.project), *_changes(own))
    }

    for offer in _offers(programme):
        assert offer.of - offer.placed < before.lacking, offer.label
        assert offer.serves or offer.kind == "sessions" or offer.of > before.of, offer.label
        change = rules.get(offer.label)
        if change is not None and not change.same_days:
            _is_kept(programme, change, offer)


def _is_kept(programme: Programme, change: Change, offer: Offer) -> None:
    """See that a plan of the changed programme holds as much as an offer says."""
    changed = change.made(programme)
    plan = make_plan(changed, registry())
    required = {p.code: [s.required for s in p.sessions] for p in changed.projects}
    held = sum(required[chosen.project][chosen.number - 1] for chosen in plan.sessions)
    assert held >= offer.placed, offer.label


def test_small_is_possible_so_nothing_is_offered() -> None:
    assert _offers(small()) == ()
