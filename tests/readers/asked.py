"""What every reader is asked of our calendars before a release."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from scheduler.calendars.feeds import date_stays, project_feed
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.plain import plain
from scheduler.calendars.replies.answer import STANDINGS
from scheduler.calendars.replies.matching import Invited, decided
from scheduler.calendars.replies.reading import read_message
from scheduler.spoken_days import spoken_day
from tests.readers.readers import Read
from tests.scheduler.calendars import test_many_words as words
from tests.scheduler.calendars.lives import TWO_ROOMS, a_life
from tests.scheduler.calendars.replies.written_replies import CALENDARS, mailed
from tests.scheduler.calendars.sessions import CLOCK, TEAM, a_session

Reads = Callable[[bytes], list[Read]]
FIRST, LAST = 2025, 2040
INVITED = Invited(CALENDARS)
HOURS = (time(0, 30), time(1, 30), time(9), time(23, 30))


def asked_of(reads: Reads, *, but: date | None = None) -> Iterator[tuple[str, bool]]:
    """Ask a reader about hours and words.

    Parameters
    ----------
    but
        A day on which the reader's own clock is wrong, whatever file it reads.
    """
    left_out = f", but {spoken_day(but)}, when its own clock is wrong" if but else ""
    yield f"four times a day from {FIRST} to {LAST}{left_out}", _reads_the_hours(reads, but)
    yield f"{words.TEXTS} texts in many scripts", _reads_the_words(reads)


def asked_of_a_calendar(
    reads: Reads, method: Callable[[bytes], str], *, but: date | None = None
) -> Iterator[tuple[str, bool]]:
    """Ask a whole calendar program: about messages and the life of a session as well."""
    yield from asked_of(reads, but=but)
    guests, organisers = list(_guests_life()), list(_organisers_life())
    stays = date_stays(a_session(), organiser=TEAM).content
    kinds = [method(content) for content in (*guests, organisers[0], stays)]
    meant = [*["REQUEST"] * 4, "CANCEL", "PUBLISH", "DECLINECOUNTER"]
    yield "what a message is for", kinds == meant
    yield "a guest's session, one entry", _counts(reads, guests) == [0, 1, 2, 2, 3]
    yield (
        "the organiser's session, one entry, 0 to 4",
        _counts(reads, organisers) == [0, 1, 2, 3, 4],
    )


def asked_to_answer(answer: Callable[[bytes, str], bytes]) -> Iterator[tuple[str, bool]]:
    """Ask a calendar program for its own answers, and read them as the facilitator would."""
    (invitation,) = CALENDARS.invitations("P-01")
    told = [mailed(answer(invitation.content, says)) for says in STANDINGS]
    read = [decided(read_message(1, each), INVITED, now=datetime.now(UTC)) for each in told]
    found = [
        (each.outcome, each.answer.says, each.answer.seat)
        for (each,) in read
        if each.answer is not None
    ]
    meant = [("used", says, ("P-01", "well", 1)) for says in STANDINGS.values()]
    yield "its own yes, perhaps and no to an invitation", found == meant


def _reads_the_hours(reads: Reads, but: date | None) -> bool:
    # A year at a time: some programs grow slow over very long files.
    return all(_reads_the_year(reads, year, but) for year in range(FIRST, LAST + 1))


def _reads_the_year(reads: Reads, year: int, but: date | None) -> bool:
    first = date(year, 1, 1)
    days = [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]
    starts = [datetime.combine(day, hour, CLOCK) for day in days for hour in HOURS]
    every = (a_session(number, start=start) for number, start in enumerate(starts))
    sessions = [
        s for s in every if but not in {m.astimezone(CLOCK).date() for m in (s.start, s.end)}
    ]
    read = reads(project_feed(sessions, name="Hours", organiser=TEAM))
    return {r.uid: (r.start, r.end) for r in read} == {
        s.uid: (s.start.astimezone(UTC), s.end.astimezone(UTC)) for s in sessions
    }


def _reads_the_words(reads: Reads) -> bool:
    read = [(s.uid, s.summary, s.description, s.location) for s in reads(words.content())]
    return read == [
        (s.uid, plain(s.title), words.told(s), plain(s.place)) for s in words.sessions()
    ]


def _guests_life() -> Iterator[bytes]:
    """Give the messages to somebody who stays, about January's session."""
    sent: dict[str, bytes] = {}
    for _, plan in a_life():
        calendars = PlanCalendars(TWO_ROOMS, plan, sent)
        for invitation in calendars.invitations("P-01"):
            if invitation.entry.start.month == 1:
                yield invitation.content
        sent.update([calendars.of(Reader("person", "P-01"))])


def _organisers_life() -> Iterator[bytes]:
    organiser, sent = Reader("organiser"), dict[str, bytes]()
    for _, plan in a_life():
        calendars = PlanCalendars(TWO_ROOMS, plan, sent)
        written = calendars.of(organiser)
        sent.update([written, *calendars.beside(organiser)])
        yield written[1]


def _counts(reads: Reads, life: list[bytes]) -> list[int]:
    """Return how January's session counts its changes; nothing where it is not one, or goes on."""
    seen = [next(each for each in reads(content) if each.start.month == 1) for content in life]
    is_one = all(one.uid == other.uid for one, other in pairwise(seen))
    return [each.sequence for each in seen] if is_one and seen[-1].status == "CANCELLED" else []
