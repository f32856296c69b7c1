"""Assistants and wheelchair taxis people need by them: scarce, shared, and told of nobody."""

from random import Random

import pytest

from constraints import registry
from constraints.interpreter import Interpreter
from constraints.one_place_at_a_time import OnePlaceAtATime
from scheduler.audit import audit
from scheduler.brute_force import best_by_trying
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.choosing import desk_for
from scheduler.concerns import Ledger
from scheduler.course import course_of
from scheduler.facts import NO, YES
from scheduler.fetching import fetching
from scheduler.files.checks.roles import roles_nobody_knows
from scheduler.finished import Finished
from scheduler.in_force import in_force
from scheduler.model import best_values
from scheduler.money.taxis import tariff_of
from scheduler.needed import interpreters_for, needs_of
from scheduler.people import Travel
from scheduler.plan import Plan
from scheduler.programme import Journey, Programme
from scheduler.robustness import robustness
from scheduler.samples import HALL, ISHBEL, RORY, at, on
from scheduler.search import Effort
from scheduler.series import best_series
from scheduler.ways import choices
from scheduler.words import Days
from scheduler.workers import WHEELCHAIR_TAXI, Worker, WorkerNeed
from tests.random_projects import a_project
from tests.whole_programmes import (
    FAR,
    FLORA,
    GROUP,
    MEETING,
    UNA,
    answers,
    base,
    planned,
    with_person,
    with_session,
)

TAXI = Worker(code="taxi", name="Glen Taxis", roles=(WHEELCHAIR_TAXI,), phone="01632 960111")
FETCHED = {"assistance": (WHEELCHAIR_TAXI,), "travel": Travel(taxi=YES)}
MONDAY = Days(first=on("Monday 7 June 2027"), last=on("Monday 7 June 2027"))


def signer(code: str, **given: object) -> Worker:
    return Worker(code=code, roles=("interpreter",), languages=("BSL",)).model_copy(update=given)


def said(plan: Plan) -> list[str]:
    return [task.what for each in plan.sessions for task in each.tasks]


def drawn(number: int) -> Programme:
    """Return a random project in which two need taxis or assistants that are scarce."""
    draw, programme = Random(number), a_project(number, sessions=2, days=5)
    people, journeys = list(programme.people), list(programme.journeys)
    for n, journey in enumerate(journeys):
        journeys[n] = journey.model_copy(update={"by": draw.choice(("bus", "car", "taxi"))})
    for n in draw.sample(range(len(people)), draw.choice((1, 2))):
        need = draw.choice((WHEELCHAIR_TAXI, WHEELCHAIR_TAXI, "personal assistant"))
        asked = {"assistance": (need,), "assisted_by": draw.choice(("", "woman"))}
        people[n] = people[n].model_copy(update=asked)
    first = programme.first_day
    workers = tuple(
        Worker(
            code=f"a{n}",
            roles=draw.choice((("personal assistant",), (WHEELCHAIR_TAXI,), (WHEELCHAIR_TAXI,))),
            gender=draw.choice(("woman", "man", "")),
            hours=draw.choice(((), ("daily 09:00-15:00",))),
            away=(Days(first=first, last=first),) if draw.random() < 0.4 else (),
            session_pence=draw.choice((None, 1000)),
            notice_days=draw.choice((0, 0, 42)),
        )
        for n in range(6)
    )
    made = {
        "people": tuple(people),
        "journeys": tuple(journeys),
        "workers": (*programme.workers, *workers),
    }
    return programme.model_copy(update=made)


@pytest.mark.parametrize("numbers", [range(12), range(12, 24)], ids=str)
def test_search_solver_and_trying_everything_agree_on_every_level(numbers: range) -> None:
    found, solver, trying, held = {}, {}, {}, 0
    for number in numbers:
        programme = drawn(number)
        (project,) = programme.projects
        desk = desk_for(programme, project, in_force(registry(), programme, project))
        course = course_of(desk.columns, desk.ties, Ledger.of(programme, project))
        found[number] = best_series(course, Effort()).values
        solver[number] = best_values(course)
        trying[number] = tuple(value for _, value in best_by_trying(programme, registry()))
        held += any(len(own.start) for own in desk.columns)

    assert found == solver == trying
    assert held >= 2


