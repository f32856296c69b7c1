"""What mail servers write into the head of a message about whom it is from, read by its grammar.

RFC 8601 (2.2) allows remarks in brackets, which may lie in each other, and quoted words between
any two parts. What stands in quotes is a word, whatever it looks like.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

_LONGEST: Final = 10_000
_ESCAPE: Final = "\\"
_METHOD: Final = re.compile(r"([a-z0-9-]+)(?:/[0-9]+)?")
_PIECE: Final = re.compile(r"\\.|\s+|[^\s;=\"()\\]+|.", re.DOTALL)
_ENDS: Final = re.compile(r"\s+|[;=()]")
_OPENS: Final = re.compile(r"[()\"]")


class Found(NamedTuple):
    """What a mail server found in one way."""

    method: str
    result: str
    told: tuple[tuple[str, str], ...]
    """What is told beside it, such as ("header.d", "example.org"), in small letters."""

    def domains(self, *names: str) -> tuple[str, ...]:
        """Return the domains that are told under some names."""
        return tuple(value.rpartition("@")[2] for name, value in self.told if name in names)


class _Word(NamedTuple):
    text: str
    is_mark: bool = False
    """Whether it parts others: a semicolon or an equals sign outside quotes and remarks."""


_NEXT: Final = _Word(";", is_mark=True)
_IS: Final = _Word("=", is_mark=True)


def results_in(head: str) -> Iterator[Found]:
    """Give every result in one Authentication-Results field."""
    part: list[_Word] = []
    for word in (*_words(head[:_LONGEST]), _NEXT):
        if word != _NEXT:
            part.append(word)
            continue
        (method, result), *told = tuple(_pairs(part)) or (("", ""),)
        if named := _METHOD.fullmatch(method):
            yield Found(named[1], result, tuple(told))
        part = []


def _pairs(part: Sequence[_Word]) -> Iterator[tuple[str, str]]:
    """Give each name with its value; a name may be written in several words."""
    name, is_next = "", False
    for word in part:
        if word == _IS:
            is_next = True
        elif is_next:
            yield name, word.text.casefold()
            name, is_next = "", False
        else:
            name += word.text.casefold()


def _words(head: str) -> tuple[_Word, ...]:
    words, is_whole = _read(head)
    # What is opened and never closed would hide all that follows, so then nothing is opened.
    return words if is_whole else _read(_OPENS.sub(" ", head))[0]


def _read(head: str) -> tuple[tuple[_Word, ...], bool]:
    """Return words and the marks between them, and whether all that is opened is closed."""
    words: list[_Word] = []
    word: str | None = None
    depth, is_quoted = 0, False
    for piece in _PIECE.findall(head):
        if depth:
            depth += (piece == "(") - (piece == ")")
        elif piece == '"':
            word, is_quoted = word or "", not is_quoted
        elif is_quoted or not _ENDS.fullmatch(piece):
            word = (word or "") + piece.removeprefix(_ESCAPE)
        else:
            words += [] if word is None else [_Word(word)]
            words += [_Word(piece, is_mark=True)] if piece in ";=" else []
            word, depth = None, int(piece == "(")
    words += [] if word is None else [_Word(word)]
    return tuple(words), not (depth or is_quoted)
