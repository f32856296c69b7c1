"""Pages with plans in them, served at an address of this machine."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from secrets import token_urlsafe
from threading import Thread

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from constraints import registry
from scheduler.calendars.foreign.account import About, Account, BusyTimes, Question
from scheduler.files import read_programme, write_plan, write_programme
from scheduler.plan import Plan
from scheduler.plan_changes import PlanChange, VenueLost
from scheduler.programme import Programme
from tests.conftest import ROOT
from web import busy_draft, job_files
from web.replanning import Draft
from web.store import CHANGE, OF, KeptPlan, Run, Store

PATIENCE_SECONDS = 120
PLANNED_ON = date(2026, 11, 23)
"""The day on which the examples are planned."""


@dataclass(frozen=True)
class Site:
    """Pages that are served, with the finished plans they hold by example."""

    app: Flask
    address: str
    plans: dict[str, KeptPlan]
    draft: str
    """What was read of somebody's calendar, by its code."""

    @property
    def client(self) -> FlaskClient:
        """A browser without a screen."""
        return self.app.test_client()

    def pages(self) -> dict[str, str]:
        """Return the address of every page worth looking at, by what it is."""
        rural, impossible = self.plans["rural"], self.plans["impossible"]
        plan = f"/plans/{rural.code}"
        asked = "why-not?day=4&month=5&year=2027"
        somebody, group = (
            rural.plan().sessions[0].coming[0].person,
            rural.plan().sessions[0].project,
        )
        return {
            "start": "/",
            "programme": f"/programmes/{rural.of}",
            "year": f"/programmes/{rural.of}/year",
            "busy": f"/programmes/{rural.of}/busy",
            "busy, found": f"/programmes/{rural.of}/busy/{self.draft}",
            "plan": plan,
            "people": f"{plan}/people",
            "to do": f"{plan}/to-do",
            "journeys": f"{plan}/journeys",
            "checklist": f"{plan}/checklist",
            "costs": f"{plan}/costs",
            "calendars": f"{plan}/calendars",
            "addresses": f"{plan}/feeds",
            "papers": f"{plan}/papers",
            "mail": f"{plan}/mail",
            "answers": f"{plan}/replies",
            "a sheet": f"{plan}/papers/people/{somebody}/large",
            "a sheet nobody chose": f"{plan}/papers/people/{somebody}/letter",
            "a poster": f"{plan}/papers/groups/{group}/poster",
            "why not": f"{plan}/why-not",
            "why not, every place": f"{plan}/{asked}",
            "why not, one place": f"{plan}/{asked}&hour=11:00&venue=kb-wool-store",
            "why not, no day": f"{plan}/why-not?day=31&month=2&year=2027",
            "equity": f"{plan}/equity",
            "what if": f"{plan}/what-if",
            "other plans": f"{plan}/alternatives",
            "other plans, not looked for": f"/plans/{self.plans['multi-site'].code}/alternatives",
            "other plans, nothing fits": f"/plans/{impossible.code}/alternatives",
            "changed, found": f"{plan}/changed",
            "changed, said": f"/plans/{self.plans['multi-site'].code}/changed",
            "changed, nothing said": f"/plans/{impossible.code}/changed",
            "changed, a form": f"{plan}/changed/add/joins",
            "changed, nothing it could be about": f"{plan}/changed/add/joins_too",
            "group": f"{plan}/group",
            "details": f"{plan}/details",
            "nothing fits": f"/plans/{impossible.code}",
            "rules": "/rules",
            "rule": f"/rules/spacing?programme={rural.of}",
            "not found": "/nothing/here",
        }


def a_calendar_read(store: Store, plan: KeptPlan) -> str:
    """Read a calendar with something of every kind, and return the code of what was read."""
    start = datetime(2027, 5, 4, 9, tzinfo=UTC)
    kinds: tuple[About, ...] = ("all day", "pencilled in", "time zone")
    times = ((start.date(), start.date()), *[(start, start + timedelta(hours=1))] * 2)
    found = BusyTimes(
        busy=((start, start + timedelta(hours=2)),),
        questions=tuple(
            Question(line, *when, about)
            for line, (when, about) in enumerate(zip(times, kinds, strict=True), start=9)
        ),
        accounts=(Account(3, start.date(), "not understood", "line 5 ends it before it begins"),),
        remarks=("The file is not written in UTF-8; it was read as Latin-1.",),
    )
    kept = store.programme(plan.of)
    return busy_draft.keep(kept, kept.read().people[0].code, calendar="work", found=found).code


def planned(store: Store, example: str) -> KeptPlan:
    """Return the finished plan of an example, made by a child process as on the pages."""
    return finished(store, read_programme(ROOT / "examples" / example, registry()))


def finished(store: Store, programme: Programme) -> KeptPlan:
    """Return the finished plan of a programme, made by a child process as on the pages."""
    plan = store.begin(store.keep(programme).code, programme)
    awaited(plan)
    return plan


def kept_as_made(store: Store, programme: Programme, plan: Plan, *, of: str = "") -> KeptPlan:
    """Keep a plan that was made already, as if it had been made on the pages."""
    folder = store.home / "plans" / token_urlsafe(16)
    folder.mkdir(parents=True)
    write_programme(programme, folder / job_files.PROGRAMME)
    write_plan(plan, folder / job_files.PLAN)
    (folder / OF).write_text(of or store.keep(programme).code)
    (folder / CHANGE).touch()
    return store.plan(folder.name)


def awaited(run: Run) -> None:
    """Wait until something that is worked out in the background is done."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while run.job.state().name in {"queued", "running"} and time.monotonic() < deadline:
        time.sleep(0.1)
    assert run.job.state().name == "done", run.job.state()


def say_what_changed(plans: dict[str, KeptPlan]) -> None:
    """Say of two plans that a room is lost, and plan one of them again."""
    for plan in (plans["rural"], plans["multi-site"]):
        venue = plan.plan().sessions[-1].venue
        Draft(plan).keep(PlanChange(venues_lost=(VenueLost(venue=venue),)))
    Draft(plans["rural"]).begin(PLANNED_ON)
    awaited(plans["rural"].replanning)


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Serve the pages at an address of this machine for a while."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
