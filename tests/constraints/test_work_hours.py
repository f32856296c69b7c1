"""Work is kept clear, the way there and back included, and night shifts are followed by rest."""

from datetime import UTC, date, datetime, timedelta

import pytest

from constraints.work_hours import WorkHours
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.grid import utc_minute
from scheduler.people import Person, Times
from scheduler.programme import Line
from scheduler.samples import HALL, ISHBEL, PROGRAMME, at
from scheduler.shifts_worked import is_night, worked
from scheduler.taken import joined, shifts
from scheduler.venues import ONLINE
from scheduler.ways import Way
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree

TWENTY = Way(by="car", out_minutes=20, back_minutes=20)
AT_HOME = Way(by="on-line")
NIGHTS = "4 on 4 off from 2027-06-07, 19:00-07:00"


def working(*patterns: str, commute_minutes: int = 0, **other: object) -> Person:
    times = Times(work=patterns, commute_minutes=commute_minutes)
    return ISHBEL.model_copy(update={"times": times, **other})


def asked(
    words: str, person: Person, *, way: Way = TWENTY, constraint: WorkHours | None = None
) -> Objection | None:
    start = at(words)
    rule = constraint or WorkHours()
    return rule.check(start, start + timedelta(hours=2), PROGRAMME, person, way)


def degree_at(words: str, person: Person, *, way: Way = TWENTY) -> int:
    objection = asked(words, person, way=way)
    return objection.degree if objection else 0


def test_a_session_may_end_as_long_before_work_as_the_way_back_takes() -> None:
    person, day = working("Mon-Fri 14:00-18:00"), "Tuesday 8 June 2027"

    assert degree_at(f"{day} 11:40", person) == 0
    assert degree_at(f"{day} 11:41", person) == Degree.NEVER


def test_a_session_may_begin_as_long_after_work_as_the_way_there_takes() -> None:
    person, day = working("Mon-Fri 06:00-10:00"), "Tuesday 8 June 2027"

    assert degree_at(f"{day} 10:20", person) == 0
    assert degree_at(f"{day} 10:19", person) == Degree.NEVER


def test_on_line_nobody_travels() -> None:
    person = working("Mon-Fri 06:00-10:00")

    assert degree_at("Tuesday 8 June 2027 10:00", person, way=AT_HOME) == 0


def test_the_way_to_work_and_home_from_it_takes_time_too() -> None:
    person = working("Mon-Fri 10:00-14:00", commute_minutes=15)
    day = "Tuesday 8 June 2027"

    assert degree_at(f"{day} 07:25", person) == 0
    assert degree_at(f"{day} 07:26", person) == Degree.NEVER
    assert degree_at(f"{day} 14:35", person) == 0
    assert asked(f"{day} 14:34", person) == Objection(
        Degree.NEVER, "Ishbel is at work from 10:00 to 14:00, too close for the journey."
    )


def test_the_way_home_from_a_night_shift_is_part_of_the_rest() -> None:
    person, day = working(NIGHTS, commute_minutes=45), "Friday 11 June 2027"

    assert asked(f"{day} 17:30", person) == Objection(
        Degree.NEVER, "Ishbel rests until 18:00 after a night shift."
    )
    assert asked(f"{day} 18:20", person) is None


def test_who_travels_in_work_time_needs_no_time_for_the_commute() -> None:
    relaxed = WorkHours().relaxed(WorkHours.relaxations[0])
    person = working("Mon-Fri 10:00-14:00", commute_minutes=15)

    assert asked("Tuesday 8 June 2027 14:00", person, constraint=relaxed) is None


def test_a_season_of_work_is_kept_clear_every_year() -> None:
    person = working("daily 08:00-18:00 only 04-01/10-31")

    assert degree_at("Wednesday 31 March 2027 11:00", person) == 0
    assert degree_at("Thursday 1 April 2027 11:00", person) == Degree.NEVER


def test_days_off_are_free() -> None:
    assert degree_at("Saturday 12 June 2027 11:00", working("Mon-Fri 09:00-17:00")) == 0


def test_eleven_hours_of_rest_follow_a_night_shift() -> None:
    """Working Time Regulations 1998, regulation 10; a shift until 07:00 blocks until 18:00."""
    person, day = working(NIGHTS), "Friday 11 June 2027"

    assert asked(f"{day} 17:00", person) == Objection(
        Degree.NEVER, "Ishbel rests until 18:00 after a night shift."
    )
    assert asked(f"{day} 18:20", person) is None


