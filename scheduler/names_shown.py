"""Names in what a group is shown: titles of sessions and how to find a venue name nobody."""

import re
from collections.abc import Iterator
from typing import Final

from scheduler.programme import Programme

_WORD: Final = re.compile(r"[\w-]+")
_FEWEST_LETTERS: Final = 3
"""Letters of a part of a name that is looked for by itself: "Jo" alone is in too many words."""
SHOWN: Final = "the whole group reads it. Write it without a name, if it means them"


def names_in(programme: Programme, text: str) -> tuple[str, ...]:
    """Return whom a text names: by their whole name, first name or a part with a hyphen.

    Members, whoever else is told of, workers and go-betweens; the people also by their code.
    """
    said = f" {_plain(text)} "
    return tuple(
        dict.fromkeys(
            label
            for label, words in _named(programme)
            if any(f" {word} " in said for word in words)
        )
    )


def names_shown(programme: Programme) -> Iterator[str]:
    """Give a sentence for each title or direction that may name somebody, with file and field."""
    for project in programme.projects:
        for number, session in enumerate(project.sessions, 1):
            where = f"programme.toml: projects[{project.code}].sessions[{number}].title"
            yield from _told(programme, where, session.title)
    for venue in programme.venues:
        where = f"venues.csv: venues[{venue.code}].directions"
        yield from _told(programme, where, venue.directions)


def _told(programme: Programme, where: str, text: str) -> Iterator[str]:
    for label in names_in(programme, text):
        short = " ".join(text.split())
        yield f'{where} "{short}" may name {label}, and {SHOWN}.'


def _named(programme: Programme) -> Iterator[tuple[str, frozenset[str]]]:
    """Give everybody with the words they may be named by."""
    for person in programme.people:
        yield person.label, _parts(person.name) | {_plain(person.code)}
    names = [worker.name for worker in programme.workers]
    for name in (*names, *(each.name for each in programme.go_betweens)):
        yield name, _parts(name)


def _parts(name: str) -> frozenset[str]:
    """Return a name, the first of its words, and those that a hyphen joins, each by itself."""
    words = name.split()
    hyphened = [word for word in words if "-" in word]
    some = [*words[:1], *hyphened, *(part for word in hyphened for part in word.split("-"))]
    plain = {_plain(word) for word in some}
    return frozenset({_plain(name)} | {p for p in plain if len(p) >= _FEWEST_LETTERS}) - {""}


def _plain(text: str) -> str:
    """Return the words of a text, hyphens apart, so that "Mary-Ann" is met in "Mary Ann's"."""
    return " ".join(_WORD.findall(text.casefold().replace("-", " ")))
