"""A session is held in the place it is for; where a venue stands is asked, never guessed."""

from datetime import date

import pytest

from constraints.own_site import OwnSite
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.programme import AcceptedUnknown
from scheduler.samples import HALL, PROGRAMME, WISH
from scheduler.venues import ONLINE, Venue

NOWHERE = HALL.model_copy(update={"place": ""})


def said_of(venue: Venue, site: str, rule: OwnSite | None = None) -> Objection | None:
    session = WISH.model_copy(update={"site": site})
    return (rule or OwnSite()).check(PROGRAMME, session, venue)


@pytest.mark.parametrize("site", ["", "glen", "The Glen", "XX1"])
def test_any_word_for_the_place_will_do(site: str) -> None:
    assert said_of(HALL, site) is None


def test_a_venue_elsewhere_is_closed_and_everybody_may_read_why() -> None:
    says = "Glen Hall is in The Glen; this session is for The Town."

    assert said_of(HALL, "town") == Objection(Degree.NEVER, says, says)


def test_relaxing_leaves_it_for_if_need_be() -> None:
    objection = said_of(HALL, "town", OwnSite().relaxed(OwnSite.relaxations[0]))

    assert objection is not None
    assert objection.degree == Degree.AVOID


def test_where_a_venue_stands_is_asked_until_somebody_accepts_not_knowing() -> None:
    accepted = AcceptedUnknown(
        constraint="own_site", about="hall", by="Mairi", on=date(2026, 11, 23)
    )
    programme = PROGRAMME.model_copy(update={"accepted_unknowns": (accepted,)})
    session = WISH.model_copy(update={"site": "town"})

    assert said_of(NOWHERE, "town") == Objection(
        Degree.UNKNOWN, "Is Glen Hall in The Town?", "Is Glen Hall in The Town?"
    )
    assert OwnSite().check(programme, session, NOWHERE) is None


def test_on_line_is_no_site() -> None:
    assert said_of(ONLINE, "town") is None


def test_places_without_a_name_go_by_their_code() -> None:
    places = tuple(place.model_copy(update={"name": ""}) for place in PROGRAMME.places)
    programme = PROGRAMME.model_copy(update={"places": places})

    objection = OwnSite().check(programme, WISH.model_copy(update={"site": "town"}), HALL)

    assert objection is not None
    assert objection.organiser == "Glen Hall is in glen; this session is for town."
