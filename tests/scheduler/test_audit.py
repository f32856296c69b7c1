"""Everything the audit must find, and nothing else.

Sound plans pass it, and every planted fault is named.
"""

from dataclasses import dataclass
from functools import lru_cache

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.people import Times
from scheduler.plan import Absent, Plan, Question, Task
from scheduler.programme import AcceptedUnknown, Programme
from scheduler.samples import at, on
from scheduler.unmet import Conflict, Unplaced
from tests.random_projects import a_project
from tests.scheduler.planted import PLANTED, Planted
from tests.scheduler.summer import (
    CATRIONA,
    ONCE,
    SUMMER,
    away,
    date_of,
    plan_of_once,
    planned,
    set_to,
    summer,
    summer_plan,
    two_apart,
    with_person,
    with_project,
    with_session,
    with_venue,
)
from tests.scheduler.sworn import sworn
from tests.scheduler.tampered import Tamper, absent, changed, first, moved, silent, with_coming


def found(programme: Programme, plan: Plan) -> dict[str, str]:
    """Return what the audit finds: what it says, by what found it."""
    return {breach.says: breach.constraint for breach in audit(programme, plan, registry())}


def test_a_sound_plan_has_no_breach() -> None:
    assert found(SUMMER, summer_plan()) == {}


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.what)
def test_the_audit_finds_a_planted_fault_and_nothing_else(planted: Planted) -> None:
    plan = sworn(planted.programme, planted.tampered)

    breaches = found(planted.programme, plan)

    also = {planted.also: "plan"} if planted.also else {}
    assert breaches == {planted.says: planted.constraint, **also}


# What a plan says of itself, and who is where in it.


@dataclass(frozen=True)
class Untrue:
    """Something a plan says that is not so.

    In the plan of three sessions on Tuesdays in May 2027.
    """

    what: str
    says: tuple[str, ...]
    plan: Tamper


BOOK_ELSEWHERE = Task(due=on("Tuesday 4 May 2027"), what="Book Glen Hall.", phone="01632 960199")
WHO = Question(constraint="", about="una", asks="Who is Una?", phone="01632 960199")


def with_level(plan: Plan, **given: object) -> Plan:
    """Return a plan that tells something else of its first level."""
    return plan.model_copy(
        update={"order": (plan.order[0].model_copy(update=given), *plan.order[1:])}
    )


def with_certificate(plan: Plan, **given: object) -> Plan:
    """Return a plan with another certificate."""
    return plan.model_copy(update={"certificate": plan.certificate.model_copy(update=given)})


