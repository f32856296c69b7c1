"""What was said so far: changed bit by bit, and kept while the browser is closed."""

from pathlib import Path

import pytest

from web.begin.draft import Draft, ListName
from web.begin.kept import Drafts
from web.begin.places import code_for, places_of
from web.store import NotKeptError


def three() -> Draft:
    """Return a draft of three people."""
    draft = Draft()
    for name in ("Ana", "Bryn", "Carys"):
        draft = draft.with_new("people", {"called": [name]})
    return draft


def names(draft: Draft) -> list[str]:
    """Return the people of a draft in order."""
    return [person.typed["called"][0] for person in draft.people]


def test_whoever_was_removed_last_is_put_back_where_they_stood() -> None:
    fewer = three().without("people", "2")

    assert names(fewer) == ["Ana", "Carys"]
    assert fewer.put_back("people") == three()


def test_only_the_list_something_was_taken_from_takes_it_back() -> None:
    fewer = three().without("people", "2")

    assert fewer.put_back("halls") == fewer


def test_a_key_is_never_given_twice() -> None:
    draft = three().without("people", "3").with_new("people", {"called": ["Dee"]})

    assert [person.key for person in draft.people] == ["1", "2", "4"]


def test_more_is_said_of_one_and_the_others_stay() -> None:
    draft = three().with_more("people", "2", {"car": ["yes"]})

    assert [person.typed.get("car") for person in draft.people] == [None, ["yes"], None]


def test_somebody_who_is_not_there_is_not_found() -> None:
    with pytest.raises(NotKeptError):
        three().without("people", "9")


def test_a_draft_is_there_again_just_as_it_was_typed(tmp_path: Path) -> None:
    draft = three().with_page("name", {"name": ["  Two glens "]})

    code = Drafts(tmp_path).begin(draft).code

    kept = Drafts(tmp_path).one(code)
    assert (kept.read(), kept.called) == (draft, "Two glens")
    assert [each.code for each in Drafts(tmp_path).every()] == [code]


def test_nobody_but_its_owner_may_look_into_a_draft(tmp_path: Path) -> None:
    kept = Drafts(tmp_path).begin(Draft())

    assert kept.folder.stat().st_mode & 0o077 == 0


def test_a_draft_that_cannot_be_read_is_named_so_and_can_be_removed(tmp_path: Path) -> None:
    kept = Drafts(tmp_path).begin(Draft())
    (kept.folder / "draft.json").write_text('{"half": ')

    assert kept.called == "A programme that can no longer be read"
    with pytest.raises(NotKeptError):
        kept.read()
    kept.remove()
    assert Drafts(tmp_path).every() == ()


@pytest.mark.parametrize("code", ["..", "a" * 22, "", "../../etc"])
def test_a_draft_nobody_began_is_not_found(tmp_path: Path, code: str) -> None:
    with pytest.raises(NotKeptError):
        Drafts(tmp_path).one(code)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("The Glen", "the-glen"),
        (" the  glen", "the-glen"),
        ("Càrn Dearg", "carn-dearg"),
        ("IV22", "iv22"),
        ("峡谷", "place-"),
    ],
)
def test_a_place_has_one_code_however_it_is_spelled(name: str, code: str) -> None:
    assert code_for(name).startswith(code)


def test_each_place_that_is_mentioned_is_listed_once() -> None:
    draft = (
        Draft()
        .with_page("where", {"near": ["The Glen"], "council": ["Glen Council"]})
        .with_new("people", {"home": ["the glen"]})
        .with_new("people", {"home": [""]})
        .with_new("halls", {"place": ["The Town"]})
    )

    assert places_of(draft) == {"the-glen": "The Glen", "the-town": "The Town"}


@pytest.mark.parametrize(("name", "key"), [("people", "1"), ("halls", "2")])
def test_journeys_go_and_come_back_with_whoever_or_wherever_they_are_of(
    name: ListName, key: str
) -> None:
    draft = (
        Draft()
        .with_new("people", {"called": ["Ana"]})
        .with_new("halls", {"hall": ["Glen Hall"]})
        .with_new("journeys", {"goes": ["from:the-glen"], "to": ["9"]})
        .with_new("journeys", {"goes": ["person-1"], "to": ["2"]})
        .with_new("journeys", {"goes": ["person-10"], "to": ["9"]})
    )

    fewer = draft.without(name, key)

    assert [journey.key for journey in fewer.journeys] == ["3", "5"]
    assert fewer.put_back(name) == draft


def test_a_journey_that_was_removed_is_put_back_where_it_stood() -> None:
    draft = Draft().with_new("journeys", {"by": ["bus"]}).with_new("journeys", {"by": ["taxi"]})

    fewer = draft.without("journeys", "1")

    assert [journey.key for journey in fewer.journeys] == ["2"]
    assert fewer.put_back("journeys") == draft
