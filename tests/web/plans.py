"""An invented plan, made by hand, of the people and the hall of the worked cases."""

from datetime import date

from scheduler.plan import (
    Absent,
    Certificate,
    Chosen,
    Coming,
    Level,
    Outcome,
    Plan,
    Question,
    Task,
    WayTaken,
)
from scheduler.programme import Programme
from scheduler.samples import PROGRAMME, PROJECT, WISH, at
from scheduler.workers import Worker

BEATHAG = Worker(code="beathag", name="Beathag", session_pence=18000)
WISHES = tuple(WISH.model_copy(update={"title": title}) for title in ("Meeting", ""))
PROJECT_OF_TWO = PROJECT.model_copy(update={"sessions": WISHES})
TWO_SESSIONS: Programme = PROGRAMME.model_copy(
    update={"projects": (PROJECT_OF_TWO,), "workers": (BEATHAG,)}
)
"""Ishbel and Rory wish for two sessions."""

BY_CAR = WayTaken(by="car", out_minutes=20, back_minutes=65, estimated=True)
BOOK = Task(due=date(2027, 5, 4), what="Book Glen Hall.", phone="01632 960100")
ASK = Question(
    constraint="licensed_premises", about="hall", asks="Is there a bar?", phone="01632 960100"
)
FIRST = Chosen(
    project="group",
    number=1,
    start=at("Tuesday 18 May 2027 10:30"),
    end=at("Tuesday 18 May 2027 12:30"),
    venue="hall",
    coming=(Coming(person="ishbel", way=BY_CAR), Coming(person="rory", way=BY_CAR)),
    workers=("beathag",),
    tasks=(BOOK,),
    pence=20050,
)
SECOND = Chosen(
    project="group",
    number=2,
    start=at("Tuesday 8 June 2027 10:30"),
    end=at("Tuesday 8 June 2027 12:30"),
    venue="hall",
    coming=(Coming(person="rory", way=BY_CAR),),
    absent=(Absent(person="ishbel", reasons=("Ishbel cannot come then.",)),),
    tasks=(BOOK,),
)
PLAN = Plan(
    programme=TWO_SESSIONS.name,
    possible=True,
    final=False,
    order=(Level(name="Sessions missed", value=(1, 0, 0, 0), bound=(1, 0, 0, 0), proven=True),),
    sessions=(FIRST, SECOND),
    people=(
        Outcome(person="rory", project="group", wanted=2, able=2, worst_minutes=65),
        Outcome(person="ishbel", project="group", wanted=2, able=1),
    ),
    questions=(ASK,),
    certificate=Certificate(programme="f00", versions={}, settings={}),
)
"""Both sessions have a date; Ishbel misses the second."""
