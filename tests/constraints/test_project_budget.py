"""One budget for a whole project binds, and what gives way is decided by the order of concern."""

from random import Random

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.brute_force import best_by_trying
from scheduler.choosing import desk_for
from scheduler.concerns import Ledger
from scheduler.course import Course, course_of
from scheduler.in_force import in_force
from scheduler.model import best_values
from scheduler.money.words import OwnRate
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Journey, Programme
from scheduler.replan import replan
from scheduler.samples import HALL, on
from scheduler.search import Effort
from scheduler.sentences import pounds
from scheduler.series import best_series
from scheduler.words import Days
from scheduler.workers import Worker, WorkerNeed
from tests.random_projects import a_project, with_promises, with_ties
from tests.whole_programmes import (
    FAR,
    FLORA,
    GROUP,
    MEETING,
    UNA,
    answers,
    base,
    planned,
    set_to,
    with_project,
)
from web.plan_text import plan_text

MOST = (0, 400, 900, 1500, 2500, 5000)


def drawn(number: int) -> Programme:
    """Return a random project in which rooms, workers, journeys and people's time cost money."""
    draw = Random(-7 - number)
    programme = a_project(number, sessions=draw.choice((1, 2)), days=5)
    programme = with_ties(programme, number) if draw.random() < 0.3 else programme
    programme = with_promises(programme, number) if draw.random() < 0.3 else programme
    rates = (
        OwnRate(what="half day", pence=draw.choice((0, 500)), by="Us"),
        OwnRate(what="day", pence=700, by="Us"),
        OwnRate(what="mileage", pence=10, by="Us"),
    )
    paid = draw.choice(((), ("lived experience",)))
    priced = programme.model_copy(update={"rates": rates, "paid_roles": paid})
    return with_most(priced, draw.choice(MOST), people_may_stay_away=number % 2 == 0)


def with_most(programme: Programme, pence: int, **settings: object) -> Programme:
    """Return a programme with another budget for the project."""
    before = programme.constraints.get("project_budget") or {}
    own = before if isinstance(before, dict) else {}
    return set_to(programme, "project_budget", {**own, "most_pence": pence, **settings})


def course(programme: Programme) -> Course:
    (project,) = programme.projects
    desk = desk_for(programme, project, in_force(registry(), programme, project))
    return course_of(desk.columns, desk.ties, Ledger.of(programme, project))


@pytest.mark.parametrize("numbers", [range(8), range(8, 16), range(16, 24)], ids=str)
def test_search_solver_and_trying_everything_agree_on_every_level(numbers: range) -> None:
    """Trying everything takes too long where many could stay away from two sessions."""
    programmes = {number: drawn(number) for number in numbers}
    courses = {number: course(each) for number, each in programmes.items()}
    few = [n for n in numbers if _is_small(programmes[n])]

    found = {number: best_series(own, Effort()).values for number, own in courses.items()}

    assert found == {number: best_values(own) for number, own in courses.items()}
    assert len(few) >= 4
    assert {n: found[n] for n in few} == {
        n: tuple(value for _, value in best_by_trying(programmes[n], registry())) for n in few
    }


def _is_small(programme: Programme) -> bool:
    return len(programme.people) <= 4 or len(programme.projects[0].sessions) == 1


def test_the_budget_binds_in_many_of_them() -> None:
    """Agreement says little where there is always enough."""
    bound = [number for number in range(24) if course(drawn(number)).limits.each]

    assert len(bound) >= 8


def priced(**hire: int) -> Programme:
    """Return two sessions in two halls with fares, with a price for each hall."""
    venues = tuple(room.model_copy(update={"hire_pence": hire[room.code]}) for room in (HALL, FAR))
    journeys = tuple(
        Journey(person=person.code, venue=room.code, by="taxi", out_minutes=10, pence=pence)
        for person, pence in ((UNA, 900), (FLORA, 600))
        for room in venues
    )
    return with_project(base(venues=venues, journeys=journeys), sessions=(MEETING, MEETING))


def with_money(pence: int, programme: Programme, **settings: object) -> Plan:
    return planned(with_most(programme, pence, **settings))


def comes(plan: Plan) -> list[int]:
    codes = [one.person for chosen in plan.sessions for one in chosen.coming]
    return sorted((codes.count("una"), codes.count("flora")))


