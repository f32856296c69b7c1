"""Somebody's calendar brought in on the pages: read, asked about, put in, or forgotten."""

from io import BytesIO
from threading import Thread

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from scheduler.samples import PROGRAMME
from tests.scheduler.calendars.foreign.written_calendars import calendar, entry
from web import busy_draft
from web.pages import busy
from web.store import KeptProgramme, Store

PERSON = PROGRAMME.people[0]
MORNING = entry(
    "SUMMARY:Secret clinic",
    "LOCATION:Ward 7",
    "DTSTART:20270608T100000",
    "DTEND:20270608T110000",
)
A_DAY = entry("SUMMARY:Secret trip", "DTSTART;VALUE=DATE:20270610", uid="two")
PENCILLED = entry(
    "DTSTART:20270611T100000", "DTEND:20270611T110000", "STATUS:TENTATIVE", uid="three"
)
DAY = ("DTSTART:20270101T100000", "DTEND:20270101T110000")
BROKEN = entry("SUMMARY:Secret talk", "DTSTART:soon", uid="four")
WHOLE = calendar(MORNING, A_DAY, PENCILLED, BROKEN)


@pytest.fixture
def kept(store: Store) -> KeptProgramme:
    """Return a programme that was opened."""
    return store.keep(PROGRAMME)


def sent(client: FlaskClient, kept: KeptProgramme, **told: object) -> TestResponse:
    """Send a calendar of the first person."""
    form = {"person": PERSON.code, **told}
    return client.post(f"/programmes/{kept.code}/busy", data=form)


def read(client: FlaskClient, kept: KeptProgramme, content: bytes = WHOLE) -> str:
    """Send a calendar, and return the address at which what was read of it is shown."""
    return sent(client, kept, file=(BytesIO(content), "Una secret.ics")).location


def times(kept: KeptProgramme) -> list[str]:
    """Return the busy times and days away of the first person, as the programme has them."""
    person = kept.read().people[0]
    busy = [f"{each.start:%d %H:%M}-{each.end:%H:%M}" for each in person.times.busy]
    return [*busy, *(f"{each.first:%d} to {each.last:%d}" for each in person.times.away)]


def test_what_was_read_is_shown_before_anything_is_put_in(
    client: FlaskClient, kept: KeptProgramme
) -> None:
    page = client.get(read(client, kept)).text

    assert "The calendar: 4 entries seen, 1 used, 1 not understood, 2 to ask about." in page
    assert "the entry at line 21: line 24 holds no day or time for DTSTART" in page
    assert "on Tuesday 8 June 2027 from 10:00 to 11:00" in page
    assert "on Thursday 10 June 2027" in page
    assert times(kept) == []


def test_no_title_place_or_file_name_is_kept_or_shown(
    client: FlaskClient, kept: KeptProgramme
) -> None:
    page = client.get(read(client, kept)).text

    held = [file.read_bytes() for file in kept.folder.iterdir() if file.is_file()]
    assert not [words for words in (*held, page.encode()) if b"ecret" in words or b"Ward" in words]


def test_busy_times_are_put_in_with_whatever_was_asked_and_is_so(
    client: FlaskClient, kept: KeptProgramme
) -> None:
    address = read(client, kept)

    done = client.post(address, data={"answer-1": "yes", "answer-2": "unknown"})

    assert times(kept) == ["08 10:00-11:00", "10 to 10"]
    page = client.get(done.location).text
    assert "Put in: 2 times. Taken out again from an earlier time: 0." in page


def test_pencilled_times_are_put_in_where_they_are_so(
    client: FlaskClient, kept: KeptProgramme
) -> None:
    client.post(read(client, kept), data={"answer-1": "no", "answer-2": "yes"})

    assert times(kept) == ["08 10:00-11:00", "11 10:00-11:00"]


def test_the_same_calendar_again_replaces_what_came_from_it(
    client: FlaskClient, kept: KeptProgramme
) -> None:
    client.post(read(client, kept), data={"answer-1": "yes"})

    client.post(read(client, kept, calendar(PENCILLED.replace("TENTATIVE", "CONFIRMED"))))

    assert times(kept) == ["11 10:00-11:00"]


