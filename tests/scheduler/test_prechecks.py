"""Counting comes before any search: what it finds has a number and something to do about it."""

from dataclasses import dataclass, replace
from typing import ClassVar

import pytest

from scheduler.constraint import Constraint
from scheduler.prechecks import obstacles_of
from scheduler.programme import Programme
from scheduler.samples import HALL, on
from scheduler.ties import Ties
from tests.scheduler.summer import (
    CATRIONA,
    SESSION,
    fortnight,
    set_to,
    told,
    with_person,
    with_session,
    with_sessions,
    with_venue,
)
from tests.scheduler.test_explain import desk, small


@dataclass(frozen=True)
class Counted:
    """A programme and what counting finds in it: the rule, whom it concerns, what, and a remedy."""

    what: str
    programme: Programme
    found: tuple[tuple[str, str, str, str], ...]


def line(constraint: str, person: str, says: str, remedy: str) -> tuple[str, str, str, str]:
    """Return what is found, as one line of it."""
    return constraint, person, says, remedy


AT_WORK = told(work=("daily 09:00-17:00",))
BANK_HOLIDAY_WEEK = fortnight(
    venues=(HALL,), first_day=on("Monday 31 May 2027"), last_day=on("Friday 4 June 2027")
)
BY_ONE = "Session 1: all 14 dates and rooms are ruled out by one rule alone. "
ROOMS = "change the rooms there are, or what is known of them."
COUNTED = (
    Counted(
        "no room is big enough",
        with_venue("hall", small(), capacity=2),
        (
            line(
                "capacity",
                "",
                f"{BY_ONE}Choose a room that holds everybody. The first, for example: "
                "Glen Hall holds 2; the group and its workers need 5.",
                f"It has no way to give: {ROOMS}",
            ),
        ),
    ),
    Counted(
        "an interpreter nobody has",
        with_person("una", small(workers=(CATRIONA,)), interpreter="BSL"),
        (
            line(
                "interpreter",
                "",
                f"{BY_ONE}Have the interpreters people need. The first, for example: "
                "No BSL interpreter can be booked for then.",
                "It guards a right and does not give: "
                "change the workers there are, or when they can be booked.",
            ),
        ),
    ),
    Counted(
        "three sessions three weeks apart in a fortnight",
        set_to("spacing", {"least_days": 21}, with_sessions(*[SESSION] * 3, programme=small())),
        (
            line(
                "spacing",
                "",
                "3 sessions at least 21 days apart need 43 days, and there are 14.",
                "Add 29 days or more; or: Sessions may follow each other within 3 days.",
            ),
        ),
    ),
    Counted(
        "one of two members with lived experience is at work all day",
        with_person("una", small(), times=AT_WORK),
        (
            line(
                "balance",
                "",
                "Session 1: 14 days with a room, but at most 2 of 3 can be counted on at once. "
                "Only 1 of 2 members with lived experience can be there; 2 are needed.",
                "It could give: Meet with one member with lived experience.",
            ),
        ),
    ),
    Counted(
        "two sessions three weeks apart in a fortnight, and one on the day of the first",
        set_to(
            "spacing",
            {"least_days": 21},
            with_sessions(
                *(SESSION, SESSION.model_copy(update={"same_day": True}), SESSION),
                programme=small(),
            ),
        ),
        (
            line(
                "spacing",
                "",
                "2 sessions at least 21 days apart need 22 days, and there are 14.",
                "Add 8 days or more; or: Sessions may follow each other within 3 days.",
            ),
        ),
    ),
    Counted(
        "two sessions a week apart, and three weeks to another phase, in a fortnight",
        set_to(
            "spacing",
            {"least_days_to_next_phase": 21},
            with_sessions(
                *(SESSION.model_copy(update={"phase": "recruit"}), SESSION), programme=small()
            ),
        ),
        (
            line(
                "spacing",
                "",
                "2 sessions at least 21 days apart need 22 days, and there are 14.",
                "Add 8 days or more; or: Another phase may begin within 3 days.",
            ),
        ),
    ),
    Counted(
        "two of a group of three are at work all day: one member alone is no quorum",
        with_person("rory", with_person("una", small(), times=AT_WORK), times=AT_WORK),
        (
            line(
                "balance",
                "",
                "Session 1: 14 days with a room, but at most 1 of 3 can be counted on at once. "
                "Only 1 of 2 members with lived experience can be there; 2 are needed.",
                "No way it can give is enough by itself: "
                "change who is in the group, or what is known of them.",
            ),
        ),
    ),
    Counted(
        "three sessions further apart than any way to give makes up for",
        set_to("spacing", {"least_days": 21}, with_sessions(*[SESSION] * 6, programme=small())),
        (
            line(
                "spacing",
                "",
                "6 sessions at least 21 days apart need 106 days, and there are 14.",
                "Add 92 days or more.",
            ),
        ),
    ),
    Counted(
        "there are only professionals in the group yet",
        small("rory", "neil"),
        (
            line(
                "balance",
                "",
                "There is nobody with lived experience in this group yet, nor family or unpaid "
                "carers, so every professional would stand down.",
                "Invite them, or enter places to fill for them; or switch this rule off, "
                "for professionals to meet by themselves.",
            ),
        ),
    ),
    Counted(
        "no room at all",
        small(venues=()),
        (
            line(
                "",
                "",
                "Session 1: 0 rooms to choose from.",
                "Add a room to the programme, or to the project.",
            ),
        ),
    ),
    Counted(
        "longer than the hours there are",
        with_session(1, small(), length_minutes=200),
        (
            line(
                "",
                "",
                "Session 1: 0 starts to try for 200 minutes, "
                "Monday 7 June 2027 to Sunday 20 June 2027, from 11:00 to 13:00.",
                "Widen the days or the hours, or make the session shorter.",
            ),
        ),
    ),
    Counted(
        "all its days are past",
        with_session(
            1, small(planned_on=on("Thursday 10 June 2027")), last_day=on("Thursday 10 June 2027")
        ),
        (
            line(
                "",
                "",
                "Session 1: 0 days to try: it may be held until Thursday 10 June 2027, "
                "and not before Friday 11 June 2027.",
                "Widen its days; or say that it was held, if it is past.",
            ),
        ),
    ),
    Counted(
        "one of five is never free",
        with_person("una", small("ishbel", "una", "rory", "flora", "mairi"), times=AT_WORK),
        (
            line(
                "",
                "una",
                "Una can come to none of 14 dates and rooms on 14 days.",
                "Ask Una which day or place would do, or for another way to take part.",
            ),
        ),
    ),
    Counted(
        "two rules together leave nothing",
        with_venue("hall", BANK_HOLIDAY_WEEK, opening="Mo 08:00-22:00"),
        (
            line(
                "",
                "",
                "Session 1: all 5 dates and rooms are ruled out, though by no single rule. "
                "Most by: Use a room only while it is open (4) and "
                "Keep bank holidays and local holidays free (1).",
                "Look at these rules first: each rules out as many as it says.",
            ),
        ),
    ),
    Counted(
        "a private need",
        with_person("una", small(), no_go=("hall",), share_reasons=False),
        (
            line(
                "",
                "",
                f"{BY_ONE}A private need.",
                "It guards a right and does not give: "
                "ask everybody, one to one, what would let them take part.",
            ),
        ),
    ),
    Counted(
        "two who must not meet: other rooms were advised, which cannot help",
        with_person("una", small(), not_with=("rory",)),
        (
            line(
                "",
                "",
                f"{BY_ONE}A private need.",
                "It guards a right and does not give: "
                "ask everybody, one to one, what would let them take part.",
            ),
        ),
    ),
    Counted("all fits", small(), ()),
)


