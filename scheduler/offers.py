"""What would help where nothing fits: each change tried out.

First whom to ask, since that costs nothing; then in the order the guide gives them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from scheduler.asking import ways_to_ask
from scheduler.changes import Change, other_approaches, other_changes, rule_changes
from scheduler.constraint import Relaxation
from scheduler.demands import Demands
from scheduler.discreet import is_shut_by_private_needs
from scheduler.gives import what_is_missed
from scheduler.kept_private import may_be_named
from scheduler.money.offered import more_money
from scheduler.people import Person
from scheduler.sentences import counted, listed
from scheduler.spoken_conflicts import KINDS, spoken_tries
from scheduler.tried import Outcome, Trials, as_it_stands
from scheduler.unmet import Kind, Offer, Tried

MOST = 2
"""How many offers of one kind are made."""
NOBODY_GAINS: Final = "Nobody could come to more sessions than now."
OPEN: Final = "To how many each could come is open until it is known who goes where."
NOBODY_GIVES: Final = "Nobody would come to fewer sessions."
UNNAMED: Final = "Somebody who is not named here would come to fewer."
OF_NO_NEED: Final = ("ask", "sessions")
"""The kinds of which it tells nothing of a need whether they help."""
FIRST: Final = ("group", "times", "sessions")
"""The kinds the guide names first: of each it is said how many were tried, even if none."""


@dataclass(frozen=True)
class Weighed:
    """A change, and how many required sessions still lack a date with it."""

    change: Change
    lacking: int
    """How many sessions still lack a date, or as many as now where it is plain that none helps."""

    @property
    def does(self) -> bool:
        """Say whether it is enough, whatever anybody answers, and most sessions are still held."""
        return self.lacking == 0 and self.change.keeps_most and self.change.kind != "ask"

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Most held first; a rule's own way to give before a longer season, after another group.

        Then what asks least.
        """
        way = self.change.relaxation
        later = (way is None) == (self.change.kind == "times")
        return self.lacking, later, way.price if way else 0


def offers_for(
    demands: Demands, missing: int, before: Outcome | None = None
) -> tuple[tuple[Offer, ...], tuple[Tried, ...]]:
    """Return the changes with which more can be held, and how many of each kind were tried.

    Another approach is tried only where no change of the guide's first three kinds does. What is
    offered is planned again in full, and only shown if more sessions then have a date. Where
    private needs alone leave nothing, only that is tried which tells nothing of their kind.

    Parameters
    ----------
    before
        What the project has; if not said, the best part.
    """
    desk = demands.desk
    before = before or as_it_stands(desk)
    trials = Trials(demands, before)
    # An offer to bend a rule says that somebody here is bound by it.
    named = tuple(rule for rule in desk.rules if may_be_named(desk, rule))
    changes: tuple[Change, ...] = (
        *ways_to_ask(desk),
        *rule_changes(named, desk.project),
        *other_changes(desk.programme, desk.project, before.without_date),
    )
    shut = is_shut_by_private_needs(desk)
    if shut:
        changes = tuple(change for change in changes if change.kind in OF_NO_NEED)
    weighed = _weighed(trials, changes, missing)
    if not shut and not any(each.does for each in weighed):
        others = other_approaches(desk.programme, desk.project, before.without_date)
        weighed += _weighed(trials, tuple(others), missing)
    if not shut:
        weighed += _weighed(trials, tuple(more_money(desk, named)), missing)
    chosen = [each for kind in KINDS for each in _best(weighed, kind, missing)]
    offers = tuple(_offer(trials, each.change, before) for each in chosen)
    kinds = {each.change.kind: None for each in weighed}
    told = tuple(
        _told(kind, weighed) for kind in KINDS if kind in kinds or (kind in FIRST and not shut)
    )
    return tuple(offer for offer in offers if offer.of - offer.placed < missing), told


def _weighed(trials: Trials, changes: Sequence[Change], missing: int) -> list[Weighed]:
    """Weigh changes, leaving out those that differ from one that does only by asking more."""
    weighed: list[Weighed] = []
    done: set[str] = set()
    cannot = _cannot_help(trials.demands, missing)
    cannot |= {
        most.ladder
        for most in {each.ladder: each for each in changes if each.grows}.values()
        if trials.lacking(most, missing) >= missing
    }
    for change in changes:
        if change.ladder and change.ladder in done:
            continue
        hopeless = cannot & {change.rule.name() if change.rule else change.ladder}
        lacking = missing if hopeless else trials.lacking(change, missing)
        weighed.append(Weighed(change, lacking))
        if not lacking:
            done.add(change.ladder)
    return weighed


