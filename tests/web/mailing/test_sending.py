"""Sending through a real mail server of this machine: byte for byte, once, and gone on with."""

import base64
import logging
import re
from dataclasses import replace
from email import message_from_bytes
from email.policy import SMTP, default
from pathlib import Path

import pytest

from tests.scheduler.calendars.test_nobody_elses import MANY, PEOPLE, told_of_others, unpacked
from tests.web.mailing.given import an_account, the_parcels
from tests.web.mailing.server import PASSWORD, USER, Conduct, Drop, mail_server
from web.mailing.accepted import AcceptedLog
from web.mailing.content import Content
from web.mailing.parcels import Parcel, word_for
from web.mailing.sending import Sent, Standing, send

FEW = 5


def sent(conduct: Conduct, folder: Path, *, many: int = FEW, seconds: float | None = None) -> Sent:
    """Send the first messages of a group of twenty."""
    with mail_server(conduct) as port:
        account, log = an_account(port, conduct), AcceptedLog(folder)
        return send(the_parcels()[:many], account, log, seconds=seconds)


def to(conduct: Conduct) -> list[str]:
    """Return whom the server took messages for."""
    return [each for _, each, _ in conduct.taken]


@pytest.mark.parametrize("security", ["starttls", "tls", "none"])
def test_every_message_arrives_byte_for_byte_and_goes_to_one_person(
    tmp_path: Path, security: str
) -> None:
    # given
    conduct = Conduct(security=security)  # type: ignore[arg-type]

    # when
    found = sent(conduct, tmp_path, many=MANY)

    # then
    parcels = the_parcels()
    assert [(each[1], each[2]) for each in conduct.taken] == [(p.to, p.content) for p in parcels]
    assert {each[0] for each in conduct.taken} == {"team@example.org"}
    assert [word.split(":")[0] for word in conduct.asked].count("RCPT TO") == MANY
    assert (len(found.accepted), found.failed, found.left, found.stopped) == (MANY, [], [], "")


def test_what_arrives_for_one_of_twenty_holds_nothing_of_another(tmp_path: Path) -> None:
    # given
    conduct = Conduct()

    # when
    sent(conduct, tmp_path, many=MANY)

    # then
    for number, (_, address, content) in enumerate(conduct.taken):
        assert address == PEOPLE[number].email
        assert told_of_others(number, unpacked(content)) == []
    planted = conduct.taken[0][2].replace(b"Subject: ", b"Subject: Namely07 ")
    assert told_of_others(0, unpacked(planted)) == ["Namely07"]


def test_a_line_that_begins_with_a_dot_stays_as_it_is(tmp_path: Path) -> None:
    # given
    conduct = Conduct()
    parcel = the_parcels()[0]
    dotted = b"X: y\r\n\r\n.\r\n..two\r\n.end\r\n"

    # when
    with mail_server(conduct) as port:
        dots = replace(parcel, content=dotted)
        send([dots], an_account(port, conduct), AcceptedLog(tmp_path))

    # then
    assert conduct.taken[0][2] == dotted


def test_nobody_gets_one_twice(tmp_path: Path) -> None:
    # given
    conduct = Conduct()
    sent(conduct, tmp_path)

    # when
    again = sent(conduct, tmp_path)

    # then
    assert to(conduct) == [each.to for each in the_parcels()[:FEW]]
    assert (again.accepted, again.left) == ([], [])


def test_a_refused_person_is_named_with_what_to_do_and_the_others_get_theirs(
    tmp_path: Path,
) -> None:
    # given
    conduct = Conduct(answers={PEOPLE[1].email: 550, PEOPLE[3].email: 450})

    # when
    found = sent(conduct, tmp_path)

    # then
    assert to(conduct) == [PEOPLE[n].email for n in (0, 2, 4)]
    about = "Living well: Meeting, Friday 15 January 2027"
    ways = "They also chose: in person, letter, phone call, text message and calendar."
    assert list(found.failures()) == [
        (
            f'Namely01: the mail server did not take "{about}" (its answer was 550). '
            f"Check the address with them. {ways}"
        ),
        (
            f'Namely03: the mail server wants to be asked again later for "{about}" '
            f"(its answer was 450). Send again in an hour. {ways}"
        ),
    ]


def test_whoever_was_refused_can_be_tried_again_later(tmp_path: Path) -> None:
    # given
    sent(Conduct(answers={PEOPLE[1].email: 450}), tmp_path)
    conduct = Conduct()

    # when
    sent(conduct, tmp_path)

    # then
    assert to(conduct) == [PEOPLE[1].email]


