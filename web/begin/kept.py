"""Where drafts of programmes are kept: beside the programmes, each in a folder of its own."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_urlsafe
from shutil import rmtree
from typing import Final

from pydantic import ValidationError

from scheduler.files.saving import save
from web.begin.draft import Draft
from web.outbox import moment
from web.store import CODE, NotKeptError
from web.wording import say

DRAFT: Final = "draft.json"


@dataclass(frozen=True)
class KeptDraft:
    """A programme that is being begun."""

    folder: Path

    @property
    def code(self) -> str:
        """Its code in addresses."""
        return self.folder.name

    @property
    def changed(self) -> datetime:
        """When something was last said of it, on this machine's clock."""
        return moment(self.folder / DRAFT)

    @property
    def called(self) -> str:
        """What the programme is called, or that it can no longer be read."""
        try:
            return self.read().name
        except NotKeptError:
            return say("start.unreadable")

    def read(self) -> Draft:
        """Return what was said so far.

        Raises
        ------
        NotKeptError
            If it can no longer be read.
        """
        try:
            return Draft.model_validate_json((self.folder / DRAFT).read_bytes())
        except (OSError, ValidationError) as wrong:
            raise NotKeptError(self.code) from wrong

    def keep(self, draft: Draft) -> None:
        """Keep what was said, whole or not at all."""
        tree = draft.model_dump(mode="json", exclude_defaults=True)
        save({self.folder / DRAFT: json.dumps(tree, indent=1, ensure_ascii=False) + "\n"})

    def remove(self) -> None:
        """Forget what was said."""
        rmtree(self.folder)


@dataclass(frozen=True)
class Drafts:
    """The drafts of a machine; nobody but its owner may look into them."""

    home: Path

    def every(self) -> tuple[KeptDraft, ...]:
        """Return the drafts kept here, the last changed first."""
        found = (KeptDraft(file.parent) for file in (self.home / "drafts").glob(f"*/{DRAFT}"))
        return tuple(sorted(found, key=lambda each: each.changed, reverse=True))

    def one(self, code: str) -> KeptDraft:
        """Return a draft by its code.

        Raises
        ------
        NotKeptError
            If there is none.
        """
        folder = self.home / "drafts" / code
        if not CODE.fullmatch(code) or not (folder / DRAFT).is_file():
            raise NotKeptError(code)
        return KeptDraft(folder)

    def begin(self, draft: Draft) -> KeptDraft:
        """Keep a new draft."""
        folder = self.home / "drafts" / token_urlsafe(16)
        folder.mkdir(parents=True, mode=0o700)
        kept = KeptDraft(folder)
        kept.keep(draft)
        return kept
