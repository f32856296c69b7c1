"""Offers come in the guide's order, each planned again in full."""

from scheduler.demands import Demands
from scheduler.offers import NOBODY_GAINS, UNNAMED, offers_for
from scheduler.programme import Programme
from scheduler.samples import HALL, on
from scheduler.unmet import Offer, Tried
from tests.scheduler.summer import (
    CATRIONA,
    FAR,
    SESSION,
    away_except,
    fortnight,
    set_to,
    told,
    with_person,
    with_sessions,
    with_venue,
)
from tests.scheduler.test_explain import desk, small
from tests.scheduler.test_halves import group_of


def offered(programme: Programme) -> tuple[tuple[Offer, ...], dict[str, Tried]]:
    """Return the offers for a programme that cannot be, and what was tried by kind."""
    demands = Demands(desk(programme))
    offers, tried = offers_for(demands, demands.missing(demands.whole))
    return offers, {each.kind: each for each in tried}


def missed(lived: int, lived_of: int, others_of: int) -> str:
    """Say how often people with lived experience would miss a session, and everyone else never."""
    return (
        f"People with lived experience would miss {lived} of {lived_of} times and "
        f"everyone else would miss 0 of {others_of} times."
    )


EVERYBODY = ("ishbel", "una", "flora", "mairi", "neil", "rory")
TWO_IN_FIVE_DAYS = small().model_copy(
    update={"first_day": on("Monday 7 June 2027"), "last_day": on("Friday 11 June 2027")}
)
TWICE = with_sessions(SESSION, SESSION, programme=TWO_IN_FIVE_DAYS)


def test_offers_come_in_the_order_of_the_guide_and_each_kind_says_what_was_tried() -> None:
    offers, tried = offered(TWICE)

    assert [(o.kind, o.label, o.placed, o.of) for o in offers] == [
        ("times", "Sessions may follow each other within 3 days", 2, 2),
        ("times", "Go on for 4 more weeks, to Friday 9 July 2027", 2, 2),
        ("sessions", "Hold 1 session instead of 2", 1, 1),
        ("sessions", "Make session 2 optional: held if a date turns up", 1, 1),
    ]
    assert list(tried) == ["group", "times", "sessions"]
    assert tried["group"].says.endswith("tried: with none of them can every session be held.")
    assert tried["sessions"].says == (
        "4 changes to the sessions tried: with 2 of them every session can be held."
    )


def test_two_who_must_not_meet_were_offered_one_call() -> None:
    """On one call they are together as well, unless whoever asked for it chose that way.

    That no call was offered, and two groups were, told that the need is about company: now only
    that is tried which tells nothing of it.
    """
    offers, tried = offered(with_person("una", small(), not_with=("rory",)))

    assert (offers, list(tried)) == ((), ["sessions"])


def test_a_longer_season_is_not_asked_for_where_a_shorter_one_does() -> None:
    offers, _ = offered(TWICE)

    assert [offer.label for offer in offers if "12 more weeks" in offer.label] == []


def test_an_offer_says_who_gains_and_what_it_costs_more() -> None:
    offers, _ = offered(TWICE)

    nearer = offers[0]
    assert nearer.gains == ("Ishbel, Una and Rory could come to 2 sessions instead of 1.",)
    assert nearer.gainers == ("ishbel", "una", "rory")
    assert (nearer.gives, nearer.price) == (
        (
            "Nobody would come to fewer sessions.",
            (missed(0, 4, 2)),
        ),
        "4 days",
    )
    # The facilitator's fee, and the fares of the two who drive.
    assert nearer.pence_more == (CATRIONA.session_pence or 0) + 1581


def test_fewer_sessions_say_which_are_not_held() -> None:
    offers, _ = offered(TWICE)

    assert offers[2].gives == (
        "Nobody comes to session 2.",
        (missed(0, 2, 1)),
    )


def test_somebody_who_comes_to_fewer_gives() -> None:
    """Una can come on the Thursday alone, and no day of that week is five days from it.

    With one member with lived experience enough, the group meets on Monday and Saturday, both
    without her.
    """
    week = small().model_copy(
        update={"first_day": on("Monday 7 June 2027"), "last_day": on("Sunday 13 June 2027")}
    )
    twice = set_to("spacing", {"least_days": 5}, with_sessions(SESSION, SESSION, programme=week))
    una = away_except("Thursday 10 June 2027", programme=twice)

    offers, _ = offered(with_person("una", twice, times=una))

    (alone,) = [offer for offer in offers if offer.kind == "group"]
    assert (alone.label, alone.placed) == ("Meet with one member with lived experience", 2)
    assert alone.gives == (
        "Una could come to 0 sessions instead of 1.",
        (missed(2, 4, 2)),
        "Where fewest come, 2 of 3 would be there.",
    )


def test_a_group_split_in_two_is_planned_half_by_half() -> None:
    """The only hall holds ten: six and two workers, but not twelve."""
    hall = HALL.model_copy(update={"capacity": 10})
    programme = group_of(12).model_copy(update={"venues": (hall,)})

    offers, tried = offered(programme)

    (split,) = [offer for offer in offers if offer.kind == "group"]
    assert (split.label[:23], split.placed, split.of) == ("Split the group in two,", 2, 2)
    assert tried["group"].helped == 1


