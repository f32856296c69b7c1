"""Programmes that cannot be.

The smallest conflict of each is known by hand, and every offer is kept.
"""

from dataclasses import dataclass

import pytest

from constraints import registry
from scheduler.changes import change_called
from scheduler.choosing import Desk, desk_for
from scheduler.demands import Demand, Demands, needed, smallest_conflict
from scheduler.explain import clash_of, conflicts_of
from scheduler.in_force import in_force
from scheduler.people import Times
from scheduler.plan import Chosen
from scheduler.programme import Programme
from scheduler.progress import told_nothing
from scheduler.samples import HALL, on
from scheduler.unmet import Conflict
from scheduler.words import Days
from tests.scheduler.summer import (
    SESSION,
    away_except,
    fortnight,
    planned,
    set_to,
    told,
    with_person,
    with_project,
    with_venue,
)


def small(*members: str, **given: object) -> Programme:
    """Return a fortnight of one session for a small group with one hall, every day at 11:00."""
    programme = fortnight(**{"venues": (HALL,), **given})
    return with_project(programme, members=members or ("ishbel", "una", "rory"))


def days(first: str, last: str, programme: Programme) -> Programme:
    """Return a programme on other days, such as "Monday 31 May 2027"."""
    return programme.model_copy(update={"first_day": on(first), "last_day": on(last)})


def desk(programme: Programme) -> Desk:
    """Return the desk of a programme's only project, with nothing planned."""
    (project,) = programme.projects
    return desk_for(programme, project, in_force(registry(), programme, project))


def conflict(programme: Programme) -> Conflict:
    """Return why a programme is not possible."""
    (found,) = conflicts_of([desk(programme)], told_nothing)
    return found


def one_week_each() -> Programme:
    """Return a group whose two members with lived experience are never both there."""
    programme = small()
    first_week = away_except(*WEEK_ONE, programme=programme)
    second_week = away_except(*WEEK_TWO, programme=programme)
    return with_person("una", with_person("ishbel", programme, times=first_week), times=second_week)


WEEK_ONE = tuple(
    f"{day} June 2027" for day in ("Monday 7", "Tuesday 8", "Wednesday 9", "Thursday 10")
)
WEEK_TWO = tuple(
    f"{day} June 2027" for day in ("Monday 14", "Tuesday 15", "Wednesday 16", "Thursday 17")
)


@dataclass(frozen=True)
class Impossible:
    """A programme that cannot be, and the smallest reason.

    Constraints, each with the person it concerns.
    """

    what: str
    programme: Programme
    parts: tuple[tuple[str, str], ...]


IMPOSSIBLE = (
    Impossible(
        "three sessions in two days, whatever the rules",
        days(
            "Monday 7 June 2027",
            "Tuesday 8 June 2027",
            with_project(small(), sessions=(SESSION,) * 3),
        ),
        (),
    ),
    Impossible(
        "two sessions in five days, a week apart",
        days(
            "Monday 7 June 2027",
            "Friday 11 June 2027",
            with_project(small(), sessions=(SESSION,) * 2),
        ),
        (("spacing", ""),),
    ),
    Impossible(
        "the only hall is shut",
        with_venue(
            "hall",
            small(),
            closed=(Days(first=on("Tuesday 1 June 2027"), last=on("Wednesday 30 June 2027")),),
        ),
        (("venue_bookings", ""),),
    ),
    Impossible(
        "the hall opens on Mondays, and the only Monday is a bank holiday",
        days(
            "Monday 31 May 2027",
            "Friday 4 June 2027",
            with_venue("hall", small(), opening="Mo 08:00-22:00"),
        ),
        (("holidays", ""), ("opening_hours", "")),
    ),
    Impossible(
        "nobody interprets",
        with_person("una", small(workers=()), interpreter="BSL"),
        (("interpreter", ""),),
    ),
    Impossible(
        "two members with lived experience are needed and are never both there",
        one_week_each(),
        (("balance", ""), ("busy_times", "ishbel"), ("busy_times", "una")),
    ),
    Impossible(
        "the only one for young people is at work all day",
        with_person(
            "una",
            small("ishbel", "una", "flora"),
            view="young people",
            times=told(work=("daily 09:00-17:00",)),
        ),
        (("every_view", ""), ("work_hours", "una")),
    ),
    Impossible(
        "three of four are needed, and two cannot come for reasons of their own",
        with_person(
            "neil",
            with_person(
                "rory",
                small("ishbel", "una", "rory", "neil"),
                times=told(care=("daily 10:00-14:00",)),
            ),
            times=told(free=("daily 18:00-20:00",)),
        ),
        (("care", "rory"), ("free_times", "neil"), ("quorum", "")),
    ),
    Impossible(
        "a private need rules the only hall out, and nobody says whose",
        with_person("una", small(), no_go=("hall",)),
        (("", ""),),
    ),
)

