"""What rules about workers share: who is lacking at each start, and in each session planned."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from scheduler.degree import Degree
from scheduler.fetching import sent_for
from scheduler.finished import Finished, Meeting
from scheduler.grid import Grid, Mask
from scheduler.needed import Needs, needs_of
from scheduler.staffing import booked_team, free_together
from scheduler.workers import Worker


def starts_lacking(
    grid: Grid,
    needs: Needs,
    lacking: Callable[[Sequence[Worker]], Needs],
    *,
    degree: Degree,
) -> Mask:
    """Close the starts at which some workers are lacking, asking once for each set of those free.

    Parameters
    ----------
    needs
        What any of the workers asked about could be needed for.
    lacking
        What a set of workers does not meet.
    """
    sets, which = free_together(grid, needs)
    degrees = np.array([degree if lacking(workers) else 0 for workers in sets], dtype=np.uint8)
    return grid.mask(degrees[which], ("start",))


def needs_at(grid: Grid) -> Needs:
    """Return every worker a session needs in any of its rooms."""
    return needs_of(grid.session, sent_for(grid.programme, grid.people, grid.venues))


def lacking_in(
    finished: Finished, lacking: Callable[[Meeting, Sequence[Worker]], Needs]
) -> Iterator[tuple[Meeting, Needs]]:
    """Give the sessions of a finished plan in which the workers booked do not meet what is needed.

    Those promised against a rule are told elsewhere, and left out.
    """
    for meeting in finished.meetings:
        missed = lacking(meeting, booked_team(meeting))
        if missed and not meeting.is_excused:
            yield meeting, missed
