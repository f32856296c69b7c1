"""What a message's head says of whom it is from: results of RFC 8601, and its thread."""

from email import message_from_bytes
from email.policy import default
from time import process_time

import pytest

from scheduler.calendars.from_plan import PlanCalendars
from scheduler.calendars.mail import (
    message_names,
    messages,
    messages_that_dates_stay,
    names_kept,
)
from scheduler.calendars.replies.results import results_in
from scheduler.calendars.replies.vouched import is_disowned, thread_of
from tests.scheduler.calendars.replies.test_replies import outcome, told
from tests.scheduler.calendars.replies.written_replies import (
    CALENDARS,
    JANUARY,
    MAILED,
    UID,
    answer,
    mailed,
)

DISOWNED = "a mail server found that its message is not from whom it says"
ELSEWHERE = "it follows on from another message than those they were sent about this"
OURS = "mx.example.net; "


def headed(*lines: str) -> bytes:
    """Return Morag's yes with more lines in the head of its message."""
    return "\r\n".join((*lines, "")).encode() + mailed(answer())


@pytest.mark.parametrize(
    ("results", "disowned"),
    [
        ("none", False),
        ("dmarc=pass header.from=example.org", False),
        ("dmarc=fail (p=REJECT; dis=NONE) header.from=example.org", True),
        # What is sent on by a list fails SPF, and its signature holds.
        ("spf=fail smtp.mailfrom=lists.example.com; dkim=pass header.d=example.org", False),
        ("spf=softfail smtp.mailfrom=example.org; dkim=none", True),
        ("dkim=fail (bad (very) signature) header.d=example.org", True),
        # Anybody may sign as themselves: that says nothing for the sender.
        ("spf=fail smtp.mailfrom=x@example.org; dkim=pass header.d=evil.example", True),
        ("spf=pass smtp.mailfrom=bounce@mail.example.org; dkim=fail header.d=x.example", False),
        ("dmarc=none; spf=neutral; dkim=temperror", False),
        ("compauth=fail reason=000; dmarc=none", True),
        ("DMARC = FAIL", True),
        ("SPF=Fail; DKIM=Pass Header.D=evil.example", True),
        ("dkim/1=fail header.i=@example.org", True),
        ("x-own=dmarc=fail", False),
        ("(dmarc=fail) dmarc=pass header.from=example.org", False),
        # What is never closed hides nothing.
        ("((((((((((((dmarc=fail", True),
        ('spf=pass smtp.mailfrom="a@evil.example; dmarc=fail', True),
        # How a machine calls itself is not whose message it is.
        (
            "dkim=fail header.d=example.org; spf=pass smtp.mailfrom=evil.org smtp.helo=example.org",
            True,
        ),
        ("dkim=fail header.d=evil.example; spf=pass smtp.helo=example.org", True),
        ("spf=fail smtp.helo=example.org; dkim=pass header.d=example.org", False),
        # A broken signature of theirs is a question, whoever passed the message on.
        ("dkim=fail header.d=example.org; spf=pass smtp.mailfrom=a@example.org", True),
        ("dkim=fail header.d=example.org; dmarc=pass header.from=example.org", False),
        ("dkim=fail header.d=example.org; dmarc=pass header.from=evil.example", True),
        # Brackets in quotes are no remark, and quotes in a remark are no quotes.
        (
            'spf=pass smtp.mailfrom="a("@evil.example; dmarc=fail; x-helo=")"',
            True,
        ),
        ('dmarc=pass (said "so) header.from=example.org; x=(")', False),
        ('spf=pass smtp.mailfrom="\\"; dmarc=pass; x=\\""; dmarc=fail', True),
        ('spf=fail; dkim=pass reason="; dmarc=pass" header.d=evil.example', True),
        ('spf=pass smtp.mailfrom="x@example.org"@evil.example; dkim=fail', True),
        ("dmarc (by us) = (it seems) fail", True),
        ("dkim / 1 = fail header . d = example.org", True),
        ('spf=fail smtp.mailfrom="" header.from=example.org', True),
    ],
)
def test_only_what_speaks_against_the_sender_counts(results: str, disowned: bool) -> None:
    message = message_from_bytes(headed(f"Authentication-Results: {OURS}{results}"))

    assert is_disowned(message, ["morag@example.org"]) == disowned


