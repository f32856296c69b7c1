"""Checks what a plan says of itself.

What is missing, what is asked, what it means for each person.
"""

from collections.abc import Iterator

from scheduler.accepted import accepted_question, is_accepted
from scheduler.degree import Degree
from scheduler.finished import WHOLE, Breach
from scheduler.judged import Judged, Said
from scheduler.outcomes import outcomes_of, without_date
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme, Project
from scheduler.settling import to_be_settled
from scheduler.unmet import Unplaced


def word_breaches(programme: Programme, plan: Plan, judged: tuple[Judged, ...]) -> Iterator[Breach]:
    """Find sessions, questions and people the plan is silent or wrong about."""
    yield from _unplaced_breaches(programme, plan)
    yield from _question_breaches(programme, plan, judged)
    yield from _outcome_breaches(programme, plan)


def _whole(says: str) -> Breach:
    return Breach(WHOLE, "", 0, says, "words")


def _unplaced_breaches(programme: Programme, plan: Plan) -> Iterator[Breach]:
    missing = tuple(without_date(programme, plan.sessions))
    if sorted(map(_session, plan.unplaced)) != sorted(map(_session, missing)):
        yield _whole("The sessions it says have no date are not those that have none.")
    if plan.programme != programme.name:
        yield _whole(f"The programme is called {programme.name}, not {plan.programme}.")
    if plan.possible and plan.conflicts:
        yield _whole("It says why it is not possible although it is.")
    if plan.possible == any(one.required for one in missing):
        yield _whole(
            "It says it is possible although a required session has no date, "
            "or the other way round."
        )


def _session(one: Unplaced) -> tuple[str, int, bool, str]:
    """Return which session has no date, in the words every plan says it in."""
    return one.project, one.number, one.required, f"{one.reason.partition('. ')[0].rstrip('.')}."


def _question_breaches(
    programme: Programme, plan: Plan, judged: tuple[Judged, ...]
) -> Iterator[Breach]:
    asked = {question.asks for question in plan.questions}
    for one in judged:
        here = {None, *one.meeting.there}
        for said in one.said:
            if (
                said.degree is Degree.UNKNOWN
                and (said.person in here or said.is_for_all)
                and said.objection.organiser not in asked
            ):
                code, number = one.meeting.project.code, one.meeting.number
                says = f"Not asked: {said.objection.organiser}"
                yield Breach(WHOLE, code, number, says, "words")
    yield from _strange_questions(programme, plan, judged)
    yield from _lifted(programme, plan, judged)
    held_back = any(question.holds_back for question in plan.questions)
    is_open = held_back or bool(to_be_settled(programme, plan.sessions))
    if plan.final != (plan.possible and not is_open):
        yield _whole("It says it is final although something is open, or the other way round.")


def _strange_questions(
    programme: Programme, plan: Plan, judged: tuple[Judged, ...]
) -> Iterator[Breach]:
    """Find questions that nothing here raises, and those with another number to ring."""
    phones = {venue.code: venue.phone for venue in programme.venues}
    raised = {
        (said.objection.organiser, phones.get(_about(one, said), ""))
        for one in judged
        for said in one.said
        if said.degree is Degree.UNKNOWN
    }
    accepted = (accepted_question(programme, each) for each in programme.accepted_unknowns)
    raised |= {(question.asks, question.phone) for question in accepted}
    for question in plan.questions:
        if (question.asks, question.phone) not in raised:
            ring = f" Ring {question.phone}." if question.phone else ""
            yield _whole(f"Nothing here asks this: {question.asks}{ring}")


def _lifted(programme: Programme, plan: Plan, judged: tuple[Judged, ...]) -> Iterator[Breach]:
    """Find questions said to hold nothing back although nobody accepted them in writing."""
    lifted = {question.asks for question in plan.questions if not question.holds_back}
    for one in judged:
        for said in one.said:
            asks, about = said.objection.organiser, _about(one, said)
            unknown = said.degree is Degree.UNKNOWN and asks in lifted
            if unknown and not is_accepted(programme, said.constraint.name(), about=about):
                code, number = one.meeting.project.code, one.meeting.number
                says = f"Nobody accepted this in writing: {asks}"
                yield Breach(WHOLE, code, number, says)


def _about(judged: Judged, said: Said) -> str:
    """Return whom to ask: the venue where it reads one, else the person or the group."""
    if said.constraint.asks_the_venue():
        return judged.meeting.venue.code
    return said.person.code if said.person else judged.meeting.project.code


def _outcome_breaches(programme: Programme, plan: Plan) -> Iterator[Breach]:
    told = {(one.project, one.person): one for one in plan.people}
    expected = [
        one
        for project in programme.projects
        for one in outcomes_of(programme, project, _of(plan, project))
    ]
    for one in expected:
        said = told.pop((one.project, one.person), None)
        if said != one:
            says = f"{one.line} The plan says otherwise."
            yield Breach(WHOLE, one.project, 0, says, "words")
    labels = {person.code: person.label for person in programme.people}
    for project, person in told:
        says = f"{labels.get(person, person)} is not in the group."
        yield Breach(WHOLE, project, 0, says, "people")


def _of(plan: Plan, project: Project) -> tuple[Chosen, ...]:
    return tuple(chosen for chosen in plan.sessions if chosen.project == project.code)
