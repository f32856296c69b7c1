"""How every word of a programme behaves.

Frozen once read, and refused if it says what we do not know.
"""

from datetime import date, datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$")]
"""A short name for a person, place or thing: letters, digits, dots, dashes.

It stands for a name where none is given.
"""

Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$|^24:00$")]
"""A time of day as HH:MM on the clock of the programme's zone."""

Minutes = Annotated[int, Field(ge=0, le=100_000)]
"""A length in whole minutes."""

Pence = Annotated[int, Field(ge=0, le=1_000_000_000)]
"""An amount of money in whole pence."""

Label = Annotated[str, StringConstraints(max_length=200)]
"""A name or title people read: one short line."""

Text = Annotated[str, StringConstraints(max_length=5_000)]
"""Longer words people read."""

Settings = dict[str, dict[str, Any] | bool]
"""Settings of constraints by file name; `false` switches one off, where it is not a right."""


class Word(BaseModel):
    """One word of the programme: frozen, and refusing fields it does not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True
    )

    def __copy__(self) -> Self:
        """Return a copy without what was worked out from the original, which may no longer hold."""
        copied = super().__copy__()
        for worked_out in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[worked_out]
        return copied


class Spell(Word):
    """An unbroken time from `start` to `end`, on the programme's clock or with an offset."""

    start: datetime
    """When it begins."""
    end: datetime
    """When it ends; later than `start`."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start.tzinfo != self.end.tzinfo and None in (self.start.tzinfo, self.end.tzinfo):
            msg = "give both start and end with an offset, or neither"
            raise ValueError(msg)
        if self.end <= self.start:
            msg = f"end {self.end} is not after start {self.start}; swap them or correct one"
            raise ValueError(msg)
        return self


class Days(Word):
    """Whole days from `first` to `last`, both included."""

    first: date
    """First day."""
    last: date
    """Last day; not before `first`."""
    note: Label = ""
    """Why, in words anybody may read."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            msg = f"last {self.last} is before first {self.first}; swap them or correct one"
            raise ValueError(msg)
        return self

    def __contains__(self, day: object) -> bool:
        """Say whether a day is one of these."""
        return isinstance(day, date) and self.first <= day <= self.last