@pytest.mark.parametrize("case", COUNTED, ids=lambda case: case.what)
def test_counting_says_what_stands_in_the_way_and_what_to_do(case: Counted) -> None:
    found = obstacles_of(desk(case.programme))

    assert tuple((e.constraint, e.person, e.says, e.remedy) for e in found) == case.found


def test_sessions_alike_are_counted_once_and_promised_ones_not_at_all() -> None:
    three = with_sessions(*[SESSION] * 3, programme=with_venue("hall", small(), capacity=2))
    day = on("Monday 7 June 2027")
    promised = with_session(1, three, state="booked", day=day, start="11:00", venue="hall")

    (found, _) = obstacles_of(desk(promised))

    assert (found.number, found.says[:17]) == (0, "Sessions 2 and 3:")


def test_a_room_too_far_for_all_but_one_is_refused_by_what_the_company_lacks() -> None:
    """Three could come, but to even out with one member two professionals stand down."""
    group = small("ishbel", "rory", "neil", "una")
    lopsided = with_person("una", set_to("balance", {"least_lived": 1}, group), times=AT_WORK)

    (never, *others) = obstacles_of(desk(set_to("quorum", {"least": 3}, lopsided)))

    assert (never.constraint, others) == ("quorum", [])
    assert never.says == (
        "Session 1: 14 days with a room, but at most 3 of 4 can be counted on at once, and fewer "
        "together because of this: Let professionals never be the majority. "
        "Only 2 of 4 can be counted on to be there; at least 3 are needed."
    )


@dataclass(frozen=True)
class NeverAgain(Constraint):
    """A rule for these tests: no session may follow another."""

    title: ClassVar[str] = "Meet once"

    def check(self, earlier: object) -> None:
        """Object to nothing that stands alone."""

    def couple(self, ties: Ties) -> None:
        """Let nothing follow, whatever the day; and nothing at another hour."""
        ties.follows(self.name(), "day", lambda before, after: before > after)
        ties.follows(self.name(), "minute", lambda before, after: before == after)


def test_a_rule_under_which_nothing_may_follow_needs_more_days_than_any_programme_has() -> None:
    twice = desk(with_sessions(SESSION, SESSION, programme=small()))
    strict = replace(twice, rules=(*twice.rules, NeverAgain()))

    (found,) = obstacles_of(strict)

    assert found.says == "2 sessions at least 800 days apart need 801 days, and there are 14."
