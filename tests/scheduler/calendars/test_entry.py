"""What a calendar is told of a session: its identity, its changes, and what is refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from scheduler.calendars.entry import (
    CalendarEntry,
    CalendarError,
    CalendarUser,
    calendar_user,
    next_sequence,
    refuse_unfit,
    session_uid,
)
from tests.scheduler.calendars.sessions import CLOCK, TEAM, a_session

THURSDAY = datetime(2027, 5, 6, 10, 0, tzinfo=CLOCK)


def test_session_uid_is_the_same_on_every_machine_and_for_life() -> None:
    assert session_uid("example", "path", number=1) == (
        "14cc78a3-a191-53f2-bf3f-7ca0fd6408ae@commonground.invalid"
    )


def test_session_uid_tells_programmes_projects_and_numbers_apart() -> None:
    # when
    uids = {
        session_uid("example", "path", number=1),
        session_uid("example", "path", number=2),
        session_uid("example", "pat", number=1),
        session_uid("examplep", "ath", number=1),
        session_uid("example", "path", number=1, host="plan.example.org"),
    }

    # then
    assert len(uids) == 5


def test_first_sequence_is_0_whatever_the_session_says() -> None:
    assert next_sequence(None, replace(a_session(), sequence=7)) == 0


@pytest.mark.parametrize(
    "change",
    [
        {"start": THURSDAY},
        {"end": THURSDAY},
        {"place": "Another Invented Hall"},
        {"join_link": "tel:+441632960123"},
        {"status": "CANCELLED"},
    ],
)
def test_sequence_rises_when_time_place_or_status_changes(change: dict[str, Any]) -> None:
    # given
    sent = replace(a_session(), sequence=4)

    # when
    sequence = next_sequence(sent, replace(sent, **change))

    # then
    assert sequence == 5


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Second workshop"},
        {"description_lines": ("Soup from 12:30.",)},
        {"phone": "01632 960 999"},
        {"start": datetime(2027, 1, 15, 10, 30, tzinfo=UTC)},
        {"changed": datetime(2026, 12, 1, tzinfo=UTC)},
    ],
)
def test_sequence_stays_when_only_words_change(change: dict[str, Any]) -> None:
    # given
    sent = replace(a_session(), sequence=4)

    # when
    sequence = next_sequence(sent, replace(sent, **change))

    # then
    assert sequence == 4


def test_sequence_rises_between_the_two_half_past_ones_of_an_october_night() -> None:
    # given: Sunday 31 October 2027, whose clock shows 01:30 in summer time and again in winter time
    first = datetime(2027, 10, 31, 1, 30, tzinfo=CLOCK)
    sent = a_session(start=first)

    # when
    sequence = next_sequence(sent, replace(sent, start=first.replace(fold=1)))

    # then
    assert sequence == 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"phone": ""}, "phone '' is not a phone number; nothing leaves without one to ring"),
        (
            {"phone": "ask Morag"},
            "phone 'ask Morag' is not a phone number; nothing leaves without one to ring",
        ),
        ({"title": " \n"}, "title is empty; give one that names no condition"),
        ({"sequence": -1}, "sequence -1 is below 0; use next_sequence()"),
        (
            {"changed": datetime(2026, 11, 23)},  # noqa: DTZ001  what is refused here
            "start, end or changed has no time zone; give each one",
        ),
        (
            {"end": a_session().start},
            "end 2027-01-15 10:30:00+00:00 is not after its start; swap them or correct one",
        ),
        (
            {"join_link": "javascript:alert(1)"},
            "join link 'javascript:alert(1)' is neither https nor tel; correct it",
        ),
        (
            {"join_link": "https://example.org\r\nATTENDEE:b"},
            "join link 'https://example.org\\r\\nATTENDEE:b' is neither https nor tel; correct it",
        ),
        (
            {"join_link": "http://example.org/room"},
            "join link 'http://example.org/room' is neither https nor tel; correct it",
        ),
        ({"latitude": 56.0}, "latitude and longitude go together; give both or neither"),
    ],
)
def test_session_is_refused_with_its_uid_its_start_and_what_to_do(
    change: dict[str, Any], why: str
) -> None:
    # given
    session = replace(a_session(), **change)

    # when
    with pytest.raises(CalendarError) as refused:
        refuse_unfit([session], TEAM)

    # then
    assert str(refused.value) == f"session {session.uid} at {session.start}: {why}"


def test_everything_wrong_is_named_at_once() -> None:
    # given
    twice = replace(a_session(), uid="a b", phone="")
    injected = CalendarUser("mailto:a@example.org\r\nATTENDEE:mailto:b@example.org", "P-07")

    # when
    with pytest.raises(CalendarError) as refused:
        refuse_unfit([twice, twice], injected)

    # then
    each = [
        f"session a b at {twice.start}: uid 'a b' is empty or holds spaces; use session_uid()",
        (
            f"session a b at {twice.start}: phone '' is not a phone number; "
            "nothing leaves without one to ring"
        ),
    ]
    assert str(refused.value).split("\n") == [
        *each,
        *each,
        "session a b is there 2 times; give each session its own uid",
        f"address {injected.address!r} of 'P-07' is none of mailto:, tel: or urn:uuid:",
    ]


def test_session_across_the_clock_change_is_measured_in_real_time() -> None:
    # given: Sunday 31 October 2027, from 01:45 summer time to 01:15 winter time: half an hour
    start = datetime(2027, 10, 31, 1, 45, tzinfo=CLOCK)
    session = replace(a_session(start=start), end=start.replace(minute=15, fold=1))

    # when
    refuse_unfit([session])

    # then
    assert session.end.astimezone(UTC) - start.astimezone(UTC) == timedelta(minutes=30)


def test_person_without_email_has_an_address_that_says_nothing_of_them() -> None:
    # when
    user = calendar_user("example", "P-07")

    # then
    assert user == CalendarUser("urn:uuid:4a665210-3b95-5b0b-9da0-0634689b1dcd", "P-07")


def test_person_of_another_programme_with_the_same_code_has_another_address() -> None:
    assert calendar_user("example", "P-07") != calendar_user("elsewhere", "P-07")


def test_person_with_email_is_named_by_it() -> None:
    # when
    user = calendar_user("example", "P-08", email="p08+plan@example.org", name="Eilidh")

    # then
    assert user == CalendarUser("mailto:p08+plan@example.org", "Eilidh")


@pytest.mark.parametrize("email", ["nobody", "a@b@c", "a b@example.org", "a@example.org\x00"])
def test_person_is_refused_with_an_email_that_is_none(email: str) -> None:
    # when
    with pytest.raises(CalendarError) as refused:
        calendar_user("example", "P-08", email=email)

    # then
    assert str(refused.value) == (
        f"e-mail {email!r} of P-08 is not an address; correct it or leave it empty"
    )


def test_entry_cannot_be_changed_in_place() -> None:
    # given
    session: CalendarEntry = a_session()

    # then
    with pytest.raises(AttributeError):
        session.sequence = 3  # type: ignore[misc]  # what is refused here
