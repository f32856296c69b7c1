"""One line of a calendar file: its words escaped, and folded where it is long.

What stands here are the rules of RFC 5545, 3.1 and 3.3.11, and RFC 6868, as the icalendar library
keeps them; that the two write the same bytes is tested. Ours are several times as fast.
"""

from types import MappingProxyType
from typing import Final

from scheduler.calendars.plain import plain

MOST: Final = 74
"""Most octets on a physical line, the space before what goes on left out."""

_ESCAPED: Final = MappingProxyType(str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"}))
_IN_NAMES: Final = MappingProxyType(str.maketrans({"^": "^^", '"': "^'"}))
_QUOTED: Final = frozenset(" ',;:\N{RIGHT SINGLE QUOTATION MARK}")
_FIRST_OF_TWO: Final = b"\\^"
_INSIDE: Final = 0b1100_0000
_GOES_ON: Final = 0b1000_0000


def line(told: str) -> bytes:
    """Return a line with its end, folded between characters and never inside an escape."""
    octets = told.encode()
    if len(octets) <= MOST:
        return octets + b"\r\n"
    parts, begins = [], 0
    while len(octets) - begins > MOST:
        ends = begins + MOST
        while octets[ends] & _INSIDE == _GOES_ON:
            ends -= 1
        ends -= octets[ends - 1] in _FIRST_OF_TWO
        parts.append(octets[begins:ends])
        begins = ends
    return b"\r\n ".join((*parts, octets[begins:])) + b"\r\n"


def escaped(*told: str) -> str:
    """Return texts, made plain, as one value whose lines they are; empty ones left out."""
    return "\\n".join(text.translate(_ESCAPED) for text in map(plain, told) if text)


def parameter(name: str, value: str) -> str:
    """Return a parameter such as ;CN=Morag, made plain; empty where its value is."""
    # Some readers take a backslash beside a semicolon for an escape, though parameters have none.
    shown = plain(value).replace("\\", "/")
    if not shown:
        return ""
    quote = "" if _QUOTED.isdisjoint(shown) else '"'
    return f";{name}={quote}{shown.translate(_IN_NAMES)}{quote}"
