"""Keeps one reader's calendar in a collection on a calendar server in step with a plan.

Only entries that we put there are ever touched. One that somebody else changed there is named and
left as it is, until the organiser gives the word.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Final

from scheduler.calendars.as_written import count_in, is_as_written
from scheduler.calendars.entry import CalendarEntry, CalendarError
from scheduler.calendars.feeds import kept_entry
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.sent import entries_sent
from scheduler.spoken_days import spoken_day
from web.calendar_server import AlteredError, Collection, Entry, OvertakenError
from web.published import Published, Standing, file_of
from web.recalling import recalled

KEPT_DAYS: Final = 30
"""How long an entry that is called off stays there, so that everybody's program hears of it."""

CHANGED: Final = "somebody changed it there, so it was left as it is"
TAKEN_OUT: Final = "somebody took it out there, so it was not put back"
ALTERED: Final = (
    "what stands there is not what was put: somebody changed it at once, or the server writes it "
    "otherwise"
)
MOST_CHANGES: Final = 2**31 - 1
"""The highest count there can be (RFC 5545, 3.3.8)."""
IN_THE_WAY: Final = "something else is there in its place, or the server does not take it"


@dataclass
class Outcome:
    """What was done in a collection."""

    done: Counter[str] = field(default_factory=Counter)
    """How many entries are new, changed, called off, taken out or as they were."""
    left: list[str] = field(default_factory=list)
    """A sentence for each entry that was left because of somebody else's change."""
    remedy: str = "--overwrite puts ours in its place."
    """What to do about what was left."""


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
        if self.memory.is_forgotten:
            calendars = recalled(self.collection, self.memory, calendars, reader=reader)
        entries = calendars.entries_for(reader)
        self.memory.mean(dict((calendars.of(reader), *calendars.beside(reader))))
        for entry in entries:
            try:
                outcome.done[self._bring_into_step(entry)] += 1
            except _LeftError as left:
                outcome.left.append(f"{_titled(entry)}: {left}")

    def withdraw(self, outcome: Outcome, others: Sequence[Published] = ()) -> None:
        """Take everything out again that we put there; nothing is remembered once it is gone.

        Parameters
        ----------
        others
            The other calendars kept there. A session has one name in each of them: what stands
            under it stays unless it is surely this calendar's.

        Raises
        ------
        ServerError
            If the server cannot be used, or not now; the same goes on from there.
        """
        outcome.remedy = "--overwrite takes it out all the same."
        self.collection.check()
        titles = self._titles()
        shared = {uid for each in others for uid, kept in each.entries.items() if not kept.is_gone}
        for uid, standing in list(self.memory.entries.items()):
            if standing.is_gone:
                continue
            try:
                outcome.done[self._withdraw(uid, standing, is_shared=uid in shared)] += 1
            except _LeftError as left:
                outcome.left.append(f"{titles.get(uid, 'A session')}: {left}")
        if not outcome.left:
            self.memory.forget()

    def _withdraw(self, uid: str, standing: Standing, *, is_shared: bool) -> str:
        found = self.collection.look(file_of(uid), mark=standing.mark)
        is_known = found is None or found.mark == standing.mark
        is_others = not is_known and not self._is_ours(uid, standing, found)
        if is_others and not is_shared and not self.overwrite:
            raise _LeftError(CHANGED)
        stays = is_others and is_shared
        if found and not stays:
            self._delete(uid, mark=found.mark)
        self.memory.note(uid, replace(standing, is_gone=True, under_way=""))
        return "another calendar's" if stays else "taken out"

    def _titles(self) -> dict[str, str]:
        """Return what each entry is called that we meant to be there, and its day."""
        return {entry.uid: _titled(entry) for entry in self.memory.told()}

    def _bring_into_step(self, entry: CalendarEntry) -> str:
        standing = self.memory.entries.get(entry.uid)
        is_off = entry.status == "CANCELLED"
        entry = _raised(entry, standing.raised if standing else 0)
        if standing is None:
            return "not needed" if is_off else self._put(entry, over="", so="new")
        if standing.is_gone:
            return "not needed" if is_off else self._put(entry, over="", so="new")
        found = self.collection.look(file_of(entry.uid), mark=standing.mark)
        if found is None:
            return self._missing(entry, standing)
        if found.mark != standing.mark and not self._is_ours(entry.uid, standing, found):
            if not self.overwrite:
                raise _LeftError(CHANGED)
            return self._put(self._counting_on(entry, found), over=found.mark, so="changed")
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

    def _is_ours(self, uid: str, standing: Standing, found: Entry | None) -> bool:
        """Say whether what is there is what we had begun to put when a run was cut short."""
        if not found or not standing.under_way or _told(found.content) != standing.under_way:
            return False
        self.memory.note(
            uid,
            replace(standing, mark=found.mark, digest=standing.under_way, under_way=""),
        )
        return True

    def _counting_on(self, entry: CalendarEntry, found: Entry) -> CalendarEntry:
        """Return an entry that counts on from what takes its place: a lower count is passed by."""
        raised = max(0, count_in(found.content) + 1 - entry.sequence)
        standing = self.memory.entries[entry.uid]
        self.memory.note(entry.uid, replace(standing, raised=standing.raised + raised))
        return _raised(entry, raised)

    def _put(self, entry: CalendarEntry, *, over: str, so: str) -> str:
        content = kept_entry(entry)
        digest = _digest(content)
        self.memory.begin(entry.uid, digest)
        try:
            mark = self.collection.put(file_of(entry.uid), content, over=over)
        except AlteredError:
            raise _LeftError(ALTERED) from None
        except OvertakenError:
            raise _LeftError(CHANGED if over else IN_THE_WAY) from None
        since = self.today.isoformat() if entry.status == "CANCELLED" else ""
        before = self.memory.entries[entry.uid]
        since = since and (before.off_since or since)
        self.memory.note(entry.uid, Standing(mark, digest, off_since=since, raised=before.raised))
        return so

    def _take_out(self, entry: CalendarEntry, standing: Standing) -> str:
        since = date.fromisoformat(standing.off_since or self.today.isoformat())
        if self.today - since < timedelta(days=KEPT_DAYS):
            if not standing.off_since:
                self.memory.note(entry.uid, replace(standing, off_since=since.isoformat()))
            return "as they were"
        self._delete(entry.uid, mark=standing.mark)
        self.memory.note(entry.uid, replace(standing, is_gone=True))
        return "taken out"

    def _delete(self, uid: str, *, mark: str) -> None:
        try:
            self.collection.delete(file_of(uid), mark=mark)
        except OvertakenError:
            raise _LeftError(CHANGED) from None


class _LeftError(Exception):
    """An entry was left because somebody else changed it."""


def _raised(entry: CalendarEntry, by: int) -> CalendarEntry:
    return replace(entry, sequence=min(entry.sequence + by, MOST_CHANGES))


def _titled(entry: CalendarEntry) -> str:
    return f"{entry.title}, {spoken_day(entry.start.date())}"


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _told(content: bytes) -> str:
    """Return the digest of an entry however its server has written it; empty if it says more."""
    try:
        (entry,) = entries_sent(content)
        ours = kept_entry(entry)
    except (CalendarError, ValueError):
        return ""
    return _digest(ours) if is_as_written(content, ours) else ""
