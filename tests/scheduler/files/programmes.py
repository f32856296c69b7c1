"""Any programme that could be written down, for tests of reading it back."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from scheduler.barriers import WHO, PutFirst
from scheduler.estimate import Estimate
from scheduler.facts import Answer, Fact
from scheduler.go_betweens import GoBetween
from scheduler.households import Household
from scheduler.people import NEEDS, ROLES, Person, Season, Times, Travel
from scheduler.places_to_fill import PlaceToFill
from scheduler.programme import (
    AcceptedUnknown,
    Journey,
    Line,
    LocalHoliday,
    Programme,
    Project,
    Session,
)
from scheduler.venues import DatedLicence, Place, Venue
from scheduler.words import Days, Spell, Word
from scheduler.work_phases import Phase
from scheduler.workers import Worker, WorkerNeed

# What spreadsheets, CSV, TOML and lists in cells each give a meaning to.
AWKWARD = st.sampled_from(
    [
        *("=1+1", "'=1", "+44 1632", "-", "@home", "a;b", '"', 'say "ha"', "[]", "{}", "a,b"),
        *("two\nlines", "two\r\nlines", "'tis", "a | b", "yes", "007", '{"first": 1}'),
        *("M\u00f2rag", "\u7530", "\U0001f411", "\u00a0x"),
    ]
)
WRITTEN = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
LABELS = (AWKWARD | WRITTEN).map(lambda text: Fact(said_by=text).said_by)
"""Labels as they are once read: without space around them."""
ONE_LINE = LABELS.filter(lambda text: len(text.splitlines()) < 2)
"""Names and titles, which stand on one line."""

DAYS = st.dates(date(2027, 1, 4), date(2027, 6, 30))
CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
MINUTES = st.integers(0, 600)
PATTERNS = st.lists(
    st.sampled_from(
        ["Mon-Fri 09:00-17:00; Sat 10:00-13:00", "4 on 4 off from 2027-01-04, 19:00-07:00"]
    ),
    max_size=2,
).map(tuple)
FACTS = st.builds(
    Fact, answer=st.sampled_from(Answer), said_by=LABELS, on=st.none() | DAYS, note=LABELS
)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=1))])
FIRST, LAST = datetime(2027, 1, 4), datetime(2027, 6, 30)  # noqa: DTZ001 - on the programme's clock
MOMENTS = st.datetimes(FIRST, LAST) | st.datetimes(FIRST, LAST, timezones=ZONES)


def some(things: st.SearchStrategy[Word]) -> st.SearchStrategy[tuple[Word, ...]]:
    """Return up to two things."""
    return st.lists(things, max_size=2).map(tuple)


@st.composite
def spells(draw: st.DrawFn) -> Spell:
    """Return an hour or so, with an offset or without, sometimes to the second."""
    start = draw(MOMENTS)
    start = draw(st.sampled_from([start, start.replace(second=0, microsecond=0)]))
    return Spell(start=start, end=start + timedelta(minutes=draw(st.integers(1, 200))))


@st.composite
def whole_days(draw: st.DrawFn) -> Days:
    """Return one day or several, with a note or without."""
    first = draw(DAYS)
    return Days(
        first=first, last=first + timedelta(days=draw(st.integers(0, 5))), note=draw(LABELS)
    )


@st.composite
def licences(draw: st.DrawFn) -> DatedLicence:
    """Return a day or two with alcohol."""
    first = draw(DAYS)
    last = first + timedelta(days=draw(st.integers(0, 2)))
    what = draw(st.just("occasional licence") | LABELS)
    return DatedLicence(first=first, last=last, what=what, source=draw(LABELS))


SEASONS = st.builds(
    Season,
    activity=st.just("lambing_hill_blackface"),
    region=st.just("") | st.just("the Borders") | LABELS,
    tups_in=st.none() | st.just(date(2026, 11, 1)),
    tups_out=st.none() | st.just(date(2026, 12, 20)),
    begins=st.none() | st.just(date(2027, 4, 1)),
    ends=st.none() | st.just(date(2027, 5, 20)),
)
TIMES = st.builds(
    Times,
    told=st.sampled_from(Answer),
    free=PATTERNS,
    work=PATTERNS,
    busy=some(spells()),
    away=some(whole_days()),
    not_before=st.none() | st.just("09:30"),
    home_before_dark=st.booleans(),
)
TRAVEL = st.builds(Travel, car=FACTS, lift=FACTS, most_minutes=st.none() | MINUTES)
OTHER_ROLES = ("peer researcher", "host; of a hall")
ROLE_LISTS = st.lists(st.sampled_from((*ROLES, *OTHER_ROLES)), max_size=3).filter(
    lambda roles: not set(ROLES).isdisjoint(roles)
)
NEED_SETS = st.lists(st.sampled_from(NEEDS), max_size=3, unique=True).map(tuple)


def people(codes: list[str]) -> st.SearchStrategy[tuple[Person, ...]]:
    """Return a person of each code."""
    return st.tuples(
        *(
            st.builds(
                Person,
                code=st.just(code),
                name=ONE_LINE,
                roles=ROLE_LISTS.map(tuple),
                home=st.sampled_from(["", "glen", "The Glen", "XX1", "IV22"]),
                times=TIMES,
                travel=TRAVEL,
                seasons=some(SEASONS),
                needs=NEED_SETS,
                not_with=st.sampled_from([(), tuple(c for c in codes if c != code)[:1]]),
                come_anyway=st.sampled_from([(), ("spacing",)]),
                sessions_wanted=st.none() | st.integers(1, 9),
                share_reasons=st.booleans(),
                describes=st.lists(LABELS, max_size=2).map(tuple),
                describes_shared=st.booleans(),
            )
            for code in codes
        )
    )


PLACES = st.builds(
    Place,
    code=st.just("glen"),
    name=st.just("The Glen"),
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 0),
    postcode_district=st.just("XX1"),
    council=LABELS,
)
VENUES = st.builds(
    Venue,
    code=st.just("hall"),
    name=ONE_LINE,
    address=LABELS,
    place=st.sampled_from(["", "glen"]),
    capacity=st.none() | st.integers(1, 99),
    funders=st.lists(LABELS, max_size=2).map(tuple),
    licensed=FACTS,
    licensed_days=some(licences()),
    access=st.dictionaries(st.sampled_from(NEEDS), FACTS, max_size=3),
    opening=st.sampled_from(["", "Mo-Su 08:00-22:00; PH off"]),
    closed=some(whole_days()),
    bookings=some(spells()),
    hire_pence=MINUTES,
)
WORKERS = st.builds(
    Worker,
    code=st.just("una"),
    roles=st.lists(LABELS, max_size=2).map(tuple),
    hours=PATTERNS,
    busy=some(spells()),
    phone=LABELS,
)
JOURNEYS = st.builds(
    Journey,
    person=st.just("a"),
    venue=st.just("hall"),
    out_minutes=MINUTES,
    back_minutes=st.none() | MINUTES,
    source=LABELS,
)
RUNS = st.sampled_from([(("08:10", "08:55"),), (("08:10", "08:55"), ("12:00", "24:00"))])
LINES = st.builds(
    Line,
    name=ONE_LINE.filter(bool),
    days=st.sampled_from(["daily", "Mon-Fri", "Tue, Thu"]),
    from_place=st.just("glen"),
    to_place=st.just("hall"),
    out=RUNS,
    back=RUNS,
)
SESSIONS = st.builds(
    Session,
    title=ONE_LINE,
    required=st.booleans(),
    length_minutes=st.integers(60, 180),
    form=st.sampled_from(["in person", "drop-in"]),
    day=st.none() | DAYS,
    needs_roles=ROLE_LISTS.map(tuple),
    workers=some(st.builds(WorkerNeed, role=LABELS, count=st.integers(1, 3))),
)
SETTINGS = st.sampled_from(
    [{}, {"spacing": {"least_days": 3}}, {"lambing": False}, {"spacing": {}, "capacity": True}]
)
IN_PHASES = st.sampled_from([{}, {"lambing": False, "quorum": {"least": 3}}, {"capacity": True}])
PLACES_TO_FILL = st.builds(
    PlaceToFill, code=st.just("new"), count=st.integers(1, 3), likely=TIMES, travel=TRAVEL
)
PROJECTS = st.builds(
    Project,
    code=st.just("group"),
    public_name=ONE_LINE,
    members=st.sampled_from([("a",), ("a", "b")]),
    places_to_fill=st.lists(PLACES_TO_FILL, max_size=1).map(tuple),
    sessions=st.lists(SESSIONS, min_size=1, max_size=2).map(tuple),
    seasons=some(SEASONS),
    phases=st.lists(
        st.builds(
            Phase, name=st.just("workshops"), first_day=st.none() | DAYS, constraints=IN_PHASES
        ),
        max_size=1,
    ).map(tuple),
    constraints=SETTINGS,
).map(
    lambda project: project.model_copy(
        update={"households": (Household(members=("a", "b")),) if len(project.members) > 1 else ()}
    )
)
PROGRAMMES = st.builds(
    Programme,
    name=ONE_LINE.filter(bool),
    first_day=st.just(date(2027, 1, 4)),
    last_day=st.just(date(2027, 6, 30)),
    places=st.tuples(PLACES),
    other_roles=st.just(OTHER_ROLES),
    people=people(["a", "b"]),
    venues=st.tuples(VENUES),
    workers=st.lists(WORKERS, max_size=1).map(tuple),
    projects=st.tuples(PROJECTS),
    role_notice_days=st.dictionaries(LABELS, MINUTES, max_size=2),
    journeys=some(JOURNEYS),
    lines=some(LINES),
    go_betweens=st.lists(
        st.builds(
            GoBetween,
            code=st.just("go"),
            name=ONE_LINE,
            asked=st.sampled_from(Answer),
            hold_days=some(whole_days()),
            veto_times=some(spells()),
        ),
        max_size=1,
    ).map(tuple),
    estimate=st.builds(Estimate, extra_minutes=MINUTES),
    local_holidays=some(st.builds(LocalHoliday, day=DAYS, name=ONE_LINE)),
    dates_to_avoid=some(whole_days()),
    constraints=SETTINGS,
    accepted_unknowns=some(
        st.builds(
            AcceptedUnknown,
            constraint=st.just("spacing"),
            about=st.just("hall"),
            by=LABELS,
            on=DAYS,
        )
    ),
    put_first=st.lists(
        st.builds(
            PutFirst,
            barrier=st.sampled_from(tuple(WHO)),
            by=LABELS.filter(bool),
            on=DAYS,
            why=LABELS,
        ),
        max_size=2,
        unique_by=lambda told: told.barrier,
    ).map(tuple),
)
"""Programmes with nothing wrong in them, and with every kind of text."""
