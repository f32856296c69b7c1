"""What a comfortable journey is, where people said so and where they did not."""

import pytest

from scheduler.comfort import comfortable_changes, comfortable_minutes, is_bad_journey
from scheduler.people import Travel
from scheduler.samples import ISHBEL
from scheduler.ways import Way


@pytest.mark.parametrize(("own", "minutes"), [(None, 45), (0, 0), (20, 20), (80, 80)])
def test_minutes_are_what_the_person_said_else_the_default(own: int | None, minutes: int) -> None:
    person = ISHBEL.model_copy(update={"travel": Travel(comfortable_minutes=own)})

    assert comfortable_minutes(person) == minutes


@pytest.mark.parametrize(("most", "changes"), [(None, 1), (0, 0), (1, 1), (3, 1)])
def test_one_change_is_comfortable_unless_none_can_be_made(most: int | None, changes: int) -> None:
    person = ISHBEL.model_copy(update={"travel": Travel(most_changes=most)})

    assert comfortable_changes(person) == changes


@pytest.mark.parametrize(
    ("way", "is_bad"),
    [
        (Way(by="bus", out_minutes=45, back_minutes=45, changes=1), False),
        (Way(by="bus", out_minutes=46, back_minutes=10), True),
        (Way(by="bus", out_minutes=10, back_minutes=46), True),
        (Way(by="bus", out_minutes=10, back_minutes=10, changes=2), True),
    ],
)
def test_a_journey_is_bad_over_comfortable_minutes_or_changes(way: Way, is_bad: bool) -> None:
    assert is_bad_journey(ISHBEL, way) == is_bad
