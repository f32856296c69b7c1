"""Timetables a programme names: where they are, whether they can be read, and still hold."""

import os
from collections.abc import Iterator
from pathlib import Path

from scheduler.errors import Fault, ProgrammeError
from scheduler.journeys import Timetable
from scheduler.programme import Programme
from scheduler.spoken_days import spoken_day
from scheduler.timetables.merged import has_days, merged
from scheduler.timetables.network import Network
from scheduler.timetables.reading import read_timetable

FOLDER = "COMMONGROUND_TIMETABLES"
"""The environment variable that names a folder of timetables for every programme."""


def with_timetables(programme: Programme, beside: Path) -> Programme:
    """Return a programme that knows where its timetables are.

    Parameters
    ----------
    beside
        The folder the programme stands in.

    Raises
    ------
    ProgrammeError
        If a timetable is not there, cannot be read, or does not hold on any day of the programme.
    """
    if not programme.timetables:
        return programme
    found = tuple(each.beside(_folder_of(each, beside)) for each in programme.timetables)
    located = programme.model_copy(update={"timetables": found})
    faults = tuple(_faults(located))
    if faults:
        raise ProgrammeError(faults)
    return located


def located_as(programme: Programme, before: Programme) -> Programme:
    """Return a programme whose timetables are found where those of another were found."""
    where = {(each.file, each.stops): each for each in before.timetables}
    found = tuple(where.get((each.file, each.stops), each) for each in programme.timetables)
    return programme.model_copy(update={"timetables": found}) if found else programme


def _folder_of(timetable: Timetable, beside: Path) -> Path:
    shared = Path(os.environ.get(FOLDER, beside))
    return beside if (beside / timetable.file).exists() else shared


def _faults(programme: Programme) -> Iterator[Fault]:
    networks: list[Network] = []
    for timetable in programme.timetables:
        try:
            network = read_timetable(
                timetable.path, nation=programme.nation, stops=timetable.stops_path
            )
        except ProgrammeError as refused:
            yield from refused.faults
            continue
        networks.append(network)
        yield from _expired(programme, timetable, network)
    if len(networks) == len(programme.timetables) and not has_days(merged(networks)):
        remedy = "have no day in common; take the newest of each"
        yield Fault("timetables", None, "", "", remedy)


def _expired(programme: Programme, timetable: Timetable, network: Network) -> Iterator[Fault]:
    """Refuse a timetable that says nothing of any day of the programme: that is not "no bus"."""
    if network.last_day < programme.first_day:
        ends = spoken_day(network.last_day)
        remedy = f"ended on {ends}, before the programme begins; take the newest one"
        yield Fault(timetable.file, None, "", "", remedy)
    if network.first_day > programme.last_day:
        begins = spoken_day(network.first_day)
        remedy = f"begins on {begins}, after the programme ends; take the one before it"
        yield Fault(timetable.file, None, "", "", remedy)
