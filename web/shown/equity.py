"""Whose limits shaped a plan and who bent, as rows people read: for the organiser alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from scheduler.equity import Booked, Described, Equity, Part
from scheduler.sentences import counted, listed
from scheduler.spoken_days import spoken_day
from web.plan_text import WIDTH, indented
from web.wording import minutes, say

FACTS: Final = ("open", "missed", "down", "put_to_it", "bad", "longest", "minutes", "not_known")
"""What is told of each role, in order."""


@dataclass(frozen=True)
class ShownPart:
    """One role with what the plan asks of those who have it."""

    name: str
    facts: tuple[tuple[str, str], ...]
    """What is told, and how much."""


@dataclass(frozen=True)
class Row:
    """One thing that is told of every role, side by side."""

    name: str
    meaning: str
    """What its words mean, in a sentence."""
    values: tuple[str, ...]
    """How much, role by role."""


@dataclass(frozen=True)
class ShownEquity:
    """The whole answer, in words."""

    lead: str
    parts: tuple[ShownPart, ...]
    rows: tuple[Row, ...]
    """The same as a table has it: what is told of all roles, a line each."""
    booked: tuple[str, ...]
    described: tuple[str, ...]
    not_counted: str
    """Which sessions are in none of the figures; empty where all are."""
    note: str
    """What is not shown of how people describe themselves; empty where nobody does."""


def shown_equity(found: Equity) -> ShownEquity:
    """Return who bent, in words."""
    parts = tuple(_part(part) for part in found.parts)
    return ShownEquity(
        lead=_lead(found),
        parts=parts,
        rows=tuple(_rows(parts)),
        booked=tuple(_booked(each) for each in found.booked if each.times),
        described=tuple(_described(*each) for each in found.described),
        not_counted=_not_counted(found),
        note=say("equity.note") if found.somebody_described else "",
    )


def equity_text(found: Equity) -> str:
    """Return the same as text for the terminal."""
    shown = shown_equity(found)
    told = [*wrap(shown.lead, WIDTH), *wrap(shown.not_counted, WIDTH)]
    for part in shown.parts:
        told += ["", part.name, *(f"  {name}: {value}" for name, value in part.facts)]
    described = (*shown.described, shown.note) if shown.note else ()
    for title, lines in (("workers", shown.booked), ("described", described)):
        if lines:
            told += ["", say(f"equity.{title}")]
            told += [row for line in lines for row in indented(line, 2)]
    return "\n".join(told)


def _lead(found: Equity) -> str:
    fewest = found.fewest_open
    if not fewest:
        return say("equity.nobody")
    if len(fewest) == len(found.everybody):
        return say("equity.alike", many=fewest[0].open_percent)
    who = listed([bent.person.label for bent in fewest])
    return say("equity.fewest", who=who, many=fewest[0].open_percent)


def _not_counted(found: Equity) -> str:
    days = [f"{c.number} ({spoken_day(c.start.date())})" for c in found.not_counted]
    sessions = f"{'session' if len(days) == 1 else 'sessions'} {listed(days)}"
    return say("equity.not_counted", sessions=sessions) if days else ""


def _part(part: Part) -> ShownPart:
    people = counted(len(part.people), "person", "people")
    name = f"{part.role[:1].upper()}{part.role[1:]}"
    missed, wanted = part.total("missed"), part.total("wanted")
    told = (
        say("equity.in_100", many=part.open_percent),
        say("equity.of", many=missed, of=wanted, percent=part.missed_percent),
        *(counted(part.total(of), "time") for of in ("stood_down", "put_to_it")),
        str(part.total("bad_journeys")),
        _length(part, part.longest),
        _length(part, part.total("minutes")),
        str(part.total("not_known")),
    )
    labels = [say(f"equity.{fact}") for fact in FACTS]
    return ShownPart(
        say("equity.part", role=name, people=people), tuple(zip(labels, told, strict=True))
    )


def _length(part: Part, known: int) -> str:
    """Return how long journeys are, as far as that is known: one nobody knows is not short."""
    unknown = part.total("not_known")
    if unknown:
        told = say("equity.at_least", length=minutes(known))
        return told if known else say("time.not_known")
    return minutes(known) if part.total("came") else say("equity.no_journey")


def _rows(parts: Sequence[ShownPart]) -> Iterator[Row]:
    told = zip(*(part.facts for part in parts), strict=True)
    for fact, same in zip(FACTS, told, strict=False):  # nothing is told where there are no parts
        meaning = say(f"equity.{fact}_means")
        yield Row(say(f"equity.{fact}"), meaning, tuple(value for _, value in same))


def _booked(booked: Booked) -> str:
    return say(
        "equity.booked",
        role=f"{booked.role[:1].upper()}{booked.role[1:]}",
        workers=counted(booked.workers, "person", "people"),
        times=counted(booked.times, "time"),
        most=counted(booked.most, "time"),
    )


def _described(word: str, inside: Described, others: Described) -> str:
    return say(
        "equity.group",
        word=word,
        people=inside.people,
        missed=inside.missed_percent,
        bad=inside.bad_percent,
        others_missed=others.missed_percent,
        others_bad=others.bad_percent,
    )
