"""Days by name in hours: written out, and past what is known never a reason to be free."""

from datetime import date

import pytest

from scheduler.named_days import NamedDays, names_in, spelled
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
    ("text", "takes", "expected"),
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
def test_a_name_is_written_out(text: str, *, takes: bool, expected: str) -> None:
    assert spelled((text,), (TERMS,), takes=takes) == (expected,)


def test_days_may_be_known_for_longer_than_the_last_of_them() -> None:
    summer = TERMS.model_copy(update={"known_until": date(2027, 8, 16)})

    (found,) = spelled((f"{RUN} only term-time",), (summer,), takes=True)

    assert found == f"{RUN} only {WRITTEN}, 2027-08-17/2100-12-31"


def test_only_what_is_no_day_is_a_name() -> None:
    text = f"{RUN} only term-time, 2027-05-03 not 12-25, gala"

    assert list(names_in(text)) == ["term-time", "gala"]