UNTRUE = (
    Untrue(
        "a session of no project",
        ("The programme has no such session.",),
        lambda plan: plan.model_copy(
            update={
                "sessions": (*plan.sessions, first(plan).model_copy(update={"project": "other"}))
            }
        ),
    ),
    Untrue(
        "a fourth session of three",
        ("The programme has no such session.",),
        lambda plan: plan.model_copy(
            update={"sessions": (*plan.sessions, first(plan).model_copy(update={"number": 4}))}
        ),
    ),
    Untrue(
        "a session planned twice",
        ("This session is planned twice.",),
        lambda plan: plan.model_copy(update={"sessions": (*plan.sessions, first(plan))}),
    ),
    Untrue(
        "a venue that is not in the programme",
        ("The programme has no venue hull.",),
        lambda plan: changed(plan, venue="hull"),
    ),
    Untrue(
        "a worker who is not in the programme",
        ("The programme has no worker nobody.",),
        lambda plan: changed(plan, workers=(*first(plan).workers, "nobody")),
    ),
    Untrue(
        "a worker counted twice",
        (f"The worker {CATRIONA.name} is listed more than once.",),
        lambda plan: changed(plan, workers=(CATRIONA.code, CATRIONA.code)),
    ),
    Untrue(
        "somebody comes who is not in the group",
        ("stranger is not in the group.",),
        lambda plan: absent(plan, "stranger"),
    ),
    Untrue(
        "somebody comes and is absent",
        ("Una is listed more than once.", "Una could come and is left out."),
        lambda plan: changed(plan, absent=(Absent(person="una"),)),
    ),
    Untrue(
        "somebody is forgotten",
        (
            "Nothing is said of Una: nobody is left out without a line.",
            "Una comes to 2 of 3 sessions. The plan says otherwise.",
            (
                "Sessions missed (people with lived experience): the plan says 0, 0, 0, 0, "
                "counted again it is 1, 0, 0, 0."
            ),
            (
                "Journeys in quarter hours (people with lived experience): the plan says 18, "
                "counted again it is 17."
            ),
        ),
        lambda plan: silent(plan, "una"),
    ),
    Untrue(
        "another way than theirs",
        (
            "Una has another way there and back.",
            "Una comes to 3 of 3 sessions. The plan says otherwise.",
            "Its costs, line by line, are others when reckoned again.",
            "What the plan says it costs as a whole is another sum when reckoned again.",
            (
                "The plan does not say of what is to be done: by Tuesday 4 May 2027, "
                "Send money to 3 people for the way there and back: about £47.43."
            ),
            (
                "The plan says of what is to be done what nothing bears out: "
                "by Tuesday 4 May 2027, "
                "Send money to 2 people for the way there and back: about £31.62."
            ),
        ),
        lambda plan: with_coming(plan, "una", way=first(plan).coming[2].way),
    ),
    Untrue(
        "somebody not sure of whom everything is known",
        (
            "What makes Una able to come is known.",
            "Una comes to 3 of 3 sessions. 1 of these is not sure yet. The plan says otherwise.",
        ),
        lambda plan: with_coming(plan, "una", sure=False),
    ),
    Untrue(
        "the wrong pence",
        ("It costs 8162 pence, not 7591.", "Its lines add up to 8162 pence, and it costs 7591."),
        lambda plan: changed(plan, pence=7591),
    ),
    Untrue(
        "a level with another value",
        (
            "Required sessions without a date: the plan says 1, counted again it is 0.",
            "Required sessions without a date: only what meets its bound is proven.",
        ),
        lambda plan: plan.model_copy(
            update={"order": (plan.order[0].model_copy(update={"value": (1,)}), *plan.order[1:])}
        ),
    ),
    Untrue(
        "a level left out",
        ("The plan tells 15 levels of 16.",),
        lambda plan: plan.model_copy(update={"order": plan.order[:-1]}),
    ),
    Untrue(
        "somebody comes to fewer than it says",
        ("Ishbel comes to 3 of 3 sessions. The plan says otherwise.",),
        lambda plan: plan.model_copy(
            update={"people": (plan.people[0].model_copy(update={"able": 4}), *plan.people[1:])}
        ),
    ),
    Untrue(
        "a session without a date that has one",
        ("The sessions it says have no date are not those that have none.",),
        lambda plan: plan.model_copy(
            update={"unplaced": (Unplaced(project="group", number=1, required=True, reason=""),)}
        ),
    ),
    Untrue(
        "not possible although it is, and so not final either",
        (
            (
                "It says it is possible although a required session has no date, "
                "or the other way round."
            ),
        ),
        lambda plan: plan.model_copy(update={"possible": False, "final": False}),
    ),
    Untrue(
        "not final although nothing is open",
        ("It says it is final although something is open, or the other way round.",),
        lambda plan: plan.model_copy(update={"final": False}),
    ),
    Untrue(
        "another name for the programme",
        ("The programme is called An invented early summer, not Winter.",),
        lambda plan: plan.model_copy(update={"programme": "Winter"}),
    ),
    Untrue(
        "another title",
        ('It is for "Session", not "Lambing".',),
        lambda plan: changed(plan, title="Lambing"),
    ),
    Untrue(
        "a reason for coming only if need be that nobody gave",
        ("The plan says of Una what nothing bears out: Una is ill.",),
        lambda plan: with_coming(plan, "una", if_need_be=("Una is ill.",)),
    ),
    Untrue(
        "something unknown that is known",
        ("The plan says of Una what nothing bears out: Is Una well?",),
        lambda plan: with_coming(plan, "una", unsure_because=("Is Una well?",)),
    ),
    Untrue(
        "a note that no rule makes",
        ("The plan says of this session what nothing bears out: It is the day of the gala.",),
        lambda plan: changed(plan, notes=("It is the day of the gala.",)),
    ),
    Untrue(
        "a task that nothing asks for, in place of the one that is needed",
        (
            (
                "The plan says of what is to be done what nothing bears out: "
                "by Tuesday 4 May 2027, Book Glen Hall. 01632 960199"
            ),
            (
                "The plan does not say of what is to be done: "
                "by Tuesday 27 April 2027, Book Catriona (facilitator)."
            ),
            (
                "The plan does not say of what is to be done: by Tuesday 27 April 2027, "
                "Tell the group about Tuesday 11 May 2027, once Glen Hall is booked."
            ),
            (
                "The plan does not say of what is to be done: by Tuesday 4 May 2027, "
                "Confirm with Catriona: Tuesday 11 May 2027, from 10:00 to 12:00."
            ),
            (
                "The plan does not say of what is to be done: by Tuesday 4 May 2027, "
                "Send money to 2 people for the way there and back: about £31.62."
            ),
            (
                "The plan does not say of what is to be done: by Tuesday 27 April 2027, "
                "Book Glen Hall from 10:00 to 12:00, before anybody is told the date. 01632 960100"
            ),
        ),
        lambda plan: changed(plan, tasks=(BOOK_ELSEWHERE,)),
    ),
    Untrue(
        "a question that nothing raises",
        (
            "Nothing here asks this: Who is Una? Ring 01632 960199.",
            "It says it is final although something is open, or the other way round.",
        ),
        lambda plan: plan.model_copy(update={"questions": (WHO,)}),
    ),
    Untrue(
        "a sentence about somebody that is not so",
        ("Ishbel comes to 3 of 3 sessions. The plan says otherwise.",),
        lambda plan: plan.model_copy(
            update={
                "people": (
                    plan.people[0].model_copy(update={"line": "Ishbel comes to nothing."}),
                    *plan.people[1:],
                )
            }
        ),
    ),
    Untrue(
        "somebody nobody knows among those it is about",
        ("stranger is not in the group.",),
        lambda plan: plan.model_copy(
            update={
                "people": (*plan.people, plan.people[0].model_copy(update={"person": "stranger"}))
            }
        ),
    ),
    Untrue(
        "why it is not possible, although it is",
        ("It says why it is not possible although it is.",),
        lambda plan: plan.model_copy(
            update={"conflicts": (Conflict(project="group", parts=(), says="It rains."),)}
        ),
    ),
    Untrue(
        "better than any plan could be, and so not proven",
        (
            (
                "Required sessions without a date: "
                "the plan does better than what it says any plan could."
            ),
            "Required sessions without a date: only what meets its bound is proven.",
        ),
        lambda plan: with_level(plan, bound=(1,)),
    ),
    Untrue(
        "a proof that does not follow",
        (
            "Optional sessions without a date: proven, although the level before it is not.",
            "How it was found and whether it is proven do not agree.",
        ),
        lambda plan: with_level(plan, bound=(), proven=False),
    ),
    Untrue(
        "more that nothing rules out than was looked at",
        ("It says nothing rules out 99999 of 11550 candidates.",),
        lambda plan: with_certificate(plan, open_candidates=99999),
    ),
    Untrue(
        "somebody put first of whom the programme says nothing",
        ("Who is put first, and who decided it, is not as the programme has it.",),
        lambda plan: with_certificate(plan, put_first=("People who live near are put first.",)),
    ),
    Untrue(
        "other settings than those in force",
        (
            'The settings of "magic" are not those it was planned with.',
            'The settings of "Leave room between sessions" are not those it was planned with.',
        ),
        lambda plan: with_certificate(
            plan,
            settings={**plan.certificate.settings, "magic": {}, "spacing": {"least_days": 1}},
        ),
    ),
)


