"""What was said of a programme begun by forms, kept beside it, so that more can be said later."""

from scheduler.errors import ProgrammeError
from web.begin.checking import programme_of
from web.begin.draft import Draft
from web.begin.kept import KeptDraft
from web.store import KeptProgramme, NotKeptError


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


def is_said(kept: KeptProgramme) -> bool:
    """Say whether more can be said of a programme by forms."""
    try:
        said_of(kept)
    except NotKeptError:
        return False
    return True
