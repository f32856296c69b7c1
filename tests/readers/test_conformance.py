"""What `make conformance` says of programs that are here, and of one that is not."""

import pytest

from tests.readers import conformance


def test_a_program_that_is_not_here_is_named_with_what_brings_it_and_a_wrong_reading_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # given
    programs = {
        "Absent": (lambda: "absent-calendar", lambda: iter([("never asked", False)])),
        "Right": (lambda: "", lambda: iter([("hours", True)])),
    }
    wrong = {"Wrong": (lambda: "", lambda: iter([("hours", False)]))}

    # when
    monkeypatch.setattr(conformance, "PROGRAMS", programs)
    ending = conformance.main()
    monkeypatch.setattr(conformance, "PROGRAMS", wrong)

    # then
    assert (ending, conformance.main()) == (0, 1)
    assert capsys.readouterr().out.splitlines() == [
        "Absent: NOT ASKED: absent-calendar is not here; `make conformance` brings it",
        "Right: hours: right",
        "Wrong: hours: WRONG",
    ]


def test_each_program_says_what_it_lacks() -> None:
    assert all(isinstance(lacks(), str) for lacks, _ in conformance.PROGRAMS.values())
    assert list(conformance.PROGRAMS)[:3] == ["Radicale", "Thunderbird", "KCalendarCore"]
