"""Thunderbird itself, without its windows, asked what its calendar reads in files of ours.

It is driven by Marionette, the way in that Mozilla's own tests use: JSON over a socket of this
machine. It runs with a profile of its own, behind a proxy that leads nowhere, so that it cannot
ask anybody anything.
"""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.readers.readers import Read, as_read

PROGRAM: Final = Path("/usr/bin/thunderbird")
PATIENCE_SECONDS: Final = 300
PREFERENCES: Final = """
user_pref("marionette.port", {port});
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("network.proxy.socks", "127.0.0.1");
user_pref("network.proxy.socks_port", 9);
user_pref("app.update.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("mail.provider.enabled", false);
user_pref("mail.spotlight.firstRunDone", true);
"""
READS: Final = """
const [text] = arguments;
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
const parser = Cc["@mozilla.org/calendar/ics-parser;1"].createInstance(Ci.calIIcsParser);
parser.parseString(text);
const inUtc = (moment) => moment.getInTimezone(cal.dtz.UTC).icalString;
return parser.getItems().map((item) => ({
  uid: item.id,
  start: inUtc(item.startDate),
  end: inUtc(item.endDate),
  summary: item.title ?? "",
  description: item.getProperty("DESCRIPTION") ?? "",
  location: item.getProperty("LOCATION") ?? "",
  guests: item.getAttendees().length,
  sequence: Number(item.getProperty("SEQUENCE") ?? 0),
  status: item.getProperty("STATUS") ?? "",
}));
"""
METHOD: Final = """
const [text] = arguments;
const item = Cc["@mozilla.org/calendar/itip-item;1"].createInstance(Ci.calIItipItem);
item.init(text);
return item.receivedMethod;
"""
ANSWERS: Final = """
const [text, says] = arguments;
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
const received = Cc["@mozilla.org/calendar/itip-item;1"].createInstance(Ci.calIItipItem);
received.init(text);
const item = received.getItemList()[0].clone();
const guest = item.getAttendees()[0].clone();
item.removeAllAttendees();
guest.participationStatus = says;
item.addAttendee(guest);
const written = Cc["@mozilla.org/calendar/ics-serializer;1"].createInstance(Ci.calIIcsSerializer);
written.addItems([item]);
const method = cal.icsService.createIcalProperty("METHOD");
method.value = "REPLY";
written.addProperty(method);
return written.serializeToString();
"""
"""As its own sending of answers writes them, but for the windows that ask first."""


@dataclass
class Thunderbird:
    """A Thunderbird that runs, and the line to it."""

    line: socket.socket
    asked: int = 0

    def reads(self, content: bytes) -> list[Read]:
        """Return what its calendar reads in a file."""
        return as_read(self._run(READS, content))

    def method(self, content: bytes) -> str:
        """Return what it takes a message for: REQUEST, CANCEL and so on."""
        return str(self._run(METHOD, content))

    def answer(self, content: bytes, says: str) -> bytes:
        """Return its answer to an invitation: ACCEPTED, TENTATIVE or DECLINED."""
        return str(self._run(ANSWERS, content, says)).encode()

    def begin(self) -> None:
        """Begin to ask it, inside the program itself."""
        self._hear()  # it introduces itself first
        self._ask("WebDriver:NewSession", {})
        self._ask("Marionette:SetContext", {"value": "chrome"})

    def _run(self, script: str, content: bytes, *more: str) -> Any:  # noqa: ANN401 - what JSON may hold
        told = {"script": script, "args": [content.decode(), *more], "newSandbox": True}
        return self._ask("WebDriver:ExecuteScript", told)["value"]

    def _ask(self, command: str, told: dict[str, Any]) -> Any:  # noqa: ANN401
        self.asked += 1
        message = json.dumps([0, self.asked, command, told]).encode()
        self.line.sendall(f"{len(message)}:".encode() + message)
        _, _, wrong, answer = self._hear()
        if wrong:
            msg = f"Thunderbird: {command}: {wrong['message']}"
            raise RuntimeError(msg)
        return answer

    def _hear(self) -> Any:  # noqa: ANN401
        length = b""
        while not length.endswith(b":"):
            length += self._bytes(1)
        return json.loads(self._bytes(int(length[:-1])))

    def _bytes(self, wanted: int) -> bytes:
        heard = b""
        while len(heard) < wanted:
            part = self.line.recv(wanted - len(heard))
            if not part:
                msg = "Thunderbird hung up"
                raise ConnectionError(msg)
            heard += part
        return heard


@contextmanager
def thunderbird() -> Iterator[Thunderbird]:
    """Run Thunderbird for a while, as if in New York: no right hour comes from local time."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        port = _a_free_port()
        (Path(profile) / "user.js").write_text(PREFERENCES.format(port=port), "utf-8")
        words = [str(PROGRAM), "--headless", "--marionette", "--remote-allow-system-access"]
        abroad = {**os.environ, "TZ": "America/New_York", "HOME": profile, "MOZ_HEADLESS": "1"}
        program = subprocess.Popen(
            [*words, "--no-remote", "--profile", profile],
            env=abroad,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            with _line_to(port) as line:
                asked = Thunderbird(line)
                asked.begin()
                yield asked
        finally:
            program.terminate()
            program.wait(PATIENCE_SECONDS)


def _a_free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _line_to(port: int) -> socket.socket:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS)
        except OSError:
            time.sleep(0.2)
    msg = f"Thunderbird did not answer within {PATIENCE_SECONDS} seconds"
    raise TimeoutError(msg)