@pytest.mark.parametrize("untrue", UNTRUE, ids=lambda untrue: untrue.what)
def test_the_audit_finds_what_a_plan_says_that_is_not_so(untrue: Untrue) -> None:
    breaches = found(SUMMER, untrue.plan(summer_plan()))

    assert breaches == dict.fromkeys(untrue.says, "plan")


OUT_OF_SHAPE = (
    Untrue(
        "a session longer than it was wished for",
        ("It lasts 150 minutes, not the 120 minutes that the programme asks for.",),
        lambda plan: changed(plan, 1, end=at("Tuesday 11 May 2027 12:30")),
    ),
    Untrue(
        "a session before the programme begins",
        ("Saturday 8 May 2027 is outside the days it may be held.",),
        lambda plan: moved(plan, "Saturday 8 May 2027 10:00"),
    ),
    Untrue(
        "a session outside the hours of the programme",
        ("It is not between 09:00 and 21:00.",),
        lambda plan: moved(plan, "Tuesday 11 May 2027 19:30"),
    ),
)


@pytest.mark.parametrize("untrue", OUT_OF_SHAPE, ids=lambda untrue: untrue.what)
def test_the_audit_finds_a_session_that_is_not_what_was_wished_for(untrue: Untrue) -> None:
    programme = set_to("inclusive_hours", False)

    breaches = found(programme, sworn(programme, untrue.plan(summer_plan())))

    assert breaches == dict.fromkeys(untrue.says, "plan")


