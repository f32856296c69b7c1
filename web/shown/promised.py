"""What was promised although it breaks a rule: which session, and what it breaks."""

from collections.abc import Iterator

from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme
from scheduler.spoken_days import spoken_day
from web.names import Names
from web.wording import say


def shown_promised(programme: Programme, plan: Plan) -> tuple[str, ...]:
    """Return a sentence for each rule that a session booked or held breaks, by date."""
    names = Names.of(programme)
    ordered = sorted(plan.sessions, key=lambda each: (each.start, each.project, each.number))
    return tuple(line for chosen in ordered for line in _lines(chosen, names))


def _lines(chosen: Chosen, names: Names) -> Iterator[str]:
    session = names.projects[chosen.project].sessions[chosen.number - 1]
    for says in chosen.breaks:
        yield say(
            "promised.line",
            group=names.project(chosen.project),
            number=chosen.number,
            day=spoken_day(chosen.start.date()),
            state=say(f"promised.{session.state}"),
            says=says,
        )
