"""A programme begun in a real browser: on a phone, without scripts, without a mouse."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

from tests.web.pages.sites import served
from tests.web.pages.test_begin import begun, say_of, whole
from tests.web.pages.test_in_a_browser import SLOW_MS, findings, focused, press_until, width
from web.begin.asked import PAGES, PARTS

FILLED = (
    *(form.name for form in PAGES),
    *("check", "remove", *PARTS),
    *(f"people/1/{form.name}" for form in PARTS["people"]),
    *("halls/7/hall", "places/the-glen/place", "workers/new/worker", "people/new/who"),
    *("journeys/new/journey", "journeys/9/journey"),
)
"""Pages of a draft in which everything was said."""
EMPTY = ("check", *PARTS)
"""Pages of a draft in which only its name was."""


@pytest.fixture
def address(client: FlaskClient) -> Iterator[str]:
    """Serve the pages, and give the address of the start page."""
    with served(client.application) as found:
        yield found


@pytest.mark.parametrize("pixels", [1280, 320])
def test_no_page_has_a_barrier_or_moves_sideways(
    browser: Browser, client: FlaskClient, address: str, pixels: int
) -> None:
    draft, empty = whole(client), begun(client)
    journey = {"goes": "from:the-glen", "to": "7", "by": "community transport", "out": "40"}
    say_of(client, f"{draft}/journeys/new/journey", **journey)
    client.post(f"{draft}/people/2/remove")
    pages = ["/", "/begin", *(f"{draft}/{name}" for name in FILLED)]
    pages += [f"{empty}/{name}" for name in EMPTY]

    with browser.new_context(viewport={"width": pixels, "height": 800}, bypass_csp=True) as context:
        page = context.new_page()
        seen = {name: looked_at(page, address + name) for name in pages}

    assert {name: found for name, found in seen.items() if found != ([], pixels)} == {}


def looked_at(page: Page, address: str) -> tuple[list[tuple[str, str]], int]:
    """Return what the checker finds on a page with everything opened, and how wide it is."""
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    return findings(page), width(page)


def test_what_is_wrong_takes_the_focus_and_leads_to_its_field(
    browser: Browser, client: FlaskClient, address: str
) -> None:
    draft = begun(client)
    with browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(f"{address}{draft}/people/new/who")
        page.get_by_label("Where do they live?").fill("The Glen")
        page.get_by_role("button", name="Save and continue").click()

        expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
        first = focused(page).splitlines()[0]
        page.get_by_role("link", name="On which side do they come: Choose one of these").click()

        assert (first, focused(page)) == ("There is a problem", "role")
        assert page.get_by_label("Where do they live?").input_value() == "The Glen"
        assert (findings(page), width(page)) == ([], 320)


def test_a_fault_among_what_is_folded_away_is_seen(
    browser: Browser, client: FlaskClient, address: str
) -> None:
    draft = begun(client)
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}{draft}/halls/new/hall")
        page.get_by_label("What is it called?").fill("Glen Hall")
        page.get_by_text("More, if you know it").click()
        page.get_by_label("When is it open?").fill("whenever")
        page.get_by_role("button", name="Save and continue").click()

        expect(page.get_by_label("When is it open?")).to_be_visible()
        assert page.get_by_label("When is it open?").input_value() == "whenever"


def test_a_programme_of_which_little_is_known_is_begun_kept_and_planned_without_scripts(
    page_without_scripts: Page, address: str
) -> None:
    page = page_without_scripts
    page.goto(address)
    page.get_by_role("link", name="Begin a new programme").click()
    fill(page, {"What is the programme called?": "Two glens"})
    for group, (day, month, year) in (
        ("First day", ("1", "3", "2027")),
        ("Last day", ("30", "4", "2027")),
    ):
        for part, value in (("Day", day), ("Month", month), ("Year", year)):
            page.get_by_role("group", name=group).get_by_label(part).fill(value)
    save(page)
    page.get_by_label("Scotland").check()
    save(page)
    for name, side in (("Ana", "Lived experience"), ("Eli", "Professional")):
        page.get_by_role("link", name="Add a person").click()
        page.get_by_label(side, exact=True).check()
        page.get_by_label("What do they want to be called?").fill(name)
        page.get_by_role("button", name="Save and go back to the list").click()
    go_on(page)
    page.get_by_role("link", name="Add a place").click()
    fill(page, {"What is it called?": "Glen Hall"})
    for _ in ("halls", "places", "journeys"):
        go_on(page)
    fill(page, {"What may the group be called outside?": "Living well", "How many sessions?": "1"})
    save(page)
    go_on(page)
    save(page)
    page.get_by_role("button", name="Keep this programme").click()
    expect(page.get_by_role("heading", name="Two glens")).to_be_visible()

    page.get_by_role("button", name="Find dates").click()

    expect(page.get_by_role("heading", name="What would help")).to_be_visible(timeout=SLOW_MS)
    ask = page.get_by_role("heading", name="Ask Ana and Eli what is not known yet")
    expect(ask).to_be_visible()


def fill(page: Page, typed: dict[str, str]) -> None:
    """Fill in some fields and go on."""
    for label, value in typed.items():
        page.get_by_label(label).fill(value)
    save(page)


def save(page: Page) -> None:
    """Go on from a page that asks something."""
    page.get_by_role("button", name="Save and continue").click()


def go_on(page: Page) -> None:
    """Go on from a list."""
    page.get_by_role("link", name="Continue").click()


def test_somebody_is_told_of_with_the_keyboard_alone(
    page: Page, client: FlaskClient, address: str
) -> None:
    page.goto(f"{address}{begun(client)}/people")

    press_until(page, "Add a person")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Who they are")).to_be_visible()
    press_until(page, "called")
    page.keyboard.type("Ana")
    press_until(page, "role")
    page.keyboard.press("Space")
    press_until(page, "Save and go back to the list")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Ana 6 answers not known yet")).to_be_visible()


def test_a_journey_is_told_of_with_the_keyboard_alone(
    page: Page, client: FlaskClient, address: str
) -> None:
    page.goto(f"{address}{whole(client)}/journeys")

    press_until(page, "Add a journey")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="One journey there and back")).to_be_visible()
    people = ("Ana", "Bryn", "Carys", "Dee", "Eli", "Ffion")
    press_until(page, "\n".join(("Choose one", *people, "Everybody from The Glen")))
    page.keyboard.type("Bryn")
    press_until(page, "Choose one\nGlen Hall\nTown Hall")
    page.keyboard.type("Town")
    press_until(page, "by")
    page.keyboard.press("Space")
    press_until(page, "out")
    page.keyboard.type("25")
    press_until(page, "Save and continue")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Bryn to Town Hall: car 1 answer not known yet")).to_be_visible()
