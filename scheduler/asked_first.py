"""What go-betweens say to a time: ruled out, to be asked about, or nothing against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scheduler.facts import Answer
from scheduler.go_betweens import GoBetween
from scheduler.programme import Programme, Project
from scheduler.taken import Stretch, first_met, joined, spell_minutes, whole_days
from scheduler.words import Days, Spell

NOT_ASKED = frozenset({Answer.UNKNOWN, Answer.NO})
"""Answers after which somebody still has to ask."""


@dataclass(frozen=True)
class Asked:
    """One go-between of a project, and what they say to one time."""

    go_between: GoBetween
    label: str
    """The name people read."""
    rules_it_out: bool
    is_held: bool
    """Whether they want to be asked about this very time."""
    was_asked: bool
    """Whether they have been asked about dates at all."""

    @property
    def is_open(self) -> bool:
        """Say whether somebody still has to ask them about this time."""
        return not self.rules_it_out and (self.is_held or not self.was_asked)


def asked_first(
    programme: Programme, project: Project, *, start: datetime, end: datetime
) -> Iterator[Asked]:
    """Give every go-between of a project with what they say to a time."""
    by_code = {each.code: each for each in programme.go_betweens}
    for code in project.go_betweens:
        one, time = by_code[code], (start, end)
        yield Asked(
            one,
            _label(one, programme),
            rules_it_out=_meets(one.veto_days, one.veto_times, programme, time),
            is_held=_meets(one.hold_days, one.hold_times, programme, time),
            was_asked=one.asked not in NOT_ASKED,
        )


def _meets(
    days: tuple[Days, ...],
    spells: tuple[Spell, ...],
    programme: Programme,
    time: tuple[datetime, datetime],
) -> bool:
    stretches: list[Stretch] = [
        *(whole_days(each, programme) for each in days),
        *(spell_minutes(each, programme) for each in spells),
    ]
    return first_met(joined(stretches), time) is not None


def _label(go_between: GoBetween, programme: Programme) -> str:
    people = (person.label for person in programme.people if person.code == go_between.code)
    return go_between.name or next(people, go_between.code)
