"""Each page on which a programme is begun: what it refuses, and what it never loses."""

import re
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from scheduler.files import write_programme
from scheduler.plan_changes import PlanChange, VenueLost
from tests.web.begin.test_making import told_in_full
from tests.web.pages.sites import kept_as_made
from tests.web.pages.test_begin import (
    NAME,
    SESSIONS,
    add_person,
    begun,
    faults,
    kept,
    say_of,
    whole,
)
from tests.web.pages.test_replanning import made_once
from tests.web.plans import TWO_SESSIONS
from web.app import create_app
from web.begin.asked import PAGES, PARTS
from web.begin.kept import Drafts
from web.replanning import changed_by
from web.store import Store

LONG = "x" * 201
REFUSED: tuple[tuple[str, dict[str, str], dict[str, str]], ...] = (
    ("name", {"organiser": "Glens Together"}, {"name": "Write something here"}),
    (
        "dates",
        {"first-day": "31", "first-month": "2", "avoid": "soon"},
        {"first": "Write a day", "last": "Write a day", "avoid": '"soon" '},
    ),
    (
        "dates",
        {
            "first-day": "1",
            "first-month": "3",
            "first-year": "2027",
            "last-day": "1",
            "last-month": "2",
            "last-year": "2027",
        },
        {"last": "The last day is before the first"},
    ),
    (
        "dates",
        {
            "first-day": "1",
            "first-month": "3",
            "first-year": "2027",
            "last-day": "1",
            "last-month": "6",
            "last-year": "2027",
            "avoid": "2/3/2027",
        },
        {"avoid": '"2/3/2027" has days in another form'},
    ),
    ("where", {"near": "The Glen"}, {"nation": "Choose one of these"}),
    ("sessions", {"group": "Living well"}, {"many": "Write a whole number"}),
    (
        "sessions",
        {"group": "A", "many": "41", "least_days": "30", "most_days": "7", "length": "long"},
        {"many": "Write a number from 1", "most_days": "The most", "length": "Write a whole"},
    ),
    (
        "sessions",
        {"group": "A", "many": "3", "length": "5"},
        {"length": '"5" is out of range'},
    ),
    ("which", {"titles": "a\nb\nc\nd"}, {"titles": "There are more lines than sessions"}),
    ("which", {"optional": "9", "titles": "a"}, {"optional": "Choose one of these"}),
    ("people/new/who", {"home": "The Glen"}, {"called": "Write", "role": "Choose one of these"}),
    ("people/1/who", {"called": LONG, "role": "king"}, {"called": "Write at", "role": "Choose"}),
    ("people/1/room", {"interpreter": LONG, "asked": "yes"}, {"interpreter": "Write at most"}),
    ("people/1/travel", {"car": "perhaps", "taxi": "yes"}, {"car": "Choose one of these"}),
    (
        "people/1/when",
        {"free": "Someday", "work": "9 to 5", "job_hours": "office", "away": "1/2/2027"},
        {
            "free": '"Someday" is not',
            "work": '"9 to 5" is not',
            "job_hours": '"office" is not',
            "away": '"1/2/2027" has days',
        },
    ),
    (
        "people/1/children",
        {"children": "two", "minded": "school", "sitter": "perhaps", "care": "runs"},
        {
            "children": "Write a whole number",
            "minded": '"school" is not',
            "sitter": "Choose one of these",
            "care": '"runs" is not',
        },
    ),
    (
        "people/1/children",
        {"minded": "Mon-Fri 09:00-15:00", "care": "Mon-Fri 15:00-15:30"},
        {"children": "Write how many children there are too"},
    ),
    (
        "people/1/keeps",
        {"keeps": "ramadann", "seasons": "lambng"},
        {
            "keeps": '"ramadann" is not in the list below; did you mean: Ramadan?',
            "seasons": '"lambng" is not in the list below; did you mean: Lambing?',
        },
    ),
    ("halls/new/hall", {"place": "The Glen"}, {"hall": "Write something here"}),
    (
        "halls/new/hall",
        {"hall": "A", "capacity": "many", "opening": "whenever", "hall_position": "here"},
        {
            "capacity": "Write a whole number",
            "opening": '"whenever" is not',
            "hall_position": "Write two numbers",
        },
    ),
    (
        "halls/7/hall",
        {"hall": "A", "opening": "whenever", "hall_position": "-4.0, 56.6"},
        {"opening": '"whenever" is not', "hall_position": '"-4.0" and longitude 56.6 are'},
    ),
    (
        "places/the-glen/place",
        {"ground": "island", "position": "north"},
        {"island": "Write the name of the island", "position": "Write two numbers"},
    ),
    (
        "halls/7/hall",
        {"hall": "A", "hire": "cheap", "opening": "Mon-Sat 9 to 5"},
        {"hire": "Write pounds", "opening": '"Mon-Sat 9 to 5" is not understood; write hours'},
    ),
    (
        "people/1/when",
        {"away": "soon"},
        {"away": '"soon" is no day; write one such as 1 March 2027, or 1 March 2027 to'},
    ),
    (
        "people/1/keeps",
        {"seasons": "lambing from 10 April to 10 May"},
        {"seasons": '"lambing from 10 April to 10 May" is no season; write one of the list below'},
    ),
    (
        "people/1/keeps",
        {"seasons": "regatta"},
        {"seasons": '"regatta" is no season of the farming calendar; write one of the list below'},
    ),
    ("people/1/room", {"assistance": "9"}, {"assistance": "Choose one of these"}),
    (
        "journeys/new/journey",
        {"back": "soon", "fare": "free", "said_by": LONG},
        {
            **dict.fromkeys(("goes", "to", "by"), "Choose one of these"),
            **dict.fromkeys(("out", "back"), "Write a whole number"),
            "fare": "Write pounds",
            "said_by": "Write at most",
        },
    ),
    (
        "journeys/new/journey",
        {"goes": "person-1", "to": "7", "by": "bus", "out": "200000"},
        {"out": '"200000" is too large'},
    ),
    (
        "money",
        {"taxi_money": "some", "stay_away": "yes"},
        {"taxi_money": "Write pounds", "project_money": "Write how much money there is too"},
    ),
    (
        "workers/new/worker",
        {"languages": LONG},
        {"worker": "Write", "work_role": "Choose", "languages": "Write at"},
    ),
    (
        "workers/new/worker",
        {"worker": "W", "work_role": "driver", "hours": "always", "worker_away": "soon"},
        {"hours": '"always" is not understood', "worker_away": '"soon" '},
    ),
)


