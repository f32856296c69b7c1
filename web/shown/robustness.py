"""Which sessions stand when something drops out, and their reserve dates: for the organiser."""

from dataclasses import dataclass

from scheduler.programme import Programme
from scheduler.robustness import Firm, Reserve, Robustness
from scheduler.sentences import listed
from scheduler.spoken_days import spoken_day
from web.names import Names
from web.plan_text import indented
from web.wording import say, when


@dataclass(frozen=True)
class ShownFirm:
    """One session with what it cannot do without."""

    name: str
    says: tuple[str, ...]
    reserve: str
    """Its reserve date in a sentence, or that there is none."""
    tasks: tuple[str, ...]


def shown_robustness(programme: Programme, found: Robustness) -> tuple[ShownFirm, ...]:
    """Return every session in words."""
    names = Names.of(programme)
    return tuple(_shown(firm, names) for firm in found.sessions)


def robustness_text(programme: Programme, found: Robustness) -> str:
    """Return the same as text for the terminal."""
    told = []
    for firm in shown_robustness(programme, found):
        lines = (*firm.says, firm.reserve, *firm.tasks)
        wrapped = (row for line in lines for row in indented(line, 2))
        told.append("\n".join((firm.name, *wrapped)))
    return "\n\n".join(told) or say("robustness.none")


def _shown(firm: Firm, names: Names) -> ShownFirm:
    name = say(
        "robustness.session",
        group=names.project(firm.project),
        number=firm.number,
        day=spoken_day(firm.start.date()),
    )
    if firm.reserve is None:
        return ShownFirm(name, firm.says, say("robustness.no_reserve"), ())
    tasks = tuple(
        say("robustness.task", day=spoken_day(task.due), what=task.what)
        for task in firm.reserve.tasks
    )
    return ShownFirm(name, firm.says, _reserve(firm.reserve, names), tasks)


def _reserve(reserve: Reserve, names: Names) -> str:
    told = say(
        "robustness.reserve",
        when=when(reserve.start, reserve.end),
        venue=names.venue(reserve.venue),
    )
    if reserve.misses:
        who = listed([names.person(code) for code in reserve.misses])
        return f"{told} {say('robustness.misses', who=who)}"
    return f"{told} {say('robustness.worse' if reserve.is_worse else 'robustness.nobody_misses')}"
