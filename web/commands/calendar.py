"""`commonground calendar`: write the calendars of a plan, each reader's own, and invitations."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from scheduler.calendars.from_plan import CalendarFile, PlanCalendars, Reader
from scheduler.calendars.sent import sent_in
from scheduler.programme import Programme
from web.options import folder
from web.plan_folder import plan_at, programme_of
from web.readers import reader_arguments, reader_chosen, reader_label
from web.reserve_dates import reserve_dates
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("plan", type=Path, help="the plan: plan.json, or its folder")
    reader_arguments(parser.add_mutually_exclusive_group())
    parser.add_argument("--out", type=folder, required=True, metavar="DIR", help="where to write")
    parser.add_argument(
        "--invites",
        action="store_true",
        help="write an invitation for each person and session too, or a cancellation",
    )
    parser.add_argument(
        "--reserves", action="store_true", help="show dates kept in reserve too, as tentative"
    )
    parser.add_argument(
        "--programme", type=Path, metavar="PATH", help="the programme, if not beside the plan"
    )


def run(given: Namespace) -> int:
    """Write the calendars asked for and list them; those already there are followed on."""
    plan = plan_at(given.plan)
    programme = programme_of(plan, given.plan, given=given.programme)
    sent = sent_in(given.out)
    reserves = reserve_dates(programme, plan) if given.reserves else {}
    calendars = PlanCalendars(programme, plan, sent, reserves)
    chosen = reader_chosen(given)
    asked = (chosen,) if chosen else calendars.readers()
    files = list(_files(calendars, asked, invites=given.invites))
    given.out.mkdir(parents=True, exist_ok=True)
    for reader, (name, content) in files:
        (given.out / name).write_bytes(content)
        say(f"{name}  {_whose(programme, reader, name)}")
    for name, content in (kept for reader in asked for kept in calendars.beside(reader)):
        (given.out / name).write_bytes(content)
    tell("Only the organiser should see this list: it says whose file is whose.")
    if chosen is None:
        _tell_left_out(calendars, asked)
        _tell_left_behind(calendars)
    return Ending.DONE


def _files(
    calendars: PlanCalendars, asked: tuple[Reader, ...], *, invites: bool
) -> Iterator[tuple[Reader, CalendarFile]]:
    for reader in asked:
        yield reader, calendars.of(reader)
        if invites and reader.kind == "person":
            for invitation in calendars.invitations(reader.code):
                yield reader, (invitation.name, invitation.content)


def _whose(programme: Programme, reader: Reader, name: str) -> str:
    what = ", an invitation" if name.startswith("invitation") else ""
    return f"{reader_label(programme, reader)}{what}"


def _tell_left_out(calendars: PlanCalendars, asked: tuple[Reader, ...]) -> None:
    made = {reader.code for reader in asked if reader.kind == "person"}
    left = [person.label for person in calendars.joined() if person.code not in made]
    if left:
        names = ", ".join(left)
        tell(f"No calendar for {names}: they chose other ways. --for makes one if they ask.")


def _tell_left_behind(calendars: PlanCalendars) -> None:
    for name in calendars.left_behind():
        tell(
            f"{name} was written here before, and nobody of this plan follows it: "
            "what stands in it may be off. Tell whoever has it, then take the file away."
        )
