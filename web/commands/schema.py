"""`commonground schema`: what a programme may hold, as JSON Schema."""

import json
from argparse import ArgumentParser, Namespace

from constraints import registry
from scheduler.files import schema
from web.terminal import Ending, say


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes: none."""
    del parser


def run(given: Namespace) -> int:
    """Print the schema."""
    del given
    say(json.dumps(schema(registry()), indent=1, ensure_ascii=False))
    return Ending.DONE
