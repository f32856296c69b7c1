"""Programmes in which too little fits: the seconds to say why, and whether that is the least."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter, process_time

from benchmarks.asked import Asked, Line
from benchmarks.core_model import Core, core_of
from benchmarks.impossible import an_impossible_programme, kind_of
from benchmarks.machine import machine
from benchmarks.naive_model import NotStatedError
from benchmarks.spread import spread
from constraints import registry
from scheduler.choosing import Desk, desk_for
from scheduler.demands import Demand, Demands
from scheduler.explain import clash_of
from scheduler.files import read_programme
from scheduler.in_force import in_force
from scheduler.offers import offers_for
from scheduler.prechecks import obstacles_of
from scheduler.programme import Programme, Project
from scheduler.second_opinion import opinions
from scheduler.unmet import Offer

SECONDS = (
    "prechecks",
    "conflict",
    "conflict_processor",
    "second_opinion",
    "offers",
    "offers_processor",
)
BAR_SECONDS = 2.0
"""What the smallest conflict and its verification may take together for one project."""


@dataclass(frozen=True)
class Explained:
    """One project in which too little fits, explained."""

    seconds: dict[str, float]
    clash: tuple[Demand, ...]
    is_minimal: bool
    """Whether it clashes, and each part left out no more."""
    is_searched: bool
    """Whether the search that makes plans said so, rather than what found the conflict."""
    offers: tuple[Offer, ...]
    core: Core | None
    core_is_minimal: bool | None
    """Whether the rival's core clashes and no rule of it can be left out; None where none."""

    @property
    def within_the_bar(self) -> bool:
        """Say whether conflict and verification took no longer than they may."""
        return self.seconds["conflict"] <= BAR_SECONDS

    def line(self) -> Line:
        """Return it as one line of figures."""
        core = self.core
        return {
            "seconds": self.seconds,
            "conflict_size": len(self.clash),
            "conflict_rules": len({demand.constraint for demand in self.clash}),
            "verified_minimal": self.is_minimal,
            "verified_by_search": self.is_searched,
            "offers": dict(Counter(offer.kind for offer in self.offers)),
            "core_seconds": round(core.seconds, 3) if core else None,
            "core_status": core.status if core else None,
            "core_rules": len(core.rules) if core else None,
            "core_minimal": self.core_is_minimal,
        }


def lines(asked: Asked) -> Iterator[Line]:
    """Measure project after project: give the machine, a line for each, and what they come to."""
    yield {"machine": machine()}
    done: list[Explained] = []
    fits = 0
    for name, programme in _programmes(asked):
        for project in programme.projects:
            found = _explained(programme, project, asked)
            if found is None:
                fits += 1
                yield {"programme": name, "project": project.code, "skipped": "all fits"}
            else:
                done.append(found)
                yield {"programme": name, "project": project.code, **found.line()}
    yield {"sum": _sum(done, fits), "machine": machine()}


def _programmes(asked: Asked) -> Iterator[tuple[str, Programme]]:
    if asked.file:
        yield asked.file.name, read_programme(asked.file, registry())
        return
    for seed in asked.seeds:
        yield f"seed {seed}, {kind_of(seed)}", an_impossible_programme(seed)


def _explained(programme: Programme, project: Project, asked: Asked) -> Explained | None:
    desk = desk_for(programme, project, in_force(registry(), programme, project))
    desk.columns  # noqa: B018 - a plan has laid them out before anything is explained
    began = perf_counter()
    obstacles_of(desk)
    counted, worked = perf_counter(), process_time()
    demands = Demands(desk)
    missing = demands.missing(demands.whole)
    clash = clash_of(demands) if missing else ()
    found, worked = perf_counter(), process_time() - worked
    if not missing:
        return None
    opinions(desk, clash)
    confirmed, offered = perf_counter(), process_time()
    offers, _ = offers_for(demands, missing)
    ended, offered = perf_counter(), process_time() - offered
    core = _rival(desk, demands, asked.seconds)
    return Explained(
        seconds={
            "prechecks": round(counted - began, 3),
            "conflict": round(found - counted, 3),
            "conflict_processor": round(worked, 3),
            "second_opinion": round(confirmed - found, 3),
            "offers": round(ended - confirmed, 3),
            "offers_processor": round(offered, 3),
        },
        clash=clash,
        is_minimal=_is_minimal(demands, clash),
        is_searched=len(clash) <= MOST_SEARCHED,
        offers=offers,
        core=core,
        core_is_minimal=_of_rules(demands, core) if core and core.rules else None,
    )


def _rival(desk: Desk, demands: Demands, seconds: float) -> Core | None:
    """Return CP-SAT's own core; None where it may take no time or cannot state the project."""
    try:
        return core_of(desk, demands.fitting, seconds) if seconds else None
    except NotStatedError:
        return None


def _is_minimal(demands: Demands, clash: Sequence[Demand]) -> bool:
    """Say whether a conflict is one, and each part of it needed: left out, all is solved again.

    By the search that makes plans, not by what found it; that is asked only where there are so
    many parts that the search would take long.
    """
    ask = demands.missing_by_search if len(clash) <= MOST_SEARCHED else demands.missing
    others = [[each for each in clash if each != demand] for demand in clash]
    return ask(clash) > 0 and not any(ask(rest) for rest in others)


MOST_SEARCHED = 9
"""Up to how many parts a conflict is verified once more by the search that makes plans."""


def _of_rules(demands: Demands, core: Core) -> bool:
    rules = [Demand(name) for name in dict.fromkeys(core.rules)]
    others = [[each for each in rules if each != rule] for rule in rules]
    return demands.missing(rules) > 0 and not any(demands.missing(rest) for rest in others)


def _sum(done: Sequence[Explained], fits: int) -> Line:
    cores = [one for one in done if one.core]
    faster = [one.core.seconds / one.seconds["conflict"] for one in done if one.core]
    return {
        "measured": len(done),
        "skipped_all_fits": fits,
        "within_the_bar": sum(one.within_the_bar for one in done),
        "verified_minimal": sum(one.is_minimal for one in done),
        "verified_by_search": sum(one.is_minimal and one.is_searched for one in done),
        "seconds": {name: spread([one.seconds[name] for one in done]) for name in SECONDS},
        "conflict_size": spread([float(len(one.clash)) for one in done]),
        "cores": len(cores),
        "core_found": sum(bool(one.core and one.core.rules) for one in cores),
        "core_minimal": sum(bool(one.core_is_minimal) for one in cores),
        "core_seconds": spread([one.core.seconds for one in done if one.core]),
        "core_seconds_for_each_of_ours": spread(faster),
    }
