"""Nothing is decided before the group has met once."""

from constraints.first_meeting import FirstMeeting
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.programme import Session
from scheduler.samples import PROJECT, WISH

DECIDE = WISH.model_copy(update={"title": "Decide", "needs_roles": ("decision maker",)})
SAYS = "The first meeting would decide something: meet once before a decision maker is needed."


def said_of(session: Session, *sessions: Session, rule: FirstMeeting) -> Objection | None:
    return rule.check(PROJECT.model_copy(update={"sessions": sessions}), session)


def test_a_first_meeting_that_decides_is_told_so_and_not_closed() -> None:
    assert said_of(DECIDE, DECIDE, WISH, rule=FirstMeeting()) == Objection(Degree.AVOID, SAYS, SAYS)


def test_later_meetings_may_decide() -> None:
    assert said_of(DECIDE, WISH, DECIDE, rule=FirstMeeting()) is None


def test_a_first_meeting_that_needs_others_decides_nothing() -> None:
    meeting = DECIDE.model_copy(update={"needs_roles": ("caterer",)})

    assert said_of(meeting, meeting, rule=FirstMeeting()) is None
    assert said_of(meeting, meeting, rule=FirstMeeting(roles=("caterer",))) is not None


def test_a_later_one_like_the_first_but_for_its_name_is_the_same_wish() -> None:
    again = DECIDE.model_copy(update={"title": "Decide again", "required": False})

    assert said_of(again, DECIDE, again, rule=FirstMeeting()) is not None


def test_a_later_one_of_another_length_is_not() -> None:
    longer = DECIDE.model_copy(update={"length_minutes": 150})

    assert said_of(longer, DECIDE, longer, rule=FirstMeeting()) is None
