"""A way there and back as plans tell it."""

from scheduler.plan import WayTaken
from scheduler.way import Way


def way_taken(way: Way) -> WayTaken:
    """Return a way as a plan tells it."""
    return WayTaken(
        by=way.by,
        out_minutes=way.out_minutes if way.is_known else None,
        back_minutes=way.back_minutes if way.is_known else None,
        changes=way.changes,
        pence=way.pence,
        fare_known=way.fare_known,
        leaves=way.leaves,
        home=way.home,
        estimated=way.estimated,
        source=way.source,
        told=way.told,
        book_by=way.book_by,
        driver=way.driver,
        drives=way.drives,
    )