def test_the_audit_finds_a_session_away_from_its_fixed_day_hour_and_venue() -> None:
    programme = with_session(1, ONCE, day=on("Tuesday 11 May 2027"), start="11:00", venue="far")

    breaches = found(programme, sworn(programme, plan_of_once()))

    assert breaches == {
        "Monday 10 May 2027 is outside the days it may be held.": "plan",
        "It has to start at 11:00.": "plan",
        "It may not be held at Glen Hall.": "plan",
    }


def test_the_audit_finds_a_session_away_from_the_days_it_may_be_held() -> None:
    programme = with_session(
        1, ONCE, first_day=on("Tuesday 11 May 2027"), last_day=on("Friday 14 May 2027")
    )

    breaches = found(programme, sworn(programme, plan_of_once()))

    assert breaches == {"Monday 10 May 2027 is outside the days it may be held.": "plan"}


def test_the_audit_finds_a_venue_that_is_not_among_the_projects_own() -> None:
    programme = with_project(ONCE, venues=("far",))

    breaches = found(programme, sworn(programme, plan_of_once()))

    assert breaches == {"It may not be held at Glen Hall.": "plan"}


def test_the_audit_finds_that_the_programme_has_changed() -> None:
    programme = summer(organiser="Another organiser")

    breaches = found(programme, summer_plan())

    assert breaches == {
        "This plan was made from another programme, or from an earlier state of it.": "plan"
    }


def test_the_audit_finds_a_required_session_without_a_date_that_is_passed_over() -> None:
    plan = summer_plan()
    shorter = sworn(SUMMER, plan.model_copy(update={"sessions": plan.sessions[:2]}))

    breaches = found(SUMMER, shorter)

    assert breaches == {
        "The sessions it says have no date are not those that have none.": "plan",
        "It says it is possible although a required session has no date, "
        "or the other way round.": "plan",
    }


def test_the_audit_finds_a_question_that_was_not_asked() -> None:
    programme = with_venue("hall", ONCE, capacity=None)
    plan = sworn(programme, plan_of_once())
    quiet = plan.model_copy(update={"questions": (), "final": True})

    breaches = found(programme, quiet)

    assert breaches == {
        "Not asked: How many people does Glen Hall hold? At least 8 are needed.": "plan"
    }


def test_the_audit_finds_a_question_that_nobody_accepted_in_writing() -> None:
    programme = with_venue("hall", ONCE, capacity=None)
    plan = sworn(programme, plan_of_once())
    lifted = tuple(each.model_copy(update={"holds_back": False}) for each in plan.questions)

    breaches = found(programme, plan.model_copy(update={"questions": lifted, "final": True}))

    assert breaches == {
        "Nobody accepted this in writing: "
        "How many people does Glen Hall hold? At least 8 are needed.": "plan"
    }


