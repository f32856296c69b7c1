"""The site of a session is a place of the programme."""

from pathlib import Path

from tests.scheduler.files.folders import a_folder, read, sentences_of

LENGTH = "length_minutes = 120\n"


def test_any_word_for_a_place_will_do(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, programme=(LENGTH, f'{LENGTH}site = "the glen"\n'))

    assert read(folder).projects[0].sessions[0].site == "the glen"


def test_a_site_that_is_no_place_is_refused(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, programme=(LENGTH, f'{LENGTH}site = "glenn"\n'))

    assert sentences_of(folder) == [
        (
            'programme.toml line 13: projects[group].sessions[1].site "glenn" is no place of this '
            'programme; did you mean "glen"?'
        )
    ]


def test_nothing_is_called_unknown_where_a_place_could_not_be_read(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        programme=(LENGTH, f'{LENGTH}site = "glenn"\n'),
        places=("glen,", ","),
        people=(",glen,", ",,"),
        venues=(",glen,", ",,"),
    )

    assert sentences_of(folder) == ["places.csv line 2: code is missing; give it."]
