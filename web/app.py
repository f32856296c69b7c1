"""The pages: `create_app()` puts them together; nothing here plans, a child process does."""

import json
import os
from pathlib import Path
from typing import Final

from flask import Flask, g, url_for
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader

from web.feed_memory import FeedMemory
from web.home import default_home
from web.pages import (
    alternatives,
    begin,
    begin_lists,
    busy,
    calendars,
    checklist,
    coming_anyway,
    costs,
    equity,
    feeds,
    group,
    health,
    journeys,
    mailing,
    papers,
    plans,
    problems,
    programmes,
    replanning,
    replies,
    robustness,
    rules,
    start,
    why_not,
    year,
)
from web.protection import protect
from web.store import Store
from web.wording import say

SUBJECTS: Final = (
    *(start, begin, begin_lists, programmes, busy, year, plans, costs, why_not, equity, robustness),
    *(alternatives, replanning, journeys, checklist, coming_anyway),
    *(group, calendars, feeds, papers, mailing, replies, rules, health),
)
BUILT: Final = Path(__file__).with_name("static") / "build"


def create_app(data_folder: Path | None = None) -> Flask:
    """Return the pages, keeping what people open in a folder of this machine."""
    home = data_folder or default_home()
    app = Flask(__name__)
    protect(app, home)
    app.extensions["store"] = Store(home)
    app.extensions[feeds.MEMORY] = FeedMemory()
    # Off unless whoever runs the pages says so: they go out to addresses that others type.
    app.config[busy.FETCH] = os.environ.get("COMMONGROUND_FETCH_CALENDARS") == "yes"
    _set_up_templates(app)
    for subject in SUBJECTS:
        app.register_blueprint(subject.pages)
    problems.register(app)
    return app


def _set_up_templates(app: Flask) -> None:
    ours, theirs = PackageLoader("web"), PackageLoader("govuk_frontend_jinja")
    app.jinja_loader = ChoiceLoader([ours, PrefixLoader({"govuk_frontend_jinja": theirs})])
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals |= {"say": say, "styles": styles}
    app.context_processor(lambda: {"cspNonce": g.get("nonce", "")})


def styles() -> str:
    """Return where the built styles are; their name changes when they do."""
    manifest = json.loads((BUILT / "manifest.json").read_text("utf-8"))
    return url_for("static", filename=f"build/{manifest['main.css']}")
