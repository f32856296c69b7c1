"""`commonground constraints`: what is told of each rule."""

import re

import pytest

from constraints import registry
from web.command import main

Said = pytest.CaptureFixture[str]


def test_rule_is_told_with_settings_relaxations_and_sources(capsys: Said) -> None:
    # given
    rule = registry()["spacing"]
    one, other = (f"{source.title} (checked" for source in rule.sources)
    to_the_next = "days from the last session of a phase to the first of another."

    # when
    ending = main(["constraints", "spacing"])

    # then
    assert (ending, capsys.readouterr().out.splitlines()) == (
        0,
        [
            f"{rule.title} (spacing)",
            f"  {str(rule.__doc__).partition(chr(10))[0]}",
            "  Setting least_days: 7. Fewest days from one session to the next of the same phase.",
            "  Setting most_days: 56. Most days from one session to the next of the same phase.",
            f"  Setting least_days_to_next_phase: 7. Fewest {to_the_next}",
            f"  Setting most_days_to_next_phase: 365. Most {to_the_next}",
            *(f"  Can give: {r.label}. It asks {r.price} {r.unit}." for r in rule.relaxations),
            f"  Source: {one} Monday 23 November 2026; cited)",
            f"  Source: {other} Tuesday 24 November 2026; cited)",
        ],
    )


def test_rule_lists_the_words_it_knows(capsys: Said) -> None:
    # given
    words = ", ".join(sorted(registry()["land_year"].words_known()["seasons"]))

    # when
    main(["constraints", "land_year"])

    # then
    assert f"  Words for seasons: {words}." in capsys.readouterr().out.splitlines()


def test_right_is_told_to_be_one(capsys: Said) -> None:
    # when
    main(["constraints", "access_needs"])

    # then
    assert capsys.readouterr().out.splitlines()[2] == "  A right: it cannot be switched off."


def test_every_rule_is_listed_by_its_title(capsys: Said) -> None:
    # when
    main(["constraints"])

    # then
    headings = [block.split("\n")[0] for block in capsys.readouterr().out.split("\n\n")]
    assert headings == [f"{rule.title} ({name})" for name, rule in registry().items()]


def test_sentences_are_told_whole_and_count_as_people_do(capsys: Said) -> None:
    """It told "meant for small groups,." and "1 people": sentences ended where a line did."""
    # when
    main(["constraints"])

    # then
    lines = capsys.readouterr().out.splitlines()
    broken = re.compile(r"[,;:] ?\.|: \.|\b1 \w+(?:s|people)\.|\bsteps?\.$")
    assert [line for line in lines if broken.search(line)] == []
    assert (
        "  Setting people_may_stay_away: No. Whether people may have to stay away before a session "
        "is left out; meant for small groups, as every choice of who comes is then weighed."
    ) in lines
    assert "  Can give: Meet when five people can come. It asks 1 person." in lines
