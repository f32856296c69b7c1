"""What is typed into a form: understood, or refused with what to do."""

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from scheduler.programme import Programme
from scheduler.samples import PROGRAMME
from web.forms import Ask, NotTypedError, Options, as_typed, understood


def colours(programme: Programme) -> Options:
    """Return two things to choose."""
    del programme
    return (("red", "Red"), ("blue", "Blue"))


ASKS = {
    "choice": Ask("it", "choice", colours),
    "one": Ask("it", "one", colours),
    "number": Ask("it", "number"),
    "ticks": Ask("it", "ticks", colours),
    "day": Ask("it", "day"),
    "text": Ask("it", "text"),
    "lines": Ask("it", "lines"),
}


def typed(*values: str) -> MultiDict[str, str]:
    """Return what a browser sends of the one field."""
    return MultiDict([("it", value) for value in values])


def a_day(day: str, month: str, year: str) -> MultiDict[str, str]:
    """Return what a browser sends of a day."""
    return MultiDict({"it-day": day, "it-month": month, "it-year": year})


@pytest.mark.parametrize(
    ("kind", "sent", "means"),
    [
        ("choice", typed("red"), "red"),
        ("one", typed("blue"), "blue"),
        ("number", typed(" 12 "), 12),
        ("number", typed("0"), 0),
        ("ticks", typed("blue", "red", "blue"), ("blue", "red")),
        ("day", a_day(" 4", "5", "2027"), date(2027, 5, 4)),
        ("text", typed("  two \n words "), "two words"),
        ("lines", typed("one\r\n\r\n two "), ("one", "two")),
    ],
)
def test_what_is_typed_is_understood(kind: str, sent: MultiDict[str, str], means: object) -> None:
    assert understood(ASKS[kind], sent, PROGRAMME) == means


@pytest.mark.parametrize(
    ("kind", "sent", "says"),
    [
        ("choice", typed(""), "Choose one of these"),
        ("one", typed(""), "Choose one of these"),
        ("one", typed("green"), "Choose one of these"),
        ("number", typed(""), "Write a whole number in digits, such as 12"),
        ("number", typed("-1"), "Write a whole number in digits, such as 12"),
        ("number", typed("1.5"), "Write a whole number in digits, such as 12"),
        ("choice", typed("green"), "Choose one of these"),
        ("ticks", typed(), "Choose at least one"),
        ("ticks", typed("red", "green"), "Choose one of these"),
        ("day", a_day("", "", ""), "Write a day of the calendar, such as 4 5 2027"),
        ("day", a_day("31", "2", "2027"), "Write a day of the calendar, such as 4 5 2027"),
        ("day", a_day("4", "May", "2027"), "Write a day of the calendar, such as 4 5 2027"),
        ("day", a_day("4", "5", "9" * 30), "Write a day of the calendar, such as 4 5 2027"),
        ("text", typed(" "), "Write something here"),
        ("text", typed("x" * 201), "Write at most 200 characters"),
        ("lines", typed("\n"), "Write at least one line"),
        ("lines", typed("x\n" * 31), "Write at most 30 lines of at most 200 characters"),
        ("lines", typed("x" * 201), "Write at most 30 lines of at most 200 characters"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_do(
    kind: str, sent: MultiDict[str, str], says: str
) -> None:
    with pytest.raises(NotTypedError) as refused:
        understood(ASKS[kind], sent, PROGRAMME)
    assert str(refused.value) == says


@pytest.mark.parametrize(
    ("kind", "nothing"), [("choice", ""), ("ticks", ()), ("day", None), ("text", ""), ("lines", ())]
)
def test_what_may_be_left_empty_means_nothing(kind: str, nothing: object) -> None:
    ask = Ask("it", ASKS[kind].kind, colours, is_needed=False)

    assert understood(ask, MultiDict(), PROGRAMME) == nothing


def test_what_was_typed_stands_in_the_field_again() -> None:
    shown = (
        as_typed(ASKS["text"], typed("<b>")),
        as_typed(ASKS["ticks"], typed("red", "green")),
        as_typed(ASKS["day"], a_day("31", "2", "2027")),
    )

    assert shown == ("<b>", ["red", "green"], {"day": "31", "month": "2", "year": "2027"})
