"""The whole plan in words: what was chosen for every project, and how sure it is."""

from collections.abc import Iterator, Sequence

from scheduler.certificate import certificate_for
from scheduler.choosing import Pick
from scheduler.explain import conflicts_of
from scheduler.gap import with_best_put
from scheduler.halves import regroupings
from scheduler.levels import Known, levels_of
from scheduler.money.costs import costs_of
from scheduler.order import Standing, Value
from scheduler.partial import Part
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.progress import Told
from scheduler.settling import to_be_settled
from scheduler.solved import Solved
from scheduler.standoffs import in_the_way
from scheduler.written import (
    Said,
    accepted_questions,
    chosen_session,
    outcomes,
    questions,
    said_of,
)


def values_of(
    programme: Programme, solved: Sequence[Solved]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return what some projects' sessions come to, level by level."""
    tallies = tuple(pick.tally() for one in solved for pick in one.picks)
    return Standing(programme, tallies).values()


def whole_plan(
    programme: Programme,
    told: Told,
    solved: Sequence[Solved],
    *,
    alone: Sequence[Solved],
    best_put: Value | None,
) -> Plan:
    """Return the plan of what was chosen; see `scheduler.planner.written_and_checked`."""
    picks = [pick for one in solved for pick in one.picks]
    said = [[(pick, said_of(one.desk, pick)) for pick in one.picks] for one in solved]
    asked = [q for one, own in zip(solved, said, strict=True) for q in questions(one.desk, own)]
    parts = tuple(_parts(told, solved, alone, said))
    sessions = tuple(chosen for part in parts for chosen in part.sessions)
    unplaced = tuple(one for part in parts for one in part.unplaced())
    possible = not any(one.required for one in unplaced)
    is_open = any(q.holds_back for q in asked) or bool(to_be_settled(programme, sessions))
    proven = min((one.proven for one in alone), default=0)
    each = values_of(programme, alone)
    best = with_best_put(each, best_put)
    known = Known(min(proven, len(best)), alone[0].bound if len(alone) == 1 else ())
    best = (*best, *each[len(best) :])
    order = levels_of(programme, values_of(programme, solved), best, known=known)
    return Plan(
        programme=programme.name,
        possible=possible,
        final=possible and not is_open,
        order=order,
        sessions=sessions,
        people=tuple(o for part in parts for o in outcomes(part.desk, part.sessions)),
        unplaced=unplaced,
        questions=(*asked, *accepted_questions(programme, picks)),
        obstacles=tuple(obstacle for part in parts for obstacle in part.obstacles),
        in_the_way=tuple(in_the_way(solved, alone)),
        conflicts=tuple(part.conflict for part in parts if part.conflict is not None),
        left_out=tuple(one for part in parts for one in part.left_out()),
        regroupings=regroupings(programme),
        costs=costs_of(programme, sessions),
        certificate=certificate_for(
            programme, [one.desk for one in alone], proven=all(level.proven for level in order)
        ),
    )


def _parts(
    told: Told,
    solved: Sequence[Solved],
    alone: Sequence[Solved],
    said: Sequence[Sequence[tuple[Pick, Said]]],
) -> Iterator[Part]:
    """Go through the projects as far as they are planned, in words, and why no further."""
    short = [one.desk for one in solved if one.is_short]
    held = {
        one.desk.project.code: tuple(chosen_session(one.desk, *each) for each in own)
        for one, own in zip(solved, said, strict=True)
    }
    conflicts = conflicts_of(short, told, held)
    clashes = {conflict.project: conflict for conflict in conflicts}
    for one, by_itself in zip(solved, alone, strict=True):
        yield Part(
            desk=one.desk,
            picks=one.picks,
            sessions=held[one.desk.project.code],
            obstacles=by_itself.obstacles,
            conflict=clashes.get(one.desk.project.code),
            leaves_out=one.leaves_out,
        )
