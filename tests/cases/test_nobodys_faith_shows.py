"""One group with a Muslim member and one without are shown the same: no day is refused to either.

The organiser's calendar of days kept clear is the same too: courtesy days hold for every project.
"""

from dataclasses import asdict

import pytest

from scheduler.calendars.from_plan import Reader, calendar_files
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, on
from tests.whole_programmes import BASE, answers, planned
from web.kept_clear import kept_clear
from web.shown.group import group_page

AROUND_EID = BASE.model_copy(
    update={
        "first_day": on("Tuesday 9 March 2027"),
        "last_day": on("Monday 22 March 2027"),
    }
)
"""Eid al-Fitr 2027 is on Tuesday 9 March, or on Wednesday 10 where the moon is seen later."""
OF_THE_FAITH = ("eid", "ramadan", "muslim", "jumu", "kept clear", "refuse", "avoid", "not free")


def keeping(*codes: str) -> Programme:
    """Return the programme in which Ishbel keeps something."""
    ishbel = ISHBEL.model_copy(update={"keeps": codes})
    others = tuple(person for person in AROUND_EID.people if person.code != "ishbel")
    return AROUND_EID.model_copy(update={"people": (ishbel, *others)})


def shown_to_the_group(programme: Programme, plan: Plan) -> tuple[str, bytes]:
    """Return everything that leaves the house for a whole group: its page and its calendar."""
    page = group_page(programme, plan, project=programme.projects[0])
    ((_, feed),) = calendar_files(programme, plan, Reader("project", "group"))
    return str(asdict(page)), feed


@pytest.mark.parametrize(
    "codes", [("eid_al_fitr",), ("eid_al_fitr", "ramadan_iftar", "jumuah"), ("eid",)]
)
def test_a_group_with_a_muslim_member_sees_what_a_group_with_none_sees(
    codes: tuple[str, ...],
) -> None:
    without, with_her = keeping(), keeping(*codes)

    plans = planned(without), planned(with_her)

    assert answers(plans[0])[0][0] == "Thu 11 Mar 11:00"
    assert shown_to_the_group(with_her, plans[1]) == shown_to_the_group(without, plans[0])
    assert kept_clear(with_her, plans[1]) == kept_clear(without, plans[0])


def test_the_group_is_shown_no_refused_day_of_anybody() -> None:
    """Here what she keeps moves the date from Friday to the day after; the group reads the date."""
    fridays = keeping("jumuah").model_copy(
        update={"first_day": on("Friday 12 March 2027"), "earliest": "13:00", "latest": "15:00"}
    )

    plan = planned(fridays)
    page, feed = shown_to_the_group(fridays, plan)

    assert answers(plan)[0][0] == "Sat 13 Mar 13:00"
    told = f"{page} {feed.decode()}".casefold()
    assert [word for word in OF_THE_FAITH if word in told] == []
