"""Hours that go by days nobody told where somebody lives are pointed out; nothing is refused."""

from datetime import date

from constraints import registry
from scheduler.hints import hints
from scheduler.named_days import NamedDays
from scheduler.people import Times
from scheduler.samples import GLEN, ISHBEL, PROGRAMME, RORY
from scheduler.untold_days import untold_days, workers_not_known
from scheduler.words import Days
from scheduler.workers import Worker

TERMS = NamedDays(
    code="term-time", area="Angus", days=(Days(first=date(2027, 1, 7), last=date(2027, 3, 26)),)
)
SCHOOL_RUN = Times(care=("Mon-Fri 14:45-15:30 only term-time",))
WITH_TERMS = PROGRAMME.model_copy(
    update={
        "people": (ISHBEL.model_copy(update={"times": SCHOOL_RUN}), RORY),
        "named_days": (TERMS,),
    }
)
SAYS = (
    'Nobody has told when "term-time" is where Ishbel lives. Until then every session that hangs '
    'on it is a question to them. Tell it under named_days, with the council as its "area".'
)


def test_hours_that_go_by_untold_days_are_pointed_out() -> None:
    assert list(untold_days(WITH_TERMS)) == [SAYS]
    assert [hint for hint in hints(WITH_TERMS, registry()) if "term-time" in hint] == [SAYS]


def test_nothing_is_said_where_they_are_told() -> None:
    angus = GLEN.model_copy(update={"council": "Angus"})

    assert list(untold_days(WITH_TERMS.model_copy(update={"places": (angus,)}))) == []
    assert list(untold_days(PROGRAMME)) == []


def test_a_worker_whose_hours_go_by_days_known_too_short_is_pointed_out() -> None:
    """Nobody is booked on a day of which it is not known whether they work; somebody asks."""
    terms = TERMS.model_copy(update={"area": ""})
    catriona = Worker(
        code="catriona", name="Catriona", hours=("Mon-Fri 09:00-15:00 only term-time",)
    )
    dougal = Worker(code="dougal", hours=("Mon-Fri 09:00-15:00",))
    programme = PROGRAMME.model_copy(update={"workers": (catriona, dougal), "named_days": (terms,)})
    known = terms.model_copy(update={"known_until": programme.last_day})

    told = [
        list(workers_not_known(programme.model_copy(update={"named_days": days})))
        for days in ((terms,), (TERMS,), (known,), ())
    ]

    by = 'When "term-time" is, by which Catriona works, is known'
    then = "Later they are booked only if nobody else can be, and asked: tell it under named_days."
    assert told == [
        [f"{by} only to Friday 26 March 2027. {then}"],
        [f"{by} for no day. {then}"],
        [],
        [],
    ]
    assert told[0][0] in hints(programme, registry())
