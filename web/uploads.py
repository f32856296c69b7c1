"""Files sent to us: read where they do no harm, refused with every fault, never kept as sent."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory
from typing import Final

from werkzeug.datastructures import FileStorage

from constraints import registry
from scheduler.errors import Fault, ProgrammeError
from scheduler.files import read_programme
from scheduler.files.busy_record import RECORD
from scheduler.files.busy_saved import BEFORE
from scheduler.files.findings import suggestion
from scheduler.files.folder import TABLES, TOML
from scheduler.files.reply_record import RECORD as REPLIES
from scheduler.programme import Programme
from web import job_files
from web.wording import say

FOLDER: Final = (TOML, *(f"{name}.csv" for name in TABLES))
"""The names files of a folder may have; no other name is ever used as a path."""
SHORT: Final = 80


def received(files: Sequence[FileStorage]) -> Programme:
    """Return the programme that some files hold together.

    Raises
    ------
    ProgrammeError
        If they are not the files of one programme, or anything in them is wrong.
    """
    sent = [file for file in files if file.filename and not _is_beside(_name(file))]
    given = {_name(file): file for file in sent}
    faults = tuple(_unfit(given, len(sent)))
    if faults:
        raise ProgrammeError(faults)
    with TemporaryDirectory(prefix="commonground-") as folder:
        return read_programme(_laid_out(given, Path(folder)), registry())


def _name(file: FileStorage) -> str:
    """Return the last part of a name as another machine wrote it."""
    return PureWindowsPath(PurePosixPath(file.filename or "").name).name


def _is_beside(name: str) -> bool:
    """Say whether a file is one we keep beside a programme ourselves: no part of it."""
    return name in {RECORD, REPLIES} or name.endswith(BEFORE)


def _is_document(name: str) -> bool:
    return name.casefold().endswith(".json")


def _unfit(given: dict[str, FileStorage], sent: int) -> Iterator[Fault]:
    if not given:
        yield Fault(say("upload.nothing"), None, "", "", say("upload.choose"))
    if sent > len(given):
        yield Fault(say("upload.files"), None, "", "", say("upload.twice"))
    documents = [name for name in given if _is_document(name)]
    if len(documents) == 1 == len(given):
        return
    for name in given:
        if name not in FOLDER:
            yield Fault(name[:SHORT], None, "", "", _remedy(name))
    if given and not documents and TOML not in given:
        yield Fault(TOML, None, "", "", say("upload.no_toml"))


def _remedy(name: str) -> str:
    if name.casefold().endswith(".zip"):
        return say("upload.zip")
    if _is_document(name):
        return say("upload.alone")
    return say("upload.strange", suggestion=suggestion(name, FOLDER))


def _laid_out(given: dict[str, FileStorage], folder: Path) -> Path:
    """Write the files under names of our own, and return where to read."""
    names = list(given)
    if len(names) == 1 and _is_document(names[0]):
        document = folder / job_files.PROGRAMME
        given[names[0]].save(document)
        return document
    for name in FOLDER:
        if name in given:
            given[name].save(folder / name)
    return folder
