"""`commonground mail` once more: after a new plan, from a fresh folder, and for who has left."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from scheduler.calendars.wall_time import LONDON
from scheduler.files import fingerprint
from scheduler.plan import Plan
from scheduler.programme import Programme
from tests.scheduler.calendars.test_nobody_elses import PLAN, TWENTY
from tests.web.mailing.given import written_settings
from tests.web.mailing.server import Conduct, mail_server
from web.command import main
from web.mailing.accepted import AcceptedLog
from web.plan_folder import write_plan_folder

Said = pytest.CaptureFixture[str]
COUNT = re.compile(r"SEQUENCE:(\d+)")
FEW = TWENTY.people[:3]
GONE = FEW[1]
(GROUP,) = TWENTY.projects


def three(members: tuple[str, ...], *, taken_out: str = "", **changes: object) -> Programme:
    """Return the group of twenty as a group of three, or of fewer."""
    people = tuple(each.model_copy(update={"home": ""}) for each in FEW if each.code != taken_out)
    venues = tuple(each.model_copy(update={"place": ""}) for each in TWENTY.venues)
    projects = (GROUP.model_copy(update={"members": members}),)
    changed = {"people": people, "venues": venues, "projects": projects, **changes}
    return TWENTY.model_copy(update=changed)


ALL = tuple(each.code for each in FEW)
LEFT = tuple(code for code in ALL if code != GONE.code)


def later(days: int) -> Plan:
    """Return the plan with its session some days later."""
    (session,) = PLAN.sessions
    by = timedelta(days=days)
    moved = session.model_copy(update={"start": session.start + by, "end": session.end + by})
    return PLAN.model_copy(update={"sessions": (moved,)})


def put(folder: Path, programme: Programme, plan: Plan = PLAN) -> str:
    """Write a plan down, as made from a programme; return where."""
    (session,) = plan.sessions
    here = {code for project in programme.projects for code in project.members}
    coming = tuple(each for each in session.coming if each.person in here)
    made_from = plan.certificate.model_copy(update={"programme": fingerprint(programme)})
    sessions = (session.model_copy(update={"coming": coming}),)
    changed = plan.model_copy(update={"sessions": sessions, "certificate": made_from})
    write_plan_folder(programme, changed, folder)
    return str(folder)


def sent(plan: str, out: Path, said: Said, *more: str) -> tuple[int, str, str]:
    """Write the messages, look, and send what is listed; return how it ended and what was said."""
    main(["mail", plan, "--dry-run", str(out)])
    said.readouterr()
    ending = main(["mail", plan, "--send", str(out), *more])
    told = said.readouterr()
    if ending:
        return ending, told.out, told.err
    word = told.err.rpartition("--word ")[2].strip()
    ending = main(["mail", plan, "--send", str(out), "--word", word, *more])
    told = said.readouterr()
    return ending, told.out, told.err


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is kept on this machine apart."""
    monkeypatch.setenv("COMMONGROUND_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("COMMONGROUND_MAIL", raising=False)
    return tmp_path / "home"


def test_a_plan_made_again_with_nothing_changed_writes_to_nobody_again(
    tmp_path: Path, home: Path, capsys: Said
) -> None:
    # given
    conduct, next_day = Conduct(), TWENTY.planning_day + timedelta(days=1)
    with mail_server(conduct) as port:
        written_settings(home, port)
        sent(put(tmp_path, three(ALL)), tmp_path / "out", capsys)

        # when
        again = put(tmp_path, three(ALL, planned_on=next_day))
        _, told, _ = sent(again, tmp_path / "fresh", capsys)

    # then
    assert len(conduct.taken) == len(ALL)
    assert told.startswith("3 messages sent before; nobody gets these again.")


def test_a_fresh_folder_does_not_take_back_what_was_sent_since(
    tmp_path: Path, home: Path, capsys: Said
) -> None:
    # given: a date, and a later one that people were told of
    conduct, out = Conduct(), tmp_path / "out"
    with mail_server(conduct) as port:
        written_settings(home, port)
        sent(put(tmp_path, three(ALL)), out, capsys)
        sent(put(tmp_path, three(ALL), later(7)), out, capsys)

        # when: back to the first date
        back = put(tmp_path, three(ALL))
        ending, _, refused = sent(back, tmp_path / "fresh", capsys)
        before = len(conduct.taken)
        main(["mail", back, "--dry-run", str(tmp_path / "next"), "--sent", str(out)])
        ending_next, _, _ = sent(back, tmp_path / "next", capsys)

    # then
    assert (ending, before, ending_next, len(conduct.taken)) == (2, 6, 0, 9)
    assert "is older than what they were sent since" in refused
    assert "--sent DIR" in refused


def test_where_what_was_sent_is_lost_the_next_counts_on_at_the_word_alone(
    tmp_path: Path, home: Path, capsys: Said
) -> None:
    """Sessions sent before could not be mailed again once the folder was gone."""
    # given: two dates were sent, and their folder is lost
    conduct, lost, out = Conduct(), tmp_path / "lost", tmp_path / "out"
    with mail_server(conduct) as port:
        written_settings(home, port)
        sent(put(tmp_path, three(ALL)), lost, capsys)
        sent(put(tmp_path, three(ALL), later(7)), lost, capsys)
        third = put(tmp_path, three(LEFT), later(14))
        refused = sent(third, tmp_path / "fresh", capsys)

        # when
        ending = main(["mail", third, "--dry-run", str(out), "--lost"])
        said = capsys.readouterr().err
        went = sent(third, out, capsys)

    # then
    counts = [max(COUNT.findall(file.read_text())) for file in out.glob("person-*.ics")]
    assert (refused[0], ending, went[0], len(conduct.taken)) == (2, 0, 0, 8)
    assert "--dry-run DIR --lost" in refused[2]
    assert "2 messages counting on from what was sent before." in said
    assert f"Ring {GONE.label}: they were told of a session that is not theirs now." in said
    assert counts == ["2", "2"]
    assert main(["mail", third, "--send", str(out), "--lost"]) == 2


def test_where_nothing_at_all_is_known_it_counts_from_higher_than_any_has(
    tmp_path: Path, home: Path, capsys: Said
) -> None:
    # given: a log of an earlier version, which tells no wording
    plan, out = put(tmp_path, three(ALL)), tmp_path / "out"
    log = AcceptedLog.of(home, TWENTY.name).folder
    log.mkdir(parents=True)
    (log / "0a").write_text("accepted 2026-11-29T10:00:00+00:00\n")

    # when
    main(["mail", plan, "--dry-run", str(out), "--lost"])

    # then
    counts = [max(COUNT.findall(file.read_text())) for file in out.glob("person-*.ics")]
    assert counts == ["1000"] * 3
    assert "3 messages counting on" in capsys.readouterr().err


def test_who_leaves_the_group_hears_that_it_is_called_off(
    tmp_path: Path, home: Path, capsys: Said
) -> None:
    # given
    conduct, out = Conduct(), tmp_path / "out"
    with mail_server(conduct) as port:
        written_settings(home, port)
        sent(put(tmp_path, three(ALL)), out, capsys)

        # when
        sent(put(tmp_path, three(LEFT)), out, capsys)
        sent(put(tmp_path, three(LEFT)), out, capsys)

    # then
    off = [to for _, to, content in conduct.taken if b"Subject: Called off" in content]
    assert (off, len(conduct.taken)) == ([GONE.email], len(ALL) + 1)


def test_who_is_taken_out_altogether_is_named_to_be_rung(tmp_path: Path, capsys: Said) -> None:
    # given
    out = str(tmp_path / "out")
    main(["mail", put(tmp_path, three(ALL)), "--dry-run", out])
    capsys.readouterr()

    # when
    main(["mail", put(tmp_path, three(LEFT, taken_out=GONE.code)), "--dry-run", out])

    # then
    said = capsys.readouterr()
    assert f"Ring {GONE.name}: they were told of sessions" in said.err
    assert GONE.name not in said.out


def test_who_is_outside_their_safe_times_waits_and_the_others_get_theirs(
    tmp_path: Path, home: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given: a Monday
    monday = datetime(2027, 6, 7, 10, 30, tzinfo=LONDON)
    monkeypatch.setattr("web.mailing.hours.now", lambda: monday)
    safe = GONE.contact.model_copy(update={"hours": ("Sat 10:00-12:00",)})
    programme = three(ALL)
    people = tuple(
        each.model_copy(update={"contact": safe}) if each.code == GONE.code else each
        for each in programme.people
    )
    plan = put(tmp_path, programme.model_copy(update={"people": people}))
    conduct, out = Conduct(), tmp_path / "out"
    with mail_server(conduct) as port:
        written_settings(home, port)

        # when
        ending, told, held = sent(plan, out, capsys)
        before = len(conduct.taken)
        sent(plan, out, capsys, "--anyway", GONE.code)

    # then
    assert (ending, before, len(conduct.taken)) == (2, 2, 3)
    assert "(safe times: Sat 10:00-12:00)" in told
    assert f"{GONE.name} gets nothing now, at 10:30" in held
    assert f"--anyway {GONE.code}" in held


def test_who_leaves_and_did_not_choose_e_mail_is_named_to_be_rung(
    tmp_path: Path, capsys: Said
) -> None:
    # given
    out = str(tmp_path / "out")
    main(["mail", put(tmp_path, three(ALL)), "--dry-run", out])
    capsys.readouterr()
    letters = GONE.contact.model_copy(update={"ways": ("letter",)})
    people = tuple(
        each.model_copy(update={"contact": letters}) if each.code == GONE.code else each
        for each in three(LEFT).people
    )

    # when
    main(["mail", put(tmp_path, three(LEFT, people=people)), "--dry-run", out])

    # then
    said = capsys.readouterr()
    assert (GONE.name in said.out, f"Ring {GONE.name}: " in said.err) == (False, True)
