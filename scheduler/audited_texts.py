"""Checks the sentences of a plan: each is one that a rule says, and none of those is kept back."""

from collections import Counter
from collections.abc import Iterable, Iterator

from scheduler.ahead import Ahead
from scheduler.degree import Degree
from scheduler.finished import WHOLE, Breach
from scheduler.judged import Judged
from scheduler.people import Person
from scheduler.plan import Chosen, Coming, Task
from scheduler.spoken_days import spoken_day
from scheduler.spoken_lifts import waits_for
from scheduler.tasks import still_expected, tasks_of


def text_breaches(judged: Judged, chosen: Chosen, elsewhere: frozenset[str]) -> Iterator[Breach]:
    """Find sentences about one session that no rule says, and those that are missing.

    Parameters
    ----------
    elsewhere
        Codes of those who are at another session then: why is not looked into, as the reason is
        that other session.
    """
    title = judged.meeting.session.title
    if chosen.title != title:
        yield _breach(judged, f'It is for "{title}", not "{chosen.title}".')
    people = {person.code: person for person in judged.meeting.group}
    for coming in chosen.there:
        yield from _of_coming(judged, people[coming.person], coming)
    for absent in chosen.absent:
        person = people[absent.person]
        expected = _said(judged, person, Degree.NEVER)
        if absent.person not in elsewhere:
            yield from _differences(judged, expected, absent.reasons, about=person.label)
    tasks = _tasks(judged, chosen)
    notes = (*_notes(judged), *still_expected(tasks))
    yield from _differences(judged, notes, chosen.notes, about="this session")
    expected, told = (list(map(_spoken, each)) for each in (tasks, chosen.tasks))
    yield from _differences(judged, expected, told, about="what is to be done")


def _breach(judged: Judged, says: str) -> Breach:
    return Breach(WHOLE, judged.meeting.project.code, judged.meeting.number, says, "words")


def _of_coming(judged: Judged, person: Person, coming: Coming) -> Iterator[Breach]:
    against, unknown = (
        [said.beside for said in judged.about(person) if said.beside and said.degree is degree]
        for degree in (Degree.AVOID, Degree.UNKNOWN)
    )
    drivers = judged.drivers_of(person)
    unknown += [waits_for(each) for each in drivers if not judged.is_sure(each)]
    yield from _differences(judged, against, coming.if_need_be, about=person.label)
    yield from _differences(judged, unknown, coming.unsure_because, about=person.label)


def _said(judged: Judged, person: Person, degree: Degree) -> list[str]:
    return [said.objection.organiser for said in judged.about(person) if said.degree is degree]


def _notes(judged: Judged) -> list[str]:
    general = (said for said in judged.said if said.person is None)
    return [said.objection.organiser for said in general if said.degree is Degree.AVOID]


def _tasks(judged: Judged, chosen: Chosen) -> tuple[Task, ...]:
    meeting = judged.meeting
    team = {worker.code: worker for worker in meeting.programme.workers}
    ahead = Ahead(
        programme=meeting.programme,
        project=meeting.project,
        session=meeting.session,
        venue=meeting.venue,
        start=meeting.start,
        end=meeting.end,
        coming=chosen.coming,
        counts=judged.counts,
        rules=judged.rules,
        said=tuple((one.person, one.objection) for one in judged.said),
    )
    return tasks_of(ahead, tuple(team[code] for code in meeting.workers if code in team))


def _spoken(task: Task) -> str:
    return f"by {spoken_day(task.due)}, {task.what} {task.phone}".rstrip()


def _differences(
    judged: Judged, expected: Iterable[str], told: Iterable[str], *, about: str
) -> Iterator[Breach]:
    rules, plan = Counter(expected), Counter(told)
    for says, many in plan.items():
        if many > max(1, rules[says]):
            yield _breach(judged, f"The plan says more than once of {about}: {says}")
    for says in plan.keys() - rules.keys():
        yield _breach(judged, f"The plan says of {about} what nothing bears out: {says}")
    for says in rules.keys() - plan.keys():
        yield _breach(judged, f"The plan does not say of {about}: {says}")
