"""`commonground publish`: keep a plan's sessions in step in a calendar on a CalDAV server."""

import os
import stat
from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path
from typing import Final

from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.programme import Programme
from web.calendar_server import Account, Collection, ServerError
from web.commands.calendar import NAMED
from web.home import default_home
from web.plan_folder import plan_at, programme_of
from web.published import published_at
from web.publishing import Outcome, Publishing
from web.readers import reader_label
from web.terminal import Ending, RefusedError, say, tell

VARIABLE: Final = "COMMONGROUND_CALDAV_PASSWORD"
"""The environment variable that may hold the password."""
ORDER: Final = ("new", "changed", "called off", "taken out", "as they were")


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("plan", type=Path, help="the plan: plan.json, or its folder")
    parser.add_argument(
        "--caldav",
        required=True,
        metavar="ADDRESS",
        help="one calendar on the server, such as https://cal.example/team/sessions/",
    )
    parser.add_argument("--user", required=True, metavar="NAME", help="who may write there")
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help=f"a file with the password that only you may read, unless {VARIABLE} holds it",
    )
    one = parser.add_mutually_exclusive_group(required=True)
    one.add_argument("--organiser", action="store_true", help="the organiser's calendar")
    one.add_argument("--for", dest="person", metavar="PERSON", help="one person's private calendar")
    one.add_argument("--project", metavar="P", help="one project's, for its whole group")
    one.add_argument("--venue", metavar="V", help="when one venue is needed")
    one.add_argument("--worker", metavar="W", help="when one worker is needed")
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="put our entries in the place of what somebody else changed there",
    )
    parser.add_argument(
        "--programme", type=Path, metavar="PATH", help="the programme, if not beside the plan"
    )


def run(given: Namespace) -> int:
    """Bring the calendar there into step, and say what was done and what was left."""
    plan = plan_at(given.plan)
    programme = programme_of(plan, given.plan, given=given.programme)
    reader = _asked(given)
    _refuse_unsafe(programme, reader)
    collection = Collection(Account(given.caldav, _user(given.user), _password(given)))
    memory = published_at(
        default_home(), given.caldav, PlanCalendars(programme, plan).name_for(reader)
    )
    calendars = PlanCalendars(programme, plan, memory.sent)
    today = datetime.now().astimezone().date()
    outcome = Outcome()
    try:
        Publishing(collection, memory, today, given.overwrite).run(calendars, reader, outcome)
    except ServerError as cut_short:
        tell(_done(outcome))
        msg = f"{cut_short}\nWhat was done is remembered: the same command goes on from there."
        raise ServerError(msg) from cut_short
    finally:
        collection.close()
    say(f"{reader_label(programme, reader)}: {_done(outcome)}")
    for sentence in outcome.left:
        tell(f"{sentence}. --overwrite puts ours in its place.")
    return Ending.REFUSED if outcome.left else Ending.DONE


def _asked(given: Namespace) -> Reader:
    named = ((kind, getattr(given, kind)) for kind in NAMED)
    return next((Reader(kind, code) for kind, code in named if code), Reader("organiser"))


def _refuse_unsafe(programme: Programme, reader: Reader) -> None:
    """Refuse to put into a calendar what is for somebody who did not choose to have one."""
    person = next((p for p in programme.people if p.code == reader.code), None)
    if reader.kind == "person" and person and not person.contact.allows("calendar"):
        msg = f"{person.label} chose other ways than a calendar, so none is kept on a server"
        raise RefusedError(msg)


def _user(told: str) -> str:
    if not told or ":" in told or not told.isprintable():
        msg = f'--user "{told}" is no name a server knows: leave : out of it'
        raise RefusedError(msg)
    return told


def _password(given: Namespace) -> str:
    told = os.environ.get(VARIABLE, "")
    file: Path | None = given.password_file
    if file is not None:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            msg = f"{file}: others may read this file; make it yours alone: chmod 600"
            raise RefusedError(msg)
        told = file.read_text("utf-8").rstrip("\r\n")
    if not told:
        msg = f"no password: set {VARIABLE}, or name a file that holds it with --password-file"
        raise RefusedError(msg)
    return told


def _done(outcome: Outcome) -> str:
    told = [f"{outcome.done[what]} {what}" for what in ORDER if outcome.done[what]]
    return f"{', '.join(told) or 'nothing done'}."