@pytest.fixture
def draft(client: FlaskClient) -> str:
    """Return the address of a draft in which everything was said."""
    return whole(client)


@pytest.mark.parametrize(("page", "typed", "wrong"), REFUSED, ids=lambda part: str(part)[:30])
def test_a_page_says_what_is_wrong_beside_each_field_and_loses_nothing(
    client: FlaskClient, draft: str, page: str, typed: dict[str, str], wrong: dict[str, str]
) -> None:
    before = seen(client, f"{draft}/check")

    answer = client.post(f"{draft}/{page}", data=typed)

    text, found = unescape(answer.text), faults(answer.text)
    assert answer.status_code == 422
    assert (text.count("<title>Error: "), text.count("CSV")) == (1, 0)
    assert found.keys() == wrong.keys()
    assert {name: found[name][: len(says)] for name, says in wrong.items()} == wrong
    assert [name for name in wrong if f'<li><a href="#{name}">' not in text] == []
    chosen = {"perhaps", "king", "9", "person-1", "7", "bus", "yes"}
    shown = {value for value in typed.values() if value not in chosen}
    assert [value for value in shown if not stands_in(text, value)] == []
    assert seen(client, f"{draft}/check") == before


def seen(client: FlaskClient, page: str) -> str:
    """Return what people see of a page: each time it is sent with other tokens."""
    text = client.get(page).text.partition("<main")[2]
    return re.sub(r'name="csrf_token" value="[^"]*"', "", text)


def stands_in(text: str, value: str) -> bool:
    """Say whether a field of a page holds something that was typed."""
    return any(held in text for held in (f'value="{value}"', f">{value}</textarea>"))


def test_every_page_was_made_to_refuse_something() -> None:
    pages = {page.rpartition("/")[2] for page, _, _ in REFUSED}

    every = {form.name for form in (*PAGES, *(form for forms in PARTS.values() for form in forms))}
    assert every - pages == set()


def test_a_new_programme_needs_a_name_before_anything_is_kept(client: FlaskClient) -> None:
    answer = client.post("/begin", data={"organiser": "Glens Together"})

    assert (answer.status_code, faults(answer.text)) == (422, {"name": "Write something here"})
    assert answer.text.count('value="Glens Together"') == 1
    assert client.get("/").text.count("Begun, and not a programme yet") == 0


