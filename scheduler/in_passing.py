"""How many of some moments have passed at each of many others, both laid out in order."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Minutes = NDArray[np.int64]


def passed(moments: Minutes, at: Minutes, *, side: Literal["left", "right"]) -> Minutes:
    """Return how many of some moments lie before each of others; both ascend.

    Few are looked up among many rather than many among few: `np.searchsorted` says the same.

    Parameters
    ----------
    side
        "left" leaves out a moment that is the very same, "right" counts it.
    """
    first = np.searchsorted(at, moments, side="right" if side == "left" else "left")
    return np.cumsum(np.bincount(first, minlength=len(at) + 1)[: len(at)])
