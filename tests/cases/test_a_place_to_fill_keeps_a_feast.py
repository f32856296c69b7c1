"""A place to fill may name the day of a feast, as somebody who joined can."""

from pathlib import Path

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.feasts import AnnouncedFeast, NamedFeast
from scheduler.places_to_fill import PlaceToFill
from scheduler.programme import Programme
from scheduler.samples import on
from tests.scheduler.files.folders import a_folder, read, sentences_of
from tests.whole_programmes import BASE, answers, from_day, planned, with_project

TUESDAY, WEDNESDAY = on("Tuesday 9 March 2027"), on("Wednesday 10 March 2027")
"""Eid al-Fitr 2027 is on the Tuesday, or on the Wednesday where the moon is seen later."""
NOT_FOR_EVERYBODY = {**BASE.constraints, "courtesy_days": False}
"""Else every project keeps both days clear, whoever is in it."""


def with_a_seat(**given: object) -> Programme:
    """Return the programme from that Tuesday on, with a place to fill."""
    seat = PlaceToFill.model_validate(
        {"code": "new", "area": "glen", "travel": {"car": "yes"}} | given
    )
    days = BASE.model_copy(
        update={**from_day("Tuesday 9 March 2027"), "constraints": NOT_FOR_EVERYBODY}
    )
    return with_project(days, places_to_fill=(seat,))


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ({}, "Tue 9 Mar"),
        ({"keeps": ("eid_al_fitr",)}, "Thu 11 Mar"),
        ({"keeps_on": (NamedFeast(festival="eid_al_fitr", day=TUESDAY),)}, "Wed 10 Mar"),
        ({"keeps_on": (NamedFeast(festival="eid_al_fitr", day=WEDNESDAY),)}, "Tue 9 Mar"),
    ],
)
def test_the_plan_waits_for_the_day_that_a_place_to_fill_keeps(
    given: dict[str, object], held: str
) -> None:
    """Until a day is named both are kept for it."""
    programme = with_a_seat(**given)

    plan = planned(programme)

    ((when, _, coming),) = answers(plan)
    assert when == f"{held} 11:00"
    assert "new-1" in coming
    assert audit(programme, plan, registry()) == ()


def test_a_place_to_fill_may_go_by_an_announcement() -> None:
    """The mosque is invented."""
    announced = AnnouncedFeast(festival="eid_al_fitr", day=TUESDAY, by="Glen Mosque")
    programme = with_a_seat(keeps=("eid_al_fitr",), keeps_with=("Glen Mosque",))

    plan = planned(programme.model_copy(update={"announced": (announced,)}))

    assert answers(plan)[0][0] == "Wed 10 Mar 11:00"


def test_it_is_read_from_a_file_and_a_slip_in_it_is_refused(tmp_path: Path) -> None:
    feast = "keeps_on = [{festival = 'FEAST', day = 2027-03-10}]"
    seat = f"\n[[projects.places_to_fill]]\ncode = 'new'\n{feast}"
    good, bad = (seat.replace("FEAST", word) for word in ("eid_al_fitr", "eid_al_fitre"))
    near = 'near = "glen"\n'

    folder = a_folder(tmp_path, programme=(near, f"{near}{good}\n"))
    (kept,) = read(folder).projects[0].places_to_fill[0].keeps_on
    (tmp_path / "slip").mkdir()
    (says,) = sentences_of(a_folder(tmp_path / "slip", programme=(near, f"{near}{bad}\n")))

    assert (kept.festival, kept.day) == ("eid_al_fitr", WEDNESDAY)
    assert says.endswith('did you mean "eid_al_fitr"?')