each_impossible = pytest.mark.parametrize("case", IMPOSSIBLE, ids=lambda case: case.what)


@each_impossible
def test_the_smallest_conflict_is_the_one_known(case: Impossible) -> None:
    found = conflict(case.programme)

    assert tuple(sorted((part.constraint, part.person) for part in found.parts)) == case.parts


@each_impossible
def test_a_conflict_stands_and_leaving_any_one_out_resolves_it(case: Impossible) -> None:
    demands = Demands(desk(case.programme))
    clash = clash_of(demands)

    missing = {left_out: demands.missing(_less(clash, left_out)) for left_out in clash}

    assert demands.missing(clash) > 0
    assert missing == dict.fromkeys(clash, 0)


def _less(clash: tuple[Demand, ...], left_out: Demand) -> tuple[Demand, ...]:
    return tuple(demand for demand in clash if demand != left_out)


@each_impossible
def test_a_programme_that_cannot_be_is_planned_as_far_as_it_goes(case: Impossible) -> None:
    plan = planned(case.programme)

    assert (plan.possible, plan.final) == (False, False)
    assert [conflict.project for conflict in plan.conflicts] == ["group"]
    assert plan.conflicts[0].confirmed == (
        "every series weighed exactly",
        "each clashing rule asked again, case by case",
        "CP-SAT",
    )


@each_impossible
def test_every_offer_helps_as_much_as_it_says(case: Impossible) -> None:
    plan = planned(case.programme)
    lacking = tuple(one.number for one in plan.unplaced)
    (project,) = case.programme.projects
    rules = in_force(registry(), case.programme, project)

    for offer in plan.conflicts[0].offers:
        change = change_called(
            offer.label, case.programme, project=project, rules=rules, lacking=lacking
        )
        if change is not None:
            then = planned(change.made(case.programme))
            held = sum(_is_required(change.made(case.programme), each) for each in then.sessions)
            assert (offer.label, held) == (offer.label, offer.placed)


def _is_required(programme: Programme, chosen: Chosen) -> bool:
    project = next(each for each in programme.projects if each.code == chosen.project)
    return project.sessions[chosen.number - 1].required


def test_somebody_who_cannot_be_counted_on_is_part_of_a_conflict() -> None:
    """Two members with lived experience are needed, and nobody knows when Una can come.

    Only people whom a rule keeps away used to be weighed one by one; those it leaves uncounted were
    lost on the way, and what was left over did not clash.
    """
    programme = with_person("una", small(), times=Times(), share_reasons=True)

    found = conflict(programme)

    parts = sorted((part.constraint, part.person) for part in found.parts)
    assert parts == [("balance", ""), ("times_told", "una")]
    demands = Demands(desk(programme))
    assert demands.missing_by_search(clash_of(demands)) > 0


# What is said.

BUSY = "Keep clear of times when somebody is busy or away"


def test_a_conflict_says_what_clashes_and_that_any_one_would_do() -> None:
    found = conflict(one_week_each())

    assert found.says.endswith("If any one of them gave way, every required session could be held.")
    assert all(part.enough for part in found.parts)
    assert found.besides == ()
    assert sorted(part.says for part in found.parts) == [
        f"{BUSY}: Ishbel is away on Friday 11 June 2027.",
        f"{BUSY}: Una is away on Monday 7 June 2027.",
        "Let professionals never be the majority.",
    ]


def test_a_conflict_of_one_rule_says_so() -> None:
    found = conflict(IMPOSSIBLE[1].programme)

    assert found.says == (
        "At least 1 required session cannot be held because of one rule: "
        "Leave room between sessions."
    )


