"""Titles and directions that a group reads should name nobody, by whatever part of a name."""

import pytest

from scheduler.go_betweens import GoBetween
from scheduler.names_shown import SHOWN, names_in, names_shown
from scheduler.programme import Programme
from scheduler.samples import HALL, ISHBEL, PROGRAMME, RORY, WISH
from scheduler.workers import Worker

NAMED = PROGRAMME.model_copy(
    update={
        "people": (
            ISHBEL.model_copy(update={"name": "Mary-Ann MacAskill"}),
            RORY.model_copy(update={"name": "Rory Smith-Jones"}),
        ),
        "workers": (Worker(code="w1", name="Catriona Bain"),),
        "go_betweens": (GoBetween(code="g1", name="Fatima"),),
    }
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mary-Ann MacAskill's garden", ("Mary-Ann MacAskill",)),
        ("Tea with mary-ann", ("Mary-Ann MacAskill",)),
        ("Ann's story", ("Mary-Ann MacAskill",)),
        ("The Jones day", ("Rory Smith-Jones",)),
        ("Catriona shows us round", ("Catriona Bain",)),
        ("Fatima and Rory", ("Rory Smith-Jones", "Fatima")),
        ("What ishbel knows", ("Mary-Ann MacAskill",)),
        ("Annual meeting in Bainsford", ()),
        ("", ()),
    ],
)
def test_a_name_is_met_whole_as_first_name_or_as_part_of_one_with_a_hyphen(
    text: str, names: tuple[str, ...]
) -> None:
    """Only whole names of members were met: "Tea with Catriona" went to the whole group."""
    assert names_in(NAMED, text) == names


def test_what_the_group_reads_is_told_with_its_file_and_field() -> None:
    title, directions = names_shown(_showing("Tea with Rory", "Ring\nCatriona at the door."))

    assert title == (
        'programme.toml: projects[group].sessions[1].title "Tea with Rory" may name '
        f"Rory Smith-Jones, and {SHOWN}."
    )
    assert directions == (
        'venues.csv: venues[hall].directions "Ring Catriona at the door." may name '
        f"Catriona Bain, and {SHOWN}."
    )


def _showing(title: str, directions: str) -> Programme:
    hall = HALL.model_copy(update={"directions": directions})
    project = NAMED.projects[0].model_copy(
        update={"sessions": (WISH.model_copy(update={"title": title}),)}
    )
    return NAMED.model_copy(update={"venues": (hall,), "projects": (project,)})
