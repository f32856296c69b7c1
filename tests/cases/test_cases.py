"""Tiny whole programmes whose right answer was worked out by hand, step by step, in each docstring.

All are invented. Unless a case says otherwise there is one start a day, at 11:00 for two hours,
from Monday 7 to Sunday 20 June 2027 (no holidays, no main festivals); everybody can come and
drives. The glen's own people are 10 minutes from Glen Hall and 38 from the Town Hall (16.6 km as
the crow flies, 1.4 times that by road at 50 km an hour, and 10 minutes more); the town's people the
other way round.
"""

from dataclasses import dataclass
from datetime import date

from constraints import registry
from scheduler.audit import audit
from scheduler.facts import NO, YES, Answer
from scheduler.people import Person, Times, Travel
from scheduler.plan import Chosen, Plan
from scheduler.planner import make_plan
from scheduler.programme import Line, Programme, Session
from scheduler.samples import HALL, ISHBEL, LONDON, PROGRAMME, PROJECT, RORY, WISH, on
from scheduler.words import Days
from scheduler.workers import Worker, WorkerNeed

FAR = HALL.model_copy(
    update={"code": "far", "name": "Town Hall", "place": "town", "operator": "Town Trust"}
)
ONCE = WISH.model_copy(update={"setup_minutes": 0, "clear_up_minutes": 0})


@dataclass(frozen=True)
class Held:
    """One session as it came out."""

    when: str
    venue: str
    missing: tuple[str, ...] = ()
    """Who of the group is not there, in alphabetical order."""


def lived(code: str, **given: object) -> Person:
    """Return an invented member with lived experience, from the glen."""
    return ISHBEL.model_copy(update={"code": code, "name": code.title(), **given})


def professional(code: str, **given: object) -> Person:
    """Return an invented professional, from the glen."""
    return RORY.model_copy(update={"code": code, "name": code.title(), "home": "glen", **given})


def away(*days: tuple[str, str]) -> Times:
    """Return the times of somebody away from one day to another, such as "Monday 7 June 2027"."""
    spells = tuple(Days(first=on(first), last=on(last)) for first, last in days)
    return Times(told=Answer.YES, away=spells)


def programme(
    people: tuple[Person, ...], sessions: tuple[Session, ...] = (ONCE,), **given: object
) -> Programme:
    """Return a programme of one group over a fortnight in June 2027."""
    group = PROJECT.model_copy(
        update={"members": tuple(person.code for person in people), "sessions": sessions}
    )
    fortnight: dict[str, object] = {
        "first_day": on("Monday 7 June 2027"),
        "last_day": on("Sunday 20 June 2027"),
        "earliest": "11:00",
        "latest": "13:00",
        "people": people,
        "venues": (HALL, FAR),
        "projects": (group,),
    }
    return PROGRAMME.model_copy(update={**fortnight, **given})


def planned(given: Programme) -> Plan:
    """Return the plan of a programme under every constraint, which the audit finds sound."""
    plan = make_plan(given, registry())
    assert audit(given, plan, registry()) == ()
    return plan


def held(plan: Plan) -> tuple[Held, ...]:
    """Return the sessions of a plan, by project and number."""
    return tuple(_held(chosen) for chosen in plan.sessions)


def _held(chosen: Chosen) -> Held:
    start = chosen.start.astimezone(LONDON)
    missing = tuple(sorted(absent.person for absent in chosen.absent))
    return Held(f"{start:%a} {start.day} {start:%b %H:%M}", chosen.venue, missing)


def level(plan: Plan, name: str) -> tuple[int, ...]:
    """Return what a plan reaches at one level of the order of concern."""
    return next(each.value for each in plan.order if each.name == name)


MISSED = "Sessions missed (people with lived experience)"


def test_lived_experience_has_the_short_way_and_the_first_day_is_taken() -> None:
    """Two people, two halls, nothing in the way.

    Everybody can come on all fourteen days to both halls, so nobody misses anything. Nobody's way
    is over the comfortable 45 minutes. The next concern is the longest way of those with lived
    experience: 10 minutes at Glen Hall, 38 at the Town Hall; Rory's 38 and 10 come after. So it
    is Glen Hall. Days then differ only in how early they are: Monday 7 June.
    """
    given = programme((lived("ishbel"), professional("rory", home="town")))

    plan = planned(given)

    assert held(plan) == (Held("Mon 7 Jun 11:00", "hall"),)
    assert level(plan, "Longest journey in minutes (people with lived experience)") == (10,)
    assert level(plan, "Longest journey in minutes (everyone else)") == (38,)
    assert (plan.possible, plan.final, plan.questions) == (True, True, ())


def test_a_series_keeps_its_weekday_before_it_finishes_early() -> None:
    """Two sessions a week or more apart, and Ishbel away from Monday to Wednesday of the first.

    With Ishbel at both, the first session is on Thursday 10 June or later. A Thursday and the next
    Thursday change neither weekday nor hall nor hour; so would Friday and Friday, Saturday and
    Saturday, Sunday and Sunday. Of these Thursday 10 and Thursday 17 June finish first.
    """
    tied = lived("ishbel", times=away(("Monday 7 June 2027", "Wednesday 9 June 2027")))
    given = programme((tied, professional("rory")), sessions=(ONCE, ONCE))

    plan = planned(given)

    assert held(plan) == (Held("Thu 10 Jun 11:00", "hall"), Held("Thu 17 Jun 11:00", "hall"))
    assert level(plan, "Changes of weekday, hour or place") == (0,)


