"""`commonground mail`: write invitations as messages to look at; send them on your word."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.mail import Message, names_kept, who_is_mailed, who_is_rung
from scheduler.calendars.sent import sent_in
from scheduler.files.reply_record import ReplyRecord, read_replies, replies_at
from scheduler.sentences import counted, listed
from web.home import default_home
from web.mailing import hours
from web.mailing.accepted import AcceptedLog
from web.mailing.counting_on import counting_on, told_of_others
from web.mailing.parcels import Parcel, parcels_of, word_for
from web.mailing.sending import Sent, Standing, send
from web.mailing.settings import account_at, settings_place
from web.options import folder, there
from web.plan_folder import plan_at, programme_of, programme_place
from web.taking_replies import every_message
from web.terminal import Ending, RefusedError, say, tell
from web.wording import say as say_word


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("plan", type=Path, help="the plan: plan.json, or its folder")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--dry-run",
        type=folder,
        metavar="DIR",
        help="write the messages there, to be looked at; nothing is sent",
    )
    what.add_argument(
        "--send",
        type=_written,
        metavar="DIR",
        help="list who gets which of the messages written there; with --word, send them",
    )
    _how_to_send(parser)
    _what_was_sent(parser)
    parser.add_argument(
        "--programme", type=Path, metavar="PATH", help="the programme, if not beside the plan"
    )


def _how_to_send(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--word", default="", help="the word that the list ends with: send exactly what it lists"
    )
    parser.add_argument(
        "--again",
        default="",
        metavar="PERSON",
        help="with --send: what may not have reached this person, by code, is sent once more",
    )
    parser.add_argument(
        "--anyway",
        action="append",
        default=[],
        metavar="PERSON",
        help="with --send: this person, by code, said it is fine outside their safe times",
    )


def _what_was_sent(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--sent",
        type=there,
        metavar="DIR",
        help="with --dry-run: the folder of what was sent before, if it is another",
    )
    parser.add_argument(
        "--lost",
        action="store_true",
        help="with --dry-run: that folder is lost; count on from what this machine knows it sent, "
        "so that calendars take these in",
    )


def _written(told: str) -> Path:
    place = Path(told)
    if not place.is_dir():
        msg = f"{place.name} is no folder yet; write the messages first: --dry-run {told}"
        raise RefusedError(msg)
    return place


def run(given: Namespace) -> int:
    """Write a message for each person who agreed to e-mail and each session, or send them."""
    plan = plan_at(given.plan)
    programme = programme_of(plan, given.plan, given=given.programme)
    place: Path = given.dry_run or given.send
    before: Path = given.sent or place
    calendars = PlanCalendars(programme, plan, sent_in(before))
    record = read_replies(replies_at(programme_place(given.plan, given=given.programme)))
    if given.lost:
        calendars = _counting_on(calendars, record, given)
    written = every_message(calendars, record)
    return _send(calendars, written, given) if given.send else _write(calendars, written, place)


def _counting_on(calendars: PlanCalendars, record: ReplyRecord, given: Namespace) -> PlanCalendars:
    """Return calendars that count on from what was sent, having said what that means."""
    if given.send:
        msg = "--lost goes with --dry-run: write the messages anew, look at them, then send them"
        raise RefusedError(msg)
    log = AcceptedLog.of(default_home(), calendars.programme.name)
    counting, counts = counting_on(calendars, record, log)
    tell(say_word("mailing.counted_on", many=counted(len(counts), "message")))
    parcels = parcels_of(counting, every_message(counting, record))
    if names := told_of_others(counting, parcels, log):
        tell(say_word("mailing.ring_lost", names=listed(names)))
    return counting


def _write(calendars: PlanCalendars, written: tuple[Message, ...], out: Path) -> int:
    mailed = who_is_mailed(calendars)
    files = [calendars.of(Reader("person", code)) for code in mailed]
    files += [names_kept(calendars, code) for code in mailed]
    out.mkdir(parents=True, exist_ok=True)
    labels = {person.code: person.label for person in calendars.programme.people}
    for message in written:
        (out / message.name).write_bytes(message.content)
        say(f"{message.name}  to {labels[message.person]} alone")
    # What the next messages follow on from.
    for name, content in files:
        (out / name).write_bytes(content)
    left = [each.label for each in calendars.joined() if each.code not in mailed]
    if left:
        tell(f"No message to {', '.join(left)}: no address, or they did not choose e-mail.")
    for name, label in who_is_rung(calendars).items():
        tell(f"{say_word('mailing.ring', names=label)} Once they know, delete {name}.")
    tell("Nothing was sent. Look at these files; --send lists who gets what before it sends.")
    return Ending.DONE


def _send(calendars: PlanCalendars, made: tuple[Message, ...], given: Namespace) -> int:
    home = default_home()
    account = account_at(settings_place(home))
    if account is None:
        msg = (
            f"sending is switched off: there is no {settings_place(home)}; "
            "docs/mail.md says what stands in it"
        )
        raise RefusedError(msg)
    _refuse_other({each.name: each.content for each in made}, given.send)
    parcels, log = parcels_of(calendars, made), AcceptedLog.of(home, calendars.programme.name)
    if given.again:
        _let_go(calendars, parcels, log, code=given.again)
    standing = Standing.of(parcels, log)
    _refuse_behind(standing)
    held = _held(calendars, standing, given)
    for line in _list_lines(standing):
        say(line)
    word = word_for(parcels)
    if given.word != word:
        if given.word:
            tell("That is not the word for these messages: look at the list again.")
        tell(f"Nothing was sent. To send what is listed, say the same with --word {word}")
        return Ending.REFUSED if given.word else Ending.DONE
    sent = send([each for each in standing.new if each not in held], account, log)
    sent.left += held
    return _told(sent)


def _held(calendars: PlanCalendars, standing: Standing, given: Namespace) -> tuple[Parcel, ...]:
    """Return what is kept from people outside their safe times, having said so."""
    for code in given.anyway:
        _refuse_stranger(calendars, "--anyway", code)
    moment = hours.now()
    held = hours.outside(standing.new, moment, anyway=given.anyway)
    for each in held:
        tell(f"{hours.held_says(each, moment)} If they agreed: --anyway {each.person.code}")
    return held


def _refuse_behind(standing: Standing) -> None:
    if standing.behind:
        lines = (
            say_word("mailing.behind", name=each.person.label, about=each.subject)
            for each in standing.behind
        )
        remedy = (
            "Nothing was sent. Write them again with --dry-run, and name the folder of what was "
            "sent before: --sent DIR. What was sent on the pages is gone on with there. If that "
            "folder is lost and this plan is the one that holds: --dry-run DIR --lost"
        )
        raise RefusedError("\n".join((*lines, remedy)))


def _refuse_other(made: Mapping[str, bytes], place: Path) -> None:
    """Refuse to send what was not looked at: what is there has to be what the plan says now."""
    there_are = {file.name: file.read_bytes() for file in place.glob("*.eml")}
    other = [name for name in made if there_are.get(name) != made[name]]
    if other:
        lines = (
            f"{name}: is not there, or not what the plan and its programme say now"
            for name in other
        )
        remedy = "Nothing was sent. Write them with --dry-run, look at them, then send."
        raise RefusedError("\n".join((*lines, remedy)))
    for name in sorted(there_are.keys() - made.keys()):
        tell(f"{name} is not sent: it is for nobody who is to get one now.")


def _let_go(
    calendars: PlanCalendars, parcels: tuple[Parcel, ...], log: AcceptedLog, *, code: str
) -> None:
    _refuse_stranger(calendars, "--again", code)
    many = log.release_all(each.key for each in parcels if each.person.code == code)
    tell(f"{counted(many, 'message')} of which nobody knew will be sent again.")


def _refuse_stranger(calendars: PlanCalendars, option: str, code: str) -> None:
    if code not in {each.code for each in calendars.programme.people}:
        msg = f'{option} "{code}" is nobody of this programme; give a code of people.csv'
        raise RefusedError(msg)


def _list_lines(standing: Standing) -> Iterator[str]:
    yield from (f"{hours.row_says(each)}  ({each.name})" for each in standing.new)
    if standing.accepted:
        yield f"{counted(len(standing.accepted), 'message')} sent before; nobody gets these again."
    for each in standing.not_known:
        yield (
            f"Not known whether it went out, so ask {each.person.label}: {each.subject}. "
            f"If it did not come: --again {each.person.code}"
        )


def _told(sent: Sent) -> int:
    say(f"{counted(len(sent.accepted), 'message')} taken by the mail server.")
    for line in sent.failures():
        tell(line)
    if sent.stopped:
        tell(sent.stopped)
    if sent.left:
        tell(f"{counted(len(sent.left), 'message')} left; the same command goes on with them.")
    return Ending.REFUSED if sent.failed or sent.left or sent.stopped else Ending.DONE
