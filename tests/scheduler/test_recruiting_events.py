"""What is on near a group's place in the weeks it recruits."""

from datetime import date

import pytest

from scheduler.calendars.days_kept import festival_tables
from scheduler.programme import Project
from scheduler.recruiting_events import events_to_recruit_at
from scheduler.samples import GLEN, ISHBEL, PROGRAMME, PROJECT, WISH, on
from scheduler.work_phases import Phase
from tests.conftest import ROOT

TABLES = festival_tables(ROOT / "constraints" / "data")
HAWICK = GLEN.model_copy(update={"name": "Hawick", "council": "Scottish Borders"})
IN_JUNE = Phase(
    name="recruit", first_day=on("Tuesday 1 June 2027"), last_day=on("Wednesday 30 June 2027")
)


def near_hawick(project: Project) -> list[tuple[str, str]]:
    """Return what a project near Hawick could recruit at, with where it is."""
    programme = PROGRAMME.model_copy(
        update={
            "places": (HAWICK,),
            "projects": (project,),
            "first_day": on("Saturday 1 May 2027"),
            "last_day": on("Friday 18 June 2027"),
        }
    )
    found = events_to_recruit_at(programme, tables=TABLES)
    return [(each.name, each.place) for each in found]


def test_events_of_the_council_area_and_of_all_scotland_are_told_in_order() -> None:
    assert near_hawick(PROJECT.model_copy(update={"phases": (IN_JUNE,)})) == [
        ("Gypsy, Roma, Traveller History Month", "national"),
        ("Hawick Common-Riding", "Hawick"),
        ("Selkirk Common Riding", "Selkirk"),
    ]


def test_a_session_that_recruits_counts_from_the_first_day_to_the_last() -> None:
    calling = WISH.model_copy(update={"phase": "recruit"})

    found = near_hawick(PROJECT.model_copy(update={"sessions": (calling,)}))

    assert found[-1] == ("Selkirk Common Riding", "Selkirk")


def test_events_where_members_live_are_told_wherever_the_group_belongs() -> None:
    """She lives in Langholm, over the hill in another council area; the group is of Hawick."""
    langholm = GLEN.model_copy(
        update={"code": "langholm", "name": "Langholm", "council": "Dumfries and Galloway"}
    )
    july = IN_JUNE.model_copy(update={"last_day": on("Saturday 31 July 2027")})
    project = PROJECT.model_copy(update={"phases": (july,), "members": ("ishbel",)})
    programme = PROGRAMME.model_copy(
        update={
            "places": (HAWICK, langholm),
            "projects": (project,),
            "people": (ISHBEL.model_copy(update={"home": "langholm"}),),
        }
    )

    found = events_to_recruit_at(programme, tables=TABLES)

    assert [each.name for each in found][-2:] == ["St Boswells Fair", "Langholm Common Riding"]


def test_a_weekly_day_of_rest_is_no_event_to_recruit_at() -> None:
    lewis = GLEN.model_copy(update={"name": "Lewis", "council": "Na h-Eileanan an Iar"})
    project = PROJECT.model_copy(update={"phases": (IN_JUNE,)})
    programme = PROGRAMME.model_copy(update={"places": (lewis,), "projects": (project,)})

    found = events_to_recruit_at(programme, tables=TABLES)

    assert [each.name for each in found] == ["Gypsy, Roma, Traveller History Month"]


@pytest.mark.parametrize(
    "project",
    [
        PROJECT,
        PROJECT.model_copy(update={"phases": (IN_JUNE,), "near": "", "members": ()}),
        PROJECT.model_copy(
            update={
                "phases": (
                    IN_JUNE.model_copy(update={"first_day": date(2027, 7, 5), "last_day": None}),
                )
            }
        ),
    ],
)
def test_a_group_that_recruits_at_no_time_or_nowhere_has_none(project: Project) -> None:
    assert near_hawick(project) == []
