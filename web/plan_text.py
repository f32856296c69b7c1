"""A plan as text for the terminal: what is held, who comes, what to do, and how sure we are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from textwrap import wrap
from typing import Final

from scheduler.plan import Absent, Chosen, Plan, Question
from scheduler.programme import Programme, Project
from scheduler.sentences import counted, listed, pounds
from scheduler.spoken_days import spoken_day
from scheduler.unmet import Conflict, Kind, Offer
from scheduler.venues import BY_PHONE, ONLINE
from web.meanings import with_meanings
from web.shown.attendance import attendance
from web.shown.levels import called
from web.shown.people import in_no_group
from web.shown.promised import shown_promised
from web.shown.summary import by_choice, to_settle
from web.shown.sums import known_sum
from web.shown.taxis import shown_taxis
from web.wording import say

WIDTH: Final = 79
KINDS: Final[dict[Kind, str]] = {
    "ask": "what is not known yet",
    "group": "a smaller or split group",
    "times": "other days, hours or places",
    "sessions": "fewer, shorter or optional sessions",
    "approach": "a change of approach",
    "money": "more money",
}
"""What offers change: what is known first, then in the order of the guide."""

Purpose = tuple[date, datetime, str]
"""By when something is to be done, and for which session: its start and the code of its project."""


def plan_text(programme: Programme, plan: Plan, *, today: date = date.min) -> str:
    """Return a plan in plain sentences, with names where there are any.

    Parameters
    ----------
    today
        Against which days that have passed are marked; none is where it is not told.
    """
    telling = _Telling(programme, plan, dict(_names(programme)), today)
    parts = (
        telling.heading(),
        *(telling.project(project) for project in programme.projects),
        _part(say("promised.title"), shown_promised(programme, plan)),
        _part("What counting alone shows", telling.obstacles()),
        _part("What found no date", telling.unplaced()),
        _part("Who is left out", telling.left_out()),
        _part("Groups too big or too small", (one.says for one in plan.regroupings)),
        _part("Which groups stand in each other's way", telling.in_the_way()),
        *(telling.conflict(conflict) for conflict in plan.conflicts),
        _part("To find out before this is final", telling.questions(holds_back=True)),
        _part("Not known, and accepted in writing", telling.questions(holds_back=False)),
        telling.tasks(),
        _part("What it means for each person", (outcome.line for outcome in plan.people)),
        _part("Who is in no group", in_no_group(programme)),
        _part("How sure this is", telling.sureness()),
    )
    return with_meanings("\n\n".join("\n".join(lines) for lines in map(tuple, parts) if lines))


@dataclass(frozen=True)
class _Telling:
    """A plan being told, with the names of whom and what it is about."""

    programme: Programme
    plan: Plan
    names: Mapping[tuple[str, str], str]
    """Names by kind and code: a person and a venue may share a code."""
    today: date

    def heading(self) -> Iterator[str]:
        yield self.programme.name
        yield "=" * len(self.programme.name)
        yield from wrap(f"{self._placed()} {by_choice(self.programme)}".rstrip(), WIDTH)
        if not self.plan.final and self.plan.possible:
            yield "This is not final yet: some things have to be found out first."
        yield from wrap(to_settle(self.programme, self.plan), WIDTH)

    def _placed(self) -> str:
        placed = len(self.plan.sessions)
        wanted = sum(len(project.sessions) for project in self.programme.projects)
        if placed == wanted and by_choice(self.programme):
            return say("plan.chosen_placed", sessions=counted(wanted, "session"))
        if placed == wanted:
            return f"A date and a place for {counted(wanted, 'session')}: all that were asked for."
        some = f"a date and a place for {placed} of {counted(wanted, 'session')}."
        if self.plan.possible:
            return f"Every session that has to be held can be: {some}"
        return f"Not every session that has to be held can be: {some}"

    def project(self, project: Project) -> Iterator[str]:
        chosen = [each for each in self.plan.sessions if each.project == project.code]
        yield project.label
        width = max((len(spoken_day(each.start.date())) for each in chosen), default=0)
        for each in chosen:
            yield from self._session(each, width=width)
        if not chosen:
            yield "  No session has a date."
        if cost := known_sum(self.plan, chosen, pounds):
            yield from indented(say("plan.cost", cost=cost), 2)
        for one in self.plan.costs.reaches:
            if one.project == project.code:
                yield from indented(" ".join(one.says), 2)

    def _session(self, chosen: Chosen, *, width: int) -> Iterator[str]:
        day = spoken_day(chosen.start.date())
        hours = f"{chosen.start:%H:%M} to {chosen.end:%H:%M}"
        title = f"  {chosen.title}" if chosen.title else ""
        venue = self._named("venue", chosen.venue)
        yield f"  {chosen.number:>2}  {day:<{width}}  {hours}  {venue}{title}"
        unsure = [self._named("person", one.person) for one in chosen.coming if not one.sure]
        who = f": {listed(unsure)}" if unsure else ""
        yield from indented(f"{attendance(chosen)}{who}.", 6)
        told = [self._absence(absent) for absent in chosen.absent]
        told += [reason for coming in chosen.coming for reason in coming.if_need_be]
        for line in told:
            yield from indented(line, 6)
        if chosen.workers:
            workers = listed([self._named("worker", code) for code in chosen.workers])
            yield from indented(f"Workers: {workers}.", 6)
        for note in (*shown_taxis(self.programme, chosen), *chosen.notes):
            yield from indented(note, 6)

    def _absence(self, absent: Absent) -> str:
        name = self._named("person", absent.person)
        if absent.stands_down:
            return f"{name} leaves the place to others this time."
        if absent.stays_away:
            return absent.stays_away
        return f"Without {name}. {' '.join(absent.reasons)}".rstrip()

    def unplaced(self) -> Iterator[str]:
        for one in self.plan.unplaced:
            optional = "" if one.required else " (optional)"
            label = self._named("project", one.project)
            said = f"{label}, session {one.number}{optional}: {one.reason} {one.remedy}"
            yield said.rstrip()

    def obstacles(self) -> Iterator[str]:
        for one in () if self.plan.possible else self.plan.obstacles:
            yield f"{one.says} {one.remedy}"

    def in_the_way(self) -> Iterator[str]:
        for one in self.plan.in_the_way:
            yield f"{one.says} {one.remedy}"

    def left_out(self) -> Iterator[str]:
        for one in self.plan.left_out:
            yield f"{self._named('person', one.person)}: {one.reason} {one.remedy}"

    def conflict(self, conflict: Conflict) -> Iterator[str]:
        label = self._named("project", conflict.project)
        yield from _part(f"Why it cannot be done: {label}", [conflict.says])
        for tried in conflict.tried:
            own = [_offer(offer) for offer in conflict.offers if offer.kind == tried.kind]
            yield from _part(f"What would help: {KINDS[tried.kind]}", [tried.says, *own])

    def questions(self, *, holds_back: bool) -> Iterator[str]:
        asked = (each for each in self.plan.questions if each.holds_back == holds_back)
        yield from dict.fromkeys(map(_question, asked))

    def tasks(self) -> Iterator[str]:
        """Tell what is to be done by when: a heading for each day and what it is for."""
        due: dict[Purpose, list[str]] = {}
        for chosen in sorted(self.plan.sessions, key=lambda each: each.start):
            for task in chosen.tasks:
                what = f"{task.what}{_ring(task.phone)}"
                due.setdefault((task.due, chosen.start, chosen.project), []).append(what)
        if due:
            yield "To do"
        for (day, start, project), tasks in sorted(due.items()):
            of = f", {self._named('project', project)}" if len(self.programme.projects) > 1 else ""
            purpose = f"{spoken_day(start.date())}{of}"
            late = day < self.today <= start.date()
            by = say("todo.overdue" if late else "todo.by", day=spoken_day(day))
            yield from indented(f"{by}, for {purpose}:", 2)
            for what in tasks:
                yield from indented(what, 4)

    def sureness(self) -> Iterator[str]:
        if not self.plan.order:
            return
        unproven = next((level.name for level in self.plan.order if not level.proven), None)
        if unproven is None:
            yield "No plan is better, point by point in the order of concern: this is proven."
        else:
            yield f"Proven best up to, but not including, this point: {called(unproven)}."
            yield "From there on it is the best that was found."
        looked = self.plan.certificate
        if looked.candidates:
            pairs = counted(looked.candidates, "date and room", "dates and rooms")
            yield f"Looked at: {pairs}. Nothing rules out {looked.open_candidates} of them."
        yield from looked.put_first

    def _named(self, kind: str, code: str) -> str:
        return self.names.get((kind, code), code)


def _names(programme: Programme) -> Iterator[tuple[tuple[str, str], str]]:
    for project in programme.projects:
        yield ("project", project.code), project.label
        yield from ((("person", each.code), each.label) for each in programme.group(project))
    yield from ((("worker", each.code), each.label) for each in programme.workers)
    for venue in (*programme.venues, ONLINE, BY_PHONE):
        yield ("venue", venue.code), venue.label


def _offer(offer: Offer) -> str:
    then = f"{offer.placed} of {counted(offer.of, 'required session')} could be held"
    price = f" It asks {offer.price}." if offer.price else ""
    if offer.pence_more:
        pence, word = abs(offer.pence_more), "more" if offer.pence_more > 0 else "less"
        price += f" It costs £{pence // 100:,}.{pence % 100:02} {word}."
    else:
        price += " It costs the same."
    gives = offer.gives or ("Nobody would come to fewer sessions.",)
    return f"{offer.label}: {then}.{price} {' '.join((*offer.gains, *gives))}"


def _question(question: Question) -> str:
    return f"{question.asks}{_ring(question.phone)}"


def _ring(phone: str) -> str:
    return f" Ring {phone}." if phone else ""


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = tuple(lines)
    if told:
        yield title
    for line in told:
        yield from indented(line, 2)


def indented(text: str, by: int) -> Iterator[str]:
    """Give a text wrapped and indented, what follows its first line a little further in."""
    room = " " * by
    yield from wrap(text, WIDTH, initial_indent=room, subsequent_indent=f"{room}  ") or [room]
