"""A smaller sum than the one that brings everybody, with which somebody could come to one more."""

from collections.abc import Iterator

from scheduler.choosing import Pick
from scheduler.money.budgets import what_for
from scheduler.money.heads import Prices
from scheduler.money.raising import Budget, Series, used
from scheduler.order import wanted
from scheduler.people import Person
from scheduler.sentences import pounds
from scheduler.ties import Ties, Total
from scheduler.totals import purses_of


def less_does(series: Series, ties: Ties, budget: Budget, *, enough: int) -> str:
    """Say with how little more somebody could come to one more session of a series; or nothing.

    All else stays as it is, so that nothing has to be planned again to know it. Nobody is named:
    whose limit it is stays untold.

    Parameters
    ----------
    budget
        What the money is for, and how much there is.
    enough
        The sum with which there is money for all that more would bring.
    """
    tie, most = budget
    more = min(
        (d for pick in series.values() for d in _kept_away(series, pick, ties, tie)), default=0
    )
    pence = used(series, tie) + more
    if not more or not most < pence < enough:
        return ""
    sum_of = pounds(pence) if tie.with_session else f"{pounds(pence)} for {what_for(tie)}"
    return f"Already with {sum_of} somebody could come to one session more."


def _kept_away(series: Series, pick: Pick, ties: Ties, tie: Total) -> Iterator[int]:
    """Give what the coming of each draws whom nothing but a total keeps away from a session.

    Of whoever needs a special taxi, comes with others or stands down more would have to be looked
    at, and of nobody where who comes was promised.
    """
    grid, prices = pick.grid, Prices(pick.grid.programme, pick.grid.session)
    for number, person in enumerate(grid.people):
        could = pick.columns.able[pick.row, number] and not pick.coming[number]
        if (
            not could
            or grid.session.is_promised
            or person.is_fetched
            or _is_tied(pick, person, ties)
        ):
            continue
        draws = tie.draws(person, grid.way(pick.start, pick.venue, number), prices)
        others = (other for other in ties.totals if other.constraint != tie.constraint)
        could = pick.allows(person) and _wants_more(series, pick, person)
        if draws and could and all(_has_room(series, pick, number, other) for other in others):
            yield draws


def _is_tied(pick: Pick, person: Person, ties: Ties) -> bool:
    """Say whether somebody's coming hangs on others', or their place is left to others."""
    grid = pick.grid
    circles = (one for tie in ties.deciding for one in tie.of(grid.project, grid.people))
    stands_down = any(tie.who(person) for tie in ties.stand_down)
    return stands_down or any(person.code in circle for circle in circles)


def _wants_more(series: Series, pick: Pick, person: Person) -> bool:
    comes = sum(each is person for own in series.values() for _, each in own.people)
    return comes < wanted(person, pick.grid.project)


def _has_room(series: Series, pick: Pick, number: int, tie: Total) -> bool:
    """Say whether somebody's coming as well leaves another total kept."""
    person = pick.grid.people[number]
    for purse in purses_of(tie, pick.grid.people):
        if not purse.belongs_to(person):
            continue
        here = purse.stretch_of(pick.grid.starts[pick.start].date())
        own = [
            p for p in series.values() if purse.stretch_of(p.grid.starts[p.start].date()) == here
        ]
        drawn = sum(_draws(each, number, tie) for each in own if each.coming[number])
        drawn = drawn if tie.each else used(series, tie)
        if drawn + _draws(pick, number, tie) > (purse.at_most or 0):
            return False
    return True


def _draws(pick: Pick, number: int, tie: Total) -> int:
    grid, prices = pick.grid, Prices(pick.grid.programme, pick.grid.session)
    return tie.draws(grid.people[number], grid.way(pick.start, pick.venue, number), prices)
