"""Opening hours are read out in words, and nothing of them is left out."""

import pytest

from scheduler.places.spoken_opening import spoken_opening


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mo-Sa 09:00-22:00", "Monday to Saturday from 09:00 to 22:00"),
        (
            "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-16:00; PH off",
            (
                "Monday to Friday from 09:00 to 12:00 and from 13:00 to 17:00; "
                "Saturday from 10:00 to 16:00; closed on public holidays"
            ),
        ),
        ("24/7", "always open"),
        ("Mo,We,Fr 09:00-17:00", "Monday, Wednesday and Friday from 09:00 to 17:00"),
        ("Apr-Sep Mo-Su 10:00-18:00", "Monday to Sunday in April to September from 10:00 to 18:00"),
        ("Jan off", "closed in January"),
        ("09:00-17:00", "from 09:00 to 17:00"),
        ('Mo "by appointment"', "Monday (by appointment)"),
        ('"ring first; then come"', "(ring first; then come)"),
        ("week 1-20 Mo 09:00-17:00", '"week 1-20 Mo 09:00-17:00"'),
        ("Mo 09:00-17:00; Easter off", '"Mo 09:00-17:00; Easter off"'),
    ],
)
def test_hours_are_said_in_words_or_given_whole(text: str, said: str) -> None:
    assert spoken_opening(text) == said
