"""Reads one calendar file in a process of its own, which may take only so much of the machine.

`python -m scheduler.calendars.foreign.child OPENS CLOSES` reads the file from standard input and
the owner's address from its first line, and writes what it found.
"""

import json
import sys
from datetime import datetime
from importlib.util import find_spec
from typing import Final

from scheduler.calendars.foreign.letters import MOST_BYTES
from scheduler.calendars.foreign.passed_on import as_text
from scheduler.calendars.foreign.reading import read_busy
from scheduler.calendars.foreign.refused import UnreadableError
from scheduler.calendars.foreign.window import Window

MOST_SECONDS: Final = 2
"""Most processor time."""
MOST_MEMORY: Final = 300_000_000
"""Most memory, in bytes."""
REFUSED: Final = 2


def main(opens: str, closes: str) -> int:
    """Read a file, and say how it ended."""
    limit()
    owner = sys.stdin.buffer.readline().decode().strip()
    content = sys.stdin.buffer.read(MOST_BYTES + 1)
    window = Window(datetime.fromisoformat(opens), datetime.fromisoformat(closes))
    try:
        sys.stdout.write(as_text(read_busy(content, window, owner=owner)))
    except UnreadableError as refused:
        sys.stdout.write(json.dumps({"why": refused.why, "line": refused.line}))
        return REFUSED
    return 0


def limit() -> None:
    """Let this process take no more of the machine than it may, where the system can see to it."""
    if find_spec("resource") is None:
        return
    # Imported here: Windows has no such module.
    import resource  # noqa: PLC0415

    for which, most in ((resource.RLIMIT_CPU, MOST_SECONDS), (resource.RLIMIT_AS, MOST_MEMORY)):
        hard = resource.getrlimit(which)[1]
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (allowed, hard))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
