"""What go-betweens say to a time: ruled out, to be asked about, or nothing against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scheduler.facts import Answer
from scheduler.go_betweens import GoBetween
from scheduler.programme import Programme, Project
from scheduler.taken import Taken, first_met, joined, spell_minutes, whole_days
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
    for one in go_betweens_of(programme, project):
        yield Asked(
            one,
            _label(one, programme),
            rules_it_out=first_met(vetoes(one, programme), (start, end)) is not None,
            is_held=first_met(holds(one, programme), (start, end)) is not None,
            was_asked=was_asked(one),
        )


def go_betweens_of(programme: Programme, project: Project) -> tuple[GoBetween, ...]:
    """Return the go-betweens a project names, in the order it names them."""
    by_code = {each.code: each for each in programme.go_betweens}
    return tuple(by_code[code] for code in project.go_betweens)


def was_asked(go_between: GoBetween) -> bool:
    """Say whether somebody has been asked about dates at all."""
    return go_between.asked not in NOT_ASKED


def vetoes(go_between: GoBetween, programme: Programme) -> Taken:
    """Return all the time a go-between ruled out."""
    return _stretches(go_between.veto_days, go_between.veto_times, programme)


def holds(go_between: GoBetween, programme: Programme) -> Taken:
    """Return all the time a go-between wants to be asked about."""
    return _stretches(go_between.hold_days, go_between.hold_times, programme)


def _stretches(days: tuple[Days, ...], spells: tuple[Spell, ...], programme: Programme) -> Taken:
    return joined(
        (
            *(whole_days(each, programme) for each in days),
            *(spell_minutes(each, programme) for each in spells),
        )
    )


def _label(go_between: GoBetween, programme: Programme) -> str:
    people = (person.label for person in programme.people if person.code == go_between.code)
    return go_between.name or next(people, go_between.code)
