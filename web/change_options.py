"""What can be chosen in the forms for what became different."""

from collections.abc import Iterator
from typing import Final

from scheduler.programme import Programme, Project
from web.forms import Options
from web.wording import say

SUMS: Final = ("taxi_budget", "project_budget", "session_budget")
"""What can be limited in money, by the rule that keeps within it."""


def people(programme: Programme) -> Options:
    """Return everybody the programme knows."""
    return tuple((person.code, person.label) for person in programme.people)


def venues(programme: Programme) -> Options:
    """Return every place to meet."""
    return tuple((venue.code, venue.label) for venue in programme.venues)


def lines(programme: Programme) -> Options:
    """Return every bus or ferry, those of one name once."""
    names = dict.fromkeys(line.name for line in programme.lines)
    return tuple((name, name) for name in names)


def projects(programme: Programme) -> Options:
    """Return every group."""
    return tuple((project.code, project.label) for project in programme.projects)


def places(programme: Programme) -> Options:
    """Return every named place."""
    return tuple((place.code, place.name or place.code) for place in programme.places)


def members(programme: Programme) -> Options:
    """Return everybody in each group."""
    labels = dict(people(programme))
    return tuple(
        (f"{project.code}/{code}", say("change.of_group", who=labels[code], group=project.label))
        for project in programme.projects
        for code in project.members
    )


def newcomers(programme: Programme) -> Options:
    """Return who could join which group, of those the programme knows already."""
    return tuple(
        (
            f"{project.code}/{person.code}",
            say("change.joins", who=person.label, group=project.label),
        )
        for project in programme.projects
        for person in programme.people
        if person.code not in project.members
    )


def sessions(programme: Programme) -> Options:
    """Return every session that has to be held and is not promised."""
    return tuple(_wishes(programme.projects))


def _wishes(projects: tuple[Project, ...]) -> Iterator[tuple[str, str]]:
    for project in projects:
        for number, wish in enumerate(project.sessions, start=1):
            told = "session.titled" if wish.title else "session.untitled"
            said = say(told, number=number, title=wish.title)
            if wish.required and not wish.is_promised:
                text = say("change.of_group", who=said, group=project.label)
                yield f"{project.code}/{number}", text


def alike(words: tuple[str, ...], programme: Programme) -> Options:
    """Return some words as they are read at the head of a line."""
    del programme
    return tuple((word, f"{word[:1].upper()}{word[1:]}") for word in words)


def answers(programme: Programme) -> Options:
    """Return the answers to whether something is so."""
    del programme
    return tuple((each, say(f"answers.{each}")) for each in ("yes", "no", "unknown"))


def sums(programme: Programme) -> Options:
    """Return the sums of money that can be limited."""
    del programme
    return tuple((each, say(f"change.{each}")) for each in SUMS)


def how(programme: Programme) -> Options:
    """Return what can become of a field."""
    del programme
    return tuple((each, say(f"change.how_{each}")) for each in ("value", "add"))
