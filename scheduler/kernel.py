"""The innermost work of the search: adds up beginnings, bounds them, and drops those beaten.

Everything here is plain loops over whole numbers, compiled (`scheduler.compiled`). What the numbers
mean is told in `scheduler.concerns`; `tests/scheduler/plain_kernel.py` says the same in NumPy.
"""

import numpy as np
from numpy.typing import NDArray

from scheduler.compiled import compiled
from scheduler.concerns import NEVER
from scheduler.rows import Rows, Rules, Ways

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

SPREAD = 1
"""The number of that kind of level (`scheduler.rows.KINDS`)."""
UNLIKE, BETTER, WORSE, EQUAL = 0, 1, 2, 3
"""How one row compares with another, for certain and whatever follows."""
STANDS, PAIR, AFTER, NODE = 0, 1, 2, 3
"""What is noted of a row held: whether it stands, the pair it came from, the next one, its node."""


@compiled
def add(row: Ints, more: Ints, largest: Bools, into: Ints) -> None:
    """Add one row to another: sums add, the largest is kept where that counts."""
    for field in range(row.shape[0]):
        if largest[field]:
            into[field] = max(row[field], more[field])
        else:
            into[field] = row[field] + more[field]


@compiled
def sums(rows: Ints, more: Ints, rules: Rules) -> Ints:
    """Add rows to rows, one by one, shape (N, width)."""
    out = np.zeros_like(rows)
    for i in range(rows.shape[0]):
        add(rows[i], more[i], rules.largest, out[i])
    return out


@compiled
def sort_ascending(numbers: Ints, many: int) -> None:
    """Put the first few numbers in ascending order."""
    for i in range(1, many):
        number, j = numbers[i], i
        while j > 0 and numbers[j - 1] > number:
            numbers[j] = numbers[j - 1]
            j -= 1
        numbers[j] = number


