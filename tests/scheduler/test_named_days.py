"""Days by name in hours: written out, and past what is known never a reason to be free."""

from datetime import date

import pytest

from scheduler.named_days import NamedDays, names_in, spelled, untold_in
from scheduler.words import Days

TERMS = NamedDays(
    code="term-time",
    days=(
        Days(first=date(2027, 1, 6), last=date(2027, 3, 25)),
        Days(first=date(2027, 4, 12), last=date(2027, 6, 24)),
    ),
)
WRITTEN = "2027-01-06/2027-03-25, 2027-04-12/2027-06-24"
BEYOND = "2027-06-25/2100-12-31"
RUN = "Mon-Fri 14:45-15:30"


@pytest.mark.parametrize(
    ("text", "perhaps", "expected"),
    [
        (f"{RUN} only term-time", True, f"{RUN} only {WRITTEN}, {BEYOND}"),
        (f"{RUN} only term-time", False, f"{RUN} only {WRITTEN}"),
        (f"{RUN} not Term-Time", True, f"{RUN} not {WRITTEN}"),
        (f"{RUN} not Term-Time", False, f"{RUN} not {WRITTEN}, {BEYOND}"),
        (f"{RUN} only 2027-05-03", True, f"{RUN} only 2027-05-03"),
        (RUN, True, RUN),
        (
            f"{RUN} only term-time not 2027-05-03",
            False,
            f"{RUN} only {WRITTEN} not 2027-05-03",
        ),
    ],
)
def test_a_name_is_written_out(text: str, *, perhaps: bool, expected: str) -> None:
    assert spelled((text,), (TERMS,), perhaps=perhaps) == (expected,)


def test_days_may_be_known_for_longer_than_the_last_of_them() -> None:
    summer = TERMS.model_copy(update={"known_until": date(2027, 8, 16)})

    (found,) = spelled((f"{RUN} only term-time",), (summer,), perhaps=True)

    assert found == f"{RUN} only {WRITTEN}, 2027-08-17/2100-12-31"


BORDERS = NamedDays(
    code="term-time", area="Borders", days=(Days(first=date(2027, 1, 5), last=date(2027, 4, 2)),)
)
ANGUS = NamedDays(
    code="term-time", area="Angus", days=(Days(first=date(2027, 1, 7), last=date(2027, 3, 26)),)
)


@pytest.mark.parametrize(
    ("text", "area", "expected"),
    [
        ("term-time", "borders", "2027-01-05/2027-04-02"),
        ("term-time", "angus", "2027-01-07/2027-03-26"),
        ("Term-Time in  Angus", "borders", "2027-01-07/2027-03-26"),
        ("term-time", "fife", "1900-01-01/1900-01-01"),
        ("term-time", "", "1900-01-01/1900-01-01"),
    ],
)
def test_days_of_ones_own_area_count_unless_hours_name_another(
    text: str, area: str, expected: str
) -> None:
    """Where nobody told them, nothing is known since long ago: then hours let nobody come."""
    areas = frozenset({area})

    found = spelled((f"{RUN} only {text}",), (BORDERS, ANGUS), areas=areas, perhaps=False)

    assert found == (f"{RUN} only {expected}",)


def test_days_of_everybody_count_where_an_area_has_none() -> None:
    found = spelled((f"{RUN} only term-time",), (TERMS, ANGUS), areas=frozenset(), perhaps=False)

    assert found == (f"{RUN} only {WRITTEN}",)


def test_where_nobody_told_the_days_of_an_area_hours_that_keep_away_hold_every_day() -> None:
    fife = frozenset({"fife"})

    (found,) = spelled((f"{RUN} only term-time",), (ANGUS,), areas=fife, perhaps=True)

    assert found == f"{RUN} only 1900-01-01/1900-01-01, 1900-01-02/2100-12-31"


def test_before_the_first_day_that_is_known_nobody_is_free() -> None:
    autumn = NamedDays(
        code="no-school",
        days=(Days(first=date(2027, 10, 11), last=date(2027, 10, 22)),),
        known_from=date(2027, 8, 17),
    )

    (found,) = spelled((f"{RUN} not no-school",), (autumn,), perhaps=False)

    assert found == (
        f"{RUN} not 2027-10-11/2027-10-22, 2027-10-23/2100-12-31, 1900-01-01/2027-08-16"
    )


def test_what_nobody_told_for_an_area_is_named() -> None:
    hours = (f"{RUN} only term-time not 2027-05-03", f"{RUN} only term-time in Borders")

    assert untold_in(hours, (BORDERS, ANGUS), frozenset({"fife"})) == ("term-time",)
    assert untold_in(hours, (BORDERS, ANGUS), frozenset({"angus"})) == ()


def test_only_what_is_no_day_is_a_name() -> None:
    text = f"{RUN} only term-time, 2027-05-03 not 12-25, gala"

    assert list(names_in(text)) == ["term-time", "gala"]
