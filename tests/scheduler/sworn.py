"""Lets a plan that was tampered with tell the truth about itself again.

So that one fault stands alone.
"""

from collections.abc import Iterator

from constraints import registry
from scheduler.ahead import Ahead
from scheduler.audited_proof import FOUND
from scheduler.degree import Degree
from scheduler.files.programmes import fingerprint
from scheduler.finished import Finished
from scheduler.grid import grid_for
from scheduler.halves import regroupings
from scheduler.in_force import in_force
from scheduler.judged import Judged, Said, judge
from scheduler.money.costs import costs_of
from scheduler.order import Standing
from scheduler.outcomes import is_left_out, outcomes_of, why_left_out
from scheduler.people import Person
from scheduler.plan import Certificate, Chosen, Coming, Level, Plan, Question
from scheduler.programme import Programme, Project
from scheduler.put_first import decisions
from scheduler.tasks import tasks_of
from scheduler.unmet import LeftOut
from scheduler.way_taken import way_taken


def sworn(programme: Programme, plan: Plan) -> Plan:
    """Return a plan with every count, way, sentence, question and price told as it now is."""
    told = plan.model_copy(update={"sessions": _with_ways(programme, plan)})
    judged = _judged(programme, told)
    questions = tuple(question for one in judged for question in _questions(one))
    values = Standing(programme, tuple(one.tally() for one in judged)).values()
    sessions = tuple(_told(plan.session(*_key(one)), one) for one in judged)
    return told.model_copy(
        update={
            "programme": programme.name,
            "sessions": sessions,
            "order": tuple(Level(name=n, value=v, bound=(), proven=False) for n, v in values),
            "people": tuple(
                outcome
                for project in programme.projects
                for outcome in outcomes_of(programme, project, _of(sessions, project))
            ),
            "questions": questions,
            "left_out": tuple(_left_out(programme, sessions)),
            "regroupings": regroupings(programme),
            "costs": costs_of(programme, sessions),
            "final": told.possible and not questions,
            "certificate": _certificate(programme, plan),
        }
    )


def _left_out(programme: Programme, sessions: tuple[Chosen, ...]) -> Iterator[LeftOut]:
    for project in programme.projects:
        own = _of(sessions, project)
        for person in programme.group(project):
            if is_left_out(person, own):
                code, reason = person.code, why_left_out(person, own)
                yield LeftOut(project=project.code, person=code, reason=reason, remedy="Ask.")


def _certificate(programme: Programme, plan: Plan) -> Certificate:
    rules = in_force(registry(), programme, programme.projects[0])
    settings = {rule.name(): rule.settings() for rule in rules}
    grids = (grid_for(programme, own, wish) for own in programme.projects for wish in own.sessions)
    looked_at = sum(len(grid.starts) * len(grid.venues) for grid in grids)
    made_from = {
        "candidates": looked_at,
        "open_candidates": min(looked_at, plan.certificate.open_candidates),
        "programme": fingerprint(programme),
        "settings": settings,
        "put_first": decisions(programme),
    }
    how = {"method": FOUND, "ended_by": "work limit"}
    return plan.certificate.model_copy(update={**made_from, **how})


def _key(judged: Judged) -> tuple[str, int]:
    return judged.meeting.project.code, judged.meeting.number


def _of(sessions: tuple[Chosen, ...], project: Project) -> tuple[Chosen, ...]:
    return tuple(chosen for chosen in sessions if chosen.project == project.code)


def _judged(programme: Programme, plan: Plan) -> tuple[Judged, ...]:
    rules = {each.code: in_force(registry(), programme, each) for each in programme.projects}
    return judge(Finished.of(programme, plan, rules).meetings, rules)


def _with_ways(programme: Programme, plan: Plan) -> tuple[Chosen, ...]:
    """Say of everybody who comes how, and whether that is sure: it decides who is counted on."""
    meetings = {_key(one): one for one in _judged(programme, plan)}
    return tuple(
        chosen.model_copy(
            update={
                "coming": tuple(
                    _coming(each, meetings[chosen.project, chosen.number]) for each in chosen.coming
                )
            }
        )
        for chosen in plan.sessions
    )


def _told(chosen: Chosen | None, judged: Judged) -> Chosen:
    """Return a session with its sentences as the rules have them now."""
    assert chosen is not None
    meeting = judged.meeting
    team = {worker.code: worker for worker in meeting.programme.workers}
    coming = tuple(_coming(each, judged) for each in chosen.coming)
    ahead = Ahead(
        programme=meeting.programme,
        project=meeting.project,
        session=meeting.session,
        venue=meeting.venue,
        start=meeting.start,
        end=meeting.end,
        coming=coming,
        rules=judged.rules,
    )
    absent = (
        one.model_copy(update={"reasons": _said(judged, one.person, Degree.NEVER)})
        for one in chosen.absent
    )
    return chosen.model_copy(
        update={
            "coming": coming,
            "absent": tuple(absent),
            "notes": tuple(
                said.objection.organiser
                for said in judged.said
                if said.person is None
                and (
                    said.degree is Degree.AVOID
                    or (said.degree is not Degree.UNKNOWN and meeting.session.is_promised)
                )
            ),
            "tasks": tasks_of(ahead, tuple(team[code] for code in chosen.workers if code in team)),
            "title": meeting.session.title,
            "pence": judged.pence,
        }
    )


def _coming(coming: Coming, judged: Judged) -> Coming:
    person = next(each for each in judged.meeting.group if each.code == coming.person)
    return coming.model_copy(
        update={
            "way": way_taken(judged.meeting.way(person)),
            "sure": judged.is_sure(person),
            "if_need_be": _beside(judged, person, Degree.AVOID),
            "unsure_because": _beside(judged, person, Degree.UNKNOWN),
        }
    )


def _beside(judged: Judged, person: Person, degree: Degree) -> tuple[str, ...]:
    said = (one for one in judged.about(person) if one.degree is degree)
    return tuple(dict.fromkeys(one.beside for one in said if one.beside))


def _said(judged: Judged, person: str, degree: Degree) -> tuple[str, ...]:
    return tuple(
        said.objection.organiser
        for said in judged.said
        if said.person is not None and said.person.code == person and said.degree is degree
    )


def _questions(judged: Judged) -> tuple[Question, ...]:
    here = {None, *judged.meeting.coming}
    venue = judged.meeting.venue
    return tuple(
        Question(
            constraint=said.constraint.name() if said.person is None else "",
            about=_about(judged, said),
            asks=said.objection.organiser,
            phone=venue.phone if said.constraint.asks_the_venue() else "",
        )
        for said in judged.said
        if said.degree is Degree.UNKNOWN and said.person in here
    )


def _about(judged: Judged, said: Said) -> str:
    if said.constraint.asks_the_venue():
        return judged.meeting.venue.code
    return said.person.code if said.person else judged.meeting.project.code
