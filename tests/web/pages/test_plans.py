"""A plan on its way, stopped, finished, and planned again with a change."""

import pytest
from flask.testing import FlaskClient

from scheduler.files import read_plan, write_programme
from scheduler.unmet import ConflictPart, Unplaced
from tests.scheduler.promised_against import BROKEN, against
from tests.web.pages.sites import Site, finished, kept_as_made
from tests.web.plans import FIRST, PLAN, TWO_SESSIONS
from tests.web.shown.test_conflict import CLASH
from tests.web.test_kept_reserves import HELD
from web import job_files
from web.kept_reserves import write_reserves
from web.store import OF, KeptPlan, Store


def unfinished(store: Store) -> KeptPlan:
    """Return a plan whose child never came to write anything."""
    kept = store.keep(TWO_SESSIONS)
    folder = store.home / "plans" / ("p" * 22)
    folder.mkdir(parents=True)
    (folder / OF).write_text(kept.code)
    (folder / "change.txt").touch()
    return store.plan(folder.name)


def test_while_planning_the_page_asks_again_by_itself(client: FlaskClient, store: Store) -> None:
    plan = unfinished(store)

    text = client.get(f"/plans/{plan.code}").text

    again = '<noscript><meta http-equiv="refresh" content="2"></noscript>'
    assert (text.count(again), text.count('role="status"')) == (1, 1)


def test_what_was_promised_against_a_rule_has_a_heading_for_the_organiser_alone(
    client: FlaskClient, store: Store
) -> None:
    plan = finished(store, against())

    pages = [client.get(f"/plans/{plan.code}{part}").text for part in ("", "/group")]

    heading = "What you promised breaks these rules"
    assert [page.count(heading) for page in pages] == [1, 0]
    assert [[page.count(says) for page in pages] for says in BROKEN] == [[1, 0]] * 3


def test_a_stopped_plan_offers_to_begin_again(client: FlaskClient, store: Store) -> None:
    plan = unfinished(store)
    (plan.folder / job_files.CANCEL).touch()
    (plan.folder / job_files.PROCESS).write_text("1")

    text = client.get(f"/plans/{plan.code}").text

    assert text.count("Planning was stopped, as you asked.") == 1
    assert text.count(f'action="/programmes/{plan.of}/plans"') == 1


def test_a_refused_programme_says_what_has_to_be_put_right(
    client: FlaskClient, store: Store
) -> None:
    plan = unfinished(store)
    (plan.folder / job_files.REFUSED).write_text('{"faults": [{"says": "Give a name."}]}')

    assert client.get(f"/plans/{plan.code}").text.count("<li>Give a name.</li>") == 1


@pytest.mark.parametrize("part", ["people", "to-do", "details", "group", "why-not", "plan.json"])
def test_a_plan_that_is_not_made_yet_has_no_parts(
    client: FlaskClient, store: Store, part: str
) -> None:
    assert client.get(f"/plans/{unfinished(store).code}/{part}").status_code == 404


def test_once_a_plan_is_made_there_is_no_progress_to_tell(site: Site) -> None:
    answer = site.client.get(f"/plans/{site.plans['rural'].code}/progress")

    assert (answer.status_code, answer.text) == (204, "")


def test_a_plan_is_handed_out_as_it_was_made(site: Site) -> None:
    plan = site.plans["rural"]

    answer = site.client.get(f"/plans/{plan.code}/plan.json")

    assert answer.data == (plan.folder / job_files.PLAN).read_bytes()


def test_the_programme_a_plan_was_made_from_is_handed_out_with_it(site: Site) -> None:
    plan = site.plans["rural"]

    answer = site.client.get(f"/plans/{plan.code}/programme.json")

    assert answer.data == (plan.folder / job_files.PROGRAMME).read_bytes()


def test_an_offer_taken_begins_another_plan_that_says_what_changed(site: Site) -> None:
    plan, store = site.plans["impossible"], site.app.extensions["store"]
    offer = read_plan(plan.folder / job_files.PLAN).conflicts[0].offers[0]
    site.app.config["WTF_CSRF_ENABLED"] = False

    answer = site.client.post(f"/plans/{plan.code}/offers/0/0")

    site.app.config["WTF_CSRF_ENABLED"] = True
    another = store.plan(answer.location.rpartition("/")[2])
    another.job.cancel()
    assert (another.of, another.change) == (plan.of, offer.label)
    assert another.programme() != plan.programme()


def test_an_offer_that_was_never_made_is_not_found(site: Site) -> None:
    site.app.config["WTF_CSRF_ENABLED"] = False

    answer = site.client.post(f"/plans/{site.plans['impossible'].code}/offers/0/99")

    site.app.config["WTF_CSRF_ENABLED"] = True
    assert answer.status_code == 404


def test_what_stands_in_the_way_as_well_leads_to_its_rule(
    client: FlaskClient, store: Store
) -> None:
    """The list above had links, the one below had none."""
    money = ConflictPart(constraint="project_budget", says="Keep within the money.")
    lacking = Unplaced(project="group", number=2, required=True, reason="No date.")
    clash = CLASH.model_copy(update={"besides": (money,)})
    told = {"conflicts": (clash,), "unplaced": (lacking,), "possible": False}
    plan = kept_as_made(store, TWO_SESSIONS, PLAN.model_copy(update=told))

    text = client.get(f"/plans/{plan.code}").text

    link = '<a class="govuk-link" href="/rules/{}">{}</a>'
    assert text.count(link.format("access_needs", "There are 19 stairs.")) == 1
    assert text.count(link.format("project_budget", "Keep within the money.")) == 1


def test_what_an_earlier_plan_asked_for_is_to_be_undone_by_the_plan_in_use_alone(
    client: FlaskClient, store: Store
) -> None:
    """A hold asked for beside a plan was named nowhere once another had taken its place."""
    earlier = kept_as_made(store, TWO_SESSIONS, PLAN)
    earlier.reserves.folder.mkdir()
    held = {("group", 1): HELD}
    write_reserves(TWO_SESSIONS, PLAN, held, folder=earlier.reserves.folder)
    fewer = PLAN.model_copy(update={"sessions": (FIRST,)})
    taken = store.put_in_place(earlier, TWO_SESSIONS, fewer, reason="Rory is away.")

    parts = (f"{taken.code}/to-do", f"{earlier.code}/to-do", f"{taken.code}/group")
    pages = [client.get(f"/plans/{part}").text for part in parts]

    gone = "from 10:00 to 13:00, is not wanted, if it was booked or asked for."
    for day in ("Tuesday 8 June 2027", "Tuesday 22 June 2027"):
        says = f"Tell Glen Hall that the date on {day}, {gone}"
        assert [page.count(says) for page in pages] == [1, 0, 0]
    assert [page.count("For the plan before this one") for page in pages] == [1, 0, 0]


def test_nobody_is_told_while_the_new_plan_looks_for_its_own_dates_in_reserve(
    client: FlaskClient, store: Store
) -> None:
    """One that was held already may be held again."""
    earlier = kept_as_made(store, TWO_SESSIONS, PLAN)
    fewer = PLAN.model_copy(update={"sessions": (FIRST,)})
    taken = store.put_in_place(earlier, TWO_SESSIONS, fewer, reason="Rory is away.")
    taken.reserves.folder.mkdir()
    write_programme(TWO_SESSIONS, taken.reserves.folder / job_files.PROGRAMME)

    text = client.get(f"/plans/{taken.code}/to-do").text

    assert text.count("is not wanted") == 0
