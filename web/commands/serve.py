"""`commonground serve`: the pages, on this machine unless told otherwise."""

import logging
import os
import socket
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from importlib.util import find_spec

from web.terminal import Ending, RefusedError, tell

THREADS = 8
"""Requests answered at once; each waits mostly for the disc."""
HIGHEST_PORT = 65_535


def arguments(parser: ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at")
    parser.add_argument("--port", type=port, default=8000, help="the port to listen at")


def run(given: Namespace) -> int:
    """Serve until stopped."""
    return serve(given.host, given.port)


def port(told: str) -> int:
    """Return the number of a port.

    Raises
    ------
    ArgumentTypeError
        If it is none.
    """
    if told.isdecimal() and 0 < int(told) <= HIGHEST_PORT:
        return int(told)
    msg = f'"{told}" is no port; give a number from 1 to {HIGHEST_PORT}'
    raise ArgumentTypeError(msg)


def serve(host: str, at: int) -> int:
    """Serve the pages at an address until stopped; this process becomes the server.

    Raises
    ------
    RefusedError
        If nothing can be served at that address.
    """
    _refuse_taken(host, at)
    tell(f"Common Ground is at http://{host}:{at}/ (Ctrl+C stops it)")
    if find_spec("gunicorn") is not None:
        where = ["--bind", f"{host}:{at}", "--worker-class", "gthread"]
        how = ["--threads", str(THREADS), "--log-level", "warning", "--no-control-socket"]
        words = [sys.executable, "-m", "gunicorn", *where, *how, "web.app:create_app()"]
        os.execv(sys.executable, words)  # noqa: S606 - our own words, and no shell
    return _serve_simply(host, at)


def _refuse_taken(host: str, at: int) -> None:
    try:
        socket.create_server((host, at)).close()
    except OSError as refused:
        why = str(refused.strerror).partition(" (")[0]
        msg = f"{host}:{at}: {why}; give another --port"
        raise RefusedError(msg) from refused


def _serve_simply(host: str, at: int) -> int:
    # Imported here: commands other than this one need neither pages nor a server.
    from werkzeug.serving import run_simple  # noqa: PLC0415

    from web.app import create_app  # noqa: PLC0415

    # The address of a calendar opens it: it may stand in no log.
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    run_simple(host, at, create_app(), threaded=True)
    return Ending.DONE
