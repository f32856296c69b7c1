"""Makes one change to a programme: to a group, to its season, to its sessions."""

from collections.abc import Sequence
from datetime import timedelta

from scheduler.constraint import Relaxation
from scheduler.people import Person
from scheduler.programme import Programme, Project

SHORTEST = 60
"""A session is never made shorter than this many minutes."""
Changed = dict[str, object]
"""Fields by name, with what they become."""


def half_codes(project: Project) -> tuple[str, ...]:
    """Return the codes of the two halves of a project."""
    return f"{project.code}-1", f"{project.code}-2"


def with_project(code: str, changed: Changed, programme: Programme) -> Programme:
    """Return a programme with some fields of one project changed."""
    projects = tuple(
        each.model_copy(update=changed) if each.code == code else each
        for each in programme.projects
    )
    return programme.model_copy(update={"projects": projects})


def given_way(code: str, programme: Programme, *, rule: str, way: Relaxation) -> Programme:
    """Return a programme in which a rule gives, for one project alone."""
    settings = project_called(programme, code).constraints
    own = settings.get(rule, {})
    given = {**(own if isinstance(own, dict) else {}), **way.settings}
    return with_project(code, {"constraints": {**settings, rule: given}}, programme)


def with_sessions(
    code: str, programme: Programme, *, numbers: Sequence[int], changed: Changed
) -> Programme:
    """Return a programme with some fields of some sessions changed, by number."""
    sessions = tuple(
        session.model_copy(update=changed) if number in numbers else session
        for number, session in enumerate(project_called(programme, code).sessions, 1)
    )
    return with_project(code, {"sessions": sessions}, programme)


def fewer_sessions(code: str, numbers: Sequence[int], programme: Programme) -> Programme:
    """Return a programme without some sessions of one project, by number."""
    sessions = enumerate(project_called(programme, code).sessions, 1)
    kept = tuple(session for number, session in sessions if number not in numbers)
    return with_project(code, {"sessions": kept}, programme)


def shorter_sessions(code: str, less: int, programme: Programme) -> Programme:
    """Return a programme whose sessions are shorter, where they are not promised."""
    sessions = tuple(
        session
        if session.is_promised or session.length_minutes - less < SHORTEST
        else session.model_copy(update={"length_minutes": session.length_minutes - less})
        for session in project_called(programme, code).sessions
    )
    return with_project(code, {"sessions": sessions}, programme)


def weeks_longer(weeks: int, programme: Programme) -> Programme:
    """Return a programme that goes on for some more weeks."""
    last = programme.last_day + timedelta(weeks=weeks)
    return programme.model_copy(update={"last_day": last})


def split_in_two(
    code: str, halves: tuple[tuple[Person, ...], ...], programme: Programme
) -> Programme:
    """Return a programme with two projects in place of one, each with half of the group."""
    whole = project_called(programme, code)
    parts = tuple(
        _half(whole, f"{code}-{number}", frozenset(person.code for person in half))
        for number, half in enumerate(halves, 1)
    )
    return _in_place_of(code, parts, programme)


def _half(whole: Project, code: str, people: frozenset[str]) -> Project:
    """Return one half as a project: members, and places to fill by their number."""
    places = [
        (place, sum(stand_in.code in people for stand_in in place.as_people()))
        for place in whole.places_to_fill
    ]
    changed = {
        "code": code,
        "members": tuple(member for member in whole.members if member in people),
        "places_to_fill": tuple(
            place.model_copy(update={"code": f"{code}-{place.code}", "count": count})
            for place, count in places
            if count
        ),
    }
    return whole.model_copy(update=changed)


def visited(code: str, programme: Programme) -> Programme:
    """Let everybody be a group of one, seen where they are: no room and no journey is asked for."""
    whole = project_called(programme, code)
    at_home = {"form": "by phone", "venue": None, "needs_roles": (), "needs_views": ()}
    sessions = tuple(each.model_copy(update=at_home) for each in whole.sessions)
    visits = tuple(
        _half(whole, visit_code(whole, person), frozenset({person.code})).model_copy(
            update={"sessions": sessions}
        )
        for person in programme.group(whole)
        if person.is_lived
    )
    return _in_place_of(code, visits, programme)


def visit_code(project: Project, person: Person) -> str:
    """Return the code of one person's visits, as a project of its own."""
    return f"{project.code}-visit-{person.code}"


def _in_place_of(code: str, parts: Sequence[Project], programme: Programme) -> Programme:
    projects = tuple(
        part for each in programme.projects for part in (parts if each.code == code else (each,))
    )
    return programme.model_copy(update={"projects": projects})


def project_called(programme: Programme, code: str) -> Project:
    """Return the project of a code."""
    return next(project for project in programme.projects if project.code == code)
