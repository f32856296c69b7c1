"""Replanning: what need not change stays, nobody pays too much, and everybody is told."""

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction

import pytest

from constraints import registry
from scheduler.brute_force import Series, every_series
from scheduler.figures import missed_by
from scheduler.order import wanted
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme
from scheduler.replan import replan
from scheduler.replanned import Replanned
from scheduler.words import Days
from tests.random_projects import a_project
from tests.scheduler.summer import (
    SESSION,
    away,
    dates,
    fortnight,
    planned,
    set_to,
    two_apart,
    two_groups,
    with_person,
    with_project,
    with_venue,
)

JUNE = tuple(range(7, 21))
"""The days of the fortnight, Monday 7 to Sunday 20 June 2027."""
WEEK_APART = set_to("spacing", {"least_days": 7}, fortnight(SESSION, SESSION))
UNA_AWAY = with_person("una", WEEK_APART, times=away("Friday 18 June 2027"))


def open_on(programme: Programme, *days: int) -> Programme:
    """Return a programme with only some days of June left."""
    shut = (programme.first_day.replace(day=day) for day in JUNE if day not in days)
    return programme.model_copy(
        update={"dates_to_avoid": tuple(Days(first=d, last=d) for d in shut)}
    )


def replanned(before: Programme, after: Programme) -> Replanned:
    """Return what becomes of the plan of a programme when it changes."""
    return replan(after, planned(before), registry())


def kinds(found: Replanned) -> tuple[str, ...]:
    """Return what becomes of each session."""
    return tuple(change.kind for change in found.sessions)


# What need not change stays.


def test_nothing_changes_where_nothing_has_to() -> None:
    found = replanned(WEEK_APART, WEEK_APART)

    told = (found.plan, kinds(found), found.to_tell, found.worse, found.fewest)
    assert told == (planned(WEEK_APART), ("kept", "kept"), (), (), True)


def test_a_plan_that_is_no_longer_the_best_stays_where_it_can() -> None:
    """Earlier days come free: a plan made anew would take them, one that is kept does not."""
    before = open_on(WEEK_APART, 10, 17)

    found = replanned(before, WEEK_APART)

    assert dates(found.plan) == dates(planned(before)) != dates(planned(WEEK_APART))


def test_a_lost_venue_moves_no_session_to_another_day_where_a_room_is_left() -> None:
    second = planned(WEEK_APART).sessions[1]
    day = second.start.date()
    after = with_venue(second.venue, WEEK_APART, closed=(Days(first=day, last=day),))

    found = replanned(WEEK_APART, after)

    assert (kinds(found), found.fewest) == (("kept", "other hour or venue"), True)
    assert found.plan.sessions[1].start == second.start


# Under a floor.


def test_the_floor_is_kept_at_the_cost_of_one_more_move() -> None:
    """Counted by hand.

    From Tuesday 8 and Thursday 17 June the Thursday is lost. One move, to Friday 18, would cost Una
    one of her two sessions, and Monday 14 is too near Tuesday 8. Nobody misses anything on Monday 7
    and Monday 14, which moves both.
    """
    before = open_on(UNA_AWAY, 8, 14, 17, 18)

    found = replanned(before, open_on(UNA_AWAY, 7, 8, 14, 18))

    assert dates(planned(before)) == ("Tue 8 Jun 11:00 hall", "Thu 17 Jun 11:00 hall")
    assert dates(found.plan) == ("Mon 7 Jun 11:00 hall", "Mon 14 Jun 11:00 hall")
    assert (kinds(found), found.worse) == (("other day", "other day"), ())


def test_a_loss_that_cannot_be_helped_is_said() -> None:
    before = open_on(UNA_AWAY, 8, 14, 17, 18)

    found = replanned(before, open_on(UNA_AWAY, 8, 18))

    assert kinds(found) == ("kept", "other day")
    assert found.worse == (
        (
            "Una now misses 1 of 2 sessions, a larger share than anybody with lived experience "
            "missed before; no plan was found that keeps everybody from that."
        ),
    )


# People join and leave.


def test_a_member_leaves_and_everything_else_stays() -> None:
    members = WEEK_APART.projects[0].members
    after = with_project(WEEK_APART, members=tuple(code for code in members if code != "una"))

    found = replanned(WEEK_APART, after)

    (una,) = (each for each in found.people if each.person == "una")
    assert (kinds(found), una.says) == (("kept", "kept"), "Una has left the group.")
    assert "una" in {each.code for each in found.to_tell}


