"""What an import comes to: how much is known of the venues, and how much has to be asked."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scheduler.facts import Answer
from scheduler.places.imported import GROUNDS, NEEDS, VenueImport


@dataclass(frozen=True)
class Summary:
    """Counts over the rows of an import; all but the first three over the venues taken."""

    read: int
    taken: int
    refused: int
    licensed: Mapping[str, int]
    """By answer: yes, no, limited, unknown, prefers not to say."""
    ground: Mapping[str, int]
    """By whose ground it seems to be: office, public, community, worship, commercial, unknown."""
    access: Mapping[str, Mapping[str, int]]
    """By need, then by answer."""
    known: Mapping[str, int]
    """Of how many the capacity, opening, phone, operator and address are known."""


def summary_of(imported: VenueImport) -> Summary:
    """Return the counts of an import."""
    venues = imported.venues
    fields = ("capacity", "opening", "phone", "operator", "address")
    return Summary(
        read=len(imported.rows),
        taken=len(venues),
        refused=imported.refused,
        licensed=_by_answer(venue.licensed.answer for venue in venues),
        ground=_counted((row.ground for row in imported.rows if row.venue), GROUNDS),
        access={need: _by_answer(venue.meets(need).answer for venue in venues) for need in NEEDS},
        known={name: sum(bool(getattr(venue, name)) for venue in venues) for name in fields},
    )


def _by_answer(given: Iterable[Answer]) -> Mapping[str, int]:
    return _counted((str(answer) for answer in given), tuple(Answer))


def _counted(given: Iterable[str], order: Iterable[str]) -> Mapping[str, int]:
    counts = Counter(given)
    return {word: counts[word] for word in order}