def test_two_who_miss_one_each_are_fairer_than_one_who_misses_two() -> None:
    """Two sessions, two possible dates for the second, and no date without somebody missing.

    Four people with lived experience. The first session can only be on Monday 7 June, and Ann is
    away then. The second can be on Monday 14 June, when Ann is away again, or on Tuesday 15 June,
    when Bea and Cat are. Monday: misses 2, 0, 0, 0, which is 2 in all and keeps the weekday.
    Tuesday: 1, 1, 1, 0, which is 3 in all. The worst off comes first: nobody misses two. On Tuesday
    two of four would be too few for the usual quorum of three, so this group does without one.
    """
    ann = away(
        ("Monday 7 June 2027", "Monday 7 June 2027"), ("Monday 14 June 2027", "Monday 14 June 2027")
    )
    tuesday = away(("Tuesday 15 June 2027", "Tuesday 15 June 2027"))
    people = (
        lived("ann", times=ann),
        lived("bea", times=tuesday),
        lived("cat", times=tuesday),
        lived("dee"),
    )
    sessions = (
        ONCE.model_copy(update={"last_day": on("Monday 7 June 2027")}),
        ONCE.model_copy(
            update={"first_day": date(2027, 6, 14), "last_day": on("Tuesday 15 June 2027")}
        ),
    )

    plan = planned(programme(people, sessions, constraints={"quorum": False}))

    assert held(plan) == (
        Held("Mon 7 Jun 11:00", "hall", ("ann",)),
        Held("Tue 15 Jun 11:00", "hall", ("bea", "cat")),
    )
    assert level(plan, MISSED) == (1, 1, 1, 0)


def test_professionals_stand_down_in_turn() -> None:
    """Two members with lived experience, three professionals, two sessions, everybody free.

    At each session two of the three professionals can come without outnumbering the others, so one
    stands down. The same one twice would be shares of 2, 0, 0; two different ones 1, 1, 0, which is
    fairer. The dates are the earliest two a week apart on one weekday: Monday 7 and Monday 14 June.
    """
    people = (lived("ann"), lived("bea"), *map(professional, ("kit", "lee", "max")))

    plan = planned(programme(people, (ONCE, ONCE)))

    assert [(session.when, session.venue, len(session.missing)) for session in held(plan)] == [
        ("Mon 7 Jun 11:00", "hall", 1),
        ("Mon 14 Jun 11:00", "hall", 1),
    ]
    assert sorted(outcome.stands_down for outcome in plan.people) == [0, 0, 0, 1, 1]
    assert all(absent.stands_down for chosen in plan.sessions for absent in chosen.absent)


def test_everybody_travels_further_so_that_one_can_get_in() -> None:
    """Four people of the glen, and Glen Hall has steps that Ann cannot climb.

    A place that does not meet somebody's need is closed to all, however far the other one is. The
    Town Hall is 38 minutes away, within the comfortable 45: nobody is left out.
    """
    steps = HALL.model_copy(update={"access": {"step-free": NO}})
    people = (lived("ann", needs=("step-free",)), lived("bea"), lived("cat"), professional("kit"))

    plan = planned(programme(people, venues=(steps, FAR)))

    assert held(plan) == (Held("Mon 7 Jun 11:00", "far"),)
    assert level(plan, "Longest journey in minutes (people with lived experience)") == (38,)


def test_the_day_is_the_day_of_the_bus() -> None:
    """Ann lives in the town, has no car, and the bus to Glen Hall runs on Tuesdays and Thursdays.

    Glen Hall on a Tuesday or Thursday: the bus is at 10:20, and with three of six minutes' walk
    before it Ann leaves at 10:17; she is back at 14:03. 43 minutes there until eleven, 63
    minutes back from one, so the way counts 63 minutes, over the comfortable 45. The Town Hall
    is in Ann's own town, but nobody has said how she would get there: that is a question, not a
    way. A question speaks against it for her, and that weighs before a long way. So it is Glen
    Hall, on the first day the bus runs: Tuesday 8 June.
    """
    bus = Line(
        name="Glen bus",
        days="Tue, Thu",
        from_place="town",
        to_place="hall",
        out=(("10:20", "10:50"),),
        back=(("13:30", "14:00"),),
        walk_minutes=6,
    )
    people = (lived("ann", home="town", travel=Travel(car=NO)), lived("bea"), professional("kit"))

    plan = planned(programme(people, lines=(bus,)))

    assert held(plan) == (Held("Tue 8 Jun 11:00", "hall"),)
    ann = next(coming for coming in plan.sessions[0].coming if coming.person == "ann")
    assert (ann.way.by, ann.way.out_minutes, ann.way.back_minutes) == ("bus", 43, 63)
    assert plan.final


