"""What options hold: days, moments, files, folders, refused before anything is read or planned."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Final

from scheduler.typed_days import instead
from web.terminal import RefusedError

SOME_DAY: Final = "2027-05-04"
SOME_MOMENT: Final = f"{SOME_DAY}T10:00"


def there(told: str) -> Path:
    """Return a file or folder that is to be read.

    Raises
    ------
    RefusedError
        If it is not there.
    """
    path = Path(told)
    if not path.exists():
        msg = f"{path.name} is not there; check the name and the folder."
        raise RefusedError(msg)
    return path


def folder(told: str) -> Path:
    """Return a folder to write in, which need not be there yet.

    Raises
    ------
    RefusedError
        If it is a file or lies in one.
    """
    path = Path(told)
    if any(each.exists() and not each.is_dir() for each in (path, *path.parents)):
        msg = f"{path}: this is a file or lies in one; give a folder"
        raise RefusedError(msg)
    return path


def day(option: str) -> Callable[[str], date]:
    """Return how an option that holds a day is read."""

    def read(told: str) -> date:
        try:
            return date.fromisoformat(told)
        except ValueError as refused:
            better = instead(told, lambda text: bool(_day(text))) or SOME_DAY
            msg = f'{option} "{told}" is no day; write it as {better}'
            raise RefusedError(msg) from refused

    return read


def moment(option: str) -> Callable[[str], datetime]:
    """Return how an option that holds a day with a time is read; it may bear no offset."""

    def read(told: str) -> datetime:
        found = _moment(told)
        if found is not None and ":" in told:
            return found
        what = "has no hour" if found else "is no date and time"
        better = instead(told, bool, tidied=_with_hour) or _with_hour(told) or SOME_MOMENT
        msg = f'{option} "{told}" {what}; write it as {better}'
        raise RefusedError(msg)

    return read


def _with_hour(text: str) -> str:
    """Return a day and time as we write them, at ten where no time was told; empty if neither."""
    found = _moment(text)
    if found is None:
        return ""
    return f"{found if ':' in text else found.replace(hour=10):%Y-%m-%dT%H:%M}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
