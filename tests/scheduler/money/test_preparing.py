"""What has to be prepared once dates are found, each by a day, and nobody told too early."""

from datetime import date

from scheduler.facts import YES
from scheduler.money.words import OwnRate, Pay
from scheduler.people import Travel
from scheduler.programme import Journey, Programme
from scheduler.samples import on
from tests.scheduler.summer import SESSION, fortnight, planned, with_person, with_venue

PLAIN = SESSION.model_copy(update={"workers": ()})


def tasks(programme: Programme, *begins: str) -> list[tuple[date, str]]:
    """Return the tasks that begin so, of the session on Monday 7 June 2027."""
    (chosen,) = planned(programme).sessions
    return [(t.due, t.what) for t in chosen.tasks if not begins or t.what.startswith(begins)]


def test_the_group_and_the_funder_are_told_once_the_hall_is_booked() -> None:
    programme = fortnight(PLAIN, funder="A trust")

    told = tasks(programme, "Book Glen Hall", "Tell ")

    assert told == [
        (
            on("Monday 24 May 2027"),
            "Book Glen Hall from 11:00 to 13:00, before anybody is told the date.",
        ),
        (
            on("Monday 24 May 2027"),
            "Tell A trust about Monday 7 June 2027 and what it costs, once Glen Hall is booked.",
        ),
        (
            on("Monday 24 May 2027"),
            "Tell the group about Monday 7 June 2027, once Glen Hall is booked.",
        ),
    ]


def test_a_hall_that_wants_more_notice_is_still_booked_before_anybody_is_told() -> None:
    programme = with_venue("hall", fortnight(PLAIN), notice_days=28)

    dues = [due for due, _ in tasks(programme, "Book Glen Hall", "Tell the group")]

    assert dues == [on("Monday 10 May 2027"), on("Monday 24 May 2027")]


def test_the_rota_is_confirmed_a_week_before() -> None:
    assert tasks(fortnight(), "Confirm") == [
        (
            on("Monday 31 May 2027"),
            "Confirm with Catriona: Monday 7 June 2027, from 11:00 to 13:00.",
        )
    ]


def by_bus(**given: object) -> Programme:
    journeys = tuple(
        Journey.model_validate(
            {"person": "una", "venue": venue, "by": "bus", "out_minutes": 10, **given}
        )
        for venue in ("hall", "loft")
    )
    return fortnight(PLAIN, journeys=journeys)


def test_money_for_the_way_is_sent_a_week_before_and_unknown_fares_are_asked_at_once() -> None:
    known, unknown = by_bus(pence=420), by_bus()

    assert tasks(known, "Send")[0] == (
        on("Monday 31 May 2027"),
        "Send money to 3 people for the way there and back: about £35.82.",
    )
    assert tasks(unknown, "Ask ")[0] == (
        unknown.planning_day,
        "Ask Una what the way there and back costs them: nobody has said yet.",
    )


def test_too_late_to_send_money_has_cash_ready_on_the_day() -> None:
    programme = fortnight(
        PLAIN, planned_on=on("Sunday 6 June 2027"), constraints={"paid_ahead": False}
    )
    late = programme.model_copy(update={"last_day": on("Monday 7 June 2027")})

    assert [what[:37] for _, what in tasks(late, "Too late")] == [
        "Too late to send it ahead: have cash r"[:37]
    ]


def test_a_taxi_firm_is_told_whom_to_fetch_where_and_when() -> None:
    journeys = tuple(
        Journey(person="una", venue=venue, by="taxi", out_minutes=25, pence=1800)
        for venue in ("hall", "loft")
    )

    programme = with_person("una", fortnight(PLAIN, journeys=journeys), travel=Travel(taxi=YES))

    ((due, what),) = tasks(programme, "Tell the taxi")
    assert due == on("Monday 24 May 2027")
    assert what == (
        "Tell the taxi firm whom to fetch on Monday 7 June 2027: Una in The Glen at 10:35; home "
        "from Glen Hall at 13:00, once Glen Hall is booked."
    )


def test_food_is_ordered_by_count_with_no_name() -> None:
    fed = fortnight(SESSION.model_copy(update={"food": True}))
    vegan = with_person("una", fed, food=("Vegan",), helpers=1)
    both = with_person("mairi", vegan, food=("vegan", "no nuts"))

    ((due, what),) = tasks(both, "Order food")
    assert due == on("Monday 31 May 2027")
    assert what == (
        "Order food for 8 on Monday 7 June 2027, 1 no nuts and 2 vegan among them. "
        "Give the kitchen no names."
    )


def test_what_people_are_paid_is_ready_a_week_before_with_vouchers_counted() -> None:
    rate = OwnRate(what="half day", pence=8000, by="The group")
    paid = fortnight(PLAIN, paid_roles=("lived experience",), rates=(rate,))

    programme = with_person("una", paid, pay=Pay(by="voucher"))

    assert tasks(programme, "Have ready") == [
        (
            on("Monday 31 May 2027"),
            "Have ready what 3 people are paid for their time, 1 of them by voucher: £240.00.",
        )
    ]
