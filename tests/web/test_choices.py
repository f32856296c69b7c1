"""Plans to choose from, written to a folder and read again."""

from pathlib import Path

from tests.web.test_compare_text import BEST, FEWER
from web.choices import read_choices, write_choices


def test_what_was_written_is_read_as_it_was(tmp_path: Path) -> None:
    write_choices((BEST, FEWER), tmp_path)

    best, fewer = read_choices(tmp_path)

    assert (best.said.name, best.programme, best.plan) == ("best", BEST.programme, BEST.plan)
    assert fewer.plan == FEWER.plan
    assert fewer.said.model_dump() == {
        "name": "fewer",
        "best_at": FEWER.best_at,
        "gives_up": FEWER.gives_up,
        "left_out": FEWER.left_out,
        "differs": FEWER.differs,
    }


def test_each_plan_has_a_folder_of_its_own_and_the_answer_comes_last(tmp_path: Path) -> None:
    write_choices((BEST,), tmp_path)

    assert sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.json")) == [
        "answer.json",
        "best/plan.json",
        "best/programme.json",
    ]


def test_plans_can_be_written_a_second_time(tmp_path: Path) -> None:
    write_choices((BEST, FEWER), tmp_path)

    write_choices((BEST,), tmp_path)

    assert [choice.said.name for choice in read_choices(tmp_path)] == ["best"]
