"""A programme as it is after what became different."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

from scheduler.constraint import Registry
from scheduler.errors import Fault, ProgrammeError
from scheduler.files.document import Document, Spot
from scheduler.files.findings import shown, suggestion
from scheduler.files.programmes import understood
from scheduler.files.published import located_as
from scheduler.lost_rooms import LOST
from scheduler.plan import Chosen, Plan
from scheduler.plan_changes import FieldSet, Joins, Leaves, LineCancelled, PlanChange, VenueLost
from scheduler.programme import Programme, Session

STEP: Final = re.compile(r"\.?([A-Za-z_][A-Za-z_0-9-]*)|\[([^\]]+)\]")
"""One step of a field's path: `.times`, or `[ishbel]`, or `[2]` counted from 1."""

SETTINGS: Final = "constraints"
"""Under which rules are set: what is set of one may not have stood there before."""

Tree = Any
"""Any part of a programme as JSON has it."""


def changed(
    programme: Programme, change: PlanChange, constraints: Registry, *, file: str
) -> Programme:
    """Return the programme as it is after a change.

    Raises
    ------
    ProgrammeError
        If the change names what the programme does not have, or makes what a programme may not be.
    """
    making = _Making(programme.model_dump(mode="json"), file)
    making.make(change)
    if making.faults:
        raise ProgrammeError(tuple(making.faults))
    made = understood(Document(making.tree, lambda: making.spots), constraints)
    return located_as(made, programme)


def as_held(programme: Programme, plan: Plan) -> Programme:
    """Return the programme with every planned session before the planning day held as planned."""
    day = programme.planning_day
    projects = tuple(
        project.model_copy(
            update={
                "sessions": tuple(
                    _held(session, plan.session(project.code, number), day)
                    for number, session in enumerate(project.sessions, 1)
                )
            }
        )
        for project in programme.projects
    )
    return programme.model_copy(update={"projects": projects})


def _held(session: Session, chosen: Chosen | None, planning_day: date) -> Session:
    if chosen is None or session.is_promised or chosen.start.date() >= planning_day:
        return session
    fixed = {"day": chosen.start.date(), "start": f"{chosen.start:%H:%M}", "state": "held"}
    return session.model_copy(
        update=fixed if session.is_remote else {**fixed, "venue": chosen.venue}
    )


