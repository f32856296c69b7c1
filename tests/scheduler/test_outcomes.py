"""What a plan means for each person, in one sentence."""

from scheduler.outcomes import outcomes_of
from scheduler.plan import Absent, Chosen, Coming, WayTaken
from scheduler.samples import ISHBEL, PROGRAMME, PROJECT, RORY, WISH, at

TWO = PROJECT.model_copy(update={"sessions": (WISH, WISH)})
SHORT = WayTaken(by="car", out_minutes=20, back_minutes=25)
UNKNOWN = WayTaken(by="not known", out_minutes=None, back_minutes=None)


def session(number: int, *coming: Coming, down: str = "") -> Chosen:
    """Return a session with whoever comes, and perhaps somebody who stands down."""
    return Chosen(
        project="group",
        number=number,
        start=at("Tuesday 4 May 2027 10:00"),
        end=at("Tuesday 4 May 2027 12:00"),
        venue="hall",
        coming=coming,
        absent=(Absent(person=down, stands_down=True),) if down else (),
    )


def lines(*sessions: Chosen) -> list[str]:
    """Return what is said of Ishbel and of Rory."""
    group = PROJECT.model_copy(update={"sessions": (WISH,) * len(sessions)})
    return [each.line for each in outcomes_of(PROGRAMME, group, sessions)]


def test_somebody_comes_to_so_many_sessions() -> None:
    assert lines(session(1, Coming(person="ishbel", way=SHORT)), session(2)) == [
        "Ishbel comes to 1 of 2 sessions.",
        "Rory comes to 0 of 2 sessions.",
    ]


def test_whoever_stands_down_could_come_to_more() -> None:
    """It once said "can come to 1 of 2 sessions and leaves 1 place", as if one were beyond him."""
    rory = Coming(person="rory", way=SHORT)

    assert lines(session(1, rory), session(2, down="rory"))[1] == (
        "Rory could come to 2 of 2 sessions, comes to 1 and leaves 1 place to others."
    )


def test_who_is_not_sure_yet_is_said_to_be() -> None:
    ishbel, rory = (Coming(person=code, way=SHORT, sure=False) for code in ("ishbel", "rory"))
    sure = Coming(person="rory", way=SHORT)

    assert lines(session(1, ishbel, rory), session(2, ishbel, sure)) == [
        "Ishbel comes to 2 of 2 sessions. None of that is sure yet.",
        "Rory comes to 2 of 2 sessions. 1 of these is not sure yet.",
    ]


def test_several_that_are_not_sure_are_counted() -> None:
    rory = Coming(person="rory", way=SHORT, sure=False)
    sure = Coming(person="rory", way=SHORT)

    assert lines(session(1, rory), session(2, rory), session(3, sure))[1] == (
        "Rory comes to 3 of 3 sessions. 2 of these are not sure yet."
    )


def test_the_longest_journey_is_told_only_where_all_are_known() -> None:
    known = (session(1, Coming(person="rory", way=SHORT)),)
    unknown = (*known, session(2, Coming(person="rory", way=UNKNOWN)))

    found = [outcomes_of(PROGRAMME, TWO, some)[1].worst_minutes for some in (known, unknown)]

    assert found == [25, None]


def test_whoever_could_come_to_more_than_they_want_is_not_said_to_come_to_four_of_two() -> None:
    """Of two sites on one day, both would do for somebody who wants one of them each time."""
    way = Coming(person="ishbel", way=SHORT)
    away = Absent(person="ishbel", stays_away="Ishbel comes to other sessions, as many as agreed.")
    elsewhere = session(2).model_copy(update={"absent": (away,)})
    wants_one = ISHBEL.model_copy(update={"sessions_wanted": 1})
    programme = PROGRAMME.model_copy(update={"people": (wants_one, RORY)})
    group = PROJECT.model_copy(update={"sessions": (WISH,) * 2})

    first, _ = outcomes_of(programme, group, (session(1, way), elsewhere))

    assert first.line == (
        "Ishbel could come to 2 sessions, wants 1, comes to 1 and stays away from 1 because of an "
        "agreement or a limit."
    )
