"""Files in and out: the only place that knows how programmes and plans are written down."""

from scheduler.files.plans import read_plan, write_plan
from scheduler.files.programmes import fingerprint, read_programme, write_programme
from scheduler.files.schema import schema

__all__ = ["fingerprint", "read_plan", "read_programme", "schema", "write_plan", "write_programme"]
