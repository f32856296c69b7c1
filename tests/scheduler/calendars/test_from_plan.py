"""The calendar files of a whole plan: read by three readers, and telling nobody of anybody else."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scheduler.calendars.entry import CalendarError, is_session
from scheduler.calendars.from_plan import CalendarFile, PlanCalendars, Reader, calendar_files
from tests.readers.readers import Reader as Program
from tests.readers.readers import Verdict
from tests.scheduler.calendars.plans import (
    PROGRAMME,
    a_meeting,
    a_plan,
    a_start,
)

YEAR = PlanCalendars(PROGRAMME, a_plan())
FILES: dict[str, CalendarFile] = {
    "project": YEAR.of(Reader("project", "well")),
    "Morag": YEAR.of(Reader("person", "P-01")),
    "Calum": YEAR.of(Reader("person", "P-02")),
    "Eilidh": YEAR.of(Reader("person", "P-03")),
    "hall": YEAR.of(Reader("venue", "hall")),
}
MONTHS = {
    "project": range(1, 13),
    "Morag": range(1, 13),
    "Calum": range(7, 13),
    "Eilidh": range(1, 13),
    "hall": range(1, 13),
}
ROOM_TIME = {"hall": (timedelta(minutes=30), timedelta(minutes=15))}
NOTHING_MORE = (timedelta(0), timedelta(0))
EACH_FILE = pytest.mark.parametrize("whose", FILES)


def expected(whose: str) -> list[tuple[datetime, datetime]]:
    """Return when each session of a file begins and ends, in UTC."""
    before, after = ROOM_TIME.get(whose, NOTHING_MORE)
    times = [  # April to October on summer time, an hour ahead of UTC
        (start - before, start + timedelta(minutes=150) + after)
        for month in MONTHS[whose]
        for start in [datetime(2027, month, 15, 9 if 4 <= month <= 10 else 10, 30, tzinfo=UTC)]
    ]
    if whose == "Morag":  # Tuesday 16 March 2027, in her other project
        other = datetime(2027, 3, 16, 10, 30, tzinfo=UTC)
        times.append((other, other + timedelta(minutes=60)))
    return sorted(times)


@EACH_FILE
def test_three_readers_find_the_same_moments(whose: str, reader: Program, tmp_path: Path) -> None:
    # given
    file = tmp_path / FILES[whose][0]
    file.write_bytes(FILES[whose][1])

    # when
    read = [each for each in reader(file) if whose == "hall" or is_session(each.uid)]

    # then
    assert sorted((session.start, session.end) for session in read) == expected(whose)


@EACH_FILE
def test_files_keep_the_rules_of_rfc_5546(whose: str, verdict: Callable[[bytes], Verdict]) -> None:
    assert verdict(FILES[whose][1]) == Verdict(within_rules=True, errors=())


def test_person_who_comes_to_nothing_has_a_file_within_the_rules_too(
    verdict: Callable[[bytes], Verdict],
) -> None:
    # given
    calendars = PlanCalendars(PROGRAMME, a_plan(a_meeting(1)))

    # then
    assert verdict(calendars.of(Reader("person", "P-02"))[1]) == Verdict(
        within_rules=True, errors=()
    )


SECRETS = [
    "A private name",
    "Among organisers",
    "private day",
    "rather not",
    "step-free",
    "hearing loop",
    "BSL",
    "eid",
    "Glen Council",
    "professional",
    "W-1",
    "said so",
]
NAMES = {
    "Morag": ["Morag", "P-01"],
    "Calum": ["Calum", "P-02"],
    "Eilidh": ["P-03"],
    "nobody": ["Place to fill", "P-04"],
}


@EACH_FILE
def test_file_tells_nothing_of_anybody_else_and_no_reason_of_anybody(whose: str) -> None:
    # given
    name, content = FILES[whose]
    text = f"{name}\n{content.decode().replace(chr(13) + chr(10) + ' ', '')}"
    others = [each for owner, names in NAMES.items() if owner != whose for each in names]

    # when
    told = [word for word in (*others, *SECRETS) if re.search(rf"\b{word}\b", text, re.IGNORECASE)]

    # then
    assert told == []


def test_every_reader_has_one_the_organiser_and_the_venue_too() -> None:
    # when
    names = [name for name, _ in calendar_files(PROGRAMME, a_plan())]

    # then
    kinds = [name.partition("-")[0] for name in names]
    assert kinds == ["organiser", "project", "project", "venue", "person", "person", "person"]
    assert len(set(names)) == 7


def test_file_names_say_their_kind_and_a_key_that_cannot_be_read() -> None:
    assert [
        bool(re.fullmatch(r"[a-z]+-[0-9a-f]{12}\.ics", name)) for name, _ in FILES.values()
    ] == [True] * 5


@pytest.mark.parametrize(
    ("asked", "whose"),
    [
        (Reader("person", "P-01"), "Morag"),
        (Reader("project", "well"), "project"),
        (Reader("venue", "hall"), "hall"),
    ],
)
def test_one_calendar_can_be_asked_for(asked: Reader, whose: str) -> None:
    assert calendar_files(PROGRAMME, a_plan(), asked) == (FILES[whose],)


def test_same_plan_gives_the_same_bytes() -> None:
    assert calendar_files(PROGRAMME, a_plan()) == calendar_files(PROGRAMME, a_plan())


def test_nothing_is_written_without_a_phone_number() -> None:
    with pytest.raises(CalendarError):
        calendar_files(PROGRAMME.model_copy(update={"phone": ""}), a_plan())


def test_calendar_that_follows_itself_is_the_same() -> None:
    # given
    sent = dict(calendar_files(PROGRAMME, a_plan()))

    # then
    assert dict(PlanCalendars(PROGRAMME, a_plan(), sent).all()) == sent


def test_calendar_counts_every_change_and_keeps_what_is_called_off(
    reader: Program, tmp_path: Path
) -> None:
    # given: January, then January an hour later, then nothing of January but February
    later = a_meeting(1, start=a_start(1) + timedelta(hours=1))
    sent: dict[str, bytes] = {}

    # when
    written = []
    for plan in (a_plan(a_meeting(1)), a_plan(later), a_plan(a_meeting(2))):
        name, content = PlanCalendars(PROGRAMME, plan, sent).of(Reader("project", "well"))
        sent[name] = content
        written.append(re.findall(r"^(?:SEQUENCE|STATUS):(\w+)", content.decode(), re.MULTILINE))
    file = tmp_path / "last.ics"
    file.write_bytes(content)

    # then
    assert written == [
        ["0", "CONFIRMED"],
        ["1", "CONFIRMED"],
        ["2", "CANCELLED", "0", "CONFIRMED"],
    ]
    assert sorted(session.start for session in reader(file)) == [
        datetime(2027, 1, 15, 11, 30, tzinfo=UTC),
        datetime(2027, 2, 15, 10, 30, tzinfo=UTC),
    ]


def test_a_room_that_is_no_longer_needed_is_told_so() -> None:
    """Its calendar once stayed as it was: the room was kept for nobody."""
    sent = dict(calendar_files(PROGRAMME, a_plan()))
    nothing = a_plan().model_copy(update={"sessions": ()})

    calendars = PlanCalendars(PROGRAMME, nothing, sent)

    entries = calendars.entries_for(Reader("venue", "hall"))
    assert Reader("venue", "hall") in calendars.readers()
    assert {entry.status for entry in entries} == {"CANCELLED"}


def test_what_nobody_of_a_plan_follows_any_more_is_named() -> None:
    stray = {"venue-0123456789ab.ics": b"", "notes.ics": b""}

    calendars = PlanCalendars(
        PROGRAMME, a_plan(), dict(calendar_files(PROGRAMME, a_plan())) | stray
    )

    assert calendars.left_behind() == ("venue-0123456789ab.ics",)
