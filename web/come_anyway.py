"""One press for "I can come anyway": the season that ties somebody is passed over for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import constraints
from scheduler.calendars.tied_seasons import Window, is_lambing, of_calendar, season_tables, ties_of
from scheduler.events_nearby import DEGREES
from scheduler.people import Person
from scheduler.programme import Programme

TABLES: Final = Path(constraints.__path__[0]) / "data"


@dataclass(frozen=True)
class Tied:
    """A season that speaks against somebody's coming, as they let the organiser know."""

    person: int
    """Which of the programme's people, from 0."""
    season: int
    """Which of their seasons, from 0."""
    what: str
    days: Window


def tied_people(programme: Programme) -> Iterator[Tied]:
    """Give every season that may be in somebody's way during a programme.

    Those of people who share no reasons are left out: the organiser is not told what ties them.
    """
    for p, person in enumerate(programme.people):
        for s in range(len(person.seasons) if person.share_reasons else 0):
            yield from _in_the_way(programme, person, place=(p, s))


def come_anyway(programme: Programme, person: int, season: int) -> tuple[Programme, Tied]:
    """Return a programme in which somebody comes in spite of a season, and which that is.

    Raises
    ------
    LookupError
        If there is no such season that the organiser knows of.
    """
    places = {(tied.person, tied.season): tied for tied in tied_people(programme)}
    tied, people = places[person, season], list(programme.people)
    who = people[person]
    anyway = (*who.come_anyway, who.seasons[season].activity)
    people[person] = who.model_copy(update={"come_anyway": anyway})
    return programme.model_copy(update={"people": tuple(people)}), tied


def _in_the_way(programme: Programme, person: Person, *, place: tuple[int, int]) -> Iterator[Tied]:
    season, tables = person.seasons[place[1]], season_tables(TABLES)
    rule = "lambing" if is_lambing(season) else "land_year"
    if rule in person.come_anyway or programme.constraints.get(rule) is False:
        return
    alone = person.model_copy(update={"seasons": (season,)})
    days = (programme.first_day, programme.last_day)
    for named, window in ties_of(alone, days, tables=tables)[:1]:
        usual = of_calendar(named, tables)
        what = usual.activity if usual else season.activity.replace("_", " ")
        if usual is None or usual.hardness in DEGREES:
            yield Tied(*place, what, window)
