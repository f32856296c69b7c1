"""`commonground publish`: keep a plan's sessions in step in a calendar on a CalDAV server."""

import os
import stat
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.programme import Programme
from web.calendar_server import VARIABLE, Account, Collection, ServerError
from web.commands.calendar import NAMED
from web.home import default_home
from web.plan_folder import plan_at, programme_of
from web.published import Published, others_at, published_at
from web.publishing import Outcome, Publishing
from web.readers import reader_label
from web.terminal import Ending, RefusedError, say, tell

NOT_THERE: Final = "nobody of that code is in the programme any more"
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
        "--withdraw", action="store_true", help="take out everything of it that was put there"
    )
    parser.add_argument(
        "--together", action="store_true", help="keep it where another reader's calendar is kept"
    )
    parser.add_argument(
        "--programme", type=Path, metavar="PATH", help="the programme, if not beside the plan"
    )


def run(given: Namespace) -> int:
    """Bring the calendar there into step, and say what was done and what was left."""
    plan = plan_at(given.plan)
    programme = programme_of(plan, given.plan, given=given.programme)
    reader = _asked(given)
    collection = Collection(Account(given.caldav, _user(given.user), _password(given)))
    memory = published_at(
        default_home(), given.caldav, PlanCalendars(programme, plan).name_for(reader)
    )
    is_taken_out = given.withdraw or _is_to_go(programme, reader, memory)
    memory.whose = _label(programme, reader, memory)
    memory.programme = programme.name
    today = datetime.now().astimezone().date()
    publishing = Publishing(collection, memory, today, given.overwrite)
    if is_taken_out:
        _refuse_unknown(memory)
        others = others_at(memory)
        return _told(publishing, lambda outcome: publishing.withdraw(outcome, others))
    _refuse_mixed(memory, given)
    calendars = PlanCalendars(programme, plan, memory.sent)
    return _told(publishing, lambda outcome: publishing.run(calendars, reader, outcome))


def _told(publishing: Publishing, act: Callable[[Outcome], None]) -> int:
    """Do it, and say what was done and what was left."""
    outcome = Outcome()
    try:
        act(outcome)
    except ServerError as cut_short:
        tell(_done(outcome))
        msg = f"{cut_short}\nWhat was done is remembered: the same command goes on from there."
        raise ServerError(msg) from cut_short
    finally:
        publishing.collection.close()
    say(f"{publishing.memory.whose}: {_done(outcome)}")
    for sentence in outcome.left:
        tell(f"{sentence}. {outcome.remedy}")
    return Ending.REFUSED if outcome.left else Ending.DONE


def _asked(given: Namespace) -> Reader:
    named = ((kind, getattr(given, kind)) for kind in NAMED)
    return next((Reader(kind, code) for kind, code in named if code), Reader("organiser"))


def _is_to_go(programme: Programme, reader: Reader, memory: Published) -> bool:
    """Say whether what is there is for somebody who left, or did not choose to have a calendar.

    Raises
    ------
    RefusedError
        If nothing is there yet and nothing may be.
    """
    person = next((p for p in programme.people if p.code == reader.code), None)
    if reader.kind != "person" or (person and person.contact.allows("calendar")):
        return False
    why = f"{person.label} chose other ways than a calendar" if person else NOT_THERE
    if memory.stands:
        tell(f"{why}, so what was put on the server is taken out")
    elif person:
        msg = f"{why}, so none is kept on a server"
        raise RefusedError(msg)
    return memory.stands


def _label(programme: Programme, reader: Reader, memory: Published) -> str:
    try:
        return reader_label(programme, reader)
    except StopIteration:
        return memory.whose or f"for {reader.code}"


def _refuse_unknown(memory: Published) -> None:
    """Refuse to take out what nobody here remembers: it would be called done and stay there."""
    if not memory.stands:
        msg = (
            f"{memory.whose}: nothing is remembered here of such a calendar at that address; give "
            "the address it was published to, on the machine that published it"
        )
        raise RefusedError(msg)


def _refuse_mixed(memory: Published, given: Namespace) -> None:
    """Refuse to show one reader's sessions to those who look at another's calendar."""
    others = () if memory.stands or given.together else others_at(memory)
    if others:
        whose = "; ".join(other.whose for other in others)
        msg = (
            f"{given.caldav} is where another calendar is kept: {whose}. Give an "
            "address of its own to each, or keep them in one place with --together"
        )
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
