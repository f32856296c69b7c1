"""What a plan costs, as rows people read: by what it is for, and session by session."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final, get_args

from scheduler.money.bill import CostLine, Kind, SessionCosts
from scheduler.money.lines import TAXI
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme
from web.names import Names
from web.plan_text import WIDTH, indented
from web.shown.sums import sum_of, sum_said
from web.wording import money, say, when

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
COLUMNS: Final = ("what", "many", "each", "together", "paid", "rate")


@dataclass(frozen=True)
class Bar:
    """One bar beside others, with the same in words."""

    name: str
    says: str
    """How much it is, in words."""
    percent: int
    """How long it is, of the longest."""


@dataclass(frozen=True)
class ShownCosts:
    """What one session costs, in words."""

    heading: str
    says: str
    """What it comes to."""
    rows: tuple[tuple[str, ...], ...]
    """Its lines: what, how many, each, together, how it is paid, which rate."""


@dataclass(frozen=True)
class ShownBill:
    """What a plan costs, in words."""

    lead: str
    warnings: tuple[str, ...]
    kinds: tuple[Bar, ...]
    """By what it is for."""
    sessions: tuple[ShownCosts, ...]
    rates: tuple[str, ...]
    """Every rate that was used, with its version."""


def shown_bill(programme: Programme, plan: Plan) -> ShownBill:
    """Return what a plan costs."""
    costs, names = plan.costs, Names.of(programme)
    chosen = {(each.project, each.number): each for each in plan.sessions}
    lines = [line for one in costs.sessions for line in one.lines]
    ordered = sorted(costs.sessions, key=lambda one: chosen[one.project, one.number].start)
    return ShownBill(
        lead=say("costs.lead", cost=sum_of(costs)) if lines else say("costs.nothing"),
        warnings=costs.warnings,
        kinds=bars(tuple(_by_kind(lines))),
        sessions=tuple(_session(one, chosen[one.project, one.number], names) for one in ordered),
        rates=tuple(sorted({rate for line in lines for rate in _rates(line)})),
    )


def shown_reaches(programme: Programme, plan: Plan) -> tuple[str, ...]:
    """Return how far the money for each group reaches, told for each where there are several."""
    names, several = Names.of(programme), len(programme.projects) > 1
    return tuple(
        f"{names.project(one.project)}: {says}" if several else says
        for one in plan.costs.reaches
        for says in (" ".join(one.says),)
    )


def bars(amounts: Sequence[tuple[str, str, int]]) -> tuple[Bar, ...]:
    """Return bars beside one another: what each is called, what it says and how much it is."""
    longest = max((pence for _, _, pence in amounts), default=0)
    return tuple(
        Bar(name, says, round(100 * pence / longest) if longest else 0)
        for name, says, pence in amounts
    )


def bill_text(programme: Programme, plan: Plan) -> str:
    """Return the same as text for the terminal."""
    shown = shown_bill(programme, plan)
    told = wrap(shown.lead, WIDTH)
    for warning in shown.warnings:
        told += ["", *wrap(warning, WIDTH)]
    width = max((len(bar.name) for bar in shown.kinds), default=0)
    drawn = [
        f"  {bar.name:<{width}}  {'#' * max(1, round(bar.percent / 4)):<25}  {bar.says}"
        for bar in shown.kinds
    ]
    told += ["", say("costs.by_kind"), *drawn] if drawn else []
    for one in shown.sessions:
        told += ["", *wrap(f"{one.heading}: {one.says}", WIDTH)]
        told += [line for row in one.rows for line in indented(_as_text(row), 2)]
    return "\n".join(told)


def _as_text(row: tuple[str, ...]) -> str:
    what, many, each, together, paid, rate = row
    says = say("costs.line", what=what, many=many, each=each, together=together, paid=paid)
    return say("costs.line_rate", line=says, rate=rate) if rate else says


def _by_kind(lines: Sequence[CostLine]) -> Iterator[tuple[str, str, int]]:
    for kind in KINDS:
        own = [line for line in lines if line.kind == kind]
        if own:
            pence = sum(line.pence or 0 for line in own)
            says = sum_said(pence, own, estimated=any(line.estimated for line in own))
            yield say(f"costs.kind_{kind}"), says, pence


def _rates(line: CostLine) -> list[str]:
    """Return the rates a line goes by: taxis of several councils stand in one line."""
    several = line.rate.split("; ") if line.what == TAXI else [line.rate]
    return [rate for rate in several if rate and line.kind != "room"]


def _session(costs: SessionCosts, chosen: Chosen, names: Names) -> ShownCosts:
    several = f"{names.project(chosen.project)}, " if len(names.projects) > 1 else ""
    heading = f"{several}{when(chosen.start, chosen.end)}, {names.venue(chosen.venue)}"
    return ShownCosts(heading, sum_of(costs), tuple(_row(line) for line in costs.lines))


def _row(line: CostLine) -> tuple[str, ...]:
    unknown = say("costs.unknown")
    others = unknown if line.pence is None else say("costs.not_alike")
    each = others if line.each_pence is None else money(line.each_pence)
    together = unknown
    if line.pence is not None:
        together = sum_said(line.pence, (line,), estimated=line.estimated)
    paid = say(f"costs.paid_{line.paid.replace(' ', '_')}")
    return line.what, str(line.many), each, together, paid, line.rate