def asking_again(plan: Plan, **given: object) -> Plan:
    """Return a plan whose only question is asked otherwise."""
    return plan.model_copy(update={"questions": (plan.questions[0].model_copy(update=given),)})


HOW_MANY = "How many people does Glen Hall hold? At least 8 are needed."


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"about": "una"}, "This is not about Una: "),
        ({"about": ""}, "This is not about nobody: "),
        ({"constraint": "balance"}, "This is put down to another rule than asks it: "),
    ],
)
def test_a_question_about_somebody_else_than_it_concerns_was_let_pass(
    given: dict[str, str], says: str
) -> None:
    programme = with_venue("hall", ONCE, capacity=None)
    plan = asking_again(sworn(programme, plan_of_once()), **given)

    assert found(programme, plan) == {f"{says}{HOW_MANY}": "plan"}


def test_what_was_accepted_in_writing_could_be_left_out_of_a_plan() -> None:
    accepted = AcceptedUnknown(
        constraint="capacity", about="hall", by="Mairi", on=on("Monday 4 January 2027")
    )
    elsewhere = accepted.model_copy(update={"about": "far"})
    programme = with_venue("hall", ONCE, capacity=None).model_copy(
        update={"accepted_unknowns": (accepted, elsewhere)}
    )
    plan = sworn(programme, plan_of_once())
    asked = asking_again(plan, holds_back=False)
    silent = asked.model_copy(update={"final": True})

    told = (
        "Glen Hall (capacity): accepted by Mairi on Monday 4 January 2027. Nothing more was noted."
    )
    assert found(programme, silent) == {f"It rests on this, and does not tell it: {told}": "plan"}


def test_another_number_of_dates_and_rooms_looked_at_was_let_pass() -> None:
    plan = plan_of_once()
    fewer = plan.certificate.model_copy(update={"candidates": plan.certificate.candidates - 1})

    assert found(ONCE, plan.model_copy(update={"certificate": fewer})) == {
        "Dates and rooms looked at: the plan says 3849, counted again there are 3850.": "plan"
    }


def test_the_audit_finds_a_reason_that_is_kept_back_and_one_made_up() -> None:
    programme = with_person("una", ONCE, times=away("Monday 10 May 2027"))
    plan = sworn(programme, absent(plan_of_once(), "una"))
    (una,) = first(plan).absent

    breaches = found(
        programme, changed(plan, absent=(una.model_copy(update={"reasons": ("Una is ill.",)}),))
    )

    assert breaches == {
        "The plan says of Una what nothing bears out: Una is ill.": "plan",
        f"The plan does not say of Una: {una.reasons[0]}": "plan",
        "Who comes to none of the sessions, and why, is not as it says.": "plan",
    }


def test_the_audit_finds_somebody_counted_on_whose_times_are_unknown() -> None:
    programme = with_person("una", ONCE, times=Times())
    plan = sworn(programme, plan_of_once())

    breaches = found(programme, with_coming(plan, "una", sure=True))

    assert breaches == {
        "What makes Una able to come is unknown.": "plan",
        "Una comes to 1 of 1 session. The plan says otherwise.": "plan",
    }


# Who is left out, and who stands down.


def test_the_audit_finds_somebody_left_out_without_a_reason() -> None:
    plan = sworn(ONCE, absent(plan_of_once(), "una"))

    breaches = found(ONCE, plan)

    assert breaches == {"Una could come and is left out.": "plan"}


def test_the_audit_finds_somebody_who_stands_down_although_nobody_is_outnumbered() -> None:
    plan = sworn(ONCE, absent(plan_of_once(), "rory", down=True))

    breaches = found(ONCE, plan)

    assert breaches == {"Rory stands down although nobody would be outnumbered.": "plan"}


def test_the_audit_finds_somebody_who_stands_down_although_only_professionals_may() -> None:
    plan = sworn(ONCE, absent(plan_of_once(), "una", down=True))

    breaches = found(ONCE, plan)

    assert breaches == {"Una stands down although nobody would be outnumbered.": "plan"}


