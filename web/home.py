"""Where this machine keeps what was opened and planned."""

import os
from pathlib import Path


def default_home() -> Path:
    """Return where programmes and plans are kept on this machine, unless COMMONGROUND_HOME says."""
    told = os.environ.get("COMMONGROUND_HOME")
    if told:
        return Path(told)
    shared = os.environ.get("XDG_DATA_HOME")
    return (Path(shared) if shared else Path.home() / ".local" / "share") / "commonground"
