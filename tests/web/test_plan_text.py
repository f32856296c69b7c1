"""A plan as the terminal shows it: whole texts, as a facilitator reads them."""

from datetime import date, timedelta

from scheduler.people import Person
from scheduler.plan import (
    Absent,
    Certificate,
    Chosen,
    Coming,
    Level,
    Outcome,
    Plan,
    Question,
    Task,
    WayTaken,
)
from scheduler.programme import Session
from scheduler.samples import HALL, ISHBEL, PROGRAMME, PROJECT, RORY, at
from scheduler.unmet import Conflict, LeftOut, Obstacle, Offer, Regrouping, Tried, Unplaced
from scheduler.workers import Worker
from web.plan_text import plan_text

BY_CAR = WayTaken(by="car", out_minutes=20, back_minutes=20)
# Somebody whose code is that of the hall is still told from it.
HALLA = Person(code="hall", name="Halla")
GROUP = PROJECT.model_copy(
    update={
        "members": ("ishbel", "rory", "hall"),
        "sessions": (Session(title="Meet"), Session(title="Part"), Session(required=False)),
    }
)
FULL = PROGRAMME.model_copy(
    update={
        "people": (ISHBEL, RORY, HALLA),
        "workers": (Worker(code="w1", name="Aileas", roles=("interpreter",)), Worker(code="w2")),
        "projects": (GROUP,),
    }
)
FIRST = Chosen(
    project="group",
    number=1,
    title="Meet",
    start=at("Tuesday 4 May 2027 10:00"),
    end=at("Tuesday 4 May 2027 12:30"),
    venue="hall",
    coming=(Coming(person="ishbel", way=BY_CAR, if_need_be=("Ishbel would rather not.",)),),
    absent=(
        Absent(person="rory", stands_down=True),
        Absent(person="hall", reasons=("Halla cannot come then.",)),
    ),
    workers=("w1", "w2"),
    notes=("It is the week of a holiday.",),
    tasks=(Task(due=date(2027, 4, 20), what="Book Glen Hall.", phone="01632 960100"),),
    pence=123_456,
)
SECOND = FIRST.model_copy(
    update={
        "number": 2,
        "title": "",
        "start": at("Wednesday 12 May 2027 10:00"),
        "end": at("Wednesday 12 May 2027 12:30"),
        "coming": (Coming(person="ishbel", way=BY_CAR, sure=False),),
        "absent": (),
        "workers": (),
        "notes": (),
        "tasks": (Task(due=date(2027, 4, 20), what="Ask Halla."),),
        "pence": 0,
    }
)
CERTIFICATE = Certificate(
    programme="", versions={}, settings={}, candidates=1200, open_candidates=30
)


def a_plan(*sessions: Chosen, order: tuple[Level, ...] = ()) -> Plan:
    """Return a plan that is possible and final, of these sessions."""
    return Plan(
        programme="",
        possible=True,
        final=True,
        order=order,
        sessions=sessions,
        people=(),
        certificate=CERTIFICATE,
    )


def level(name: str, *, proven: bool) -> Level:
    """Return one point of the order of concern."""
    return Level(name=name, value=(1,), bound=(1,), proven=proven)


def test_plan_tells_dates_people_questions_tasks_and_how_sure_it_is() -> None:
    # given
    plan = a_plan(
        FIRST, SECOND, order=(level("Sessions missed", proven=True), level("Pence", proven=False))
    ).model_copy(
        update={
            "final": False,
            "unplaced": (
                Unplaced(project="group", number=3, required=False, reason="No date was found."),
            ),
            "questions": (
                Question(
                    constraint="x", about="hall", asks="Is there a ramp?", phone="01632 960100"
                ),
                Question(constraint="x", about="hall", asks="Taken as quiet.", holds_back=False),
            ),
            "people": (
                Outcome(
                    person="ishbel",
                    project="group",
                    wanted=3,
                    able=2,
                    line="Ishbel comes to 2 of 3 sessions.",
                ),
            ),
        }
    )

    # then
    assert plan_text(FULL, plan) == (
        """\
An invented programme
=====================
Every session that has to be held can be: a date and a place for 2 of 3
sessions.
This is not final yet: some things have to be found out first.

Living well
   1  Tuesday 4 May 2027     10:00 to 12:30  Glen Hall  Meet
      1 of 3 come.
      Rory leaves the place to others this time.
      Without Halla. Halla cannot come then.
      Ishbel would rather not.
      Workers: Aileas and w2.
      It is the week of a holiday.
   2  Wednesday 12 May 2027  10:00 to 12:30  Glen Hall
      0 of 1 surely come; 1 is not yet sure: Ishbel.
  Together they cost £1,234.56.

What found no date
  Living well, session 3 (optional): No date was found.

To find out before this is final
  Is there a ramp? Ring 01632 960100.

Not known, and accepted in writing
  Taken as quiet.

To do
  By Tuesday 20 April 2027, for Tuesday 4 May 2027:
    Book Glen Hall. Ring 01632 960100.
  By Tuesday 20 April 2027, for Wednesday 12 May 2027:
    Ask Halla.

What it means for each person
  Ishbel comes to 2 of 3 sessions.

How sure this is
  Proven best up to, but not including, this point: What everything costs.
  From there on it is the best that was found.
  Looked at: 1200 dates and rooms. Nothing rules out 30 of them."""
    )


