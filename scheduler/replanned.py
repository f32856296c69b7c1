"""What a new plan changes of an old one, for whom, and whom to tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from scheduler.fetched_elsewhere import moved_homes
from scheduler.figures import missed_by, people_of
from scheduler.named_in import comes_to, named_in
from scheduler.needed_hours import booked_on, needed_on, spoken_needs
from scheduler.plan import Chosen, Outcome, Plan
from scheduler.programme import Programme
from scheduler.sentences import counted, listed
from scheduler.spoken_days import spoken_day
from scheduler.ways_changed import way_news
from scheduler.words import Word

Wish = tuple[str, int]
"""A session: the code of its project, and which of the series, from 1."""
Kind = Literal["kept", "other day", "other hour or venue", "new", "called off"]


class SessionChange(Word):
    """What becomes of one session."""

    project: str
    """Code of the project."""
    number: int
    """Which session of the series, from 1."""
    kind: Kind
    """Whether it is kept, moved, new or called off."""
    says: str
    """It in a sentence."""


class BeforeAndAfter(Word):
    """How many of their sessions somebody misses, before and after."""

    person: str
    """Their code."""
    project: str
    """Code of the project."""
    before: int | None
    """Sessions missed in the old plan; none where they were not in it."""
    after: int | None
    """Sessions missed in the new plan; none where they left."""
    says: str
    """It in a sentence, for the organiser."""


class ToTell(Word):
    """Somebody who must be told, and what."""

    who: Literal["person", "worker", "venue"]
    """What they are to the group."""
    code: str
    """Their code."""
    name: str = ""
    """What they are called, where the sentence begins with it."""
    says: str
    """What to tell them, in a sentence that may be read out."""
    phone: str = ""
    """Number to ring, where one is known."""


class Replanned(Word):
    """A new plan, what it changes of the old one, and whom to tell."""

    plan: Plan
    """The new plan."""
    sessions: tuple[SessionChange, ...]
    """Every session, old and new."""
    people: tuple[BeforeAndAfter, ...]
    """Every person in every project, old and new."""
    to_tell: tuple[ToTell, ...]
    """Whom to tell, and what."""
    worse: tuple[str, ...] = ()
    """Where the floor of the old plan cannot be kept: who misses more than anybody did."""
    fewest: bool
    """Whether no plan above the floor is known to have fewer changes, by proof."""


def told_of(
    programmes: tuple[Programme, Programme],
    plans: tuple[Plan, Plan],
    *,
    proven: bool,
    booked: frozenset[Wish],
) -> Replanned:
    """Say what a new plan changes of an old one.

    Parameters
    ----------
    programmes
        The programme as it was and as it is now.
    plans
        The old plan and the new one.
    proven
        Whether no plan above the floor has fewer changes.
    booked
        The sessions whose room was booked and is lost.
    """
    comparing = _Comparing(programmes[1], *plans, booked, moved_homes(*programmes))
    return Replanned(
        plan=comparing.new,
        sessions=tuple(comparing.sessions()),
        people=tuple(comparing.people()),
        to_tell=(*comparing.persons_to_tell(), *comparing.workers(), *comparing.venues()),
        worse=tuple(comparing.worse()),
        fewest=proven,
    )


@dataclass(frozen=True)
class _Pair:
    """One session as it was and as it is."""

    project: str
    number: int
    was: Chosen | None
    now: Chosen | None

    @property
    def kind(self) -> Kind:
        if self.was is None or self.now is None:
            return "called off" if self.was else "new"
        if self.was.start.date() != self.now.start.date():
            return "other day"
        same = (self.was.start, self.was.venue) == (self.now.start, self.now.venue)
        return "kept" if same else "other hour or venue"


@dataclass(frozen=True)
class _Comparing:
    """Two plans, the programme as it is now, which booked rooms are lost and where people moved."""

    programme: Programme
    old: Plan
    new: Plan
    booked: frozenset[Wish]
    moved: Mapping[str, str]

    @cached_property
    def pairs(self) -> tuple[_Pair, ...]:
        keys = dict.fromkeys(
            (c.project, c.number) for c in (*self.new.sessions, *self.old.sessions)
        )
        pairs = (_Pair(*key, self.old.session(*key), self.new.session(*key)) for key in keys)
        return tuple(sorted(pairs, key=lambda pair: (self._places[pair.project], pair.number)))

    @cached_property
    def _places(self) -> dict[str, int]:
        codes = [project.code for project in self.programme.projects]
        codes += [chosen.project for chosen in self.old.sessions]
        return {code: place for place, code in enumerate(dict.fromkeys(codes))}

    @cached_property
    def names(self) -> dict[str, str]:
        people = {code: person.label for code, person in people_of(self.programme).items()}
        left = {person.code: person.label for person in self.programme.people}
        return left | people

    @cached_property
    def rooms(self) -> dict[str, str]:
        return {venue.code: venue.label for venue in self.programme.venues}

    def sessions(self) -> Iterator[SessionChange]:
        for pair in self.pairs:
            yield SessionChange(
                project=pair.project, number=pair.number, kind=pair.kind, says=self._says(pair)
            )

    def people(self) -> Iterator[BeforeAndAfter]:
        before, after = (
            {(each.project, each.person): each for each in plan.people}
            for plan in (self.old, self.new)
        )
        for key in dict.fromkeys((*after, *before)):
            was, now = before.get(key), after.get(key)
            name = self.names.get(key[1], key[1])
            yield BeforeAndAfter(
                person=key[1],
                project=key[0],
                before=None if was is None else missed_by(was),
                after=None if now is None else missed_by(now),
                says=f"{name} {_misses(was, now)}.",
            )

    def persons_to_tell(self) -> Iterator[ToTell]:
        told: dict[str, list[str]] = {}
        for pair in self.pairs:
            for code in dict.fromkeys((*named_in(pair.now), *named_in(pair.was))):
                if words := self._news(pair, code):
                    told.setdefault(code, []).append(words)
        for code, news in told.items():
            name = self.names.get(code, code)
            says = f"{name}: {'; '.join(news)}."
            yield ToTell(who="person", code=code, name=name, says=says)

    def workers(self) -> Iterator[ToTell]:
        """Give each worker who is needed at another time, or no longer, or newly."""
        known = {worker.code: worker.label for worker in self.programme.workers}
        codes = dict.fromkeys(
            code for c in (*self.old.sessions, *self.new.sessions) for code in c.workers
        )
        for code in codes:
            was, now = (
                {self._needed_at(c, code): None for c in plan.sessions if code in c.workers}
                for plan in (self.old, self.new)
            )
            if news := spoken_needs(
                [w for w in now if w not in was], [w for w in was if w not in now]
            ):
                yield ToTell(who="worker", code=code, says=f"{known.get(code, code)}: {news}.")

    def venues(self) -> Iterator[ToTell]:
        """Give each venue with a booking to make or to call off."""
        for venue in self.programme.venues:
            was, now = (
                {needed_on(self.programme, c): None for c in plan.sessions if c.venue == venue.code}
                for plan in (self.old, self.new)
            )
            booked, freed = [w for w in now if w not in was], [w for w in was if w not in now]
            if news := spoken_needs(booked, freed):
                says = f"{venue.label}: {news}."
                yield ToTell(who="venue", code=venue.code, says=says, phone=venue.phone)

    def worse(self) -> Iterator[str]:
        """Say who with lived experience misses more than anybody did, in each project."""
        for project in self.programme.projects:
            group = self.programme.group(project)
            lived = {person.code for person in group if person.is_lived}
            was, now = (
                [p for p in plan.people if p.project == project.code and p.person in lived]
                for plan in (self.old, self.new)
            )
            floor = max(map(_share, was), default=Fraction(0))
            for each in (each for each in now if was and _share(each) > floor):
                yield (
                    f"{self.names[each.person]} now misses {missed_by(each)} of "
                    f"{counted(each.wanted, 'session')}, a larger share than anybody with lived "
                    "experience missed before; no plan was found that keeps everybody from that."
                )

    def _says(self, pair: _Pair) -> str:
        label = f"S{self._label(pair)[1:]}"
        if pair.was and (pair.project, pair.number) in self.booked:
            now = f"now it is {self._when(pair.now)}" if pair.now else "it is called off"
            return f"{label} was booked for {self._when(pair.was)}, which is lost; {now}."
        if pair.kind == "kept" and pair.now:
            return f"{label} stays: {self._when(pair.now)}."
        if pair.was is None or pair.now is None:
            held = pair.was or pair.now
            assert held is not None  # noqa: S101 - one plan or the other has it
            verb = "is called off; it was" if pair.was else "is new:"
            return f"{label} {verb} {self._when(held)}."
        return f"{label} moves to {self._when(pair.now)}; it was {self._when(pair.was)}."

    def _news(self, pair: _Pair, code: str) -> str:
        """Return what somebody must be told of a session; empty where it is as they know it."""
        label = self._label(pair)
        if code not in named_in(pair.now):
            is_off = pair.now is None and pair.was is not None
            return f"{label}{' is called off' if is_off else ' goes on without them'}"
        joined = code not in named_in(pair.was)
        comes, came = comes_to(pair.now, code), comes_to(pair.was, code)
        assert pair.now is not None  # noqa: S101 - they are named in it
        is_over = pair.now.start.date() < self.programme.planning_day
        news = way_news(pair.was, pair.now, code=code, names=self.names, moved=self.moved)
        way = "" if is_over else listed(list(news))
        if pair.kind == "kept" and comes == came and not joined:
            return f"for {label}, {self._when(pair.now)}, {way}" if way else ""
        can = "they are expected" if comes else "they are not expected"
        return f"{label} is {self._when(pair.now)}, and {can}{f'; {way}' if way else ''}"

    def _label(self, pair: _Pair) -> str:
        labels = {project.code: project.label for project in self.programme.projects}
        return f"session {pair.number} of {labels.get(pair.project, pair.project)}"

    def _when(self, chosen: Chosen) -> str:
        begin, end = (each.astimezone(self.programme.tz) for each in (chosen.start, chosen.end))
        hours = f"from {begin:%H:%M} to {end:%H:%M}"
        return f"{spoken_day(begin.date())} {hours}, {self.rooms.get(chosen.venue, chosen.venue)}"

    def _needed_at(self, chosen: Chosen, code: str) -> str:
        room = self.rooms.get(chosen.venue, chosen.venue)
        return f"{booked_on(self.programme, chosen, code)}, {room}"


def _share(outcome: Outcome) -> Fraction:
    return Fraction(missed_by(outcome), outcome.wanted)


def _misses(was: Outcome | None, now: Outcome | None) -> str:
    if now is None:
        return "has left the group"
    told = f"misses {missed_by(now)} of {counted(now.wanted, 'session')}"
    return f"joins and {told}" if was is None else f"{told}; before, {missed_by(was)}"
