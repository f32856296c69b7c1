"""The year of a place in words, with a warning where no month is left."""

from scheduler.people import Season
from scheduler.samples import GLEN, ISHBEL, PROGRAMME, RORY, on
from scheduler.words import Days
from web.shown.year import shown_year

BORDERS = PROGRAMME.model_copy(
    update={
        "places": (GLEN.model_copy(update={"name": "Hawick", "council": "Scottish Borders"}),),
        "people": (
            ISHBEL.model_copy(update={"seasons": (Season(activity="muirburn"),)}),
            RORY,
        ),
    }
)


def days_to_avoid(first: str, last: str) -> dict[str, object]:
    return {"dates_to_avoid": (Days(first=on(first), last=on(last)),)}


def test_a_month_tells_each_kind_by_itself() -> None:
    june = shown_year(BORDERS).months[5]

    assert (june.name, june.free, june.state) == ("June 2027", "27 days of 30", "open")
    assert june.touches == (
        (
            "Local events",
            (
                "Hawick Common-Riding, 11 to 12 June",
                "Selkirk Common Riding, 18 June (to be avoided)",
            ),
        ),
    )


def test_a_season_that_has_to_be_asked_about_says_so() -> None:
    january = shown_year(BORDERS).months[0]

    assert january.touches[0] == (
        "Seasons",
        ("Heather burning, 1 October to 15 April (ask first)",),
    )


def test_nothing_warns_while_every_month_has_free_days() -> None:
    assert shown_year(BORDERS).warning == ""


def test_a_month_without_a_free_day_is_named() -> None:
    closed = days_to_avoid("Friday 28 May 2027", "Wednesday 30 June 2027")
    shown = shown_year(BORDERS.model_copy(update=closed))

    assert shown.warning == "No day is free of all this in June."
    assert [month.state for month in shown.months[3:7]] == ["open", "open", "closed", "open"]


def test_a_month_with_few_free_days_is_not_shown_as_open() -> None:
    closed = days_to_avoid("Monday 7 June 2027", "Wednesday 30 June 2027")

    assert shown_year(BORDERS.model_copy(update=closed)).months[5].state == "avoid"


def test_a_year_without_an_open_month_warns() -> None:
    closed = days_to_avoid("Friday 1 January 2027", "Friday 31 December 2027")
    shown = shown_year(BORDERS.model_copy(update=closed))

    assert shown.warning.startswith("What is switched on leaves no month open: ")


def test_what_is_not_known_is_told() -> None:
    local, braw_lads, *_ = shown_year(BORDERS).unknown

    assert local == (
        "No local holidays and no days without school have been entered. Ask the council."
    )
    assert braw_lads == (
        "Braw Lads Gathering in 2027: nobody has told us the day. It is usually late June "
        "Saturday (27 June in 2009); take the date each year."
    )


def test_every_season_of_the_farming_calendar_stands_there_with_its_source() -> None:
    seasons = shown_year(PROGRAMME).seasons

    assert len(seasons) == 40
    assert [each.code for each in seasons if not each.source] == []
    hinds = next(each for each in seasons if each.code == "stalking_hinds")
    assert hinds.days == "21 October to 15 February"


def test_every_day_above_has_a_source() -> None:
    sources = shown_year(BORDERS).sources

    assert "Christmas Day: the same day each year" in sources
    assert [line for line in sources if line.endswith(": ")] == []


def test_what_is_on_while_a_group_recruits_is_told_with_its_place() -> None:
    (group,) = BORDERS.projects
    recruiting = BORDERS.model_copy(
        update={"projects": (group.model_copy(update={"phase": "recruit"}),)}
    )

    assert shown_year(BORDERS).recruiting == ()
    assert shown_year(recruiting).recruiting[-1] == (
        "Selkirk Common Riding (Selkirk), on Friday 18 June 2027"
    )


def test_what_is_kept_every_week_is_counted_not_listed() -> None:
    """On Lewis nothing runs on a Sunday; January 2027 has five."""
    lewis = GLEN.model_copy(
        update={"name": "Lewis", "council": "Na h-Eileanan an Iar", "landmass": "Lewis and Harris"}
    )
    shown = shown_year(PROGRAMME.model_copy(update={"places": (lewis,)}))

    assert dict(shown.months[0].touches)["Local events"] == ("Sabbath, 5 times",)
