"""Venues out, in the form they can be brought in from again."""

import json
from collections.abc import Sequence
from pathlib import Path

from scheduler.errors import Fault, ProgrammeError
from scheduler.files.saving import save
from scheduler.files.tables import table_text
from scheduler.venues import Venue


def write_venues(venues: Sequence[Venue], path: Path) -> None:
    """Write venues to a file: a table where its name ends in .csv, a document where in .json.

    Raises
    ------
    ProgrammeError
        If the name ends in neither.
    """
    endings = {".csv": _table, ".json": _document}
    text = endings.get(path.suffix.casefold())
    if text is None:
        remedy = "ends neither in .csv nor in .json; name it so"
        raise ProgrammeError((Fault(path.name, None, "", "", remedy),))
    save({path: text(venues)})


def _table(venues: Sequence[Venue]) -> str:
    # The mark of UTF-8, without which spreadsheets take Gaelic for something else.
    return "\ufeff" + (table_text(venues) if venues else "code\r\n")


def _document(venues: Sequence[Venue]) -> str:
    tree = [venue.model_dump(mode="json", exclude_defaults=True) for venue in venues]
    return json.dumps({"venues": tree}, indent=1, ensure_ascii=False) + "\n"
