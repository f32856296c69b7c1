"""Each kind of change that can be said: what is asked, and the change it makes."""

from datetime import date
from typing import Any

import pytest

from scheduler.facts import Answer
from scheduler.plan_changes import (
    FieldSet,
    Leaves,
    LineCancelled,
    PersonAway,
    PlanChange,
    VenueLost,
)
from scheduler.samples import PROGRAMME
from scheduler.words import Word
from tests.scheduler.summer import two_apart
from web.change_forms import FORMS, with_change, without_change

FIRST, LAST = date(2027, 6, 7), date(2027, 6, 11)
NAN = {
    "project": "group",
    "name": "Nan",
    "role": "lived experience",
    "home": "glen",
    "car": "yes",
    "told": "unknown",
    "work_hours": ("Mon 09:00-17:00",),
    "asked": "yes",
    "needs": ("lift",),
}


def made(form: str, **told: Any) -> tuple[str, Word]:  # noqa: ANN401 - whatever a form tells
    """Return the change a form makes."""
    return FORMS[form].made(told, PROGRAMME)


@pytest.mark.parametrize(
    ("form", "told", "change"),
    [
        (
            "venue",
            {"venue": "hall", "since": None, "last": None},
            ("venues_lost", VenueLost(venue="hall")),
        ),
        (
            "away",
            {"person": "rory", "first": FIRST, "last": LAST},
            ("away", PersonAway(person="rory", first=FIRST, last=LAST)),
        ),
        (
            "line",
            {"line": "the ferry", "since": FIRST, "last": None},
            ("lines_cancelled", LineCancelled(line="the ferry", first=FIRST)),
        ),
        ("leaves", {"member": "group/rory"}, ("leaves", Leaves(project="group", person="rory"))),
        (
            "need",
            {"person": "rory", "need": "lift"},
            ("fields", FieldSet(field="people[rory].needs", add=("lift",))),
        ),
        (
            "work",
            {"person": "rory", "work_hours": ("Mon 09:00-17:00",)},
            ("fields", FieldSet(field="people[rory].times.work", value=["Mon 09:00-17:00"])),
        ),
        (
            "session",
            {"project": "group", "title": "More", "length": ""},
            ("fields", FieldSet(field="projects[group].sessions", add=({"title": "More"},))),
        ),
        (
            "session",
            {"project": "group", "title": "More", "length": "90"},
            (
                "fields",
                FieldSet(
                    field="projects[group].sessions",
                    add=({"title": "More", "length_minutes": 90},),
                ),
            ),
        ),
        (
            "money",
            {"project": "group", "sum": "taxi_budget", "pounds": 6200},
            (
                "fields",
                FieldSet(field="projects[group].constraints.taxi_budget.most_pence", value=6200),
            ),
        ),
        (
            "money",
            {"project": "group", "sum": "project_budget", "pounds": None},
            (
                "fields",
                FieldSet(field="projects[group].constraints.project_budget.most_pence", value=-1),
            ),
        ),
        (
            "left_out",
            {"session": "group/1"},
            ("fields", FieldSet(field="projects[group].sessions[1].required", value=False)),
        ),
        (
            "anything",
            {"field": "phone", "how": "value", "value": "01632 960009"},
            ("fields", FieldSet(field="phone", value="01632 960009")),
        ),
        (
            "anything",
            {"field": "people[rory].roles", "how": "add", "value": '"manager"'},
            ("fields", FieldSet(field="people[rory].roles", add=("manager",))),
        ),
    ],
)
def test_each_form_makes_a_change(
    form: str, told: dict[str, Any], change: tuple[str, Word]
) -> None:
    assert made(form, **told) == change


def test_somebody_new_is_known_by_what_they_told_and_by_a_free_code() -> None:
    kind, joins = made("joins", **NAN)

    assert (kind, joins.model_dump(mode="json", exclude_defaults=True)) == (
        "joins",
        {
            "project": "group",
            "person": {
                "code": "new-1",
                "name": "Nan",
                "home": "glen",
                "needs": ["lift"],
                "needs_asked": "yes",
                "times": {"work": ["Mon 09:00-17:00"]},
                "travel": {"car": "yes"},
            },
        },
    )


def test_the_next_who_joins_has_another_code() -> None:
    nan = PROGRAMME.people[0].model_copy(update={"code": "new-1"})
    programme = PROGRAMME.model_copy(update={"people": (nan, *PROGRAMME.people)})

    _, joins = FORMS["joins"].made(NAN, programme)

    assert joins.model_dump()["person"]["code"] == "new-2"


def test_somebody_of_one_group_joins_another_as_they_are() -> None:
    programme = two_apart()
    (value, text), *_ = FORMS["joins_too"].asks[0].options(programme)

    _, joins = FORMS["joins_too"].made({"newcomer": value}, programme)

    project, code = value.split("/")
    person = next(person for person in programme.people if person.code == code)
    assert joins.model_dump() == {"project": project, "person": person.model_dump()}
    assert text.startswith(f"{person.label} joins ")


def test_only_what_a_programme_has_can_have_changed() -> None:
    fitting = [name for name, form in FORMS.items() if form.fits(PROGRAMME)]

    assert set(FORMS) - set(fitting) == {"line", "joins_too"}


def test_a_session_that_was_promised_cannot_be_left_out() -> None:
    (wish,) = PROGRAMME.projects[0].sessions
    booked = wish.model_copy(update={"state": "booked"})
    group = PROGRAMME.projects[0].model_copy(update={"sessions": (wish, booked)})
    programme = PROGRAMME.model_copy(update={"projects": (group,)})

    options = FORMS["left_out"].asks[0].options(programme)

    assert options == (("group/1", "Session 1: Session (Living well)"),)


def test_an_answer_nobody_gave_is_not_taken_for_no() -> None:
    _, joins = made("joins", **{**NAN, "car": "unknown"})

    assert joins.model_dump()["person"]["travel"]["car"] == Answer.UNKNOWN.value


def test_a_change_is_added_and_taken_away_again() -> None:
    lost = VenueLost(venue="hall")

    two = with_change(
        with_change(PlanChange(), ("venues_lost", lost)), made("leaves", member="a/b")
    )

    assert two.venues_lost == (lost,)
    assert without_change(two, "venues_lost", 0) == PlanChange(leaves=two.leaves)


@pytest.mark.parametrize(("kind", "number"), [("away", 0), ("nothing", 0), ("model_fields", 0)])
def test_a_change_nobody_said_cannot_be_taken_away(kind: str, number: int) -> None:
    with pytest.raises(LookupError):
        without_change(PlanChange(), kind, number)
