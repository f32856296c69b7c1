"""Begin a new programme by forms: one thing a page, kept as a draft until it is a programme."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from scheduler.errors import ProgrammeError
from web.begin.again import keep_beside, taken_since
from web.begin.again import said_of as said_before
from web.begin.asked import BY_NAME, STEPS
from web.begin.checking import not_said, programme_of, wrong_on
from web.begin.choosing import chosen_from
from web.begin.draft import Draft
from web.begin.kept import Drafts, KeptDraft
from web.begin.questions import Form
from web.begin.reading import again, read, sent
from web.begin.shown import said_of
from web.begin.twice import ONCE, begun_already, fresh, sending_of
from web.forms import as_typed
from web.pages.at_hand import store
from web.store import NotKeptError
from web.wording import say

pages = Blueprint("begin", __name__, url_prefix="/begin")

PAGE: Final = f"any({','.join(BY_NAME)})"

Page = str | tuple[str, int] | Response


def drafts() -> Drafts:
    """Return the drafts kept on this machine."""
    return Drafts(store().home)


@pages.get("")
def new() -> Page:
    """Ask what the new programme is called."""
    return _form_page("", Draft(), BY_NAME["name"], {})


@pages.post("")
def begin() -> Page:
    """Begin a draft, once it has a name; the same form sent twice begins one."""
    form = BY_NAME["name"]
    if begun := begun_already(drafts(), request.form):
        return redirect(_after(begun.code, form.name), 303)
    draft, faults = _taken_in(Draft(), form)
    if faults:
        return _form_page("", Draft(), form, faults), 422
    draft = draft.model_copy(update={"sending": sending_of(request.form)})
    return redirect(_after(drafts().begin(draft).code, form.name), 303)


@pages.get("/<code>")
def go_on(code: str) -> Page:
    """Lead to the first page on which something has still to be said."""
    step = not_said(drafts().one(code).read())
    return redirect(address_of(code, step or "check"), 303)


@pages.get(f"/<code>/<{PAGE}:page>")
def ask(code: str, page: str) -> Page:
    """Ask something about the programme itself."""
    draft = drafts().one(code).read()
    faults = dict(wrong_on(draft, page)) if is_checking() else {}
    return _form_page(code, draft, BY_NAME[page], faults)


@pages.post(f"/<code>/<{PAGE}:page>")
def answer(code: str, page: str) -> Page:
    """Keep what was said, or say beside each field what is wrong with it."""
    kept, form = drafts().one(code), BY_NAME[page]
    before = kept.read()
    draft, faults = _taken_in(before, form)
    if faults:
        return _form_page(code, before, form, faults), 422
    kept.keep(draft)
    return redirect(_after(code, page), 303)


@pages.get("/<code>/check")
def check(code: str) -> Page:
    """Show every answer, what is not known yet, and what has to be put right."""
    return _check_page(drafts().one(code))


@pages.post("/<code>/keep")
def keep(code: str) -> Page:
    """Make it a programme like any other, unless something has to be put right first.

    Under the code of the draft: whoever keeps it twice is led to the one programme.
    """
    try:
        kept = drafts().one(code)
    except NotKeptError:
        return _to_programme(store().programme(code).code)
    draft = kept.read()
    try:
        programme = programme_of(draft)
    except ProgrammeError:
        return _check_page(kept), 422
    with suppress(FileExistsError):
        made = store().keep(programme, code=code)
        keep_beside(made, draft.model_copy(update={"taken": ()}))
        kept.remove()
    return _to_programme(code)


@pages.post("/again/<programme>")
def again_from(programme: str) -> Page:
    """Begin a draft from what was said of a programme; that one stays as it is."""
    kept = store().programme(programme)
    draft = said_before(kept).model_copy(update={"taken": taken_since(store(), kept)})
    return redirect(address_of(drafts().begin(draft).code, "check"), 303)


@pages.get("/<code>/remove")
def ask_to_remove(code: str) -> Page:
    """Ask whether a draft is to be removed."""
    return render_template("begin_remove.html", code=code, name=drafts().one(code).called)


@pages.post("/<code>/remove")
def remove(code: str) -> Page:
    """Remove a draft."""
    drafts().one(code).remove()
    return redirect(url_for("start.start"), 303)


def address_of(code: str, page: str) -> str:
    """Return the address of a page of a draft by the end of its address."""
    return f"{url_for('begin.new')}/{code}/{page}"


def step_after(step: str, *, by: int = 1) -> str:
    """Return the step that comes after another, or so many before it; empty where there is none."""
    at = STEPS.index(step) + by
    return STEPS[at] if 0 <= at < len(STEPS) else ""


def summed(form: Form, faults: Mapping[str, str]) -> dict[str, str]:
    """Return what is wrong, in the order of the page, each with the question it is about."""
    wrong = (field for field in form.fields if field.name in faults)
    return {field.name: field.said_wrong(faults[field.name]) for field in wrong}


def is_checking() -> bool:
    """Say whether somebody came from the last page, to go back there."""
    return "check" in request.args


def _to_programme(code: str) -> Response:
    return redirect(url_for("programmes.programme", code=code), 303)


def _after(code: str, page: str) -> str:
    return address_of(code, "check" if is_checking() else step_after(page))


def _taken_in(draft: Draft, form: Form) -> tuple[Draft, dict[str, str]]:
    """Return a draft with what was said on a page, and what is wrong with it, by field."""
    _, faults = read(form, request.form, chosen_from(draft))
    more = draft.with_page(form.name, sent(form, request.form))
    return more, {**wrong_on(more, form.name), **faults}


def _form_page(code: str, draft: Draft, form: Form, faults: dict[str, str]) -> str:
    typed = request.form if request.method == "POST" else again(draft.told)
    before = step_after(form.name, by=-1)
    back = address_of(code, "check" if is_checking() else before) if code and before else ""
    chosen = chosen_from(draft)
    return render_template(
        "begin_form.html",
        draft=draft,
        form=form,
        back=back or url_for("start.start"),
        options={each.name: each.ask.options(chosen) for each in form.fields},
        typed={each.name: as_typed(each.ask, typed) for each in form.fields},
        faults=faults,
        summed=summed(form, faults),
        caption=draft.name,
        once="" if code else request.form.get(ONCE) or fresh(),
    )


def _check_page(kept: KeptDraft) -> str:
    draft = kept.read()
    return render_template(
        "begin_check.html",
        code=kept.code,
        name=draft.name,
        said=said_of(draft),
        back=address_of(kept.code, step_after("check", by=-1)),
        nothing=say("begin.none"),
    )
