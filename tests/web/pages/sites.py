"""Pages with plans in them, served at an address of this machine."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from constraints import registry
from scheduler.files import read_programme
from tests.conftest import ROOT
from web.store import KeptPlan, Store

PATIENCE_SECONDS = 120


@dataclass(frozen=True)
class Site:
    """Pages that are served, with the finished plans they hold by example."""

    app: Flask
    address: str
    plans: dict[str, KeptPlan]

    @property
    def client(self) -> FlaskClient:
        """A browser without a screen."""
        return self.app.test_client()

    def pages(self) -> dict[str, str]:
        """Return the address of every page worth looking at, by what it is."""
        rural, impossible = self.plans["rural"], self.plans["impossible"]
        plan = f"/plans/{rural.code}"
        asked = "why-not?day=4&month=5&year=2027"
        return {
            "start": "/",
            "programme": f"/programmes/{rural.of}",
            "year": f"/programmes/{rural.of}/year",
            "plan": plan,
            "people": f"{plan}/people",
            "to do": f"{plan}/to-do",
            "calendars": f"{plan}/calendars",
            "why not": f"{plan}/why-not",
            "why not, every place": f"{plan}/{asked}",
            "why not, one place": f"{plan}/{asked}&hour=11:00&venue=kb-wool-store",
            "why not, no day": f"{plan}/why-not?day=31&month=2&year=2027",
            "equity": f"{plan}/equity",
            "what if": f"{plan}/what-if",
            "group": f"{plan}/group",
            "details": f"{plan}/details",
            "nothing fits": f"/plans/{impossible.code}",
            "rules": "/rules",
            "rule": f"/rules/spacing?programme={rural.of}",
            "not found": "/nothing/here",
        }


def planned(store: Store, example: str) -> KeptPlan:
    """Return the finished plan of an example, made by a child process as on the pages."""
    programme = read_programme(ROOT / "examples" / example, registry())
    plan = store.begin(store.keep(programme).code, programme)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while plan.job.state().name in {"queued", "running"} and time.monotonic() < deadline:
        time.sleep(0.1)
    assert plan.job.state().says == "The plan is ready."
    return plan


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
