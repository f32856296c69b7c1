"""Who would be there, everybody able coming and those standing down who have to.

As a single question needs it.
"""

from scheduler.judged import Judged
from scheduler.people import Person
from scheduler.shared import ties_of_all

Company = tuple[Person, ...]


def fair_company(judged: Judged, away: frozenset[str]) -> tuple[Company, Company]:
    """Return who would come, and who of them can be counted on; the last named stand down first.

    Parameters
    ----------
    away
        Codes of those who are at another group's session then.
    """
    group = (person for person in judged.meeting.group if person.code not in away)
    able = [person for person in group if judged.is_able(person)]
    sure = {person.code for person in able if judged.is_sure(person)}
    for tie in ties_of_all({"": judged.rules}).stand_down:
        room = sum(tie.than(person) for person in able if person.code in sure)
        kept = [person.code for person in able if tie.who(person)][:room]
        able = [person for person in able if not tie.who(person) or person.code in kept]
    return tuple(able), tuple(person for person in able if person.code in sure)
