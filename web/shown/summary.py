"""A plan in two or three sentences: what was found, when, and whether it can stand."""

from dataclasses import dataclass

from scheduler.figures import missed_by
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.sentences import counted, listed
from scheduler.settling import to_be_settled
from scheduler.spoken_days import spoken_day, spoken_days
from web.names import Names
from web.shown.sums import known_sum
from web.wording import say


@dataclass(frozen=True)
class Summary:
    """What stands at the head of a plan."""

    state: str
    """chosen (final, or ready to be booked), unknown (provisional) or closed (not possible)."""
    tag: str
    says: tuple[str, ...]


def summary(programme: Programme, plan: Plan) -> Summary:
    """Return a plan in a few sentences."""
    says = (
        _placed(programme, plan),
        _span(plan),
        fairness(programme, plan),
        _cost(plan),
        to_settle(programme, plan),
    )
    told = tuple(filter(None, says))
    if not plan.possible:
        return Summary("closed", say("plan.tag_impossible"), told)
    if plan.final:
        tag = "plan.tag_final" if _is_booked(programme, plan) else "plan.tag_ready"
        return Summary("chosen", say(tag), told)
    return Summary("unknown", say("plan.tag_provisional"), told)


def _is_booked(programme: Programme, plan: Plan) -> bool:
    """Say whether every session of a plan is booked or held already."""
    projects = Names.of(programme).projects
    return all(projects[c.project].sessions[c.number - 1].is_promised for c in plan.sessions)


def unplaced(plan: Plan) -> tuple[str, ...]:
    """Return what found no date, a sentence each."""
    return tuple(
        f"{one.reason} {one.remedy}".rstrip()
        if one.required
        else say("plan.unplaced_optional", reason=one.reason)
        for one in plan.unplaced
    )


def _placed(programme: Programme, plan: Plan) -> str:
    wanted = sum(len(project.sessions) for project in programme.projects)
    placed, left = len(plan.sessions), by_choice(programme)
    if placed == wanted:
        name = "plan.chosen_placed" if left else "plan.all_placed"
    else:
        name = "plan.some_placed" if plan.possible else "plan.not_placed"
    told = say(name, placed=placed, sessions=counted(wanted, "session"))
    return f"{told} {left}".rstrip()


def by_choice(programme: Programme) -> str:
    """Return in a sentence which sessions were left out by choice; empty where none was."""
    several = len(programme.projects) > 1
    told = [
        say("change.of_group", who=called, group=project.label) if several else called
        for project in programme.projects
        for called in project.left_out
    ]
    return say("plan.by_choice", which=listed(told)) if told else ""


def _span(plan: Plan) -> str:
    days = sorted(each.start.date() for each in plan.sessions)
    if not days:
        return ""
    if len(days) == 1:
        return say("plan.one_day", day=spoken_day(days[0]))
    return say("plan.span", days=spoken_days(days[0], days[-1]).removeprefix("from "))


def fairness(programme: Programme, plan: Plan) -> str:
    """Return in a sentence what people with lived experience miss; empty where that says little."""
    people = Names.of(programme).people
    lived = [each for each in plan.people if people[each.person].is_lived and each.wanted]
    if not lived or not plan.possible:
        return ""
    missed = list(map(missed_by, lived))
    if not any(missed):
        # Of a session that counts for nobody, nobody can be said not to miss it.
        return "" if plan.unsettled else say("plan.nobody_misses")
    some = counted(sum(1 for each in missed if each > 0), "person", "people")
    most = counted(max(missed), "session")
    return say("plan.some_miss", people=some, most=most)


def to_settle(programme: Programme, plan: Plan) -> str:
    """Return in a sentence what was booked against somebody's right; empty where nothing was."""
    days = [spoken_day(c.start.date()) for c in to_be_settled(programme, plan.sessions)]
    return say("plan.to_settle", days=listed(days)) if days else ""


def _cost(plan: Plan) -> str:
    cost = known_sum(plan, plan.sessions)
    return say("plan.cost", cost=cost) if cost else ""
