"""`commonground replies`: read what people answered to invitations, and keep who comes."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from scheduler.calendars.from_plan import PlanCalendars
from scheduler.calendars.replies.answer import Answer
from scheduler.calendars.replies.matching import Invited
from scheduler.calendars.replies.sources import messages_at
from scheduler.calendars.replies.spoken import Spoken
from scheduler.calendars.sent import sent_in
from scheduler.files.reply_record import (
    ReplyRecord,
    add_round,
    answered,
    read_replies,
    replies_at,
    settled,
    take_over,
    undo_round,
)
from scheduler.sentences import counted
from web.options import there
from web.plan_folder import plan_at, programme_of, programme_place
from web.taking_replies import take_in
from web.terminal import Ending, RefusedError, say, tell

TAKEN_OVER: Final = "The earlier answers were taken over before."


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("plan", type=Path, help="the plan: plan.json, or its folder")
    parser.add_argument(
        "files",
        type=there,
        nargs="*",
        metavar="FILE",
        help="answers: a message (.eml), a calendar (.ics), a mailbox (mbox), or a folder of them",
    )
    parser.add_argument(
        "--sent",
        type=there,
        required=True,
        metavar="DIR",
        help="the folder that mail --dry-run wrote to, to know which dates they were told of",
    )
    parser.add_argument(
        "--earlier",
        type=there,
        metavar="PLAN",
        help="an earlier plan's folder: take over what was answered to that plan",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--yes", metavar="KEY", help="this answer is theirs: take it in")
    what.add_argument("--no", metavar="KEY", help="this answer is not theirs: leave it out")
    what.add_argument("--stays", metavar="KEY", help="another time was proposed: the date stays")
    what.add_argument("--done", metavar="KEY", help="another time was proposed: dealt with")
    what.add_argument("--undo", action="store_true", help="take what came last out again")
    parser.add_argument(
        "--programme", type=Path, metavar="PATH", help="the programme, if not beside the plan"
    )


def run(given: Namespace) -> int:
    """Read answers or decide on one, and say how everything stands."""
    plan = plan_at(given.plan)
    programme = programme_of(plan, given.plan, given=given.programme)
    place = replies_at(programme_place(given.plan, given=given.programme))
    calendars = PlanCalendars(programme, plan, _sent_from(given.sent))
    if given.earlier:
        _take_over(place, replies_at(programme_place(given.earlier, given=None)))
    for file in given.files:
        taken = take_in(messages_at(file), calendars, place, file=file.name)
        say(f"{file.name}: {taken.counts}")
        for line in taken.remarks:
            say(line)
    _decide(place, given)
    record = read_replies(place)
    for line in _lines(record, Spoken(programme, plan), Invited(calendars)):
        say(line)
    if not record.rounds:
        tell(f"Answers are kept in {place}. If people answered an earlier plan, --earlier and")
        tell("its folder take over what they said.")
    tell("Only the organiser should see this.")
    return Ending.DONE


def _sent_from(folder: Path) -> dict[str, bytes]:
    """Return what people were sent, by file name; without any calendar nothing is taken in."""
    sent = sent_in(folder)
    if not any(name.endswith(".ics") for name in sent):
        msg = (
            f"--sent {folder}: holds no calendars (.ics), so nobody can tell which date an answer "
            "is to. Name the folder that mail --dry-run wrote to."
        )
        raise RefusedError(msg)
    return sent


def _take_over(place: Path, earlier: Path) -> None:
    """Take over the answers to an earlier plan, and say how many."""
    if not earlier.exists():
        msg = (
            f"--earlier: no answers are kept in {earlier}; give the folder of the plan they are to"
        )
        raise RefusedError(msg)
    many = take_over(place, earlier)
    say(f"{counted(many, 'round')} of earlier answers taken over." if many else TAKEN_OVER)


def _decide(place: Path, given: Namespace) -> None:
    try:
        if given.undo:
            undo_round(place)
        elif given.yes or given.no:
            key = given.yes or given.no
            add_round(place, lambda record: settled(record, key, is_theirs=bool(given.yes)))
        elif given.stays or given.done:
            key = given.stays or given.done
            add_round(place, lambda record: answered(record, key, stays=bool(given.stays)))
    except LookupError as unknown:
        msg = "Nothing of that key is open; call it without a key to see what is."
        raise RefusedError(msg) from unknown


def _lines(record: ReplyRecord, spoken: Spoken, invited: Invited) -> Iterator[str]:
    doubted, proposals = record.doubted(), record.proposals()
    if doubted:
        yield "To ask about before they count"
    for each in doubted:
        yield f"  {spoken.says(each.answer)} But {each.why}."
        yield f"    Ask them, then --yes {each.answer.key} or --no {each.answer.key}"
    if proposals:
        yield "Another time proposed; nothing moves by itself"
    for answer in proposals:
        yield from _told(answer, spoken)
        yield f"    The date stays: --stays {answer.key}. Dealt with otherwise: --done {answer.key}"
    answers = record.in_force()
    yield "Who comes, as they answered" if answers else "Nobody has answered yet."
    for seat in sorted(answers, key=lambda seat: (seat[1], seat[2], seat[0])):
        is_old = invited.is_old(answers[seat])
        yield from _told(answers[seat], spoken, is_old=is_old)
        if is_old:
            yield "    They answered before this changed, so ask them again."
        elif answers[seat].says == "not coming":
            yield from _change_lines(answers[seat], spoken)


def _told(answer: Answer, spoken: Spoken, *, is_old: bool = False) -> Iterator[str]:
    yield f"  {spoken.said_before(answer) if is_old else spoken.says(answer)}"
    if answer.comment:
        yield f"    They wrote, to you alone: {answer.comment}"
        yield from (f"    {line}" for line in spoken.in_language(answer.person))


def _change_lines(answer: Answer, spoken: Spoken) -> Iterator[str]:
    """Give what to write into a file of changes to plan again without somebody on that day."""
    held = spoken.held.get((answer.project, answer.number))
    if held:
        yield "    To see what planning again would do, give replan --change a file with:"
        yield "      [[away]]"
        yield f'      person = "{answer.person}"'
        yield f"      first = {held.start.date()}"
