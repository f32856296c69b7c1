"""What rows of numbers count for, laid out for the loops that weigh them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.concerns import NEVER, Concern, Sharers

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

KINDS = ("sum", "spread", "worst")
"""The kinds of levels, by the number that stands for them."""
NOTHING = np.zeros(0, dtype=np.int64)


class Rules(NamedTuple):
    """What a row of numbers counts for."""

    levels: Ints
    """Each level's kind, first field, end of its people, end of its fields, and step; shape (L, 5).

    The step is what one more counts for everybody alike, 0 where that differs.
    """
    units: Ints
    """What one more counts, shape (width,)."""
    spare: Ints
    """How many do not count, shape (width,)."""
    strict: Bools
    """Where one less always makes a better value, whatever follows; shape (width,)."""
    largest: Bools
    """Which fields keep the largest rather than the sum, shape (width,)."""
    caps: Ints
    """What a field may come to at the most, shape (width,)."""
    capped: Ints
    """The fields that have a cap."""
    settled: int
    """How many levels are settled."""
    known: Ints
    """Their values side by side."""
    together: Ints
    """What each settled level's value adds up to."""
    target: Ints
    """Values of the other levels side by side that have to be beaten; empty where none is known."""
    sharers: Ints
    """Of whom it is known together what they count: level, field of the total and unit; (S, 3)."""
    shares: Ints
    """Which of the sharers a field belongs to, -1 for none, shape (width,)."""
    one_will_do: bool
    """Whether of rows that lead to what is equally good one is enough."""
    bars: Ints
    """What some fields may come to at the most, those that tell most first, shape (n, 2).

    Each a field and a number. It follows from all of the above, and is seen at a glance.
    """


class Rows(NamedTuple):
    """Beginnings of a series (N)."""

    rows: Ints
    """What they add up to, shape (N, width)."""
    node: Ints
    """Where they stand, shape (N,)."""


class Ways(NamedTuple):
    """Every way on from each place, place by place."""

    first: Ints
    """Where the ways of each place begin, shape (places + 1,)."""
    choice: Ints
    """The choice taken, -1 being that of leaving out, shape (E,)."""
    child: Ints
    """The place it leads to, shape (E,)."""
    adds: Ints
    """What each choice adds, leaving out in the last row; shape (N + 1, width)."""


class Sums(NamedTuple):
    """How rows are added up, as far as what follows can tell them apart."""

    largest: Bools
    """Which fields keep the largest rather than the sum, shape (width,)."""
    limited: Ints
    """The fields of what is drawn on limits, shape (limits,)."""
    enough: Ints
    """What may be drawn on each so that enough is left, by place after; shape (places, limits)."""
    least: int = -1
    """A field: of rows that differ nowhere else the one with the least stands for all; or -1."""


class Weighed(NamedTuple):
    """What beginnings weigh by tolls (T).

    Each that leads on is light enough for all of the first few, and for one of the others.
    """

    begun: Ints
    """What each beginning (N) weighs, shape (N, T)."""
    adds: Ints
    """What each choice weighs, leaving out last, shape (T, N + 1)."""
    beyond: Ints
    """The least that what follows weighs, by place after, shape (T, places)."""
    most: Ints
    """What a whole series weighs at the most, shape (T,)."""
    always: int
    """How many of them are to be kept to by all."""


_NONE = np.zeros((0, 0), dtype=np.int64)
NOT_WEIGHED = Weighed(_NONE, _NONE, _NONE, NOTHING, 0)
"""Where nothing is known of what may be weighed."""


class Ahead(NamedTuple):
    """What is known of all that may follow a session."""

    least: Ints
    """The least that it adds, by place after; shape (places, width)."""
    sums: Sums
    """How beginnings are added up before it."""
    drawn: Ints
    """The least that it draws, by place, trade and how much is missed (`scheduler.trades`)."""
    trades: Ints
    """For each trade the field of what is drawn and the field of what is missed, shape (T, 2)."""
    caps: Ints
    """What each field may come to at the most, shape (width,)."""
    weighed: Weighed = NOT_WEIGHED


