"""Whether people are paid alike, and nobody more than they want: said of all, marking nobody."""

from datetime import timedelta

from scheduler.money.costs import costs_of
from scheduler.money.fairness import ASK
from scheduler.money.words import Pay
from scheduler.people import Person
from scheduler.plan import Chosen, Coming, WayTaken
from scheduler.samples import ISHBEL, PROGRAMME, PROJECT, RORY, WISH, at

WALK = WayTaken(by="walk", out_minutes=5, back_minutes=5)
UNPAID = (
    "group: 1 person with lived experience would sit beside people who are paid to be there, and "
    "nobody has decided to pay them for their time. To clear this, say which roles are paid, or "
    "ask each of them and note who declines."
)
PAID = {"paid_roles": ("lived experience",)}


def warned(
    *people: Person, days: tuple[str, ...] = ("Tuesday 8 June",), **given: object
) -> list[str]:
    """Return what is said of money where some people come to two-hour sessions on some days."""
    project = PROJECT.model_copy(
        update={"members": tuple(p.code for p in people), "sessions": (WISH,) * len(days)}
    )
    programme = PROGRAMME.model_copy(update={"people": people, "projects": (project,), **given})
    sessions = [
        Chosen(
            project="group",
            number=number,
            start=start,
            end=start + timedelta(hours=2),
            venue="hall",
            coming=tuple(Coming(person=person.code, way=WALK) for person in people),
        )
        for number, start in enumerate((at(f"{day} 2027 10:00") for day in days), 1)
    ]
    return list(costs_of(programme, sessions).warnings)


def paid(**given: object) -> Person:
    return ISHBEL.model_copy(update={"pay": Pay.model_validate(given)})


def test_unpaid_members_beside_professionals_are_warned_of_with_how_to_clear_it() -> None:
    label = PROJECT.label
    assert warned(ISHBEL, RORY) == [UNPAID.replace("group", label, 1)]


def test_the_warning_is_cleared_by_paying_them_or_where_each_declined() -> None:
    assert warned(ISHBEL, RORY, **PAID) == [ASK]
    assert warned(paid(by="declines"), RORY) == []


def test_where_no_professional_comes_there_is_nobody_to_be_equal_with() -> None:
    assert warned(ISHBEL) == []


def test_a_benefits_adviser_is_named_to_everybody_and_not_to_whoever_set_a_limit() -> None:
    nobody_did = warned(ISHBEL, RORY, **PAID)
    one_did = warned(paid(most_pence=10_000), RORY, **PAID)

    assert nobody_did == one_did == [ASK]
    assert "ask a benefits adviser" in ASK


WEEKLY = ("Tuesday 1 June", "Tuesday 8 June", "Tuesday 29 June", "Tuesday 6 July")


def test_more_than_somebody_wants_in_a_month_is_said_with_its_days() -> None:
    """Half a day is £75 by the Iriss policy: three sessions in June, one in July."""
    _, says = warned(paid(most_pence=20_000), days=WEEKLY, **PAID)

    assert says == (
        "Ishbel wants to be paid no more than £200.00 in a month; from Tuesday 1 June to Tuesday "
        "29 June 2027 it would be £225.00. Pay £200.00, and ask before Tuesday 29 June 2027 "
        "what is to become of the rest."
    )


def test_a_month_begins_on_the_day_somebody_said() -> None:
    mid = paid(most_pence=20_000).model_copy(update={"month_begins_on": 15})

    assert warned(mid, days=WEEKLY, **PAID)[1:] == []


def test_a_limit_may_be_for_a_week_or_for_all() -> None:
    week, all_of_it = (
        paid(most_pence=8000, most_pence_in=within) for within in ("a week", "the project")
    )

    assert warned(week, days=WEEKLY, **PAID)[1:] == []
    assert len(warned(all_of_it, days=WEEKLY, **PAID)[1:]) == 1
