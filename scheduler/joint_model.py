"""Several projects stated for CP-SAT at once, with the people, workers and rooms they share."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from ortools.sat.python import cp_model

from scheduler.choosing import Desk
from scheduler.joint_appointments import Appointment
from scheduler.joint_parts import Part, Placed, Sharing
from scheduler.joint_sides import Side, in_several
from scheduler.lacking import needs_at
from scheduler.model import NoAnswerError, SeriesModel, solved, sum_of
from scheduler.staffing import free_together, missing
from scheduler.venues import Venue

Literal = cp_model.IntVar
FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)


@dataclass(frozen=True)
class Weighed:
    """Dates that the solver found, or else the parts it blames."""

    placed: tuple[Placed, ...] | None
    blamed: tuple[Part, ...] = ()


class JointModel:
    """Several projects in one model, in which each part may be asked for or not."""

    def __init__(self, desks: Sequence[Desk]) -> None:
        """State every project, and what no two sessions may need at once."""
        self.cp = cp_model.CpModel()
        self.asked: dict[Part, Literal] = {}
        self.shared = Sharing.of(desks)
        self.origin = min(int(own.grid.opens[0]) for desk in desks for own in desk.screened)
        sides = _sides(desks, self.shared)
        self.appointments = [one for side in sides for one in self._stated(side)]
        users = self._users()
        for part, own in users.items():
            self._state_never_twice(part, own)
        for away in self.appointments:
            for part, literal in away.away.items():
                self._state_elsewhere(away, part, literal, users.get(part, ()))

    def answer(self, parts: Iterable[Part], *, presolve: bool = True) -> tuple[Placed, ...] | None:
        """Return dates under which some parts hold; None where there are none.

        Raises
        ------
        NoAnswerError
            If the solver gives up.
        """
        cp = self.cp.clone()
        for part in parts:
            cp.add(self.asked[part] == 1)
        found = solved(cp, presolve=presolve, relax=False)
        if found.status == cp_model.INFEASIBLE:
            return None
        if found.status not in FOUND:
            raise NoAnswerError(f"the solver gave {found.solver.status_name(found.status)}")
        return tuple(self._placed(found.solver))

    def weighed(self, parts: Sequence[Part]) -> Weighed:
        """Return dates under which some parts hold, or which of them the solver blames.

        Quicker than `answer`, and not to be told to anybody without it.
        """
        cp = self.cp.clone()
        cp.add_assumptions([self.asked[part] for part in parts])
        # With presolve, OR-Tools 9.15 may blame what was never assumed (its issue 5141).
        found = solved(cp, presolve=False, relax=False)
        if found.status in FOUND:
            return Weighed(tuple(self._placed(found.solver)))
        if found.status != cp_model.INFEASIBLE:
            return Weighed(None, tuple(parts))
        blamed = set(found.solver.sufficient_assumptions_for_infeasibility())
        return Weighed(None, tuple(part for part in parts if self.asked[part].index in blamed))

    def _placed(self, solver: cp_model.CpSolver) -> Iterator[Placed]:
        for one in self.appointments:
            taken = [i for i, literal in enumerate(one.taken) if solver.boolean_value(literal)]
            if taken:
                team = {
                    part.code
                    for part, literal in one.needs.items()
                    if part.kind == "worker" and solver.boolean_value(literal)
                }
                listed = (w.code for w in one.grid.programme.workers if w.code in team)
                yield Placed(one.side.pick(one.number, taken[0]), tuple(listed))

    def _stated(self, side: Side) -> Iterator[Appointment]:
        """State one project by itself and give its sessions."""
        series = SeriesModel(side.course, side.choices, self.cp)
        wanted = self._asking(Part("project", side.desk.project.code))
        for number, taken in enumerate(series.taken):
            if side.course.required[number]:
                self.cp.add(series.held(number) == 1).only_enforce_if(wanted)
            one = Appointment(side, number, taken, self._moment(side, number))
            self._state_begins(one)
            self._state_people(one)
            self._state_rooms(one)
            self._state_workers(one)
            yield one

    def _asking(self, part: Part) -> Literal:
        if part not in self.asked:
            self.asked[part] = self.cp.new_bool_var(":".join(part))
        return self.asked[part]

    def _moment(self, side: Side, number: int) -> Literal:
        """Return when a session begins: at one of the starts open to it."""
        columns = side.wide[number].columns
        opens = columns.grid.opens[np.unique(columns.start)] - self.origin
        domain = cp_model.Domain.from_values(opens.tolist() or [0])
        return self.cp.new_int_var_from_domain(domain, "")

    def _state_begins(self, one: Appointment) -> None:
        for start in np.unique(one.starts).tolist():
            here = self._any(one.where(one.starts == start))
            moment = int(one.grid.opens[start]) - self.origin
            self.cp.add(one.begins == moment).only_enforce_if(here)

    def _state_people(self, one: Appointment) -> None:
        coming, away = one.side.choices[one.number].coming, one.side.away(one.number)
        for p in np.flatnonzero(one.side.wide[one.number].shared).tolist():
            part = Part("person", one.grid.people[p].code)
            one.needs[part] = self._any(one.where(coming[:, p]))
            if away[:, p].any():
                one.away[part] = self._any(one.where(away[:, p]))

    def _state_rooms(self, one: Appointment) -> None:
        rooms = one.side.wide[one.number].rooms
        for v in np.unique(one.venues).tolist():
            if rooms[v]:
                part = Part("venue", one.grid.venues[v].code)
                one.needs[part] = self._any(one.where(one.venues == v))

    def _state_workers(self, one: Appointment) -> None:
        """Give every need of a session a worker of its own who is free then."""
        needs = needs_at(one.grid)
        sets, which = free_together(one.grid, needs)
        booked: dict[Part, list[Literal]] = {}
        for n, need in enumerate(needs):
            able = dict.fromkeys(w.code for own in sets for w in own if need.is_met_by(w))
            books = {Part("worker", code): self.cp.new_bool_var("") for code in able}
            for part, book in books.items():
                busy = np.array([all(w.code != part.code for w in own) for own in sets])[which]
                self.cp.add(sum_of([book, *one.where(busy[one.starts])]) <= sum_of(one.taken))
                booked.setdefault(part, []).append(book)
            lacking = (missing(needs[: n + 1], own) for own in sets)
            unmet = np.array([need in each for each in lacking])[which]
            spared = one.where(unmet[one.starts])
            self.cp.add(sum_of([*books.values(), *spared]) >= sum_of(one.taken))
        one.needs.update({part: self._any(books) for part, books in booked.items()})

    def _any(self, literals: Sequence[Literal]) -> Literal:
        """Return whether one of some is true; no two of them may be."""
        if len(literals) == 1:
            return literals[0]
        found = self.cp.new_bool_var("")
        self.cp.add(sum_of(literals) == found)
        return found

    def _users(self) -> dict[Part, list[Appointment]]:
        """Return who needs what, of all that several projects need and cannot have at once."""
        users: dict[Part, list[Appointment]] = {}
        for one in self.appointments:
            for part in one.needs:
                if part.kind in self.shared.kinds:
                    users.setdefault(part, []).append(one)
        return {part: own for part, own in users.items() if len({o.project for o in own}) > 1}

    def _state_never_twice(self, part: Part, users: Sequence[Appointment]) -> None:
        """Keep one person, worker or room from being needed twice at once, while it is asked."""
        counts = {one: self._both(one.needs[part], self._asking(part)) for one in users}
        if any(tie.who == part.kind for tie in self.shared.between):
            for one, other in combinations(users, 2):
                if one.project != other.project:
                    self._state_apart(part, (one, other), [counts[one], counts[other]])
            return
        stretches = {one: self._stretch(one, part, counts[one]) for one in users}
        wanted = [s for one, s in stretches.items() if not one.grid.session.is_promised]
        self.cp.add_no_overlap(wanted)
        # Two promises stand, however near they are.
        for one, stretch in stretches.items():
            if one.grid.session.is_promised:
                self.cp.add_no_overlap([*wanted, stretch])

    def _stretch(self, one: Appointment, part: Part, is_there: Literal) -> cp_model.IntervalVar:
        before, after = self.shared.around(one.grid, part)
        size = before + one.grid.session.length_minutes + after
        begins = one.begins - before
        return self.cp.new_optional_fixed_size_interval_var(begins, size, is_there, "")

    def _state_apart(
        self, part: Part, pair: Sequence[Appointment], counts: Sequence[Literal]
    ) -> None:
        """Leave time from one of two sessions to the other's room, whichever is first."""
        if all(one.grid.session.is_promised for one in pair):
            return
        one, other = pair
        first = self.cp.new_bool_var("")
        for (here, at_one), (there, at_other) in product(self._rooms(one), self._rooms(other)):
            held = [*counts, at_one, at_other]
            out, back = (
                self.shared.way(part, grids, rooms)
                for grids, rooms in (
                    ((one.grid, other.grid), (here, there)),
                    ((other.grid, one.grid), (there, here)),
                )
            )
            self.cp.add(other.begins >= one.ends() + out).only_enforce_if([*held, first])
            self.cp.add(one.begins >= other.ends() + back).only_enforce_if([*held, ~first])

    def _rooms(self, one: Appointment) -> list[tuple[Venue, Literal]]:
        """Return the rooms a session could be in, and whether it is."""
        rooms = (part for part in one.needs if part.kind == "venue")
        by_code = {venue.code: venue for venue in one.grid.venues}
        return [(by_code[part.code], one.needs[part]) for part in rooms]

    def _both(self, one: Literal, other: Literal) -> Literal:
        both = self.cp.new_bool_var("")
        self.cp.add_bool_or([~one, ~other, both])
        self.cp.add_implication(both, one)
        self.cp.add_implication(both, other)
        return both

    def _state_elsewhere(
        self, away: Appointment, part: Part, literal: Literal, users: Sequence[Appointment]
    ) -> None:
        """Let somebody be away only while they are at another project's session near it."""
        gap = self.shared.most(part.kind)
        there = []
        for other in users:
            if other.project != away.project:
                meets = self.cp.new_bool_var("")
                self.cp.add_implication(meets, other.needs[part])
                self.cp.add(away.begins < other.ends() + gap).only_enforce_if(meets)
                self.cp.add(other.begins < away.ends() + gap).only_enforce_if(meets)
                there.append(meets)
        self.cp.add_bool_or(there).only_enforce_if(literal)


def _sides(desks: Sequence[Desk], shared: Sharing) -> Iterator[Side]:
    """Lay out every project, telling apart only what another of them could notice."""
    members = (desk.project.members for desk in desks if "person" in shared.kinds)
    people, rooms = in_several(members), [_rooms_of(desk) for desk in desks]
    noticed = frozenset().union(*rooms) if shared.between else in_several(rooms)
    for desk in desks:
        yield Side.of(desk, people=people, rooms=noticed)


def _rooms_of(desk: Desk) -> frozenset[str]:
    """Return the rooms in which a project could have a session."""
    return frozenset(
        own.grid.venues[v].code
        for own in desk.columns
        for v in np.unique(own.venue).tolist()
        if not own.grid.venues[v].is_remote
    )
