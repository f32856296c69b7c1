"""The constraints: one file each. This folder is the registry."""

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from scheduler.constraint import Constraint, Registry


@lru_cache(maxsize=1)
def registry() -> Registry:
    """Return every constraint of this folder by file name, in alphabetical order.

    Raises
    ------
    TypeError
        If a file holds no constraint, or more than one.
    """
    names = sorted(module.name for module in iter_modules(__path__))
    return MappingProxyType({name: _only_constraint(name) for name in names})


def _only_constraint(name: str) -> type[Constraint]:
    module = import_module(f"{__name__}.{name}")
    found = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Constraint)
        and value.__module__ == module.__name__
    ]
    if len(found) != 1:
        msg = f"constraints/{name}.py holds {len(found)} constraints; write one to a file"
        raise TypeError(msg)
    return found[0]