def test_dearer_rooms_give_way_before_anybody_has_to_stay_away() -> None:
    """It costs two drives to the town, and still less than the dear hall at home."""
    programme = priced(hall=9000, far=1000)

    plenty, short = with_money(40_000, programme), with_money(13_000, programme)

    assert {venue for _, venue, _ in answers(plenty)} == {"hall"}
    assert {venue for _, venue, _ in answers(short)} == {"far"}
    assert comes(short) == comes(plenty) == [2, 2]


def test_where_that_is_not_enough_nobody_misses_two_before_another_misses_one() -> None:
    """Flora's way is cheaper, but each comes once rather than Flora twice and Una never."""
    plan = with_money(3600, priced(hall=1000, far=1000), people_may_stay_away=True)

    away = {one.stays_away for each in plan.sessions for one in each.absent}
    assert comes(plan) == [1, 1]
    assert plan.costs.pence <= 3600
    assert away == {
        f"{who} could come, and the money for the project does not reach."
        for who in ("Una", "Flora")
    }


def test_nobody_is_kept_at_home_unless_the_group_so_decided() -> None:
    """One of two sessions is left out, and everybody comes to the other."""
    plan = with_money(3600, priced(hall=1000, far=1000))

    assert [when for when, _, _ in answers(plan)] == ["Mon 7 Jun 11:00"]
    assert comes(plan) == [1, 1]
    assert {one.stays_away for each in plan.sessions for one in each.absent} == set()
    assert not plan.possible


@pytest.mark.parametrize(
    ("hire", "pence", "settings", "kept"),
    [
        pytest.param(
            {"hall": 9000, "far": 1000},
            13_000,
            {},
            ("Sessions 1 and 2 would be in another room or at another time.", "£210.00"),
            id="rooms",
        ),
        pytest.param(
            {"hall": 1000, "far": 1000},
            3600,
            {},
            (
                (
                    "It keeps session 2 from having a date. "
                    "With more money people would come 8 times in all instead of 4."
                ),
                "£50.00",
            ),
            id="a session",
        ),
        pytest.param(
            {"hall": 1000, "far": 1000},
            3600,
            {"people_may_stay_away": True},
            (
                (
                    "With more money people would come 8 times in all instead of 6. "
                    "Already with £41.00 somebody could come to one session more."
                ),
                "£50.00",
            ),
            id="people",
        ),
    ],
)
def test_the_plan_says_what_the_money_kept_from_happening_and_what_is_left(
    hire: dict[str, int], pence: int, settings: dict[str, object], kept: tuple[str, str]
) -> None:
    programme = priced(**hire)
    plan = with_money(pence, programme, **settings)

    (reach,) = plan.costs.reaches
    left, says, needs = reach.says[0], " ".join(reach.says[1:-1]), reach.says[-1]

    assert (says, needs) == (kept[0], f"With {kept[1]} there would be money for all of that.")
    assert reach.pence == plan.costs.pence
    assert left == (
        f"There is {pounds(pence)} for everything in this project. "
        f"Of it {pounds(plan.costs.pence)} is used, and {pounds(pence - plan.costs.pence)} is left."
    )
    told = " ".join(plan_text(with_most(programme, pence, **settings), plan).split())
    assert f"{left} {says}" in told


def test_money_enough_is_said_to_keep_nothing_from_happening() -> None:
    plan = with_money(40_000, priced(hall=9000, far=1000))

    (reach,) = plan.costs.reaches
    nothing = "It keeps nothing from happening: with more money the plan would be the same."
    assert reach.says[1:] == (nothing,)
    assert with_money(-1, priced(hall=9000, far=1000)).costs.reaches == ()


def two_budgets() -> Programme:
    """Return a group whose money for taxis and for everything each are too little for two."""
    programme = set_to(priced(hall=1000, far=1000), "taxi_budget", {"most_pence": 2000})
    together = set_to(programme, "balance", {"least_lived": 3, "stand_down": False})
    return with_most(together, 3600)


def test_of_two_budgets_that_bind_each_says_what_both_keep_from_happening() -> None:
    """That "with more money the plan would be the same" was told while the other money stood."""
    everything, taxis = planned(two_budgets()).costs.reaches

    assert (everything.what, taxis.what) == ("everything", "taxis")
    assert everything.says[1:] == (
        "More of this money alone changes nothing, because the money for taxis stands as well.",
        "Together they keep session 2 from having a date.",
        "With more money people would come 8 times in all instead of 4.",
        "With £50.00 for everything and £30.00 for taxis there would be money for all of that.",
    )


