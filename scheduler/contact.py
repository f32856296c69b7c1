"""How and when it is safe to get in touch with somebody, and who answers in which language."""

from typing import Final, Literal

from scheduler.words import Clock, Label, Minutes, Word

WayToTell = Literal["in person", "letter", "phone call", "text message", "e-mail", "calendar"]
"""A way to tell somebody something."""

UNTIL_ASKED: Final[tuple[WayToTell, ...]] = ("in person", "calendar")
"""What is made for somebody who was not asked yet: only what is put into their own hands."""

USUAL_POST_DAYS: Final = 3
"""How long a letter takes where nobody said: second class post is for two or three days
(Royal Mail), and to islands it may take longer."""


class Contact(Word):
    """The ways and hours to get in touch that somebody said are safe for them; nobody asks why."""

    ways: tuple[WayToTell, ...] = ()
    """Ways they chose; nothing else is made for them. Empty means they were not asked yet."""
    hours: tuple[str, ...] = ()
    """When it is safe, as weekly hours such as "Mon-Fri 10:00-12:00"; empty means any."""
    not_before: Clock | None = None
    """Never before this time of day."""
    post_days: Minutes | None = None
    """How many days a letter takes to reach them; empty takes 3."""

    def allows(self, way: WayToTell) -> bool:
        """Say whether something may be made for them in this way without their asking for it."""
        return way in (self.ways or UNTIL_ASKED)

    @property
    def days_in_the_post(self) -> int:
        """How many days to reckon for a letter."""
        return USUAL_POST_DAYS if self.post_days is None else self.post_days


class LanguageContact(Word):
    """Somebody who answers questions in a language."""

    language: Label
    """The language, as people call it in English, such as Polish."""
    phone: Label
    """The number to ring."""
    name: Label = ""
    """Who answers."""
