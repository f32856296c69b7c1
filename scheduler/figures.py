"""What a plan comes to in a few figures that people can weigh against another's."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from fractions import Fraction

from scheduler.money.not_told import Thing, prices_not_told
from scheduler.money.unpriced import as_known, lines_of, unpriced
from scheduler.order import steps
from scheduler.people import Person
from scheduler.plan import Outcome, Plan, WayTaken
from scheduler.programme import Programme
from scheduler.sentences import counted, pounds
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
    """Things for which somebody who comes is put to it."""
    bad_journeys: int
    """Journeys over what is comfortable."""
    longest: int
    """The longest journey of anybody with lived experience of which it is known, in minutes."""
    changes: int
    """Changes of weekday, hour or place."""
    pence: int
    """What is known of what it costs."""
    last_day: date
    """The day of the last session of all."""
    levels: Mapping[str, tuple[int, ...]]
    """What it comes to at every level of the order of concern, by name."""
    unknown: str = ""
    """Of what nobody has said what it costs, in words."""
    not_told: Counter[Thing] = field(default_factory=Counter)
    """The same by codes, to compare with another plan's."""
    untimed: frozenset[tuple[str, str]] = frozenset()
    """Who with lived experience comes where in nobody knows how long, by codes."""

    def beats(self, other: "Figures") -> bool:
        """Say whether in no figure it is worse than another, and in one better."""
        if not (self.costs_no_more_than(other) and self.goes_no_further_than(other)):
            return False
        told = {each.name for each in fields(self)} - _COMPARED_APART
        mine, theirs = (tuple(getattr(each, name) for name in told) for each in (self, other))
        no_worse = all(a <= b for a, b in zip(mine, theirs, strict=True))
        return no_worse and replace(self, levels={}) != replace(other, levels={})

    def costs_no_more_than(self, other: "Figures") -> bool:
        """Say whether it surely costs no more than another, whatever is not known of either."""
        return self.pence <= other.pence and self.not_told <= other.not_told

    def costs_less_than(self, other: "Figures") -> bool:
        """Say whether it surely costs less than another, whatever is not known of either."""
        return self.costs_no_more_than(other) and self.pence < other.pence

    def goes_no_further_than(self, other: "Figures") -> bool:
        """Say whether its longest journey is surely no longer than another's."""
        return self.longest <= other.longest and self.untimed <= other.untimed

    def is_nearer_than(self, other: "Figures") -> bool:
        """Say whether its longest journey is surely shorter than another's."""
        return not self.untimed and steps(self.longest) < steps(other.longest)

    @property
    def cost(self) -> str:
        """What it costs, as far as it is known: "at least £9.00, 1 hire not known"."""
        return as_known(pounds(self.pence), self.unknown)

    def cost_instead_of(self, other: "Figures") -> str:
        """Say what it costs and what another does: "£9.00 instead of £12.00"."""
        return f"{self.cost}{',' if self.unknown else ''} instead of {other.cost}"

    @property
    def journey(self) -> str:
        """The longest journey, as far as it is known: "at least 38 minutes"."""
        told = counted(self.longest, "minute")
        if not self.untimed:
            return told
        return f"at least {told}" if self.longest else "a length nobody knows"


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
    ways = [
        ((one.person, held.venue), one.way)
        for held in plan.sessions
        for one in held.coming
        if people[one.person].is_lived
    ]
    lived = [missed[code] for code, person in people.items() if person.is_lived]
    return Figures(
        lived_missed=tuple(sorted((Fraction(*each) for each in lived), reverse=True)),
        lived_sessions=tuple(sorted((many for many, _ in lived), reverse=True)),
        others_missed=sum(missed[code][0] for code, p in people.items() if not p.is_lived),
        not_held=wished - len(plan.sessions),
        put_to_it=_level(plan, "Times put to it"),
        bad_journeys=_level(plan, "Journeys over what is comfortable"),
        longest=max((_minutes(way) for _, way in ways), default=0),
        changes=_level(plan, "Changes of weekday, hour or place"),
        pence=sum(each.pence for each in plan.sessions),
        last_day=max((each.start.date() for each in plan.sessions), default=programme.first_day),
        levels={level.name: level.value for level in plan.order},
        unknown=unpriced(lines_of(plan.costs.sessions)),
        not_told=prices_not_told(programme, plan),
        untimed=frozenset(at for at, way in ways if way.out_minutes is None),
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
    worse = {name: says for name, tell in _WORSE.items() if (says := tell(now, best))}
    told = {level for name in worse for level in _LEVELS[name]}
    return (*worse.values(), *_worse_levels(now, best, told))


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


def _minutes(way: WayTaken) -> int:
    """Return the longer leg of a way, in minutes; 0 where nobody knows."""
    return max(way.out_minutes or 0, way.back_minutes or 0)


def _level(plan: Plan, name: str) -> int:
    """Return what a plan reaches at a level, over both priority classes."""
    return sum(sum(level.value) for level in plan.order if level.name.startswith(name))


def _missing(now: Figures, best: Figures) -> str:
    if now.lived_sessions <= best.lived_sessions:
        return ""
    each = (now.lived_sessions, best.lived_sessions)
    more, fewer = (sum(sessions > 0 for sessions in own) for own in each)
    if more > fewer:
        people = counted(more, "person", "people")
        return f"sessions are missed by {people} with lived experience instead of {fewer}"
    return "people with lived experience miss more of their sessions"


def _more(name: str, says: Callable[[int, int], str]) -> "_Tell":
    """Return how a figure is told that is greater than in the best plan."""

    def tell(now: Figures, best: Figures) -> str:
        more, less = getattr(now, name), getattr(best, name)
        return says(more, less) if more > less else ""

    return tell


def _many(says: str, what: str, after: str = "") -> Callable[[int, int], str]:
    return lambda now, best: f"{says}{counted(now, what)}{after} instead of {best}"


def _further(now: Figures, best: Figures) -> str:
    if now.goes_no_further_than(best):
        return ""
    before = best.journey if best.untimed else best.longest
    return f"a longest journey of {now.journey} instead of {before}"


def _dearer(now: Figures, best: Figures) -> str:
    """Say that it costs more, or may, as a price is not known that the best does not need."""
    if now.costs_no_more_than(best):
        return ""
    costs = "it costs" if now.pence > best.pence else "it may cost more:"
    return f"{costs} {now.cost_instead_of(best)}"


_Tell = Callable[[Figures, Figures], str]
_WORSE: Mapping[str, _Tell] = {
    "lived_sessions": _missing,
    "others_missed": _more("others_missed", _many("all the others together miss ", "session")),
    "not_held": _more("not_held", lambda now, best: f"{counted(now - best, 'session')} fewer"),
    "put_to_it": _more(
        "put_to_it",
        _many("what speaks against people's coming or is not known comes to ", "thing"),
    ),
    "bad_journeys": _more("bad_journeys", _many("", "journey", " over what is comfortable")),
    "longest": _further,
    "changes": _more("changes", _many("", "change", " of weekday, hour or place")),
    "pence": _dearer,
    "last_day": lambda now, best: (
        f"it ends on {spoken_day(now.last_day)} instead of {spoken_day(best.last_day)}"
        if now.last_day > best.last_day
        else ""
    ),
}
"""In which words a plan is worse, figure by figure; empty where it is not."""

_COMPARED_APART = frozenset({"levels", "unknown", "pence", "not_told", "longest", "untimed"})
"""What one plan does not beat another by as a number alone."""
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
