"""Places far from everybody's home are refused, with how far, and not from whose."""

from scheduler.places.imported import ImportedRow, VenueImport
from scheduler.places.near_members import near_members
from scheduler.samples import HALL, ISHBEL, PROGRAMME, RORY

NORTH = HALL.model_copy(update={"code": "north", "latitude": 57.5, "longitude": -4.0})
NOWHERE = HALL.model_copy(update={"code": "nowhere", "place": ""})
FOUND = VenueImport(
    tuple(ImportedRow(n, "", each.label, each) for n, each in enumerate((HALL, NORTH, NOWHERE), 1))
)


def test_what_lies_far_from_every_home_is_refused_with_how_far() -> None:
    found = near_members(FOUND, PROGRAMME, within=25)

    # From the town at 56.7 N, 3.8 W: 0.8 degrees of latitude and 12 km across are 90 km.
    assert [(row.code, row.refused) for row in found.rows if row.refused] == [
        ("", "it is 90 km from the nearest home of the groups; 25 km was asked for")
    ]


def test_what_nobody_knows_the_place_of_stays() -> None:
    assert [v.code for v in near_members(FOUND, PROGRAMME, within=25).venues] == ["hall", "nowhere"]


def test_where_somebody_lives_who_is_in_no_group_draws_nothing_near() -> None:
    alone = PROGRAMME.projects[0].model_copy(update={"members": ("ishbel",)})
    far = RORY.model_copy(update={"home": "north"})
    north = PROGRAMME.places[1].model_copy(update={"code": "north", "latitude": 57.5, "name": "N"})
    programme = PROGRAMME.model_copy(
        update={
            "projects": (alone,),
            "people": (ISHBEL, far),
            "places": (*PROGRAMME.places, north),
        }
    )

    assert NORTH not in near_members(FOUND, programme, within=25).venues


def test_without_any_known_home_nothing_is_refused() -> None:
    programme = PROGRAMME.model_copy(update={"places": ()})

    assert near_members(FOUND, programme, within=25).venues == FOUND.venues
