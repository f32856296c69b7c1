"""What keeps the pages safe: a key of this machine's own, and what browsers are told to refuse."""

import os
from pathlib import Path
from secrets import token_urlsafe
from typing import Final

from flask import Flask, Response, g, request
from flask_wtf import CSRFProtect

MOST_BYTES: Final = 20 * 1024 * 1024
"""Most that may be sent to us at once."""
OWN_NAMES: Final = ("127.0.0.1", "localhost", "[::1]")
"""Names this machine calls itself by; under another name, a page from elsewhere may be asking."""
A_YEAR: Final = 365 * 24 * 60 * 60
KEY: Final = "key"


def protect(app: Flask, home: Path) -> None:
    """Set up an app so that other pages can neither write here nor read what stands here."""
    named = os.environ.get("COMMONGROUND_HOSTS", "").split()
    app.config.update(
        SECRET_KEY=secret_key(home),
        MAX_CONTENT_LENGTH=MOST_BYTES,
        SESSION_COOKIE_SAMESITE="Strict",
        TRUSTED_HOSTS=[*OWN_NAMES, *named],
        WTF_CSRF_TIME_LIMIT=None,  # a page may stay open over lunch
    )
    CSRFProtect(app)
    app.before_request(_make_nonce)
    app.after_request(_tell_browser)


def secret_key(home: Path) -> str:
    """Return this machine's own key, made on the first day and readable to its owner alone."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = home / KEY
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text("utf-8")
    with os.fdopen(descriptor, "w", encoding="utf-8") as written:
        written.write(token_urlsafe(32))
    return file.read_text("utf-8")


def policy(nonce: str) -> str:
    """Return what a page of ours may load and do."""
    return (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def _make_nonce() -> None:
    g.nonce = token_urlsafe(16)


def _tell_browser(response: Response) -> Response:
    # A request refused before it was looked at has no nonce; nor has its page a script.
    response.headers["Content-Security-Policy"] = policy(g.get("nonce") or token_urlsafe(16))
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = _keeping(response)
    return response


def _keeping(response: Response) -> str:
    """Say how long a browser may keep something: a page never, a style for as long as it likes."""
    if request.blueprint == "feeds" and request.path.endswith(".ics"):
        # A calendar may keep what it read, and has to ask each time if it still holds.
        return "private, no-cache"
    is_built = (request.path.startswith("/static/build/")) and response.status_code < 400  # noqa: PLR2004
    return f"public, max-age={A_YEAR}, immutable" if is_built else "private, no-store"
