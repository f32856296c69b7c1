"""What to write in place of days typed as in Britain, in each field that holds days."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from scheduler.files.forms import DAY, FORMS
from scheduler.typed_days import instead

TURNED: Final = "has days in another form than we read, year-month-day; write"
BETWEEN: Final = re.compile(rf"({DAY})\s*(?:-|\u2013|to|until)\s*({DAY})")
"""Two days with something else than a stroke between them."""
ONE_DAY: Final = re.compile(rf"(?<![-/\d])({DAY})(?![-/\d])")
HOURS: Final = re.compile(rf"({DAY}),?\s+(\d\d:\d\d)\s*(?:-|\u2013|/|to|until)\s*(\d\d:\d\d)")
"""A day, and from when to when: "2027-05-04 10:00-12:00"."""

TIDIED: Final[Mapping[str, Callable[[str], str]]] = {
    "Spell": lambda text: HOURS.sub(r"\1 \2/\1 \3", text),
    "Days": lambda text: BETWEEN.sub(r"\1/\2", text),
    "DatedLicence": lambda text: BETWEEN.sub(r"\1/\2", text),
    "NamedFeast": lambda text: text,
    "Season": lambda text: ONE_DAY.sub(r"\1/", BETWEEN.sub(r"\1/\2", text)),
}
"""How a cell with its days put right is put into its short form, by kind."""
BY_NAME: Final = {kind.__name__: form for kind, form in FORMS.items()}


def turned(text: str, is_read: Callable[[str], bool]) -> str:
    """Return what is wrong with days typed otherwise and what to write; empty if nothing is."""
    better = instead(text, is_read)
    return f"{TURNED} {better}" if better else ""


def turned_day(text: str) -> str:
    """Return the same for a field that holds one day."""
    return turned(text, reads(date.fromisoformat))


def turned_moment(text: str) -> str:
    """Return the same for a field that holds a day with a time."""
    return turned(text, reads(datetime.fromisoformat))


def turned_form(text: str, kind: str) -> str:
    """Return the same for a cell that holds days among other things, by the name of its kind."""
    form = BY_NAME.get(kind)
    better = instead(text, form.is_read, tidied=TIDIED[kind]) if form else ""
    return f"{TURNED} {better}" if better else ""


def reads(read: Callable[[str], object]) -> Callable[[str], bool]:
    """Return whether a text can be read, as a question to ask of it."""

    def is_read(text: str) -> bool:
        try:
            read(text)
        except ValueError:
            return False
        return True

    return is_read