def test_the_session_that_decides_waits_for_who_can_decide() -> None:
    """Two sessions; only the second decides, and Max can come on Wednesday 16 June alone.

    The second session is on Wednesday 16 June: without Max nothing can be decided. Max misses the
    first on any day. On Wednesday 9 June it would be a week before, on the same weekday; Monday 7
    and Tuesday 8 June would change the weekday, and end no sooner. So it is Wednesday 9 June.
    """
    only = Times(told=Answer.YES, free=("Wed 10:00-16:00",))
    away_first = only.model_copy(
        update={"away": (Days(first=date(2027, 6, 7), last=date(2027, 6, 13)),)}
    )
    people = (
        lived("ann"),
        lived("bea"),
        lived("cat"),
        professional("max", roles=("decision maker",), times=away_first),
    )
    decides = ONCE.model_copy(update={"needs_roles": ("decision maker",)})

    plan = planned(programme(people, (ONCE, decides)))

    assert held(plan) == (
        Held("Wed 9 Jun 11:00", "hall", ("max",)),
        Held("Wed 16 Jun 11:00", "hall"),
    )


def test_two_groups_with_one_facilitator_meet_on_two_days() -> None:
    """Two groups of two, each with a hall of its own, and one facilitator for both.

    Alone each would meet on Monday 7 June at eleven. There is one start a day and Cal cannot be at
    both, so one of them meets on Tuesday 8 June: no other pair of days ends as early. Which group
    has the Monday is nobody's concern, so it is the first in the programme.
    """
    people = (lived("ann"), professional("kit"), lived("bea"), professional("lee"))
    led = ONCE.model_copy(update={"workers": (WorkerNeed(role="facilitator"),)})
    groups = (
        PROJECT.model_copy(
            update={
                "code": "one",
                "members": ("ann", "kit"),
                "sessions": (led,),
                "venues": ("hall",),
            }
        ),
        PROJECT.model_copy(
            update={
                "code": "two",
                "members": ("bea", "lee"),
                "sessions": (led,),
                "venues": ("far",),
            }
        ),
    )
    given = programme(people, workers=(Worker(code="cal"),), projects=groups)

    plan = planned(given)

    assert held(plan) == (Held("Mon 7 Jun 11:00", "hall"), Held("Tue 8 Jun 11:00", "far"))
    assert [chosen.workers for chosen in plan.sessions] == [("cal",), ("cal",)]


def test_three_sessions_a_week_apart_do_not_fit_in_a_fortnight() -> None:
    """Three sessions at least seven days apart need fifteen days, and there are fourteen.

    From Monday 7 June the third would be on Monday 21 June, one day too late. Two can be held. The
    only rule that gives is the seven days: with three days between, three sessions fit, and with
    up to twelve weeks they do not. Four more weeks do as well, and so do two sessions in place of
    three, or a third that is optional. Three people are too few to split.
    """
    given = programme((lived("ann"), lived("bea"), professional("kit")), (ONCE, ONCE, ONCE))

    plan = planned(given)

    assert (plan.possible, len(plan.sessions), len(plan.unplaced)) == (False, 2, 1)
    (conflict,) = plan.conflicts
    assert [part.constraint for part in conflict.parts] == ["spacing"]
    assert [(offer.label, offer.placed, offer.of) for offer in conflict.offers] == [
        ("Sessions may follow each other within 3 days", 3, 3),
        ("Go on for 4 more weeks, to Sunday 18 July 2027", 3, 3),
        ("Hold 2 sessions instead of 3", 2, 2),
        ("Make session 3 optional: held if a date turns up", 2, 2),
    ]


def test_somebody_who_has_told_no_times_is_expected_but_not_counted_on() -> None:
    """Three members with lived experience, one of whom nobody has asked when she can come.

    Cat is planned for at once, but only Ann and Bea are counted: two of three, which is two thirds,
    and so enough. Glen Hall on Monday 7 June stands, with one question, and is not final before it
    is answered. The question stands against every date alike and so moves none.
    """
    people = (lived("ann"), lived("bea"), lived("cat", times=Times()))

    plan = planned(programme(people))

    assert held(plan) == (Held("Mon 7 Jun 11:00", "hall"),)
    assert [coming.sure for coming in plan.sessions[0].coming] == [True, True, False]
    assert [question.asks for question in plan.questions] == ["When can Cat come, and when not?"]
    assert (plan.possible, plan.final) == (True, False)


def test_a_hall_of_which_less_is_known_loses_to_a_further_one_of_which_all_is_known() -> None:
    """Ann and Kit live by Glen Hall; nobody has asked it about alcohol.

    A question counts as something that speaks against Glen Hall for each who comes, and that weighs
    before 28 minutes more on the road, as the Town Hall's 38 are comfortable for everybody.
    """
    unasked = HALL.model_copy(update={"licensed": HALL.bar_closed})
    sure = FAR.model_copy(update={"access": {"step-free": YES}})

    plan = planned(programme((lived("ann"), professional("kit")), venues=(unasked, sure)))

    assert held(plan) == (Held("Mon 7 Jun 11:00", "far"),)
    assert plan.final
