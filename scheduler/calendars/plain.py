"""Words made safe to stand on one line of a calendar, in any language."""

import re
import unicodedata
from types import MappingProxyType

from icalendar import vText

# A byte order mark inside words means nothing, and some readers lose it.
_MARK = "\ufeff"
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
# Cc are control characters; Cs are halves of a character, which UTF-8 cannot write.
_UNWRITABLE = frozenset({"Cc", "Cs"})

_ESCAPED = MappingProxyType(str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}))


class Words(vText):
    r"""Words as a calendar file writes them, so that they read back as they were.

    The icalendar library (7.3.0) takes a backslash before a capital N, as in C:\New, for a break.
    """

    def to_ical(self) -> bytes:
        """Return the words with what has a meaning in a calendar file marked as plain."""
        return self.translate(_ESCAPED).encode()


def plain(text: str) -> str:
    """Return the words on one line: breaks and tabs become a space, control characters go."""
    line = _BREAKS.sub(" ", text.replace(_MARK, ""))
    return "".join(c for c in line if unicodedata.category(c) not in _UNWRITABLE).strip()
