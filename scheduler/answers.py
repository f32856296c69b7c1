"""Answers to "why not then?": for one venue, and for each of many, those alike told together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from scheduler.sentences import counted
from scheduler.spoken_days import spoken_day


@dataclass(frozen=True)
class WhyNot:
    """Why a session is not held then and there."""

    says: str
    """The answer in a sentence."""
    reasons: tuple[str, ...] = ()
    """What speaks against it, in sentences for the organiser; at every venue if none was named."""
    venues: "tuple[tuple[str, WhyNot], ...]" = ()
    """Where no venue was asked about: each venue's code and its own answer.

    What speaks against it at every venue is not said again.
    """
    instead: str = ""
    """Which session of the plan it would be in place of, in a sentence."""


@dataclass(frozen=True)
class Alike:
    """Venues with one and the same answer."""

    venues: tuple[str, ...]
    """Their codes, in the order of the programme."""
    says: str
    """The answer in a sentence."""
    reasons: tuple[str, ...]
    """What else speaks against it there."""


def overall(answers: Sequence[tuple[str, WhyNot]], moment: datetime) -> WhyNot:
    """Return the answers for each venue as one, with the answer that most venues have."""
    counts = counted(len(answers), "venue")
    common, many = Counter(answer.says for _, answer in answers).most_common(1)[0]
    says = f"On {spoken_day(moment.date())} at {moment:%H:%M}, for {many} of {counts}: {common}"
    everywhere = set.intersection(*(set(answer.reasons) for _, answer in answers))
    reasons = tuple(reason for reason in answers[0][1].reasons if reason in everywhere)
    return WhyNot(says, reasons, tuple((code, _own(each, everywhere)) for code, each in answers))


def alike(answer: WhyNot) -> tuple[Alike, ...]:
    """Return the venues of an answer by what is said of them, the most first."""
    groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for code, each in answer.venues:
        # The sentence itself often ends with the first reason.
        also = tuple(reason for reason in each.reasons if not each.says.endswith(reason))
        groups.setdefault((each.says, also), []).append(code)
    most_first = sorted(groups.items(), key=lambda group: -len(group[1]))
    return tuple(Alike(tuple(codes), says, also) for (says, also), codes in most_first)


def _own(answer: WhyNot, everywhere: set[str]) -> WhyNot:
    return WhyNot(answer.says, tuple(r for r in answer.reasons if r not in everywhere))
