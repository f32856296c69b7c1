"""An import told in plain words, row by row, with what it comes to at the end."""

from collections.abc import Iterator, Mapping

from scheduler.places.import_summary import Summary, summary_of
from scheduler.places.imported import ImportedRow, VenueImport
from scheduler.places.merging import Change, Difference, Merge

SPOKEN_GROUNDS = {
    "office": "office of a public body",
    "public": "public building",
    "community": "community",
    "worship": "place of worship",
    "commercial": "commercial",
    "unknown": "not known",
}
"""How each ground is spoken of."""


def report_lines(imported: VenueImport) -> tuple[str, ...]:
    """Return the report of an import: a line a row, then the counts."""
    told = (
        *map(_row_line, imported.rows),
        "",
        *_summary_lines(imported.file, summary_of(imported)),
    )
    return tuple(_one_line(line) for line in told)


def merge_lines(merge: Merge) -> tuple[str, ...]:
    """Return what bringing a file in again changes, field by field."""
    counts = (
        f"{len(merge.added)} new, {len(merge.changed)} changed, "
        f"{len(merge.kept)} as before, {len(merge.gone)} no longer in the file."
    )
    new = (f"New: {venue.label} ({venue.code})." for venue in merge.added)
    changed = (line for change in (*merge.changed, *merge.kept) for line in _change_lines(change))
    gone = (
        f"Not in the file: {gone.venue.label} ({gone.venue.code}): {gone.why}."
        for gone in merge.gone
    )
    return tuple(_one_line(line) for line in (*new, *changed, *gone, counts))


def _row_line(row: ImportedRow) -> str:
    if row.venue:
        checks = (f"to check: {each}" for each in row.doubts)
        says = "; ".join((*checks, *row.remarks))
        return f"{row.number}. {row.venue.label} ({row.code}): {says}."
    named = row.name or row.source_id or "no name"
    return f"{row.number}. {named}: refused: {row.refused.rstrip('.')}."


def _summary_lines(file: str, summary: Summary) -> Iterator[str]:
    yield f"{file}: {summary.read} read, {summary.taken} taken, {summary.refused} refused."
    yield f"Serves alcohol: {_counts(summary.licensed)}."
    grounds = {SPOKEN_GROUNDS[ground]: count for ground, count in summary.ground.items()}
    yield f"Whose ground: {_counts(grounds)}."
    for need, counts in summary.access.items():
        yield f"{need.capitalize()}: {_counts(counts)}."
    known = ", ".join(f"{name} {count}" for name, count in summary.known.items())
    yield f"Known of {summary.taken}: {known}."
    yield "A map finds places; before one is chosen, somebody rings and asks."


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{word} {count}" for word, count in counts.items() if count) or "none"


def _change_lines(change: Change) -> Iterator[str]:
    named = f"{change.venue.label} ({change.venue.code})"
    yield from (f"{named}, {_told(each)}: taken." for each in change.taken)
    yield from (f"{named}, {_told(each)}: left, {each.why}." for each in change.left)


def _told(difference: Difference) -> str:
    was, now = difference.was or "nothing", difference.now or "nothing"
    return f'{difference.field}: "{was}" here, "{now}" in the file'


def _one_line(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
