"""Faults planted in a sound plan or in its programme, each with what the audit must find.

That, and nothing else.
"""

from dataclasses import dataclass
from typing import Any

from scheduler.people import Season
from scheduler.plan import Plan
from scheduler.programme import LocalHoliday, Programme
from scheduler.samples import at, on
from scheduler.venues import DatedLicence
from scheduler.words import Days, Spell
from scheduler.workers import Worker
from tests.scheduler.summer import (
    ONCE,
    SUMMER,
    away,
    plan_of_once,
    set_to,
    summer_plan,
    told,
    with_person,
    with_session,
    with_venue,
    with_worker,
)
from tests.scheduler.tampered import Tamper, absent, changed, moved

MONDAY = (Days(first=on("Monday 10 May 2027"), last=on("Monday 10 May 2027")),)
"""The day of the sound plan with one session."""

LAMBING = Season(
    activity="lambing_hill_blackface",
    begins=on("Tuesday 20 April 2027"),
    ends=on("Saturday 8 May 2027"),
)
PRIVATE = "A private need rules this out."


@dataclass(frozen=True)
class Planted:
    """One fault: what is wrong, which constraint must find it, and what that says."""

    what: str
    constraint: str
    says: str
    programme: Programme = ONCE
    plan: Tamper = lambda plan: plan
    also: str = ""
    """What the plan itself is blamed for besides."""

    @property
    def tampered(self) -> Plan:
        """The plan with the fault in it; what it says of itself is not yet true again."""
        once = len(self.programme.projects[0].sessions) == 1
        return self.plan(plan_of_once() if once else summer_plan())


def _at(words: str, **given: Any) -> Tamper:  # noqa: ANN401 - what `moved` takes
    return lambda plan: moved(plan, words, **given)


def _in(venue: str) -> Tamper:
    return lambda plan: changed(plan, venue=venue)


def _without(*codes: str) -> Tamper:
    return lambda plan: absent(plan, *codes)


def _third_at(words: str) -> Tamper:
    return lambda plan: moved(plan, words, 3)


def _all_away(*codes: str) -> Programme:
    """Return the programme with one session, and some people away on its day."""
    programme = ONCE
    for code in codes:
        programme = with_person(code, programme, times=away("Monday 10 May 2027"))
    return programme


DAYS = (
    Planted(
        "a session on a main festival",
        "courtesy_days",
        "Monday 17 May 2027 is kept clear because Eid al-Adha may be kept then.",
        plan=_at("Monday 17 May 2027 10:00"),
    ),
    Planted(
        "a session late on the eve of a main festival",
        "courtesy_days",
        "Eid al-Adha begins on the evening of Saturday 15 May 2027.",
        plan=_at("Saturday 15 May 2027 16:00"),
    ),
    Planted(
        "a session on a bank holiday",
        "holidays",
        "Monday 31 May 2027 is a bank holiday: Spring Bank Holiday.",
        plan=_at("Monday 31 May 2027 10:00"),
    ),
    Planted(
        "a session on a local holiday",
        "holidays",
        "Monday 10 May 2027 is a local holiday: Glen Fair.",
        programme=ONCE.model_copy(
            update={
                "local_holidays": (
                    LocalHoliday(day=on("Monday 10 May 2027"), name="Glen Fair", area="glen"),
                )
            }
        ),
    ),
    Planted(
        "a session on a date to avoid",
        "dates_to_avoid",
        "Monday 10 May 2027 is a date to avoid.",
        programme=ONCE.model_copy(update={"dates_to_avoid": MONDAY}),
    ),
    Planted(
        "an hour too early for anybody",
        "inclusive_hours",
        "It would start at 08:00; nothing is to start before 09:00.",
        programme=ONCE.model_copy(update={"earliest": "08:00"}),
        plan=_at("Monday 10 May 2027 08:00"),
    ),
)

