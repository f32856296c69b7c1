"""What the calendars of a plan say, to whom."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from scheduler.calendars.entry import CalendarEntry, CalendarError, session_uid
from scheduler.calendars.other_readers import venue_entries
from scheduler.calendars.plan_entries import (
    NOT_FINAL,
    person_entries,
    project_entries,
)
from scheduler.plan import Coming
from scheduler.samples import at
from tests.scheduler.calendars.plans import (
    AT_HOME,
    ONLINE_MEETING,
    ONLINE_WISH,
    PATH,
    PROGRAMME,
    ROOM,
    WELL,
    WISH,
    a_meeting,
    a_plan,
    a_start,
)

Asked = Callable[[str], tuple[CalendarEntry, ...]]

JANUARY = a_plan(a_meeting(1))
FOR_ALL = CalendarEntry(
    uid=session_uid("Among organisers", "well", number=1),
    sequence=0,
    start=at("Friday 15 January 2027 10:30"),
    end=at("Friday 15 January 2027 13:00"),
    title="Living well: Meeting",
    place="Glen Hall, 1 Brae Road, Invented Glen",
    description_lines=(
        "Ramp at the side door.",
        "Ring the bell.",
        "There is a way in without steps.",
    ),
    phone="01632 960001",
    contact="Invented Trust",
    status="CONFIRMED",
    changed=at("Monday 23 November 2026 00:00"),
    latitude=56.6,
    longitude=-4.0,
)


def test_group_reads_when_and_where_and_nothing_of_anybody() -> None:
    assert project_entries(PROGRAMME, JANUARY, project="well") == (FOR_ALL,)


def test_person_reads_their_own_way_there_and_home_as_well() -> None:
    own = (
        "Getting there: by bus, about 40 minutes. Set out by 09:50.",
        "Getting home: by bus, about 50 minutes. You are home at about 13:50.",
        *FOR_ALL.description_lines,
    )
    assert person_entries(PROGRAMME, JANUARY, person="P-01") == (
        replace(FOR_ALL, description_lines=own),
    )


def test_person_who_joins_a_meeting_in_a_room_from_afar_is_not_sent_to_the_room() -> None:
    # given
    wish = WISH.model_copy(update={"join_link": "https://meet.example.org/a"})
    programme = PROGRAMME.model_copy(
        update={"projects": (WELL.model_copy(update={"sessions": (wish,)}),)}
    )

    # then
    assert person_entries(programme, JANUARY, person="P-03") == (
        replace(
            FOR_ALL,
            place="On-line",
            description_lines=("You take part on-line.",),
            join_link="https://meet.example.org/a",
            latitude=None,
            longitude=None,
        ),
    )


@pytest.mark.parametrize(
    ("told", "line", "link"),
    [
        ({"join_phone": "01632 960007"}, (), "tel:01632960007"),
        ({}, (), "https://meet.example.org/a"),
        ({"join_link": ""}, ("How to join: please ring us, and we will tell you.",), None),
    ],
    ids=["the number", "the link where there is no number", "nothing told"],
)
def test_person_who_rings_in_reads_which_number_to_ring(
    told: dict[str, str], line: tuple[str, ...], link: str | None
) -> None:
    # given
    wish = WISH.model_copy(update={"join_link": "https://meet.example.org/a", **told})
    programme = PROGRAMME.model_copy(
        update={"projects": (WELL.model_copy(update={"sessions": (wish,)}),)}
    )
    by_phone = AT_HOME.model_copy(update={"by": "by phone"})
    plan = a_plan(a_meeting(1, coming=(Coming(person="P-03", way=by_phone),)))

    # when
    (entry,) = person_entries(programme, plan, person="P-03")

    # then
    assert (entry.place, entry.join_link) == ("By phone", link)
    assert entry.description_lines == ("You take part by phone.", *line)


def test_person_on_line_reads_the_number_to_ring_as_well() -> None:
    # given
    told = {"join_link": "https://meet.example.org/a", "join_phone": "01632 960007"}
    well = WELL.model_copy(update={"sessions": (WISH.model_copy(update=told),)})
    programme = PROGRAMME.model_copy(update={"projects": (well,)})

    # when
    (entry,) = person_entries(programme, JANUARY, person="P-03")

    # then
    assert entry.joining == ("https://meet.example.org/a", "tel:01632960007")


def test_person_who_does_not_come_does_not_get_the_session() -> None:
    assert person_entries(PROGRAMME, JANUARY, person="P-02") == ()


def test_person_in_two_projects_gets_the_sessions_of_both() -> None:
    # given
    plan = a_plan(a_meeting(1), ONLINE_MEETING)

    # then
    titles = [entry.title for entry in person_entries(PROGRAMME, plan, person="P-01")]
    assert titles == ["Living well: Meeting", "path"]


def test_keeper_of_a_venue_reads_the_whole_time_the_room_is_needed() -> None:
    assert venue_entries(PROGRAMME, JANUARY, venue="hall") == (
        replace(
            FOR_ALL,
            uid=session_uid("Among organisers", "well", number=1, beside="room"),
            start=at("Friday 15 January 2027 10:00"),
            end=at("Friday 15 January 2027 13:15"),
            title="Living well",
            description_lines=(
                "People meet from 10:30 to 13:00.",
                "The rest is setting up and clearing up.",
                "Room for 2 people.",
            ),
        ),
    )


def test_plan_that_rests_on_something_unknown_is_tentative_and_says_so() -> None:
    # given
    plan = a_plan(a_meeting(1), final=False)

    # then
    assert project_entries(PROGRAMME, plan, project="well") == (
        replace(
            FOR_ALL,
            status="TENTATIVE",
            description_lines=(*FOR_ALL.description_lines, NOT_FINAL),
        ),
    )


@pytest.mark.parametrize(
    ("told", "link", "lines"),
    [
        ("https://meet.example.org/r?a=1", "https://meet.example.org/r?a=1", ()),
        ("01632 960555", "tel:01632960555", ()),
        ("Ring us for the code", None, ("How to join: Ring us for the code",)),
        ("", None, ()),
    ],
)
def test_session_from_afar_says_how_to_join(
    told: str, link: str | None, lines: tuple[str, ...]
) -> None:
    # given
    wish = ONLINE_WISH.model_copy(update={"join_link": told})
    path = PATH.model_copy(update={"sessions": (wish,)})
    programme = PROGRAMME.model_copy(update={"projects": (path,)})

    # when
    (entry,) = project_entries(programme, a_plan(ONLINE_MEETING), project="path")

    # then
    assert (entry.place, entry.join_link, entry.description_lines) == ("On-line", link, lines)


@pytest.mark.parametrize("title", ["Tea with Morag", "morag's day", "About P-03"])
def test_title_that_names_somebody_is_left_out(title: str) -> None:
    # given
    well = WELL.model_copy(update={"sessions": (WISH.model_copy(update={"title": title}),)})
    programme = PROGRAMME.model_copy(update={"projects": (well,)})

    # when
    (entry,) = project_entries(programme, JANUARY, project="well")

    # then
    assert entry.title == "Living well"


def test_venue_without_a_whole_position_has_none() -> None:
    # given
    programme = PROGRAMME.model_copy(
        update={"venues": (ROOM.model_copy(update={"longitude": None}),)}
    )

    # when
    (entry,) = project_entries(programme, JANUARY, project="well")

    # then
    assert (entry.latitude, entry.longitude) == (None, None)


def test_identity_of_a_session_stays_when_it_moves() -> None:
    # given
    moved = a_meeting(1, start=a_start(2), end=a_start(2) + timedelta(hours=2))

    # when
    entries = [
        project_entries(PROGRAMME, plan, project="well")[0] for plan in (JANUARY, a_plan(moved))
    ]

    # then
    assert entries[0].uid == entries[1].uid
    assert entries[0].start != entries[1].start


ASKED: list[tuple[str, Asked]] = [
    ("person", lambda code: person_entries(PROGRAMME, JANUARY, person=code)),
    ("project", lambda code: project_entries(PROGRAMME, JANUARY, project=code)),
    ("venue", lambda code: venue_entries(PROGRAMME, JANUARY, venue=code)),
]


@pytest.mark.parametrize(("kind", "ask"), ASKED)
def test_who_or_what_is_not_there_is_refused_by_name(kind: str, ask: Asked) -> None:
    with pytest.raises(CalendarError) as refused:
        ask("zzz")
    assert str(refused.value) == f'there is no {kind} "zzz" in this programme'


def test_misspelt_code_is_answered_with_the_nearest() -> None:
    with pytest.raises(CalendarError) as refused:
        person_entries(PROGRAMME, JANUARY, person="P-1")
    assert str(refused.value) == (
        'there is no person "P-1" in this programme; did you mean "P-01"?'
    )


def test_a_name_is_answered_with_its_code() -> None:
    with pytest.raises(CalendarError) as refused:
        person_entries(PROGRAMME, JANUARY, person="calum")
    assert str(refused.value) == (
        'there is no person "calum" in this programme; did you mean "P-02"?'
    )


def test_nothing_leaves_without_a_phone_number() -> None:
    with pytest.raises(CalendarError) as refused:
        project_entries(PROGRAMME.model_copy(update={"phone": ""}), JANUARY, project="well")
    assert str(refused.value) == (
        "the programme has no phone number; nothing leaves without one to ring: fill in `phone`"
    )
