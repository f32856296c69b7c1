"""Programmes that ask for something else first."""

from constraints import registry
from scheduler.programme import Programme, Session
from scheduler.samples import on
from scheduler.variants import Variants
from tests.scheduler.choices_to_make import (
    a_dear_room_nearby,
    a_doubtful_room_nearby,
    a_room_that_shuts,
    somebody_who_can_come_once,
    somebody_who_would_rather_not_come_early_in_the_week,
)
from tests.scheduler.summer import (
    SESSION,
    away_except,
    fortnight,
    planned,
    set_to,
    with_person,
    with_project,
    with_session,
)


def variants(programme: Programme) -> Variants:
    """Return a programme with its best plan, to ask for something else."""
    return Variants(programme, planned(programme), registry())


def wishes(programme: Programme | None) -> list[tuple[str, str, str]]:
    """Return on which day, at which hour and where the first project's sessions are pinned."""
    assert programme is not None
    return [_pinned(session) for session in programme.projects[0].sessions]


def _pinned(session: Session) -> tuple[str, str, str]:
    day = f"{session.day:%a} {session.day.day}" if session.day else ""
    return day, session.start or "", session.venue or ""


def test_the_cheapest_room_is_taken() -> None:
    found = variants(a_dear_room_nearby())

    assert found.plan.sessions[0].venue == "hall"
    assert wishes(found.cheapest()) == [("Mon 7", "11:00", "far")]


def test_the_nearest_room_is_taken_though_something_about_it_is_not_known() -> None:
    found = variants(a_doubtful_room_nearby())

    assert found.plan.sessions[0].venue == "far"
    assert wishes(found.nearest()) == [("Mon 7", "11:00", "hall")]


def test_a_room_to_which_a_way_is_not_known_is_no_nearer() -> None:
    """Without a home, Una's way is not known to any room but the one she was asked about."""
    programme = a_doubtful_room_nearby()
    journey = {"person": "una", "venue": "far", "out_minutes": 40}
    told = Programme.model_validate({**programme.model_dump(), "journeys": [journey]})
    homeless = with_person("una", told, home="")

    assert wishes(variants(homeless).nearest()) == [("Mon 7", "11:00", "far")]


def test_the_steadiest_series_stays_in_one_room() -> None:
    found = variants(a_room_that_shuts())

    assert [chosen.venue for chosen in found.plan.sessions] == ["hall", "far"]
    assert wishes(found.steadiest()) == [("Mon 7", "11:00", "far"), ("Mon 14", "11:00", "far")]


def test_the_earliest_end_leaves_no_later_day() -> None:
    found = variants(somebody_who_would_rather_not_come_early_in_the_week())

    earliest = found.earliest()

    assert found.plan.sessions[0].start.date() == on("Friday 11 June 2027")
    assert earliest is not None
    assert earliest.projects[0].sessions[0].last_day == on("Monday 7 June 2027")


def test_a_day_on_which_somebody_with_lived_experience_would_be_lost_is_not_taken() -> None:
    programme = fortnight()
    una = away_except("Thursday 10 June 2027", programme=programme)

    earliest = variants(with_person("una", programme, times=una)).earliest()

    assert earliest is not None
    assert earliest.projects[0].sessions[0].last_day == on("Thursday 10 June 2027")


def test_a_session_with_its_own_last_day_or_day_keeps_it() -> None:
    last = with_session(1, fortnight(), last_day=on("Monday 7 June 2027"))
    fixed = with_session(1, fortnight(), day=on("Monday 14 June 2027"))

    for programme in (last, fixed):
        assert variants(programme).earliest() == programme


def test_a_booked_session_is_left_as_it_is() -> None:
    booked = {"state": "booked", "day": on("Wednesday 9 June 2027"), "start": "11:00"}
    programme = with_session(1, fortnight(), **booked, venue="hall")
    found = variants(programme)

    assert [found.cheapest(), found.nearest(), found.steadiest(), found.earliest()] == [
        programme
    ] * 4


def test_on_line_no_room_is_pinned() -> None:
    assert wishes(variants(with_session(1, fortnight(), form="on-line")).cheapest()) == [
        ("Mon 7", "11:00", "")
    ]


def test_a_session_without_a_date_is_left_to_be_wished_for() -> None:
    optional = SESSION.model_copy(update={"required": False})
    programme = set_to("spacing", {"least_days": 14}, fortnight(SESSION, optional))

    assert wishes(variants(programme).steadiest()) == [("Mon 7", "11:00", "hall"), ("", "", "")]


def test_a_group_without_any_date_asks_for_nothing() -> None:
    programme = with_project(fortnight(), venues=("inn",))

    assert variants(programme).cheapest() == programme


def test_the_session_most_people_miss_is_given_up_first() -> None:
    found = variants(somebody_who_can_come_once())

    most = found.most_missed(required=True)

    assert [chosen.number for chosen in most] == [2]
    without = found.without(most)
    assert without is not None
    assert len(without.projects[0].sessions) == 1


def test_of_what_is_given_up_as_few_as_can_be_were_to_be_held() -> None:
    found = variants(with_session(1, somebody_who_can_come_once(), required=False))

    assert [[c.number for c in gone] for gone in found.fewer()] == [[1], [2], [2, 1]]


def test_where_nobody_misses_a_session_none_is_given_up() -> None:
    programme = with_session(1, fortnight(), required=False)

    assert list(variants(programme).fewer()) == []


def test_the_only_session_is_not_given_up() -> None:
    programme = fortnight()
    nothing = away_except(programme=programme)
    found = variants(with_person("una", programme, times=nothing))

    assert found.without(found.most_missed(required=True)) is None


def test_a_session_promised_is_not_given_up() -> None:
    booked = {"state": "booked", "day": on("Wednesday 9 June 2027"), "start": "11:00"}
    programme = with_session(1, fortnight(), **booked, venue="hall")
    programme = with_person("una", programme, times=away_except(programme=programme))

    assert variants(programme).most_missed(required=True) == ()
