"""Journeys in pictures: for the organiser, said in words as well, and not for the group."""

from tests.web.pages.sites import Site


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
