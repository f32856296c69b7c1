"""More money never leaves whoever is worst off with less.

Every plan within a budget is one within a larger, and what people with lived experience miss is
compared worst first before all else, wherever there is a budget.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import combinations
from random import Random

import pytest

from constraints import registry
from scheduler.alternatives import alternatives
from scheduler.brute_force import best_by_trying
from scheduler.facts import YES, Answer
from scheduler.journeys import Journey
from scheduler.model import best_values
from scheduler.money.words import OwnRate
from scheduler.outcomes import WOULD_COME_LESS
from scheduler.people import Childcare
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.samples import on
from scheduler.search import Effort
from scheduler.series import best_series
from scheduler.words import Days
from scheduler.workers import Worker, WorkerNeed
from tests.constraints.test_project_budget import course, priced, with_money, with_most
from tests.whole_programmes import (
    MEETING,
    UNA,
    base,
    planned,
    set_to,
    told,
    with_person,
    with_project,
)

LIVED = "Sessions missed (people with lived experience)"


def missed(plan: Plan) -> tuple[int, ...]:
    """Return the shares of sessions people with lived experience miss, worst first."""
    return next(level.value for level in plan.order if level.name == LIVED)


Shares = tuple[int, ...]
"""What people with lived experience miss of their sessions, worst first."""


def least_missed(programme: Programme) -> Shares:
    """Return the least that people with lived experience can miss, as the search finds it."""
    _, _, missed_by, *_ = best_series(course(programme), Effort()).values
    return missed_by


def with_taxis(programme: Programme, pence: int) -> Programme:
    """Return a programme with another budget for taxis."""
    return set_to(programme, "taxi_budget", {"most_pence": pence})


KINDS: dict[str, Callable[[Programme, int], Programme]] = {
    "all": lambda own, most: with_most(own, most, people_may_stay_away=False),
    "all, people may stay away": lambda own, most: with_most(own, most, people_may_stay_away=True),
    "taxis": lambda own, most: with_taxis(with_most(own, -1, people_may_stay_away=False), most),
    "taxis, people may stay away": lambda own, most: with_taxis(
        with_most(own, 9000, people_may_stay_away=True), most
    ),
    "a session": lambda own, most: set_to(own, "session_budget", {"most_pence": most}),
}
"""Every kind of budget, by what it is for and whether people may stay away for it."""
SOME = 4
PENCE = (0, 700, 1500, 2500, 4000, 6000)


def few(number: int) -> Programme:
    """Return four people and two or three sessions, on all of which money may come up short.

    Rooms, workers, taxis and a sitter cost something, people are away, a session may be optional.
    """
    draw = Random(number)
    venues = tuple(
        room.model_copy(update={"hire_pence": draw.choice((0, 500, 1500))})
        for room in base().venues
    )
    taxis = tuple(
        Journey(
            person=code, venue=room.code, by="taxi", out_minutes=10, pence=draw.choice((600, 1900))
        )
        for code in ("una", "flora", "ishbel")
        for room in venues
        if draw.random() < 0.6
    )
    need = (WorkerNeed(role="facilitator"),)
    sessions = tuple(
        MEETING.model_copy(
            update={
                "required": draw.random() < 0.7,
                "venue": draw.choice((None, "hall", "far")),
                "workers": need if draw.random() < 0.5 else (),
            }
        )
        for _ in range(draw.choice((2, 3)))
    )
    made = base(
        venues=venues,
        journeys=taxis,
        workers=(Worker(code="w", session_pence=draw.choice((0, 2000))),),
        last_day=on(draw.choice(("Tuesday 15 June 2027", "Sunday 20 June 2027"))),
        rates=(OwnRate(what="sitter", pence=draw.choice((0, 400)), by="Us"),),
    )
    for person in made.people:
        made = with_person(person, made, **_own(draw))
    least = {"least": draw.choice((2, 3))}
    return set_to(with_project(made, sessions=sessions), "quorum", least)


def _own(draw: Random) -> dict[str, object]:
    """Return what is drawn of one person: days away, sessions wanted, a child with a sitter."""
    first, last = (
        on("Monday 7 June 2027") + timedelta(days=n) for n in sorted(draw.sample(range(14), 2))
    )
    away = (Days(first=first, last=last),) if draw.random() < 0.5 else ()
    sitter = Childcare(children=1, sitter=YES)
    return {
        "times": told(away=away),
        "sessions_wanted": draw.choice((None, None, 1, 2)),
        "childcare": sitter if draw.random() < 0.3 else Childcare(),
    }


def worse(found: Sequence[Shares]) -> list[tuple[Shares, Shares]]:
    """Return each two budgets, the smaller first, of which the larger leaves people with less."""
    return [(less, more) for less, more in combinations(found, 2) if more > less]


@pytest.mark.parametrize("kind", KINDS)
def test_raising_a_budget_never_makes_the_worst_off_worse(kind: str) -> None:
    """Of random projects every two budgets of each kind are compared, whatever else there is."""
    eased = 0
    for number in range(SOME):
        programme = few(number)

        found = [least_missed(KINDS[kind](programme, most)) for most in PENCE]

        assert worse(found) == []
        eased += found[0] != found[-1]

    assert eased >= SOME // 2


def dear_second() -> Programme:
    """Return two sessions, the second with a facilitator who costs more than Una's taxi."""
    programme = priced(hall=1000, far=9000)
    taxis = tuple(
        Journey(person="una", venue=venue, by="taxi", out_minutes=10, pence=1500)
        for venue in ("hall", "far")
    )
    made = {"journeys": taxis, "workers": (Worker(code="w", session_pence=2000),)}
    facilitated = MEETING.model_copy(update={"workers": (WorkerNeed(role="facilitator"),)})
    return with_project(programme.model_copy(update=made), sessions=(MEETING, facilitated))


