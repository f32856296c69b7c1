"""A plan beside the same plan with one session held otherwise, in words that people count in."""

from scheduler.compared import Compared, Difference
from scheduler.order import Standing, Tally
from scheduler.samples import at
from tests.scheduler.summer import ONCE, two_groups

DAY = at("Tuesday 11 May 2027 10:00")
EVERYBODY = frozenset({"ishbel", "una", "flora", "mairi", "rory", "neil"})


def tally(coming: frozenset[str] = EVERYBODY, **given: object) -> Tally:
    """Return a session to which some come, twenty minutes each."""
    told: dict[str, object] = {
        "project": "group",
        "number": 1,
        "start": DAY,
        "venue": "hall",
        "coming": coming,
        "put_to_it": {},
        "minutes": dict.fromkeys(coming, 20),
        "bad": frozenset(),
        "short": 0,
        "pence": 123456,
    }
    return Tally(**{**told, **given})  # type: ignore[arg-type]


def difference(before: Tally, after: Tally, *others: Tally) -> Difference | None:
    """Return how a session compares with the same session held otherwise."""
    programme = two_groups() if others else ONCE
    one, other = (Standing(programme, (*others, each)) for each in (before, after))
    return Compared(one, other, programme.projects[0]).difference()


def test_what_is_the_same_differs_in_nothing() -> None:
    assert difference(tally(), tally()) is None


def test_who_comes_to_fewer_is_named_before_who_comes_to_more() -> None:
    found = difference(tally(EVERYBODY - {"una"}), tally(EVERYBODY - {"ishbel", "flora"}))

    assert found == Difference(
        True,
        "Ishbel would come to 0 of 1 session instead of 1, "
        "Flora would come to 0 of 1 session instead of 1 "
        "and Una would come to 1 of 1 session instead of 0.",
    )


def test_what_is_better_is_said_to_be() -> None:
    found = difference(tally(EVERYBODY - {"rory"}), tally())

    assert found == Difference(False, "Rory would come to 1 of 1 session instead of 0.")


def test_long_journeys_are_told_by_name() -> None:
    found = difference(tally(), tally(bad=frozenset({"una", "mairi"})))

    assert found == Difference(
        True,
        "Una would make 1 journey over what is comfortable instead of 0 "
        "and Mairi would make 1 journey over what is comfortable instead of 0.",
    )


def test_the_longest_journey_is_told_in_minutes() -> None:
    found = difference(tally(), tally(minutes={**dict.fromkeys(EVERYBODY, 20), "una": 31}))

    assert found == Difference(True, "The longest journey would take 31 minutes instead of 20.")


def test_money_is_told_in_pounds() -> None:
    found = difference(tally(), tally(pence=130000))

    assert found == Difference(
        True, "Together its sessions would cost £1,300.00 instead of £1,234.56."
    )


def test_times_put_to_it_are_told_person_by_person() -> None:
    found = difference(tally(), tally(put_to_it={"una": 2, "flora": 1}))

    assert found == Difference(
        True,
        "Una would be put to it 2 times instead of 0 and Flora would be put to it 1 time "
        "instead of 0.",
    )


def test_the_longest_journey_of_another_group_is_not_spoken_of() -> None:
    far = tally(project="growing", minutes=dict.fromkeys(EVERYBODY, 90))

    found = difference(tally(), tally(minutes={**dict.fromkeys(EVERYBODY, 20), "una": 45}), far)

    assert found == Difference(True, "The longest journey would take 45 minutes instead of 20.")
