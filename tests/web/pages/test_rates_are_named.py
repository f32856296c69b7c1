"""Whatever goes by a rate is printed with the version of the rate and whose it is.

One plan that uses every kind: mileage, a taxi by a council's tariff, half a day of people's time, a
sitter, food, materials and an interpreter; on the page, in the text and in the table.
"""

import csv
import io
from functools import lru_cache
from html import unescape

from flask.testing import FlaskClient

from constraints import registry
from scheduler.facts import NO, YES
from scheduler.money.words import OwnRate, RateName
from scheduler.people import Childcare, Travel
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.samples import GLEN, HALL, ISHBEL, TOWN, on
from scheduler.workers import Worker, WorkerNeed
from tests.web.pages.sites import kept_as_made
from tests.whole_programmes import FLORA, MEETING, UNA, base, with_person, with_project
from web.funder_csv import funder_csv
from web.shown.costs import bill_text, shown_bill
from web.store import Store

MILEAGE = (
    "approved mileage of HM Revenue and Customs from Monday 6 April 2026; "
    "not looked up for Monday 7 June 2027"
)
"""The table ends on 5 April 2027, so that nobody knows yet whether it holds in June."""
TIME = "Iriss policy on payment for collaborators"
TARIFF = "the most a taxi may take by the tariff of Argyll and Bute from Friday 22 April 2022"
OWN = "own rate, set by Glens Together on Monday 12 April 2027"
OWN_PENCE: dict[RateName, int] = {"sitter": 3000, "food": 650, "materials": 1200}
PRINTED = {
    "Mileage by car there and back": MILEAGE,
    "Taxi": TARIFF,
    "People's time, half a day": TIME,
    "Sitter": OWN,
    "Food for each": OWN,
    "Materials": OWN,
    "Hire of Glen Hall": "Glen Trust's price list of 1 April 2027",
}
"""Everything that goes by a rate, and by which."""


@lru_cache
def of_every_kind() -> tuple[Programme, Plan]:
    """Return a programme that uses every rate there is, and its plan."""
    set_on = on("Monday 12 April 2027")
    rates = tuple(
        OwnRate(what=what, pence=pence, by="Glens Together", on=set_on)
        for what, pence in OWN_PENCE.items()
    )
    signer = Worker(
        code="morag", name="Morag", roles=("interpreter",), languages=("BSL",), session_pence=9000
    )
    programme = base(
        places=(GLEN.model_copy(update={"council": "Argyll and Bute"}), TOWN),
        rates=rates,
        workers=(signer,),
        paid_roles=("lived experience",),
        venues=(
            HALL.model_copy(
                update={"hire_pence": 2500, "source": PRINTED["Hire of Glen Hall"], "place": "town"}
            ),
        ),
    )
    programme = with_person(UNA, programme, travel=Travel(car=NO, taxi=YES), interpreter="BSL")
    children = Childcare(children=2, sitter=YES)
    programme = with_person(FLORA, programme, travel=Travel(car=YES), childcare=children)
    programme = with_person(ISHBEL, programme, travel=Travel(car=YES))
    session = MEETING.model_copy(
        update={"food": True, "workers": (WorkerNeed(role="interpreter", language="BSL"),)}
    )
    programme = with_project(programme, sessions=(session,))
    return programme, make_plan(programme, registry())


def test_the_plan_uses_every_rate() -> None:
    _, plan = of_every_kind()

    (session,) = plan.costs.sessions
    assert {line.what for line in session.lines} == {*PRINTED, "Interpreter"}
    assert not plan.costs.at_least


def test_the_text_names_the_rate_behind_each_sum() -> None:
    words = " ".join(bill_text(*of_every_kind()).split())

    for what, rate in PRINTED.items():
        line = words[words.index(f"{what}: ") :]
        assert line.index(rate) < 200, what


def test_the_table_names_the_rate_behind_each_row() -> None:
    rows = csv.DictReader(io.StringIO(funder_csv(*of_every_kind())))

    found = {row["what"]: row["rate"] for row in rows}
    assert found.pop("Journeys") == f"{MILEAGE}; {TARIFF}"
    assert {what: rate for what, rate in found.items() if rate} == {
        what: rate for what, rate in PRINTED.items() if rate not in {MILEAGE, TARIFF}
    }


def test_the_page_names_the_rate_beside_each_sum_and_once_at_its_end(
    client: FlaskClient, store: Store
) -> None:
    programme, plan = of_every_kind()
    kept = kept_as_made(store, programme, plan)

    text = unescape(client.get(f"/plans/{kept.code}/costs").text)

    (session,) = shown_bill(programme, plan).sessions
    assert {what: rate for what, *_, rate in session.rows if rate} == PRINTED
    for rate in PRINTED.values():
        assert rate in text
    assert set(shown_bill(programme, plan).rates) == {*PRINTED.values()} - {
        PRINTED["Hire of Glen Hall"]
    }


def test_taxis_by_several_tariffs_stand_in_one_line_and_each_is_named_once_at_the_end() -> None:
    programme, plan = of_every_kind()
    (session,) = plan.costs.sessions
    lines = tuple(
        line.model_copy(update={"rate": f"another tariff; {TARIFF}"})
        if line.what == "Taxi"
        else line
        for line in session.lines
    )
    session = session.model_copy(update={"lines": lines})
    costs = plan.costs.model_copy(update={"sessions": (session,)})

    found = shown_bill(programme, plan.model_copy(update={"costs": costs})).rates

    assert sorted(found) == sorted({MILEAGE, TARIFF, TIME, OWN, "another tariff"})
