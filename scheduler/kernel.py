"""The innermost work of the search: adds up beginnings, bounds them, and drops those beaten.

Everything here is plain loops over whole numbers, compiled (`scheduler.compiled`). What the numbers
mean is told in `scheduler.concerns`; `tests/scheduler/plain_kernel.py` says the same in NumPy.
"""

import numpy as np
from numpy.typing import NDArray

from scheduler.compiled import compiled
from scheduler.concerns import NEVER
from scheduler.rows import Ahead, Rows, Rules, Sums, Ways, Weighed

Ints = NDArray[np.int64]
Smalls = NDArray[np.int32]
Bools = NDArray[np.bool_]

A_PIECE = 4096  # how many rows are looked at together
SPREAD = 1
"""The number of that kind of level (`scheduler.rows.KINDS`)."""
UNLIKE, BETTER, WORSE, EQUAL = 0, 1, 2, 3
"""How one row compares with another, for certain and whatever follows."""


@compiled
def add(row: tuple[Ints, int], more: tuple[Ints, int], largest: Bools, into: Ints, at: int) -> None:
    """Add one row to another: sums add, the largest is kept where that counts.

    Each is given with the table it stands in: a row taken out of its table costs more than adding.
    """
    (rows, one), (others, other) = row, more
    for field in range(rows.shape[1]):
        if largest[field]:
            into[at, field] = max(rows[one, field], others[other, field])
        else:
            into[at, field] = rows[one, field] + others[other, field]


@compiled
def sums(rows: Ints, more: Ints, which: Ints, rules: Rules) -> Ints:
    """Add to each row one of others by number, shape (N, width)."""
    out = np.empty_like(rows)
    for i in range(rows.shape[0]):
        add((rows, i), (more, which[i]), rules.largest, out, i)
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
def gather(row: tuple[Ints, int], number: int, rules: Rules, into: Ints, shares: int) -> int:
    """Write what those of a spread who share something count, and return how many they are.

    Parameters
    ----------
    shares
        The number of the sharers, -1 for all who share nothing.
    """
    (rows, i), many = row, 0
    for field in range(rules.levels[number, 1], rules.levels[number, 2]):
        if rules.spare[field] == 0 and rules.shares[field] == shares:
            into[many] = rows[i, field] * rules.units[field]
            many += 1
    return many


@compiled
def count_plain(row: tuple[Ints, int], number: int, rules: Rules, into: Ints) -> int:
    """Write what those of a spread count of whom every one counts, in ascending order.

    What sharers miss together, and all of them, is shared out among them as evenly as can be.
    Returns how many they are.
    """
    (rows, i), plain = row, gather(row, number, rules, into, -1)
    for shares in range(rules.sharers.shape[0]):
        if rules.sharers[shares, 0] == number:
            together, unit = rules.sharers[shares, 1:]
            own = into[plain:]
            many = gather(row, number, rules, own, shares)
            sort_ascending(own, many)
            raise_to(own, many, rows[i, together] * unit, unit)
            plain += many
    sort_ascending(into, plain)
    raise_to(into, plain, rows[i, rules.levels[number, 3] - 1], rules.levels[number, 4])
    return plain


@compiled
def value(row: tuple[Ints, int], number: int, rules: Rules, into: Ints) -> int:
    """Write a level's value into an array and return how many numbers it has."""
    (rows, i), first, people = row, rules.levels[number, 1], rules.levels[number, 2]
    if rules.levels[number, 0] != SPREAD:
        into[0] = rows[i, first]
        return 1
    plain = count_plain(row, number, rules, into)
    many = plain
    for field in range(first, people):
        if rules.spare[field] != 0:
            into[many] = max(rows[i, field] - rules.spare[field], 0) * rules.units[field]
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
def exceeds(rows: Ints, i: int, number: int, at: int, rules: Rules) -> bool:
    """Say whether people of a settled level, or all together, count more than is known best.

    Parameters
    ----------
    at
        Where the level's value begins among those known.
    """
    first, people = rules.levels[number, 1], rules.levels[number, 2]
    if rules.levels[number, 0] != SPREAD:
        return bool(rows[i, first] > rules.known[at])
    total = rows[i, rules.levels[number, 3] - 1]
    for field in range(first, people):
        counts = max(rows[i, field] - rules.spare[field], 0) * rules.units[field]
        if counts > rules.known[at]:
            return True
        if rules.spare[field] != 0:
            total += counts
    return bool(total > rules.together[number])