def test_what_was_read_can_be_forgotten(client: FlaskClient, kept: KeptProgramme) -> None:
    address = read(client, kept)

    client.post(f"{address}/drop")

    assert (times(kept), client.get(address).status_code) == ([], 404)
    assert not (kept.folder / busy_draft.DRAFT).exists()


def test_what_was_read_before_is_gone_once_more_is_read(
    client: FlaskClient, kept: KeptProgramme
) -> None:
    earlier = read(client, kept)

    read(client, kept)

    assert client.post(earlier).status_code == 404


def test_a_calendar_can_be_pasted(client: FlaskClient, kept: KeptProgramme) -> None:
    address = sent(client, kept, text=calendar(MORNING).decode()).location

    client.post(address)

    assert times(kept) == ["08 10:00-11:00"]


def test_what_is_missing_is_said_beside_its_field(client: FlaskClient, kept: KeptProgramme) -> None:
    answer = client.post(f"/programmes/{kept.code}/busy", data={})

    assert answer.status_code == 422
    assert 'id="person-error"' in answer.text
    assert "Choose a file, or paste its text" in answer.text


def test_a_file_that_is_none_is_refused_in_words(client: FlaskClient, kept: KeptProgramme) -> None:
    answer = sent(client, kept, file=(BytesIO(b"<html>"), "Una secret.ics"))

    assert answer.status_code == 422
    assert "The calendar holds no calendar; export it again as .ics." in answer.text
    assert "secret" not in answer.text


def test_a_series_of_days_is_one_question(client: FlaskClient, kept: KeptProgramme) -> None:
    weekly = entry("DTSTART;VALUE=DATE:20270607", "RRULE:FREQ=DAILY;COUNT=9")

    page = client.get(read(client, kept, calendar(weekly))).text

    assert page.count("<fieldset") == 1
    assert "and 3 more" in page


def test_nothing_is_fetched_unless_whoever_runs_the_pages_lets_it(
    client: FlaskClient, kept: KeptProgramme
) -> None:
    page = client.get(f"/programmes/{kept.code}/busy").text
    answer = sent(client, kept, address="https://cal.example/mine.ics")

    assert 'id="address"' not in page
    assert "Nothing you enter leaves it unless you send it.\n" in page.replace("</div>", "\n")
    assert "does not let them fetch from addresses" in answer.text


def test_an_address_that_is_not_on_the_open_internet_is_refused_where_fetching_is_let(
    app: Flask, client: FlaskClient, kept: KeptProgramme
) -> None:
    app.config[busy.FETCH] = True

    page = client.get(f"/programmes/{kept.code}/busy").text
    answer = sent(client, kept, address="https://127.0.0.1/mine.ics")

    assert 'id="address"' in page
    # That nothing leaves the machine was said at the foot of this page as well.
    assert "Nothing you enter leaves it unless you send it, but for one thing" in page
    assert (answer.status_code, "is not on the open internet" in answer.text) == (422, True)


def test_a_button_of_another_page_does_nothing(app: Flask, kept: KeptProgramme) -> None:
    app.config.update(WTF_CSRF_ENABLED=True)

    answer = sent(app.test_client(), kept, text=calendar(MORNING).decode())

    assert answer.status_code == 400


def test_a_file_full_of_what_is_not_understood_is_told_in_short(
    client: FlaskClient, kept: KeptProgramme
) -> None:
    broken = (entry("DTSTART:soon", uid=str(each)) for each in range(103))

    page = client.get(read(client, kept, calendar(*broken))).text

    assert (page.count("Not understood, so ask"), "and 3 more" in page) == (100, True)


def test_others_are_answered_while_a_costly_calendar_is_being_read(
    app: Flask, kept: KeptProgramme
) -> None:
    """The cost of it falls to a child, which is stopped after two seconds of the processor."""
    # given
    series = (entry(*DAY, "RRULE:FREQ=DAILY", uid=str(each)) for each in range(5_000))
    bomb = calendar(*series)
    answers: list[TestResponse] = []

    def send() -> None:
        answers.append(sent(app.test_client(), kept, file=(BytesIO(bomb), "a.ics")))

    # when
    sending = Thread(target=send)
    sending.start()
    others = []
    while sending.is_alive():
        others.append(app.test_client().get("/healthz").status_code)
        sending.join(0.02)

    # then
    assert answers[0].status_code in {303, 422}, "read through, or stopped on a slower machine"
    assert len(others) > 10
    assert set(others) == {200}
