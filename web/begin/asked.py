"""What each page asks when a programme is begun, and which part of it an answer makes."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from scheduler.people import NEEDS, ROLES
from scheduler.workers import WHEELCHAIR_TAXI
from web.begin.choosing import HOW, travellers
from web.begin.questions import (
    Field,
    Form,
    children_are_counted,
    days_in_order,
    grounds,
    island_is_named,
    lines,
    money_makes_sense,
    nations,
    numbers,
    of_a_hall,
    only_yes,
    pounds,
    sessions_make_sense,
    text,
    yes_or_no,
)
from web.begin.turned import (
    at,
    day,
    days,
    nowhere,
    observances,
    opening,
    position,
    seasons,
    traveller,
)
from web.begin.turned import only_yes as only_where_yes
from web.change_options import alike, answers, venues
from web.forms import Ask

ASSISTANCE: Final = (WHEELCHAIR_TAXI, "personal assistant")
WORK: Final = ("facilitator", "interpreter", "childcare", "driver", *ASSISTANCE)

PAGES: Final = (
    Form(
        "name",
        (
            text("name", at("name"), is_needed=True),
            text("organiser", at("organiser")),
            text("phone", at("phone")),
        ),
    ),
    Form(
        "dates",
        (
            Field(Ask("first", "day"), at("first_day", turn=day)),
            Field(Ask("last", "day"), at("last_day", turn=day)),
            lines("avoid", at("dates_to_avoid", turn=days)),
        ),
        days_in_order,
    ),
    Form(
        "where",
        (
            Field(Ask("nation", "one", nations), at("nation")),
            text("near", nowhere),
            text("council", nowhere),
        ),
    ),
    Form(
        "sessions",
        (
            text("group", at("public_name"), is_needed=True),
            Field(Ask("many", "number"), nowhere),
            Field(Ask("length", "number", is_needed=False), nowhere),
            Field(Ask("least_days", "number", is_needed=False), nowhere),
            Field(Ask("most_days", "number", is_needed=False), nowhere),
            Field(Ask("facilitators", "number", is_needed=False), nowhere),
            Field(Ask("childcare", "number", is_needed=False), nowhere),
            Field(Ask("drivers", "number", is_needed=False), nowhere, is_more=True),
        ),
        sessions_make_sense,
    ),
    Form(
        "which",
        (
            Field(Ask("optional", "ticks", numbers, is_needed=False), nowhere),
            lines("titles", nowhere),
        ),
    ),
    Form(
        "money",
        (
            pounds("taxi_money", "constraints", "taxi_budget", "most_pence"),
            pounds("project_money", "constraints", "project_budget", "most_pence"),
            Field(
                Ask("stay_away", "ticks", only_yes, is_needed=False),
                at("constraints", "project_budget", "people_may_stay_away", turn=bool),
            ),
        ),
        money_makes_sense,
    ),
)
"""Pages about the programme itself, in order; halls and people come between."""

PARTS: Final[Mapping[str, tuple[Form, ...]]] = {
    "people": (
        Form(
            "who",
            (
                text("called", at("name"), is_needed=True),
                Field(
                    Ask("role", "one", partial(alike, ROLES)),
                    at("roles", turn=lambda role: [role]),
                ),
                text("view", at("view")),
                text("employer", at("employer")),
                text("home", nowhere),
            ),
        ),
        Form(
            "room",
            (
                yes_or_no("asked", "needs_asked"),
                Field(Ask("needs", "ticks", partial(alike, NEEDS), is_needed=False), at("needs")),
                text("interpreter", at("interpreter")),
                Field(
                    Ask("assistance", "ticks", partial(alike, ASSISTANCE), is_needed=False),
                    at("assistance"),
                ),
            ),
        ),
        Form(
            "travel",
            (
                yes_or_no("car", "travel", "car"),
                yes_or_no("lift", "travel", "lift"),
                yes_or_no("taxi", "travel", "taxi"),
            ),
        ),
        Form(
            "when",
            (
                yes_or_no("told", "times", "told"),
                lines("free", at("times", "free")),
                lines("work", at("times", "work")),
                lines("job_hours", at("times", "job_hours")),
                lines("away", at("times", "away", turn=days)),
            ),
        ),
        Form(
            "children",
            (
                Field(Ask("children", "number", is_needed=False), at("childcare", "children")),
                lines("minded", at("childcare", "minded")),
                yes_or_no("sitter", "childcare", "sitter", only_with="children"),
                lines("care", at("times", "care")),
            ),
            children_are_counted,
        ),
        Form(
            "keeps",
            (
                lines("keeps", at("keeps", turn=observances)),
                lines("seasons", at("seasons", turn=seasons)),
                Field(
                    Ask("reasons", "one", answers, is_needed=False),
                    only_where_yes("share_reasons"),
                ),
            ),
        ),
    ),
    "halls": (
        Form(
            "hall",
            (
                text("hall", at("name"), is_needed=True),
                text("place", nowhere),
                Field(Ask("capacity", "number", is_needed=False), at("capacity")),
                of_a_hall("step_free", "access", "step-free"),
                of_a_hall("licensed", "licensed"),
                pounds("hire", "hire_pence"),
                text("hall_kind", at("kind"), is_more=True),
                text("hall_phone", at("phone"), is_more=True),
                text("opening", at("opening", turn=opening), is_more=True),
                text("operator", at("operator"), is_more=True),
                text("hall_position", position, is_more=True),
                of_a_hall("toilet", "access", "accessible toilet", is_more=True),
                of_a_hall("loop", "access", "hearing loop", is_more=True),
                of_a_hall("quiet", "access", "quiet room", is_more=True),
            ),
        ),
    ),
    "places": (
        Form(
            "place",
            (
                text("position", position),
                Field(
                    Ask("ground", "one", grounds, is_needed=False),
                    nowhere,
                ),
                text("island", nowhere),
                text("place_council", at("council")),
            ),
            island_is_named,
        ),
    ),
    "journeys": (
        Form(
            "journey",
            (
                Field(Ask("goes", "choice", travellers), traveller),
                Field(Ask("to", "choice", venues), nowhere),
                Field(Ask("by", "one", partial(alike, HOW)), at("by")),
                Field(Ask("out", "number"), at("out_minutes")),
                Field(Ask("back", "number", is_needed=False), at("back_minutes")),
                pounds("fare", "pence"),
                yes_or_no("way_step_free", "step_free"),
                Field(Ask("changes", "number", is_needed=False), at("changes"), is_more=True),
                text("said_by", at("source"), is_more=True),
            ),
        ),
    ),
    "workers": (
        Form(
            "worker",
            (
                text("worker", at("name"), is_needed=True),
                Field(
                    Ask("work_role", "one", partial(alike, WORK)),
                    at("roles", turn=lambda role: [role]),
                ),
                text("languages", at("languages", turn=lambda language: [language])),
                lines("hours", at("hours")),
                lines("worker_away", at("away", turn=days)),
                pounds("fee", "session_pence"),
                text("worker_phone", at("phone")),
            ),
        ),
    ),
}
"""Pages about each person, hall, place, journey and worker, in order."""

BY_NAME: Final = {form.name: form for form in PAGES}
QUESTIONS: Final = {
    field.name: field
    for forms in (PAGES, *PARTS.values())
    for form in forms
    for field in form.fields
}
"""Every question by its name."""
STEPS: Final = (
    *("name", "dates", "where", "people", "halls"),
    *("places", "journeys", "sessions", "which", "workers", "money", "check"),
)
"""Everything that is asked, in the order it is asked."""
