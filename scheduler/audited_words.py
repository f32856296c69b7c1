"""Checks what a plan says of itself.

What is missing, what is asked, what it means for each person.
"""

from collections import Counter
from collections.abc import Iterator

from scheduler.audited_questions import question_breaches
from scheduler.finished import WHOLE, Breach
from scheduler.judged import Judged
from scheduler.outcomes import outcomes_of, without_date
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme, Project
from scheduler.unmet import Unplaced


def word_breaches(programme: Programme, plan: Plan, judged: tuple[Judged, ...]) -> Iterator[Breach]:
    """Find sessions, questions and people the plan is silent or wrong about."""
    yield from _unplaced_breaches(programme, plan)
    yield from question_breaches(programme, plan, judged)
    yield from _outcome_breaches(programme, plan)


def _whole(says: str) -> Breach:
    return Breach(WHOLE, "", 0, says, "words")


def _unplaced_breaches(programme: Programme, plan: Plan) -> Iterator[Breach]:
    missing = tuple(without_date(programme, plan.sessions))
    if sorted(map(_session, plan.unplaced)) != sorted(map(_session, missing)):
        yield _whole("The sessions it says have no date are not those that have none.")
    if plan.programme != programme.name:
        yield _whole(f"The programme is called {programme.name}, not {plan.programme}.")
    if plan.possible and (plan.conflicts or plan.in_the_way):
        yield _whole("It says why it is not possible although it is.")
    if plan.possible == any(one.required for one in missing):
        yield _whole(
            "It says it is possible although a required session has no date, "
            "or the other way round."
        )


def _session(one: Unplaced) -> tuple[str, int, bool, str]:
    """Return which session has no date, in the words every plan says it in."""
    return one.project, one.number, one.required, f"{one.reason.partition('. ')[0].rstrip('.')}."


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
    for (project, person), many in Counter((o.project, o.person) for o in plan.people).items():
        if many > 1:
            says = f"What it means for {labels.get(person, person)} is told more than once."
            yield Breach(WHOLE, project, 0, says, "words")
    for project, person in told:
        says = f"{labels.get(person, person)} is not in the group."
        yield Breach(WHOLE, project, 0, says, "people")


def _of(plan: Plan, project: Project) -> tuple[Chosen, ...]:
    return tuple(chosen for chosen in plan.sessions if chosen.project == project.code)
