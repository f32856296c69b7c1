"""Draws a group: people with lived experience and professionals, with diaries like real ones."""

from collections.abc import Iterator, Sequence

from benchmarks.season import Season
from scheduler.facts import NO, YES, Answer
from scheduler.people import Need, Person, Times, Travel
from scheduler.people import Season as TiedDown
from scheduler.venues import Place
from scheduler.words import Spell

SHIFTS = ("07:00-19:00", "19:00-07:00", "14:00-22:00")
PART_TIME = (
    "Mon-Wed 09:00-13:00",
    "Tue,Thu 12:00-18:00",
    "Mon,Wed,Fri 08:30-15:00",
    "Mon-Fri 17:00-21:00",
)
SCHOOL_RUNS = ("Mon-Fri 08:30-09:15", "Mon-Fri 14:45-15:45")
LAMBING = ("lambing_lowland_main", "lambing_upland_outdoor", "lambing_hill_blackface")
KEPT = (
    ("eid_al_fitr", "eid_al_adha", "ramadan_iftar", "jumuah"),
    ("shabbat", "yom_tov"),
    ("diwali", "holi"),
    ("sunday_worship", "good_friday", "easter_sunday"),
)
NEEDS: tuple[Need, ...] = ("step-free", "accessible toilet", "hearing loop", "quiet room")
EMPLOYERS = ("Glen Council", "Glen Council", "Glen Health Board", "Glen Advocacy", "Hill Trust")


def a_group(season: Season, places: Sequence[Place], many: int) -> tuple[Person, ...]:
    """Return a group of which one half, or one more, has lived experience."""
    lived = many - many // 2
    return (
        *(_member(season, places, number) for number in range(lived)),
        *(_professional(season, places, number) for number in range(many // 2)),
    )


def _member(season: Season, places: Sequence[Place], number: int) -> Person:
    keeps = season.draw.choice(KEPT) if season.chance(0.2) else ()
    return Person(
        code=f"L{number + 1}",
        roles=(season.draw.choice(("lived experience",) * 3 + ("family or unpaid carer",)),),
        home=season.draw.choice(places).code,
        times=_days_of_a_member(season),
        travel=_travel(season, cars=0.6),
        keeps=keeps,
        seasons=_flocks(season),
        needs=season.some(NEEDS, 0.06),
        needs_asked=Answer.YES,
        sessions_wanted=5 if season.chance(0.04) else None,
    )


def _professional(season: Season, places: Sequence[Place], number: int) -> Person:
    ends = "17:00" if season.chance(0.6) else "21:00"
    return Person(
        code=f"P{number + 1}",
        roles=("professional",),
        home=season.draw.choice(places).code,
        employer=season.draw.choice(EMPLOYERS),
        times=Times(
            told=Answer.YES,
            free=(f"Mon-Fri 08:30-{ends}",),
            busy=_diary(season, season.draw.randint(15, 45)),
            away=tuple(season.days_away(10) for _ in range(season.draw.randint(1, 3))),
        ),
        travel=_travel(season, cars=0.95),
        needs_asked=Answer.YES,
    )


def _days_of_a_member(season: Season) -> Times:
    return Times(
        told=Answer.YES if season.chance(0.98) else Answer.UNKNOWN,
        work=tuple(_work(season)),
        care=SCHOOL_RUNS if season.chance(0.35) else (),
        busy=_diary(season, season.draw.randint(4, 12)),
        away=tuple(season.days_away(5) for _ in range(season.draw.randint(1, 4))),
        if_need_be=("Mon-Fri 17:00-22:00",) if season.chance(0.25) else (),
        not_before="10:00" if season.chance(0.3) else None,
        home_by=season.draw.choice(("17:30", "19:00", "22:00")) if season.chance(0.4) else None,
        home_before_dark=season.chance(0.08),
    )


def _work(season: Season) -> Iterator[str]:
    if season.chance(0.3):
        hours, days = season.draw.choice(SHIFTS), season.draw.choice((3, 4))
        # A rota says nothing about days before it begins: let it begin with the programme.
        yield f"{days} on {days} off from {season.first}, {hours}"
    elif season.chance(0.4):
        yield season.draw.choice(PART_TIME)


def _flocks(season: Season) -> tuple[TiedDown, ...]:
    if not season.chance(0.15):
        return ()
    return (TiedDown(activity=season.draw.choice(LAMBING)),)


def _diary(season: Season, many: int) -> tuple[Spell, ...]:
    return tuple(season.appointment() for _ in range(many))


def _travel(season: Season, *, cars: float) -> Travel:
    return Travel(
        car=YES if season.chance(cars) else NO,
        comfortable_minutes=season.draw.choice((None, 30, 40, 60)),
        most_minutes=season.draw.choice((45, 60, 75, 90)),
    )
