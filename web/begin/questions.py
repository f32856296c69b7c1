"""How a question is put when a programme is begun, and what can be chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from scheduler.facts import Answer
from scheduler.programme import Programme
from web.begin.turned import (
    Makes,
    at,
)
from web.change_options import answers
from web.forms import Ask, Options, Told, pence
from web.wording import say

NATIONS: Final = ("scotland", "england-and-wales", "northern-ireland")
GROUNDS: Final = ("mainland", "island", "unknown")
TO_ASK: Final = frozenset({"capacity", "opening", "operator", "position"})
"""What nobody can answer with yes or no, and a plan asks about all the same."""
IN_FULL: Final = (Answer.YES, Answer.NO, Answer.LIMITED, Answer.UNKNOWN)


@dataclass(frozen=True)
class Field:
    """One question, and what its answer makes."""

    ask: Ask
    makes: Makes
    is_more: bool = False
    """Whether it stands folded away, for those who know more."""
    only_with: str = ""
    """If any: the question without whose answer this one is none."""

    @property
    def name(self) -> str:
        """Its name."""
        return self.ask.name

    def is_open(self, told: Told) -> bool:
        """Say whether it stays a question until somebody has answered it, by what else was told."""
        is_asked = (self.ask.kind == "one" and not self.ask.is_needed) or self.name in TO_ASK
        return is_asked and bool(not self.only_with or told.get(self.only_with))

    @property
    def label(self) -> str:
        """The question."""
        return say(f"begin_ask.{self.name}")

    def said_wrong(self, says: str) -> str:
        """Return what is wrong with the answer, after what was asked."""
        return say("begin.about", about=self.label.removesuffix("?"), says=says)

    @property
    def hint(self) -> str:
        """What helps to answer it."""
        return say(f"begin_hint.{self.name}")


def in_order(told: Told) -> Mapping[str, str]:
    """Find nothing wrong between the fields of a page."""
    del told
    return {}


@dataclass(frozen=True)
class Form:
    """One page: its questions."""

    name: str
    fields: tuple[Field, ...]
    wrong: Callable[[Told], Mapping[str, str]] = in_order
    """Says which fields do not go together, and why."""

    @property
    def title(self) -> str:
        """Its heading."""
        return say(f"begin_title.{self.name}")

    @property
    def lead(self) -> str:
        """What stands under its heading."""
        return say(f"begin_lead.{self.name}")


def island_is_named(told: Told) -> Mapping[str, str]:
    """Find an island without a name."""
    is_nameless = told.get("ground") == "island" and not told.get("island")
    return {"island": say("begin.no_island")} if is_nameless else {}


def days_in_order(told: Told) -> Mapping[str, str]:
    """Find a last day before the first."""
    first, last = told.get("first"), told.get("last")
    return {"last": say("forms.too_early")} if first and last and last < first else {}


def sessions_make_sense(told: Told) -> Mapping[str, str]:
    """Find too many sessions, none, or days apart that no series can keep."""
    is_some = 1 <= told.get("many", 1) <= MOST_SESSIONS
    many = {} if is_some else {"many": say("begin.no_many", most=MOST_SESSIONS)}
    least, most = told.get("least_days", 0), told.get("most_days")
    is_ordered = most is None or least <= most
    return many if is_ordered else {**many, "most_days": say("begin.no_order")}


MOST_SESSIONS: Final = 40
"""Most sessions a series begun by forms may have."""


def children_are_counted(told: Told) -> Mapping[str, str]:
    """Find children who are minded, or could be, of whom nobody said how many they are."""
    is_uncounted = (told.get("minded") or told.get("sitter")) and "children" not in told
    return {"children": say("begin.no_children")} if is_uncounted else {}


def money_makes_sense(told: Told) -> Mapping[str, str]:
    """Find people who may stay away for money of which nobody said how much there is."""
    is_alone = told.get("stay_away") and "project_money" not in told
    return {"project_money": say("begin.no_project_money")} if is_alone else {}


def nations(programme: Programme) -> Options:
    """Return whose bank holidays may hold."""
    del programme
    return tuple((each, say(f"begin_nation.{each.replace('-', '_')}")) for each in NATIONS)


def grounds(programme: Programme) -> Options:
    """Return what a place may stand on."""
    del programme
    return tuple((each, say(f"begin_ground.{each}")) for each in GROUNDS)


def _place_answers(programme: Programme) -> Options:
    del programme
    return tuple((each.value, say(f"answers.{each.value}")) for each in IN_FULL)


def only_yes(programme: Programme) -> Options:
    """Return the one thing that can be ticked: it is so; left alone, it is not."""
    del programme
    return (("yes", say("answers.yes")),)


def numbers(programme: Programme) -> Options:
    """Return the sessions by number."""
    return tuple(
        (str(number), say("session.untitled", number=number))
        for number, _ in enumerate(programme.projects[0].sessions, start=1)
    )


def text(name: str, makes: Makes, *, is_needed: bool = False, is_more: bool = False) -> Field:
    """Ask for one line."""
    return Field(Ask(name, "text", is_needed=is_needed), makes, is_more=is_more)


def lines(name: str, makes: Makes) -> Field:
    """Ask for several lines."""
    return Field(Ask(name, "lines", is_needed=False), makes)


def yes_or_no(name: str, *path: str, only_with: str = "") -> Field:
    """Ask whether something is so; not known is an answer, and the one that stands there first."""
    return Field(Ask(name, "one", answers, is_needed=False), at(*path), only_with=only_with)


def pounds(name: str, *path: str) -> Field:
    """Ask for money, in pounds; nothing is not known, and 0 is free."""
    return text(name, at(*path, turn=pence))


def of_a_hall(name: str, *path: str, is_more: bool = False) -> Field:
    """Ask what is known of a hall; it may be so in part."""
    return Field(Ask(name, "one", _place_answers, is_needed=False), at(*path), is_more=is_more)