def test_a_member_joins_and_is_told_of_every_session() -> None:
    after = WEEK_APART
    members = after.projects[0].members
    before = with_project(after, members=tuple(code for code in members if code != "mairi"))

    found = replanned(before, after)

    (mairi,) = (each for each in found.people if each.person == "mairi")
    assert (kinds(found), mairi.before, mairi.after) == (("kept", "kept"), None, 0)
    assert "mairi" in {each.code for each in found.to_tell}


# Several projects.


def test_a_project_that_need_not_change_keeps_its_sessions() -> None:
    before = two_apart()
    growing = planned(before).session("growing", 1)
    assert growing is not None
    day = growing.start.date()
    after = with_person("flora", before, times=away(f"{day:%A} {day.day} {day:%B} {day.year}"))

    found = replanned(before, after)

    assert dates(found.plan) == dates(planned(before))


def test_two_projects_that_come_to_clash_are_planned_round_each_other() -> None:
    before, after = two_apart(), two_groups()

    found = replanned(before, after)

    days = {chosen.start.date() for chosen in found.plan.sessions}
    assert (len(days), found.plan.possible) == (2, True)


# Nothing has fewer changes: every series of tiny programmes is tried.


def changed(programme: Programme, plan: Plan) -> Iterator[Programme]:
    """Give a programme after its first session lost its room, and after somebody fell out."""
    if plan.sessions:
        first = plan.sessions[0]
        day = Days(first=first.start.date(), last=first.start.date())
        yield with_venue(first.venue, programme, closed=(day,))
        if first.coming and first.coming[0].person in {each.code for each in programme.people}:
            code = first.coming[0].person
            (person,) = (each for each in programme.people if each.code == code)
            yield with_person(
                code, programme, times=person.times.model_copy(update={"away": (day,)})
            )


def counts(starts: dict[int, tuple[datetime, str]], plan: Plan, programme: Programme) -> list[int]:
    """Count sessions without a date, then sessions moved."""
    sessions = programme.projects[0].sessions
    lacking = [session.required for n, session in enumerate(sessions, 1) if n not in starts]
    both = [(was, starts[was.number]) for was in plan.sessions if was.number in starts]
    days = sum(was.start.date() != start.date() for was, (start, _) in both)
    same = sum((was.start, was.venue) == now for was, now in both)
    return [sum(lacking), len(lacking) - sum(lacking), days, len(both) - same - days]


def share_of(plan: Plan, programme: Programme) -> Fraction:
    """Return the largest share anybody with lived experience misses in a plan."""
    lived = {p.code for p in programme.group(programme.projects[0]) if p.is_lived}
    people = (each for each in plan.people if each.person in lived)
    return max((Fraction(missed_by(each), each.wanted) for each in people), default=Fraction(0))


def share_in(series: Series, programme: Programme) -> Fraction:
    """Return the largest share anybody with lived experience misses in a series."""
    (project,) = programme.projects
    group = [person for person in programme.group(project) if person.is_lived]
    came = [code for held in series if held for code in {p.code for p in held.coming}]
    wants = {person.code: wanted(person, project) for person in group}
    shares = (Fraction(max(0, want - came.count(code)), want) for code, want in wants.items())
    return max(shares, default=Fraction(0))


@pytest.mark.parametrize("number", range(30, 42))
def test_no_series_above_the_floor_has_fewer_changes(number: int) -> None:
    before = a_project(number, days=5)
    plan = planned(before)
    for after in changed(before, plan):
        floor = max(share_of(plan, after), share_of(planned(after), after))
        fewest = min(
            counts({m.number: (m.start, m.venue.code) for m in series if m}, plan, after)
            for series in every_series(after, registry())
            if share_in(series, after) <= floor
        )

        found = replan(after, plan, registry())

        assert counts(_starts(found.plan.sessions), plan, after) == fewest
        assert share_of(found.plan, after) <= floor


def _starts(sessions: tuple[Chosen, ...]) -> dict[int, tuple[datetime, str]]:
    return {chosen.number: (chosen.start, chosen.venue) for chosen in sessions}
