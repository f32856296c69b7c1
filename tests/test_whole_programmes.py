"""One whole programme for each constraint: switched on, it changes the plan for its own reason.

Each case begins with the same small programme: four people of one glen, two halls and a fortnight
in June 2027. Left alone it meets on Monday 7 June at eleven in Glen Hall. A case adds what one
constraint is about. It is planned twice: without the constraint (switched off, or, as a right
cannot be switched off, without the person's need) and with it.
"""

from dataclasses import dataclass

import pytest

from constraints import registry
from scheduler.facts import NO, YES, Answer
from scheduler.named_days import NamedDays
from scheduler.people import Person, Season, Times, Travel
from scheduler.plan import Plan
from scheduler.programme import Journey, Line, Programme
from scheduler.samples import GLEN, HALL, RORY, on
from scheduler.why_not import why_not
from scheduler.words import Days
from scheduler.workers import Worker, WorkerNeed
from tests.money_cases import MONEY_CASES
from tests.series_cases import SERIES_CASES
from tests.whole_programmes import (
    ALL,
    BASE,
    BEFORE,
    DILEMMA,
    ELSEWHERE,
    FLORA,
    GROUP,
    MEETING,
    MONDAY,
    MONDAY_WITHOUT_RORY,
    NEIGHBOUR,
    NEXT_DAY,
    NO_MONDAY,
    TUESDAY_WITHOUT_FLORA,
    UNA,
    Case,
    answers,
    base,
    from_day,
    new_against,
    planned,
    set_to,
    spell,
    told,
    with_hall,
    with_person,
    with_project,
    with_session,
)

MAIRI = NEIGHBOUR.model_copy(update={"code": "mairi", "name": "Mairi"})
NEIL = NEIGHBOUR.model_copy(update={"code": "neil", "name": "Neil", "home": "town"})
"""One more professional than there is room for: who has the longest way stands down."""
STRANGER = NEIGHBOUR.model_copy(
    update={"code": "stranger", "name": "A stranger", "places_of_service": ("hall",)}
)
HAWICK = GLEN.model_copy(update={"code": "hawick", "name": "Hawick"})
FACILITATOR = Worker(code="catriona", name="Catriona", hours=("Tue-Sun 09:00-17:00",))
SIGNER = Worker(
    code="morag", roles=("interpreter",), languages=("BSL",), hours=("Tue-Sun 09:00-17:00",)
)
AN_HOUR_OF_TALK = with_session(base(workers=(SIGNER,)), break_minutes=60)
EVERY_DAY = SIGNER.model_copy(update={"hours": ()})
TUESDAY_BUS = Line(
    name="Bus",
    days="Tue",
    from_place="town",
    to_place="hall",
    out=(("10:00", "10:40"),),
    back=(("13:30", "14:10"),),
)


def larger(programme: Programme, *others: Person) -> Programme:
    """Return a programme with more people in the group."""
    members = (*GROUP.members, *(person.code for person in others))
    people = (*programme.people, *others)
    return with_project(programme.model_copy(update={"people": people}), members=members)


def two_groups() -> Programme:
    """Return a programme in which Una is in a second group as well."""
    other = GROUP.model_copy(update={"code": "other", "public_name": "Growing"})
    share = other.model_copy(update={"members": ("una", "mairi"), "venues": ("far",)})
    projects = (GROUP.model_copy(update={"venues": ("hall",)}), share)
    return base(people=(*BASE.people, MAIRI), projects=projects)


SHUT = NamedDays(
    code="mill-shut",
    days=(Days(first=MONDAY, last=MONDAY),),
    known_until=on("Friday 31 December 2027"),
)
LATE = told(expected_from=on("Tuesday 8 June 2027"), confirm_by=on("Saturday 5 June 2027"))
"""Una knows her times of Monday; from Tuesday on she will know them on Saturday."""
LATE_LIGHT = {"earliest": "15:30", "latest": "17:30"}
LONG_WAY = Journey(person="una", venue="hall", out_minutes=50, back_minutes=50)
"""Home at 18:20, when the sun has set at 18:16 on the last day of winter, Monday 15 March 2027."""

