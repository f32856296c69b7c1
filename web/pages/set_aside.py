"""Plans that are used no more, and what is still to be undone of them."""

from scheduler.undoing import Arranged, Undoing, to_undo
from web.kept_reserves import reserves_kept
from web.pages.at_hand import Opened, store
from web.pages.calendars import reserves_of
from web.pages.waiting import is_under_way
from web.store import KeptPlan


def undoing_of(found: Opened) -> tuple[Undoing, ...]:
    """Return whom to tell that a date is not wanted, which an earlier plan or its reserve was for.

    Nobody is told while dates in reserve are being looked for: one of them may be wanted again.
    """
    reserves = found.kept.reserves
    if reserves.is_begun and is_under_way(reserves.job.state()):
        return ()
    now = Arranged(found.programme, found.plan, reserves_of(found))
    return to_undo(map(_arranged, store().set_aside_for(found.kept)), now)


def _arranged(kept: KeptPlan) -> Arranged:
    programme, plan = kept.programme(), kept.plan()
    return Arranged(programme, plan, reserves_kept(programme, plan, kept.reserves))
