"""What is kept on this machine, where, and how it goes away again."""

import stat
from pathlib import Path
from secrets import token_urlsafe

import pytest

from scheduler.files import write_plan, write_programme
from tests.web.plans import PLAN, TWO_SESSIONS
from web.home import default_home
from web.protection import secret_key
from web.store import KeptPlan, NotKeptError, Store


def a_plan(store: Store) -> KeptPlan:
    """Return a plan that was made with a change, without waiting for one."""
    folder = store.home / "plans" / token_urlsafe(16)
    folder.mkdir(parents=True)
    write_programme(TWO_SESSIONS, folder / "programme.json")
    write_plan(PLAN, folder / "plan.json")
    (folder / "of").write_text(store.keep(TWO_SESSIONS).code)
    (folder / "change.txt").write_text("shorter")
    return store.plan(folder.name)


def test_a_programme_that_was_kept_is_read_as_it_was(tmp_path: Path) -> None:
    store = Store(tmp_path)

    kept = store.keep(TWO_SESSIONS)

    assert store.programme(kept.code).read() == TWO_SESSIONS


def test_the_programme_opened_last_stands_first(tmp_path: Path) -> None:
    store = Store(tmp_path)
    codes = [store.keep(TWO_SESSIONS).code for _ in range(3)]

    assert [kept.code for kept in store.programmes()] == codes[::-1]


@pytest.mark.parametrize("code", ["", "..", "../programmes", "a/b", "x" * 22, "%2e%2e", "A" * 23])
def test_a_code_that_is_none_of_ours_finds_nothing(tmp_path: Path, code: str) -> None:
    store = Store(tmp_path)
    store.keep(TWO_SESSIONS)

    with pytest.raises(NotKeptError):
        store.programme(code)
    with pytest.raises(NotKeptError):
        store.plan(code)


def test_nobody_but_the_owner_may_look_into_what_is_kept(tmp_path: Path) -> None:
    home = tmp_path / "home"
    secret_key(home)

    folder = Store(home).keep(TWO_SESSIONS).folder

    modes = [stat.S_IMODE(place.stat().st_mode) for place in (home, folder, home / "key")]
    assert modes == [0o700, 0o700, 0o600]


def test_a_machine_keeps_its_key(tmp_path: Path) -> None:
    assert secret_key(tmp_path) == secret_key(tmp_path)


def test_two_machines_have_different_keys(tmp_path: Path) -> None:
    assert secret_key(tmp_path / "one") != secret_key(tmp_path / "other")


def test_a_removed_programme_takes_what_was_sent_of_it_along(tmp_path: Path) -> None:
    store = Store(tmp_path)
    kept = store.keep(TWO_SESSIONS)
    store.outbox(TWO_SESSIONS).keep("project-1.ics", b"BEGIN:VCALENDAR")

    store.outbox(TWO_SESSIONS).forget()
    store.remove(kept)

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_was_sent_is_found_when_the_programme_is_opened_anew(tmp_path: Path) -> None:
    Store(tmp_path).outbox(TWO_SESSIONS).keep("project-1.ics", b"BEGIN:VCALENDAR")

    again = Store(tmp_path).outbox(TWO_SESSIONS).sent()

    assert again == {"project-1.ics": b"BEGIN:VCALENDAR"}


def test_a_plan_takes_the_place_of_an_earlier_one_which_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = a_plan(store)

    second = store.put_in_place(first, TWO_SESSIONS, PLAN, reason="It costs least.")

    assert (second.plan(), second.programme(), second.job.state().name) == (
        PLAN,
        TWO_SESSIONS,
        "done",
    )
    assert (second.of, second.change, second.reason) == (first.of, "shorter", "It costs least.")
    assert (second.replaces, first.replaced_by) == (first.code, second.code)


def test_of_three_plans_any_can_be_used_again_and_one_is_in_use(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = a_plan(store)
    second = store.put_in_place(first, TWO_SESSIONS, PLAN, reason="")
    third = store.put_in_place(second, TWO_SESSIONS, PLAN, reason="")
    every = (first, second, third)

    used = [store.in_use(plan) for plan in every]
    store.use(first)

    assert used == [third, third, third]
    assert [store.in_use(plan) for plan in every] == [first, first, first]


def test_using_the_plan_in_use_changes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    plan = a_plan(store)

    store.use(plan)

    assert (plan.replaced_by, plan.replaces, plan.reason) == ("", "", "")


def test_plans_that_point_at_one_another_keep_nobody_waiting(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first, second = a_plan(store), a_plan(store)
    (first.folder / "replaced-by").write_text(second.code)
    (second.folder / "replaced-by").write_text(first.code)

    assert store.in_use(first) == second


def test_what_is_under_way_beside_a_plan_is_stopped_with_its_programme(tmp_path: Path) -> None:
    store = Store(tmp_path)
    plan = a_plan(store)
    plan.alternatives.folder.mkdir()
    (plan.alternatives.folder / "programme.json").touch()

    store.remove(store.programme(plan.of))

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("told", "home"),
    [
        ({"COMMONGROUND_HOME": "/a/place"}, Path("/a/place")),
        ({"XDG_DATA_HOME": "/shared"}, Path("/shared/commonground")),
        ({"HOME": "/people/ann"}, Path("/people/ann/.local/share/commonground")),
    ],
)
def test_the_machine_says_where_things_are_kept(
    monkeypatch: pytest.MonkeyPatch, told: dict[str, str], home: Path
) -> None:
    for name in ("COMMONGROUND_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in told.items():
        monkeypatch.setenv(name, value)

    assert default_home() == home
