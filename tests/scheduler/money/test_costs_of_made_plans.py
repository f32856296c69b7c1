"""What plans made by the planner cost adds up, line by line to the whole, wherever it is printed.

Fifty random projects are planned once, and each is priced at twenty draws of hires, fees, fares and
rates: 1,000 plans. What each comes to is added up here anew, from what was drawn.
"""

import csv
import io
import re
from collections.abc import Iterator
from functools import lru_cache
from random import Random
from typing import get_args

import pytest

from constraints import registry
from scheduler.facts import YES
from scheduler.money.costs import costs_of
from scheduler.money.words import OwnRate, Pay, RateName
from scheduler.people import Childcare, Person
from scheduler.plan import Chosen, Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.projects import Project
from tests.random_projects import a_project, with_ties
from web.funder_csv import funder_csv
from web.plan_text import plan_text
from web.shown.costs import bill_text, shown_bill

PROJECTS, DRAWS = 50, 20
LENIENT = {
    "quorum": {"least": 1},
    "balance": {"least_lived": 0},
    "every_view": False,
    "licensed_premises": False,
}
"""Settings with which most of them hold something."""
NOT_PAID_FOR = {"walk", "on-line", "by phone"}


@lru_cache
def made() -> tuple[tuple[Programme, Plan], ...]:
    """Return random projects with the plan of each that holds anything."""
    found: list[tuple[Programme, Plan]] = []
    number = 0
    while len(found) < PROJECTS:
        programme = with_ties(a_project(number, sessions=2, days=6), number)
        settings = {**programme.constraints, **LENIENT}
        programme = programme.model_copy(update={"constraints": settings})
        plan = make_plan(programme, registry())
        if plan.sessions:
            found.append((programme, plan))
        number += 1
    return tuple(found)


def priced(programme: Programme, plan: Plan, draw: Random) -> tuple[Programme, Plan]:
    """Return a programme and its plan at other prices, some of which nobody knows."""
    rates = tuple(
        OwnRate(what=what, pence=draw.randrange(20_000), by="Us")
        for what in get_args(RateName)
        if draw.random() < 0.7
    )
    sessions = tuple(_fares(each, draw) for each in plan.sessions)
    now = programme.model_copy(
        update={
            "rates": rates,
            "paid_roles": draw.choice(((), ("lived experience",))),
            "people": tuple(_person(each, draw) for each in programme.people),
            "venues": tuple(
                each.model_copy(update={"hire_pence": draw.choice((None, draw.randrange(20_000)))})
                for each in programme.venues
            ),
            "workers": tuple(
                each.model_copy(update={"session_pence": draw.choice((None, draw.randrange(9999)))})
                for each in programme.workers
            ),
            "projects": tuple(_wishes(each, draw) for each in programme.projects),
        }
    )
    costs = costs_of(now, sessions)
    by_key = {(one.project, one.number): one.pence for one in costs.sessions}
    sessions = tuple(
        each.model_copy(update={"pence": by_key[each.project, each.number]}) for each in sessions
    )
    return now, plan.model_copy(update={"sessions": sessions, "costs": costs})


def _person(person: Person, draw: Random) -> Person:
    children = Childcare(children=draw.choice((0, 0, 2)), sitter=YES)
    pay = Pay(by=draw.choice(("", "money", "voucher", "declines")))
    return person.model_copy(update={"childcare": children, "pay": pay})


def _wishes(project: Project, draw: Random) -> Project:
    sessions = tuple(
        each.model_copy(update={"food": draw.random() < 0.5}) for each in project.sessions
    )
    return project.model_copy(update={"sessions": sessions})


def _fares(chosen: Chosen, draw: Random) -> Chosen:
    coming = []
    for one in chosen.coming:
        known = draw.random() < 0.8
        fare = draw.randrange(5000) if known and one.way.by not in NOT_PAID_FOR else 0
        update = {"pence": fare, "fare_known": known or one.way.by in NOT_PAID_FOR}
        coming.append(one.model_copy(update={"way": one.way.model_copy(update=update)}))
    return chosen.model_copy(update={"coming": tuple(coming)})