CASES = (
    Case(
        "access_needs",
        with_person(
            UNA, with_hall(access={**HALL.access, "hearing loop": NO}), needs=("hearing loop",)
        ),
        "Una cannot come: Glen Hall has no hearing loop.",
        ELSEWHERE,
        without=with_hall(access={**HALL.access, "hearing loop": NO}),
    ),
    Case(
        "balance",
        larger(with_person(FLORA, roles=("professional",)), NEIL),
        "Professionals would outnumber members with lived experience, 3 to 2.",
        BEFORE,
        before=(("Mon 7 Jun 11:00", "hall", ("flora", "ishbel", "neil", "rory", "una")),),
    ),
    Case(
        "busy_times",
        with_person(UNA, times=told(busy=(spell("10:00", "12:00"),))),
        "Una is busy from 10:00 to 12:00.",
        NEXT_DAY,
    ),
    Case(
        "capacity",
        with_hall(capacity=5),
        "Glen Hall holds 5; the group and its workers need 6.",
        ELSEWHERE,
    ),
    Case(
        "care",
        with_person(UNA, times=told(care=("Mon 12:00-14:00",))),
        "Una gives care from 12:00 to 14:00.",
        NEXT_DAY,
    ),
    Case(
        "company",
        with_person(UNA, base(people=(*BASE.people, STRANGER)), not_with=("stranger",)),
        "A private need rules this out.",
        ELSEWHERE,
        without=base(people=(*BASE.people, STRANGER)),
    ),
    Case(
        "courtesy_days",
        base(**from_day("Monday 17 May 2027")),
        "Monday 17 May 2027 is kept clear because Eid al-Adha may be kept then.",
        (("Tue 18 May 11:00", "hall", ALL),),
        before=(("Mon 17 May 11:00", "hall", ALL),),
    ),
    Case(
        "dates_to_avoid",
        base(dates_to_avoid=(Days(first=MONDAY, last=MONDAY, note="gala"),)),
        "Monday 7 June 2027 is a date to avoid: gala.",
        NEXT_DAY,
    ),
    Case(
        "decision_maker",
        with_session(
            with_person(RORY, DILEMMA, roles=("decision maker",)), needs_roles=("decision maker",)
        ),
        "This session needs somebody there in this role: decision maker.",
        TUESDAY_WITHOUT_FLORA,
        before=MONDAY_WITHOUT_RORY,
    ),
    Case(
        "every_view",
        with_person(RORY, DILEMMA, view="the council"),
        "Nobody can be counted on to be there for the council.",
        TUESDAY_WITHOUT_FLORA,
        before=MONDAY_WITHOUT_RORY,
    ),
    Case(
        "festivals",
        with_person(UNA, base(**from_day("Friday 11 June 2027")), keeps=("jumuah",)),
        "Friday 11 June 2027 has times to avoid for Una.",
        (("Sat 12 Jun 11:00", "hall", ALL),),
        before=(("Fri 11 Jun 11:00", "hall", ALL),),
    ),
    Case(
        "free_times",
        with_person(UNA, times=told(free=("Tue-Sun 10:00-14:00",))),
        "Una can come only Tue-Sun 10:00-14:00.",
        NEXT_DAY,
    ),
    Case(
        "holidays",
        base(**from_day("Monday 3 May 2027")),
        "Monday 3 May 2027 is a bank holiday: May Day.",
        (("Tue 4 May 11:00", "hall", ALL),),
        before=(("Mon 3 May 11:00", "hall", ALL),),
    ),
    Case(
        "home_safely",
        with_person(UNA, base(earliest="10:00"), times=told(not_before="10:30")),
        "Una cannot be there before 10:30.",
        BEFORE,
        before=(("Mon 7 Jun 10:00", "hall", ALL),),
    ),
    Case(
        "inclusive_hours",
        base(earliest="08:00", latest="12:00"),
        "It would start at 08:00; nothing is to start before 09:00.",
        (("Mon 7 Jun 10:00", "hall", ALL),),
        before=(("Mon 7 Jun 08:00", "hall", ALL),),
    ),
    Case(
        "interpreter",
        with_person(UNA, AN_HOUR_OF_TALK, interpreter="BSL"),
        "No BSL interpreter can be booked for then.",
        NEXT_DAY,
        also="No BSL interpreter is booked for then.",
        without=AN_HOUR_OF_TALK,
    ),
    Case(
        "lambing",
        with_person(
            UNA,
            base(**from_day("Thursday 3 June 2027")),
            seasons=(Season(activity="lambing_hill_blackface"),),
        ),
        "Una rests for 14 days after lambing, until Thursday 3 June 2027.",
        (("Fri 4 Jun 11:00", "hall", ALL),),
        before=(("Thu 3 Jun 11:00", "hall", ALL),),
    ),
    Case(
        "land_year",
        with_person(
            UNA,
            base(**from_day("Tuesday 31 August 2027")),
            seasons=(Season(activity="soft_fruit"),),
        ),
        "Una has berry picking from Thursday 10 June to Tuesday 31 August 2027.",
        (("Wed 1 Sep 11:00", "hall", ALL),),
        before=(("Tue 31 Aug 11:00", "hall", ALL),),
    ),
    Case("licensed_premises", with_hall(licensed=YES), "Glen Hall serves alcohol.", ELSEWHERE),
    Case(
        "local_events",
        with_project(
            base(**from_day("Friday 11 June 2027"), places=(*BASE.places, HAWICK)), near="hawick"
        ),
        "Friday 11 June 2027 is a day of the Hawick Common-Riding.",
        (("Sun 13 Jun 11:00", "hall", ALL),),
        before=(("Fri 11 Jun 11:00", "hall", ALL),),
    ),
    Case(
        "neutral_venue",
        with_hall(kind="council office", operator="Glen Council"),
        "Glen Hall is an office of Glen Council, where a member works.",
        ELSEWHERE,
    ),
    Case(
        "no_go_places",
        with_person(UNA, no_go=("Glen Hall",)),
        "A private need rules this out.",
        ELSEWHERE,
        without=BASE,
    ),
    Case(
        "one_place_at_a_time",
        two_groups(),
        "Una is needed for two sessions too close together: "
        "Living well on Monday 7 June 2027 at 11:00 and Growing on Monday 7 June 2027 at 11:00.",
        (("Mon 7 Jun 11:00", "hall", ALL), ("Tue 8 Jun 11:00", "far", ("mairi", "una"))),
        before=(("Mon 7 Jun 11:00", "hall", ALL), ("Mon 7 Jun 11:00", "far", ("mairi", "una"))),
    ),
    Case(
        "opening_hours",
        with_hall(opening="Tu-Su 08:00-22:00"),
        "Glen Hall is not open from 11:00 to 13:00 on Monday 7 June 2027, "
        "set-up and clear-up included.",
        NEXT_DAY,
    ),
    Case(
        "own_holidays",
        with_person(UNA, base(named_days=(SHUT,)), times=told(holidays=("mill-shut",))),
        "Monday 7 June 2027 is a holiday of Una's.",
        NEXT_DAY,
    ),
    Case(
        "late_rotas",
        with_person(RORY, with_person(UNA, times=LATE), times=NO_MONDAY),
        "Can Una come on Tuesday 8 June 2027? Expected, to be confirmed by Saturday 5 June 2027.",
        MONDAY_WITHOUT_RORY,
        before=NEXT_DAY,
    ),
    Case(
        "winter_travel",
        with_project(
            base(**from_day("Monday 15 March 2027"), **LATE_LIGHT, journeys=(LONG_WAY,)),
            venues=("hall",),
        ),
        "Una would be on the road after sunset.",
        (("Tue 16 Mar 15:30", "hall", ALL),),
        before=(("Mon 15 Mar 15:30", "hall", ALL),),
        settings={"home_before": "sunset"},
    ),
    Case(
        "quorum",
        larger(
            DILEMMA,
            MAIRI.model_copy(update={"times": NO_MONDAY}),
            NEIL.model_copy(update={"times": NO_MONDAY}),
        ),
        "Only 3 of 6 can be counted on to be there; at least 4 are needed.",
        (("Tue 8 Jun 11:00", "hall", ("ishbel", "mairi", "rory", "una")),),
        before=MONDAY_WITHOUT_RORY,
    ),
    Case(
        "recruiting_season",
        with_project(
            base(**from_day("Wednesday 19 May 2027")),
            phase="recruit",
            seasons=(Season(activity="lambing_hill_blackface"),),
        ),
        "Do not recruit in lambing, from Thursday 15 April to Thursday 20 May 2027.",
        (("Fri 21 May 11:00", "hall", ALL),),
        before=(("Wed 19 May 11:00", "hall", ALL),),
    ),
    Case(
        "spacing",
        with_project(sessions=(MEETING, MEETING)),
        "Only 7 days after the session before; leave at least 10.",
        (("Mon 7 Jun 11:00", "hall", ALL), ("Thu 17 Jun 11:00", "hall", ALL)),
        before=(("Mon 7 Jun 11:00", "hall", ALL), ("Mon 14 Jun 11:00", "hall", ALL)),
        settings={"least_days": 10},
    ),
    Case(
        "times_told",
        with_person(
            FLORA,
            with_person(UNA, DILEMMA, times=Times()),
            times=told(if_need_be=("Tue 10:00-16:00",)),
        ),
        "When can Una come, and when not?",
        (("Tue 8 Jun 11:00", "hall", ALL),),
        before=MONDAY_WITHOUT_RORY,
    ),
    Case(
        "travel",
        with_person(UNA, base(lines=(TUESDAY_BUS,)), home="town", travel=Travel(car=NO)),
        "Una cannot get to Glen Hall and home again that day.",
        NEXT_DAY,
    ),
    Case(
        "venue_bookings",
        with_hall(bookings=(spell("12:00", "14:00"),)),
        "Glen Hall is taken from 12:00 to 14:00, and needed from 11:00 to 13:00 "
        "on Monday 7 June 2027.",
        NEXT_DAY,
    ),
    Case(
        "venue_notice",
        with_hall(notice_days=14).model_copy(update={"planned_on": on("Tuesday 25 May 2027")}),
        "Glen Hall has to be booked 14 days before: by Monday 24 May 2027 for Monday 7 June 2027.",
        NEXT_DAY,
    ),
    Case(
        "work_hours",
        with_person(UNA, times=told(work=("Mon 12:00-17:00",))),
        "Una is at work from 12:00 to 17:00.",
        NEXT_DAY,
    ),
    Case(
        "best_hours",
        with_person(UNA, times=told(best=("Tue-Fri 09:00-17:00",))),
        "Una would rather come Tue-Fri 09:00-17:00.",
        NEXT_DAY,
    ),
    Case(
        "job_hours",
        with_person(NEIGHBOUR, times=told(job_hours=("Tue-Fri 09:00-17:00",))),
        "Rory would rather come Tue-Fri 09:00-17:00.",
        NEXT_DAY,
    ),
    Case(
        "workers_needed",
        with_session(base(workers=(FACILITATOR,)), workers=(WorkerNeed(role="facilitator"),)),
        "Not enough workers can be booked for then; still needed: facilitator.",
        NEXT_DAY,
        also="Not enough workers are booked for then; still needed: facilitator.",
    ),
    *MONEY_CASES,
    *SERIES_CASES,
)
ONLY_SAID = (
    *("group_size", "needs_asked", "session_length", "first_meeting", "interpreter_pairs"),
)
"""Constraints that move nothing by themselves: they are said beside the plan."""

