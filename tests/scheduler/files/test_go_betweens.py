"""Go-betweens are told of once each, and projects name those they tell of."""

from pathlib import Path

import pytest

from scheduler.facts import Answer
from scheduler.files import write_programme
from tests.scheduler.files.folders import a_folder, read, sentences_of


def a_programme(tmp_path: Path, *told: str, named: str) -> Path:
    """Write a folder with some go-betweens and those a project names."""
    listed = ", ".join(f'{{code = "{code}", asked = "yes"}}' for code in told)
    return a_folder(
        tmp_path,
        programme=(
            (
                'phone = "01632 960001"\nfirst_day = 2027-01-04\nlast_day = 2027-06-30\n\n'
                '[[projects]]\ncode = "group"\n'
            ),
            (
                'phone = "01632 960001"\nfirst_day = 2027-01-04\nlast_day = 2027-06-30\n'
                f"go_betweens = [{listed}]\n\n"
                f'[[projects]]\ncode = "group"\ngo_betweens = [{named}]\n'
            ),
        ),
    )


def test_they_are_read_and_written_back(tmp_path: Path) -> None:
    programme = read(a_programme(tmp_path, "fatima", named='"fatima"'))

    write_programme(programme, tmp_path / "again")

    assert [(each.code, each.asked) for each in programme.go_betweens] == [("fatima", Answer.YES)]
    assert read(tmp_path / "again") == programme


@pytest.mark.parametrize(
    ("told", "named", "says"),
    [
        (
            ("fatima",),
            '"fatma"',
            (
                'projects[group].go_betweens[1] "fatma" is no go-between of this programme; '
                'did you mean "fatima"?'
            ),
        ),
        (
            ("fatima", "Fatima"),
            '"fatima"',
            'go_betweens[Fatima].code "Fatima" stands twice; keep one.',
        ),
        (
            ("fatima",),
            '"fatima", "fatima"',
            'projects[group].go_betweens[2] "fatima" stands twice; keep one.',
        ),
    ],
)
def test_each_fault_is_refused_with_what_to_do(
    tmp_path: Path, told: tuple[str, ...], named: str, says: str
) -> None:
    sentences = sentences_of(a_programme(tmp_path, *told, named=named))

    assert [sentence.partition(": ")[2] for sentence in sentences] == [says]


def test_nobody_is_called_unknown_where_a_code_could_not_be_read(tmp_path: Path) -> None:
    sentences = sentences_of(a_programme(tmp_path, "no code", named='"fatima"'))

    assert len(sentences) == 1
    assert "go_betweens[no code].code" in sentences[0]
