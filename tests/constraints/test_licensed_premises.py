"""Where alcohol is served nobody meets; where nobody knows somebody asks."""

from datetime import date

import pytest

from constraints.licensed_premises import LicensedPremises
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.facts import NO, UNKNOWN, YES, Answer, Fact
from scheduler.samples import HALL, PROGRAMME, on
from scheduler.venues import ONLINE, DatedLicence, Venue
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, accepting, forms_agree

DAY = on("Tuesday 8 June 2027")
ASKED = "Does Glen Hall serve alcohol, and would the bar be open on Tuesday 8 June 2027?"
STRICT, RELAXED = LicensedPremises(), LicensedPremises(bar_may_be_closed=True)


def a_hall(**known: object) -> Venue:
    return HALL.model_copy(update=known)


def said_of(
    venue: Venue, constraint: LicensedPremises = STRICT, day: date = DAY
) -> Objection | None:
    return constraint.check(day=day, programme=PROGRAMME, venue=venue)


def test_licensed_place_is_out_and_the_group_may_know() -> None:
    says = "Glen Hall serves alcohol."
    assert said_of(a_hall(licensed=YES)) == Objection(Degree.NEVER, says, says)


@pytest.mark.parametrize("bar_closed", [YES, NO, UNKNOWN])
def test_a_closed_bar_changes_nothing_by_default(bar_closed: Fact) -> None:
    objection = said_of(a_hall(licensed=YES, bar_closed=bar_closed))

    assert objection is not None
    assert objection.degree is Degree.NEVER


def test_a_closed_bar_will_do_where_the_organiser_lets_it() -> None:
    assert said_of(a_hall(licensed=YES, bar_closed=YES), RELAXED) is None


def test_a_bar_nobody_asked_about_is_asked_in_writing_where_the_organiser_lets_it() -> None:
    says = "Will Glen Hall say in writing that its bar is closed and apart meanwhile?"
    assert said_of(a_hall(licensed=YES), RELAXED) == Objection(Degree.UNKNOWN, says)


def test_an_open_bar_is_out_whatever_the_organiser_lets() -> None:
    objection = said_of(a_hall(licensed=YES, bar_closed=NO), RELAXED)

    assert objection is not None
    assert objection.degree is Degree.NEVER


@pytest.mark.parametrize("kind", ["pub", "Bar", "nightclub", "social club", "The Pub", "pubs"])
@pytest.mark.parametrize("constraint", [STRICT, RELAXED])
def test_a_pub_or_club_is_out_even_where_nobody_asked(
    kind: str, constraint: LicensedPremises
) -> None:
    says = f"Glen Hall is a {kind}."
    venue = a_hall(kind=kind, licensed=UNKNOWN, bar_closed=YES)

    assert said_of(venue, constraint) == Objection(Degree.NEVER, says, says)


def test_a_pub_with_its_bar_closed_is_still_a_pub() -> None:
    objection = said_of(a_hall(kind="pub", licensed=YES, bar_closed=YES), RELAXED)

    assert objection is not None
    assert objection.degree is Degree.NEVER


@pytest.mark.parametrize("kind", ["hotel", "restaurant", "golf club", "village hall", "barn", ""])
@pytest.mark.parametrize("answer", [Answer.UNKNOWN, Answer.LIMITED, Answer.PREFERS_NOT_TO_SAY])
def test_a_place_that_may_serve_alcohol_is_asked(kind: str, answer: Answer) -> None:
    venue = a_hall(kind=kind, licensed=Fact(answer=answer))

    assert said_of(venue) == Objection(Degree.UNKNOWN, ASKED)


def test_an_occasional_licence_refuses_its_own_days_only() -> None:
    licence = DatedLicence(first=on("Friday 4 June 2027"), last=on("Saturday 5 June 2027"))
    days = [on(f"{day} June 2027") for day in ("Thursday 3", "Friday 4", "Saturday 5", "Sunday 6")]

    objections = [said_of(a_hall(licensed_days=(licence,)), day=day) for day in days]

    assert [objection is None for objection in objections] == [True, False, False, True]


def test_what_the_organiser_accepted_is_not_asked_again() -> None:
    accepted = accepting(PROGRAMME, "licensed_premises", about="hall")

    assert STRICT.check(day=DAY, programme=accepted, venue=a_hall(licensed=UNKNOWN)) is None


def test_accepting_one_hall_says_nothing_of_another_nor_lets_a_bar_open() -> None:
    accepted = accepting(PROGRAMME, "licensed_premises", about="hall")
    other = a_hall(code="other", licensed=UNKNOWN)

    assert STRICT.check(day=DAY, programme=accepted, venue=other) == Objection(
        Degree.UNKNOWN, ASKED
    )
    assert STRICT.check(day=DAY, programme=accepted, venue=a_hall(licensed=YES)) is not None


def test_nobody_asks_a_telephone_about_alcohol() -> None:
    remote = ONLINE.model_copy(update={"licensed": UNKNOWN})

    assert said_of(remote) is None


@pytest.mark.parametrize("constraint", [STRICT, RELAXED])
@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree(constraint: LicensedPremises, window: tuple[date, date]) -> None:
    licence = DatedLicence(first=window[0], last=window[0])
    venues = [
        a_hall(),
        a_hall(code="asked", licensed=UNKNOWN),
        a_hall(code="accepted", licensed=UNKNOWN),
        a_hall(code="closed", licensed=YES, bar_closed=YES),
        a_hall(code="pub", kind="pub", licensed=UNKNOWN),
        a_hall(code="wedding", licensed_days=(licence,)),
        ONLINE.model_copy(update={"licensed_days": (licence,)}),
    ]
    programme = accepting(a_programme(venues, window), "licensed_premises", about="accepted")

    assert forms_agree(constraint, a_grid(programme))


@pytest.mark.parametrize(
    "kind", ["library", "village shop", "council office", "primary school", "hospital", "office"]
)
def test_a_kind_that_may_have_a_function_or_sell_drink_is_asked(kind: str) -> None:
    """What nobody asked was taken for no alcohol, by the kind of place alone."""
    objection = said_of(a_hall(kind=kind, licensed=UNKNOWN))

    assert objection == Objection(Degree.UNKNOWN, ASKED)


@pytest.mark.parametrize("kind", ["mosque", "gurdwara"])
def test_a_place_that_may_have_none_by_its_own_rule_is_not_asked(kind: str) -> None:
    assert said_of(a_hall(kind=kind, licensed=UNKNOWN)) is None
