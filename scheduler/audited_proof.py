"""Checks what a plan says of how sure it is, as far as that can be told without a search."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from scheduler.finished import WHOLE, Breach
from scheduler.in_force import Rules
from scheduler.made_with import are_versions
from scheduler.plan import Certificate, Level, Plan
from scheduler.programme import Programme
from scheduler.put_first import decisions

PROVEN = "every series of sessions weighed exactly"
FOUND = "best of a narrower search"
CHOSEN = "chosen to be best at something else"
"""How a plan was found: by its certificate."""


def proof_breaches(
    programme: Programme, plan: Plan, rules: Mapping[str, Rules]
) -> Iterator[Breach]:
    """Find bounds no plan can have, proofs that do not follow, and settings nobody gave."""
    for level in plan.order:
        yield from _level_breaches(level)
    for earlier, later in pairwise(plan.order):
        if later.proven and not earlier.proven:
            yield _whole(f"{later.name}: proven, although the level before it is not.")
    yield from _certificate_breaches(plan)
    if plan.certificate.put_first != decisions(programme):
        yield _whole("Who is put first, and who decided it, is not as the programme has it.")
    if not are_versions(plan.certificate.versions):
        yield _whole("No plan was made with the versions it tells.")
    yield from _settings_breaches(plan, rules[programme.projects[0].code])


def _whole(says: str) -> Breach:
    return Breach(WHOLE, "", 0, says, "proof")


def _level_breaches(level: Level) -> Iterator[Breach]:
    if level.bound > level.value:
        yield _whole(f"{level.name}: the plan does better than what it says any plan could.")
    if level.bound and len(level.bound) != len(level.value):
        yield _whole(f"{level.name}: value and bound are not of one kind.")
    if level.proven and level.bound != level.value:
        yield _whole(f"{level.name}: only what meets its bound is proven.")


def _certificate_breaches(plan: Plan) -> Iterator[Breach]:
    told = plan.certificate
    is_proven = all(level.proven for level in plan.order)
    methods = (PROVEN,) if is_proven else (FOUND, CHOSEN)
    if told.method not in methods or (told.ended_by == "proof") != is_proven:
        yield _whole("How it was found and whether it is proven do not agree.")
    if not 0 <= told.open_candidates <= told.candidates:
        yield _whole(
            f"It says nothing rules out {told.open_candidates} of {told.candidates} candidates."
        )


def _settings_breaches(plan: Plan, rules: Rules) -> Iterator[Breach]:
    """Find settings that are not those in force in the first project, which are written down."""
    in_force = {rule.name(): rule.settings() for rule in rules}
    expected, told = (
        Certificate(programme="", versions={}, settings=settings).model_dump(mode="json")[
            "settings"
        ]
        for settings in (in_force, plan.certificate.settings)
    )
    titles = {rule.name(): rule.title for rule in rules}
    for name in sorted(expected.keys() | told.keys()):
        if expected.get(name) != told.get(name):
            title = titles.get(name, name)
            yield _whole(f'The settings of "{title}" are not those it was planned with.')
