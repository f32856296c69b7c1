"""Says on what machine, under what load and with which versions something was measured."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

CPU_TABLE = Path("/proc/cpuinfo")
PARTS = ("ortools", "numpy", "pydantic")


def machine() -> dict[str, object]:
    """Return the processor, its cores, how busy it is, and the versions in use."""
    return {
        "cpu": _processor(),
        "cores": os.cpu_count(),
        "load": [round(average, 2) for average in os.getloadavg()],
        "system": platform.system(),
        "python": platform.python_version(),
        **{part: version(part) for part in PARTS},
    }


def _processor() -> str:
    """Return the processor's name; where the system does not say, its kind."""
    if not CPU_TABLE.exists():
        return platform.processor() or platform.machine()
    named = (line.split(":", 1)[1].strip() for line in _lines() if line.startswith("model name"))
    return next(named, platform.machine())


def _lines() -> list[str]:
    return CPU_TABLE.read_text("utf-8").splitlines()
