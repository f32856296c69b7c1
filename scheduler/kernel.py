"""The innermost work of the search: adds up beginnings, bounds them, and drops those beaten.

Everything here is plain loops over whole numbers, compiled (`scheduler.compiled`). What the numbers
mean is told in `scheduler.concerns`; `tests/scheduler/plain_kernel.py` says the same in NumPy.
"""

import numpy as np
from numpy.typing import NDArray

from scheduler.compiled import compiled
from scheduler.concerns import NEVER
from scheduler.rows import Rows, Rules, Sums, Ways

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

SPREAD = 1
"""The number of that kind of level (`scheduler.rows.KINDS`)."""
UNLIKE, BETTER, WORSE, EQUAL = 0, 1, 2, 3
"""How one row compares with another, for certain and whatever follows."""


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

    `shared_out` of the plain form is the same for many rows.
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
def gather(row: Ints, number: int, rules: Rules, into: Ints, shares: int) -> int:
    """Write what those of a spread who share something count, and return how many they are.

    Parameters
    ----------
    shares
        The number of the sharers, -1 for all who share nothing.
    """
    many = 0
    for field in range(rules.levels[number, 1], rules.levels[number, 2]):
        if rules.spare[field] == 0 and rules.shares[field] == shares:
            into[many] = row[field] * rules.units[field]
            many += 1
    return many


@compiled
def count_plain(row: Ints, number: int, rules: Rules, into: Ints) -> int:
    """Write what those of a spread count of whom every one counts, in ascending order.

    What sharers miss together, and all of them, is shared out among them as evenly as can be.
    Returns how many they are.
    """
    plain = gather(row, number, rules, into, -1)
    for shares in range(rules.sharers.shape[0]):
        if rules.sharers[shares, 0] == number:
            together, unit = rules.sharers[shares, 1:]
            own = into[plain:]
            many = gather(row, number, rules, own, shares)
            sort_ascending(own, many)
            raise_to(own, many, row[together] * unit, unit)
            plain += many
    sort_ascending(into, plain)
    raise_to(into, plain, row[rules.levels[number, 3] - 1], rules.levels[number, 4])
    return plain


@compiled
def value(row: Ints, number: int, rules: Rules, into: Ints) -> int:
    """Write a level's value into an array and return how many numbers it has."""
    first, people = rules.levels[number, 1], rules.levels[number, 2]
    if rules.levels[number, 0] != SPREAD:
        into[0] = row[first]
        return 1
    plain = count_plain(row, number, rules, into)
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
def find(rows: Ints, new: int, nodes: Ints, table: Ints) -> int:
    """Return the number of the row that equals a new one at its node: its own if there is none."""
    scattered = nodes[new]
    for field in range(rows.shape[1]):
        scattered = (31 * scattered + rows[new, field]) & 0xFF_FFFF_FFFF
    at = (scattered ^ scattered >> 17) & (table.shape[0] - 1)
    while table[at] >= 0:
        other = table[at]
        same = nodes[other] == nodes[new]
        for field in range(rows.shape[1]):
            same = same and rows[other, field] == rows[new, field]
        if same:
            return int(other)
        at = (at + 1) & (table.shape[0] - 1)
    table[at] = new
    return new


