"""What a plan comes to: to how many sessions each person can come, and which have no date."""

from collections.abc import Iterator, Sequence

from scheduler.order import wanted
from scheduler.people import Person
from scheduler.plan import Chosen, Coming, Outcome, Plan
from scheduler.programme import Programme, Project
from scheduler.sentences import counted, listed
from scheduler.unmet import Unplaced

WOULD_COME_LESS = (
    "More sessions could be held, but somebody with lived experience would come to fewer for it."
)
"""Why a session has no date where what people miss goes before how many sessions are held."""


def could_hold_more(plan: Plan) -> bool:
    """Say whether a plan leaves out a session so that somebody comes to more of the others."""
    return any(WOULD_COME_LESS in one.reason for one in plan.unplaced)


def outcomes_of(
    programme: Programme, project: Project, sessions: Sequence[Chosen]
) -> tuple[Outcome, ...]:
    """Return what the sessions of a project mean for each member of its group."""
    return tuple(_outcome(project, person, sessions) for person in programme.group(project))


def without_date(programme: Programme, sessions: Sequence[Chosen]) -> Iterator[Unplaced]:
    """Give the sessions that found no date; why and what would help is not known here."""
    held = {(chosen.project, chosen.number) for chosen in sessions}
    for project in programme.projects:
        for number, session in enumerate(project.sessions, 1):
            if (project.code, number) not in held:
                yield Unplaced(
                    project=project.code,
                    number=number,
                    required=session.required,
                    reason=no_date_for(project, number),
                )


def no_date_for(project: Project, number: int) -> str:
    """Say that a session found no date."""
    return f"No date was found for session {number} of {project.label}."


def is_left_out(person: Person, sessions: Sequence[Chosen]) -> bool:
    """Say whether somebody comes to none of a project's sessions, nor leaves a place to others."""
    there = {one.person for chosen in sessions for one in chosen.there}
    down = {one.person for chosen in sessions for one in chosen.absent if one.stands_down}
    return person.code not in there | down


def why_left_out(person: Person, sessions: Sequence[Chosen]) -> str:
    """Say why somebody is left out, with only what they agreed to be said."""
    if not sessions:
        return "No session has a date, so nobody comes to any."
    absences = (one for chosen in sessions for one in chosen.absent)
    reasons = (reason for one in absences if one.person == person.code for reason in one.reasons)
    held = counted(len(sessions), "session")
    none = f"{person.label} can come to 0 of {held} with a date."
    return f"{none} {next(reasons, '')}".rstrip()


def _outcome(project: Project, person: Person, sessions: Sequence[Chosen]) -> Outcome:
    wants = wanted(person, project)
    coming = [one for chosen in sessions for one in chosen.coming if one.person == person.code]
    absent = [one for chosen in sessions for one in chosen.absent if one.person == person.code]
    down, away = sum(o.stands_down for o in absent), sum(bool(o.stays_away) for o in absent)
    expected = [one for chosen in sessions for one in chosen.expected]
    not_counted = sum(one.person == person.code for one in expected)
    legs = [one.way for one in coming if one.way.out_minutes is not None]
    longest = (max(leg.out_minutes or 0, leg.back_minutes or 0) for leg in legs)
    return Outcome(
        person=person.code,
        project=project.code,
        wanted=wants,
        able=len(coming),
        stands_down=down,
        not_counted=not_counted,
        worst_minutes=max(longest, default=None) if len(legs) == len(coming) else None,
        line=_with_not_counted(_line(person, wants, coming, (down, away)), not_counted),
    )


def _line(person: Person, wants: int, coming: Sequence[Coming], given: tuple[int, int]) -> str:
    """Say how many sessions somebody comes to; and how many they could, were it not for others."""
    of, (down, away) = f"of {counted(wants, 'session')}", given
    said = f"{person.label} comes to {len(coming)} {of}."
    if down or away:
        could = f"{person.label} could come to {_could(len(coming) + down + away, wants)}"
        leaves = [f"leaves {counted(down, 'place')} to others"] if down else []
        leaves += [f"stays away from {away} because of an agreement or a limit"] if away else []
        said = f"{listed([f'{could}, comes to {len(coming)}', *leaves])}."
    unsure = sum(not one.sure for one in coming)
    return f"{said} {_not_sure(unsure, len(coming))}".rstrip()


def _could(many: int, wants: int) -> str:
    """Say to how many sessions somebody could come, which may be more than they want."""
    if many <= wants:
        return f"{many} of {counted(wants, 'session')}"
    return f"{counted(many, 'session')}, wants {wants}"


def _with_not_counted(said: str, many: int) -> str:
    """Add how many sessions somebody is expected at that count for nobody yet."""
    if not many:
        return said
    more = counted(many, "more is", "more are")
    return f"{said} {more} not counted: promised against a rule that guards a right."


def _not_sure(unsure: int, coming: int) -> str:
    if not unsure:
        return ""
    if unsure == coming:
        return "None of that is sure yet."
    return f"{unsure} of these {'is' if unsure == 1 else 'are'} not sure yet."
