"""The invented plan of two sessions, kept as if it had been made on this machine."""

from scheduler.files import write_plan
from scheduler.programme import Programme
from tests.web.plans import PLAN, TWO_SESSIONS
from web import job_files
from web.store import OF, KeptPlan, Store


def kept(
    store: Store, code: str = "a" * 22, *, programme: Programme = TWO_SESSIONS, **changes: object
) -> KeptPlan:
    """Keep the invented plan of a programme, which may be changed for it."""
    of = store.keep(programme.model_copy(update=changes))
    folder = store.home / "plans" / code
    folder.mkdir(parents=True)
    (folder / OF).write_text(of.code)
    (folder / "change.txt").touch()
    (folder / job_files.PROGRAMME).write_bytes((of.folder / job_files.PROGRAMME).read_bytes())
    write_plan(PLAN, folder / job_files.PLAN)
    return store.plan(code)
