"""Checks that what a plan says of a clash agrees with the plan and with itself.

That the clash is one, and what each offer would do, is found by planning again and again.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scheduler.finished import WHOLE, Breach
from scheduler.in_force import Rules
from scheduler.outcomes import without_date
from scheduler.plan import Plan
from scheduler.programme import Programme, Project
from scheduler.spoken_conflicts import spoken_conflict, spoken_tries
from scheduler.unmet import Conflict, Offer, Tried


def conflict_breaches(
    programme: Programme, plan: Plan, rules: Mapping[str, Rules]
) -> Iterator[Breach]:
    """Find clashes of groups that lack nothing, and what no clash can say."""
    if plan.possible:
        return  # That there is nothing to explain is said already.
    lacking: dict[str, set[int]] = {project.code: set() for project in programme.projects}
    for one in without_date(programme, plan.sessions):
        if one.required:
            lacking[one.project].add(one.number)
    told = [conflict.project for conflict in plan.conflicts]
    if told != [code for code, numbers in lacking.items() if numbers and code in told]:
        says = "It does not explain once, in their order, what groups that lack sessions lack."
        yield Breach(WHOLE, "", 0, says, "words")
        return
    projects = {project.code: project for project in programme.projects}
    for conflict in plan.conflicts:
        project = projects[conflict.project]
        own = {person.code for person in programme.group(project)}
        names = frozenset(rule.name() for rule in rules[project.code])
        clash = _Clash(project, lacking[project.code], own, names)
        for says in clash.untrue(conflict):
            yield Breach(WHOLE, project.code, 0, says, "words")


@dataclass(frozen=True)
class _Clash:
    """A group that lacks sessions, and what can be spoken of there."""

    project: Project
    lacking: set[int]
    people: set[str]
    rules: frozenset[str]

    def untrue(self, conflict: Conflict) -> Iterator[str]:
        """Say what is told of a clash that cannot be."""
        many = range(1, len(self.project.sessions) + 1)
        parts, besides = conflict.parts, conflict.besides
        if conflict.says not in {spoken_conflict(parts, number, besides) for number in many}:
            yield f"What clashes is not what this names: {conflict.says}"
        if besides and all(part.enough for part in parts):
            yield f"Nothing else can be in the way where this would be enough: {conflict.says}"
        for part in (*parts, *besides):
            known = part.constraint in {"", *self.rules} and part.person in {"", *self.people}
            if not (known and part.needed and part.many >= 1):
                yield f"This is no part of a clash that was proven: {part.says}"
        kinds = [tried.kind for tried in conflict.tried]
        yield from (f"This cannot have been tried: {t.says}" for t in _not_tried(conflict.tried))
        for offer in conflict.offers:
            if not self._can_be(offer, kinds):
                yield f"This cannot be offered here: {offer.label}"

    def _can_be(self, offer: Offer, kinds: Sequence[str]) -> bool:
        """Say whether an offer is of these sessions, people and rules, and helps."""
        required = sum(session.required for session in self.project.sessions)
        return (
            offer.kind in kinds
            and offer.constraint in {"", *self.rules}
            and set(offer.gainers) <= self.people
            and len(set(offer.gainers)) == len(offer.gainers)
            and [*offer.serves] == sorted(self.lacking & {*offer.serves})
            and 0 <= offer.of - offer.placed < len(self.lacking)
            and offer.of - offer.placed <= required
        )


def _not_tried(told: Sequence[Tried]) -> Iterator[Tried]:
    """Give what is told of changes in two ways, or of one kind twice."""
    kinds = Counter(tried.kind for tried in told)
    for tried in told:
        says = spoken_tries(tried.kind, tried.many, tried.helped)
        if tried.says != says or not 0 <= tried.helped <= tried.many or kinds[tried.kind] > 1:
            yield tried
