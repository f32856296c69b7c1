"""What to ask each venue of a plan on the phone, as a list to print or to fill in.

The same is asked of every venue, whoever comes, so that nobody can be guessed from what is asked.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from constraints.access_needs import QUESTIONS
from scheduler import places
from scheduler.calendars.tables import read_table
from scheduler.facts import Answer, Fact
from scheduler.files.cells import cell_of
from scheduler.places.spoken_opening import spoken_opening
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme
from scheduler.sentences import listed
from scheduler.spoken_days import spoken_day
from scheduler.venues import Venue
from web.names import Names
from web.wording import hours, phone_link, say

PHONE_QUESTIONS: Final = read_table(Path(places.__file__).parent / "phone_questions.csv").rows
ROUND_IT: Final = timedelta(minutes=30)
"""What is wanted of a room before and after a session, to set out chairs and put them away."""
HEADS: Final = (
    "venue",
    "name",
    "phone",
    "field",
    "question",
    "answer",
    "said_by",
    "on",
    "note",
    "so_far",
)
"""The columns of the list as a table; an answer belongs in venues.csv, in the column `field`."""


@dataclass(frozen=True)
class Asked:
    """One question, and where its answer belongs."""

    field: str
    """The column of venues.csv; empty where the answer is noted elsewhere."""
    asks: str
    known: str
    """What has been said so far; empty where nothing is known."""


@dataclass(frozen=True)
class VenueToRing:
    """Everything to ask one venue in one call."""

    code: str
    name: str
    phone: str
    link: str
    days: str
    """The days and hours the group would be there."""
    asked: tuple[Asked, ...]


def to_ring(programme: Programme, plan: Plan) -> tuple[VenueToRing, ...]:
    """Return whom to ring about what, the venue of the first session first."""
    names = Names.of(programme)
    held: dict[str, list[Chosen]] = {}
    for chosen in sorted(plan.sessions, key=lambda each: (each.start, each.venue)):
        if not names.venues[chosen.venue].is_remote:
            held.setdefault(chosen.venue, []).append(chosen)
    return tuple(_venue(programme, names.venues[code], at) for code, at in held.items())


def checklist_table(found: Sequence[VenueToRing]) -> str:
    """Return the list as a table for a spreadsheet, with empty cells for the answers."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(HEADS)
    for venue in found:
        for each in venue.asked:
            cells = (venue.code, venue.name, venue.phone, each.field, each.asks)
            writer.writerow([*map(cell_of, cells), "", "", "", "", cell_of(each.known)])
    return written.getvalue()


def checklist_text(found: Sequence[VenueToRing]) -> Iterator[str]:
    """Give the list line by line, as the command prints it."""
    for venue in found:
        yield f"{venue.name}, {venue.phone or say('checklist.no_phone')}"
        yield f"  {venue.days}"
        for each in venue.asked:
            known = f" {say('checklist.known', known=each.known)}" if each.known else ""
            yield f"  [ ] {each.asks}{known}"
        yield ""


def _venue(programme: Programme, venue: Venue, held: Sequence[Chosen]) -> VenueToRing:
    spells = [(c.start.astimezone(programme.tz), c.end.astimezone(programme.tz)) for c in held]
    days = listed([spoken_day(start.date()) for start, _ in spells])
    with_room = [
        say("checklist.at", day=spoken_day(a.date()), hours=hours(a - ROUND_IT, b + ROUND_IT))
        for a, b in spells
    ]
    filled = {"venue": venue.label, "days": days, "hours": listed(with_room)}
    return VenueToRing(
        code=venue.code,
        name=venue.label,
        phone=venue.phone,
        link=phone_link(venue.phone),
        days=say("checklist.days", days=listed(with_room)),
        asked=(*_of_the_building(venue, filled), *_of_access(venue)),
    )


def _of_the_building(venue: Venue, filled: dict[str, str]) -> Iterator[Asked]:
    for row in PHONE_QUESTIONS:
        if not _is_settled(venue, row["field"]):
            yield Asked(row["field"], row["asks"].format(**filled), _known(venue, row["field"]))


def _of_access(venue: Venue) -> Iterator[Asked]:
    for need, row in QUESTIONS.items():
        fact = venue.meets(need)  # type: ignore[arg-type]
        if not (fact.answer in {Answer.YES, Answer.NO} and fact.said_by):
            column = "question" if fact.is_unknown else "measures"
            asks = row[column].format(venue=venue.label)
            told = _told(fact)
            known = say("checklist.of_need", need=need, told=told) if told else ""
            yield Asked(f"access.{need}", asks, known)


def _is_settled(venue: Venue, field: str) -> bool:
    """Say whether nobody has to ask, because somebody who can be named has answered."""
    if field == "bar_closed" and venue.licensed.is_no:
        return True
    value = getattr(venue, field)
    if isinstance(value, Fact):
        return bool(value.said_by) and not value.is_unknown
    # What else uses the building, and how the way to the door is, is asked each time.
    return bool(value) and field not in {"bookings", "directions", "opening"}


def _known(venue: Venue, field: str) -> str:
    value = getattr(venue, field)
    if isinstance(value, Fact):
        return _told(value)
    if field == "opening" and value:
        return spoken_opening(value)
    return value if isinstance(value, str) else ""


def _told(fact: Fact) -> str:
    if fact.is_unknown:
        return ""
    said = say("checklist.said", who=fact.said_by) if fact.said_by else ""
    return ", ".join(filter(None, (fact.answer.value, fact.note, said)))
