"""The list for the phone: reached from what is to do, and handed out as a table."""

from tests.web.pages.sites import Site


def test_what_is_to_do_leads_to_the_list(site: Site) -> None:
    plan = f"/plans/{site.plans['rural'].code}"

    assert f'href="{plan}/checklist"' in site.client.get(f"{plan}/to-do").text


def test_each_place_has_its_own_part_with_its_number(site: Site) -> None:
    text = site.client.get(f"/plans/{site.plans['rural'].code}/checklist").text

    assert text.count('<section class="cg-ring">') == 2
    assert "01632 960101" in text


def test_the_table_is_one_for_spreadsheets(site: Site) -> None:
    answer = site.client.get(f"/plans/{site.plans['rural'].code}/checklist/to-ring.csv")

    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.data.startswith(b"\xef\xbb\xbfvenue,name,phone,field,question")
