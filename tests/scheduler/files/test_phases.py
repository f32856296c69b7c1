"""Phases of the work are refused where they are told twice, out of order or with wrong days."""

from pathlib import Path

import pytest

from scheduler.files import write_programme
from tests.scheduler.files.folders import a_folder, read, sentences_of

WISHES = """\
[[projects.sessions]]
length_minutes = 120
"""
TOLD = """\
[[projects.phases]]
name = "recruit"
first_day = 2027-01-11
last_day = 2027-02-12

[projects.phases.constraints.lambing]
grace_days = 7

[[projects.phases]]
name = "workshops"
first_day = 2027-02-15
last_day = 2027-05-28

[[projects.sessions]]
phase = "recruit"

[[projects.sessions]]
length_minutes = 120
"""


def a_project_in_phases(tmp_path: Path, good: str = "", bad: str = "") -> Path:
    """Write a folder with two phases, one text of them put in place of another."""
    assert good in TOLD
    return a_folder(tmp_path, programme=(WISHES, TOLD.replace(good, bad, 1)))


def test_phases_are_read_and_written_back(tmp_path: Path) -> None:
    programme = read(a_project_in_phases(tmp_path))

    write_programme(programme, tmp_path / "again")

    project = programme.projects[0]
    assert [phase.name for phase in project.phases] == ["recruit", "workshops"]
    assert [session.phase for session in project.sessions] == ["recruit", None]
    assert project.phases[0].constraints == {"lambing": {"grace_days": 7}}
    assert read(tmp_path / "again") == programme


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        (
            'name = "workshops"',
            'name = "recruit"',
            (
                'projects[group].phases[2].name "recruit" cannot follow "recruit"; '
                "the order is recruit, prepare, workshops, share back, each once."
            ),
        ),
        (
            'phase = "recruit"',
            'phase = "share back"',
            (
                'projects[group].sessions[2].phase "workshops" cannot follow a session of '
                '"share back"; the order is recruit, prepare, workshops, share back.'
            ),
        ),
        (
            "2027-02-12",
            "2027-01-10",
            (
                'projects[group].phases[1].last_day "2027-01-10" is before first_day 2027-01-11; '
                "swap them or correct one."
            ),
        ),
        (
            "2027-02-15",
            "2027-01-10",
            (
                'projects[group].phases[2].first_day "2027-01-10" is before '
                'first_day 2027-01-11 of "recruit"; phases come in order.'
            ),
        ),
        (
            "first_day = 2027-02-15\nlast_day = 2027-05-28",
            "first_day = 2027-07-01",
            (
                'projects[group].phases[2].first_day "2027-07-01" is after the '
                "programme's last day 2027-06-30; correct one."
            ),
        ),
        (
            "first_day = 2027-01-11\nlast_day = 2027-02-12",
            "last_day = 2027-01-03",
            (
                'projects[group].phases[1].last_day "2027-01-03" is before the '
                "programme's first day 2027-01-04; correct one."
            ),
        ),
        (
            "constraints.lambing]\ngrace_days = 7",
            "constraints.one_place_at_a_time]\npeople_gap_minutes = 30",
            (
                "projects[group].phases[1].constraints.one_place_at_a_time "
                '"one_place_at_a_time" holds for the whole series, so it cannot differ by phase; '
                "set it for the project."
            ),
        ),
        (
            "constraints.lambing]",
            "constraints.lamming]",
            (
                "projects[group].phases[1].constraints.lamming is no constraint; "
                'did you mean "lambing"?'
            ),
        ),
        (
            "grace_days = 7",
            "grace_day = 7",
            (
                'projects[group].phases[1].constraints.lambing.grace_day "7" is no setting of this '
                'constraint; did you mean "grace_days"?'
            ),
        ),
    ],
)
def test_each_fault_is_refused_with_what_to_do(
    tmp_path: Path, good: str, bad: str, says: str
) -> None:
    folder = a_project_in_phases(tmp_path, good, bad)

    sentences = [sentence.partition(": ")[2] for sentence in sentences_of(folder)]

    assert sentences == [says]
