"""Words for seasons and for dates people keep: those a calendar knows, or nothing comes of them."""

from collections.abc import Iterator
from typing import Final

from scheduler.constraint import Registry
from scheduler.files.checks.walking import places_to_fill, seasons
from scheduler.files.findings import Finding, Path
from scheduler.people import Season
from scheduler.programme import Programme
from scheduler.spelling import GUESS, meant

LISTED: Final = "docs/programme-format.md lists those there are"
OWN_DAYS: Final = (
    f'{LISTED}, or give its own first and last day, as in "regatta 2027-05-03/2027-05-08"'
)


def words_of(constraints: Registry, field: str) -> frozenset[str]:
    """Return every word that some constraint knows for a field."""
    known = (
        constraint.words_known().get(field, frozenset()) for constraint in constraints.values()
    )
    return frozenset().union(*known)


def seasons_nobody_knows(programme: Programme, constraints: Registry) -> Iterator[Finding]:
    """Find seasons without days: no calendar has them, and nobody told when they are.

    A season with a first and a last day of its own may be called as people like, unless it is
    almost one of the calendar.
    """
    known = words_of(constraints, "seasons")
    for path, season in seasons(programme) if known else ():
        word = season.activity
        if word not in known and not (_has_days(season) and not meant(word, known)):
            nearest = meant(word, known, alike=GUESS)
            what = f'did you mean "{nearest}"?' if nearest else OWN_DAYS
            remedy = f"is no season of the farming calendar; {what}"
            yield Finding((*path, "activity"), word, remedy)


def slips_in_what_is_kept(programme: Programme, constraints: Registry) -> Iterator[Finding]:
    """Find words for what people keep that are almost one a calendar has.

    Any other word may be kept: somebody then asks when it is. A day may be named only of what a
    calendar has.
    """
    known = words_of(constraints, "keeps")
    for path, word in _named(programme) if known else ():
        if word not in known:
            nearest = meant(word, known, alike=GUESS)
            what = f'did you mean "{nearest}"?' if nearest else LISTED
            yield Finding(path, word, f"is in no calendar here, so its day settles nothing; {what}")
    for path, word in _kept(programme):
        nearest = meant(word, known)
        if nearest and word not in known:
            remedy = f'is in no calendar here; did you mean "{nearest}"?'
            yield Finding(path, word, remedy)


def _has_days(season: Season) -> bool:
    return season.begins is not None and season.ends is not None


def _named(programme: Programme) -> Iterator[tuple[Path, str]]:
    """Give the festivals of which somebody named the day."""
    people = ((("people", n), person.keeps_on) for n, person in enumerate(programme.people))
    to_fill = ((path, place.keeps_on) for path, place in places_to_fill(programme))
    for path, feasts in (*people, *to_fill):
        for f, feast in enumerate(feasts):
            yield (*path, "keeps_on", f, "festival"), feast.festival
    for n, told in enumerate(programme.announced):
        yield ("announced", n, "festival"), told.festival


def _kept(programme: Programme) -> Iterator[tuple[Path, str]]:
    people = ((("people", n), person.keeps) for n, person in enumerate(programme.people))
    to_fill = ((path, place.keeps) for path, place in places_to_fill(programme))
    for path, words in (*people, *to_fill):
        yield from (((*path, "keeps", n), word) for n, word in enumerate(words))