def test_plan_that_is_not_possible_tells_why_and_what_would_help() -> None:
    # given
    conflict = Conflict(
        project="group",
        parts=(),
        says="No room is open.",
        offers=(
            Offer(
                label="Ask the hall to open",
                placed=1,
                of=1,
                price="2 steps",
                gains=("Rory gains.",),
                gives=("Nobody gives.",),
            ),
            Offer(kind="approach", label="Meet on-line", placed=1, of=2, pence_more=-1250),
        ),
        tried=(
            Tried(kind="group", many=0, helped=0, says="Nothing to try."),
            Tried(kind="times", many=2, helped=1, says="2 tried: 1 helps."),
            Tried(kind="approach", many=1, helped=0, says="1 tried: none helps."),
        ),
    )
    plan = a_plan(order=(level("Sessions missed", proven=True),)).model_copy(
        update={
            "possible": False,
            "final": False,
            "conflicts": (conflict,),
            "obstacles": (
                Obstacle(project="group", says="0 rooms to choose from.", remedy="Add a room."),
            ),
            "unplaced": (
                Unplaced(
                    project="group",
                    number=1,
                    required=True,
                    reason="No date was found.",
                    remedy="Ask the hall.",
                ),
            ),
            "left_out": (
                LeftOut(project="group", person="rory", reason="Nothing is held.", remedy="Ask."),
            ),
            "regroupings": (Regrouping(project="group", says="Two is few: ask others in."),),
        }
    )

    # then
    assert plan_text(PROGRAMME, plan) == (
        """\
An invented programme
=====================
Not every session that has to be held can be: a date and a place for 0 of 1
session.

Living well
  No session has a date.

What counting alone shows
  0 rooms to choose from. Add a room.

What found no date
  Living well, session 1: No date was found. Ask the hall.

Who is left out
  Rory: Nothing is held. Ask.

Groups too big or too small
  Two is few: ask others in.

Why it cannot be done: Living well
  No room is open.
What would help: a smaller or split group
  Nothing to try.
What would help: other days, hours or places
  2 tried: 1 helps.
  Ask the hall to open: 1 of 1 required session could be held. It asks 2 steps.
    It costs the same. Rory gains. Nobody gives.
What would help: a change of approach
  1 tried: none helps.
  Meet on-line: 1 of 2 required sessions could be held. It costs £12.50 less.
    Nobody would come to fewer sessions.

How sure this is
  No plan is better, point by point in the order of concern: this is proven.
  Looked at: 1200 dates and rooms. Nothing rules out 30 of them."""
    )


def test_plan_made_by_hand_says_nothing_of_how_sure_it_is() -> None:
    # given
    session = SECOND.model_copy(
        update={"number": 1, "tasks": (), "end": SECOND.start + timedelta(hours=2)}
    )

    # then
    assert plan_text(PROGRAMME, a_plan(session)) == (
        """\
An invented programme
=====================
A date and a place for 1 session: all that were asked for.

Living well
   1  Wednesday 12 May 2027  10:00 to 12:00  Glen Hall
      0 of 1 surely come; 1 is not yet sure: Ishbel."""
    )
    assert HALL.label == "Glen Hall"


def test_tasks_of_several_groups_name_their_group() -> None:
    other = PROJECT.model_copy(update={"code": "other", "public_name": "Other group"})
    both = FULL.model_copy(update={"projects": (GROUP, other)})

    told = plan_text(both, a_plan(FIRST)).splitlines()

    assert told[told.index("To do") + 1 :][:2] == [
        "  By Tuesday 20 April 2027, for Tuesday 4 May 2027, Living well:",
        "    Book Glen Hall. Ring 01632 960100.",
    ]


def test_a_day_that_has_passed_is_marked_where_today_is_told() -> None:
    told = plan_text(FULL, a_plan(FIRST), today=date(2027, 4, 21)).splitlines()

    late = "  Overdue, if not done yet: by Tuesday 20 April 2027, for Tuesday 4 May 2027:"
    assert told[told.index("To do") + 1] == late


def test_plan_ends_with_who_is_put_first_and_who_decided_it() -> None:
    decided = "People with lived experience who have no car are put first: decided by Mairi."
    plan = a_plan(FIRST, order=(level("Pence", proven=True),))
    certificate = CERTIFICATE.model_copy(update={"put_first": (decided,)})

    told = plan_text(FULL, plan.model_copy(update={"certificate": certificate}))

    assert told.removeprefix(plan_text(FULL, plan)).split() == decided.split()


def test_whoever_is_in_no_group_has_a_line_of_their_own() -> None:
    fewer = GROUP.model_copy(update={"members": ("ishbel", "rory")})

    text = plan_text(FULL.model_copy(update={"projects": (fewer,)}), a_plan())

    assert "Who is in no group\n  Listed, but in no group" in text
