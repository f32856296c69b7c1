"""What became different since a plan was made, a sentence for each change."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from scheduler.plan_changes import (
    FieldSet,
    Joins,
    Leaves,
    LineCancelled,
    PersonAway,
    PlanChange,
    VenueLost,
)
from scheduler.programme import Programme
from scheduler.sentences import listed
from scheduler.spoken_days import spoken_days
from web.change_options import SUMS
from web.names import Names
from web.replanning import numbered
from web.wording import money, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

OF_PERSON: Final = re.compile(r"people\[([^\]]+)\]\.(needs|times\.work)")
OF_PROJECT: Final = re.compile(r"projects\[([^\]]+)\]\.sessions(?:\[(\d+)\]\.required)?")
OF_MONEY: Final = re.compile(rf"projects\[([^\]]+)\]\.constraints\.({'|'.join(SUMS)})\.most_pence")


@dataclass(frozen=True)
class ShownChange:
    """One change, and how it is taken away again."""

    says: str
    kind: str
    number: int


def shown_changes(programme: Programme, changes: PlanChange) -> tuple[ShownChange, ...]:
    """Return every change in a sentence."""
    telling = _Telling(Names.of(programme))
    return tuple(
        ShownChange(telling.says(kind, change), kind, number)
        for kind, number, change in numbered(changes)
    )


@dataclass(frozen=True)
class _Telling:
    """The words for what a change says by code."""

    names: Names

    def says(self, kind: str, change: Any) -> str:  # noqa: ANN401 - one of six words
        says: Mapping[str, Callable[[Any], str]] = {
            "venues_lost": self._venue,
            "away": self._away,
            "lines_cancelled": self._line,
            "joins": self._joins,
            "leaves": self._leaves,
            "fields": self._field,
        }
        return says[kind](change)

    def _venue(self, lost: VenueLost) -> str:
        venue = self.names.venue(lost.venue)
        return say("change.says_venue", venue=venue, days=_days(lost.first, lost.last))

    def _away(self, away: PersonAway) -> str:
        who = self.names.person(away.person)
        return say("change.says_away", who=who, days=_days(away.first, away.last))

    def _line(self, cancelled: LineCancelled) -> str:
        days = _days(cancelled.first, cancelled.last)
        return say("change.says_line", line=cancelled.line, days=days)

    def _joins(self, joins: Joins) -> str:
        group = self.names.project(joins.project)
        return say("change.says_joins", who=joins.person.label, group=group)

    def _leaves(self, leaves: Leaves) -> str:
        group = self.names.project(leaves.project)
        return say("change.says_leaves", who=self.names.person(leaves.person), group=group)

    def _field(self, put: FieldSet) -> str:
        person, project = OF_PERSON.fullmatch(put.field), OF_PROJECT.fullmatch(put.field)
        if person and person[1] in self.names.people:
            return self._of_person(put, person)
        if project and project[1] in self.names.projects:
            return self._of_project(put, project)
        limit = OF_MONEY.fullmatch(put.field)
        if limit and limit[1] in self.names.projects and isinstance(put.value, int):
            return self._of_money(put.value, limit)
        told = listed([str(each) for each in put.add]) if put.add else str(put.value)
        return say(
            "change.says_added" if put.add else "change.says_set", field=put.field, value=told
        )

    def _of_money(self, most: int, found: re.Match[str]) -> str:
        what, group = say(f"change.{found[2]}"), self.names.project(found[1])
        if most < 0:
            return say("change.says_no_limit", what=what, group=group)
        return say("change.says_money", what=what, group=group, most=money(most))

    def _of_person(self, put: FieldSet, found: re.Match[str]) -> str:
        who = self.names.person(found[1])
        if found[2] == "needs":
            return say("change.says_need", who=who, need=listed([*map(str, put.add)]))
        if not put.value:
            return say("change.says_no_work", who=who)
        return say("change.says_work", who=who, hours=listed([*map(str, put.value)]))

    def _of_project(self, put: FieldSet, found: re.Match[str]) -> str:
        group = self.names.project(found[1])
        if found[2]:
            return say("change.says_left_out", number=found[2], group=group)
        titles = [str(each.get("title", "")) for each in put.add if isinstance(each, dict)]
        return say("change.says_session", group=group, title=listed(titles))


def _days(first: date | None, last: date | None) -> str:
    return say("change.for_good") if first is None else spoken_days(first, last or first)
