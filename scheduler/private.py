"""What may be said of a private need: that there is one, and nothing that tells whose or where."""

from collections import Counter
from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person

RULED_OUT = Objection(Degree.RIGHT, "A private need rules this out.", is_private=True)
"""Somebody's private need closes this for everybody."""
PRIVATE_NEED: Final = "A private need."
"""What is said of one among what clashes."""
_SEVERAL: Final = MappingProxyType(
    {
        RULED_OUT.organiser: "{many} private needs rule this out.",
        PRIVATE_NEED: "{many} private needs.",
    }
)

ASK_ONE_TO_ONE: Final = (
    "It guards a right and does not give: ask everybody, one to one, what would let them take part."
)
"""What to do about any private need: the same for all, so that it tells none of them."""


def as_shared(said: Objection, guarded: Iterable[Person]) -> Objection:
    """Return an objection as it may be told: in no words of its own if one it guards shares none.

    What kind of need it is would tell whose.
    """
    return said if all(person.share_reasons for person in guarded) else RULED_OUT


def is_private(says: str) -> bool:
    """Say whether a sentence is of a private need; it stands once for each of them."""
    return says in _SEVERAL


def together(says: str, many: int) -> str:
    """Return a sentence that stands so often: said once, private needs with their number."""
    return _SEVERAL[says].format(many=many) if is_private(says) and many > 1 else says


def tells_only_of_private_needs(sentences: Iterable[str]) -> bool:
    """Say whether all of some sentences speak of private needs, one or several."""
    said = tuple(sentences)
    ends = tuple(several.removeprefix("{many}") for several in _SEVERAL.values())
    return bool(said) and all(is_private(says) or says.endswith(ends) for says in said)


def each_once(sentences: Iterable[str]) -> tuple[str, ...]:
    """Return every sentence once; how many private needs there are, never whose they are."""
    return tuple(together(says, many) for says, many in Counter(sentences).items())
