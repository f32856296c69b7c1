"""What speaks against a session held then and there, in sentences for the organiser."""

from collections.abc import Iterator

from scheduler.degree import Degree
from scheduler.judged import Judged
from scheduler.money.heads import Prices
from scheduler.staying_away import Company, why_away
from scheduler.ties import ties_of


def absences(judged: Judged) -> Iterator[str]:
    """Say of everybody who could not come why not, as far as it may be said."""
    for person in judged.meeting.group:
        if not judged.is_able(person):
            yield next(
                o.objection.organiser for o in judged.about(person) if o.degree is Degree.NEVER
            )


def staying_away(judged: Judged) -> Iterator[str]:
    """Say of everybody who would stay away by an agreement or a limit that they would."""
    meeting, ties = judged.meeting, ties_of(judged.rules)
    prices, coming = Prices(meeting.programme, meeting.session), {p.code for p in meeting.coming}
    company = Company(prices, meeting.project, meeting.group, coming, judged.allows)
    for person in meeting.group:
        if person.code not in company.coming and judged.is_able(person):
            says = why_away(person, meeting.way(person), ties=ties, company=company)
            yield from filter(None, (says,))


def reservations(judged: Judged) -> Iterator[str]:
    """Say what speaks against it, or is not known, without closing it."""
    mild = (o for o in judged.said if o.degree in {Degree.AVOID, Degree.UNKNOWN})
    yield from dict.fromkeys(one.objection.organiser for one in mild)
