"""What is taken over after a change is what every rule would have said if asked again."""

from collections.abc import Iterator

import numpy as np
import pytest

from constraints import registry
from scheduler.asked_again import desk_after
from scheduler.changes import Change, other_approaches, other_changes
from scheduler.choosing import Desk, desk_for
from scheduler.in_force import in_force
from scheduler.places_to_fill import PlaceToFill
from scheduler.programme import Programme
from scheduler.remade import project_called
from scheduler.samples import on
from scheduler.screen import Counts
from tests.random_projects import a_project
from tests.scheduler.summer import SESSION, SUMMER, with_person, with_project, with_session
from tests.scheduler.test_explain import desk, small
from tests.scheduler.test_halves import group_of
from tests.scheduler.test_within_means import drawn
from tests.small_programmes import a_small_programme


def _every_change(programme: Programme) -> Iterator[Change]:
    (project, *_) = programme.projects
    yield from other_changes(programme, project, (1,))
    yield from other_approaches(programme, project, (1,))


def _differences(before: Desk, changed: Programme, code: str) -> list[tuple[str, str]]:
    """Return the rules whose answers after a change are not those of a fresh start."""
    project = project_called(changed, code)
    taken_over = desk_after(before, changed, project)
    fresh = desk_for(changed, project, before.rules)
    return [
        (code, name)
        for own, anew in zip(taken_over.screened, fresh.screened, strict=True)
        for name, mask in anew.masks.items()
        if not _same(own.masks[name].degrees, mask.degrees, anew.grid.shape)
    ]


def _same(one: Counts, other: Counts, shape: tuple[int, int, int]) -> bool:
    return np.array_equal(np.broadcast_to(one, shape), np.broadcast_to(other, shape))


def _desk(programme: Programme) -> Desk:
    (project, *_) = programme.projects
    return desk_for(programme, project, in_force(registry(), programme, project))


PROGRAMMES = (
    *((f"small programme {n}", a_small_programme(n)) for n in range(12)),
    *((f"random project {n}", a_project(n)) for n in range(6)),
    ("a group of twelve", group_of(12)),
    (
        "a group with places to fill",
        with_project(group_of(10), places_to_fill=(PlaceToFill(code="new", count=4),)),
    ),
    ("two ways for some, and little money for taxis", drawn(1)),
    (
        "sessions held to days, hours and places",
        with_session(2, with_session(1, SUMMER, day=on("Monday 7 June 2027")), venue="hall"),
    ),
)


@pytest.mark.parametrize(("what", "programme"), PROGRAMMES, ids=[what for what, _ in PROGRAMMES])
def test_after_every_change_answers_are_those_of_a_fresh_start(
    what: str, programme: Programme
) -> None:
    before = _desk(programme)

    found = {
        change.label: [
            different
            for code in change.projects
            for different in _differences(before, change.made(programme), code)
        ]
        for change in _every_change(programme)
    }

    assert found, what
    assert {label: rules for label, rules in found.items() if rules} == {}


def test_the_candidates_after_a_change_are_those_of_a_fresh_start() -> None:
    """Who comes, how they travel and what they pay are taken over with the answers."""
    before, programme = _desk(group_of(12)), group_of(12)
    split = next(c for c in _every_change(programme) if c.label.startswith("Split"))
    changed = split.made(programme)

    for code in split.projects:
        project = project_called(changed, code)
        own = desk_after(before, changed, project).columns[0]
        anew = desk_for(changed, project, before.rules).columns[0]
        for name in ("start", "venue", "able", "sure", "put_to_it", "minutes", "bad", "fares"):
            assert np.array_equal(getattr(own, name), getattr(anew, name)), name


def test_sessions_alike_share_what_is_taken_over() -> None:
    twice = small().model_copy(
        update={"projects": (small().projects[0].model_copy(update={"sessions": (SESSION,) * 2}),)}
    )
    (project,) = twice.projects

    after = desk_after(desk(twice), twice, project)

    assert after.screened[0] is after.screened[1]


def test_who_is_another_person_now_is_asked_again() -> None:
    before = _desk(SUMMER)
    moved = with_person("una", SUMMER, home="town")

    assert _differences(before, moved, "group") == []
