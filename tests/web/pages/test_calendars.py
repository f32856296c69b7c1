"""Calendar files: whose each is, how it is handed out, and how the next follows on."""

import re
from html import unescape

from flask.testing import FlaskClient
from icalendar import Calendar

from scheduler.files import write_plan
from tests.web.pages.kept import kept
from tests.web.pages.sites import Site
from tests.web.plans import PLAN
from tests.web.test_kept_reserves import HELD
from web import job_files
from web.kept_reserves import write_reserves
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


def firmness(client: FlaskClient, plan: KeptPlan, whose: str) -> list[str]:
    """Return how firm each entry of somebody's calendar is, in the order of its days."""
    events = Calendar.from_ical(client.get(links(client, plan)[whose]).data).walk("VEVENT")
    return [str(event["status"]) for event in events]


def test_dates_in_reserve_are_shown_only_where_they_were_asked_for(
    client: FlaskClient, store: Store
) -> None:
    # given
    plan = kept(store)
    names = ("Calendar of Living well", "Calendar for Ishbel", "Calendar for Rory")
    before = [firmness(client, plan, name) for name in names]

    # when: as the child leaves them
    plan.reserves.folder.mkdir()
    (plan.reserves.folder / job_files.PROGRAMME).write_text("{}")
    write_reserves(plan.programme(), PLAN, {("group", 2): HELD}, folder=plan.reserves.folder)
    shown = [firmness(client, plan, name) for name in names]
    page = client.get(f"/plans/{plan.code}/calendars").text
    to_do = client.get(f"/plans/{plan.code}/to-do").text
    client.post(f"/plans/{plan.code}/calendars/reserves/leave-out")

    off = [firmness(client, plan, name) for name in names]

    # then: Ishbel could not come then, and so reads nothing of it
    group, ishbel, rory = before
    assert group == ["TENTATIVE"] * 2
    assert shown == [[*group, "TENTATIVE"], ishbel, [*rory, "TENTATIVE"]]
    assert off == [[*group, "CANCELLED"], ishbel, [*rory, "CANCELLED"]]
    assert ("Leave them out" in page, "Let go of it." in to_do) == (True, True)


def test_no_calendar_waits_while_dates_in_reserve_are_looked_for(
    client: FlaskClient, store: Store
) -> None:
    # when
    plan = kept(store)
    answer = client.post(f"/plans/{plan.code}/calendars/reserves")
    meanwhile = firmness(client, plan, "Calendar of Living well")

    # then
    assert (answer.status_code, answer.location) == (303, f"/plans/{plan.code}/calendars")
    assert meanwhile == ["TENTATIVE"] * 2
    page = client.get(f"/plans/{plan.code}/calendars").text
    assert page.count("Meanwhile calendars are handed out without them") == 1
    client.post(f"/plans/{plan.code}/calendars/reserves/leave-out")
    assert not plan.reserves.is_begun
