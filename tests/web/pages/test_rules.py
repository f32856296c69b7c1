"""The rules' pages."""

import pytest
from flask.testing import FlaskClient

from constraints import registry
from tests.web.plans import TWO_SESSIONS
from web.store import Store


@pytest.mark.parametrize("name", registry())
def test_every_rule_has_a_page(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/rules/{name}")

    assert (answer.status_code, answer.text.count("<h1")) == (200, 1)


def test_a_rule_that_is_none_is_not_found(client: FlaskClient) -> None:
    assert client.get("/rules/__init__").status_code == 404


@pytest.mark.parametrize("group", ["0", "7", "-1", "x"])
def test_a_rule_says_how_it_is_set_for_a_group(
    client: FlaskClient, store: Store, group: str
) -> None:
    kept = store.keep(TWO_SESSIONS)

    answer = client.get(f"/rules/spacing?programme={kept.code}&group={group}")

    assert answer.text.count("As set for Living well") == 1
