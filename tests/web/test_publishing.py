"""A calendar kept in step on a server: what is put there, what is left, and how a run goes on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.plan import Plan
from tests.scheduler.calendars.lives import TWO_ROOMS, a_life
from tests.scheduler.calendars.plans import a_meeting, a_plan
from tests.web.calendar_servers import Kept, a_calendar_server
from tests.web.certificates import a_certificate
from web.calendar_server import Account, Collection, ServerError
from web.published import published_at
from web.publishing import ALTERED, Outcome, Publishing

GROUP = Reader("project", "well")
ORGANISER = Reader("organiser")
TODAY = date(2026, 12, 1)
TWO = a_plan(a_meeting(1), a_meeting(2))
ONE = a_plan(a_meeting(1))
MOVED = a_life()[1][1]
MEETING = "Living well: Meeting, Friday 15 January 2027"
LEFT = f"{MEETING}: somebody"


@pytest.fixture
def server() -> Iterator[Kept]:
    """Return a calendar server on this machine."""
    with a_calendar_server() as kept:
        yield kept


class Side:
    """Our side of a collection, with what it remembers between two runs."""

    def __init__(self, server: Kept, home: Path) -> None:
        self._server, self._home = server, home

    def publish(
        self, plan: Plan, reader: Reader = GROUP, *, today: date = TODAY, overwrite: bool = False
    ) -> tuple[dict[str, int], list[str]]:
        """Bring the collection into step; return what was done, and what was left."""
        account = self._server.account
        name = PlanCalendars(TWO_ROOMS, plan).name_for(reader)
        memory = published_at(self._home, account.address, name)
        collection = Collection(account)
        outcome = Outcome()
        try:
            Publishing(collection, memory, today, overwrite).run(
                PlanCalendars(TWO_ROOMS, plan, memory.sent), reader, outcome
            )
        finally:
            collection.close()
        return dict(outcome.done), outcome.left

    def forget(self, reader: Reader = GROUP) -> None:
        """Remove the programme: nothing but marks and counts is left of a reader's calendar."""
        name = PlanCalendars(TWO_ROOMS, TWO).name_for(reader)
        published_at(self._home, self._server.account.address, name).forget_words()


@pytest.fixture
def side(server: Kept, tmp_path: Path) -> Side:
    """Return our side of the server's collection."""
    return Side(server, tmp_path)


def shown(server: Kept) -> list[tuple[str, int, str]]:
    """Return what stands on the server: month and hour, count of changes, and how firm."""
    every = map(Calendar.from_ical, server.contents())
    events: list[Any] = [event for each in every for event in each.walk("VEVENT")]
    return sorted(
        (f"{e['dtstart'].dt:%d %B %H:%M}", int(e["sequence"]), str(e["status"])) for e in events
    )


def test_each_session_is_an_entry_that_invites_nobody(server: Kept, side: Side) -> None:
    """Servers write to whoever an entry names as guest or organiser as soon as it is put there."""
    # when
    done = side.publish(TWO)

    # then
    assert done == ({"new": 2}, [])
    assert shown(server) == [
        ("15 February 10:30", 0, "CONFIRMED"),
        ("15 January 10:30", 0, "CONFIRMED"),
    ]
    everything = b"".join(server.contents())
    assert [b for b in (b"METHOD", b"ATTENDEE", b"ORGANIZER", b"Morag") if b in everything] == []
    assert everything.count(b"BEGIN:VTIMEZONE") == 2


def test_same_plan_again_puts_nothing(server: Kept, side: Side) -> None:
    # given
    side.publish(TWO)
    server.seen.clear()

    # then
    assert side.publish(TWO) == ({"as they were": 2}, [])
    assert {method for method, _ in server.seen} == {"PROPFIND", "GET"}


def test_organisers_life_of_a_session_is_one_entry_that_counts_every_change(
    server: Kept, side: Side
) -> None:
    # when
    counted = []
    for _, plan in a_life():
        side.publish(plan, ORGANISER)
        counted += [(n, status) for day, n, status in shown(server) if "January" in day]

    # then: invited, moved, elsewhere, somebody swapped, called off
    assert counted == [
        (0, "CONFIRMED"),
        (1, "CONFIRMED"),
        (2, "CONFIRMED"),
        (3, "CONFIRMED"),
        (4, "CANCELLED"),
    ]


