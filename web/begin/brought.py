"""Halls that a file told of: shown in the same form, and changed by nothing but what is typed."""

from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path as FilePath
from pathlib import PurePath
from tempfile import TemporaryDirectory
from typing import Any, Final

from werkzeug.datastructures import FileStorage
from werkzeug.utils import secure_filename

from scheduler.errors import ProgrammeError
from scheduler.places.imported import VenueImport
from scheduler.places.importing import import_venues
from scheduler.sentences import counted
from scheduler.venues import Venue
from web.begin.draft import Draft, Item, Typed
from web.begin.turned import in_pounds
from web.wording import say

STANDS: Final = {
    "hall": ("name",),
    "place": ("place",),
    "capacity": ("capacity",),
    "step_free": ("access", "step-free"),
    "licensed": ("licensed",),
    "hire": ("hire_pence",),
    "hall_kind": ("kind",),
    "hall_phone": ("phone",),
    "opening": ("opening",),
    "operator": ("operator",),
    "toilet": ("access", "accessible toilet"),
    "loop": ("access", "hearing loop"),
    "quiet": ("access", "quiet room"),
}
"""Where in a venue what the form asks stands; its position stands in two places."""
POSITION: Final = "hall_position"
LONGEST: Final = 60
"""Most letters of a file's name that are told again."""
ENDINGS: Final = frozenset({".csv", ".json", ".geojson"})


def halls_in(file: FileStorage) -> VenueImport:
    """Return the halls of a file that was sent: a map, a directory or a table.

    Raises
    ------
    ProgrammeError
        If the file as a whole cannot be read.
    """
    # What is left of the name that was sent leads to no other folder.
    name = PurePath(secure_filename(file.filename or "")[-LONGEST:])
    ending = name.suffix.casefold() if name.suffix.casefold() in ENDINGS else ".json"
    with TemporaryDirectory(prefix="commonground-") as folder:
        place = FilePath(folder) / f"{name.stem or 'venues'}{ending}"
        file.save(place)
        return import_venues(place)


def with_halls(draft: Draft, imported: VenueImport) -> Draft:
    """Return a draft with the halls of a file beside its own; those it has stay as they are."""
    here = {str(hall.brought.get("code", "")).casefold() for hall in draft.halls}
    new = [venue for venue in imported.venues if venue.code.casefold() not in here]
    for venue in new:
        told = venue.model_dump(mode="json", exclude_defaults=True)
        draft = draft.with_new("halls", typed_of(told), brought=told)
    lines = tuple(_report(imported, new))
    return draft.model_copy(update={"report": lines})


def typed_of(told: dict[str, Any]) -> Typed:
    """Return what would have been typed into the form for what a file says of a hall."""
    said = {name: _at(told, path) for name, path in STANDS.items()}
    typed = {name: [_answer(name, value)] for name, value in said.items() if value is not None}
    if "latitude" in told and "longitude" in told:
        typed[POSITION] = [f"{told['latitude']}, {told['longitude']}"]
    return typed


def without_what_was_changed(hall: Item) -> dict[str, Any]:
    """Return what a file says of a hall, but for what was typed otherwise since.

    What was typed as the file has it is left to the file, which may also say who said so.
    """
    left = deepcopy(hall.brought)
    for name, was in typed_of(hall.brought).items():
        # What nobody was asked, as the form did not ask it then, is left to the file.
        if name in hall.typed and hall.typed[name] != was:
            for path in _paths(name):
                _take_out(left, path)
    return left


def is_as_brought(hall: Item, name: str) -> bool:
    """Say whether a field of the form stands as the file has it."""
    was = typed_of(hall.brought).get(name)
    return was is not None and hall.typed.get(name, was) == was


def brought_paths() -> Iterable[tuple[str, Iterable[tuple[str, ...]]]]:
    """Return each field of the form with where in a venue what it asks stands."""
    return ((name, _paths(name)) for name in (*STANDS, POSITION))


def _paths(name: str) -> Iterable[tuple[str, ...]]:
    return (("latitude",), ("longitude",)) if name == POSITION else (STANDS[name],)


def _at(told: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401 - as JSON has it
    for part in path:
        told = told.get(part) if isinstance(told, dict) else None
    return told


def _answer(name: str, value: Any) -> str:  # noqa: ANN401 - a text, a number, or a fact
    if name == "hire":
        return in_pounds(value)
    return str(value["answer"]) if isinstance(value, dict) else str(value)


def _take_out(told: dict[str, Any], path: tuple[str, ...]) -> None:
    here: Any = told
    for part in path[:-1]:
        here = here.get(part, {})
    here.pop(path[-1], None)


def _report(imported: VenueImport, new: list[Venue]) -> Iterable[str]:
    already = len(imported.venues) - len(new)
    yield say("begin.brought", taken=counted(len(new), "place"))
    if already:
        yield say("begin.brought_already", places=counted(already, "place"))
    for row in imported.rows:
        named = say("begin.brought_row", number=row.number, name=row.name).strip(", ")
        if row.refused:
            yield say("begin.brought_not", row=named, why=row.refused)
        yield from (say("begin.brought_doubt", row=named, what=each) for each in row.doubts)


def why_refused(refused: ProgrammeError) -> str:
    """Return what is wrong with a file as a whole."""
    return " ".join(fault.says for fault in refused.faults)
