"""E-mail on the pages: off until set up, shown first, and sent once on the facilitator's word."""

import re
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from scheduler.calendars.from_plan import PlanCalendars
from scheduler.calendars.mail import messages
from scheduler.calendars.wall_time import LONDON
from scheduler.contact import Contact
from scheduler.programme import Programme
from tests.web.mailing.given import written_settings
from tests.web.mailing.server import Conduct, mail_server
from tests.web.pages.kept import kept
from tests.web.plans import PLAN, TWO_SESSIONS
from web.mailing.accepted import AcceptedLog
from web.mailing.content import Content
from web.mailing.parcels import parcels_of
from web.store import Store

WORD = re.compile(r'name="word" value="(\w+)"')
MONDAY = datetime(2027, 6, 7, 10, 30, tzinfo=LONDON)
MESSAGE = re.compile(r'href="(/plans/\w+/mail/invitation-\w+\.eml)"')


def mailed() -> Programme:
    """Return the invented programme, in which Ishbel chose e-mail and Rory was not asked."""
    ishbel, rory = TWO_SESSIONS.people
    chosen = Contact(ways=("e-mail", "letter"))
    agreed = ishbel.model_copy(update={"email": "ishbel@example.org", "contact": chosen})
    unasked = rory.model_copy(update={"email": "rory@example.org"})
    changes = {"people": (agreed, unasked), "email": "team@example.org"}
    return TWO_SESSIONS.model_copy(update=changes)


CALENDARS = PlanCalendars(mailed(), PLAN)


