"""A programme begun from nothing: said page by page, kept, and planned like any other."""

import re
from html import unescape

from flask.testing import FlaskClient

from scheduler.programme import Programme
from tests.web.pages.sites import awaited
from web.store import Store

NAME = {"name": "Two glens", "organiser": "Glens Together", "phone": "01632 960100"}
DATES = {
    "first-day": "4",
    "first-month": "1",
    "first-year": "2027",
    "last-day": "30",
    "last-month": "6",
    "last-year": "2027",
}
WHERE = {"nation": "scotland", "near": "The Glen", "council": "Glen Council"}
SESSIONS = {"group": "Living well", "many": "3", "length": "120", "least_days": "14"}


def begun(client: FlaskClient) -> str:
    """Begin a programme, and return the address of its draft."""
    answer = client.post("/begin", data=NAME)
    assert answer.status_code == 303
    return answer.location.removesuffix("/dates")


def say_of(client: FlaskClient, address: str, **typed: object) -> str:
    """Say something on a page, and return where it leads."""
    answer = client.post(address, data=typed)
    assert answer.status_code == 303, faults(answer.text)
    return answer.location


def faults(text: str) -> dict[str, str]:
    """Return what is said to be wrong, by field."""
    found = re.findall(r'id="(\w+)-error"><span[^>]*>Error:</span> (.*?)</p>', unescape(text))
    return dict(found)


def add_person(client: FlaskClient, draft: str, called: str, role: str, **typed: object) -> str:
    """Tell of somebody, and return the address of the page after."""
    who = {"called": called, "role": role, "home": "The Glen"}
    room = say_of(client, f"{draft}/people/new/who", **who)
    person = room.removesuffix("/room")
    say_of(client, f"{person}/travel", car="yes")
    say_of(client, f"{person}/room", asked="yes")
    say_of(client, f"{person}/when", told="yes", **typed)
    return person


def whole(client: FlaskClient) -> str:
    """Begin a programme of six people, two halls and three sessions."""
    draft = begun(client)
    say_of(client, f"{draft}/dates", **DATES)
    say_of(client, f"{draft}/where", **WHERE)
    for name in ("Ana", "Bryn", "Carys"):
        add_person(client, draft, name, "lived experience", work="Mon-Fri 06:00-09:00")
    for name in ("Dee", "Eli", "Ffion"):
        add_person(client, draft, name, "professional", away="2027-03-01/2027-03-05")
    for name, place in (("Glen Hall", "the glen"), ("Town Hall", "The Town")):
        say_of(
            client, f"{draft}/halls/new/hall", hall=name, place=place, capacity="30", licensed="no"
        )
    for code, position in (("the-glen", "56.6, -4.0"), ("the-town", "56.7, -3.8")):
        say_of(client, f"{draft}/places/{code}/place", position=position, ground="mainland")
    say_of(client, f"{draft}/sessions", **SESSIONS)
    say_of(client, f"{draft}/which", optional="3", titles="First talk\nSecond talk")
    return draft


def kept(client: FlaskClient, store: Store, draft: str) -> Programme:
    """Keep a draft as a programme, and return it."""
    say_of(client, f"{draft}/keep")
    return store.programmes()[0].read()


def test_a_programme_is_begun_from_nothing_and_planned(client: FlaskClient, store: Store) -> None:
    draft = whole(client)

    page = say_of(client, f"{draft}/keep")
    plan = say_of(client, f"{page}/plans")
    made = store.plan(plan.rpartition("/")[2])
    awaited(made)

    assert client.get(page).text.count("Find dates") == 1
    assert (made.plan().possible, len(made.plan().sessions)) == (True, 3)
    assert [len(session.coming) for session in made.plan().sessions] == [6, 6, 6]


def with_a_taxi_and_a_bus(client: FlaskClient) -> str:
    """Begin a programme of eight people with one hall: money pays for some of their taxis."""
    draft = begun(client)
    say_of(client, f"{draft}/dates", **DATES)
    say_of(client, f"{draft}/where", **WHERE)
    ana = add_person(client, draft, "Ana", "lived experience")
    say_of(client, f"{ana}/room", asked="yes", assistance="wheelchair taxi")
    bryn = add_person(client, draft, "Bryn", "lived experience")
    for person in (ana, bryn):
        say_of(client, f"{person}/travel", car="no", taxi="yes")
    for name in ("Carys", "Dilys"):
        add_person(client, draft, name, "lived experience")
    for name in ("Eli", "Ffion", "Gwen", "Huw"):
        add_person(client, draft, name, "professional")
    hall = {"hall": "Town Hall", "place": "The Town", "capacity": "30", "licensed": "no"}
    say_of(client, f"{draft}/halls/new/hall", **hall, hire="30")
    for code, position in (("the-glen", "56.6, -4.0"), ("the-town", "56.7, -3.8")):
        say_of(client, f"{draft}/places/{code}/place", position=position, ground="mainland")
    for goes, by, out, fare in (
        ("person-1", "taxi", "25", "10"),
        ("person-2", "taxi", "20", "15.00"),
        ("person-2", "bus", "50", "£4.50"),
    ):
        add_journey(client, draft, goes=goes, by=by, out=out, fare=fare)
    say_of(client, f"{draft}/sessions", **SESSIONS)
    say_of(client, f"{draft}/which")
    taxi = {"worker": "Glen Taxis", "work_role": "wheelchair taxi"}
    say_of(client, f"{draft}/workers/new/worker", **taxi, hours="Mon-Fri 08:00-18:00", fee="0")
    say_of(client, f"{draft}/money", taxi_money="45")
    return draft


def test_a_childcare_worker_told_of_on_a_page_is_booked(client: FlaskClient, store: Store) -> None:
    draft = whole(client)
    say_of(client, f"{draft}/people/1/children", children="2", sitter="no")
    say_of(client, f"{draft}/workers/new/worker", worker="Cat", work_role="childcare")
    say_of(client, f"{draft}/sessions", **SESSIONS, childcare="1")

    page = say_of(client, f"{draft}/keep")
    made = store.plan(say_of(client, f"{page}/plans").rpartition("/")[2])
    awaited(made)

    plan = made.plan()
    booked = [session.workers for session in plan.sessions]
    assert [len(session.coming) for session in plan.sessions] == [6, 6, 6]
    assert booked == [("worker-9",)] * 3


def add_journey(client: FlaskClient, draft: str, **typed: str) -> None:
    """Tell of a journey to the ninth of a draft, its only hall."""
    address = say_of(client, f"{draft}/journeys/new/journey", to="9", **typed)
    assert address == f"{draft}/journeys"


def test_money_for_some_taxis_brings_somebody_by_the_bus_they_typed(
    client: FlaskClient, store: Store
) -> None:
    """A newcomer's forms led nowhere for those who come by bus, or need a wheelchair taxi."""
    draft = with_a_taxi_and_a_bus(client)
    checked = client.get(f"{draft}/check").text

    page = say_of(client, f"{draft}/keep")
    made = store.plan(say_of(client, f"{page}/plans").rpartition("/")[2])
    awaited(made)

    plan = made.plan()
    ways = [{seat.person: seat.way.by for seat in session.coming} for session in plan.sessions]
    assert checked.count('<p class="govuk-inset-text">') == 0
    assert [len(coming) for coming in ways] == [8, 8, 8]
    assert [coming["person-1"] for coming in ways] == ["taxi", "taxi", "taxi"]
    assert sorted(coming["person-2"] for coming in ways) == ["bus", "bus", "taxi"]
