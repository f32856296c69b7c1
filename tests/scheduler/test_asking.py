"""Whoever has not been asked yet is asked before anything gives: it costs nothing."""

from scheduler.asking import ONLY_IF, ways_to_ask
from scheduler.changes import Change
from scheduler.facts import UNKNOWN
from scheduler.people import Childcare, Times
from scheduler.programme import Programme
from scheduler.unmet import Offer
from tests.scheduler.summer import with_person, with_venue
from tests.scheduler.test_explain import desk, small
from tests.scheduler.test_offers import offered

NOT_TOLD = Times()
"""The times of somebody nobody has asked."""
THE_VENUES = "Ask the venues what is not known yet"
RINGS_IN: dict[str, object] = {"other_ways": ("by phone",), "other_ways_only": True}


def ways(programme: Programme) -> tuple[Change, ...]:
    """Return whom there is to ask."""
    return tuple(ways_to_ask(desk(programme)))


def first_offer(programme: Programme) -> Offer:
    """Return what is offered first."""
    return offered(programme)[0][0]


def test_who_has_not_said_when_they_can_come_is_asked_first_of_all() -> None:
    """Of two members with lived experience one is not counted on, and two have to be there."""
    offers, tried = offered(with_person("una", small(), times=NOT_TOLD))

    assert [(o.kind, o.label, o.placed, o.of) for o in offers[:2]] == [
        ("ask", "Ask Una what is not known yet", 1, 1),
        ("group", "Meet with one member with lived experience", 1, 1),
    ]
    assert next(iter(tried)) == "ask"
    assert tried["ask"].says == "1 way to ask tried: with 1 of them every session can be held."


def test_asking_has_no_price_and_says_that_it_may_not_help() -> None:
    ask = first_offer(with_person("una", small(), times=NOT_TOLD))

    assert (ask.price, ask.constraint, ask.settings) == ("", "", {})
    missed = (
        "People with lived experience would miss 0 of 2 times "
        "and everyone else would miss 0 of 1 times."
    )
    assert ask.gives == (ONLY_IF, missed)
    assert ask.gains == ("Ishbel, Una and Rory could come to 1 session instead of 0.",)
    assert ask.serves == (1,)


def test_where_everybody_was_asked_there_is_nobody_to_ask() -> None:
    assert ways(small()) == ()
    assert "ask" not in offered(small(workers=()))[1]


def test_what_is_asked_of_a_room_for_everybody_keeps_nobody_from_being_counted_on() -> None:
    needing = with_person("una", small(), needs=("hearing loop",))

    assert ways(with_venue("hall", needing, access={})) == ()


def test_what_only_a_venue_can_answer_is_asked_of_the_venues() -> None:
    """Nobody knows whether the hall has reception, so Una, who rings in, cannot be counted on."""
    unknown = with_person("una", small(), **RINGS_IN)

    assert [way.label for way in ways(unknown)] == [THE_VENUES]
    assert first_offer(unknown).label == THE_VENUES


def test_where_people_and_venues_have_to_be_asked_both_are_tried_together() -> None:
    unasked = with_person("ishbel", small(), times=NOT_TOLD)
    both = with_person("una", unasked, **RINGS_IN)

    assert [way.label for way in ways(both)] == [
        "Ask Ishbel what is not known yet",
        THE_VENUES,
        "Ask Ishbel and the venues what is not known yet",
    ]
    assert first_offer(both).label.startswith("Ask Ishbel and the venues")


def test_what_is_asked_does_not_say_why() -> None:
    """Whether her children have a sitter is nobody's business but hers."""
    childcare = Childcare(children=1, sitter=UNKNOWN)
    hidden = with_person("una", small(), childcare=childcare, share_reasons=False)

    ask = first_offer(hidden)

    assert (ask.label, ask.constraint) == ("Ask Una what is not known yet", "")


def test_where_only_answers_would_help_other_approaches_are_tried_as_well() -> None:
    """The answers may be no. Two of three are unasked: no rule that gives makes up for both."""
    unasked = with_person("rory", with_person("una", small(), times=NOT_TOLD), times=NOT_TOLD)

    offers, tried = offered(unasked)

    assert [offer.label for offer in offers] == ["Ask Una and Rory what is not known yet"]
    assert tried["ask"].helped == 1
    assert "approach" in tried
