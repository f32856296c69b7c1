"""Sending and reading answers in a real browser, without scripts and with the keyboard alone."""

from pathlib import Path

from flask import Flask
from playwright.sync_api import Page, expect

from tests.web.mailing.given import written_settings
from tests.web.mailing.server import Conduct, mail_server
from tests.web.pages.kept import kept
from tests.web.pages.sites import served
from tests.web.pages.test_in_a_browser import press_until
from tests.web.pages.test_replies import of_ishbel, polish, told
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
