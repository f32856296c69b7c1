"""Loops are compiled when one of them is first called, and not before."""

import subprocess
import sys

SHOWN = """
import sys
from constraints import lambing, registry
from scheduler.people import Season
from scheduler.samples import ISHBEL, on
registry()
hill = ISHBEL.model_copy(update={"seasons": (Season(activity="lambing_hill_blackface"),)})
print(lambing.Lambing().check(on("Tuesday 4 May 2027"), hill) is not None, "numba" in sys.modules)
"""


def said(words: str) -> str:
    """Return what a fresh process prints."""
    run = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_a_season_is_looked_up_without_what_compiles_loops() -> None:
    """It took up to six seconds of a first look-up, all of it to load what was never called."""
    assert said(SHOWN) == "True False"
