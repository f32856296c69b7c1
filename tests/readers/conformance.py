"""Calendar programs too heavy for every test run, asked before a release: `make conformance`.

A line for each program and question. One that is not here is named, with what brings it: nothing
is taken for right that nobody asked.
"""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import THINGS
from tests.readers.asked import Reads, asked_of, asked_of_a_calendar, asked_to_answer
from tests.readers.radicale import asked_of_radicale, radicale
from tests.readers.readers import (
    Read,
    Reader,
    build_kcalendarcore_check,
    build_libical_check,
    kcalendarcore_answer,
    kcalendarcore_method,
    kcalendarcore_reader,
    libical_reader,
    read_with_ical,
    read_with_ical_js,
)
from tests.readers.thunderbird import PROGRAM, thunderbird

Answers = Iterator[tuple[str, bool]]
KCALENDARCORE = Path("/usr/include/KF5/KCalendarCore/KCalendarCore/ICalFormat")
QT_AN_HOUR_LATE = date(2038, 3, 28)
"""Qt 5.15, whose clock KCalendarCore goes by, takes summer time in London to begin a day late then:
`QDateTime(QDate(2038, 3, 28), QTime(9, 0), QTimeZone("Europe/London")).toUTC()` is 09:00."""


def main() -> int:
    """Ask every program that is here; say which are not, and return 1 if any reads us wrong."""
    wrong = 0
    for program, (lacks, ask) in PROGRAMS.items():
        if missing := lacks():
            _say(f"{program}: NOT ASKED: {missing} is not here; `make conformance` brings it")
            continue
        for what, is_right in ask():
            wrong += not is_right
            _say(f"{program}: {what}: {'right' if is_right else 'WRONG'}")
    return int(wrong > 0)


def _ask_radicale() -> Answers:
    with radicale() as address:
        yield from asked_of_radicale(address)


def _ask_thunderbird() -> Answers:
    with thunderbird() as program:
        yield from asked_of_a_calendar(program.reads, program.method)
        yield from asked_to_answer(program.answer)


def _ask_kcalendarcore() -> Answers:
    with TemporaryDirectory() as folder:
        program, file = build_kcalendarcore_check(Path(folder)), Path(folder) / "asked.ics"

        def method(content: bytes) -> str:
            file.write_bytes(content)
            return kcalendarcore_method(program, file)

        reads = _of_bytes(kcalendarcore_reader(program), file)

        def answer(content: bytes, says: str) -> bytes:
            file.write_bytes(content)
            return kcalendarcore_answer(program, file, says)

        yield from asked_of_a_calendar(reads, method, but=QT_AN_HOUR_LATE)
        yield from asked_to_answer(answer)


def _ask_libical() -> Answers:
    with TemporaryDirectory() as folder:
        reader = libical_reader(build_libical_check(Path(folder)))
        yield from asked_of(_of_bytes(reader, Path(folder) / "asked.ics"))


def _asks(reader: Reader) -> Callable[[], Answers]:
    def ask() -> Answers:
        with TemporaryDirectory() as folder:
            yield from asked_of(_of_bytes(reader, Path(folder) / "asked.ics"))

    return ask


def _of_bytes(reader: Reader, file: Path) -> Reads:
    def reads(content: bytes) -> list[Read]:
        file.write_bytes(content)
        return reader(file)

    return reads


def _lacks(*places: Path) -> Callable[[], str]:
    return lambda: ", ".join(place.name for place in places if not place.exists())


def _lacks_packages(*names: str) -> Callable[[], str]:
    return lambda: ", ".join(name for name in names if not importlib.util.find_spec(name))


def _thing(name: str) -> Path:
    return THINGS[name][0]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


PROGRAMS = {
    "Radicale": (_lacks_packages("radicale", "caldav"), _ask_radicale),
    "Thunderbird": (_lacks(PROGRAM), _ask_thunderbird),
    "KCalendarCore": (
        _lacks(KCALENDARCORE, Path("/usr/bin/g++"), Path("/usr/bin/pkg-config")),
        _ask_kcalendarcore,
    ),
    "libical": (_lacks(_thing("libical"), _thing("compiler")), _ask_libical),
    "ical.js": (_lacks(_thing("ical.js"), _thing("node")), _asks(read_with_ical_js)),
    "ical": (_lacks_packages("ical"), _asks(read_with_ical)),
}
"""Every program, with what tells that it is not here and what asks it."""

if __name__ == "__main__":
    sys.exit(main())