def test_money_for_taxis_tells_what_is_used_what_is_left_and_what_more_would_do() -> None:
    programme = set_to(priced(hall=1000, far=1000), "taxi_budget", {"most_pence": 2000})

    (taxis,) = planned(programme).costs.reaches

    assert taxis.says[0].startswith("There is £20.00 for taxis in this project. Of it £")
    assert taxis.says[1] == "With more money people would come 8 times in all instead of 6."
    assert taxis.says[-1] == "With £30.00 for taxis there would be money for all of that."
    assert not {"Una", "Flora"} & set(" ".join(taxis.says).replace(".", " ").split())


def test_a_plan_that_tells_of_more_money_left_is_found_out() -> None:
    programme = with_most(priced(hall=1000, far=1000), 20_000)
    plan = planned(programme)
    (reach,) = plan.costs.reaches
    says = ("There is £200.00 for everything in this project. Of it £1.00 is used.",)
    costs = plan.costs.model_copy(update={"reaches": (reach.model_copy(update={"says": says}),)})

    breaches = audit(programme, plan.model_copy(update={"costs": costs}), registry())

    assert [breach.says for breach in breaches] == [
        "What it tells of the money for the project is not what its sessions cost."
    ]


def test_a_plan_dearer_than_the_budget_is_found_out() -> None:
    programme = priced(hall=1000, far=1000)
    plan = with_money(20_000, programme)

    breaches = audit(set_to(programme, "project_budget", {"most_pence": 3000}), plan, registry())

    says = "All of it would cost £50.00 together, and there is £30.00 for it."
    assert ("project_budget", says) in {(each.constraint, each.says) for each in breaches}


def test_no_money_is_not_the_same_as_no_budget() -> None:
    programme = priced(hall=1000, far=1000)

    assert not with_money(0, programme).possible
    assert comes(with_money(-1, programme)) == [2, 2]


def test_what_is_told_of_each_plan_within_a_budget_adds_up() -> None:
    """`make_plan` refuses to return a plan the audit finds fault with."""
    for number in range(24, 30):
        programme = drawn(number)
        most = programme.constraints["project_budget"]["most_pence"]  # type: ignore[index]

        plan = make_plan(programme, registry())

        promised = any(s.is_promised for p in programme.projects for s in p.sessions)
        assert promised or plan.costs.pence <= most


def two_groups(last: str) -> Programme:
    """Return two groups of different people who each need one of two facilitators, one dear."""
    workers = tuple(Worker(code=f"w{n}", session_pence=pence) for n, pence in enumerate((0, 9000)))
    session = MEETING.model_copy(update={"workers": (WorkerNeed(role="facilitator"),)})
    both = tuple(
        GROUP.model_copy(update={"code": code, "members": members, "sessions": (session,)})
        for code, members in (("one", ("ishbel", "una")), ("two", ("flora", "rory")))
    )
    lenient = {"quorum": {"least": 1}, "balance": {"least_lived": 0}, "every_view": False}
    programme = base(projects=both, workers=workers, last_day=on(last))
    settings = {**programme.constraints, **lenient}

    return programme.model_copy(update={"constraints": settings})


@pytest.mark.parametrize(
    ("last", "held"), [("Monday 7 June 2027", 1), ("Tuesday 8 June 2027", 2)], ids=["one", "two"]
)
def test_money_is_enough_wherever_the_worker_who_is_left_can_be_paid(last: str, held: int) -> None:
    """Each was counted with the dear facilitator, so neither had a session on any day.

    Planned at once, the second was once given the dear one, and the plan refused by the audit.
    """
    plan = with_money(6000, two_groups(last))

    assert len(plan.sessions) == held
    assert {each.workers for each in plan.sessions} == {("w0",)}
    assert all(each.pence <= 6000 for each in plan.costs.sessions)


def test_a_group_with_plenty_leaves_the_cheap_worker_to_one_without() -> None:
    programme = two_groups("Monday 7 June 2027")
    poor, rich = reversed(programme.projects)
    poor = poor.model_copy(update={"constraints": {"project_budget": {"most_pence": 6000}}})

    plan = planned(programme.model_copy(update={"projects": (rich, poor)}))

    assert {each.project: each.workers for each in plan.sessions} == {
        rich.code: ("w1",),
        poor.code: ("w0",),
    }


