"""Keeps one reader's calendar in a collection on a calendar server in step with a plan.

Only entries that we put there are ever touched. One that somebody else changed there is named and
left as it is, until the organiser gives the word.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Final

from scheduler.calendars.entry import CalendarEntry, CalendarError
from scheduler.calendars.feeds import coded, kept_entry
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.sent import entries_sent
from scheduler.spoken_days import spoken_day
from web.calendar_server import Collection, Entry, OvertakenError
from web.published import Published, Standing

KEPT_DAYS: Final = 30
"""How long an entry that is called off stays there, so that everybody's program hears of it."""

CHANGED: Final = "somebody changed it there, so it was left as it is"
TAKEN_OUT: Final = "somebody took it out there, so it was not put back"
IN_THE_WAY: Final = "something else is there in its place, or the server does not take it"


@dataclass
class Outcome:
    """What was done in a collection."""

    done: Counter[str] = field(default_factory=Counter)
    """How many entries are new, changed, called off, taken out or as they were."""
    left: list[str] = field(default_factory=list)
    """A sentence for each entry that was left because of somebody else's change."""


@dataclass(frozen=True)
class Publishing:
    """One run."""

    collection: Collection
    memory: Published
    today: date
    overwrite: bool = False
    """Whether ours takes the place of what somebody else changed there."""

    def run(self, calendars: PlanCalendars, reader: Reader, outcome: Outcome) -> None:
        """Bring the collection into step; `outcome` is right also where this is cut short.

        Raises
        ------
        ServerError
            If the server cannot be used, or not now; what was done until then is remembered.
        """
        self.collection.check()
        entries = calendars.entries_for(reader)
        self.memory.mean(dict((calendars.of(reader), *calendars.beside(reader))))
        for entry in entries:
            try:
                outcome.done[self._bring_into_step(entry)] += 1
            except _LeftError as left:
                day = spoken_day(entry.start.date())
                outcome.left.append(f"{entry.title}, {day}: {left}")

    def _bring_into_step(self, entry: CalendarEntry) -> str:
        standing = self.memory.entries.get(entry.uid)
        is_off = entry.status == "CANCELLED"
        if standing is None:
            return "not needed" if is_off else self._put(entry, over="", so="new")
        if standing.is_gone:
            return "not needed" if is_off else self._put(entry, over="", so="new")
        found = self.collection.look(_name(entry), mark=standing.mark)
        if found is None:
            return self._missing(entry, standing)
        if found.mark != standing.mark and not self._is_ours(entry, standing, found):
            if not self.overwrite:
                raise _LeftError(CHANGED)
            return self._put(entry, over=found.mark, so="changed")
        standing = self.memory.entries[entry.uid]
        if standing.digest != _digest(kept_entry(entry)):
            return self._put(entry, over=found.mark, so="called off" if is_off else "changed")
        return self._take_out(entry, standing) if is_off else "as they were"

    def _missing(self, entry: CalendarEntry, standing: Standing) -> str:
        """Deal with an entry that is not there: never put, or taken out by somebody."""
        if entry.status == "CANCELLED":
            self.memory.note(entry.uid, replace(standing, is_gone=True, under_way=""))
            return "taken out"
        if standing.mark and not self.overwrite:
            raise _LeftError(TAKEN_OUT)
        return self._put(entry, over="", so="new")

    def _is_ours(self, entry: CalendarEntry, standing: Standing, found: Entry) -> bool:
        """Say whether what is there is what we had begun to put when a run was cut short."""
        if not standing.under_way or _told(found.content) != standing.under_way:
            return False
        self.memory.note(
            entry.uid,
            replace(standing, mark=found.mark, digest=standing.under_way, under_way=""),
        )
        return True

    def _put(self, entry: CalendarEntry, *, over: str, so: str) -> str:
        content = kept_entry(entry)
        digest = _digest(content)
        self.memory.begin(entry.uid, digest)
        try:
            mark = self.collection.put(_name(entry), content, over=over)
        except OvertakenError:
            raise _LeftError(CHANGED if over else IN_THE_WAY) from None
        since = self.today.isoformat() if entry.status == "CANCELLED" else ""
        before = self.memory.entries[entry.uid].off_since
        self.memory.note(entry.uid, Standing(mark, digest, off_since=since and (before or since)))
        return so

    def _take_out(self, entry: CalendarEntry, standing: Standing) -> str:
        since = date.fromisoformat(standing.off_since or self.today.isoformat())
        if self.today - since < timedelta(days=KEPT_DAYS):
            if not standing.off_since:
                self.memory.note(entry.uid, replace(standing, off_since=since.isoformat()))
            return "as they were"
        try:
            self.collection.delete(_name(entry), mark=standing.mark)
        except OvertakenError:
            raise _LeftError(CHANGED) from None
        self.memory.note(entry.uid, replace(standing, is_gone=True))
        return "taken out"


class _LeftError(Exception):
    """An entry was left because somebody else changed it."""


def _name(entry: CalendarEntry) -> str:
    return f"{coded('session', entry.uid)}.ics"


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _told(content: bytes) -> str:
    """Return the digest of an entry however its server has written it; empty if it is not ours."""
    try:
        (entry,) = entries_sent(content)
        return _digest(kept_entry(entry))
    except (CalendarError, ValueError):
        return ""