@compiled
def is_hopeless(rows: Ints, i: int, rules: Rules, scratch: Ints) -> bool:
    """Say whether a row, the least something comes to, breaks a cap or loses a settled level."""
    for field in range(rows.shape[1]):
        if rows[i, field] > rules.caps[field]:
            return True
    at = 0
    for number in range(rules.settled):
        if exceeds(rows, i, number, at, rules):
            return True
        many = 1
        if rules.levels[number, 0] == SPREAD:
            many = value((rows, i), number, rules, scratch)
            if compare(scratch, rules.known, at, many) > 0:
                return True
        at += many
    return False


@compiled
def is_better(rows: Ints, i: int, rules: Rules, scratch: Ints) -> bool:
    """Say whether a row, the least something comes to, beats the target."""
    at = 0
    for number in range(rules.settled, rules.levels.shape[0]):
        many = value((rows, i), number, rules, scratch)
        found = compare(scratch, rules.target, at, many)
        if found != 0:
            return found < 0
        at += many
    return False


@compiled
def versus(rows: Ints, one: int, other: int, rules: Rules) -> int:
    """Compare two rows for certain, whatever follows: at the first level where they differ.

    Where one of those that are equally good will do, one is better that is nowhere worse.
    """
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
            found = both(found, BETTER if fewer else WORSE)
            if not strictly and not rules.one_will_do:
                return UNLIKE
            if strictly or found == UNLIKE:
                break
    return versus_in_caps(rows, one, other, rules, found)


@compiled
def both(found: int, too: int) -> int:
    """Return how rows compare by two findings, neither of which may say otherwise."""
    return too if found in (EQUAL, too) else UNLIKE


@compiled
def versus_in_caps(rows: Ints, one: int, other: int, rules: Rules, found: int) -> int:
    """Compare two rows of which it is found how they do but for what is capped.

    Whoever has used more of that is not certain to end better.
    """
    if found == EQUAL and not rules.one_will_do:
        found = UNLIKE
    for k in range(rules.capped.shape[0]):
        more_here = rows[one, rules.capped[k]] - rows[other, rules.capped[k]]
        if more_here != 0:
            found = both(found, BETTER if more_here < 0 else WORSE)
    return found


@compiled
def values(rows: Ints, rules: Rules, width: int) -> Ints:
    """Return the values of the levels not settled, side by side, shape (N, width)."""
    out = np.zeros((rows.shape[0], width), np.int64)
    for i in range(rows.shape[0]):
        at = 0
        for number in range(rules.settled, rules.levels.shape[0]):
            at += value((rows, i), number, rules, out[i, at:])
    return out


@compiled
def find(row: tuple[Ints, int], nodes: Ints, table: Smalls, least: int) -> int:
    """Return the number of the row that equals a new one at its node: its own if there is none.

    Parameters
    ----------
    least
        A field that does not count, -1 if all do.
    """
    rows, new = row
    scattered = nodes[new]
    for field in range(rows.shape[1]):
        if field != least:
            scattered = (31 * scattered + rows[new, field]) & 0xFF_FFFF_FFFF
    at = (scattered ^ scattered >> 17) & (table.shape[0] - 1)
    while table[at] >= 0:
        other = table[at]
        same = nodes[other] == nodes[new]
        for field in range(rows.shape[1]):
            same = same and (field == least or rows[other, field] == rows[new, field])
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
def clears(
    row: tuple[Ints, int], adds: tuple[Ints, int], least: tuple[Ints, int], rules: Rules
) -> bool:
    """Say at a glance whether a row, with what is added and the least to follow, may do."""
    (rows, i), (added, choice), (beyond, place) = row, adds, least
    for k in range(rules.bars.shape[0]):
        field = rules.bars[k, 0]
        if rules.largest[field]:
            comes_to = max(rows[i, field], added[choice, field], beyond[place, field])
        else:
            comes_to = rows[i, field] + added[choice, field] + beyond[place, field]
        if comes_to > rules.bars[k, 1]:
            return False
    return True