def test_what_is_off_stays_for_thirty_days_and_is_then_taken_out_for_good(
    server: Kept, side: Side
) -> None:
    # given
    side.publish(TWO)

    # when
    days = (TODAY, date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 5))
    runs = [side.publish(ONE, today=day)[0] for day in days]

    # then
    assert runs == [
        {"as they were": 1, "called off": 1},
        {"as they were": 2},
        {"as they were": 1, "taken out": 1},
        {"as they were": 1, "not needed": 1},
    ]
    assert shown(server) == [("15 January 10:30", 0, "CONFIRMED")]


def test_session_that_is_on_again_after_it_was_taken_out_is_put_there_again(
    server: Kept, side: Side
) -> None:
    # given
    for plan, day in ((TWO, TODAY), (ONE, TODAY), (ONE, date(2027, 1, 1))):
        side.publish(plan, today=day)

    # then: its count goes on from where it was
    assert side.publish(TWO, today=date(2027, 1, 2)) == ({"as they were": 1, "new": 1}, [])
    assert shown(server)[0] == ("15 February 10:30", 2, "CONFIRMED")


def test_nothing_else_in_the_collection_is_touched(server: Kept, side: Side) -> None:
    # given
    theirs = server.keep("/team/sessions/dentist.ics", b"somebody's own")

    # when
    for plan, day in ((TWO, TODAY), (ONE, TODAY), (ONE, date(2027, 2, 1))):
        side.publish(plan, today=day)

    # then
    assert server.entries["/team/sessions/dentist.ics"] == (theirs, b"somebody's own")
    assert [path for _, path in server.seen if "dentist" in path] == []


@pytest.mark.parametrize("plan", [ONE, MOVED])
def test_entry_that_somebody_changed_there_is_said_and_left(
    plan: Plan, server: Kept, side: Side
) -> None:
    # given
    side.publish(ONE)
    server.edited(b"STATUS:CONFIRMED", b"STATUS:TENTATIVE")
    before = dict(server.entries)

    # when
    done, (left,) = side.publish(plan)

    # then
    assert (done, server.entries) == ({}, before)
    assert left.endswith("somebody changed it there, so it was left as it is")


def test_entry_that_somebody_changed_there_is_ours_again_at_the_word(
    server: Kept, side: Side
) -> None:
    # given
    side.publish(ONE)
    server.edited(b"STATUS:CONFIRMED", b"STATUS:TENTATIVE")

    # then
    assert side.publish(MOVED, overwrite=True) == ({"changed": 1}, [])
    assert shown(server) == [("22 January 10:30", 1, "CONFIRMED")]
    assert side.publish(MOVED) == ({"as they were": 1}, [])


def test_entry_that_somebody_took_out_is_said_and_put_back_at_the_word(
    server: Kept, side: Side
) -> None:
    # given
    side.publish(ONE)
    server.entries.clear()

    # then
    taken_out = f"{LEFT} took it out there, so it was not put back"
    assert side.publish(ONE) == ({}, [taken_out])
    assert side.publish(ONE, overwrite=True) == ({"new": 1}, [])
    assert len(server.entries) == 1


def test_entry_that_is_off_and_was_taken_out_there_is_no_conflict(server: Kept, side: Side) -> None:
    # given
    side.publish(TWO)
    server.entries = {path: kept for path, kept in server.entries.items() if b"20270115" in kept[1]}

    # then
    assert side.publish(ONE) == ({"as they were": 1, "taken out": 1}, [])


def test_what_stands_in_our_place_by_another_hand_is_left(
    server: Kept, side: Side, tmp_path: Path
) -> None:
    """Two copies of a programme publish to one collection, and neither knows of the other."""
    # given
    side.publish(ONE)
    other = Side(server, tmp_path / "another machine")
    before = dict(server.entries)

    # then
    in_the_way = "something else is there in its place, or the server does not take it"
    assert other.publish(MOVED)[1][0].endswith(in_the_way)
    assert other.publish(MOVED)[1][0].endswith("somebody changed it there, so it was left as it is")
    assert server.entries == before


@pytest.mark.parametrize("then", [TWO, a_plan(a_meeting(1, venue="barn"), a_meeting(2))])
def test_run_that_was_cut_short_goes_on_where_it_was(then: Plan, server: Kept, side: Side) -> None:
    """The server took the first entry in, and the line went dead before it could say so."""
    # given
    server.hears_only = 1
    with pytest.raises(ServerError, match="did not answer"):
        side.publish(TWO)
    assert len(server.entries) == 1

    # when
    server.hears_only = None
    _, left = side.publish(then)

    # then
    assert (left, len(server.entries)) == ([], 2)
    assert side.publish(then) == ({"as they were": 2}, [])


