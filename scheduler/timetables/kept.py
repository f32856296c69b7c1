"""Keeps a timetable that was read as numbers, so that it is read from its tables only once."""

import os
from contextlib import suppress
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from scheduler.timetables.network import Network

FORM = "1"
"""Raised when what is kept changes its form."""


def kept_in() -> Path:
    """Return the folder in which timetables are kept: COMMONGROUND_CACHE, else the user's own."""
    named = os.environ.get("COMMONGROUND_CACHE")
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(named) if named else Path(home) / "commonground" / "timetables"


def fingerprint_of(path: Path, *told: str) -> str:
    """Return what tells timetables apart: every byte of their files, and what else they rest on."""
    digest = sha256("\n".join((FORM, *told)).encode())
    for file in sorted(path.rglob("*")) if path.is_dir() else (path,):
        if file.is_file():
            digest.update(f"{file.relative_to(path)}\n".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def load(file: Path) -> Network | None:
    """Return a timetable that was kept; None where none was, or it can no longer be read."""
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
            return Network(**{field.name: kept[field.name] for field in fields(Network)})
    except (OSError, ValueError, KeyError, BadZipFile):
        return None


def keep(network: Network, file: Path) -> None:
    """Keep a timetable, where there is room to; nothing is lost where there is not."""
    beside = file.with_suffix(f".{os.getpid()}.npz")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        np.savez(beside, **{field.name: getattr(network, field.name) for field in fields(network)})
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()
