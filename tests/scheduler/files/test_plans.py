"""Plans are written whole and read back the same."""

from datetime import date
from pathlib import Path

import pytest

from scheduler.errors import ProgrammeError
from scheduler.files import read_plan, write_plan
from scheduler.plan import Absent, Certificate, Chosen, Coming, Level, Outcome, Plan, Task, WayTaken
from scheduler.samples import at

PLAN = Plan(
    programme="An invented programme",
    possible=True,
    final=False,
    order=(Level(name="sessions missed", value=(0, 1), bound=(0, 1), proven=True),),
    sessions=(
        Chosen(
            project="group",
            number=1,
            start=at("Tuesday 8 June 2027 11:00"),
            end=at("Tuesday 8 June 2027 13:00"),
            venue="hall",
            coming=(
                Coming(person="ishbel", way=WayTaken(by="car", out_minutes=20, back_minutes=20)),
            ),
            absent=(Absent(person="rory", reasons=("Rory is at work.",)),),
            tasks=(Task(due=date(2027, 5, 4), what="Book the Mòine room"),),
        ),
    ),
    people=(Outcome(person="ishbel", project="group", wanted=1, able=1),),
    certificate=Certificate(
        programme="0" * 64,
        versions={"commonground": "0.1.0"},
        settings={"spacing": {"least_days": 7}},
    ),
)


def written(tmp_path: Path, plan: Plan = PLAN) -> Path:
    """Write a plan and return where."""
    path = tmp_path / "plan.json"
    write_plan(plan, path)
    return path


def test_plan_comes_back(tmp_path: Path) -> None:
    assert read_plan(written(tmp_path)) == PLAN


def test_plan_is_written_the_same_again(tmp_path: Path) -> None:
    first = written(tmp_path).read_bytes()

    again = written(tmp_path, read_plan(tmp_path / "plan.json")).read_bytes()

    assert again == first
    assert [file.name for file in tmp_path.iterdir()] == ["plan.json"]


def test_plan_is_text_people_can_read(tmp_path: Path) -> None:
    lines = written(tmp_path).read_text(encoding="utf-8").split("\n")

    assert lines[:2] == ["{", ' "programme": "An invented programme",']
    assert lines[-2:] == ["}", ""]
    assert '   "start": "2027-06-08T11:00:00+01:00",' in lines
    assert '     "what": "Book the Mòine room",' in lines


def test_settings_in_no_order_are_written_in_order(tmp_path: Path) -> None:
    settings = {
        "keep_clear": {"kinds": frozenset({"pub", "bar", "hotel"}), "from": date(2027, 1, 4)}
    }
    certificate = PLAN.certificate.model_copy(update={"settings": settings})

    path = written(tmp_path, PLAN.model_copy(update={"certificate": certificate}))

    assert read_plan(path).certificate.settings == {
        "keep_clear": {"kinds": ["bar", "hotel", "pub"], "from": "2027-01-04"}
    }


def test_setting_that_json_has_no_word_for_is_not_written(tmp_path: Path) -> None:
    certificate = PLAN.certificate.model_copy(update={"settings": {"spacing": {"days": 1j}}})

    with pytest.raises(TypeError, match=r"1j cannot be saved: JSON has no complex"):
        written(tmp_path, PLAN.model_copy(update={"certificate": certificate}))

    assert list(tmp_path.iterdir()) == []


def test_plan_with_faults_is_refused_with_every_one(tmp_path: Path) -> None:
    path = written(tmp_path)
    text = path.read_text().replace('"possible": true', '"possible": "yes"')
    path.write_text(text.replace('"venue": "hall",', '"place": "hall",'))

    with pytest.raises(ProgrammeError) as refused:
        read_plan(path)

    assert sorted(fault.field for fault in refused.value.faults) == [
        "possible",
        "sessions[1].place",
        "sessions[1].venue",
    ]


def test_plan_with_days_of_no_age_or_on_no_clock_is_refused(tmp_path: Path) -> None:
    """A session in the year 1 ended the audit with an OverflowError and a page of code."""
    path = written(tmp_path)
    text = path.read_text().replace("2027-06-08T11:00:00+01:00", "0001-01-01T00:00:00+01:00")
    path.write_text(text.replace("2027-06-08T13:00:00+01:00", "2027-06-08T13:00:00"))

    with pytest.raises(ProgrammeError) as refused:
        read_plan(path)

    assert [fault.says.partition(": ")[2] for fault in refused.value.faults] == [
        (
            'sessions[1].start "0001-01-01 00:00:00+01:00" '
            "is in no year from 1990 to 2100; correct it."
        ),
        (
            'sessions[1].end "2027-06-08T13:00:00" has no offset; '
            "write one such as 2027-05-04T10:00:00+01:00."
        ),
    ]


def test_plan_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProgrammeError, match=r"^plan.json is not there; check the name"):
        read_plan(tmp_path / "plan.json")
