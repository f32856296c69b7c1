"""Whose limits shaped a plan, and who bent for it: by role, and by how people describe themselves.

For the organiser alone. Nobody is put into a group but by their own words, and no group is shown
that could point at somebody.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scheduler.choosing import desk_for
from scheduler.constraint import Registry
from scheduler.degree import Degree
from scheduler.figures import people_of
from scheduler.finished import Finished
from scheduler.given_away import safe_to_show
from scheduler.in_force import in_force
from scheduler.judged import judge
from scheduler.order import Standing
from scheduler.people import Person
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme
from scheduler.screen import Screened

FIRST = (
    "lived experience",
    *("professional", "manager", "decision maker"),
)
"""Roles in the order they are listed; others follow by name."""

STEP_PERCENT = 5
"""Shares of people who described themselves are rounded to this, so that no sum gives them away."""


@dataclass(frozen=True)
class Bent:
    """What a plan asks of one person, over all their groups."""

    person: Person
    open_percent: int
    """Of the dates and rooms that nothing rules out, how many they could come to, in a hundred."""
    wanted: int
    """Sessions they want to come to."""
    came: int
    """Sessions they come to."""
    stood_down: int
    """Sessions they leave to others in turn."""
    put_to_it: int
    """How many things speak against their coming, or are not known, over all sessions."""
    bad_journeys: int
    """Journeys over what is comfortable for them."""
    longest: int
    """Their longest journey one way, in minutes."""
    minutes: int
    """All their journeys, the longer leg of each, in minutes."""
    not_known: int
    """Journeys of which nobody knows how long they are, which count in none of these."""
    not_counted: int = 0
    """Sessions they are expected at that count for nobody until they are settled."""

    @property
    def missed(self) -> int:
        """Sessions they want and cannot come to."""
        return max(0, self.wanted - self.came - self.stood_down - self.not_counted)


@dataclass(frozen=True)
class Part:
    """Everybody with one role, each counted once under their first."""

    role: str
    people: tuple[Bent, ...]

    def total(self, of: str) -> int:
        """Return one thing asked of them, added up over all."""
        return sum(getattr(bent, of) for bent in self.people)

    @property
    def open_percent(self) -> int:
        """How many dates and rooms in a hundred one of them could come to, on average."""
        return round(self.total("open_percent") / len(self.people))

    @property
    def missed_percent(self) -> int:
        """How many sessions in a hundred they miss of those they want."""
        return _percent(self.total("missed"), self.total("wanted"))

    @property
    def longest(self) -> int:
        """The longest journey any of them makes, in minutes."""
        return max(bent.longest for bent in self.people)


@dataclass(frozen=True)
class Booked:
    """The workers of one role, each counted once under their first."""

    role: str
    workers: int
    times: int
    """How often they are booked."""
    most: int
    """How often the one booked most is."""


@dataclass(frozen=True)
class Described:
    """People who describe themselves by one word, or everybody else; never fewer than five."""

    people: int
    missed_percent: int
    """Sessions missed in a hundred, to the nearest five."""
    bad_percent: int
    """Journeys over what is comfortable in a hundred, to the nearest five."""


@dataclass(frozen=True)
class Equity:
    """Whose limits shaped a plan, and who bent for it."""

    parts: tuple[Part, ...]
    booked: tuple[Booked, ...]
    described: tuple[tuple[str, Described, Described], ...]
    """Each word shown, those who describe themselves by it, and everybody else."""
    somebody_described: bool
    """Whether anybody described themselves and agreed that it be counted."""
    not_counted: tuple[Chosen, ...] = ()
    """Sessions in none of these figures, for anybody: they pass over somebody's right."""

    @property
    def everybody(self) -> tuple[Bent, ...]:
        """Everybody in any group, places to fill among them."""
        return tuple(bent for part in self.parts for bent in part.people)

    @property
    def fewest_open(self) -> tuple[Bent, ...]:
        """Those who could come to the fewest dates and rooms; everybody where all are alike."""
        every = self.everybody
        fewest = min((bent.open_percent for bent in every), default=0)
        return tuple(bent for bent in every if bent.open_percent == fewest)


def equity(programme: Programme, plan: Plan, constraints: Registry) -> Equity:
    """Return whose limits shaped a plan and who bent for it.

    Raises
    ------
    KeyError
        If the plan is not one of this programme.
    """
    bent = tuple(_bent(programme, plan, constraints))
    parts = tuple(_parts(bent))
    words = _words(programme)
    there = tuple(each for each in bent if not each.person.to_fill)
    codes = [frozenset(each.person.code for each in part.people) for part in _parts(there)]
    return Equity(
        parts=parts,
        booked=tuple(_booked(programme, plan)),
        described=tuple(
            (_spelt(programme, word), *_described(there, words[word]))
            for word in safe_to_show(words, codes)
        ),
        somebody_described=bool(words),
        not_counted=plan.unsettled,
    )


def role_of(person: Person) -> str:
    """Return the role somebody is counted under: lived experience before any other.

    Family and unpaid carers count with lived experience, as they do in balance and in costs.
    """
    if person.is_lived:
        return FIRST[0]
    known = next((role for role in FIRST if role in person.roles), "")
    return known or next(iter(person.roles), "no role told")


