"""Checks a finished plan against its programme.

Knowing only what each constraint says for itself.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from scheduler.audited_absence import left_behind, needless_absences
from scheduler.audited_candidates import looked_at_breaches
from scheduler.audited_people import people_breaches
from scheduler.audited_proof import proof_breaches
from scheduler.audited_short import short_breaches
from scheduler.audited_texts import text_breaches
from scheduler.audited_words import word_breaches
from scheduler.constraint import Registry
from scheduler.files.programmes import fingerprint
from scheduler.finished import WHOLE, Breach, Finished, Kind, Meeting
from scheduler.grid import end_of
from scheduler.in_force import Rules, in_force
from scheduler.judged import Judged, judge
from scheduler.money.audited import cost_breaches
from scheduler.money.budgets import reach_breaches
from scheduler.order import Standing
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme
from scheduler.reviewed import broken_promises, reviewed, sentences_of
from scheduler.sentences import counted
from scheduler.shared import elsewhere, ties_of_all
from scheduler.spoken_days import spoken_day
from scheduler.succession import is_in_order
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
    rules = {p.code: in_force(constraints, programme, p) for p in programme.projects}
    finished = Finished.of(programme, plan, rules)
    judged = judge(finished.meetings, rules)
    return (
        *_made_from(programme, plan),
        *(breach for meeting in finished.meetings for breach in _shape(meeting)),
        *_in_order(finished),
        *_listed(programme, plan),
        *_people(plan, judged, ties_of_all(rules)),
        *needless_absences(plan, judged, ties_of_all(rules)),
        *left_behind(judged, ties_of_all(rules)),
        *reviewed(finished, rules),
        *_promises(finished, rules),
        *word_breaches(programme, plan, judged),
        *short_breaches(programme, plan, rules),
        *_recounted(programme, plan, judged),
        *cost_breaches(programme, plan),
        *reach_breaches(finished, plan, rules),
        *proof_breaches(programme, plan, rules),
        *looked_at_breaches(programme, plan),
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
        yield from _strangers(chosen, programme, {p.code for p in programme.group(project)})
        yield from _strange_workers(chosen, {worker.code for worker in programme.workers})


def _named(chosen: Chosen) -> list[str]:
    return [*(c.person for c in chosen.there), *(a.person for a in chosen.absent)]


def _strangers(chosen: Chosen, programme: Programme, group: set[str]) -> Iterator[Breach]:
    labels = {person.code: person.label for person in programme.people}
    for code in dict.fromkeys(_named(chosen)):
        if code not in group:
            yield _breach(chosen, f"{labels.get(code, code)} is not in the group.", "people")


def _strange_workers(chosen: Chosen, known: set[str]) -> Iterator[Breach]:
    for code in dict.fromkeys(chosen.workers):
        if code not in known:
            yield _breach(chosen, f"The programme has no worker {code}.")


def _listed(programme: Programme, plan: Plan) -> Iterator[Breach]:
    """Find people and workers listed twice, and people of whom nothing is said."""
    groups = {project.code: programme.group(project) for project in programme.projects}
    for chosen in plan.sessions:
        named = _named(chosen)
        for person in groups[chosen.project]:
            if named.count(person.code) > 1:
                yield _breach(chosen, f"{person.label} is listed more than once.", "people")
            if person.code not in named:
                says = f"Nothing is said of {person.label}: nobody is left out without a line."
                yield _breach(chosen, says, "people")
        for worker in programme.workers:
            if chosen.workers.count(worker.code) > 1:
                says = f"The worker {worker.label} is listed more than once."
                yield _breach(chosen, says, "people")


def _breach(chosen: Chosen, says: str, kind: Kind = "rule") -> Breach:
    return Breach(WHOLE, chosen.project, chosen.number, says, kind)


def _made_from(programme: Programme, plan: Plan) -> Iterator[Breach]:
    if plan.certificate.programme != fingerprint(programme):
        yield Breach(
            WHOLE,
            "",
            0,
            "This plan was made from another programme, or from an earlier state of it.",
            "proof",
        )


def _shape(meeting: Meeting) -> Iterator[Breach]:
    """Find a session that is not what was wished for: length, dates, hours, venue."""
    programme, session = meeting.programme, meeting.session
    if session.is_promised and _is_moved(meeting):
        yield _fault(meeting, _moved(meeting))
        return
    if meeting.end != end_of(meeting.start, session):
        yield _fault(meeting, _length(meeting))
    first, last = programme.days_for(session)
    if not first <= meeting.day <= last:
        yield _fault(meeting, f"{spoken_day(meeting.day)} is outside the days it may be held.")
    if session.start and meeting.start != programme.moment(meeting.day, session.start):
        yield _fault(meeting, f"It has to start at {session.start}.")
    if not session.start and not _within_hours(meeting):
        yield _fault(meeting, f"It is not between {programme.earliest} and {programme.latest}.")
    if meeting.venue not in programme.venues_for(meeting.project, session):
        yield _fault(meeting, f"It may not be held at {meeting.venue.label}.")


def _length(meeting: Meeting) -> str:
    """Say how long a session lasts, and how long it was asked to last."""
    asked = meeting.session.length_minutes
    found = (meeting.end - meeting.start) // timedelta(minutes=1)
    lasts = counted(found, "minute")
    return f"It lasts {lasts}, not the {counted(asked, 'minute')} that the programme asks for."


def _is_moved(meeting: Meeting) -> bool:
    """Say whether a session booked or held stands elsewhere than it was promised."""
    session = meeting.session
    is_there = session.is_remote or meeting.venue.code == session.venue
    return not is_there or meeting.day != session.day or f"{meeting.start:%H:%M}" != session.start


def _moved(meeting: Meeting) -> str:
    session, venues = meeting.session, meeting.programme.venues
    room = "".join(f", {venue.label}" for venue in venues if venue.code == session.venue)
    promised = f"{spoken_day(session.day)} at {session.start}{room}" if session.day else ""
    now = f"{spoken_day(meeting.day)} at {meeting.start:%H:%M}, {meeting.venue.label}"
    return (
        f"It is {session.state} for {promised}, and the plan has it on {now}. What was promised is "
        "never moved: to move it, change it in the programme first, then plan again."
    )


def _within_hours(meeting: Meeting) -> bool:
    programme = meeting.programme
    opens = programme.moment(meeting.day, programme.earliest)
    closes = programme.moment(meeting.day, programme.latest)
    return opens <= meeting.start and meeting.end <= closes


def _fault(meeting: Meeting, says: str) -> Breach:
    return Breach(WHOLE, meeting.project.code, meeting.number, says)


def _in_order(finished: Finished) -> Iterator[Breach]:
    for earlier, later in pairwise(finished.meetings):
        if earlier.project == later.project and not is_in_order(earlier, later):
            yield _fault(later, "It does not come after the session before it.")


def _promises(finished: Finished, rules: dict[str, Rules]) -> Iterator[Breach]:
    """Find sessions of which the plan does not say truly what was promised against a rule."""
    broken = broken_promises(finished, rules)
    for chosen in finished.plan.sessions:
        expected = sentences_of(broken, chosen.project, chosen.number)
        if sorted(expected) != sorted(chosen.breaks):
            says = "What the plan says it breaks as promised is not what it breaks."
            yield _breach(chosen, says, "words")


def _recounted(programme: Programme, plan: Plan, judged: tuple[Judged, ...]) -> Iterator[Breach]:
    counted = Standing(programme, tuple(one.tally() for one in judged)).values()
    told = tuple((level.name, level.value) for level in plan.order)
    for (name, value), (said_name, said) in zip(counted, told, strict=False):
        if (name, value) != (said_name, said):
            again = f"counted again it is {_spoken(value)}"
            says = f"{said_name}: the plan says {_spoken(said)}, {again}."
            yield Breach(WHOLE, "", 0, says, "figures")
    if len(counted) != len(told):
        says = f"The plan tells {len(told)} levels of {len(counted)}."
        yield Breach(WHOLE, "", 0, says, "figures")


def _spoken(value: tuple[int, ...]) -> str:
    return ", ".join(map(str, value))
