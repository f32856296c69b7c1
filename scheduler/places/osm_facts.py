"""What OpenStreetMap's tags say of alcohol, access, size and hours: what none says is unknown."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scheduler.facts import UNKNOWN, Answer, Fact
from scheduler.people import Need
from scheduler.places.names import is_said
from scheduler.places.opening import read_opening
from scheduler.places.osm_rules import Hit, Tags, hits, keys_of, read_rules

ACCESS = read_rules(Path(__file__).parent / "osm_access.csv")
MOST_LETTERS = 200
"""The longest line a venue's field holds."""
MOST_QUOTED = 80
"""The most letters of a value that a remark quotes."""
LARGEST_ROOM = 100_000
"""The largest number of people taken for a room's size."""


@dataclass(frozen=True)
class Origin:
    """Where an import comes from."""

    said_by: str
    """Who says what the file says."""
    on: date | None = None
    """The day of the extract, if known."""
    place: str = ""
    """The named place all its venues stand in."""

    def fact(self, answer: Answer, note: str) -> Fact:
        """Return an answer signed by the source."""
        return Fact(answer=answer, said_by=self.said_by, on=self.on, note=note[:MOST_LETTERS])


@dataclass(frozen=True)
class Licensed:
    """Whether a place serves alcohol, and what to say of it in the report."""

    fact: Fact
    remark: str = ""


def licensed(found: tuple[Hit, ...], origin: Origin) -> Licensed:
    """Return whether a place serves alcohol; a tag that is not there proves nothing.

    That a place has no bar is a no, except of places that often serve alcohol at the table.
    """
    said = {hit.row["alcohol"]: hit.tags for hit in reversed(found)}
    denied = said.get("no") or said.get("no bar", "")
    if "yes" in said and denied:
        return Licensed(UNKNOWN, f"the map says both {said['yes']} and {denied}: ask about alcohol")
    if "yes" in said:
        return Licensed(origin.fact(Answer.YES, said["yes"]))
    if "no" in said or (denied and "ask" not in said):
        return Licensed(origin.fact(Answer.NO, denied))
    remark = f"{denied}, but {said.get('ask')} may serve at the table: ask about alcohol"
    return Licensed(UNKNOWN, remark if denied else "")


@dataclass(frozen=True)
class Access:
    """What is known of access, need by need, and what was passed over."""

    facts: dict[Need, Fact]
    remarks: tuple[str, ...]


def access(tags: Tags, origin: Origin) -> Access:
    """Return what the tags say of each need; where they contradict one another, nothing."""
    by_need: dict[Need, list[Hit]] = {}
    for hit in hits(tags, ACCESS):
        by_need.setdefault(hit.row["need"], []).append(hit)  # type: ignore[arg-type]  # the table's own check
    agreed = {need: each for need, each in by_need.items() if _agree(each)}
    facts = {need: _fact(need, each[0], tags=tags, origin=origin) for need, each in agreed.items()}
    disagreeing = (
        f"the map says both {' and '.join(hit.tags for hit in each)}: ask about {need}"
        for need, each in by_need.items()
        if need not in agreed
    )
    passed_over = (
        f"{key}={shortened(tags[key])} was not understood"
        for key in sorted(keys_of(ACCESS) & tags.keys())
        if not hits({key: tags[key]}, ACCESS)
    )
    return Access(facts, (*disagreeing, *passed_over))


def _agree(found: list[Hit]) -> bool:
    return len({hit.row["answer"] for hit in found}) == 1


def _fact(need: Need, hit: Hit, *, tags: Tags, origin: Origin) -> Fact:
    told = tags.get("wheelchair:description", "") or tags.get("wheelchair:description:en", "")
    note = f"{hit.tags}; {told}" if told and need == "step-free" else hit.tags
    return origin.fact(Answer(hit.row["answer"]), note)


def capacity(tags: Tags) -> tuple[int | None, str]:
    """Return how many people fit in, and a remark where what stands there is no such number."""
    said = tags.get("capacity", "")
    if not said:
        return None, ""
    if re.fullmatch("[0-9]{1,6}", said) and 1 <= int(said) <= LARGEST_ROOM:
        return int(said), ""
    return None, f'capacity "{shortened(said)}" is no number of people; ask for the room\'s size'


def opening(tags: Tags) -> tuple[str, str]:
    """Return the opening hours if they can be read, and a remark that quotes them if not."""
    said = tags.get("opening_hours", "")
    if not said:
        return "", ""
    if len(said) > MOST_LETTERS:
        return "", f'opening hours "{shortened(said)}" are too long; ask for them'
    try:
        return read_opening(said).text, ""
    except ValueError as refused:
        return "", str(refused).rstrip(".")


def line(tags: Tags, *keys: str) -> tuple[str, str]:
    """Return the first of some tags that says something, and a remark where it is too long."""
    key = next((key for key in keys if is_said(tags.get(key, ""))), "")
    said = tags.get(key, "")
    if len(said) <= MOST_LETTERS:
        return said, ""
    return "", f'{key} "{shortened(said)}" is too long; ask for it'


def address(tags: Tags) -> str:
    """Return where to find a place, as a letter would have it."""
    street = " ".join(filter(None, (tags.get("addr:housenumber"), tags.get("addr:street"))))
    around = ("addr:place", "addr:suburb", "addr:city", "addr:postcode")
    parts = (tags.get("addr:unit"), tags.get("addr:housename"), street, *map(tags.get, around))
    return (tags.get("addr:full") or ", ".join(part for part in parts if part))[:1000]


def shortened(text: str) -> str:
    """Return the beginning of a text, to quote it."""
    return text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED]}..."
