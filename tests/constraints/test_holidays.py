"""Bank holidays of the nation and local holidays of the area are kept free."""

from datetime import date

import pytest

from constraints.holidays import Holidays
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.programme import LocalHoliday, Programme
from scheduler.samples import PROGRAMME, PROJECT, on


def degree_on(
    words: str, programme: Programme = PROGRAMME, constraint: Holidays | None = None
) -> int:
    objection = (constraint or Holidays()).check(on(words), programme, PROJECT)
    return objection.degree if objection else 0


def a_fair(area: str) -> Programme:
    fair = LocalHoliday(day=on("Monday 14 June 2027"), area=area)
    return PROGRAMME.model_copy(update={"local_holidays": (fair,)})


@pytest.mark.parametrize(
    ("words", "nation", "degree"),
    [
        # GOV.UK, bank holidays: 2 January is one in Scotland, Easter Monday is not.
        ("Monday 4 January 2027", "scotland", Degree.NEVER),
        ("Monday 4 January 2027", "england-and-wales", 0),
        ("Monday 29 March 2027", "scotland", 0),
        ("Monday 29 March 2027", "england-and-wales", Degree.NEVER),
        ("Monday 12 July 2027", "northern-ireland", Degree.NEVER),
        ("Monday 12 July 2027", "scotland", 0),
        ("Monday 15 June 2026", "scotland", Degree.NEVER),
    ],
)
def test_each_nation_has_its_own_bank_holidays(words: str, nation: str, degree: int) -> None:
    programme = PROGRAMME.model_copy(update={"nation": nation})

    assert degree_on(words, programme) == degree


@pytest.mark.parametrize("area", ["", "glen", "The Glen", "glen council", "XX1"])
def test_a_local_holiday_counts_in_its_area(area: str) -> None:
    assert degree_on("Monday 14 June 2027", a_fair(area)) == Degree.NEVER


def test_a_local_holiday_of_somewhere_else_does_not_count() -> None:
    assert degree_on("Monday 14 June 2027", a_fair("Elsewhere")) == 0


def test_a_local_holiday_without_a_name_is_said_plainly() -> None:
    says = "Monday 14 June 2027 is a local holiday."

    assert Holidays().check(on("Monday 14 June 2027"), a_fair(""), PROJECT) == Objection(
        Degree.NEVER, says, says
    )


def test_a_day_nobody_has_proclaimed_yet_is_expected() -> None:
    objection = Holidays().check(date(2029, 1, 1), PROGRAMME, PROJECT)

    assert objection is not None
    assert objection.organiser == (
        "Monday 1 January 2029 is expected to be a bank holiday: New Year's Day."
    )


def test_relaxing_leaves_holidays_for_if_need_be() -> None:
    local, bank = (Holidays().relaxed(relaxation) for relaxation in Holidays.relaxations)

    assert degree_on("Monday 14 June 2027", a_fair(""), local) == Degree.AVOID
    assert degree_on("Monday 3 May 2027", PROGRAMME, local) == Degree.NEVER
    assert degree_on("Monday 3 May 2027", PROGRAMME, bank) == Degree.AVOID
