"""The workers that projects share: facilitators, interpreters, childcare workers, drivers."""

from typing import Final

from scheduler.words import Code, Days, Label, Minutes, Pence, Spell, Word

WHEELCHAIR_TAXI: Final = "wheelchair taxi"
"""The role of a taxi that takes people in their wheelchairs: one person a session."""


class Worker(Word):
    """Somebody a session needs, who cannot be in two places."""

    code: Code
    """How plans refer to them."""
    name: Label = ""
    """Name."""
    roles: tuple[Label, ...] = ("facilitator",)
    """What they do: facilitator, interpreter, childcare, driver ..."""
    languages: tuple[Label, ...] = ()
    """Languages they interpret, such as BSL."""
    gender: Label = ""
    """"woman" or "man", where they agree that somebody may ask for one; empty means not known."""
    hours: tuple[str, ...] = ()
    """When they work, as weekly hours or rotas; empty means any time."""
    busy: tuple[Spell, ...] = ()
    """Times they are taken."""
    away: tuple[Days, ...] = ()
    """Days they are away."""
    session_pence: Pence | None = None
    """Fee for one session, in pence; empty means not known, and 0 that they take none."""
    notice_days: Minutes = 0
    """How many days before the session they must be booked."""
    phone: Label = ""
    """Number to book them."""

    @property
    def is_vehicle(self) -> bool:
        """Say whether this is a vehicle: it eats nothing, sits in no room, and is paid by fare."""
        return WHEELCHAIR_TAXI in self.roles

    @property
    def label(self) -> str:
        """The name people read."""
        return self.name or self.code


class WorkerNeed(Word):
    """A worker a session needs."""

    role: Label
    """What they do."""
    count: int = 1
    """How many, from 1 to 20."""
    language: Label = ""
    """For an interpreter: which language."""

    gender: Label = ""
    """Whether it must be a "woman" or a "man", where somebody asks for that."""

    def is_met_by(self, worker: Worker) -> bool:
        """Say whether a worker can do this; nobody is guessed to be a woman or a man."""
        return (
            self.role in worker.roles
            and (not self.language or self.language in worker.languages)
            and (not self.gender or self.gender.casefold() == worker.gender.casefold())
        )

    @property
    def spoken(self) -> str:
        """What is needed, in words: "BSL interpreter who is a woman"."""
        who = f" who is a {self.gender}" if self.gender else ""
        return f"{self.language} {self.role}".strip() + who
