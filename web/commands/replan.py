"""`commonground replan`: a new plan after a change, with as few sessions moved as can be."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from constraints import registry
from scheduler.changed import as_held, changed
from scheduler.files.reply_record import replies_at, take_over
from scheduler.files.saving import json_text
from scheduler.lost_rooms import lost_rooms
from scheduler.plan_changes import read_change
from scheduler.replan import replan
from scheduler.replanned import Replanned
from scheduler.told_together import told_together
from web.meanings import with_meanings
from web.options import folder, there
from web.plan_folder import both_at, programme_place, write_plan_folder
from web.shown.replanned import Before, ShownReplanned, shown_replanned
from web.terminal import Ending, say, tell
from web.wording import say as say_so


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("programme", type=there, help="as the plan was made from it")
    parser.add_argument("plan", type=there, help="the plan: plan.json, or its folder")
    parser.add_argument(
        "--change",
        type=there,
        required=True,
        metavar="FILE",
        help="what became different, as TOML or JSON; without --out it answers: what if",
    )
    parser.add_argument("--out", type=folder, metavar="DIR", help="write the new plan.json there")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(given: Namespace) -> int:
    """Replan, write the new plan and its programme, and print what changes and for whom."""
    constraints = registry()
    before, plan = both_at(given)
    change = read_change(given.change)
    after = changed(before, change, constraints, file=given.change.name)
    programme = as_held(after, plan)
    if given.out:
        given.out.mkdir(parents=True, exist_ok=True)  # before the work, not after it
    found = replan(programme, plan, constraints, before=before)
    if given.out:
        write_plan_folder(programme, found.plan, given.out)
        _take_answers_along(given)
    as_json = json_text(found, brief=False).rstrip() if given.json else ""
    lost = () if found.plan.possible else lost_rooms(before, plan, programme)
    bookings = _bookings(shown_replanned(Before(before, plan), programme, found))
    told = (*_lines(found), *bookings, *lost, *_why_not(found))
    say(as_json or with_meanings("\n".join(told)))
    tell("Only the organiser should see this.")
    return Ending.DONE if found.plan.possible else Ending.IMPOSSIBLE


def _take_answers_along(given: Namespace) -> None:
    """Let the new plan know what people answered to the one it follows."""
    places = {replies_at(given.programme), replies_at(programme_place(given.plan, given=None))}
    new = replies_at(programme_place(given.out, given=None))
    earlier = [each for each in sorted(places) if each != new and each.exists()]
    if earlier and take_over(new, *earlier):
        tell("What people answered so far was taken along.")


def _lines(found: Replanned) -> Iterator[str]:
    yield from found.worse
    yield "Sessions"
    yield from (f"  {change.says}" for change in found.sessions)
    proven = "No plan that is as fair to whoever misses most changes less." if found.fewest else ""
    yield proven or "That nothing changes less is not proven."
    yield "For each person"
    yield from (f"  {each.says}" for each in found.people)
    if found.to_tell:
        yield "Whom to tell"
        yield from (f"  {each.says} {each.phone}".rstrip() for each in told_together(found.to_tell))
    asked = [question.asks for question in found.plan.questions if question.holds_back]
    if asked:
        yield "To find out before this is final"
        yield from (f"  {asks}" for asks in dict.fromkeys(asked))


def _bookings(shown: ShownReplanned) -> Iterator[str]:
    """Tell what it cost and costs, and what is to be booked and to be undone, as the page does."""
    yield say_so("replan.money")
    yield from (f"  {says}" for says in shown.money)
    for name, tasks in (("new", shown.new_tasks), ("undone", shown.undone_tasks)):
        if tasks:
            yield say_so(f"replan.{name}_tasks", many=len(tasks))
        yield from (f"  {task.due}: {task.what} {task.phone}".rstrip() for task in tasks)


def _why_not(found: Replanned) -> Iterator[str]:
    for conflict in found.plan.conflicts:
        yield conflict.says
