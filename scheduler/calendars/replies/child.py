"""Reads messages from anybody in a process of its own, which may take only so much.

`python -m scheduler.calendars.replies.child` reads from standard input a line with the number and
length of each message, then the messages themselves, and writes what it found.
"""

import json
import sys
from time import process_time

from scheduler.calendars.foreign.child import limit
from scheduler.calendars.replies.reading import read_message
from scheduler.calendars.replies.told import Found, as_parts


def main() -> int:
    """Read some messages."""
    limit()
    lengths = json.loads(sys.stdin.buffer.readline())
    found: list[Found] = []
    for number, length in lengths:
        found += read_message(number, sys.stdin.buffer.read(length))
    told = {"processor": process_time(), "found": [as_parts(each) for each in found]}
    sys.stdout.write(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
