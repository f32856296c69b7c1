"""What was said of a programme begun by forms, kept beside it, so that more can be said later."""

from collections.abc import Iterator

from scheduler.errors import ProgrammeError
from web.begin.checking import programme_of
from web.begin.draft import Draft
from web.begin.kept import KeptDraft
from web.store import KeptPlan, KeptProgramme, NotKeptError, Store


def keep_beside(kept: KeptProgramme, draft: Draft) -> None:
    """Keep what was said beside the programme it made."""
    KeptDraft(kept.folder).keep(draft)


def said_of(kept: KeptProgramme) -> Draft:
    """Return what was said of a programme, as long as it still makes that very programme.

    Raises
    ------
    NotKeptError
        If it was not begun by forms, or was changed otherwise since, as by somebody's calendar:
        what was changed would be lost.
    """
    draft = KeptDraft(kept.folder).read()
    try:
        made = programme_of(draft)
    except ProgrammeError as wrong:
        raise NotKeptError(kept.code) from wrong
    if made != kept.read():
        raise NotKeptError(kept.code)
    return draft


def taken_since(store: Store, kept: KeptProgramme) -> tuple[str, ...]:
    """Return what was changed since in the plans in use: what was said knows nothing of it."""
    used = [plan for plan in store.plans_of(kept.code) if not plan.replaced_by]
    changed = [plan for plan in used if _is_changed(plan, kept)]
    return tuple(dict.fromkeys(told for plan in changed for told in _told(store, plan)))


def _is_changed(plan: KeptPlan, kept: KeptProgramme) -> bool:
    return bool(plan.change or plan.reason) and plan.programme() != kept.read()


def _told(store: Store, plan: KeptPlan) -> Iterator[str]:
    """Give what was changed on the way to a plan, the first change first."""
    if plan.replaces:
        yield from _told(store, store.plan(plan.replaces))
    elif plan.change:
        yield f"{plan.change.rstrip('.')}."
    if plan.reason:
        yield plan.reason


def is_said(kept: KeptProgramme) -> bool:
    """Say whether more can be said of a programme by forms."""
    try:
        said_of(kept)
    except NotKeptError:
        return False
    return True
