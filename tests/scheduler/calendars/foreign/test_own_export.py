"""Our own calendars, brought in as busy times: exactly when each session is."""

from datetime import UTC, datetime, timedelta

import pytest

from scheduler.calendars.foreign.account import BusyTimes
from scheduler.calendars.foreign.reading import read_busy
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.told_journeys import at_home, set_out
from scheduler.calendars.wall_time import merged
from tests.scheduler.calendars.foreign.written_calendars import YEAR
from tests.scheduler.calendars.plans import PROGRAMME, a_plan

PLAN = a_plan()
CALENDARS = PlanCalendars(PROGRAMME, PLAN)
LENGTH = timedelta(minutes=150)


def read(content: bytes) -> BusyTimes:
    """Return what is read of a calendar of ours."""
    return read_busy(content, YEAR)


def test_a_groups_calendar_says_when_its_sessions_are() -> None:
    found = read(CALENDARS.of(Reader("project", "well"))[1])

    sessions = [each for each in PLAN.sessions if each.project == "well"]
    assert found.busy == merged(
        (each.start.astimezone(UTC), each.end.astimezone(UTC)) for each in sessions
    )
    assert {each.outcome for each in found.accounts} == {"used"}


@pytest.mark.parametrize("person", ["P-01", "P-02", "P-03"])
def test_a_persons_calendar_says_when_theirs_are(person: str) -> None:
    found = read(CALENDARS.of(Reader("person", person))[1])

    # From the door and back to it: the journeys are entries beside the sessions.
    away = [
        (set_out(coming.way, each) or each.start, at_home(coming.way, each) or each.end)
        for each in PLAN.sessions
        for coming in each.coming
        if coming.person == person
    ]
    assert found.busy == merged((out.astimezone(UTC), home.astimezone(UTC)) for out, home in away)


def test_the_hour_that_october_shows_twice_is_told_apart() -> None:
    """Times that begin in it are written in UTC, and read so."""
    twice = [datetime(2027, 10, 31, hour, 30, tzinfo=UTC) for hour in (0, 1)]
    plan = PLAN.model_copy(
        update={
            "sessions": tuple(
                each.model_copy(update={"start": start, "end": start + LENGTH})
                for each, start in zip(PLAN.sessions, twice, strict=False)
            )
        }
    )

    found = read(PlanCalendars(PROGRAMME, plan).of(Reader("project", "well"))[1])

    assert found.busy == merged((start, start + LENGTH) for start in twice)