def test_another_approach_is_tried_only_where_nothing_else_does() -> None:
    offers, tried = offered(with_venue("hall", small(), capacity=1))

    assert "approach" not in offered(TWICE)[1]
    assert tried["approach"].helped == 2
    assert [(offer.kind, offer.label) for offer in offers] == [
        ("approach", "Hold session 1 on-line"),
        ("approach", "Visit everybody with lived experience one to one, once for each session"),
    ]


def test_where_most_sessions_would_be_lost_another_approach_is_tried() -> None:
    """One of three can be held: that is not the series anybody asked for."""
    day = TWO_IN_FIVE_DAYS.model_copy(update={"last_day": on("Monday 7 June 2027")})
    programme = with_sessions(*[SESSION] * 3, programme=day)
    programme = set_to("spacing", {"least_days": 200, "most_days": 300}, programme)

    _, tried = offered(programme)

    assert tried["sessions"].helped == 2
    assert "approach" in tried


def test_two_sites_meet_on_the_same_days() -> None:
    """No hall holds all six, but each holds three with two workers.

    The glen's people can be in Glen Hall while the town's are in the Town Hall.
    """
    halls = tuple(hall.model_copy(update={"capacity": 5}) for hall in (HALL, FAR))
    programme = fortnight(venues=halls, last_day=on("Monday 7 June 2027"))

    offers, tried = offered(programme)

    assert (tried["approach"].many, [offer.kind for offer in offers]) == (3, ["approach"] * 2)
    two = offers[0]
    assert (two.label[:22], two.placed, two.of) == ("Meet at two sites on t", 2, 2)


def test_where_nothing_helps_every_kind_says_so() -> None:
    programme = with_person("una", small(workers=()), interpreter="BSL")

    offers, tried = offered(programme)

    assert offers == ()
    assert {kind: each.helped for kind, each in tried.items()} == dict.fromkeys(
        ("group", "times", "sessions", "approach"), 0
    )


def test_a_kind_with_nothing_to_try_says_so() -> None:
    hour = SESSION.model_copy(update={"length_minutes": 60})
    programme = with_sessions(hour, programme=with_venue("hall", small(), capacity=1))

    _, tried = offered(programme)

    assert tried["sessions"].says == "There is no change to the sessions to try here."


def test_what_an_offer_asks_is_counted_from_what_the_programme_says() -> None:
    """Ten days in place of the usual seven: three days are seven fewer, not four."""
    offers, _ = offered(set_to("spacing", {"least_days": 10}, TWICE))

    assert (offers[0].label, offers[0].price) == (
        "Sessions may follow each other within 3 days",
        "7 days",
    )


def test_what_the_programme_allows_already_is_not_offered() -> None:
    """With two days between, three sessions do not fit in three days; three days would be more."""
    three_days = TWO_IN_FIVE_DAYS.model_copy(update={"last_day": on("Wednesday 9 June 2027")})
    thrice = with_sessions(*[SESSION] * 3, programme=three_days)

    offers, _ = offered(set_to("spacing", {"least_days": 2}, thrice))

    assert [offer.label for offer in offers if offer.constraint == "spacing"] == []


def test_what_cannot_be_counted_has_no_price() -> None:
    shut = with_venue("hall", small(), opening="Mo-Su 18:00-22:00")

    offers, _ = offered(shut)

    asked = next(offer for offer in offers if offer.constraint == "opening_hours")
    assert (asked.label, asked.price) == (
        "Ask venues to open for the group outside their hours",
        "",
    )


def test_an_offer_says_which_sessions_it_serves() -> None:
    offers, _ = offered(TWICE)

    assert [(offer.kind, offer.serves) for offer in offers] == [
        ("times", (2,)),
        ("times", (2,)),
        ("sessions", ()),
        ("sessions", ()),
    ]
    assert [offer.gains for offer in offers[2:]] == [(NOBODY_GAINS,)] * 2


def test_somebody_who_must_not_be_named_gives_without_their_name() -> None:
    """Rory can come on the Thursday alone, as all others can; they work on the other mornings.

    If they travelled in work time the group would meet on two other days, five days apart.
    """
    week = small(*EVERYBODY).model_copy(update={"last_day": on("Sunday 13 June 2027")})
    programme = set_to(
        "spacing", {"least_days": 5}, with_sessions(SESSION, SESSION, programme=week)
    )
    mornings = told(work=("Mon-Wed,Fri-Sun 06:00-10:55",))
    for code in EVERYBODY[:-1]:
        programme = with_person(code, programme, times=mornings)
    thursday = away_except("Thursday 10 June 2027", programme=programme)

    offers, _ = offered(with_person("rory", programme, times=thursday, share_reasons=False))

    travel = next(offer for offer in offers if offer.constraint == "work_hours")
    assert (travel.placed, travel.gives) == (2, (UNNAMED,))
    assert [sentence for sentence in travel.gains if "Rory" in sentence] == []


def test_to_hold_no_session_at_all_is_no_offer() -> None:
    """Where nothing could be held for want of a worker, to hold none was what would help most."""
    optional = SESSION.model_copy(update={"required": False})
    programme = with_sessions(optional, SESSION, programme=TWO_IN_FIVE_DAYS)
    programme = with_person("una", programme, assistance=("personal assistant",))

    offers, tried = offered(programme)

    assert [offer.label for offer in offers if not offer.placed] == []
    assert tried["sessions"].helped == 0
