"""An order of concern in which what people miss goes before how many sessions are held."""

from scheduler.barriers import PutFirst
from scheduler.concerns import Ledger
from scheduler.order import Standing
from scheduler.order import with_people_first as in_that_order
from scheduler.people_first import as_told, proven_as_told, told_order, with_people_first
from scheduler.programme import Programme
from tests.scheduler.summer import fortnight

PUT_FIRST = PutFirst.model_validate(
    {"barrier": "no car", "by": "the group", "on": "2027-01-04", "why": ""}
)


def named(programme: Programme) -> tuple[str, ...]:
    """Return what levels are called, in the order in which plans tell them."""
    return tuple(name for name, _ in Standing(programme, ()).values())


def with_classes(*, put_first: bool) -> Programme:
    """Return a programme with two or three priority classes."""
    told = (PUT_FIRST,) if put_first else ()
    return fortnight().model_copy(update={"put_first": told})


def test_what_all_but_everyone_else_miss_is_settled_first_and_told_where_it_always_was() -> None:
    for put_first in (False, True):
        programme = with_classes(put_first=put_first)
        ledger = with_people_first(Ledger.of(programme, programme.projects[0]))
        expected = in_that_order(programme, Standing(programme, ()).values())

        settled = [""] * len(ledger.concerns)
        for name, level in zip(named(programme), told_order(ledger), strict=True):
            settled[level] = name

        assert settled == [name for name, _ in expected]
        assert as_told(ledger, settled) == named(programme)
        assert settled[: ledger.early] == [
            name for name in named(programme)[:-9] if name.startswith("Sessions missed")
        ]


def test_its_fields_follow_one_another_and_none_is_read_twice() -> None:
    programme = with_classes(put_first=True)
    ledger = with_people_first(Ledger.of(programme, programme.projects[0]))

    read = [field for c in ledger.concerns for field in range(c.fields.start, c.fields.stop)]

    assert read == list(range(ledger.told))


def test_a_session_left_out_is_counted_and_missed_by_everybody() -> None:
    programme = with_classes(put_first=True)
    ledger = with_people_first(Ledger.of(programme, programme.projects[0]))

    for required in (True, False):
        row = ledger.skipped(required=required)[None]
        values = as_told(ledger, [c.value(row)[0].tolist() for c in ledger.concerns])

        plain = Ledger.of(programme, programme.projects[0])
        skipped = plain.skipped(required=required)[None]
        assert list(values) == [c.value(skipped)[0].tolist() for c in plain.concerns]


def test_what_is_proven_is_told_as_far_as_all_before_it_is_proven_too() -> None:
    programme = with_classes(put_first=False)
    ledger = with_people_first(Ledger.of(programme, programme.projects[0]))
    every = len(ledger.concerns)

    told = [proven_as_told(ledger, proven) for proven in (0, 1, 2, 3, 4, every)]

    assert told == [(0, False), (0, True), (1, True), (3, True), (4, True), (every, False)]


def test_where_sessions_go_first_nothing_is_told_otherwise() -> None:
    programme = with_classes(put_first=True)
    ledger = Ledger.of(programme, programme.projects[0])

    assert told_order(ledger) == tuple(range(len(ledger.concerns)))
    assert proven_as_told(ledger, 2) == (2, True)
