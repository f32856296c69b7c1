"""Which workers have to be asked whether they may be booked as a woman or a man."""

from collections.abc import Iterable, Iterator, Sequence

from scheduler.ahead import Ahead
from scheduler.needed import Needs, needs_of
from scheduler.plan import Task
from scheduler.workers import Worker


def questions_to_workers(needs: Needs, workers: Iterable[Worker]) -> Sequence[tuple[str, Worker]]:
    """Return whom to ask whether they may be asked for as a woman or a man, where nobody said.

    Of those who could meet a need but for that, each with the question.
    """
    found = {
        f"Ask {worker.label} whether they may be asked for as a {need.gender}: nobody has said.": (
            worker
        )
        for worker in workers
        for need in needs
        if need.gender and not worker.gender
        if need.model_copy(update={"gender": ""}).is_met_by(worker)
    }
    return tuple(found.items())


def asked_of_workers(needs: Needs, workers: Sequence[Worker]) -> str:
    """Return whom to ask whether they may be asked for as a woman or a man, where nobody said.

    Of those who could meet a need but for that; empty where there is nobody.
    """
    return "".join(sorted(f" {says}" for says, _ in questions_to_workers(needs, workers)))


def genders_asked(ahead: Ahead) -> Iterator[Task]:
    """Give a task for each worker of whom that is not known, where a session asks for one.

    Also where somebody else is booked: whoever is asked in time can stand in for them.
    """
    programme = ahead.programme
    needs = needs_of(ahead.session, programme.group(ahead.project))
    for says, worker in questions_to_workers(needs, programme.workers):
        yield Task(due=programme.planning_day, what=says, phone=worker.phone)
