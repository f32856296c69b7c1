"""Money and support as they are written down: read back alike, and refused where they are slips."""

from pathlib import Path

import pytest

from constraints import registry
from scheduler.errors import ProgrammeError
from scheduler.facts import YES
from scheduler.files import read_programme, write_programme
from scheduler.money.words import OwnRate, Pay
from scheduler.people import Travel
from scheduler.programme import Programme
from scheduler.samples import HALL, ISHBEL, PROGRAMME, PROJECT, RORY, WISH, on
from scheduler.workers import Worker

RATE = OwnRate(what="food", pence=750, by="The group", on=on("Monday 23 November 2026"))
PAID = ISHBEL.model_copy(
    update={
        "helpers": 1,
        "food": ("vegan", "no nuts"),
        "pay": Pay(by="voucher", most_pence=0, most_pence_in="a week"),
        "travel": Travel(car=YES, free_bus=YES),
    }
)
FED = PROJECT.model_copy(update={"sessions": (WISH.model_copy(update={"food": True}),)})
WHOLE = PROGRAMME.model_copy(
    update={
        "people": (PAID, RORY),
        "projects": (FED,),
        "venues": (HALL.model_copy(update={"hire_pence": 0}), *PROGRAMME.venues[1:]),
        "workers": (Worker(code="beathag"), Worker(code="gillies", session_pence=0)),
        "rates": (RATE,),
        "paid_roles": ("lived experience",),
        "funder": "A trust",
    }
)


@pytest.mark.parametrize("name", ["folder", "programme.json"])
def test_what_is_free_and_what_is_not_known_are_read_back_as_they_were(
    tmp_path: Path, name: str
) -> None:
    write_programme(WHOLE, tmp_path / name)

    again = read_programme(tmp_path / name, registry())

    assert again == WHOLE
    assert [worker.session_pence for worker in again.workers] == [None, 0]


def refused(programme: Programme, folder: Path) -> list[str]:
    write_programme(programme, folder / "programme.json")
    with pytest.raises(ProgrammeError) as caught:
        read_programme(folder / "programme.json", registry())
    return [fault.says.partition(": ")[2] for fault in caught.value.faults]


def test_a_paid_role_that_is_none_is_refused_as_nobody_would_be_paid(tmp_path: Path) -> None:
    slip = WHOLE.model_copy(update={"paid_roles": ("lived experiance",)})

    assert refused(slip, tmp_path) == [
        'paid_roles[1] "lived experiance" is no role here; did you mean "lived experience"?'
    ]


def test_a_rate_is_set_once(tmp_path: Path) -> None:
    (says,) = refused(WHOLE.model_copy(update={"rates": (RATE, RATE)}), tmp_path)

    assert says.startswith('rates[2].what "food" ')
