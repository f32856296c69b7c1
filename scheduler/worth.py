"""What rooms, workers and one more person put to it are worth while series are looked for."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
KEPT: Final = 0.7
"""How near prices stay to those that told most."""


class Prices(NamedTuple):
    """What things are worth at each moment, and one more person put to it more often."""

    moments: Floats
    dear: Mapping[int, float]

    def near(self, kept: "Prices") -> "Prices":
        """Return prices between these and some that told much: they change less wildly."""
        dear = {n: KEPT * kept.dear[n] + (1 - KEPT) * own for n, own in self.dear.items()}
        return Prices(KEPT * kept.moments + (1 - KEPT) * self.moments, dear)
