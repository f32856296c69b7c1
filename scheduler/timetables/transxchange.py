"""Reads a timetable in the form British buses are registered in, TransXChange."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

from scheduler.errors import Fault, ProgrammeError
from scheduler.timetables.feed import Call, Feed, StepFree, Trip
from scheduler.timetables.rows import Faults, TooManyFaultsError, read_clock
from scheduler.timetables.txc_days import Days, days_of
from scheduler.timetables.txc_stops import stops_of
from scheduler.timetables.txc_text import seconds_of, text_of

BY: Mapping[str, str] = {"ferry": "ferry", "rail": "train", "tram": "train", "underground": "train"}
"""What a service's mode is by; else a bus."""
ACTIVITIES: Mapping[str, tuple[int, int]] = {"pickUp": (0, 1), "setDown": (1, 0), "pass": (1, 1)}
"""Whether people get on and off, as GTFS counts it; else both."""
UNREAD = ("Frequency", "VehicleJourneyTimingLink")
"""Parts of a journey that would change its times, and are not read."""


@dataclass(frozen=True)
class _Link:
    """From one stop to the next, in seconds."""

    begins: Element
    ends: Element
    run: int


@dataclass
class _Reading:
    """A document and what was read of it, by code."""

    file: str
    root: Element
    days: Days
    faults: Faults = field(default_factory=Faults)
    services: dict[str, Element] = field(default_factory=dict)
    patterns: dict[str, list[_Link]] = field(default_factory=dict)
    journeys: dict[str, Element] = field(default_factory=dict)

    def wrong(self, name: str, value: str, remedy: str) -> None:
        """Note that something will not do."""
        self.faults.add(Fault(self.file, None, name, value, remedy))


def read_transxchange(path: Path, *, nation: str, stops: Path | None = None) -> Feed:
    """Return the timetable that a TransXChange document tells.

    Parameters
    ----------
    nation
        Whose bank holidays hold.
    stops
        A table of where stops are, with the columns of NaPTAN.

    Raises
    ------
    ProgrammeError
        If anything is wrong with it; carries the faults found.
    """
    root = _parsed(path)
    reading = _Reading(path.name, root, Days(root, nation))
    found: tuple[Trip, ...] = ()
    days: dict[str, frozenset[date]] = {}
    try:
        _gather(reading)
        for trip, runs in _trips(reading):
            found += (trip,)
            days[trip.service] = runs
        where = stops_of(root, stops, reading.faults)
    except TooManyFaultsError:
        where = ()
    if not any(days.values()):
        remedy = "has no journey on any day; ask the publisher for the timetable again"
        reading.faults.found.append(Fault(path.name, None, "", "", remedy))
    reading.faults.refuse()
    first, last = _period(reading, days)
    named = f"{_operator(root)} {' and '.join(dict.fromkeys(trip.line for trip in found))}"
    return Feed(f"{named} ({path.name})", first, last, where, found, days)


def _parsed(path: Path) -> Element:
    """Return a document's root, refusing what declares words of its own: nobody needs that here."""
    remedy = "is not there; name a TransXChange document"
    if path.is_file():
        text = path.read_bytes()
        try:
            if b"<!" not in text.replace(b"<!--", b"").replace(b"<![CDATA[", b""):
                root = ET.fromstring(text)  # noqa: S314 - it declares nothing, see above
                if root.tag.endswith("TransXChange"):
                    return root
            remedy = "is no TransXChange document; ask the publisher for the timetable again"
        except ET.ParseError as broken:
            line = broken.position[0]
            remedy = f"breaks off at line {line}; ask the publisher for the timetable again"
    raise ProgrammeError((Fault(path.name, None, "", "", remedy),))


def _gather(reading: _Reading) -> None:
    root = reading.root
    sections = {
        section.get("id", ""): [_link(reading, link) for link in section]
        for section in root.iterfind("{*}JourneyPatternSections/{*}JourneyPatternSection")
    }
    for service in root.iterfind("{*}Services/{*}Service"):
        reading.services[text_of(service, "ServiceCode")] = service
        for pattern in service.iterfind("{*}StandardService/{*}JourneyPattern"):
            named = [ref.text or "" for ref in pattern.iterfind("{*}JourneyPatternSectionRefs")]
            missing = [name for name in named if name not in sections]
            for name in missing:
                reading.wrong("JourneyPatternSectionRefs", name, "is no section of this document")
            links = [link for name in named for link in sections.get(name, [])]
            reading.patterns[pattern.get("id", "")] = links
    for journey in root.iterfind("{*}VehicleJourneys/{*}VehicleJourney"):
        reading.journeys[text_of(journey, "VehicleJourneyCode")] = journey


