"""What would help where nothing fits: each change tried out, in the order the guide gives them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from scheduler.changes import Change, other_approaches, other_changes, rule_changes
from scheduler.constraint import Relaxation
from scheduler.demands import Demands
from scheduler.kept_private import may_be_named
from scheduler.people import Person
from scheduler.sentences import counted, listed
from scheduler.tried import Outcome, as_it_stands, lacking_after, tried
from scheduler.unmet import Kind, Offer, Tried

MOST = 2
"""How many offers of one kind are made."""
KINDS: Final[dict[Kind, tuple[str, str]]] = {
    "group": ("change to the group", "changes to the group"),
    "times": ("change of days, hours or places", "changes of days, hours or places"),
    "sessions": ("change to the sessions", "changes to the sessions"),
    "approach": ("other way to work together", "other ways to work together"),
}
"""The kinds of offers in order, each in words for one and for several."""
FIRST: Final = ("group", "times", "sessions")
"""The kinds the guide names first: of each it is said how many were tried, even if none."""


@dataclass(frozen=True)
class Weighed:
    """A change, and how many required sessions still lack a date with it."""

    change: Change
    lacking: int

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Most held first; a rule's own way to give before a longer season, after another group.

        Then what asks least.
        """
        way = self.change.relaxation
        later = (way is None) == (self.change.kind == "times")
        return self.lacking, later, way.price if way else 0


def offers_for(demands: Demands, missing: int) -> tuple[tuple[Offer, ...], tuple[Tried, ...]]:
    """Return the changes with which more can be held, and how many of each kind were tried.

    Another approach is tried only where no change of the other kinds does.
    """
    desk, before = demands.desk, as_it_stands(demands.desk)
    # An offer to bend a rule says that somebody here is bound by it.
    named = tuple(rule for rule in desk.rules if may_be_named(desk, rule))
    changes = (
        *rule_changes(named, desk.project),
        *other_changes(desk.programme, desk.project, before.without_date),
    )
    weighed = _weighed(demands, changes, missing)
    if not any(each.lacking == 0 and each.change.keeps_most for each in weighed):
        others = other_approaches(desk.programme, desk.project, before.without_date)
        weighed += _weighed(demands, others, missing)
    chosen = [each for kind in KINDS for each in _best(weighed, kind, missing)]
    offers = tuple(_offer(demands, each.change, before) for each in chosen)
    kinds = {each.change.kind: None for each in weighed}
    return offers, tuple(_told(kind, weighed) for kind in KINDS if kind in kinds or kind in FIRST)


def _weighed(demands: Demands, changes: Iterable[Change], missing: int) -> list[Weighed]:
    """Weigh changes, leaving out those that differ from one that does only by asking more."""
    weighed: list[Weighed] = []
    done: set[str] = set()
    cannot = _cannot_help(demands, missing)
    for change in changes:
        if change.ladder and change.ladder in done:
            continue
        hopeless = change.rule is not None and change.rule.name() in cannot
        lacking = missing if hopeless else lacking_after(demands, change)
        weighed.append(Weighed(change, lacking))
        if not lacking:
            done.add(change.ladder)
    return weighed


def _cannot_help(demands: Demands, missing: int) -> set[str]:
    """Return the rules without which as much is lacking: then no way they give can help either."""
    return {
        rule.name()
        for rule in demands.desk.rules
        if rule.relaxations
        and demands.missing([each for each in demands.whole if each.constraint != rule.name()])
        >= missing
    }


def _best(weighed: Sequence[Weighed], kind: Kind, missing: int) -> list[Weighed]:
    own = [each for each in weighed if each.change.kind == kind and each.lacking < missing]
    return sorted(own, key=lambda each: each.rank)[:MOST]


def _told(kind: Kind, weighed: Sequence[Weighed]) -> Tried:
    own = [each for each in weighed if each.change.kind == kind]
    helped = sum(each.lacking == 0 for each in own)
    tried_out = counted(len(own), *KINDS[kind])
    if not own:
        says = f"There is no {KINDS[kind][0]} to try here."
    elif helped:
        says = f"{tried_out} tried: with {helped} of them every session can be held."
    else:
        says = f"{tried_out} tried: with none of them can every session be held."
    return Tried(kind=kind, many=len(own), helped=helped, says=says)


def _offer(demands: Demands, change: Change, before: Outcome) -> Offer:
    after, way = tried(demands, change), change.relaxation
    people = _named(demands, change)
    now, then = before.came, after.came
    more = [person for person in people if then.get(person.code, 0) > now[person.code]]
    fewer = [person for person in people if then.get(person.code, 0) < now[person.code]]
    return Offer(
        kind=change.kind,
        label=change.label,
        constraint=change.rule.name() if change.rule else "",
        settings=_plain(way) if way else {},
        placed=after.placed,
        of=after.of,
        price=change.price,
        pence_more=after.pence - before.pence,
        gains=tuple(_came(more, now, then)),
        gainers=tuple(person.code for person in more),
        gives=(*change.gives, *_came(fewer, now, then)),
    )


def _named(demands: Demands, change: Change) -> tuple[Person, ...]:
    """Return who may be named beside a change: those a rule may concern only if they agreed."""
    group = demands.desk.programme.group(demands.desk.project)
    everybody = change.rule is None or not change.rule.reads_person()
    return tuple(each for each in group if each.share_reasons or everybody)


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
