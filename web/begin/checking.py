"""What is wrong with a draft, each thing with its page and field, by the checks that files pass."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from constraints import registry
from scheduler.errors import Fault, ProgrammeError
from scheduler.files.checks.named import OWN_DAYS
from scheduler.files.programmes import understood
from scheduler.files.remedies import FORMS
from scheduler.programme import Programme
from web.begin.asked import STEPS
from web.begin.draft import Draft
from web.begin.making import document_of
from web.wording import say

NEEDED: Final = ("name", "dates", "where", "sessions")
"""Pages without which there is no programme."""


@dataclass(frozen=True)
class Wrong:
    """One thing wrong: on which page, beside which field, and what to do."""

    page: str
    """Where it is put right, as the end of its address, such as "people/1/who"."""
    field: str
    says: str

    @property
    def step(self) -> str:
        """Which step of all that is asked it belongs to."""
        return self.page.partition("/")[0]


def wrong_with(draft: Draft) -> tuple[Wrong, ...]:
    """Return everything that is wrong with what was said, in the order it is asked."""
    found = [*_not_said(draft), *_wrong(draft)]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: STEPS.index(each.step)))


def wrong_on(draft: Draft, page: str) -> Mapping[str, str]:
    """Return what is wrong on one page, by field."""
    found: dict[str, list[str]] = {}
    for each in _wrong(draft):
        if each.page == page:
            found.setdefault(each.field, []).append(each.says)
    return {name: " ".join(dict.fromkeys(says)) for name, says in found.items()}


def programme_of(draft: Draft) -> Programme:
    """Return the programme that a draft makes, as files that tell the same would.

    Raises
    ------
    ProgrammeError
        If anything is wrong with it; `wrong_with` says where.
    """
    wrong = wrong_with(draft)
    if wrong:
        raise ProgrammeError(tuple(Fault(w.page, None, w.field, "", w.says) for w in wrong))
    document, _ = document_of(draft)
    return understood(document, registry())


def not_said(draft: Draft) -> str:
    """Return the first step on which nothing was said that has to be; empty where there is none."""
    told = {*draft.answered, *(name for name in ("people", "halls") if draft.items(name))}
    asked = ("name", "dates", "where", "people", "halls", "sessions")
    return next((name for name in asked if name not in told), "")


def _not_said(draft: Draft) -> Iterator[Wrong]:
    for name in NEEDED:
        if name not in draft.answered:
            yield Wrong(name, "", say("begin.not_said", page=say(f"begin_title.{name}")))
    if not draft.people:
        yield Wrong("people", "", say("begin.nobody"))


def _wrong(draft: Draft) -> Iterator[Wrong]:
    """Give what is wrong with what was said; of pages not yet seen nothing is."""
    document, mistyped = document_of(draft)
    for where, says in mistyped.items():
        yield from _at(draft, where, says)
    try:
        understood(document, registry())
    except ProgrammeError as refused:
        for fault in refused.faults:
            yield from _at(draft, fault.file, _bare(fault))


def _at(draft: Draft, where: str, says: str) -> Iterator[Wrong]:
    page, _, field = where.partition("#")
    is_whole = all(name in draft.answered for name in NEEDED)
    is_seen = "/" in page or page in draft.answered or (is_whole and page == "check")
    if is_seen:
        yield Wrong(page, field, says)


def _bare(fault: Fault) -> str:
    """Return what is wrong, without where it would stand in a file."""
    says = replace(fault, file="", line=None, field="").says
    for form, ours in _in_a_form().items():
        says = says.replace(form, ours)
    return says[:1].upper() + says[1:]


def _in_a_form() -> Mapping[str, str]:
    """Return what to write in a form for what a file would hold in one cell."""
    return {
        FORMS["Days"]: say("begin.no_days"),
        FORMS["Season"]: say("begin.no_season"),
        OWN_DAYS: say("begin.own_days"),
    }
