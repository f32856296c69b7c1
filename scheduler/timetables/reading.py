"""Reads whatever form a timetable comes in, once, and keeps it as numbers."""

from functools import lru_cache
from pathlib import Path

from scheduler.timetables.gtfs import read_gtfs
from scheduler.timetables.kept import fingerprint_of, keep, kept_in, load
from scheduler.timetables.network import Network, network_of
from scheduler.timetables.transxchange import read_transxchange


def read_timetable(path: Path, *, nation: str, stops: Path | None = None) -> Network:
    """Return a timetable: from what was kept of it, else from its files.

    Parameters
    ----------
    nation
        Whose bank holidays hold, for timetables that speak of them.
    stops
        A table of where stops are, for timetables that do not say.

    Raises
    ------
    ProgrammeError
        If anything is wrong with it.
    """
    return _read(path, nation, stops, _stamp(path) + (_stamp(stops) if stops else ()))


def _stamp(path: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells whether anything was written there since: cheaper than reading it."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    stats = [(file.name, file.stat()) for file in files if file.is_file()]
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


@lru_cache(maxsize=8)
def _read(path: Path, nation: str, stops: Path | None, stamp: object) -> Network:  # noqa: ARG001 - read again when it changes
    is_xml = path.suffix.casefold() == ".xml"
    told = (nation, fingerprint_of(stops) if stops else "") if is_xml else ()
    file = kept_in() / f"{fingerprint_of(path, *told)}.npz"
    found = load(file)
    if found is None:
        feed = read_transxchange(path, nation=nation, stops=stops) if is_xml else read_gtfs(path)
        found = network_of(feed)
        keep(found, file)
    return found
