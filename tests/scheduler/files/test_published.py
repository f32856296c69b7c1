"""Timetables a programme names: found, read, and refused where they no longer hold."""

from pathlib import Path

import pytest

from constraints import registry
from scheduler.changed import changed
from scheduler.errors import ProgrammeError
from scheduler.facts import NO
from scheduler.files import read_programme, write_programme
from scheduler.files.published import located_as
from scheduler.journeys import Timetable
from scheduler.people import Travel
from scheduler.plan_changes import FieldSet, PlanChange
from scheduler.programme import Programme
from scheduler.samples import HALL, ISHBEL, PROGRAMME, at, on
from scheduler.ways import way_for
from tests.scheduler.timetables.feeds import altered, write_feed

ON_FOOT = ISHBEL.model_copy(update={"travel": Travel(car=NO)})
FAR = HALL.model_copy(update={"code": "far", "name": "Town Hall", "place": "town"})
TIME = (at("Tuesday 4 May 2027 10:00"), at("Tuesday 4 May 2027 12:50"))


def named(*files: str, **changed_fields: object) -> Programme:
    """Return the invented programme with timetables."""
    timetables = tuple(Timetable(file=file) for file in files)
    return PROGRAMME.model_copy(
        update={"venues": (HALL, FAR), "timetables": timetables, **changed_fields}
    )


def read_back(programme: Programme, place: Path) -> Programme:
    write_programme(programme, place)
    return read_programme(place, registry())


def refused(programme: Programme, place: Path) -> list[str]:
    with pytest.raises(ProgrammeError) as caught:
        read_back(programme, place)
    return [fault.says for fault in caught.value.faults]


@pytest.mark.parametrize("form", ["programme.json", "."])
def test_a_timetable_is_found_beside_the_programme(tmp_path: Path, form: str) -> None:
    write_feed(tmp_path / "feed")

    programme = read_back(named("feed"), tmp_path / form)

    assert way_for(programme, ON_FOOT, FAR, time=TIME).leaves == at("Tuesday 4 May 2027 09:00")


def test_a_timetable_for_every_programme_is_found_in_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    write_feed(shared / "feed")
    monkeypatch.setenv("COMMONGROUND_TIMETABLES", str(shared))

    programme = read_back(named("feed"), tmp_path / "programme.json")

    assert programme.timetables[0].path == shared / "feed"


def test_a_timetable_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refused(named("feed.zip"), tmp_path / "programme.json") == [
        "feed.zip is not there; name a folder or a .zip with a timetable feed in it."
    ]


@pytest.mark.parametrize("file", ["../feed", "/etc/passwd", ".hidden", "a/b"])
def test_a_timetable_is_never_looked_for_elsewhere(file: str) -> None:
    with pytest.raises(ValueError, match="should match pattern"):
        Timetable(file=file)


def test_an_expired_timetable_is_refused_with_what_to_do(tmp_path: Path) -> None:
    write_feed(tmp_path / "feed")
    autumn = named(
        "feed", first_day=on("Monday 6 September 2027"), last_day=on("Friday 1 October 2027")
    )

    assert refused(autumn, tmp_path / "programme.json") == [
        "feed ended on Wednesday 30 June 2027, before the programme begins; take the newest one."
    ]


def test_a_timetable_that_begins_too_late_is_refused(tmp_path: Path) -> None:
    write_feed(tmp_path / "feed")
    winter = named("feed", last_day=on("Friday 26 February 2027"))

    assert refused(winter, tmp_path / "programme.json") == [
        "feed begins on Monday 1 March 2027, after the programme ends; take the one before it."
    ]


def test_everything_wrong_with_a_timetable_is_said(tmp_path: Path) -> None:
    write_feed(tmp_path / "feed", **altered("routes", "r1,252,3", "r1,252,bus"))

    assert refused(named("feed"), tmp_path / "programme.json") == [
        (
            'routes.txt line 2: route_type "bus" is no number of a kind of route; '
            "see the GTFS reference."
        )
    ]


def test_timetables_without_a_day_in_common_are_refused(tmp_path: Path) -> None:
    write_feed(tmp_path / "early", **altered("feed_info", "20270630", "20270331"))
    write_feed(tmp_path / "late", **altered("feed_info", "20270301", "20270501"))

    assert refused(named("early", "late"), tmp_path / "programme.json") == [
        "timetables have no day in common; take the newest of each."
    ]


def test_after_a_change_timetables_are_still_found(tmp_path: Path) -> None:
    write_feed(tmp_path / "feed")
    programme = read_back(named("feed"), tmp_path / "programme.json")
    change = PlanChange(fields=(FieldSet(field="name", value="Another name"),))

    made = changed(programme, change, registry(), file="change.json")

    assert made.timetables[0].path == tmp_path / "feed"


def test_a_programme_without_timetables_has_none_to_find() -> None:
    assert located_as(PROGRAMME, PROGRAMME) is PROGRAMME