def test_results_are_read_in_time_that_grows_with_their_length() -> None:
    """Brackets and quotes that nobody closes were looked through again from each one on."""
    for head in ("(" * 10_000, '"\\' * 5_000, "()" * 5_000, ";=" * 5_000):
        begun = process_time()
        assert tuple(results_in(head)) == ()
        assert process_time() - begun < 0.5


def test_an_answer_that_a_mail_server_disowns_is_asked_about_whatever_else_is_said_of_it() -> None:
    """A forged sender that gave the right address was not noticed."""
    bad = f"Authentication-Results: {OURS}dmarc=fail header.from=example.org"
    good = "Authentication-Results: evil.example; dmarc=pass header.from=example.org"

    found = told(headed(good, bad), headed(bad, good), headed(good))

    assert [each for each in found if each[0] != "known"] == [
        ("asked", DISOWNED),
        ("asked", DISOWNED),
        ("used", "coming"),
    ]


def test_an_answer_in_another_thread_is_asked_about_and_one_in_ours_or_in_none_counts() -> None:
    # given
    ours, *_ = message_names(CALENDARS, "P-01")[UID]
    somebody_elses, *_ = message_names(CALENDARS, "P-03")[UID]

    # then
    assert told(headed(f"In-Reply-To: {ours}")) == [("used", "coming")]
    assert told(headed("References: <first@example.org>", f" {ours}")) == [("used", "coming")]
    assert told(headed("In-Reply-To: <lunch@example.org>")) == [("asked", ELSEWHERE)]
    assert told(headed(f"In-Reply-To: {somebody_elses}")) == [("asked", ELSEWHERE)]


def follows(message: bytes) -> bytes:
    """Return Morag's yes as it follows on from a message of ours."""
    name = message_from_bytes(message, policy=default)["Message-ID"]
    return headed(f"In-Reply-To: {name}")


@pytest.mark.parametrize("kept", [False, True])
def test_an_answer_to_a_message_in_earlier_names_is_in_its_thread(kept: bool) -> None:
    """The trust's name was put right, and every answer to what had been sent was doubted."""
    # given
    (sent,) = messages(CALENDARS, "P-01")
    morag = MAILED.people[0].model_copy(update={"name": 'Morag "M", of the glen'})
    now = MAILED.model_copy(
        update={"organiser": "Other Trust", "people": (morag, *MAILED.people[1:])}
    )
    before = PlanCalendars(now, JANUARY, CALENDARS.sent)
    written = dict((*before.all(), names_kept(before, "P-01")))
    after = PlanCalendars(now, JANUARY, written if kept else CALENDARS.sent)

    # then: to the first message, and to the one in today's names
    assert told(follows(sent.content), calendars=after) == [("used", "coming")]
    (again,) = messages(after, "P-01")
    assert told(follows(again.content), calendars=after) == [("used", "coming")]
    assert again.content != sent.content


def test_an_answer_to_that_the_date_stays_is_in_the_same_thread() -> None:
    # given
    another_time = {"DTSTART": "20270122T103000Z", "DTEND": "20270122T130000Z"}
    (found,) = outcome(mailed(answer("TENTATIVE", "COUNTER", **another_time)))
    assert found.answer is not None

    # when
    (stays,) = messages_that_dates_stay(CALENDARS, [found.answer])

    # then
    assert told(follows(stays.content)) == [("used", "coming")]


def test_a_thread_is_read_from_both_lines_and_no_longer_than_anybody_needs() -> None:
    many = " ".join(f"<{n}@example.org>" for n in range(5000))

    found = thread_of(message_from_bytes(headed("In-Reply-To: <a@b>", f"References: {many}")))

    assert (found[:2], len(found)) == (("<a@b>", "<0@example.org>"), 100)
