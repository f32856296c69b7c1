"""Where rules that rest on the same thing have it from, told once."""

from datetime import date
from typing import Final

from scheduler.constraint import Source

BANK_HOLIDAYS: Final = Source(
    "GOV.UK bank holidays: own table of those of every year, and what was proclaimed",
    date(2026, 11, 30),
    "OGL-UK-3.0",
)
COUNCILS_DAYS: Final = Source(
    "Scottish Borders Council: local and trades holidays are not set by the council alone",
    date(2026, 11, 23),
)
