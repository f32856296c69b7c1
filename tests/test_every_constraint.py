"""What every constraint must do: a new file in the folder is asked all of this for nothing."""

import inspect
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import product
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from constraints import registry
from scheduler.constraint import NAMES, Constraint, Example, Objection, Relaxation
from scheduler.degree import Degree
from scheduler.finished import Finished, Meeting
from scheduler.grid import Grid
from scheduler.people import Person
from scheduler.plan import Certificate, Chosen, Coming, Plan, WayTaken
from scheduler.samples import ISHBEL, PROGRAMME, RORY, ordinary
from scheduler.staffing import team_for
from scheduler.told import NOT_YET_KNOWN, Told, told
from scheduler.ways import Way
from tests.small_programmes import a_gathering, a_small_grid

RIGHTS = {"access_needs", "assistance", "company", "interpreter", "no_go_places"}
"""The constraints that guard a right. Whoever adds or drops one says so here."""

ASKED_OF_ANYBODY = {"times_told", "travel"}
"""The constraints whose questions are put in their own words to people who share no reasons.

They come of nothing a person said, and would be asked of anybody.
"""

UNSAID = (
    "{name} cannot come then.",
    "{name} would rather not come then.",
    "{name} takes part by phone, as they chose.",
    "{name} takes part on-line, as they chose.",
    NOT_YET_KNOWN,
)
"""All that is said of somebody who shares no reasons; of how they join, since somebody rings."""

JARGON = re.compile(
    r"""\b(algorithms?|availabilit(y|ies)|booleans?|candidates?|constraints?|couplings?|datasets?
        |feasib(le|ility)|infeasible|leximin|masks?|null|objectives?|optimi[sz]\w+|parameters?
        |penalt(y|ies)|solvers?|stakeholders?|tuples?|variables?|utili[sz]e\w*)\b""",
    re.IGNORECASE | re.VERBOSE,
)
CODES = re.compile(rf"\b({ISHBEL.code}|{RORY.code})\b|\w_\w")
NOT_IMPERATIVE = re.compile(r"(The|An?|No|Not|Every|Each|Nobody|People)\b|\w{3,}(ing|ed)\b")
SETTING_TYPES = (bool, int, float, str)
SMALL_GRIDS = tuple(range(14))
GATHERINGS = tuple(range(140))

GIVEN = ("programme", "project", "start", "end", "venue", "present", "earlier")
CHECKED_BY = date(2026, 12, 31)
"""No source was checked later: the product is not that old yet."""

CASES = [
    pytest.param(constraint, example, id=f"{name}-{number}")
    for name, constraint in registry().items()
    for number, example in enumerate(constraint.examples, 1)
]
OF_ONE_SESSION = [
    pytest.param(constraint, example, id=f"{name}-{number}")
    for name, constraint in registry().items()
    for number, example in enumerate(constraint.examples, 1)
    if "total" not in constraint.asks_for()
]
"""What many sessions come to is no worked case of one: such rules have tests of their own."""
GIVES = [
    pytest.param(constraint, relaxation, id=f"{name}-{number}")
    for name, constraint in registry().items()
    for number, relaxation in enumerate(constraint.relaxations, 1)
]
every = pytest.mark.parametrize("constraint", registry().values(), ids=registry().keys())


# Its worked cases.


@pytest.mark.parametrize(("constraint", "example"), CASES)
def test_worked_case_says_exactly_this(constraint: type[Constraint], example: Example) -> None:
    objection = asked(constraint, example)

    assert (objection.organiser if objection else "") == example.expects


@every
def test_one_worked_case_objects_and_one_allows(constraint: type[Constraint]) -> None:
    objects = {bool(example.expects) for example in constraint.examples}

    assert objects == {True, False}


