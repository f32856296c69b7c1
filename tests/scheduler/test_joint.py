"""Several projects at once: dates for all of them, or which of them stand in each other's way."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from constraints import registry
from scheduler import model
from scheduler.choosing import Desk, desk_for
from scheduler.in_force import in_force
from scheduler.joint import Joint, Standoff
from scheduler.joint_model import JointModel
from scheduler.joint_parts import Part, Placed, Sharing
from scheduler.joint_sides import TooManySharedError
from scheduler.model import NoAnswerError
from scheduler.planner import Planner, written_and_checked
from scheduler.programme import Programme, Project
from scheduler.progress import told_nothing
from scheduler.samples import HALL, ISHBEL, on
from scheduler.search import Effort
from scheduler.solved import Solved
from scheduler.workers import Worker
from tests.scheduler.summer import CATRIONA, DOUGAL, GROUP, SESSION, fortnight

SIX = ("ishbel", "una", "flora", "mairi", "rory", "neil")
PEOPLE = {person.code: person for person in fortnight().people}
BARN = HALL.model_copy(update={"code": "barn", "name": "The Barn"})
OLD_BARN = HALL.model_copy(update={"code": "old-barn", "name": "The Old Barn"})


def a_group(code: str, *, shared: Sequence[str] = (), sessions: int = 1) -> Project:
    """Return a group of six, some of whom other groups have too; the rest are its own."""
    members = [each if each in shared else f"{code}-{each}" for each in SIX]
    return GROUP.model_copy(
        update={"code": code, "members": tuple(members), "sessions": (SESSION,) * sessions}
    )


def days(
    many: int,
    *projects: Project,
    workers: Sequence[Worker] = (CATRIONA, DOUGAL),
    rooms: int = 2,
) -> Programme:
    """Return a programme of some days from Monday 7 June 2027 on, one start each, at 11:00."""
    codes = dict.fromkeys(code for project in projects for code in project.members)
    people = tuple(
        PEOPLE[code.rpartition("-")[2]].model_copy(update={"code": code}) for code in codes
    )
    return fortnight().model_copy(
        update={
            "last_day": on("Monday 7 June 2027") + timedelta(days=many - 1),
            "projects": projects,
            "people": people,
            "workers": tuple(workers),
            "venues": (HALL, BARN, OLD_BARN)[:rooms],
        }
    )


def desks(programme: Programme) -> list[Desk]:
    """Return every project of a programme with its constraints asked."""
    return [
        desk_for(programme, project, in_force(registry(), programme, project))
        for project in programme.projects
    ]


def told(placed: Sequence[Placed] | None) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Return project, day, room and workers of each session."""
    return [
        (
            each.project,
            f"{each.pick.grid.starts[each.pick.start]:%A}",
            each.pick.grid.venues[each.pick.venue].code,
            each.team,
        )
        for each in placed or ()
    ]


NORTH, SOUTH, EAST = a_group("north"), a_group("south"), a_group("east")


@pytest.mark.parametrize(
    ("many_days", "workers", "rooms", "fits"),
    [
        (1, 1, 3, False),
        (2, 1, 3, False),
        (3, 1, 3, True),
        (1, 2, 3, False),
        (2, 2, 1, False),
        (2, 2, 2, True),
        (3, 2, 1, True),
    ],
)
def test_three_groups_fit_where_workers_and_rooms_go_round(
    many_days: int, workers: int, rooms: int, *, fits: bool
) -> None:
    """Each day has one start, so it holds as many sessions as there are workers and rooms."""
    facilitators = (CATRIONA, DOUGAL)[:workers]
    joint = Joint(desks(days(many_days, NORTH, SOUTH, EAST, workers=facilitators, rooms=rooms)))

    assert ((joint.placed() is not None), (joint.standoff() is None)) == (fits, fits)


def test_two_groups_with_one_facilitator_and_one_day_conflict_over_the_facilitator() -> None:
    joint = Joint(desks(days(1, NORTH, SOUTH, workers=(CATRIONA,))))

    standoff = joint.standoff()

    assert joint.placed() is None
    assert standoff == Standoff(
        (Part("project", "north"), Part("project", "south"), Part("worker", "catriona"))
    )
    assert (standoff.projects, standoff.shared) == (
        ("north", "south"),
        (Part("worker", "catriona"),),
    )