def test_a_conflict_is_said_to_cost_no_more_sessions_than_it_does_alone() -> None:
    """Two lack a date in a shut hall, and both were laid on the rule about room between them."""
    june = Days(first=on("Tuesday 1 June 2027"), last=on("Wednesday 30 June 2027"))
    programme = with_venue("hall", IMPOSSIBLE[1].programme, closed=(june,))
    demands = Demands(desk(programme))

    assert demands.missing(demands.whole) == 2
    assert demands.missing([Demand("spacing")]) == 1
    assert conflict(programme).says == (
        "At least 1 required session cannot be held because of one rule: "
        "Leave room between sessions. That is not enough: this stands in the way as well: "
        "Use no room that is shut, or that somebody else has."
    )


def test_too_few_days_are_said_to_be_too_few() -> None:
    """Two lack a date under the rules, but only one of three if no rule held.

    Two days are two sessions.
    """
    found = conflict(IMPOSSIBLE[0].programme)

    assert found.says == (
        "There are too few days: 1 required session cannot be held even if no rule held."
    )


def test_a_conflict_does_not_promise_what_another_conflict_forbids() -> None:
    """Two conflicts at once.

    Without the bank holiday the only one for farming would still be at work.

    The sentence used to end "Without any one of these they could", which was true only of the
    constraints it named. Then a page still said that it could be done if any one gave way.
    """
    at_work = told(work=("daily 09:00-17:00",))
    programme = with_person("ishbel", IMPOSSIBLE[3].programme, view="farming", times=at_work)

    found = conflict(programme)

    assert sorted(part.constraint for part in found.parts) == ["holidays", "opening_hours"]
    assert planned(set_to("holidays", False, programme)).possible is False
    assert not any(part.enough for part in found.parts)
    assert found.says.endswith(
        "Leave any one of these out and the others no longer clash. That is not enough: this "
        f"stands in the way as well: {'; '.join(each.says.rstrip('.') for each in found.besides)}."
    )
    assert "work_hours" in {part.constraint for part in found.besides}


def test_a_private_need_never_names_the_person() -> None:
    programme = with_person("una", small(), no_go=("hall",))

    plan = planned(programme)

    (conflict,) = plan.conflicts
    told_of = (*conflict.parts, conflict.says, *plan.unplaced, *plan.obstacles)
    assert [part.person for part in conflict.parts] == [""]
    assert [word for word in ("una", "Una") if word in " ".join(map(str, told_of))] == []


def test_nothing_is_offered_that_helps_with_one_kind_of_private_need_alone() -> None:
    """A call helps with a place nobody may be asked to, and not with a person: so it would tell."""
    assert conflict(with_person("una", small(), no_go=("hall",))).offers == ()


def test_a_reason_nobody_may_know_is_not_told() -> None:
    programme = with_person(
        "una",
        small("ishbel", "una", "flora"),
        view="young people",
        times=told(work=("daily 09:00-17:00",)),
        share_reasons=False,
    )

    found = conflict(programme)

    assert sorted(part.says for part in found.parts) == [
        "Have every view in the room.",
        "Somebody cannot come, for reasons that are theirs alone.",
    ]
    assert [part.person for part in found.parts] == ["", ""]
    assert found.says.endswith(
        "every required session could be held. "
        "Ask everybody, not one alone, whether they could come after all."
    )


def kept_away(shares: bool, *, many: int) -> Programme:
    """Return a group in which many work all day, one of whom may share no reasons."""
    codes = ("ishbel", "una", "flora", "rory", "neil", "mairi")
    programme = small(*codes)
    for number, code in enumerate(codes[:many]):
        at_work = told(work=("daily 09:00-17:00",))
        programme = with_person(
            code, programme, times=at_work, share_reasons=bool(number) or shares, view="all day"
        )
    return programme


def rules_of(found: Conflict) -> set[tuple[str, bool]]:
    """Return the rules a conflict names, each with whether a person is named beside it."""
    return {(part.constraint, bool(part.person)) for part in found.parts}


@pytest.mark.parametrize(
    ("shares", "many", "told_of_work"),
    [
        (True, 1, {("work_hours", True)}),
        (False, 1, set()),
        (False, 4, {("work_hours", True)}),
        (False, 5, {("work_hours", True), ("work_hours", False)}),
    ],
)
def test_a_rule_is_not_named_where_it_can_be_guessed_whose_reason_it_is(
    shares: bool, many: int, told_of_work: set[tuple[str, bool]]
) -> None:
    """In a small group the rule alone, without its person, told whose reason it was."""
    named = rules_of(conflict(kept_away(shares, many=many)))

    assert {each for each in named if each[0] == "work_hours"} == told_of_work


