"""The group's page: only what was chosen."""

from dataclasses import asdict

from scheduler.samples import HALL
from tests.web.plans import PLAN, TWO_SESSIONS
from web.shown.group import group_page


def test_the_group_reads_dates_places_how_to_get_in_and_whom_to_ring() -> None:
    hall = HALL.model_copy(update={"directions": "Level door at the back.", "address": "The Glen"})
    programme = TWO_SESSIONS.model_copy(update={"venues": (hall,)})

    page = group_page(programme, PLAN, project=programme.projects[0])

    assert (page.name, page.is_final, page.phone, page.link) == (
        "Living well",
        False,
        "01632 960001",
        "tel:01632960001",
    )
    first = page.sessions[0]
    assert (first.title, first.when, first.venue, first.address, first.directions) == (
        "Meeting",
        "Tuesday 18 May 2027, 10:30 am to 12:30 pm",
        "Glen Hall",
        "The Glen",
        "Level door at the back.",
    )


def test_the_group_reads_of_nobody_who_comes_and_of_nobody_who_does_not() -> None:
    page = group_page(TWO_SESSIONS, PLAN, project=TWO_SESSIONS.projects[0])

    told = str(asdict(page)).casefold()
    people = [name for person in TWO_SESSIONS.people for name in (person.name, person.code)]
    assert [name for name in people if name.casefold() in told] == []


def test_a_title_that_names_somebody_is_not_shown_to_the_group() -> None:
    wish = TWO_SESSIONS.projects[0].sessions[0].model_copy(update={"title": "Ishbel's story"})
    group = TWO_SESSIONS.projects[0].model_copy(update={"sessions": (wish, wish)})
    programme = TWO_SESSIONS.model_copy(update={"projects": (group,)})

    page = group_page(programme, PLAN, project=group)

    assert [session.title for session in page.sessions] == ["Living well", "Living well"]