def test_the_night_before_the_programme_begins_counts() -> None:
    person = working("daily 22:00-06:00")

    assert degree_at("Monday 4 January 2027 11:00", person) == Degree.NEVER


def test_a_late_shift_needs_no_rest() -> None:
    assert degree_at("Tuesday 8 June 2027 11:00", working("daily 14:00-23:30")) == 0


@pytest.mark.parametrize(
    ("begin", "hours", "night"),
    [(20, 6, True), (19, 6, False), (23, 3, True), (3, 8, True), (4, 8, False), (8, 24, True)],
)
def test_a_night_shift_has_three_hours_between_eleven_and_six(
    begin: int, hours: int, *, night: bool
) -> None:
    start = datetime(2027, 1, 12, begin, tzinfo=UTC)

    assert is_night(start, start + timedelta(hours=hours)) is night


def test_a_rota_moves_through_the_weekdays() -> None:
    person = working("4 on 4 off from 2027-06-07, 07:00-19:00")
    tuesdays = (
        "Tuesday 8 June 2027 11:00",
        "Tuesday 15 June 2027 11:00",
        "Tuesday 22 June 2027 11:00",
    )

    assert [degree_at(day, person) for day in tuesdays] == [Degree.NEVER, Degree.NEVER, 0]


def test_private_reasons_stay_private() -> None:
    private = working("Mon-Fri 09:00-17:00", share_reasons=False)

    assert asked("Tuesday 8 June 2027 11:00", private) == Objection(
        Degree.NEVER, "Ishbel cannot come then."
    )


def test_somebody_may_come_anyway() -> None:
    person = working("Mon-Fri 09:00-17:00", come_anyway=("work_hours",))

    assert degree_at("Tuesday 8 June 2027 11:00", person) == 0


def test_relaxing_lets_people_travel_in_work_time() -> None:
    relaxed = WorkHours().relaxed(WorkHours.relaxations[0])
    person, day = working("Mon-Fri 06:00-10:00"), "Tuesday 8 June 2027"

    assert asked(f"{day} 10:00", person, constraint=relaxed) is None
    assert asked(f"{day} 09:59", person, constraint=relaxed) is not None


def test_relaxing_shortens_the_rest() -> None:
    relaxed = WorkHours().relaxed(WorkHours.relaxations[1])

    assert asked("Friday 11 June 2027 15:20", working(NIGHTS), constraint=relaxed) is None


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("rule", [WorkHours(), WorkHours(journey_counts=False, rest_hours=30)])
def test_both_forms_agree(window: tuple[date, date], rule: WorkHours) -> None:
    bus = Line(
        name="bus",
        days="Mon-Sat",
        from_place="town",
        to_place="glen",
        out=(("08:00", "08:50"), ("12:00", "12:50")),
        back=(("15:00", "15:50"), ("18:00", "18:50")),
    )
    people = [
        working("Mon-Fri 09:00-17:00", "Sat 00:00-02:00", code="a"),
        working("daily 22:00-06:00", code="b", home="town", commute_minutes=50),
        working("2 on 2 off from 2027-03-26, 19:00-07:00", code="c"),
        working("Mon-Sun 09:00-17:00", code="d", come_anyway=("work_hours",)),
    ]
    programme = a_programme((HALL, ONLINE), window).model_copy(update={"lines": (bus,)})

    assert forms_agree(rule, a_grid(programme, people=people))


@pytest.mark.parametrize(
    "pattern", [NIGHTS, "daily 21:30-02:30", "Sat 00:30-03:30", "Mon 20:00-01:30"]
)
def test_rest_follows_shifts_that_lie_in_the_night_by_the_clock(pattern: str) -> None:
    """Over a year, so that the clock changes: the same as asked shift by shift."""
    days, rest = (date(2027, 1, 1), date(2027, 12, 31)), timedelta(hours=11)

    found = worked((pattern,), days, rest=rest)

    expected = joined(
        (utc_minute(begin), utc_minute(end + (rest if is_night(begin, end) else timedelta(0))))
        for begin, end in shifts(pattern, days)
    )
    assert found == expected