NOT_FOR_ONE_DATE = (
    *("balance", "household", "land_year", "one_place_at_a_time"),
    *("own_limit", "project_budget", "taxi_budget", "times_told"),
)
"""Constraints whose case is not about one date that is closed: they change who comes, or only make
a date worse, or hang on another group or on how many can be counted on."""
FOR_ONE_DATE = [
    pytest.param(case, id=case.constraint)
    for case in CASES
    if case.constraint not in NOT_FOR_ONE_DATE
]


@dataclass(frozen=True)
class Planned:
    """A case with its two plans."""

    case: Case
    without: Plan
    with_it: Plan


@pytest.fixture(scope="module", params=CASES, ids=[case.constraint for case in CASES])
def two_plans(request: pytest.FixtureRequest) -> Planned:
    case: Case = request.param
    return Planned(case, planned(case.without_it), planned(case.with_it))


def test_every_constraint_has_a_case() -> None:
    assert sorted((*(case.constraint for case in CASES), *ONLY_SAID)) == sorted(registry())


def test_constraint_changes_the_plan(two_plans: Planned) -> None:
    case = two_plans.case

    assert answers(two_plans.without) == case.before
    assert answers(two_plans.with_it) == case.after


def test_constraint_says_why_the_other_plan_would_not_do(two_plans: Planned) -> None:
    case = two_plans.case

    says = new_against(case, two_plans.without, by=case.constraint)

    assert says == {case.says, case.also} - {""}


