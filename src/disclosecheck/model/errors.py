"""What can go wrong before a rule is asked; each ends as one line that names the file and the remedy."""

from disclosecheck.model.verdict import Message


class DisclosecheckError(Exception):
    """Base of the program's own errors. `message` names a text in the catalogue (`error.<code>`)."""

    lines: tuple[Message, ...] = ()  # the same where there is room for several

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code, params)
        self.code = code
        self.message = Message(f"error.{code}", dict(params))


class UnreadableError(DisclosecheckError):
    """A submission that cannot be read or is no annual report: a result beside the others (exit 3)."""


class UsageError(DisclosecheckError):
    """Options, configuration, a pack, or a file given by option is invalid: the command cannot run (exit 2)."""


class PackError(UsageError):
    """A rule pack with mistakes; `problems` lists all of them as (line, Message)."""

    def __init__(self, path: str, problems: tuple[tuple[int | None, Message], ...]) -> None:
        super().__init__("pack_invalid", path=path, count=str(len(problems)))
        self.path = path
        self.problems = problems


class MetricsError(PackError):
    """A metrics file with mistakes, listed like those of a pack."""
