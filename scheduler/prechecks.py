"""Counts what can be counted before any search: per session, per room, per person.

What counting finds in the way is said with its number, and with what to do about it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from scheduler.bits import People, company_of
from scheduler.choosing import Desk
from scheduler.columns import Columns, columns_of, place_of
from scheduler.constraint import Constraint, Objection, Relaxation
from scheduler.degree import Degree
from scheduler.demands import Demand, smallest_conflict, with_mask
from scheduler.discreet import parts_of
from scheduler.giving import ways_to_give
from scheduler.people import Person
from scheduler.private import ASK_ONE_TO_ONE, PRIVATE_NEED, together
from scheduler.screen import Screened
from scheduler.sentences import counted, listed
from scheduler.spoken_days import spoken_day
from scheduler.ties import ties_of
from scheduler.too_short import too_short
from scheduler.unmet import ConflictPart, Obstacle

PRIVATE_NEEDS = "Private needs"
NAMED = 3
"""How many rules are named where several share the blame."""


def obstacles_of(desk: Desk) -> tuple[Obstacle, ...]:
    """Return what counting alone finds in the way of a project, session by session."""
    found = [
        obstacle
        for screened, columns, numbers in _kinds(desk)
        for obstacle in _Wish(desk, screened, columns, numbers).obstacles()
    ]
    return (*_foreseen(desk), *found, *too_short(desk), *_never_there(desk))


def _foreseen(desk: Desk) -> Iterator[Obstacle]:
    """Say which rules a group can never meet under, as it is made up."""
    for rule in desk.rules:
        foreseen = rule.foresee(desk.programme.group(desk.project))
        if foreseen is not None:
            yield Obstacle(
                project=desk.project.code,
                constraint=rule.name(),
                says=foreseen.says,
                remedy=foreseen.remedy,
            )


def _kinds(desk: Desk) -> Iterator[tuple[Screened, Columns, tuple[int, ...]]]:
    """Go through sessions alike, with the numbers of those that are still to be planned."""
    for screened in dict.fromkeys(desk.screened):
        numbers = [n for n, own in enumerate(desk.screened) if own is screened]
        if not screened.grid.session.is_promised:
            yield screened, desk.columns[numbers[0]], tuple(number + 1 for number in numbers)


@dataclass(frozen=True, eq=False)
class _Wish:
    """One session wish, or several alike, being counted."""

    desk: Desk
    screened: Screened
    columns: Columns
    numbers: tuple[int, ...]

    def obstacles(self) -> Iterator[Obstacle]:
        """Say what leaves nothing, the plainest first."""
        starts, venues, _ = self.screened.grid.shape
        if not starts or not venues:
            yield self._obstacle(*self._nothing_to_try(starts))
        elif self.screened.closed.all():
            yield from self._all_closed()
        elif not len(self.columns):
            yield from self._too_few()

    def _obstacle(self, says: str, remedy: str, rule: Constraint | None = None) -> Obstacle:
        which = "Session" if len(self.numbers) == 1 else "Sessions"
        return Obstacle(
            project=self.desk.project.code,
            number=self.numbers[0] if len(self.numbers) == 1 else 0,
            constraint=rule.name() if rule else "",
            says=f"{which} {listed([str(number) for number in self.numbers])}: {says}",
            remedy=remedy,
        )

    def _nothing_to_try(self, starts: int) -> tuple[str, str]:
        session, programme = self.screened.grid.session, self.desk.programme
        if starts:
            return "0 rooms to choose from.", "Add a room to the programme, or to the project."
        first, last = programme.days_for(session)
        if last < first:
            until = f"it may be held until {spoken_day(last)}"
            says = f"0 days to try: {until}, and not before {spoken_day(first)}."
            return says, "Widen its days; or say that it was held, if it is past."
        days = f"{spoken_day(first)} to {spoken_day(last)}"
        hours = f"from {programme.earliest} to {programme.latest}"
        says = f"0 starts to try for {session.length_minutes} minutes, {days}, {hours}."
        return says, "Widen the days or the hours, or make the session shorter."

    def _all_closed(self) -> Iterator[Obstacle]:
        pairs = counted(self.screened.closed.size, "date and room", "dates and rooms")
        alone = [rule for rule in self._asked() if self.screened.closed_by(rule.name()).all()]
        private = [rule for rule in alone if self._is_private(rule)]
        if private:
            # Told together: which rules they are would tell what the needs are.
            needs = together(PRIVATE_NEED, sum(len(self._barred(rule)) for rule in private))
            by = "one rule alone" if len(private) == 1 else f"{len(private)} rules, each alone"
            says = f"all {pairs} are ruled out by {by}. {needs}"
            yield self._obstacle(says, ASK_ONE_TO_ONE)
        for rule in alone:
            if rule not in private:
                says = f"all {pairs} are ruled out by one rule alone. {self._says(rule)}"
                yield self._obstacle(says, self._remedy(rule), rule)
        if not alone:
            blame = [rule for rule in self._asked() if self._closes(rule)]
            blame = sorted(blame, key=lambda rule: -self._closes(rule))[:NAMED]
            named = listed([f"{name} ({many})" for name, many in self._told(blame)])
            yield self._obstacle(
                f"all {pairs} are ruled out, though by no single rule. Most by: {named}.",
                "Look at these rules first: each rules out as many as it says.",
            )

    def _asked(self) -> list[Constraint]:
        return [rule for rule in self.desk.rules if rule.name() in self.screened.masks]

    def _told(self, rules: Sequence[Constraint]) -> Iterator[tuple[str, int]]:
        """Give how much each rule rules out, those that would tell of a private need as one."""
        private = [rule for rule in rules if self._is_private(rule)]
        for rule in rules:
            if rule not in private:
                yield rule.title, self._closes(rule)
        if private:
            yield PRIVATE_NEEDS, self._closes(*private)

    def _closes(self, *rules: Constraint) -> int:
        each = [self.screened.closed_by(rule.name()) for rule in rules]
        whole = [np.broadcast_to(closed, self.screened.closed.shape) for closed in each]
        return int(np.logical_or.reduce(whole).sum())

    def _is_private(self, rule: Constraint) -> bool:
        """Say whether a sentence of this rule speaks of what somebody does not share."""
        if rule.name() not in self.screened.personal:
            return self._first(rule).is_private
        shared = all(person.share_reasons for person in self._barred(rule))
        return not shared or self._first(rule).is_private

    def _barred(self, rule: Constraint) -> list[Person]:
        if rule.name() not in self.screened.personal:
            return [*rule.guarded(self.screened.grid.people)]
        barred = (self.screened.masks[rule.name()].degrees >= Degree.RIGHT.value).any(axis=(0, 1))
        people = self.screened.grid.people
        return [people[p] for p in np.flatnonzero(np.broadcast_to(barred, len(people)))]

    def _says(self, rule: Constraint) -> str:
        """Say in a rule's own words why its first candidate is closed, as far as may be said."""
        return f"{rule.title}. The first, for example: {self._first(rule).organiser}"

    def _first(self, rule: Constraint) -> Objection:
        """Return what a rule says of the first candidate it closes."""
        degrees = self.screened.masks[rule.name()].degrees
        least = Degree.RIGHT if rule.name() in self.screened.personal else Degree.NEVER
        start, venue, person = np.argwhere(degrees >= least)[0].tolist()
        at = {"start": start, "venue": venue, "person": person}
        said = rule.check(**self.screened.grid.arguments(rule.asks_for(), at))
        assert said is not None  # noqa: S101 - the screen asked it the same
        return said

    def _too_few(self) -> Iterator[Obstacle]:
        """Say how many come at best where never enough of the right people are free at once.

        Unless that is told already: who is in the group at all.
        """
        alone = [rule for rule in self.desk.rules if "present" not in rule.asks_for()]
        candidates = columns_of(self.screened, alone, self.desk.ties)
        many = candidates.sure.sum(axis=1)
        most, group = int(many.max()), len(self.screened.grid.people)
        days = counted(len(np.unique(candidates.day)), "day")
        # Where people travel otherwise than by their best way, it may be that nobody refuses.
        rows = np.argsort(-many, kind="stable").tolist()
        refused = ((row, *told) for row in rows for told in self._refused(candidates, row))
        best, rule, said = next(refused, (0, None, ""))
        if rule is None:
            return
        can_be = f"{days} with a room, but at most {most} of {group} can be counted on at once"
        if rule.foresee(self.screened.grid.people) is None:
            also = self._also(rule) if self._together(candidates, best).bit_count() < most else ()
            told = {part.says.rstrip("."): None for each in also for part in self._part(each)}
            fewer = f", and fewer together because of this: {'; '.join(told)}" if told else ""
            named = [each for each in also if all(part.constraint for part in self._part(each))]
            yield self._obstacle(f"{can_be}{fewer}. {said}", self._remedy(rule, *named), rule)

    def _also(self, rule: Constraint) -> tuple[Constraint, ...]:
        """Return the rules that leave nothing together with another, or without it."""

        def is_shut(kept: Sequence[Demand]) -> bool:
            rules = [by_name[demand.constraint] for demand in kept]
            return not len(columns_of(self.screened, rules, ties_of(rules)))

        by_name = {each.name(): each for each in self.desk.rules}
        own, left, found = Demand(rule.name()), [Demand(name) for name in by_name], list[Demand]()
        while is_shut(left):
            shut = [each for each in smallest_conflict(left, is_shut) if each != own]
            if not shut:
                break
            found += shut
            left = [each for each in left if each not in shut]
        return tuple(by_name[each.constraint] for each in found)

    def _part(self, rule: Constraint) -> tuple[ConflictPart, ...]:
        return parts_of(self.desk, Demand(rule.name()))

    def _remedy(self, rule: Constraint, *also: Constraint) -> str:
        """Return what to do about a rule: the ways it, or others, can give to find a date."""
        ways = [(each, way) for each in (rule, *also) for way in ways_to_give(each)]
        labels = [way.label for each, way in ways if self._opens(each, way)]
        if labels:
            return f"It could give: {'; or: '.join(labels)}."
        stands = "No way it can give is enough by itself" if ways else _stands(rule)
        others = "; or change what else is named" if also else ""
        return f"{stands}: change {_behind(rule)}{others}."

    def _opens(self, rule: Constraint, way: Relaxation) -> bool:
        """Say whether a session could be held by itself if a rule gave."""
        softer = rule.relaxed(way)
        rules = tuple(softer if each is rule else each for each in self.desk.rules)
        screened = with_mask(self.screened, softer)
        return len(columns_of(screened, rules, ties_of(rules))) > 0

    def _refused(self, candidates: Columns, row: int) -> Iterator[tuple[Constraint, str]]:
        """Give the rules about company that refuse a candidate, and what they say."""
        company, grid = self.columns.company, self.screened.grid
        here = self._together(candidates, row)
        present = tuple(person for p, person in enumerate(grid.people) if here >> p & 1)
        at = place_of(candidates, row)
        asked = ((rule, self._says_of(rule, present, at)) for rule in company.rules)
        return ((rule, says) for rule, says in asked if says)

    def _together(self, candidates: Columns, row: int) -> People:
        """Return whom of a candidate can be counted on once others have stood down."""
        able, sure = (company_of(who[row].tolist()) for who in (candidates.able, candidates.sure))
        return next(self.columns.company.variants(able, sure)) & sure

    def _says_of(self, rule: Constraint, present: tuple[Person, ...], at: dict[str, int]) -> str:
        names = tuple(name for name in rule.asks_for() if name != "present")
        said = rule.check(**{**self.screened.grid.arguments(names, at), "present": present})
        return said.organiser if said is not None and said.degree >= Degree.NEVER else ""


