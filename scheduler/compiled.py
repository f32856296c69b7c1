"""Plain loops over numbers, turned into machine code on first use and kept for the next run.

What turns them is loaded on first use too: it takes longer to load than everything else together,
and whoever looks up a season or a holiday calls no such loop.
"""

import sys
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., object])


def compiled(function: F) -> F:
    """Compile a function of numbers and arrays when it is first called.

    It stays what it is: `function.py_func` runs it as Python reads it, for tests. What is kept is
    made anew when the function's own file changes, and only then: functions that call one another
    belong in one file.
    """
    return cast("F", _WhenCalled(function))


class _WhenCalled:
    """A function that is compiled with all of its module when one of them is first called."""

    def __init__(self, function: Callable[..., object]) -> None:
        self.py_func = function

    def __call__(self, *numbers: object) -> object:
        return self._machine_code(*numbers)

    @cached_property
    def _machine_code(self) -> Callable[..., object]:
        # Compiled code knows only compiled code: first every loop its file speaks of takes the
        # place of the one that waits.
        spoken_of = vars(sys.modules[self.py_func.__module__])
        waiting = {name: it for name, it in spoken_of.items() if isinstance(it, _WhenCalled)}
        spoken_of.update({name: it.made for name, it in waiting.items()})
        machine_code: Callable[..., object] = self.made
        return machine_code

    @cached_property
    def made(self) -> Any:  # noqa: ANN401 - a dispatcher of Numba's, which is not typed
        # Loaded here because it is slow to load, and most commands never plan.
        from numba import njit  # noqa: PLC0415

        return njit(cache=True, forceinline=True)(self.py_func)
