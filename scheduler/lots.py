"""Does some work for many projects in lots, telling before each how far it has come."""

from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from scheduler.asked_once import AskedOnce
from scheduler.at_first import Work
from scheduler.board import Board
from scheduler.in_force import Rules
from scheduler.opened_desks import Opened, desk_of, open_desk
from scheduler.programme import Programme
from scheduler.progress import Progress
from scheduler.sentences import counted
from scheduler.side_by_side import FEWEST, side_by_side

AT_ONCE: Final = 16
"""How many projects are worked on between one word on how far planning has come and the next."""

Made = TypeVar("Made")


def opened_in_lots(
    programme: Programme, rules: Mapping[str, Rules], work: Work
) -> tuple[list[Opened], Board]:
    """Ask every rule about every project; return what is open of each, and all side by side."""
    asked, projects = AskedOnce(programme), programme.projects

    def opened(number: int) -> Opened:
        return open_desk(projects[number], rules[projects[number].code], asked)

    says = "Asking every rule about every date and room."
    found = in_lots(opened, programme, work, told=(says, 0))
    desks = tuple(
        desk_of(project, rules[project.code], opened=one, asked=asked)
        for project, one in zip(projects, found, strict=True)
    )
    return found, Board(programme, desks, work.effort)


def in_lots(
    work: Callable[[int], Made], programme: Programme, how: Work, *, told: tuple[str, int]
) -> list[Made]:
    """Do some work for each project, telling before each lot what is done, and the steps before.

    The first project is a lot of its own: what it asks for all is known in every process then.
    """
    projects, (says, before) = programme.projects, told
    size = AT_ONCE if len(projects) >= FEWEST else 1
    made: list[Made] = []
    for first in (0, *range(1, len(projects), size)):
        lot = range(first, min(first + size if first else 1, len(projects)))
        whose = projects[first].label
        if len(lot) > 1:
            whose = f"{whose} and {counted(len(lot) - 1, 'other')}"
        how.told(Progress(whose, says, before + first, 2 * len(projects)))
        made += side_by_side(work, lot, processes=how.processes)
    return made
