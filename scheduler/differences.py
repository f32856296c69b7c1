"""What differs for each person between two plans, in sentences."""

from collections import Counter
from collections.abc import Iterator

from scheduler.figures import missed_by, people_of
from scheduler.order import STEP_MINUTES
from scheduler.plan import Outcome, Plan
from scheduler.programme import Programme
from scheduler.sentences import counted, listed


def differences(best: Plan, plan: Plan, programme: Programme) -> Iterator[str]:
    """Give a sentence for each person for whom two plans are not the same."""
    people = people_of(programme)
    before = {(each.person, each.project): each for each in best.people}
    was, put = _put_to_it(best), _put_to_it(plan)
    for now in plan.people:
        key = (now.person, now.project)
        told = [*changes_for(before[key], now)]
        if put[key] != was[key]:
            sessions = counted(put[key], "session")
            against = "although something speaks against it or is not known"
            told.append(f"comes to {sessions} {against}, instead of {was[key]}")
        if told:
            yield f"{people[now.person].label} {listed(told)}."


def _put_to_it(plan: Plan) -> Counter[tuple[str, str]]:
    """Return at how many sessions each person comes though something speaks against it."""
    return Counter(
        (coming.person, chosen.project)
        for chosen in plan.sessions
        for coming in chosen.coming
        if coming.if_need_be or not coming.sure
    )


def changes_for(before: Outcome, now: Outcome) -> Iterator[str]:
    """Give what is different for one person between two plans, without their name."""
    if missed_by(now) != missed_by(before):
        yield f"misses {counted(missed_by(now), 'session')} instead of {missed_by(before)}"
    if now.stands_down != before.stands_down:
        down = counted(now.stands_down, "place")
        yield f"leaves {down} to others instead of {before.stands_down}"
    # Whoever comes to none has no journey, rather than one of which nobody knows how long it is.
    both = before.able and now.able
    if both and _is_another_journey(before.worst_minutes, now.worst_minutes):
        yield _journey(before.worst_minutes, now.worst_minutes)


def _journey(before: int | None, now: int | None) -> str:
    """Say how long somebody's longest journey is, and how long it was."""
    if now is None:
        return f"has a journey whose length is not known, where the longest was {before} minutes"
    if before is None:
        return f"travels {now} minutes at most, where the length of a journey was not known"
    return f"travels {now} minutes at most instead of {before} minutes"


def _is_another_journey(before: int | None, now: int | None) -> bool:
    """Say whether a longest journey differs by a quarter of an hour or more, or is not known."""
    if before is None or now is None:
        return before is not now
    return abs(before - now) >= STEP_MINUTES
