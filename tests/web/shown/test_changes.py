"""What became different, a sentence for each change."""

from datetime import date

import pytest

from scheduler.plan_changes import (
    FieldSet,
    Joins,
    Leaves,
    LineCancelled,
    PersonAway,
    PlanChange,
    VenueLost,
)
from scheduler.samples import ISHBEL, PROGRAMME
from web.shown.changes import ShownChange, shown_changes

FIRST, LAST = date(2027, 6, 7), date(2027, 6, 11)
NAN = ISHBEL.model_copy(update={"code": "new-1", "name": "Nan"})


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"venues_lost": (VenueLost(venue="hall"),)}, "Glen Hall cannot be used any more."),
        (
            {"venues_lost": (VenueLost(venue="hall", first=FIRST, last=LAST),)},
            "Glen Hall cannot be used from Monday 7 June to Friday 11 June 2027.",
        ),
        (
            {"away": (PersonAway(person="rory", first=FIRST),)},
            "Rory cannot come on Monday 7 June 2027.",
        ),
        (
            {"lines_cancelled": (LineCancelled(line="The ferry"),)},
            "The ferry does not run any more.",
        ),
        ({"joins": (Joins(project="group", person=NAN),)}, "Nan joins Living well."),
        ({"leaves": (Leaves(project="group", person="rory"),)}, "Rory leaves Living well."),
    ],
)
def test_each_kind_of_change_is_said_by_name(changes: dict[str, object], says: str) -> None:
    (shown,) = shown_changes(PROGRAMME, PlanChange.model_validate(changes))

    assert shown == ShownChange(says, next(iter(changes)), 0)


@pytest.mark.parametrize(
    ("put", "says"),
    [
        (FieldSet(field="people[rory].needs", add=("lift",)), "Rory needs: lift."),
        (
            FieldSet(field="people[rory].times.work", value=["Mon 09:00-17:00", "Tue 09:00-12:00"]),
            "Rory works Mon 09:00-17:00 and Tue 09:00-12:00.",
        ),
        (
            FieldSet(field="people[rory].times.work", value=[]),
            "Rory has no work hours any more.",
        ),
        (
            FieldSet(field="projects[group].sessions", add=({"title": "More"},)),
            "Living well wants one more session: More.",
        ),
        (
            FieldSet(field="projects[group].sessions[1].required", value=False),
            "Session 1 of Living well may be left out.",
        ),
        (
            FieldSet(field="projects[group].constraints.taxi_budget.most_pence", value=6200),
            "Money for taxis in the whole series of Living well is now £62.",
        ),
        (
            FieldSet(field="projects[group].constraints.session_budget.most_pence", value=-1),
            "Money for the room and workers of one session of Living well has no limit any more.",
        ),
        (FieldSet(field="phone", value="01632 960009"), "phone is now: 01632 960009."),
        (FieldSet(field="other_roles", add=("poet",)), "other_roles has one more: poet."),
        (FieldSet(field="people[2].needs", add=("lift",)), "people[2].needs has one more: lift."),
        (
            FieldSet(field="projects[9].sessions[1].required", value=False),
            "projects[9].sessions[1].required is now: False.",
        ),
    ],
)
def test_a_field_is_said_by_what_it_means_where_that_is_known(put: FieldSet, says: str) -> None:
    (shown,) = shown_changes(PROGRAMME, PlanChange(fields=(put,)))

    assert shown.says == says


def test_where_nothing_was_said_there_is_nothing_to_show() -> None:
    assert shown_changes(PROGRAMME, PlanChange()) == ()
