"""Which wishes can be met together, where each takes something that no other may take."""

from collections.abc import Sequence


def met_together(wishes: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return which wishes can be met at once; earlier ones are never given up for later ones.

    No other choice meets more of them.

    Parameters
    ----------
    wishes
        For each wish, the numbers of the things that would meet it.
    """
    holder: dict[int, int] = {}
    return tuple(
        wish for wish in range(len(wishes)) if _placed(wish, wishes, holder=holder, asked=set())
    )


def _placed(
    wish: int, wishes: Sequence[Sequence[int]], *, holder: dict[int, int], asked: set[int]
) -> bool:
    """Give a wish something that meets it, moving others to something else where need be."""
    for thing in wishes[wish]:
        if thing in asked:
            continue
        asked.add(thing)
        if thing not in holder or _placed(holder[thing], wishes, holder=holder, asked=asked):
            holder[thing] = wish
            return True
    return False
