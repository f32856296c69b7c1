"""`commonground print`: which sheets are written for whom, and what is left out."""

from pathlib import Path

import pytest

from scheduler.calendars.feeds import coded
from scheduler.contact import Contact
from scheduler.files import fingerprint
from scheduler.papers.record import person_record
from scheduler.papers.sheets import sheet_of
from scheduler.samples import ISHBEL, PROGRAMME, RORY
from tests.web.conftest import Planned
from web.command import main
from web.plan_folder import plan_at, write_plan_folder

Said = pytest.CaptureFixture[str]
CHOSE = ISHBEL.model_copy(update={"contact": Contact(ways=("text message",))})
PRINTED = PROGRAMME.model_copy(update={"people": (CHOSE, RORY)})


@pytest.fixture
def chosen(planned: Planned, tmp_path: Path) -> Path:
    """Return the invented plan, as of a programme in which Ishbel chose text messages."""
    plan = plan_at(planned.folder)
    certificate = plan.certificate.model_copy(update={"programme": fingerprint(PRINTED)})
    write_plan_folder(PRINTED, plan.model_copy(update={"certificate": certificate}), tmp_path)
    return tmp_path


def listed(said: str) -> list[str]:
    """Return the kinds of sheets that are listed, with for whom they are."""
    rows = [line.split("  ") for line in said.splitlines()]
    return [f"{row[0].partition('-')[0]} {row[1]}" for row in rows]


def test_everybody_has_what_they_chose_and_the_group_its_poster(chosen: Path, capsys: Said) -> None:
    # when
    ending = main(["print", str(chosen), "--out", str(chosen / "paper")])

    # then
    assert (ending, listed(capsys.readouterr().out)) == (
        0,
        [
            "poster for everybody, of Living well",
            "radio for everybody, of Living well",
            "text private, for Ishbel alone",
            "card private, for Rory alone",
            "large private, for Rory alone",
        ],
    )


def test_file_holds_the_sheet_and_its_name_says_nothing(chosen: Path) -> None:
    # when
    main(["print", str(chosen), "--for", "ishbel", "--out", str(chosen / "paper")])

    # then
    (file,) = (chosen / "paper").iterdir()
    expected = sheet_of(person_record(PRINTED, plan_at(chosen), "ishbel"), "text").text()
    assert file.name == coded("text", f"{PRINTED.name}/ishbel") + ".txt"
    assert file.read_text("utf-8") == expected


def test_page_to_print_loads_nothing_from_elsewhere(chosen: Path) -> None:
    # when
    words = ["--for", "rory", "--as", "card", "--out", str(chosen / "paper")]
    main(["print", str(chosen), *words])

    # then
    (file,) = (chosen / "paper").iterdir()
    text = file.read_text("utf-8")
    assert (text.count("<article"), text.count("http"), text.count("src=")) == (1, 0, 0)
    assert text.startswith("<!DOCTYPE html>")


def test_another_way_is_made_where_person_and_sheet_are_named(chosen: Path, capsys: Said) -> None:
    # when
    words = ["--for", "ishbel", "--as", "letter", "--out", str(chosen / "paper")]
    ending = main(["print", str(chosen), *words])

    # then
    assert (ending, listed(capsys.readouterr().out)) == (0, ["letter private, for Ishbel alone"])


def test_way_nobody_chose_is_refused_and_nothing_written(chosen: Path, capsys: Said) -> None:
    # when
    ending = main(["print", str(chosen), "--as", "letter", "--out", str(chosen / "paper")])

    # then
    assert (ending, capsys.readouterr().err, (chosen / "paper").exists()) == (
        2,
        "nothing is to be written: nobody chose this way; --for with --as makes it if they ask\n",
        False,
    )