@pytest.mark.parametrize("most", [(6000, 3162), (3162, 6000)], ids=["one", "two"])
def test_a_group_pays_a_dearer_worker_where_another_cannot(most: tuple[int, int]) -> None:
    """Each by itself wants the near room with the cheap worker, and either kept the other from all.

    The group that can pay has the near room with the dear worker then, the other the far room.
    """
    programme, (dear, _) = two_groups("Monday 7 June 2027"), most
    workers = tuple(Worker(code=f"w{n}", session_pence=pence) for n, pence in enumerate((0, 6000)))
    projects = tuple(
        each.model_copy(update={"constraints": {"project_budget": {"most_pence": own}}})
        for each, own in zip(programme.projects, most, strict=True)
    )

    plan = planned(programme.model_copy(update={"workers": workers, "projects": projects}))

    near, far = ("one", "two") if dear == 6000 else ("two", "one")
    held = {each.project: (each.venue, each.workers, each.pence) for each in plan.sessions}
    assert held == {near: ("hall", ("w1",), 6000), far: ("far", ("w0",), 3162)}


def test_where_others_may_take_the_cheap_worker_the_dear_one_can_be_counted() -> None:
    """What is fallen back on where the workers that are left cost more than was counted."""
    programme = with_most(two_groups("Monday 7 June 2027"), 6000)
    project = programme.projects[0]
    desk = desk_for(programme, project, in_force(registry(), programme, project))
    ledger = Ledger.of(programme, project)

    missing = [
        best_series(course_of(desk.columns, desk.ties, ledger, dearest=each), Effort()).values[0]
        for each in (False, True)
    ]

    assert missing == [(0,), (1,)]


def drawn_groups(number: int) -> Programme:
    """Return two groups whose workers and money are scarce, drawn by number."""
    draw = Random(number)
    last = draw.choice(("Monday 7 June 2027", "Tuesday 8 June 2027", "Tuesday 15 June 2027"))
    programme, most = two_groups(last), draw.sample((0, 3000, 6000, 9000, 12_000), 2)
    fees = draw.sample((0, 3000, 6000, 9000), draw.choice((1, 2, 3)))
    workers = tuple(Worker(code=f"w{n}", session_pence=fee) for n, fee in enumerate(fees))
    projects = tuple(
        each.model_copy(
            update={
                "sessions": each.sessions * draw.choice((1, 2)),
                "constraints": {"project_budget": {"most_pence": own}},
            }
        )
        for each, own in zip(programme.projects, most, strict=True)
    )
    return programme.model_copy(update={"workers": workers, "projects": projects})


def most_of(programme: Programme) -> dict[str, object]:
    """Return the money of each group, by its code."""
    settings = {each.code: each.constraints["project_budget"] for each in programme.projects}
    return {code: own["most_pence"] for code, own in settings.items() if isinstance(own, dict)}


@pytest.mark.parametrize("number", range(6))
def test_no_plan_for_several_groups_breaks_a_budget(number: int) -> None:
    """`make_plan` refuses a plan the audit finds fault with; here workers and money are scarce."""
    programme = drawn_groups(number)

    plan = planned(programme)

    assert {r.project: r.most_pence for r in plan.costs.reaches} == most_of(programme)
    assert all(reach.pence <= reach.most_pence for reach in plan.costs.reaches)


@pytest.mark.parametrize("number", [7, 18])
def test_no_plan_made_again_for_several_groups_breaks_a_budget(number: int) -> None:
    """A room shut for a day, and every worker dearer.

    Planning again ended with no plan at all where it kept another session than planning anew: what
    was offered told of the sessions that lack a date in the plan made anew.
    """
    before = drawn_groups(number)
    plan = planned(before)
    day = plan.sessions[0].start.date()
    shut = tuple(
        venue.model_copy(update={"closed": (Days(first=day, last=day),)})
        if venue.code == plan.sessions[0].venue
        else venue
        for venue in before.venues
    )
    dearer = tuple(
        worker.model_copy(update={"session_pence": (worker.session_pence or 0) + 3000})
        for worker in before.workers
    )
    for changed in ({"venues": shut}, {"workers": dearer}):
        after = before.model_copy(update=changed)

        again = replan(after, plan, registry()).plan

        assert {r.project: r.most_pence for r in again.costs.reaches} == most_of(after)
        assert all(reach.pence <= reach.most_pence for reach in again.costs.reaches)
        assert len(again.sessions) == len(planned(after).sessions)
