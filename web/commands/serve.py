"""`commonground serve`: the pages, on this machine unless told otherwise."""

import os
import sys
from argparse import ArgumentParser, Namespace
from importlib.util import find_spec

from web.terminal import Ending, tell

THREADS = 8
"""Requests answered at once; each waits mostly for the disc."""


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at")
    parser.add_argument("--port", type=int, default=8000, help="the port to listen at")


def run(given: Namespace) -> int:
    """Serve until stopped."""
    return serve(given.host, given.port)


def serve(host: str, port: int) -> int:
    """Serve the pages at an address until stopped; this process becomes the server."""
    tell(f"Common Ground is at http://{host}:{port}/ (Ctrl+C stops it)")
    if find_spec("gunicorn") is not None:
        where = ["--bind", f"{host}:{port}", "--worker-class", "gthread"]
        how = ["--threads", str(THREADS), "--log-level", "warning"]
        words = [sys.executable, "-m", "gunicorn", *where, *how, "web.app:create_app()"]
        os.execv(sys.executable, words)  # noqa: S606 - our own words, and no shell
    return _serve_simply(host, port)


def _serve_simply(host: str, port: int) -> int:
    # Imported here: commands other than this one need neither pages nor a server.
    from werkzeug.serving import run_simple  # noqa: PLC0415

    from web.app import create_app  # noqa: PLC0415

    run_simple(host, port, create_app(), threaded=True)
    return Ending.DONE
