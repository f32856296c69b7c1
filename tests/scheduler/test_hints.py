"""What can be told of a programme before anything is planned."""

from constraints import registry
from scheduler.hints import hints
from scheduler.places_to_fill import PlaceToFill
from scheduler.samples import PROGRAMME, PROJECT, WISH
from scheduler.workers import Worker, WorkerNeed

ALONE = PROJECT.model_copy(update={"members": ("rory",)})
TOLD = (
    "Living well: There is nobody with lived experience in this group yet, nor family or unpaid "
    "carers, so every professional would stand down. Invite them, or enter places to fill "
    "for them; or switch this rule off, for professionals to meet by themselves."
)


def test_a_group_of_both_has_no_hint() -> None:
    assert hints(PROGRAMME, registry()) == ()


def test_a_group_of_professionals_alone_is_told_what_to_do() -> None:
    programme = PROGRAMME.model_copy(update={"projects": (PROJECT, ALONE)})

    assert hints(programme, registry()) == (TOLD,)


def test_a_place_to_fill_for_lived_experience_is_enough() -> None:
    seats = ALONE.model_copy(update={"places_to_fill": (PlaceToFill(code="new"),)})

    assert hints(PROGRAMME.model_copy(update={"projects": (seats,)}), registry()) == ()


def test_professionals_may_meet_by_themselves_where_the_programme_says_so() -> None:
    own = {"balance": {"stand_down": False}}
    programme = PROGRAMME.model_copy(update={"projects": (ALONE,), "constraints": own})

    assert hints(programme, registry()) == ()


def test_slips_of_the_pen_come_first() -> None:
    ishbel, rory = PROGRAMME.people
    people = (
        ishbel.model_copy(update={"view": "carers"}),
        rory.model_copy(update={"view": "carer"}),
    )
    programme = PROGRAMME.model_copy(update={"people": people, "projects": (ALONE,)})

    assert hints(programme, registry()) == (
        'Two views are almost alike: "carer" and "carers". If they are one, write them alike.',
        TOLD,
    )


def test_a_facilitator_no_session_asks_for_is_pointed_out() -> None:
    """Asked for by no session, she was never booked, and nobody said so."""
    staffed = PROGRAMME.model_copy(update={"workers": (Worker(code="catriona", name="Catriona"),)})

    (told,) = hints(staffed, registry())
    assert told == (
        "workers.csv: no session asks for a facilitator, so Catriona will be booked for none. "
        "If that is not meant, add the role to the workers of the sessions."
    )


def test_a_facilitator_whom_a_session_asks_for_is_not() -> None:
    asking = WISH.model_copy(update={"workers": (WorkerNeed(role="facilitator"),)})
    project = PROJECT.model_copy(update={"sessions": (WISH, asking)})
    told = {"workers": (Worker(code="catriona"),), "projects": (project,)}

    assert hints(PROGRAMME.model_copy(update=told), registry()) == ()


def test_of_an_interpreter_nothing_is_said_whoever_needs_one_or_does_not() -> None:
    bsl = Worker(code="bsl", roles=("interpreter",), languages=("BSL",))
    staffed = PROGRAMME.model_copy(update={"workers": (bsl,)})
    ishbel, rory = PROGRAMME.people
    people = (ishbel.model_copy(update={"interpreter": "BSL"}), rory)

    told = [
        hints(each, registry()) for each in (staffed, staffed.model_copy(update={"people": people}))
    ]

    assert told == [(), ()]