def test_server_that_tells_no_mark_of_what_it_was_given_is_asked(server: Kept, side: Side) -> None:
    # given
    server.tells_mark = False

    # then
    assert side.publish(TWO) == ({"new": 2}, [])
    assert side.publish(TWO) == ({"as they were": 2}, [])


@pytest.mark.parametrize(
    "told",
    [
        b"X-MY-NOTE:bring the key\r\nEND:VEVENT",
        b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\nEND:VEVENT",
    ],
)
def test_what_somebody_writes_at_once_is_not_taken_for_ours(
    told: bytes, server: Kept, side: Side
) -> None:
    """Their mark was taken for ours, and the next run wrote over their note without a word."""
    # given: the server tells no mark, and somebody writes before we could ask for it
    server.tells_mark = False
    server.then = (b"END:VEVENT", told)

    # when
    done, (left,) = side.publish(ONE)
    server.then = None

    # then
    assert (done, left) == (
        {},
        f"{MEETING}: {ALTERED}",
    )
    done, (left,) = side.publish(MOVED)
    assert (done, told in server.contents()[0]) == ({}, True)
    assert left.endswith("somebody changed it there, so it was left as it is")
    assert side.publish(MOVED, overwrite=True) == ({"changed": 1}, [])


def test_what_somebody_wrote_to_an_entry_we_were_cut_off_from_is_theirs(
    server: Kept, side: Side
) -> None:
    # given
    server.hears_only = 1
    with pytest.raises(ServerError, match="did not answer"):
        side.publish(ONE)
    server.hears_only = None
    server.edited(b"END:VEVENT", b"X-MY-NOTE:bring the key\r\nEND:VEVENT")

    # then
    assert side.publish(MOVED)[0] == {}
    assert b"X-MY-NOTE" in server.contents()[0]


def test_server_may_note_for_itself_when_it_took_an_entry_in(server: Kept, side: Side) -> None:
    # given
    server.tells_mark = False
    server.then = (b"END:VEVENT", b"CREATED:20261201T090000Z\r\nTRANSP:OPAQUE\r\nEND:VEVENT")

    # then
    assert side.publish(TWO) == ({"new": 2}, [])
    assert side.publish(TWO) == ({"as they were": 2}, [])


def test_count_of_changes_never_goes_back(server: Kept, side: Side, tmp_path: Path) -> None:
    """Programs that have seen a higher count take a lower one for an old message."""
    # given: one home has counted to two, and another knows nothing of it
    for plan in (ONE, MOVED, ONE):
        side.publish(plan)
    other = Side(server, tmp_path / "another machine")
    other.publish(MOVED)

    # when
    counted = []
    for plan in (MOVED, MOVED, ONE):
        other.publish(plan, overwrite=True)
        counted += [n for _, n, _ in shown(server)]

    # then
    assert counted == [3, 3, 4]
    server.edited(b"SEQUENCE:4", b"SEQUENCE:2147483647")
    assert other.publish(MOVED, overwrite=True) == ({"changed": 1}, [])
    assert [n for _, n, _ in shown(server)] == [2147483647]


@pytest.mark.parametrize("reader", [GROUP, ORGANISER, Reader("venue", "hall")])
def test_count_goes_on_once_a_removed_programme_is_opened_again(
    reader: Reader, server: Kept, side: Side
) -> None:
    """It began at 0 again, and programs that had seen a 1 took the next change for an old one."""
    # given
    for plan in (TWO, a_plan(*MOVED.sessions, a_meeting(2))):
        side.publish(plan, reader)
    before = dict(server.entries)
    side.forget(reader)

    # when: the same again, then back to the first day
    same = side.publish(plan, reader)
    there = dict(server.entries)
    back = side.publish(TWO, reader)

    # then
    assert (same, there) == (({"as they were": 2}, []), before)
    assert (back[0], [n for _, n, _ in shown(server)]) == (
        {"as they were": 1, "changed": 1},
        [0, 2],
    )


def test_what_a_removed_programme_still_shows_is_called_off_once_it_is_opened_again(
    server: Kept, side: Side
) -> None:
    # given
    side.publish(TWO)
    side.forget()

    # then
    assert side.publish(ONE) == ({"as they were": 1, "called off": 1}, [])
    assert [(n, status) for _, n, status in shown(server)] == [(1, "CANCELLED"), (0, "CONFIRMED")]


