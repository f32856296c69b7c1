"""Something changed: said in forms, worked out, used or dropped, and nothing of it to the group."""

import re
import time
from functools import lru_cache
from html import unescape

import pytest
from flask.testing import FlaskClient

from scheduler.plan import Plan
from scheduler.plan_changes import PersonAway, PlanChange
from scheduler.samples import on
from tests.scheduler.summer import fortnight, planned
from tests.web.pages.sites import Site, awaited, kept_as_made
from web import job_files
from web.change_forms import FORMS
from web.replanning import Draft
from web.store import KeptPlan, Store

LOST = {"venue": "hall"}
AWAY = {"person": "una", "first-day": "7", "first-month": "6", "first-year": "2027"}
TODAY = {"day-day": "10", "day-month": "5", "day-year": "2027"}


@lru_cache
def made_once() -> Plan:
    """Return the plan of a fortnight."""
    return planned(fortnight())


@pytest.fixture
def plan(store: Store) -> KeptPlan:
    """Return a kept plan of a fortnight."""
    return kept_as_made(store, fortnight(), made_once())


def address(plan: KeptPlan, *parts: object) -> str:
    """Return an address of the page."""
    return "/".join(("", "plans", plan.code, "changed", *map(str, parts)))


def worked_out(client: FlaskClient, plan: KeptPlan) -> None:
    """Say that the hall is lost, and wait until it is known what that does."""
    client.post(address(plan, "add", "venue"), data=LOST)
    client.post(address(plan, "find"), data=TODAY)
    awaited(plan.replanning)


def faults(text: str) -> dict[str, str]:
    """Return what is said to be wrong, by field."""
    found = re.findall(r'id="(\w+)-error"><span[^>]*>Error:</span> (.*?)</p>', unescape(text))
    return dict(found)


def test_the_plan_leads_there_and_the_groups_page_does_not(site: Site) -> None:
    plan = site.plans["rural"]

    assert site.client.get(f"/plans/{plan.code}").text.count(f'href="{address(plan)}"') == 1
    assert "/changed" not in site.client.get(f"/plans/{plan.code}/group").text


def test_before_anything_was_said_one_chooses_what_changed(
    client: FlaskClient, plan: KeptPlan
) -> None:
    text = client.get(address(plan)).text

    assert text.count("You have not said anything yet.") == 1
    assert text.count("Work out the new plan") == 0
    offered = re.findall("/changed/add/([a-z_]+)", text)
    assert offered == [name for name, form in FORMS.items() if form.fits(fortnight())]


def test_what_was_said_stands_there_and_can_be_taken_away(
    client: FlaskClient, plan: KeptPlan
) -> None:
    client.post(address(plan, "add", "away"), data=AWAY)
    text = client.get(address(plan)).text

    client.post(address(plan, "remove", "away", 0))

    says = "<span>Una cannot come on Monday 7 June 2027.</span>"
    assert (text.count(says), text.count("Work out the new plan")) == (1, 1)
    assert client.get(address(plan)).text.count("You have not said anything yet.") == 1


def test_money_is_changed_as_anything_else_is(client: FlaskClient, plan: KeptPlan) -> None:
    """It could be changed only in what was said first, which forgot every change taken since."""
    money = {"project": "group", "sum": "taxi_budget", "pounds": "£62"}

    client.post(address(plan, "add", "money"), data=money)
    client.post(address(plan, "find"), data=TODAY)
    awaited(plan.replanning)

    programme = Draft(plan).programme()
    assert programme.projects[0].constraints["taxi_budget"] == {"most_pence": 6200}
    text = client.get(address(plan)).text
    assert text.count("Money for taxis in the whole series of Living well is now £62.") == 1


