"""Every start of a session, also where the clocks change, and what may be asked about each."""

from datetime import date

import numpy as np
import pytest

from scheduler.grid import Grid, Mask, end_of, grid_for, utc_minute
from scheduler.programme import Programme, Session
from scheduler.samples import ISHBEL, at, on
from tests.scheduler.summer import GROUP, SESSION, summer


def grid(session: Session = SESSION, **given: object) -> Grid:
    """Return the grid of a session on Tuesday 11 May 2027, with fields of the programme given."""
    day = {"first_day": on("Tuesday 11 May 2027"), "last_day": on("Tuesday 11 May 2027")}
    return grid_for(summer(**{**day, **given}), GROUP, session)


def hours(laid_out: Grid) -> list[str]:
    """Return when each start is, by the clock."""
    return [f"{start:%d %b %H:%M}" for start in laid_out.starts]


def test_starts_are_tried_from_the_earliest_hour_while_the_session_ends_in_time() -> None:
    laid_out = grid(earliest="09:00", latest="13:30", start_every_minutes=60)

    assert hours(laid_out) == ["11 May 09:00", "11 May 10:00", "11 May 11:00"]


def test_what_is_only_wanted_is_not_tried_before_planning_is_done() -> None:
    """A plan made on Tuesday once gave a session the Monday before it."""
    given = {
        "first_day": on("Monday 10 May 2027"),
        "last_day": on("Wednesday 12 May 2027"),
        "planned_on": on("Tuesday 11 May 2027"),
    }
    wanted = SESSION.model_copy(update={"start": "12:00"})
    booked = {"state": "booked", "day": on("Monday 10 May 2027")}

    assert hours(grid(wanted, **given)) == ["12 May 12:00"]
    assert hours(grid(wanted.model_copy(update=booked), **given)) == ["10 May 12:00"]


def test_a_session_too_long_for_the_day_has_no_start() -> None:
    assert hours(grid(earliest="09:00", latest="10:00")) == []


def test_a_fixed_hour_is_the_only_start_whatever_the_hours_of_the_programme() -> None:
    laid_out = grid(SESSION.model_copy(update={"start": "07:45"}))

    assert hours(laid_out) == ["11 May 07:45"]


@pytest.mark.parametrize(
    ("wish", "days"),
    [
        ({"day": on("Wednesday 12 May 2027")}, [12]),
        ({"first_day": on("Thursday 13 May 2027")}, [13, 14]),
        ({"last_day": on("Tuesday 11 May 2027")}, [11]),
        (
            {"first_day": on("Monday 10 May 2027"), "last_day": on("Wednesday 12 May 2027")},
            [11, 12],
        ),
        ({"day": on("Monday 7 June 2027")}, []),
    ],
)
def test_a_session_keeps_to_its_own_days_within_those_of_the_programme(
    wish: dict[str, object], days: list[int]
) -> None:
    session = SESSION.model_copy(update={"start": "11:00", **wish})

    laid_out = grid(session, last_day=on("Friday 14 May 2027"))

    assert [start.day for start in laid_out.starts] == days


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        # The clocks go forward at one on Sunday 28 March 2027 and back at two on Sunday 31 October.
        ("Sunday 28 March 2027 00:30", 120, "2027-03-28T03:30:00+01:00"),
        ("Sunday 31 October 2027 00:30", 120, "2027-10-31T01:30:00+00:00"),
        ("Tuesday 11 May 2027 11:00", 120, "2027-05-11T13:00:00+01:00"),
    ],
)
def test_a_session_lasts_the_minutes_that_pass(start: str, minutes: int, end: str) -> None:
    session = SESSION.model_copy(update={"length_minutes": minutes})

    assert end_of(at(start), session).isoformat() == end


def test_starts_keep_to_the_clock_on_the_day_it_changes() -> None:
    sunday = on("Sunday 31 October 2027")

    laid_out = grid(first_day=sunday, last_day=sunday, earliest="09:00", latest="12:00")

    assert [start.isoformat() for start in laid_out.starts] == [
        "2027-10-31T09:00:00+00:00",
        "2027-10-31T10:00:00+00:00",
    ]
    assert (laid_out.closes - laid_out.opens).tolist() == [120, 120]


@pytest.mark.parametrize(
    ("start", "shown"), [(None, ["28 Mar 00:00", "28 Mar 02:00", "28 Mar 03:00"]), ("01:30", [])]
)
def test_nothing_begins_in_the_hour_that_the_clock_skips(
    start: str | None, shown: list[str]
) -> None:
    """A session could once begin at half past one on Sunday 28 March 2027, which no clock shows."""
    sunday = on("Sunday 28 March 2027")
    days = {"first_day": sunday, "last_day": sunday, "planned_on": None}
    hours_open = {"earliest": "00:00", "latest": "05:00"}

    laid_out = grid(
        SESSION.model_copy(update={"start": start}), start_every_minutes=60, **days, **hours_open
    )

    assert hours(laid_out) == shown


def test_a_session_may_end_at_midnight() -> None:
    laid_out = grid(earliest="22:00", latest="24:00")

    assert [end.isoformat() for end in laid_out.ends] == ["2027-05-12T00:00:00+01:00"]


@pytest.mark.parametrize(
    ("names", "axes"),
    [
        (("programme", "group"), ()),
        (("day", "venue"), ("day", "venue")),
        (("day", "start"), ("start",)),
        (("person", "way"), ("start", "venue", "person")),
    ],
)
def test_what_a_check_asks_for_decides_how_often_it_is_asked(
    names: tuple[str, ...], axes: tuple[str, ...]
) -> None:
    assert grid().axes_of(names) == axes


def test_a_check_is_given_what_it_asks_for() -> None:
    laid_out = grid(earliest="11:00", latest="13:00")
    names = ("start", "end", "day", "venue", "person", "programme", "project", "session", "group")

    given = laid_out.arguments(names, {"start": 0, "venue": 1, "person": 0})

    assert given == {
        "start": at("Tuesday 11 May 2027 11:00"),
        "end": at("Tuesday 11 May 2027 13:00"),
        "day": on("Tuesday 11 May 2027"),
        "venue": laid_out.venues[1],
        "person": ISHBEL,
        "programme": laid_out.programme,
        "project": GROUP,
        "session": SESSION,
        "group": laid_out.people,
    }


def test_cells_are_gone_through_with_their_days() -> None:
    laid_out = grid(last_day=on("Wednesday 12 May 2027"))

    days = [arguments["day"] for _, arguments in laid_out.cells(("day",), ("day",))]

    assert days == [date(2027, 5, 11), date(2027, 5, 12)]


def test_what_is_said_of_days_is_laid_out_over_their_starts() -> None:
    laid_out = grid(last_day=on("Wednesday 12 May 2027"), earliest="09:00", latest="12:00")

    mask = laid_out.mask(np.array([0, 3], dtype=np.uint8), ("day",))

    assert isinstance(mask, Mask)
    assert mask.degrees.ravel().tolist() == [0, 0, 3, 3]
    assert mask.degrees.shape == (4, 1, 1)


def test_moments_are_counted_in_minutes_that_pass() -> None:
    before, after = (utc_minute(at(f"Sunday 28 March 2027 {hour}")) for hour in ("00:30", "02:30"))

    assert after - before == 60


def test_a_programme_without_days_in_common_has_an_empty_grid() -> None:
    empty: Programme = summer(
        first_day=on("Tuesday 11 May 2027"), last_day=on("Monday 10 May 2027")
    )

    assert grid_for(empty, GROUP, SESSION).shape == (0, 5, 6)
