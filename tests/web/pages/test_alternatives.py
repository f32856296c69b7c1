"""Other good plans: looked for, shown, one chosen, and the earlier plan taken back."""

import re
import time

from flask.testing import FlaskClient

from tests.scheduler.choices_to_make import somebody_who_would_rather_not_come_early_in_the_week
from tests.scheduler.summer import planned
from tests.web.pages.sites import Site, awaited, kept_as_made
from web import job_files
from web.beside import look_for_alternatives
from web.kept_reserves import reserves_kept
from web.reserve_dates import reserve_dates
from web.store import KeptPlan, Store


def kept(store: Store, *, looked: bool = True) -> KeptPlan:
    """Return a small plan that has been made, with other good plans where they were looked for."""
    programme = somebody_who_would_rather_not_come_early_in_the_week()
    plan = kept_as_made(store, programme, planned(programme))
    if looked:
        look_for_alternatives(plan.alternatives, programme)
        awaited(plan.alternatives)
    return plan


def test_the_plan_leads_to_other_good_plans_and_the_groups_page_does_not(site: Site) -> None:
    plan = f"/plans/{site.plans['rural'].code}"

    assert site.client.get(plan).text.count(f'href="{plan}/alternatives"') == 1
    assert "/alternatives" not in site.client.get(f"{plan}/group").text


def test_before_anybody_looked_there_is_a_button_that_begins(site: Site) -> None:
    plan = f"/plans/{site.plans['multi-site'].code}"

    text = site.client.get(f"{plan}/alternatives").text

    assert text.count(f'action="{plan}/alternatives/look"') == 1
    assert text.count("Nobody has looked for other good plans yet.") == 1


def test_where_not_everything_fits_there_is_nothing_to_look_for(
    site: Site,
) -> None:
    plan = site.plans["impossible"]
    site.app.config["WTF_CSRF_ENABLED"] = False

    site.client.post(f"/plans/{plan.code}/alternatives/look")

    site.app.config["WTF_CSRF_ENABLED"] = True
    text = site.client.get(f"/plans/{plan.code}/alternatives").text
    assert (plan.alternatives.is_begun, text.count("nothing to choose between yet")) == (False, 1)


def test_each_other_plan_says_what_it_gives_and_asks_and_can_be_chosen(site: Site) -> None:
    text = site.client.get(f"/plans/{site.plans['rural'].code}/alternatives").text

    assert (text.count("What it gives"), text.count("What it asks")) == (5, 4)
    chosen = re.findall('/alternatives/choose/([a-z]+)"', text)
    assert chosen == ["fewer", "cheapest", "steadiest", "earliest"]


def test_looking_is_told_of_until_it_is_over(client: FlaskClient, store: Store) -> None:
    plan = kept(store, looked=False)
    address = f"/plans/{plan.code}/alternatives"
    before = client.get(f"{address}/progress").status_code

    client.post(f"{address}/look")
    meanwhile = client.get(address).text
    awaited(plan.alternatives)

    assert before == 204
    assert meanwhile.count(f'data-address="{address}/progress"') == 1
    assert client.get(f"{address}/progress").status_code == 204
    assert client.get(address).text.count("Over soonest") > 1


def test_looking_can_be_stopped_and_begun_again(client: FlaskClient, store: Store) -> None:
    plan = kept(store)
    run = plan.alternatives
    while run.job.is_alive():
        time.sleep(0.05)
    (run.folder / job_files.ANSWER).unlink()

    client.post(f"/plans/{plan.code}/alternatives/cancel")

    text = client.get(f"/plans/{plan.code}/alternatives").text
    assert text.count("Planning was stopped, as you asked.") == 1
    assert text.count("Look again") == 1


def test_there_is_nothing_to_stop_before_it_has_begun(client: FlaskClient, store: Store) -> None:
    plan = kept(store, looked=False)

    answer = client.post(f"/plans/{plan.code}/alternatives/cancel")

    assert (answer.status_code, plan.alternatives.folder.exists()) == (303, False)


def test_a_plan_that_was_chosen_takes_the_place_of_the_earlier_one(
    client: FlaskClient, store: Store
) -> None:
    plan = kept(store)

    answer = client.post(f"/plans/{plan.code}/alternatives/choose/earliest")

    chosen = store.plan(answer.location.rpartition("/")[2])
    assert (chosen.of, chosen.replaces, plan.replaced_by) == (plan.of, plan.code, chosen.code)
    assert chosen.reason.startswith("Chosen from other good plans. It is over soonest: ")
    assert client.get(f"/plans/{chosen.code}").text.count("Take the earlier plan back") == 1
    assert client.get(f"/plans/{plan.code}/people").text.count("This plan was set aside") == 1


def test_a_plan_that_takes_anothers_place_lost_the_dates_in_reserve_asked_for(
    client: FlaskClient, store: Store
) -> None:
    """Calendars then said of each that it is off, and held nothing in case of need (R16)."""
    plan = kept(store)
    asked_without = client.post(f"/plans/{plan.code}/alternatives/choose/earliest")
    client.post(f"/plans/{plan.code}/use")
    client.post(f"/plans/{plan.code}/calendars/reserves")
    awaited(plan.reserves)

    answer = client.post(f"/plans/{plan.code}/alternatives/choose/earliest")

    without, chosen = (
        store.plan(each.location.rpartition("/")[2]) for each in (asked_without, answer)
    )
    awaited(chosen.reserves)
    found = reserves_kept(chosen.programme(), chosen.plan(), chosen.reserves)
    assert not without.reserves.is_begun
    assert found == reserve_dates(chosen.programme(), chosen.plan())
    assert found != {}


def test_a_button_pressed_twice_takes_the_plan_once(client: FlaskClient, store: Store) -> None:
    plan = kept(store)
    address = f"/plans/{plan.code}/alternatives/choose/earliest"

    first, second = client.post(address), client.post(address)

    assert first.location == second.location
    assert len(store.plans_of(plan.of)) == 2


def test_the_earlier_plan_can_be_taken_back_and_the_other_used_again(
    client: FlaskClient, store: Store
) -> None:
    plan = kept(store)
    answer = client.post(f"/plans/{plan.code}/alternatives/choose/earliest")
    chosen = store.plan(answer.location.rpartition("/")[2])
    aside = client.get(f"/plans/{plan.code}/alternatives").text

    client.post(f"/plans/{plan.code}/use")
    back = (plan.replaced_by, chosen.replaced_by)
    client.post(f"/plans/{chosen.code}/use")

    assert "this plan, which was set aside" in aside
    assert back == ("", plan.code)
    assert (plan.replaced_by, chosen.replaced_by) == (chosen.code, "")


def test_the_programme_says_which_of_its_plans_was_set_aside_and_why(
    client: FlaskClient, store: Store
) -> None:
    plan = kept(store)

    client.post(f"/plans/{plan.code}/alternatives/choose/earliest")

    text = client.get(f"/programmes/{plan.of}").text
    assert text.count("Set aside: another plan is used in its place.") == 1
    assert text.count("Chosen from other good plans.") == 1


def test_a_plan_that_was_never_found_cannot_be_chosen(client: FlaskClient, store: Store) -> None:
    plan = kept(store)
    address = f"/plans/{plan.code}/alternatives/choose"

    assert client.post(f"{address}/cheapest").status_code == 404
    (plan.alternatives.folder / job_files.ANSWER).unlink()
    assert client.post(f"{address}/earliest").status_code == 404
