"""What several people are to be told alike, said once."""

from collections.abc import Iterable

from scheduler.replanned import ToTell
from scheduler.sentences import listed


def told_together(told: Iterable[ToTell]) -> tuple[ToTell, ...]:
    """Return what to tell, in the order it came; who is told the same is named in one sentence.

    Whoever has a number to ring stays alone with it.
    """
    alike: dict[tuple[str, str, str], list[ToTell]] = {}
    for each in told:
        alike.setdefault((each.who, each.says.removeprefix(_begins(each)), each.phone), []).append(
            each
        )
    return tuple(_one(says, every) for (_, says, _), every in alike.items())


def _one(says: str, every: list[ToTell]) -> ToTell:
    first = every[0]
    if len(every) == 1:
        return first
    names = listed([each.name for each in every])
    return first.model_copy(update={"name": names, "says": f"{names}: {says}"})


def _begins(told: ToTell) -> str:
    return f"{told.name}: " if told.name else ""
