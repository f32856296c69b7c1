"""Codes and names: each stands for one thing, and none is empty."""

from collections.abc import Iterable, Iterator

from scheduler.files.checks.walking import places_to_fill, stand_in_codes
from scheduler.files.findings import Finding, Path
from scheduler.named_days import NAME
from scheduler.programme import Programme
from scheduler.venues import BY_PHONE, ONLINE

RESERVED = frozenset({ONLINE.code, BY_PHONE.code})
"""Codes that plans use where nobody meets in a room."""


def repeated_codes(programme: Programme) -> Iterator[Finding]:
    """Find codes that stand for two things, capitals or not, and codes that are taken."""
    for name in ("places", "venues", "workers", "projects"):
        items = enumerate(getattr(programme, name))
        yield from _repeats(((name, n, "code"), item.code) for n, item in items)
    yield from _repeats(_people(programme))
    yield from _days_told_twice(programme)
    for n, venue in enumerate(programme.venues):
        if venue.code.casefold() in RESERVED:
            remedy = "is what plans say where nobody meets in a room; choose another code"
            yield Finding(("venues", n, "code"), venue.code, remedy)
    for n, named in enumerate(programme.named_days):
        if not NAME.fullmatch(named.code):
            remedy = "is no name that hours can speak of; begin it with a letter, as in term-time"
            yield Finding(("named_days", n, "code"), named.code, remedy)


def repeated_mentions(programme: Programme) -> Iterator[Finding]:
    """Find people and venues a project lists twice, barriers decided on and rates set twice."""
    rates = enumerate(programme.rates)
    yield from _repeats((("rates", n, "what"), rate.what) for n, rate in rates)
    barriers = enumerate(programme.put_first)
    yield from _repeats((("put_first", n, "barrier"), told.barrier) for n, told in barriers)
    for n, project in enumerate(programme.projects):
        for name in ("members", "venues"):
            listed = enumerate(getattr(project, name))
            yield from _repeats((("projects", n, name, i), code) for i, code in listed)


def empty_names(programme: Programme) -> Iterator[Finding]:
    """Find names that must be given and are empty."""
    lines = ((("lines", n, "name"), line.name) for n, line in enumerate(programme.lines))
    deciding = ((("put_first", n, "by"), told.by) for n, told in enumerate(programme.put_first))
    for path, name in ((("name",), programme.name), *lines, *deciding):
        if not name:
            yield Finding(path, "", "is empty; give it")


def _days_told_twice(programme: Programme) -> Iterator[Finding]:
    """Find days told twice under one name for one area: nobody would know which count."""
    met: set[str] = set()
    for n, named in enumerate(programme.named_days):
        if named.name.casefold() in met:
            whose = f" for {named.area}" if named.area else ""
            remedy = f"stands twice{whose}; keep one, or choose another code"
            yield Finding(("named_days", n, "code"), named.code, remedy)
        met.add(named.name.casefold())


def _people(programme: Programme) -> Iterator[tuple[Path, str]]:
    for n, person in enumerate(programme.people):
        yield ("people", n, "code"), person.code
    for path, place in places_to_fill(programme):
        yield from (((*path, "code"), code) for code in stand_in_codes(place))


def _repeats(codes: Iterable[tuple[Path, str]]) -> Iterator[Finding]:
    met: set[str] = set()
    for path, code in codes:
        if code.casefold() in met:
            yield Finding(path, code, "stands twice; keep one, or choose another code")
        met.add(code.casefold())
