"""What can be chosen on one page of what was said on others: people, places, halls, sessions."""

from typing import Final

from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.spelling import folded
from scheduler.venues import Place, Venue
from web.begin.draft import Draft, Item
from web.begin.places import code_for, first, place_of_hall, places_of
from web.begin.questions import MOST_SESSIONS
from web.begin.reading import with_sessions
from web.begin.turned import FROM
from web.change_options import people, places
from web.forms import LONGEST, Options
from web.wording import say

HOW: Final = (
    *("car", "lift", "taxi", "bus", "ferry", "train", "walk"),
    *("community transport", "accompanied"),
)
"""By what somebody can come."""


def chosen_from(draft: Draft) -> Programme:
    """Return a programme of just what can be chosen from.

    Halls go by their keys, and its places are those where people live, or journeys begin.
    """
    many = first(draft.told, "many")
    wished = with_sessions(min(int(many), MOST_SESSIONS) if many.isdecimal() else 1)
    who = tuple(Person(code=f"person-{p.key}", name=_short(called(p))) for p in draft.people)
    rooms = tuple(Venue(code=h.key, name=_short(hall_called(draft, h))) for h in draft.halls)
    homes = {code_for(first(person.typed, "home")) for person in draft.people}
    homes |= {first(each.typed, "goes").removeprefix(FROM) for each in draft.journeys}
    named = ((code, name) for code, name in places_of(draft).items() if code in homes)
    lived_in = tuple(Place(code=code, name=_short(name)) for code, name in named)
    return wished.model_copy(update={"people": who, "venues": rooms, "places": lived_in})


def travellers(programme: Programme) -> Options:
    """Return whose journey it can be: one person's, or that of everybody from a place."""
    everybody = (
        (f"{FROM}{code}", say("begin.everybody", place=name)) for code, name in places(programme)
    )
    return (*people(programme), *everybody)


def called(person: Item) -> str:
    """Return what somebody is called."""
    return first(person.typed, "called")


def hall_called(draft: Draft, hall: Item) -> str:
    """Return what a hall is called; where another has the same name, with where it stands."""
    name = first(hall.typed, "hall") or str(hall.brought.get("code", ""))
    namesakes = sum(folded(first(other.typed, "hall")) == folded(name) for other in draft.halls)
    place = place_of_hall(hall)
    return say("begin.hall_in", hall=name, place=place) if namesakes > 1 and place else name


def _short(name: str) -> str:
    """Return as much of a name as there may be: one that is too long is refused on its page."""
    return name[:LONGEST]
