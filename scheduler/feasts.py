"""Days of festivals that were named, where the moon or the place leaves them open."""

from datetime import date

from scheduler.words import Code, Label, Word


class NamedFeast(Word):
    """The day of a festival that somebody named."""

    festival: Code
    """Which festival, by a word that may stand under what people keep."""
    day: date
    """Its first main day, as they keep it."""


class AnnouncedFeast(Word):
    """The day of a festival as somebody announced it whom people go by, such as a mosque."""

    festival: Code
    """Which festival, by a word that may stand under what people keep."""
    day: date
    """Its first main day."""
    by: Label
    """Who announced it; people name them under `keeps_with`."""