@pytest.mark.parametrize(("constraint", "example"), OF_ONE_SESSION)
def test_a_finished_plan_is_judged_as_its_worked_case(
    constraint: type[Constraint], example: Example
) -> None:
    objection = asked(constraint, example)

    breaches = [
        breach.says for breach in chosen(constraint, example).review(finished(constraint, example))
    ]

    forbids = objection is not None and objection.degree >= Degree.NEVER
    assert (example.expects in breaches) if forbids else breaches == []


@every
def test_a_session_already_promised_is_no_breach_for_everybody(
    constraint: type[Constraint],
) -> None:
    for example in constraint.examples:
        objection = asked(constraint, example)
        one_person = constraint.reads_person() and objection and objection.degree < Degree.RIGHT
        breaches = list(
            chosen(constraint, example).review(finished(constraint, example, promised=True))
        )

        assert one_person or breaches == []


# Its words.


@every
def test_title_is_a_short_imperative(constraint: type[Constraint]) -> None:
    title = constraint.title

    assert len(title) < 60
    assert re.fullmatch(r"[A-Z][^.?!]+", title)
    assert not NOT_IMPERATIVE.match(title)


@every
def test_words_are_plain_and_name_nothing_by_its_code(constraint: type[Constraint]) -> None:
    words = list(said(constraint))

    assert [each for each in words if JARGON.search(each)] == []
    assert [each for each in words if CODES.search(each)] == []


@pytest.mark.parametrize(("constraint", "example"), CASES)
def test_only_what_is_not_known_is_put_as_a_question(
    constraint: type[Constraint], example: Example
) -> None:
    objection = asked(constraint, example)

    if objection is not None:
        sentences = [each for each in (objection.organiser, objection.group) if each]
        assert all(each[-1] in ".?" for each in sentences)
        assert {"?" in each for each in sentences} == {objection.degree is Degree.UNKNOWN}


@every
def test_page_is_written(constraint: type[Constraint]) -> None:
    module = sys.modules[constraint.__module__]

    assert inspect.getdoc(constraint) not in {None, inspect.getdoc(Constraint)}
    assert re.fullmatch(r"[A-Z].*\.", (module.__doc__ or "").splitlines()[0])


@every
def test_sources_have_a_title_and_the_day_they_were_checked(constraint: type[Constraint]) -> None:
    assert constraint.sources
    assert all(source.title and source.licence for source in constraint.sources)
    assert all(source.checked <= CHECKED_BY for source in constraint.sources)


@pytest.mark.parametrize("number", SMALL_GRIDS)
@every
def test_nothing_is_told_of_whoever_shares_no_reasons(
    constraint: type[Constraint], number: int
) -> None:
    for person, case in private_cases(constraint, number):
        unsaid = {"", *(each.format(name=person.label) for each in UNSAID)}
        is_question = case.objection.degree is Degree.UNKNOWN

        assert case.beside in unsaid or (is_question and constraint.name() in ASKED_OF_ANYBODY)
        if is_question and constraint.asks_the_venue():
            assert person.label not in case.objection.organiser
        elif is_question:
            assert case.objection.organiser == case.beside


# Its settings, and what may give.


@every
def test_settings_are_simple_and_read_back_the_same(constraint: type[Constraint]) -> None:
    settings = constraint().settings()

    read = {name: _tuples(value) for name, value in json.loads(json.dumps(settings)).items()}

    assert constraint(**read) == constraint()
    assert all(_is_simple(value) for value in settings.values())


@every
def test_check_asks_only_for_names_it_may_ask_for(constraint: type[Constraint]) -> None:
    assert set(constraint.asks_for()) <= NAMES
    assert constraint.asks_for()


def test_rights_are_exactly_these_and_never_give() -> None:
    rights = {name: c.relaxations for name, c in registry().items() if c.is_right}

    assert rights == dict.fromkeys(RIGHTS, ())


@every
def test_only_a_right_closes_a_session_for_one_persons_sake(constraint: type[Constraint]) -> None:
    degrees = {
        objection.degree
        for example in constraint.examples
        if (objection := asked(constraint, example))
    }

    assert (Degree.RIGHT in degrees) <= constraint.is_right


