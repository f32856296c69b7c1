"""Plans many projects together: first a whole plan, then a better one for as long as it pays."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, NamedTuple, TypeVar

from scheduler.asked_once import AskedOnce
from scheduler.at_first import Joined, Work, first_plan
from scheduler.board import Board, Opened, Placed, desk_of, open_desk
from scheduler.concerns import SESSIONS
from scheduler.gap import gap_of, with_least_put
from scheduler.in_force import Rules
from scheduler.neighbourhoods import Neighbourhoods
from scheduler.programme import Programme
from scheduler.progress import Enough, Progress
from scheduler.sentences import counted
from scheduler.shares import Shares, best_of, rows_placed
from scheduler.side_by_side import FEWEST, side_by_side
from scheduler.spare import TakenUp
from scheduler.unmet import Obstacle

AT_ONCE: Final = 16
"""How many projects are worked on between one word on how far planning has come and the next."""
TURNS: Final = 3
"""In how many ways room is made for a project that lost something to others."""
MOST_MOVED: Final = 6
"""How many others may be moved to make room for one."""

TRIES_EACH: Final = 8
"""How many changes are tried at the most, for each project."""
A_LOT: Final = 4
"""How many neighbourhoods are planned anew before what is better is taken over."""
ROUNDS: Final = 2
"""How often each project that misses more than it need is tried with its neighbours."""
MOST_SHARED: Final = 48
"""Of how many projects it is asked at once who can have what is best for them."""

Made = TypeVar("Made")


class Ended(NamedTuple):
    """What planning many projects came to."""

    board: Board
    plan: Joined
    alone: Joined
    """What is best for each project as if there were no other."""
    obstacles: tuple[tuple[Obstacle, ...], ...]
    """What counting found in the way of each project."""
    by_person: bool
    """Whether somebody had it stop before it was done."""
    least_put: int | None
    """How often people are put to it at the least where none misses more than alone, if known."""


class Better(NamedTuple):
    """A plan better than the one before it, or with more known of what any plan could reach."""

    plan: Joined
    least_put: int | None = None


def planned_jointly(programme: Programme, rules: Mapping[str, Rules], work: Work) -> Ended:
    """Plan all projects of a programme in which nobody is in two of them.

    Raises
    ------
    Enough
        If whoever is told has had enough before there is a plan.
    """
    opened, board = _opened(programme, rules, work)
    joint = Joint(board, work)
    plan = first_plan(board, work)
    alone, by_person, least_put = plan, False, None
    try:
        joint.tell("Every group has its dates. Seeing what each could have by itself.", plan)
        alone = joint.alone()
        for better in joint.improved(plan, alone):
            plan, least_put = better
    except Enough:
        by_person = True
    obstacles = tuple(one.obstacles for one in opened)
    return Ended(board, plan, alone, obstacles, by_person, least_put)


def _opened(
    programme: Programme, rules: Mapping[str, Rules], work: Work
) -> tuple[list[Opened], Board]:
    asked, projects = AskedOnce(programme), programme.projects

    def opened(number: int) -> Opened:
        return open_desk(projects[number], rules[projects[number].code], asked)

    says = "Asking every rule about every date and room."
    found = _in_lots(opened, programme, work, (says, 0))
    desks = tuple(
        desk_of(project, rules[project.code], opened=one, asked=asked)
        for project, one in zip(projects, found, strict=True)
    )
    return found, Board(programme, desks, work.effort)


def _in_lots(
    work: Callable[[int], Made], programme: Programme, how: Work, told: tuple[str, int]
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


@dataclass(frozen=True, eq=False)
class Joint:
    """The projects of a programme being planned together."""

    board: Board
    work: Work

    def alone(self) -> Joined:
        """Plan every project as if there were no other."""
        told = ("Planning it as if there were no other.", len(self.board.desks))
        work = partial(self.board.placed, others=())
        return tuple(_in_lots(work, self.board.programme, self.work, told))

    def in_turn(self, wished: Joined, *, order: Sequence[int] = ()) -> Joined:
        """Plan one project after another round the others, the hardest first if not said."""
        board = self.board
        taken = [use for one in wished for use in self.board.promised(one)]
        done: dict[int, Placed] = {}
        for number in order or self.board.hardest_first:
            taken = board.others(taken, number)
            still = board.still(wished[number], taken)
            done[number] = still or board.placed(number, taken)
            taken += done[number].uses
        return tuple(done[number] for number in range(len(wished)))

    def improved(self, plan: Joined, alone: Joined) -> Iterator[Better]:
        """Give better and better plans, until nothing that is tried makes one better."""
        bound, least = self.board.values(alone), None
        says = "Seeing who can have what is best for them at once."
        for makes in (self.in_turn_as_alone, self.shared_out):
            self.tell(says, plan, bound)
            better, least = makes(plan, alone)
            if self.board.values(better) < self.board.values(plan):
                plan = better
            yield Better(plan, least)
        bound = with_least_put(bound, least)
        self.tell(says, plan, bound)
        for better in self.by_neighbourhoods(plan, alone):
            yield Better(plan := better, least)
            self.tell(says, plan, bound)
        for better in self.making_room(plan, alone):
            yield Better(better, least)
            self.tell("Making room for groups that lost something to others.", better, bound)

    def making_room(self, plan: Joined, alone: Joined) -> Iterator[Joined]:
        """Give better and better plans, a project and those in its way planned anew at a time."""
        best = [self.board.values([one]) for one in alone]
        easy = [number for number in self.board.hardest_first if self.board.is_easy(alone[number])]
        tries = [(turn, number) for turn in range(TURNS + 1) for number in easy]
        waiting, left = list(tries), TRIES_EACH * len(plan)
        while waiting and left > 0:
            short = [(t, n) for t, n in waiting if self.board.values([plan[n]]) > best[n]]
            now, waiting, left = short[:AT_ONCE], short[AT_ONCE:], left - AT_ONCE
            work = partial(self.tried, plan, alone)
            better = self.taken_over(plan, side_by_side(work, now, processes=self.work.processes))
            if better is not plan:
                plan, waiting = better, [*waiting, *(one for one in tries if one not in waiting)]
            yield plan

    def in_turn_as_alone(self, _: Joined, alone: Joined) -> Better:
        """Fit round one another what would be best for each."""
        return Better(self.in_turn(alone))

    def shared_out(self, plan: Joined, alone: Joined) -> Better:
        """Give as many projects as can be what they miss least with, all at once."""
        numbers = range(len(plan))
        reached, best = (self.board.values(each)[: SESSIONS + 1] for each in (plan, alone))
        if len(plan) > MOST_SHARED or reached == best:
            return Better(plan)
        work = partial(best_of, self.board, others=())
        found = side_by_side(work, numbers, processes=self.work.processes)
        given = Shares(self.board, tuple(one for one in found if one is not None)).given()
        wished, rows = list(alone), given.rows
        for number, own in rows.items():
            wished[number] = rows_placed(self.board, number, own)
        first = [number for number in self.board.hardest_first if number in rows]
        rest = [number for number in self.board.hardest_first if number not in rows]
        least = None if rest or None in found else given.least_put
        return Better(self.in_turn(tuple(wished), order=(*first, *rest)), least)

    def by_neighbourhoods(self, plan: Joined, alone: Joined) -> Iterator[Joined]:
        """Give better and better plans of many projects, some of them planned anew at a time."""
        if len(plan) <= MOST_SHARED:
            return
        board, how = self.board, {"processes": self.work.processes}
        every = side_by_side(partial(best_of, board, others=()), range(len(plan)), **how)
        near = Neighbourhoods(board, alone, tuple(every))
        for _ in range(ROUNDS):
            waiting = list(board.hardest_first)
            while waiting:
                short = [n for n in waiting if self._misses_more(plan[n], alone[n])]
                now, waiting = short[:A_LOT], short[A_LOT:]
                found = side_by_side(partial(near.planned_anew, plan), now, **how)
                better = self.taken_over(plan, found)
                if better is not plan:
                    plan = better
                    yield plan

    def _misses_more(self, one: Placed, alone: Placed) -> bool:
        """Say whether people with lived experience miss more in a project than they would alone."""
        reached, best = (self.board.values([each])[: SESSIONS + 1] for each in (one, alone))
        return reached > best

    def tried(self, plan: Joined, alone: Joined, what: tuple[int, int]) -> Joined:
        """Return some projects planned anew so that together they are better; none where not."""
        turn, number = what
        moving = [number, *(self._in_the_way(plan, alone[number], turn) if turn else ())]
        taken = [use for one in plan if one.project not in moving for use in one.uses]
        new: list[Placed] = []
        for place, each in enumerate(moving, 1):
            promised = (use for other in moving[place:] for use in self.board.promised(plan[other]))
            others = [*taken, *promised]
            # Whoever was in the way may only need another worker.
            still = self.board.still(plan[each], others) if new else None
            if still is None and not self.board.is_easy(alone[each]):
                return ()
            new.append(still or self.board.placed(each, others))
            taken += new[-1].uses
        before = self.board.values([plan[each] for each in moving])
        return tuple(new) if self.board.values(new) < before else ()

    def _in_the_way(self, plan: Joined, wish: Placed, turn: int) -> Sequence[int]:
        """Return projects without which one could have its wish, others each turn."""
        board = self.board
        places = {desk.project.code: number for number, desk in enumerate(board.desks)}
        others = [use for one in plan if one.project != wish.project for use in one.uses]
        gone: dict[int, None] = {}
        for pick in board.picks(wish):
            spare = board.spare[id(pick.columns)]
            names = list(dict.fromkeys(u.project for u in spare.in_the_way(pick.row, others)))
            first = (turn - 1) % max(len(names), 1)
            for name in (*names[first:], *names[:first]):
                if spare.can_hold(pick.row, TakenUp.of(others, board.ties)):
                    break
                gone[places[name]] = None
                others = [use for use in others if use.project != name]
        return sorted(gone, key=self.board.hardest_first.index)[:MOST_MOVED]

    def taken_over(self, plan: Joined, found: Sequence[Joined]) -> Joined:
        """Take over what is better, one after another, as far as it does not clash."""
        now, changed = list(plan), False
        for new in found:
            numbers = {one.project for one in new}
            if any(now[number] is not plan[number] for number in numbers):
                continue
            others = [one for one in now if one.project not in numbers]
            for one in self._still(others, new):
                now[one.project], changed = one, True
        return tuple(now) if changed else plan

    def _still(self, others: Sequence[Placed], new: Joined) -> Sequence[Placed]:
        """Return some projects with teams that others leave; none where not all can be had."""
        taken = [use for one in others for use in one.uses]
        kept: list[Placed] = []
        for one in new:
            still = self.board.still(one, taken)
            if still is None:
                return ()
            kept.append(still)
            taken += still.uses
        return kept

    def tell(
        self, says: str, plan: Joined, bound: Sequence[tuple[str, tuple[int, ...]]] = ()
    ) -> None:
        """Tell how good the plan is so far, once it is known what no plan does better than."""
        name, many = self.board.programme.name, len(plan)
        if not bound:
            self.work.told(Progress(name, says, many, 2 * many, has_plan=True))
            return
        told = Progress(name, says, 2 * many, 2 * many, has_plan=True)
        found = gap_of(self.board.values(plan), bound)
        if found:
            level, value, least = found
            told = replace(told, level=level, value=value, bound=least, gap=round(found.percent, 2))
        self.work.told(told)
