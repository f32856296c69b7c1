"""What a plan costs is the sum of its lines, to the penny, and says what it does not know."""

from random import Random

from scheduler.facts import YES
from scheduler.money.bill import CostLine
from scheduler.money.costs import costs_of
from scheduler.money.heads import Prices, coming_pence
from scheduler.money.words import OwnRate, Pay
from scheduler.people import Childcare, Person
from scheduler.plan import Chosen, Coming, WayTaken
from scheduler.programme import Programme
from scheduler.samples import HALL, ISHBEL, PROGRAMME, PROJECT, RORY, WISH, at
from scheduler.way import Way
from scheduler.workers import WHEELCHAIR_TAXI, Worker, WorkerNeed

WAYS = ("walk", "car", "lift", "taxi", "bus", "ferry", "train", "by phone", "not known")
FREE_HALL = HALL.model_copy(update={"hire_pence": 0})
START, END = at("Tuesday 8 June 2027 10:00"), at("Tuesday 8 June 2027 12:00")


def a_way(draw: Random) -> WayTaken:
    by = draw.choice(WAYS)
    known = by != "not known" and draw.random() < 0.7
    pence = draw.randrange(5000) if known and by not in {"walk", "by phone"} else 0
    return WayTaken(
        by=by,
        out_minutes=10,
        back_minutes=10,
        pence=pence,
        fare_known=known or by in {"walk", "by phone"},
        estimated=by in {"car", "taxi"} and draw.random() < 0.5,
    )


def a_person(draw: Random, code: str) -> Person:
    roles = draw.choice((("lived experience",), ("professional",), ("family or unpaid carer",)))
    return ISHBEL.model_copy(
        update={
            "code": code,
            "roles": roles,
            "helpers": draw.choice((0, 0, 1)),
            "childcare": Childcare(children=draw.choice((0, 2)), sitter=YES),
            "pay": Pay(by=draw.choice(("", "money", "voucher", "declines"))),
        }
    )


def a_programme(draw: Random) -> Programme:
    """Return a programme of one session with whatever prices, many of them not known."""
    maybe = (None, 0, 1, 3333, 15_000)
    whats = ("day", "half day", "food", "sitter", "materials")
    rates = [OwnRate(what=w, pence=draw.randrange(9999), by="Us") for w in whats]  # type: ignore[arg-type]
    workers = tuple(
        Worker(code=f"w{n}", roles=(role,), session_pence=draw.choice(maybe))
        for n, role in enumerate(("facilitator", "facilitator", "childcare", WHEELCHAIR_TAXI))
    )
    needs = (WorkerNeed(role="childcare"),) if draw.random() < 0.3 else ()
    session = WISH.model_copy(
        update={
            "food": draw.random() < 0.5,
            "length_minutes": draw.choice((120, 300)),
            "workers": needs,
        }
    )
    people = tuple(a_person(draw, f"p{n}") for n in range(draw.randrange(1, 7)))
    project = PROJECT.model_copy(
        update={"members": tuple(p.code for p in people), "sessions": (session,)}
    )
    return PROGRAMME.model_copy(
        update={
            "people": people,
            "projects": (project,),
            "workers": workers,
            "venues": (HALL.model_copy(update={"hire_pence": draw.choice(maybe)}),),
            "rates": tuple(draw.sample(rates, draw.randrange(6))),
            "paid_roles": draw.choice(((), ("lived experience",))),
        }
    )


def a_session(draw: Random, programme: Programme) -> Chosen:
    coming = [
        Coming(person=p.code, way=a_way(draw)) for p in programme.people if draw.random() < 0.8
    ]
    return Chosen(
        project="group",
        number=1,
        start=START,
        end=END,
        venue="hall",
        coming=tuple(coming),
        workers=tuple(w.code for w in programme.workers if draw.random() < 0.7),
    )


def reckoned(programme: Programme, chosen: Chosen) -> int:
    """Return what a session costs as the search reckons it: without any lines."""
    prices = Prices(programme, programme.projects[0].sessions[0])
    by_code = {person.code: person for person in programme.people}
    people = [by_code[one.person] for one in chosen.coming]
    ways = [Way(by=one.way.by, pence=one.way.pence) for one in chosen.coming]
    team = [worker for worker in programme.workers if worker.code in chosen.workers]
    return (
        coming_pence(prices, people, ways) + prices.around(programme.venues[0]) + prices.team(team)
    )


