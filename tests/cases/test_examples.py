"""The shipped examples, read from their folders and planned: what their pages promise is so."""

import re
from pathlib import Path

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.calendars.from_plan import calendar_files
from scheduler.calendars.plan_entries import person_entries
from scheduler.files import read_programme
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.robustness import robustness
from web.plan_text import plan_text
from web.shown.robustness import robustness_text

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("rural", "multi-site", "two-sites", "impossible")
INVENTED = "Invented: no person, hall or group here exists."
DRAMA = "01632 960"
"""Ofcom, telephone numbers for use in TV and radio drama: of no area, 01632 960000 to 960999."""

FIELD = re.compile(r"\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b")
"""A name only a programmer writes: walk_minutes, needs_asked."""

each_example = pytest.mark.parametrize("name", NAMES)


def example(name: str) -> Programme:
    """Return a shipped example."""
    return read_programme(EXAMPLES / name, registry())


@pytest.fixture(scope="module")
def rural() -> Plan:
    return make_plan(example("rural"), registry())


@pytest.fixture(scope="module")
def multi_site() -> Plan:
    return make_plan(example("multi-site"), registry())


@pytest.fixture(scope="module")
def two_sites() -> Plan:
    return make_plan(example("two-sites"), registry())


@pytest.fixture(scope="module")
def impossible() -> Plan:
    return make_plan(example("impossible"), registry())


@each_example
def test_example_says_that_it_is_invented(name: str) -> None:
    readme = (EXAMPLES / name / "README.md").read_text(encoding="utf-8")
    toml = (EXAMPLES / name / "programme.toml").read_text(encoding="utf-8")

    assert (INVENTED in readme, INVENTED in toml) == (True, True)
    assert example(name).name.endswith("(invented example)")


@each_example
def test_example_rings_nobody_who_exists(name: str) -> None:
    given = example(name)
    numbers = [given.phone, *(venue.phone for venue in given.venues)]
    numbers += [worker.phone for worker in given.workers]

    assert [number for number in numbers if number and not number.startswith(DRAMA)] == []
    assert len(set(numbers)) == len(numbers)


def test_rural_group_has_a_date_for_every_session(rural: Plan) -> None:
    given = example("rural")

    assert [chosen.number for chosen in rural.sessions] == [1, 2, 3, 4, 5, 6]
    assert (rural.possible, audit(given, rural, registry())) == (True, ())


def test_rural_group_shows_absences_turns_and_questions(rural: Plan) -> None:
    absences = [absent for chosen in rural.sessions for absent in chosen.absent]

    assert [absent for absent in absences if absent.stands_down] != []
    assert {absent.person for absent in absences if absent.reasons} >= {"L1", "L2"}
    assert {(q.constraint, q.about) for q in rural.questions if q.holds_back} == {
        ("needs_asked", "two-glens"),
        ("", "P8"),
    }


def test_rural_group_decides_with_somebody_who_can(rural: Plan) -> None:
    last = rural.sessions[-1]

    assert [coming.person for coming in last.coming if coming.person == "P2"] == ["P2"]


def test_three_sites_meet_together_although_alone_they_would_clash(multi_site: Plan) -> None:
    given = example("multi-site")
    alone = [
        make_plan(given.model_copy(update={"projects": (project,)}), registry())
        for project in given.projects
    ]

    days = [
        {chosen.start.date() for chosen in plan.sessions if "I1" in chosen.workers}
        for plan in (*alone, multi_site)
    ]
    assert [len(each) for each in days] == [3, 0, 3, 6]
    assert days[0] & days[2] != set()
    assert (multi_site.possible, len(multi_site.sessions)) == (True, 9)
    assert audit(given, multi_site, registry()) == ()


def test_one_group_meets_at_two_sites_on_one_day_and_each_comes_to_one(two_sites: Plan) -> None:
    given = example("two-sites")

    held = [(f"{chosen.start:%A %H:%M}", chosen.venue) for chosen in two_sites.sessions]
    came = [sorted(one.person for one in chosen.coming) for chosen in two_sites.sessions]
    assert (
        held
        == [
            ("Tuesday 10:00", "braemossie-hall"),
            ("Tuesday 13:00", "kinlochan-hall"),
        ]
        * 2
    )
    assert came == [["P1", "P2", "W1", "W2"], ["E1", "E2", "P3", "P4"]] * 2
    assert all(level.proven for level in two_sites.order)
    assert audit(given, two_sites, registry()) == ()


def test_of_two_sites_each_calendar_has_the_one_its_reader_comes_to(two_sites: Plan) -> None:
    peigi = person_entries(example("two-sites"), two_sites, person="W1")

    places = {entry.place for entry in peigi if entry.place}
    assert {place.partition(",")[0] for place in places} == {"Braemossie Hall"}


def test_week_with_no_room_says_what_clashes_and_what_would_help(impossible: Plan) -> None:
    (conflict,) = impossible.conflicts

    assert [(unplaced.number, unplaced.required) for unplaced in impossible.unplaced] == [(2, True)]
    assert [(part.constraint, part.person) for part in conflict.parts] == [
        ("access_needs", "N1"),
        ("opening_hours", ""),
        ("venue_bookings", ""),
    ]
    assert [(o.kind, o.label, o.placed, o.of) for o in conflict.offers] == [
        ("times", "Ask venues to open for the group outside their hours", 2, 2),
        ("times", "Let session 2 be earlier or later", 2, 2),
        ("sessions", "Hold 1 session instead of 2", 1, 1),
        ("sessions", "Make session 2 optional: held if a date turns up", 1, 1),
    ]


@each_example
def test_nothing_people_read_holds_the_name_of_a_field(
    name: str, request: pytest.FixtureRequest
) -> None:
    given = example(name)
    plan: Plan = request.getfixturevalue(name.replace("-", "_"))
    firm = robustness_text(given, robustness(given, plan, registry()))
    # A line of a calendar is cut after 75 bytes and goes on behind a space.
    calendars = b"".join(content for _, content in calendar_files(given, plan))
    unfolded = calendars.replace(b"\r\n ", b"").decode()

    texts = (plan_text(given, plan), firm, unfolded)

    assert [sorted(set(FIELD.findall(text))) for text in texts] == [[], [], []]
