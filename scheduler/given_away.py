"""Which groups may be shown without giving anybody away, not even to somebody who subtracts."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, product

FEWEST = 5
"""Fewest people a number may be about. Own default, 24 November 2026.

Official statistics in Britain often hide counts under five; no figure for groups this small was
found, so it is the least we would answer for.
"""

MOST_REGIONS = 12
"""Into how many regions shown groups may cut a programme: each doubles what has to be checked."""

Group = frozenset[str]


def safe_to_show(groups: Mapping[str, Group], parts: Sequence[Group]) -> tuple[str, ...]:
    """Return which groups may be shown, larger ones first, then by name.

    Parameters
    ----------
    groups
        Codes of the people of each group that might be shown.
    parts
        The parts everybody is told apart by anyway, such as roles; each person is in one of them.
    """
    shown: list[str] = []
    for name in sorted(groups, key=lambda name: (-len(groups[name]), name)):
        tried = [*shown, name]
        if gives_nobody_away([groups[each] for each in tried], parts):
            shown = tried
    return tuple(shown)


def gives_nobody_away(groups: Sequence[Group], parts: Sequence[Group]) -> bool:
    """Say whether nothing that can be worked out from the groups is about fewer than five people.

    Whoever is shown some groups and parts can add and subtract them. What is left then sets some
    regions apart from others, within parts that can be cancelled on one side only. So it touches,
    in each part, at least the smaller side.
    """
    everybody = frozenset[str]().union(*parts)
    if not all(FEWEST <= len(group) <= len(everybody) - FEWEST for group in groups):
        return False
    regions = _regions(groups, everybody)
    return len(regions) <= MOST_REGIONS and all(
        sum(min(len(part & side), len(part - side)) for part in parts) >= FEWEST
        for side in _sides(regions)
    )


def _regions(groups: Sequence[Group], everybody: Group) -> list[Group]:
    """Return everybody, cut apart by who is in which of the groups."""
    regions: dict[tuple[bool, ...], set[str]] = {}
    for code in everybody:
        regions.setdefault(tuple(code in group for group in groups), set()).add(code)
    return [frozenset(region) for region in regions.values()]


def _sides(regions: Sequence[Group]) -> Iterator[Group]:
    """Give every way to put the regions on two sides, as the side without the first."""
    for chosen in product((False, True), repeat=len(regions) - 1):
        if any(chosen):
            yield frozenset().union(*compress(regions[1:], chosen))
