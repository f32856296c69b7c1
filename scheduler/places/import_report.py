"""What an import of venues found, row by row and in sum, in plain words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from scheduler.facts import Answer, Fact
from scheduler.places.kinds import Kind, kind_of
from scheduler.places.venue_import import ImportedRow, VenueImport
from scheduler.sentences import counted
from scheduler.venues import Venue

GROUND = {
    "never": "never neutral",
    "office": "an office: never neutral for those it employs",
    "ask": "neutral only if the group says so",
    "operator": "neutral unless whoever runs it employs a member",
    "clear": "neutral by its kind",
}
"""What each grade of the table of kinds means, in words."""


def report_lines(found: VenueImport, kinds: Mapping[str, Kind]) -> tuple[str, ...]:
    """Return the report: a line for each row, then what the venues come to."""
    return (*(_line(row) for row in found.rows), "", *summary_lines(found, kinds))


def summary_lines(found: VenueImport, kinds: Mapping[str, Kind]) -> tuple[str, ...]:
    """Return how many venues were read and what is known of them."""
    venues = found.venues
    return (
        (
            f"{counted(len(found.rows), 'place')} in {found.file}: "
            f"{counted(len(venues), 'venue')} read, {len(found.rows) - len(venues)} refused."
        ),
        f"Alcohol: {_answers(venue.licensed for venue in venues)}.",
        f"Step-free way in: {_answers(venue.meets('step-free') for venue in venues)}.",
        f"Accessible toilet: {_answers(venue.meets('accessible toilet') for venue in venues)}.",
        f"Hearing loop: {_answers(venue.meets('hearing loop') for venue in venues)}.",
        f"Ground: {'; '.join(_grounds(venues, kinds))}.",
        f"How many it holds: known of {sum(v.capacity is not None for v in venues)}.",
        f"Opening hours: known of {sum(bool(v.opening) for v in venues)}.",
        f"Phone number: known of {sum(bool(v.phone) for v in venues)}.",
        "Maps find rooms; a person has to confirm them.",
    )


def _line(row: ImportedRow) -> str:
    name = row.name or row.source_id
    if row.venue is None:
        return f"{row.number}. {name}: refused, because {row.refused}."
    known = [row.venue.kind]
    if not row.venue.licensed.is_unknown:
        known.append("serves alcohol" if row.venue.licensed.is_yes else "serves no alcohol")
    remarks = ", ".join(row.remarks) or "everything asked is known"
    return f"{row.number}. {name}: {', '.join(known)}; {remarks}."


def _answers(facts: Iterable[Fact]) -> str:
    counts = Counter(fact.answer for fact in facts)
    return ", ".join(f"{counts[a]} {a.value}" for a in Answer if counts[a] or a is Answer.UNKNOWN)


def _grounds(venues: Iterable[Venue], kinds: Mapping[str, Kind]) -> Iterator[str]:
    counts = Counter(kind_of(venue.kind, kinds).neutral for venue in venues)
    for grade, words in GROUND.items():
        if counts[grade]:
            yield f"{counts[grade]} {words}"
