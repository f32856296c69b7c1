"""Why not that day and that room? Every constraint is asked about it.

And about what it would change.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from scheduler.answers import WhyNot, overall
from scheduler.asked_about import named, nearest_session
from scheduler.calendars.wall_time import is_skipped
from scheduler.compared import Compared
from scheduler.constraint import Registry
from scheduler.degree import Degree
from scheduler.finished import Finished, Meeting
from scheduler.grid import end_of
from scheduler.in_force import Rules, in_force
from scheduler.judged import Judged
from scheduler.needed import on_duty
from scheduler.order import Standing
from scheduler.plan import Plan
from scheduler.private import each_once
from scheduler.programme import Programme, Project
from scheduler.shared import elsewhere, ties_of_all
from scheduler.spoken_against import absences, reservations, staying_away
from scheduler.spoken_days import spoken_day, spoken_days
from scheduler.staffing import team_for
from scheduler.standing_down import companies, most_surely_come
from scheduler.staying_away import who_stays_away
from scheduler.succession import is_in_order
from scheduler.totals import spent
from scheduler.travel import every_travel
from scheduler.venues import Venue


@dataclass(frozen=True, eq=False)
class _Asked:
    """One question: a session of a plan at another time or place."""

    finished: Finished
    project: Project
    every_rule: Mapping[str, Rules]
    """The rules of each project, by code."""
    number: int
    start: datetime

    @property
    def rules(self) -> Rules:
        """The rules of its project."""
        return self.every_rule[self.project.code]

    @property
    def instead(self) -> str:
        """Say which session of the plan it would be in place of."""
        chosen = self.finished.plan.session(self.project.code, self.number)
        if chosen is None:
            return f"This would be session {self.number}, which has no date in the plan."
        day = spoken_day(chosen.start.astimezone(self.finished.programme.tz).date())
        return f"This would be instead of session {self.number} ({day})."

    def at(self, venue: Venue) -> WhyNot:
        """Answer for one venue."""
        if any(self._is_held(meeting, venue) for meeting in self.finished.meetings):
            return WhyNot(f"The plan holds session {self.number} then and there.")
        return replace(self._against(venue), instead=self.instead)

    def _against(self, venue: Venue) -> WhyNot:
        everybody = Judged(self._everybody(venue), self.rules)
        closed = self._closed(everybody)
        if closed is not None:
            return closed
        judged = self._best(everybody)
        found = self._too_few(judged) or self._out_of_step(judged)
        return found or self._unpaid(judged) or self._worse(judged)

    def _is_held(self, meeting: Meeting, venue: Venue) -> bool:
        """Say whether a session of the plan is the very one asked about."""
        is_own = self._is_asked_about(meeting)
        return is_own and meeting.start == self.start and meeting.venue.code == venue.code

    def _is_asked_about(self, meeting: Meeting) -> bool:
        return meeting.project == self.project and meeting.number == self.number

    def _best(self, everybody: Judged) -> Judged:
        """Return the session with those standing down who cost the series least."""
        tried = list(self._companies(everybody))
        allowed = [one for one in tried if not self._forbids(one)]
        if not allowed:
            return most_surely_come(tried)
        return min(allowed, key=lambda one: self._with(one).values())

    def _companies(self, everybody: Judged) -> Iterator[Judged]:
        """Go through who could come, everybody by their own best way first."""
        meeting = everybody.meeting
        at = meeting.programme, meeting.project, meeting.session
        for travel in every_travel(*at, rules=self.rules):
            going = everybody.if_travelling(travel, meeting.coming)
            for company in companies(going, self._away(going)) if going.everybody_travels else ():
                one = going.with_company(*company)
                if travel.set_out <= {person.code for person in one.meeting.coming}:
                    yield one

    def _away(self, everybody: Judged) -> frozenset[str]:
        """Return who could come but would not: at another group's session, or as agreed."""
        meeting, ties = everybody.meeting, ties_of_all({"": self.rules})
        away = elsewhere(meeting, self.finished.meetings, ties)
        others = [judged.meeting for judged in self._others]
        here = (p for p in meeting.group if p.code not in away and everybody.is_able(p))
        return away | who_stays_away(meeting, tuple(here), others=others, ties=ties)

    def _everybody(self, venue: Venue) -> Meeting:
        session = self.project.sessions[self.number - 1]
        group = self.finished.programme.group(self.project)
        end = end_of(self.start, session)
        team = team_for(
            self.finished.programme, session, group, time=(self.start, end), venue=venue
        )
        return Meeting(
            programme=self.finished.programme,
            project=self.project,
            session=session.model_copy(update={"state": "wanted"}),
            number=self.number,
            start=self.start,
            end=end,
            venue=venue,
            group=group,
            coming=group,
            present=group,
            workers=tuple(worker.code for worker in team or ()),
            earlier=None,
            rules=self.rules,
        )

    @cached_property
    def _others(self) -> list[Judged]:
        own = (m for m in self.finished.meetings if m.project == self.project)
        return [Judged(m, self.rules) for m in own if not self._is_asked_about(m)]

    def _forbids(self, judged: Judged) -> list[str]:
        """Return what the rules about company forbid."""
        meeting = judged.meeting
        together = [rule for rule in self.rules if "present" in rule.asks_for()]
        said = [
            rule.check(**arguments)
            for rule in together
            for _, arguments in meeting.cases(rule.asks_for())
        ]
        return [o.organiser for o in said if o is not None and o.degree >= Degree.NEVER]

    def _closed(self, judged: Judged) -> WhyNot | None:
        closers = [
            one.objection.organiser
            for one in judged.said
            if one.degree is Degree.RIGHT or (one.degree is Degree.NEVER and one.person is None)
        ]
        reasons = each_once([*closers, *self._taken(judged.meeting)])
        return WhyNot(f"It cannot be held there then: {reasons[0]}", reasons) if reasons else None

    def _taken(self, meeting: Meeting) -> Iterator[str]:
        """Say where another group's session already has the room."""
        for other in self.finished.meetings:
            same_room = other.venue.code == meeting.venue.code and not meeting.venue.is_remote
            if same_room and other.project != meeting.project and _overlap(meeting, other):
                yield f"{meeting.venue.label} is taken by another group's session then."

    def _too_few(self, judged: Judged) -> WhyNot | None:
        forbids = self._forbids(judged)
        if not forbids:
            return None
        says = f"The right people could not be there: {forbids[0]}"
        return WhyNot(says, (*forbids, *absences(judged), *staying_away(judged)))

    def _out_of_step(self, judged: Judged) -> WhyNot | None:
        """Say where it would stand too near to the sessions before and after it.

        Or too far from them.
        """
        series = self._series(judged.meeting)
        at = [meeting.number for meeting in series].index(self.number)
        for earlier, later in zip(
            series[max(0, at - 1) :], series[max(0, at - 1) + 1 : at + 2], strict=False
        ):
            says = _refused(earlier, later, self.rules)
            if says:
                return WhyNot(f"It would not fit with the other sessions: {says}", (says,))
        return None

    def _unpaid(self, judged: Judged) -> WhyNot | None:
        """Say where the whole series would cost more than there is for the project."""
        by_name = {rule.name(): rule for rule in self.rules}
        ties = (t for t in ties_of_all({"": self.rules}).totals if t.with_session)
        for one in spent(self._series(judged.meeting), ties):
            if one.is_too_much:
                asked = {"total": one.total}
                said = by_name[one.purse.tie.constraint].check(**asked)
                reasons = (said.organiser,) if said else ()
                return WhyNot("The money for the project does not reach for it.", reasons)
        return None

    def _series(self, meeting: Meeting) -> list[Meeting]:
        others = (
            m
            for m in self.finished.meetings
            if m.project == self.project and m.number != self.number
        )
        return sorted((*others, meeting), key=lambda m: m.number)

    def _worse(self, judged: Judged) -> WhyNot:
        """Compare the plan with the same plan in which this one session is held then and there."""
        now = (m for m in self.finished.meetings if self._is_asked_about(m))
        before = self._with(*(Judged(meeting, self.rules) for meeting in now))
        against = (*absences(judged), *staying_away(judged), *reservations(judged))
        first = Compared(before, self._with(judged), self.project).difference()
        if first is None:
            return WhyNot("This would be just as good; the plan takes the earlier date.", against)
        if not first.is_worse:
            return WhyNot(
                "This session alone would be better then, but the series as a whole would not.",
                against,
            )
        return WhyNot(f"It could be held, but the plan is better. {first.says}", against)

    def _with(self, *asked: Judged) -> Standing:
        """Return the whole plan with the session asked about held in some way."""
        tallies = (one.tally() for one in (*self._of_others, *self._others, *asked))
        return Standing(self.finished.programme, tuple(tallies))

    @cached_property
    def _of_others(self) -> list[Judged]:
        """The sessions of other groups."""
        others = (m for m in self.finished.meetings if m.project != self.project)
        return [Judged(m, self.every_rule[m.project.code]) for m in others]


