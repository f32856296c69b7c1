"""What people write above the columns of a table of halls, such as "Price" or "Lat"."""

import re
from dataclasses import dataclass
from typing import Final

from scheduler.files.columns import Column, columns_of
from scheduler.files.tables import Headings
from scheduler.other_words import OTHER_WORDS
from scheduler.people import NEEDS
from scheduler.spelling import folded
from scheduler.venues import Venue

POUNDS: Final = re.compile(r"£? ?(\d{1,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d\d?))?", re.ASCII)
"""An amount, with a comma only before thousands: elsewhere 25,50 is what 25.50 is here."""
IN_POUNDS: Final = ("hire pounds", "hire", "price", "cost", "rent", "fee", "price in pounds")
"""What stands above money in pounds; in pence it is called `hire_pence`."""
OTHERS: Final = {
    "name": ("hall", "venue", "called"),
    "kind": ("type",),
    "place": ("village", "town", "district", "location"),
    "latitude": ("lat",),
    "longitude": ("lng", "lon", "long"),
    "phone": ("telephone", "tel", "phone number"),
    "capacity": ("seats", "holds", "room size"),
    "operator": ("run by", "owner"),
    "licensed": ("alcohol", "licence", "serves alcohol"),
    "opening": ("open", "hours", "opening hours"),
}
"""Other words for the columns of venues.csv."""


@dataclass(frozen=True)
class InPounds(Column):
    """A column of money in pounds, as people write it."""

    def read(self, cell: str) -> int:
        """Return the pence a cell stands for."""
        pounds, part = POUNDS.fullmatch(cell).groups()  # type: ignore[union-attr]
        return int(pounds.replace(",", "")) * 100 + int((part or "").ljust(2, "0"))

    def refuses(self, cell: str) -> str:
        """Return what to write where a cell is no amount."""
        return (
            ""
            if POUNDS.fullmatch(cell)
            else "is no amount in pounds; write one such as 25 or 25.50"
        )


def _headings() -> Headings:
    columns = columns_of(Venue)
    hire = columns["hire_pence"]
    pounds = InPounds("hire_pounds", hire.path, hire.kind, hire.default, is_required=False)
    needs = {need: f"access.{need}" for need in NEEDS}
    words = {
        **{folded(column.header): column for column in columns.values()},
        **{folded(need): columns[header.casefold()] for need, header in needs.items()},
        **{word: columns[needs[need].casefold()] for word, need in OTHER_WORDS.items()},
        **{word: columns[name] for name, others in OTHERS.items() for word in others},
        **dict.fromkeys(IN_POUNDS, pounds),
    }
    return Headings(words, frozenset({"code"}))


HEADINGS: Final = _headings()
"""What may stand above the columns of a table of halls that is brought in; it needs no codes."""
