"""Answers to invitations: the right person and session, and every other one refused with why."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from scheduler.calendars.from_plan import PlanCalendars
from scheduler.calendars.replies import limited
from scheduler.calendars.replies.answer import Answer
from scheduler.calendars.replies.limited import TOO_BIG, answers_in
from scheduler.calendars.replies.matching import Decided, Invited, decided
from scheduler.calendars.replies.reading import read_message
from scheduler.calendars.replies.told import Reply
from tests.scheduler.calendars.plans import MORAG, a_meeting, a_plan
from tests.scheduler.calendars.replies.written_replies import (
    CALENDARS,
    GOOGLE,
    JANUARY,
    KDE,
    MAILED,
    OUTLOOK,
    THUNDERBIRD,
    UID,
    answer,
    calendar,
    mailed,
)


def outcome(
    *contents: bytes, calendars: PlanCalendars = CALENDARS, known: Sequence[Answer] = ()
) -> list[Decided]:
    """Return what becomes of the answers in some messages."""
    found = [each for n, content in enumerate(contents, 1) for each in read_message(n, content)]
    return list(decided(found, Invited(calendars), known=known))


def told(*contents: bytes, calendars: PlanCalendars = CALENDARS) -> list[tuple[str, str]]:
    """Return what becomes of some messages, each with what it says or why it was not used."""
    return [
        (each.outcome, each.answer.says if each.answer and not each.why else each.why)
        for each in outcome(*contents, calendars=calendars)
    ]


@pytest.mark.parametrize(
    ("content", "says", "comment"),
    [
        (GOOGLE, "not coming", "Not, then"),
        (OUTLOOK, "perhaps", ""),
        (THUNDERBIRD, "coming", ""),
        (KDE, "not coming", ""),
    ],
    ids=["Google", "Outlook", "Thunderbird", "KDE"],
)
def test_answers_of_other_programs_are_those_of_the_right_person_and_session(
    content: bytes, says: str, comment: str
) -> None:
    # when
    (found,) = outcome(mailed(content))

    # then
    assert found == Decided(
        1,
        "used",
        "",
        Answer(
            person="P-01",
            project="well",
            number=1,
            says=says,  # type: ignore[arg-type]
            sequence=0,
            stamped=datetime(2026, 12, 1, 10, 11, 12, tzinfo=UTC),
            comment=comment,
        ),
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (
            answer(UID="somebody-elses@example.com"),
            "it is about a session that is not one of this programme",
        ),
        (
            answer(**{"RECURRENCE-ID": "20270115T103000Z"}),
            "it is about one day of a series, and none of our sessions is one",
        ),
        (
            answer(ORGANIZER="mailto:rival@example.org"),
            "it answers somebody else's invitation, or does not say whose",
        ),
        (
            answer(ORGANIZER=None),
            "it answers somebody else's invitation, or does not say whose",
        ),
        (
            answer(ATTENDEE="mailto:stranger@example.org"),
            "whoever it is from is nobody of this programme, or has another address here",
        ),
        (
            answer(SEQUENCE="1"),
            "it answers a later change than is known here: name the folder it was sent from",
        ),
        (answer("DELEGATED"), "it says neither yes nor no nor perhaps, so ask them"),
        (answer("NEEDS-ACTION"), "it says neither yes nor no nor perhaps, so ask them"),
    ],
)
def test_an_answer_that_is_not_one_to_ours_is_refused_with_why(content: bytes, why: str) -> None:
    assert told(mailed(content)) == [("refused", why)]


def test_an_answer_to_an_earlier_date_is_refused() -> None:
    # given: the session was moved after the invitation
    sent = dict(CALENDARS.all())
    later = a_meeting(1)
    moved = later.model_copy(
        update={"start": later.start.replace(day=22), "end": later.end.replace(day=22)}
    )
    calendars = PlanCalendars(MAILED, a_plan(moved), sent)

    # then
    assert told(mailed(answer(SEQUENCE="0")), calendars=calendars) == [
        (
            "refused",
            "it answers an earlier date or place: the session has changed since, so ask them",
        )
    ]
    assert told(mailed(answer(SEQUENCE="1")), calendars=calendars) == [("used", "coming")]


def test_an_answer_about_a_session_that_is_off_is_refused() -> None:
    # given
    calendars = PlanCalendars(MAILED, a_plan(a_meeting(2)), dict(CALENDARS.all()))

    # then
    assert told(mailed(answer(SEQUENCE="1")), calendars=calendars) == [
        ("refused", "the session is called off")
    ]


def test_an_answer_of_somebody_who_was_not_invited_to_it_is_refused() -> None:
    # given: Calum has an address, and does not come in January
    morag, calum, eilidh = MAILED.people
    reached = calum.model_copy(update={"email": "calum@example.org", "contact": morag.contact})
    programme = MAILED.model_copy(update={"people": (morag, reached, eilidh)})
    content = answer(ATTENDEE="mailto:calum@example.org")

    # then
    assert told(
        mailed(content, sender="calum@example.org"), calendars=PlanCalendars(programme, JANUARY)
    ) == [("refused", "whoever it is from was not invited to that session")]


def test_nobody_is_taken_for_another_with_the_same_address() -> None:
    # given
    morag, calum, eilidh = MAILED.people
    shares = {"email": MORAG.email, "contact": morag.contact}
    programme = MAILED.model_copy(
        update={"people": (morag, calum.model_copy(update=shares), eilidh)}
    )

    # then
    assert told(mailed(answer()), calendars=PlanCalendars(programme, JANUARY)) == [
        ("refused", "several people have this address, so ask them whose answer it is")
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (
            mailed(answer("DECLINED"), sender="rory@example.org"),
            "its message is from another address than theirs",
        ),
        (
            mailed(answer("DECLINED"), sender="morag@example.org>, Rory <rory@example.org"),
            "its message is from another address than theirs",
        ),
        (answer("DECLINED"), "it came without its message, so nothing says whom it is from"),
    ],
)
def test_an_answer_that_may_be_somebody_elses_is_asked_about_and_not_used(
    content: bytes, why: str
) -> None:
    assert told(content) == [("asked", why)]


def test_a_doubtful_answer_does_not_stand_in_the_way_of_a_sure_one() -> None:
    # given: somebody pretends to be Morag, later than Morag wrote
    forged = mailed(answer("DECLINED", DTSTAMP="20261224T090000Z"), sender="x@example.com")

    # then
    assert told(forged, mailed(answer())) == [
        ("asked", "its message is from another address than theirs"),
        ("used", "coming"),
    ]


def test_of_two_answers_the_one_written_last_holds_in_whatever_order_they_come() -> None:
    # given
    first, second = answer("ACCEPTED"), answer("DECLINED", DTSTAMP="20261202T090000Z")

    # then
    latest = [each.answer for each in outcome(mailed(second)) if each.answer]
    assert told(mailed(first), mailed(second)) == [("used", "coming"), ("used", "not coming")]
    assert told(mailed(second), mailed(first)) == [("used", "not coming"), ("used", "coming")]
    assert outcome(mailed(first), known=latest)[0].outcome == "replaced"
    assert outcome(mailed(second), known=latest)[0].outcome == "replaced"


def test_another_time_is_proposed_and_changes_nobodys_answer() -> None:
    # given
    content = answer(
        "TENTATIVE",
        method="COUNTER",
        DTSTART="20270116T100000Z",
        DTEND="20270116T120000Z",
        COMMENT="A day later\\, please",
    )

    # when
    (found,) = outcome(mailed(content))

    # then
    assert (found.outcome, found.answer and found.answer.says) == ("used", "another time")
    assert found.answer is not None
    assert found.answer.start == datetime(2027, 1, 16, 10, tzinfo=UTC)
    assert found.answer.end == datetime(2027, 1, 16, 12, tzinfo=UTC)
    assert found.answer.comment == "A day later, please"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (answer(UID=None), "line 5 begins an answer without UID"),
        (answer(DTSTAMP=None), "line 5 begins an answer without DTSTAMP"),
        (answer(DTSTAMP="yesterday"), "line 7 holds no day or time for DTSTAMP"),
        (answer(SEQUENCE="many"), "line 9 holds no number for SEQUENCE"),
        (
            answer(ATTENDEE=None),
            "line 5 answers for nobody, or for several people at once",
        ),
        (
            calendar(
                f"UID:{UID}", "ATTENDEE:mailto:a@example.org", "ATTENDEE:mailto:b@example.org"
            ),
            "line 5 answers for nobody, or for several people at once",
        ),
        (
            answer(method="COUNTER", DTSTART="20270116T100000Z", DTEND="20270115T100000Z"),
            "line 5 proposes a time that ends before it begins",
        ),
        (
            b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n",
            "its calendar holds no answer to a session, or far too many",
        ),
        (answer()[:-60], "begins a VEVENT that never ends; the file is cut short, export it again"),
    ],
)
def test_what_cannot_be_understood_says_why_and_quotes_nothing(content: bytes, why: str) -> None:
    assert told(mailed(content)) == [("not understood", why)]


@pytest.mark.parametrize(
    "content",
    [
        b"From: morag@example.org\r\n\r\nSee you there.\r\n",
        mailed(answer(method="REQUEST")),
        answer(method="CANCEL"),
        b"\x00\xff\xfe",
    ],
)
def test_a_message_without_an_answer_is_counted_as_one(content: bytes) -> None:
    assert told(content) == [("no answer", "")]


def test_an_answer_handed_on_by_somebody_else_is_asked_about() -> None:
    """Whoever forwards a message is its sender, whoever wrote what is inside."""
    inner = mailed(answer("DECLINED"))
    outer = b"From: rory@example.org\r\nContent-Type: message/rfc822\r\n\r\n" + inner

    assert told(outer) == [("asked", "its message is from another address than theirs")]


def test_a_comment_is_cut_and_stands_on_one_line() -> None:
    # when
    (found,) = read_message(1, mailed(answer(COMMENT="a\\nb\\, " + "c" * 900)))

    # then
    assert isinstance(found, Reply)
    assert found.comment == ("a b, " + "c" * 900)[:500]


# In the child.


def test_many_messages_are_read_in_a_child_as_they_are_here() -> None:
    # given
    contents = [mailed(GOOGLE), b"nothing", OUTLOOK, mailed(answer(UID=None))]

    # when
    found = answers_in(contents)

    # then
    assert list(found) == [
        each for number, content in enumerate(contents, 1) for each in read_message(number, content)
    ]


def test_one_message_that_takes_too_much_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    # given: parts in one another until no program could hold them, and one that is too big
    monkeypatch.setattr(limited, "MOST_BYTES", 3_000_000)
    nested = b"Content-Type: message/rfc822\r\n\r\n" * 4_000
    contents = [mailed(GOOGLE), nested, mailed(OUTLOOK), b"x" * 3_000_001]

    # when
    found = {each.number: each for each in answers_in(contents)}

    # then
    assert [isinstance(found[number], Reply) for number in (1, 2, 3, 4)] == [
        *(True, False, True, False)
    ]
    assert getattr(found[2], "why", "").startswith("takes too long or too much room")
    assert getattr(found[4], "why", "") == TOO_BIG
