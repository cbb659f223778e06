"""What a view wishes for, and what the job that gathers it is told meanwhile."""

from __future__ import annotations

from typing import Any, Protocol


class Running(Protocol):
    """The job that gathers an answer."""

    def should_stop(self) -> bool:
        """Whether nobody wants the answer any more."""
        ...

    def progress(self, done: int, total: int) -> None:
        """Say how much of the work is done."""
        ...


class Wish(Protocol):
    """Everything that decides a picture: equal wishes have equal answers."""

    def gather(self, context: Running) -> Any:
        """Read what is drawn; runs outside the window's thread."""
        ...
