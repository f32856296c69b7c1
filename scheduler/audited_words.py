"""Checks what a plan says of itself.

What is missing, what is asked, what it means for each person.
"""

from collections.abc import Iterator

from scheduler.accepted import is_accepted
from scheduler.degree import Degree
from scheduler.finished import WHOLE, Breach
from scheduler.judged import Judged, Said
from scheduler.plan import Plan
from scheduler.programme import Programme


def word_breaches(programme: Programme, plan: Plan, judged: tuple[Judged, ...]) -> Iterator[Breach]:
    """Find sessions, questions and people the plan is silent or wrong about."""
    yield from _unplaced_breaches(programme, plan)
    yield from _question_breaches(programme, plan, judged)
    yield from _outcome_breaches(programme, plan)


def _whole(says: str) -> Breach:
    return Breach(WHOLE, "", 0, says)


def _unplaced_breaches(programme: Programme, plan: Plan) -> Iterator[Breach]:
    held = {(chosen.project, chosen.number) for chosen in plan.sessions}
    told = {(one.project, one.number): one.required for one in plan.unplaced}
    missing = {
        (project.code, number): session.required
        for project in programme.projects
        for number, session in enumerate(project.sessions, 1)
        if (project.code, number) not in held
    }
    if told != missing:
        yield _whole("The sessions it says have no date are not those that have none.")
    if plan.possible == any(missing.values()):
        yield _whole(
            "It says it is possible although a required session has no date, "
            "or the other way round."
        )


def _question_breaches(
    programme: Programme, plan: Plan, judged: tuple[Judged, ...]
) -> Iterator[Breach]:
    asked = {question.asks for question in plan.questions}
    for one in judged:
        here = {None, *one.meeting.coming}
        for said in one.said:
            if (
                said.degree is Degree.UNKNOWN
                and said.person in here
                and said.objection.organiser not in asked
            ):
                code, number = one.meeting.project.code, one.meeting.number
                yield Breach(WHOLE, code, number, f"Not asked: {said.objection.organiser}")
    yield from _lifted(programme, plan, judged)
    held_back = any(question.holds_back for question in plan.questions)
    if plan.final != (plan.possible and not held_back):
        yield _whole("It says it is final although something is open, or the other way round.")


def _lifted(programme: Programme, plan: Plan, judged: tuple[Judged, ...]) -> Iterator[Breach]:
    """Find questions said to hold nothing back although nobody accepted them in writing."""
    lifted = {question.asks for question in plan.questions if not question.holds_back}
    for one in judged:
        for said in one.said:
            asks, about = said.objection.organiser, _about(one, said)
            unknown = said.degree is Degree.UNKNOWN and asks in lifted
            if unknown and not is_accepted(programme, said.constraint.name(), about=about):
                code, number = one.meeting.project.code, one.meeting.number
                yield Breach(WHOLE, code, number, f"Nobody accepted this in writing: {asks}")


def _about(judged: Judged, said: Said) -> str:
    """Return whom to ask: the venue where it reads one, else the person or the group."""
    if "venue" in said.constraint.asks_for():
        return judged.meeting.venue.code
    return said.person.code if said.person else judged.meeting.project.code


def _outcome_breaches(programme: Programme, plan: Plan) -> Iterator[Breach]:
    told = {(one.project, one.person): (one.able, one.stands_down) for one in plan.people}
    for project in programme.projects:
        sessions = [chosen for chosen in plan.sessions if chosen.project == project.code]
        for person in programme.group(project):
            able = sum(person.code in {c.person for c in chosen.coming} for chosen in sessions)
            down = sum(
                absent.stands_down
                for chosen in sessions
                for absent in chosen.absent
                if absent.person == person.code
            )
            if told.get((project.code, person.code)) != (able, down):
                counts = f"comes to {able} and stands down from {down}"
                says = f"{person.label} {counts}; the plan says otherwise."
                yield Breach(WHOLE, project.code, 0, says)
