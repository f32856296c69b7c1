"""Sentences, days, hours and money as people read them."""

import re
from datetime import timedelta

import pytest

from scheduler.samples import at
from tests.conftest import ROOT
from web.wording import catalogue, elapsed, hours, minutes, money, phone_link, say, when

ASKED = re.compile(r"""say\(\s*['"]([a-z_]+\.[a-z_]*[a-z])['"]""")
BEGUN = re.compile(r"""['"]([a-z_]+\.[a-z_]*)(?:['"] ~|\{)""")


def used() -> str:
    """Return everything that may ask for a sentence."""
    files = [*ROOT.glob("web/**/*.py"), *ROOT.glob("web/templates/*.html")]
    return "\n".join(file.read_text("utf-8") for file in files)


def names() -> set[str]:
    """Return the names of all sentences."""
    return {f"{page}.{key}" for page, told in catalogue().items() for key in told}


def test_a_day_and_its_hours_are_said_as_people_say_them() -> None:
    start, end = at("Tuesday 4 May 2027 10:30"), at("Tuesday 4 May 2027 13:00")

    assert when(start, end) == "Tuesday 4 May 2027, 10:30 am to 1 pm"


@pytest.mark.parametrize(
    ("clocks", "said"),
    [
        (("09:00", "11:30"), "9 am to 11:30 am"),
        (("11:00", "12:00"), "11 am to midday"),
        (("12:30", "14:00"), "12:30 pm to 2 pm"),
        (("00:00", "00:45"), "midnight to 12:45 am"),
    ],
)
def test_hours_about_noon_and_midnight_cannot_be_mistaken(
    clocks: tuple[str, str], said: str
) -> None:
    start, end = (at(f"Tuesday 4 May 2027 {clock}") for clock in clocks)

    assert hours(start, end) == said


def test_money_is_written_in_pounds_with_pence_where_there_are_any() -> None:
    assert [money(pence) for pence in (4500, 117372, 7)] == ["£45", "£1,173.72", "£0.07"]


def test_a_length_not_known_is_said_to_be_so() -> None:
    said = [minutes(many) for many in (25, 61, 120, 0, None)]

    assert said == ["25 minutes", "1 hour 1 minute", "2 hours", "no time at all", "not known"]


def test_time_gone_by_is_counted_in_seconds() -> None:
    gone = [elapsed(timedelta(seconds=many)) for many in (1, 125, -3)]

    assert gone == ["1 second", "2 minutes 5 seconds", "0 seconds"]


def test_a_number_to_ring_has_no_spaces_in_its_link() -> None:
    assert phone_link("+44 (1632) 960 100") == "tel:+441632960100"


def test_a_sentence_that_lacks_a_part_is_refused() -> None:
    with pytest.raises(KeyError, match="hours"):
        say("time.when", day="Tuesday")


def test_every_sentence_that_is_asked_for_is_there() -> None:
    asked = set(ASKED.findall(used()))

    assert asked - names() == set()


def test_no_sentence_is_kept_that_nobody_asks_for() -> None:
    text = used()
    begun = tuple(set(BEGUN.findall(text)))

    unused = {name for name in names() if not re.search(rf"""['"]{name}['"]""", text)}

    assert {name for name in unused if not name.startswith(begun)} == set()