def test_the_lines_of_1000_random_plans_add_up_to_what_the_search_reckoned() -> None:
    draw = Random(52)
    for _ in range(1000):
        programme = a_programme(draw)
        chosen = a_session(draw, programme)

        costs = costs_of(programme, (chosen,))

        (session,) = costs.sessions
        assert costs.pence == session.pence == sum(line.pence or 0 for line in session.lines)
        assert session.pence == reckoned(programme, chosen)
        assert all(
            line.each_pence is None or line.pence == line.many * line.each_pence
            for line in session.lines
        )
        assert session.at_least == any(line.not_known for line in session.lines)


def of(*coming: tuple[Person, WayTaken], **given: object) -> tuple[CostLine, ...]:
    """Return the lines of a session some people come to."""
    programme = PROGRAMME.model_copy(update=given)
    chosen = Chosen(
        project="group",
        number=1,
        start=START,
        end=END,
        venue="hall",
        workers=tuple(worker.code for worker in programme.workers),
        coming=tuple(Coming(person=person.code, way=way) for person, way in coming),
    )
    return costs_of(programme, (chosen,)).sessions[0].lines


def told(lines: tuple[CostLine, ...]) -> list[tuple[str, int, int | None, str]]:
    return [(line.what, line.many, line.pence, line.paid) for line in lines]


def test_what_nobody_has_said_is_a_line_without_a_sum() -> None:
    unknown = WayTaken(by="bus", out_minutes=10, back_minutes=10, fare_known=False)

    assert told(of((ISHBEL, unknown))) == [
        ("Hire of Glen Hall", 1, None, "by invoice"),
        ("Fare by bus there and back", 1, None, "ahead"),
    ]


def test_alike_journeys_stand_in_one_line_and_free_ones_in_none() -> None:
    bus, free = (
        WayTaken(by="bus", out_minutes=10, back_minutes=10, pence=pence) for pence in (420, 0)
    )
    taxi = WayTaken(by="taxi", out_minutes=10, back_minutes=10, pence=2400, estimated=True)
    others = tuple(RORY.model_copy(update={"code": code}) for code in ("una", "flora", "neil"))
    project = PROJECT.model_copy(update={"members": ("ishbel", "una", "flora", "neil")})

    lines = of(
        *zip((ISHBEL, *others), (bus, bus, free, taxi), strict=True),
        people=(ISHBEL, *others),
        projects=(project,),
        venues=(FREE_HALL,),
    )

    assert told(lines) == [
        ("Hire of Glen Hall", 1, 0, "by invoice"),
        ("Fare by bus there and back", 2, 840, "ahead"),
        ("Taxi", 1, 2400, "prepaid"),
    ]
    assert [line.estimated for line in lines] == [False, False, True]


def test_all_taxis_of_a_session_are_one_line_with_the_hire_of_special_ones() -> None:
    """A row for wheelchair taxis alone told whoever pays, in a small group, whose one was."""
    special = Worker(code="glen", name="Glen", roles=(WHEELCHAIR_TAXI,), session_pence=1500)
    una = RORY.model_copy(update={"code": "una", "assistance": (WHEELCHAIR_TAXI,)})
    project = PROJECT.model_copy(update={"members": ("ishbel", "una")})
    by_taxi = WayTaken(by="taxi", out_minutes=10, back_minutes=10, pence=2000)
    unknown = by_taxi.model_copy(update={"pence": 0, "fare_known": False})
    given = {"people": (ISHBEL, una), "projects": (project,), "venues": (FREE_HALL,)}

    def taxis(ishbels: WayTaken, unas: WayTaken, *workers: Worker) -> CostLine:
        both = (ISHBEL, ishbels), (una, unas)
        (line,) = of(*both, workers=workers, **given)[1:]
        return line

    plain, hired = taxis(by_taxi, by_taxi), taxis(by_taxi, by_taxi, special)
    lacking, bare = taxis(by_taxi, unknown, special), taxis(unknown, unknown)
    alone = of((una, by_taxi), workers=(special,), **given)[-1]

    each = [
        (one.what, one.many, one.each_pence, one.pence, one.not_known)
        for one in (plain, hired, lacking, bare, alone)
    ]
    assert each == [
        ("Taxi", 2, 2000, 4000, 0),
        ("Taxi", 2, None, 5500, 0),
        ("Taxi", 2, None, 3500, 1),
        ("Taxi", 2, None, None, 2),
        ("Taxi", 1, 3500, 3500, 0),
    ]
    assert {one.kind for one in (plain, hired, lacking, bare, alone)} == {"journeys"}
    assert {one.paid for one in (plain, hired, lacking, bare, alone)} == {"prepaid"}
