"""Forms sent twice, by a second press or by going back, as somebody begins a programme."""

import re

import pytest
from flask.testing import FlaskClient

from tests.web.pages.test_begin import NAME, begun, say_of, whole
from web.begin.kept import Drafts
from web.store import Store

GWEN = {"called": "Gwen", "role": "lived experience", "home": "The Glen"}


def once_on(client: FlaskClient, address: str) -> str:
    """Return the word that tells the form of a page from every other."""
    (found,) = re.findall(r'name="once" value="([^"]+)"', client.get(address).text)
    return str(found)


def called(store: Store) -> list[str]:
    """Return what the people of the only draft are called."""
    (kept,) = Drafts(store.home).every()
    return [person.typed["called"][0] for person in kept.read().people]


@pytest.mark.parametrize("has_once", [True, False])
def test_somebody_new_sent_twice_is_one_person(
    client: FlaskClient, store: Store, *, has_once: bool
) -> None:
    """A second press made two people of Gwen, who then counted twice for balance."""
    draft = begun(client)
    new = f"{draft}/people/new/who"
    who = {**GWEN, "once": once_on(client, new)} if has_once else GWEN

    first, second = (say_of(client, new, **who) for _ in range(2))

    assert (first, called(store)) == (second, ["Gwen"])


def test_two_people_of_one_name_are_told_of_in_two_forms(client: FlaskClient, store: Store) -> None:
    new = f"{begun(client)}/people/new/who"

    for _ in range(2):
        say_of(client, new, **GWEN, once=once_on(client, new))

    assert called(store) == ["Gwen", "Gwen"]


def test_another_person_told_of_on_going_back_is_somebody_new(
    client: FlaskClient, store: Store
) -> None:
    new = f"{begun(client)}/people/new/who"
    once = once_on(client, new)

    for name in ("Gwen", "Huw"):
        say_of(client, new, **{**GWEN, "called": name, "once": once})

    assert called(store) == ["Gwen", "Huw"]


def test_what_was_said_since_stays_when_the_first_page_is_sent_again(
    client: FlaskClient, store: Store
) -> None:
    new = f"{begun(client)}/people/new/who"
    person = say_of(client, new, **GWEN).removesuffix("/room")
    say_of(client, f"{person}/travel", car="yes")

    say_of(client, new, **GWEN)

    (kept,) = Drafts(store.home).every()
    (gwen,) = kept.read().people
    assert gwen.typed["car"] == ["yes"]


def test_whoever_was_removed_can_be_told_of_again(client: FlaskClient, store: Store) -> None:
    draft = begun(client)
    new = f"{draft}/people/new/who"
    say_of(client, new, **GWEN)
    say_of(client, f"{draft}/people/1/remove")

    say_of(client, new, **GWEN)

    assert called(store) == ["Gwen"]


def test_a_form_that_was_refused_is_the_same_form_when_it_is_put_right(client: FlaskClient) -> None:
    new = f"{begun(client)}/people/new/who"

    refused = client.post(new, data={"once": "the-first"})

    assert (refused.status_code, 'name="once" value="the-first"' in refused.text) == (422, True)


def test_a_name_sent_twice_begins_one_programme(client: FlaskClient, store: Store) -> None:
    once = once_on(client, "/begin")

    first, second = (say_of(client, "/begin", **NAME, once=once) for _ in range(2))
    say_of(client, "/begin", **NAME, once=once_on(client, "/begin"))

    assert first == second
    assert len(Drafts(store.home).every()) == 2


def test_a_draft_nobody_can_read_is_not_what_was_begun(client: FlaskClient, store: Store) -> None:
    kept = Drafts(store.home).one(begun(client).rpartition("/")[2])
    (kept.folder / "draft.json").write_text("{")

    say_of(client, "/begin", **NAME, once=once_on(client, "/begin"))

    assert len(Drafts(store.home).every()) == 2


def test_kept_twice_it_is_one_programme_and_both_lead_to_it(
    client: FlaskClient, store: Store
) -> None:
    """The second press answered that there is no such page, though the programme was made."""
    draft = whole(client)

    first, second = (say_of(client, f"{draft}/keep") for _ in range(2))

    (made,) = store.programmes()
    assert first == second
    assert first.rpartition("/")[2] == made.code


def test_kept_by_two_at_once_it_is_one_programme(client: FlaskClient, store: Store) -> None:
    """Both presses find the draft: the second comes before the first has put it away."""
    draft = whole(client)
    kept = Drafts(store.home).one(draft.rpartition("/")[2])
    said = kept.read()
    first = say_of(client, f"{draft}/keep")
    kept.folder.mkdir()
    kept.keep(said)

    second = say_of(client, f"{draft}/keep")

    assert (first == second, len(store.programmes())) == (True, 1)


def test_what_was_never_a_draft_is_kept_by_nobody(client: FlaskClient) -> None:
    assert client.post(f"/begin/{'x' * 22}/keep").status_code == 404
