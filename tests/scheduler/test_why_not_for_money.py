"""Why not that day, where money for taxis keeps people away: judged by whom the money can bring."""

from constraints import registry
from scheduler.answers import WhyNot
from scheduler.facts import NO, YES
from scheduler.journeys import Journey
from scheduler.people import Travel
from scheduler.programme import Programme
from scheduler.samples import at
from scheduler.why_not import why_not
from tests.scheduler.summer import SESSION, away, fortnight, planned, with_person, with_project
from tests.scheduler.test_within_means import BUS, TAXI, with_money

ISHBELS = TAXI.model_copy(update={"person": "ishbel"})
DAY = "Tuesday 8 June 2027"
GONE = tuple(f"{name} is away on {DAY}." for name in ("Flora", "Mairi", "Neil"))


def asked(*journeys: Journey, **una: object) -> WhyNot:
    """Return why not on a day on which three are away; the money pays for one taxi.

    Ishbel has no way but a taxi.
    """
    made = with_money(fortnight(SESSION, journeys=(ISHBELS, *journeys)), "taxi_budget", 3000)
    for code in ("flora", "mairi", "neil"):
        made = with_person(code, made, times=away(DAY))
    for code in ("ishbel", "una"):
        made = with_person(code, made, travel=Travel(car=NO, taxi=YES))
    return of(with_person("una", with_project(made, venues=("hall",)), **una))


def of(programme: Programme) -> WhyNot:
    start = at(f"{DAY} 11:00")
    return why_not(
        programme, planned(programme), registry(), project="group", start=start, venue="hall"
    )


def test_it_is_judged_with_whoever_comes_by_the_bus_that_is_open_to_her() -> None:
    """It said that one member could be there: the first way tried left Una beside her bus."""
    answer = asked(TAXI, BUS)

    few = "Only 3 of 6 can be counted on to be there; at least 4 are needed."
    assert answer.says == f"The right people could not be there: {few}"
    assert answer.reasons == (few, *GONE)


def test_where_the_money_keeps_somebody_away_that_is_said() -> None:
    answer = asked(TAXI)

    assert answer.says == (
        "The right people could not be there: "
        "Only 1 of 4 members with lived experience can be there; 2 are needed."
    )
    assert answer.reasons[-1] == "Una could come by taxi, and the money there is does not reach."


def test_of_whoever_keeps_their_reasons_money_is_not_said() -> None:
    answer = asked(TAXI, share_reasons=False)

    assert answer.reasons[-1] == (
        "Una could come, and stays away this time because of an agreement or a limit."
    )