def added_up(programme: Programme, chosen: Chosen) -> int:
    """Return what a session costs, from what was drawn and nothing of what the product reckons."""
    rates = {rate.what: rate.pence for rate in programme.rates}
    people = {person.code: person for person in programme.people}
    there = [people[one.person] for one in chosen.coming]
    wish = programme.projects[0].sessions[chosen.number - 1]
    half_day = rates.get("half day", rates["day"] // 2 if "day" in rates else 7500)  # Iriss: £75
    paid = [p for p in there if set(p.roles) & set(programme.paid_roles)]
    hire = next(v.hire_pence for v in programme.venues if v.code == chosen.venue) or 0
    fees = sum(w.session_pence or 0 for w in programme.workers if w.code in chosen.workers)
    meals = rates.get("food", 0) * (len(there) + len(chosen.workers)) if wish.food else 0
    time = half_day * sum(p.pay.by != "declines" for p in paid)
    sitters = rates.get("sitter", 0) * sum(p.childcare.children > 0 for p in there)
    fares = sum(one.way.pence for one in chosen.coming)
    return hire + fees + meals + time + sitters + fares + rates.get("materials", 0)


def every_plan() -> Iterator[tuple[Programme, Plan]]:
    draw = Random(1000)
    for programme, plan in made():
        for _ in range(DRAWS):
            yield priced(programme, plan, draw)


def pence_in(words: str) -> int:
    """Return the first sum of money in some words."""
    found = re.search(r"£([\d,]+)(?:\.(\d\d))?", words)
    assert found, words
    return int(found[1].replace(",", "")) * 100 + int(found[2] or 0)


def test_every_line_session_and_plan_of_1000_adds_up_to_what_was_drawn() -> None:
    plans = dearer = 0
    for programme, plan in every_plan():
        for chosen, session in zip(plan.sessions, plan.costs.sessions, strict=True):
            for line in session.lines:
                assert line.each_pence is None or line.pence == line.many * line.each_pence
            assert session.pence == sum(line.pence or 0 for line in session.lines)
            assert session.pence == added_up(programme, chosen)
        assert plan.costs.pence == sum(session.pence for session in plan.costs.sessions)
        plans, dearer = plans + 1, dearer + (plan.costs.pence > 20_000)

    assert (plans, dearer > 500) == (1000, True)


@pytest.mark.parametrize("first", range(0, PROJECTS, 10))
def test_the_table_the_page_and_the_text_print_the_same_to_the_penny(first: int) -> None:
    draw = Random(first)
    for programme, plan in made()[first : first + 10]:
        now, at_prices = priced(programme, plan, draw)
        pence = at_prices.costs.pence
        shown, text = shown_bill(now, at_prices), bill_text(now, at_prices)

        *rows, last = csv.DictReader(io.StringIO(funder_csv(now, at_prices)))
        assert sum(pence_in(f"£{row['pounds']}") for row in rows) == pence
        assert pence_in(f"£{last['pounds']}") == pence
        for session, card in zip(at_prices.costs.sessions, shown.sessions, strict=True):
            own = [row for row in rows if row["session"] == str(session.number)]
            assert sum(pence_in(f"£{row['pounds']}") for row in own) == session.pence
            assert pence_in(card.says) == session.pence
            known = [row[3] for row in card.rows if "£" in row[3]]
            assert sum(map(pence_in, known)) == session.pence
            assert f": {card.says}" in " ".join(text.split())
        assert sum(pence_in(bar.says) for bar in shown.kinds if "£" in bar.says) == pence
        assert pence_in(shown.lead) == pence_in(text) == pence
        assert pence_in(_together(plan_text(now, at_prices))) == pence


def _together(text: str) -> str:
    """Return where a plan says what its sessions cost together."""
    words = " ".join(text.split())
    return words[words.index("they cost" if "they cost" in words else "It costs") :]