def test_a_draft_is_there_after_the_machine_was_switched_off(
    app: Flask, client: FlaskClient, tmp_path: Path
) -> None:
    draft = begun(client)
    del app

    later = create_app(tmp_path / "home").test_client()

    text = later.get("/").text
    assert (text.count(f'href="{draft}"'), text.count(f'href="{draft}/remove"')) == (1, 1)
    assert later.get(draft).location == f"{draft}/dates"
    assert later.get(f"{draft}/name").text.count('value="Two glens"') == 1


def test_going_on_leads_to_the_first_page_that_lacks_something(
    client: FlaskClient, draft: str
) -> None:
    early = begun(client)

    assert client.get(early).location == f"{early}/dates"
    assert client.get(draft).location == f"{draft}/check"


def test_several_drafts_stand_beside_one_another(client: FlaskClient) -> None:
    drafts = {begun(client), begun(client)}

    assert [client.get("/").text.count(f'href="{draft}"') for draft in drafts] == [1, 1]


def test_a_draft_is_removed_only_after_a_page_that_asks(client: FlaskClient) -> None:
    draft = begun(client)

    asks = client.get(f"{draft}/remove").text
    there = client.get(f"{draft}/name").status_code
    answer = client.post(f"{draft}/remove")

    assert asks.count("Remove what you said of Two glens?") == 2
    assert (there, answer.location) == (200, "/")
    assert client.get(f"{draft}/name").status_code == 404


def test_whoever_was_removed_can_be_put_back(client: FlaskClient, draft: str) -> None:
    before = seen(client, f"{draft}/people")

    say_of(client, f"{draft}/people/2/remove")
    without = client.get(f"{draft}/people").text
    say_of(client, f"{draft}/people/put-back")

    assert (without.count("Bryn was removed."), without.count("/people/2/who")) == (1, 0)
    assert seen(client, f"{draft}/people") == before


def test_empty_lists_say_so(client: FlaskClient) -> None:
    draft = begun(client)

    pages = [client.get(f"{draft}/{name}").text for name in PARTS]

    assert [text.count('<p class="govuk-inset-text">') for text in pages] == [1] * len(pages)


def test_a_page_leads_back_to_the_one_before(client: FlaskClient, draft: str) -> None:
    pages = ("dates", "people", "people/1/who", "people/1/room", "sessions", "check")

    texts = [client.get(f"{draft}/{page}").text for page in pages]

    before = ("name", "where", "people", "people/1/who", "journeys", "money")
    links = [f'govuk-back-link" href="{draft}/{page}"' for page in before]
    assert [text.count(link) for text, link in zip(texts, links, strict=True)] == [1] * len(pages)


def test_from_the_last_page_one_comes_back_to_it(client: FlaskClient, draft: str) -> None:
    page = say_of(client, f"{draft}/people/1/travel?check", car="no")
    other = say_of(client, f"{draft}/name?check", **NAME)

    assert (page, other) == (f"{draft}/check", f"{draft}/check")


def test_from_a_list_one_goes_straight_to_the_last_page_once_all_was_said(
    client: FlaskClient, draft: str
) -> None:
    texts = [client.get(f"{each}/people").text for each in (draft, begun(client))]

    assert [text.count("Check what you have said") for text in texts] == [1, 0]


def test_somebody_can_be_told_of_in_brief(client: FlaskClient, draft: str) -> None:
    who = {"called": "Gus", "role": "manager", "then": "list"}

    assert say_of(client, f"{draft}/people/new/who", **who) == f"{draft}/people"


def test_the_last_page_shows_every_answer_with_a_way_to_change_it(
    client: FlaskClient, draft: str
) -> None:
    text = unescape(client.get(f"{draft}/check").text)

    said = ("Two glens", "Monday 4 January 2027", "Scotland", "Living well", "Session 3", "Bryn")
    assert [each for each in said if each not in text] == []
    pages = ["name", "dates", "where", "sessions", "which", "places/the-town/place"]
    pages += [f"people/{n}/{form.name}" for n in range(1, 7) for form in PARTS["people"]]
    assert [page for page in pages if f'href="{draft}/{page}?check"' not in text] == []


def test_the_last_page_says_what_nobody_knows_yet(client: FlaskClient, draft: str) -> None:
    text = unescape(client.get(f"{draft}/check").text)

    ana = text.split("Ana: 3 answers not known yet")[1].split("</details>")[0]
    assert ana.count("<li>") == 3
    assert ana.count("Is a lift agreed by both sides?") == 1
    assert text.count("Glen Hall: 6 answers not known yet") == 1


