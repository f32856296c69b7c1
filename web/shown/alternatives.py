"""Other good plans side by side: what each gives, what it asks, and of whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scheduler.figures import Figures, figures_of
from scheduler.money.unpriced import as_known
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme, Project
from scheduler.sentences import counted
from scheduler.spoken_days import spoken_day
from web.choices import Choice
from web.names import Names
from web.shown.costs import Bar, bars
from web.shown.equity import Row
from web.shown.summary import fairness
from web.shown.sums import sum_of
from web.wording import hours, minutes, money, say


@dataclass(frozen=True)
class ShownChoice:
    """One plan to choose, in words."""

    name: str
    title: str
    gives: str
    """What it is best at."""
    asks: str
    """What it gives up against the best plan; empty for that."""
    left_out: tuple[str, ...]
    misses: str
    """What people with lived experience miss in it."""
    differs: tuple[str, ...]
    """What is different for whom."""
    is_yours: bool
    """Whether it is the plan one has already."""


@dataclass(frozen=True)
class ShownAlternatives:
    """Every plan to choose from, and all of them side by side."""

    choices: tuple[ShownChoice, ...]
    heads: tuple[str, ...]
    """What each plan is called, in the order of the values in a row."""
    figures: tuple[Row, ...]
    dates: tuple[Row, ...]
    costs: tuple[Bar, ...]
    """What each plan costs, as bars."""
    says: str
    """That there is nothing to choose between; empty where there is."""


@dataclass(frozen=True)
class _Column:
    """One plan among those side by side."""

    title: str
    programme: Programme
    plan: Plan
    is_asked_about: bool


def shown_alternatives(
    programme: Programme, plan: Plan, choices: Sequence[Choice], *, used: Plan | None = None
) -> ShownAlternatives:
    """Return the plans to choose from beside the plan that was asked about.

    Parameters
    ----------
    used
        The plan that is used in its place, where it was set aside.
    """
    used = used or plan
    columns = [
        _Column(_title(each, plan, used), each.programme, each.plan, _same(each.plan, plan))
        for each in choices
    ]
    if not any(column.is_asked_about for column in columns):
        own = "alternatives.yours" if _same(plan, used) else "alternatives.aside"
        columns.insert(0, _Column(say(own), programme, plan, is_asked_about=True))
    wished = sum(len(project.sessions) for project in programme.projects)
    return ShownAlternatives(
        tuple(_choice(each, _title(each, plan, used), used) for each in choices),
        tuple(column.title for column in columns),
        tuple(_figures(columns, wished)),
        tuple(_dates(programme, columns)),
        bars([(c.title, sum_of(c.plan.costs), c.plan.costs.pence) for c in columns]),
        _says(columns),
    )


def reason_for(choice: Choice) -> str:
    """Return why a plan that was chosen took the place of another."""
    return say("alternatives.reason", best_at=choice.said.best_at)


def _same(one: Plan, other: Plan) -> bool:
    return one.sessions == other.sessions


def _title(choice: Choice, plan: Plan, used: Plan) -> str:
    title = say(f"alternatives.{choice.said.name}")
    if _same(choice.plan, used):
        return say("alternatives.yours_too", title=title)
    return say("alternatives.aside_too", title=title) if _same(choice.plan, plan) else title


def _says(columns: Sequence[_Column]) -> str:
    if len(columns) > 1:
        return ""
    return say("compare.none" if columns[0].plan.possible else "compare.impossible")


def _choice(choice: Choice, title: str, used: Plan) -> ShownChoice:
    said = choice.said
    return ShownChoice(
        name=said.name,
        title=title,
        gives=said.best_at,
        asks=said.gives_up,
        left_out=said.left_out,
        misses=fairness(choice.programme, choice.plan),
        differs=said.differs,
        is_yours=_same(choice.plan, used),
    )


def _figures(columns: Sequence[_Column], wished: int) -> Iterator[Row]:
    every = [figures_of(each.programme, each.plan, wished=wished) for each in columns]
    told = [_told(figures, wished) for figures in every]
    for name in told[0]:
        meaning = say(f"alternatives.{name}_means")
        yield Row(say(f"alternatives.{name}"), meaning, tuple(each[name] for each in told))


def _told(figures: Figures, wished: int) -> dict[str, str]:
    """Return a plan in figures as people read them, by what is told."""
    missing = sum(many > 0 for many in figures.lived_sessions)
    who = counted(missing, "person", "people") if missing else say("alternatives.nobody")
    return {
        "held": say("alternatives.some_of", some=wished - figures.not_held, of=wished),
        "missing": who,
        "others": counted(figures.others_missed, "session"),
        "put_to_it": counted(figures.put_to_it, "time"),
        "journeys": str(figures.bad_journeys),
        "longest": _longest(figures),
        "changes": counted(figures.changes, "time"),
        "cost": as_known(money(figures.pence), figures.unknown),
        "last": spoken_day(figures.last_day),
    }


def _longest(figures: Figures) -> str:
    """Return the longest journey, as far as it is known."""
    if not figures.untimed:
        return minutes(figures.longest)
    least = say("equity.at_least", length=minutes(figures.longest))
    return least if figures.longest else minutes(None)


def _dates(programme: Programme, columns: Sequence[_Column]) -> Iterator[Row]:
    """Give each session with its dates side by side; one as in the plan asked about is the same."""
    names = Names.of(programme)
    yours = next(column for column in columns if column.is_asked_about)
    for project in programme.projects:
        group = project.label if len(programme.projects) > 1 else ""
        every = [_held(column, project) for column in columns]
        usual = _held(yours, project)
        for number, wish in enumerate(project.sessions, start=1):
            titled = "session.titled" if wish.title else "session.untitled"
            yield Row(
                say(titled, number=number, title=wish.title),
                group,
                tuple(
                    _cell(
                        held[number - 1],
                        names,
                        usual=None if own.is_asked_about else usual[number - 1],
                    )
                    for held, own in zip(every, columns, strict=True)
                ),
            )


def _held(column: _Column, project: Project) -> tuple[Chosen | None, ...]:
    """Return what a plan holds for each session of a group, nothing for one it gave up."""
    own = next(each for each in column.programme.projects if each.code == project.code)
    left = list(enumerate(own.sessions, start=1))
    found: list[Chosen | None] = []
    for wish in project.sessions:
        is_there = bool(left) and left[0][1] == wish
        found.append(column.plan.session(own.code, left.pop(0)[0]) if is_there else None)
    return tuple(found)


def _cell(held: Chosen | None, names: Names, *, usual: Chosen | None) -> str:
    if held is None:
        return say("alternatives.not_held")
    if usual and (held.start, held.venue) == (usual.start, usual.venue):
        return say("alternatives.same")
    return say(
        "alternatives.when",
        day=spoken_day(held.start.date()),
        hours=hours(held.start, held.end),
        venue=names.venue(held.venue),
    )
