"""Journeys in pictures: for the organiser, said in words as well, and not for the group."""

from html import unescape

import pytest
from flask.testing import FlaskClient

from constraints import registry
from scheduler.files import write_plan
from scheduler.planner import make_plan
from tests.conftest import shared_data
from tests.scheduler.timetables.chester import chester
from tests.web.pages.kept import kept
from tests.web.pages.sites import Site
from web import job_files
from web.store import Store


def test_the_plan_leads_to_journeys(site: Site) -> None:
    plan = f"/plans/{site.plans['rural'].code}"

    assert site.client.get(plan).text.count(f'href="{plan}/journeys"') == 1


def test_each_group_has_a_map_of_its_own(site: Site) -> None:
    text = site.client.get(f"/plans/{site.plans['multi-site'].code}/journeys").text

    assert text.count('<figure class="cg-map">') == 3


def test_everybody_who_travels_has_a_strip_at_each_session(site: Site) -> None:
    text = site.client.get(f"/plans/{site.plans['rural'].code}/journeys").text

    assert text.count('class="govuk-heading-s cg-day-title"') == 6
    assert text.count("<strong>Una</strong>, by taxi: sets out") == 6


def test_the_groups_page_does_not_lead_there(site: Site) -> None:
    assert "/journeys" not in site.client.get(f"/plans/{site.plans['rural'].code}/group").text


def test_the_plan_page_says_in_words_what_a_day_by_bus_asks_of_somebody(
    store: Store, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By real timetable of Chester: out at 07:44 for ten o'clock, and home at 15:45."""
    feed = shared_data("places", "chester", "gtfs.zip")
    monkeypatch.setenv("COMMONGROUND_TIMETABLES", str(feed.parent))
    programme = chester()
    plan = kept(store, programme=programme)
    write_plan(make_plan(programme, registry()), plan.folder / job_files.PLAN)

    text = unescape(client.get(f"/plans/{plan.code}").text)

    assert "Leave home at 07:44: 1 07:46 from Vicar's Lane (Stop G)" in text
    assert "home at 15:45" in text
    assert "If the session runs over by 30 minutes, they are home at 15:45." in text