def _bent(programme: Programme, plan: Plan, constraints: Registry) -> Iterator[Bent]:
    rules = {p.code: in_force(constraints, programme, p) for p in programme.projects}
    meetings = Finished.of(programme, plan, rules).meetings
    tallies = tuple(one.tally() for one in judge(meetings, rules))
    standing = Standing(programme, tallies)
    wants, opened = standing.wanted(), _opened(programme, constraints)
    unknown = Counter(
        coming.person
        for each in plan.sessions
        for coming in each.coming
        if coming.way.out_minutes is None
    )
    down = Counter(
        away.person for each in plan.sessions for away in each.absent if away.stands_down
    )
    uncounted = Counter(one.person for each in plan.unsettled for one in each.expected)
    for person in sorted(people_of(programme).values(), key=lambda each: not each.is_lived):
        code = person.code
        own = [tally for tally in tallies if code in tally.coming]
        minutes = [tally.minutes[code] for tally in own]
        yield Bent(
            person=person,
            open_percent=opened[code],
            wanted=wants[code],
            came=len(own),
            stood_down=down[code],
            put_to_it=sum(tally.put_to_it[code] for tally in own),
            bad_journeys=sum(code in tally.bad for tally in own),
            longest=max(minutes, default=0),
            minutes=sum(minutes),
            not_known=unknown[code],
            not_counted=uncounted[code],
        )


def _opened(programme: Programme, constraints: Registry) -> dict[str, int]:
    """Return how many dates and rooms in a hundred each person could come to."""
    could: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for project in programme.projects:
        desk = desk_for(programme, project, in_force(constraints, programme, project))
        for screened in dict.fromkeys(desk.screened):
            counts, every = _could_come(screened)
            for person, count in zip(screened.grid.people, counts, strict=True):
                could[person.code] += count
                of[person.code] += every
    return {code: _percent(could[code], of[code]) for code in of}


def _could_come(screened: Screened) -> tuple[list[int], int]:
    """Return at how many open candidates each person could come, and how many are open."""
    kept = np.zeros(screened.grid.shape, dtype=np.bool_)
    for name in screened.personal:
        kept |= screened.masks[name].degrees == Degree.NEVER.value
    is_open = ~np.broadcast_to(screened.closed, kept.shape[:2])
    return (~kept[is_open]).sum(axis=0).tolist(), int(is_open.sum())


def _parts(bent: Iterable[Bent]) -> Iterator[Part]:
    by_role: dict[str, list[Bent]] = {}
    for each in bent:
        by_role.setdefault(role_of(each.person), []).append(each)
    known = [role for role in FIRST if role in by_role]
    for role in (*known, *sorted(by_role.keys() - set(FIRST))):
        yield Part(role, tuple(by_role[role]))


def _booked(programme: Programme, plan: Plan) -> Iterator[Booked]:
    times = Counter(code for chosen in plan.sessions for code in chosen.workers)
    by_role: dict[str, list[int]] = {}
    for worker in programme.workers:
        by_role.setdefault(next(iter(worker.roles), "worker"), []).append(times[worker.code])
    for role, counts in by_role.items():
        yield Booked(role, len(counts), sum(counts), max(counts))


def _words(programme: Programme) -> Mapping[str, frozenset[str]]:
    """Return who describes themselves by each word, of those who agreed that it be counted."""
    words: dict[str, set[str]] = {}
    for person, word in _agreed(programme):
        words.setdefault(_same(word), set()).add(person.code)
    return {word: frozenset(codes) for word, codes in words.items()}


def _agreed(programme: Programme) -> Iterator[tuple[Person, str]]:
    in_a_group = {code for project in programme.projects for code in project.members}
    for person in programme.people:
        if person.describes_shared and person.code in in_a_group:
            yield from ((person, word) for word in person.describes if _same(word))


def _same(word: str) -> str:
    """Return a word as all spell it: capitals and spaces do not set people apart."""
    return " ".join(word.casefold().split())


def _spelt(programme: Programme, word: str) -> str:
    """Return a word as most of those who chose it write it."""
    forms = Counter(own for _, own in _agreed(programme) if _same(own) == word)
    return min(forms, key=lambda form: (-forms[form], form))


def _described(bent: Sequence[Bent], codes: frozenset[str]) -> tuple[Described, Described]:
    inside = [each for each in bent if each.person.code in codes]
    return _cell(inside), _cell([each for each in bent if each.person.code not in codes])


def _cell(people: list[Bent]) -> Described:
    wanted, came = (sum(getattr(each, of) for each in people) for of in ("wanted", "came"))
    missed, bad = (sum(getattr(each, of) for each in people) for of in ("missed", "bad_journeys"))
    return Described(len(people), _about(missed, wanted), _about(bad, came))


def _percent(some: int, of: int) -> int:
    return round(100 * some / of) if of else 0


def _about(some: int, of: int) -> int:
    return round(100 * some / of / STEP_PERCENT) * STEP_PERCENT if of else 0
