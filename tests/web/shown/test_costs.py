"""What a plan costs, as rows people read, as text and as a table for whoever pays."""

from scheduler.money.bill import CostLine, Costs, Reach, SessionCosts
from tests.web.plans import PLAN, TWO_SESSIONS
from web.funder_csv import funder_csv
from web.shown.costs import Bar, bars, bill_text, shown_bill, shown_reaches

CAR = CostLine(
    kind="journeys",
    what="Mileage by car there and back",
    many=2,
    each_pence=850,
    pence=1700,
    estimated=True,
    paid="ahead",
    rate="=approved mileage",
)
BUS = CostLine(kind="journeys", what="Fare by bus there and back", many=3, paid="ahead")
ROOM = CostLine(
    kind="room", what="Hire of Glen Hall", many=1, each_pence=5050, pence=5050, paid="by invoice"
)
FIRST = SessionCosts(
    project="group", number=1, lines=(ROOM, CAR, BUS), pence=6750, at_least=True, estimated=True
)
SECOND = SessionCosts(project="group", number=2, lines=(ROOM,), pence=5050, at_least=False)
PRICED = PLAN.model_copy(
    update={
        "costs": Costs(
            sessions=(FIRST, SECOND),
            pence=11_800,
            at_least=True,
            estimated=True,
            warnings=("Ask first.",),
        )
    }
)


def test_how_far_money_reaches_is_told_by_group_where_there_are_several() -> None:
    reach = Reach(project="group", most_pence=900, pence=400, says=("£5.00 is left.", "So it is."))
    plan = PRICED.model_copy(update={"costs": Costs(reaches=(reach,))})
    (group,) = TWO_SESSIONS.projects
    other = group.model_copy(update={"code": "other"})
    both = TWO_SESSIONS.model_copy(update={"projects": (group, other)})

    assert shown_reaches(TWO_SESSIONS, plan) == ("£5.00 is left. So it is.",)
    assert shown_reaches(both, plan) == (f"{group.label}: £5.00 is left. So it is.",)


def test_a_sum_says_that_it_is_a_guess_and_that_something_is_missing() -> None:
    shown = shown_bill(TWO_SESSIONS, PRICED)

    assert shown.lead == "All sessions together cost at least about £118, 3 fares not known."
    assert [one.says for one in shown.sessions] == [
        "at least about £67.50, 3 fares not known",
        "£50.50",
    ]


def test_each_line_says_how_many_at_what_and_paid_how() -> None:
    (room, car, bus) = shown_bill(TWO_SESSIONS, PRICED).sessions[0].rows

    assert room == ("Hire of Glen Hall", "1", "£50.50", "£50.50", "by invoice", "")
    assert car[1:] == ("2", "£8.50", "about £17", "ahead, to people", "=approved mileage")
    assert bus[1:4] == ("3", "not known", "not known")


def test_bars_are_as_long_as_their_part_of_the_longest() -> None:
    assert bars((("A", "£2", 200), ("B", "£1", 100))) == (Bar("A", "£2", 100), Bar("B", "£1", 50))
    assert bars((("A", "£0", 0),)) == (Bar("A", "£0", 0),)


def test_what_it_is_for_stands_as_bars_in_text_too() -> None:
    text = bill_text(TWO_SESSIONS, PRICED)

    assert "Ask first." in text
    assert [" ".join(line.split()) for line in text.splitlines() if "#" in line] == [
        f"Rooms {'#' * 25} £101",
        "Journeys #### at least about £17, 3 fares not known",
    ]


def test_a_plan_without_dates_costs_nothing_yet() -> None:
    empty = PLAN.model_copy(update={"sessions": ()})

    assert shown_bill(TWO_SESSIONS, empty).lead == (
        "No session has a date, so nothing costs anything yet."
    )


def test_the_table_has_one_line_for_all_journeys_and_no_formulas() -> None:
    label = TWO_SESSIONS.projects[0].public_label

    assert funder_csv(TWO_SESSIONS, PRICED).splitlines() == [
        "project,session,day,what,how_many,pounds,not_known,guessed,rate",
        f"{label},1,2027-05-18,Hire of Glen Hall,1,50.50,,no,",
        f"{label},1,2027-05-18,Journeys,5,17.00,3,yes,'=approved mileage",
        f"{label},2,2027-06-08,Hire of Glen Hall,1,50.50,,no,",
        ",,,Together,,118.00,3,yes,",
    ]
