"""`commonground calendar`: write calendars of a plan, for groups, people and venues."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scheduler.calendars.from_plan import CalendarFile, PlanCalendars
from scheduler.programme import Programme
from web.options import folder
from web.plan_folder import plan_at, programme_of
from web.terminal import Ending, say, tell


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("plan", type=Path, help="the plan: plan.json, or its folder")
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--for", dest="person", metavar="PERSON", help="one person's private file")
    one.add_argument("--project", metavar="P", help="one project's feed")
    one.add_argument("--venue", metavar="V", help="when one venue is needed")
    parser.add_argument("--out", type=folder, required=True, metavar="DIR", help="where to write")
    parser.add_argument(
        "--programme", type=Path, metavar="PATH", help="the programme, if not beside the plan"
    )


def run(given: Namespace) -> int:
    """Write the calendars asked for and list them; those already there are followed on."""
    plan = plan_at(given.plan)
    programme = programme_of(plan, given.plan, given=given.programme)
    sent = {file.name: file.read_bytes() for file in given.out.glob("*.ics")}
    calendars = PlanCalendars(programme, plan, sent)
    files = _asked(calendars, given)
    given.out.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        (given.out / name).write_bytes(content)
    _list(files, _readers(programme, calendars))
    return Ending.DONE


def _asked(calendars: PlanCalendars, given: Namespace) -> tuple[CalendarFile, ...]:
    if given.person is not None:
        return (calendars.of_person(given.person),)
    if given.project is not None:
        return (calendars.of_project(given.project),)
    if given.venue is not None:
        return (calendars.of_venue(given.venue),)
    return calendars.all()


def _readers(programme: Programme, calendars: PlanCalendars) -> dict[str, str]:
    """Return for whom each person's file is; its name does not say."""
    return {
        calendars.name_for(person.code): f"private, for {person.label} alone"
        for person in programme.people
    }


def _list(files: tuple[CalendarFile, ...], readers: dict[str, str]) -> None:
    for name, _ in files:
        kind = "for the keeper of the venue" if name.startswith("venue") else "for the whole group"
        say(f"{name}  {readers.get(name, kind)}")
    tell("Only the organiser should see this list: it says whose file is whose.")