def _cannot_help(demands: Demands, missing: int) -> set[str]:
    """Return the rules without which as much is lacking: then no way they give can help either."""
    names = [rule.name() for rule in demands.desk.rules if rule.relaxations]
    silent = {name for name in names if demands.fitting.is_silent(name)}
    return silent | _hopeless(demands, [name for name in names if name not in silent], missing)


def _hopeless(demands: Demands, names: Sequence[str], missing: int) -> set[str]:
    """Return the rules that do not help alone, all at once where they do not even together."""
    if not names:
        return set()
    kept = [each for each in demands.whole if each.constraint not in names]
    if demands.missing(kept) >= missing:
        return set(names)
    if len(names) == 1:
        return set()
    half = len(names) // 2
    first, second = (_hopeless(demands, part, missing) for part in (names[:half], names[half:]))
    return first | second


def _best(weighed: Sequence[Weighed], kind: Kind, missing: int) -> list[Weighed]:
    own = [each for each in weighed if each.change.kind == kind and each.lacking < missing]
    return sorted(own, key=lambda each: each.rank)[:MOST]


def _told(kind: Kind, weighed: Sequence[Weighed]) -> Tried:
    own = [each for each in weighed if each.change.kind == kind]
    helped = sum(each.lacking == 0 for each in own)
    says = spoken_tries(kind, len(own), helped)
    return Tried(kind=kind, many=len(own), helped=helped, says=says)


def _offer(trials: Trials, change: Change, before: Outcome) -> Offer:
    after, way = trials.outcome(change), change.relaxation
    now, then = before.came, after.came
    named, others = _named(trials.demands, change, now, then)
    more = [person for person in named if then.get(person.code, 0) > now[person.code]]
    fewer = [person for person in named if then.get(person.code, 0) < now[person.code]]
    unnamed = any(then.get(person.code, 0) < now[person.code] for person in others)
    # How often people miss is told only of all by name: else it would tell of those who are not.
    told = () if others else tuple(what_is_missed(named, after))
    return Offer(
        kind=change.kind,
        label=change.label,
        constraint=change.rule.name() if change.rule else "",
        settings=_plain(way) if way else {},
        placed=after.placed,
        of=after.of,
        serves=() if change.drops else tuple(sorted(after.held & {*before.without_date})),
        price=change.price,
        pence_more=after.pence - before.pence,
        gains=tuple(_came(more, now, then)) or _nobody_named(change, others),
        gainers=tuple(person.code for person in more),
        gives=tuple(
            _gives(change, (*_came(fewer, now, then), *((UNNAMED,) if unnamed else ())), told)
        ),
    )


def _gives(change: Change, fewer: Sequence[str], missed: Sequence[str]) -> Iterator[str]:
    """Say who gives, and how often people would miss: that nobody does is never all there is."""
    yield from change.gives or (() if fewer else (NOBODY_GIVES,))
    yield from (*fewer, *missed)


def _nobody_named(change: Change, others: Sequence[Person]) -> tuple[str, ...]:
    """Say who gains where nobody may be named, or nobody does."""
    if change.asks_everybody and others:
        return (OPEN,)
    return () if others else (NOBODY_GAINS,)


def _named(
    demands: Demands, change: Change, now: Mapping[str, int], then: Mapping[str, int]
) -> tuple[list[Person], list[Person]]:
    """Return who may be named beside a change, and who may not.

    Those a rule may concern only if they agreed. Of two halves all, or nobody: if some could come
    to more than others, it could be read from that who is kept apart.
    """
    group = demands.desk.programme.group(demands.desk.project)
    if change.asks_everybody:
        alike = len({(now[each.code], then.get(each.code, 0)) for each in group}) == 1
        return ([*group], []) if alike else ([], [*group])
    everybody = change.rule is None or not change.rule.reads_person()
    named = [each for each in group if each.share_reasons or everybody]
    return named, [each for each in group if each not in named]


def _plain(way: Relaxation) -> dict[str, int | float | str | bool]:
    return {
        name: value for name, value in way.settings.items() if isinstance(value, int | float | str)
    }


def _came(
    people: Sequence[Person], before: Mapping[str, int], after: Mapping[str, int]
) -> Iterator[str]:
    """Say to how many sessions people could come, all who change alike in one sentence."""
    alike: dict[tuple[int, int], list[str]] = {}
    for person in people:
        change = before[person.code], after.get(person.code, 0)
        alike.setdefault(change, []).append(person.label)
    for (now, then), names in alike.items():
        yield f"{listed(names)} could come to {counted(then, 'session')} instead of {now}."
