"""Words made safe to stand on one line of a calendar, in any language."""

import re
import unicodedata

# A byte order mark inside words means nothing, and some readers lose it.
_MARK = "\ufeff"
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
# Cc are control characters; Cs are halves of a character, which UTF-8 cannot write.
_UNWRITABLE = frozenset({"Cc", "Cs"})


def plain(text: str) -> str:
    """Return the words on one line: breaks and tabs become a space, control characters go."""
    if text.isprintable():  # nothing of the kind is in it
        return text.strip()
    line = _BREAKS.sub(" ", text.replace(_MARK, ""))
    return "".join(c for c in line if unicodedata.category(c) not in _UNWRITABLE).strip()
