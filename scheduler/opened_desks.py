"""What the rules leave open of a project, kept in as little memory as it needs."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.asked_once import AskedOnce, kind_of
from scheduler.choosing import Desk, desk_for
from scheduler.columns import Columns
from scheduler.folded import folded
from scheduler.in_force import Rules
from scheduler.prechecks import obstacles_of
from scheduler.presence import Company
from scheduler.programme import Project
from scheduler.screen import Screened
from scheduler.unmet import Obstacle

Ints = NDArray[np.int64]
PLACES = ("start", "venue")
"""What tells candidates apart: all else is often the same."""


class Opened(NamedTuple):
    """What the rules leave open of one project, told without the rules' own answers."""

    columns: tuple[Mapping[str, Any], ...]
    """The figures of the candidates of each kind of session, by field."""
    counts: tuple[bool, ...]
    """Of each of them, whether it counts, or passes over somebody's right."""
    personal: frozenset[str]
    obstacles: tuple[Obstacle, ...]


def open_desk(project: Project, rules: Rules, asked: AskedOnce) -> Opened:
    """Ask every rule about a project and keep what is open, without the rules' own answers."""
    desk = desk_for(asked.programme, project, rules, asked=asked)
    columns = tuple(_figures(own) for own in dict.fromkeys(desk.columns))
    counts = tuple(own.screened.counts for own in dict.fromkeys(desk.columns))
    return Opened(columns, counts, desk.screened[0].personal, obstacles_of(desk))


def _figures(own: Columns) -> dict[str, Any]:
    """Return the figures of some candidates in as little memory as they need."""
    figures = {each.name: getattr(own, each.name) for each in fields(Columns)[2:]}
    figures.update({name: _small(figures[name]) for name in ("minutes", "fares")})
    figures.update({name: figures[name].astype(np.int32) for name in PLACES})
    return figures | folded({name: figures[name] for name in figures if name not in PLACES})


def _small(numbers: Ints) -> NDArray[np.int16] | NDArray[np.int32]:
    """Return numbers that are added up as int64 later, in as few bytes as hold each of them."""
    if numbers.max(initial=0) < 1 << 15:
        return numbers.astype(np.int16)
    return numbers.astype(np.int32)


def desk_of(project: Project, rules: Rules, *, opened: Opened, asked: AskedOnce) -> Desk:
    """Return a project with what is open of it, the rules' own answers left out."""
    kinds = [kind_of(session) for session in project.sessions]
    screened = {
        kind: Screened(asked.grid(project, kind, rules), {}, opened.personal)
        for kind in dict.fromkeys(kinds)
    }
    desk = Desk(asked.programme, project, rules, tuple(screened[kind] for kind in kinds))
    together = tuple(rule for rule in rules if "present" in rule.asks_for())
    laid_out = {
        id(own): Columns(screened=own, company=Company(own.grid, asked, desk.ties), **figures)
        for own, asked, figures in zip(
            screened.values(),
            (together if counts else () for counts in opened.counts),
            opened.columns,
            strict=True,
        )
    }
    return replace(desk, laid_out=laid_out)
