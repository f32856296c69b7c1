"""The pages in a real browser: for everybody, on a phone, without scripts, without a mouse.

There is no screen reader in the chain. What one reads is asserted through axe, through the tree of
names and roles that the browser hands to it, and by walking with the keyboard alone.
"""

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from playwright.sync_api import Browser, Page, Route, expect

from tests.web.pages.sites import Site

NAMES = (
    "start",
    "programme",
    "year",
    "busy",
    "busy, found",
    "plan",
    "people",
    "to do",
    "journeys",
    "checklist",
    "costs",
    "calendars",
    "addresses",
    "papers",
    "mail",
    "answers",
    "a sheet",
    "a sheet nobody chose",
    "a poster",
    "why not",
    "why not, every place",
    "why not, one place",
    "why not, no day",
    "equity",
    "what if",
    "other plans",
    "other plans, not looked for",
    "other plans, nothing fits",
    "changed, found",
    "changed, said",
    "changed, nothing said",
    "changed, a form",
    "changed, nothing it could be about",
    "group",
    "details",
    "nothing fits",
    "rules",
    "rule",
    "not found",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SLOW_MS = 60_000
MOST_KEYS = 80


def findings(page: Page) -> list[tuple[str, str]]:
    """Return what the checker finds wrong with a page, with where."""
    found: list[dict[str, Any]] = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [(each["id"], node["html"]) for each in found for node in each["nodes"]]


def width(page: Page) -> int:
    """Return how wide a page is, what stands out of sight included."""
    found: int = page.evaluate("document.documentElement.scrollWidth")
    return found


def focused(page: Page) -> str:
    """Return the words on what has the focus."""
    words: str = page.evaluate(
        "document.activeElement.innerText || document.activeElement.name || ''"
    )
    return words.strip()


def press_until(page: Page, words: str) -> None:
    """Walk with the Tab key to something, seeing the focus at every step."""
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const s = getComputedStyle(document.activeElement);
               return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; }"""
        )
        assert seen, f"no focus is seen on: {focused(page)}"
        if focused(page) == words:
            return
    pytest.fail(f"{words} cannot be reached with the keyboard")


@pytest.mark.parametrize("pixels", [1280, 320])
@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_no_barrier_and_never_moves_sideways(
    browser: Browser, site: Site, name: str, pixels: int
) -> None:
    # The checker's script is not ours, so the page's own rule against it is lifted for it.
    with browser.new_context(viewport={"width": pixels, "height": 800}, bypass_csp=True) as context:
        page = context.new_page()

        page.goto(site.address + site.pages()[name])

        assert findings(page) == []
        assert width(page) == pixels


def test_every_page_is_looked_at(site: Site) -> None:
    assert set(site.pages()) == set(NAMES)


@pytest.mark.parametrize("name", ["plan", "year"])
def test_everything_that_can_be_opened_on_a_page_has_no_barrier(
    browser: Browser, site: Site, name: str
) -> None:
    with browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(site.address + site.pages()[name])

        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

        assert findings(page) == []
        assert width(page) == 320


def test_text_twice_as_large_still_fits(browser: Browser, site: Site) -> None:
    with browser.new_context(viewport={"width": 640, "height": 800}) as context:
        page = context.new_page()
        page.goto(site.address + site.pages()["people"])

        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")

        assert width(page) == 640


def test_the_whole_task_works_without_scripts(page_without_scripts: Page, site: Site) -> None:
    page = page_without_scripts
    page.goto(site.address)

    page.get_by_role("button", name="Try with an example").click()
    expect(page.get_by_role("heading", name="Dates at a glance")).to_be_visible(timeout=SLOW_MS)
    page.get_by_role("link", name="Calendars").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Calendar of Two glens group").click()

    content = Path(download.value.path()).read_bytes()
    assert len(Calendar.from_ical(content).walk("VEVENT")) == 6


def test_the_whole_task_works_with_the_keyboard_alone(page: Page, site: Site) -> None:
    page.goto(site.address)

    press_until(page, "Try with an example")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Dates at a glance")).to_be_visible(timeout=SLOW_MS)
    press_until(page, "Why not?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Why not then?")).to_be_visible()
    press_until(page, "day")
    page.keyboard.type("15")
    press_until(page, "month")
    page.keyboard.type("6")
    press_until(page, "Ask")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Answer")).to_be_visible(timeout=SLOW_MS)
    expect(page.get_by_text("On Tuesday 15 June 2027 at 11:00")).to_be_visible()


def test_the_year_is_reached_and_opened_with_the_keyboard_alone(page: Page, site: Site) -> None:
    page.goto(site.address + site.pages()["programme"])

    press_until(page, "The year here: seasons, holidays and festivals")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The year here")).to_be_visible()
    press_until(page, "All 40 seasons that can be switched on")
    page.keyboard.press("Enter")

    expect(page.get_by_text("lambing_hill_blackface")).to_be_visible()


def test_somebody_can_come_anyway_with_one_key_and_without_scripts(
    page_without_scripts: Page, site: Site
) -> None:
    page = page_without_scripts
    page.goto(site.address + site.pages()["people"])
    before = page.url

    page.get_by_role("button", name="Struan can come anyway : lambing").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Stop looking").click()

    expect(page.get_by_role("button", name="Find dates again")).to_be_visible(timeout=SLOW_MS)
    assert page.url != before


def test_the_first_stop_leads_past_the_menu(page: Page, site: Site) -> None:
    page.goto(site.address + site.pages()["plan"])

    page.keyboard.press("Tab")

    assert focused(page) == "Skip to main content"


def test_whoever_waits_is_told_without_loading_the_page_again(page: Page, site: Site) -> None:
    """How far it has come is told as long as somebody waits: a plan may be ready at once."""
    waiting = [True]

    def told(route: Route) -> None:
        news = '<p id="says">Half of the dates are looked at.</p>'
        route.fulfill(body=news, content_type="text/html") if waiting else route.continue_()

    page.route(re.compile("/progress$"), told)
    page.goto(site.address)
    page.get_by_role("button", name="Try with an example").click()
    page.evaluate("window.isTheSamePage = true")

    expect(page.get_by_text("Half of the dates")).to_be_visible(timeout=SLOW_MS)
    assert page.evaluate("window.isTheSamePage") is True
    waiting.clear()
    expect(page.get_by_role("heading", name="Dates at a glance")).to_be_visible(timeout=SLOW_MS)


def test_another_plan_is_chosen_and_the_earlier_one_taken_back_without_scripts(
    page_without_scripts: Page, site: Site
) -> None:
    page = page_without_scripts
    page.goto(site.address + site.pages()["other plans"])

    page.get_by_role("button", name="Cheapest").click()
    expect(page.get_by_text("This plan took the place of an earlier one")).to_be_visible()
    chosen = page.url
    page.get_by_role("button", name="Take the earlier plan back").click()
    expect(page.get_by_role("heading", name="Dates at a glance")).to_be_visible()
    page.goto(chosen)

    expect(page.get_by_text("This plan was set aside on your word.")).to_be_visible()


def test_other_plans_are_looked_for_with_the_keyboard_alone(page: Page, site: Site) -> None:
    page.goto(site.address + site.pages()["other plans, not looked for"])

    press_until(page, "Look for other good plans")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Looking for other good plans")).to_be_visible()
    press_until(page, "Stop looking")
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name="Look again")).to_be_visible(timeout=SLOW_MS)


def test_what_changed_is_said_and_worked_out_without_scripts(
    page_without_scripts: Page, site: Site
) -> None:
    page = page_without_scripts
    page.goto(site.address + site.pages()["changed, nothing said"])
    page.get_by_role("link", name="Somebody cannot come on some days").click()

    page.get_by_label("Who?").select_option(index=1)
    for part, value in (("Day", "1"), ("Month", "6"), ("Year", "2027")):
        page.get_by_role("group", name="First day").get_by_label(part).fill(value)
    page.get_by_role("button", name="Add this").click()
    for part, value in (("Day", "23"), ("Month", "11"), ("Year", "2026")):
        page.get_by_label(part).fill(value)
    page.get_by_role("button", name="Work out the new plan").click()

    expect(page.get_by_role("heading", name="What the change does")).to_be_visible(timeout=SLOW_MS)
    page.get_by_role("button", name="Keep the plan as it is").click()
    expect(page.get_by_text("Not everything fits")).to_be_visible()


def test_what_is_missing_in_a_form_is_said_beside_it_and_has_no_barrier(
    browser: Browser, site: Site
) -> None:
    with browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(site.address + site.pages()["changed, a form"])
        press_until(page, "Add this")
        page.keyboard.press("Enter")

        expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
        first = focused(page).splitlines()[0]
        page.get_by_role("link", name="Write something here").click()

        assert (first, focused(page)) == ("There is a problem", "name")
        assert findings(page) == []
        assert width(page) == 320


def test_planning_can_be_stopped(page_without_scripts: Page, site: Site) -> None:
    page = page_without_scripts
    page.goto(site.address)
    page.get_by_role("button", name="Try with an example").click()

    page.get_by_role("button", name="Stop looking").click()

    expect(page.get_by_role("button", name="Find dates again")).to_be_visible(timeout=SLOW_MS)


def test_a_refused_file_takes_the_focus_to_what_is_wrong(
    page: Page, site: Site, tmp_path: Path
) -> None:
    (tmp_path / "people.csv").write_text("code\nA\n")
    page.goto(site.address)
    page.get_by_label("Files of your programme").set_input_files(tmp_path / "people.csv")

    page.get_by_role("button", name="Open programme").click()

    expect(page).to_have_title(re.compile("^Error: "))
    assert focused(page).splitlines()[0] == "There is a problem with these files"


def test_a_phone_shows_the_list_and_a_desk_the_months_too(browser: Browser, site: Site) -> None:
    seen = {}
    for pixels in (320, 1280):
        with browser.new_context(viewport={"width": pixels, "height": 800}) as context:
            page = context.new_page()
            page.goto(site.address + site.pages()["plan"])
            months = page.locator(".cg-month").first
            seen[pixels] = (page.locator(".cg-days").is_visible(), months.is_visible())

    assert seen == {320: (True, False), 1280: (True, True)}


def test_a_day_in_a_month_leads_to_why_not(page: Page, site: Site) -> None:
    page.goto(site.address + site.pages()["plan"])

    page.get_by_role("link", name="Why not Tuesday 18 May 2027?").click()

    expect(page.get_by_text("On Tuesday 18 May 2027 at 11:00")).to_be_visible(timeout=SLOW_MS)


def test_nothing_is_loaded_from_elsewhere_and_little_from_us(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(site.address + site.pages()["plan"])

    assert [url for url in asked if not url.startswith(site.address)] == []
    assert len(asked) <= 3


def test_the_browser_refuses_nothing_of_ours(page: Page, site: Site) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))

    for name in ("start", "plan", "people", "group"):
        page.goto(site.address + site.pages()[name])

    assert told == []


def test_on_paper_only_what_paper_can_use_is_left(page: Page, site: Site) -> None:
    page.goto(site.address + site.pages()["plan"])

    page.emulate_media(media="print")

    gone = (".cg-parts", ".cg-footer", ".govuk-back-link", ".govuk-service-navigation")
    assert [name for name in gone if page.locator(name).first.is_visible()] == []
    assert page.locator(".cg-session").count() == 6


def test_without_colours_the_marks_are_still_seen(browser: Browser, site: Site) -> None:
    with browser.new_context(forced_colors="active", bypass_csp=True) as context:
        page = context.new_page()

        page.goto(site.address + site.pages()["people"])

        stroke = "getComputedStyle(document.querySelector('.cg-mark--cannot')).stroke"
        back = "getComputedStyle(document.body).backgroundColor"
        assert page.evaluate(stroke) != page.evaluate(back)
        assert findings(page) == []


def test_a_mark_of_the_key_stands_beside_the_first_of_its_lines(
    browser: Browser, site: Site
) -> None:
    """On a phone the third mark stood beside a second line, as if it belonged to the second."""
    with browser.new_context(viewport={"width": 320, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{site.address}{site.pages()['people']}")

        off = page.locator(".cg-key__item").evaluate_all(
            """items => items.map(item => {
                const line = parseFloat(getComputedStyle(item).lineHeight);
                const mark = item.querySelector("svg").getBoundingClientRect();
                return mark.bottom - item.getBoundingClientRect().top - line;
            })"""
        )

    assert (len(off), [each for each in off if each > 1]) == (6, [])


def test_the_scale_of_a_map_stands_below_every_mark(browser: Browser, site: Site) -> None:
    """Its "10 km" ran into a mark."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{site.address}{site.pages()['journeys']}")
        drawn = page.locator(".cg-map svg[role=img]").first

        below = drawn.evaluate(
            """map => {
                const edge = each => each.getBoundingClientRect();
                const marks = [...map.querySelectorAll(".cg-map__home, .cg-map__venue")];
                const scale = map.querySelector("g");
                return edge(scale).top - Math.max(...marks.map(each => edge(each).bottom));
            }"""
        )

    assert below >= 0
