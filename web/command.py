"""The command line: `commonground COMMAND`, one file a command in `web/commands`."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final, Protocol, cast

from scheduler.calendars.entry import CalendarError
from scheduler.errors import ProgrammeError
from web.terminal import Ending, RefusedError, tell
from web.wording import say


@dataclass(frozen=True)
class Command:
    """One command: its name, the module it lives in, and what it does."""

    name: str
    module: str
    says: str


COMMANDS: Final = (
    Command("plan", "plan", "find dates, times and rooms for a programme"),
    Command("audit", "audit", "check a plan against its programme, without planning anew"),
    Command("why-not", "why_not", "say what speaks against a date and a room"),
    Command("equity", "equity", "say whose limits shaped a plan, and who bent for it"),
    Command("costs", "costs", "say what a plan costs, line by line"),
    Command("compare", "compare", "find a handful of plans worth choosing between"),
    Command("replan", "replan", "plan again after a change, moving as little as can be"),
    Command("robustness", "robustness", "say what stands when something drops out; reserve dates"),
    Command("checklist", "checklist", "list what to ask each venue on the phone"),
    Command("calendar", "calendar", "write calendars of a plan, for groups, people and venues"),
    Command("publish", "publish", "keep a calendar on a CalDAV server in step with a plan"),
    Command("mail", "mail", "write invitations as messages to look at; send them on your word"),
    Command("replies", "replies", "read what people answered to invitations; keep who comes"),
    Command("print", "printing", "write cards, letters, posters, text messages and scripts"),
    Command(
        "import", "importing", "bring in venues, holidays or somebody's calendar, with a report"
    ),
    Command("observances", "observances", "list festivals and local events between two days"),
    Command("constraints", "constraints", "list every rule with its settings and where it is from"),
    Command("schema", "schema", "print what a programme may hold, as JSON Schema"),
    Command("demo", "demo", "plan the rural example, show it, then serve the pages"),
    Command("serve", "serve", "serve the pages"),
)


class CommandModule(Protocol):
    """What each module of `web/commands` offers."""

    def arguments(self, parser: ArgumentParser) -> None:
        """Say which arguments the command takes."""
        ...

    def run(self, given: Namespace) -> int:
        """Do it, and return how it ended."""
        ...


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return how it ended: see `web.terminal.Ending`."""
    try:
        return _ended(tuple(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        tell(say("stopping.command"))
        return Ending.STOPPED


def _ended(words: Sequence[str]) -> int:
    """Run a command and return how it ended, with a line for whatever was refused."""
    try:
        ending = _run(words)
        sys.stdout.flush()
    except ProgrammeError as refused:
        return _refused(fault.says for fault in refused.faults)
    except (CalendarError, RefusedError) as refused:
        return _refused(str(refused).splitlines())
    except BrokenPipeError:
        # Whoever read our words has gone; without this Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Ending.DONE
    except (FileExistsError, NotADirectoryError) as refused:
        return _refused([f"{refused.filename}: this is a file or lies in one; give a folder"])
    except OSError as refused:
        return _refused([f"{refused.filename or 'a file'}: {refused.strerror or refused}"])
    return ending


def _run(words: Sequence[str]) -> int:
    parser = ArgumentParser(
        prog="commonground", description="Find when and where a group can meet as equals."
    )
    choice = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    asked = next((word for word in words if not word.startswith("-")), "")
    for command in COMMANDS:
        own = choice.add_parser(command.name, help=command.says, description=command.says)
        if command.name == asked:
            module = _module(command)
            module.arguments(own)
            own.set_defaults(run=module.run)
    given, left = parser.parse_known_args(words)
    if left:
        choice.choices[given.command].error(f"does not take: {' '.join(left)}")
    return int(given.run(given))


def _module(command: Command) -> CommandModule:
    # Only the command asked for: what serves pages must never load the solver.
    return cast("CommandModule", import_module(f"web.commands.{command.module}"))


def _refused(lines: Iterable[str]) -> int:
    for line in lines:
        tell(line)
    return Ending.REFUSED


if __name__ == "__main__":
    sys.exit(main())
