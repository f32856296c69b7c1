"""What to ask a venue on the phone: the same whoever comes, and nothing that was answered."""

import csv
import io
from datetime import date

from scheduler.facts import Answer, Fact
from scheduler.samples import HALL, ISHBEL, RORY
from scheduler.venues import Venue
from tests.web.plans import PLAN, TWO_SESSIONS
from web.shown.checklist import HEADS, checklist_table, checklist_text, to_ring

CARETAKER = Fact(answer=Answer.YES, said_by="caretaker", on=date(2026, 11, 20))


def asked_of(venue: Venue) -> dict[str, str]:
    """Return what is asked of the hall both sessions are held in, by the column it belongs in."""
    programme = TWO_SESSIONS.model_copy(update={"venues": (venue,)})
    return {each.field: each.asks for each in to_ring(programme, PLAN)[0].asked}


def test_one_call_to_a_place_for_all_its_days_with_half_an_hour_round_them() -> None:
    (found,) = to_ring(TWO_SESSIONS, PLAN)

    assert (found.name, found.phone, found.days) == (
        "Glen Hall",
        "01632 960100",
        (
            "The group would be there on Tuesday 18 May 2027 from 10 am to 1 pm"
            " and on Tuesday 8 June 2027 from 10 am to 1 pm."
        ),
    )


def test_a_plain_yes_that_nobody_signed_is_asked_for_with_its_measures() -> None:
    assert asked_of(HALL)["access.step-free"].startswith("How wide are the doors")


def test_what_nobody_has_said_is_asked_for_first_of_all() -> None:
    assert asked_of(HALL)["access.hearing loop"].startswith("Does the room at Glen Hall have")


def test_what_somebody_answered_is_not_asked_again() -> None:
    hall = HALL.model_copy(update={"access": {"step-free": CARETAKER}, "licensed": CARETAKER})

    assert {"access.step-free", "licensed"}.isdisjoint(asked_of(hall))


def test_half_an_answer_is_asked_again_with_what_is_known() -> None:
    half = CARETAKER.model_copy(update={"answer": Answer.LIMITED, "note": "a lip of 3 cm"})
    hall = HALL.model_copy(update={"access": {"step-free": half}})
    programme = TWO_SESSIONS.model_copy(update={"venues": (hall,)})

    known = {each.field: each.known for each in to_ring(programme, PLAN)[0].asked}

    assert known["access.step-free"] == "step-free limited, a lip of 3 cm, as caretaker said"


def test_what_is_known_answers_another_question_and_so_says_of_what_it_is() -> None:
    """Beside "How wide are the doors ...?" stood "So far: yes."."""
    lines = "\n".join(checklist_text(to_ring(TWO_SESSIONS, PLAN)))

    assert lines.count("So far: step-free yes.") == 1


def test_of_a_bar_that_is_not_there_nothing_is_asked() -> None:
    dry = HALL.model_copy(update={"licensed": Fact(answer=Answer.NO, said_by="caretaker")})
    wet = HALL.model_copy(update={"licensed": CARETAKER})

    assert ("bar_closed" in asked_of(dry), "bar_closed" in asked_of(wet)) == (False, True)


def test_who_comes_changes_nothing_that_is_asked() -> None:
    needs = ISHBEL.model_copy(
        update={
            "needs": ("hearing loop", "private room for prayer"),
            "no_go": ("police",),
            "other_ways": ("by phone",),
        }
    )
    other = TWO_SESSIONS.model_copy(update={"people": (needs, RORY)})

    assert to_ring(other, PLAN) == to_ring(TWO_SESSIONS, PLAN)


def test_nobody_is_rung_about_a_session_that_is_held_in_no_room() -> None:
    remote = PLAN.model_copy(
        update={"sessions": (PLAN.sessions[0].model_copy(update={"venue": "by-phone"}),)}
    )

    assert to_ring(TWO_SESSIONS, remote) == ()


def test_the_table_has_a_row_a_question_and_room_for_each_answer() -> None:
    found = to_ring(TWO_SESSIONS, PLAN)

    heads, *rows = csv.reader(io.StringIO(checklist_table(found), newline=""))

    assert tuple(heads) == HEADS
    assert len(rows) == len(found[0].asked)
    assert {(row[0], row[2], row[5]) for row in rows} == {("hall", "01632 960100", "")}


def test_no_cell_can_run_in_a_spreadsheet() -> None:
    hall = HALL.model_copy(update={"name": "=HYPERLINK(1)", "phone": "+44 1632 960100"})
    programme = TWO_SESSIONS.model_copy(update={"venues": (hall,)})

    cells = [
        cell
        for row in csv.reader(io.StringIO(checklist_table(to_ring(programme, PLAN)), newline=""))
        for cell in row
    ]

    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@"}] == []


def test_the_command_prints_a_box_for_each_question() -> None:
    found = to_ring(TWO_SESSIONS, PLAN)

    lines = list(checklist_text(found))

    assert lines[0] == "Glen Hall, 01632 960100"
    assert sum(line.startswith("  [ ] ") for line in lines) == len(found[0].asked)
