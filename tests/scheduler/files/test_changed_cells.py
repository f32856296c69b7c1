"""A few cells of a table changed, and everything else left as somebody wrote it."""

import pytest

from scheduler.files.changed_cells import with_cells


def test_a_cell_is_changed_and_the_rest_stays() -> None:
    text = 'code,name,times.busy\r\nuna,"Una, of the glen",old\r\nben,Ben,\r\n'

    found = with_cells(text, "una", {"times.busy": "new"})

    assert found == 'code,name,times.busy\r\nuna,"Una, of the glen",new\r\nben,Ben,\r\n'


def test_a_column_that_is_not_there_is_added_where_it_says_something() -> None:
    found = with_cells("code\nuna\nben\n", "ben", {"times.busy": "new", "times.away": ""})

    assert found == "code,times.busy\nuna,\nben,new\n"


def test_a_code_behind_an_apostrophe_is_the_same_code() -> None:
    assert with_cells("code,a\n'=una,\n", "=una", {"a": "b"}) == "code,a\n'=una,b\n"


@pytest.mark.parametrize("text", ["", "code,a\nben,\n", "name,a\nuna,\n", "code,a\nuna\n"])
def test_a_row_that_is_not_there_is_not_made_up(text: str) -> None:
    assert with_cells(text, "una", {"a": "b"}) == ""
