"""What a message's head says of whom it is from: results of RFC 8601, and its thread."""

from email import message_from_bytes

import pytest

from scheduler.calendars.mail import message_names
from scheduler.calendars.replies.vouched import is_disowned, thread_of
from tests.scheduler.calendars.replies.test_replies import told
from tests.scheduler.calendars.replies.written_replies import CALENDARS, UID, answer, mailed

DISOWNED = "a mail server found that its message is not from whom it says"
ELSEWHERE = "it follows on from another message than the last one they were sent about this"
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
        ("((((((((((((dmarc=fail", False),
    ],
)
def test_only_what_speaks_against_the_sender_counts(results: str, disowned: bool) -> None:
    message = message_from_bytes(headed(f"Authentication-Results: {OURS}{results}"))

    assert is_disowned(message, ["morag@example.org"]) == disowned


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
    (ours,) = message_names(CALENDARS, "P-01")[UID]
    (somebody_elses,) = message_names(CALENDARS, "P-03")[UID]

    # then
    assert told(headed(f"In-Reply-To: {ours}")) == [("used", "coming")]
    assert told(headed("References: <first@example.org>", f" {ours}")) == [("used", "coming")]
    assert told(headed("In-Reply-To: <lunch@example.org>")) == [("asked", ELSEWHERE)]
    assert told(headed(f"In-Reply-To: {somebody_elses}")) == [("asked", ELSEWHERE)]


def test_a_thread_is_read_from_both_lines_and_no_longer_than_anybody_needs() -> None:
    many = " ".join(f"<{n}@example.org>" for n in range(5000))

    found = thread_of(message_from_bytes(headed("In-Reply-To: <a@b>", f"References: {many}")))

    assert (found[:2], len(found)) == (("<a@b>", "<0@example.org>"), 100)
