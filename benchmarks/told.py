"""Puts a line of figures into words for a terminal."""

from collections.abc import Mapping

from benchmarks.asked import Line


def told(line: Line) -> str:
    """Return a line as people read it: figures by name, the levels only counted."""
    return "; ".join(f"{name} {_figure(name, figure)}" for name, figure in line.items())


def _figure(name: str, figure: object) -> str:
    if name == "levels" and isinstance(figure, list):
        return f"{sum(level['proven'] for level in figure)} of {len(figure)} proven"
    if isinstance(figure, Mapping):
        return "(" + ", ".join(f"{key} {_figure(key, own)}" for key, own in figure.items()) + ")"
    return "-" if figure is None else str(figure)
