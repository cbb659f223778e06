"""The errors of PadViewer: sentences for the person at the screen, with a code for programs."""

from __future__ import annotations

from typing import Any, ClassVar

from padviewer.core.sentence import say


class PadViewerError(Exception):
    """An error that says what happened, where, and what to do.

    Parameters
    ----------
    code : str
        A short stable name in kebab case, such as ``"no-such-column"``.
    what : str
        What happened, as one sentence with numbers and names.
    where : str
        The file, column, row or field it happened at; may be empty.
    remedy : str
        What to do, verb first; may be empty.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(code, what, where, remedy)
        self.code = code
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        """One line: where, what, what to do."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        line = f"{head} {self.remedy}" if self.remedy else head
        return " ".join(line.split())

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).__new__, (type(self), *self.args), self.__dict__


class ContentError(PadViewerError):
    """The content of a file, or an option that does not fit this data (exit code 1)."""


class LossError(ContentError):
    """A cast would lose values and the recipe says ``lossy="refuse"`` (exit code 1)."""


class MissingExtraError(PadViewerError):
    """An optional package, or a display, is not there (exit code 1)."""


class ChoiceError(PadViewerError):
    """A value that can never be valid; names its field (exit code 2).

    Parameters
    ----------
    field : str
        The name of the parameter or flag that is wrong, such as ``"maxlen"``.
    what, remedy : str
        As in `PadViewerError`.
    """

    exit_code = 2

    def __init__(self, field: str, what: str, *, remedy: str = "") -> None:
        super().__init__("bad-choice", what, where=field, remedy=remedy)
        self.field = field


class UnsafeError(PadViewerError):
    """Refused as unsafe: pickle, code, links out of the file, over a limit (exit code 3)."""

    exit_code = 3


class PathError(PadViewerError):
    """The path or the disk (exit code 4)."""

    exit_code = 4


class Stopped(PadViewerError):  # noqa: N818 - it is an answer to a request, not a fault
    """The work was stopped on request (exit code 130)."""

    exit_code = 130

    def __init__(self, what: str = "") -> None:
        super().__init__("stopped", what or say("Stopped on request."))


def unreadable(error: OSError, where: object, code: str = "unreadable") -> PathError:
    """Return the error of a file that the system does not let be read."""
    what = say("The file cannot be read: {strerror}.", strerror=str(error.strerror))
    return PathError(code, what, where=str(where))