def test_the_audit_finds_somebody_said_to_stand_down_who_cannot_come() -> None:
    crowded = with_person("una", with_person("flora", ONCE, roles=("manager",)), roles=("manager",))
    programme = with_person("neil", crowded, times=away("Monday 10 May 2027"))
    plan = sworn(programme, absent(plan_of_once(), "neil", "rory", down=True))

    breaches = found(programme, plan)

    assert breaches == {"Neil cannot come, so has no place to leave to others.": "plan"}


def test_the_audit_lets_a_professional_stand_down_who_would_tip_the_balance() -> None:
    programme = with_person(
        "una", with_person("flora", ONCE, roles=("manager",)), roles=("professional",)
    )
    plan = sworn(programme, absent(plan_of_once(), "rory", "neil", down=True))

    breaches = found(programme, plan)

    assert breaches == {}


# Several projects: what two sessions need at once.

APART = two_apart()
TWICE = (
    "{} is needed for two sessions too close together: "
    "Living well on Monday 7 June 2027 at 11:00 and "
    "Growing together on Monday 7 June 2027 at 11:00."
)


@lru_cache
def plan_apart() -> Plan:
    """Return the plan of two groups that meet at one hour, in two halls, with two facilitators."""
    return planned(APART)


def second_with(plan: Plan, **given: object) -> Plan:
    """Return a plan with some fields of the second group's session changed."""
    group, growing = plan.sessions
    return plan.model_copy(update={"sessions": (group, growing.model_copy(update=given))})


def test_two_groups_may_meet_at_the_same_hour_with_nothing_in_common() -> None:
    plan = plan_apart()

    assert [date_of(chosen) for chosen in plan.sessions] == [
        "Mon 7 Jun 11:00 hall",
        "Mon 7 Jun 11:00 far",
    ]
    assert sorted(chosen.workers for chosen in plan.sessions) == [("catriona",), ("dougal",)]


def test_the_audit_finds_a_worker_in_two_places() -> None:
    plan = second_with(plan_apart(), workers=plan_apart().sessions[0].workers)
    (code,) = plan.sessions[0].workers

    breaches = found(APART, sworn(APART, plan))

    assert breaches == {TWICE.format(code.title()): "one_place_at_a_time"}


def test_the_audit_finds_a_room_that_two_groups_have_at_once() -> None:
    plan = sworn(APART, second_with(plan_apart(), venue="hall"))

    breaches = found(APART, plan)

    assert breaches == {TWICE.format("Glen Hall"): "one_place_at_a_time"}


def test_the_audit_finds_somebody_in_two_groups_at_once() -> None:
    first_group, second_group = APART.projects
    both = second_group.model_copy(update={"members": (*second_group.members, "una")})
    programme = APART.model_copy(update={"projects": (first_group, both)})
    growing = plan_apart().sessions[1]
    una = growing.coming[0].model_copy(update={"person": "una"})
    plan = sworn(programme, second_with(plan_apart(), coming=(*growing.coming, una)))

    breaches = found(programme, plan)

    assert breaches == {TWICE.format("Una"): "one_place_at_a_time"}


def test_the_audit_lets_somebody_be_absent_who_is_with_another_group_then() -> None:
    first_group, second_group = APART.projects
    both = second_group.model_copy(update={"members": (*second_group.members, "una")})
    programme = APART.model_copy(update={"projects": (first_group, both)})
    una = Absent(person="una", reasons=("Una is at another session.",))
    plan = sworn(programme, second_with(plan_apart(), absent=(una,)))

    breaches = found(programme, plan)

    assert breaches == {}


# Every plan that is made.


@pytest.mark.parametrize("first_number", range(1000, 1050, 10))
def test_the_audit_finds_nothing_in_plans_of_random_projects(first_number: int) -> None:
    numbers = range(first_number, first_number + 10)
    programmes = [a_project(number, sessions=2 + number % 2, days=6) for number in numbers]

    breaches = [audit(each, planned(each), registry()) for each in programmes]

    assert breaches == [()] * len(programmes)
