"""Plain loops over numbers, turned into machine code on first use and kept for the next run."""

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

F = TypeVar("F", bound=Callable[..., object])


def compiled(function: F) -> F:
    """Compile a function of numbers and arrays.

    It stays what it is: `function.py_func` runs it as Python reads it, for tests. What is kept is
    made anew when the function's own file changes, and only then: functions that call one another
    belong in one file.
    """
    return cast("F", njit(cache=True)(function))