def test_two_people_in_wheelchairs_need_two_taxis_at_once() -> None:
    both = with_person(UNA, with_person(FLORA, base(), **FETCHED), **FETCHED)
    other = TAXI.model_copy(update={"code": "other", "away": (MONDAY,)})

    one = planned(both.model_copy(update={"workers": (TAXI,)}))
    two = planned(both.model_copy(update={"workers": (TAXI, other)}))

    assert not one.possible
    assert [when for when, _, _ in answers(two)] == ["Tue 8 Jun 11:00"]
    for_all = "paid ahead by the organiser: about £20.00 for all 2 wheelchair taxis, a guess"
    assert (
        "Book Glen Taxis (wheelchair taxi), for the fetching and the way home as well, "
        f"{for_all}. Ask what it costs."
    ) in said(two)


def test_a_taxi_is_shared_among_projects_on_a_day() -> None:
    """Two groups of different people want the same hour of the only day in two halls."""
    first = GROUP.model_copy(update={"members": ("ishbel", "una")})
    second = GROUP.model_copy(update={"code": "other", "members": ("flora", "rory")})
    day = {"last_day": MONDAY.last, "projects": (first, second)}
    lenient = {
        "constraints": {
            **base().constraints,
            "quorum": {"least": 1},
            "balance": {"least_lived": 0},
            "every_view": False,
        }
    }
    both = with_person(UNA, with_person(FLORA, base(**day, **lenient), **FETCHED), **FETCHED)
    other = TAXI.model_copy(update={"code": "other"})

    scarce = planned(both.model_copy(update={"workers": (TAXI,)}))
    enough = planned(both.model_copy(update={"workers": (TAXI, other)}))

    assert len(scarce.sessions) == 1
    assert len(enough.sessions) == 2
    assert {code for each in enough.sessions for code in each.workers} == {"taxi", "other"}


def ordered(plan: Plan) -> list[str]:
    """Return what a plan says of taxis to order."""
    about = ("Book Glen Taxis", "Order", "Ask the taxi firm", "What does a taxi cost")
    return [what for what in said(plan) if what.startswith(about)]


@pytest.mark.parametrize(
    ("fare", "told"),
    [
        (2450, ", paid ahead by the organiser: £24.50."),
        (None, ", paid ahead by the organiser. Ask what it costs: nobody has said yet."),
    ],
    ids=["known", "not known"],
)
def test_a_wheelchair_taxi_is_ordered_once(fare: int | None, told: str) -> None:
    """It was booked by name, and ordered once more as a taxi of no name."""
    taxi = Journey(person="una", venue="hall", by="taxi", out_minutes=10, pence=fare)
    programme = base(workers=(TAXI,), venues=(HALL,), journeys=(taxi,), organiser="")

    plan = planned(with_person(UNA, programme, **FETCHED))

    book = "Book Glen Taxis (wheelchair taxi), for the fetching and the way home as well"
    assert ordered(plan) == [book + told]


def test_a_drive_tells_how_long_a_wheelchair_taxi_takes_and_any_other_way_stands() -> None:
    """Her bus was thrown away for a guess; to where she drives, a taxi fetches her."""
    bus = Journey(person="una", venue="hall", by="bus", out_minutes=5, step_free="yes")
    car = Journey(person="una", venue="far", by="car", out_minutes=25)
    programme = base(workers=(TAXI,), journeys=(bus, car))
    fetched = with_person(UNA, programme, **FETCHED)
    una = next(person for person in fetched.people if person.code == "una")

    by, driven = (choices(fetched, una, venue).entered for venue in (HALL, FAR))

    assert [(way.by, way.out_minutes, way.fare_known) for way in driven] == [("taxi", 25, False)]
    assert [(way.by, way.out_minutes, way.estimated) for way in by] == [("bus", 5, False)]


@pytest.mark.parametrize(("most", "by"), [(60, "bus"), (30, "taxi")])
def test_a_bus_beyond_what_somebody_can_bear_does_not_take_their_taxi_away(
    most: int, by: str
) -> None:
    """Her taxi brought her; with a bus of 52 minutes entered beside it she could not come."""
    taxi = Journey(person="una", venue="hall", by="taxi", out_minutes=10)
    bus = Journey(person="una", venue="hall", by="bus", out_minutes=52, step_free="yes")
    programme = base(workers=(TAXI,), venues=(HALL,), journeys=(taxi, bus))
    fetched = {**FETCHED, "travel": Travel(car=NO, taxi=YES, most_minutes=most)}

    plan = planned(with_person(UNA, programme, **fetched))

    (held,) = plan.sessions
    assert [one.way.by for one in held.coming if one.person == "una"] == [by]


