"""'I can come anyway' is one press on the page of people, and never shown to the group."""

import re
from html import unescape

from flask.testing import FlaskClient

from scheduler.people import Person, Season
from scheduler.samples import ISHBEL
from tests.web.pages.sites import awaited, kept_as_made
from tests.web.plans import PLAN, TWO_SESSIONS
from web.store import KeptPlan, Store


def a_plan(store: Store, person: Person) -> KeptPlan:
    """Keep a plan of a programme in which one person is another."""
    people = tuple(person if p.code == person.code else p for p in TWO_SESSIONS.people)
    return kept_as_made(store, TWO_SESSIONS.model_copy(update={"people": people}), PLAN)


CLIPS = ISHBEL.model_copy(update={"seasons": (Season(activity="shearing"),)})
PRESS = "/people/{person}/seasons/0/come-anyway"


def test_one_press_begins_a_plan_in_which_she_comes(client: FlaskClient, store: Store) -> None:
    plan = a_plan(store, CLIPS)
    number = [person.code for person in plan.programme().people].index("ishbel")
    action = f"/plans/{plan.code}{PRESS.format(person=number)}"
    page = unescape(client.get(f"/plans/{plan.code}/people").text)

    answer = client.post(action)
    made = store.plan(answer.location.rsplit("/", 1)[-1])
    awaited(made)

    assert (page.count(f'method="post" action="{action}"'), answer.status_code) == (1, 303)
    assert made.programme().people[number].come_anyway == ("shearing",)
    assert made.change == "Ishbel can come in spite of clipping/shearing and gathers"
    assert made.of == plan.of
    seen = client.get(f"/plans/{made.code}/people").text
    assert seen.count("come-anyway") == 0


def test_the_group_reads_nothing_of_it(client: FlaskClient, store: Store) -> None:
    plans = [
        a_plan(store, CLIPS),
        a_plan(store, CLIPS.model_copy(update={"come_anyway": ("shearing",)})),
    ]

    pages = [client.get(f"/plans/{plan.code}/group").text for plan in plans]

    told = [
        re.sub('nonce="[^"]*"', "", page.replace(plan.code, ""))
        for page, plan in zip(pages, plans, strict=True)
    ]
    assert told[0] == told[1]
    assert [word for word in ("anyway", "clipping", "season") if word in told[0]] == []


def test_there_is_no_button_for_somebody_who_shares_no_reasons(
    client: FlaskClient, store: Store
) -> None:
    plan = a_plan(store, CLIPS.model_copy(update={"share_reasons": False}))

    page = client.get(f"/plans/{plan.code}/people").text
    answer = client.post(f"/plans/{plan.code}{PRESS.format(person=0)}")

    assert (page.count("come-anyway"), page.count("clipping"), answer.status_code) == (0, 0, 404)
