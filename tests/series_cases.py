"""Whole programmes for the rules about how the sessions of a series hang together."""

from scheduler.samples import on
from scheduler.work_phases import Phase
from tests.whole_programmes import NEXT_DAY, Case, with_project

FROM_TUESDAY = Phase(name="workshops", first_day=on("Tuesday 8 June 2027"))

SERIES_CASES = (
    Case(
        "phase_dates",
        with_project(phases=(FROM_TUESDAY,)),
        "The days for workshops begin on Tuesday 8 June 2027.",
        NEXT_DAY,
    ),
)
