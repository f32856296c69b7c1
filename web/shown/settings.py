"""The settings of rules as people read them: what each means, and what it holds."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from constraints import registry
from scheduler.files import schema
from scheduler.sentences import pounds
from web.wording import say

PENCE = "_pence"
"""How the name of a setting ends that holds money; below nothing means that no limit is set."""


@lru_cache(maxsize=1)
def setting_fields() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """Return the settings of every rule as the schema tells of them, by file name and setting."""
    told = schema(registry())["$defs"]["Constraints"]["properties"]
    return {name: rule["anyOf"][0]["properties"] for name, rule in told.items()}


def meaning(field: Mapping[str, Any]) -> str:
    """Return what a setting is, without a full stop."""
    return first_paragraph(str(field.get("description", ""))).rstrip(".")


def first_paragraph(text: str) -> str:
    """Return the first paragraph of a text on one line."""
    return " ".join(text.partition("\n\n")[0].split())


def shown(setting: str, value: Any) -> str:  # noqa: ANN401 - whatever a setting holds
    """Return what a setting holds, in words."""
    if isinstance(value, bool):
        return say("rules.yes" if value else "rules.no")
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(shown(setting, each) for each in value) or say("rules.none")
    if isinstance(value, int) and setting.endswith(PENCE):
        return say("rules.no_limit") if value < 0 else pounds(value)
    return say("rules.none") if value in {None, ""} else str(value)
