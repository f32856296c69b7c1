"""`commonground schema`: what is printed."""

import json

import pytest

from constraints import registry
from scheduler.files import schema
from web.command import main


def test_schema_is_printed_as_it_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    # when
    ending = main(["schema"])

    # then
    assert (ending, json.loads(capsys.readouterr().out)) == (0, schema(registry()))
