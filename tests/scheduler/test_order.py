"""The order of concern, each level worked out by hand for two small groups."""

from collections.abc import Mapping
from datetime import datetime

import pytest

from scheduler.order import (
    Standing,
    Tally,
    share_units,
    share_units_of,
    steps,
    wanted,
    worst_first,
)
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, at
from tests.scheduler.summer import GROUP, SESSION, summer, with_person

ELEVEN = at("Tuesday 11 May 2027 11:00")
"""The day after the programme's first."""


def a_tally(start: datetime = ELEVEN, number: int = 1, **given: object) -> Tally:
    """Return a session that asks nothing of anybody, unless given."""
    plain: dict[str, object] = {
        "project": "group",
        "venue": "hall",
        "coming": frozenset(),
        "put_to_it": {},
        "minutes": {},
        "bad": frozenset(),
        "short": 0,
        "pence": 0,
    }
    return Tally(start=start, number=number, **{**plain, **given})  # type: ignore[arg-type]


def values(*tallies: Tally, programme: Programme | None = None) -> Mapping[str, tuple[int, ...]]:
    """Return every level of a choice of sessions for one group of three, who want two sessions."""
    return dict(Standing(programme or three(), tallies).values())


def three(**of_una: object) -> Programme:
    """Return a programme of Ishbel, Una and Rory, who want two sessions, one of them optional."""
    optional = SESSION.model_copy(update={"required": False})
    group = GROUP.model_copy(
        update={"members": ("ishbel", "una", "rory"), "sessions": (SESSION, optional)}
    )
    return with_person("una", summer(projects=(group,)), **of_una)


def test_the_levels_come_in_their_order() -> None:
    names = [name for name, _ in Standing(three(), ()).values()]

    assert names == [
        "Required sessions without a date",
        "Optional sessions without a date",
        "Sessions missed (people with lived experience)",
        "Times put to it (people with lived experience)",
        "Journeys over what is comfortable (people with lived experience)",
        "Longest journey in minutes (people with lived experience)",
        "Journeys in quarter hours (people with lived experience)",
        "Sessions missed (everyone else)",
        "Times put to it (everyone else)",
        "Journeys over what is comfortable (everyone else)",
        "Longest journey in minutes (everyone else)",
        "Journeys in quarter hours (everyone else)",
        "Times short of the wished-for company",
        "Changes of weekday, hour or place",
        "Pence",
        "Days to the last session",
    ]


def test_nothing_held_misses_everything() -> None:
    every = values()

    assert [name for name, value in every.items() if any(value)] == [
        "Required sessions without a date",
        "Optional sessions without a date",
        "Sessions missed (people with lived experience)",
        "Sessions missed (everyone else)",
    ]
    assert every["Sessions missed (people with lived experience)"] == (2, 2)


def test_required_sessions_are_counted_project_by_project_worst_first() -> None:
    other = GROUP.model_copy(update={"code": "other", "sessions": (SESSION,) * 3})
    programme = three()
    both = programme.model_copy(update={"projects": (*programme.projects, other)})

    every = values(a_tally(), programme=both)

    assert every["Required sessions without a date"] == (3, 0)
    assert every["Optional sessions without a date"] == (1, 0)


def test_missed_sessions_count_as_a_share_of_those_wanted() -> None:
    every = values(programme=three(sessions_wanted=1))

    # Ishbel misses two of two, Una one of one: the same share, in halves.
    assert every["Sessions missed (people with lived experience)"] == (2, 2)


def test_more_sessions_than_wanted_make_up_for_nothing() -> None:
    both = frozenset({"una"})

    every = values(
        a_tally(coming=both), a_tally(number=2, coming=both), programme=three(sessions_wanted=1)
    )

    assert every["Sessions missed (people with lived experience)"] == (2, 0)


def test_what_is_asked_of_each_class_is_counted_apart() -> None:
    every = values(
        a_tally(
            coming=frozenset({"ishbel", "rory"}),
            put_to_it={"ishbel": 1, "rory": 2},
            minutes={"ishbel": 16, "rory": 61},
            bad=frozenset({"rory"}),
        )
    )

    assert {name: value for name, value in every.items() if "(" in name} == {
        "Sessions missed (people with lived experience)": (2, 1),
        "Times put to it (people with lived experience)": (1, 0),
        "Journeys over what is comfortable (people with lived experience)": (0, 0),
        "Longest journey in minutes (people with lived experience)": (16,),
        "Journeys in quarter hours (people with lived experience)": (2,),
        "Sessions missed (everyone else)": (1,),
        "Times put to it (everyone else)": (2,),
        "Journeys over what is comfortable (everyone else)": (1,),
        "Longest journey in minutes (everyone else)": (61,),
        "Journeys in quarter hours (everyone else)": (5,),
    }


@pytest.mark.parametrize(
    ("later", "venue", "changes"),
    [
        ("Tuesday 18 May 2027 11:00", "hall", 0),
        ("Tuesday 18 May 2027 10:00", "hall", 1),
        ("Wednesday 19 May 2027 10:00", "hall", 2),
        ("Wednesday 19 May 2027 10:00", "far", 3),
    ],
)
def test_a_change_of_weekday_hour_or_place_counts_each_for_itself(
    later: str, venue: str, changes: int
) -> None:
    every = values(a_tally(at(later), 2, venue=venue), a_tally())

    assert every["Changes of weekday, hour or place"] == (changes,)


def test_money_company_and_the_last_day_are_added_up() -> None:
    every = values(
        a_tally(pence=250, short=1), a_tally(at("Tuesday 18 May 2027 11:00"), 2, pence=100, short=2)
    )

    assert every["Times short of the wished-for company"] == (3,)
    assert every["Pence"] == (350,)
    assert every["Days to the last session"] == (8,)


@pytest.mark.parametrize(("minutes", "quarters"), [(0, 0), (1, 1), (15, 1), (16, 2), (30, 2)])
def test_a_journey_counts_in_quarter_hours_begun(minutes: int, quarters: int) -> None:
    assert steps(minutes) == quarters


@pytest.mark.parametrize(("said", "sessions"), [(None, 2), (1, 1), (9, 2), (0, 1)])
def test_nobody_wants_more_sessions_than_there_are_or_none(said: int | None, sessions: int) -> None:
    person = ISHBEL.model_copy(update={"sessions_wanted": said})

    assert wanted(person, three().projects[0]) == sessions


def test_shares_are_counted_in_units_that_fit_everybody() -> None:
    assert (share_units([2, 3, 4]), share_units([])) == (12, 1)


def test_one_missed_session_counts_more_for_who_wants_fewer() -> None:
    programme = three(sessions_wanted=1)

    assert share_units_of(programme, programme.projects[0]) == [1, 2, 1]


def test_the_worst_comes_first() -> None:
    assert worst_first([0, 2, 1]) == (2, 1, 0)