def test_a_group_that_is_not_part_of_the_conflict_is_not_named() -> None:
    west = a_group("west").model_copy(
        update={"sessions": (SESSION.model_copy(update={"workers": ()}),)}
    )
    joint = Joint(desks(days(1, west, NORTH, SOUTH, workers=(CATRIONA,), rooms=3)))

    standoff = joint.standoff()

    assert standoff is not None
    assert standoff.projects == ("north", "south")
    assert [joint.placed(standoff.without(part)) is None for part in standoff.parts] == [False] * 3


def test_two_groups_with_one_room_and_one_day_conflict_over_the_room() -> None:
    standoff = Joint(desks(days(1, NORTH, SOUTH, rooms=1))).standoff()

    assert standoff is not None
    assert standoff.shared == (Part("venue", "hall"),)


def test_a_group_with_no_date_of_its_own_is_a_conflict_by_itself() -> None:
    twice = a_group("north", sessions=2)

    standoff = Joint(desks(days(6, twice, SOUTH))).standoff()

    assert standoff == Standoff((Part("project", "north"),))


def test_groups_get_a_room_and_a_worker_of_their_own_on_the_same_day() -> None:
    placed = Joint(desks(days(1, NORTH, SOUTH))).placed()

    found = told(placed)
    assert [(project, day) for project, day, _, _ in found] == [
        ("north", "Monday"),
        ("south", "Monday"),
    ]
    assert {room for _, _, room, _ in found} == {"hall", "barn"}
    assert {team for *_, team in found} == {("catriona",), ("dougal",)}


def test_somebody_in_two_groups_misses_one_where_the_others_are_enough() -> None:
    both = [a_group(code, shared=["ishbel"]) for code in ("north", "south")]

    placed = Joint(desks(days(1, *both))).placed()

    assert placed is not None
    assert [len(each.pick.people) for each in placed].count(6) == 1
    assert sum(part.code == "ishbel" for each in placed for part in each.needs) == 1


def test_groups_that_share_too_many_people_conflict_over_them() -> None:
    """Four of six have to be there; two groups that share five are seven people, not eight."""
    shared = ["ishbel", "una", "flora", "mairi", "rory"]
    both = [a_group(code, shared=shared) for code in ("north", "south")]

    one_day, two_days = Joint(desks(days(1, *both))), Joint(desks(days(2, *both)))

    standoff = one_day.standoff()
    assert standoff is not None
    assert standoff.projects == ("north", "south")
    assert {part.kind for part in standoff.shared} == {"person"}
    assert [day for _, day, _, _ in told(two_days.placed())] in (
        ["Monday", "Tuesday"],
        ["Tuesday", "Monday"],
    )


def test_nobody_is_missing_who_is_at_no_other_session_then() -> None:
    both = [a_group(code, shared=["ishbel"]) for code in ("north", "south")]

    placed = Joint(desks(days(2, *both, workers=(CATRIONA,)))).placed()

    assert placed is not None
    assert [len(each.pick.people) for each in placed] == [6, 6]


def test_what_was_promised_to_two_groups_stands_however_near() -> None:
    booked = SESSION.model_copy(
        update={
            "state": "booked",
            "day": on("Monday 7 June 2027"),
            "start": "11:00",
            "venue": "hall",
        }
    )
    both = [group.model_copy(update={"sessions": (booked,)}) for group in (NORTH, SOUTH)]

    standing = Joint(desks(days(1, *both, rooms=1)))
    with_another = Joint(desks(days(1, *both, EAST, rooms=1)))

    assert standing.standoff() is None
    assert with_another.standoff() == Standoff((Part("project", "east"), Part("venue", "hall")))


def test_nothing_goes_round_where_no_rule_asks_for_one_place_at_a_time() -> None:
    programme = days(1, NORTH, SOUTH, workers=(CATRIONA,), rooms=1)
    without = programme.model_copy(update={"constraints": {"one_place_at_a_time": False}})

    assert Joint(desks(without)).standoff() is None


