"""A project with one Muslim member and the same project with none: no page refuses a day for it.

The group's page and calendar are the same to the letter. On the organiser's pages the days kept
clear are the same, and the day of a feast is refused for everybody alike, whoever is in the group.
"""

import re
from dataclasses import dataclass

import pytest
from flask.testing import FlaskClient

from tests.cases.test_nobodys_faith_shows import OF_THE_FAITH, keeping
from tests.web.pages.sites import kept_as_made
from tests.whole_programmes import planned
from web.app import create_app

KEPT = {"without": (), "with": ("eid_al_fitr", "ramadan_iftar", "jumuah")}


@dataclass(frozen=True)
class Both:
    """Pages that hold the plan of each project, by whether anybody keeps Eid."""

    client: FlaskClient
    plans: dict[str, str]

    def pages(self, part: str) -> list[str]:
        """Return one part of both plans, less what is new on every page."""
        return [self._page(code, part) for code in self.plans.values()]

    def _page(self, code: str, part: str) -> str:
        text = self.client.get(f"/plans/{code}{part}").text
        found = re.search(r'href="/programmes/([^"/]+)"', text)
        own = found[1] if found else code
        return re.sub('nonce="[^"]*"', "", text.replace(code, "").replace(own, ""))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    app = create_app(tmp_path_factory.mktemp("home"))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    store = app.extensions["store"]
    programmes = {name: keeping(*codes) for name, codes in KEPT.items()}
    kept = {name: kept_as_made(store, each, planned(each)) for name, each in programmes.items()}
    return Both(app.test_client(), {name: plan.code for name, plan in kept.items()})


@pytest.mark.parametrize("part", ["/group", "/calendars"])
def test_what_a_group_may_see_is_the_same_to_the_letter(both: Both, part: str) -> None:
    without, with_her = both.pages(part)

    assert without == with_her
    assert [word for word in OF_THE_FAITH if word in without.casefold()] == []


@pytest.mark.parametrize("part", ["", "/people", "/to-do"])
def test_the_plan_refuses_no_other_day(both: Both, part: str) -> None:
    """Days kept clear stand on the plan by name, as they do for every project."""
    without, with_her = both.pages(part)

    assert without == with_her


def test_why_not_refuses_the_feast_to_both_for_everybodys_sake(both: Both) -> None:
    """Of Tuesday 9 March 2027 the page says to the organiser of either the same first reason."""
    pages = both.pages("/why-not?day=9&month=3&year=2027&hour=11:00&venue=hall")

    says = "Tuesday 9 March 2027 is kept clear for Eid al-Fitr."
    assert [page.count(says) for page in pages] == [1, 1]
    assert pages[0] == pages[1]


def test_the_calendar_of_the_group_is_the_same(both: Both) -> None:
    feeds = []
    for code in both.plans.values():
        listed = both.client.get(f"/plans/{code}/calendars").text
        (name,) = re.findall(r"/calendars/(project-[^\"]+)", listed)
        feeds.append(both.client.get(f"/plans/{code}/calendars/{name}").text)

    assert feeds[0].count("BEGIN:VEVENT") == 1
    assert feeds[0] == feeds[1]
