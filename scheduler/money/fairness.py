"""Whether people are paid alike, and whether anybody would be paid more than they want."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from scheduler.money.heads import Prices
from scheduler.sentences import counted, pounds
from scheduler.spoken_days import spoken_day, spoken_days

if TYPE_CHECKING:
    from scheduler.people import Person
    from scheduler.plan import Chosen
    from scheduler.programme import Programme, Project

ASK = (
    "Before anybody is paid for their time, ask each how they want it: money, a voucher, less, "
    "later or nothing. What a payment does to somebody's benefits only an adviser can say: "
    "ask a benefits adviser."
)
"""Said of everybody who is paid alike, so that it points at nobody."""


def money_warnings(programme: "Programme", sessions: "Sequence[Chosen]") -> Iterator[str]:
    """Give what is not fair or not agreed yet about people's pay, and what to do about it."""
    for project in programme.projects:
        own = [chosen for chosen in sessions if chosen.project == project.code]
        people = {person.code: person for person in programme.group(project)}
        there = [people[c] for c in dict.fromkeys(o.person for s in own for o in s.coming)]
        yield from _parity(programme, project, there)
    if programme.paid_roles and sessions:
        yield ASK
    yield from _over_limits(programme, sessions)


def _parity(programme: "Programme", project: "Project", there: "Sequence[Person]") -> Iterator[str]:
    """Warn where some are there as part of their job and others are paid nothing.

    Iriss, How to: Address power imbalance through co-production (2018): if professionals are paid,
    everybody should be.
    """
    unpaid = [p for p in there if p.is_lived and not set(p.roles) & set(programme.paid_roles)]
    unpaid = [person for person in unpaid if person.pay.by != "declines"]
    if not unpaid or not any(person.is_professional for person in there):
        return
    many = counted(len(unpaid), "person", "people")
    with_whom = f"{many} with lived experience would sit beside people who are paid to be there"
    yield (
        f"{project.label}: {with_whom}, and nobody has decided to pay them for their time. "
        "To clear this, say which roles are paid, or ask each of them and note who declines."
    )


@dataclass(frozen=True)
class _Payment:
    day: date
    pence: int


def _over_limits(programme: "Programme", sessions: "Sequence[Chosen]") -> Iterator[str]:
    """Say for whom the payments of a stretch of time come to more than they want."""
    payments: dict[str, list[_Payment]] = defaultdict(list)
    people = {p.code: p for project in programme.projects for p in programme.group(project)}
    projects = {project.code: project for project in programme.projects}
    for chosen in sessions:
        session = projects[chosen.project].sessions[chosen.number - 1]
        prices = Prices(programme, session)
        for one in chosen.coming:
            if prices.is_paid(people[one.person]) and prices.time:
                payment = _Payment(chosen.start.date(), prices.time.pence)
                payments[one.person].append(payment)
    for code, paid in payments.items():
        if people[code].pay.most_pence is not None:
            yield from _over_limit(people[code], paid)


def _over_limit(person: "Person", payments: Sequence[_Payment]) -> Iterator[str]:
    stretches: dict[int, list[_Payment]] = defaultdict(list)
    for payment in payments:
        stretches[_stretch(person, payment.day)].append(payment)
    most = person.pay.most_pence or 0
    for _, paid in sorted(stretches.items()):
        total, days = sum(each.pence for each in paid), sorted(each.day for each in paid)
        if total > most:
            when = spoken_days(days[0], days[-1])
            within = (
                "in all"
                if person.pay.most_pence_in == "the project"
                else (f"in {person.pay.most_pence_in}")
            )
            yield (
                f"{person.label} wants to be paid no more than {pounds(most)} {within}; "
                f"{when} it would be {pounds(total)}. Pay {pounds(most)}, and ask "
                f"before {spoken_day(days[-1])} what is to become of the rest."
            )


def _stretch(person: "Person", day: date) -> int:
    """Return the number of the stretch of time in which a payment counts."""
    if person.pay.most_pence_in == "the project":
        return 0
    if person.pay.most_pence_in == "a week":
        return (day.toordinal() - 1) // 7
    return 12 * day.year + day.month - (day.day < person.month_begins_on)
