"""Go-betweens: each told once, and named by projects as they are told."""

from collections.abc import Iterable, Iterator

from scheduler.files.findings import Finding, Path, suggestion
from scheduler.programme import Programme


def repeated_go_betweens(programme: Programme) -> Iterator[Finding]:
    """Find go-betweens told twice, and those a project names twice."""
    told = (each.code for each in programme.go_betweens)
    yield from _repeats((("go_betweens", n, "code"), code) for n, code in enumerate(told))
    for p, project in enumerate(programme.projects):
        named = enumerate(project.go_betweens)
        yield from _repeats((("projects", p, "go_betweens", n), code) for n, code in named)


def unknown_go_betweens(programme: Programme, unsure: frozenset[str]) -> Iterator[Finding]:
    """Find go-betweens that projects name and nobody tells of.

    Parameters
    ----------
    unsure
        Lists of the programme that may hold more than could be read.
    """
    known = {each.code for each in programme.go_betweens}
    for p, project in enumerate(programme.projects) if "go_betweens" not in unsure else ():
        for n, code in enumerate(project.go_betweens):
            if code not in known:
                remedy = f"is no go-between of this programme; {suggestion(code, known)}"
                yield Finding(("projects", p, "go_betweens", n), code, remedy)


def _repeats(codes: Iterable[tuple[Path, str]]) -> Iterator[Finding]:
    met: set[str] = set()
    for path, code in codes:
        if code.casefold() in met:
            yield Finding(path, code, "stands twice; keep one")
        met.add(code.casefold())