@pytest.mark.parametrize(("constraint", "relaxation"), GIVES)
def test_relaxation_changes_settings_that_exist_at_a_price(
    constraint: type[Constraint], relaxation: Relaxation
) -> None:
    assert set(relaxation.settings) <= set(constraint().settings())
    assert constraint().relaxed(relaxation) != constraint()
    assert relaxation.label
    assert relaxation.price > 0


@pytest.mark.parametrize(("constraint", "relaxation"), GIVES)
def test_relaxation_only_allows_more(constraint: type[Constraint], relaxation: Relaxation) -> None:
    strict = constraint()
    relaxed = strict.relaxed(relaxation)

    gatherings = map(a_gathering, GATHERINGS)
    assert all(degree(relaxed, given) <= degree(strict, given) for given in gatherings)
    for number in SMALL_GRIDS if constraint.is_screened() else ():
        grid = a_small_grid(number)
        assert (laid_out(relaxed, grid) <= laid_out(strict, grid)).all()


# Its form in bulk.


@pytest.mark.parametrize("number", SMALL_GRIDS)
@every
def test_bulk_form_agrees_with_the_check_asked_cell_by_cell(
    constraint: type[Constraint], number: int
) -> None:
    grid = a_small_grid(number)

    for one in variants(constraint) if constraint.is_screened() else ():
        plain = np.broadcast_to(Constraint.screen(one, grid).degrees, grid.shape)
        assert np.array_equal(laid_out(one, grid), plain)


@pytest.mark.parametrize("number", SMALL_GRIDS)
@every
def test_bulk_form_agrees_with_the_check_asked_company_by_company(
    constraint: type[Constraint], number: int
) -> None:
    grid = a_small_grid(number)
    asks = set(constraint.asks_for())
    of_companies = "present" in asks and not asks & {"start", "end", "day", "venue"}
    every_company = np.array(list(product((False, True), repeat=grid.shape[2])), dtype=np.bool_)

    for one in variants(constraint) if of_companies else ():
        plain = Constraint.screen_companies(one, grid, every_company)
        assert np.array_equal(one.screen_companies(grid, every_company), plain)


@pytest.mark.parametrize("number", SMALL_GRIDS)
@every
def test_a_rule_that_welcomes_more_never_forbids_for_somebody_more(
    constraint: type[Constraint], number: int
) -> None:
    grid = a_small_grid(number)
    every_company = np.array(list(product((False, True), repeat=grid.shape[2])), dtype=np.bool_)

    for one in variants(constraint):
        if one.welcomes_more():
            degrees = one.screen_companies(grid, every_company)
            allowed = (degrees < Degree.NEVER).reshape((2,) * grid.shape[2])
            for person in range(grid.shape[2]):
                without, with_them = np.moveaxis(allowed, person, 0)
                assert (without <= with_them).all()


# What stands behind these tests.


def chosen(constraint: type[Constraint], example: Example) -> Constraint:
    """Return the constraint with the settings of a worked case."""
    return constraint(**example.settings)


def asked(constraint: type[Constraint], example: Example) -> Objection | None:
    """Return what a constraint says of a worked case."""
    arguments = ordinary(example.given)
    return chosen(constraint, example).check(**{n: arguments[n] for n in constraint.asks_for()})


def said(constraint: type[Constraint]) -> Iterator[str]:
    """Go through every text of a constraint that people read."""
    yield constraint.title
    yield inspect.getdoc(constraint) or ""
    yield from (relaxation.label for relaxation in constraint.relaxations)
    for example in constraint.examples:
        objection = asked(constraint, example)
        yield from (example.says, example.expects, objection.group if objection else "")


