"""Sheets on the pages: who is offered what, and what is asked before anything else is made."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from scheduler.contact import Contact
from scheduler.papers.sheets import FOR_GROUPS, WAYS
from scheduler.programme import Programme
from tests.web.pages.kept import kept
from tests.web.plans import TWO_SESSIONS
from web.store import Store

LINK = re.compile(r'href="/plans/\w+/papers/(\w+)/(\w+)/(\w+)"')


def letters_only() -> Programme:
    """Return the invented programme, in which Ishbel chose letters."""
    ishbel, rory = TWO_SESSIONS.people
    chosen = ishbel.model_copy(update={"contact": Contact(ways=("letter",))})
    return TWO_SESSIONS.model_copy(update={"people": (chosen, rory)})


def test_each_person_is_offered_what_they_chose_first(client: FlaskClient, store: Store) -> None:
    plan = kept(store, programme=letters_only())

    text = client.get(f"/plans/{plan.code}/papers").text
    offered = text.replace("<details", "|<details").replace("</details>", "</details>|")
    shown = "".join(part for part in offered.split("|") if not part.startswith("<details"))

    assert [kind for _, code, kind in LINK.findall(shown) if code == "ishbel"] == [
        "card",
        "large",
        "letter",
    ]
    assert [kind for _, code, kind in LINK.findall(shown) if code == "rory"] == ["card", "large"]
    assert [kind for _, code, kind in LINK.findall(text) if code == "group"] == [*FOR_GROUPS]


@pytest.mark.parametrize("kind", WAYS)
def test_what_a_person_did_not_choose_is_made_only_if_they_asked(
    client: FlaskClient, store: Store, kind: str
) -> None:
    # given
    plan = kept(store, programme=letters_only())
    address = f"/plans/{plan.code}/papers/people/rory/{kind}"

    # when
    first, asked = (client.get(each).text for each in (address, f"{address}?asked=yes"))

    # then
    chosen = kind in {"card", "large"}
    assert ("18 May 2027" in unescape(first) or "18 May" in first) is chosen
    assert ("They did not choose this way" in first) is not chosen
    assert 'class="sheet' in asked


@pytest.mark.parametrize(
    "ending", ["people/nobody/card", "people/rory/poster", "groups/group/card"]
)
def test_what_there_is_not_is_not_found(client: FlaskClient, store: Store, ending: str) -> None:
    plan = kept(store)

    assert client.get(f"/plans/{plan.code}/papers/{ending}").status_code == 404


def test_what_is_for_the_organiser_is_not_printed(client: FlaskClient, store: Store) -> None:
    plan = kept(store, programme=letters_only())

    text = client.get(f"/plans/{plan.code}/papers/people/ishbel/letter").text
    sheet = text[text.index("<article") : text.index("</article>")]

    assert text.count("Post it by Saturday 1 May 2027") == 1
    assert "Post it by" not in sheet


def test_without_a_number_to_ring_nothing_is_made(client: FlaskClient, store: Store) -> None:
    plan = kept(store, phone="")

    text = client.get(f"/plans/{plan.code}/papers").text

    assert text.count("cannot be written: the programme has no phone number") == 1
    assert client.get(f"/plans/{plan.code}/papers/people/rory/card").status_code == 404
