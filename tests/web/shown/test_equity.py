"""Who bent, as rows people read and as text for the terminal."""

from dataclasses import replace
from functools import lru_cache

from constraints import registry
from scheduler.equity import Described, Equity, equity
from scheduler.programme import Programme
from tests.scheduler.summer import ONCE, plan_of_once, planned, told, with_person, with_project
from web.shown.equity import equity_text, shown_equity


@lru_cache
def found() -> Equity:
    """Return the report on one session that six people come to."""
    return equity(ONCE, plan_of_once(), registry())


def described() -> Equity:
    """Return the same where a group may be shown."""
    group = ("Deaf", Described(6, 10, 0), Described(9, 0, 15))
    return replace(found(), described=(group,), somebody_described=True)


def test_each_role_has_its_people_and_what_is_asked_of_them() -> None:
    shown = shown_equity(found()).parts[0]

    assert (shown.name, shown.facts[:3]) == (
        "Lived experience (4 people)",
        (
            ("Dates and rooms one of them could come to, on average", "100 in 100"),
            ("Sessions missed", "0 of 4 (0 in 100)"),
            ("Places left to others in turn", "0 times"),
        ),
    )


def lengths(programme: Programme) -> list[tuple[str, str]]:
    """Return the longest journey of each role, and all of theirs together."""
    parts = shown_equity(equity(programme, planned(programme), registry())).parts
    return [(part.facts[5][1], part.facts[6][1]) for part in parts]


def test_a_journey_nobody_knows_is_not_told_as_no_time_at_all() -> None:
    """It said "no time at all" beside "Journeys not known: 1"."""
    unknown = with_person("neil", with_person("rory", ONCE, home=""), home="")

    assert lengths(unknown)[1] == ("not known", "not known")


def test_of_journeys_some_of_which_nobody_knows_a_length_is_the_least_it_can_be() -> None:
    known, least = lengths(ONCE)[0], lengths(with_person("una", ONCE, home=""))[0]

    assert not known[0].startswith("at least")
    assert all(told.startswith("at least ") for told in least)


def test_whoever_comes_to_nothing_makes_no_journey() -> None:
    away = with_person("una", ONCE, times=told(free=("Mon-Sun 06:00-06:30",)))

    assert lengths(with_project(away, members=("una",))) == [("no journey", "no journey")]


def test_where_all_are_alike_nobody_is_named() -> None:
    assert shown_equity(found()).lead == (
        "Everybody could come to 100 in 100 of the dates and rooms that nothing rules out."
    )


def test_whoever_has_least_to_choose_from_is_named() -> None:
    programme = with_person("una", ONCE, times=told(free=("Mon 09:00-20:00",)))

    shown = shown_equity(equity(programme, planned(programme), registry()))

    assert shown.lead.startswith("Una could come to the fewest dates and rooms: ")


def test_workers_who_are_not_booked_are_left_out() -> None:
    assert shown_equity(found()).booked == (
        "Facilitator (2 people): booked 1 time, one person at most 1 time.",
    )


def test_nothing_is_said_of_words_where_nobody_gave_any() -> None:
    shown = shown_equity(found())

    assert (shown.described, shown.note) == ((), "")
    assert "By the words people chose" not in equity_text(found())


def test_a_group_is_told_beside_everybody_else() -> None:
    assert shown_equity(described()).described == (
        (
            "Deaf: 6 people. They miss about 10 in 100 of their sessions, everybody else 0. "
            "About 0 in 100 of their journeys are over what is comfortable, "
            "of everybody else's 15."
        ),
    )


def test_the_terminal_ends_with_what_is_not_shown() -> None:
    told = " ".join(equity_text(described()).split())

    title = "By the words people chose to describe themselves Deaf: 6 people."
    assert (told.count(title), told.endswith(shown_equity(described()).note)) == (1, True)


def test_a_programme_without_people_says_so() -> None:
    assert equity_text(replace(found(), parts=(), booked=())) == "Nobody is in a group yet."


def test_roles_stand_side_by_side_and_each_line_says_what_its_words_mean() -> None:
    shown = shown_equity(found())

    row = shown.rows[3]
    assert (row.name, len(row.values)) == (
        "What speaks against coming, or is not known",
        len(shown.parts),
    )
    assert row.meaning == (
        "Counted one by one: each thing that speaks against it for somebody who comes, or that is "
        "not known about it yet."
    )
    assert [row.values[1] for row in shown.rows] == [value for _, value in shown.parts[1].facts]


def test_without_people_there_is_no_line() -> None:
    assert shown_equity(replace(found(), parts=(), booked=())).rows == ()
