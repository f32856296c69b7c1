"""Sessions as we write them ourselves: held beside the icalendar library, and timed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.calendars.entry import CalendarUser
from scheduler.calendars.feeds import person_file, project_feed
from scheduler.calendars.plain import plain
from tests.scheduler.calendars.library_writer import library_file
from tests.scheduler.calendars.sessions import CLOCK, TEAM, a_session, a_year_of_sessions

TROUBLE = (
    "\"'\\,;:^ \N{RIGHT SINGLE QUOTATION MARK}\r\n\t\x00\x7f\x85\u2028\ufeff\ud83d"
    "aàłЖ中 اجتماع👩‍🦽🏴󠁧󠁢󠁳󠁣󠁴󠁿"
)
WORDS = st.one_of(st.text(max_size=90), st.text(alphabet=TROUBLE, min_size=30, max_size=160))
LINKS = st.text(alphabet=st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1)
FIRST = datetime(2026, 1, 1)  # noqa: DTZ001 - the zone is drawn apart
LAST = datetime(2040, 12, 31)  # noqa: DTZ001
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.sampled_from([UTC, CLOCK]))


@settings(max_examples=400)
@given(
    words=st.lists(WORDS, min_size=6, max_size=6),
    link=st.none() | LINKS.map("https://{}".format),
    start=MOMENTS,
    position=st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
)
def test_the_library_writes_the_same_bytes(
    words: list[str],
    link: str | None,
    start: datetime,
    position: tuple[float, float] | None,
) -> None:
    # given
    title, place, contact, who, *told = words
    entry = replace(
        a_session(start=start),
        title=title if plain(title) else "Workshop",
        place=place,
        contact=contact,
        description_lines=tuple(told),
        join_link=link,
        join_phone=link and "tel:+441632960456",
        latitude=position and position[0],
        longitude=position and position[1],
    )
    guest = CalendarUser("mailto:p08@example.org", who)

    # when
    ours = person_file([entry], attendee=guest, organiser=TEAM, name=place)

    # then
    assert ours == library_file([entry], attendee=guest, organiser=TEAM, name=place)


def test_the_library_writes_the_same_year() -> None:
    year = a_year_of_sessions()

    assert person_file(year, attendee=TEAM, organiser=TEAM, name="Year") == library_file(
        year, attendee=TEAM, organiser=TEAM, name="Year"
    )


def test_five_thousand_sessions_are_written_within_a_second() -> None:
    """They took 2.5 seconds of the processor while the icalendar library wrote them."""
    # given
    first = datetime(2027, 1, 1, 10, 30, tzinfo=CLOCK)
    sessions = [
        a_session(number, start=first + timedelta(hours=3 * number)) for number in range(5_000)
    ]

    # when: on a busy machine the better of two
    seconds = []
    for _ in range(2):
        begun = process_time()
        content = project_feed(sessions, name="Years", organiser=TEAM)
        seconds.append(process_time() - begun)

    # then
    assert content.count(b"BEGIN:VEVENT") == 5_000
    assert min(seconds) < 1
