"""What a group may read of a room's access: what is known, who said so, and that the rest is not.

The same needs are told of whoever is in the group, so that nobody can be guessed from them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from scheduler.facts import Answer, Fact
from scheduler.people import NEEDS
from scheduler.programme import Programme
from scheduler.spoken_days import spoken_day
from scheduler.venues import Venue
from web.wording import say

KNOWN: Final = (Answer.YES, Answer.NO, Answer.LIMITED)
WORD: Final = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class ShownAccess:
    """What is known of a room's access."""

    known: tuple[tuple[str, tuple[str, ...]], ...]
    """Answers by who gave them and when; that is empty where it is not known."""
    rest: str
    """That nothing else is known; empty where everything is."""


def shown_access(programme: Programme, venue: Venue) -> ShownAccess:
    """Return what a group may read of a room's access; nothing where there is no room."""
    if venue.is_remote:
        return ShownAccess((), "")
    told = [(need, venue.meets(need)) for need in NEEDS]  # type: ignore[arg-type]
    known = [(need, fact) for need, fact in told if fact.answer in KNOWN]
    by_source: dict[str, list[str]] = {}
    for need, fact in known:
        by_source.setdefault(_source(programme, fact), []).append(_answer(programme, need, fact))
    rest = say("group.rest_not_known" if known else "group.not_asked")
    return ShownAccess(
        tuple((source, tuple(answers)) for source, answers in by_source.items()),
        "" if len(known) == len(told) else rest,
    )


def _answer(programme: Programme, need: str, fact: Fact) -> str:
    said = say(
        "group.known_answer",
        need=f"{need[:1].upper()}{need[1:]}",
        answer=say(f"group.known_{fact.answer.value}"),
    )
    if fact.note and not _names_somebody(programme, fact.note):
        return f"{said}{say('group.known_note', note=fact.note)}"
    return said


def _source(programme: Programme, fact: Fact) -> str:
    who = "" if _names_somebody(programme, fact.said_by) else fact.said_by
    who = f"{who[:1].upper()}{who[1:]}"
    if who and fact.on:
        return say("group.said_by_on", who=who, day=spoken_day(fact.on))
    if who:
        return say("group.said_by", who=who)
    return say("group.said_on", day=spoken_day(fact.on)) if fact.on else ""


def _names_somebody(programme: Programme, text: str) -> bool:
    """Say whether a text names anybody of the programme: the group's page names nobody."""
    said = set(_words(text))
    return any(said.intersection(words) for words in _names(programme))


def _names(programme: Programme) -> Iterator[set[str]]:
    for person in programme.people:
        yield set(_words(person.name)) | {person.code.casefold()}


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())
