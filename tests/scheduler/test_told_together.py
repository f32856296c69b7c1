"""What several people are told alike is said once."""

from scheduler.replanned import ToTell
from scheduler.told_together import told_together

MOVED = "session 2 of Group is on Monday 7 June 2027, and they are expected."


def person(name: str, news: str) -> ToTell:
    """Return somebody with what to tell them."""
    return ToTell(who="person", code=name.casefold(), name=name, says=f"{name}: {news}")


def test_who_is_told_the_same_is_named_in_one_sentence_and_the_others_keep_theirs() -> None:
    """One sentence stood there twenty times, once for each of the group."""
    # given
    told = [person("Ana", MOVED), person("Bo", "session 2 is off."), person("Cai", MOVED)]

    # when
    found = [each.says for each in told_together([*told, person("Di", MOVED)])]

    # then
    assert found == [f"Ana, Cai and Di: {MOVED}", "Bo: session 2 is off."]


def test_a_name_with_a_colon_in_it_is_not_taken_for_news() -> None:
    told = [person("Ana: the elder", MOVED), person("Ana", f"the elder: {MOVED}")]

    found = told_together(told)

    assert found == tuple(told)


def test_whoever_has_a_number_to_ring_stays_alone_with_it() -> None:
    rooms = [
        ToTell(who="venue", code=code, says=f"{code}: needed on Monday.", phone=phone)
        for code, phone in (("hall", "01632 960001"), ("loft", "01632 960002"))
    ]

    assert told_together(rooms) == tuple(rooms)