def test_where_people_may_stay_away_a_session_is_left_out_rather_than_somebody() -> None:
    """With £40 both could be held, and Una would come to neither where she had come to one.

    That is what was done once: more money left somebody with less.
    """
    programme = dear_second()

    plans = [
        with_money(most, programme, people_may_stay_away=True)
        for most in (1000, 2500, 4000, 5500, 7000)
    ]

    assert [(len(plan.sessions), missed(plan)) for plan in plans] == [
        (1, (2, 1, 1)),
        (1, (1, 1, 1)),
        (1, (1, 1, 1)),
        (2, (1, 0, 0)),
        (2, (0, 0, 0)),
    ]


@pytest.mark.parametrize("most", [2500, 4000, 5500])
def test_search_solver_and_trying_everything_agree_on_whom_a_session_is_left_out_for(
    most: int,
) -> None:
    """The same two sessions, each on a day of its own so that everything can be tried."""
    programme = dear_second()
    days = (on("Monday 7 June 2027"), on("Monday 14 June 2027"))
    sessions = tuple(
        session.model_copy(update={"day": day, "start": "11:00"})
        for session, day in zip(programme.projects[0].sessions, days, strict=True)
    )
    programme = with_project(programme, sessions=sessions)
    own = with_most(programme, most, people_may_stay_away=True)

    found = best_series(course(own), Effort()).values

    assert found == best_values(course(own))
    assert found == tuple(value for _, value in best_by_trying(own, registry()))


def test_the_plan_says_that_a_session_is_left_out_for_somebody_and_names_nobody() -> None:
    plan = with_money(4000, dear_second(), people_may_stay_away=True)

    (one,) = plan.unplaced

    assert one.reason == f"No date was found for session 2 of Living well. {WOULD_COME_LESS}"
    assert one.remedy == (
        "More money could help. Or ask the group whether it would rather hold more all the same."
    )
    assert (plan.possible, plan.conflicts) == (False, ())


