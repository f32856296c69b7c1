"""Checks a finished plan against its programme.

Knowing only what each constraint says for itself.
"""

from collections.abc import Iterator
from itertools import pairwise

from scheduler.audited_people import people_breaches
from scheduler.audited_proof import proof_breaches
from scheduler.audited_texts import text_breaches
from scheduler.audited_words import word_breaches
from scheduler.constraint import Registry
from scheduler.files.programmes import fingerprint
from scheduler.finished import WHOLE, Breach, Finished, Meeting
from scheduler.grid import end_of
from scheduler.in_force import Rules, in_force
from scheduler.judged import Judged, judge
from scheduler.order import Standing
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme
from scheduler.shared import elsewhere, ties_of_all
from scheduler.spoken_days import spoken_day
from scheduler.ties import Ties
from scheduler.venues import BY_PHONE, ONLINE


def audit(programme: Programme, plan: Plan, constraints: Registry) -> tuple[Breach, ...]:
    """Return everything in a plan that must not stand; nothing where it is sound.

    It asks every constraint's `check` and `review` again and counts everything anew; it knows no
    screen, no ties and no solver.
    """
    unknown = tuple(_unknown(programme, plan))
    if unknown:
        return unknown
    finished = Finished.of(programme, plan)
    rules = {p.code: in_force(constraints, programme, p) for p in programme.projects}
    judged = judge(finished.meetings, rules)
    return (
        *_made_from(programme, plan),
        *(breach for meeting in finished.meetings for breach in _shape(meeting)),
        *_in_order(finished),
        *_people(plan, judged, ties_of_all(rules)),
        *_reviewed(finished, rules),
        *word_breaches(programme, plan, judged),
        *_recounted(programme, plan, judged),
        *proof_breaches(programme, plan, rules),
    )


def _people(plan: Plan, judged: tuple[Judged, ...], ties: Ties) -> Iterator[Breach]:
    meetings = tuple(one.meeting for one in judged)
    for one in judged:
        away = elsewhere(one.meeting, meetings, ties)
        chosen = _chosen(plan, one.meeting)
        yield from people_breaches(one, chosen, away)
        yield from text_breaches(one, chosen, away)


def _chosen(plan: Plan, meeting: Meeting) -> Chosen:
    chosen = plan.session(meeting.project.code, meeting.number)
    assert chosen is not None  # noqa: S101 - the meeting was made from it
    return chosen


def _unknown(programme: Programme, plan: Plan) -> Iterator[Breach]:
    """Find names the programme does not have, and sessions planned twice."""
    projects = {project.code: project for project in programme.projects}
    venues = {venue.code for venue in (*programme.venues, ONLINE, BY_PHONE)}
    seen: set[tuple[str, int]] = set()
    for chosen in plan.sessions:
        project = projects.get(chosen.project)
        if project is None or not 1 <= chosen.number <= len(project.sessions):
            yield _breach(chosen, "The programme has no such session.")
            continue
        if (chosen.project, chosen.number) in seen:
            yield _breach(chosen, "This session is planned twice.")
        seen.add((chosen.project, chosen.number))
        if chosen.venue not in venues:
            yield _breach(chosen, f"The programme has no venue {chosen.venue}.")
        yield from _strangers(chosen, {person.code for person in programme.group(project)})
        yield from _strange_workers(chosen, {worker.code for worker in programme.workers})


def _strangers(chosen: Chosen, group: set[str]) -> Iterator[Breach]:
    named = [*(c.person for c in chosen.coming), *(a.person for a in chosen.absent)]
    for code in named:
        if code not in group:
            yield _breach(chosen, f"{code} is not in the group.")
    for code in sorted({code for code in named if named.count(code) > 1}):
        yield _breach(chosen, f"{code} is listed more than once.")
    for code in sorted(group - set(named)):
        yield _breach(chosen, f"Nothing is said of {code}: nobody is left out without a line.")


def _strange_workers(chosen: Chosen, known: set[str]) -> Iterator[Breach]:
    for code in dict.fromkeys(chosen.workers):
        if code not in known:
            yield _breach(chosen, f"The programme has no worker {code}.")
        if chosen.workers.count(code) > 1:
            yield _breach(chosen, f"The worker {code} is listed more than once.")


def _breach(chosen: Chosen, says: str) -> Breach:
    return Breach(WHOLE, chosen.project, chosen.number, says)


def _made_from(programme: Programme, plan: Plan) -> Iterator[Breach]:
    if plan.certificate.programme != fingerprint(programme):
        yield Breach(
            WHOLE,
            "",
            0,
            "This plan was made from another programme, or from an earlier state of it.",
        )


def _shape(meeting: Meeting) -> Iterator[Breach]:
    """Find a session that is not what was wished for: length, dates, hours, venue."""
    programme, session = meeting.programme, meeting.session
    if meeting.end != end_of(meeting.start, session):
        yield _fault(meeting, f"It does not last {session.length_minutes} minutes.")
    first = session.day or session.first_day or programme.first_day
    last = session.day or session.last_day or programme.last_day
    if not max(first, programme.first_day) <= meeting.day <= min(last, programme.last_day):
        yield _fault(meeting, f"{spoken_day(meeting.day)} is outside the days it may be held.")
    if session.start and meeting.start != programme.moment(meeting.day, session.start):
        yield _fault(meeting, f"It has to start at {session.start}.")
    if not session.start and not _within_hours(meeting):
        yield _fault(meeting, f"It is not between {programme.earliest} and {programme.latest}.")
    if meeting.venue not in programme.venues_for(meeting.project, session):
        yield _fault(meeting, f"It may not be held at {meeting.venue.label}.")


def _within_hours(meeting: Meeting) -> bool:
    programme = meeting.programme
    opens = programme.moment(meeting.day, programme.earliest)
    closes = programme.moment(meeting.day, programme.latest)
    return opens <= meeting.start and meeting.end <= closes


def _fault(meeting: Meeting, says: str) -> Breach:
    return Breach(WHOLE, meeting.project.code, meeting.number, says)


def _in_order(finished: Finished) -> Iterator[Breach]:
    for earlier, later in pairwise(finished.meetings):
        if earlier.project == later.project and later.day <= earlier.day:
            yield _fault(later, "It does not come after the session before it.")


def _reviewed(finished: Finished, rules: dict[str, Rules]) -> Iterator[Breach]:
    """Let every constraint review the plan.

    Each project's sessions with that project's settings.
    """
    heard: dict[tuple[str, str], tuple[Breach, ...]] = {}
    for code, own in rules.items():
        for rule in own:
            # Set alike, it says the same whichever project it is set for.
            key = (rule.name(), repr(rule))
            if key not in heard:
                heard[key] = tuple(dict.fromkeys(rule.review(finished)))
            yield from (breach for breach in heard[key] if breach.project == code)


def _recounted(programme: Programme, plan: Plan, judged: tuple[Judged, ...]) -> Iterator[Breach]:
    counted = Standing(programme, tuple(one.tally() for one in judged)).values()
    told = tuple((level.name, level.value) for level in plan.order)
    for (name, value), (said_name, said) in zip(counted, told, strict=False):
        if (name, value) != (said_name, said):
            yield Breach(
                WHOLE, "", 0, f"{said_name}: the plan says {said}, counted again it is {value}."
            )
    if len(counted) != len(told):
        yield Breach(WHOLE, "", 0, f"The plan tells {len(told)} levels of {len(counted)}.")
