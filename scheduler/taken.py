"""Times somebody is taken, in minutes, and whether a session with its journey would meet them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from operator import itemgetter
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from scheduler.calendars.patterns import read_pattern
from scheduler.calendars.wall_time import MINUTES_A_DAY, Stretch, busy_minutes, minute_shown
from scheduler.degree import Degree
from scheduler.grid import Grid, Mask, utc_minute
from scheduler.in_passing import passed
from scheduler.named_days import spelled
from scheduler.programme import Programme
from scheduler.same import Same
from scheduler.ways import Way
from scheduler.words import Days, Spell

Taken = tuple[Stretch, ...]
"""Stretches in order that neither overlap nor touch."""

ENDLESS = 10**9
"""More minutes than lie between any two moments of a programme."""

NO_JOURNEY = np.zeros((1, 1), dtype=np.int32)
"""No minutes at all, from anywhere to anywhere."""

MARGIN = timedelta(days=2)
"""How far past a programme's days patterns are followed: journeys and rest reach in."""


def joined(stretches: Iterable[Stretch]) -> Taken:
    """Return the same time as stretches in order that neither overlap nor touch."""
    found: list[Stretch] = []
    for begin, end in sorted(stretches):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return tuple(found)


def days_around(programme: Programme) -> tuple[date, date]:
    """Return the days over which patterns are followed: the programme's and some beyond."""
    return programme.first_day - MARGIN, programme.last_day + MARGIN


def hours_of(
    programme: Programme, patterns: tuple[str, ...], *, home: str = "", perhaps: bool
) -> Taken:
    """Return the time that hours and rotas make over a programme's days and some beyond.

    Parameters
    ----------
    home
        Where they live whose hours these are: days by name are those of that place or its council.
    perhaps
        Whether they are taken to hold past the last day that is known of a school's terms and the
        like, where nobody knows whether they do.
    """
    texts = in_days(programme, patterns, home=home, perhaps=perhaps)
    return taken_by(texts, days_around(programme))


def in_days(
    programme: Programme, patterns: tuple[str, ...], *, home: str = "", perhaps: bool
) -> tuple[str, ...]:
    """Return hours and rotas with the days a programme has names for written out."""
    named = programme.named_days
    if not named:
        return patterns
    return spelled(patterns, named, areas=programme.areas_of(home), perhaps=perhaps)


@lru_cache(maxsize=1024)
def taken_by(patterns: tuple[str, ...], days: tuple[date, date]) -> Taken:
    """Return the time that weekly hours and rotas take from the first to the last of some days."""
    return joined(stretch for pattern in patterns for stretch in shift_minutes(pattern, days))


@lru_cache(maxsize=1024)
def shift_minutes(pattern: str, days: tuple[date, date]) -> Taken:
    """Return the stretches one pattern makes from the first to the last of some days."""
    return joined(busy_minutes(read_pattern(pattern).shifts_between(*days), days))


@lru_cache(maxsize=1024)
def shifts(pattern: str, days: tuple[date, date]) -> tuple[tuple[datetime, datetime], ...]:
    """Return the stretches one pattern makes from the first to the last of some days, in UTC."""
    return read_pattern(pattern).busy_between(*days)


def spell_minutes(spell: Spell, programme: Programme) -> Stretch:
    """Return a spell in minutes; one without an offset is on the programme's clock."""
    return _minute(spell.start, programme.tz), _minute(spell.end, programme.tz)


def spells_taken(spells: tuple[Spell, ...], programme: Programme) -> Taken:
    """Return spells in minutes, in the order given; the very same spells are worked out once."""
    return _spells_taken(Same(spells), programme.zone)


@lru_cache(maxsize=4096)
def _spells_taken(spells: Same[Spell], zone: str) -> Taken:
    tz = ZoneInfo(zone)
    return tuple([(_minute(each.start, tz), _minute(each.end, tz)) for each in spells.all])


def _minute(moment: datetime, zone: ZoneInfo) -> int:
    if moment.tzinfo or moment.fold:
        return utc_minute(moment if moment.tzinfo else moment.replace(tzinfo=zone))
    return minute_shown(moment.date(), moment.hour * 60 + moment.minute, zone)


def taken_or_away(spells: tuple[Spell, ...], days: tuple[Days, ...], programme: Programme) -> Taken:
    """Return spells and whole days together, in order; of the very same ones worked out once."""
    return _taken_or_away(Same(spells), Same(days), programme.zone)


@lru_cache(maxsize=4096)
def _taken_or_away(spells: Same[Spell], days: Same[Days], zone: str) -> Taken:
    away = (_whole_days(each, ZoneInfo(zone)) for each in days.all)
    return joined((*_spells_taken(spells, zone), *away))


def whole_days(days: Days, programme: Programme) -> Stretch:
    """Return whole days in minutes, from the midnight before to the midnight after."""
    return _whole_days(days, programme.tz)


