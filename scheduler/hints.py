"""What can be told of a programme before anything is planned, and refuses nothing."""

from collections.abc import Iterator
from typing import Final

from scheduler.constraint import Registry
from scheduler.files.checks.told_in_full import is_known, no_go_words
from scheduler.in_force import in_force
from scheduler.names_shown import names_shown
from scheduler.programme import Programme
from scheduler.sentences import counted, listed
from scheduler.spelling import spelling_hints
from scheduler.untold_days import untold_days, workers_not_known

FACILITATOR: Final = "facilitator"
"""The role of whoever leads a session; no member needs one by them."""


def hints(programme: Programme, constraints: Registry) -> tuple[str, ...]:
    """Return slips of the pen, days nobody told, and rules under which a group can never meet.

    Each with what to do.
    """
    return (
        *spelling_hints(programme),
        *untold_days(programme),
        *workers_not_known(programme),
        *names_shown(programme),
        *_asked_for_by_nobody(programme),
        *_kept_from_nowhere(programme, constraints),
        *_foreseen(programme, constraints),
    )


def _kept_from_nowhere(programme: Programme, constraints: Registry) -> Iterator[str]:
    """Say how many no-go places are none here; neither which nor whose."""
    known = no_go_words(programme, constraints)
    words = {word for person in programme.people for word in person.no_go}
    strange = sum(not is_known(word, known) for word in words)
    if strange:
        names = counted(strange, "word there names", "words there name")
        yield (
            f"people.csv: look at no_go. {names} no venue of this programme, nobody who runs one "
            "and no kind of place, and so keeps nobody away from any room."
        )


def _asked_for_by_nobody(programme: Programme) -> Iterator[str]:
    """Say which facilitators no session asks for.

    Of other workers nothing is said: whether somebody may be needed by a member would show.
    """
    wishes = (session for project in programme.projects for session in project.sessions)
    if any(need.role == FACILITATOR for session in wishes for need in session.workers):
        return
    idle = [each.label for each in programme.workers if each.roles == (FACILITATOR,)]
    if idle:
        yield (
            f"workers.csv: no session asks for a facilitator, so {listed(idle)} will be booked for "
            "none. If that is not meant, add the role to the workers of the sessions."
        )


def _foreseen(programme: Programme, constraints: Registry) -> Iterator[str]:
    for project in programme.projects:
        group = programme.group(project)
        for rule in in_force(constraints, programme, project):
            foreseen = rule.foresee(group)
            if foreseen:
                yield f"{project.label}: {foreseen}"