def why_not(  # noqa: PLR0913 - the contract names all six
    programme: Programme,
    plan: Plan,
    constraints: Registry,
    *,
    project: str,
    start: datetime,
    venue: str | None = None,
) -> WhyNot:
    """Return why a session of a project is not held then and there.

    Raises
    ------
    ValueError
        If the programme has no such project or venue, or the start is outside its days, or is
        an hour that the clock skips.
    """
    group = named(programme.projects, project, "project")
    moment = (
        start.replace(tzinfo=programme.tz)
        if start.tzinfo is None
        else start.astimezone(programme.tz)
    )
    if not programme.first_day <= moment.date() <= programme.last_day:
        runs = spoken_days(programme.first_day, programme.last_day)
        msg = f"{spoken_day(moment.date())} is outside the programme, which runs {runs}."
        raise ValueError(msg)
    if is_skipped(moment):
        msg = (
            f"{moment:%H:%M} is no time on {spoken_day(moment.date())}: the clocks go forward then."
        )
        raise ValueError(msg)
    rules = {each.code: in_force(constraints, programme, each) for each in programme.projects}
    finished = Finished.of(programme, plan, rules)
    asked = _Asked(finished, group, rules, nearest_session(plan, group, moment), moment)
    places = programme.venues_for(
        group, group.sessions[asked.number - 1].model_copy(update={"venue": None})
    )
    if venue is not None:
        return asked.at(named(places, venue, "venue"))
    answers = tuple((place.code, asked.at(place)) for place in places)
    return replace(overall(answers, moment), instead=asked.instead)


def _overlap(one: Meeting, other: Meeting) -> bool:
    """Say whether two sessions need a room at once, set-up and clear-up included."""
    (begin, end), (other_begin, other_end) = (
        on_duty(meeting.session, meeting.start, end=meeting.end) for meeting in (one, other)
    )
    return begin < other_end and other_begin < end


def _refused(earlier: Meeting, later: Meeting, rules: Rules) -> str:
    if not is_in_order(earlier, later):
        return f"Session {later.number} has to come after session {earlier.number}."
    tied = replace(later, earlier=earlier)
    for rule in rules:
        if "earlier" in rule.asks_for():
            for _, arguments in tied.cases(rule.asks_for()):
                objection = rule.check(**arguments)
                if objection is not None and objection.degree >= Degree.NEVER:
                    return objection.organiser
    return ""