@pytest.mark.parametrize("drop", ["within", "after"])
def test_a_break_while_it_is_handed_over_is_asked_about_and_never_sent_again_by_itself(
    tmp_path: Path, drop: Drop
) -> None:
    # given: the server goes away at the second message
    found = sent(Conduct(drops={2: drop}), tmp_path)
    conduct = Conduct()

    # when
    later = sent(conduct, tmp_path)

    # then
    (failure,) = found.failures()
    assert failure.startswith("Namely01: the connection broke while")
    assert [each.person.name for each in found.left] == ["Namely02", "Namely03", "Namely04"]
    assert found.stopped.startswith("The mail server closed the connection.")
    assert to(conduct) == [PEOPLE[n].email for n in (2, 3, 4)]
    assert later.failed == []
    standing = Standing.of(the_parcels()[:FEW], AcceptedLog(tmp_path))
    assert [each.person.name for each in standing.not_known] == ["Namely01"]


def test_what_nobody_knew_is_sent_again_on_somebodys_word(tmp_path: Path) -> None:
    # given
    sent(Conduct(drops={2: "after"}), tmp_path)
    log, conduct = AcceptedLog(tmp_path), Conduct()

    # when
    released = log.release_all(each.key for each in the_parcels()[:2])
    sent(conduct, tmp_path, many=2)

    # then
    assert (released, to(conduct)) == (1, [PEOPLE[1].email])


def test_a_break_before_a_message_is_handed_over_loses_nothing(tmp_path: Path) -> None:
    # given
    conduct = Conduct(drops={3: "before"})

    # when
    found = sent(conduct, tmp_path)

    # then
    assert to(conduct) == [each.to for each in the_parcels()[:FEW]]
    assert (len(found.accepted), found.stopped) == (FEW, "")


def test_a_server_that_takes_few_at_a_time_is_come_to_anew(tmp_path: Path) -> None:
    # given
    conduct = Conduct(most=2)

    # when
    sent(conduct, tmp_path)

    # then
    assert to(conduct) == [each.to for each in the_parcels()[:FEW]]
    assert [word for word in conduct.asked if word.startswith("EHLO")] == ["EHLO [127.0.0.1]"] * 6


def test_a_server_that_always_goes_away_stops_the_run(tmp_path: Path) -> None:
    # given
    conduct = Conduct(most=0)

    # when
    found = sent(conduct, tmp_path)

    # then
    assert found.stopped.startswith("The mail server closed the connection.")
    assert len(found.left) == FEW
    assert Standing.of(the_parcels()[:FEW], AcceptedLog(tmp_path)).not_known == ()


def test_a_wrong_password_stops_before_anything_is_sent(tmp_path: Path) -> None:
    # given
    conduct = Conduct()

    # when
    with mail_server(conduct) as port:
        account = an_account(port, conduct, password="wrong")  # noqa: S106
        found = send(the_parcels()[:FEW], account, AcceptedLog(tmp_path))

    # then
    assert found.stopped.endswith(
        "did not accept the name and password. Nothing was sent. Check them in the settings."
    )
    assert (conduct.taken, len(found.left)) == ([], FEW)


def test_without_a_secret_way_nothing_is_said_at_all(tmp_path: Path) -> None:
    # given
    conduct = Conduct(offers_tls=False)

    # when
    found = sent(conduct, tmp_path)

    # then
    assert "does not offer what the settings ask for" in found.stopped
    assert [word for word in conduct.asked if word.startswith(("AUTH", "MAIL"))] == []


def test_a_server_nobody_vouches_for_gets_nothing(tmp_path: Path) -> None:
    # given: no certificate of its own is named in the settings
    conduct = Conduct()

    # when
    with mail_server(conduct) as port:
        account = an_account(port, conduct)
        settings = account.settings.model_copy(update={"certificate": ""})
        strange = replace(account, settings=settings)
        found = send(the_parcels()[:FEW], strange, AcceptedLog(tmp_path))

    # then
    assert "could not prove who it is" in found.stopped
    assert [word for word in conduct.asked if word.startswith(("AUTH", "MAIL"))] == []


def test_a_server_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    # given
    with mail_server(Conduct()) as port:
        pass

    # when
    found = send(the_parcels()[:FEW], an_account(port, Conduct()), AcceptedLog(tmp_path))

    # then
    assert f"localhost:{port} cannot be reached" in found.stopped


def test_a_sender_that_is_not_taken_stops_the_run(tmp_path: Path) -> None:
    # when
    found = sent(Conduct(to_sender=553), tmp_path)

    # then
    assert found.stopped.startswith("The mail server takes nothing from this sender")
    assert len(found.left) == FEW


def test_content_that_is_refused_did_not_go_out(tmp_path: Path) -> None:
    # when
    found = sent(Conduct(to_content=552), tmp_path)

    # then
    assert [outcome.became for _, outcome in found.failed] == ["refused"] * FEW
    assert Standing.of(the_parcels()[:FEW], AcceptedLog(tmp_path)).not_known == ()


def test_when_time_is_up_the_rest_is_left_and_gone_on_with(tmp_path: Path) -> None:
    # given
    conduct = Conduct()
    first = sent(conduct, tmp_path, seconds=0)

    # when
    sent(conduct, tmp_path)

    # then
    assert (len(first.left), len(first.accepted)) == (FEW, 0)
    assert to(conduct) == [each.to for each in the_parcels()[:FEW]]


