"""What people call needs, and the words we know them by: the adjustment, never the condition."""

from typing import Final

from scheduler.spelling import folded

OTHER_WORDS: Final = {
    "wheelchair": "step-free",
    "wheelchair access": "step-free",
    "wheelchair accessible": "step-free",
    "wheelchair user": "step-free",
    "accessible": "step-free",
    "no steps": "step-free",
    "ramp": "step-free",
    "disabled toilet": "accessible toilet",
    "wheelchair toilet": "accessible toilet",
    "changing places": "changing places toilet",
    "induction loop": "hearing loop",
    "loop": "hearing loop",
    "disabled parking": "accessible parking",
    "blue badge": "accessible parking",
    "elevator": "lift",
    "quiet": "quiet room",
    "guide dog": "assistance dog welcome",
    "assistance dog": "assistance dog welcome",
    "prayer room": "private room for prayer",
}
"""Other words for needs, folded as `scheduler.spelling.folded` does."""


def our_word(word: str) -> str:
    """Return the word we have for what somebody calls a need, such as "wheelchair"; else nothing.

    It may be the last part of the name of a column, such as `access.wheelchair`.
    """
    before, dot, last = word.strip().rpartition(".")
    ours = OTHER_WORDS.get(folded(last), "")
    return f"{before}{dot}{ours}" if ours else ""
