"""`commonground import busy`: when somebody is busy by a calendar file, shown or put in."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from constraints import registry
from scheduler.calendars.foreign.letters import MOST_BYTES
from scheduler.calendars.foreign.limited import busy_in
from scheduler.calendars.foreign.passed_on import as_text
from scheduler.calendars.foreign.told_busy import busy_lines, cell_lines
from scheduler.calendars.foreign.window import Window
from scheduler.calendars.wall_time import ONE_DAY, moment
from scheduler.files import read_programme
from scheduler.files.busy_record import times_from
from scheduler.files.busy_saved import person_in, save_busy
from scheduler.sentences import counted
from web.commands.observances import days_asked
from web.options import day
from web.terminal import Ending, RefusedError, say, tell

CALENDAR = "calendar"
"""What somebody's calendar is called where they have only one."""


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments busy times take besides the file."""
    _days(parser)
    parser.add_argument("--person", default="", metavar="CODE", help="for busy: whose times")
    parser.add_argument(
        "--calendar",
        default=CALENDAR,
        metavar="NAME",
        help="for busy: which of their calendars, such as work; each is replaced by itself",
    )
    parser.add_argument(
        "--address",
        default="",
        metavar="E-MAIL",
        help="for busy: the owner's, to know their answer to an invitation from anybody else's",
    )
    parser.add_argument(
        "--into", type=Path, metavar="PROGRAMME", help="for busy: put the times in there"
    )
    parser.add_argument(
        "--json", action="store_true", help="for busy: print what was found as one document"
    )


def _days(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        dest="first",
        type=day("--from"),
        metavar="DAY",
        help="for availability and busy: 2027-01-01",
    )
    parser.add_argument(
        "--to",
        dest="last",
        type=day("--to"),
        metavar="DAY",
        help="for availability and busy: 2027-12-31",
    )


def run(given: Namespace) -> int:
    """Read a calendar file, report on it, and put its times into a programme if asked to."""
    first, last = days_of(given)
    if given.into and not given.person:
        msg = "With --into, --person is needed: the code of whose times they are."
        raise RefusedError(msg)
    owner = given.address or _owner(given)
    with given.file.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    found = busy_in(content, window_of(first, last), owner=owner, file=given.file.name)
    lines = [as_text(found)] if given.json else [*busy_lines(found, given.file.name)]
    say("\n".join([*lines, *([] if given.json else cell_lines(found))]))
    if given.into:
        new = times_from(given.person, given.calendar, busy=found.busy)
        saved = save_busy(given.into, new, registry())
        tell(f"{counted(saved.added, 'time')} put in, {saved.taken_out} taken out again.")
        tell(f"What stood there before is in {saved.backup}.")
    return Ending.DONE


def days_of(given: Namespace) -> tuple[date, date]:
    """Return the days that were asked for.

    Raises
    ------
    RefusedError
        If either is missing, or they are out of order.
    """
    if given.first is None or given.last is None:
        msg = f"For {given.what}, --from and --to are needed; write them as 2027-05-04."
        raise RefusedError(msg)
    return days_asked(given.first, given.last)


def window_of(first: date, last: date) -> Window:
    """Return the whole of some days."""
    return Window(moment(first, 0), moment(last + ONE_DAY, 0))


def _owner(given: Namespace) -> str:
    """Return the address of the person as the programme has it; empty if it has none."""
    if not given.into:
        return ""
    return person_in(read_programme(given.into, registry()), given.person).email or ""
