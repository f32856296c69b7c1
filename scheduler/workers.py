"""The workers that projects share: facilitators, interpreters, childcare workers, drivers."""

from scheduler.words import Code, Days, Label, Minutes, Pence, Spell, Word


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

    def is_met_by(self, worker: Worker) -> bool:
        """Say whether a worker can do this."""
        return self.role in worker.roles and (
            not self.language or self.language in worker.languages
        )
