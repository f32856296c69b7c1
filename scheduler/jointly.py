"""Plans many projects together: first a whole plan, then a better one for as long as it pays."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, NamedTuple

from scheduler.at_first import Joined, Work, first_plan
from scheduler.board import Board, Placed
from scheduler.concerns import SESSIONS
from scheduler.gap import Values, gap_of, with_best_put
from scheduler.giving_way import GivingWay
from scheduler.in_force import Rules
from scheduler.lots import AT_ONCE, in_lots, opened_in_lots
from scheduler.neighbourhoods import Neighbourhoods
from scheduler.order import Value
from scheduler.programme import Programme
from scheduler.progress import Enough, Progress
from scheduler.shared import Use
from scheduler.shared_out import MORE, Given, SharingOut
from scheduler.shares import Best, best_of, given_rows
from scheduler.side_by_side import side_by_side
from scheduler.spare import TakenUp
from scheduler.unmet import Obstacle

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
NEARLY: Final = 0.97
"""If so many of them can have their best at once, perhaps all can."""
FEW: Final = 8
"""Up to how many projects are fitted round one another one by one as well."""


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
    best_put: Value | None
    """How often people are put to it in no plan less where none misses more than alone; None where
    that is not known."""


class Better(NamedTuple):
    """A plan better than the one before it, or with more known of what any plan could reach."""

    plan: Joined
    best_put: Value | None = None


def planned_jointly(programme: Programme, rules: Mapping[str, Rules], work: Work) -> Ended:
    """Plan all projects of a programme in which nobody is in two of them.

    Raises
    ------
    Enough
        If whoever is told has had enough before there is a plan.
    """
    opened, board = opened_in_lots(programme, rules, work)
    joint = Joint(board, work)
    plan = first_plan(board, work)
    alone, by_person, best_put = plan, False, None
    try:
        joint.tell("Every group has its dates. Seeing what each could have by itself.", plan)
        alone = joint.alone()
        for better in joint.improved(plan, alone):
            plan, best_put = better
    except Enough:
        by_person = True
    obstacles = tuple(one.obstacles for one in opened)
    return Ended(board, plan, alone, obstacles, by_person, best_put)


@dataclass(frozen=True, eq=False)
class Joint:
    """The projects of a programme being planned together."""

    board: Board
    work: Work

    def alone(self) -> Joined:
        """Plan every project as if there were no other."""
        told = ("Planning it as if there were no other.", len(self.board.desks))
        work = partial(self.board.placed, others=())
        return tuple(in_lots(work, self.board.programme, self.work, told=told))

    def in_turn(
        self, wished: Joined, *, order: Sequence[int] = (), given: Sequence[Use] = ()
    ) -> Joined:
        """Plan one project after another round the others, the hardest first if not said.

        Parameters
        ----------
        given
            What some of them are given and others have to leave.
        """
        board = self.board
        taken = [*given, *(use for one in wished for use in self.board.promised(one))]
        done: dict[int, Placed] = {}
        for number in order or self.board.hardest_first:
            taken = board.others(taken, number)
            still = board.still(wished[number], taken)
            done[number] = still or board.placed(number, taken)
            taken += done[number].uses
        return tuple(done[number] for number in range(len(wished)))

    def improved(self, plan: Joined, alone: Joined) -> Iterator[Better]:
        """Give better and better plans, until nothing that is tried makes one better."""
        bound: Values = self.board.values(alone)
        put: Value | None = None
        says = "Seeing who can have what is best for them at once."
        self.tell(says, plan, bound)
        for found in self.as_alone(plan, alone):
            put = found.best_put or put
            plan = min(plan, found.plan, key=self.board.values)
            yield Better(plan, put)
            self.tell(says, plan, with_best_put(bound, put))
        known = with_best_put(bound, put)
        for better in self.making_room(plan, alone):
            yield Better(better, put)
            self.tell("Making room for groups that lost something to others.", better, known)

    def as_alone(self, plan: Joined, alone: Joined) -> Iterator[Better]:
        """Give plans in which as many as can be have what is best for them."""
        if len(plan) <= FEW:
            yield Better(plan := self.in_turn(alone))
        if self.board.values(plan) == self.board.values(alone):
            return
        how = {"processes": self.work.processes}
        every = side_by_side(partial(best_of, self.board, others=()), range(len(plan)), **how)
        known = [one for one in every if one is not None]
        some = SharingOut.of(self.board, known, most=None)
        given = GivingWay(self.board, alone, some).given() if some else Given({})
        del some  # What tells series apart makes room for what tells more of them apart.
        shared = None
        if len(given.rows) >= NEARLY * len(plan):
            for shared in self._shared_out(alone, known):
                yield shared
        if not shared:
            found = self.with_rows(alone, given)
            yield Better(plan := min(plan, found, key=self.board.values))
            yield from map(Better, self.by_neighbourhoods(plan, alone, every))

    def _shared_out(self, alone: Joined, best: Sequence[Best]) -> Iterator[Better]:
        """Give plans in which all have their best, people being put to it less and less."""
        most = max(self.board.values(alone)[SESSIONS + 1][1], default=0) + MORE
        out = SharingOut.of(self.board, best, most=most)
        found: Given | None = None
        for found in out.improved() if out and len(best) == len(alone) else ():
            yield Better(self.with_rows(alone, found, quickly=True), found.best_put)
        if found:
            yield Better(self.with_rows(alone, found), found.best_put)

    def with_rows(self, alone: Joined, given: Given, *, quickly: bool = False) -> Joined:
        """Plan projects on the candidates they are given, and all others round them."""
        wanted = tuple(given.others.get(one.project, one) for one in alone)
        work = partial(given_rows, self.board, (wanted, given.rows, quickly))
        wished = side_by_side(work, range(len(alone)), processes=self.work.processes)
        hardest = self.board.hardest_first
        order = sorted(hardest, key=lambda number: number not in given.rows)
        return self.in_turn(tuple(wished), order=order, given=given.uses)

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

    def by_neighbourhoods(
        self, plan: Joined, alone: Joined, every: Sequence[Best | None]
    ) -> Iterator[Joined]:
        """Give better and better plans of many projects, some of them planned anew at a time."""
        board, how = self.board, {"processes": self.work.processes}
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
        found = self._planned_anew(plan, alone, moving)
        has_others = len(moving) > 1 and self.board.has_money_of_its_own(number)
        for kind in ("worker", "venue") if has_others else ():
            # Perhaps it can pay the workers others have, or they those it wants, in other rooms.
            kept = [u for each in moving[1:] for u in plan[each].uses if u.kind != kind]
            found = found or self._planned_anew(plan, alone, moving, kept=kept)
        return found

    def _planned_anew(
        self, plan: Joined, alone: Joined, moving: Sequence[int], *, kept: Sequence[Use] = ()
    ) -> Joined:
        """Return some projects planned anew if better, the first of them clear of what is kept."""
        taken = [use for one in plan if one.project not in moving for use in one.uses]
        new: list[Placed] = []
        for place, each in enumerate(moving, 1):
            promised = (use for other in moving[place:] for use in self.board.promised(plan[other]))
            others = [*taken, *promised, *(() if new else kept)]
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
        has_plenty = not board.has_money_of_its_own(wish.project)
        for pick in board.picks(wish):
            spare = board.spare[id(pick.columns)]
            names = list(dict.fromkeys(u.project for u in spare.in_the_way(pick.row, others)))
            first = (turn - 1) % max(len(names), 1)
            for name in (*names[first:], *names[:first]):
                fits = spare.can_hold(pick.row, TakenUp.of(others, board.ties))
                if fits and (has_plenty or board.still(wish, others)):
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
            for one in self._still(others, new) or (() if changed else new):
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

    def tell(self, says: str, plan: Joined, bound: Values = ()) -> None:
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
