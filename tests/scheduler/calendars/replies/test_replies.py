"""Answers to invitations: the right person and session, and every other one refused with why."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from scheduler.calendars.from_plan import PlanCalendars
from scheduler.calendars.replies import limited
from scheduler.calendars.replies.answer import Answer, latest
from scheduler.calendars.replies.limited import TOO_BIG, answers_in
from scheduler.calendars.replies.matching import Decided, Invited, decided
from scheduler.calendars.replies.reading import read_message
from scheduler.calendars.replies.spoken import Spoken, counts_line, remark_lines
from scheduler.calendars.replies.told import NOT_READ, Reply
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
    handed_out,
    mailed,
)

NOW = datetime(2025, 12, 24, 12, tzinfo=UTC)
SPOKEN = Spoken(MAILED, JANUARY)


def outcome(
    *contents: bytes,
    calendars: PlanCalendars = CALENDARS,
    known: Sequence[Answer] = (),
    now: datetime = NOW,
) -> list[Decided]:
    """Return what becomes of the answers in some messages."""
    found = [each for n, content in enumerate(contents, 1) for each in read_message(n, content)]
    return list(decided(found, Invited(calendars), now=now, known=known))


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
            stamped=datetime(2025, 11, 1, 10, 11, 12, tzinfo=UTC),
            about=datetime(2027, 1, 15, 10, 30, tzinfo=UTC),
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
    now = answer(SEQUENCE="1", DTSTART="20270122T103000Z")
    assert told(mailed(now), calendars=calendars) == [("used", "coming")]


def test_an_answer_with_the_number_of_now_and_another_date_is_refused_with_whose_it_is() -> None:
    # when
    (found,) = outcome(mailed(answer(DTSTART="20270122T103000Z", COMMENT="By train")))

    # then
    assert found.outcome == "refused"
    assert list(remark_lines([found], SPOKEN)) == [
        (
            "Message 1 was not taken in: it answers another date than holds now, so ask them. It "
            "is in the name of Morag, and says that they come on Friday 22 January 2027 at 10:30. "
            "They wrote, to you alone: By train"
        )
    ]


def test_where_nothing_is_known_of_what_they_were_sent_no_answer_counts() -> None:
    calendars = PlanCalendars(MAILED, JANUARY)

    assert told(mailed(answer()), calendars=calendars) == [
        ("refused", "what they were sent last is not known here, so ask them which date they mean")
    ]


def test_an_answer_is_old_once_its_date_is_another_even_where_its_number_is_not() -> None:
    # given
    (found,) = outcome(mailed(answer("DECLINED")))
    later = a_meeting(1)
    moved = later.model_copy(
        update={"start": later.start.replace(day=22), "end": later.end.replace(day=22)}
    )
    plan = a_plan(moved)

    # then
    assert found.answer is not None
    assert not Invited(CALENDARS).is_old(found.answer)
    assert Invited(handed_out(MAILED, plan)).is_old(found.answer)
    assert Spoken(MAILED, plan).said_before(found.answer) == (
        "Morag said of Friday 15 January 2027 at 10:30 that they do not come. "
        "Now it is Living well: Meeting (Friday 22 January 2027, 10:30 to 13:00)."
    )


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
    assert told(mailed(content, sender="calum@example.org"), calendars=handed_out(programme)) == [
        ("refused", "whoever it is from was not invited to that session")
    ]


def test_nobody_is_taken_for_another_with_the_same_address() -> None:
    # given
    morag, calum, eilidh = MAILED.people
    shares = {"email": MORAG.email, "contact": morag.contact}
    programme = MAILED.model_copy(
        update={"people": (morag, calum.model_copy(update=shares), eilidh)}
    )

    # then
    assert told(mailed(answer()), calendars=handed_out(programme)) == [
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
    forged = mailed(answer("DECLINED", DTSTAMP="20251124T090000Z"), sender="x@example.com")

    # then
    assert told(forged, mailed(answer())) == [
        ("asked", "its message is from another address than theirs"),
        ("used", "coming"),
    ]


def test_of_two_answers_the_one_written_last_holds_in_whatever_order_they_come() -> None:
    # given
    first, second = answer("ACCEPTED"), answer("DECLINED", DTSTAMP="20251102T090000Z")

    # then
    last = [each.answer for each in outcome(mailed(second)) if each.answer]
    assert told(mailed(first), mailed(second)) == [("used", "coming"), ("used", "not coming")]
    assert told(mailed(second), mailed(first)) == [("used", "not coming"), ("used", "coming")]
    assert outcome(mailed(first), known=last)[0].outcome == "replaced"
    assert outcome(mailed(second), known=last)[0].outcome == "known"


def test_an_answer_that_a_later_one_follows_is_told_with_its_words() -> None:
    # given
    later = [each.answer for each in outcome(mailed(answer(DTSTAMP="20251102T090000Z")))]

    # when
    found = outcome(
        mailed(answer("DECLINED", COMMENT="In hospital")),
        known=[each for each in later if each],
    )

    # then
    assert list(remark_lines(found, SPOKEN)) == [
        (
            "Message 1 counts no more: they gave another answer later. It is in the name of Morag, "
            "and says that they do not come on Friday 15 January 2027 at 10:30. They wrote, to you "
            "alone: In hospital"
        )
    ]


def test_a_clock_that_runs_ahead_swallows_no_answer() -> None:
    # given
    ahead = mailed(answer(DTSTAMP="20990101T000000Z"))
    true = mailed(answer("DECLINED"))

    # when
    batch = outcome(ahead, true)
    taken = batch[0].answer
    after = outcome(true, known=[taken] if taken else [])
    later = outcome(
        mailed(answer("DECLINED", DTSTAMP="20251225T090000Z")),
        known=[taken] if taken else [],
        now=datetime(2025, 12, 26, tzinfo=UTC),
    )

    # then: it is asked about; taken for theirs, it counts as written when it was read
    assert [each.outcome for each in batch] == ["asked", "used"]
    assert [each.outcome for each in after] == ["asked"]
    assert [each.outcome for each in later] == ["used"]
    assert taken is not None
    assert [each.key for each in latest([taken]).values()] == [taken.key]


def test_an_answer_to_a_later_change_counts_whatever_the_clock_said_before() -> None:
    # given: kept by an earlier version, without a word on when it was read
    ahead = Answer(
        person="P-01",
        project="well",
        number=1,
        says="coming",
        sequence=0,
        stamped=datetime(2099, 1, 1, tzinfo=UTC),
    )
    later = a_meeting(1)
    moved = later.model_copy(
        update={"start": later.start.replace(day=22), "end": later.end.replace(day=22)}
    )
    calendars = PlanCalendars(MAILED, a_plan(moved), CALENDARS.sent)
    content = answer("DECLINED", SEQUENCE="1", DTSTART="20270122T103000Z")

    # when
    (found,) = outcome(mailed(content), calendars=calendars, known=[ahead])
    (asked,) = outcome(mailed(answer("DECLINED")), known=[ahead])

    # then
    assert (found.outcome, asked.outcome) == ("used", "asked")
    assert found.answer is not None
    assert [each.says for each in latest([found.answer, ahead]).values()] == ["not coming"]


def test_two_different_answers_of_the_same_second_are_asked_about() -> None:
    # when
    first, second = outcome(mailed(answer()), mailed(answer("DECLINED")))

    # then
    assert (first.outcome, second.outcome) == ("used", "asked")
    assert first.answer is not None
    assert second.answer is not None
    # On the facilitator's word it holds.
    assert [e.says for e in latest([second.answer, first.answer]).values()] == ["not coming"]


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


def plain_mail(*head: str) -> bytes:
    """Return a mail that somebody wrote by hand."""
    return "\r\n".join((*head, "", "I cannot come.", "")).encode()


def test_a_mail_written_by_hand_is_named_so_that_somebody_reads_it() -> None:
    """That somebody cannot come was counted as "1 without an answer", and nobody looked."""
    # given
    dated = "Date: Tue, 16 Mar 2027 09:00:00 +0000"
    contents = (
        plain_mail("From: x@example.com", "Subject: =?utf-8?q?Caf=C3=A9_?=\r\n =?utf-8?q?news?="),
        plain_mail("From: Morag <MORAG@example.org>", "Subject: I cannot come on 1 April", dated),
        plain_mail("From: team@example.org", "Subject: =?nobody?q?knows?=", "Date: soon"),
        plain_mail("From: a@example.org, morag@example.org", "Subject: " + "long " * 900, dated),
        answer(method="CANCEL"),
        mailed(answer()),
    )

    # when
    lines = list(remark_lines(outcome(*contents), SPOKEN))

    # then: people we know come first
    read = "is no answer from a calendar, so read it yourself: from"
    unknown = "somebody we do not know"
    long = ("long " * 20).strip()
    assert lines == [
        f'Message 2 {read} Morag, Tuesday 16 March 2027, "I cannot come on 1 April".',
        f'Message 1 {read} {unknown}, without a date, "Café news".',
        f'Message 3 {read} your own address, without a date, "=?nobody?q?knows?=".',
        f'Message 4 {read} {unknown}, Tuesday 16 March 2027, "{long}".',
        f"Message 5 {read} {unknown}, without a date, without a subject.",
    ]


@pytest.mark.parametrize(
    "head",
    [
        b"Subject: \xff\xfe caf\xe9",
        b"Subject: =?utf-8?b?//////?= =?utf-8?b?a?=",
        b"Subject: =?utf-7?q?+ZZZZZ-?=",
        b"Subject: =?punycode?q?---=FF?=",
        b"Subject:",
        b"Date: Tue, 99 Mar 99999999 99:99:99 +9999",
        b"Date: Tue, 16 Mar 2027 09:00:00 +999999999999999",
    ],
)
def test_a_head_that_nobody_can_read_stops_nothing(head: bytes) -> None:
    (found,) = outcome(head + b"\r\n\r\nhello")

    assert (found.outcome, len(list(remark_lines([found], SPOKEN)))) == ("no answer", 1)


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


def test_many_messages_that_take_too_much_are_given_up_together_and_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # given: room for no more than one that comes to no end
    monkeypatch.setattr(limited, "MOST_PROCESSOR", 0.1)
    nested = b"Content-Type: message/rfc822\r\n\r\n" * 4_000

    # when
    found = answers_in([nested] * 16)

    # then: a second look at none of them, each of which would take its own time
    assert [getattr(each, "why", "") for each in found] == [NOT_READ] * 16
    told = decided(found, Invited(CALENDARS), now=NOW)
    assert counts_line(told, messages=16) == (
        "16 messages seen, 0 used, 0 not understood, 16 not read."
    )
    assert list(remark_lines(told, SPOKEN)) == [
        (
            "16 messages not read, from message 1 on: reading took too long. Save the answers "
            "alone, and give them in a few at a time."
        )
    ]
