"""Why not then? What was typed, and the answer."""

import re
from html import unescape

import pytest

from tests.web.pages.sites import Site


def asked(site: Site, query: str) -> str:
    """Return the page that answers a question."""
    return unescape(site.client.get(f"/plans/{site.plans['rural'].code}/why-not{query}").text)


def test_without_a_question_the_form_stands_on_the_first_session(site: Site) -> None:
    text = asked(site, "")

    assert (
        text.count('id="answer"'),
        text.count('name="year" inputmode="numeric" value="2027"'),
    ) == (
        0,
        1,
    )


def test_a_place_that_serves_alcohol_says_so(site: Site) -> None:
    text = asked(site, "?day=4&month=5&year=2027&hour=11:00&venue=kb-town-hall")

    assert text.count("It cannot be held there then: Kirkbrannoch Town Hall serves alcohol.") == 1


def test_without_a_place_each_reason_stands_beside_its_places(site: Site) -> None:
    text = asked(site, "?day=4&month=5&year=2027&hour=11:00&venue=")

    row = text.split("Fern Lodge, Achdour Old School and Achdour Chapel")[1].split("</dd>")[0]
    assert re.findall("<li>(.*?)</li>", row) == [
        "Morven is lambing from Thursday 15 April to Thursday 20 May 2027.",
        "Struan rests for 14 days after lambing, until Sunday 9 May 2027.",
        "Una cannot come then.",
    ]


@pytest.mark.parametrize(
    ("query", "refusal"),
    [
        ("?day=31&month=2&year=2027", "Write a day of the calendar, such as 4 5 2027"),
        ("?day=x&month=2&year=2027", "Write a day of the calendar, such as 4 5 2027"),
        ("?day=1&month=2&year=99999999999", "Write a day of the calendar, such as 4 5 2027"),
        ("?day=4&month=5&year=2027&hour=25:00", "Choose an hour"),
    ],
)
def test_what_is_no_day_or_hour_is_refused_beside_the_form(
    site: Site, query: str, refusal: str
) -> None:
    text = asked(site, query)

    assert (text.count(f'<li><a href="#day">{refusal}</a></li>'), text.count('id="answer"')) == (
        1,
        0,
    )


def test_a_day_outside_the_programme_is_refused_with_its_days(site: Site) -> None:
    text = asked(site, "?day=4&month=5&year=2031&hour=11:00")

    assert text.count("which runs from Monday 4 January to Wednesday 30 June 2027.") == 1


def test_what_was_typed_stays_in_the_form(site: Site) -> None:
    text = asked(site, '?day="><script>&month=2&year=2027')

    assert text.count('value=""><script>"') == 1
    assert (
        "<script>"
        not in site.client.get(
            f"/plans/{site.plans['rural'].code}/why-not", query_string={"day": '"><script>'}
        ).text
    )
