"""Words for seasons and for what people keep are those a calendar knows."""

from pathlib import Path

import pytest

from constraints.balance import Balance
from scheduler.files import write_programme
from scheduler.files.checks.named import seasons_nobody_knows
from scheduler.people import Season
from scheduler.samples import ISHBEL, PROGRAMME
from tests.scheduler.files.folders import a_document, a_folder, faults_of, read, sentences_of


def with_word(tmp_path: Path, column: str, cell: str) -> Path:
    """Write the folder with one cell more for Ishbel."""
    folder = a_folder(tmp_path)
    table = folder / "people.csv"
    head, ishbel, rory = table.read_text().splitlines()
    table.write_text("\n".join((f"{head},{column}", f"{ishbel},{cell}", f"{rory},")))
    return folder


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("lambing_hil_blackface", 'did you mean "lambing_hill_blackface"?'),
        ("Lambing", 'did you mean "lambing"?'),
        ("tupping", 'did you mean "tupping_hill"?'),
        ("soft_friut 2027-06-01/2027-07-01", 'did you mean "soft_fruit"?'),
    ],
)
def test_a_season_that_is_misspelt_is_refused(tmp_path: Path, cell: str, says: str) -> None:
    """It was taken for a season nobody knows, and kept nothing clear."""
    folder = with_word(tmp_path, "seasons", cell)

    word = cell.split(maxsplit=1)[0]
    assert sentences_of(folder) == [
        f'people.csv line 2: seasons "{word}" is no season of the farming calendar; {says}'
    ]


@pytest.mark.parametrize("cell", ["regatta", "regatta 2027-05-03/"])
def test_a_season_of_their_own_needs_its_days(tmp_path: Path, cell: str) -> None:
    (says,) = sentences_of(with_word(tmp_path, "seasons", cell))

    assert says == (
        'people.csv line 2: seasons "regatta" is no season of the farming calendar; '
        "docs/programme-format.md lists those there are, or give its own first and last day, "
        'as in "regatta 2027-05-03/2027-05-08".'
    )


def test_a_season_of_their_own_with_its_days_is_read(tmp_path: Path) -> None:
    programme = read(with_word(tmp_path, "seasons", "regatta 2027-05-03/2027-05-08; lambing"))

    assert [season.activity for season in programme.people[0].seasons] == ["regatta", "lambing"]


def test_seasons_of_a_project_and_of_places_to_fill_are_looked_at_too(tmp_path: Path) -> None:
    places = '"places_to_fill": [{"code": "x", "seasons": [{"activity": "hey"}]}]'
    of_all = '"seasons": [{"activity": "shering"}]'
    document = a_document(tmp_path, '"near": "glen"', f'"near": "glen", {of_all}, {places}')

    found = faults_of(document)

    assert [field for _, _, field in found] == [
        "projects[group].places_to_fill[x].seasons[1].activity",
        "projects[group].seasons[1].activity",
    ]


def test_what_somebody_keeps_is_refused_where_it_is_almost_a_word_we_know(tmp_path: Path) -> None:
    folder = with_word(tmp_path, "keeps", "eid_al_fitrr; shabbat; the_old_fair")

    says = 'keeps "eid_al_fitrr" is in no calendar here; did you mean "eid_al_fitr"?'
    assert sentences_of(folder) == [f"people.csv line 2: {says}"]


def test_where_no_rule_reads_seasons_none_is_refused() -> None:
    person = ISHBEL.model_copy(update={"seasons": (Season(activity="regatta"),)})
    programme = PROGRAMME.model_copy(update={"people": (person,)})

    assert list(seasons_nobody_knows(programme, {"balance": Balance})) == []


def test_the_day_of_a_festival_is_named_in_a_cell_and_by_whom_people_trust(tmp_path: Path) -> None:
    """Nobody here exists, and nothing was announced."""
    folder = with_word(tmp_path, "keeps_on", "eid_al_fitr 2027-03-10")
    toml = folder / "programme.toml"
    announced = 'announced = [{festival = "eid_al_fitr", day = 2027-03-09, by = "Glen Mosque"}]\n'
    toml.write_text(announced + toml.read_text("utf-8"), "utf-8")

    programme = read(folder)
    write_programme(programme, tmp_path / "again")

    (feast,) = (each for person in programme.people for each in person.keeps_on)
    assert (feast.festival, f"{feast.day}") == ("eid_al_fitr", "2027-03-10")
    assert read(tmp_path / "again") == programme


def test_the_day_of_what_no_calendar_has_settles_nothing_and_is_refused(tmp_path: Path) -> None:
    folder = with_word(tmp_path, "keeps_on", "eid_al_fitrr 2027-03-10")

    (says,) = sentences_of(folder)

    assert says.partition("keeps_on ")[2] == (
        '"eid_al_fitrr" is in no calendar here, so its day settles nothing; '
        'did you mean "eid_al_fitr"?'
    )
