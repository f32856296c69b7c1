"""Lifts: who of a group agreed to drive whom, and on what terms."""

from pydantic import Field

from scheduler.words import Code, Minutes, Word


class Lift(Word):
    """One member drives another, once both have said yes."""

    driver: Code
    """Who drives, in their own car, by code."""
    driven: Code
    """Who is driven, by code."""
    agreed_by: tuple[Code, ...] = ()
    """Who of the two has said yes; until both have, there is no such lift."""
    seats: int = Field(default=1, ge=1, le=8)
    """How many of the group the driver has room for at once."""
    most_detour_minutes: Minutes = 15
    """How much longer each way may become for the driver, everybody's detours together."""
    detour_minutes: Minutes | None = None
    """How much longer each way becomes for this one; empty means as the map says."""
    back: bool = True
    """Whether the driver also brings them home; else they need a way home of their own."""

    @property
    def is_agreed(self) -> bool:
        """Say whether both have said yes."""
        return {self.driver, self.driven} <= set(self.agreed_by)
