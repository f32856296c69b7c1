"""Several timetables as one, so that people may change from one to another."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import timedelta
from functools import reduce

import numpy as np

from scheduler.timetables.network import Bools, Network

STOPS_OF = ("leaves_from", "goes_to")


def merged(networks: Sequence[Network]) -> Network:
    """Return several timetables as one, which holds on the days that all of them hold.

    Networks without a day in common give one that holds on no day.
    """
    return reduce(_with, networks)


def _with(one: Network, other: Network) -> Network:
    stops, trips, services = len(one.stop_code), len(one.line), len(one.runs)
    first, last = max(one.first_day, other.first_day), min(one.last_day, other.last_day)
    moved = {"trip": trips, "service": services, **dict.fromkeys(STOPS_OF, stops)}
    plain = [f.name for f in fields(Network) if f.name not in {"about", "runs", "changes"}]
    joined = {
        name: np.concatenate([getattr(one, name), getattr(other, name) + moved[name]])
        if name in moved
        else np.concatenate([getattr(one, name), getattr(other, name)])
        for name in plain
    }
    days = max(0, (last - first).days + 1)
    runs = [_cut(each, (first - each.first_day).days, days) for each in (one, other)]
    return Network(
        about=np.array([f"{one.name}; {other.name}", first.isoformat(), last.isoformat()]),
        runs=np.concatenate(runs),
        changes=np.concatenate([one.changes, other.changes + np.array([stops, stops, 0])]).astype(
            np.int32
        ),
        **joined,
    )


def _cut(network: Network, first: int, days: int) -> Bools:
    return network.runs[:, first : first + days]


def has_days(network: Network) -> bool:
    """Say whether a timetable holds on any day at all."""
    return network.last_day - network.first_day >= timedelta(0)