@compiled
def raise_to(ascending: Ints, many: int, total: int, step: int) -> None:
    """Raise the smallest of some ascending numbers, evenly, until all come to a total.

    `scheduler.concerns.shared_out` is the same for many rows.
    """
    left = total - ascending[:many].sum()
    if left <= 0 or many == 0:
        return
    level, reach, before = left + ascending[0], 1, 0
    for k in range(many):
        before += ascending[k]
        fits = (left + before) // (k + 1)
        if fits < ascending[k]:
            break
        level, reach = fits, k + 1
    if step > 1:
        level = level // step * step
    come_to = 0
    for k in range(many):
        ascending[k] = max(ascending[k], level)
        come_to += ascending[k]
    if step:
        for k in range(reach - (total - come_to) // step, reach):
            ascending[k] += step


@compiled
def value(row: Ints, number: int, rules: Rules, into: Ints) -> int:
    """Write a level's value into an array and return how many numbers it has."""
    first, people = rules.levels[number, 1], rules.levels[number, 2]
    if rules.levels[number, 0] != SPREAD:
        into[0] = row[first]
        return 1
    plain = 0
    for field in range(first, people):
        if rules.spare[field] == 0:
            into[plain] = row[field] * rules.units[field]
            plain += 1
    sort_ascending(into, plain)
    raise_to(into, plain, row[rules.levels[number, 3] - 1], rules.levels[number, 4])
    many = plain
    for field in range(first, people):
        if rules.spare[field] != 0:
            into[many] = max(row[field] - rules.spare[field], 0) * rules.units[field]
            many += 1
    if many > plain:
        sort_ascending(into, many)
    for k in range(many // 2):
        into[k], into[many - 1 - k] = into[many - 1 - k], into[k]
    return many


@compiled
def compare(numbers: Ints, others: Ints, at: int, many: int) -> int:
    """Compare numbers with a stretch of others in order: 1 larger, 0 equal, -1 smaller."""
    for k in range(many):
        if numbers[k] != others[at + k]:
            return 1 if numbers[k] > others[at + k] else -1
    return 0


@compiled
def drop_exceeding(rows: Ints, keep: Bools, number: int, at: int, rules: Rules) -> None:
    """Drop rows in which people of a level, or all together, count more than is known best.

    Parameters
    ----------
    at
        Where the level's value begins among those known.
    """
    spread = rules.levels[number, 0] == SPREAD
    first, people, total_at = rules.levels[number, 1:4]
    for i in range(keep.shape[0]):
        if not spread:
            keep[i] = keep[i] and rows[i, first] <= rules.known[at]
        elif keep[i]:
            total = rows[i, total_at - 1]
            for field in range(first, people):
                counts = max(rows[i, field] - rules.spare[field], 0) * rules.units[field]
                keep[i] = keep[i] and counts <= rules.known[at]
                if rules.spare[field] != 0:
                    total += counts
            keep[i] = keep[i] and total <= rules.together[number]


@compiled
def drop_hopeless(rows: Ints, keep: Bools, rules: Rules) -> None:
    """Drop rows that, being the least something comes to, break a cap or lose a settled level."""
    for i in range(keep.shape[0]):
        for field in range(rows.shape[1]):
            keep[i] = keep[i] and rows[i, field] <= rules.caps[field]
    at, scratch = 0, np.zeros(rows.shape[1], np.int64)
    for number in range(rules.settled):
        drop_exceeding(rows, keep, number, at, rules)
        many = 1
        if rules.levels[number, 0] == SPREAD:
            many = rules.levels[number, 2] - rules.levels[number, 1]
            for i in range(keep.shape[0]):
                if keep[i]:
                    value(rows[i], number, rules, scratch)
                    keep[i] = compare(scratch, rules.known, at, many) <= 0
        at += many


@compiled
def drop_no_better(rows: Ints, keep: Bools, rules: Rules) -> None:
    """Drop rows that, being the least something comes to, do not beat the target."""
    scratch = np.zeros(rows.shape[1], np.int64)
    for i in range(keep.shape[0]):
        at, found = 0, 0
        for number in range(rules.settled, rules.levels.shape[0]):
            if keep[i] and found == 0:
                many = value(rows[i], number, rules, scratch)
                found = compare(scratch, rules.target, at, many)
                at += many
        keep[i] = keep[i] and found < 0


@compiled
def versus(rows: Ints, one: int, other: int, rules: Rules) -> int:
    """Compare two rows for certain: at the first level where they differ, whatever follows."""
    found = EQUAL
    for number in range(rules.levels.shape[0]):
        fewer, more, strictly = False, False, False
        for field in range(rules.levels[number, 1], rules.levels[number, 3]):
            more_here = rows[one, field] - rows[other, field]
            if more_here != 0:
                fewer, more = fewer or more_here < 0, more or more_here > 0
                strictly = strictly or rules.strict[field]
                if fewer and more:
                    return UNLIKE
        if fewer or more:
            found = UNLIKE if not strictly else BETTER if fewer else WORSE
            break
    for k in range(rules.capped.shape[0]):
        # Whoever has used more of what is capped is not certain to end better.
        more_here = rows[one, rules.capped[k]] - rows[other, rules.capped[k]]
        if (more_here > 0 and found != WORSE) or (more_here < 0 and found != BETTER):
            return UNLIKE
    return found


@compiled
def values(rows: Ints, rules: Rules, width: int) -> Ints:
    """Return the values of the levels not settled, side by side, shape (N, width)."""
    out = np.zeros((rows.shape[0], width), np.int64)
    for i in range(rows.shape[0]):
        at = 0
        for number in range(rules.settled, rules.levels.shape[0]):
            at += value(rows[i], number, rules, out[i, at:])
    return out


@compiled
def least_ahead(ways: Ways, beyond: Ints, rules: Rules) -> Ints:
    """Return the least that a session and those after it add, shape (places before it, width)."""
    least = np.full((ways.first.shape[0] - 1, beyond.shape[1]), NEVER, np.int64)
    through = np.zeros(beyond.shape[1], np.int64)
    for place in range(least.shape[0]):
        for way in range(ways.first[place], ways.first[place + 1]):
            add(ways.adds[ways.choice[way]], beyond[ways.child[way]], rules.largest, through)
            least[place] = np.minimum(least[place], through)
    return least


@compiled
def least_behind(ways: Ways, before: Ints, rules: Rules, many: int) -> Ints:
    """Return the least that a session and those before it add, shape (places after it, width)."""
    least = np.full((many, before.shape[1]), NEVER, np.int64)
    through = np.zeros(before.shape[1], np.int64)
    for place in range(before.shape[0]):
        for way in range(ways.first[place], ways.first[place + 1]):
            add(before[place], ways.adds[ways.choice[way]], rules.largest, through)
            child = ways.child[way]
            least[child] = np.minimum(least[child], through)
    return least


@compiled
def find(rows: Ints, new: int, node: int, links: Ints, table: Ints) -> int:
    """Return the number of the row that equals a new one at its node: its own if there is none."""
    scattered = node
    for field in range(rows.shape[1]):
        scattered = (31 * scattered + rows[new, field]) & 0xFF_FFFF_FFFF
    at = (scattered ^ scattered >> 17) & (table.shape[0] - 1)
    while table[at] >= 0:
        other = table[at]
        same = links[other, NODE] == node
        for field in range(rows.shape[1]):
            same = same and rows[other, field] == rows[new, field]
        if same:
            return int(other)
        at = (at + 1) & (table.shape[0] - 1)
    table[at] = new
    return new


@compiled
def place(rows: Ints, new: int, links: Ints, last: Ints, rules: Rules) -> int:
    """Hold a new row against those standing at its node, and drop whichever is beaten.

    Returns
    -------
    How many more stand.
    """
    node, before, more = links[new, NODE], -1, 1
    at = last[node]
    while at >= 0:
        found = versus(rows, new, at, rules)
        after = links[at, AFTER]
        if found == WORSE:
            # What beats one often beats the next: it is looked at first from now on.
            if before >= 0:
                links[before, AFTER], links[at, AFTER], last[node] = after, last[node], at
            links[new, STANDS] = 0
            return more - 1
        if found == BETTER:
            links[at, STANDS] = 0
            more -= 1
            if before < 0:
                last[node] = after
            else:
                links[before, AFTER] = after
        else:
            before = at
        at = after
    links[new, AFTER], last[node] = last[node], new
    return more


@compiled
def clears(row: Ints, adds: Ints, least: Ints, largest: Bools, bars: Ints) -> bool:
    """Say at a glance whether a row, with what is added and the least to follow, may do."""
    for k in range(bars.shape[0]):
        field = bars[k, 0]
        if largest[field]:
            comes_to = max(row[field], adds[field], least[field])
        else:
            comes_to = row[field] + adds[field] + least[field]
        if comes_to > bars[k, 1]:
            return False
    return True


@compiled
def promising(begun: Rows, ways: Ways, beyond: Ints, rules: Rules) -> Ints:
    """Return which beginnings to go on with by which way, as far as they could become the best.

    Parameters
    ----------
    beyond
        The least that what follows adds, by place after; shape (places, width).

    Returns
    -------
    Beginning and way, shape (M, 2).
    """
    found, many = np.zeros((1024, 2), np.int64), 0
    for at in range(begun.node.shape[0]):
        first, last = ways.first[begun.node[at]], ways.first[begun.node[at] + 1]
        taken, some = np.empty(last - first, np.int64), 0
        rows = np.empty((last - first, beyond.shape[1]), np.int64)
        for way in range(first, last):
            adds, least = ways.adds[ways.choice[way]], beyond[ways.child[way]]
            if clears(begun.rows[at], adds, least, rules.largest, rules.bars):
                taken[some] = way
                add(begun.rows[at], adds, rules.largest, rows[some])
                add(rows[some], least, rules.largest, rows[some])
                some += 1
        keep = np.ones(some, np.bool_)
        drop_hopeless(rows[:some], keep, rules)
        if rules.target.shape[0]:
            drop_no_better(rows[:some], keep, rules)
        while many + some > found.shape[0]:
            found = np.concatenate((found, np.zeros_like(found)))
        for k in range(some):
            if keep[k]:
                found[many] = at, taken[k]
                many += 1
    return found[:many]


@compiled
def apart(
    begun: Rows, ways: Ways, pairs: Ints, rules: Rules, limits: tuple[int, int]
) -> tuple[Ints, Ints, Ints]:
    """Go on by the given ways and drop what another beginning at the same place beats for certain.

    Parameters
    ----------
    pairs
        Beginning and way, shape (M, 2).
    limits
        How many places there are after the ways, and how many beginnings may be held at once; of
        more, those at the end are not looked at.

    Returns
    -------
    Different rows (N, width); for each whether it stands and the pair it came from first (N, 2);
    and for each pair the row it leads to, -1 where it was not looked at (M,).
    """
    rows = np.empty((pairs.shape[0] + 1, ways.adds.shape[1]), np.int64)
    links, last = np.empty((pairs.shape[0] + 1, 4), np.int64), np.full(limits[0], -1, np.int64)
    ends, many, standing, size = np.full(pairs.shape[0], -1, np.int64), 0, 0, 16
    while size < 2 * pairs.shape[0]:
        size *= 2
    table = np.full(size, -1, np.int64)
    for k in range(pairs.shape[0]):
        add(begun.rows[pairs[k, 0]], ways.adds[ways.choice[pairs[k, 1]]], rules.largest, rows[many])
        links[many] = 1, k, -1, ways.child[pairs[k, 1]]
        ends[k] = find(rows, many, links[many, NODE], links, table)
        if ends[k] == many:
            standing += place(rows, many, links, last, rules)
            many += 1
            if standing > limits[1]:
                break
    return rows[:many], links[:many, :2], ends