def private_cases(constraint: type[Constraint], number: int) -> Iterator[tuple[Person, Told]]:
    """Give all a constraint says of people who share no reasons, on a small grid."""
    grid, names = a_small_grid(number), constraint.asks_for()
    if not (constraint.reads_person() and constraint.is_screened()):
        return
    for _, arguments in grid.cells(names, grid.axes_of(names)):
        person = arguments["person"]
        assert isinstance(person, Person)
        case = None if person.share_reasons else told(constraint(), arguments)
        if case is not None:
            yield person, case


def variants(constraint: type[Constraint]) -> Iterator[Constraint]:
    """Give a constraint with its defaults, and as its worked cases and relaxations set it."""
    yield constraint()
    yield from (chosen(constraint, example) for example in constraint.examples if example.settings)
    yield from (constraint().relaxed(relaxation) for relaxation in constraint.relaxations)


def degree(constraint: Constraint, given: dict[str, object]) -> int:
    """Return how strongly a constraint objects to some arguments."""
    objection = constraint.check(**{name: given[name] for name in constraint.asks_for()})
    return objection.degree if objection else 0


def laid_out(constraint: Constraint, grid: Grid) -> NDArray[np.uint8]:
    """Return a constraint's degrees for every start, venue and person."""
    return np.broadcast_to(constraint.screen(grid).degrees, grid.shape)


@dataclass(frozen=True, kw_only=True)
class Staged(Meeting):
    """A session of a finished plan that everybody travels to by the way of a worked case."""

    by_way: Way

    def way(self, person: Person) -> Way:  # noqa: ARG002 - the same for everybody
        """Return the way of the worked case."""
        return self.by_way


def finished(constraint: type[Constraint], example: Example, *, promised: bool = False) -> Finished:
    """Return a plan of one session, made by hand, in which a worked case came to pass."""
    given = came_to_pass(example)
    group, coming = company(constraint, given)
    staged = Staged(
        **{name: given[name] for name in GIVEN},
        session=given["session"].model_copy(update={"state": "booked"} if promised else {}),
        number=1,
        group=group,
        coming=coming,
        workers=team_of(given, group),
        by_way=given["way"],
    )
    return Finished(staged.programme, plan_of(staged), (staged,))


def came_to_pass(example: Example) -> dict[str, Any]:
    """Return the arguments of a worked case; one that gives only a day is at eleven then."""
    given = dict(example.given)
    if isinstance(day := given.get("day"), date) and "start" not in given:
        given["start"] = datetime.combine(day, time(11), PROGRAMME.tz)
    return ordinary(given)


def company(
    constraint: type[Constraint], given: dict[str, Any]
) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Return the group and who comes: the person a worked case is about among them."""
    person, group = given["person"], given["group"]
    if "coming" in constraint.asks_for():
        return group, given["coming"]
    if not constraint.reads_person():
        return group, given["present"]
    others = tuple(member for member in group if member.code != person.code)
    return (person, *others), (person, *others)


def team_of(given: dict[str, Any], group: tuple[Person, ...]) -> tuple[str, ...]:
    """Return the codes of the team a worked case needs, if there is one."""
    time = given["start"], given["end"]
    team = team_for(given["programme"], given["session"], group, time=time) or ()
    return tuple(worker.code for worker in team)


def plan_of(meeting: Meeting) -> Plan:
    """Return the plan that holds one session."""
    way = WayTaken(by="car", out_minutes=20, back_minutes=20)
    session = Chosen(
        project=meeting.project.code,
        number=meeting.number,
        start=meeting.start,
        end=meeting.end,
        venue=meeting.venue.code,
        coming=tuple(Coming(person=person.code, way=way) for person in meeting.coming),
        workers=meeting.workers,
    )
    return Plan(
        programme=meeting.programme.name,
        possible=True,
        final=True,
        order=(),
        sessions=(session,),
        people=(),
        certificate=Certificate(programme="made by hand", versions={}, settings={}),
    )


def _is_simple(value: object) -> bool:
    if isinstance(value, tuple):
        return all(isinstance(each, str) for each in value)
    return isinstance(value, SETTING_TYPES)


def _tuples(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
