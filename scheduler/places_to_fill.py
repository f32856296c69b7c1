"""Seats in a group nobody has taken yet, with the limits people like them are likely to have."""

from scheduler.facts import Answer
from scheduler.feasts import NamedFeast
from scheduler.people import Need, Person, Season, Times, Travel
from scheduler.words import Code, Label, Word


class PlaceToFill(Word):
    """A place in the group nobody has taken yet, with its likely limits.

    So dates can stand in the call-out.
    """

    code: Code
    """How plans refer to it."""
    count: int = 1
    """How many such places there are, from 1 to 20."""
    role: Label = "lived experience"
    """The part to be played, such as lived experience or decision maker."""
    view: Label = ""
    """The view or camp looked for."""
    area: Label = ""
    """Where they are likely to live: a named place or postcode district."""
    likely: Times = Times()
    """When people like them can usually come."""
    travel: Travel = Travel()
    """How people like them usually get about."""
    keeps: tuple[Code, ...] = ()
    """Observances people like them often keep."""
    keeps_on: tuple[NamedFeast, ...] = ()
    """Festivals people like them keep on a day they named, such as that of the mosque nearby."""
    keeps_with: tuple[Label, ...] = ()
    """Whose announcement of days people like them go by."""
    seasons: tuple[Season, ...] = ()
    """Seasons that often tie people like them down."""
    needs: tuple[Need, ...] = ()
    """What to have ready for them."""

    def as_people(self) -> tuple[Person, ...]:
        """Return one stand-in person for each place, numbered.

        To plan with until somebody joins.
        """
        return tuple(
            Person(
                code=f"{self.code}-{number}",
                name=f"Place to fill: {self.role} {number}",
                roles=(self.role,),
                view=self.view,
                home=self.area,
                times=self.likely.model_copy(update={"told": Answer.YES}),
                travel=self.travel,
                keeps=self.keeps,
                keeps_on=self.keeps_on,
                keeps_with=self.keeps_with,
                seasons=self.seasons,
                needs=self.needs,
                needs_asked=Answer.YES,
                share_reasons=True,
                to_fill=True,
            )
            for number in range(1, self.count + 1)
        )
