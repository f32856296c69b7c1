"""The days of festivals somebody named, or goes by because somebody they trust announced them."""

from scheduler.calendars.named_feasts import Feasts
from scheduler.people import Person
from scheduler.programme import Programme


def feasts_named(programme: Programme, person: Person) -> Feasts:
    """Return each festival's days as somebody keeps them; their own word goes before any other."""
    own = tuple((feast.festival, feast.day) for feast in person.keeps_on)
    told = {(festival, day.year) for festival, day in own}
    trusted = {each.casefold() for each in person.keeps_with}
    announced = (each for each in programme.announced if each.by.casefold() in trusted)
    others = ((each.festival, each.day) for each in announced)
    return (*own, *(each for each in others if (each[0], each[1].year) not in told))
