"""`commonground why-not`: the answers, and what cannot be asked."""

import pytest

from tests.web.conftest import Planned
from web.command import main

Said = pytest.CaptureFixture[str]


def ask(planned: Planned, *words: str) -> int:
    """Ask about the invented programme and its plan."""
    return main(["why-not", str(planned.programme), str(planned.folder), *words])


def test_answer_for_one_venue_gives_the_reasons(planned: Planned, capsys: Said) -> None:
    # when
    ending = ask(planned, "--project", "group", "--start", "2027-03-26T10:00", "--venue", "hall")

    # then
    assert (ending, capsys.readouterr().out.splitlines()[2:]) == (
        0,
        [
            "  Friday 26 March 2027 is kept clear for Good Friday.",
            "  Friday 26 March 2027 is a bank holiday: Good Friday.",
        ],
    )


def test_answer_without_a_venue_says_what_holds_at_each(planned: Planned, capsys: Said) -> None:
    # when
    ending = ask(planned, "--project", "group", "--start", "2027-03-26T10:00")

    # then
    closed = "It cannot be held there then: Friday 26 March 2027 is kept clear for Good Friday."
    assert (ending, capsys.readouterr().out.splitlines()) == (
        0,
        [
            "This would be instead of session 1 (Tuesday 5 January 2027).",
            f"On Friday 26 March 2027 at 10:00, for 1 of 1 venue: {closed}",
            "  At every venue:",
            "    Friday 26 March 2027 is kept clear for Good Friday.",
            "    Friday 26 March 2027 is a bank holiday: Good Friday.",
            "  Glen Hall:",
            f"    {closed}",
        ],
    )


def test_time_with_an_offset_is_the_same_moment(planned: Planned, capsys: Said) -> None:
    # when: half past nine in UTC is half past ten in summer
    answers = []
    for start in ("2027-05-04T10:30", "2027-05-04T09:30+00:00"):
        assert ask(planned, "--project", "group", "--start", start) == 0
        answers.append(capsys.readouterr().out)

    # then
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ("--project", "grup", "--start", "2027-05-04T10:00"),
            "There is no project grup here; did you mean group?",
        ),
        (
            ("--project", "Living Well", "--start", "2027-05-04T10:00"),
            "There is no project Living Well here; did you mean group?",
        ),
        (
            ("--project", "other", "--start", "2027-05-04T10:00"),
            "There is no project other here; choose one of group.",
        ),
        (
            ("--project", "group", "--start", "2027-05-04"),
            '--start "2027-05-04" has no hour; write it as 2027-05-04T10:00',
        ),
        (
            ("--project", "group", "--start", "4 May 2027"),
            '--start "4 May 2027" is no date and time; write it as 2027-05-04T10:00',
        ),
        (
            ("--project", "group", "--start", "tomorrow"),
            '--start "tomorrow" is no date and time; write it as 2027-05-04T10:00',
        ),
        (
            ("--project", "group", "--start", "4/5/2027 10:00"),
            (
                '--start "4/5/2027 10:00" is no date and time; write it as 2027-05-04T10:00, '
                "or 2027-04-05T10:00 if the month comes first"
            ),
        ),
        (
            ("--project", "group", "--start", "2026-05-05T10:00"),
            (
                "Tuesday 5 May 2026 is outside the programme, which runs from "
                "Monday 4 January to Wednesday 30 June 2027."
            ),
        ),
    ],
)
def test_what_cannot_be_asked_is_refused(
    words: tuple[str, ...], line: str, planned: Planned, capsys: Said
) -> None:
    assert (ask(planned, *words), capsys.readouterr()) == (2, ("", f"{line}\n"))
