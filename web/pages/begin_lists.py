"""Who comes, where to meet and who works there, one by one, as a programme is begun."""

from dataclasses import dataclass, replace
from typing import Final, cast

from flask import Blueprint, abort, redirect, render_template, request
from werkzeug.wrappers import Response

from scheduler.errors import ProgrammeError
from scheduler.sentences import counted
from web.begin.asked import PARTS
from web.begin.brought import halls_in, why_refused, with_halls
from web.begin.checking import not_said, wrong_on
from web.begin.choosing import chosen_from
from web.begin.draft import LISTS, Draft, ListName, Typed
from web.begin.known_words import names_of as words_read
from web.begin.places import places_of
from web.begin.questions import Form
from web.begin.reading import again, read, sent
from web.begin.shown import name_of, rows_of
from web.begin.twice import ONCE, fresh, sending_of
from web.forms import as_typed
from web.pages.begin import address_of, drafts, is_checking, step_after, summed
from web.store import NotKeptError
from web.wording import say

pages = Blueprint("begin_lists", __name__, url_prefix="/begin/<code>")

EVERY: Final = f"any({','.join(PARTS)})"
NEW: Final = "new"
"""In an address: somebody or something not told of yet."""

Page = str | tuple[str, int] | Response


@dataclass(frozen=True)
class _Place:
    """Where in a draft something is said: in which list, and of whom or what."""

    code: str
    name: str
    key: str

    @property
    def forms(self) -> tuple[Form, ...]:
        """The pages about it, in order."""
        return PARTS[self.name]

    def typed(self, draft: Draft) -> Typed:
        """Return what was said of it so far."""
        if self.name == "places":
            self.called(draft)
            return draft.places.get(self.key, {})
        return {} if self.key == NEW else draft.item(cast("ListName", self.name), self.key).typed

    def called(self, draft: Draft) -> str:
        """Return what it is called; empty where that was not said yet."""
        if self.name == "places":
            named = places_of(draft)
            if self.key not in named:
                raise NotKeptError(self.key)
            return named[self.key]
        if self.key == NEW:
            return ""
        return name_of(draft, draft.item(cast("ListName", self.name), self.key), self.name)

    def said(self, draft: Draft, typed: Typed) -> tuple[Draft, "_Place"]:
        """Return a draft with more said of it, and where that now is."""
        if self.name == "places":
            return draft.with_place(self.key, {**self.typed(draft), **typed}), self
        name = cast("ListName", self.name)
        if self.key != NEW:
            return draft.with_more(name, self.key, typed), self
        more = draft.with_new(name, typed, sending=sending_of(request.form))
        return more, replace(self, key=more.items(name)[-1].key)

    def told_before(self, draft: Draft) -> "_Place | None":
        """Return where the same form put somebody new already; None where it was not sent yet."""
        if self.key != NEW:
            return None
        item = draft.told_in(cast("ListName", self.name), sending_of(request.form))
        return replace(self, key=item.key) if item else None

    def page(self, part: str) -> str:
        """Return the end of the address of one of its pages."""
        return f"{self.name}/{self.key}/{part}"


@pages.get(f"/<{EVERY}:name>")
def every(code: str, name: str) -> Page:
    """Show one list, to add to, change or take from."""
    return _list_page(code, name, {})


@pages.get(f"/<{EVERY}:name>/<key>/<part>")
def ask(code: str, *, name: str, key: str, part: str) -> Page:
    """Ask something about one of a list."""
    place, draft = _Place(code, name, key), drafts().one(code).read()
    faults = dict(wrong_on(draft, place.page(part))) if is_checking() else {}
    return _form_page(draft, _form(place, part), place, faults)


@pages.post(f"/<{EVERY}:name>/<key>/<part>")
def answer(code: str, *, name: str, key: str, part: str) -> Page:
    """Keep what was said, or say beside each field what is wrong with it."""
    kept, place = drafts().one(code), _Place(code, name, key)
    before, form = kept.read(), _form(place, part)
    if taken := place.told_before(before):
        return redirect(_after(taken, part), 303)
    draft, there = place.said(before, sent(form, request.form))
    _, faults = read(form, request.form, chosen_from(before))
    faults = {**wrong_on(draft, there.page(part)), **faults}
    if faults:
        return _form_page(before, form, place, faults), 422
    kept.keep(draft)
    return redirect(_after(there, part), 303)