def test_a_plan_with_more_sessions_is_offered_beside_it() -> None:
    programme = with_most(dear_second(), 4000, people_may_stay_away=True)

    best, more = alternatives(programme, registry())

    assert (best.name, more.name) == ("best", "more")
    assert (len(more.plan.sessions), missed(more.plan)) == (2, (2, 0, 0))
    assert more.best_at == "1 more session is held."
    assert more.gives_up.startswith("In return: people with lived experience miss more of their")


def a_taxi_for_one() -> Programme:
    """Return two sessions that Una reaches by taxi, and the second of which needs Flora's."""
    fares = (("una", "hall", 800), ("una", "far", 2000), ("flora", "far", 1000))
    taxis = tuple(
        Journey(person=who, venue=venue, by="taxi", out_minutes=10, pence=pence)
        for who, venue, pence in fares
    )
    sessions = tuple(MEETING.model_copy(update={"venue": venue}) for venue in ("hall", "far"))
    programme = with_project(base(journeys=taxis), sessions=sessions)
    return set_to(programme, "quorum", {"least": 3})


@pytest.mark.parametrize(
    "settings", [{}, {"most_pence": 90_000}, {"most_pence": 90_000, "people_may_stay_away": True}]
)
def test_money_for_taxis_never_holds_one_more_session_instead_of_bringing_somebody(
    settings: dict[str, object],
) -> None:
    """With £10 a second session could be held, to which Flora would come and Una to neither."""
    programme = set_to(a_taxi_for_one(), "project_budget", dict(settings))

    plans = [planned(with_taxis(programme, most)) for most in (800, 1000, 1800)]

    assert [(len(plan.sessions), missed(plan)) for plan in plans] == [
        (1, (1, 1, 1)),
        (1, (1, 1, 1)),
        (2, (1, 0, 0)),
    ]


def two_halls(hall: int, far: int) -> Programme:
    """Return two sessions, on Mondays in one hall or on Tuesdays, when Una is busy, in another."""
    venues = tuple(
        room.model_copy(update={"opening": f"{day} 09:00-18:00", "open_on_holidays": Answer.YES})
        for room, day in zip(priced(hall=hall, far=far).venues, ("Mo", "Tu"), strict=True)
    )
    twice = with_project(base(venues=venues), sessions=(MEETING, MEETING))
    programme = with_person(UNA, twice, times=told(care=("Tue 09:00-18:00",)))
    return set_to(programme, "quorum", {"least": 3})


MOST = (9000, 13_500, 15_800, 18_000)
"""A session in the hall costs £90, and one in the other, with mileage for three, £67.43."""


@pytest.mark.parametrize("kind", ["all", "all, people may stay away"])
def test_nobody_loses_a_session_to_a_cheaper_room_when_there_is_more_money(kind: str) -> None:
    """With £135 two sessions could be held on Tuesdays, and Una would come to neither.

    That is what was done where only money for everything was limited and nobody stays away for it.
    """
    plans = [planned(KINDS[kind](two_halls(9000, 2000), most)) for most in MOST]

    assert [(len(plan.sessions), missed(plan)) for plan in plans] == [
        (1, (1, 1, 1)),
        (1, (1, 1, 1)),
        (2, (1, 0, 0)),
        (2, (0, 0, 0)),
    ]
    assert [WOULD_COME_LESS in one.reason for one in plans[1].unplaced] == [True]


def test_money_for_each_session_puts_people_first_as_well() -> None:
    """With £30 for each, two could be held on Tuesdays a day from the one that Una can come to."""
    programme = two_halls(2000, 3000)
    hall, far = programme.venues
    first = on("Monday 7 June 2027")
    hall = hall.model_copy(update={"closed": (Days(first=first, last=first),)})
    programme = programme.model_copy(update={"venues": (hall, far)})

    plans = [planned(KINDS["a session"](programme, most)) for most in (2000, 3000)]

    assert [(len(plan.sessions), missed(plan)) for plan in plans] == [(1, (1, 1, 1))] * 2
    assert [WOULD_COME_LESS in one.reason for plan in plans for one in plan.unplaced] == [
        False,
        True,
    ]