def test_the_last_page_warns_whom_a_plan_could_not_count_on(
    client: FlaskClient, draft: str
) -> None:
    say_of(client, f"{draft}/people/1/when", told="unknown")
    say_of(client, f"{draft}/people/2/travel", car="no")
    say_of(client, f"{draft}/people/3/travel", car="unknown")

    text = client.get(f"{draft}/check").text

    assert text.count("1 person has not told when they can come.") == 1
    assert text.count("For 2 people no way to any place to meet is known.") == 1


def test_the_last_page_warns_that_there_is_nowhere_to_meet(client: FlaskClient, draft: str) -> None:
    for hall in (7, 8):
        say_of(client, f"{draft}/halls/{hall}/remove")

    text = client.get(f"{draft}/check").text

    assert text.count("There is no place to meet yet, so no session can be held.") == 1


def test_the_last_page_warns_that_nobody_could_be_by_somebody(
    client: FlaskClient, draft: str
) -> None:
    for person in ("1", "2"):
        say_of(client, f"{draft}/people/{person}/room", assistance="personal assistant")
    say_of(client, f"{draft}/people/3/room", assistance="wheelchair taxi")
    say_of(client, f"{draft}/people/3/travel", taxi="yes")
    worker = {"worker": "Wim", "work_role": "personal assistant"}
    say_of(client, f"{draft}/workers/new/worker", **worker)

    text = client.get(f"{draft}/check").text

    assert text.count("personal assistant, 2 needed at a session and 1 among those who work") == 1
    assert text.count("wheelchair taxi, 1 needed at a session and 0 among those who work") == 1


def test_the_last_page_warns_that_nobody_is_with_the_children(
    client: FlaskClient, draft: str
) -> None:
    """A childcare worker was told of, never booked, and nothing said so."""
    for person, typed in (
        ("1", {"children": "2"}),
        ("2", {"children": "1", "sitter": "yes"}),
        ("3", {"children": "1", "minded": "Mon-Fri 09:00-15:00"}),
    ):
        say_of(client, f"{draft}/people/{person}/children", **typed)
    worker = {"worker": "Cat", "work_role": "childcare"}
    say_of(client, f"{draft}/workers/new/worker", **worker)
    without = client.get(f"{draft}/check").text

    say_of(client, f"{draft}/sessions", **SESSIONS, childcare="1")

    after = client.get(f"{draft}/check").text
    alone = "For 1 person nobody is known to be with the children."
    idle = "Never booked, as nobody in the group and no session needs them: Cat."
    assert [without.count(says) for says in (alone, idle)] == [1, 1]
    assert [after.count(says) for says in (alone, idle)] == [0, 0]


def test_whether_there_is_a_sitter_is_open_only_where_there_are_children(
    client: FlaskClient, draft: str
) -> None:
    say_of(client, f"{draft}/people/1/children", children="2")
    say_of(client, f"{draft}/people/2/children", children="0")

    text = client.get(f"{draft}/check").text

    assert text.count("Ana: 4 answers not known yet") == 1
    assert text.count("Bryn: 3 answers not known yet") == 1


def test_the_last_page_says_what_is_not_counted_against_the_money(
    client: FlaskClient, draft: str
) -> None:
    add = f"{draft}/journeys/new/journey"
    for by, fare in (("bus", ""), ("taxi", "0"), ("walk", "")):
        say_of(client, add, goes="person-1", to="7", by=by, out="30", fare=fare)
    without = client.get(f"{draft}/check").text

    say_of(client, f"{draft}/money", project_money="900")

    says = "not counted against the money for everything: 2 places to meet and 1 journey."
    assert without.count("not counted against") == 0
    assert client.get(f"{draft}/check").text.count(says) == 1


def test_several_journeys_of_one_person_to_one_hall_stand_side_by_side(
    client: FlaskClient, draft: str
) -> None:
    for by in ("taxi", "bus"):
        say_of(client, f"{draft}/journeys/new/journey", goes="person-1", to="7", by=by, out="30")
    everybody = {"goes": "from:the-glen", "to": "8", "by": "walk", "out": "5"}
    say_of(client, f"{draft}/journeys/new/journey", **everybody)

    texts = [client.get(f"{draft}/{page}").text for page in ("journeys", "check")]

    names = ("Ana to Glen Hall: taxi", "Ana to Glen Hall: bus")
    for name in (*names, "Everybody from The Glen to Town Hall: walk"):
        listed, told = texts[0].count(f"<span>{name} "), texts[1].count(f">{name}</h3>")
        assert (listed, told) == (1, 1), name


