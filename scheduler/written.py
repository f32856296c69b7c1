"""Puts what was chosen into a plan that people can read."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from scheduler.accepted import accepted_question, is_accepted
from scheduler.choosing import Desk, Pick
from scheduler.degree import Degree
from scheduler.fetching import without_empty
from scheduler.money.heads import Prices
from scheduler.objections import Heard, heard
from scheduler.outcomes import outcomes_of
from scheduler.people import Person
from scheduler.plan import Absent, Chosen, Coming, Outcome, Question
from scheduler.programme import Programme
from scheduler.spoken_lifts import waits_for
from scheduler.staffing import team_for
from scheduler.staying_away import Company, why_away
from scheduler.tasks import still_expected, tasks_for
from scheduler.way_taken import way_taken
from scheduler.ways import way_for
from scheduler.workers import Worker

Said = tuple[Heard, ...]
"""Every objection to a session that was chosen."""


def said_of(desk: Desk, pick: Pick) -> Said:
    """Ask every rule what it has against a session that was chosen."""
    return heard(desk, pick.screened, start=pick.start, venue=pick.venue)


def chosen_session(desk: Desk, pick: Pick, said: Said) -> Chosen:
    """Return one session of the plan, with who comes, who does not and why."""
    grid, team = pick.grid, team_of(pick)
    start, end = grid.starts[pick.start], grid.ends[pick.start]
    coming = tuple(_coming(pick, p, said) for p, _ in pick.people)
    counts = pick.columns.screened.counts
    told = ((one.person, one.objection) for one in said)
    tasks = tasks_for(pick, team, coming, rules=desk.rules, said=told)
    return Chosen(
        project=desk.project.code,
        number=pick.number,
        title=desk.project.sessions[pick.number - 1].title,
        start=start,
        end=end,
        venue=grid.venues[pick.venue].code,
        counts=counts,
        coming=coming,
        expected=tuple(_coming(pick, p, said) for p, _ in pick.expected),
        absent=tuple(_absences(pick, said)),
        workers=tuple(worker.code for worker in team),
        notes=tuple(dict.fromkeys((*_notes(said), *still_expected(tasks)))),
        tasks=tasks,
        pence=pick.pence,
    )


def team_of(pick: Pick) -> tuple[Worker, ...]:
    """Return the workers of a session; none where not all can be had for one already promised."""
    grid = pick.grid
    start, end = grid.starts[pick.start], grid.ends[pick.start]
    where = grid.venues[pick.venue]
    when = start, end
    team = team_for(grid.programme, grid.session, grid.people, time=when, venue=where) or ()
    return without_empty(team, pick.travelling)


def questions(desk: Desk, told: Iterable[tuple[Pick, Said]]) -> tuple[Question, ...]:
    """Return what is not known and the plan rests on, each once."""
    found: dict[tuple[str, str, str], Question] = {}
    for pick, said in told:
        here = {person.code for _, person in (*pick.people, *pick.expected)}
        for_all = pick.columns.screened.for_all
        for one in said:
            concerned = one.person is None or one.constraint in for_all or one.person.code in here
            if one.objection.degree is Degree.UNKNOWN and concerned:
                question = _question(desk.programme, one)
                key = question.constraint, question.about, question.asks
                # Of two asked in one and the same words, one may hold back and one may not.
                found[key] = max(found.get(key, question), question, key=attrgetter("holds_back"))
    return tuple(found.values())


def accepted_questions(programme: Programme, picks: Sequence[Pick]) -> tuple[Question, ...]:
    """Return what the organiser decided in writing to plan with, where the plan rests on it."""
    used = {pick.grid.venues[pick.venue].code for pick in picks}
    used |= {p.code for pick in picks for _, p in (*pick.people, *pick.expected)}
    accepted = (each for each in programme.accepted_unknowns if each.about in used)
    return tuple(accepted_question(programme, each) for each in accepted)


def outcomes(desk: Desk, sessions: Sequence[Chosen]) -> tuple[Outcome, ...]:
    """Return what the plan means for each person of a project."""
    return outcomes_of(desk.programme, desk.project, sessions)


def _coming(pick: Pick, p: int, said: Sequence[Heard]) -> Coming:
    grid, person = pick.grid, pick.grid.people[p]
    venue, time = grid.venues[pick.venue], (grid.starts[pick.start], grid.ends[pick.start])
    own = [one for one in said if one.concerns(person) and one.beside]
    pays = grid.means.pays_for(person, grid.travel.which(person.code))
    travels = way_for(grid.programme, person, venue, time=time, pays=pays)
    way = grid.travelled(venue, person, travels)
    drivers = (each for each in grid.people if each.code == way.driver)
    waits = tuple(waits_for(each) for each in drivers if _is_unsure(pick, each, said))
    return Coming(
        person=person.code,
        way=way_taken(way),
        sure=not (waits or _is_unsure(pick, person, said)),
        if_need_be=_beside(own, Degree.AVOID),
        unsure_because=(*_beside(own, Degree.UNKNOWN), *waits),
    )


def _is_unsure(pick: Pick, person: Person, said: Sequence[Heard]) -> bool:
    """Say whether anything of somebody's own that their coming rests on is unknown."""
    for_all = pick.columns.screened.for_all
    own = (one for one in said if one.concerns(person) and one.constraint not in for_all)
    return any(one.objection.degree is Degree.UNKNOWN for one in own)


def _beside(said: Iterable[Heard], degree: Degree) -> tuple[str, ...]:
    told = (one.beside for one in said if one.objection.degree is degree)
    return tuple(dict.fromkeys(told))


def _absences(pick: Pick, said: Sequence[Heard]) -> Iterator[Absent]:
    able, group = pick.columns.able[pick.row], pick.grid.people
    prices = Prices(pick.grid.programme, pick.grid.session)
    coming = {person.code for _, person in pick.people}
    company = Company(prices, pick.grid.project, group, coming, pick.allows)
    expected = {p for p, _ in pick.expected}
    for p, person in enumerate(group):
        if pick.coming[p] or p in expected:
            continue
        way, ties = pick.grid.way(pick.start, pick.venue, p), pick.columns.company.ties
        away = why_away(person, way, ties=ties, company=company) if able[p] else ""
        reasons = [
            one.objection.organiser
            for one in said
            if one.concerns(person) and one.objection.degree is Degree.NEVER
        ]
        yield Absent(
            person=person.code,
            stands_down=bool(able[p]) and not away,
            stays_away=away,
            reasons=tuple(dict.fromkeys(reasons)),
        )


def _notes(said: Iterable[Heard]) -> Iterator[str]:
    for one in said:
        if one.person is None and one.objection.degree is Degree.AVOID:
            yield one.objection.organiser


def _question(programme: Programme, one: Heard) -> Question:
    accepted = is_accepted(programme, one.constraint, about=one.about)
    return Question(
        # Which rule asks on account of a person is said of nobody: else its absence would tell
        # whose reasons are their own.
        constraint=one.constraint if one.person is None else "",
        about=one.about,
        asks=one.objection.organiser,
        phone=one.phone,
        holds_back=not accepted,
    )
