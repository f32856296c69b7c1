"""A handful of plans worth choosing between: each is best at something the best plan gives up.

In none of them do people with lived experience miss more of their sessions.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from scheduler.audit import audit
from scheduler.audited_proof import CHOSEN
from scheduler.constraint import Registry
from scheduler.differences import differences
from scheduler.figures import Figures, figures_of, worse_at
from scheduler.outcomes import could_hold_more
from scheduler.plan import Chosen, Level, Plan
from scheduler.planner import Planner, make_plan, written_and_checked
from scheduler.programme import Programme
from scheduler.progress import Progress, Told, told_nothing
from scheduler.search import Effort
from scheduler.sentences import counted
from scheduler.spoken_days import spoken_day
from scheduler.variants import Variants, spoken


@dataclass(frozen=True)
class Alternative:
    """One plan to choose, with what it is best at and what it gives up."""

    name: str
    """best, more, fewer, cheapest, nearest, steadiest or earliest."""
    programme: Programme
    """What it is a plan of: the programme itself, or one with fewer sessions."""
    plan: Plan
    figures: Figures
    best_at: str
    """A sentence on what it is best at."""
    gives_up: str
    """A sentence on what it gives up against the best plan."""
    left_out: tuple[str, ...] = ()
    """Sessions given up, a sentence each."""
    differs: tuple[str, ...] = ()
    """What differs for each person, a sentence each."""


@dataclass(frozen=True)
class _Kind:
    """One way to be best: how a programme asks for it, and how it is told."""

    name: str
    better: Callable[[Figures, Figures], bool]
    """Whether it is surely better than the best plan."""
    says: Callable[[Figures, Figures], str]


def alternatives(
    programme: Programme, constraints: Registry, *, told: Told = told_nothing
) -> tuple[Alternative, ...]:
    """Return the best plan and what else is worth choosing, each checked by the audit.

    Where not every required session can be held, there is the best part of a plan alone.
    """
    wished = sum(len(project.sessions) for project in programme.projects)
    plan = make_plan(programme, constraints, told=told)
    best = Alternative(
        name="best",
        programme=programme,
        plan=plan,
        figures=figures_of(programme, plan, wished=wished),
        best_at="The best plan, point by point in the order of concern.",
        gives_up="",
    )
    comparing = _Comparing(best, constraints, wished, told)
    if not plan.possible:
        return (best, *comparing.with_more_sessions())
    found = (*comparing.with_more_sessions(), *comparing.found())
    return (best, *(one for one in found if not _is_beaten(one, found)))


@dataclass(frozen=True, eq=False)
class _Comparing:
    """The best plan and what else is tried beside it."""

    best: Alternative
    constraints: Registry
    wished: int
    told: Told

    @cached_property
    def variants(self) -> Variants:
        """The programmes that ask for something else first."""
        return Variants(self.best.programme, self.best.plan, self.constraints)

    def with_more_sessions(self) -> Iterator[Alternative]:
        """Give the plan with as many sessions as can be held, where the best leaves some out.

        That is where one group put who comes first: somebody then comes to fewer sessions.
        """
        programme = self.best.programme
        if len(programme.projects) > 1 or not could_hold_more(self.best.plan):
            return
        planner = Planner(programme, self.constraints, Effort(), told_nothing, sessions_first=True)
        alone = planner.alone()
        plan = self._of_the_whole(written_and_checked(planner, alone, alone))
        figures = figures_of(programme, plan, wished=self.wished)
        if figures.not_held < self.best.figures.not_held:
            yield self._told(_MORE, programme, plan)

    def found(self) -> tuple[Alternative, ...]:
        """Return every other plan that is better at something; one may be better at several."""
        found: dict[tuple[Chosen, ...], Alternative] = {}
        for number, kind in enumerate(_KINDS):
            self.told(Progress(self.best.programme.name, _TRIES[kind.name], number, len(_KINDS)))
            made = (self._made(kind, *asked) for asked in self._asked(kind.name))
            one = next(filter(None, made), None)
            if one is not None:
                same = found.setdefault(one.plan.sessions, one)
                if same is not one:
                    both = f"{same.best_at} {one.best_at}"
                    found[one.plan.sessions] = replace(same, best_at=both)
        return tuple(found.values())

    def _asked(self, name: str) -> Iterator[tuple[Programme, tuple[Chosen, ...]]]:
        """Give the programmes that ask for something, and the sessions each gives up."""
        if name != "fewer":
            yield getattr(self.variants, name)(), ()
            return
        for gone in self.variants.fewer():
            fewer = self.variants.without(gone)
            yield from () if fewer is None else ((fewer, gone),)

    def _made(self, kind: _Kind, asked: Programme, gone: Sequence[Chosen]) -> Alternative | None:
        """Return the plan of a programme that asks for something, if it is worth choosing."""
        plan = make_plan(asked, self.constraints)
        if not plan.possible:
            return None
        programme = asked if kind.name == "fewer" else self.best.programme
        plan = plan if kind.name == "fewer" else self._of_the_whole(plan)
        figures = figures_of(programme, plan, wished=self.wished)
        if not self._is_worth_it(kind, figures) or audit(programme, plan, self.constraints):
            return None
        one = self._told(kind, programme, plan)
        return replace(one, left_out=tuple(self._left_out(gone)))

    def _left_out(self, gone: Sequence[Chosen]) -> Iterator[str]:
        """Say which sessions are given up, and which of them were to be held."""
        labels = {project.code: project.label for project in self.best.programme.projects}
        for chosen in gone:
            which = spoken(chosen, of=labels[chosen.project])
            to_be_held = ", which was to be held" if self.variants.wish(chosen).required else ""
            yield f"Without {which}{to_be_held}."

    def _told(self, kind: _Kind, programme: Programme, plan: Plan) -> Alternative:
        figures = figures_of(programme, plan, wished=self.wished)
        return Alternative(
            name=kind.name,
            programme=programme,
            plan=plan,
            figures=figures,
            best_at=kind.says(figures, self.best.figures),
            gives_up=_gives_up(figures, self.best.figures),
            differs=tuple(differences(self.best.plan, plan, programme)),
        )

    def _is_worth_it(self, kind: _Kind, figures: Figures) -> bool:
        best = self.best.figures
        nobody_loses = figures.lived_missed <= best.lived_missed
        return (nobody_loses or kind.name == "fewer") and kind.better(figures, best)

    def _of_the_whole(self, plan: Plan) -> Plan:
        """Return a plan made from a restricted programme as a plan of the whole one.

        What is proven of the best plan is proven of it only as far as the two are equal.
        """
        made = self.best.plan.certificate
        method = {"method": CHOSEN, "ended_by": "work limit"}
        order, equal = list[Level](), True
        for own, best in zip(plan.order, self.best.plan.order, strict=True):
            equal = equal and own.value == best.value
            unproven = Level(name=own.name, value=own.value, bound=(), proven=False)
            order.append(best if equal else unproven)
        whole = {
            "order": tuple(order),
            "obstacles": self.best.plan.obstacles,
            "certificate": made.model_copy(update=method),
        }
        return plan.model_copy(update=whole)


def what_fewer_change(now: Figures, best: Figures) -> str:
    """Say what people with lived experience miss less: how many do, how much, or at the most."""
    said = f"With {counted(now.not_held - best.not_held, 'session')} fewer, "
    few, many = (sum(missed > 0 for missed in each.lived_sessions) for each in (now, best))
    if few < many:
        who = counted(few, "person", "people") if few else "nobody"
        return f"{said}{who} with lived experience would miss one, instead of {many}."
    less, more = (sum(each.lived_sessions) for each in (now, best))
    if less < more:
        sessions = counted(less, "session")
        return (
            f"{said}people with lived experience would miss {sessions} in all, instead of {more}."
        )
    most, before = now.lived_sessions[0], best.lived_sessions[0]
    return f"{said}nobody with lived experience would miss more than {most}, instead of {before}."


def _cheap(now: Figures, best: Figures) -> str:
    """Say how cheap it is: a plan of fewer sessions may cost less than any of all."""
    if now.not_told or best.not_told:
        return "It costs less, whatever it is that nobody has said"
    if now.not_held > best.not_held:
        return "It costs less"
    return "It costs least without giving up a session"


_KINDS = (
    _Kind("fewer", lambda now, best: now.lived_sessions < best.lived_sessions, what_fewer_change),
    _Kind(
        "cheapest",
        Figures.costs_less_than,
        lambda now, best: f"{_cheap(now, best)}: {now.cost_instead_of(best)}.",
    ),
    _Kind(
        "nearest",
        Figures.is_nearer_than,
        lambda now, best: (
            "Nobody with lived experience travels far: the longest journey is "
            f"{now.journey} instead of {best.journey if best.untimed else best.longest}."
        ),
    ),
    _Kind(
        "steadiest",
        lambda now, best: now.changes < best.changes,
        lambda now, best: (
            "It is the easiest to remember: weekday, hour and place change "
            f"{counted(now.changes, 'time')} instead of {best.changes}."
        ),
    ),
    _Kind(
        "earliest",
        lambda now, best: now.last_day < best.last_day,
        lambda now, best: (
            f"It is over soonest: on {spoken_day(now.last_day)} instead of "
            f"{spoken_day(best.last_day)}."
        ),
    ),
)
"""What is tried beside the best plan, in order."""

_MORE = _Kind(
    "more",
    lambda now, best: now.not_held < best.not_held,
    lambda now, best: (
        f"{counted(best.not_held - now.not_held, 'more session is', 'more sessions are')} held."
    ),
)
"""What is tried where the best plan leaves out what could be held."""

_TRIES = {
    "fewer": "Looking whether fewer sessions would leave fewer people out.",
    "cheapest": "Looking for the cheapest plan.",
    "nearest": "Looking for shorter journeys.",
    "steadiest": "Looking for the same day, hour and place.",
    "earliest": "Looking for an earlier end.",
}


def _is_beaten(one: Alternative, found: Sequence[Alternative]) -> bool:
    return any(other.figures.beats(one.figures) for other in found)


def _gives_up(now: Figures, best: Figures) -> str:
    worse = worse_at(now, best)
    return f"In return: {'; '.join(worse)}." if worse else "Nothing that is counted is worse."
