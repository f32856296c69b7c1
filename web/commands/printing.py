"""`commonground print`: cards, letters, pages in large type, posters, text messages and scripts."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from scheduler.calendars.feeds import coded
from scheduler.calendars.from_plan import PlanCalendars
from scheduler.papers.record import Record, group_record, person_record
from scheduler.papers.sheet import Sheet, SheetKind
from scheduler.papers.sheets import FOR_GROUPS, WAYS, is_safe, sheet_of
from scheduler.plan import Plan
from scheduler.programme import Programme
from web.options import folder
from web.paper_files import sheet_file
from web.plan_folder import plan_at, programme_of
from web.terminal import Ending, RefusedError, say, tell

Made = tuple[Sheet, str, str]
"""A sheet, the key of its file's name, and for whom it is."""


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("plan", type=Path, help="the plan: plan.json, or its folder")
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--for", dest="person", metavar="PERSON", help="one person's sheets")
    one.add_argument("--project", metavar="P", help="one project's poster and radio script")
    parser.add_argument(
        "--as",
        dest="kind",
        choices=(*WAYS, *FOR_GROUPS),
        help="only this one; with --for also where they did not choose it, if they ask",
    )
    parser.add_argument("--out", type=folder, required=True, metavar="DIR", help="where to write")
    parser.add_argument(
        "--programme", type=Path, metavar="PATH", help="the programme, if not beside the plan"
    )


def run(given: Namespace) -> int:
    """Write the sheets asked for, and list them with what the organiser should know of each."""
    plan = plan_at(given.plan)
    programme = programme_of(plan, given.plan, given=given.programme)
    made = list(_made(programme, plan, given))
    if not made:
        msg = (
            "nothing is to be written: nobody chose this way; --for with --as makes it if they ask"
        )
        raise RefusedError(msg)
    given.out.mkdir(parents=True, exist_ok=True)
    for sheet, key, whose in made:
        ending, content = sheet_file(sheet)
        name = coded(sheet.kind, f"{programme.name}/{key}") + ending
        (given.out / name).write_text(content, "utf-8")
        say("  ".join((name, whose, *sheet.notes)))
    tell("Only the organiser should see this list: it says whose sheet is whose.")
    return Ending.DONE


def _made(programme: Programme, plan: Plan, given: Namespace) -> Iterator[Made]:
    if given.person is None:
        yield from _for_groups(programme, plan, given)
    if given.project is None:
        yield from _for_people(programme, plan, given)


def _for_groups(programme: Programme, plan: Plan, given: Namespace) -> Iterator[Made]:
    every = [each.code for each in programme.projects]
    for code in every if given.project is None else [given.project]:
        record = group_record(programme, plan, code)
        for kind in FOR_GROUPS:
            if given.kind in {None, kind}:
                yield sheet_of(record, kind), code, f"for everybody, of {record.title}"


def _for_people(programme: Programme, plan: Plan, given: Namespace) -> Iterator[Made]:
    every = [each.code for each in PlanCalendars(programme, plan).joined()]
    for code in every if given.person is None else [given.person]:
        record = person_record(programme, plan, code)
        for kind in WAYS:
            if _is_asked(record, kind, given) and record.meetings:
                yield sheet_of(record, kind), code, f"private, for {record.name or code} alone"


def _is_asked(record: Record, kind: SheetKind, given: Namespace) -> bool:
    if given.kind is None:
        return is_safe(record.contact, kind)
    # Whoever names both a person and a sheet says that the person asked for it.
    return given.kind == kind and (given.person is not None or is_safe(record.contact, kind))
