"""An invented programme of two groups, and a hand-made plan of a year of sessions for it."""

from datetime import date, datetime, timedelta

from scheduler.people import Person
from scheduler.plan import Absent, Certificate, Chosen, Coming, Plan, WayTaken
from scheduler.programme import Programme, Project, Session
from scheduler.samples import HALL, LONDON

MORAG = Person(
    code="P-01",
    name="Morag",
    needs=("step-free", "hearing loop"),
    interpreter="BSL",
    keeps=("eid_al_fitr",),
    email="morag@example.org",
)
CALUM = Person(code="P-02", name="Calum", roles=("professional",), employer="Glen Council")
EILIDH = Person(code="P-03", other_ways=("on-line",))
SOMEBODY = Person(code="P-04", name="Place to fill", to_fill=True)

ROOM = HALL.model_copy(
    update={
        "address": "1 Brae Road, Invented Glen",
        "directions": "Ramp at the side door.\nRing the bell.",
        "latitude": 56.6,
        "longitude": -4.0,
    }
)

WISH = Session(title="Meeting", length_minutes=150, setup_minutes=30, clear_up_minutes=15)
ONLINE_WISH = Session(form="on-line", length_minutes=60, join_link="https://meet.example.org/r?a=1")

WELL = Project(
    code="well",
    name="A private name",
    public_name="Living well",
    members=("P-01", "P-02", "P-03", "P-04"),
    sessions=(WISH,) * 12,
)
PATH = Project(code="path", members=("P-01",), sessions=(ONLINE_WISH,))

PROGRAMME = Programme(
    name="Among organisers",
    organiser="Invented Trust",
    phone="01632 960001",
    email="team@example.org",
    planned_on=date(2026, 11, 23),
    first_day=date(2027, 1, 4),
    last_day=date(2027, 12, 31),
    people=(MORAG, CALUM, EILIDH, SOMEBODY),
    venues=(ROOM,),
    projects=(WELL, PATH),
)

BY_BUS = WayTaken(by="bus", out_minutes=40, back_minutes=50)
BY_CAR = WayTaken(by="car", out_minutes=20, back_minutes=20, estimated=True, source="Calum said so")
AT_HOME = WayTaken(by="on-line", out_minutes=0, back_minutes=0)


def a_start(month: int) -> datetime:
    """Return half past ten on the 15th of a month of 2027."""
    return datetime(2027, month, 15, 10, 30, tzinfo=LONDON)


def a_meeting(month: int, **change: object) -> Chosen:
    """Return the session of a month: Morag by bus, Eilidh on-line, Calum from July on by car."""
    by_month = (Coming(person="P-02", way=BY_CAR),) if month > 6 else ()
    away = () if by_month else (Absent(person="P-02", reasons=("Calum keeps a private day.",)),)
    meeting = Chosen(
        project="well",
        number=month,
        title="Meeting",
        start=a_start(month),
        end=a_start(month) + timedelta(minutes=150),
        venue="hall",
        coming=(
            Coming(person="P-01", way=BY_BUS, if_need_be=("Morag would rather not.",)),
            *by_month,
            Coming(person="P-03", way=AT_HOME),
        ),
        absent=away,
        workers=("W-1",),
    )
    return meeting.model_copy(update=change)


ONLINE_MEETING = Chosen(
    project="path",
    number=1,
    start=a_start(3) + timedelta(days=1),
    end=a_start(3) + timedelta(days=1, minutes=60),
    venue="on-line",
    coming=(Coming(person="P-01", way=AT_HOME),),
)


def a_plan(*sessions: Chosen, final: bool = True) -> Plan:
    """Return a plan of these sessions; of the whole year if none is named."""
    year = (*(a_meeting(month) for month in range(1, 13)), ONLINE_MEETING)
    return Plan(
        programme=PROGRAMME.name,
        possible=True,
        final=final,
        order=(),
        sessions=sessions or year,
        people=(),
        certificate=Certificate(programme="", versions={}, settings={}),
    )