def _link(reading: _Reading, link: Element) -> _Link:
    told = text_of(link, "RunTime")
    run = seconds_of(told)
    if run is None:
        reading.wrong("RunTime", told, "is no length of time such as PT3M")
    begins, ends = (_end(link, name) for name in ("From", "To"))
    return _Link(begins, ends, run or 0)


def _end(link: Element, name: str) -> Element:
    """Return one end of a link; an empty one where it is missing."""
    found = link.find(f"{{*}}{name}")
    return Element(name) if found is None else found


def _trips(reading: _Reading) -> Iterator[tuple[Trip, frozenset[date]]]:
    for code, journey in reading.journeys.items():
        unread = [name for name in UNREAD if journey.find(f".//{{*}}{name}") is not None]
        for name in unread:
            reading.wrong(name, code, "is not read; ask the publisher for a GTFS feed instead")
        service = reading.services.get(text_of(journey, "ServiceRef"))
        links = reading.patterns.get(_pattern(reading, journey))
        if service is None or links is None:
            reading.wrong("VehicleJourney", code, "names no service or pattern of this document")
        elif not unread:
            trip = _trip(reading, journey, service, links=links)
            profiles = [_profile(each) for each in (service, journey)]
            yield trip, days_of(reading.days, service, profiles, faults=reading.faults)


def _pattern(reading: _Reading, journey: Element) -> str:
    """Return the pattern a journey follows: its own, or that of a journey it is like."""
    like = reading.journeys.get(text_of(journey, "VehicleJourneyRef"))
    own = text_of(journey, "JourneyPatternRef")
    return own or ("" if like is None else text_of(like, "JourneyPatternRef"))


def _profile(of: Element) -> Element | None:
    return of.find("{*}OperatingProfile")


def _trip(reading: _Reading, journey: Element, service: Element, *, links: Sequence[_Link]) -> Trip:
    told = text_of(journey, "DepartureTime")
    code = text_of(journey, "VehicleJourneyCode")
    try:
        departs = read_clock(told)
    except ValueError:
        reading.wrong("DepartureTime", told, "is no clock time; write it as 09:05:00")
        departs = 0
    names = {line.get("id"): text_of(line, "LineName") for line in service.iterfind(".//{*}Line")}
    accessible = text_of(service, "VehicleType/WheelchairAccessible")
    return Trip(
        code=code,
        line=names.get(text_of(journey, "LineRef"), ""),
        by=BY.get(text_of(service, "Mode"), "bus"),
        service=code,
        calls=tuple(_calls(links, departs)),
        step_free={"true": StepFree.YES, "false": StepFree.NO}.get(accessible, StepFree.UNKNOWN),
    )


def _calls(links: Sequence[_Link], departs: int) -> Iterator[Call]:
    """Give the calls of a journey, link by link, waits included."""
    arrives = departs
    for number, link in enumerate(links):
        waits = _wait(link.begins) + (_wait(links[number - 1].ends) if number else 0)
        departs = arrives + waits
        yield _call(link.begins, arrives, departs)
        arrives = departs + link.run
    if links:
        yield _call(links[-1].ends, arrives, arrives)


def _wait(end: Element) -> int:
    return seconds_of(text_of(end, "WaitTime") or "PT0S") or 0


def _call(end: Element, arrives: int, departs: int) -> Call:
    on, off = ACTIVITIES.get(text_of(end, "Activity"), (0, 0))
    return Call(text_of(end, "StopPointRef"), arrives, departs, on, off)


def _period(reading: _Reading, days: Mapping[str, frozenset[date]]) -> tuple[date, date]:
    """Return the days a document holds: no further than it knows of school holidays."""
    every = frozenset[date]().union(*days.values())
    services = reading.services.values()
    begins = min(reading.days.period(service)[0] for service in services)
    ends = max(reading.days.period(service)[1] for service in services)
    known = reading.days.known_until()
    return min(begins, *every), min(ends, known) if known else ends


def _operator(root: Element) -> str:
    names = ("TradingName", "OperatorShortName", "OperatorCode")
    operator = root.find("{*}Operators/*")
    told = [] if operator is None else [text_of(operator, name) for name in names]
    return next(filter(None, told), "TransXChange")
