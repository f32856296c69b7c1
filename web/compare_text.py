"""Plans worth choosing between, as text for the terminal: what each gives and asks, and of whom."""

from collections.abc import Iterator, Sequence

from scheduler.alternatives import Alternative
from scheduler.plan import Chosen
from web.names import Names
from web.plan_text import indented
from web.shown.summary import fairness
from web.wording import say, when


def compare_text(found: Sequence[Alternative]) -> str:
    """Return the plans one under another, the best first."""
    told = ["\n".join(_lines(number, each)) for number, each in enumerate(found, 1)]
    if len(found) == 1:
        possible = found[0].plan.possible
        told.append(say("compare.none") if possible else say("compare.impossible"))
    return "\n\n".join(told)


def _lines(number: int, one: Alternative) -> Iterator[str]:
    yield from indented(say("compare.plan", number=number, says=one.best_at), 0)
    for line in (*one.left_out, one.gives_up, fairness(one.programme, one.plan)):
        yield from indented(line, 3) if line else ()
    for group in _groups(one):
        yield from indented(group, 3)
    if one.differs:
        yield from indented(say("compare.people"), 3)
    for line in one.differs:
        yield from indented(line, 5)


def _groups(one: Alternative) -> Iterator[str]:
    """Give when and where each group meets, a line a session."""
    names = Names.of(one.programme)
    for project in one.programme.projects:
        yield project.label
        for chosen in one.plan.sessions:
            if chosen.project == project.code:
                yield _session(chosen, names)


def _session(chosen: Chosen, names: Names) -> str:
    return say(
        "compare.session",
        number=chosen.number,
        when=when(chosen.start, chosen.end),
        venue=names.venue(chosen.venue),
    )