@compiled
def is_light(begun: int, choice: int, place: int, weighed: Weighed) -> bool:
    """Say whether a beginning that goes on by a choice to a place is light enough."""
    for toll in range(weighed.most.shape[0]):
        whole = (
            weighed.begun[begun, toll] + weighed.adds[toll, choice] + weighed.beyond[toll, place]
        )
        is_kept_to = whole <= weighed.most[toll]
        if is_kept_to != (toll < weighed.always):
            return bool(is_kept_to)
    return bool(weighed.most.shape[0] == weighed.always)


@compiled
def cleared(begun: Rows, ways: Ways, ahead: Ahead, rules: Rules, most: int) -> Smalls:
    """Return which beginnings to go on with by which way, as far as can be seen at a glance.

    Parameters
    ----------
    most
        How many ways are wanted; of more, those at the end are not looked at.

    Returns
    -------
    Beginning and way, shape (M, 2).
    """
    found, many = np.zeros((1024, 2), np.int32), 0
    for at in range(begun.node.shape[0]):
        for way in range(ways.first[begun.node[at]], ways.first[begun.node[at] + 1]):
            choice, place = ways.choice[way], ways.child[way]
            adds, least = (ways.adds, choice), (ahead.least, place)
            is_in_reach = is_light(at, choice, place, ahead.weighed)
            if is_in_reach and clears((begun.rows, at), adds, least, rules):
                if many == found.shape[0]:
                    found = np.concatenate((found, np.zeros_like(found)))
                found[many] = at, way
                many += 1
                if many > most:
                    return found[:many]
    return found[:many]


@compiled
def different(
    begun: Rows, ways: Ways, pairs: Smalls, sums: Sums
) -> tuple[Ints, Ints, Smalls, Smalls]:
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
    nodes, origin = np.empty(pairs.shape[0] + 1, np.int64), np.empty(pairs.shape[0], np.int32)
    ends, many, size = np.empty(pairs.shape[0], np.int32), 0, 16
    while size < 2 * pairs.shape[0]:
        size *= 2
    table = np.full(size, -1, np.int32)
    for k in range(pairs.shape[0]):
        choice, place = ways.choice[pairs[k, 1]], ways.child[pairs[k, 1]]
        add((begun.rows, pairs[k, 0]), (ways.adds, choice), sums.largest, rows, many)
        for n in range(sums.limited.shape[0]):
            # As long as there is enough left for whatever follows, it is all the same how much.
            field = sums.limited[n]
            rows[many, field] = max(rows[many, field], sums.enough[place, n])
        nodes[many] = place
        ends[k] = find((rows, many), nodes, table, sums.least)
        if ends[k] == many:
            origin[many] = k
            many += 1
        elif sums.least >= 0 and rows[many, sums.least] < rows[ends[k], sums.least]:
            rows[ends[k], sums.least], origin[ends[k]] = rows[many, sums.least], k
    return rows[:many], nodes[:many], origin[:many], ends


@compiled
def promising(rows: Ints, nodes: Ints, ahead: Ahead, rules: Rules) -> Bools:
    """Say which rows could become the best, given the least they come to in the end; (N,)."""
    keep, scratch = np.zeros(rows.shape[0], np.bool_), np.zeros(rows.shape[1], np.int64)
    # A piece at a time: there may be hundreds of thousands.
    for low in range(0, rows.shape[0], A_PIECE):
        piece = slice(low, low + A_PIECE)
        least = sums(rows[piece], ahead.least, nodes[piece], rules)
        raise_missed(least, rows[piece], nodes[piece], ahead)
        for i in range(least.shape[0]):
            if not is_hopeless(least, i, rules, scratch):
                keep[low + i] = not rules.target.shape[0] or is_better(least, i, rules, scratch)
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


