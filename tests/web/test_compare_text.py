"""Plans to choose between, as text for the terminal."""

from fractions import Fraction

from scheduler.alternatives import Alternative
from scheduler.figures import Figures
from scheduler.samples import on
from tests.web.plans import PLAN, TWO_SESSIONS
from web.compare_text import compare_text

FIGURES = Figures(
    lived_missed=(Fraction(1, 2),),
    lived_sessions=(1,),
    others_missed=0,
    not_held=0,
    put_to_it=0,
    bad_journeys=0,
    longest=65,
    changes=0,
    pence=20050,
    last_day=on("Tuesday 8 June 2027"),
    levels={},
)
BEST = Alternative(
    name="best",
    programme=TWO_SESSIONS,
    plan=PLAN,
    figures=FIGURES,
    best_at="The best plan.",
    gives_up="",
)
FEWER = Alternative(
    name="fewer",
    programme=TWO_SESSIONS,
    plan=PLAN.model_copy(update={"sessions": PLAN.sessions[:1]}),
    figures=FIGURES,
    best_at="Nobody misses one.",
    gives_up="In return: 1 session fewer.",
    left_out=("Without session 2 of Living well.",),
    differs=("Ishbel misses 0 sessions instead of 1.",),
)


def test_each_plan_says_what_it_is_best_at_what_it_gives_up_and_for_whom() -> None:
    assert compare_text((BEST, FEWER)).splitlines()[7:] == [
        "2. Nobody misses one.",
        "   Without session 2 of Living well.",
        "   In return: 1 session fewer.",
        "   1 person with lived experience cannot come to every session; nobody misses",
        "     more than 1 session.",
        "   Living well",
        "   1: Tuesday 18 May 2027, 10:30 am to 12:30 pm, Glen Hall",
        "   Different for people:",
        "     Ishbel misses 0 sessions instead of 1.",
    ]


def test_a_plan_that_gives_nothing_up_stands_alone_and_says_so() -> None:
    told = " ".join(compare_text((BEST,)).split())

    assert told.endswith(
        "No other plan was found that is better at anything without asking more of people with "
        "lived experience."
    )


def test_where_not_everything_can_be_held_there_is_nothing_to_choose() -> None:
    part = Alternative(**{**vars(BEST), "plan": PLAN.model_copy(update={"possible": False})})

    assert (
        compare_text((part,)).splitlines()[-1].startswith("Not every session that has to be held")
    )
