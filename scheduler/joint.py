"""Whether several projects can all have their sessions; and if not, which stand in whose way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scheduler.choosing import Desk
from scheduler.joint_model import JointModel
from scheduler.joint_parts import Part, Placed
from scheduler.model import NoAnswerError


@dataclass(frozen=True)
class Standoff:
    """Projects that cannot all have their sessions, and what they share that does not go round.

    Without any one of them the others fit; so they do if any one thing could be in two places.
    What was promised stands, so a project that wants nothing more is in the way without being one.
    """

    parts: tuple[Part, ...]

    @property
    def projects(self) -> tuple[str, ...]:
        """The codes of the projects."""
        return tuple(part.code for part in self.parts if part.kind == "project")

    @property
    def shared(self) -> tuple[Part, ...]:
        """The people, workers and rooms they would need in two places at once."""
        return tuple(part for part in self.parts if part.kind != "project")

    def without(self, part: Part) -> tuple[Part, ...]:
        """Return the other parts."""
        return tuple(other for other in self.parts if other != part)


class Joint:
    """Several projects looked at together, each from every candidate open to it alone."""

    def __init__(self, desks: Sequence[Desk]) -> None:
        """State them once; each question is then asked of the same statement."""
        self._desks = tuple(desks)
        self._model = JointModel(desks)
        # Projects first: which of them it is about matters more than what they share.
        self.parts = tuple(sorted(self._model.asked, key=lambda part: part.kind != "project"))

    def placed(self, parts: Iterable[Part] | None = None) -> tuple[Placed, ...] | None:
        """Return a date for every required session; None where they do not all fit, asked twice.

        Parameters
        ----------
        parts
            The projects wanted and what must not be needed twice; else all of them.

        Raises
        ------
        NoAnswerError
            If the solver gives up, or contradicts itself or a check without it.
        """
        asked = tuple(self.parts if parts is None else parts)
        found = self._model.answer(asked)
        if found is None:
            found = self._model.answer(asked, presolve=False)
        elif self._model.shared.keeps(found, asked):
            return found
        if found is not None:
            msg = "the solver contradicts itself; please report this"
            raise NoAnswerError(msg)
        return None

    def standoff(self) -> Standoff | None:
        """Return a smallest conflict of projects that do not all fit; None where they do.

        Each part was left out once, and the dates then found for the others pass a check that
        needs no solver. That the parts do not fit is proven twice, without presolve and with it.

        Raises
        ------
        NoAnswerError
            If the solver gives up, or contradicts itself or that check.
        """
        found = self._model.weighed(self.parts)
        if found.placed is not None:
            return None
        blamed = {part.code for part in found.blamed if part.kind == "project"}
        fewer = [d for d in self._desks if d.project.code in blamed or _is_promised(d)]
        # The others are not blamed, so nothing is gained from stating them in every question.
        return Joint(fewer).smallest(found.blamed)

    def smallest(self, blamed: Sequence[Part]) -> Standoff:
        """Leave out part after part of what does not fit, as long as the rest does not fit either.

        Raises
        ------
        NoAnswerError
            If the solver gives up, or contradicts itself or a check without it.
        """
        parts = tuple(part for part in self.parts if part in blamed)
        others = {}
        for part in parts:
            if part in parts:
                without = self._model.weighed(Standoff(parts).without(part))
                if without.placed is None:
                    parts = without.blamed
                else:
                    others[part] = without.placed
        return self._verified(Standoff(parts), others)

    def _verified(self, found: Standoff, others: Mapping[Part, Sequence[Placed]]) -> Standoff:
        keeps = self._model.shared.keeps
        is_smallest = all(keeps(others[part], found.without(part)) for part in found.parts)
        if self._model.answer(found.parts) is not None or not is_smallest:
            msg = "the solver contradicts itself on which projects conflict; please report this"
            raise NoAnswerError(msg)
        return found


def _is_promised(desk: Desk) -> bool:
    """Say whether a project has sessions that stand, wanted or not."""
    return any(session.is_promised for session in desk.project.sessions)
