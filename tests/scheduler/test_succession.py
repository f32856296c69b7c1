"""Sessions come on later days, and only one that shares a day comes on the day of another."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray

from scheduler.grid import utc_minute
from scheduler.programme import Project, Session
from scheduler.samples import AFTERWARDS, PROJECT, WISH, at
from scheduler.succession import in_order, is_in_order, order_readings
from scheduler.ties import Reading

NOON = at("Tuesday 8 June 2027 12:00")
BEFORE = (NOON - timedelta(hours=2), NOON)
TWO = PROJECT.model_copy(update={"sessions": (WISH, AFTERWARDS)})


@dataclass(frozen=True)
class Held:
    """A session with its date."""

    session: Session
    start: datetime
    end: datetime


MORNING = Held(WISH, *BEFORE)
AFTER = (
    (at("Tuesday 8 June 2027 12:00"), WISH, False),
    (at("Tuesday 8 June 2027 12:00"), AFTERWARDS, True),
    (at("Tuesday 8 June 2027 11:30"), AFTERWARDS, False),
    (at("Monday 7 June 2027 12:00"), AFTERWARDS, False),
    (at("Wednesday 9 June 2027 09:00"), WISH, True),
    (at("Wednesday 9 June 2027 09:00"), AFTERWARDS, True),
)


def read(held: Held, by: Reading) -> NDArray[np.int64]:
    told = {
        "day": held.start.date().toordinal(),
        "same_day": held.session.same_day,
        "opens": utc_minute(held.start),
        "closes": utc_minute(held.end),
    }
    return np.array([told[by]], dtype=np.int64)


@pytest.mark.parametrize(("start", "session", "may"), AFTER)
def test_one_session_and_the_next_in_both_forms(
    start: datetime, session: Session, may: bool
) -> None:
    later = Held(session, start, start + timedelta(hours=2))

    found = in_order(partial(read, MORNING), partial(read, later), project=TWO)

    assert is_in_order(MORNING, later) == may
    assert found.tolist() == [may]


@pytest.mark.parametrize(
    ("project", "readings"), [(PROJECT, ("day",)), (TWO, ("day", "same_day", "opens", "closes"))]
)
def test_only_where_days_are_shared_is_the_hour_read(
    project: Project, readings: tuple[str, ...]
) -> None:
    assert order_readings(project) == readings


def test_without_shared_days_only_a_later_day_will_do() -> None:
    later = Held(WISH, NOON, NOON + timedelta(hours=2))

    assert in_order(partial(read, MORNING), partial(read, later), project=PROJECT).tolist() == [
        False
    ]
