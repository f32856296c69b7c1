"""Calendar files: whose each is, how it is handed out, and how the next follows on."""

import re
from html import unescape

from flask.testing import FlaskClient
from icalendar import Calendar

from scheduler.files import write_plan
from tests.web.pages.kept import kept
from tests.web.pages.sites import Site
from tests.web.plans import PLAN
from web import job_files
from web.store import KeptPlan, Store

LINK = re.compile(r'<a class="govuk-link" href="([^"]+\.ics)" download>([^<]+)</a>')


def links(client: FlaskClient, plan: KeptPlan) -> dict[str, str]:
    """Return the address of each calendar by whose it is."""
    text = unescape(client.get(f"/plans/{plan.code}/calendars").text)
    return {name: address for address, name in LINK.findall(text)}


def test_each_person_has_a_private_file_and_the_group_one(site: Site) -> None:
    found = links(site.client, site.plans["rural"])

    kinds = [name.rpartition("/")[2].partition("-")[0] for name in found.values()]
    assert (kinds.count("person"), kinds.count("project"), kinds.count("organiser")) == (16, 1, 1)
    assert next(iter(found)) == "Calendar of Two glens group"


def test_a_file_is_that_of_the_person_it_is_listed_for(site: Site) -> None:
    found = links(site.client, site.plans["rural"])

    answer = site.client.get(found["Calendar for Morven"])

    events = Calendar.from_ical(answer.data).walk("VEVENT")
    assert {event["attendee"].params["CN"] for event in events} == {"Morven"}
    assert (answer.mimetype, answer.headers["Cache-Control"]) == (
        "text/calendar",
        "private, no-store",
    )
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="person-')


def test_a_file_that_is_nobodys_is_not_found(site: Site) -> None:
    answer = site.client.get(f"/plans/{site.plans['rural'].code}/calendars/person-0.ics")

    assert answer.status_code == 404


def test_a_session_that_moved_counts_up_from_what_was_handed_out(
    client: FlaskClient, store: Store
) -> None:
    first = kept(store, "a" * 22)
    client.get(links(client, first)["Calendar of Living well"])
    moved = PLAN.sessions[0].model_copy(update={"end": PLAN.sessions[0].end.replace(hour=13)})
    later = kept(store, "b" * 22)
    plan = PLAN.model_copy(update={"sessions": (moved, PLAN.sessions[1])})
    write_plan(plan, later.folder / job_files.PLAN)

    answer = client.get(links(client, later)["Calendar of Living well"])

    events = Calendar.from_ical(answer.data).walk("VEVENT")
    assert [event["sequence"] for event in events] == [1, 0]


def test_without_a_number_to_ring_no_calendar_is_written(client: FlaskClient, store: Store) -> None:
    plan = kept(store, "a" * 22, phone="")

    text = client.get(f"/plans/{plan.code}/calendars").text

    assert text.count("Calendars cannot be written: the programme has no phone number") == 1