class Goal(NamedTuple):
    """What is settled of some levels, and what the others have to beat."""

    settled: int = 0
    """How many of the levels are settled."""
    known: Ints = NOTHING
    """Their values side by side."""
    target: Ints = NOTHING
    """Values of the others side by side; empty where none is known."""


def rules_of(
    concerns: Sequence[Concern],
    *,
    caps: Ints,
    goal: Goal | None = None,
    sharers: Sequence[Sharers] = (),
    one_will_do: bool = False,
) -> Rules:
    """Lay out levels, in order.

    Parameters
    ----------
    caps
        What each field may come to at the most, `NEVER` where that does not matter, shape (width,).
    one_will_do
        Whether of rows that lead to what is equally good one is enough.
    """
    aim, width = goal or Goal(), len(caps)
    units, spare = np.ones(width, dtype=np.int64), np.zeros(width, dtype=np.int64)
    strict, largest = np.zeros(width, dtype=np.bool_), np.zeros(width, dtype=np.bool_)
    for concern in concerns:
        strict[concern.fields] = concern.is_strict
        largest[concern.fields] = concern.kind == "worst"
        if concern.kind == "spread":
            units[concern.people], spare[concern.people] = concern.units, concern.spare
    shares = np.full(width, -1, dtype=np.int64)
    for number, each in enumerate(sharers):
        shares[list(each.members)] = number
    told = [(each.concern, each.total, each.unit) for each in sharers]
    capped = np.flatnonzero(caps < NEVER)
    bars = [*_bars(concerns, aim), *zip(capped.tolist(), caps[capped].tolist(), strict=True)]
    return Rules(
        levels=np.array([_level(concern) for concern in concerns], dtype=np.int64).reshape(-1, 5),
        units=units,
        spare=spare,
        strict=strict,
        largest=largest,
        caps=np.minimum(caps, NEVER - 1),
        capped=capped,
        settled=aim.settled,
        known=aim.known,
        together=np.array(list(_together(concerns, aim)), dtype=np.int64),
        target=aim.target,
        sharers=np.array(told, dtype=np.int64).reshape(-1, 3),
        shares=shares,
        one_will_do=one_will_do,
        bars=np.array(bars, dtype=np.int64).reshape(-1, 2),
    )


def _bars(concerns: Sequence[Concern], aim: Goal) -> Iterator[tuple[int, int]]:
    """Give the fields of which it is known what they may come to: sums, then people."""
    people: list[tuple[int, int]] = []
    at = 0
    for concern in concerns[: aim.settled]:
        value = aim.known[at : at + concern.width]
        people += _bars_for_people(concern, value)
        yield concern.fields.stop - 1, int(value.sum())
        at += concern.width
    if len(aim.target):
        concern = concerns[aim.settled]
        people += _bars_for_people(concern, aim.target)
        if concern.kind != "spread":
            yield concern.fields.start, int(aim.target[0])
    yield from people


def _bars_for_people(concern: Concern, value: Ints) -> Iterator[tuple[int, int]]:
    """Give what each person of a spread may have at the most: none counts more than the first."""
    fields = range(concern.people.start, concern.people.stop)
    for field, unit, spare in zip(fields, concern.units, concern.spare, strict=False):
        yield field, int(value[0]) // unit + spare


def _together(concerns: Sequence[Concern], aim: Goal) -> Iterator[int]:
    at = 0
    for concern in concerns[: aim.settled]:
        yield int(aim.known[at : at + concern.width].sum())
        at += concern.width


def _level(concern: Concern) -> tuple[int, ...]:
    fields = concern.fields.start, concern.people.stop, concern.fields.stop
    return KINDS.index(concern.kind), *fields, concern.step
