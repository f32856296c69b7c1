"""References: whoever and whatever a programme mentions, it also tells of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from scheduler.calendars.holidays import DIVISIONS
from scheduler.files.checks.walking import places_to_fill, sessions, stand_in_codes, times
from scheduler.files.findings import Finding, Path, suggestion
from scheduler.named_days import known_names
from scheduler.people import Person
from scheduler.programme import Journey, Line, Programme, Project
from scheduler.venues import BY_PHONE, ONLINE

POSTCODE_DISTRICT = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?", re.ASCII | re.IGNORECASE)
"""Such as IV22 or EH1."""

REMOTE = MappingProxyType(
    {"on-line": frozenset({ONLINE.code}), "by phone": frozenset({BY_PHONE.code})}
)
"""What a session that nobody travels to may name as its venue."""

Words = frozenset[str] | None
"""Words that are known; None where any word may be."""

A_PLACE = "is no place of this programme"
A_PERSON = "is no person of this programme"
NO_HOLIDAYS = "is no nation, council or place here, and no named_days"
A_VENUE = "is no venue of this programme"


@dataclass(frozen=True)
class Known:
    """Everything a programme tells of, by the words it may be mentioned by.

    None stands for everything: where a code could not be read, nothing can be called unknown.
    """

    programme: Programme
    unsure: frozenset[str]
    """Lists of the programme that may hold more than was read."""

    @cached_property
    def members(self) -> Words:
        """Codes of people who joined."""
        return self._of("people", {person.code for person in self.programme.people})

    @cached_property
    def people(self) -> Words:
        """Codes of people, and of places to fill as they are planned."""
        found = (stand_in_codes(place) for _, place in places_to_fill(self.programme))
        return together(self.members, self._of("places_to_fill", set().union(*found)))

    @cached_property
    def venues(self) -> Words:
        """Codes of venues."""
        return self._of("venues", {venue.code for venue in self.programme.venues})

    @cached_property
    def places(self) -> Words:
        """Codes, names and postcode districts of places."""
        words = ((p.code, p.name, p.postcode_district) for p in self.programme.places)
        return self._of("places", {word for three in words for word in three if word})

    @cached_property
    def areas(self) -> Words:
        """Places and councils."""
        councils = {place.council for place in self.programme.places if place.council}
        return together(self.places, frozenset(councils))

    @cached_property
    def holidays(self) -> Words:
        """Whose holidays somebody may have."""
        told = {*DIVISIONS, *known_names(self.programme.named_days).values()}
        told |= {each.area for each in self.programme.local_holidays if each.area}
        return together(self.areas, self._of("named_days", told))

    def _of(self, name: str, words: set[str]) -> Words:
        return None if name in self.unsure else frozenset(words)


def together(one: Words, other: Words) -> Words:
    """Return everything known of either; everything there is where one is not known whole."""
    return None if one is None or other is None else one | other


def unknown_references(programme: Programme, unsure: frozenset[str]) -> Iterator[Finding]:
    """Find mentions of people, venues and places that the programme does not tell of.

    Parameters
    ----------
    unsure
        Lists of the programme that may hold more than could be read.
    """
    known = Known(programme, unsure)
    for n, person in enumerate(programme.people):
        yield from _of_person(("people", n), person, known=known)
    for n, venue in enumerate(programme.venues):
        yield from _area(("venues", n, "place"), venue.place, known=known.places)
    for n, project in enumerate(programme.projects):
        yield from _of_project(("projects", n), project, known=known)
    for n, journey in enumerate(programme.journeys):
        yield from _of_journey(("journeys", n), journey, known=known)
    for n, line in enumerate(programme.lines):
        yield from _of_line(("lines", n), line, known=known)
    yield from _of_the_rest(programme, known)


def _of_person(path: Path, person: Person, *, known: Known) -> Iterator[Finding]:
    yield from _home((*path, "home"), person.home, known=known)
    served = (*path, "places_of_service")
    yield from _codes(served, person.places_of_service, known=known.venues, says=A_VENUE)
    yield from _codes((*path, "not_with"), person.not_with, known=known.people, says=A_PERSON)
    for n, code in enumerate(person.not_with):
        if code == person.code:
            remedy = "is this person's own code; name whom they must not meet, or leave it out"
            yield Finding((*path, "not_with", n), code, remedy)


def _of_project(path: Path, project: Project, *, known: Known) -> Iterator[Finding]:
    yield from _codes((*path, "members"), project.members, known=known.members, says=A_PERSON)
    yield from _codes((*path, "venues"), project.venues, known=known.venues, says=A_VENUE)
    yield from _area((*path, "near"), project.near, known=known.areas)


def _of_journey(path: Path, journey: Journey, *, known: Known) -> Iterator[Finding]:
    yield from _code((*path, "venue"), journey.venue, known=known.venues, says=A_VENUE)
    if journey.person is not None:
        yield from _code((*path, "person"), journey.person, known=known.people, says=A_PERSON)
    elif not journey.from_place:
        remedy = "is missing; give the person whose journey it is, or the place it begins in"
        yield Finding((*path, "from_place"), "", remedy)
    yield from _area((*path, "from_place"), journey.from_place, known=known.places)


def _of_line(path: Path, line: Line, *, known: Known) -> Iterator[Finding]:
    yield from _word((*path, "from_place"), line.from_place, known=known.places, says=A_PLACE)
    if known.venues is not None and line.to_place not in known.venues:
        says = "is neither a place nor a venue of this programme"
        reached = together(known.places, known.venues)
        yield from _word((*path, "to_place"), line.to_place, known=reached, says=says)


def _of_the_rest(programme: Programme, known: Known) -> Iterator[Finding]:
    for path, session in sessions(programme):
        if session.venue is not None:
            rooms = REMOTE.get(session.form, known.venues)
            yield from _code((*path, "venue"), session.venue, known=rooms, says=A_VENUE)
    for path, place in places_to_fill(programme):
        yield from _home((*path, "area"), place.area, known=known)
    for n, holiday in enumerate(programme.local_holidays):
        yield from _area(("local_holidays", n, "area"), holiday.area, known=known.areas)
    for path, own in times(programme):
        for n, word in enumerate(own.holidays):
            whose = (*path, "holidays", n)
            yield from _word(whose, word, known=known.holidays, says=NO_HOLIDAYS)
    for n, unknown in enumerate(programme.accepted_unknowns):
        says = "is neither a venue nor a person of this programme"
        told = together(known.venues, known.people)
        yield from _code(("accepted_unknowns", n, "about"), unknown.about, known=told, says=says)


def _codes(path: Path, words: Iterable[str], *, known: Words, says: str) -> Iterator[Finding]:
    for n, word in enumerate(words):
        yield from _code((*path, n), word, known=known, says=says)


def _code(path: Path, word: str, *, known: Words, says: str) -> Iterator[Finding]:
    if known is not None and word not in known:
        yield Finding(path, word, f"{says}; {suggestion(word, known)}")


def _word(path: Path, word: str, *, known: Words, says: str) -> Iterator[Finding]:
    """Find a name that nothing goes by, capitals or not."""
    if known is not None and word.casefold() not in {each.casefold() for each in known}:
        yield Finding(path, word, f"{says}; {suggestion(word, known)}")


def _area(path: Path, word: str, *, known: Words) -> Iterator[Finding]:
    if word:
        yield from _word(path, word, known=known, says=A_PLACE)


def _home(path: Path, word: str, *, known: Known) -> Iterator[Finding]:
    """Find homes that are neither a place nor shaped like a postcode district."""
    if not POSTCODE_DISTRICT.fullmatch(word):
        says = f"{A_PLACE} and no postcode district such as IV22"
        yield from _word(path, word, known=known.places, says=says) if word else ()
