"""Plans worth choosing between: better at something, and fair to whoever is heard least."""

from dataclasses import replace

import pytest

from constraints import registry
from scheduler.alternatives import Alternative, alternatives, what_fewer_change
from scheduler.audit import audit
from scheduler.differences import changes_for
from scheduler.figures import Figures
from scheduler.plan import Outcome
from scheduler.programme import Programme
from tests.random_projects import a_project
from tests.scheduler.choices_to_make import (
    a_dear_room_and_one_without_a_price,
    a_dear_room_nearby,
    a_doubtful_room_nearby,
    a_room_that_shuts,
    somebody_who_can_come_once,
    somebody_who_would_rather_not_come_early_in_the_week,
    two_groups_who_want_one_cheap_room,
)
from tests.scheduler.summer import (
    away,
    dates,
    fortnight,
    with_person,
    with_project,
    with_session,
    with_venue,
)
from tests.scheduler.test_figures import PLAIN
from web.audit_text import audit_text
from web.plan_text import plan_text
from web.shown.summary import summary


def found(programme: Programme) -> dict[str, Alternative]:
    """Return the plans to choose between, by what they are best at."""
    return {one.name: one for one in alternatives(programme, registry())}


def test_where_the_best_plan_gives_nothing_up_it_stands_alone() -> None:
    assert list(found(fortnight())) == ["best"]


def test_an_impossible_programme_has_nothing_to_choose_between() -> None:
    best = found(with_project(fortnight(), venues=("inn",)))

    assert (list(best), best["best"].plan.possible) == (["best"], False)


def test_the_cheapest_says_what_it_saves_and_what_it_asks() -> None:
    one = found(a_dear_room_nearby())["cheapest"]

    assert one.best_at == "It costs least without giving up a session: £113.24 instead of £171.62."
    assert dates(one.plan) == ("Mon 7 Jun 11:00 far",)


def test_a_room_whose_price_nobody_has_said_is_not_called_cheaper() -> None:
    """A hall whose hire nobody had entered was "Cheapest: £549.79 instead of £627.58"."""
    assert "cheapest" not in found(a_dear_room_and_one_without_a_price())


def test_a_room_with_a_price_is_found_beside_one_without() -> None:
    """The room without a price was tried as if it were free, and nothing else was tried then."""
    programme = with_venue("loft", a_dear_room_and_one_without_a_price(), place="town")
    programme = with_project(programme, venues=("hall", "far", "loft"))
    one = found(with_venue("loft", programme, hire_pence=500))["cheapest"]

    assert dates(one.plan) == ("Mon 7 Jun 11:00 loft",)


def test_a_plan_best_at_two_things_is_one_plan() -> None:
    """All with lived experience live in the glen; the hall there may serve alcohol."""
    plans = found(a_doubtful_room_nearby())

    assert list(plans) == ["best", "cheapest"]
    assert plans["cheapest"].best_at == (
        "It costs least without giving up a session: £65.81 instead of £129.05. "
        "Nobody with lived experience travels far: the longest journey is 10 minutes instead of 38."
    )
    assert plans["cheapest"].gives_up == (
        "In return: what speaks against people's coming or is not known comes to 6 things "
        "instead of 0."
    )
    assert dates(plans["cheapest"].plan) == ("Mon 7 Jun 11:00 hall",)


def test_the_steadiest_says_how_often_something_changes() -> None:
    one = found(a_room_that_shuts())["steadiest"]

    assert one.best_at == (
        "It is the easiest to remember: weekday, hour and place change 0 times instead of 1."
    )


def test_the_earliest_says_when_it_is_over_and_for_whom_that_is_worse() -> None:
    one = found(somebody_who_would_rather_not_come_early_in_the_week())["earliest"]

    assert (one.best_at, one.gives_up, one.differs) == (
        "It is over soonest: on Monday 7 June 2027 instead of Friday 11 June 2027.",
        (
            "In return: what speaks against people's coming or is not known comes to 1 thing "
            "instead of 0."
        ),
        (
            (
                "Una comes to 1 session although something speaks against it or is not known, "
                "instead of 0."
            ),
        ),
    )


def test_fewer_sessions_leave_fewer_people_out() -> None:
    programme = somebody_who_can_come_once()

    one = found(programme)["fewer"]

    assert (one.best_at, one.left_out, one.gives_up) == (
        "With 1 session fewer, nobody with lived experience would miss one, instead of 1.",
        ("Without session 2 of Living well (Session), which was to be held.",),
        "In return: 1 session fewer.",
    )
    assert one.differs == ("Una misses 0 sessions instead of 1.",)
    assert one.programme != programme
    assert audit(one.programme, one.plan, registry()) == ()


def test_a_session_that_can_be_left_out_is_left_out_first() -> None:
    """A session that had to be held was dropped, though another could be left out."""
    programme = with_session(1, somebody_who_can_come_once(), required=False)

    one = found(programme)["fewer"]

    assert one.left_out == ("Without session 1 of Living well (Session).",)
    assert one.programme.projects[0].left_out == ("session 1 (Session)",)


def test_what_was_left_out_by_choice_is_told_wherever_the_plan_says_what_it_holds() -> None:
    """Once chosen, it had "a date and a place for 1 session: all that were asked for"."""
    one = found(somebody_who_can_come_once())["fewer"]
    by_choice = "Left out by choice: session 2 (Session)."

    text = " ".join(plan_text(one.programme, one.plan).split())
    checked = audit_text(one.programme, one.plan, breaches=(), constraints=registry())

    assert "all that were asked for" not in text
    assert by_choice in text
    assert summary(one.programme, one.plan).says[0].endswith(by_choice)
    assert by_choice in checked.splitlines()


