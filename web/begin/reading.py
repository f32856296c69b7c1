"""What was typed on a page: understood, or what is wrong with it, by field."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from werkzeug.datastructures import MultiDict

from scheduler.programme import Programme
from scheduler.projects import Project, Session
from web.begin.draft import Typed
from web.begin.questions import Field, Form
from web.forms import DAY_PARTS, NOTHING, NotTypedError, understood

NOBODY_YET: Final = Programme(
    name="-",
    first_day=date(2027, 1, 1),
    last_day=date(2027, 12, 31),
    projects=(Project(code="group", sessions=(Session(),)),),
)
"""What can be chosen hangs on a programme; on most pages on none."""


def with_sessions(many: int) -> Programme:
    """Return a programme of so many sessions, for which of them can be chosen."""
    (group,) = NOBODY_YET.projects
    wishes = group.model_copy(update={"sessions": (Session(),) * many})
    return NOBODY_YET.model_copy(update={"projects": (wishes,)})


def read(
    form: Form, typed: MultiDict[str, str], programme: Programme = NOBODY_YET
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return what was said on a page, and what is wrong with it, by field."""
    told: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for field in form.fields:
        try:
            value = understood(field.ask, typed, programme)
            field.makes(value) if is_said(value) else None
        except NotTypedError as wrong:
            faults[field.name] = str(wrong)
            continue
        if is_said(value):
            told[field.name] = value
    return told, {**form.wrong(told), **faults}


def is_said(value: object) -> bool:
    """Say whether anything was said: an answer that is not known says nothing, and 0 does."""
    return value not in NOTHING and value != "unknown"


def sent(form: Form, typed: MultiDict[str, str]) -> Typed:
    """Return what a browser sent for the questions of a page, just as it was typed."""
    return {name: typed.getlist(name) for field in form.fields for name in names_of(field)}


def again(typed: Mapping[str, list[str]]) -> MultiDict[str, str]:
    """Return what was typed as a browser would send it again."""
    return MultiDict([(name, value) for name, values in typed.items() for value in values])


def names_of(field: Field) -> tuple[str, ...]:
    """Return under which names a browser sends the answer to a question."""
    if field.ask.kind == "day":
        return tuple(f"{field.name}-{part}" for part in DAY_PARTS)
    return (field.name,)
