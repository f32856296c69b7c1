"""Addresses that calendars follow: what they answer, and that taken back they answer nothing."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from icalendar import Calendar
from werkzeug.http import http_date

from scheduler.calendars.from_plan import Reader
from scheduler.contact import Contact
from scheduler.files import write_plan
from tests.web.pages.kept import kept
from tests.web.plans import PLAN, TWO_SESSIONS
from web import job_files
from web.feed_addresses import FeedAddress
from web.feed_memory import FeedMemory
from web.store import KeptPlan, Store

BUTTON = re.compile(r'action="([^"]+)"')
URL = re.compile(r"<strong>(http[^<]+/feeds/[A-Za-z0-9_-]{43}\.ics)</strong>")


def buttons(client: FlaskClient, plan: KeptPlan, ending: str) -> list[str]:
    """Return where the buttons of one kind lead, reader by reader."""
    text = unescape(client.get(f"/plans/{plan.code}/feeds").text)
    return [address for address in BUTTON.findall(text) if address.endswith(ending)]


def made(client: FlaskClient, plan: KeptPlan, reader: str = "project-") -> str:
    """Make an address, and return its path as a calendar asks for it."""
    (button,) = (each for each in buttons(client, plan, "/make") if f"/{reader}" in each)
    (url,) = URL.findall(client.post(button).text)
    return str(url).partition("localhost")[2]


def test_address_answers_with_the_calendar_of_its_reader(client: FlaskClient, store: Store) -> None:
    answer = client.get(made(client, kept(store)))

    events = Calendar.from_ical(answer.data).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == [
        "Living well: Meeting",
        "Living well",
    ]
    assert {name: answer.headers[name] for name in ("Content-Type", "Cache-Control")} == {
        "Content-Type": "text/calendar; charset=utf-8",
        "Cache-Control": "private, no-cache",
    }
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Content-Disposition"] == 'inline; filename="calendar.ics"'


def test_asking_twice_gives_the_same_bytes(client: FlaskClient, store: Store) -> None:
    address = made(client, kept(store), "organiser-")

    one, other = client.get(address), client.get(address)

    assert (one.data, one.headers["ETag"], one.headers["Last-Modified"]) == (
        other.data,
        other.headers["ETag"],
        other.headers["Last-Modified"],
    )
    assert not one.headers["ETag"].startswith("W/")


def test_head_tells_the_same_without_the_calendar(client: FlaskClient, store: Store) -> None:
    address = made(client, kept(store))

    asked, whole = client.head(address), client.get(address)

    assert (asked.status_code, asked.data) == (200, b"")
    assert asked.headers["ETag"] == whole.headers["ETag"]
    assert asked.headers["Content-Length"] == whole.headers["Content-Length"]


DAY = timedelta(days=1)
CASES = {
    "the mark it has": ({"If-None-Match": "{etag}"}, 304),
    "the mark it has, called weak": ({"If-None-Match": "W/{etag}"}, 304),
    "any mark": ({"If-None-Match": "*"}, 304),
    "one of several marks": ({"If-None-Match": '"other", {etag}'}, 304),
    "another mark": ({"If-None-Match": '"other"'}, 200),
    "the day it changed": ({"If-Modified-Since": "{changed}"}, 304),
    "a later day": ({"If-Modified-Since": "{later}"}, 304),
    "an earlier day": ({"If-Modified-Since": "{earlier}"}, 200),
    "no day at all": ({"If-Modified-Since": "yesterday, I think"}, 200),
    "a day there is not": ({"If-Modified-Since": "Tue, 31 Feb 2037 06:00:00 GMT"}, 200),
    "a day in a form that is none": ({"If-Modified-Since": "2037-11-30T06:00:00Z"}, 200),
    "another mark on a later day": (
        {"If-None-Match": '"other"', "If-Modified-Since": "{later}"},
        200,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_not_modified_is_said_only_where_it_is_true(
    client: FlaskClient, store: Store, case: str
) -> None:
    # given
    address = made(client, kept(store))
    whole = client.get(address)
    changed = whole.last_modified or datetime.now(UTC)
    known = {
        "etag": whole.headers["ETag"],
        "changed": http_date(changed),
        "later": http_date(changed + DAY),
        "earlier": http_date(changed - DAY),
    }
    asked, status = CASES[case]

    # when
    headers = {name: value.format(**known) for name, value in asked.items()}
    answer = client.get(address, headers=headers)

    # then
    assert (answer.status_code, bool(answer.data)) == (status, status == 200)
    assert answer.headers["ETag"] == whole.headers["ETag"]


def test_changed_plan_is_followed_and_what_is_off_stays_and_says_so(
    client: FlaskClient, store: Store
) -> None:
    # given: a calendar that was read, and a plan in its place without the second session
    plan = kept(store)
    address = made(client, plan)
    before = client.get(address)
    shorter = PLAN.model_copy(update={"sessions": PLAN.sessions[:1]})
    store.put_in_place(plan, TWO_SESSIONS, shorter, reason="")

    # when
    after = client.get(address, headers={"If-None-Match": before.headers["ETag"]})
    again = client.get(address)

    # then
    events = Calendar.from_ical(after.data).walk("VEVENT")
    assert [(str(each["status"]), each["sequence"]) for each in events] == [
        ("TENTATIVE", 0),
        ("CANCELLED", 1),
    ]
    assert (after.status_code, again.data) == (200, after.data)


def test_address_taken_back_is_not_found_at_once(client: FlaskClient, store: Store) -> None:
    plan = kept(store)
    address = made(client, plan)
    (button,) = buttons(client, plan, "/revoke")

    before = client.get(address).status_code
    client.post(button)

    assert (before, client.get(address).status_code) == (200, 404)


def test_new_address_takes_the_place_of_the_old_one(client: FlaskClient, store: Store) -> None:
    plan = kept(store)
    old, new = made(client, plan), made(client, plan)

    assert [client.get(each).status_code for each in (old, new)] == [404, 200]


@pytest.mark.parametrize("token", ["a" * 43, "a", "..%2f..%2fkey", "a" * 44])
def test_guessed_address_is_not_found(client: FlaskClient, store: Store, token: str) -> None:
    made(client, kept(store))

    assert client.get(f"/feeds/{token}.ics").status_code == 404


def test_word_in_an_address_is_kept_nowhere(client: FlaskClient, store: Store) -> None:
    token = made(client, kept(store)).removeprefix("/feeds/").removesuffix(".ics")

    files = [file for file in store.home.rglob("*") if file.is_file()]

    assert [file.name for file in files if token in file.name] == []
    assert [file.name for file in files if token.encode() in file.read_bytes()] == []


def test_whoever_no_longer_wants_a_calendar_has_none_to_follow(
    client: FlaskClient, store: Store
) -> None:
    # given
    plan = kept(store)
    ishbel, rory = TWO_SESSIONS.people
    by_letter = rory.model_copy(update={"contact": Contact(ways=("letter",))})
    changed = TWO_SESSIONS.model_copy(update={"people": (ishbel, by_letter)})
    people = [each for each in buttons(client, plan, "/make") if "/person-" in each]
    urls = [URL.findall(client.post(each).text)[0].partition("localhost")[2] for each in people]
    store.put_in_place(plan, changed, PLAN, reason="")

    # then
    assert [client.get(url).status_code for url in urls] == [200, 404]


def test_programme_that_is_removed_takes_its_addresses_along(
    client: FlaskClient, store: Store
) -> None:
    plan = kept(store)
    address = made(client, plan)
    client.get(address)

    client.post(f"/programmes/{plan.of}/remove")

    assert client.get(address).status_code == 404
    assert list((store.home / "feeds").iterdir()) == []


def test_page_says_plainly_that_only_this_machine_reaches_it(
    client: FlaskClient, store: Store
) -> None:
    plan = kept(store)

    text = client.get(f"/plans/{plan.code}/feeds").text

    assert text.count("only calendars on this machine can follow an address made here") == 1


def test_no_calendar_on_the_web_is_offered_what_it_cannot_reach(
    client: FlaskClient, store: Store
) -> None:
    plan = kept(store)
    button = buttons(client, plan, "/make")[0]

    text = client.post(button).text

    assert (text.count("google"), text.count("webcal://localhost/feeds/")) == (0, 1)
    assert text.count("cg-qr") == 0


def test_whoever_can_be_reached_is_offered_a_picture_for_a_camera_too(
    client: FlaskClient, store: Store
) -> None:
    # given
    client.application.config["TRUSTED_HOSTS"] = ["plans.example.org"]
    plan = kept(store)
    there = {"base_url": "http://plans.example.org"}
    page = unescape(client.get(f"/plans/{plan.code}/feeds", **there).text)

    # when
    text = client.post(BUTTON.findall(page)[0], **there).text

    # then
    assert page.count("may know. Make sure that only what begins with /feeds/") == 1
    assert text.count("webcal://plans.example.org/feeds/") == 1
    assert text.count("cid=webcal%3A%2F%2Fplans.example.org%2Ffeeds%2F") == 1
    assert text.count('class="cg-qr"') == 1
    assert [url.rpartition("/")[0] for url in URL.findall(text)] == [
        "https://plans.example.org/feeds"
    ]


def test_address_comes_in_every_form_people_take_it_up() -> None:
    address = FeedAddress("https://plans.example.org/feeds/abc.ics")

    assert (address.webcal, address.is_local) == ("webcal://plans.example.org/feeds/abc.ics", False)
    assert address.google == (
        "https://calendar.google.com/calendar/r"
        "?cid=webcal%3A%2F%2Fplans.example.org%2Ffeeds%2Fabc.ics"
    )
    assert address.outlook.endswith("url=https%3A%2F%2Fplans.example.org%2Ffeeds%2Fabc.ics")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000", "[::1]"])
def test_this_machine_is_known_by_its_own_names(host: str) -> None:
    assert FeedAddress(f"http://{host}/").is_local


def test_asking_again_reads_no_plan_while_nothing_has_changed(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each request read every session back: six seconds for five thousand."""
    # given
    address = made(client, kept(store))
    first = client.get(address)
    asked = {"If-None-Match": first.headers["ETag"]}

    # when
    monkeypatch.setattr(KeptPlan, "plan", lambda _: pytest.fail("the plan was read"))
    again, head = client.get(address), client.head(address)
    unchanged = client.get(address, headers=asked)

    # then
    assert (again.data, again.headers["ETag"]) == (first.data, first.headers["ETag"])
    assert again.headers["Last-Modified"] == first.headers["Last-Modified"]
    assert head.headers["Content-Length"] == str(len(first.data))
    assert unchanged.status_code == 304


