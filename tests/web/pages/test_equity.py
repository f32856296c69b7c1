"""Who bends: linked from the plan, and never part of what the group reads."""

from tests.web.pages.sites import Site


def test_the_plan_leads_to_who_bends(site: Site) -> None:
    plan = f"/plans/{site.plans['rural'].code}"

    text = site.client.get(plan).text

    assert text.count(f'href="{plan}/equity"') == 1


def test_the_page_tells_of_each_role_and_of_no_words_nobody_gave(site: Site) -> None:
    text = site.client.get(f"/plans/{site.plans['rural'].code}/equity").text

    heading = '<th scope="col" class="govuk-table__header">Lived experience (8 people)</th>'
    assert (text.count(heading), text.count("chose to describe")) == (1, 0)


def test_the_groups_page_does_not_lead_there(site: Site) -> None:
    text = site.client.get(f"/plans/{site.plans['rural'].code}/group").text

    assert "/equity" not in text
