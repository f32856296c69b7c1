"""Days nothing is held on, whoever comes."""

from datetime import date

from scheduler.words import Days
from tests.web.plans import PLAN, TWO_SESSIONS
from web.kept_clear import kept_clear, usual_start


def test_a_day_to_avoid_says_why_it_is_kept_clear() -> None:
    fair = Days(first=date(2027, 6, 15), last=date(2027, 6, 15), note="the fair")
    programme = TWO_SESSIONS.model_copy(update={"dates_to_avoid": (fair,)})

    added = kept_clear(programme, PLAN).keys() - kept_clear(TWO_SESSIONS, PLAN).keys()

    assert added == {date(2027, 6, 15)}


def test_a_festival_of_the_courtesy_days_is_kept_clear() -> None:
    clear = kept_clear(TWO_SESSIONS, PLAN)

    assert clear[date(2027, 3, 10)] == (
        "Wednesday 10 March 2027 is kept clear because Eid al-Fitr may be kept then."
    )


def test_a_day_is_open_where_one_of_two_groups_could_meet() -> None:
    fair = date(2027, 6, 15)
    avoiding = {"dates_to_avoid": (Days(first=fair, last=fair),)}
    group = TWO_SESSIONS.projects[0]
    other = group.model_copy(update={"code": "other", "constraints": {"dates_to_avoid": False}})
    programme = TWO_SESSIONS.model_copy(update={**avoiding, "projects": (group, other)})

    assert fair not in kept_clear(programme, PLAN)


def test_the_usual_hour_is_the_one_most_sessions_begin_at() -> None:
    start = usual_start(TWO_SESSIONS, PLAN, project="group", day=date(2027, 1, 12))

    assert f"{start:%Y-%m-%d %H:%M %Z}" == "2027-01-12 10:30 GMT"


def test_without_a_session_the_usual_hour_is_midday() -> None:
    start = usual_start(TWO_SESSIONS, PLAN, project="other", day=date(2027, 1, 12))

    assert f"{start:%H:%M}" == "12:00"