@pages.post("/halls")
def from_file(code: str) -> Page:
    """Take in the halls of a file, beside those that are there already."""
    kept, file = drafts().one(code), request.files.get("file")
    if file is None or not file.filename:
        return _list_page(code, "halls", {"file": say("begin.no_file")}), 422
    try:
        imported = halls_in(file)
    except ProgrammeError as refused:
        return _list_page(code, "halls", {"file": why_refused(refused)}), 422
    kept.keep(with_halls(kept.read(), imported))
    return redirect(address_of(code, "halls"), 303)


@pages.post(f"/<{EVERY}:name>/<key>/remove")
def remove(code: str, name: str, key: str) -> Page:
    """Take one away; it can be put back."""
    kept = drafts().one(code)
    kept.keep(kept.read().without(_one_by_one(name), key))
    return redirect(address_of(code, name), 303)


@pages.post(f"/<{EVERY}:name>/put-back")
def put_back(code: str, name: str) -> Page:
    """Put back what was taken away last."""
    kept = drafts().one(code)
    kept.keep(kept.read().put_back(_one_by_one(name)))
    return redirect(address_of(code, name), 303)


def _one_by_one(name: str) -> ListName:
    """Return the name of a list that is told one by one; places only follow from the others."""
    return next((each for each in LISTS if each == name), None) or abort(404)


def _form(place: _Place, part: str) -> Form:
    """Return one of the pages about something; of somebody new only the first is there."""
    forms = place.forms[:1] if place.key == NEW else place.forms
    return next((form for form in forms if form.name == part), None) or abort(404)


def _after(place: _Place, part: str) -> str:
    """Return where to go once something was said: on to the next page, or back to the list."""
    names = [form.name for form in place.forms]
    following = names[names.index(part) + 1 :]
    if is_checking():
        return address_of(place.code, "check")
    is_next = following and request.form.get("then") != "list"
    return address_of(place.code, place.page(following[0]) if is_next else place.name)


def _before(place: _Place, part: str) -> str:
    """Return where one came from: the page before, or the list."""
    names = [form.name for form in place.forms]
    before = names[: names.index(part)]
    if is_checking():
        return address_of(place.code, "check")
    return address_of(place.code, place.page(before[-1]) if before else place.name)


def _form_page(draft: Draft, form: Form, place: _Place, faults: dict[str, str]) -> str:
    typed = request.form if request.method == "POST" else again(place.typed(draft))
    chosen = chosen_from(draft)
    return render_template(
        "begin_form.html",
        draft=draft,
        form=form,
        back=_before(place, form.name),
        options={each.name: each.ask.options(chosen) for each in form.fields},
        typed={each.name: as_typed(each.ask, typed) for each in form.fields},
        faults=faults,
        summed=summed(form, faults),
        caption=place.called(draft) or draft.name,
        goes_on=form != place.forms[-1] and not is_checking(),
        words=_words(form),
        once=(request.form.get(ONCE) or fresh()) if place.key == NEW else "",
    )


def _words(form: Form) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the words that calendars of ours know, where a page asks for such."""
    asked = [each.name for each in form.fields if each.name in {"keeps", "seasons"}]
    return tuple((say(f"begin_words.{name}"), tuple(words_read(name).values())) for name in asked)


def _gone_says(about: str, journeys: int) -> str:
    """Return what was taken away, with the journeys that went along."""
    if not journeys:
        return say("begin.removed", name=about)
    return say("begin.removed_with", name=about, journeys=counted(journeys, "journey"))


def _list_page(code: str, name: str, faults: dict[str, str]) -> str:
    draft = drafts().one(code).read()
    gone = draft.removed if draft.removed and draft.removed.name == name else None
    about = name_of(draft, gone.item, name) if gone else ""
    return render_template(
        "begin_list.html",
        code=code,
        name=name,
        rows=rows_of(draft, name),
        first=PARTS[name][0].name,
        draft=draft,
        gone=about,
        gone_says=_gone_says(about, len(gone.journeys)) if gone else "",
        following=address_of(code, "check" if is_checking() else step_after(name)),
        back=address_of(code, "check" if is_checking() else step_after(name, by=-1)),
        is_whole=not not_said(draft),
        faults=faults,
    )