def test_an_optional_session_stands_in_nobodys_way() -> None:
    optional = SESSION.model_copy(update={"required": False})
    south = SOUTH.model_copy(update={"sessions": (optional,)})

    assert Joint(desks(days(1, NORTH, south, workers=(CATRIONA,)))).standoff() is None


def test_an_agreed_number_of_sessions_holds_over_two_groups_too() -> None:
    """Ishbel agreed to one session, so her group has to do with four of its six at the other."""
    twice = a_group("north", shared=["ishbel"], sessions=2)
    limited = PEOPLE["ishbel"].model_copy(update={"most_sessions": 1})
    programme = days(10, twice, a_group("south", shared=["ishbel"]))
    people = tuple(limited if p.code == "ishbel" else p for p in programme.people)

    placed = Joint(desks(programme.model_copy(update={"people": people}))).placed()

    assert placed is not None
    north = [each for each in placed if each.project == "north"]
    assert sum(Part("person", "ishbel") in each.needs for each in north) <= 1


def test_sessions_on_line_share_no_room() -> None:
    remote = SESSION.model_copy(update={"form": "on-line", "workers": ()})
    both = [group.model_copy(update={"sessions": (remote,)}) for group in (NORTH, SOUTH)]

    placed = Joint(desks(days(1, *both))).placed()

    assert [room for _, _, room, _ in told(placed)] == ["on-line", "on-line"]


def test_dates_found_together_make_a_plan_that_the_audit_passes() -> None:
    alone = SESSION.model_copy(update={"workers": ()})
    both = [group.model_copy(update={"sessions": (alone,)}) for group in (NORTH, SOUTH)]
    programme = days(2, *both, rooms=1)
    own = desks(programme)

    placed = Joint(own).placed()

    assert placed is not None
    solved = [Solved(desk, (each.pick,), 0) for desk, each in zip(own, placed, strict=True)]
    planner = Planner(programme, registry(), Effort(), told_nothing)
    plan = written_and_checked(planner, solved, solved)
    assert (plan.possible, [session.venue for session in plan.sessions]) == (True, ["hall"] * 2)


def test_more_people_in_several_groups_than_can_be_weighed_are_refused() -> None:
    many = [ISHBEL.model_copy(update={"code": f"p{n}"}) for n in range(11)]
    both = [
        group.model_copy(update={"members": tuple(each.code for each in many)})
        for group in (NORTH, SOUTH)
    ]
    programme = days(1, NORTH, SOUTH).model_copy(
        update={"projects": tuple(both), "people": tuple(many)}
    )

    with pytest.raises(TooManySharedError) as refused:
        Joint(desks(programme))

    assert str(refused.value) == (
        "Living well: 11 of its people are in other projects as well, and at most 10 can be "
        "weighed. Ask about fewer projects at once."
    )


def test_a_solver_out_of_time_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "SECONDS", 0.0)
    joint = Joint(desks(days(1, NORTH, SOUTH, workers=(CATRIONA,))))

    with pytest.raises(NoAnswerError, match=r"^the solver gave UNKNOWN$"):
        joint.placed()
    with pytest.raises(NoAnswerError, match="UNKNOWN"):
        joint.standoff()


def test_a_solver_that_contradicts_itself_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """OR-Tools 9.15 is known to have answered differently with and without presolve."""
    joint = Joint(desks(days(1, NORTH, SOUTH, workers=(CATRIONA,))))
    fits = Joint(desks(days(1, NORTH, SOUTH))).placed()

    def wavering(
        _model: JointModel, _parts: Sequence[Part], *, presolve: bool = True
    ) -> tuple[Placed, ...] | None:
        return None if presolve else fits

    with monkeypatch.context() as planted:
        planted.setattr(JointModel, "answer", wavering)
        with pytest.raises(NoAnswerError, match="contradicts itself; please report"):
            joint.placed()
    monkeypatch.setattr(Sharing, "keeps", lambda *_: False)
    with pytest.raises(NoAnswerError, match="contradicts itself; please report"):
        Joint(desks(days(1, NORTH, SOUTH))).placed()
    with pytest.raises(NoAnswerError, match="on which projects conflict; please report"):
        joint.standoff()
