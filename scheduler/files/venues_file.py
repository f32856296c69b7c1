"""Venues by themselves: a table for a programme's folder, or a list for its JSON document."""

import json
from collections.abc import Sequence
from pathlib import Path

from scheduler.files.saving import save
from scheduler.files.tables import table_text
from scheduler.venues import Venue


def write_venues(venues: Sequence[Venue], path: Path) -> None:
    """Write venues as `venues.csv` of a folder, or as JSON where the name ends in .json."""
    if path.suffix == ".json":
        listed = [venue.model_dump(mode="json", exclude_defaults=True) for venue in venues]
        text = json.dumps({"venues": listed}, indent=1, ensure_ascii=False) + "\n"
    else:
        text = f"\ufeff{table_text(tuple(venues))}"
    save({path: text})
