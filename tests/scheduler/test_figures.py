"""A plan in figures, and at what it is worse than another, in words."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction

from scheduler.figures import Figures, figures_of, worse_at
from scheduler.money.not_told import Thing
from scheduler.samples import on
from tests.scheduler.summer import (
    ONCE,
    SUMMER,
    away,
    plan_of_once,
    planned,
    summer_plan,
    with_person,
    with_project,
)

PLAIN = Figures(
    lived_missed=(Fraction(0), Fraction(0)),
    lived_sessions=(0, 0),
    others_missed=0,
    not_held=0,
    put_to_it=0,
    bad_journeys=0,
    longest=30,
    changes=0,
    pence=10000,
    last_day=on("Monday 7 June 2027"),
    levels={"Sessions missed (others)": (2, 0), "Journeys in quarter hours (others)": (15,)},
)


def test_a_plan_is_counted_over_everybody() -> None:
    figures = figures_of(SUMMER, summer_plan(), wished=3)

    assert (figures.lived_sessions, figures.others_missed, figures.not_held) == ((0,) * 4, 0, 0)
    assert figures.pence == sum(each.pence for each in summer_plan().sessions)
    assert figures.last_day == summer_plan().sessions[-1].start.date()


def test_whoever_misses_most_comes_first() -> None:
    every_day = tuple(f"{day} May 2027" for day in ("Monday 10", "Tuesday 11"))
    programme = with_person("una", ONCE, times=away(*every_day))
    programme = programme.model_copy(update={"last_day": on("Tuesday 11 May 2027")})

    figures = figures_of(programme, planned(programme), wished=2)

    assert figures.lived_missed == (Fraction(1), *(Fraction(0),) * 3)
    assert (figures.lived_sessions, figures.not_held) == ((1, 0, 0, 0), 1)


def test_a_plan_without_dates_ends_on_the_first_day() -> None:
    nothing = plan_of_once().model_copy(update={"sessions": (), "people": ()})

    figures = figures_of(ONCE.model_copy(update={"projects": ()}), nothing, wished=1)

    assert (figures.last_day, figures.longest, figures.not_held) == (ONCE.first_day, 0, 1)


def test_a_plan_beats_another_only_where_it_is_nowhere_worse() -> None:
    cheaper = replace(PLAIN, pence=9000)

    assert cheaper.beats(PLAIN)
    assert not PLAIN.beats(cheaper)
    assert not PLAIN.beats(PLAIN)
    assert not replace(cheaper, changes=1).beats(PLAIN)


def lacking(*rooms: str, pence: int) -> Figures:
    """Return a plan so dear of which the hire of some rooms is not known."""
    many = len(rooms)
    unknown = f"{many} hire{'s' if many > 1 else ''}" if rooms else ""
    things = Counter[Thing](("room", room) for room in rooms)
    return replace(PLAIN, pence=pence, unknown=unknown, not_told=things)


def test_a_plan_of_which_a_price_is_not_known_neither_costs_less_nor_beats_another() -> None:
    """A hall without a price made the cheapest plan, £77 below one of which all was known."""
    plan = lacking("far", pence=9000)

    assert not plan.costs_less_than(PLAIN)
    assert not plan.beats(PLAIN)
    assert worse_at(plan, PLAIN) == (
        "it may cost more: at least £90.00, 1 hire not known, instead of £100.00",
    )
    assert worse_at(lacking("far", pence=12_000), PLAIN) == (
        "it costs at least £120.00, 1 hire not known, instead of £100.00",
    )


def test_a_plan_costs_less_where_the_other_lacks_the_same_prices_and_more() -> None:
    plan = lacking("far", pence=9000)

    assert plan.costs_less_than(lacking("far", "far", pence=9500))
    assert not plan.costs_less_than(lacking("hall", pence=9500))
    assert PLAIN.costs_less_than(lacking("far", pence=12_000))
    assert PLAIN.cost_instead_of(plan) == "£100.00 instead of at least £90.00, 1 hire not known"


def test_a_journey_nobody_knows_is_neither_shorter_nor_as_short() -> None:
    untimed = replace(PLAIN, longest=10, untimed=frozenset({("una", "far")}))
    nothing_known = replace(untimed, longest=0)

    assert not untimed.is_nearer_than(PLAIN)
    assert replace(PLAIN, longest=10).is_nearer_than(PLAIN)
    assert not untimed.beats(PLAIN)
    assert worse_at(untimed, PLAIN) == ("a longest journey of at least 10 minutes instead of 30",)
    assert worse_at(nothing_known, PLAIN) == (
        "a longest journey of a length nobody knows instead of 30",
    )
    assert worse_at(replace(PLAIN, longest=45), untimed) == (
        "a longest journey of 45 minutes instead of at least 10 minutes",
    )


def test_what_a_plan_lacks_is_read_off_it() -> None:
    programme = with_project(with_person("una", ONCE, home=""), venues=("hall",))

    figures = figures_of(programme, planned(programme), wished=1)

    assert (figures.untimed, figures.unknown) == (frozenset({("una", "hall")}), "1 hire and 1 fare")
    assert figures.not_told == {("room", "hall"): 1, ("fare", "una", "not known", "hall"): 1}


def test_everything_worse_is_said_with_what_it_was() -> None:
    worse = Figures(
        lived_missed=(Fraction(1, 2), Fraction(0)),
        lived_sessions=(1, 0),
        others_missed=1,
        not_held=2,
        put_to_it=1,
        bad_journeys=3,
        longest=45,
        changes=2,
        pence=123456,
        last_day=date(2027, 6, 8),
        levels={**PLAIN.levels, "Sessions missed (others)": (3, 0)},
    )

    assert worse_at(worse, PLAIN) == (
        "sessions are missed by 1 person with lived experience instead of 0",
        "all the others together miss 1 session instead of 0",
        "2 sessions fewer",
        "what speaks against people's coming or is not known comes to 1 thing instead of 0",
        "3 journeys over what is comfortable instead of 0",
        "a longest journey of 45 minutes instead of 30",
        "2 changes of weekday, hour or place instead of 0",
        "it costs £1,234.56 instead of £100.00",
        "it ends on Tuesday 8 June 2027 instead of Monday 7 June 2027",
    )


def test_the_same_people_missing_more_is_said_without_a_number() -> None:
    once, twice = replace(PLAIN, lived_sessions=(1, 0)), replace(PLAIN, lived_sessions=(2, 0))

    assert worse_at(twice, once) == ("people with lived experience miss more of their sessions",)


def test_nothing_worse_says_nothing() -> None:
    assert worse_at(PLAIN, PLAIN) == ()


def test_a_level_that_is_worse_and_has_no_figure_is_said() -> None:
    """Journeys took longer in all, and nothing that is counted was said to be worse."""
    longer = {"Sessions missed (others)": (2, 1), "Journeys in quarter hours (others)": (18,)}
    better = {"Sessions missed (others)": (1, 1), "Journeys in quarter hours (others)": (14,)}

    assert worse_at(replace(PLAIN, levels=longer), PLAIN) == (
        "sessions missed (others): whoever misses most misses more",
        "journeys in quarter hours (others): 18 instead of 15",
    )
    assert worse_at(replace(PLAIN, levels=better), PLAIN) == ()
    assert worse_at(replace(PLAIN, levels=longer, not_held=1), PLAIN) == (
        "1 session fewer",
        "journeys in quarter hours (others): 18 instead of 15",
    )
