"""How strongly a constraint can object."""

from enum import IntEnum


class Degree(IntEnum):
    """How strongly a constraint objects."""

    UNKNOWN = 1
    """Somebody has to ask first."""
    AVOID = 2
    """It can be done, if need be."""
    NEVER = 3
    """It cannot be done: a candidate for all, or this person's coming to it."""
    RIGHT = 4
    """It would pass over somebody's right, and so cannot be done for anybody."""
