"""`commonground replan`: what changes, in words and as JSON, and calendars that follow."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from constraints import registry
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.sent import entries_sent
from scheduler.files import read_plan, read_programme
from scheduler.files.reply_record import ReplyRecord, Round, read_replies
from scheduler.files.saving import json_text
from scheduler.programme import Programme
from tests.web.conftest import Planned
from web.command import main

Said = pytest.CaptureFixture[str]


def told(planned: Planned, says: str) -> list[str]:
    """Return the words that replan a plan after a change."""
    change = planned.folder.parent / "change.toml"
    change.write_text(says, encoding="utf-8")
    return ["replan", str(planned.programme), str(planned.folder), "--change", str(change)]


def lost_day(planned: Planned) -> str:
    """Return a change after which the hall is shut on the day of the session."""
    (session,) = read_plan(planned.folder / "plan.json").sessions
    return f'[[venues_lost]]\nvenue = "{session.venue}"\nfirst = {session.start.date()}\n'


def test_a_session_moves_and_everybody_is_told(planned: Planned, capsys: Said) -> None:
    ending = main(told(planned, lost_day(planned)))

    said = capsys.readouterr().out
    assert (ending, said.count(" moves to "), said.count("Whom to tell")) == (0, 1, 1)


def test_what_it_costs_and_what_to_book_and_undo_is_told_as_on_the_page(
    planned: Planned, capsys: Said
) -> None:
    """Neither money nor a booking was spoken of on the command line."""
    main(told(planned, lost_day(planned)))

    lines = capsys.readouterr().out.splitlines()
    heads = [line for line in lines if line.startswith(("What it costs", "To do ", "No longer "))]
    assert [head.partition(" (")[0] for head in heads] == [
        "What it costs",
        "To do that was not to do before",
        "No longer to do, or to be undone where it was done",
    ]
    assert "cost" in lines[lines.index("What it costs") + 1]


def test_as_json_nothing_changes_where_nothing_has_to(planned: Planned, capsys: Said) -> None:
    ending = main([*told(planned, "away = []\n"), "--json"])

    found = json.loads(capsys.readouterr().out)
    assert (ending, [each["kind"] for each in found["sessions"]]) == (0, ["kept"])
    assert (found["to_tell"], found["fewest"]) == ([], True)


def test_a_venue_lost_for_good_without_another_ends_with_three(
    planned: Planned, capsys: Said
) -> None:
    says = lost_day(planned).split("first")[0]

    ending = main(told(planned, says))

    # Once among the sessions, and once for all who are told so.
    assert (ending, capsys.readouterr().out.count(" is called off")) == (3, 2)


def test_what_is_not_in_the_programme_is_refused(planned: Planned, capsys: Said) -> None:
    ending = main(told(planned, '[[leaves]]\nproject = "group"\nperson = "nobody"\n'))

    assert (ending, capsys.readouterr().err.count('"nobody" is not in this group')) == (2, 1)


def test_what_is_written_is_a_plan_of_the_programme_written_beside_it(
    planned: Planned, tmp_path: Path, capsys: Said
) -> None:
    """A number that came from a default once made another programme of the same one."""
    out = tmp_path / "new"

    ending = main([*told(planned, lost_day(planned)), "--out", str(out)])
    capsys.readouterr()
    audited = main(["audit", str(out / "programme"), str(out)])

    assert (ending, audited, capsys.readouterr().out) == (0, 0, "The plan keeps every rule.\n")


def test_what_people_answered_goes_along_to_the_new_plan(
    planned: Planned, tmp_path: Path, capsys: Said
) -> None:
    """Answers stayed beside the plan they were to, and the new one did not find them."""
    # given
    old, new = tmp_path / "old", tmp_path / "new"
    copytree(planned.folder, old)
    kept = ReplyRecord(rounds=(Round(file="inbox.mbox"),))
    (old / "programme" / "replies.json").write_text(json_text(kept, brief=True))
    words = told(planned, lost_day(planned))
    words[2] = str(old)

    # when
    endings = [main([*words, "--out", str(new)]) for _ in range(2)]

    # then
    assert endings == [0, 0]
    assert read_replies(new / "programme" / "replies.json") == kept
    assert capsys.readouterr().err.count("What people answered so far was taken along.") == 1


def _programme(place: Path) -> Programme:
    return read_programme(place, registry())


def test_a_moved_session_keeps_its_identity_in_calendars(planned: Planned, tmp_path: Path) -> None:
    """Diaries move the session they have; they do not gain a second one."""
    before = PlanCalendars(
        _programme(planned.programme), read_plan(planned.folder / "plan.json"), {}
    ).of(Reader("project", "group"))
    out = tmp_path / "new"

    main([*told(planned, lost_day(planned)), "--out", str(out)])

    after = PlanCalendars(
        _programme(out / "programme"), read_plan(out / "plan.json"), dict([before])
    ).of(Reader("project", "group"))
    (was,), (now,) = entries_sent(before[1]), entries_sent(after[1])
    assert (now.uid, now.sequence > was.sequence, now.start != was.start) == (was.uid, True, True)