@pytest.mark.parametrize("two_plans", FOR_ONE_DATE, indirect=True)
def test_why_not_gives_the_constraints_reason(two_plans: Planned) -> None:
    case, project = two_plans.case, two_plans.case.given.projects[0].code
    other = next(
        before
        for before, after in zip(
            two_plans.without.sessions, two_plans.with_it.sessions, strict=True
        )
        if (before.start, before.venue) != (after.start, after.venue)
    )

    answer = why_not(
        case.with_it,
        two_plans.with_it,
        registry(),
        project=project,
        start=other.start,
        venue=other.venue,
    )

    assert [reason for reason in answer.reasons if reason == case.says] == [case.says]


def test_nothing_else_speaks_against_the_other_plan(two_plans: Planned) -> None:
    case = two_plans.case
    others = [name for name in registry() if name != case.constraint]

    says = {name: new_against(case, two_plans.without, by=name) for name in others}

    assert says == {name: set() for name in others}


def test_a_small_group_is_told_so_beside_the_same_plan() -> None:
    silent, told_so = planned(base()), planned(set_to(base(), "group_size", {}))

    assert (silent.sessions[0].notes, told_so.sessions[0].notes) == (
        (),
        ("A group of 4 is small, fewer than 6: ask others in, or join another group.",),
    )
    assert answers(told_so) == answers(silent) == BEFORE


