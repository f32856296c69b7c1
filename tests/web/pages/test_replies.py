"""Answers on the pages: taken in, asked about, decided on, undone, and seen by nobody else."""

import re
from html import unescape
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from scheduler.calendars.entry import session_uid
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.contact import LanguageContact
from scheduler.files.reply_record import read_replies, replies_at
from scheduler.programme import Programme
from tests.scheduler.calendars.replies.written_replies import answer, mailed
from tests.web.pages.kept import kept
from tests.web.pages.test_feeds import made
from tests.web.pages.test_mailing import mailed as with_mail
from tests.web.plans import PLAN
from web import job_files
from web.store import KeptPlan, Store

UNSEEN = re.compile(r"<[^>]*>")


def polish() -> Programme:
    """Return the invented programme with mail, in which Ishbel speaks Polish and Ania answers."""
    programme = with_mail()
    ishbel, rory = programme.people
    ania = LanguageContact(language="Polish", name="Ania", phone="01632 960160")
    people = (ishbel.model_copy(update={"language": "Polish"}), rory)
    return programme.model_copy(update={"people": people, "contacts": (ania,)})


@pytest.fixture
def plan(store: Store) -> KeptPlan:
    """Return the invented plan in which Ishbel is mailed."""
    return told(store)


def told(store: Store) -> KeptPlan:
    """Keep the invented plan, of which Ishbel was told."""
    programme = polish()
    calendars = PlanCalendars(programme, PLAN)
    store.outbox(programme).keep(*calendars.of(Reader("person", "ishbel")))
    return kept(store, programme=programme)


def of_ishbel(says: str = "DECLINED", *, sender: str = "ishbel@example.org", **more: str) -> bytes:
    """Return an answer of Ishbel's to the first session."""
    parts = {
        "UID": session_uid(with_mail().name, "group", number=1),
        "ATTENDEE": "mailto:ishbel@example.org",
        "DTSTART": "20270518T093000Z",
        "DTEND": "20270518T120000Z",
        **more,
    }
    return mailed(answer(says, **parts), sender=sender)


def sent(client: FlaskClient, plan: KeptPlan, *messages: bytes) -> str:
    """Bring some messages in, and return what the page then says."""
    files = [(BytesIO(each), f"{number}.eml") for number, each in enumerate(messages)]
    told = client.post(
        f"/plans/{plan.code}/replies",
        data={"files": files},
        content_type="multipart/form-data",
        follow_redirects=True,
    )
    return words(told.text)


def words(page: str) -> str:
    """Return what a page says."""
    return " ".join(unescape(UNSEEN.sub(" ", page)).split())


def address_of(client: FlaskClient, plan: KeptPlan, decision: str) -> str:
    """Return where a decision is sent."""
    text = client.get(f"/plans/{plan.code}/replies").text
    (found,) = re.findall(rf'action="(/plans/\w+/replies/\w+/{decision})"', text)
    return str(found)


def test_who_does_not_come_is_told_with_their_words_and_the_way_to_plan_again(
    client: FlaskClient, plan: KeptPlan
) -> None:
    # when
    text = sent(client, plan, of_ishbel(COMMENT="My <b>knee</b>"))
    page = client.get(f"/plans/{plan.code}/replies").text

    # then
    assert "1 message seen, 1 used, 0 not understood." in text
    assert "Not coming: Ishbel. Not asked by mail: Rory." in text
    assert "They wrote, to you alone: My <b>knee</b>" in text
    assert "To ask in Polish: Ania, 01632 960160." in text
    (form,) = re.findall(r'href="([^"]+/changed/add/away[^"]+)"', page)
    filled = client.get(unescape(form)).text
    assert '<option value="ishbel" selected>' in filled
    assert [
        re.findall(rf'name="first-{part}"[^>]*value="(\d+)"', filled)
        for part in ("day", "month", "year")
    ] == [["18"], ["5"], ["2027"]]


def test_what_came_last_is_taken_out_again_with_one_press(
    client: FlaskClient, plan: KeptPlan
) -> None:
    # given
    sent(client, plan, of_ishbel("ACCEPTED"))
    assert "Coming: Ishbel." in words(client.get(f"/plans/{plan.code}/replies").text)

    # when
    client.post(f"/plans/{plan.code}/replies/undo", data={"seen": seen(client, plan)})

    # then
    text = words(client.get(f"/plans/{plan.code}/replies").text)
    assert "No answer by mail: Ishbel. Not asked by mail: Rory." in text
    assert client.post(f"/plans/{plan.code}/replies/undo").status_code == 409


def seen(client: FlaskClient, plan: KeptPlan) -> str:
    """Return what the button to take out again says it was shown beside."""
    (found,) = re.findall(
        r'name="seen" value="(\w+)"', client.get(f"/plans/{plan.code}/replies").text
    )
    return str(found)


def test_pressed_twice_it_takes_out_what_it_was_shown_beside_and_no_more(
    client: FlaskClient, plan: KeptPlan
) -> None:
    """Two presses took out two rounds."""
    # given
    sent(client, plan, of_ishbel("ACCEPTED"))
    sent(client, plan, of_ishbel("DECLINED", DTSTAMP="20251102T090000Z"))
    form = {"seen": seen(client, plan)}

    # when
    answers = [client.post(f"/plans/{plan.code}/replies/undo", data=form) for _ in range(2)]

    # then
    assert [each.status_code for each in answers] == [303, 409]
    assert "Nothing more was taken out." in words(answers[1].text)
    assert "Coming: Ishbel." in words(answers[1].text)


