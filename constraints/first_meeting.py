"""Let the first meeting decide nothing."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.programme import Project, Session
from scheduler.samples import PROJECT, WISH
from scheduler.sentences import with_article

DECIDING = WISH.model_copy(update={"title": "Decide", "needs_roles": ("decision maker",)})


@dataclass(frozen=True)
class FirstMeeting(Constraint):
    """People need time to find their feet before anything is decided.

    A session that needs one of some roles is there to decide. It is said beside the plan and moves
    no date, since it is as true of one date as of another.
    """

    roles: tuple[str, ...] = ("decision maker",)
    """Roles that show that something is to be decided."""

    title: ClassVar[str] = "Let the first meeting decide nothing"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "time to build creative confidence",
            date(2026, 11, 23),
        ),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The first session is to decide.",
            given={
                "session": DECIDING,
                "project": PROJECT.model_copy(update={"sessions": (DECIDING, WISH)}),
            },
            expects="The first meeting would decide something: "
            "meet once before a decision maker is needed.",
        ),
        Example(
            says="The second session is to decide.",
            given={
                "session": DECIDING,
                "project": PROJECT.model_copy(update={"sessions": (WISH, DECIDING)}),
            },
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Decide at the first meeting", {"roles": ()}, price=1),
    )

    def check(self, project: Project, session: Session) -> Objection | None:
        """Object where the group meets for the first time and something is decided."""
        first = project.sessions[0]
        deciding = [role for role in session.needs_roles if role in self.roles]
        # Sessions alike but for their name are one wish, and are asked about as one.
        named = ("title", "required", "join_link", "join_phone")
        same = {name: getattr(first, name) for name in named}
        if not deciding or session.model_copy(update=same) != first:
            return None
        says = f"meet once before {with_article(deciding[0])} is needed."
        says = f"The first meeting would decide something: {says}"
        return Objection(Degree.AVOID, says, says)
