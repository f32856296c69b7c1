"""Money for a whole project: how much there is, and whether a plan tells truly what is left."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from scheduler.finished import WHOLE, Breach, Finished, Meeting
from scheduler.in_force import Rules
from scheduler.money.bill import Reach, SessionCosts
from scheduler.money.heads import Prices
from scheduler.money.lines import TAXI
from scheduler.money.unpriced import lines_of, unpriced
from scheduler.people import Person
from scheduler.plan import Plan
from scheduler.programme import Programme, Project, Session
from scheduler.sentences import pounds
from scheduler.ties import Total, ties_of
from scheduler.way import Way
from scheduler.workers import Worker


def budgets_of(rules: Rules) -> Iterator[tuple[Total, int]]:
    """Give the totals everything in a project draws on, with how much there is."""
    for tie in ties_of(rules).totals:
        most = tie.at_most(None) if tie.with_session and not tie.each else None
        if most is not None:
            yield tie, most


def all_budgets_of(rules: Rules) -> Iterator[tuple[Total, int]]:
    """Give the totals a whole project draws on, for everything or for taxis, and how much it is."""
    for tie in ties_of(rules).totals:
        most = tie.at_most(None) if not tie.each else None
        if most is not None:
            yield tie, most


def what_for(tie: Total) -> Literal["everything", "taxis"]:
    """Return what the money of a total is for."""
    return "everything" if tie.with_session else "taxis"


def most_for(rules: Rules) -> int | None:
    """Return how much there is for everything in a project; None where there is no limit."""
    return min((most for _, most in budgets_of(rules)), default=None)


def is_within(rules: Rules, project: Project, pence: Mapping[int, int]) -> bool:
    """Say whether what sessions cost, by number, is within the money for the project.

    What promised sessions cost is spent; the others have what is left.
    """
    most = most_for(rules)
    promised = {n for n, session in enumerate(project.sessions, 1) if session.is_promised}
    spent = sum(cost for number, cost in pence.items() if number in promised)
    return most is None or sum(pence.values()) - spent <= max(0, most - spent)


def left_of(most: int, pence: int, what: str = "everything", *, unknown: str = "") -> str:
    """Return what there is, and what the plan leaves of it, in a sentence.

    Parameters
    ----------
    unknown
        Of what nobody has said what it costs: the sum is then the least that is used.
    """
    used = f"at least {pounds(pence)}, {unknown} not known," if unknown else pounds(pence)
    spent = f"There is {pounds(most)} for {what} in this project. Of it {used} is used"
    if pence > most:
        least = "at least " if unknown else ""
        more = f"{least}{pounds(pence - most)} more than there is"
        return f"{spent}: {more}, for what was promised."
    most_left = "at most " if unknown else ""
    return f"{spent}, and {most_left}{pounds(most - pence)} is left."


def unpriced_of(sessions: Iterable[SessionCosts], project: str, what: str) -> str:
    """Return of what nobody has said what it costs that draws on some money for a project."""
    own = lines_of(one for one in sessions if one.project == project)
    return unpriced(line for line in own if what == "everything" or line.what == TAXI)


def reach_breaches(finished: Finished, plan: Plan, rules: Mapping[str, Rules]) -> Iterator[Breach]:
    """Find money for projects of which the plan tells something else than its costs come to.

    What the money kept from happening is found by planning again: only that something is said of
    it, and nothing twice.
    """
    told = Counter((one.project, one.what, one.most_pence) for one in plan.costs.reaches)
    there = {
        (code, what_for(tie), most): tie
        for code, own in rules.items()
        for tie, most in all_budgets_of(own)
    }
    for code, what, most in told:
        if (code, what, most) not in there:
            says = f"It tells of {pounds(most)} for a project that has no such money."
            yield Breach(WHOLE, code, 0, says, "figures")
    for (code, what, most), tie in there.items():
        pence = _used(finished, plan, code, tie)
        own = [
            one
            for one in plan.costs.reaches
            if (one.project, one.what, one.most_pence) == (code, what, most)
        ]
        unknown = unpriced_of(plan.costs.sessions, code, what)
        left = left_of(most, pence, what, unknown=unknown)
        if len(own) != 1 or not _is_told(own[0], left, pence):
            says = "What it tells of the money for the project is not what its sessions cost."
            yield Breach(WHOLE, code, 0, says, "figures")


def taxis_told(
    tie: Total,
    programme: Programme,
    session: Session,
    *,
    coming: Iterable[tuple[Person, Way]],
    team: Iterable[Worker],
) -> int:
    """Return what a session draws on money for taxis, each taxi with its own price, in pence.

    What may be spent is counted so that it never comes to more (`fetching.hired_for`).
    """
    hires = sum(worker.session_pence or 0 for worker in team if worker.is_vehicle)
    people = tuple(coming)
    prices = Prices(programme, session, dict.fromkeys((p.code for p, _ in people), 0))
    return hires + sum(tie.draws(person, way, prices) for person, way in people)


def _is_told(reach: Reach, left: str, pence: int) -> bool:
    """Say whether what is told of money begins with what is left and goes on, nothing twice."""
    once = len({*reach.says}) == len(reach.says)
    return reach.pence == pence and once and reach.says[:1] == (left,) and len(reach.says) > 1


def _used(finished: Finished, plan: Plan, code: str, tie: Total) -> int:
    """Return what the sessions of a project draw on a total."""
    if tie.with_session:
        return sum(one.pence for one in plan.costs.sessions if one.project == code)
    own = [meeting for meeting in finished.meetings if meeting.project.code == code]
    return sum(_taxis_of(meeting, tie) for meeting in own)


def _taxis_of(meeting: Meeting, tie: Total) -> int:
    coming = ((person, meeting.way(person)) for person in meeting.coming)
    team = [w for w in meeting.programme.workers if w.code in meeting.workers]
    return taxis_told(tie, meeting.programme, meeting.session, coming=coming, team=team)
