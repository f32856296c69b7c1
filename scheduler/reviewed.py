"""What every constraint finds in a finished plan, and what was promised although one forbids it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat

from scheduler.finished import Breach, Finished
from scheduler.in_force import Rules
from scheduler.plan import Chosen, Plan
from scheduler.private import each_once, is_private
from scheduler.programme import Programme


def reviewed(finished: Finished, rules: Mapping[str, Rules]) -> Iterator[Breach]:
    """Let every constraint review the plan.

    Each project's sessions with that project's settings.
    """
    heard: dict[tuple[str, str], tuple[Breach, ...]] = {}
    for code, own in rules.items():
        for rule in own:
            # Set alike, it says the same whichever project it is set for.
            key = (rule.name(), repr(rule))
            if key not in heard:
                heard[key] = tuple(_each_once(rule.review(finished)))
            yield from (breach for breach in heard[key] if breach.project == code)


def broken_promises(finished: Finished, rules: Mapping[str, Rules]) -> tuple[Breach, ...]:
    """Return what would be breaches of the sessions booked or held, had they not been promised."""
    promised = {(m.project.code, m.number) for m in finished.meetings if m.session.is_promised}
    if not promised:
        return ()
    found = reviewed(finished.as_if_nothing_were_promised(), rules)
    return tuple(breach for breach in found if (breach.project, breach.number) in promised)


def with_broken_promises(programme: Programme, plan: Plan, rules: Mapping[str, Rules]) -> Plan:
    """Return a plan that says of each session booked or held which rules it breaks."""
    broken = broken_promises(Finished.of(programme, plan, rules), rules)
    sessions = tuple(_with_own(chosen, broken) for chosen in plan.sessions)
    return plan.model_copy(update={"sessions": sessions}) if broken else plan


def sentences_of(broken: tuple[Breach, ...], project: str, number: int) -> tuple[str, ...]:
    """Return what is said of one session: each sentence once, private needs with their number."""
    own = (breach for breach in broken if (breach.project, breach.number) == (project, number))
    return each_once(breach.says for breach in own)


def _each_once(found: Iterable[Breach]) -> Iterator[Breach]:
    """Give each breach once, private needs as often as there are of them: they all read alike."""
    for breach, many in Counter(found).items():
        yield from repeat(breach, many if is_private(breach.says) else 1)


def _with_own(chosen: Chosen, broken: tuple[Breach, ...]) -> Chosen:
    return chosen.model_copy(update={"breaks": sentences_of(broken, chosen.project, chosen.number)})
