"""What was said so far of a programme that is being begun, just as it was typed."""

from typing import Any, Final, Literal, cast

from pydantic import BaseModel, ConfigDict

from web.store import NotKeptError

Typed = dict[str, list[str]]
"""What a browser sent, by the name of its field."""
ListName = Literal["people", "halls", "workers", "journeys"]
"""What is told one by one."""

LISTS: Final[tuple[ListName, ...]] = ("people", "halls", "workers", "journeys")


class Kept(BaseModel):
    """Something of a draft: kept as it is, and refused if it holds what we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Item(Kept):
    """A person, a hall, a worker or a journey."""

    key: str
    """How addresses refer to it."""
    typed: Typed = {}
    """What was said of it."""
    brought: dict[str, Any] = {}
    """What a file said of it, in the words of a programme."""
    sending: str = ""
    """What tells the form it was first told in from every other."""


class Removed(Kept):
    """What was taken away last, and where it stood."""

    name: ListName
    at: int
    item: Item
    journeys: tuple[Item, ...] = ()
    """Journeys of that person or to that hall, which went with them."""


class Draft(Kept):
    """Everything said so far."""

    told: Typed = {}
    """What was said of the programme itself."""
    answered: tuple[str, ...] = ()
    """Pages on which something was said, by name."""
    people: tuple[Item, ...] = ()
    halls: tuple[Item, ...] = ()
    workers: tuple[Item, ...] = ()
    journeys: tuple[Item, ...] = ()
    places: dict[str, Typed] = {}
    """What was said of each place people or halls are in, by its code."""
    removed: Removed | None = None
    report: tuple[str, ...] = ()
    """What came of the last file of halls."""
    taken: tuple[str, ...] = ()
    """Changes that were taken into plans since this was said, of which it knows nothing."""
    given: int = 0
    """How many keys were given so far: none is given twice."""
    sending: str = ""
    """What tells the form it was begun in from every other."""

    @property
    def name(self) -> str:
        """What the programme is called."""
        return " ".join("".join(self.told.get("name", [])[:1]).split())

    def items(self, name: ListName) -> tuple[Item, ...]:
        """Return one of its lists."""
        return cast("tuple[Item, ...]", getattr(self, name))

    def item(self, name: ListName, key: str) -> Item:
        """Return one of a list.

        Raises
        ------
        NotKeptError
            If there is none.
        """
        found = next((each for each in self.items(name) if each.key == key), None)
        if found is None:
            raise NotKeptError(key)
        return found

    def with_page(self, page: str, typed: Typed) -> "Draft":
        """Return it with what was said on a page."""
        answered = tuple(dict.fromkeys((*self.answered, page)))
        return self.model_copy(update={"told": {**self.told, **typed}, "answered": answered})

    def with_place(self, code: str, typed: Typed) -> "Draft":
        """Return it with what was said of a place."""
        return self.model_copy(update={"places": {**self.places, code: typed}})

    def with_new(
        self,
        name: ListName,
        typed: Typed,
        *,
        brought: dict[str, Any] | None = None,
        sending: str = "",
    ) -> "Draft":
        """Return it with one more in a list."""
        key = str(self.given + 1)
        item = Item(key=key, typed=typed, brought=brought or {}, sending=sending)
        return self._with(name, (*self.items(name), item), given=self.given + 1)

    def told_in(self, name: ListName, sending: str) -> Item | None:
        """Return the one of a list that was told in a form; None where that was not sent before."""
        return next((each for each in self.items(name) if each.sending == sending), None)

    def with_more(self, name: ListName, key: str, typed: Typed) -> "Draft":
        """Return it with more said of one in a list."""
        item = self.item(name, key)
        more = item.model_copy(update={"typed": {**item.typed, **typed}})
        return self._with(
            name, tuple(more if each.key == key else each for each in self.items(name))
        )

    def without(self, name: ListName, key: str) -> "Draft":
        """Return it without one of a list, which can be put back until another is removed."""
        item = self.item(name, key)
        at = self.items(name).index(item)
        left = tuple(each for each in self.items(name) if each.key != key)
        gone = tuple(each for each in self.journeys if _is_of(each, name, key))
        removed = Removed(name=name, at=at, item=item, journeys=gone)
        kept = tuple(each for each in self.journeys if each not in gone)
        return self._with(name, left, removed=removed, journeys=kept)

    def put_back(self, name: ListName) -> "Draft":
        """Return it with what was removed last from a list, where it stood."""
        gone = self.removed
        if gone is None or gone.name != name:
            return self
        others = self.items(name)
        journeys = sorted((*self.journeys, *gone.journeys), key=lambda each: int(each.key))
        back = (*others[: gone.at], gone.item, *others[gone.at :])
        return self._with(name, back, removed=None, journeys=tuple(journeys))

    def _with(self, name: ListName, items: tuple[Item, ...], **others: object) -> "Draft":
        return self.model_copy(update={"report": (), **others, name: items})


def _is_of(journey: Item, name: ListName, key: str) -> bool:
    """Say whether a journey is somebody's, or leads to a hall."""
    if name == "people":
        return journey.typed.get("goes") == [f"person-{key}"]
    return name == "halls" and journey.typed.get("to") == [key]
