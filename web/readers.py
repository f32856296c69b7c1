"""Whose calendar: how a command is told of it, and how the organiser reads it."""

from argparse import Namespace
from typing import Any, Final

from scheduler.calendars.from_plan import Reader, ReaderKind
from scheduler.programme import Programme

NAMED: Final[tuple[ReaderKind, ...]] = ("project", "person", "venue", "worker")
"""The kinds of readers of which there are several, each known by its code."""


def reader_arguments(one: Any) -> None:  # noqa: ANN401 - argparse keeps its groups to itself
    """Say how one reader is chosen, in a group of options of which one is given."""
    one.add_argument("--for", dest="person", metavar="PERSON", help="one person's private calendar")
    one.add_argument("--project", metavar="P", help="one project's, for its whole group")
    one.add_argument("--venue", metavar="V", help="when one venue is needed")
    one.add_argument("--worker", metavar="W", help="when one worker is needed")


def reader_chosen(given: Namespace) -> Reader | None:
    """Return the reader whose code was given; None where none was."""
    named = ((kind, getattr(given, kind)) for kind in NAMED)
    return next((Reader(kind, code) for kind, code in named if code is not None), None)


def reader_label(programme: Programme, reader: Reader) -> str:
    """Return for whom a reader's calendar is, such as "private, for Morag alone"."""
    if reader.kind == "organiser":
        return "for the organiser alone"
    if reader.kind == "project":
        return "for the whole group"
    if reader.kind == "venue":
        label = next(each.label for each in programme.venues if each.code == reader.code)
        return f"for the keeper of {label}"
    things = programme.workers if reader.kind == "worker" else programme.people
    label = next(each.label for each in things if each.code == reader.code)
    return f"private, for {label} alone"
