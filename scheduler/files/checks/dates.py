"""Days and hours: in order, within the programme, and of this age."""

from collections.abc import Iterator
from datetime import date, datetime

from scheduler.calendars.wall_time import is_skipped
from scheduler.files.checks.walking import leaves, seasons, sessions
from scheduler.files.findings import Finding, Path
from scheduler.programme import Programme, Session
from scheduler.words import Clock, Days, Word

MOST_DAYS = 800
FIRST_YEAR, LAST_YEAR = 2020, 2040
OLDEST, YOUNGEST = 1990, 2100
"""Years that any date may lie in; a timetable or an answer may be older than the programme."""

NOT_TOLD = "is missing: a session {state} needs its day, start and venue; give it"


def horizon_faults(programme: Programme) -> Iterator[Finding]:
    """Find a first and a last day that make no programme."""
    first, last = programme.first_day, programme.last_day
    if not FIRST_YEAR <= first.year <= LAST_YEAR:
        years = f"{FIRST_YEAR} to {LAST_YEAR}"
        yield Finding(("first_day",), str(first), f"is in no year from {years}; correct it")
    if last < first:
        remedy = f"is before the first day {first}; swap them or correct one"
        yield Finding(("last_day",), str(last), remedy)
    elif (last - first).days > MOST_DAYS:
        remedy = f"is more than {MOST_DAYS} days after the first day {first}; plan less at a time"
        yield Finding(("last_day",), str(last), remedy)
    if programme.planned_on and programme.planned_on > last:
        remedy = f"is after the last day {last}; write the day planning is done"
        yield Finding(("planned_on",), str(programme.planned_on), remedy)


def days_outside(programme: Programme) -> Iterator[Finding]:
    """Find days of sessions on which the programme holds none, or wanted although they are past."""
    yield from _days_past(programme)
    horizon = Days(first=programme.first_day, last=max(programme.first_day, programme.last_day))
    for path, session in sessions(programme):
        if session.day and session.day not in horizon:
            remedy = (
                f"is not from {horizon.first} to {horizon.last}; move it, or the programme's days"
            )
            yield Finding((*path, "day"), str(session.day), remedy)
        if session.first_day and session.first_day > horizon.last:
            remedy = f"is after the programme's last day {horizon.last}; correct one"
            yield Finding((*path, "first_day"), str(session.first_day), remedy)
        if session.last_day and session.last_day < horizon.first:
            remedy = f"is before the programme's first day {horizon.first}; correct one"
            yield Finding((*path, "last_day"), str(session.last_day), remedy)


def hours_outside(programme: Programme) -> Iterator[Finding]:
    """Find a day that ends before it begins, and sessions longer than it."""
    window = _minute(programme.latest) - _minute(programme.earliest)
    if window <= 0:
        remedy = f"is not after the earliest hour {programme.earliest}; swap them or correct one"
        yield Finding(("latest",), programme.latest, remedy)
        return
    for path, session in sessions(programme):
        if session.length_minutes > window:
            hours = f"{programme.earliest} to {programme.latest}"
            remedy = f"is longer than the day from {hours}; shorten it, or lengthen the day"
            yield Finding((*path, "length_minutes"), str(session.length_minutes), remedy)


def sessions_half_told(programme: Programme) -> Iterator[Finding]:
    """Find sessions booked or held without when and where, and days against their own limits."""
    for path, session in sessions(programme):
        if session.is_promised:
            yield from _not_told(path, session)
        if session.day and session.first_day and session.day < session.first_day:
            remedy = f"is before the session's first day {session.first_day}; correct one"
            yield Finding((*path, "day"), str(session.day), remedy)
        if session.day and session.last_day and session.day > session.last_day:
            remedy = f"is after the session's last day {session.last_day}; correct one"
            yield Finding((*path, "day"), str(session.day), remedy)
        if session.start and _minute(session.start) + session.length_minutes > _minute("24:00"):
            remedy = "is too late to end that day; begin earlier or shorten the session"
            yield Finding((*path, "start"), session.start, remedy)
        if (
            session.day
            and session.start
            and is_skipped(programme.moment(session.day, session.start))
        ):
            remedy = (
                f"is no time on {session.day}: the clocks go forward past it; begin an hour later"
            )
            yield Finding((*path, "start"), session.start, remedy)


