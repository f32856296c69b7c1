"""Busy times from a calendar in a programme: put in, replaced by themselves, and taken back."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from constraints import registry
from scheduler.errors import ProgrammeError
from scheduler.files import read_programme, write_programme
from scheduler.files.busy_record import RECORD, read_record, times_from
from scheduler.files.busy_saved import save_busy
from scheduler.people import Person, Times
from scheduler.samples import PROGRAMME
from scheduler.words import Days, Spell

FIRST = PROGRAMME.people[0].code
TYPED = Spell(
    start=datetime(2027, 6, 8, 10, tzinfo=UTC),
    end=datetime(2027, 6, 8, 11, tzinfo=UTC),
)
AWAY = Days(first=date(2027, 6, 21), last=date(2027, 6, 22))


def hour(day: int) -> tuple[datetime, datetime]:
    """Return an hour of a day of June 2027, in UTC."""
    start = datetime(2027, 6, day, 10, tzinfo=UTC)
    return start, start + timedelta(hours=1)


def spell(day: int) -> Spell:
    """Return the same as a programme has it."""
    start, end = hour(day)
    return Spell(start=start, end=end)


def kept_at(place: Path) -> Path:
    """Write a programme in which somebody has typed a busy time, and return where."""
    person = PROGRAMME.people[0].model_copy(update={"times": Times(busy=(TYPED,))})
    people = (person, *PROGRAMME.people[1:])
    write_programme(PROGRAMME.model_copy(update={"people": people}), place)
    return place


@pytest.fixture(params=["folder", "programme.json"])
def programme(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return where a programme is: a folder, or a document."""
    return kept_at(tmp_path / request.param)


def person_at(place: Path) -> Person:
    """Return the person as the programme has them now."""
    return read_programme(place, registry()).people[0]


def put_in(place: Path, *days: int, calendar: str = "work", away: tuple[Days, ...] = ()) -> int:
    """Put hours of some days in, and return how many were added."""
    new = times_from(FIRST, calendar, busy=map(hour, days), away=away)
    return save_busy(place, new, registry()).added


def test_times_are_put_in_beside_those_that_were_typed(programme: Path) -> None:
    added = put_in(programme, 1, 2, away=(AWAY,))

    times = person_at(programme).times
    assert (added, times.busy, times.away) == (3, (TYPED, spell(1), spell(2)), (AWAY,))


def test_coming_again_replaces_only_what_came_from_the_same_calendar(programme: Path) -> None:
    put_in(programme, 1, 2, away=(AWAY,))
    put_in(programme, 3, calendar="home")

    put_in(programme, 4)

    times = person_at(programme).times
    assert (times.busy, times.away) == ((TYPED, spell(3), spell(4)), ())


def test_what_was_typed_already_stays_when_the_calendar_no_longer_says_it(programme: Path) -> None:
    put_in(programme, 8)

    put_in(programme)

    assert person_at(programme).times.busy == (TYPED,)


def test_what_stood_there_before_can_be_put_back(programme: Path) -> None:
    before = person_at(programme)
    saved = save_busy(programme, times_from(FIRST, "work", busy=[hour(1)]), registry())
    place = programme / "people.csv" if programme.is_dir() else programme

    saved.backup.replace(place)

    assert person_at(programme) == before


def test_no_other_cell_of_a_table_changes(tmp_path: Path) -> None:
    folder = kept_at(tmp_path / "folder")
    before = read_programme(folder, registry())

    put_in(folder, 1)

    after = read_programme(folder, registry())
    assert after.people[1:] == before.people[1:]
    assert after.model_copy(update={"people": before.people}) == before


def test_a_person_who_is_not_there_is_named_and_nothing_is_written(programme: Path) -> None:
    new = times_from("nobody", "work", busy=[hour(1)])

    with pytest.raises(ProgrammeError) as refused:
        save_busy(programme, new, registry())

    assert 'people: code "nobody" is nobody of this programme' in str(refused.value)
    assert not [*programme.parent.rglob(f"*{RECORD}")]


def test_a_person_who_stands_in_the_toml_is_not_touched(tmp_path: Path) -> None:
    folder = kept_at(tmp_path / "folder")
    (folder / "people.csv").write_text("code\nsomebody\n")
    toml = folder / "programme.toml"
    toml.write_text(f'{toml.read_text()}\n[[people]]\ncode = "{FIRST}"\n')
    for other in PROGRAMME.people[1:]:
        toml.write_text(f'{toml.read_text()}\n[[people]]\ncode = "{other.code}"\n')

    with pytest.raises(ProgrammeError) as refused:
        put_in(folder, 1)

    assert str(refused.value) == (
        f'people.csv: code does not hold "{FIRST}"; nothing was put in, so type the times by hand.'
    )


def test_times_are_whole_minutes_and_never_shorter_than_they_are() -> None:
    start = datetime(2027, 6, 1, 9, 0, 30, tzinfo=UTC)

    found = times_from(FIRST, "work", busy=[(start, start + timedelta(minutes=1))])

    assert [(each.start, each.end) for each in found.busy] == [
        (datetime(2027, 6, 1, 9, 0, tzinfo=UTC), datetime(2027, 6, 1, 9, 2, tzinfo=UTC))
    ]


def test_a_record_that_cannot_be_read_says_what_to_do(tmp_path: Path) -> None:
    record = tmp_path / RECORD
    record.write_text("{")

    with pytest.raises(ProgrammeError) as refused:
        read_record(record)

    assert str(refused.value) == (
        "imported-busy.json cannot be read; take it away, and busy times it tells of "
        "count as typed."
    )