def test_what_was_answered_to_another_copy_of_the_programme_is_taken_over_once(
    client: FlaskClient, store: Store, plan: KeptPlan
) -> None:
    """Opened anew, a programme did not find what people had answered."""
    # given
    sent(client, plan, of_ishbel("ACCEPTED"))
    anew = kept(store, "b" * 22, programme=polish())
    other = kept(store, "c" * 22, programme=polish(), name="Another programme")
    address = f"/plans/{anew.code}/replies"
    before = client.get(address).text

    # when
    answer = client.post(f"{address}/earlier", follow_redirects=True)

    # then
    assert "Take over what they said" in before
    assert "Coming: Ishbel." in words(answer.text)
    assert "Take over what they said" not in answer.text
    assert "Take over what they said" not in client.get(f"/plans/{other.code}/replies").text


@pytest.mark.parametrize(
    ("decision", "says"),
    [
        ("theirs", "Not coming: Ishbel."),
        ("not-theirs", "No answer by mail: Ishbel. Not asked by mail: Rory."),
    ],
)
def test_an_answer_in_somebodys_name_counts_only_on_the_facilitators_word(
    client: FlaskClient, plan: KeptPlan, decision: str, says: str
) -> None:
    # given
    before = sent(client, plan, of_ishbel(sender="rory@example.org"))

    # when
    client.post(address_of(client, plan, decision))

    # then
    after = words(client.get(f"/plans/{plan.code}/replies").text)
    assert "Ask whether these are theirs" in before
    assert "Not coming" not in before
    assert says in after
    assert "Ask whether these are theirs" not in after


def test_another_time_moves_nothing_and_is_answered_to_them_alone(
    client: FlaskClient, store: Store, plan: KeptPlan
) -> None:
    # given
    counter = of_ishbel(
        "TENTATIVE", method="COUNTER", DTSTART="20270520T093000Z", DTEND="20270520T113000Z"
    )
    was = (plan.folder / job_files.PLAN).read_bytes()

    # when
    text = sent(client, plan, counter)
    client.post(address_of(client, plan, "stays"))

    # then
    assert "Ishbel proposes another time for" in text
    assert "on Thursday 20 May 2027 from 10:30 to 12:30." in text
    assert (plan.folder / job_files.PLAN).read_bytes() == was
    assert "The date stays: Living well: Meeting" in client.get(f"/plans/{plan.code}/mail").text
    place = replies_at(store.programme(plan.of).folder / job_files.PROGRAMME)
    assert read_replies(place).in_force() == {}
    assert client.post(f"/plans/{plan.code}/replies/nothing/stays").status_code == 404
    assert client.post(f"/plans/{plan.code}/replies/nothing/moves").status_code == 404


def test_what_is_no_answer_to_ours_is_said_with_why(client: FlaskClient, plan: KeptPlan) -> None:
    by_hand = b"From: ishbel@example.org\r\nSubject: I cannot come\r\n\r\nHello"
    text = sent(client, plan, of_ishbel(UID="other@example.org"), by_hand)

    assert "2 messages seen, 0 used, 0 not understood, 1 refused, 1 without an answer." in text
    assert "Message 1 was not taken in: it is about a session" in text
    assert 'read it yourself: from Ishbel, without a date, "I cannot come".' in text


def test_nothing_chosen_or_an_empty_file_is_said_beside_the_field(
    client: FlaskClient, plan: KeptPlan
) -> None:
    nothing = client.post(f"/plans/{plan.code}/replies", data={})
    empty = sent(client, plan, b"  ")

    assert nothing.status_code == 422
    assert "Choose a file with an answer in it" in nothing.text
    assert "is empty; save the message or the mailbox again" in empty


def test_what_somebody_wrote_stands_on_no_other_page(client: FlaskClient, plan: KeptPlan) -> None:
    # given
    pages = ("", "/people", "/to-do", "/group", "/calendars", "/papers", "/mail", "/details")
    addresses = [f"/plans/{plan.code}{page}" for page in pages]
    # Nor in any calendar that follows an address.
    addresses += [made(client, plan, kind) for kind in ("organiser-", "project-", "person-")]
    before = [client.get(address).data for address in addresses]

    # when
    sent(client, plan, of_ishbel(COMMENT="My knee again"))

    # then
    after = [client.get(address).data for address in addresses]
    same = [tokenless(one) == tokenless(other) for one, other in zip(before, after, strict=True)]
    assert same == [True] * len(addresses)


def tokenless(page: bytes) -> bytes:
    """Return a page without what differs each time it is asked for."""
    return re.sub(rb'nonce="[^"]+"|value="[\w.-]{80,}"', b"", page)


def test_an_answer_counts_once_the_message_it_answers_was_handed_out(
    client: FlaskClient, store: Store
) -> None:
    # given
    plan = kept(store, programme=polish())
    before = sent(client, plan, of_ishbel())
    mail = client.get(f"/plans/{plan.code}/mail").text
    messages = re.findall(rf'href="(/plans/{plan.code}/mail/[^"]+)"', mail)

    # when
    assert client.get(messages[0]).status_code == 200

    # then
    assert "what they were sent last is not known here" in before
    assert "Not coming: Ishbel." in sent(client, plan, of_ishbel())
