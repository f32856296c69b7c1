"""Which dated tables a rule rests on for a project: what is not used need not be looked up."""

import pytest

from constraints import registry
from scheduler.by_phase import by_phase
from scheduler.people import Season
from scheduler.samples import GLEN, PROGRAMME, PROJECT

HAWICK = GLEN.model_copy(update={"name": "Hawick", "council": "Scottish Borders"})
LAMBING = PROJECT.model_copy(update={"seasons": (Season(activity="lambing"),)})
NOWHERE = PROJECT.model_copy(update={"near": ""})


@pytest.mark.parametrize(
    ("rule", "given", "tables"),
    [
        ("holidays", {}, ["bank_holiday_overrides"]),
        ("courtesy_days", {}, ["courtesy_days", "festival_rules", "festival_dates"]),
        ("local_events", {}, []),
        ("local_events", {"places": (HAWICK,)}, ["local_events", "local_event_dates"]),
        ("local_events", {"places": (HAWICK,), "projects": (NOWHERE,)}, []),
        ("recruiting_season", {}, []),
        ("recruiting_season", {"projects": (LAMBING,)}, ["farming_calendar"]),
        ("spacing", {}, []),
    ],
)
def test_a_rule_names_the_tables_its_dates_come_from(
    rule: str, given: dict[str, object], tables: list[str]
) -> None:
    programme = PROGRAMME.model_copy(update=given)
    (project,) = programme.projects

    kind = registry()[rule]
    differing = by_phase(kind, kind(), ())

    assert [table.name for table in kind.tables(programme, project)] == tables
    assert differing is not None
    assert differing.tables(programme, project) == kind.tables(programme, project)
