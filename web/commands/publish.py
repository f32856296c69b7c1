"""`commonground publish`: keep a plan's sessions in step in a calendar on a CalDAV server."""

import os
import stat
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.programme import Programme
from scheduler.sentences import counted
from web.calendar_server import VARIABLE, Account, Collection, ServerError
from web.home import default_home
from web.plan_folder import plan_at, programme_of
from web.published import Published, left_over, others_at, place_of, published_at
from web.publishing import Outcome, Publishing
from web.readers import reader_arguments, reader_chosen, reader_label
from web.terminal import Ending, RefusedError, say, tell

NOBODYS: Final = "For nobody who is to have it"
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
    reader_arguments(one)
    one.add_argument(
        "--leftovers",
        action="store_true",
        help="take out what is there for those who left, or chose other ways than a calendar",
    )
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
    calendars = PlanCalendars(programme_of(plan, given.plan, given=given.programme), plan)
    account = Account(given.caldav, _user(given.user), _password(given))
    act = _take_leftovers_out if given.leftovers else _keep
    ending = act(calendars, account, given)
    _tell_left_over(calendars)
    return ending


def _keep(calendars: PlanCalendars, account: Account, given: Namespace) -> int:
    """Bring one reader's calendar into step, or take it out."""
    programme, reader = calendars.programme, reader_chosen(given) or Reader("organiser")
    memory = published_at(default_home(), given.caldav, calendars.name_for(reader))
    is_taken_out = given.withdraw or _is_to_go(programme, reader, memory)
    memory.whose, memory.programme = _label(programme, reader, memory), programme.name
    publishing = _publishing(account, memory, given)
    if is_taken_out:
        _refuse_unknown(memory)
        others = others_at(memory)
        return _told(publishing, lambda outcome: publishing.withdraw(outcome, others))
    _refuse_mixed(memory, given)
    following = replace(calendars, sent=memory.sent)
    return _told(publishing, lambda outcome: publishing.run(following, reader, outcome))


def _take_leftovers_out(calendars: PlanCalendars, account: Account, given: Namespace) -> int:
    """Take out of a collection whatever is there for nobody who is to have it."""
    place = place_of(given.caldav)
    found = [each for each in left_over(default_home(), calendars) if each.place == place]
    if not found:
        say(f"{given.caldav}: nothing is there that nobody is to have any more.")
    endings: list[int] = [Ending.DONE]
    for memory in found:
        memory.whose = NOBODYS
        publishing, others = _publishing(account, memory, given), others_at(memory)
        endings.append(_told(publishing, partial(publishing.withdraw, others=others)))
    return max(endings)


def _tell_left_over(calendars: PlanCalendars) -> None:
    """Say where something is kept for nobody who is to have it, and of nobody whose it was."""
    places = Counter(each.place for each in left_over(default_home(), calendars))
    for place, many in sorted(places.items()):
        stands = "still stands" if many == 1 else "still stand"
        tell(
            f"{counted(many, 'calendar')} that nobody is to have any more {stands} at {place}. "
            f"Take out what is there: --caldav {place} --leftovers"
        )


def _publishing(account: Account, memory: Published, given: Namespace) -> Publishing:
    today = datetime.now().astimezone().date()
    return Publishing(Collection(account), memory, today, given.overwrite)


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
