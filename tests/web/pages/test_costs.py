"""What a plan costs: linked from the plan, and a table for whoever pays that names nobody."""

import csv
import io
import re

from tests.web.pages.sites import Site


def test_the_plan_leads_to_what_it_costs_and_the_groups_page_does_not(site: Site) -> None:
    plan = f"/plans/{site.plans['rural'].code}"

    texts = [site.client.get(page).text for page in (plan, f"{plan}/group")]

    assert [text.count(f'href="{plan}/costs"') for text in texts] == [1, 0]


def test_the_page_shows_every_session_and_each_bar_with_its_sum(site: Site) -> None:
    kept = site.plans["rural"]

    text = site.client.get(f"/plans/{kept.code}/costs").text

    assert text.count('class="cg-card"') == len(kept.plan().sessions)
    kinds = {line.kind for one in kept.plan().costs.sessions for line in one.lines}
    assert len(re.findall("<svg[^>]*aria-hidden", text)) >= len(kinds)


def test_the_table_adds_up_and_names_nobody(site: Site) -> None:
    kept = site.plans["rural"]

    answer = site.client.get(f"/plans/{kept.code}/costs/costs.csv")

    *rows, last = csv.DictReader(io.StringIO(answer.text))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="costs.csv"'
    pence = round(100 * sum(float(row["pounds"]) for row in rows))
    assert pence == round(100 * float(last["pounds"])) == kept.plan().costs.pence
    names = [person.name for person in kept.programme().people if person.name]
    assert [name for name in names if name in answer.text] == []


def test_other_good_plans_stand_side_by_side_as_bars(site: Site) -> None:
    text = site.client.get(f"/plans/{site.plans['rural'].code}/alternatives").text

    assert text.count("What each plan costs") == 1
