"""Checks what a plan asks: all that is not known here and nothing else, of whom it concerns."""

from collections.abc import Iterable, Iterator

from scheduler.accepted import accepted_question, is_accepted
from scheduler.degree import Degree
from scheduler.finished import WHOLE, Breach
from scheduler.judged import Judged, Said
from scheduler.plan import Plan, Question
from scheduler.programme import Programme
from scheduler.settling import to_be_settled


def question_breaches(
    programme: Programme, plan: Plan, judged: tuple[Judged, ...]
) -> Iterator[Breach]:
    """Find questions a plan is silent about, made up, or asks of somebody else than it concerns."""
    raised = tuple(_raised(programme, judged))
    accepted = tuple(_accepted(programme, judged))
    yield from _not_asked(plan, judged)
    yield from _not_told(plan, accepted)
    yield from _strange(programme, plan, (*raised, *accepted))
    yield from _lifted(programme, plan, judged)
    held_back = any(question.holds_back for question in plan.questions)
    is_open = held_back or bool(to_be_settled(programme, plan.sessions))
    if plan.final != (plan.possible and not is_open):
        yield _whole("It says it is final although something is open, or the other way round.")


def _whole(says: str) -> Breach:
    return Breach(WHOLE, "", 0, says, "words")


def _not_asked(plan: Plan, judged: tuple[Judged, ...]) -> Iterator[Breach]:
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


def _raised(programme: Programme, judged: tuple[Judged, ...]) -> Iterator[Question]:
    """Give every question that may be asked of these sessions, as a plan asks it."""
    phones = {venue.code: venue.phone for venue in programme.venues}
    for one in judged:
        for said in one.said:
            if said.degree is Degree.UNKNOWN:
                about = _about(one, said)
                yield Question(
                    constraint=said.constraint.name() if said.person is None else "",
                    about=about,
                    asks=said.objection.organiser,
                    phone=phones.get(about, ""),
                )


def _accepted(programme: Programme, judged: tuple[Judged, ...]) -> Iterator[Question]:
    """Give what was decided in writing about the rooms and people of these sessions."""
    used = {one.meeting.venue.code for one in judged}
    used |= {person.code for one in judged for person in one.meeting.there}
    for each in programme.accepted_unknowns:
        if each.about in used:
            yield accepted_question(programme, each)


def _not_told(plan: Plan, accepted: Iterable[Question]) -> Iterator[Breach]:
    """Find what was accepted in writing, and a plan that rests on it does not tell."""
    told = {question.asks for question in plan.questions}
    for question in accepted:
        if question.asks not in told:
            yield _whole(f"It rests on this, and does not tell it: {question.asks}")


def _strange(programme: Programme, plan: Plan, raised: tuple[Question, ...]) -> Iterator[Breach]:
    """Find questions that nothing here raises, or not so: another number, whom, or rule."""
    for question in plan.questions:
        alike = [one for one in raised if (one.asks, one.phone) == (question.asks, question.phone)]
        if not alike:
            ring = f" Ring {question.phone}." if question.phone else ""
            yield _whole(f"Nothing here asks this: {question.asks}{ring}")
        elif all(one.about != question.about for one in alike):
            about = _label(programme, question.about)
            yield _whole(f"This is not about {about}: {question.asks}")
        elif all(_filed(one) != _filed(question) for one in alike):
            yield _whole(f"This is put down to another rule than asks it: {question.asks}")


def _filed(question: Question) -> tuple[str, str]:
    return question.about, question.constraint


def _label(programme: Programme, code: str) -> str:
    labels = {project.code: project.label for project in programme.projects}
    for project in programme.projects:
        labels |= {person.code: person.label for person in programme.group(project)}
    labels |= {venue.code: venue.label for venue in programme.venues}
    return labels.get(code, code or "nobody")


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
