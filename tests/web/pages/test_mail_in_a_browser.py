"""Sending and reading answers in a real browser, without scripts and with the keyboard alone."""

from dataclasses import replace
from pathlib import Path

from flask import Flask
from playwright.sync_api import Browser, Page, expect

from scheduler.calendars.mail import messages
from tests.web.mailing.given import written_settings
from tests.web.mailing.server import Conduct, mail_server
from tests.web.pages.kept import kept
from tests.web.pages.sites import served
from tests.web.pages.test_in_a_browser import press_until
from tests.web.pages.test_mailing import CALENDARS
from tests.web.pages.test_mailing import mailed as with_mail
from tests.web.pages.test_replies import of_ishbel, polish, sent, told
from web.mailing.accepted import AcceptedLog
from web.mailing.parcels import parcels_of
from web.store import Store


def test_messages_are_sent_and_an_answer_is_taken_in_with_the_keyboard_alone(
    page: Page, app: Flask, store: Store, tmp_path: Path
) -> None:
    # given
    plan, conduct = kept(store, programme=polish()), Conduct()
    (tmp_path / "answer.eml").write_bytes(of_ishbel())
    with mail_server(conduct) as port, served(app) as address:
        written_settings(store.home, port)

        # when
        page.goto(f"{address}/plans/{plan.code}/mail")
        press_until(page, "sure")
        page.keyboard.press("Space")
        press_until(page, "Send 1 message")
        page.keyboard.press("Enter")
        expect(page.get_by_text("1 message taken by the mail server.")).to_be_visible()
        page.goto(f"{address}/plans/{plan.code}/replies")
        page.get_by_label("Messages with answers").set_input_files(tmp_path / "answer.eml")
        press_until(page, "Read the answers")
        page.keyboard.press("Enter")

        # then
        expect(page.get_by_text("Not coming: Ishbel.")).to_be_visible()
    assert len(conduct.taken) == 1


def test_an_answer_is_decided_on_and_taken_out_again_without_scripts(
    page_without_scripts: Page, app: Flask, store: Store, tmp_path: Path
) -> None:
    # given
    plan, page = told(store), page_without_scripts
    (tmp_path / "answer.eml").write_bytes(of_ishbel(sender="rory@example.org"))
    with served(app) as address:
        page.goto(f"{address}/plans/{plan.code}/replies")
        page.get_by_label("Messages with answers").set_input_files(tmp_path / "answer.eml")
        page.get_by_role("button", name="Read the answers").click()

        # when
        page.get_by_role("button", name="Yes, it is theirs").click()
        expect(page.get_by_text("Not coming: Ishbel.")).to_be_visible()
        page.get_by_role("button", name="Take this out again").click()

        # then
        expect(page.get_by_role("heading", name="Ask whether these are theirs")).to_be_visible()


def test_counting_on_is_said_with_the_keyboard_alone_on_a_narrow_screen(
    browser: Browser, app: Flask, store: Store
) -> None:
    # given: a later wording was sent, and nothing of it is kept but its number
    plan = kept(store, programme=with_mail())
    (parcel,) = parcels_of(CALENDARS, messages(CALENDARS, "ishbel"))
    log = AcceptedLog.of(store.home, with_mail().name)
    log.claim("ab", replace(parcel.wording, sequence=3))
    narrow = {"width": 320, "height": 800}
    with served(app) as address, browser.new_context(viewport=narrow) as context:  # type: ignore[arg-type] # a size
        page = context.new_page()
        page.goto(f"{address}/plans/{plan.code}/mail")
        assert page.evaluate("document.documentElement.scrollWidth") == 320

        # when
        press_until(page, "holds")
        page.keyboard.press("Space")
        press_until(page, "Count on from what they were sent")
        page.keyboard.press("Enter")

        # then
        expect(page.get_by_role("heading", name="Who gets what")).to_be_visible()
        expect(page.get_by_role("heading", name="Older than what was sent")).to_have_count(0)


def test_what_is_taken_out_twice_from_one_page_takes_out_one_round_without_scripts(
    page_without_scripts: Page, app: Flask, store: Store
) -> None:
    # given: two rounds, and a second window on the same page
    plan, page = told(store), page_without_scripts
    client = app.test_client()
    sent(client, plan, of_ishbel("ACCEPTED"))
    sent(client, plan, of_ishbel("DECLINED", DTSTAMP="20251102T090000Z"))
    with served(app) as address:
        page.goto(f"{address}/plans/{plan.code}/replies")
        other = page.context.new_page()
        other.goto(f"{address}/plans/{plan.code}/replies")

        # when
        page.get_by_role("button", name="Take this out again").click()
        other.get_by_role("button", name="Take this out again").click()

        # then
        expect(other.get_by_text("Nothing more was taken out.")).to_be_visible()
        expect(other.get_by_text("Coming: Ishbel.", exact=True)).to_be_visible()
