"""Sites of sessions: each is a named place."""

from collections.abc import Iterator

from scheduler.files.checks.walking import sessions
from scheduler.files.findings import Finding, suggestion
from scheduler.programme import Programme


def sites_unknown(programme: Programme, unsure: frozenset[str]) -> Iterator[Finding]:
    """Find sites that are no place of the programme.

    Parameters
    ----------
    unsure
        Lists of the programme that may hold more than could be read.
    """
    names = [n for p in programme.places for n in (p.code, p.name, p.postcode_district) if n]
    for path, session in sessions(programme) if "places" not in unsure else ():
        if session.site and programme.place(session.site) is None:
            remedy = f"is no place of this programme; {suggestion(session.site, names)}"
            yield Finding((*path, "site"), session.site, remedy)
