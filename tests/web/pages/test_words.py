"""No page of a plan shows the name of a field: words people read are words people use."""

import re
from html import unescape

import pytest

from tests.web.pages.sites import Site

FIELD = re.compile(r"\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b")
"""A name only a programmer writes: walk_minutes, needs_asked."""
UNSEEN = re.compile(r"<(script|style|svg|code)\b.*?</\1>|<[^>]*>", re.DOTALL)
"""What is not read as words; `code` holds what is to be typed just so."""

PAGES = (
    *("start", "programme", "year", "busy", "busy, found", "plan", "people", "to do"),
    *("journeys", "checklist", "costs", "calendars", "addresses", "papers", "mail", "answers"),
    *("a sheet", "a sheet nobody chose", "a poster", "why not"),
    *("why not, every place", "why not, one place", "why not, no day", "equity", "what if"),
    *("other plans", "other plans, not looked for", "other plans, nothing fits"),
    *("changed, found", "changed, said", "changed, nothing said", "changed, a form"),
    *("changed, nothing it could be about",),
    *("group", "details", "nothing fits", "rules", "rule", "not found"),
)


def test_every_page_is_looked_at(site: Site) -> None:
    assert tuple(site.pages()) == PAGES


@pytest.mark.parametrize("name", PAGES)
def test_no_page_shows_the_name_of_a_field(site: Site, name: str) -> None:
    text = unescape(UNSEEN.sub(" ", site.client.get(site.pages()[name]).text))

    assert sorted(set(FIELD.findall(text))) == []