@compiled
def raise_missed(least: Ints, rows: Ints, nodes: Ints, ahead: Ahead) -> None:
    """Raise in place the least beginnings come to by what must be missed for want of what is left.

    `scheduler.trades.least_drawn` told what is drawn from the places they stand at.
    """
    trades, caps, drawn = ahead.trades, ahead.caps, ahead.drawn
    for i in range(rows.shape[0]):
        for k in range(trades.shape[0]):
            left = caps[trades[k, 0]] - rows[i, trades[k, 0]]
            x, most = 0, drawn.shape[2]
            while x < most and drawn[nodes[i], k, x] > left:
                x += 1
            field = trades[k, 1]
            comes_to = rows[i, field] + x if x < most else NEVER
            least[i, field] = max(least[i, field], comes_to)


@compiled
def gone_on(
    begun: Rows, ways: Ways, ahead: Ahead, rules: Rules, most: tuple[int, int, int]
) -> tuple[bool, tuple[Ints, Ints, Ints], tuple[Ints, Ints], Ints]:
    """Go on from beginnings by every way that is promising.

    Parameters
    ----------
    most
        How many ways are looked at, how many beginnings may stand at once, and how many others each
        is held against.

    Returns
    -------
    Whether there were no more than that, else nothing more; the rows that stand, their nodes and
    the least they come to (N); the beginning and the choice each came from first (N,); and every
    way to one of them: beginning before, choice, beginning after, shape (E, 3).
    """
    pairs = cleared(begun, ways, ahead, rules, most[0])
    fits = pairs.shape[0] <= most[0]
    if not fits:
        pairs = pairs[:0]
    rows, nodes, origin, ends = different(begun, ways, pairs, ahead.sums)
    stands = promising(rows, nodes, ahead, rules)
    limits = (ahead.least.shape[0], most[1], most[2])
    fits = fits and drop_beaten(rows, nodes, stands, rules, limits)
    kept = np.flatnonzero(stands)
    if not fits:
        kept = kept[:0]
    place, leads = np.full(rows.shape[0], -1, np.int64), 0
    place[kept] = np.arange(kept.shape[0])
    lead = np.empty((pairs.shape[0], 3), np.int64)
    for k in range(pairs.shape[0]):
        if place[ends[k]] >= 0:
            lead[leads, 0], lead[leads, 1] = pairs[k, 0], ways.choice[pairs[k, 1]]
            lead[leads, 2] = place[ends[k]]
            leads += 1
    came = pairs[origin[kept]]
    parent, choice = came[:, 0].astype(np.int64), ways.choice[came[:, 1]]
    rows, nodes = rows[kept], nodes[kept]
    least = sums(rows, ahead.least, nodes, rules)
    raise_missed(least, rows, nodes, ahead)
    return fits, (rows, nodes, least), (parent, choice), lead[:leads]


@compiled
def narrowed(behind: Ints, ways: Ways, ahead: Ahead, rules: Rules) -> Ints:
    """Return by which ways something promising leads on.

    Parameters
    ----------
    behind
        The least that the sessions before add, shape (places before, width).
    """
    every = Rows(behind, np.arange(behind.shape[0]))
    pairs = cleared(every, ways, ahead, rules, ways.choice.shape[0])
    rows, nodes, _, ends = different(every, ways, pairs, ahead.sums)
    keep, kept, many = promising(rows, nodes, ahead, rules), np.empty(pairs.shape[0], np.int64), 0
    for k in range(pairs.shape[0]):
        if keep[ends[k]]:
            kept[many] = pairs[k, 1]
            many += 1
    return kept[:many]
