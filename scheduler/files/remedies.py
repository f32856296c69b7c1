"""What to say about a value that does not fit its field, in place of a library's words."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from scheduler.files.findings import suggestion
from scheduler.files.turned import turned_day, turned_form, turned_moment

Context = Mapping[str, Any]

FORMS: Final = {
    "Spell": 'needs start and end; in a CSV cell, "2027-05-04 10:00/2027-05-04 12:00"',
    "Days": 'needs first and last; in a CSV cell, "2027-05-04/2027-05-06 why"',
    "Season": (
        "needs an activity, then days if any; in a CSV cell, "
        '"lambing_hill_blackface 2027-04-10/2027-05-20"'
    ),
    "NamedFeast": 'needs a festival and its day; in a CSV cell, "eid_al_fitr 2027-03-10"',
    "DatedLicence": 'needs first and last; in a CSV cell, "2027-05-04/2027-05-04 ceilidh"',
}
"""How to write what has a form of its own in a cell."""

WHOLE_NUMBER: Final = "is no whole number; write one such as 30"
NUMBER: Final = "is no number; write one such as 56.6"
YES_OR_NO: Final = "is neither true nor false; write one of them (in a CSV cell, yes or no)"
TEXT: Final = "is no text; put it in quotes"
DAY: Final = "is no day of the calendar; write one as YYYY-MM-DD, such as 2027-05-04"
TIME: Final = "is no time of day; write it as HH:MM, such as 09:30"
MOMENT: Final = "is no date with a time; write one such as 2027-05-04T10:00"
LIST: Final = "is no list; put square brackets round it"

PLAIN: Final = {
    "missing": "is missing; give it",
    "int": WHOLE_NUMBER,
    "float": NUMBER,
    "bool": YES_OR_NO,
    "string_type": TEXT,
    "date": DAY,
    "datetime": MOMENT,
    "tuple": LIST,
    "dict": "takes settings by name, or false to switch it off",
    "too_long": "has too many parts; leave some out",
}
"""What to say by kind of error, or by its first word."""

EXPLAINED: Final[Mapping[str, Callable[[str, Context], str]]] = {
    "string_pattern_mismatch": lambda _, context: _pattern(context["pattern"]),
    "string_too_long": lambda _, context: (
        f"has more than {context['max_length']} characters; shorten it"
    ),
    "too_short": lambda _, context: _too_short(context["min_length"], context["actual_length"]),
    "greater_than_equal": lambda _, context: f"is too small; write {context['ge']} or more",
    "greater_than": lambda _, context: f"is too small; write more than {context['gt']}",
    "less_than_equal": lambda _, context: f"is too large; write {context['le']} or less",
    "value_error": lambda _, context: f"cannot be: {context['error']}",
    "enum": lambda value, context: _choice(value, context["expected"]),
    "literal_error": lambda value, context: _choice(value, context["expected"]),
    "model_type": lambda _, context: FORMS.get(
        context["class_name"], "needs fields of its own, each with its name"
    ),
}


def remedy_for(kind: str, value: str, *, context: Context, field: str = "") -> str:
    """Return what is wrong with a value and what to do, from pydantic's name for it."""
    if kind.startswith("int") and "pence" in field.split("_"):
        return _pence(value)
    turned = _turned(kind, value, context=context)
    if turned:
        return turned
    if kind in EXPLAINED:
        return EXPLAINED[kind](value, context)
    return PLAIN.get(kind) or PLAIN.get(kind.partition("_")[0], f"does not fit here ({kind})")


def _turned(kind: str, value: str, *, context: Context) -> str:
    """Return what to write for days typed otherwise than we read; empty where it is not that."""
    if kind == "model_type":
        return turned_form(value, context["class_name"])
    if kind.startswith("date"):
        return turned_moment(value) if kind.startswith("datetime") else turned_day(value)
    return ""


def _pence(value: str) -> str:
    """Return how to write an amount of money, as far as it is clear which was meant."""
    pounds = re.fullmatch(r"(£ ?)?(\d{1,7})(?:\.(\d\d))?", value.strip("\"' "))
    pence, said = 3000, "£30"
    if pounds and (pounds[1] or pounds[3]):
        pence = int(pounds[2]) * 100 + int(pounds[3] or 0)
        said = pounds[0] if pounds[1] else f"£{pounds[0]}"
    return f"is no whole number of pence; write {pence} for {said}"


def _pattern(pattern: str) -> str:
    if "24:00" in pattern:
        return TIME
    return "is no code; write up to 60 letters, digits, dots, dashes or underlines, no spaces"


def _too_short(least: int, given: int) -> str:
    what = f"has only {given}" if given else "is empty"
    return f"{what}; give at least {'one' if least == 1 else least}"


def _choice(value: str, expected: str) -> str:
    known = re.findall(r"'([^']*)'", expected)
    return f"is not known here; {suggestion(value, known)}"
