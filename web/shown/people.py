"""Who comes to how many sessions, and to which, as a row of marks."""

from dataclasses import dataclass
from typing import Final

from scheduler.people import Person
from scheduler.plan import Outcome, Plan
from scheduler.programme import Programme, Project
from scheduler.sentences import listed
from scheduler.spoken_days import spoken_days
from web.come_anyway import Tied, tied_people
from web.names import Names
from web.wording import minutes, say

STEP: Final = 22
"""From one mark to the next, in units of the drawing."""


@dataclass(frozen=True)
class Mark:
    """One session in somebody's row: come, down (leaves room for others), away, cannot or none."""

    x: int
    state: str


@dataclass(frozen=True)
class ShownPerson:
    """What a plan means for one person."""

    name: str
    part: str
    says: str
    line: str
    longest: str
    marks: tuple[Mark, ...]
    width: int


@dataclass(frozen=True)
class ShownGroup:
    """A group, those with lived experience first."""

    name: str
    people: tuple[ShownPerson, ...]


def shown_groups(programme: Programme, plan: Plan) -> tuple[ShownGroup, ...]:
    """Return each group with what the plan means for its people."""
    names = Names.of(programme)
    return tuple(
        ShownGroup(project.label, _people(project, plan, names)) for project in programme.projects
    )


def in_no_group(programme: Programme) -> tuple[str, ...]:
    """Say who is listed and in no group, which is mostly a name left out; empty for nobody."""
    names = listed([person.label for person in programme.in_no_group])
    return (say("people.in_no_group", names=names),) if names else ()


@dataclass(frozen=True)
class ShownTie:
    """A season that ties somebody, and where to say that they can come anyway."""

    person: int
    season: int
    says: str
    button: str
    about: str


def shown_ties(programme: Programme) -> tuple[ShownTie, ...]:
    """Return the seasons that may be in people's way, as far as they agreed to have them told."""
    return tuple(_tie(tied, programme.people[tied.person].label) for tied in tied_people(programme))


def _tie(tied: Tied, name: str) -> ShownTie:
    says = say("people.tied", name=name, what=tied.what, days=spoken_days(*tied.days))
    button = say("people.anyway", name=name)
    return ShownTie(tied.person, tied.season, says, button, tied.what)


def part_of(person: Person) -> str:
    """Return the part somebody plays, in words."""
    if person.is_lived:
        return say("people.lived")
    return say("people.professional" if person.is_professional else "people.other")


def _people(project: Project, plan: Plan, names: Names) -> tuple[ShownPerson, ...]:
    own = [outcome for outcome in plan.people if outcome.project == project.code]
    first = sorted(own, key=lambda outcome: not names.people[outcome.person].is_lived)
    return tuple(_person(outcome, project, plan=plan, names=names) for outcome in first)


def _person(outcome: Outcome, project: Project, *, plan: Plan, names: Names) -> ShownPerson:
    marks = tuple(
        Mark(number * STEP, _state(plan, project, number=number + 1, person=outcome.person))
        for number in range(len(project.sessions))
    )
    return ShownPerson(
        name=names.person(outcome.person),
        part=part_of(names.people[outcome.person]),
        says=say("people.able", able=outcome.able, wanted=outcome.wanted),
        line=outcome.line,
        longest=_longest(outcome),
        marks=marks,
        width=len(marks) * STEP,
    )


def _longest(outcome: Outcome) -> str:
    """Return somebody's longest journey; empty where it is not known."""
    if not outcome.able:
        return say("people.no_journey")
    return "" if outcome.worst_minutes is None else minutes(outcome.worst_minutes)


def _state(plan: Plan, project: Project, *, number: int, person: str) -> str:
    chosen = plan.session(project.code, number)
    if chosen is None:
        return "none"
    if any(each.person == person for each in chosen.coming):
        return "come"
    if any(each.person == person for each in chosen.expected):
        return "expected"
    absent = [each for each in chosen.absent if each.person == person]
    if any(each.stands_down for each in absent):
        return "down"
    return "away" if any(each.stays_away for each in absent) else "cannot"
