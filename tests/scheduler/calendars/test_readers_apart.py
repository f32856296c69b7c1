"""Each reader's calendar: a worker's, the organiser's, and what only one person's file holds."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from scheduler.calendars.entry import CalendarEntry, is_session
from scheduler.calendars.extras import person_extras
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.held import Reserves
from scheduler.calendars.other_readers import organiser_entries, venue_entries, worker_entries
from scheduler.calendars.plan_entries import person_entries, project_entries
from scheduler.contact import Contact, LanguageContact
from scheduler.facts import NO, YES, Fact
from scheduler.people import Childcare, Person
from scheduler.plan import Coming, WayTaken
from scheduler.programme import Programme
from scheduler.robustness import Reserve
from scheduler.samples import at
from scheduler.workers import Worker
from tests.readers.readers import Verdict
from tests.scheduler.calendars.plans import (
    AT_HOME,
    BY_BUS,
    CALUM,
    MORAG,
    PROGRAMME,
    ROOM,
    SOMEBODY,
    WELL,
    a_meeting,
    a_plan,
)

BEATHAG = Worker(code="W-1", name="Beathag", roles=("interpreter",), phone="01632 960170")
STAFFED = PROGRAMME.model_copy(update={"workers": (BEATHAG,)})
JANUARY = a_plan(a_meeting(1))


def with_person(person: Person, **changes: object) -> Programme:
    """Return the invented programme with somebody in it as told."""
    others = [each for each in PROGRAMME.people if each.code != person.code]
    return PROGRAMME.model_copy(update={"people": (person, *others), **changes})


def hours(entry: CalendarEntry) -> str:
    """Return when an entry begins and ends, with its title."""
    return f"{entry.start:%H:%M} to {entry.end:%H:%M} {entry.title}"


def test_worker_reads_when_they_are_needed_where_and_whom_to_ring() -> None:
    # when
    (entry,) = worker_entries(STAFFED, JANUARY, worker="W-1")

    # then
    assert hours(entry) == "10:00 to 13:15 Living well"
    assert entry.description_lines == (
        "People meet from 10:30 to 13:00.",
        "Ramp at the side door.",
        "Ring the bell.",
        "There is a way in without steps.",
        "The venue: 01632 960100.",
    )
    assert (entry.contact, entry.phone) == ("Invented Trust", "01632 960001")


def test_worker_who_is_not_needed_has_no_calendar() -> None:
    # given
    idle = BEATHAG.model_copy(update={"code": "W-2"})
    programme = PROGRAMME.model_copy(update={"workers": (BEATHAG, idle)})

    # when
    readers = PlanCalendars(programme, JANUARY).readers()

    # then
    assert [each.code for each in readers if each.kind == "worker"] == ["W-1"]


def test_organiser_reads_every_session_with_numbers_to_ring_and_no_member() -> None:
    # when
    (entry,) = organiser_entries(STAFFED, JANUARY)

    # then
    assert entry.description_lines == (
        "1 person in the room, 1 from elsewhere.",
        "The room is needed from 10:00 to 13:15.",
        "Glen Hall: 01632 960100.",
        "Beathag: 01632 960170.",
    )


def test_person_has_setting_out_and_going_home_as_entries_of_their_own() -> None:
    # when
    entries = person_extras(PROGRAMME, JANUARY, person="P-01")

    # then
    assert [hours(each) for each in entries] == [
        "09:50 to 10:30 Set out",
        "13:00 to 13:50 On the way home",
    ]
    assert entries[0].description_lines == (
        "Getting there: by bus, about 40 minutes. Set out by 09:50.",
    )
    assert [is_session(each.uid) for each in entries] == [False, False]


def test_person_who_is_picked_up_reads_so_and_by_when_to_book() -> None:
    # given
    taxi = BY_BUS.model_copy(update={"by": "taxi", "book_by": date(2027, 1, 12)})
    plan = a_plan(a_meeting(1, coming=(Coming(person="P-01", way=taxi),)))

    # when
    out, _ = person_extras(PROGRAMME, plan, person="P-01")

    # then
    assert (out.title, out.description_lines[-1]) == (
        "You are picked up",
        "Book it by 12 January 2027.",
    )


@pytest.mark.parametrize(
    ("sitter", "told"), [(YES, ["09:50 to 13:50 Childcare"]), (NO, []), (Fact(), [])]
)
def test_childcare_is_an_entry_only_where_it_is_agreed(sitter: Fact, told: list[str]) -> None:
    # given
    parent = MORAG.model_copy(update={"childcare": Childcare(children=2, sitter=sitter)})

    # when
    entries = person_extras(with_person(parent), JANUARY, person="P-01")

    # then
    assert [hours(each) for each in entries if each.title == "Childcare"] == told


@pytest.mark.parametrize(
    "way", [AT_HOME, WayTaken(by="not known", out_minutes=None, back_minutes=None)]
)
def test_nothing_is_added_where_nobody_travels_or_knows_how(way: WayTaken) -> None:
    # given
    plan = a_plan(a_meeting(1, coming=(Coming(person="P-01", way=way),)))

    # then
    assert person_extras(PROGRAMME, plan, person="P-01") == ()


def test_journeys_stand_in_nobody_elses_calendar() -> None:
    # given
    calendars = PlanCalendars(STAFFED, JANUARY)

    # when
    holding = [
        reader.code
        for reader in calendars.readers()
        if b"Set out" in calendars.of(reader)[1].replace(b"\r\n ", b"")
    ]

    # then
    assert holding == ["P-01"]


# Dates kept in reserve.

KEPT = Reserve(
    start=at("Friday 22 January 2027 10:30"),
    end=at("Friday 22 January 2027 13:00"),
    venue="hall",
    workers=("W-1",),
    misses=("P-03",),
    release_by=date(2027, 1, 15),
    tasks=(),
)
RESERVES: Reserves = {("well", 1): KEPT}
KEPT_LINES = (
    "This date is kept free in case we cannot meet on Friday 15 January 2027.",
    "It is used only if we tell you so.",
    "If you hear nothing, it is free again after Friday 15 January 2027.",
)


def test_date_in_reserve_is_tentative_and_says_when_it_is_let_go() -> None:
    # when
    _, kept = project_entries(PROGRAMME, JANUARY, project="well", reserves=RESERVES)

    # then
    assert (kept.title, kept.status, kept.start) == (
        "Kept free in case: Living well: Meeting",
        "TENTATIVE",
        KEPT.start,
    )
    assert kept.description_lines[:3] == KEPT_LINES
    assert not is_session(kept.uid)


def test_only_who_could_come_then_reads_of_a_date_in_reserve() -> None:
    # when
    read = {
        person: len(person_entries(PROGRAMME, JANUARY, person=person, reserves=RESERVES))
        for person in ("P-01", "P-03")
    }

    # then
    assert read == {"P-01": 2, "P-03": 1}


def test_nobody_is_told_of_a_journey_on_a_date_in_reserve() -> None:
    # when
    _, kept = person_entries(PROGRAMME, JANUARY, person="P-01", reserves=RESERVES)

    # then
    assert [line for line in kept.description_lines if line.startswith("Getting")] == []


def test_venue_and_worker_keep_the_date_in_reserve_too() -> None:
    # when
    room = venue_entries(STAFFED, JANUARY, venue="hall", reserves=RESERVES)
    duty = worker_entries(STAFFED, JANUARY, worker="W-1", reserves=RESERVES)

    # then
    assert [each.status for each in (*room, *duty)] == ["CONFIRMED", "TENTATIVE"] * 2


def test_date_in_reserve_that_was_let_go_is_called_off() -> None:
    # given
    before = PlanCalendars(PROGRAMME, JANUARY, {}, RESERVES)
    sent = dict(before.all())

    # when
    after = PlanCalendars(PROGRAMME, JANUARY, sent).entries_for(Reader("project", "well"))

    # then
    assert [(each.status, each.sequence) for each in after] == [("CONFIRMED", 0), ("CANCELLED", 1)]


# Whom to ask, and what was agreed.

POLISH = LanguageContact(language="Polish", name="Ania", phone="01632 960160")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("Polish", "To ask in Polish: Ania, 01632 960160."),
        ("polish", "To ask in Polish: Ania, 01632 960160."),
        ("Ukrainian", "Nobody here speaks Ukrainian yet. Please ring, and we will find somebody."),
    ],
)
def test_person_reads_who_answers_in_their_language_or_that_nobody_does(
    language: str, line: str
) -> None:
    # given
    morag = MORAG.model_copy(update={"language": language})
    programme = with_person(morag, contacts=(POLISH,))

    # when
    (entry,) = person_entries(programme, JANUARY, person="P-01")

    # then
    assert entry.description_lines[-1] == line


def test_language_of_one_person_shows_in_nobody_elses_calendar() -> None:
    # given
    morag = MORAG.model_copy(update={"language": "Ukrainian"})
    calendars = PlanCalendars(with_person(morag), JANUARY)

    # when
    holding = [each.code for each in calendars.readers() if b"Ukrainian" in calendars.of(each)[1]]

    # then
    assert holding == ["P-01"]


def test_what_the_group_agreed_stands_in_every_invitation() -> None:
    # given
    well = WELL.model_copy(update={"agreement": "We use chosen names.\n\nIt stays here."})
    programme = PROGRAMME.model_copy(update={"projects": (well,)})
    told = ("What we agreed:", "We use chosen names.", "It stays here.")

    # when
    entries = [
        *project_entries(programme, JANUARY, project="well"),
        *person_entries(programme, JANUARY, person="P-01"),
        *person_entries(programme, JANUARY, person="P-03"),
    ]

    # then
    assert [entry.description_lines[-3:] for entry in entries] == [told] * 3


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (NO, "There are steps on the way in. Please ring us if that is a problem."),
        (Fact(), "We do not know yet if there are steps on the way in. Please ring us to ask."),
    ],
)
def test_everybody_reads_of_steps_on_the_way_in(answer: Fact, line: str) -> None:
    # given
    room = ROOM.model_copy(update={"access": {"step-free": answer}})
    programme = PROGRAMME.model_copy(update={"venues": (room,)})

    # then
    for entry in (
        *project_entries(programme, JANUARY, project="well"),
        *person_entries(programme, JANUARY, person="P-01"),
    ):
        assert entry.description_lines[-1] == line


# Ways that are safe.


def test_no_calendar_is_made_for_who_chose_other_ways() -> None:
    # given
    calum = CALUM.model_copy(update={"contact": Contact(ways=("letter",))})
    calendars = PlanCalendars(with_person(calum), a_plan())

    # then
    people = [each.code for each in calendars.readers() if each.kind == "person"]
    assert sorted(people) == ["P-01", "P-03"]
    assert SOMEBODY not in calendars.joined()


@pytest.mark.parametrize(
    ("ways", "address"), [(("calendar",), "urn:uuid:"), (("calendar", "e-mail"), "mailto:morag")]
)
def test_address_is_used_only_where_e_mail_was_agreed(ways: tuple[str, ...], address: str) -> None:
    # given
    contact = Contact.model_validate({"ways": ways})
    morag = MORAG.model_copy(update={"contact": contact})
    calendars = PlanCalendars(with_person(morag), JANUARY)

    # when
    content = calendars.of(Reader("person", "P-01"))[1].replace(b"\r\n ", b"").decode()

    # then
    assert f":{address}" in content
    assert ("morag@" in content) is ("e-mail" in ways)


def test_invitations_are_to_sessions_alone() -> None:
    # given
    sent = dict(PlanCalendars(PROGRAMME, a_plan(a_meeting(1), a_meeting(2)), {}, RESERVES).all())

    # when no session of February is left
    made = PlanCalendars(PROGRAMME, JANUARY, sent).invitations("P-01")

    # then
    assert [(each.method, each.entry.title, each.entry.sequence) for each in made] == [
        ("REQUEST", "Living well: Meeting", 0),
        ("CANCEL", "Living well: Meeting", 1),
    ]


def test_calendars_of_every_reader_and_every_invitation_keep_the_rules(
    verdict: Callable[[bytes], Verdict],
) -> None:
    # given
    parent = MORAG.model_copy(update={"childcare": Childcare(children=2, sitter=YES)})
    programme = with_person(parent, workers=(BEATHAG,))
    before = PlanCalendars(programme, a_plan(a_meeting(1), a_meeting(2)), {}, RESERVES)
    after = PlanCalendars(programme, JANUARY, dict(before.all()), RESERVES)

    # when
    files = [content for _, content in (*before.all(), *after.all())]
    invitations = [each.content for each in after.invitations("P-01")]

    # then
    kinds = [re.findall(rb"METHOD:(\w+)", content) for content in (*files, *invitations)]
    assert {b"".join(each) for each in kinds} == {b"", b"PUBLISH", b"REQUEST", b"CANCEL"}
    clean = Verdict(within_rules=True, errors=())
    assert {verdict(content) for content in (*files, *invitations)} == {clean}