def promises_out_of_order(programme: Programme) -> Iterator[Finding]:
    """Find sessions booked or held on the day of one that comes before them, or on an earlier day.

    A series has one session a day, in order, but for those that share the day of the one before;
    of two such sessions one would lose its date.
    """
    for p, project in enumerate(programme.projects):
        latest: tuple[date, int] | None = None
        for s, session in enumerate(project.sessions):
            if not session.is_promised or session.day is None:
                continue
            if latest and not _may_be_next(session, latest[0]):
                before = f"session {latest[1]}, which is promised for {latest[0]}"
                remedy = f"is not after {before}; correct a day, or put the sessions in order"
                yield Finding(("projects", p, "sessions", s, "day"), str(session.day), remedy)
            latest = max(filter(None, (latest, (session.day, s + 1))))


def first_shares_no_day(programme: Programme) -> Iterator[Finding]:
    """Find first sessions said to be on the day of the one before them, which there is not."""
    for p, project in enumerate(programme.projects):
        if project.sessions[0].same_day:
            remedy = "is for a session that has one before it; leave it out here"
            yield Finding(("projects", p, "sessions", 0, "same_day"), "yes", remedy)


def _may_be_next(session: Session, last: date) -> bool:
    return session.day is not None and (
        session.day > last or (session.same_day and session.day == last)
    )


def ends_before_begins(programme: Programme) -> Iterator[Finding]:
    """Find pairs of days, or of hours, that stand the wrong way round."""
    for path, session in sessions(programme):
        yield from _in_order(path, session, names=("first_day", "last_day"))
    for path, season in seasons(programme):
        yield from _in_order(path, season, names=("begins", "ends"))
        yield from _in_order(path, season, names=("tups_in", "tups_out"))
    for v, venue in enumerate(programme.venues):
        for n, days in enumerate(venue.licensed_days):
            yield from _in_order(("venues", v, "licensed_days", n), days, names=("first", "last"))
    for n, line in enumerate(programme.lines):
        yield from _in_order(("lines", n), line, names=("first_day", "last_day"))


def runs_out_of_order(programme: Programme) -> Iterator[Finding]:
    """Find runs of buses and ferries that arrive before they leave."""
    for n, line in enumerate(programme.lines):
        for way, runs in (("out", line.out), ("back", line.back)):
            for run, (leaves_at, arrives) in enumerate(runs):
                if _minute(arrives) <= _minute(leaves_at):
                    remedy = "arrives before it leaves; correct one of the times"
                    yield Finding(("lines", n, way, run), f"{leaves_at}-{arrives}", remedy)


def days_of_no_age(document: Word) -> Iterator[Finding]:
    """Find days in years that nobody alive plans for."""
    for path, value in leaves(document):
        if isinstance(value, date | datetime) and not OLDEST <= value.year <= YOUNGEST:
            remedy = f"is in no year from {OLDEST} to {YOUNGEST}; correct it"
            yield Finding(path, str(value), remedy)


def moments_without_offset(document: Word) -> Iterator[Finding]:
    """Find dates with a time of which nobody can say on which clock they are."""
    for path, value in leaves(document):
        if isinstance(value, datetime) and value.tzinfo is None:
            remedy = "has no offset; write one such as 2027-05-04T10:00:00+01:00"
            yield Finding(path, value.isoformat(), remedy)


def _days_past(programme: Programme) -> Iterator[Finding]:
    """Find sessions still wanted for days that are past when planning is done."""
    for path, session in sessions(programme):
        name, last = ("day", session.day) if session.day else ("last_day", session.last_day)
        past = programme.planned_on and last and last <= programme.planned_on
        if past and not session.is_promised:
            planned = f"is not after {programme.planned_on}, the day planning is done"
            remedy = f"{planned}; move it, or say that the session was held"
            yield Finding((*path, name), str(last), remedy)


def _not_told(path: Path, session: Session) -> Iterator[Finding]:
    needed = ("day", "start") if session.is_remote else ("day", "start", "venue")
    for name in needed:
        if getattr(session, name) is None:
            yield Finding((*path, name), "", NOT_TOLD.format(state=session.state))


def _in_order(path: Path, word: Word, *, names: tuple[str, str]) -> Iterator[Finding]:
    first, last = (getattr(word, name) for name in names)
    if first is not None and last is not None and last < first:
        remedy = f"is before {names[0]} {first}; swap them or correct one"
        yield Finding((*path, names[1]), str(last), remedy)


def _minute(clock: Clock) -> int:
    hours, minutes = (int(part) for part in clock.split(":"))
    return hours * 60 + minutes
