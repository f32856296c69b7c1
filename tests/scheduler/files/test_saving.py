"""What a fingerprint is taken of: one text for equal words, whichever way they came in."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final

from scheduler.files.saving import AT_ONCE, canonical_pieces
from scheduler.people import Person, Times
from scheduler.programme import Programme
from scheduler.samples import PROGRAMME
from scheduler.venues import Venue
from scheduler.words import Spell

LIKE_A_MOMENT: Final = "2027-06-08T10:00:00Z"
"""A name somebody may give that reads like a moment in UTC: it is told as it was given."""


def _plain(value: Any) -> Any:  # noqa: ANN401 - any part of a programme
    """Return a value as JSON has it, number by number and moment by moment."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else value


def test_words_are_written_as_if_each_value_had_been_by_itself() -> None:
    # Given moments of every kind, whole numbers that are not, and more people than go at once.
    hours = (
        datetime(2027, 6, 8, 10, tzinfo=UTC),
        datetime(2027, 6, 8, 13, 0, 0, 5000, tzinfo=UTC),
        datetime(2027, 6, 8, 16, tzinfo=timezone(timedelta(hours=1))),
        datetime(2027, 6, 8, 17, 30),  # noqa: DTZ001 - on the programme's clock
    )
    hour = timedelta(minutes=30)
    times = Times(busy=tuple(Spell(start=each, end=each + hour) for each in hours))
    people = [Person(code=f"p{n}", name="Jazz", times=times) for n in range(AT_ONCE + 1)]
    hall = Venue(code="hall", name=LIKE_A_MOMENT, latitude=56.0, longitude=-3.25)
    programme = PROGRAMME.model_copy(update={"people": tuple(people), "venues": (hall,)})

    # When it is written down.
    text = "".join(canonical_pieces(programme))

    # Then it reads as every value does alone.
    tree = _plain(programme.model_dump(mode="python"))
    assert text == json.dumps(tree, sort_keys=True, ensure_ascii=False)


def test_only_spells_of_a_programme_have_moments() -> None:
    """Moments are written alike because they are looked for in spells, and nowhere else."""
    kinds = Programme.model_json_schema()["$defs"]

    with_moments = {name for name, kind in kinds.items() if '"date-time"' in json.dumps(kind)}

    assert with_moments == {"Spell"}
