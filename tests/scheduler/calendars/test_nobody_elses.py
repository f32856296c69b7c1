"""A group of twenty: nothing made for one of them holds anything of another."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from functools import cache

import pytest

from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.mail import messages
from scheduler.contact import Contact, LanguageContact
from scheduler.facts import YES
from scheduler.papers.record import person_record
from scheduler.papers.sheets import WAYS, sheet_of
from scheduler.people import NEEDS, Childcare, Person
from scheduler.plan import Chosen, Coming, WayTaken
from scheduler.programme import Programme, Project
from tests.scheduler.calendars.plans import PROGRAMME, WISH, a_meeting, a_plan

MANY = 20
EVERY_WAY = Contact(
    ways=("in person", "letter", "phone call", "text message", "e-mail", "calendar")
)


def somebody(number: int) -> Person:
    """Return an invented person of whom everything can be told apart from that of all others."""
    return Person(
        code=f"K-{number:02}",
        name=f"Namely{number:02}",
        home=f"homestead{number:02}",
        employer=f"Employer{number:02}",
        email=f"mail{number:02}@example.org",
        needs=(NEEDS[number % len(NEEDS)],),  # type: ignore[arg-type] # one of the listed needs
        interpreter=f"Tongue{number:02}",
        language=f"Speech{number:02}",
        childcare=Childcare(children=1, sitter=YES),
        contact=EVERY_WAY,
    )


PEOPLE = tuple(somebody(number) for number in range(MANY))
GROUP = Project(
    code="group", public_name="Living well", members=tuple(p.code for p in PEOPLE), sessions=(WISH,)
)
TWENTY: Programme = PROGRAMME.model_copy(
    update={
        "people": PEOPLE,
        "projects": (GROUP,),
        "contacts": (LanguageContact(language="Polish", phone="01632 960160"),),
    }
)


def way(number: int) -> WayTaken:
    """Return a journey that lasts as long as nobody else's."""
    return WayTaken(
        by="bus", out_minutes=101 + number, back_minutes=201 + number, told=f"Leg{number:02}."
    )


MEETING: Chosen = a_meeting(
    1,
    project="group",
    absent=(),
    coming=tuple(Coming(person=p.code, way=way(n)) for n, p in enumerate(PEOPLE)),
)
PLAN = a_plan(MEETING)
CALENDARS = PlanCalendars(TWENTY, PLAN)


def marks(number: int) -> list[str]:
    """Return what would give one person away: name, codes, address, needs, language, journey."""
    person = PEOPLE[number]
    return [
        *(person.code, person.name, person.home, person.employer, person.email),
        *(person.interpreter, person.language, f"Leg{number:02}"),
        *(f"{101 + number} minutes", f"{201 + number} minutes"),
    ]


def words(content: bytes) -> str:
    """Return what stands in a file, long lines of calendars put together again."""
    return content.replace(b"\r\n ", b"").decode()


def unpacked(content: bytes) -> str:
    """Return everything that stands in a message, its parts decoded."""
    message = message_from_bytes(content, policy=default)
    bodies = (part.get_payload(decode=True) for part in message.walk() if not part.is_multipart())
    heads = "\n".join(f"{name}: {value}" for name, value in message.items())
    return "\n".join([heads, *(words(body) for body in bodies if isinstance(body, bytes))])


@cache
def made_for(number: int) -> str:
    """Return everything that is made for one person, names of files among it."""
    code = PEOPLE[number].code
    return "\n".join(_made_for(code))


def _made_for(code: str) -> Iterator[str]:
    name, content = CALENDARS.of(Reader("person", code))
    yield from (name, words(content))
    for invitation in CALENDARS.invitations(code):
        yield from (invitation.name, words(invitation.content))
    for message in messages(CALENDARS, code):
        yield from (message.name, unpacked(message.content))
    record = person_record(TWENTY, PLAN, code)
    for kind in WAYS:
        sheet = sheet_of(record, kind)
        yield from (sheet.text(), *sheet.notes)


def told_of_others(number: int, text: str) -> list[str]:
    """Return every mark of anybody else that a text holds."""
    others = (mark for other in range(MANY) if other != number for mark in marks(other))
    return [mark for mark in others if re.search(rf"\b{re.escape(mark)}\b", text, re.IGNORECASE)]


@pytest.mark.parametrize("number", range(MANY))
def test_nothing_made_for_one_person_holds_anything_of_another(number: int) -> None:
    assert told_of_others(number, made_for(number)) == []


def test_the_search_would_find_what_it_looks_for() -> None:
    """A canary: each mark of another, planted as it would stand in a file, is found."""
    planted = [f"{made_for(0)}\n{mark}." for mark in marks(7)]

    assert [told_of_others(0, text) for text in planted] == [[mark] for mark in marks(7)]


def test_what_is_made_for_somebody_holds_what_is_theirs() -> None:
    own = [mark for mark in marks(3) if mark in made_for(3)]

    person = PEOPLE[3]
    assert own == [
        person.name,
        person.email,
        person.language,
        "Leg03",
        "104 minutes",
        "204 minutes",
    ]


def test_needs_and_parts_stand_in_nothing_at_all() -> None:
    told = [word for word in (*NEEDS, "lived experience", "professional") if word in made_for(0)]

    assert told == []


@pytest.mark.parametrize("kind", ["organiser", "project", "venue"])
def test_calendars_of_others_hold_nothing_of_anybody(kind: str) -> None:
    readers = [each for each in CALENDARS.readers() if each.kind == kind]

    text = "\n".join(words(CALENDARS.of(each)[1]) for each in readers)

    assert readers
    assert told_of_others(-1, text) == []


def test_attendees_are_the_reader_alone() -> None:
    guests = {
        tuple(re.findall(r"^ATTENDEE[^\r]*", words(content), re.MULTILINE))
        for content in (each.content for each in CALENDARS.invitations("K-05"))
    }

    assert [len(each) for each in guests] == [1]
    assert all("Namely05" in line for each in guests for line in each)
