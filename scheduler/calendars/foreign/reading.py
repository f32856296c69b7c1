"""A calendar file read for when somebody is busy, with an account of every entry in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Final

from scheduler.calendars.foreign.account import About, Account, BusyTimes, Outcome, Question
from scheduler.calendars.foreign.entries import Entry, read_entry
from scheduler.calendars.foreign.free_busy import Told, told_by
from scheduler.calendars.foreign.letters import text_of
from scheduler.calendars.foreign.parts import CalendarFile, Part, read_parts
from scheduler.calendars.foreign.refused import NotUnderstoodError
from scheduler.calendars.foreign.rule_times import Work
from scheduler.calendars.foreign.series import Time, times_of
from scheduler.calendars.foreign.standing import standing_of
from scheduler.calendars.foreign.values import UNKNOWN, day_of
from scheduler.calendars.foreign.window import Window
from scheduler.calendars.foreign.zones import Zones
from scheduler.calendars.wall_time import ONE_DAY, Interval, merged

NOT_BUSY: Final = ("VTODO", "VJOURNAL")
NAMED: Final = 5
"""How many lines a remark names."""


def read_busy(content: bytes, window: Window, *, owner: str = "") -> BusyTimes:
    """Return what a calendar file says of a stretch of time.

    Parameters
    ----------
    owner
        The owner's e-mail address, to know their own answer to an invitation from anybody else's.

    Raises
    ------
    UnreadableError
        If the file as a whole cannot be used.
    """
    text, remarks = text_of(content)
    reading = _Reading(read_parts(text), window, owner)
    reading.read()
    return reading.told(remarks)


@dataclass
class _Family:
    """The entries of one identity."""

    entries: list[Entry] = field(default_factory=list)

    def in_force(self) -> list[Entry]:
        """Return those that no later version has taken the place of."""
        newest: dict[object, int] = {}
        for each in self.entries:
            newest[each.in_place_of] = max(newest.get(each.in_place_of, 0), each.revision)
        return [each for each in self.entries if each.revision == newest[each.in_place_of]]


@dataclass
class _Reading:
    """A file as far as it was read."""

    file: CalendarFile
    window: Window
    owner: str
    work: Work = field(default_factory=Work)
    accounts: dict[int, Account] = field(default_factory=dict)
    times: list[Time] = field(default_factory=list)
    told_times: list[Told] = field(default_factory=list)
    unknown_clocks: list[int] = field(default_factory=list)

    def read(self) -> None:
        """Read every calendar of the file."""
        families: dict[str, _Family] = defaultdict(_Family)
        for calendar in self.file.calendars:
            for entry in self._entries(calendar):
                # An entry without identity is one of its own.
                families[entry.uid or f"\n{entry.number}"].entries.append(entry)
            self._read_free_busy(calendar)
        for family in families.values():
            self._follow(family)

    def told(self, remarks: Iterable[str]) -> BusyTimes:
        """Return what was read."""
        busy = [_interval(each) for each in self.times if _keeps_away(each)]
        busy += [each.interval for each in self.told_times if each.standing == "busy"]
        return BusyTimes(
            busy=merged(each for each in busy if each[0] < each[1]),
            questions=tuple(sorted(set(self._questions()), key=_by_time)),
            accounts=tuple(self.accounts[line] for line in sorted(self.accounts)),
            remarks=(*remarks, *self._remarks()),
            times=tuple((each.start, each.end) for each in self.times),
        )

    def _entries(self, calendar: Part) -> Iterator[Entry]:
        zones = Zones(calendar.every("VTIMEZONE"), self.work)
        method = calendar.value("METHOD")
        for part in calendar.every("VEVENT"):
            try:
                yield read_entry(part, zones, standing_of(part, method, self.owner))
            except NotUnderstoodError as wrong:
                self._refuse(part.number, None, wrong)
        self.unknown_clocks += zones.unknown

    def _read_free_busy(self, calendar: Part) -> None:
        for part, told in told_by(calendar, self.window):
            if isinstance(told, NotUnderstoodError):
                self._refuse(part.number, None, told)
                continue
            self.told_times += told
            self._account(part.number, None, _outcome([each.standing for each in told]))

    def _follow(self, family: _Family) -> None:
        in_force = family.in_force()
        lines = {each.number for each in in_force}
        for entry in family.entries:
            day = day_of(entry.start)
            if entry.number not in lines:
                self._account(entry.number, day, "replaced")
                continue
            try:
                found = list(times_of(in_force, entry, window=self.window, work=self.work))
            except (NotUnderstoodError, OverflowError) as wrong:
                self._refuse(entry.number, day, wrong)
                continue
            self.times += found
            self._account(entry.number, day, _outcome([_standing(each) for each in found]))

    def _account(self, line: int, day: date | None, outcome: Outcome, why: str = "") -> None:
        self.accounts[line] = Account(line, day, outcome, why)

    def _refuse(self, line: int, day: date | None, wrong: Exception) -> None:
        why = str(wrong) if isinstance(wrong, NotUnderstoodError) else "lies beyond all years"
        self._account(line, day, "not understood", why)

    def _questions(self) -> Iterator[Question]:
        for each in self.times:
            if _standing(each) == "asked":
                yield _question(each)
        for told in self.told_times:
            if told.standing == "asked":
                yield Question(told.line, *told.interval, "pencilled in")

    def _remarks(self) -> Iterator[str]:
        if self.unknown_clocks:
            yield (
                f"{_lines(self.unknown_clocks)} a time zone that nobody knows; "
                "its times are shown on London's clock and have to be asked about."
            )
        if self.file.passed_over:
            yield f"{_lines(self.file.passed_over)} nothing a calendar can hold; passed over."
        parts = [each for calendar in self.file.calendars for each in _not_busy(calendar)]
        if parts:
            yield f"{len(parts)} tasks or notes take up no time; passed over."


def _not_busy(calendar: Part) -> Iterator[Part]:
    for kind in NOT_BUSY:
        yield from calendar.every(kind)


def _lines(numbers: Sequence[int]) -> str:
    named = ", ".join(map(str, numbers[:NAMED]))
    more = f" and {len(numbers) - NAMED} more" if len(numbers) > NAMED else ""
    word, holds = ("Line", "holds") if len(numbers) == 1 else ("Lines", "hold")
    return f"{word} {named}{more} {holds}"


def _outcome(standings: Sequence[str]) -> Outcome:
    for standing, outcome in _OUTCOMES:
        if standing in standings:
            return outcome
    return "elsewhen"


_OUTCOMES: Final[tuple[tuple[str, Outcome], ...]] = (
    ("busy", "used"),
    ("asked", "asked"),
    ("free", "free"),
)


def _standing(time: Time) -> str:
    """Return how a time stands: of whole days nobody knows whether they keep somebody away."""
    standing = time.entry.standing
    if standing == "busy" and _about(time.entry):
        return "asked"
    if standing != "free" and time.start == time.end:
        return "free"
    return standing


def _about(entry: Entry) -> About | None:
    if entry.is_all_day or entry.fills_days:
        return "all day"
    is_unknown = isinstance(entry.start, datetime) and entry.start.tzinfo is UNKNOWN
    return "time zone" if is_unknown else None


def _keeps_away(time: Time) -> bool:
    return _standing(time) == "busy"


def _interval(time: Time) -> Interval:
    start, end = _raw(time)
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        raise TypeError(time)
    return start, end


def _raw(time: Time) -> tuple[date | datetime, date | datetime]:
    both = (time.start, time.end)
    start, end = (each.astimezone(UTC) if isinstance(each, datetime) else each for each in both)
    return start, end


def _question(time: Time) -> Question:
    start, end = _raw(time)
    if time.entry.fills_days:
        start, end = day_of(time.start), day_of(time.end)
    if not isinstance(end, datetime):
        end = max(day_of(start), end - ONE_DAY)
    return Question(time.entry.number, start, end, _about(time.entry) or "pencilled in")


def _by_time(question: Question) -> tuple[str, str, int]:
    return str(question.start), str(question.end), question.line