def missing(*sessions: int) -> Figures:
    """Return a plan in which people with lived experience miss so many sessions each."""
    return replace(PLAIN, lived_sessions=sessions)


@pytest.mark.parametrize(
    ("now", "best", "says"),
    [
        ((1, 0), (1, 1), "1 person with lived experience would miss one, instead of 2."),
        ((0, 0), (1, 0), "nobody with lived experience would miss one, instead of 1."),
        ((1, 0), (2, 0), "people with lived experience would miss 1 session in all, instead of 2."),
        ((2, 2), (3, 1), "nobody with lived experience would miss more than 2, instead of 3."),
    ],
)
def test_it_is_said_what_fewer_sessions_change(
    now: tuple[int, ...], best: tuple[int, ...], says: str
) -> None:
    """It said that 1 person would miss one, instead of 1 person."""
    told = what_fewer_change(replace(missing(*now), not_held=1), missing(*best))

    assert told == f"With 1 session fewer, {says}"


def test_a_group_is_not_left_without_any_session() -> None:
    """Una can never come, and there is one session: without it there would be none."""
    programme = fortnight()
    once = somebody_who_can_come_once()
    una = next(person for person in once.people if person.code == "una")
    never = una.times.model_copy(update={"free": ("Mon 06:00-06:30",)})

    assert "fewer" not in found(with_person("una", programme, times=never))


def test_what_two_groups_cannot_both_have_is_no_alternative() -> None:
    assert "cheapest" not in found(two_groups_who_want_one_cheap_room())


def test_what_is_proven_of_the_best_plan_is_not_said_of_another() -> None:
    one = found(somebody_who_would_rather_not_come_early_in_the_week())["earliest"]

    worse = next(level for level in one.plan.order if level.name.startswith("Times put to it"))
    assert (worse.value, worse.bound, worse.proven) == ((1, 0, 0, 0), (), False)
    assert [level.proven for level in one.plan.order[:3]] == [True] * 3
    assert one.plan.certificate.method == "chosen to be best at something else"


def test_a_longest_journey_that_becomes_shorter_is_told() -> None:
    differs = found(a_doubtful_room_nearby())["cheapest"].differs

    assert differs[0] == "Ishbel travels 10 minutes at most instead of 38 minutes."


def test_whose_turn_it_is_to_stand_down_is_told() -> None:
    """Of four professionals two stand down; Rory cannot come on Friday, so one is enough then."""
    programme = somebody_who_would_rather_not_come_early_in_the_week()
    for code, role in (("flora", "professional"), ("mairi", "manager")):
        programme = with_person(code, programme, roles=(role,))
    programme = with_person("rory", programme, times=away("Friday 11 June 2027"))

    differs = found(programme)["earliest"].differs

    assert differs[-1] == (
        "Rory misses 0 sessions instead of 1 and leaves 1 place to others instead of 0."
    )


def test_it_is_told_what_is_being_looked_for() -> None:
    told: list[str] = []

    alternatives(fortnight(), registry(), told=lambda progress: told.append(progress.says))

    assert told[-2:] == [
        "Looking for the same day, hour and place.",
        "Looking for an earlier end.",
    ]


@pytest.mark.parametrize("number", range(10))
def test_every_plan_is_sound_different_and_beaten_by_none(number: int) -> None:
    """Random projects: the audit finds nothing, and nobody with lived experience loses by it."""
    programme = a_project(number)

    plans = alternatives(programme, registry())

    best, *others = plans
    for one in others:
        assert audit(one.programme, one.plan, registry()) == ()
        assert one.figures.lived_sessions <= best.figures.lived_sessions
        assert not any(other.figures.beats(one.figures) for other in plans)
    assert len({one.plan.sessions for one in plans}) == len(plans)


@pytest.mark.parametrize(
    ("before", "now", "says"),
    [
        (38, None, "has a journey whose length is not known, where the longest was 38 minutes"),
        (None, 10, "travels 10 minutes at most, where the length of a journey was not known"),
        (30, 40, ""),
        (None, None, ""),
    ],
)
def test_a_journey_whose_length_nobody_knows_is_said_plainly(
    before: int | None, now: int | None, says: str
) -> None:
    """It read: travels a time not known at most."""
    was = Outcome(person="una", project="group", wanted=1, able=1, worst_minutes=before)
    then = was.model_copy(update={"worst_minutes": now})

    assert " ".join(changes_for(was, then)) == says


@pytest.mark.parametrize(
    ("before", "now", "says"),
    [
        ((1, 38), (0, None), "misses 1 session instead of 0"),
        ((0, None), (1, 38), "misses 0 sessions instead of 1"),
    ],
)
def test_of_whoever_comes_to_none_no_journey_is_told(
    before: tuple[int, int | None], now: tuple[int, int | None], says: str
) -> None:
    """Whoever missed all four sessions was said to have a journey of a length nobody knows."""
    was, then = (
        Outcome(person="una", project="group", wanted=1, able=able, worst_minutes=minutes)
        for able, minutes in (before, now)
    )

    assert list(changes_for(was, then)) == [says]