def _never_there(desk: Desk) -> Iterator[Obstacle]:
    """Say who can come to none of the dates and rooms in which enough others can be."""
    kinds = (own for own in dict.fromkeys(desk.columns) if not own.grid.session.is_promised)
    columns = [own for own in kinds if len(own)]
    every = sum(map(len, columns))
    if not every:
        return
    days = len(np.unique(np.concatenate([own.day for own in columns])))
    able = np.logical_or.reduce([own.able.any(axis=0) for own in columns])
    for p in np.flatnonzero(~able):
        person = desk.programme.group(desk.project)[p]
        ask = f"Ask {person.label} which day or place would do"
        pairs = counted(every, "date and room", "dates and rooms")
        yield Obstacle(
            project=desk.project.code,
            person=person.code,
            says=f"{person.label} can come to none of {pairs} on {counted(days, 'day')}.",
            remedy=f"{ask}, or for another way to take part.",
        )


def _stands(rule: Constraint) -> str:
    return "It guards a right and does not give" if rule.is_right else "It has no way to give"


def _behind(rule: Constraint) -> str:
    """Return what can be changed about a rule that stands in the way."""
    asks = set(rule.asks_for())
    return next((says for names, says in REMEDIES if names & asks), "what the programme says of it")


REMEDIES = (
    ({"venue"}, "the rooms there are, or what is known of them"),
    ({"present"}, "who is in the group, or what is known of them"),
    ({"session"}, "the workers there are, or when they can be booked"),
    ({"group", "person"}, "who is in the group, or what is known of them"),
    ({"start", "end", "day"}, "the days and hours there are"),
)
"""What can be changed where a rule that reads some of these closes everything."""
