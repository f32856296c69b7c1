"""A form sent twice, by a second press or by going back, is taken once."""

import json
from hashlib import sha256
from secrets import token_urlsafe
from typing import Final

from werkzeug.datastructures import MultiDict

from web.begin.kept import Drafts, KeptDraft
from web.store import NotKeptError

ONCE: Final = "once"
"""The name of the field that tells one showing of a form from every other."""
BESIDE: Final = frozenset({"csrf_token", "then"})
"""What is sent with a form and says nothing of what is told."""


def fresh() -> str:
    """Return a word that no form was shown with yet."""
    return token_urlsafe(8)


def sending_of(typed: MultiDict[str, str]) -> str:
    """Return a short word for what was typed and the form it was typed in: the same if sent again.

    Whoever tells of two people with the same words does so in two forms, and both are taken.
    """
    told = sorted((name, values) for name, values in typed.lists() if name not in BESIDE)
    return sha256(json.dumps(told).encode()).hexdigest()[:24]


def begun_already(drafts: Drafts, typed: MultiDict[str, str]) -> KeptDraft | None:
    """Return the draft that this very form began; None where it was not sent before."""
    sending = sending_of(typed)
    found = (kept for kept in drafts.every() if ONCE in typed and _sending(kept) == sending)
    return next(found, None)


def _sending(kept: KeptDraft) -> str:
    try:
        return kept.read().sending
    except NotKeptError:
        return ""
