"""A town's own great days are kept by its projects and its halls."""

from datetime import date

import pytest

from constraints.local_events import LocalEvents
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.programme import Programme
from scheduler.samples import GLEN, HALL, PROGRAMME, PROJECT, on
from scheduler.venues import ONLINE, Venue
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree

BORDERS, SHETLAND = "Scottish Borders", "Shetland Islands"


def near(name: str, council: str, landmass: str = "Great Britain") -> Programme:
    """Return a programme whose project belongs to this place, where its hall stands too."""
    update = {"name": name, "council": council, "landmass": landmass}
    return PROGRAMME.model_copy(update={"places": (GLEN.model_copy(update=update),)})


def asked(words: str, programme: Programme, venue: Venue = HALL) -> Objection | None:
    return LocalEvents().check(on(words), programme, PROJECT, venue)


def degree_on(words: str, programme: Programme, venue: Venue = HALL) -> int:
    objection = asked(words, programme, venue)
    return objection.degree if objection else 0


@pytest.mark.parametrize(
    ("name", "council", "words", "degree"),
    [
        ("Hawick", BORDERS, "Friday 11 June 2027", Degree.NEVER),
        ("Hawick", BORDERS, "Saturday 12 June 2027", Degree.NEVER),
        ("Hawick", BORDERS, "Thursday 10 June 2027", 0),
        ("Kelso", BORDERS, "Friday 11 June 2027", Degree.AVOID),
        ("Lerwick", SHETLAND, "Tuesday 26 January 2027", Degree.NEVER),
        ("Unst", SHETLAND, "Tuesday 26 January 2027", Degree.AVOID),
        ("Braemar", "Aberdeenshire", "Saturday 4 September 2027", Degree.AVOID),
        ("Kenmore", "Perth and Kinross", "Friday 25 December 2026", 0),
        ("Dunkeld", "Perth and Kinross", "Friday 11 June 2027", 0),
    ],
)
def test_an_event_counts_most_where_it_is_held(
    name: str, council: str, words: str, degree: int
) -> None:
    assert degree_on(words, near(name, council)) == degree


def test_sunday_on_lewis_is_for_the_whole_island() -> None:
    lewis = near("Ness", "Na h-Eileanan an Iar", "Lewis and Harris")
    barra = near("Castlebay", "Na h-Eileanan an Iar", "Barra")

    assert degree_on("Sunday 13 June 2027", lewis) == Degree.NEVER
    assert degree_on("Sunday 13 June 2027", barra) == Degree.AVOID
    assert degree_on("Monday 14 June 2027", lewis) == 0


def test_a_fair_for_those_who_keep_it_closes_no_town() -> None:
    assert degree_on("Sunday 18 July 2027", near("St Boswells", BORDERS)) == 0


def test_small_games_are_asked_about() -> None:
    found = asked("Saturday 26 June 2027", near("Auchenblae", "Aberdeenshire"))

    assert found is not None
    assert (found.degree, found.organiser) == (
        Degree.UNKNOWN,
        "Would the Drumtochty Highland Games on Saturday 26 June 2027 be in the way?",
    )


def test_an_event_nobody_has_dated_is_asked_about_in_its_month() -> None:
    galashiels = near("Galashiels", BORDERS)
    says = "When is the Braw Lads Gathering in 2027?"

    assert asked("Tuesday 8 June 2027", galashiels) == Objection(Degree.UNKNOWN, says, says)
    assert asked("Tuesday 4 May 2027", galashiels) is None
    assert asked("Tuesday 8 June 2027", near("Kelso", BORDERS)) is None


def test_on_line_the_town_of_the_project_still_counts() -> None:
    assert degree_on("Friday 11 June 2027", near("Hawick", BORDERS), ONLINE) == Degree.NEVER


def test_a_place_nobody_entered_has_no_events() -> None:
    nowhere = PROGRAMME.model_copy(update={"places": ()})

    assert degree_on("Friday 11 June 2027", nowhere) == 0


def test_relaxing_leaves_the_day_for_if_need_be() -> None:
    relaxed = LocalEvents().relaxed(LocalEvents.relaxations[0])

    found = relaxed.check(on("Friday 11 June 2027"), near("Hawick", BORDERS), PROJECT, HALL)

    assert found is not None
    assert found.degree == Degree.AVOID


@pytest.mark.parametrize("window", [*WINDOWS, (date(2027, 6, 8), date(2027, 6, 14))])
def test_both_forms_agree(window: tuple[date, date]) -> None:
    names = {"glen": ("Lerwick", SHETLAND), "town": ("Hawick", BORDERS)}
    places = tuple(
        GLEN.model_copy(update={"code": code, "name": name, "council": council})
        for code, (name, council) in names.items()
    )
    in_town = HALL.model_copy(update={"code": "school", "place": "town"})
    programme = a_programme((HALL, in_town, ONLINE), window).model_copy(update={"places": places})

    grid = a_grid(programme.model_copy(update={"start_every_minutes": 240}))

    assert forms_agree(LocalEvents(), grid)
    assert forms_agree(LocalEvents(closed=False), grid)
