"""What a plan was made from and with, so that anybody can make it again."""

from collections.abc import Sequence

from scheduler.audited_proof import FOUND, PROVEN
from scheduler.choosing import Desk
from scheduler.files.programmes import fingerprint
from scheduler.made_with import versions
from scheduler.plan import Certificate
from scheduler.programme import Programme
from scheduler.put_first import decisions


def certificate_for(programme: Programme, desks: Sequence[Desk], *, proven: bool) -> Certificate:
    """Return the certificate of a plan made at some desks."""
    return Certificate(
        programme=fingerprint(programme),
        versions=versions(),
        settings={rule.name(): rule.settings() for rule in desks[0].rules} if desks else {},
        put_first=decisions(programme),
        method=PROVEN if proven else FOUND,
        candidates=sum(desk.candidates for desk in desks),
        open_candidates=sum(columns.places for desk in desks for columns in desk.columns),
        ended_by="proof" if proven else "work limit",
    )