PLACES = (
    Planted(
        "an upstairs hall, and somebody who needs it step-free is there",
        "access_needs",
        "Una cannot come: Upstairs Hall has no step-free way in.",
        programme=with_person("una", ONCE, needs=("step-free",)),
        plan=_in("loft"),
    ),
    Planted(
        "an upstairs hall, and somebody who needs it step-free is merely absent",
        "access_needs",
        "Una cannot come: Upstairs Hall has no step-free way in.",
        programme=with_person("una", ONCE, needs=("step-free",)),
        plan=lambda plan: absent(changed(plan, venue="loft"), "una"),
        also="Una could come and is left out.",
    ),
    Planted("a pub", "licensed_premises", "Glen Inn serves alcohol.", plan=_in("inn")),
    Planted(
        "a hall on the day of an occasional licence",
        "licensed_premises",
        "Alcohol is served at Glen Hall on Monday 10 May 2027 (occasional licence).",
        programme=with_venue(
            "hall",
            ONCE,
            licensed_days=(
                DatedLicence(first=on("Monday 10 May 2027"), last=on("Monday 10 May 2027")),
            ),
        ),
    ),
    Planted(
        "a council office, and its social worker is in the group",
        "neutral_venue",
        "Glen House is an office of Glen Council, where a member works.",
        plan=_in("office"),
    ),
    Planted(
        "a hall where a member of the group sees people in their job",
        "neutral_venue",
        "Glen Hall is where a member of the group usually sees people in their job.",
        programme=with_person("neil", ONCE, places_of_service=("hall",)),
    ),
    Planted(
        "a place somebody must not be asked to go to",
        "no_go_places",
        PRIVATE,
        programme=with_person("una", ONCE, no_go=("Glen Hall",)),
    ),
    Planted(
        "two people who must not meet, although one of them is absent",
        "company",
        PRIVATE,
        programme=with_person("una", ONCE, not_with=("neil",)),
        plan=_without("una"),
        also="Una could come and is left out.",
    ),
    Planted(
        "a hall outside its hours",
        "opening_hours",
        "Glen Hall is not open from 10:00 to 12:00 on Monday 10 May 2027, "
        "set-up and clear-up included.",
        programme=with_venue("hall", ONCE, opening="Mo-Su 08:00-22:00; 2027 May 10 off"),
    ),
    Planted(
        "a hall that is shut that day",
        "venue_bookings",
        "Glen Hall is shut on Monday 10 May 2027.",
        programme=with_venue("hall", ONCE, closed=MONDAY),
    ),
    Planted(
        "a hall that others have",
        "venue_bookings",
        "Glen Hall is taken from 11:00 to 15:00, "
        "and needed from 10:00 to 12:00 on Monday 10 May 2027.",
        programme=with_venue(
            "hall",
            ONCE,
            bookings=(
                Spell(start=at("Monday 10 May 2027 11:00"), end=at("Monday 10 May 2027 15:00")),
            ),
        ),
    ),
    Planted(
        "a room that is too small",
        "capacity",
        "Town Hall holds 7; the group and its workers need 8.",
        programme=with_venue("far", ONCE, capacity=7),
        plan=_in("far"),
    ),
    Planted(
        "a room that cannot be booked any more",
        "venue_notice",
        "Town Hall has to be booked 30 days before: "
        "by Saturday 10 April 2027 for Monday 10 May 2027.",
        programme=with_venue("far", ONCE, notice_days=30),
        plan=_in("far"),
    ),
)

WITH_EILIDH = ONCE.model_copy(
    update={"workers": (*ONCE.workers, Worker(code="eilidh", roles=("personal assistant",)))}
)
"""An assistant is free then, and nobody booked her."""

