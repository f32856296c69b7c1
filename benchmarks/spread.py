"""Sums up a row of measurements: the middle one, nine in ten, and the largest."""

from collections.abc import Sequence
from statistics import median

Spread = dict[str, float]
"""How many figures there are, their median, what nine in ten do not exceed, and the largest."""


def spread(figures: Sequence[float]) -> Spread | None:
    """Return what a row of figures comes to; None where there is none."""
    if not figures:
        return None
    ranked = sorted(figures)
    nine_in_ten = ranked[-(-len(ranked) * 9 // 10) - 1]
    found = {"median": median(ranked), "p90": nine_in_ten, "max": ranked[-1]}
    return {"many": len(ranked), **{name: round(figure, 3) for name, figure in found.items()}}


def spreads(rows: Sequence[dict[str, float]]) -> dict[str, Spread | None]:
    """Return what each figure of some rows comes to, all rows having the same ones."""
    return {name: spread([row[name] for row in rows]) for name in (rows[0] if rows else {})}