def _whole_days(days: Days, zone: ZoneInfo) -> Stretch:
    return minute_shown(days.first, 0, zone), minute_shown(days.last, MINUTES_A_DAY, zone)


def first_met(
    taken: Taken, time: tuple[datetime, datetime], *, way: Way | None = None
) -> Stretch | None:
    """Return the first stretch that a session meets, the way there and back included if given."""
    start, end = time
    out, back = (way.out_minutes, way.back_minutes) if way else (0, 0)
    next_one = bisect_right(taken, utc_minute(start) - out, key=itemgetter(1))
    if next_one < len(taken) and taken[next_one][0] < utc_minute(end) + back:
        return taken[next_one]
    return None


def lies_within(taken: Taken, time: tuple[datetime, datetime]) -> bool:
    """Say whether one stretch holds the whole session."""
    found = first_met(taken, time)
    start, end = map(utc_minute, time)
    return found is not None and found[0] <= start and end <= found[1]


def starts_met(grid: Grid, taken: Taken) -> NDArray[np.bool_]:
    """Say at which starts the session itself meets a stretch, shape (S,)."""
    return meets(taken, grid.opens, grid.closes)


def meets(taken: Taken, begins: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say which stretches from a minute up to another meet any of those in order, shape (S,).

    Beginnings ascend, and so do ends.
    """
    first, last = _columns(taken)
    met: NDArray[np.bool_] = passed(first, ends, side="left") > passed(last, begins, side="right")
    return met


def starts_within(grid: Grid, taken: Taken) -> NDArray[np.bool_]:
    """Say at which starts one stretch holds the whole session, shape (S,)."""
    begins, ends = _columns(taken)
    which = passed(begins, grid.opens, side="right") - 1
    within: NDArray[np.bool_] = (which >= 0) & (ends[which] >= grid.closes)
    return within


def minutes_within(grid: Grid, taken: Taken) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return how much of one stretch is left before and after a session at each start, shape (S,).

    In minutes. Both are -1 where no stretch holds the whole session.
    """
    begins, ends = _columns(taken)
    which = passed(begins, grid.opens, side="right") - 1
    before, after = grid.opens - begins[which], ends[which] - grid.closes
    outside = (which < 0) | (after < 0)
    before[outside] = after[outside] = -1
    return before.astype(np.int32), after.astype(np.int32)


def minutes_around(grid: Grid, taken: Taken) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return how many minutes are free before and after a session at each start, shape (S,).

    Both are -1 where a stretch meets the session itself.
    """
    begins, ends = _columns(taken)
    over = passed(ends, grid.opens, side="right")
    ahead = passed(begins, grid.closes, side="left")
    before = np.where(over > 0, grid.opens - ends[over - 1], ENDLESS)
    after = np.where(ahead < len(begins), begins[ahead % len(begins)] - grid.closes, ENDLESS)
    before[ahead > over] = after[ahead > over] = -1
    return before.astype(np.int32), after.astype(np.int32)


def journeys_mask(
    grid: Grid, taken: Sequence[Taken], *, journeys: bool = True, degree: Degree = Degree.NEVER
) -> Mask:
    """Return a mask of a degree, never if none is named, where sessions meet what takes somebody.

    Parameters
    ----------
    taken
        What takes each person, in the grid's order.
    journeys
        Whether the way there and back must keep clear of it too.
    """
    if not any(taken):
        return Mask(np.zeros((1, 1, 1), dtype=np.uint8))
    # Starts come last: one long stretch is compared faster than many short ones.
    met = np.zeros((grid.shape[2], grid.shape[1] if journeys else 1, grid.shape[0]), dtype=np.bool_)
    for p, own in enumerate(taken):
        if own:
            before, after = minutes_around(grid, own)
            out, back = legs(grid, p) if journeys else (NO_JOURNEY, NO_JOURNEY)
            met[p] = (before < out.T) | (after < back.T)
    return _where(met.swapaxes(1, 2), degree)


def never(met: NDArray[np.bool_]) -> Mask:
    """Return the mask of "never" where a person is met; given in shape (P, S or 1, V or 1)."""
    return _where(met, Degree.NEVER)


def legs(grid: Grid, person: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return one person's minutes there and back, shape (S or 1, V) each."""
    number = grid.ways.number[:, :, person]
    out, back = (grid.ways.values(name)[number] for name in ("out_minutes", "back_minutes"))
    return out.astype(np.int32), back.astype(np.int32)


def _where(met: NDArray[np.bool_], degree: Degree) -> Mask:
    return Mask(np.moveaxis(met.view(np.uint8) * np.uint8(degree), 0, 2))


def _columns(taken: Taken) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return beginnings and ends; where there is nothing, one that begins where nobody looks."""
    stretches = np.array(taken or ((ENDLESS, ENDLESS + 1),), dtype=np.int64)
    return stretches[:, 0], stretches[:, 1]