@dataclass
class _Making:
    """A programme being changed, and what could not be done."""

    tree: Tree
    file: str
    faults: list[Fault] = field(default_factory=list)

    @property
    def spots(self) -> dict[Any, Any]:
        """Everything that is wrong afterwards comes from the change file."""
        return {(): Spot(self.file)}

    def make(self, change: PlanChange) -> None:
        for lost in change.venues_lost:
            self._lose(lost)
        for away in change.away:
            person = self._named("people", "code", away.person, "away.person")
            if person is not None:
                person["times"]["away"].append(_days(away.first, away.last))
        for cancelled in change.lines_cancelled:
            self._cancel(cancelled)
        for joins in change.joins:
            self._join(joins)
        for leaves in change.leaves:
            self._leave(leaves)
        for each in change.fields:
            self._put(each)

    def _lose(self, lost: VenueLost) -> None:
        venue = self._named("venues", "code", lost.venue, "venues_lost.venue")
        if venue is not None:
            horizon = {"first": self.tree["first_day"], "last": self.tree["last_day"]}
            days = horizon if lost.first is None else _days(lost.first, lost.last)
            days = {**days, "note": LOST}
            venue["closed"].append(days)
            self._free_booked(lost.venue, days)

    def _free_booked(self, venue: str, days: dict[str, str]) -> None:
        """Let sessions booked there on those days be planned anew; those held stay as they were."""
        for session in (session for each in self.tree["projects"] for session in each["sessions"]):
            is_there = session["state"] == "booked" and session["venue"] == venue
            if is_there and days["first"] <= session["day"] <= days["last"]:
                session.update(state="wanted", day=None, start=None, venue=None)

    def _cancel(self, cancelled: LineCancelled) -> None:
        if self._named("lines", "name", cancelled.line, "lines_cancelled.line") is None:
            return
        lines = self.tree["lines"]
        kept = [line for line in lines if line["name"] != cancelled.line]
        if cancelled.first is not None:
            gone = cancelled.first, cancelled.last or cancelled.first
            for line in (line for line in lines if line["name"] == cancelled.line):
                kept.extend(_around(line, *gone))
        self.tree["lines"] = kept

    def _join(self, joins: Joins) -> None:
        project = self._named("projects", "code", joins.project, "joins.project")
        if project is not None:
            known = {person["code"] for person in self.tree["people"]}
            if joins.person.code not in known:
                self.tree["people"].append(joins.person.model_dump(mode="json"))
            project["members"].append(joins.person.code)

    def _leave(self, leaves: Leaves) -> None:
        project = self._named("projects", "code", leaves.project, "leaves.project")
        if project is None:
            return
        if leaves.person not in project["members"]:
            remedy = f"is not in this group; {suggestion(leaves.person, project['members'])}"
            self._refuse("leaves.person", leaves.person, remedy)
            return
        project["members"].remove(leaves.person)
        project["lifts"] = [
            lift
            for lift in project["lifts"]
            if leaves.person not in {lift["driver"], lift["driven"]}
        ]

    def _put(self, put: FieldSet) -> None:
        steps = [name or key for name, key in STEP.findall(put.field)]
        here = self.tree
        for before, step in pairwise(("", *steps[:-1])):
            if before == SETTINGS and not isinstance(_inside(here, step), dict):
                here[step] = {}  # a rule of which nothing was set has what it starts with
            here = _inside(here, step)
        is_setting = SETTINGS in steps[-3:-1]
        if not isinstance(here, dict) or not (is_setting or steps[-1] in here):
            known = here if isinstance(here, dict) else self.tree
            hint = suggestion(steps[-1] if steps else "", known)
            self._refuse("fields.field", put.field, f"is no field of the programme; {hint}")
        elif put.add and not isinstance(here[steps[-1]], list):
            self._refuse("fields.add", put.field, "is no list; give a value in its place")
        elif put.add:
            here[steps[-1]].extend(put.add)
        else:
            here[steps[-1]] = put.value

    def _named(self, things: str, by: str, name: str, where: str) -> Tree:
        """Return the thing of a name, or None and a fault."""
        found = next((each for each in self.tree[things] if each[by] == name), None)
        if found is None:
            known = [each[by] for each in self.tree[things]]
            self._refuse(where, name, f"is not in the programme; {suggestion(name, known)}")
        return found

    def _refuse(self, where: str, value: str, remedy: str) -> None:
        self.faults.append(Fault(self.file, None, where, shown(value), remedy))


def _days(first: date, last: date | None) -> dict[str, str]:
    return {"first": first.isoformat(), "last": (last or first).isoformat(), "note": ""}


def _around(line: Tree, first: date, last: date) -> Iterator[Tree]:
    """Give a line's timetable before and after some days."""
    day = timedelta(days=1)
    begins, ends = line["first_day"], line["last_day"]
    if begins is None or begins < first.isoformat():
        until = (first - day).isoformat()
        yield {**line, "last_day": until if ends is None else min(ends, until)}
    if ends is None or ends > last.isoformat():
        again = (last + day).isoformat()
        yield {**line, "first_day": again if begins is None else max(begins, again)}


def _inside(here: Tree, step: str) -> Tree:
    if isinstance(here, dict):
        return here.get(step)
    if isinstance(here, list):
        by_code = (
            e for e in here if isinstance(e, dict) and step in (e.get("code"), e.get("name"))
        )
        at = int(step) - 1 if step.isdecimal() else -1
        return next(by_code, here[at] if 0 <= at < len(here) else None)
    return None
