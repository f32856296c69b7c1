"""Go-betweens: people a community trusts, asked about dates before any are set."""

from scheduler.facts import Answer
from scheduler.words import Code, Days, Label, Spell, Word


class GoBetween(Word):
    """Somebody a community trusts, in a group or not, who is asked before dates are set."""

    code: Code
    """How projects refer to them: the code of a person, or one of their own."""
    name: Label = ""
    """Their name, where they are in no group."""
    community: Label = ""
    """Who they speak for, in words they agreed to; no plan prints it."""
    phone: Label = ""
    """Number to ring to ask them."""
    asked: Answer = Answer.UNKNOWN
    """Whether they have been asked about dates."""
    hold_days: tuple[Days, ...] = ()
    """Days to ask them about before anything is fixed; no plan prints why."""
    hold_times: tuple[Spell, ...] = ()
    """Times to ask them about before anything is fixed."""
    veto_days: tuple[Days, ...] = ()
    """Days they ruled out; no plan prints why."""
    veto_times: tuple[Spell, ...] = ()
    """Times they ruled out."""
