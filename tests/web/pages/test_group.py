"""The group's page as it leaves the house."""

import re
from html import unescape

from tests.web.pages.sites import Site

ORGANISERS = re.compile(r"cannot|because|lambing|kept clear|why not", re.IGNORECASE)


def test_the_groups_page_names_nobody_and_refuses_nothing(site: Site) -> None:
    plan = site.plans["rural"]

    text = unescape(site.client.get(f"/plans/{plan.code}/group").text)

    people = [person.name for person in plan.programme().people if person.name]
    assert [name for name in people if re.search(rf"\b{name}\b", text)] == []
    assert ORGANISERS.findall(text) == []
    assert text.count('<article class="cg-session">') == 6


def test_another_groups_code_shows_no_other_programme(site: Site) -> None:
    plan = site.plans["rural"]

    same = site.client.get(f"/plans/{plan.code}/group?project=money-advice")

    assert same.text.count("Dates of Two glens group") == 2
