"""What an audit found, as text for the terminal: what matters to people first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from scheduler.constraint import Constraint, Registry
from scheduler.finished import Breach, Kind
from scheduler.made_with import other_versions
from scheduler.plan import Plan
from scheduler.private import is_private, together
from scheduler.programme import Programme
from scheduler.sentences import counted, listed
from web.shown.promised import shown_promised
from web.shown.summary import by_choice
from web.wording import say

FOLDED: Final[tuple[Kind, ...]] = ("words", "figures", "proof")
"""What a plan only says of itself: a line for each kind, however often."""
FEW: Final = 3
"""So many of a kind are told one by one as well, where nothing else is wrong. Moving one session
by hand makes dozens.
"""


def audit_text(
    programme: Programme, plan: Plan, *, breaches: Sequence[Breach], constraints: Registry
) -> str:
    """Return every breach in a line of its own, and what a plan only says of itself by kind.

    Rules about people and rights come first, then other rules, then who wrongly comes or stays
    away, then the plan's own words and figures; last, what is no breach but may explain some.
    """
    remarks = tuple(_remarks(plan))
    if not breaches:
        return "\n".join((*_kept(programme, plan), *remarks))
    telling = [breach for breach in breaches if breach.kind not in FOLDED]
    telling.sort(key=lambda breach: _rank(breach, constraints))
    lines = (_line(programme, breach, constraints) for breach in _together(telling))
    folded = _folded(programme, breaches, one_by_one=not telling)
    return "\n".join((*dict.fromkeys(lines), *folded, *remarks))


def _remarks(plan: Plan) -> Iterator[str]:
    """Say which versions a plan was made with that are others here: that is no breach."""
    none = say("audit.no_version")
    which = [
        say("audit.version", name=other.name, made=other.made or none, here=other.here or none)
        for other in other_versions(plan.certificate.versions)
    ]
    if which:
        yield say("audit.versions", which=listed(which))


def _kept(programme: Programme, plan: Plan) -> Iterator[str]:
    promised = shown_promised(programme, plan)
    wanted = sum(len(project.sessions) for project in programme.projects)
    if len(plan.sessions) < wanted:
        held = counted(len(plan.sessions), "session")
        yield say("audit.incomplete", held=held, wanted=wanted)
    kept = "audit.kept" if len(plan.sessions) == wanted else "audit.kept_so_far"
    yield say(f"{kept}_except" if promised else kept, many=len(promised))
    yield from (f"  {line}" for line in promised)
    yield from filter(None, (by_choice(programme),))


def _together(telling: Sequence[Breach]) -> Iterator[Breach]:
    """Give the private needs of one session together, with their number, and all else as it is."""
    needs = Counter((b.project, b.number) for b in telling if is_private(b.says))
    for breach in telling:
        says = together(breach.says, needs[breach.project, breach.number])
        yield replace(breach, says=says)


def _rank(breach: Breach, constraints: Registry) -> int:
    if breach.kind == "people":
        return 2
    rule = constraints.get(breach.constraint)
    return 0 if rule is not None and _is_about_people(rule) else 1


def _is_about_people(rule: type[Constraint]) -> bool:
    return rule.is_right or bool({"person", "way", "group", "present"} & set(rule.asks_for()))


def _line(programme: Programme, breach: Breach, constraints: Registry) -> str:
    rule = constraints.get(breach.constraint)
    # Which rule speaks of somebody may tell what they did not: that they lamb, or keep a feast.
    named = f" ({rule.title})" if rule and not rule.reads_person() else ""
    return f"{_where(programme, breach)}{breach.says}{named}"


def _where(programme: Programme, breach: Breach) -> str:
    labels = {project.code: project.label for project in programme.projects}
    label = labels.get(breach.project, breach.project)
    if not label:
        return ""
    return f"{label}, session {breach.number}: " if breach.number else f"{label}: "


def _folded(programme: Programme, breaches: Sequence[Breach], *, one_by_one: bool) -> Iterator[str]:
    many = Counter(breach.kind for breach in breaches)
    for kind in FOLDED:
        if many[kind]:
            name = f"audit.{kind}" if many[kind] > 1 else f"audit.{kind}_one"
            yield say(name, many=many[kind])
        own = (breach for breach in breaches if breach.kind == kind)
        if one_by_one and many[kind] <= FEW:
            yield from (f"  {_where(programme, breach)}{breach.says}" for breach in own)
    if any(many[kind] for kind in FOLDED):
        yield say("audit.keep")
