"""Whole programmes in which one constraint matters, and what is planned and said of them.

All begin with the same small programme: four people of one glen, two halls and a fortnight in June
2027. Left alone it meets on Monday 7 June at eleven in Glen Hall.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from constraints import registry
from scheduler.facts import YES, Answer
from scheduler.finished import Finished, Meeting
from scheduler.in_force import in_force
from scheduler.people import Person, Times
from scheduler.plan import Chosen, Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme, Settings
from scheduler.samples import HALL, ISHBEL, LONDON, PROGRAMME, PROJECT, RORY, WISH, on
from scheduler.words import Days, Spell

# The programme every case begins with. Nobody in it exists.

UNA = ISHBEL.model_copy(update={"code": "una", "name": "Una"})
FLORA = ISHBEL.model_copy(update={"code": "flora", "name": "Flora"})
NEIGHBOUR = RORY.model_copy(update={"home": "glen"})
FAR = HALL.model_copy(
    update={
        "code": "far",
        "name": "Town Hall",
        "place": "town",
        "operator": "Town Trust",
        "access": {"step-free": YES, "accessible toilet": YES, "hearing loop": YES},
    }
)
MEETING = WISH.model_copy(update={"setup_minutes": 0, "clear_up_minutes": 0})
GROUP = PROJECT.model_copy(
    update={"members": ("ishbel", "una", "flora", "rory"), "sessions": (MEETING,)}
)
BASE = PROGRAMME.model_copy(
    update={
        "first_day": on("Monday 7 June 2027"),
        "last_day": on("Sunday 20 June 2027"),
        "earliest": "11:00",
        "latest": "13:00",
        "start_every_minutes": 60,
        "people": (ISHBEL, UNA, FLORA, NEIGHBOUR),
        "venues": (HALL, FAR),
        "projects": (GROUP,),
        "constraints": {"group_size": False},
    }
)
MONDAY = on("Monday 7 June 2027")
TWO_DAYS = {"last_day": on("Tuesday 8 June 2027")}

Answers = tuple[tuple[str, str, tuple[str, ...]], ...]
"""When, where and who comes, session by session."""

ALL = ("flora", "ishbel", "rory", "una")
BEFORE: Answers = (("Mon 7 Jun 11:00", "hall", ALL),)
NEXT_DAY: Answers = (("Tue 8 Jun 11:00", "hall", ALL),)
ELSEWHERE: Answers = (("Mon 7 Jun 11:00", "far", ALL),)


@dataclass(frozen=True)
class Case:
    """A programme in which one constraint matters."""

    constraint: str
    given: Programme
    says: str
    """What the constraint says against the plan made without it."""
    after: Answers
    before: Answers = BEFORE
    also: str = ""
    """What it says besides, of the plan as a whole."""
    settings: dict[str, Any] = field(default_factory=dict)
    without: Programme | None = None
    """For a right: the programme without the need it guards."""

    @property
    def with_it(self) -> Programme:
        """The programme with the constraint switched on."""
        return set_to(self.given, self.constraint, self.settings)

    @property
    def without_it(self) -> Programme:
        """The programme without the constraint, or without the need that a right guards."""
        return self.without or set_to(self.given, self.constraint, False)


def set_to(programme: Programme, constraint: str, settings: dict[str, Any] | bool) -> Programme:
    """Return a programme with one constraint set, or switched off."""
    every: Settings = {**programme.constraints, constraint: settings}
    return programme.model_copy(update={"constraints": every})


def base(**given: object) -> Programme:
    """Return the programme every case begins with, with some fields its own."""
    return BASE.model_copy(update=given)


def with_person(person: Person, programme: Programme = BASE, **given: object) -> Programme:
    """Return a programme with some fields of one person its own."""
    people = tuple(
        each.model_copy(update=given) if each.code == person.code else each
        for each in programme.people
    )
    return programme.model_copy(update={"people": people})


def with_hall(**given: object) -> Programme:
    """Return the programme with some fields of the near hall its own."""
    return base(venues=(HALL.model_copy(update=given), FAR))


def with_session(programme: Programme = BASE, **given: object) -> Programme:
    """Return a programme with some fields of the only session its own."""
    return with_project(programme, sessions=(MEETING.model_copy(update=given),))


def with_project(programme: Programme = BASE, **given: object) -> Programme:
    """Return a programme with some fields of the project its own."""
    return programme.model_copy(update={"projects": (GROUP.model_copy(update=given),)})


def told(**given: object) -> Times:
    """Return the times of somebody who told us when they can come."""
    return Times.model_validate({"told": Answer.YES, **given})


def from_day(words: str) -> dict[str, object]:
    """Return the fields of a programme that begins on a day and has a fortnight."""
    first = on(words)
    return {"first_day": first, "last_day": first.fromordinal(first.toordinal() + 13)}


def spell(begins: str, ends: str) -> Spell:
    """Return a time on Monday 7 June 2027."""
    day = f"{MONDAY.isoformat()}T"
    return Spell(
        start=datetime.fromisoformat(day + begins).replace(tzinfo=LONDON),
        end=datetime.fromisoformat(day + ends).replace(tzinfo=LONDON),
    )


NO_MONDAY = told(away=(Days(first=MONDAY, last=MONDAY),))
NO_TUESDAY = told(
    away=(Days(first=on("Tuesday 8 June 2027"), last=on("Tuesday 8 June 2027")),),
)

DILEMMA = with_person(FLORA, with_person(RORY, base(**TWO_DAYS), times=NO_MONDAY), times=NO_TUESDAY)
"""On Monday the professional is missing, on Tuesday Flora: the order of concern takes Monday."""
MONDAY_WITHOUT_RORY: Answers = (("Mon 7 Jun 11:00", "hall", ("flora", "ishbel", "una")),)
TUESDAY_WITHOUT_FLORA: Answers = (("Tue 8 Jun 11:00", "hall", ("ishbel", "rory", "una")),)


def planned(programme: Programme) -> Plan:
    """Return the plan of a programme under every constraint it has switched on."""
    return make_plan(programme, registry())


def answers(plan: Plan) -> Answers:
    """Return when, where and who comes, session by session."""
    return tuple(_answer(chosen) for chosen in plan.sessions)


def _answer(chosen: Chosen) -> tuple[str, str, tuple[str, ...]]:
    start = chosen.start.astimezone(LONDON)
    when = f"{start:%a} {start.day} {start:%b %H:%M}"
    return when, chosen.venue, tuple(sorted(coming.person for coming in chosen.coming))


def new_against(case: Case, plan: Plan, *, by: str) -> set[str]:
    """Return what a constraint says of a plan with the case's constraint, and not without it."""
    before = spoken_against(case.without_it, plan, by=by)
    return set(spoken_against(case.with_it, plan, by=by)) - set(before)


def spoken_against(programme: Programme, plan: Plan, *, by: str) -> Iterator[str]:
    """Give everything a constraint says of a plan, as it stands in a programme."""
    rules = {each.code: in_force(registry(), programme, each) for each in programme.projects}
    finished = Finished.of(programme, plan, rules)
    for meeting in finished.meetings:
        yield from _said_of(meeting, by)
    own = rules[programme.projects[0].code]
    for rule in (each for each in own if each.name() == by):
        yield from (breach.says for breach in rule.review(finished))


def _said_of(meeting: Meeting, name: str) -> Iterator[str]:
    rules = in_force(registry(), meeting.programme, meeting.project)
    for rule in (each for each in rules if each.name() == name):
        for _, arguments in meeting.cases(rule.asks_for()):
            objection = rule.check(**arguments)
            if objection is not None:
                yield objection.organiser
