"""Every sentence of the pages: those of wording.toml filled in, and days, hours and money."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from scheduler.sentences import counted
from scheduler.spoken_days import spoken_day

CATALOGUE: Final = Path(__file__).with_name("wording.toml")
MINUTE: Final = 60


@lru_cache(maxsize=1)
def catalogue() -> Mapping[str, Any]:
    """Return every sentence by page and name."""
    return tomllib.loads(CATALOGUE.read_text("utf-8"))


def say(name: str, /, **parts: object) -> str:
    """Return a sentence of the catalogue, such as `say("plan.all_placed", sessions="6 sessions")`.

    Raises
    ------
    KeyError
        If there is no such sentence, or a part of it is missing.
    """
    page, _, key = name.partition(".")
    sentence: str = catalogue()[page][key]
    return sentence.format(**parts) if parts else sentence


def hour(moment: datetime) -> str:
    """Return an hour as people say it: "10 am", "1:30 pm", "midday"."""
    if (moment.hour, moment.minute) in {(0, 0), (12, 0)}:
        return say("time.midday" if moment.hour else "time.midnight")
    minutes = f":{moment:%M}" if moment.minute else ""
    half = say("time.morning" if moment.hour < 12 else "time.afternoon")  # noqa: PLR2004
    return f"{(moment.hour - 1) % 12 + 1}{minutes} {half}"


def hours(start: datetime, end: datetime) -> str:
    """Return a stretch of the day: "10:30 am to 1 pm"."""
    return say("time.from_to", start=hour(start), end=hour(end))


def when(start: datetime, end: datetime) -> str:
    """Return a day and hours: "Tuesday 4 May 2027, 10:30 am to 1 pm"."""
    return say("time.when", day=spoken_day(start.date()), hours=hours(start, end))


def money(pence: int) -> str:
    """Return an amount: "£1,173.72", "£45"."""
    return f"£{pence // 100:,}.{pence % 100:02}" if pence % 100 else f"£{pence // 100:,}"


def minutes(many: int | None) -> str:
    """Return a length: "25 minutes", "1 hour 5 minutes", or that it is not known."""
    if many is None:
        return say("time.not_known")
    whole, rest = divmod(many, MINUTE)
    parts = (counted(whole, "hour") if whole else "", counted(rest, "minute") if rest else "")
    return " ".join(filter(None, parts)) or say("time.no_time")


def elapsed(spell: timedelta) -> str:
    """Return how long something has been going on: "8 seconds", "2 minutes 5 seconds"."""
    whole, rest = divmod(max(0, int(spell.total_seconds())), MINUTE)
    seconds = counted(rest, "second")
    return f"{counted(whole, 'minute')} {seconds}" if whole else seconds


def phone_link(number: str) -> str:
    """Return the address that rings a number: "tel:01632960100"."""
    return "tel:" + "".join(sign for sign in number if sign.isdigit() or sign == "+")
