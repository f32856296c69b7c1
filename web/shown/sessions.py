"""The sessions of a plan: when, where, who comes, who cannot and why, what to do, what it costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scheduler.overdue import is_overdue
from scheduler.plan import Absent, Chosen, Coming, Plan, WayTaken
from scheduler.programme import Programme
from scheduler.sentences import listed
from scheduler.spoken_days import spoken_day
from web.month import Held
from web.names import Names
from web.shown.attendance import attendance
from web.shown.sums import known_sum
from web.shown.tasks import ShownTask, shown_task
from web.shown.taxis import shown_taxis
from web.wording import hours, minutes, say, when


@dataclass(frozen=True)
class Journey:
    """How somebody gets to a session and home."""

    name: str
    by: str
    out: str
    back: str
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class ShownSession:
    """One session as the organiser reads it."""

    anchor: str
    project: str
    heading: str
    day: str
    when: str
    venue: str
    address: str
    phone: str
    counted: str
    come: str
    """Who surely comes, by name."""
    expected: str
    """Who would come if it counted; empty where it does."""
    unsure: str
    """Who else comes, if what is not known yet allows it."""
    cannot: tuple[tuple[str, str], ...]
    """Who cannot come, with what may be said of it."""
    away: tuple[tuple[str, str], ...]
    """Who could come and stays away, with why."""
    stand_down: str
    workers: str
    taxis: tuple[str, ...]
    """Who comes by taxi, what that costs and who pays ahead."""
    notes: tuple[str, ...]
    tasks: tuple[ShownTask, ...]
    cost: str
    journeys: tuple[Journey, ...]
    held: Held
    """The same session as it stands in its month."""


def shown_sessions(
    programme: Programme, plan: Plan, *, today: date = date.min
) -> tuple[ShownSession, ...]:
    """Return every session of a plan, by date.

    Parameters
    ----------
    today
        The day it is read, for marking what should have been done; left out, nothing is marked.
    """
    telling = _Telling(programme, plan, Names.of(programme), today)
    ordered = sorted(plan.sessions, key=lambda each: (each.start, each.project, each.number))
    return tuple(map(telling.session, ordered))


def undated(programme: Programme, plan: Plan) -> str:
    """Return in a sentence which sessions have no date yet; empty where all have one."""
    telling = _Telling(programme, plan, Names.of(programme))
    every = [telling.called(one.project, one.number) for one in plan.unplaced]
    if not every:
        return ""
    says = listed(every)
    if len(every) == 1:
        return say("plan.month_undated", sessions=says)
    return say("plan.months_undated", sessions=says)


@dataclass(frozen=True)
class _Telling:
    """A programme's words for what a plan says by code."""

    programme: Programme
    plan: Plan
    names: Names
    today: date = date.min

    def session(self, chosen: Chosen) -> ShownSession:
        venue = self.names.venues[chosen.venue]
        anchor = f"session-{chosen.project}-{chosen.number}"
        start, end = (m.astimezone(self.programme.tz) for m in (chosen.start, chosen.end))
        down = [each for each in chosen.absent if each.stands_down]
        return ShownSession(
            anchor=anchor,
            project=chosen.project,
            heading=self._heading(chosen),
            day=spoken_day(start.date()),
            when=when(start, end),
            venue=venue.label,
            address=venue.address,
            phone=venue.phone,
            counted=attendance(chosen),
            come=listed([self.names.person(each.person) for each in chosen.coming if each.sure]),
            expected=listed([self.names.person(each.person) for each in chosen.expected]),
            unsure=listed([self.names.person(c.person) for c in chosen.coming if not c.sure]),
            cannot=tuple(
                self._absence(each)
                for each in chosen.absent
                if not (each.stands_down or each.stays_away)
            ),
            away=tuple(self._absence(each) for each in chosen.absent if each.stays_away),
            stand_down=listed([self.names.person(each.person) for each in down]),
            workers=listed([self._worker(code) for code in chosen.workers]),
            taxis=shown_taxis(self.programme, chosen),
            notes=chosen.notes,
            tasks=tuple(self._tasks(chosen)),
            cost=known_sum(self.plan, (chosen,)),
            journeys=tuple(self._journeys(chosen)),
            held=Held(
                start.date(),
                self.called(chosen.project, chosen.number),
                hours(start, end),
                venue.label,
                f"#{anchor}",
            ),
        )

    def _tasks(self, chosen: Chosen) -> Iterator[ShownTask]:
        for task in sorted(chosen.tasks, key=lambda task: task.due):
            yield shown_task(task, late=is_overdue(task, chosen, self.today))

    def _heading(self, chosen: Chosen) -> str:
        title = self.names.projects[chosen.project].sessions[chosen.number - 1].title
        name = "session.titled" if title else "session.untitled"
        return say(name, number=chosen.number, title=title)

    def called(self, code: str, number: int) -> str:
        """Return how a session is called where there is little room."""
        if len(self.programme.projects) == 1:
            return say("session.untitled", number=number)
        project = self.names.project(code)
        return say("session.of_group", project=project, number=number)

    def _absence(self, absent: Absent) -> tuple[str, str]:
        reasons = absent.stays_away or " ".join(absent.reasons) or say("session.no_reason")
        return self.names.person(absent.person), reasons

    def _worker(self, code: str) -> str:
        worker = self.names.workers[code]
        return say("session.worker", name=worker.label, role=listed(worker.roles))

    def _journeys(self, chosen: Chosen) -> Iterator[Journey]:
        for coming in chosen.there:
            way = coming.way
            yield Journey(
                self.names.person(coming.person),
                way.by,
                minutes(way.out_minutes),
                minutes(way.back_minutes),
                (*self._lifts(coming.way), *_remarks(coming)),
            )

    def _lifts(self, way: WayTaken) -> Iterator[str]:
        if way.driver:
            yield say("session.driven", name=self.names.person(way.driver))
        if way.drives:
            driven = listed([self.names.person(code) for code in way.drives])
            yield say("session.drives", names=driven)


def _remarks(coming: Coming) -> Iterator[str]:
    if coming.way.estimated:
        yield say("session.estimated")
    if coming.way.told:
        yield coming.way.told
        yield say("session.by_timetable", name=coming.way.source)
    yield from coming.if_need_be
    yield from coming.unsure_because
