"""What every constraint finds in a finished plan, and what was promised although one forbids it."""

from collections.abc import Iterator, Mapping

from scheduler.finished import Breach, Finished
from scheduler.in_force import Rules
from scheduler.plan import Chosen, Plan
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
                heard[key] = tuple(dict.fromkeys(rule.review(finished)))
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
    """Return what is said of one session, each sentence once."""
    own = (breach for breach in broken if (breach.project, breach.number) == (project, number))
    return tuple(dict.fromkeys(breach.says for breach in own))


def _with_own(chosen: Chosen, broken: tuple[Breach, ...]) -> Chosen:
    return chosen.model_copy(update={"breaks": sentences_of(broken, chosen.project, chosen.number)})
