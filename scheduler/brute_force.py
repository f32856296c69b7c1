"""Every possible series of a tiny programme, judged by plain checks.

The last word on what is best.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise, product

from scheduler.constraint import Registry
from scheduler.degree import Degree
from scheduler.finished import Meeting
from scheduler.grid import grid_for
from scheduler.in_force import Rules, in_force
from scheduler.judged import Judged
from scheduler.order import Standing, Tally, Value, with_people_first
from scheduler.people import Person
from scheduler.programme import Programme, Project
from scheduler.staffing import team_for
from scheduler.succession import is_in_order
from scheduler.ties import Deciding, Ties, ties_of
from scheduler.totals import purses_of, spent
from scheduler.travel import every_travel

Series = tuple[Meeting | None, ...]


def best_by_trying(programme: Programme, constraints: Registry) -> tuple[tuple[str, Value], ...]:
    """Return the best value of every level of a programme with one project, by trying everything.

    It knows `check` and nothing else: no screen, no columns, no bounds. Meant for a few dozen
    candidates and three or four sessions.
    """
    rules = in_force(constraints, programme, programme.projects[0])
    people_first = ties_of(rules).people_first
    tallied: dict[int, tuple[Meeting, Tally]] = {}
    every = (
        Standing(programme, tuple(_tally(each, rules, tallied) for each in series if each)).values()
        for series in every_series(programme, constraints)
    )
    return min(every, key=lambda each: with_people_first(programme, each) if people_first else each)


def every_series(programme: Programme, constraints: Registry) -> Iterator[Series]:
    """Give every possible series of a programme with one project."""
    (project,) = programme.projects
    rules = in_force(constraints, programme, project)
    wishes = [
        _wishes(programme, project, number, rules) for number in range(1, len(project.sessions) + 1)
    ]
    yield from _series(wishes, rules)


def _wishes(
    programme: Programme, project: Project, number: int, rules: Rules
) -> list[Meeting | None]:
    """Return every way to hold a session, or to leave it out; a promise is never left out."""
    held = list(_meetings(programme, project, number, rules))
    promised = project.sessions[number - 1].is_promised and held
    return [*held] if promised else [None, *held]


def _series(wishes: Sequence[Sequence[Meeting | None]], rules: Rules) -> Iterator[Series]:
    for series in product(*wishes):
        held = [meeting for meeting in series if meeting is not None]
        totals = ties_of(rules).totals
        if _may_follow(held, rules) and not any(s.is_too_much for s in spent(held, totals)):
            yield series


def _may_follow(held: Sequence[Meeting], rules: Rules) -> bool:
    tied = [rule for rule in rules if "earlier" in rule.asks_for()]
    for earlier, later in pairwise(held):
        if not is_in_order(earlier, later):
            return False
        named: dict[str, object] = {
            "start": later.start,
            "end": later.end,
            "day": later.day,
            "venue": later.venue,
        }
        named |= {
            "programme": later.programme,
            "session": later.session,
            "project": later.project,
            "earlier": earlier,
        }
        promised = earlier.session.is_promised and later.session.is_promised
        for rule in () if promised else tied:
            objection = rule.check(**{name: named[name] for name in rule.asks_for()})
            if objection is not None and objection.degree >= Degree.NEVER:
                return False
    return True


def _tally(meeting: Meeting, rules: Rules, tallied: dict[int, tuple[Meeting, Tally]]) -> Tally:
    """Return what a session asks of each person, worked out once for all series it is part of."""
    if id(meeting) not in tallied:
        # Held beside its tally: while it lives, no other has its number.
        tallied[id(meeting)] = meeting, Judged(meeting, rules).tally()
    return tallied[id(meeting)][1]


def _meetings(
    programme: Programme, project: Project, number: int, rules: Rules
) -> Iterator[Meeting]:
    """Give every way to hold one session: start, venue, and who stands down."""
    session = project.sessions[number - 1]
    grid = grid_for(programme, project, session)
    for start, end in zip(grid.starts, grid.ends, strict=True):
        for venue in grid.venues:
            when = start, end
            team = team_for(programme, session, grid.people, time=when, venue=venue) or ()
            everybody = Meeting(
                programme, project, session, number, start, end, venue, grid.people,
                coming=grid.people, present=grid.people,
                workers=tuple(w.code for w in team), earlier=None, rules=rules,
            )  # fmt: skip
            yield from _riding(everybody, rules)


def _riding(everybody: Meeting, rules: Rules) -> Iterator[Meeting]:
    """Give every company for every choice of how people travel that leaves nobody behind."""
    plain, at = Judged(everybody, rules), (everybody.project, everybody.session)
    every = every_travel(everybody.programme, *at, rules=rules)
    judged = [plain.if_travelling(own, everybody.coming) for own in every]
    held = {
        one.meeting.travel: (one, list(_companies(one, rules)))
        for one in judged
        if one.everybody_travels
    }
    for own, meetings in held.values():
        codes = own.meeting.travel.set_out
        for meeting in meetings:
            here = {person.code for person in meeting.coming}
            if codes <= here and not any(
                _leaves_behind(meeting, own, other, taking) for other, taking in held.values()
            ):
                yield meeting


def _leaves_behind(meeting: Meeting, own: Judged, other: Judged, taking: Sequence[Meeting]) -> bool:
    """Say whether somebody could ride along whom that helps, with all who come coming still."""
    more, rides = other.meeting.travel, meeting.travel.rides
    added = set(more.rides) - set(rides)
    is_one_more = len(more.rides) == len(rides) + 1 and len(added) == 1
    if more.cheaper != meeting.travel.cheaper or not is_one_more:
        return False
    ((driver, driven),) = added
    person = next(each for each in meeting.group if each.code == driven)
    helps = (other.is_able(person), other.is_sure(person)) > (
        own.is_able(person),
        own.is_sure(person),
    )
    here = {each.code for each in meeting.coming}
    if not helps or driver not in here or _draws(other, person):
        return False
    if any(own.is_sure(each) and not other.is_sure(each) for each in meeting.coming):
        return False
    return any(here | {driven} <= {each.code for each in more.coming} for more in taking)


def _draws(judged: Judged, person: Person) -> bool:
    meeting, totals = judged.meeting, ties_of(judged.rules).totals
    keeping = (tie for tie in totals if tie.keeps_away)
    purses = (purse for tie in keeping for purse in purses_of(tie, meeting.group))
    return any(purse.draws(meeting, (person,)) for purse in purses)


def _companies(judged: Judged, rules: Rules) -> Iterator[Meeting]:
    everybody = judged.meeting
    promised = everybody.session.is_promised
    closed = any(
        one.degree is Degree.RIGHT or (one.degree is Degree.NEVER and one.person is None)
        for one in judged.said
    )
    if closed and not promised:
        return
    able = tuple(person for person in everybody.group if judged.is_able(person))
    if not judged.counts:
        yield replace(everybody, coming=(), present=(), expected=able, counts=False)
        return
    sure = frozenset(person.code for person in able if judged.is_sure(person))
    companies = [able] if promised else _staying_away(everybody, able, sure, ties_of(rules))
    for coming in companies:
        meeting = _with(everybody, coming, sure)
        if promised or _may_meet(meeting, rules):
            yield meeting


def _staying_away(
    everybody: Meeting, able: tuple[Person, ...], sure: frozenset[str], ties: Ties
) -> Iterator[tuple[Person, ...]]:
    """Give every company that ties leave: who draws on something, who decides with whom, turns."""
    keeping = [tie for tie in ties.totals if tie.keeps_away]
    purses = [purse for tie in keeping for purse in purses_of(tie, everybody.group)]
    free = [p for p in able if any(purse.draws(everybody, (p,)) for purse in purses)]
    for many in range(len(free) + 1):
        for away in combinations(free, many):
            here = tuple(person for person in able if person not in away)
            for company in _deciding(here, everybody, ties.deciding):
                yield from _standing_down(company, everybody, sure, ties)


def _deciding(
    here: tuple[Person, ...], everybody: Meeting, deciding: Sequence[Deciding]
) -> Iterator[tuple[Person, ...]]:
    project, group = everybody.project, everybody.group
    found = [here]
    for circle, both in ((c, tie.both) for tie in deciding for c in tie.of(project, group)):
        found = [left for company in found for left in _decided(company, circle, both=both)]
    yield from found


def _decided(
    company: tuple[Person, ...], circle: frozenset[str], *, both: bool
) -> list[tuple[Person, ...]]:
    every = circle <= {person.code for person in company}
    if both:
        return [company if every else tuple(p for p in company if p.code not in circle)]
    if not every:
        return [company]
    return [tuple(p for p in company if p.code != code) for code in sorted(circle)]


def _standing_down(
    here: tuple[Person, ...], everybody: Meeting, sure: frozenset[str], ties: Ties
) -> Iterator[tuple[Person, ...]]:
    """Give who is left where turns are taken; whoever stays away for that may leave less room."""
    for left in _once_stood_down(here, everybody, sure, ties):
        again = left != here
        yield from _standing_down(left, everybody, sure, ties) if again else (left,)


def _once_stood_down(
    here: tuple[Person, ...], everybody: Meeting, sure: frozenset[str], ties: Ties
) -> Iterator[tuple[Person, ...]]:
    together = [tie for tie in ties.deciding if tie.both]
    if not ties.stand_down:
        yield from _deciding(here, everybody, together)
        return
    (tie,) = ties.stand_down
    who = [person for person in here if tie.who(person)]
    room = sum(tie.than(person) for person in here if person.code in sure)
    for kept in combinations(who, min(room, len(who))):
        left = tuple(person for person in here if not tie.who(person) or person in kept)
        yield from _deciding(left, everybody, together)


def _may_meet(meeting: Meeting, rules: Rules) -> bool:
    for rule in rules:
        if "present" in rule.asks_for():
            for _, arguments in meeting.cases(rule.asks_for()):
                objection = rule.check(**arguments)
                if objection is not None and objection.degree >= Degree.NEVER:
                    return False
    return True


def _with(meeting: Meeting, coming: tuple[Person, ...], sure: frozenset[str]) -> Meeting:
    present = tuple(person for person in coming if person.code in sure)
    return replace(meeting, coming=coming, present=present)
