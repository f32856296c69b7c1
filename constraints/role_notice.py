"""Leave people of influence time to find a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.programme import Programme, Session
from scheduler.samples import PROGRAMME, WISH, on
from scheduler.sentences import counted, with_article
from scheduler.spoken_days import spoken_day

DECIDING = WISH.model_copy(update={"title": "Decide", "needs_roles": ("decision maker",)})
ASKED_LATE = PROGRAMME.model_copy(update={"planned_on": on("Tuesday 25 May 2027")})


@dataclass(frozen=True)
class RoleNotice(Constraint):
    """Whoever can decide has a full diary, so a session that needs them leaves them notice.

    Days are counted from the day planning is done. How many each role needs stands in the
    programme; a decision maker has a usual notice besides. A session already booked has been
    agreed.
    """

    decision_maker_days: int = 28
    """Notice a decision maker needs where the programme does not say, in days."""
    sooner_by_days: int = 0
    """How many days less notice people may be asked to accept."""

    title: ClassVar[str] = "Give people of influence notice"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Iriss, How to: Address power imbalance through co-production (2018): "
            "recruiting people with influence takes time",
            date(2026, 11, 23),
        ),
        Source("Four weeks for a decision maker: own practice, adjustable", date(2026, 11, 24)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The decision maker is asked two weeks before.",
            given={
                "day": on("Tuesday 8 June 2027"),
                "session": DECIDING,
                "programme": ASKED_LATE,
            },
            expects="This session needs a decision maker, who needs 28 days of notice: "
            "not before Tuesday 22 June 2027.",
        ),
        Example(
            says="This programme's decision makers can come at a week's notice.",
            given={
                "day": on("Tuesday 8 June 2027"),
                "session": DECIDING,
                "programme": ASKED_LATE.model_copy(
                    update={"role_notice_days": {"decision maker": 7}}
                ),
            },
        ),
        Example(
            says="Nobody of influence is needed.",
            given={"day": on("Tuesday 8 June 2027"), "programme": ASKED_LATE},
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Ask people of influence to come at a week's less notice",
            {"sooner_by_days": 7},
            price=7,
            unit="days",
        ),
    )

    def check(self, day: date, programme: Programme, session: Session) -> Objection | None:
        """Object where a role the session needs cannot be there so soon."""
        roles = () if session.is_promised else session.needs_roles
        notices = {role: self._notice(programme, role) for role in roles}
        role = max(notices, key=lambda each: notices[each], default="")
        earliest = programme.planning_day + timedelta(days=notices.get(role, 0))
        if not role or day >= earliest:
            return None
        notice = counted(notices[role], "day")
        says = (
            f"This session needs {with_article(role)}, who needs {notice} of notice: "
            f"not before {spoken_day(earliest)}."
        )
        return Objection(Degree.NEVER, says, says)

    def _notice(self, programme: Programme, role: str) -> int:
        usual = self.decision_maker_days if role == "decision maker" else 0
        return max(programme.role_notice_days.get(role, usual) - self.sooner_by_days, 0)
