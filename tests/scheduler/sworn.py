"""Lets a plan that was tampered with tell the truth about itself again.

So that one fault stands alone.
"""

from constraints import registry
from scheduler.degree import Degree
from scheduler.files.programmes import fingerprint
from scheduler.finished import Finished
from scheduler.in_force import in_force
from scheduler.judged import Judged, judge
from scheduler.order import Standing
from scheduler.plan import Chosen, Level, Outcome, Plan, Question
from scheduler.programme import Programme
from scheduler.written import way_taken


def sworn(programme: Programme, plan: Plan) -> Plan:
    """Return a plan with every count, way, question and price told as it now is."""
    told = plan.model_copy(update={"sessions": _with_ways(programme, plan)})
    judged = _judged(programme, told)
    prices = {(one.meeting.project.code, one.meeting.number): one.pence for one in judged}
    questions = tuple(question for one in judged for question in _questions(one))
    values = Standing(programme, tuple(one.tally() for one in judged)).values()
    certificate = plan.certificate.model_copy(update={"programme": fingerprint(programme)})
    return told.model_copy(
        update={
            "sessions": tuple(
                chosen.model_copy(update={"pence": prices[chosen.project, chosen.number]})
                for chosen in told.sessions
            ),
            "order": tuple(Level(name=n, value=v, bound=(), proven=False) for n, v in values),
            "people": _outcomes(programme, told),
            "questions": questions,
            "final": told.possible and not questions,
            "certificate": certificate,
        }
    )


def _judged(programme: Programme, plan: Plan) -> tuple[Judged, ...]:
    rules = {each.code: in_force(registry(), programme, each) for each in programme.projects}
    return judge(Finished.of(programme, plan).meetings, rules)


def _with_ways(programme: Programme, plan: Plan) -> tuple[Chosen, ...]:
    meetings = {
        (one.meeting.project.code, one.meeting.number): one for one in _judged(programme, plan)
    }
    return tuple(
        _with_way(chosen, meetings[chosen.project, chosen.number]) for chosen in plan.sessions
    )


def _with_way(chosen: Chosen, judged: Judged) -> Chosen:
    people = {person.code: person for person in judged.meeting.group}
    coming = (
        each.model_copy(
            update={
                "way": way_taken(judged.meeting.way(people[each.person])),
                "sure": judged.is_sure(people[each.person]),
            }
        )
        for each in chosen.coming
    )
    return chosen.model_copy(update={"coming": tuple(coming)})


def _questions(judged: Judged) -> tuple[Question, ...]:
    here = {None, *judged.meeting.coming}
    return tuple(
        Question(constraint=said.constraint.name(), about="", asks=said.objection.organiser)
        for said in judged.said
        if said.degree is Degree.UNKNOWN and said.person in here
    )


def _outcomes(programme: Programme, plan: Plan) -> tuple[Outcome, ...]:
    return tuple(
        _outcome(plan, project.code, person.code)
        for project in programme.projects
        for person in programme.group(project)
    )


def _outcome(plan: Plan, project: str, person: str) -> Outcome:
    sessions = [chosen for chosen in plan.sessions if chosen.project == project]
    absent = [each for chosen in sessions for each in chosen.absent if each.person == person]
    coming = [each for chosen in sessions for each in chosen.coming if each.person == person]
    return Outcome(
        person=person,
        project=project,
        wanted=len(sessions),
        able=len(coming),
        stands_down=sum(each.stands_down for each in absent),
    )
