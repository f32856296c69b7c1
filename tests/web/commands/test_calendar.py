"""`commonground calendar`: which files are written, and what is refused."""

import shutil
from pathlib import Path

import pytest

from constraints import registry
from scheduler.calendars.attendance import attendance_file
from scheduler.calendars.from_plan import calendar_files
from scheduler.contact import Contact
from scheduler.files import fingerprint, read_programme
from scheduler.samples import PROGRAMME
from tests.web.conftest import Planned
from tests.web.given import written
from web.command import main
from web.plan_folder import plan_at, write_plan_folder

Said = pytest.CaptureFixture[str]


def files_of(folder: Path) -> dict[str, bytes]:
    """Return what stands in a folder, by name."""
    return {place.name: place.read_bytes() for place in folder.iterdir()}


def test_all_calendars_are_written_and_listed_with_their_readers(
    planned: Planned, tmp_path: Path, capsys: Said
) -> None:
    # when
    ending = main(["calendar", str(planned.folder), "--out", str(tmp_path / "cal")])

    # then
    plan = plan_at(planned.folder)
    expected = dict(calendar_files(PROGRAMME, plan))
    kept = dict([attendance_file(PROGRAMME, plan)])
    said = [line.partition("  ") for line in capsys.readouterr().out.splitlines()]
    assert (ending, files_of(tmp_path / "cal")) == (0, expected | kept)
    assert [name for name, _, _ in said] == list(expected)
    assert [reader for _, _, reader in said] == [
        "for the organiser alone",
        "for the whole group",
        "for the keeper of Glen Hall",
        "private, for Ishbel alone",
        "private, for Rory alone",
    ]


def test_calendars_written_twice_are_the_same(planned: Planned, tmp_path: Path) -> None:
    # when
    words = ["calendar", str(planned.folder), "--out", str(tmp_path)]
    endings = [main(words)]
    first = files_of(tmp_path)
    endings.append(main(words))

    # then
    assert (endings, files_of(tmp_path)) == ([0, 0], first)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("--for", "rory"), "private, for Rory alone"),
        (("--project", "group"), "for the whole group"),
        (("--venue", "hall"), "for the keeper of Glen Hall"),
    ],
)
def test_one_calendar_can_be_asked_for(
    asked: tuple[str, str], says: str, planned: Planned, *, tmp_path: Path, capsys: Said
) -> None:
    # when
    ending = main(["calendar", str(planned.folder), *asked, "--out", str(tmp_path)])

    # then
    (name,) = files_of(tmp_path)
    assert (ending, capsys.readouterr().out) == (0, f"{name}  {says}\n")


def test_person_nobody_knows_is_refused_and_nothing_written(
    planned: Planned, tmp_path: Path, capsys: Said
) -> None:
    # when
    out = tmp_path / "cal"
    ending = main(["calendar", str(planned.folder), "--for", "rori", "--out", str(out)])

    # then
    assert (ending, capsys.readouterr().err, out.exists()) == (
        2,
        'there is no person "rori" in this programme; did you mean "rory"?\n',
        False,
    )


def test_programme_without_a_phone_number_is_refused(
    planned: Planned, tmp_path: Path, capsys: Said
) -> None:
    # given: a plan of the same programme, but nobody to ring
    silent = PROGRAMME.model_copy(update={"phone": ""})
    plan = plan_at(planned.folder)
    certificate = plan.certificate.model_copy(update={"programme": fingerprint(silent)})
    write_plan_folder(silent, plan.model_copy(update={"certificate": certificate}), tmp_path)

    # when
    ending = main(["calendar", str(tmp_path), "--out", str(tmp_path / "cal")])

    # then
    assert (ending, capsys.readouterr().err) == (
        2,
        "the programme has no phone number; nothing leaves without one to ring: fill in `phone`\n",
    )


def test_programme_can_be_given_where_it_is_not_beside_the_plan(
    planned: Planned, tmp_path: Path
) -> None:
    # given
    shutil.copy(planned.folder / "plan.json", tmp_path / "alone.json")
    words = ["calendar", str(tmp_path / "alone.json"), "--out", str(tmp_path / "cal")]

    # when
    endings = [main(words), main([*words, "--programme", str(planned.programme)])]

    # then
    assert endings == [2, 0]
    assert len(files_of(tmp_path / "cal")) == 6


def test_programme_kept_beside_the_plan_is_the_one_it_was_made_from(tmp_path: Path) -> None:
    """Every example must come back from its folder with the same fingerprint."""
    # given
    written(PROGRAMME, tmp_path / "programme")

    # then
    again = read_programme(tmp_path / "programme", registry())
    assert fingerprint(again) == fingerprint(PROGRAMME)


def test_calendar_that_is_none_of_ours_is_not_written_over(
    planned: Planned, tmp_path: Path, capsys: Said
) -> None:
    # given
    name = calendar_files(PROGRAMME, plan_at(planned.folder))[0][0]
    (tmp_path / name).write_text("my notes")

    # when
    ending = main(["calendar", str(planned.folder), "--out", str(tmp_path)])

    # then
    assert (ending, capsys.readouterr().err, files_of(tmp_path)) == (
        2,
        "a calendar sent before cannot be read; move it away, or write to another folder\n",
        {name: b"my notes"},
    )


def test_invitations_are_written_beside_the_file_they_follow_on_from(
    planned: Planned, tmp_path: Path, capsys: Said
) -> None:
    # when
    words = ["--for", "rory", "--invites", "--out", str(tmp_path)]
    ending = main(["calendar", str(planned.folder), *words])

    # then
    said = capsys.readouterr().out.splitlines()
    assert (ending, sorted(files_of(tmp_path))) == (
        0,
        sorted(line.partition("  ")[0] for line in said),
    )
    assert [line.partition("  ")[2] for line in said] == [
        "private, for Rory alone",
        "private, for Rory alone, an invitation",
    ]
    assert [content.count(b"METHOD:REQUEST") for content in files_of(tmp_path).values()].count(
        1
    ) == 1


def test_dates_in_reserve_are_shown_where_they_are_asked_for(
    planned: Planned, tmp_path: Path
) -> None:
    # when
    words = ["--project", "group", "--out"]
    main(["calendar", str(planned.folder), *words, str(tmp_path / "one")])
    main(["calendar", str(planned.folder), "--reserves", *words, str(tmp_path / "two")])

    # then
    kept = [
        content.count(b"STATUS:TENTATIVE")
        for name in ("one", "two")
        for content in files_of(tmp_path / name).values()
    ]
    assert kept[1] == kept[0] + 1


def test_who_chose_other_ways_is_named_and_has_a_file_only_if_asked_for(
    planned: Planned, tmp_path: Path, capsys: Said
) -> None:
    # given
    ishbel, rory = PROGRAMME.people
    chosen = ishbel.model_copy(update={"contact": Contact(ways=("letter",))})
    programme = PROGRAMME.model_copy(update={"people": (chosen, rory)})
    plan = plan_at(planned.folder)
    certificate = plan.certificate.model_copy(update={"programme": fingerprint(programme)})
    write_plan_folder(programme, plan.model_copy(update={"certificate": certificate}), tmp_path)

    # when
    main(["calendar", str(tmp_path), "--out", str(tmp_path / "all")])
    told = capsys.readouterr().err.splitlines()
    main(["calendar", str(tmp_path), "--for", "ishbel", "--out", str(tmp_path / "one")])

    # then
    assert told[-1] == (
        "No calendar for Ishbel: they chose other ways. --for makes one if they ask."
    )
    assert (len(files_of(tmp_path / "all")), len(files_of(tmp_path / "one"))) == (5, 1)
