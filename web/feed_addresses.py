"""The address of a feed in every form in which people take it up."""

from dataclasses import dataclass
from urllib.parse import quote

import segno

from web.protection import OWN_NAMES


@dataclass(frozen=True)
class FeedAddress:
    """An address that a calendar follows."""

    url: str

    @property
    def webcal(self) -> str:
        """The same as a link that opens the calendar program itself."""
        return f"webcal://{self._without_scheme}"

    @property
    def is_local(self) -> bool:
        """Say whether only this machine can reach it."""
        host = self._without_scheme.partition("/")[0]
        return host.rpartition(":")[0] in OWN_NAMES or host in OWN_NAMES

    @property
    def google(self) -> str:
        """The link by which Google Calendar follows it."""
        return f"https://calendar.google.com/calendar/r?cid={quote(self.webcal, safe='')}"

    @property
    def outlook(self) -> str:
        """The link by which Outlook.com follows it."""
        return f"https://outlook.live.com/calendar/0/addfromweb?url={quote(self.url, safe='')}"

    @property
    def qr_code(self) -> str:
        """The address as a picture for a phone's camera, in SVG."""
        made = segno.make(self.url, error="m", micro=False)
        return made.svg_inline(scale=4, border=4, light="#fff", svgclass="cg-qr", lineclass=None)

    @property
    def _without_scheme(self) -> str:
        return self.url.partition("://")[2]