def test_no_taxi_is_booked_where_somebody_comes_by_what_was_entered_for_them() -> None:
    """Neither its hours nor its fee count: it works on no day, and costs more than there is."""
    bus = Journey(person="una", venue="hall", by="bus", out_minutes=70, pence=100, step_free="yes")
    dear = TAXI.model_copy(update={"hours": ("Sun 01:00-02:00",), "session_pence": 50_000})
    programme = base(workers=(dear,), journeys=(bus,))
    fetched = with_person(UNA, programme, **FETCHED)

    plan = planned(fetched)

    (held,) = plan.sessions
    assert [(c.way.by, c.way.out_minutes) for c in held.coming if c.person == "una"] == [
        ("bus", 70)
    ]
    assert (held.venue, held.workers, held.pence) == ("hall", (), 100)
    assert not audit(fetched, plan, registry())


def test_whoever_has_no_known_way_is_asked_the_same_and_told_what_to_enter() -> None:
    """The question named no way out, and only one with a car and a need was left without one.

    Nobody is guessed to come by a taxi who takes none; whoever needs none, and has no means of
    their own, is asked in the same words.
    """
    where = "How could Una get to Glen Hall and home again?"
    asks = f"{where} Enter a journey there and back, or say yes to a taxi."
    stranger = planned(with_person(UNA, base(workers=(TAXI,)), travel=Travel()))
    assert asks in {each.asks for each in stranger.questions}
    for travel in (Travel(), Travel(car=NO, lift=NO, taxi=NO), Travel(car=YES)):
        fetched = with_person(UNA, base(workers=(TAXI,)), **{**FETCHED, "travel": travel})
        plan = planned(fetched)
        assert asks in {each.asks for each in plan.questions}, travel
        assert not plan.final


def test_the_hire_of_a_wheelchair_taxi_is_money_for_taxis() -> None:
    """Fare and hire are more than there is for taxis, though the fare alone is not."""
    taxi = Journey(person="una", venue="hall", by="taxi", out_minutes=10, pence=2000)
    hired = TAXI.model_copy(update={"session_pence": 1500})
    programme = base(workers=(hired,), venues=(HALL,), journeys=(taxi,))
    fetched = with_person(UNA, programme, **FETCHED)
    enough, short = (
        fetched.model_copy(
            update={"constraints": {**fetched.constraints, "taxi_budget": {"most_pence": most}}}
        )
        for most in (3500, 3499)
    )

    within, beyond = planned(enough), planned(short)

    assert "una" in {c.person for s in within.sessions for c in s.coming}
    assert "una" not in {c.person for s in beyond.sessions for c in s.coming}
    says = {each.says for each in audit(short, within, registry())}
    assert "Taxis would cost £35.00 together, and there is £34.99 for them." in says
    lines = [line for each in within.costs.sessions for line in each.lines]
    assert [(line.pence, line.paid) for line in lines if line.what == "Taxi"] == [(3500, "prepaid")]


@pytest.mark.parametrize(
    ("pence", "free", "comes"),
    [(3000, "cheap", True), (2999, "cheap", False), (5000, "dear", True), (4999, "dear", False)],
)
def test_of_taxis_with_different_prices_the_one_that_is_booked_is_counted(
    pence: int, free: str, *, comes: bool
) -> None:
    """The dearest was counted, whichever could be booked."""
    ride = Journey(person="una", venue="hall", by="taxi", out_minutes=10, pence=2000)
    cheap = TAXI.model_copy(update={"code": "cheap", "session_pence": 1000})
    dear = TAXI.model_copy(update={"code": "dear", "session_pence": 3000})
    away = {"hours": ("Sun 01:00-02:00",)}
    taxis = (dear, cheap) if free == "cheap" else (dear, cheap.model_copy(update=away))
    programme = base(workers=taxis, venues=(HALL,), journeys=(ride,))
    fetched = with_person(UNA, programme, **FETCHED)
    most = {**fetched.constraints, "taxi_budget": {"most_pence": pence}}
    short = fetched.model_copy(update={"constraints": most})

    plan = planned(short)

    (held,) = plan.sessions
    assert ("una" in {each.person for each in held.coming}, held.workers) == (
        comes,
        (free,) if comes else (),
    )
    assert [each.pence for each in plan.costs.reaches] == [pence if comes else 0]
    assert not audit(short, plan, registry())


