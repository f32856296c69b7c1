"""What is known about a place or a person, who said so and when.

Unknown is never read as yes or no.
"""

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import SerializerFunctionWrapHandler, model_serializer, model_validator

from scheduler.words import Label, Word


class Answer(StrEnum):
    """The five answers a question can have."""

    YES = "yes"
    NO = "no"
    LIMITED = "limited"
    UNKNOWN = "unknown"
    PREFERS_NOT_TO_SAY = "prefers not to say"


class Fact(Word):
    """An answer, who gave it and when.

    A bare word such as "yes" is read as an answer nobody signed.
    """

    answer: Answer = Answer.UNKNOWN
    """yes, no, limited, unknown, or prefers not to say."""
    said_by: Label = ""
    """Who said so."""
    on: date | None = None
    """When they said so."""
    note: Label = ""
    """What they added, such as a width or a name to ask for."""

    @model_validator(mode="before")
    @classmethod
    def _bare_answer(cls, given: Any) -> Any:  # noqa: ANN401 - pydantic hands over whatever was typed
        return {"answer": given} if isinstance(given, str) else given

    @model_serializer(mode="wrap")
    def _briefly(self, write: SerializerFunctionWrapHandler) -> Any:  # noqa: ANN401 - a word or a mapping
        return write(self) if self.said_by or self.on or self.note else self.answer.value

    @property
    def is_yes(self) -> bool:
        """Say whether the answer is a plain yes."""
        return self.answer is Answer.YES

    @property
    def is_no(self) -> bool:
        """Say whether the answer is a plain no."""
        return self.answer is Answer.NO

    @property
    def is_unknown(self) -> bool:
        """Say whether somebody still has to ask."""
        return self.answer is Answer.UNKNOWN


UNKNOWN = Fact()
YES = Fact(answer=Answer.YES)
NO = Fact(answer=Answer.NO)
