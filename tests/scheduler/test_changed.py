"""What a change file says and does to a programme, and what it is refused for."""

from pathlib import Path

import pytest

from constraints import registry
from scheduler.changed import as_held, changed
from scheduler.errors import ProgrammeError
from scheduler.journeys import Line
from scheduler.plan_changes import read_change
from scheduler.programme import Programme
from scheduler.samples import on
from tests.scheduler.summer import SESSION, fortnight, planned
from tests.scheduler.test_planner import BOOKED

FERRY = Line(
    name="the ferry",
    by="ferry",
    from_place="glen",
    to_place="town",
    out=(("09:00", "09:30"),),
    back=(("15:00", "15:30"),),
)
ONE = fortnight(SESSION, lines=(FERRY,))


def after(said: str, folder: Path, programme: Programme = ONE) -> Programme:
    """Return a programme after what a change file says."""
    file = folder / "change.toml"
    file.write_text(said, encoding="utf-8")
    return changed(programme, read_change(file), registry(), file=file.name)


def test_a_lost_venue_is_shut_on_its_days(tmp_path: Path) -> None:
    found = after('[[venues_lost]]\nvenue = "hall"\nfirst = 2027-06-07\n', tmp_path)

    (days,) = next(venue for venue in found.venues if venue.code == "hall").closed
    assert (days.first, days.last) == (on("Monday 7 June 2027"), on("Monday 7 June 2027"))


def test_a_venue_lost_for_good_is_shut_throughout(tmp_path: Path) -> None:
    found = after('[[venues_lost]]\nvenue = "hall"\n', tmp_path)

    (days,) = next(venue for venue in found.venues if venue.code == "hall").closed
    assert (days.first, days.last) == (ONE.first_day, ONE.last_day)


def test_the_rule_that_a_lost_venue_breaks_is_named_for_what_it_is(tmp_path: Path) -> None:
    """A hall lost for good was said to clash with "only when nobody else has it"."""
    only_hall = ONE.model_copy(update={"venues": ONE.venues[:1]})

    plan = planned(after('[[venues_lost]]\nvenue = "hall"\n', tmp_path, only_hall))

    assert [part.says for part in plan.conflicts[0].parts] == [
        "Use no room that is shut, or that somebody else has."
    ]


def test_a_ferry_runs_before_and_after_the_days_it_is_cancelled(tmp_path: Path) -> None:
    said = '[[lines_cancelled]]\nline = "the ferry"\nfirst = 2027-06-08\nlast = 2027-06-09\n'

    found = after(said, tmp_path)

    runs = [(line.first_day, line.last_day) for line in found.lines]
    assert runs == [(None, on("Monday 7 June 2027")), (on("Thursday 10 June 2027"), None)]


def test_a_ferry_cancelled_for_good_is_gone(tmp_path: Path) -> None:
    assert after('[[lines_cancelled]]\nline = "the ferry"\n', tmp_path).lines == ()


def test_people_join_leave_and_go_away(tmp_path: Path) -> None:
    said = (
        '[[leaves]]\nproject = "group"\nperson = "neil"\n'
        '[[joins]]\nproject = "group"\nperson = { code = "shona", home = "glen" }\n'
        '[[away]]\nperson = "una"\nfirst = 2027-06-07\n'
    )

    found = after(said, tmp_path)

    una = next(person for person in found.people if person.code == "una")
    assert found.projects[0].members[-2:] == ("rory", "shona")
    assert [days.first for days in una.times.away] == [on("Monday 7 June 2027")]


def test_any_field_is_set_or_added_to(tmp_path: Path) -> None:
    said = (
        '[[fields]]\nfield = "people[una].times.work"\nadd = ["Mon 09:00-17:00"]\n'
        '[[fields]]\nfield = "projects[1].sessions[1].title"\nvalue = "Maps"\n'
    )

    found = after(said, tmp_path)

    una = next(person for person in found.people if person.code == "una")
    assert (una.times.work, found.projects[0].sessions[0].title) == (("Mon 09:00-17:00",), "Maps")


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        (
            '[[venues_lost]]\nvenue = "hal"\n',
            'change.toml: venues_lost.venue "hal" is not in the programme; did you mean "hall"?',
        ),
        (
            '[[fields]]\nfield = "people[una].tims"\nvalue = 1\n',
            (
                'change.toml: fields.field "people[una].tims" is no field of the programme; '
                'did you mean "times"?'
            ),
        ),
        (
            '[[fields]]\nfield = "name"\nadd = ["x"]\n',
            'change.toml: fields.add "name" is no list; give a value in its place.',
        ),
    ],
)
def test_what_the_programme_does_not_have_is_refused(
    said: str, refusal: str, tmp_path: Path
) -> None:
    with pytest.raises(ProgrammeError) as refused:
        after(said, tmp_path)

    assert [fault.says for fault in refused.value.faults] == [refusal]


@pytest.mark.parametrize(
    "before", [{}, {"taxi_budget": {"most_pence": 9000}}, {"taxi_budget": False}]
)
def test_a_rule_is_set_whether_or_not_it_was_set_before(
    tmp_path: Path, before: dict[str, object]
) -> None:
    """Money could be altered in a change file only where some had been set."""
    (group,) = ONE.projects
    kept = {"spacing": {"least_days": 3}}
    programme = ONE.model_copy(
        update={"projects": (group.model_copy(update={"constraints": {**kept, **before}}),)}
    )
    said = (
        '[[fields]]\nfield = "projects[group].constraints.taxi_budget.most_pence"\nvalue = 6200\n'
    )

    found = after(said, tmp_path, programme)

    assert found.projects[0].constraints == {**kept, "taxi_budget": {"most_pence": 6200}}


@pytest.mark.parametrize("field", ["taxi_budgets.most_pence", "taxi_budget.most_pounds"])
def test_a_rule_or_setting_there_is_not_is_refused(tmp_path: Path, field: str) -> None:
    said = f'[[fields]]\nfield = "projects[group].constraints.{field}"\nvalue = 6200\n'

    with pytest.raises(ProgrammeError):
        after(said, tmp_path)


def test_a_session_before_the_planning_day_is_held_as_planned() -> None:
    later = ONE.model_copy(update={"planned_on": on("Wednesday 16 June 2027")})

    (session,) = as_held(later, planned(ONE)).projects[0].sessions

    assert (session.state, session.day, session.start) == (
        "held",
        on("Monday 7 June 2027"),
        "11:00",
    )


def test_a_session_booked_at_a_lost_venue_is_to_be_planned_anew(tmp_path: Path) -> None:
    said = '[[venues_lost]]\nvenue = "hall"\nfirst = 2027-06-07\n'
    later = BOOKED.model_copy(update={"day": on("Tuesday 15 June 2027")})

    found = after(said, tmp_path, fortnight(BOOKED, later))

    assert found.projects[0].sessions == (SESSION, later)


@pytest.mark.parametrize("given", [{"state": "held"}, {"venue": "loft"}])
def test_a_session_held_or_booked_elsewhere_stays_as_it_was(
    given: dict[str, str], tmp_path: Path
) -> None:
    programme = fortnight(BOOKED.model_copy(update=given), planned_on=None)

    found = after('[[venues_lost]]\nvenue = "hall"\n', tmp_path, programme)

    assert found.projects[0].sessions == programme.projects[0].sessions