def test_a_message_that_another_run_took_on_is_left_to_it(tmp_path: Path) -> None:
    # given: another run is about to send the first
    log, conduct = AcceptedLog(tmp_path), Conduct()
    first = the_parcels()[0]
    assert log.claim(first.key, first.wording)
    assert not log.claim(first.key, first.wording)

    # when
    sent(conduct, tmp_path, many=2)

    # then
    assert to(conduct) == [PEOPLE[1].email]


def test_what_is_kept_of_what_was_sent_names_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    # when
    with caplog.at_level(logging.DEBUG):
        sent(Conduct(answers={PEOPLE[1].email: 550}, drops={3: "after"}), tmp_path, many=MANY)

    # then
    files = sorted(tmp_path.iterdir())
    kept = "\n".join(f"{file.name} {file.read_text()}" for file in files)
    out, err = capsys.readouterr()
    assert len(files) == 3
    assert told_of_others(-1, "\n".join((kept, caplog.text, out, err))) == []
    assert {file.stat().st_mode & 0o077 for file in files} == {0}


def test_the_word_stands_for_exactly_these_bytes() -> None:
    parcels = the_parcels()
    other = replace(parcels[0], content=parcels[0].content + b" ")

    assert word_for(parcels) == word_for(the_parcels())
    assert word_for((other, *parcels[1:])) != word_for(parcels)
    assert word_for(parcels[1:]) != word_for(parcels)
    assert USER not in word_for(parcels)


@pytest.mark.parametrize("security", ["starttls", "tls", "none"])
def test_a_server_that_asks_for_no_password_takes_messages(tmp_path: Path, security: str) -> None:
    # given
    conduct = Conduct(security=security, asks_for_password=False)  # type: ignore[arg-type]

    # when
    found = sent(conduct, tmp_path)

    # then
    assert (len(found.accepted), found.stopped) == (FEW, "")


def worded(parcel: Parcel, **changes: str) -> Parcel:
    """Return a message with lines of its invitation changed."""
    message = message_from_bytes(parcel.content, policy=default)
    for part in message.walk():
        if part.get_content_type() == "text/calendar":
            told = part.get_payload(decode=True)
            assert isinstance(told, bytes)
            for name, value in changes.items():
                at = name.replace("_", "-").encode()
                told, many = re.subn(
                    at + rb"(:|;[^:]*:)[^\r]*", at + rb"\g<1>" + value.encode(), told
                )
                assert many >= 1
            part.set_payload(base64.b64encode(told).decode())
    content = message.as_bytes(policy=SMTP)
    found = Content(content)
    return replace(parcel, content=content, key=found.key, wording=found.wording)


def test_what_was_only_planned_again_is_not_sent_again(tmp_path: Path) -> None:
    # given
    first, conduct = the_parcels()[0], Conduct()
    sent(conduct, tmp_path, many=1)

    # when
    later = worded(first, DTSTAMP="20270101T000000Z", LAST_MODIFIED="20270101T000000Z")

    # then
    assert later.content != first.content
    assert Standing.of([later], AcceptedLog(tmp_path)).accepted == (later,)
    told = worded(first, DESCRIPTION="Bring a cup")
    assert Standing.of([told], AcceptedLog(tmp_path)).new == (told,)


@pytest.mark.parametrize("became", ["accepted", "not known"])
def test_an_older_wording_than_was_sent_stays_here(tmp_path: Path, became: str) -> None:
    # given: the date was sent, then a change, and the first date is made anew
    first, conduct = the_parcels()[0], Conduct(drops={} if became == "accepted" else {2: "after"})
    moved = worded(first, SEQUENCE="1", STATUS="TENTATIVE")
    log = AcceptedLog(tmp_path)
    with mail_server(conduct) as port:
        for each in (first, moved):
            send([each], an_account(port, conduct), log)

        # when
        found = send([first], an_account(port, conduct), log)

    # then
    assert len(found.accepted) == 0
    assert Standing.of([first], log).behind == (first,)
    other = worded(first, SEQUENCE="1", STATUS="CANCELLED")
    assert Standing.of([other], log).behind == (other,)
    after = worded(first, SEQUENCE="2")
    assert Standing.of([after], log).new == (after,)


@pytest.mark.parametrize("field", ["password", "sender"])
def test_what_cannot_be_said_to_the_server_leaves_no_message_in_doubt(
    tmp_path: Path, field: str
) -> None:
    # given
    conduct = Conduct()
    with mail_server(conduct) as port:
        account = an_account(
            port, conduct, password="p\u00e4ss" if field == "password" else PASSWORD
        )
        parcels = [replace(e, sender="m\u00f2rag@example.org") for e in the_parcels()[:FEW]]

        # when
        found = send(parcels, account, AcceptedLog(tmp_path))

    # then
    assert found.stopped.startswith("The mail server cannot be told the sender or the account")
    assert (conduct.taken, len(found.left)) == ([], FEW)
    assert len(Standing.of(parcels, AcceptedLog(tmp_path)).new) == FEW
