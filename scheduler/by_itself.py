"""Whether a session could be held if there were no other, with the money and time there is."""

from dataclasses import replace

import numpy as np

from scheduler.choosing import Desk
from scheduler.concerns import Ledger
from scheduler.course import course_of
from scheduler.series import fewest_missing


def fits_by_itself(desk: Desk, number: int) -> bool:
    """Say whether a session, counted from 1, could be held if the others of its project were not.

    Its open candidates tell who could come; not whether there is enough of what their coming takes.
    """
    none = np.array([], dtype=np.int64)
    every = enumerate(desk.columns, 1)
    columns = [own if n == number else own.kept(none) for n, own in every]
    course = course_of(columns, desk.ties, Ledger.of(desk.programme, desk.project))
    only = tuple(n == number for n in range(1, len(columns) + 1))
    return fewest_missing(replace(course, required=only)) == 0
