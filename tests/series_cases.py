"""Whole programmes for the rules about how the sessions of a series hang together."""

from scheduler.facts import NO, YES, Answer
from scheduler.go_betweens import GoBetween
from scheduler.households import Household
from scheduler.journeys import Journey
from scheduler.people import Childcare, Travel
from scheduler.samples import HALL, RORY, on
from scheduler.words import Days
from scheduler.work_phases import Phase
from tests.whole_programmes import (
    ALL,
    DILEMMA,
    ELSEWHERE,
    FAR,
    GROUP,
    MEETING,
    MONDAY,
    MONDAY_WITHOUT_RORY,
    NEXT_DAY,
    TUESDAY_WITHOUT_FLORA,
    UNA,
    Answers,
    Case,
    base,
    with_person,
    with_project,
    with_session,
)

FROM_TUESDAY = Phase(name="workshops", first_day=on("Tuesday 8 June 2027"))

TWICE = with_project(
    base(constraints={"group_size": False, "spacing": {"least_days": 3}}),
    sessions=(MEETING, MEETING),
)
"""Two sessions at least three days apart, which leaves them Monday and Monday a week later."""
FIRST = ("Mon 7 Jun 11:00", "hall", ALL)
TWO_MONDAYS: Answers = (FIRST, ("Mon 14 Jun 11:00", "hall", ALL))

A_LONG_DAY = base(earliest="09:00", latest="17:00")
AFTERWARDS = MEETING.model_copy(update={"same_day": True})
IN_GLEN = MEETING.model_copy(update={"site": "glen"})
IN_TOWN = AFTERWARDS.model_copy(update={"site": "town"})
MORNING = ("Mon 7 Jun 10:00", "hall", ALL)

FATIMA = GoBetween(code="fatima", name="Fatima", asked=Answer.YES)
NOT_MONDAY = Days(first=MONDAY, last=MONDAY)

WITHOUT_LOOP = HALL.model_copy(
    update={"access": {**HALL.access, "hearing loop": NO}, "phone_reception": YES}
)
"""The near hall, in which somebody who needs a hearing loop rings in."""

BY_TAXI = tuple(
    Journey(person="una", venue=venue, by="taxi", out_minutes=10, pence=900)
    for venue in ("hall", "far")
)

SERIES_CASES = (
    Case(
        "own_limit",
        with_person(UNA, TWICE, most_sessions=1),
        "Una would come to 2 sessions in the project; 1 session was agreed.",
        (FIRST, ("Mon 14 Jun 11:00", "hall", ("flora", "ishbel", "rory"))),
        before=TWO_MONDAYS,
    ),
    Case(
        "taxi_budget",
        with_person(UNA, base(journeys=BY_TAXI), travel=Travel(car=NO, taxi=YES)),
        "Taxis would cost £9.00 together, and there is £5.00 for them.",
        (("Mon 7 Jun 11:00", "hall", ("flora", "ishbel", "rory")),),
        settings={"most_pence": 500},
    ),
    Case(
        "phase_dates",
        with_project(phases=(FROM_TUESDAY,)),
        "The days for workshops begin on Tuesday 8 June 2027.",
        NEXT_DAY,
    ),
    Case(
        "role_notice",
        with_session(
            with_person(
                RORY,
                base(planned_on=on("Tuesday 25 May 2027"), role_notice_days={"decision maker": 14}),
                roles=("decision maker",),
            ),
            needs_roles=("decision maker",),
        ),
        "This session needs a decision maker, who needs 14 days of notice: "
        "not before Tuesday 8 June 2027.",
        NEXT_DAY,
    ),
    Case(
        "childcare",
        with_person(
            UNA,
            childcare=Childcare(children=1, minded=("Tue-Fri 09:00-15:00",), sitter=NO),
        ),
        "Una needs childcare, and none is there then.",
        NEXT_DAY,
    ),
    Case(
        "go_between",
        with_project(
            base(go_betweens=(FATIMA.model_copy(update={"veto_days": (NOT_MONDAY,)}),)),
            go_betweens=("fatima",),
        ),
        "Fatima asked that nothing be held then.",
        NEXT_DAY,
    ),
    Case(
        "household",
        DILEMMA.model_copy(
            update={
                "projects": (
                    GROUP.model_copy(update={"households": (Household(members=("una", "rory")),)}),
                )
            }
        ),
        "People who come together or not at all are not all planned for.",
        TUESDAY_WITHOUT_FLORA,
        before=MONDAY_WITHOUT_RORY,
    ),
    Case(
        "own_site",
        with_session(site="town"),
        "Glen Hall is in The Glen; this session is for The Town.",
        ELSEWHERE,
    ),
    Case(
        "joining_in",
        with_person(
            UNA,
            base(venues=(WITHOUT_LOOP, FAR.model_copy(update={"phone_reception": YES}))),
            needs=("hearing loop",),
            other_ways=("by phone",),
        ),
        "Una takes part by phone, as they chose.",
        ELSEWHERE,
    ),
    Case(
        "connection",
        with_person(
            UNA,
            base(
                venues=(
                    HALL.model_copy(update={"phone_reception": NO}),
                    FAR.model_copy(update={"phone_reception": YES}),
                )
            ),
            other_ways=("by phone",),
            other_ways_only=True,
        ),
        "Una cannot come: nobody can join by phone at Glen Hall.",
        ELSEWHERE,
    ),
    Case(
        "weekdays",
        base(),
        "Monday is not one of the days agreed: Tuesday.",
        NEXT_DAY,
        settings={"days": "Tue"},
    ),
    Case(
        "weekday_turns",
        TWICE,
        "After a Monday it is the turn of Saturday.",
        (FIRST, ("Sat 12 Jun 11:00", "hall", ALL)),
        before=TWO_MONDAYS,
        settings={"turns": ("Mon", "Sat")},
    ),
    Case(
        "rhythm",
        TWICE,
        "This is not in the same week as the session before.",
        (FIRST, ("Thu 10 Jun 11:00", "hall", ALL)),
        before=TWO_MONDAYS,
        settings={"every": "same week"},
    ),
    Case(
        "same_day",
        with_project(A_LONG_DAY, sessions=(MEETING, AFTERWARDS)),
        "This is to be held on the day of the session before it, Monday 7 June 2027.",
        (MORNING, ("Mon 7 Jun 13:00", "hall", ALL)),
        before=(MORNING, ("Mon 14 Jun 10:00", "hall", ALL)),
    ),
    Case(
        "between_sites",
        with_project(A_LONG_DAY, sessions=(IN_GLEN, IN_TOWN)),
        "From Glen Hall to Town Hall it takes 38 minutes and a break of 30; there are 60.",
        (("Mon 7 Jun 09:00", "hall", ALL), ("Mon 7 Jun 13:00", "far", ALL)),
        before=(MORNING, ("Mon 7 Jun 13:00", "far", ALL)),
    ),
    Case(
        "venue_turns",
        TWICE,
        "The session before was at Glen Hall too.",
        (FIRST, ("Mon 14 Jun 11:00", "far", ALL)),
        before=TWO_MONDAYS,
        settings={"pattern": "changing"},
    ),
)
