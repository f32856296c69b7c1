"""Taxis ordered for an earlier plan in which nobody is to sit any more: what to tell the firm."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from scheduler.calendars.told_journeys import set_out
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.sentences import listed
from scheduler.spoken_days import spoken_day


class _Taxi(NamedTuple):
    """One taxi there from where somebody lives, and home again."""

    fetches: datetime
    person: str
    place: str
    home: datetime
    venue: str


def taxis_undone(
    before: Iterable[tuple[Programme, Plan]], programme: Programme, plan: Plan
) -> Iterator[tuple[date, str]]:
    """Give what to tell the taxi firm of taxis that are not wanted: for each day one sentence.

    Whoever needs a wheelchair taxi is not named: its driver is told by name.

    Parameters
    ----------
    before
        Plans that are used no more, each with the programme it was made from.
    """
    wanted = dict(_taxis(programme, plan))
    by_day: dict[date, dict[_Taxi, str]] = {}
    for earlier in before:
        for taxi, told in _taxis(*earlier):
            day = taxi.fetches.date()
            if taxi not in wanted and day >= programme.planning_day:
                by_day.setdefault(day, {})[taxi] = told
    for day, taxis in sorted(by_day.items()):
        whom = listed(list(dict.fromkeys(taxis[taxi] for taxi in sorted(taxis))))
        what = f"Tell the taxi firm whom not to fetch on {spoken_day(day)}: {whom}"
        yield day, f"{what}, if {'they were' if len(taxis) > 1 else 'it was'} ordered."


def _taxis(programme: Programme, plan: Plan) -> Iterator[tuple[_Taxi, str]]:
    """Give each taxi of a plan, with whom it fetches, where and when."""
    projects = {project.code: project for project in programme.projects}
    for chosen in plan.sessions:
        group = {person.code: person for person in programme.group(projects[chosen.project])}
        for one in chosen.there:
            leaves, person = set_out(one.way, chosen), group.get(one.person)
            if one.way.by == "taxi" and leaves and person and not person.is_fetched:
                fetches = leaves.astimezone(programme.tz)
                place = programme.place(person.home)
                where = f" in {place.name or place.code}" if place else ""
                there = place.code if place else person.home
                taxi = _Taxi(fetches, person.code, there, chosen.end, chosen.venue)
                yield taxi, f"{person.label}{where} at {fetches:%H:%M}"
