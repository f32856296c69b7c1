"""What is left out of a plan: every session without a date and everybody who comes to none.

Each with a reason and with what would help most: nobody is dropped without a line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scheduler.asking_workers import asked_of_workers
from scheduler.by_itself import fits_by_itself
from scheduler.choosing import Desk, Pick
from scheduler.needed import needs_of
from scheduler.outcomes import WOULD_COME_LESS, is_left_out, no_date_for, why_left_out
from scheduler.people import Person
from scheduler.plan import Chosen
from scheduler.private import tells_only_of_private_needs
from scheduler.programme import Session
from scheduler.sentences import counted, listed
from scheduler.unmet import Conflict, LeftOut, Obstacle, Offer, Unplaced
from scheduler.way_to_come import way_to_come

ASK_THE_GROUP = (
    "More money could help. Or ask the group whether it would rather hold more all the same."
)
ENOUGH_PEOPLE = "there is a room, and enough of the right people could come"
NOTHING_TRIED = "Nothing that was tried helps: talk it over with the group."


@dataclass(frozen=True, eq=False)
class Part:
    """One project as far as it is planned, with what is known of why it goes no further."""

    desk: Desk
    picks: tuple[Pick, ...]
    sessions: tuple[Chosen, ...]
    """The same sessions in words."""
    obstacles: tuple[Obstacle, ...]
    conflict: Conflict | None
    leaves_out: bool = False
    """Whether more sessions could be held, and somebody would come to fewer for it."""

    def unplaced(self) -> Iterator[Unplaced]:
        """Go through the sessions without a date, with why and with what would help most."""
        project, held = self.desk.project, {chosen.number for chosen in self.sessions}
        for number, session in enumerate(project.sessions, 1):
            if number not in held:
                nothing = no_date_for(project, number)
                yield Unplaced(
                    project=project.code,
                    number=number,
                    required=session.required,
                    reason=f"{nothing} {self._because(number)}",
                    remedy=self._help_with(number) + self._asks(session)
                    if session.required
                    else "",
                )

    def left_out(self) -> Iterator[LeftOut]:
        """Go through everybody who comes to none of the sessions held, unless they stand down."""
        for p, person in enumerate(self.desk.programme.group(self.desk.project)):
            if is_left_out(person, self.sessions):
                yield LeftOut(
                    project=self.desk.project.code,
                    person=person.code,
                    reason=why_left_out(person, self.sessions),
                    remedy=self._help_for(p, person),
                )

    def _because(self, number: int) -> str:
        counted_out = [o.says for o in self.obstacles if o.number == number]
        if counted_out:
            return counted_out[0]
        days = len(np.unique(self.desk.columns[number - 1].day))
        if days and self.leaves_out:
            return WOULD_COME_LESS
        if days and not self._fits_by_itself(number):
            return f"On {counted(days, 'day')} {ENOUGH_PEOPLE}, but {self._too_little()}"
        if days:
            by_itself = f"By itself it could be held on {counted(days, 'day')}"
            return f"{by_itself}, but not with the others as the rules ask."
        return "There is no date on which the rules leave a room and enough of the right people."

    def _fits_by_itself(self, number: int) -> bool:
        columns = self.desk.columns[number - 1]
        if id(columns) not in self._fitting:
            self._fitting[id(columns)] = fits_by_itself(self.desk, number)
        return self._fitting[id(columns)]

    @cached_property
    def _fitting(self) -> dict[int, bool]:
        """Which open candidates fit by themselves, as far as asked: sessions alike share them."""
        return {}

    def _too_little(self) -> str:
        """Say what there is too little of, as far as what clashes names it already."""
        limiting = {total.constraint for total in self.desk.ties.totals}
        parts = self.conflict.parts if self.conflict is not None else ()
        named = limiting & {part.constraint for part in parts}
        titles = [rule.title for rule in self.desk.rules if rule.name() in named]
        rules = f"with {'this rule' if len(titles) == 1 else 'these rules'}: {'; '.join(titles)}."
        return f"not {rules}" if titles else "not as all rules together ask."

    def _help_with(self, number: int) -> str:
        enough = [offer for offer in self._offers() if offer.placed == offer.of]
        # One with which this very session is held, before one that does without it.
        offers = sorted(enough, key=lambda offer: number not in offer.serves)
        remedies = [o.remedy for o in self.obstacles if o.number == number]
        if offers:
            return f"What would help most: {offers[0].label}."
        return next(iter(remedies), ASK_THE_GROUP if self.leaves_out else NOTHING_TRIED)

    def _asks(self, session: Session) -> str:
        """Return which workers to ask whether they are whom somebody asks for, if that is told."""
        programme = self.desk.programme
        group = programme.group(self.desk.project)
        needs = needs_of(session, [person for person in group if person.share_reasons])
        return asked_of_workers(needs, programme.workers)

    @property
    def _is_private(self) -> bool:
        """Say whether nothing is held, and nothing but private needs is in the way."""
        parts = self.conflict.parts if self.conflict is not None else ()
        return not self.sessions and tells_only_of_private_needs(part.says for part in parts)

    def _offers(self) -> Sequence[Offer]:
        return self.conflict.offers if self.conflict is not None else ()

    def _help_for(self, p: int, person: Person) -> str:
        offers = [offer for offer in self._offers() if person.code in offer.gainers]
        if offers:
            return f"What would help most: {offers[0].label}."
        if person.other_ways:
            return (
                f"{person.label} also chose to take part {listed(person.other_ways)}: offer that."
            )
        if self._is_private:
            # Said of everybody alike: no day or place may help, and whom it concerns is not told.
            return f"Ask {person.label}, as everybody else, what would let them take part."
        label = way_to_come(self.desk, self.picks, p) if person.share_reasons else ""
        if label:
            return f"What would help most: {label}."
        return f"Ask {person.label} which day or place would do, or offer to visit one to one."
