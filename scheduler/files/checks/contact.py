"""How to get in touch: hours that can be read, e-mail that has an address, languages told once."""

from collections.abc import Iterator
from typing import Final

from scheduler.files.checks.patterns import HoursAsTyped
from scheduler.files.findings import Finding, Path
from scheduler.programme import Programme

MOST_POST_DAYS: Final = 60
LEAST_DIGITS: Final = 3


def contact_faults(programme: Programme, *, all_named: bool = True) -> Iterator[Finding]:
    """Find safe hours nobody can read, e-mail to no address, and contacts that cannot be rung.

    Parameters
    ----------
    all_named
        Whether every name of days could be read.
    """
    hours = HoursAsTyped(programme, all_named=all_named)
    for n, person in enumerate(programme.people):
        told, path = person.contact, ("people", n, "contact")
        yield from hours.all_faults((*path, "hours"), told.hours)
        if "e-mail" in told.ways and not person.email:
            remedy = "has no address to go to; fill in email, or leave it out"
            yield Finding((*path, "ways"), "e-mail", remedy)
        if (told.post_days or 0) > MOST_POST_DAYS:
            remedy = f"is too many; write at most {MOST_POST_DAYS}"
            yield Finding((*path, "post_days"), str(told.post_days), remedy)
    yield from _languages(programme)


def _languages(programme: Programme) -> Iterator[Finding]:
    met: set[str] = set()
    for n, contact in enumerate(programme.contacts):
        path: Path = ("contacts", n)
        if contact.language.casefold() in met:
            yield Finding((*path, "language"), contact.language, "stands twice; keep one")
        met.add(contact.language.casefold())
        if sum(c.isdecimal() for c in contact.phone) < LEAST_DIGITS:
            remedy = "is no phone number; write the number to ring"
            yield Finding((*path, "phone"), contact.phone, remedy)
