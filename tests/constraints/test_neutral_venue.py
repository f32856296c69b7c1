"""Neutral is worked out from who is in the group, and changes when the group does."""

import pytest

from constraints.neutral_venue import NeutralVenue
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person
from scheduler.samples import HALL, ISHBEL, PROGRAMME, RORY
from scheduler.venues import BY_PHONE, Venue
from tests.constraints.venue_grids import accepting

RORY_OF_ANOTHER = RORY.model_copy(update={"employer": "Glen Advocacy"})


def a_place(**known: object) -> Venue:
    return HALL.model_copy(update={"name": "Glen House", **known})


def said_of(venue: Venue, *group: Person) -> Objection | None:
    return NeutralVenue().check(programme=PROGRAMME, venue=venue, group=group or (ISHBEL, RORY))


def degree_of(venue: Venue, *group: Person) -> int:
    objection = said_of(venue, *group)
    return objection.degree if objection else 0


def test_employers_office_is_out_and_the_group_is_told_nothing() -> None:
    says = "Glen House is an office of Glen Council, where a member works."

    objection = said_of(a_place(kind="council office", operator="Glen Council"))

    assert objection == Objection(Degree.NEVER, says, "")


@pytest.mark.parametrize("operator", ["The Glen Council", "GLEN COUNCIL", "Glen Council."])
def test_employer_is_known_however_its_name_is_written(operator: str) -> None:
    assert degree_of(a_place(kind="office", operator=operator)) == Degree.NEVER


def test_employers_library_is_for_the_group_to_say() -> None:
    says = (
        "Glen Council runs Glen House, and a member works for it: "
        "is the group at ease meeting there?"
    )
    library = a_place(kind="library", operator="Glen Council")

    assert said_of(library) == Objection(Degree.UNKNOWN, says)


@pytest.mark.parametrize("kind", ["school", "community centre", "village hall", "barn", ""])
def test_anything_else_the_employer_runs_is_for_the_group_to_say(kind: str) -> None:
    assert degree_of(a_place(kind=kind, operator="Glen Council")) == Degree.UNKNOWN


def test_when_the_social_worker_leaves_the_library_is_neutral_again() -> None:
    library = a_place(kind="library", operator="Glen Council")

    assert [degree_of(library, ISHBEL, RORY), degree_of(library, ISHBEL, RORY_OF_ANOTHER)] == [
        Degree.UNKNOWN,
        0,
    ]


def test_place_where_a_member_sees_people_is_out_without_a_name() -> None:
    rory = RORY.model_copy(update={"places_of_service": ("hall",)})
    says = "Glen House is where a member of the group usually sees people in their job."

    assert said_of(a_place(), ISHBEL, rory) == Objection(Degree.NEVER, says)


@pytest.mark.parametrize("kind", ["police station", "court", "social work office", "jobcentre"])
def test_places_of_authority_are_out_for_a_group_with_lived_experience(kind: str) -> None:
    assert degree_of(a_place(kind=kind), ISHBEL, RORY_OF_ANOTHER) == Degree.NEVER


def test_a_court_is_for_the_group_to_say_where_all_are_professionals() -> None:
    says = "Is everybody in the group at ease meeting in Glen House, a court?"

    assert said_of(a_place(kind="court"), RORY) == Objection(Degree.UNKNOWN, says)


@pytest.mark.parametrize("kind", ["church hall", "mosque", "place of worship", "council office"])
def test_a_place_of_worship_or_an_office_of_others_is_for_the_group_to_say(kind: str) -> None:
    assert degree_of(a_place(kind=kind), ISHBEL, RORY_OF_ANOTHER) == Degree.UNKNOWN


def test_who_runs_a_community_centre_is_asked() -> None:
    centre = a_place(kind="community centre", operator="")

    assert said_of(centre) == Objection(Degree.UNKNOWN, "Who runs Glen House?")


def test_a_place_of_which_nothing_is_known_is_asked() -> None:
    says = "What kind of place is Glen House, and who runs it?"

    assert said_of(a_place(kind="", operator="")) == Objection(Degree.UNKNOWN, says)


def test_a_village_hall_is_neutral_whoever_runs_it() -> None:
    assert said_of(a_place(kind="village hall", operator="")) is None


def test_a_landlord_or_a_grant_does_not_count_against_a_place() -> None:
    assert said_of(a_place(funders=("Glen Council",))) is None


def test_two_who_gave_no_employer_do_not_make_an_unknown_operator_theirs() -> None:
    assert degree_of(a_place(kind="village hall", operator=""), ISHBEL) == 0


def test_the_group_having_said_yes_is_not_asked_again() -> None:
    library = a_place(kind="library", operator="Glen Council")
    accepted = accepting(PROGRAMME, "neutral_venue", about="hall")

    assert NeutralVenue().check(programme=accepted, venue=library, group=(ISHBEL, RORY)) is None


def test_nobody_can_accept_an_employers_office() -> None:
    office = a_place(kind="office", operator="Glen Council")
    accepted = accepting(PROGRAMME, "neutral_venue", about="hall")

    assert NeutralVenue().check(programme=accepted, venue=office, group=(RORY,)) is not None


def test_a_telephone_is_neutral() -> None:
    assert said_of(BY_PHONE) is None


@pytest.mark.parametrize("kind", ["village hall", "council office"])
def test_a_place_run_by_almost_the_employer_is_asked_about(kind: str) -> None:
    """A misspelt council passed as another, and its rooms as neutral."""
    says = (
        "Is Glen Concil, which runs Glen House, the same as Glen Council, where a member works? "
        "If so, write both alike."
    )

    assert said_of(a_place(kind=kind, operator="Glen Concil")) == Objection(Degree.UNKNOWN, says)


def test_an_employer_nobody_else_names_is_no_question() -> None:
    assert said_of(a_place(kind="village hall", operator="Strath Trust")) is None
