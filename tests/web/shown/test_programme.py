"""A programme before anything is planned."""

from datetime import date

from scheduler.facts import Answer, Fact
from scheduler.places_to_fill import PlaceToFill
from scheduler.samples import HALL, WISH
from tests.web.plans import TWO_SESSIONS
from web.shown.programme import shown_programme


def test_a_group_is_counted_by_the_parts_people_play_without_names() -> None:
    seats = (PlaceToFill(code="young", count=2),)
    group = TWO_SESSIONS.projects[0].model_copy(update={"places_to_fill": seats})

    shown = shown_programme(TWO_SESSIONS.model_copy(update={"projects": (group,)}))

    assert shown.projects[0].who == (
        ("Lived experience", 1),
        ("Professional", 1),
        ("Places still to fill", 2),
    )


def test_a_wish_says_how_long_when_and_how_it_is_held() -> None:
    weeks = {"first_day": date(2027, 5, 3), "last_day": date(2027, 5, 7)}
    wishes = (
        WISH,
        WISH.model_copy(update={"day": date(2027, 5, 4), "required": False}),
        WISH.model_copy(update={**weeks, "form": "on-line", "title": ""}),
    )
    group = TWO_SESSIONS.projects[0].model_copy(update={"sessions": wishes})

    shown = shown_programme(TWO_SESSIONS.model_copy(update={"projects": (group,)}))

    assert shown.projects[0].sessions == (
        "Session (2 hours)",
        "Session (2 hours, on Tuesday 4 May 2027, can be left out)",
        "Session 3 (2 hours, from Monday 3 May to Friday 7 May 2027, on-line)",
    )


def test_what_nobody_has_said_of_a_place_is_counted_and_never_read_as_no() -> None:
    nobody_asked = HALL.model_copy(update={"code": "other", "access": {}, "capacity": None})
    wide = Fact(answer=Answer.LIMITED)
    narrow = HALL.model_copy(update={"code": "narrow", "access": {"step-free": wide}})
    programme = TWO_SESSIONS.model_copy(update={"venues": (HALL, nobody_asked, narrow)})

    shown = shown_programme(programme)

    assert shown.venues_say == (
        "3 places to choose from.",
        "Of 1 place nobody has said yet whether they are step-free.",
    )
    assert [(v.holds, v.step_free.says, v.step_free.state) for v in shown.venues] == [
        ("30", "Yes", "chosen"),
        ("not known", "Not known", "unknown"),
        ("30", "Limited", "avoid"),
    ]


def test_workers_are_counted_by_what_they_do() -> None:
    assert shown_programme(TWO_SESSIONS).workers == "facilitator (1)"


def test_views_that_are_almost_one_are_pointed_out() -> None:
    ishbel, rory = TWO_SESSIONS.people
    people = (
        ishbel.model_copy(update={"view": "carers"}),
        rory.model_copy(update={"view": "carer"}),
    )

    assert shown_programme(TWO_SESSIONS.model_copy(update={"people": people})).hints[:1] == (
        'Two views are almost alike: "carer" and "carers". If they are one, write them alike.',
    )
