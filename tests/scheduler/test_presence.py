"""Who could be there together, once those who stand down and those who decide together have."""

from constraints import registry
from scheduler.bits import company_of
from scheduler.grid import grid_for
from scheduler.households import Household
from scheduler.in_force import in_force
from scheduler.presence import Company
from scheduler.programme import Programme
from scheduler.ties import ties_of
from tests.scheduler.summer import ONCE, with_project


def company(programme: Programme) -> Company:
    """Return the rules about who is there, for the first session of a programme."""
    (project,) = programme.projects
    ties = ties_of(in_force(registry(), programme, project))
    return Company(grid_for(programme, project, project.sessions[0]), (), ties)


def test_who_stands_down_is_asked_again_where_somebody_else_then_stays_away() -> None:
    """Una comes only together with Neil.

    With room for one professional either Neil comes, and Una with him; or Rory does, then Una
    stays away with Neil, and there is no room for Rory either. He was planned for alone once, and
    a search that asked in another order found no company at all and broke off.
    """
    together = (Household(members=("una", "neil")),)
    some = with_project(ONCE, members=("una", "neil", "rory"), households=together)
    una, neil = (
        company_of(code == p.code for p in company(some).grid.people) for code in ("una", "neil")
    )
    everybody = company_of((True, True, True))

    found = list(company(some).variants(everybody, everybody))

    assert found == [una | neil, 0]