@pytest.mark.parametrize(
    ("form", "typed", "wrong"),
    [
        ("away", {}, {"person": "Choose one of these", "first": "Write a day of the calendar"}),
        ("away", {**AWAY, "person": "x"}, {"person": "Choose one of these"}),
        ("away", {**AWAY, "first-day": "31"}, {"first": "Write a day of the calendar"}),
        (
            "away",
            {**AWAY, "last-day": "6", "last-month": "6", "last-year": "2027"},
            {"last": "The last day is before the first"},
        ),
        (
            "venue",
            {**LOST, "last-day": "6", "last-month": "6", "last-year": "2027"},
            {"since": "Write the first day too"},
        ),
        (
            "work",
            {"person": "una", "work_hours": "Someday"},
            {"work_hours": '"Someday" is not understood'},
        ),
        (
            "anything",
            {"field": "people[nobody].home", "how": "value", "value": "glen"},
            {"field": '"people[nobody].home" is no field of the programme'},
        ),
        (
            "money",
            {"project": "group", "sum": "taxis", "pounds": "some"},
            {"sum": "Choose one of these", "pounds": "Write pounds in digits"},
        ),
        (
            "session",
            {"project": "group", "title": "More", "length": "long"},
            {"length": '"long" is no '},
        ),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_kept(
    client: FlaskClient,
    plan: KeptPlan,
    form: str,
    typed: dict[str, str],
    wrong: dict[str, str],
) -> None:
    answer = client.post(address(plan, "add", form), data=typed)

    said = faults(answer.text)
    assert (answer.status_code, said.keys()) == (422, wrong.keys())
    assert all(said[name].startswith(begins) for name, begins in wrong.items())
    assert [name for name in wrong if f'<li><a href="#{name}">' not in answer.text] == []
    assert Draft(plan).changes() == PlanChange()
    title = re.search("<title>([^<]+)", answer.text)
    assert title is not None
    assert title[1].startswith("Error: ")


def test_what_was_typed_stands_in_the_form_again(client: FlaskClient, plan: KeptPlan) -> None:
    typed = {"project": "group", "name": '"><script>', "needs": ["lift"], "work_hours": "<b>"}

    text = client.post(address(plan, "add", "joins"), data=typed).text

    assert (text.count('value="lift" checked'), unescape(text).count('value=""><script>"')) == (
        1,
        1,
    )
    assert ('value=""><script>"' in text, "<b>" in text) == (False, False)


def test_two_people_who_join_are_two(client: FlaskClient, plan: KeptPlan) -> None:
    said = {"project": "group", "role": "lived experience", "car": "unknown", "told": "unknown"}

    for name in ("Nan", "Dod"):
        client.post(address(plan, "add", "joins"), data={**said, "name": name, "asked": "unknown"})

    codes = [(joins.person.code, joins.person.name) for joins in Draft(plan).changes().joins]
    assert codes == [("new-1", "Nan"), ("new-2", "Dod")]


def test_what_something_else_rests_on_is_not_taken_away(
    client: FlaskClient, plan: KeptPlan
) -> None:
    said = {"project": "group", "role": "lived experience", "car": "unknown", "told": "unknown"}
    client.post(address(plan, "add", "joins"), data={**said, "name": "Nan", "asked": "yes"})
    client.post(address(plan, "add", "need"), data={"person": "new-1", "need": "lift"})

    answer = client.post(address(plan, "remove", "joins", 0))

    assert answer.status_code == 422
    assert answer.text.count("Something else you said rests on this. Take that away first.") == 1
    assert len(Draft(plan).changes().joins) == 1


def test_what_nobody_said_is_not_found(client: FlaskClient, plan: KeptPlan) -> None:
    answers = [
        client.post(address(plan, "remove", "away", 0)),
        client.get(address(plan, "add", "anybody")),
        client.post(address(plan, "add", "anybody")),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_without_anything_said_nothing_is_worked_out(client: FlaskClient, plan: KeptPlan) -> None:
    answer = client.post(address(plan, "find"), data=TODAY)

    assert (answer.status_code, answer.text.count("Say first what changed")) == (422, 1)
    assert not plan.replanning.is_begun


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ({**TODAY, "day-day": "31", "day-month": "2"}, "Write a day of the calendar"),
        ({**TODAY, "day-year": "1"}, '"0001-05-10" '),
    ],
)
def test_a_day_that_is_none_is_refused_beside_it(
    client: FlaskClient, plan: KeptPlan, day: dict[str, str], says: str
) -> None:
    client.post(address(plan, "add", "venue"), data=LOST)

    answer = client.post(address(plan, "find"), data=day)

    assert (answer.status_code, faults(answer.text)["day"].startswith(says)) == (422, True)
    assert answer.text.count(f'value="{day["day-year"]}"') == 1


def test_while_it_is_worked_out_that_is_told_and_it_can_be_stopped(
    client: FlaskClient, plan: KeptPlan
) -> None:
    before = client.get(address(plan, "progress")).status_code
    client.post(address(plan, "add", "venue"), data=LOST)
    client.post(address(plan, "find"), data=TODAY)

    meanwhile = client.get(address(plan)).text
    client.post(address(plan, "cancel"))
    while plan.replanning.job.is_alive():
        time.sleep(0.05)
    (plan.replanning.folder / job_files.ANSWER).unlink(missing_ok=True)

    assert (before, meanwhile.count(f'data-address="{address(plan, "progress")}"')) == (204, 1)
    after = client.get(address(plan)).text
    assert after.count("Planning was stopped, as you asked.") == 1
    assert after.count("Glen Hall cannot be used any more.</span>") == 2


def test_what_the_change_does_is_shown_before_anything_is_changed(
    client: FlaskClient, plan: KeptPlan
) -> None:
    worked_out(client, plan)

    text = client.get(address(plan)).text

    headings = re.findall("<h2[^>]*>([^<]+)</h2>", unescape(text))
    assert headings == [
        "What is different now",
        "Whoever misses most",
        "Session by session",
        "Person by person",
        "What it costs",
        "Whom to tell",
        "What do you want to do?",
    ]
    assert (plan.replaced_by, client.get(address(plan, "progress")).status_code) == ("", 204)


def test_the_new_plan_takes_the_place_of_the_old_one_which_can_be_taken_back(
    client: FlaskClient, plan: KeptPlan, store: Store
) -> None:
    worked_out(client, plan)

    answer = client.post(address(plan, "accept"))

    new = store.plan(answer.location.rpartition("/")[2])
    assert (new.replaces, plan.replaced_by) == (plan.code, new.code)
    assert new.reason == (
        "It was made because something changed. Glen Hall cannot be used any more."
    )
    assert {chosen.venue for chosen in new.plan().sessions} == {"loft"}
    assert len(new.programme().venues[0].closed) == 1
    assert not plan.replanning.folder.exists()
    client.post(f"/plans/{plan.code}/use")
    assert (new.replaced_by, plan.replaced_by) == (plan.code, "")


def test_what_is_not_worked_out_cannot_be_used(
    client: FlaskClient, plan: KeptPlan, store: Store
) -> None:
    client.post(address(plan, "add", "away"), data=AWAY)

    answer = client.post(address(plan, "accept"))

    assert (answer.location, len(store.plans_of(plan.of))) == (address(plan), 1)


def test_one_can_go_back_to_what_was_said(client: FlaskClient, plan: KeptPlan) -> None:
    worked_out(client, plan)

    client.post(address(plan, "again"))

    text = client.get(address(plan)).text
    assert (text.count("Take this away"), plan.replanning.is_begun) == (1, False)


def test_what_was_said_can_be_dropped_and_the_plan_stays(
    client: FlaskClient, plan: KeptPlan, store: Store
) -> None:
    worked_out(client, plan)

    answer = client.post(address(plan, "drop"))

    assert answer.location == f"/plans/{plan.code}"
    assert (Draft(plan).changes(), len(store.plans_of(plan.of))) == (PlanChange(), 1)


def test_there_is_nothing_to_stop_or_drop_before_anything_was_said(
    client: FlaskClient, plan: KeptPlan
) -> None:
    answers = [client.post(address(plan, each)) for each in ("cancel", "drop", "again")]

    assert [answer.status_code for answer in answers] == [303, 303, 303]


def test_the_groups_page_tells_nothing_of_what_changed(
    client: FlaskClient, plan: KeptPlan, store: Store
) -> None:
    Draft(plan).keep(PlanChange(away=(PersonAway(person="una", first=on("Monday 7 June 2027")),)))
    client.post(address(plan, "find"), data=TODAY)
    awaited(plan.replanning)
    new = store.plan(client.post(address(plan, "accept")).location.rpartition("/")[2])

    texts = [client.get(f"/plans/{each.code}/group").text for each in (plan, new)]

    assert [re.findall("Una|changed|took the place|set aside", text) for text in texts] == [[], []]


def test_a_plan_in_which_not_everything_fits_any_more_can_be_used_all_the_same(
    client: FlaskClient, plan: KeptPlan
) -> None:
    days = {"field": "dates_to_avoid", "how": "add", "value": str(WHOLE).replace("'", '"')}
    client.post(address(plan, "add", "anything"), data=days)
    client.post(address(plan, "find"), data=TODAY)
    awaited(plan.replanning)

    text = client.get(address(plan)).text

    assert text.count("Use the new plan, although not everything fits") == 1
    assert text.count("Why not everything fits any more") == 1


WHOLE = {"first": fortnight().first_day.isoformat(), "last": fortnight().last_day.isoformat()}
"""Every day of the fortnight."""
