"""Of whom it is known together what they miss at the least, and for want of what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from scheduler.columns import Columns
from scheduler.concerns import Concern, Ledger, Sharers, Trade
from scheduler.limits import Limit, Limits

People = tuple[int, ...]
"""Positions in the group."""


def with_limits(ledger: Ledger, limits: Limits, series: Sequence[Columns]) -> Ledger:
    """Return a ledger that also adds up what is drawn on limits, and who misses what for them."""
    ledger = replace(ledger, limits=tuple(limit.cap for limit in limits.each))
    sharers: dict[People, Sharers] = {}
    drawing = [_drawing(limit, limits, series) for limit in limits.each]
    trades: list[Trade] = []
    for number, people in enumerate(ledger.classes):
        classed = set(people.tolist())
        for k, draws in enumerate(drawing):
            own = tuple(sorted(classed & draws))
            field = _missed_by(ledger, own, number, sharers)
            if field is not None:
                trades.append(Trade(ledger.told + k, field))
        for pair in _in_turn(series):
            _missed_by(ledger, tuple(sorted(classed & pair)), number, sharers)
    return replace(ledger, sharers=tuple(sharers.values()), trades=tuple(trades))


def without_trades(ledger: Ledger, settled: Sequence[Concern]) -> Ledger:
    """Return a ledger without the trades of people of whom it is settled what they miss."""
    known = range(settled[0].fields.start, settled[-1].fields.stop)
    totals = {each.total for each in ledger.sharers if each.members[0] in known}
    trades = (t for t in ledger.trades if t.missed not in known and t.missed not in totals)
    return replace(ledger, trades=tuple(trades))


def _missed_by(
    ledger: Ledger, own: People, number: int, sharers: dict[People, Sharers]
) -> int | None:
    """Return the field of what some people of a class miss, adding one where there is none."""
    concern = ledger.about(number)[0]
    missed = ledger.concerns[concern]
    places = [ledger.classes[number].tolist().index(person) for person in own]
    fields = tuple(missed.people.start + place for place in places)
    if own in sharers:
        return sharers[own].total
    if len(own) <= 1:
        return next(iter(fields), None)
    units = {missed.units[place] for place in places}
    plain = all(missed.is_plain[place] for place in places)
    others = {person for known in sharers for person in known}
    if len(units) > 1 or not plain or others & set(own):
        return None
    sharers[own] = Sharers(concern, fields, ledger.width + len(sharers), units.pop())
    return sharers[own].total


def _drawing(limit: Limit, limits: Limits, series: Sequence[Columns]) -> set[int]:
    """Return who draws on a limit anywhere."""
    found: set[int] = set()
    for columns in series:
        drawn = limits.draws(limit.purse, columns) * columns.able
        found.update(np.flatnonzero(drawn.any(axis=0)).tolist())
    return found


def _in_turn(series: Sequence[Columns]) -> Iterator[set[int]]:
    """Give those of whom one always stays behind."""
    for members in series[0].company.in_turn:
        yield {p for p in range(members.bit_length()) if members >> p & 1}
