"""The map of a group: who sets out from where, where they meet, and nothing nobody said."""

from scheduler.journeys import Water
from scheduler.samples import GLEN, HALL, RORY, TOWN
from tests.web.plans import FIRST, SECOND, TWO_SESSIONS
from web.names import Names
from web.shown.area_map import AreaMap, area_map

BOTH = (FIRST, SECOND)
NAMES = Names.of(TWO_SESSIONS)


def drawn() -> AreaMap:
    """Return the map of the invented plan."""
    found = area_map(TWO_SESSIONS, BOTH, NAMES)
    assert found
    return found


def test_homes_are_named_by_place_with_who_sets_out_there_north_first() -> None:
    assert [(m.sign, m.name, m.says) for m in drawn().homes] == [
        ("A", "The Town", "Rory"),
        ("B", "The Glen", "Ishbel"),
    ]


def test_a_place_to_meet_says_which_sessions_are_held_there() -> None:
    assert [(m.sign, m.name, m.says) for m in drawn().venues] == [
        ("1", "Glen Hall", "Sessions 1 and 2")
    ]


def test_a_hall_at_somebodys_home_is_a_mark_of_its_own() -> None:
    found = drawn()

    assert (found.homes[1].x, found.homes[1].y) != (found.venues[0].x, found.venues[0].y)


def test_a_way_is_a_line_and_a_guess_is_said_to_be_one() -> None:
    assert [line.estimated for line in drawn().lines] == [True, True]


def test_whose_home_nobody_said_is_told_and_not_placed_anywhere() -> None:
    people = (TWO_SESSIONS.people[0], RORY.model_copy(update={"home": ""}))
    programme = TWO_SESSIONS.model_copy(update={"people": people})

    found = area_map(programme, BOTH, Names.of(programme))

    assert found
    assert [mark.says for mark in found.homes] == ["Ishbel"]
    assert found.unseen == ("Not on the map, as nobody said where they live: Rory.",)


def test_without_any_coordinates_there_is_no_map() -> None:
    places = tuple(
        place.model_copy(update={"latitude": None, "longitude": None}) for place in (GLEN, TOWN)
    )

    assert area_map(TWO_SESSIONS.model_copy(update={"places": places}), BOTH, NAMES) is None


def test_whoever_takes_part_from_home_is_on_no_map() -> None:
    remote = FIRST.coming[0].way.model_copy(update={"by": "by phone"})
    coming = (FIRST.coming[0].model_copy(update={"way": remote}), FIRST.coming[1])

    found = area_map(TWO_SESSIONS, (FIRST.model_copy(update={"coming": coming}),), NAMES)

    assert found
    assert [mark.says for mark in found.homes] == ["Rory"]


def test_other_places_are_shown_where_they_stand() -> None:
    other = HALL.model_copy(update={"code": "other", "place": "town"})
    programme = TWO_SESSIONS.model_copy(update={"venues": (HALL, other)})

    found = area_map(programme, BOTH, NAMES)

    assert found
    assert len(found.others) == 1


def test_waters_are_drawn_as_the_programme_has_them() -> None:
    loch = Water(name="Loch Glen", points=((56.6, -4.1), (56.62, -4.05)))

    found = area_map(TWO_SESSIONS.model_copy(update={"waters": (loch,)}), BOTH, NAMES)

    assert found
    assert [name for name, _ in found.waters] == ["Loch Glen"]
