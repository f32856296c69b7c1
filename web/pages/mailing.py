"""Messages by e-mail: who gets what is shown first, and sent only on the facilitator's word."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from scheduler.calendars.entry import CalendarError
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.mail import names_kept, who_is_mailed, who_is_rung
from scheduler.errors import ProgrammeError
from scheduler.sentences import counted, listed
from web.mailing import hours
from web.mailing.accepted import AcceptedLog
from web.mailing.counting_on import counting_on, told_of_others
from web.mailing.parcels import Parcel, parcels_of, word_for
from web.mailing.sending import Standing, send
from web.mailing.settings import MailAccount, account_at, settings_place
from web.pages.at_hand import Opened, opened, store
from web.pages.calendars import calendars_of
from web.pages.programmes import as_file
from web.pages.replies import replies_of
from web.taking_replies import every_message
from web.wording import say

pages = Blueprint("mailing", __name__, url_prefix="/plans/<code>/mail")

SURE: Final = "yes"
SECONDS: Final = 20.0
"""After how long one press begins no further message; the next press goes on."""

Page = str | tuple[str, int]


@dataclass(frozen=True)
class Post:
    """Everything that would be sent of one plan, and how it stands."""

    found: Opened
    calendars: PlanCalendars
    parcels: tuple[Parcel, ...]
    log: AcceptedLog

    @property
    def standing(self) -> Standing:
        """How each message stands."""
        return Standing.of(self.parcels, self.log)

    def others(self) -> str:
        """Return who gets no message, by name."""
        mailed = who_is_mailed(self.calendars)
        return ", ".join(e.label for e in self.calendars.joined() if e.code not in mailed)

    def nothing(self) -> str:
        """Return why there is nothing to send, as far as is known."""
        standing = self.standing
        if standing.behind:
            return say("mailing.none_behind")
        if standing.accepted:
            return say("mailing.none_new")
        mailed = who_is_mailed(self.calendars)
        return say("mailing.none_comes" if mailed else "mailing.none_chose")

    def rung(self) -> str:
        """Return who left and has to be rung, as one sentence; empty where nobody has."""
        names = listed(tuple(who_is_rung(self.calendars).values()))
        return say("mailing.ring", names=names) if names else ""

    def told_of_others(self) -> str:
        """Return whom to ring where what was sent is lost, as one sentence; empty where nobody."""
        names = told_of_others(self.calendars, self.parcels, self.log)
        return say("mailing.ring_lost", names=listed(names)) if names else ""


@pages.get("")
def mail(code: str) -> str:
    """Show who gets what."""
    found = opened(code)
    try:
        return _list(_post(found), {})
    except CalendarError as refused:
        return _cannot(found, str(refused))


@pages.get("/<name>")
def message(code: str, name: str) -> Response:
    """Hand out one message, byte for byte as it would be sent; keep what it tells."""
    found = opened(code)
    try:
        post = _post(found)
    except CalendarError:
        abort(404)
    by_name = {each.name: each for each in post.parcels}
    if name not in by_name:
        abort(404)
    _keep_as_sent(post, (by_name[name],))
    return as_file(by_name[name].content, name, kind="message/rfc822")


@pages.post("/send")
def send_now(code: str) -> Page:
    """Send what was looked at, as far as it comes; say what became of it."""
    post = _post(opened(code))
    account = _account()
    if account is None or post.found.kept.replaced_by:
        abort(404)
    if request.form.get("sure") != SURE:
        return _list(post, {"sure": say("mailing.sure_needed")}), 422
    if request.form.get("word") != word_for(post.parcels):
        return _list(post, {"sure": say("mailing.changed")}), 409
    anyway, moment = request.form.getlist("anyway"), hours.now()
    new = post.standing.new
    held = hours.outside(new, moment, anyway=anyway)
    going = tuple(each for each in new if each not in held)
    _keep_as_sent(post, going)
    sent = send(going, account, post.log, seconds=SECONDS)
    return render_template(
        "mailed.html",
        found=post.found,
        word=request.form["word"],
        sent=sent,
        anyway=anyway,
        held=[hours.held_says(each, moment) for each in held],
        taken=say("mailing.done_count", many=counted(len(sent.accepted), "message")),
        left=say("mailing.left", many=counted(len(sent.left), "message")) if sent.left else "",
        sender=post.calendars.programme.email,
    )


@pages.post("/again/<name>")
def again(code: str, name: str) -> AnyResponse:
    """Let one message be sent again of which nobody knew, on the word of who asked the person."""
    post = _post(opened(code))
    post.log.release_all(each.key for each in post.parcels if each.name == name)
    return redirect(url_for(".mail", code=code), 303)


@pages.post("/count-on")
def count_on(code: str) -> Page | AnyResponse:
    """Let messages count on from what was sent, on the word that this plan holds."""
    post = _post(opened(code))
    if post.found.kept.replaced_by:
        abort(404)
    if request.form.get("holds") != SURE:
        return _list(post, {"holds": say("mailing.count_on_needed")}), 422
    counting, counts = counting_on(post.calendars, replies_of(post.found), post.log)
    outbox = store().outbox(post.found.programme)
    for person in dict.fromkeys(person for person, _ in counts):
        outbox.keep(*counting.of(Reader("person", person)))
        outbox.keep(*names_kept(counting, person))
    return redirect(url_for(".mail", code=code), 303)


def _post(found: Opened) -> Post:
    calendars = calendars_of(found)
    made = every_message(calendars, replies_of(found))
    log = AcceptedLog.of(store().home, found.programme.name)
    return Post(found, calendars, parcels_of(calendars, made), log)


def _keep_as_sent(post: Post, going: tuple[Parcel, ...]) -> None:
    """Keep what is about to be told, so that what comes after says what changed."""
    outbox = store().outbox(post.found.programme)
    for code in dict.fromkeys(each.person.code for each in going):
        outbox.keep(*post.calendars.of(Reader("person", code)))
        outbox.keep(*names_kept(post.calendars, code))


def _account() -> MailAccount | None:
    return account_at(settings_place(store().home))


def _list(post: Post, faults: dict[str, str]) -> str:
    standing, moment = post.standing, hours.now()
    held = {each.person.code: each for each in hours.outside(standing.new, moment)}
    try:
        account, off = _account(), ""
    except ProgrammeError as refused:
        account, off = None, " ".join(fault.says for fault in refused.faults)
    return render_template(
        "mailing.html",
        found=post.found,
        part="mailing",
        faults=faults,
        account=account,
        off=off or say("mailing.off_how", place=settings_place(store().home).name),
        sender=post.calendars.programme.email,
        new=list(_rows(standing.new)),
        not_known=list(_rows(standing.not_known)),
        before=counted(len(standing.accepted), "message") if standing.accepted else "",
        others=post.others(),
        rung=post.rung(),
        behind=[_behind(each) for each in standing.behind],
        lost=post.told_of_others() if standing.behind else "",
        held=[(hours.held_says(each, moment), each.person) for each in held.values()],
        nothing=post.nothing(),
        word=word_for(post.parcels),
        send=say("mailing.send", many=counted(len(standing.new), "message")),
    )


def _rows(parcels: tuple[Parcel, ...]) -> Iterator[tuple[str, Parcel]]:
    """Give for each message what it is and for whom, and the message."""
    for each in parcels:
        yield hours.row_says(each), each


def _behind(parcel: Parcel) -> str:
    return say("mailing.behind", name=parcel.person.label, about=parcel.subject)


def _cannot(found: Opened, reason: str) -> str:
    return render_template("mailing.html", found=found, part="mailing", faults={}, refused=reason)
