"""`commonground mail --dry-run`: write invitations as messages to look at. Nothing is ever sent."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.mail import messages, who_is_mailed
from web.options import folder
from web.plan_folder import plan_at, programme_of
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("plan", type=Path, help="the plan: plan.json, or its folder")
    parser.add_argument(
        "--dry-run",
        type=folder,
        required=True,
        metavar="DIR",
        help="where to write the messages; nothing is sent",
    )
    parser.add_argument(
        "--programme", type=Path, metavar="PATH", help="the programme, if not beside the plan"
    )


def run(given: Namespace) -> int:
    """Write a message for each person who agreed to e-mail and each of their sessions."""
    plan = plan_at(given.plan)
    programme = programme_of(plan, given.plan, given=given.programme)
    out: Path = given.dry_run
    sent = {file.name: file.read_bytes() for file in out.glob("*.ics")}
    calendars = PlanCalendars(programme, plan, sent)
    mailed = who_is_mailed(calendars)
    written = [message for code in mailed for message in messages(calendars, code)]
    files = [calendars.of(Reader("person", code)) for code in mailed]
    out.mkdir(parents=True, exist_ok=True)
    labels = {person.code: person.label for person in programme.people}
    for message in written:
        (out / message.name).write_bytes(message.content)
        say(f"{message.name}  to {labels[message.person]} alone")
    # What the next messages follow on from.
    for name, content in files:
        (out / name).write_bytes(content)
    left = [each.label for each in calendars.joined() if each.code not in mailed]
    if left:
        tell(f"No message to {', '.join(left)}: no address, or they did not choose e-mail.")
    tell("Nothing was sent: Common Ground cannot send mail yet. These are files to look at.")
    return Ending.DONE
