"""What a plan costs as a table for whoever pays for it: no names, and no line of one person."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from scheduler.files.cells import cell_of
from scheduler.money.bill import CostLine, SessionCosts
from scheduler.plan import Plan
from scheduler.programme import Programme
from web.names import Names

HEADER: Final = (
    *("project", "session", "day", "what", "how_many", "pounds", "not_known", "guessed", "rate"),
)
"""Columns; `not_known` is how many of them nobody knows the cost of."""


def funder_csv(programme: Programme, plan: Plan) -> str:
    """Return what a plan costs as CSV.

    Lines of one kind stand together, since what one journey costs may tell where somebody lives.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(HEADER)
    writer.writerows(_rows(programme, plan))
    return written.getvalue()


def _rows(programme: Programme, plan: Plan) -> Iterator[list[str]]:
    names = Names.of(programme)
    days = {(each.project, each.number): each.start.date() for each in plan.sessions}
    for one in plan.costs.sessions:
        project = names.projects[one.project].public_label
        day = days[one.project, one.number].isoformat()
        for cells in _together(one):
            yield [cell_of(project), str(one.number), day, *cells]
    not_known = sum(line.not_known for one in plan.costs.sessions for line in one.lines)
    unknown = str(not_known) if not_known else ""
    guessed = "yes" if plan.costs.estimated else "no"
    yield ["", "", "", "Together", "", _pounds(plan.costs.pence), unknown, guessed, ""]


def _together(costs: SessionCosts) -> Iterator[list[str]]:
    found: dict[str, list[CostLine]] = {}
    for line in costs.lines:
        found.setdefault("Journeys" if line.kind == "journeys" else line.what, []).append(line)
    for what, lines in found.items():
        unknown = sum(line.not_known for line in lines)
        rates = dict.fromkeys(line.rate for line in lines if line.rate)
        yield [
            cell_of(what),
            str(sum(line.many for line in lines)),
            _pounds(sum(line.pence or 0 for line in lines)),
            str(unknown) if unknown else "",
            "yes" if any(line.estimated for line in lines) else "no",
            cell_of("; ".join(rates)),
        ]


def _pounds(pence: int) -> str:
    return f"{pence // 100}.{pence % 100:02}"