@pytest.mark.parametrize("pence", [4999, 5000, 9999, 10000])
def test_two_taxis_with_different_prices_are_counted_alike_by_search_solver_and_trying(
    pence: int,
) -> None:
    """Each counts as the dearer of the two, so that nobody has more of the money for their place.

    What is told of it is what they cost.
    """
    rides = tuple(
        Journey(person=code, venue="hall", by="taxi", out_minutes=10, pence=2000)
        for code in ("una", "flora")
    )
    cheap = TAXI.model_copy(update={"code": "cheap", "session_pence": 1000})
    dear = TAXI.model_copy(update={"code": "dear", "session_pence": 3000})
    programme = base(workers=(dear, cheap), venues=(HALL,), journeys=rides)
    both = with_person(FLORA, with_person(UNA, programme, **FETCHED), **FETCHED)
    most = {**both.constraints, "taxi_budget": {"most_pence": pence}}
    short = both.model_copy(update={"constraints": most})

    (project,) = short.projects
    desk = desk_for(short, project, in_force(registry(), short, project))
    course = course_of(desk.columns, desk.ties, Ledger.of(short, project))
    found, plan = best_series(course, Effort()), planned(short)

    assert found.values == best_values(course)
    assert found.values == tuple(value for _, value in best_by_trying(short, registry()))
    assert not audit(short, plan, registry())
    riding = [c.person for s in plan.sessions for c in s.coming if c.way.by == "taxi"]
    told = [each.pence for each in plan.costs.reaches]
    assert (len(riding), told) == {
        4999: (0, [0]),
        5000: (1, [3000]),
        9999: (1, [3000]),
        10000: (2, [8000]),
    }[pence]


def test_a_taxi_is_told_the_hours_it_is_booked_for() -> None:
    """Its task said when people meet, its calendar when it fetches."""
    told = said(planned(fetched_from_town("Mon 10:22-13:38")))

    assert "Confirm with Glen Taxis: Monday 7 June 2027, from 10:22 to 13:38." in told


def test_no_taxi_is_booked_for_somebody_who_joins_from_home() -> None:
    joins = {**FETCHED, "other_ways": ("by phone",), "needs": ("hearing loop",)}
    loop = {**HALL.access, "hearing loop": NO}
    hall = HALL.model_copy(update={"access": loop, "phone_reception": YES})
    dear = TAXI.model_copy(update={"session_pence": 500})
    programme = with_person(UNA, base(workers=(dear,), venues=(hall,)), **joins)

    plan = planned(programme)

    assert {c.way.by for s in plan.sessions for c in s.coming if c.person == "una"} == {"by phone"}
    assert [each.workers for each in plan.sessions] == [()]
    assert ordered(plan) == []
    assert plan.costs.pence == plan.sessions[0].pence == 0


@pytest.mark.parametrize(("council", "times"), [("Highland", 2), ("Argyll and Bute", 1)])
def test_the_firms_own_way_counts_where_the_tariff_lets_it_charge_for_that(
    council: str, times: int
) -> None:
    """Highland lets a firm charge the way out to fetch somebody; of Argyll nobody knows it."""
    programme = fetched_from_town("daily 08:00-20:00")
    places = tuple(p.model_copy(update={"council": council}) for p in programme.places)
    programme = programme.model_copy(update={"places": places})
    una = next(person for person in programme.people if person.code == "una")
    (way,) = choices(programme, una, HALL).entered

    on_the_road = fetching(programme, MEETING, programme.people)

    assert on_the_road == (times * way.out_minutes, times * way.back_minutes)
    tariff = tariff_of(council)
    assert tariff is not None
    assert tariff.outward_run == (times == 2)


def test_nobody_is_fetched_to_a_session_on_line() -> None:
    fetched = with_person(UNA, with_session(form="on-line"), **FETCHED)

    assert planned(fetched).sessions[0].workers == ()


def test_a_plan_without_the_taxi_somebody_needs_is_found_out() -> None:
    programme = with_person(UNA, base(workers=(TAXI,)), **FETCHED)
    plan = planned(programme)
    without = plan.sessions[0].model_copy(update={"workers": ()})

    breaches = audit(programme, plan.model_copy(update={"sessions": (without,)}), registry())

    says = "What people need by them is not booked then; still needed: wheelchair taxi."
    assert says in {breach.says for breach in breaches}


