"""What of some costs nobody has said, in words: what is told of them is then the least."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from scheduler.money.bill import CostLine, Kind, SessionCosts
from scheduler.sentences import counted, listed

_CALLED: Final[Mapping[Kind, tuple[str, str]]] = MappingProxyType(
    {
        "room": ("hire", "hires"),
        "workers": ("fee", "fees"),
        "journeys": ("fare", "fares"),
        "time": ("payment for time", "payments for time"),
        "children": ("sitter's pay", "sitters' pay"),
        "food": ("price of a meal", "prices of meals"),
        "materials": ("price of materials", "prices of materials"),
    }
)
"""What that is called of which nobody has said what it costs."""


def lines_of(sessions: Iterable[SessionCosts]) -> Iterator[CostLine]:
    """Give every line of what some sessions cost."""
    for one in sessions:
        yield from one.lines


def unpriced(lines: Iterable[CostLine]) -> str:
    """Return of what nobody has said what it costs: "3 hires and 1 fare"; empty of nothing."""
    many = Counter[Kind]()
    for line in lines:
        many[line.kind] += line.not_known
    return listed([counted(many[kind], *words) for kind, words in _CALLED.items() if many[kind]])


def as_known(cost: str, unknown: str) -> str:
    """Return a sum of money as it is known: "£10.00", or "at least £10.00, 2 fares not known".

    Parameters
    ----------
    unknown
        Of what nobody has said what it costs; empty where all is known.
    """
    return f"at least {cost}, {unknown} not known" if unknown else cost
