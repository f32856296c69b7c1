"""What is typed when a programme is begun, as the parts of a programme it makes."""

import pytest

from scheduler.spelling import folded
from web.begin.known_words import known, names_of
from web.begin.turned import (
    days,
    in_pounds,
    observances,
    only_yes,
    opening,
    position,
    seasons,
)
from web.forms import NotTypedError, pence

WEEK = {"first": "2027-03-01", "last": "2027-03-05"}


@pytest.mark.parametrize(
    "line",
    [
        "2027-03-01/2027-03-05",
        "2027-03-01 to 2027-03-05",
        "1 March 2027 to 5 March 2027",
        "Monday 1st March 2027 \u2013 Friday 5th March 2027",
    ],
)
def test_a_stretch_of_days_is_never_taken_for_its_first_day(line: str) -> None:
    assert days([line]) == [WEEK]


def test_a_day_keeps_what_was_written_after_it() -> None:
    assert days(["15/2/2027 school break"]) == [
        {"first": "2027-02-15", "last": "2027-02-15", "note": "school break"}
    ]


@pytest.mark.parametrize("line", ["2/3/2027", "soon", "31/2/2027"])
def test_a_day_that_is_none_or_can_be_meant_two_ways_stays_as_it_was_typed(line: str) -> None:
    assert days([line]) == [line]


def test_what_people_keep_is_known_whatever_its_capitals_and_gaps() -> None:
    typed = ["Eid al-Fitr", "good friday", "My own day"]

    assert observances(typed) == ["eid_al_fitr", "good_friday", "my_own_day"]


def test_a_season_is_known_in_plain_words_and_may_have_days_of_its_own() -> None:
    assert seasons(["Lambing hill Blackface", "regatta 2027-05-03/2027-05-08"]) == [
        {"activity": "lambing_hill_blackface"},
        {"activity": "regatta", "begins": "2027-05-03", "ends": "2027-05-08"},
    ]


OWN = {"activity": "lambing", "begins": "2027-04-10", "ends": "2027-05-10"}


@pytest.mark.parametrize(
    ("line", "season"),
    [
        ("lambing from 10 April 2027 to 10 May 2027", OWN),
        ("Lambing 13/4/27 - 20/5/27", {**OWN, "begins": "2027-04-13", "ends": "2027-05-20"}),
        (
            "Lambing, lowland from 15 March 2027 to 1 April 2027",
            {"activity": "lambing_lowland_main", "begins": "2027-03-15", "ends": "2027-04-01"},
        ),
        (
            "boat week 2027-05-03/2027-05-08",
            {"activity": "boat_week", "begins": "2027-05-03", "ends": "2027-05-08"},
        ),
        ("lambing in Borders", {"activity": "lambing", "region": "Borders"}),
        ("Lambing, hill Blackface", {"activity": "lambing_hill_blackface"}),
    ],
)
def test_days_of_a_season_are_written_as_all_days_are(line: str, season: object) -> None:
    assert seasons([line]) == [season]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "sabbath",
            " / ".join(
                (
                    "Sabbath in the Western Isles (Sunday)",
                    "Sunday as a day of rest (Sabbath)",
                    "Shabbat (Friday evening to Saturday)",
                )
            ),
        ),
        ("ramadann", "Ramadan"),
        ("Easter", "Easter Sunday / Orthodox Easter (Pascha)"),
    ],
)
def test_a_word_that_is_almost_a_name_is_answered_by_every_name_it_may_be(
    line: str, names: str
) -> None:
    """Whoever wrote "sabbath" was asked about Shabbat alone, though the isles have theirs."""
    with pytest.raises(NotTypedError) as refused:
        observances([line])

    says = f'"{line}" is not in the list below; did you mean: {names}?'
    assert str(refused.value) == says


@pytest.mark.parametrize("field", ["keeps", "seasons"])
def test_every_word_of_a_calendar_has_a_name_that_is_understood(field: str) -> None:
    """Words such as "grthm" and "lambing lowland main" stood in the list as they are in tables."""
    names = names_of(field)

    assert len(set(map(folded, names.values()))) == len(names)
    assert [word for word, name in names.items() if known(name, field) != word] == []
    assert [name for name in names.values() if "_" in name or not name[:1].isupper()] == []


@pytest.mark.parametrize("text", ["56.905, -4.06", "56.905 -4.06", " 56.905,-4.06 "])
def test_a_position_is_read_as_maps_show_it(text: str) -> None:
    assert position(text) == {("latitude",): 56.905, ("longitude",): -4.06}


@pytest.mark.parametrize("text", ["here", "56.905", "56.905, -4.06, 3", "NH 123 456"])
def test_what_is_no_position_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(NotTypedError, match="Write two numbers as maps show them"):
        position(text)


@pytest.mark.parametrize(("answer", "made"), [("yes", {("share_reasons",): True}), ("no", {})])
def test_a_permission_is_put_only_where_it_was_given(answer: str, made: object) -> None:
    assert only_yes("share_reasons")(answer) == made


@pytest.mark.parametrize(
    ("text", "amount"),
    [("12", 1200), ("£12.50", 1250), ("0", 0), ("4.5", 450), ("£ 1,200.00", 120_000)],
)
def test_pounds_are_read_as_people_write_them(text: str, amount: int) -> None:
    assert (pence(text), pence(in_pounds(amount))) == (amount, amount)


@pytest.mark.parametrize("text", ["450p", "free", "-3", "12.505", "12,5", "12345678"])
def test_what_is_no_amount_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(NotTypedError, match="Write pounds in digits"):
        pence(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Mon-Sat 09:00-22:00", "Mo-Sa 09:00-22:00"),
        ("monday to friday 09:00-22:00; Sat 10:00-16:00", "Mo-Fr 09:00-22:00; Sa 10:00-16:00"),
        ("Tues, Thurs 18:00 \u2013 22:00", "Tu, Th 18:00-22:00"),
        ("daily 09:00-17:00", "Mo-Su 09:00-17:00"),
        ("Mo-Fr 09:00-22:00; PH off", "Mo-Fr 09:00-22:00; PH off"),
        ('Mo 09:00-22:00 "ask Sunday to Monday"', 'Mo 09:00-22:00 "ask Sunday to Monday"'),
        ("Mon-Sat when the caretaker is in", "Mon-Sat when the caretaker is in"),
    ],
)
def test_opening_hours_may_name_days_as_people_do(text: str, meant: str) -> None:
    assert opening(text) == meant
