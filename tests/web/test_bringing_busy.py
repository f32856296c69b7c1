"""`commonground import busy`: the report, what belongs in a programme, and putting it there."""

import json
from pathlib import Path

import pytest

from constraints import registry
from scheduler.files import read_programme
from scheduler.samples import PROGRAMME
from tests.scheduler.calendars.foreign.written_calendars import calendar, entry
from tests.web.given import written
from web.command import main

Said = pytest.CaptureFixture[str]

PERSON = PROGRAMME.people[0].code
DAYS = ("--from", "2027-06-01", "--to", "2027-06-30")
MORNING = entry("SUMMARY:Secret", "DTSTART:20270608T100000", "DTEND:20270608T110030")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a calendar with a time, a day, a pencilled time, a free one and a broken one."""
    place = tmp_path / "una.ics"
    place.write_bytes(
        calendar(
            MORNING,
            entry("DTSTART;VALUE=DATE:20270610", "DTEND;VALUE=DATE:20270612", uid="two"),
            entry("DTSTART:20270611T230000Z", "DURATION:PT9H", "STATUS:TENTATIVE", uid="three"),
            entry("DTSTART:20270611T100000", "DURATION:PT1H", "TRANSP:TRANSPARENT", uid="four"),
            entry("DTSTART:20270611T10", uid="five"),
            entry("DTSTART:20270615T100000", "DURATION:PT1H", "RRULE:FREQ=SECONDLY", uid="six"),
            entry("DTSTART;TZID=Mine:20270616T100000", "DURATION:PT1H", uid="seven"),
        )
    )
    return place


def test_everything_in_the_file_is_told(file: Path, capsys: Said) -> None:
    ending = main(["import", "busy", str(file), *DAYS])

    assert (ending, capsys.readouterr().out) == (0, TOLD)


TOLD = """\
una.ics: 7 entries seen, 1 used, 2 not understood, 3 to ask about, \
1 that leave them free or take up no time.
Not understood, so ask: the entry at line 26: line 28 holds no day or time for DTSTART.
Not understood, so ask: the entry at line 30: line 34 comes back by no rule that can be followed.
Line 38 holds a time zone that nobody knows; its times are shown on London's clock and have to be \
asked about.
Ask whether they are taken from Thursday 10 June to Friday 11 June 2027 (line 9).
Ask whether they are taken on Saturday 12 June 2027 from 00:00 to 09:00 (line 14), which is only \
pencilled in.
Ask whether they are taken on Wednesday 16 June 2027 from 10:00 to 11:00 (line 36), which has no \
known time zone.
Only when each begins and ends is kept: titles, places and people were thrown away.
If they say that those whole days are taken, times.away: 2027-06-10/2027-06-11
times.busy: 2027-06-08 10:00+01:00/2027-06-08 11:01+01:00
"""


def test_what_was_found_is_printed_as_one_document(file: Path, capsys: Said) -> None:
    main(["import", "busy", str(file), *DAYS, "--json"])

    found = json.loads(capsys.readouterr().out)
    assert found["busy"] == [["2027-06-08T09:00:00+00:00", "2027-06-08T10:00:30+00:00"]]
    assert len(found["accounts"]) == 7


def test_times_are_put_into_a_programme(file: Path, tmp_path: Path, capsys: Said) -> None:
    # given
    programme = written(PROGRAMME, tmp_path / "programme")

    # when
    ending = main(
        ["import", "busy", str(file), *DAYS, "--person", PERSON, "--into", str(programme)]
    )

    # then
    (spell,) = read_programme(programme, registry()).people[0].times.busy
    assert (ending, f"{spell.start:%d %H:%M}", f"{spell.end:%H:%M}") == (0, "08 10:00", "11:01")
    assert capsys.readouterr().err.splitlines()[0] == "1 time put in, 0 taken out again."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "For busy, --from and --to are needed; write them as 2027-05-04."),
        ((*DAYS, "--into", "x"), "With --into, --person is needed: the code of whose times they"),
        (
            ("--from", "2027-06-30", "--to", "2027-06-01"),
            "--to 2027-06-01 is before --from 2027-06-30; swap them or correct one",
        ),
    ],
)
def test_what_is_missing_is_said(
    words: tuple[str, ...], said: str, file: Path, capsys: Said
) -> None:
    ending = main(["import", "busy", str(file), *words])

    assert (ending, capsys.readouterr().err.startswith(said)) == (2, True)


def test_a_file_that_is_none_is_refused(tmp_path: Path, capsys: Said) -> None:
    place = tmp_path / "una.ics"
    place.write_bytes(b"<html>")

    ending = main(["import", "busy", str(place), *DAYS])

    assert (ending, capsys.readouterr().err) == (
        2,
        "una.ics holds no calendar; export it again as .ics.\n",
    )
