"""What was read of a calendar, as its page shows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from scheduler.calendars.foreign.spoken_busy import spoken_question, spoken_time
from scheduler.calendars.foreign.told_busy import counts_line, not_understood, not_understood_line
from scheduler.programme import Programme
from scheduler.sentences import counted
from web.busy_draft import Asked, BusyDraft
from web.wording import say

FEW: Final = 6
"""How many days a question names."""
MOST: Final = 100
"""How many entries that were not understood are named."""
WORDS: Final = {"all day": "all_day", "pencilled in": "pencilled_in", "time zone": "time_zone"}


@dataclass(frozen=True)
class ShownQuestion:
    """One thing to ask, with the name its answer is sent under."""

    name: str
    says: str
    times: tuple[str, ...]
    """The days or times it is about, the first of them."""
    more: str
    """How many more there are; empty where all are shown."""


@dataclass(frozen=True)
class ShownBusy:
    """What was read of a calendar."""

    person: str
    counts: str
    not_understood: tuple[str, ...]
    remarks: tuple[str, ...]
    questions: tuple[ShownQuestion, ...]
    busy: tuple[str, ...]
    show: str
    """What is pressed to see them."""


def shown_busy(draft: BusyDraft, programme: Programme) -> ShownBusy:
    """Return what was read as the page shows it."""
    labels = {each.code: each.label for each in programme.people}
    return ShownBusy(
        person=labels.get(draft.person, draft.person),
        counts=counts_line(draft.found, say("busy.file")),
        not_understood=tuple(_shortened([*map(not_understood_line, not_understood(draft.found))])),
        remarks=draft.found.remarks,
        questions=tuple(_questions(draft)),
        busy=tuple(map(spoken_time, draft.found.busy)),
        show=say("busy.show", many=counted(len(draft.found.busy), "busy time")),
    )


def _shortened(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield say("busy.more", many=len(lines) - MOST)


def _questions(draft: BusyDraft) -> Iterator[ShownQuestion]:
    for each in draft.asked():
        times = tuple(map(spoken_question, each.questions))
        left = len(times) - FEW
        more = say("busy.more", many=left) if left > 0 else ""
        yield ShownQuestion(each.name, _says(each), times[:FEW], more)


def _says(asked: Asked) -> str:
    return say(f"busy.{WORDS[asked.about]}", line=asked.line)