def test_journeys_that_go_with_somebody_are_told_of_and_come_back(
    client: FlaskClient, draft: str
) -> None:
    for by in ("taxi", "bus"):
        say_of(client, f"{draft}/journeys/new/journey", goes="person-2", to="7", by=by, out="30")
    before = seen(client, f"{draft}/journeys")

    say_of(client, f"{draft}/people/2/remove")
    texts = [client.get(f"{draft}/{page}").text for page in ("people", "journeys")]
    say_of(client, f"{draft}/people/put-back")

    said = ("Bryn was removed, with 2 journeys.", "Bryn to Glen Hall")
    assert [text.count(says) for text, says in zip(texts, said, strict=True)] == [1, 0]
    assert seen(client, f"{draft}/journeys") == before


def test_halls_of_one_name_are_told_apart_where_one_of_them_is_chosen(
    client: FlaskClient, draft: str
) -> None:
    say_of(client, f"{draft}/halls/new/hall", hall="Glen Hall", place="The Shore")

    text = client.get(f"{draft}/journeys/new/journey").text

    assert [text.count(f">Glen Hall ({where})<") for where in ("the glen", "The Shore")] == [1, 1]


def test_nothing_is_kept_while_something_is_missing(client: FlaskClient, store: Store) -> None:
    draft = begun(client)

    answer = client.post(f"{draft}/keep")

    links = [f'href="{draft}/{page}?check"' for page in ("dates", "where", "people", "sessions")]
    summary = answer.text.split("govuk-error-summary__list")[1].split("</ul>")[0]
    assert (answer.status_code, store.programmes()) == (422, ())
    assert [summary.count(link) for link in links] == [1, 1, 1, 1]


def test_what_no_longer_fits_leads_to_its_page_and_field(
    client: FlaskClient, draft: str, store: Store
) -> None:
    """Days somebody is away may be right when typed, and wrong once the programme is put off."""
    say_of(client, f"{draft}/people/1/when", told="yes", free="Mon-Fri 10:00-15:00")
    say_of(client, f"{draft}/sessions", group="Living well", many="1")

    answer = client.post(f"{draft}/keep")

    text = unescape(answer.text)
    assert (answer.status_code, store.programmes()) == (422, ())
    assert text.count(f'<a href="{draft}/which?check#titles">What is each for: There are more') == 1


def test_what_a_file_told_wrong_of_a_hall_is_put_right_beside_its_field(
    client: FlaskClient, store: Store
) -> None:
    """What is wrong with a position stood beside what the hall is called."""
    told = {"code": "barn", "name": "The Barn", "latitude": -3.9, "longitude": 56.61}
    typed = {"hall": ["The Barn"], "hall_position": ["-3.9, 56.61"]}
    draft = Drafts(store.home).begin(told_in_full().with_new("halls", typed, brought=told))

    text = unescape(client.get(f"/begin/{draft.code}/check").text)
    page = f"/begin/{draft.code}/halls/6/hall?check"
    form = client.get(page).text

    assert text.count(f'<a href="{page}#hall_position">The Barn: Where exactly does it stand') == 1
    assert list(faults(form)) == ["hall_position"]
    assert re.findall("<details[^>]*>", form)[0].count(" open") == 1


def test_a_kept_programme_is_no_draft_any_more(
    client: FlaskClient, draft: str, store: Store
) -> None:
    made = kept(client, store, draft)

    assert (made.first_day, len(made.people), len(made.venues)) == (date(2027, 1, 4), 6, 2)
    assert client.get(draft).status_code == 404
    assert client.post(f"{draft}/check").status_code == 405


def test_more_can_be_said_of_a_kept_programme_which_stays_as_it_is(
    client: FlaskClient, draft: str, store: Store
) -> None:
    before = kept(client, store, draft)
    (first,) = store.programmes()

    again = say_of(client, f"/begin/again/{first.code}").removesuffix("/check")
    say_of(client, f"{again}/people/1/room", asked="yes", needs="hearing loop")
    after = kept(client, store, again)

    assert client.get(f"/programmes/{first.code}").text.count("Change what you said") == 1
    assert (first.read(), after.people[0].needs) == (before, ("hearing loop",))
    assert after.model_copy(update={"people": before.people}) == before