def test_count_goes_on_where_somebody_took_the_entry_out_and_its_words_are_forgotten(
    server: Kept, side: Side
) -> None:
    # given
    for plan in (ONE, MOVED):
        side.publish(plan)
    side.forget()
    server.entries.clear()

    # then
    assert side.publish(MOVED, overwrite=True) == ({"new": 1}, [])
    assert [n for _, n, _ in shown(server)] == [2]


def test_what_somebody_wrote_there_is_left_though_words_are_forgotten(
    server: Kept, side: Side
) -> None:
    # given
    side.publish(ONE)
    side.forget()
    server.edited(b"END:VEVENT", b"X-MY-NOTE:bring the key\r\nEND:VEVENT")

    # then
    assert side.publish(MOVED)[0] == {}
    assert b"X-MY-NOTE" in server.contents()[0]


@pytest.mark.parametrize(
    ("method", "status", "says"),
    [
        ("PROPFIND", 404, "no calendar is there (404)"),
        ("PUT", 302, "leads on to another address (302)"),
        ("PUT", 503, "answers 503; try again later"),
        ("PROPFIND", 401, "takes this name or password for a wrong one (401)"),
        ("PUT", 401, "takes this name or password for a wrong one (401)"),
        ("PROPFIND", 403, "lets this user do nothing here (403)"),
        ("PROPFIND", 302, "leads on to another address (302)"),
        ("PROPFIND", 503, "answers 503; try again later"),
    ],
)
def test_server_that_cannot_be_used_is_said(
    method: str, status: int, says: str, server: Kept, side: Side
) -> None:
    # given
    server.answers[method] = status

    # then
    with pytest.raises(ServerError) as refused:
        side.publish(ONE)
    assert says in str(refused.value)
    assert server.entries == {}


def test_entry_that_is_refused_leaves_the_others(server: Kept, side: Side) -> None:
    # given
    side.publish(TWO)
    server.answers["PUT"] = 409

    # then
    done, left = side.publish(a_plan(a_meeting(1, venue="barn"), a_meeting(2)))
    assert (done, len(left)) == ({"as they were": 1}, 1)


def test_taking_out_what_was_changed_meanwhile_is_left(server: Kept, side: Side) -> None:
    # given
    side.publish(TWO)
    side.publish(ONE)
    server.answers["DELETE"] = 412

    # then
    done, left = side.publish(ONE, today=date(2027, 1, 20))
    assert (done, len(left), len(server.entries)) == ({"as they were": 1}, 1, 2)


def test_what_is_remembered_is_its_owners_alone_and_holds_no_password(
    side: Side, tmp_path: Path
) -> None:
    # when
    side.publish(TWO)

    # then
    (file,) = (tmp_path / "published").iterdir()
    assert (file.stat().st_mode & 0o777, b"a secret" in file.read_bytes()) == (0o600, False)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("http://cal.example/team/", "cal.example: a password is sent over https only"),
        ("https://me:word@cal.example/team/", "leave name, password, ? and # out"),
        ("https://cal.example/team/?a=1", "leave name, password, ? and # out"),
        ("cal.example/team", '"cal.example/team" is no address'),
        ("https://cal.example:x/", '"https://cal.example:x/" is no address'),
        ("https://cal.example/a b/", '"https://cal.example/a b/" is no address'),
    ],
)
def test_address_to_which_no_password_may_go_is_refused(address: str, says: str) -> None:
    with pytest.raises(ServerError) as refused:
        Collection(Account(address, "team", "a secret"))

    assert str(refused.value).startswith(says)


def test_nobody_at_home_is_said() -> None:
    collection = Collection(Account("http://127.0.0.1:1/team/", "team", "a secret"))

    with pytest.raises(ServerError, match="did not answer"):
        collection.check()


def test_certificate_has_to_be_trusted_before_the_password_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given
    certificate = a_certificate("localhost", tmp_path)
    with a_calendar_server(certificate.shown) as server:
        side = Side(server, tmp_path)

        # when
        with pytest.raises(ServerError, match=r"is not trusted .*nothing was sent"):
            side.publish(ONE)
        before = list(server.seen)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
        done, _ = side.publish(ONE)

    # then
    assert (before, done) == ([], {"new": 1})
