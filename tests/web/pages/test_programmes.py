"""A programme's page, its plans, and its removal."""

import json

from flask.testing import FlaskClient

from scheduler.calendars.entry import session_uid
from tests.web.plans import TWO_SESSIONS
from web.published import REMOVED, Standing, published_at
from web.store import Store


def test_a_programme_is_handed_out_as_a_file_to_be_saved(client: FlaskClient, store: Store) -> None:
    kept = store.keep(TWO_SESSIONS)

    answer = client.get(f"/programmes/{kept.code}/programme.json")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="programme.json"'
    assert json.loads(answer.data)["name"] == TWO_SESSIONS.name


def test_a_removed_programme_is_gone_with_its_folder(client: FlaskClient, store: Store) -> None:
    kept = store.keep(TWO_SESSIONS)

    answer = client.post(f"/programmes/{kept.code}/remove")

    assert (answer.location, kept.folder.exists()) == ("/", False)
    assert client.get(f"/programmes/{kept.code}").status_code == 404


def test_a_programme_that_can_no_longer_be_read_can_still_be_removed(
    client: FlaskClient, store: Store
) -> None:
    kept = store.keep(TWO_SESSIONS)
    (kept.folder / "programme.json").write_text('{"name": 7}')

    page = client.get(f"/programmes/{kept.code}")
    listed = client.get("/").text.count("A programme that can no longer be read")
    client.post(f"/programmes/{kept.code}/remove")

    assert (page.status_code, listed, kept.folder.exists()) == (500, 1, False)


def test_a_programme_with_a_plan_is_removed_with_it(client: FlaskClient, store: Store) -> None:
    kept = store.keep(TWO_SESSIONS)
    plan = client.post(f"/programmes/{kept.code}/plans").location

    listed = client.get(f"/programmes/{kept.code}").text.count(f'href="{plan}"')
    client.post(f"/programmes/{kept.code}/remove")

    assert (listed, client.get(plan).status_code) == (1, 404)


def test_a_removed_programme_left_what_its_calendars_on_a_server_said(
    client: FlaskClient, store: Store
) -> None:
    """Who meets when stayed in a file. What still stands there can be taken out all the same."""
    kept = store.keep(TWO_SESSIONS)
    address = "https://cal.example/team/"
    for calendar, programme, is_gone in (
        ("group", TWO_SESSIONS.name, False),
        ("hall", TWO_SESSIONS.name, True),
        ("other", "Another programme", False),
    ):
        memory = published_at(store.home, address, calendar)
        memory.programme, memory.whose = programme, "for Ishbel"
        memory.mean({"calendar.ics": b"Ishbel, Tuesday"})
        memory.note("uid", Standing(mark="1", is_gone=is_gone))

    client.post(f"/programmes/{kept.code}/remove")

    group, hall, other = (
        published_at(store.home, address, name) for name in ("group", "hall", "other")
    )
    assert (group.sent, group.whose, group.entries) == ({}, REMOVED, {"uid": Standing(mark="1")})
    assert (hall.file.exists(), other.whose) == (False, "for Ishbel")


def test_a_removed_programme_left_what_was_put_there_before_its_name_was_kept(
    client: FlaskClient, store: Store
) -> None:
    """Whose calendar it was stood nowhere beside it, so that its words stayed."""
    # given: known by what the group sees, or by what only a venue sees; and somebody else's
    kept = store.keep(TWO_SESSIONS)
    address = "https://cal.example/team/"
    uids = {
        "group": session_uid(TWO_SESSIONS.name, "group", number=1),
        "hall": session_uid(TWO_SESSIONS.name, "group", number=2, beside="room"),
        "other": session_uid("Another programme", "group", number=1),
    }
    for calendar, uid in uids.items():
        memory = published_at(store.home, address, calendar)
        memory.mean({"calendar.ics": b"Ishbel, Tuesday"})
        memory.note(uid, Standing(mark="1"))

    # when
    client.post(f"/programmes/{kept.code}/remove")

    # then
    told = {name: published_at(store.home, address, name) for name in uids}
    assert [name for name, each in told.items() if each.sent] == ["other"]
    assert [each.programme for each in told.values()] == [TWO_SESSIONS.name, TWO_SESSIONS.name, ""]


def test_a_button_is_no_link(client: FlaskClient, store: Store) -> None:
    kept = store.keep(TWO_SESSIONS)

    refused = client.get(f"/programmes/{kept.code}/remove")

    assert (refused.status_code, kept.folder.exists()) == (405, True)
    assert refused.text.count("This cannot be opened that way") == 2
