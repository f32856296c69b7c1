"""What was promised stands, and the plan says of each such session which rules it breaks."""

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.samples import on
from tests.scheduler.promised_against import BROKEN, against, plan_against
from tests.scheduler.summer import (
    ONCE,
    SESSION,
    SUMMER,
    away,
    fortnight,
    planned,
    set_to,
    summer_plan,
    with_person,
    with_session,
)
from tests.scheduler.tampered import changed


def broken(programme: Programme) -> list[tuple[str, ...]]:
    """Return what each session of a programme's plan breaks."""
    return [chosen.breaks for chosen in planned(programme).sessions]


def booked(words: str, **given: object) -> dict[str, object]:
    """Return a session as booked in the hall at eleven on some day."""
    return {"state": "booked", "day": on(words), "start": "11:00", "venue": "hall", **given}


def test_a_session_booked_against_rules_says_which_and_no_other_does() -> None:
    assert broken(against()) == [(), BROKEN, ()]


def test_a_private_need_is_told_without_whose_it_is_or_what_it_is() -> None:
    """Una needs a step-free way in and does not share it; Flora must not be asked to go there."""
    said = " ".join(plan_against().sessions[1].breaks)

    assert [name for name in ("Una", "Flora", "no-go", "must not") if name in said] == []


def test_a_plan_in_which_nothing_was_promised_breaks_nothing() -> None:
    assert broken(SUMMER) == [(), (), ()]


def test_a_session_booked_under_every_rule_breaks_nothing() -> None:
    assert broken(with_session(1, fortnight(), **booked("Wednesday 9 June 2027"))) == [()]


def test_too_few_who_can_come_to_what_was_booked_is_said() -> None:
    programme = with_session(1, ONCE, **booked("Wednesday 12 May 2027"))
    for code in ("una", "flora", "mairi"):
        programme = with_person(code, programme, times=away("Wednesday 12 May 2027"))

    assert broken(programme) == [
        (
            "Only 1 of 4 members with lived experience can be there; 2 are needed.",
            "Professionals would outnumber members with lived experience, 2 to 1.",
            "Only 3 of 6 can be counted on to be there; at least 4 are needed.",
        )
    ]


def test_two_sessions_booked_too_close_together_are_said_at_the_later() -> None:
    programme = with_session(1, fortnight(SESSION, SESSION), **booked("Monday 7 June 2027"))
    programme = with_session(2, programme, **booked("Wednesday 9 June 2027"))

    assert broken(programme) == [
        (),
        ("Only 2 days after the session before; leave at least 7.",),
    ]


def test_more_sessions_booked_than_somebody_agreed_to_are_said_at_the_last_they_come_to() -> None:
    programme = with_person("una", fortnight(SESSION, SESSION), most_sessions=1)
    programme = with_session(1, programme, **booked("Monday 7 June 2027"))
    programme = with_session(2, programme, **booked("Monday 14 June 2027"))

    says = "Una would come to 2 sessions in the project; 1 session was agreed."
    assert broken(programme) == [(), (says,)]


def test_a_session_already_booked_needs_no_more_notice() -> None:
    """The hall wants four weeks, which have gone by; but it was booked in time."""
    programme = set_to("spacing", {"least_days": 1}, fortnight())
    hall = programme.venues[0].model_copy(update={"notice_days": 90})
    programme = programme.model_copy(update={"venues": (hall, *programme.venues[1:])})

    assert broken(with_session(1, programme, **booked("Wednesday 9 June 2027"))) == [()]


@pytest.mark.parametrize(
    ("programme", "plan", "number", "says"),
    [
        (against(), plan_against(), 2, BROKEN[:2]),
        (against(), plan_against(), 2, ()),
        (SUMMER, summer_plan(), 1, ("It rains.",)),
    ],
    ids=("one is missing", "all are missing", "one that no rule says"),
)
def test_the_audit_finds_what_a_plan_does_not_say_truly_of_what_was_promised(
    programme: Programme, plan: Plan, number: int, says: tuple[str, ...]
) -> None:
    breaches = audit(programme, changed(plan, number, breaks=says), registry())

    assert [(breach.number, breach.says, breach.kind) for breach in breaches] == [
        (number, "What the plan says it breaks as promised is not what it breaks.", "words")
    ]