def test_a_long_session_is_told_so_beside_the_same_plan() -> None:
    given = with_session(base(latest="15:00"), length_minutes=240, break_minutes=30)

    silent, told_so = planned(set_to(given, "session_length", False)), planned(given)

    assert (silent.sessions[0].notes, told_so.sessions[0].notes) == (
        (),
        ("A session of 240 minutes is long, more than 180.",),
    )
    assert answers(told_so) == answers(silent) == BEFORE


def test_one_interpreter_for_long_is_told_so_beside_the_same_plan() -> None:
    given = with_person(UNA, base(workers=(EVERY_DAY,)), interpreter="BSL")

    silent, told_so = planned(set_to(given, "interpreter_pairs", False)), planned(given)

    says = (
        "People talk for 100 minutes, too long for one interpreter alone: "
        "ask for 2 BSL interpreters among the session's workers."
    )
    assert (silent.sessions[0].notes, told_so.sessions[0].notes) == ((), (says,))
    assert answers(told_so) == answers(silent) == BEFORE


def test_a_first_meeting_that_decides_is_told_so_beside_the_same_plan() -> None:
    deciding = with_person(RORY, roles=("decision maker",))
    given = with_session(deciding, needs_roles=("decision maker",))

    silent, told_so = planned(set_to(given, "first_meeting", False)), planned(given)

    says = "The first meeting would decide something: meet once before a decision maker is needed."
    assert (silent.sessions[0].notes, told_so.sessions[0].notes) == ((), (says,))
    assert answers(told_so) == answers(silent) == BEFORE


def test_somebody_not_asked_what_they_need_holds_back_the_same_plan() -> None:
    given = with_person(UNA, needs_asked=Answer.UNKNOWN)

    silent, asks = planned(set_to(given, "needs_asked", False)), planned(given)

    assert (silent.final, asks.final) == (True, False)
    assert [question.asks for question in asks.questions] == ["Has Una been asked what they need?"]
    assert answers(asks) == answers(silent) == BEFORE
