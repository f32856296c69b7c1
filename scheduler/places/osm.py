"""Reads a place from OpenStreetMap's tags: what they say, and nothing they do not say."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from scheduler.calendars.tables import Row
from scheduler.facts import UNKNOWN, Answer, Fact
from scheduler.people import Need
from scheduler.places.opening import read_opening

Tags = Mapping[str, str]

SAID_BY = "OpenStreetMap"
"""Who says so, on every fact read from tags; whatever a person says outweighs it."""

ACCESS: tuple[tuple[Need, tuple[str, ...]], ...] = (
    ("step-free", ("wheelchair",)),
    ("accessible toilet", ("toilets:wheelchair",)),
    ("changing places toilet", ("changing_place", "changing_places")),
    ("hearing loop", ("audio_loop", "hearing_loop", "deaf:induction_loop")),
    ("lift", ("elevator",)),
    ("accessible parking", ("capacity:disabled",)),
    ("assistance dog welcome", ("assistance_dog",)),
)
"""Tags that speak of a need, the documented one first; changing_table means babies."""

ANSWERS = {"yes": Answer.YES, "designated": Answer.YES, "no": Answer.NO, "limited": Answer.LIMITED}
MOST_PEOPLE = 100_000
BAR_KEYS = ("bar", "microbrewery", "brewery")


def kind_of_tags(tags: Tags, kinds: Sequence[Row]) -> Row | None:
    """Return the first row of the table of kinds whose tag a place has.

    None where it is none of them.
    """
    return next((row for row in kinds if tags.get(row["key"]) == row["value"]), None)


def licensed_by(tags: Tags, kind: Row) -> Fact:
    """Return whether tags say that alcohol is served; absence of a tag is no proof."""
    for key in BAR_KEYS:
        if tags.get(key, "no") not in {"no", ""}:
            return _said(Answer.YES, f"{key}={tags[key]}")
    drinks = [key for key in tags if key.startswith("drink:") and tags[key] in {"yes", "served"}]
    drinks = [key for key in drinks if key.removeprefix("drink:") not in {"water", "tea", "coffee"}]
    if drinks:
        return _said(Answer.YES, drinks[0])
    if kind["alcohol"] == "yes":
        return _said(Answer.YES, f"{kind['key']}={kind['value']}")
    if tags.get("drink:alcohol") == "no":
        return _said(Answer.NO, "drink:alcohol=no")
    return UNKNOWN


def access_by(tags: Tags) -> dict[Need, Fact]:
    """Return what tags say of each need; a need they do not speak of is left unknown."""
    return {need: fact for need, keys in ACCESS for fact in _first_answer(tags, keys)}


def opening_by(tags: Tags) -> tuple[str, str]:
    """Return the opening hours, and a remark where they are told in a form nobody can read."""
    told = tags.get("opening_hours", "").strip()
    if not told:
        return "", "opening hours not known"
    try:
        read_opening(told)
    except ValueError:
        return "", f'opening hours not understood: "{told}"'
    return told, ""


def address_by(tags: Tags) -> str:
    """Return the address as far as tags give it, on one line."""
    street = " ".join(tags[key] for key in ("addr:housenumber", "addr:street") if key in tags)
    parts = (tags.get("addr:housename"), street, tags.get("addr:city"), tags.get("addr:postcode"))
    return ", ".join(part for part in parts if part)


def capacity_by(tags: Tags) -> int | None:
    """Return how many people it holds; None where the tag is missing or no whole number."""
    told = tags.get("capacity", "")
    return int(told) if told.isascii() and told.isdigit() and 0 < int(told) <= MOST_PEOPLE else None


def _first_answer(tags: Tags, keys: Sequence[str]) -> Iterator[Fact]:
    for key in keys:
        if key in tags:
            told = tags[key].strip().casefold()
            answer = Answer.YES if told.isdigit() and int(told) else ANSWERS.get(told)
            if answer is not None:
                yield _said(answer, f"{key}={tags[key]}")
                return


def _said(answer: Answer, tag: str, on: date | None = None) -> Fact:
    return Fact(answer=answer, said_by=SAID_BY, on=on, note=tag[:200])