def test_a_woman_is_booked_where_somebody_asks_for_one_and_nobody_is_guessed_to_be_one() -> None:
    needs = {"interpreter": "BSL", "assisted_by": "woman"}
    asking = with_person(UNA, with_session(break_minutes=60), **needs)
    morag = signer("morag", gender="woman", away=(MONDAY,))
    unsaid = signer("unsaid")

    plan = planned(asking.model_copy(update={"workers": (unsaid, morag)}))

    assert [when for when, _, _ in answers(plan)] == ["Tue 8 Jun 11:00"]
    assert plan.sessions[0].workers == ("morag",)


def test_whose_gender_nobody_said_is_asked_about_and_not_booked() -> None:
    asks = (UNA.model_copy(update={"interpreter": "BSL", "assisted_by": "woman"}),)
    huda = signer("huda", name="Huda")
    time = {"start": at("Monday 7 June 2027 11:00"), "end": at("Monday 7 June 2027 13:00")}

    said = [
        Interpreter().check(**time, session=MEETING, group=asks, programme=base(workers=(worker,)))
        for worker in (huda, huda.model_copy(update={"gender": "man"}))
    ]

    none = "No BSL interpreter who is a woman can be booked for then."
    question = " Ask Huda whether they may be asked for as a woman: nobody has said."
    assert [each.organiser for each in said if each] == [none + question, none]


def test_a_worker_whose_gender_nobody_said_is_asked_by_a_task() -> None:
    """Also where another is booked; and where nobody can be, it is what would help."""
    asking = with_person(
        UNA, with_session(break_minutes=60), interpreter="BSL", assisted_by="woman"
    )
    huda = signer("huda", name="Huda", phone="01632 960222")
    morag = signer("morag", gender="woman")
    says = "Ask Huda whether they may be asked for as a woman: nobody has said."

    booked = planned(asking.model_copy(update={"workers": (huda, morag)}))
    short = planned(asking.model_copy(update={"workers": (huda,)}))

    tasks = [t for t in booked.sessions[0].tasks if t.what == says]
    assert [(task.due, task.phone) for task in tasks] == [(asking.planning_day, "01632 960222")]
    assert [says in each.remedy for each in short.unplaced] == [True]


def test_a_need_in_almost_the_words_of_a_worker_is_asked_back() -> None:
    almost = with_person(UNA, base(workers=(TAXI,)), assistance=("wheelchair-taxi",))

    (found,) = roles_nobody_knows(almost)

    assert found.remedy == 'is what no worker here does; did you mean "wheelchair taxi"?'
    assert list(roles_nobody_knows(with_person(UNA, base(), **FETCHED))) == []


@pytest.mark.parametrize(
    "need",
    [
        {"interpreter": "BSL", "assisted_by": "woman"},
        {"assistance": ("personal assistant",), "assisted_by": "woman"},
        FETCHED,
    ],
    ids=["interpreter", "assistant", "taxi"],
)
def test_nothing_in_a_plan_tells_whose_need_it_was(need: dict[str, object]) -> None:
    """Whoever of two alike needs it, every line of the plan but its fingerprint is the same."""
    workers = (
        signer("morag", gender="woman"),
        TAXI,
        Worker(code="eilidh", roles=("personal assistant",), gender="woman"),
    )
    programme = with_session(base(workers=workers), break_minutes=60)

    plans = [planned(with_person(who, programme, **need)) for who in (UNA, FLORA)]

    one, other = map(but_for_ways, plans)
    assert one.sessions[0].workers != ()
    assert one == other


def but_for_ways(plan: Plan) -> Plan:
    """Return a plan without its fingerprint, and without how the two who may need it get there.

    Whoever sends a taxi has to know whom it fetches: that is told as it is of any taxi.
    """
    (held,) = plan.sessions
    coming = tuple(
        one.model_copy(update={"way": None, "if_need_be": ()})
        if one.person in {"una", "flora"}
        else one
        for one in held.coming
    )
    certificate = plan.certificate.model_copy(update={"programme": ""})
    people = tuple(each.model_copy(update={"worst_minutes": 0, "line": ""}) for each in plan.people)
    kept = {"certificate": certificate, "people": people}
    tasks = tuple(task for task in held.tasks if "whom to fetch" not in task.what)
    session = held.model_copy(update={"coming": coming, "tasks": tasks})
    return plan.model_copy(update={**kept, "sessions": (session,)})


