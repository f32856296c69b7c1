"""A finished plan asks each rule once of each case, however many checks read the answer."""

from dataclasses import dataclass
from typing import ClassVar

from scheduler.constraint import Constraint, Objection
from scheduler.degree import Degree
from scheduler.finished import Finished
from scheduler.people import Person
from tests.scheduler.summer import ONCE, plan_of_once


@dataclass(frozen=True)
class Asked(Constraint):
    """Objects to one person, and keeps of whom it was asked."""

    whom: str = "una"
    title = "Count the questions"
    codes: ClassVar[list[str]] = []

    def check(self, person: Person) -> Objection | None:
        """Object to one person."""
        self.codes.append(person.code)
        return Objection(Degree.AVOID, "No.") if person.code == self.whom else None


def test_a_rule_is_asked_once_and_again_only_where_it_is_set_otherwise() -> None:
    (meeting,) = Finished.of(ONCE, plan_of_once()).meetings
    everybody = [person.code for person in meeting.group]
    Asked.codes.clear()

    answers = [
        meeting.answers(Asked()),
        meeting.answers(Asked()),
        meeting.as_wanted().answers(Asked()),
    ]
    once = list(Asked.codes)
    other = meeting.answers(Asked("rory"))

    assert [[(who and who.code, said.organiser) for who, said in each] for each in answers] == [
        [("una", "No.")]
    ] * 3
    assert once == everybody
    assert ([who and who.code for who, _ in other], Asked.codes) == (["rory"], everybody * 2)