LATE = told(work=("daily 06:00-10:55",))


@pytest.mark.parametrize(("shares", "offered"), [(True, True), (False, False)])
def test_an_offer_to_bend_a_rule_is_not_made_where_it_tells_whom_the_rule_concerns(
    shares: bool, offered: bool
) -> None:
    programme = with_person(
        "una",
        small("ishbel", "una", "flora"),
        view="young people",
        times=LATE,
        share_reasons=shares,
    )

    labels = [offer.label for offer in conflict(programme).offers]

    assert ("Ask employers to let people travel in work time" in labels) is offered


def test_a_rule_is_told_once_for_all_who_do_not_share_their_reasons() -> None:
    """It used to stand there once for each of them, word for word the same."""
    found = conflict(at_work("una", "flora", "mairi", "rory", "neil"))

    assert [(part.says, part.many, part.person) for part in found.parts] == [
        ("Meet only when enough people can come.", 1, ""),
        ("Keep clear of hours of work, for 3 people.", 3, ""),
    ]


def test_a_rule_about_so_few_that_they_could_be_guessed_is_not_named() -> None:
    found = conflict(at_work("una", "mairi", "rory"))

    assert [(part.says, part.many, part.person) for part in found.parts] == [
        ("Meet only when enough people can come.", 1, ""),
        ("Somebody cannot come, for reasons that are theirs alone.", 1, ""),
    ]


def at_work(*codes: str) -> Programme:
    """Return a group of which some work all day and do not share their reasons."""
    programme = small("ishbel", "una", "flora", "mairi", "rory", "neil")
    work = told(work=("daily 09:00-17:00",))
    for code in codes:
        programme = with_person(code, programme, times=work, share_reasons=False)
    return set_to("balance", False, programme)


def test_offers_say_who_gains_and_what_they_cost() -> None:
    offers = {offer.label: offer for offer in conflict(IMPOSSIBLE[5].programme).offers}

    offer = offers["Meet with one member with lived experience"]

    assert (offer.constraint, offer.settings) == ("balance", {"least_lived": 1})
    assert (offer.placed, offer.of, offer.price) == (1, 1, "1 person")


def test_two_projects_are_explained_apart() -> None:
    possible, impossible = desk(small()), desk(IMPOSSIBLE[3].programme)

    found = conflicts_of([possible, impossible], told_nothing)

    assert [sorted(part.constraint for part in each.parts) for each in found] == [
        ["holidays", "opening_hours"]
    ]


# The method behind it.


def test_the_smallest_conflict_of_demands_that_can_stand_together_is_none() -> None:
    demands = (Demand("a"), Demand("b"))

    assert smallest_conflict(demands, lambda _: True) == ()


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_the_smallest_conflict_is_found_among_many_demands(size: int) -> None:
    demands = tuple(Demand(f"rule{number}") for number in range(13))
    clash = set(demands[2 : 2 + 2 * size : 2])

    found = smallest_conflict(demands, lambda kept: clash <= set(kept))

    assert set(found) == clash


def test_a_demand_without_which_the_others_clash_all_the_same_is_left_out() -> None:
    demands = tuple(Demand(f"rule{number}") for number in range(5))
    clash = {demands[1], demands[3]}

    assert set(needed(demands, lambda kept: clash <= set(kept))) == clash


@each_impossible
def test_every_part_of_a_conflict_was_left_out_and_found_to_be_needed(case: Impossible) -> None:
    parts = conflict(case.programme).parts

    assert [part.needed for part in parts] == [True] * len(case.parts)


@each_impossible
def test_the_search_agrees_that_a_conflict_stands_and_that_each_part_is_needed(
    case: Impossible,
) -> None:
    """A conflict is found on rows folded together; the search that makes plans knows none."""
    demands = Demands(desk(case.programme))
    clash = clash_of(demands)

    missing = [demands.missing_by_search(_less(clash, left_out)) for left_out in clash]

    assert demands.missing_by_search(clash) > 0
    assert missing == [0] * len(clash)