PEOPLE = (
    Planted(
        "somebody is said to come during a night shift",
        "work_hours",
        "Una is at work from 22:00 to 11:00.",
        programme=with_person("una", ONCE, times=told(work=("Sun 22:00-11:00",))),
    ),
    Planted(
        "somebody is said to come in the rest after a night shift",
        "work_hours",
        "Una rests until 18:00 after a night shift.",
        programme=with_person("una", ONCE, times=told(work=("Sun 21:00-07:00",))),
    ),
    Planted(
        "somebody is said to come outside their free times",
        "free_times",
        "Una can come only daily 11:00-18:00.",
        programme=with_person("una", ONCE, times=told(free=("daily 11:00-18:00",))),
    ),
    Planted(
        "somebody is said to come in their hours of care",
        "care",
        "Una gives care from 11:30 to 13:00.",
        programme=with_person("una", ONCE, times=told(care=("Mon 11:30-13:00",))),
    ),
    Planted(
        "somebody is said to come while they are away",
        "busy_times",
        "Una is away on Monday 10 May 2027.",
        programme=with_person("una", ONCE, times=away("Monday 10 May 2027")),
    ),
    Planted(
        "somebody is said to come at an hour they keep",
        "festivals",
        "Friday 28 May 2027 has times to avoid for Una.",
        programme=with_person("una", ONCE, keeps=("jumuah",)),
        plan=_at("Friday 28 May 2027 13:00"),
    ),
    Planted(
        "somebody is said to come in the rest after lambing",
        "lambing",
        "Una rests for 14 days after lambing, until Saturday 22 May 2027.",
        programme=with_person("una", ONCE, seasons=(LAMBING,)),
    ),
    Planted(
        "somebody is said to be home before dark, and is not",
        "home_safely",
        "Una would be home at 21:38, after sunset at 21:15.",
        programme=with_person("una", ONCE, times=told(home_before_dark=True)),
        plan=_at("Monday 10 May 2027 19:00", venue="far"),
    ),
    Planted(
        "somebody is said to make a journey longer than they can",
        "travel",
        "Flora would travel 38 minutes one way to Glen Hall; 30 is the most.",
        programme=with_person(
            "flora", ONCE, travel=ONCE.people[2].travel.model_copy(update={"most_minutes": 30})
        ),
    ),
)

COMPANY = (
    Planted(
        "too few of the group",
        "quorum",
        "Only 3 of 6 can be counted on to be there; at least 4 are needed.",
        programme=_all_away("una", "rory", "neil"),
        plan=_without("una", "rory", "neil"),
    ),
    Planted(
        "too few members with lived experience",
        "balance",
        "Only 3 of 4 members with lived experience can be there; 4 are needed.",
        programme=set_to(
            "balance",
            {"least_lived": 4},
            with_person("una", ONCE, times=away("Monday 10 May 2027")),
        ),
        plan=_without("una"),
    ),
    Planted(
        "more professionals than members with lived experience",
        "balance",
        "Professionals would outnumber members with lived experience, 4 to 2.",
        programme=with_person(
            "una", with_person("flora", ONCE, roles=("manager",)), roles=("professional",)
        ),
    ),
    Planted(
        "a view that has nobody there",
        "every_view",
        "Nobody can be counted on to be there for young people.",
        programme=with_person("una", ONCE, view="young people", times=away("Monday 10 May 2027")),
        plan=_without("una"),
    ),
    Planted(
        "no decision maker",
        "decision_maker",
        "This session needs somebody there in this role: decision maker.",
        programme=with_session(1, ONCE, needs_roles=("decision maker",)),
    ),
    Planted(
        "no interpreter",
        "interpreter",
        "No BSL interpreter is booked for then.",
        programme=with_person("una", ONCE, interpreter="BSL"),
    ),
    Planted(
        "no personal assistant",
        "assistance",
        "What people need by them is not booked then; still needed: personal assistant.",
        programme=with_person("una", WITH_EILIDH, assistance=("personal assistant",)),
    ),
    Planted(
        "no facilitator",
        "workers_needed",
        "Not enough workers are booked for then; still needed: facilitator.",
        plan=lambda plan: changed(plan, workers=()),
    ),
    Planted(
        "a facilitator who is away",
        "workers_needed",
        "Not enough workers are booked for then; still needed: facilitator.",
        programme=with_worker("catriona", ONCE, away=MONDAY),
    ),
)

SERIES = (
    Planted(
        "two sessions too near to each other",
        "spacing",
        "Only 6 days after the session before; leave at least 7.",
        programme=SUMMER,
        plan=_third_at("Monday 24 May 2027 10:00"),
    ),
    Planted(
        "two sessions too far from each other",
        "spacing",
        "57 days after the session before; leave at most 56.",
        programme=SUMMER,
        plan=_third_at("Wednesday 14 July 2027 10:00"),
    ),
    Planted(
        "two sessions on one day",
        "spacing",
        "Only 0 days after the session before; leave at least 7.",
        programme=SUMMER,
        plan=_third_at("Tuesday 18 May 2027 14:00"),
        also="It does not come after the session before it.",
    ),
)

PLANTED = (*DAYS, *PLACES, *PEOPLE, *COMPANY, *SERIES)
