"""What a plan comes to in a few figures that people can weigh against another's."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction

from scheduler.people import Person
from scheduler.plan import Outcome, Plan
from scheduler.programme import Programme
from scheduler.sentences import counted
from scheduler.spoken_days import spoken_day


@dataclass(frozen=True)
class Figures:
    """A plan in figures; less is better at each."""

    lived_missed: tuple[Fraction, ...]
    """The share of sessions each with lived experience misses, whoever misses most first."""
    lived_sessions: tuple[int, ...]
    """How many sessions each of them misses, whoever misses most first."""
    others_missed: int
    """Sessions everybody else misses, all of them together."""
    not_held: int
    """Sessions wished for that have no date, or were given up."""
    put_to_it: int
    """Times somebody is put to it."""
    bad_journeys: int
    """Journeys over what is comfortable."""
    longest: int
    """The longest journey of anybody with lived experience, in minutes."""
    changes: int
    """Changes of weekday, hour or place."""
    pence: int
    last_day: date
    """The day of the last session of all."""
    levels: Mapping[str, tuple[int, ...]]
    """What it comes to at every level of the order of concern, by name."""

    def beats(self, other: "Figures") -> bool:
        """Say whether in no figure it is worse than another, and in one better."""
        own = [each.name for each in fields(self) if each.name != "levels"]
        mine, theirs = (tuple(getattr(each, name) for name in own) for each in (self, other))
        return mine != theirs and all(a <= b for a, b in zip(mine, theirs, strict=True))


def figures_of(programme: Programme, plan: Plan, *, wished: int) -> Figures:
    """Return a plan in figures.

    Parameters
    ----------
    wished
        How many sessions were wished for before any was given up.
    """
    people = people_of(programme)
    missed = dict.fromkeys(people, (0, 0))
    for each in plan.people:
        more, wanted = missed[each.person]
        missed[each.person] = (more + missed_by(each), wanted + each.wanted)
    lived = [missed[code] for code, person in people.items() if person.is_lived]
    return Figures(
        lived_missed=tuple(sorted((Fraction(*each) for each in lived), reverse=True)),
        lived_sessions=tuple(sorted((many for many, _ in lived), reverse=True)),
        others_missed=sum(missed[code][0] for code, p in people.items() if not p.is_lived),
        not_held=wished - len(plan.sessions),
        put_to_it=_level(plan, "Times put to it"),
        bad_journeys=_level(plan, "Journeys over what is comfortable"),
        longest=max(_longest(plan, people), default=0),
        changes=_level(plan, "Changes of weekday, hour or place"),
        pence=sum(each.pence for each in plan.sessions),
        last_day=max((each.start.date() for each in plan.sessions), default=programme.first_day),
        levels={level.name: level.value for level in plan.order},
    )


def people_of(programme: Programme) -> dict[str, Person]:
    """Return everybody in any group, by code."""
    return {p.code: p for project in programme.projects for p in programme.group(project)}


def missed_by(outcome: Outcome) -> int:
    """Return how many sessions somebody wants and cannot come to."""
    given = outcome.able + outcome.stands_down + outcome.not_counted
    return max(0, outcome.wanted - given)


def worse_at(now: Figures, best: Figures) -> tuple[str, ...]:
    """Return at what a plan is worse than the best, each in words: no level is passed over."""
    figures = [name for name in _WORSE if getattr(now, name) > getattr(best, name)]
    told = {level for name in figures for level in _LEVELS[name]}
    return (
        *(_WORSE[name](getattr(now, name), getattr(best, name)) for name in figures),
        *_worse_levels(now, best, told),
    )


def _worse_levels(now: Figures, best: Figures, told: set[str]) -> Iterator[str]:
    """Say at which levels a plan is worse of which no figure tells."""
    for name, value in now.levels.items():
        before = best.levels[name]
        what = f"{name[0].lower()}{name[1:]}"
        if name.partition(" (")[0] in told or value <= before:
            continue
        if not name.startswith(_SHARES):
            more, less = next((a, b) for a, b in zip(value, before, strict=True) if a != b)
            yield f"{what}: {more} instead of {less}"
        elif now.not_held == best.not_held:
            # With fewer sessions a share is one of other wholes.
            yield f"{what}: whoever misses most misses more"


def _longest(plan: Plan, people: dict[str, Person]) -> Iterator[int]:
    for each in plan.people:
        if people[each.person].is_lived and each.worst_minutes is not None:
            yield each.worst_minutes


def _level(plan: Plan, name: str) -> int:
    """Return what a plan reaches at a level, over both priority classes."""
    return sum(sum(level.value) for level in plan.order if level.name.startswith(name))


def _missing(now: tuple[int, ...], best: tuple[int, ...]) -> str:
    more, fewer = (sum(sessions > 0 for sessions in each) for each in (now, best))
    if more > fewer:
        people = counted(more, "person", "people")
        return f"sessions are missed by {people} with lived experience instead of {fewer}"
    return "people with lived experience miss more of their sessions"


def _many(says: str, what: str, after: str = "") -> Callable[[int, int], str]:
    return lambda now, best: f"{says}{counted(now, what)}{after} instead of {best}"


_WORSE: Mapping[str, Callable[..., str]] = {
    "lived_sessions": _missing,
    "others_missed": _many("all the others together miss ", "session"),
    "not_held": lambda now, best: f"{counted(now - best, 'session')} fewer",
    "put_to_it": _many("people are put to it ", "time"),
    "bad_journeys": _many("", "journey", " over what is comfortable"),
    "longest": _many("a longest journey of ", "minute"),
    "changes": _many("", "change", " of weekday, hour or place"),
    "pence": lambda now, best: f"it costs {pounds(now)} instead of {pounds(best)}",
    "last_day": lambda now, best: f"it ends on {spoken_day(now)} instead of {spoken_day(best)}",
}
"""In which words a plan is worse, figure by figure."""

_SHARES = "Sessions missed"
_LEVELS: Mapping[str, tuple[str, ...]] = {
    "lived_sessions": (_SHARES,),
    "others_missed": (_SHARES,),
    "not_held": ("Required sessions without a date", "Optional sessions without a date"),
    "put_to_it": ("Times put to it",),
    "bad_journeys": ("Journeys over what is comfortable",),
    "longest": ("Longest journey in minutes",),
    "changes": ("Changes of weekday, hour or place",),
    "pence": ("Pence",),
    "last_day": ("Days to the last session",),
}
"""The levels of the order of concern of which a figure that is worse tells already."""


def pounds(pence: int) -> str:
    """Return an amount of money in words: "£1,250.00"."""
    return f"£{pence // 100:,}.{pence % 100:02}"
