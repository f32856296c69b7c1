"""Why not then? A day, an hour and a place, and what every rule says to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask import Blueprint, render_template, request

from constraints import registry
from scheduler.answers import Alike, WhyNot, alike
from scheduler.programme import Programme
from scheduler.sentences import counted, listed
from scheduler.why_not import why_not
from web.kept_clear import usual_start
from web.names import Names
from web.pages.at_hand import Opened, opened
from web.wording import hour, say

pages = Blueprint("why_not", __name__)


class NotAskedError(ValueError):
    """What was typed is no question yet."""


@dataclass(frozen=True)
class Answer:
    """The answer as the page shows it."""

    instead: str
    says: str
    reasons: tuple[str, ...]
    heading: str
    """What stands above the reasons."""
    places: tuple["Places", ...]
    """Where no place was asked about: each with its own answer, those alike together."""


@dataclass(frozen=True)
class Places:
    """One place, or several that have the same answer."""

    name: str
    """The place, or how many there are."""
    says: str
    reasons: tuple[str, ...]
    which: str
    """Which they are, where there are several."""


@pages.get("/plans/<code>/why-not")
def ask(code: str) -> str:
    """Show the form, and the answer to what was asked."""
    found = opened(code)
    typed = _typed(found)
    answer, refused = None, ""
    if request.args:
        try:
            answer = _answer(found, typed)
        except ValueError as wrong:
            refused = str(wrong)
    return render_template(
        "why_not.html",
        found=found,
        part="why_not",
        typed=typed,
        answer=answer,
        refused=refused,
        hours=_hours(found.programme),
    )


def _typed(found: Opened) -> dict[str, str]:
    """Return what was typed; where nothing was, the day and hour of the first session."""
    project = found.project(request.args.get("project", "")).code
    first = found.plan.sessions[0].start.date() if found.plan.sessions else None
    day = first or found.programme.first_day
    usual = usual_start(found.programme, found.plan, project=project, day=day)
    start = {"day": day.day, "month": day.month, "year": day.year, "hour": f"{usual:%H:%M}"}
    plain = {"project": project, "venue": "", **{name: str(told) for name, told in start.items()}}
    return {**plain, **{name: told for name, told in request.args.items() if name in plain}}


def _answer(found: Opened, typed: Mapping[str, str]) -> Answer:
    answer = why_not(
        found.programme,
        found.plan,
        registry(),
        project=typed["project"],
        start=_start(found.programme, typed),
        venue=typed["venue"] or None,
    )
    return _shown(answer, Names.of(found.programme))


def _start(programme: Programme, typed: Mapping[str, str]) -> datetime:
    try:
        day = date(*(int(typed[name]) for name in ("year", "month", "day")))
    except (ValueError, OverflowError):
        raise NotAskedError(say("why_not.no_day")) from None
    if typed["hour"] not in dict(_hours(programme)):
        raise NotAskedError(say("why_not.no_hour"))
    return programme.moment(day, typed["hour"])


def _shown(answer: WhyNot, names: Names) -> Answer:
    reasons = tuple(reason for reason in answer.reasons if not answer.says.endswith(reason))
    heading = say("why_not.everywhere" if answer.venues else "why_not.also")
    places = tuple(_places(group, names) for group in alike(answer))
    return Answer(answer.instead, answer.says, reasons, heading, places)


def _places(group: Alike, names: Names) -> Places:
    called = [names.venue(code) for code in group.venues]
    if len(called) == 1:
        return Places(called[0], group.says, group.reasons, "")
    many = say("why_not.some_places", places=counted(len(called), "place"))
    return Places(many, group.says, group.reasons, listed(called))


def _hours(programme: Programme) -> list[tuple[str, str]]:
    """Return the hours a session may begin at, as typed and as people say them."""
    day = programme.first_day
    begin, end = (programme.moment(day, clock) for clock in (programme.earliest, programme.latest))
    step = timedelta(minutes=programme.start_every_minutes)
    moments = (begin + n * step for n in range((end - begin) // step))
    return [(f"{moment:%H:%M}", hour(moment)) for moment in moments]
