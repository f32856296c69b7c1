"""The year here: linked from the programme, twelve months, and nobody's name."""

import csv
import re
from html import unescape

from constraints.land_year import TABLES
from tests.web.pages.sites import Site

FARMING = TABLES / "farming_calendar.csv"


def test_the_programme_leads_to_its_year(site: Site) -> None:
    programme = f"/programmes/{site.plans['rural'].of}"

    assert site.client.get(programme).text.count(f'href="{programme}/year"') == 1


def test_twelve_months_stand_in_a_table_and_nobody_does(site: Site) -> None:
    plan = site.plans["rural"]

    text = unescape(site.client.get(f"/programmes/{plan.of}/year").text)

    assert text.count('<th scope="row"') == 12
    assert text.count("No day is free of all this in April.") == 1
    people = [person.name for person in plan.programme().people if person.name]
    assert [name for name in people if re.search(rf"\b{name}\b", text)] == []


def test_the_page_cites_the_source_of_every_row_of_the_farming_calendar(site: Site) -> None:
    with FARMING.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))

    text = unescape(site.client.get(f"/programmes/{site.plans['rural'].of}/year").text)

    assert len(rows) == 40
    uncited = [row["activity_id"] for row in rows if row["source"] not in text]
    assert uncited == []