def test_changes_taken_into_a_plan_since_are_told_before_more_is_said(
    client: FlaskClient, draft: str, store: Store
) -> None:
    """A hall lost since came back without a word in what was kept anew."""
    made = kept(client, store, draft)
    (first,) = store.programmes()
    plan = kept_as_made(store, made, made_once(), of=first.code)
    untold = client.get(f"/programmes/{first.code}").text
    lost = changed_by(made, PlanChange(venues_lost=(VenueLost(venue="glen-hall"),)))
    said = "It was made because something changed. Glen Hall cannot be used any more."

    store.put_in_place(plan, lost, plan.plan(), reason=said)

    again = say_of(client, f"/begin/again/{first.code}").removesuffix("/check")
    texts = [client.get(page).text for page in (f"/programmes/{first.code}", f"{again}/check")]
    after = kept(client, store, again)
    told = f"A plan in use rests on more than what you said. {said} What you keep from here"
    assert (untold.count(told), [text.count(told) for text in texts]) == (0, [1, 1])
    assert [venue.closed for venue in after.venues] == [(), ()]
    assert client.get(f"/programmes/{store.programmes()[0].code}").text.count(told) == 0


def test_what_was_changed_otherwise_since_is_never_lost(
    client: FlaskClient, draft: str, store: Store
) -> None:
    """Somebody's calendar may have been brought in: forms know nothing of it."""
    made = kept(client, store, draft)
    (only,) = store.programmes()

    write_programme(made.model_copy(update={"funder": "A trust"}), only.folder / "programme.json")

    assert client.post(f"/begin/again/{only.code}").status_code == 404
    assert client.get(f"/programmes/{only.code}").text.count("Change what you said") == 0


def test_a_programme_from_files_has_no_pages_to_go_back_to(
    client: FlaskClient, store: Store
) -> None:
    code = store.keep(TWO_SESSIONS).code

    assert client.post(f"/begin/again/{code}").status_code == 404
    assert client.get(f"/programmes/{code}").text.count("Change what you said") == 0


def test_halls_are_brought_in_from_a_file_with_a_report(
    client: FlaskClient, draft: str, store: Store
) -> None:
    table = b"code,name,place,licensed,licensed.said_by\nbarn,The Barn,The Glen,no,caretaker\nbad\n"

    client.post(f"{draft}/halls", data={"file": (BytesIO(table), "our venues.csv")})

    text = client.get(f"{draft}/halls").text
    assert (text.count("Brought in: 1 place."), text.count("was not taken")) == (1, 1)
    barn = kept(client, store, draft).venues[-1]
    assert (barn.code, barn.licensed.said_by) == ("barn", "caretaker")


@pytest.mark.parametrize("sent", [{}, {"file": (BytesIO(b"nonsense"), "halls.json")}])
def test_a_file_that_is_none_is_refused_in_words(
    client: FlaskClient, draft: str, sent: dict[str, object]
) -> None:
    answer = client.post(f"{draft}/halls", data=sent)

    assert (answer.status_code, list(faults(answer.text))) == (422, ["file"])


@pytest.mark.parametrize(
    "page",
    [
        *("people/99/who", "people/new/travel", "people/1/nothing", "places/nowhere/place"),
        *("halls/1/hall", "nothing", "places/the-glen/remove"),
    ],
)
def test_what_is_not_there_is_not_found(client: FlaskClient, draft: str, page: str) -> None:
    assert client.post(f"{draft}/{page}").status_code == 404


def test_a_name_that_looks_like_a_page_stays_a_name(client: FlaskClient, draft: str) -> None:
    add_person(client, draft, "<script>alert(1)</script>", "professional")

    pages = [client.get(f"{draft}/{page}").text for page in ("people", "check", "people/7/who")]

    assert [text.count("<script>alert") for text in pages] == [0, 0, 0]


def test_work_that_keeps_away_is_asked_apart_from_the_hours_of_a_job_one_comes_with(
    client: FlaskClient, draft: str
) -> None:
    """Of professionals "hours they work" were asked, which kept them away in those very hours."""
    text = client.get(f"{draft}/people/4/when").text

    asked = re.findall(r'govuk-label--s" for="(\w+)">(.*?) <', text)
    assert asked == [
        ("free", "Hours they can come"),
        ("work", "Hours when work keeps them away"),
        ("job_hours", "Hours when they can come as part of their job"),
        ("away", "Whole days they cannot come"),
    ]
    assert text.count("They are not asked to come then.") == 1
    assert text.count("Those hours are chosen first, and others only if need be.") == 1
