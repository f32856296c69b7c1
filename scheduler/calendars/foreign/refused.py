"""What stands in the way of reading a calendar file: the whole of it, or one entry."""


class UnreadableError(Exception):
    """The file as a whole cannot be used; says why and what to do, and quotes nothing of it."""

    def __init__(self, why: str, line: int | None = None) -> None:
        """Say what is wrong, and on which line if one can be named."""
        super().__init__(why)
        self.why = why
        self.line = line


class NotUnderstoodError(Exception):
    """One entry cannot be followed; says which line and why, and quotes nothing of it."""

    def __init__(self, line: int, why: str) -> None:
        """Say on which line, and what is wrong with it."""
        super().__init__(f"line {line} {why}")
        self.line = line
        self.why = why