@compiled
def place(
    rows: Ints, new: int, stands: Bools, held: tuple[Ints, Ints, int, int], rules: Rules
) -> int:
    """Hold a new row against those standing at its node, and drop whichever is beaten.

    Parameters
    ----------
    held
        The next row held at the same node, by row; the first one, by node; the row's node; and how
        many it is held against.

    Returns
    -------
    How many more stand.
    """
    after, last, node, looks = held
    before, at, more = -1, last[node], 1
    while at >= 0 and looks > 0:
        looks -= 1
        found, next_one = versus(rows, new, at, rules), after[at]
        if found == WORSE:
            # What beats one often beats the next: it is looked at first from now on.
            if before >= 0:
                after[before], after[at], last[node] = next_one, last[node], at
            stands[new] = False
            return more - 1
        if found == BETTER:
            stands[at] = False
            more -= 1
            if before < 0:
                last[node] = next_one
            else:
                after[before] = next_one
        else:
            before = at
        at = next_one
    after[new], last[node] = last[node], new
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
def cleared(begun: Rows, ways: Ways, beyond: Ints, rules: Rules, most: int) -> Ints:
    """Return which beginnings to go on with by which way, as far as can be seen at a glance.

    Parameters
    ----------
    beyond
        The least that what follows adds, by place after; shape (places, width).
    most
        How many ways are wanted; of more, those at the end are not looked at.

    Returns
    -------
    Beginning and way, shape (M, 2).
    """
    found, many = np.zeros((1024, 2), np.int64), 0
    for at in range(begun.node.shape[0]):
        for way in range(ways.first[begun.node[at]], ways.first[begun.node[at] + 1]):
            adds, least = ways.adds[ways.choice[way]], beyond[ways.child[way]]
            if clears(begun.rows[at], adds, least, rules.largest, rules.bars):
                if many == found.shape[0]:
                    found = np.concatenate((found, np.zeros_like(found)))
                found[many] = at, way
                many += 1
                if many > most:
                    return found[:many]
    return found[:many]


@compiled
def different(begun: Rows, ways: Ways, pairs: Ints, sums: Sums) -> tuple[Ints, Ints, Ints, Ints]:
    """Go on from beginnings by some ways, and tell what they come to apart.

    Parameters
    ----------
    pairs
        Beginning and way, shape (M, 2).

    Returns
    -------
    Different rows (N, width), their nodes and the pair each came from first (N,); and for each pair
    the row it leads to (M,).
    """
    rows = np.empty((pairs.shape[0] + 1, ways.adds.shape[1]), np.int64)
    nodes, origin = np.empty(pairs.shape[0] + 1, np.int64), np.empty(pairs.shape[0], np.int64)
    ends, many, size = np.empty(pairs.shape[0], np.int64), 0, 16
    while size < 2 * pairs.shape[0]:
        size *= 2
    table = np.full(size, -1, np.int64)
    for k in range(pairs.shape[0]):
        adds, place = ways.adds[ways.choice[pairs[k, 1]]], ways.child[pairs[k, 1]]
        add(begun.rows[pairs[k, 0]], adds, sums.largest, rows[many])
        for n in range(sums.limited.shape[0]):
            # As long as there is enough left for whatever follows, it is all the same how much.
            field = sums.limited[n]
            rows[many, field] = max(rows[many, field], sums.enough[place, n])
        nodes[many] = place
        ends[k] = find(rows, many, nodes, table)
        if ends[k] == many:
            origin[many] = k
            many += 1
    return rows[:many], nodes[:many], origin[:many], ends


@compiled
def promising(least: Ints, rules: Rules) -> Bools:
    """Say which rows could become the best, given the least they come to in the end; (N,)."""
    keep = np.ones(least.shape[0], np.bool_)
    drop_hopeless(least, keep, rules)
    if rules.target.shape[0]:
        drop_no_better(least, keep, rules)
    return keep


@compiled
def drop_beaten(
    rows: Ints, nodes: Ints, stands: Bools, rules: Rules, limits: tuple[int, int, int]
) -> bool:
    """Drop rows that another at the same node beats for certain, whatever follows.

    Parameters
    ----------
    limits
        How many nodes there are, how many rows may stand at once, and how many of those at its node
        each is held against: one that beats others is looked at first, so that few will do.

    Returns
    -------
    Whether there were no more than that.
    """
    after, last, standing = np.empty(rows.shape[0], np.int64), np.full(limits[0], -1, np.int64), 0
    for k in range(rows.shape[0]):
        if stands[k]:
            standing += place(rows, k, stands, (after, last, nodes[k], limits[2]), rules)
            if standing > limits[1]:
                return False
    return True