def test_nothing_stale_is_handed_out_whatever_has_changed(
    client: FlaskClient, store: Store
) -> None:
    """Each of these changes what a reader is told, or who is told anything at all."""
    # given
    plan = kept(store)
    address = made(client, plan)
    seen = [client.get(address).data]
    first, second = PLAN.sessions

    # when: another plan, back again, and the file that was handed out is gone or another's
    moved = first.model_copy(update={"end": first.end + timedelta(minutes=30)})
    for sessions in ((moved, second), (first, second)):
        write_plan(PLAN.model_copy(update={"sessions": sessions}), plan.folder / job_files.PLAN)
        seen.append(client.get(address).data)
    outbox = store.outbox(TWO_SESSIONS)
    (file,) = outbox.folder.glob("project-*.ics")
    file.unlink()
    seen.append(client.get(address).data)
    outbox.keep(file.name, seen[2])
    seen.append(client.get(address).data)

    # then
    counts = [re.findall(rb"SEQUENCE:(\d)", each)[0] for each in seen]
    assert counts == [b"0", b"1", b"2", b"0", b"2"]


def test_of_the_calendars_asked_for_only_so_many_are_remembered(tmp_path: Path) -> None:
    # given
    memory, readers = FeedMemory(most=2), [Reader("person", code) for code in "abc"]
    for reader in readers:
        (tmp_path / reader.code).write_bytes(b"calendar")
        memory.remember(("plan", reader), (), file=tmp_path / reader.code, content=b"calendar")

    # then
    known = [memory.handed_out(("plan", reader), ()) is not None for reader in readers]
    assert known == [False, True, True]


def test_what_somebody_wrote_meanwhile_is_not_taken_for_what_was_made(tmp_path: Path) -> None:
    # given
    memory, key = FeedMemory(), ("plan", Reader("organiser"))
    (tmp_path / "file").write_bytes(b"somebody else's")

    # when
    memory.remember(key, (), file=tmp_path / "file", content=b"ours")

    # then
    assert memory.handed_out(key, ()) is None


def test_plan_made_again_is_followed_by_its_file(client: FlaskClient, store: Store) -> None:
    """The address and the file handed out beside it count the same changes."""
    # given
    plan = kept(store)
    address = made(client, plan)
    client.get(address)
    first = PLAN.sessions[0]
    moved = first.model_copy(update={"end": first.end + timedelta(minutes=30)})
    later = PLAN.model_copy(update={"sessions": (moved, PLAN.sessions[1])})
    write_plan(later, plan.folder / job_files.PLAN)

    # when
    followed = client.get(address).data
    text = client.get(f"/plans/{plan.code}/calendars").text
    file = re.findall(r'href="([^"]+/project-[^"]+\.ics)"', text)[0]

    # then
    assert client.get(file).data == followed
    assert re.findall(rb"SEQUENCE:(\d)", followed) == [b"1", b"0"]
