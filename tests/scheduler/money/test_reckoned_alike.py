"""The search, the brute force and the lines reckon one and the same sum, whatever is paid for."""

from random import Random

import pytest

from constraints import registry
from scheduler.brute_force import best_by_trying
from scheduler.facts import YES
from scheduler.money.words import OwnRate, Pay
from scheduler.people import Childcare
from scheduler.planner import make_plan
from scheduler.programme import Programme
from tests.random_projects import a_project


def paid_for(number: int) -> Programme:
    """Return a random programme of one project in which everything has a price."""
    draw, programme = Random(number), a_project(number, sessions=1, days=5)
    whats = ("half day", "day", "food", "sitter", "materials")
    rates = [OwnRate(what=w, pence=draw.randrange(3000), by="Us") for w in whats]  # type: ignore[arg-type]
    people = tuple(
        person.model_copy(
            update={
                "helpers": draw.choice((0, 1)),
                "pay": Pay(by=draw.choice(("", "declines"))),
                "childcare": draw.choice((Childcare(), Childcare(children=1, sitter=YES))),
            }
        )
        for person in programme.people
    )
    (project,) = programme.projects
    sessions = tuple(s.model_copy(update={"food": True}) for s in project.sessions)
    return programme.model_copy(
        update={
            "people": people,
            "rates": tuple(rates),
            "paid_roles": ("lived experience", "professional"),
            "projects": (project.model_copy(update={"sessions": sessions}),),
        }
    )


@pytest.mark.parametrize("number", range(6))
def test_the_best_plan_costs_what_trying_everything_finds_and_its_lines_add_up(number: int) -> None:
    programme = paid_for(number)

    plan = make_plan(programme, registry())

    assert [(each.name, each.value) for each in plan.order] == list(
        best_by_trying(programme, registry())
    )
    assert plan.costs.pence == sum(each.pence for each in plan.sessions)
