"""What may have become different since a plan was made: a form for each kind of change."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from scheduler.facts import Answer, Fact
from scheduler.files.checks.settings import NO_BUDGET
from scheduler.people import NEEDS, ROLES, Person, Times, Travel
from scheduler.plan_changes import (
    FieldSet,
    Joins,
    Leaves,
    LineCancelled,
    PersonAway,
    PlanChange,
    VenueLost,
)
from scheduler.programme import Programme
from scheduler.words import Word
from web.change_options import (
    alike,
    answers,
    how,
    lines,
    members,
    newcomers,
    people,
    places,
    projects,
    sessions,
    sums,
    venues,
)
from web.forms import Ask, Told

Change = tuple[str, Word]
"""Under which name a change stands among all of them, and the change itself."""


@dataclass(frozen=True)
class Form:
    """One kind of change: what is asked, and the change it makes."""

    name: str
    asks: tuple[Ask, ...]
    made: Callable[[Told, Programme], Change]
    blames: str
    """Beside which field stands what the programme has against the change."""

    def fits(self, programme: Programme) -> bool:
        """Say whether a programme has anything this could be about."""
        needed = (ask for ask in self.asks if ask.kind == "choice" and ask.is_needed)
        return all(ask.options(programme) for ask in needed)


def with_change(changes: PlanChange, change: Change) -> PlanChange:
    """Return some changes with one more."""
    kind, added = change
    return changes.model_copy(update={kind: (*getattr(changes, kind), added)})


def without_change(changes: PlanChange, kind: str, number: int) -> PlanChange:
    """Return some changes without one, counted from 0 among its kind.

    Raises
    ------
    LookupError
        If there is no such change.
    """
    if kind not in PlanChange.model_fields or number >= len(getattr(changes, kind)):
        raise LookupError(kind)
    every = getattr(changes, kind)
    return changes.model_copy(update={kind: every[:number] + every[number + 1 :]})


def _venue_lost(told: Told, programme: Programme) -> Change:
    del programme
    return "venues_lost", VenueLost(venue=told["venue"], first=told["since"], last=told["last"])


def _away(told: Told, programme: Programme) -> Change:
    del programme
    return "away", PersonAway(person=told["person"], first=told["first"], last=told["last"])


def _line_cancelled(told: Told, programme: Programme) -> Change:
    del programme
    cancelled = LineCancelled(line=told["line"], first=told["since"], last=told["last"])
    return "lines_cancelled", cancelled


def _joins(told: Told, programme: Programme) -> Change:
    person = Person(
        code=_free_code(programme),
        name=told["name"],
        roles=(told["role"],),
        home=told["home"],
        needs=told["needs"],
        needs_asked=Answer(told["asked"]),
        times=Times(told=Answer(told["told"]), work=told["work_hours"]),
        travel=Travel(car=Fact(answer=Answer(told["car"]))),
    )
    return "joins", Joins(project=told["project"], person=person)


def _free_code(programme: Programme) -> str:
    taken = {person.code for person in programme.people}
    numbered = (f"new-{number}" for number in range(1, len(taken) + 2))
    return next(code for code in numbered if code not in taken)


def _joins_too(told: Told, programme: Programme) -> Change:
    project, _, code = told["newcomer"].partition("/")
    person = next(each for each in programme.people if each.code == code)
    return "joins", Joins(project=project, person=person)


def _leaves(told: Told, programme: Programme) -> Change:
    del programme
    project, _, person = told["member"].partition("/")
    return "leaves", Leaves(project=project, person=person)


def _need(told: Told, programme: Programme) -> Change:
    del programme
    return "fields", FieldSet(field=f"people[{told['person']}].needs", add=(told["need"],))


def _work(told: Told, programme: Programme) -> Change:
    del programme
    field = f"people[{told['person']}].times.work"
    return "fields", FieldSet(field=field, value=list(told["work_hours"]))


def _session(told: Told, programme: Programme) -> Change:
    del programme
    minutes = told["length"]
    wish = {"title": told["title"], "length_minutes": _value(minutes)} if minutes else {}
    added = wish or {"title": told["title"]}
    return "fields", FieldSet(field=f"projects[{told['project']}].sessions", add=(added,))


def _money(told: Told, programme: Programme) -> Change:
    del programme
    field = f"projects[{told['project']}].constraints.{told['sum']}.most_pence"
    most = NO_BUDGET if told["pounds"] is None else told["pounds"]
    return "fields", FieldSet(field=field, value=most)


def _left_out(told: Told, programme: Programme) -> Change:
    del programme
    project, _, number = told["session"].partition("/")
    field = f"projects[{project}].sessions[{number}].required"
    return "fields", FieldSet(field=field, value=False)


def _anything(told: Told, programme: Programme) -> Change:
    del programme
    value = _value(told["value"])
    if told["how"] == "add":
        return "fields", FieldSet(field=told["field"], add=(value,))
    return "fields", FieldSet(field=told["field"], value=value)


def _value(text: str) -> Any:  # noqa: ANN401 - a number, yes or no, a list, or words
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


PERSON: Final = Ask("person", "choice", people)
PROJECT: Final = Ask("project", "choice", projects)
LAST: Final = Ask("last", "day", is_needed=False)
SINCE: Final = Ask("since", "day", is_needed=False)

FORMS: Final = {
    form.name: form
    for form in (
        Form(
            "venue",
            (Ask("venue", "choice", venues), SINCE, LAST),
            _venue_lost,
            blames="since",
        ),
        Form("away", (PERSON, Ask("first", "day"), LAST), _away, blames="first"),
        Form(
            "line",
            (Ask("line", "choice", lines), SINCE, LAST),
            _line_cancelled,
            blames="since",
        ),
        Form(
            "joins",
            (
                PROJECT,
                Ask("name", "text"),
                Ask("role", "choice", partial(alike, ROLES)),
                Ask("home", "choice", places, is_needed=False),
                Ask("car", "choice", answers),
                Ask("told", "choice", answers),
                Ask("work_hours", "lines", is_needed=False),
                Ask("asked", "choice", answers),
                Ask("needs", "ticks", partial(alike, NEEDS), is_needed=False),
            ),
            _joins,
            blames="work_hours",
        ),
        Form(
            "joins_too",
            (Ask("newcomer", "choice", newcomers),),
            _joins_too,
            blames="newcomer",
        ),
        Form("leaves", (Ask("member", "choice", members),), _leaves, blames="member"),
        Form(
            "need",
            (PERSON, Ask("need", "choice", partial(alike, NEEDS))),
            _need,
            blames="need",
        ),
        Form(
            "work",
            (PERSON, Ask("work_hours", "lines", is_needed=False)),
            _work,
            blames="work_hours",
        ),
        Form(
            "session",
            (PROJECT, Ask("title", "text"), Ask("length", "text", is_needed=False)),
            _session,
            blames="length",
        ),
        Form(
            "money",
            (
                PROJECT,
                Ask("sum", "choice", sums),
                Ask("pounds", "pounds", is_needed=False),
            ),
            _money,
            blames="pounds",
        ),
        Form(
            "left_out",
            (Ask("session", "choice", sessions),),
            _left_out,
            blames="session",
        ),
        Form(
            "anything",
            (Ask("field", "text"), Ask("how", "choice", how), Ask("value", "text")),
            _anything,
            blames="field",
        ),
    )
}
"""Every kind of change by name, in the order they are offered."""