def test_a_woman_interprets_for_those_as_well_who_did_not_ask_for_one() -> None:
    asks = ISHBEL.model_copy(update={"interpreter": "BSL", "assisted_by": "Woman"})
    any_will_do = RORY.model_copy(update={"interpreter": "BSL"})
    pair = MEETING.model_copy(
        update={"workers": (WorkerNeed(role="interpreter", language="BSL", count=2),)}
    )

    a_woman = WorkerNeed(role="interpreter", language="BSL", gender="woman")
    assert interpreters_for((any_will_do, asks)) == (a_woman,)
    assert needs_of(pair, (any_will_do, asks)) == (
        a_woman,
        WorkerNeed(role="interpreter", language="BSL"),
    )


def fetched_from_town(hours: str) -> Programme:
    """Return a programme whose taxi works some hours, with somebody 38 minutes from the hall."""
    taxi = TAXI.model_copy(update={"hours": (hours,)})
    return with_person(UNA, base(workers=(taxi,), venues=(HALL,)), **FETCHED, home="town")


def test_a_taxi_is_booked_while_it_fetches_and_takes_home() -> None:
    assert not planned(fetched_from_town("daily 11:00-13:00")).possible
    assert not planned(fetched_from_town("Mon 10:23-13:38")).possible

    programme = fetched_from_town("Mon 10:22-13:38")
    plan = planned(programme)

    assert [when for when, _, _ in answers(plan)] == ["Mon 7 Jun 11:00"]
    (entry,) = PlanCalendars(programme, plan).entries_for(Reader("worker", "taxi"))
    assert (f"{entry.start:%H:%M}", f"{entry.end:%H:%M}") == ("10:22", "13:38")
    (room,) = PlanCalendars(programme, plan).entries_for(Reader("venue", "hall"))
    assert f"Room for {len(plan.sessions[0].coming)} people." in room.description_lines


def test_a_plan_that_books_a_taxi_only_for_the_session_is_found_out() -> None:
    plan = planned(fetched_from_town("daily 10:00-14:00"))

    says = [b.says for b in audit(fetched_from_town("daily 11:00-13:00"), plan, registry())]

    assert any("still needed: wheelchair taxi" in each for each in says)


@pytest.mark.parametrize(("hour", "is_near"), [(15, True), (16, False)])
def test_a_taxi_drives_home_and_rests_before_it_fetches_for_another_group(
    hour: int, is_near: bool
) -> None:
    """The first ends at 13:00: home at 13:38, an hour between, and 38 minutes to fetch again."""
    first = GROUP.model_copy(update={"members": ("ishbel", "una")})
    second = GROUP.model_copy(update={"code": "other", "members": ("flora", "rory")})
    both = base(workers=(TAXI,), venues=(HALL,), projects=(first, second))
    for person in (UNA, FLORA):
        both = with_person(person, both, **FETCHED, home="town")
    alone = planned(fetched_from_town("daily 10:00-14:00"))
    (one,) = alone.sessions
    start = one.start.replace(hour=hour)
    other = {"project": "other", "start": start, "end": start + (one.end - one.start)}
    held = [
        one.model_copy(
            update={
                **given,
                "coming": tuple(c for c in one.coming if c.person in project.members),
                "absent": (),
            }
        )
        for given, project in (({}, first), (other, second))
    ]
    finished = Finished.of(both, alone.model_copy(update={"sessions": tuple(held)}))

    says = [breach.says for breach in OnePlaceAtATime().review(finished)]

    assert any("Glen Taxis is needed for two sessions" in each for each in says) == is_near


def test_no_taxi_is_asked_to_keep_a_reserve_date_free_for_somebody_who_cannot_come_then() -> None:
    tuesday = Days(first=on("Tuesday 8 June 2027"), last=on("Tuesday 8 June 2027"))
    days = {"last_day": tuesday.last, "venues": (HALL,)}
    held = with_person(UNA, base(workers=(TAXI,), **days), **FETCHED)
    times = UNA.times.model_copy(update={"away": (tuesday,)})
    away = with_person(UNA, held, times=times)

    asked = [
        [task.what for firm in found.sessions if firm.reserve for task in firm.reserve.tasks]
        for found in (robustness(each, planned(each), registry()) for each in (held, away))
    ]

    assert [bool(each) for each in asked] == [True, True]
    assert ["ask Glen Taxis to keep it free" in each[0] for each in asked] == [True, False]