@pytest.fixture
def address(store: Store, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the address of the page on e-mail of the invented plan."""
    monkeypatch.delenv("COMMONGROUND_MAIL", raising=False)
    return f"/plans/{kept(store, programme=mailed()).code}/mail"


def pressed(client: FlaskClient, address: str, word: str, **more: str) -> tuple[int, str]:
    """Press the button that sends, as after looking; return status and page."""
    answer = client.post(f"{address}/send", data={"word": word, "sure": "yes", **more})
    return answer.status_code, answer.text


def test_while_nothing_is_set_up_messages_can_be_looked_at_and_not_sent(
    client: FlaskClient, address: str
) -> None:
    text = client.get(address).text

    assert "Sending is switched off" in text
    assert len(MESSAGE.findall(text)) == 1
    assert WORD.findall(text) == []
    assert client.post(f"{address}/send", data={"sure": "yes"}).status_code == 404


def test_by_which_name_a_message_goes_is_kept_once_it_was_looked_at(
    client: FlaskClient, address: str, store: Store
) -> None:
    # when
    (link,) = MESSAGE.findall(client.get(address).text)
    message = client.get(link).data

    # then
    (kept_names,) = (n for f, n in store.outbox(mailed()).sent().items() if f[:9] == "messages-")
    assert message_from_bytes(message)["message-id"] in kept_names.decode()


def test_who_gets_what_is_shown_without_an_address(client: FlaskClient, address: str) -> None:
    text = client.get(address).text

    assert "Ishbel: Living well: Meeting, Tuesday 18 May 2027" in text
    assert "No message goes to Rory" in text
    assert "ishbel@example.org" not in text
    assert "rory@example.org" not in text


def test_what_was_looked_at_is_sent_byte_for_byte_and_once(
    client: FlaskClient, store: Store, address: str
) -> None:
    # given
    conduct = Conduct()
    with mail_server(conduct) as port:
        written_settings(store.home, port)
        text = client.get(address).text
        (link,), (word,) = MESSAGE.findall(text), WORD.findall(text)
        looked_at = client.get(link).data

        # when
        first, again = (pressed(client, address, word) for _ in range(2))

    # then
    assert [(to, content) for _, to, content in conduct.taken] == [
        ("ishbel@example.org", looked_at)
    ]
    assert (first[0], again[0]) == (200, 200)
    assert "1 message taken by the mail server." in first[1]
    assert "0 messages taken by the mail server." in again[1]
    assert "1 message sent before." in client.get(address).text


@pytest.mark.parametrize(
    ("form", "answer"),
    [
        ({"sure": ""}, (422, "Tick the box once you have looked at who gets what")),
        ({"word": "00000000"}, (409, "Something has changed since you looked.")),
    ],
)
def test_nothing_is_sent_without_the_word(
    client: FlaskClient, store: Store, address: str, form: dict[str, str], answer: tuple[int, str]
) -> None:
    # given
    conduct = Conduct()
    with mail_server(conduct) as port:
        written_settings(store.home, port)
        (word,) = WORD.findall(client.get(address).text)

        # when
        found = pressed(client, address, **{"word": word, **form})

    # then
    assert (found[0], answer[1] in found[1], conduct.asked) == (answer[0], True, [])


def test_what_nobody_knows_is_asked_about_before_it_is_sent_again(
    client: FlaskClient, store: Store, address: str
) -> None:
    # given: the server goes away once it has the message
    conduct = Conduct(drops={1: "after"})
    with mail_server(conduct) as port:
        written_settings(store.home, port)
        (word,) = WORD.findall(client.get(address).text)
        _, broke = pressed(client, address, word)
        _, later = pressed(client, address, word)
        listed = client.get(address).text

        # when
        (again,) = re.findall(r'action="(/plans/\w+/mail/again/[^"]+)"', listed)
        client.post(again)
        _, sent = pressed(client, address, word)

    # then
    assert "nobody knows whether it went out" in broke
    assert "0 messages taken" in later
    assert "Nobody knows whether these went out" in listed
    assert "1 message taken" in sent
    assert len(conduct.taken) == 1


def test_a_refused_person_is_named_with_the_other_ways_they_chose(
    client: FlaskClient, store: Store, address: str
) -> None:
    # given
    conduct = Conduct(answers={"ishbel@example.org": 550})
    with mail_server(conduct) as port:
        written_settings(store.home, port)
        (word,) = WORD.findall(client.get(address).text)

        # when
        _, text = pressed(client, address, word)

    # then
    assert "Ishbel: the mail server did not take" in text
    assert "They also chose: letter." in text
    assert "@example.org" not in text.split("<main")[1]


def test_where_what_was_sent_is_lost_the_next_counts_on_once_it_is_said_so(
    client: FlaskClient, store: Store, address: str
) -> None:
    # given: a later wording was sent, and nothing of it is kept but its number
    (parcel,) = parcels_of(CALENDARS, messages(CALENDARS, "ishbel"))
    later = replace(parcel.wording, sequence=3)
    log = AcceptedLog.of(store.home, mailed().name)
    log.claim("ab", later)
    log.accept("ab", later, MONDAY)
    before = client.get(address).text

    # when
    unsaid = client.post(f"{address}/count-on")
    counted = client.post(f"{address}/count-on", data={"holds": "yes"}, follow_redirects=True)

    # then
    assert ("Older than what was sent" in before, MESSAGE.findall(before)) == (True, [])
    assert "There is nothing to send now." in before
    assert (unsaid.status_code, "Tick the box if this plan" in unsaid.text) == (422, True)
    (message,) = MESSAGE.findall(counted.text)
    assert "SEQUENCE:4" in Content(client.get(message).data).calendar
    assert "Older than what was sent" not in counted.text


@pytest.mark.parametrize(
    ("programme", "says"),
    [
        (TWO_SESSIONS, "nobody gave an address and chose e-mail."),
        (None, "everything was sent before."),
    ],
)
def test_why_there_is_nothing_to_send_is_said(
    programme: Programme | None, says: str, client: FlaskClient, store: Store
) -> None:
    """It said that everything was sent or nobody chose e-mail, whichever it was."""
    # given
    given = programme or mailed()
    plan = kept(store, programme=given)
    if programme is None:
        log = AcceptedLog.of(store.home, given.name)
        for each in parcels_of(CALENDARS, messages(CALENDARS, "ishbel")):
            log.claim(each.key, each.wording)
            log.accept(each.key, each.wording, MONDAY)

    # then
    assert f"There is nothing to send{' now' if not programme else ''}: {says}" in (
        client.get(f"/plans/{plan.code}/mail").text
    )


def test_from_a_plan_that_was_set_aside_nothing_is_sent(
    client: FlaskClient, store: Store, address: str
) -> None:
    # given
    plan = store.plan(address.split("/")[2])
    store.put_in_place(plan, plan.programme(), plan.plan(), reason="because")
    written_settings(store.home, 2525)

    # when
    text = client.get(address).text

    # then
    assert WORD.findall(text) == []
    assert pressed(client, address, "x")[0] == 404


def test_settings_that_cannot_be_used_are_said_on_the_page(
    client: FlaskClient, store: Store, address: str
) -> None:
    # given
    written_settings(store.home, 2525)
    (store.home / "mail-password").chmod(0o644)

    # then
    assert "can be read by others; keep it to yourself" in client.get(address).text


def test_without_an_address_to_answer_to_nothing_is_made(client: FlaskClient, store: Store) -> None:
    plan = kept(store, programme=mailed(), email="")

    text = client.get(f"/plans/{plan.code}/mail").text

    assert "the programme has no e-mail address" in text
    assert client.get(f"/plans/{plan.code}/mail/x.eml").status_code == 404


def test_what_was_sent_is_forgotten_with_the_programme(
    client: FlaskClient, store: Store, address: str
) -> None:
    # given
    with mail_server(Conduct()) as port:
        written_settings(store.home, port)
        (word,) = WORD.findall(client.get(address).text)
        pressed(client, address, word)
    assert files(store.home / "mailed") != []

    # when
    client.post(f"/programmes/{store.plan(address.split('/')[2]).of}/remove")

    # then
    assert files(store.home / "mailed") == []


def test_what_was_sent_is_remembered_while_another_copy_of_the_programme_is_kept(
    client: FlaskClient, store: Store, address: str
) -> None:
    # given: the same programme opened twice, and mailed
    conduct = Conduct()
    newer = kept(store, "b" * 22, programme=mailed())
    with mail_server(conduct) as port:
        written_settings(store.home, port)
        (word,) = WORD.findall(client.get(address).text)
        pressed(client, address, word)

        # when
        client.post(f"/programmes/{store.plan(address.split('/')[2]).of}/remove")

    # then
    assert len(conduct.taken) == 1
    assert "1 message sent before." in client.get(f"/plans/{newer.code}/mail").text
    client.post(f"/programmes/{newer.of}/remove")
    assert files(store.home / "mailed") == []


def test_nobody_is_written_to_outside_their_safe_times_unless_they_agreed(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given: a Monday, and somebody for whom Saturdays are safe
    monkeypatch.delenv("COMMONGROUND_MAIL", raising=False)
    monkeypatch.setattr("web.mailing.hours.now", lambda: MONDAY)
    ishbel, rory = mailed().people
    contact = ishbel.contact.model_copy(update={"hours": ("Sat 10:00-12:00",)})
    people = (ishbel.model_copy(update={"contact": contact}), rory)
    code = kept(store, programme=mailed().model_copy(update={"people": people})).code
    address, conduct = f"/plans/{code}/mail", Conduct()
    with mail_server(conduct) as port:
        written_settings(store.home, port)
        text = client.get(address).text
        (word,) = WORD.findall(text)

        # when
        _, held = pressed(client, address, word)
        before = list(conduct.taken)
        pressed(client, address, word, anyway=ishbel.code)

    # then
    assert "(safe times: Sat 10:00-12:00)" in text
    assert "Ishbel said it is fine now: send it all the same" in text
    assert "Ishbel gets nothing now, at 10:30" in held
    assert (before, len(conduct.taken)) == ([], 1)


def files(folder: Path) -> list[str]:
    """Return the names of the files in a folder, however deep."""
    return [each.name for each in folder.rglob("*") if each.is_file()]
