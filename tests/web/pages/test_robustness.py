"""What if something drops out: linked from the plan, and never part of what the group reads."""

from tests.web.pages.sites import Site


def test_the_plan_leads_to_what_if(site: Site) -> None:
    plan = f"/plans/{site.plans['rural'].code}"

    assert site.client.get(plan).text.count(f'href="{plan}/what-if"') == 1


def test_each_session_has_what_it_cannot_do_without(site: Site) -> None:
    text = site.client.get(f"/plans/{site.plans['rural'].code}/what-if").text

    assert text.count("<h2") == 6
    assert text.count("It falls if ") >= 1


def test_a_plan_without_dates_has_nothing_to_tell(site: Site) -> None:
    text = site.client.get(f"/plans/{site.plans['impossible'].code}/what-if").text

    assert text.count("<h2") == len(site.plans["impossible"].plan().sessions)


def test_the_groups_page_does_not_lead_there(site: Site) -> None:
    text = site.client.get(f"/plans/{site.plans['rural'].code}/group").text

    assert "/what-if" not in text
