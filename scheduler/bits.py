"""A company as a whole number: the bit of each person who is in it is set, the first the lowest."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
People = int
"""Who is in a company, a bit a person."""


class Who(NamedTuple):
    """Who could come to a candidate."""

    able: People
    """Who is able to."""
    sure: People
    """For whom nothing about that is unknown."""
    draw: People
    """Whose coming draws on something of which there may not be enough."""
    aboard: People = 0
    """Who drives, is driven or takes a cheaper way: nobody of them stays away."""
    more: "tuple[Aboard, ...]" = ()
    """Who could be taken along as well, whom that would help."""


class Aboard(NamedTuple):
    """Somebody whom a driver could take along, and who could come to the candidate then."""

    driver: People
    driven: People
    able: People
    sure: People
    draw: People


def company_of(is_in: Iterable[bool]) -> People:
    """Return the company of those of whom it is said, in the order of the group."""
    return sum(1 << p for p, here in enumerate(is_in) if here)


def companies_of(rows: Bools) -> list[People]:
    """Return a company for each row, shape (N, P)."""
    packed = np.packbits(rows, axis=1, bitorder="little")
    return [int.from_bytes(row.tobytes(), "little") for row in packed]


def words_of(rows: Bools) -> NDArray[np.int64]:
    """Return rows of yes and no as whole numbers, 64 to a number, shape (N, numbers)."""
    packed = np.packbits(rows, axis=1)
    wide = np.zeros((len(rows), -(-packed.shape[1] // 8) * 8), dtype=np.uint8)
    wide[:, : packed.shape[1]] = packed
    return wide.view(np.int64)


def rows_of(companies: Sequence[People], many: int) -> Bools:
    """Return who is in each company, shape (N, P), `many` being the number of people."""
    wide = -(-many // 8)
    packed = b"".join(company.to_bytes(wide, "little") for company in companies)
    bits = np.frombuffer(packed, dtype=np.uint8).reshape(len(companies), wide)
    return np.unpackbits(bits, axis=1, count=many, bitorder="little").astype(np.bool_)


def each_of(company: People) -> list[People]:
    """Return everybody of a company alone."""
    return [1 << p for p in range(company.bit_length()) if company >> p & 1]


def with_some_left_out(found: list[People], some: People) -> list[People]:
    """Return each company with every choice of some left out, the whole company first."""
    for person in each_of(some):
        found = [fewer for coming in found for fewer in (coming, coming & ~person)]
    return found


def decided(coming: People, pair: People, *, both: bool) -> list[People]:
    """Return the companies that those who decide together leave."""
    if both:
        return [coming if coming & pair == pair else coming & ~pair]
    return [coming & ~one for one in each_of(pair)] if coming & pair == pair else [coming]


def stood_down(
    every: Iterable[People], sure: People, *, out_of: tuple[People, People]
) -> Iterator[People]:
    """Go through who is left of each when as many of some stand down as would outnumber others.

    Parameters
    ----------
    sure
        Of whom it is certain that they can come: only they make room.
    out_of
        Who stands down, and whom they must not outnumber.
    """
    who, than = out_of
    for coming in every:
        room = (coming & than & sure).bit_count()
        if (coming & who).bit_count() <= room:
            yield coming
        else:
            rest = coming & ~who
            yield from (rest | sum(kept) for kept in combinations(each_of(coming & who), room))


def first_stood_down(able: Bools, sure: Bools, *, out_of: tuple[Bools, Bools]) -> Bools:
    """Return the first that `stood_down` gives of each, in bulk, shape (N, P).

    Parameters
    ----------
    able, sure
        Who could come, and of whom it is certain, shape (N, P).
    out_of
        Who stands down, and whom they must not outnumber, shape (P,) each.
    """
    who, than = out_of
    room = (able & sure & than).sum(axis=1)
    place = np.cumsum(able & who, axis=1)
    left: Bools = able & (~who | (place <= room[:, None]))
    return left
