"""Libraries that only some formats need: imported when such a file is opened, or named with their extra."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from padviewer.core.errors import ContentError, MissingExtraError, PadViewerError, unreadable
from padviewer.core.readers.base import KindChanged
from padviewer.core.sentence import Sentence, say

EXTRA = 'python -m pip install "padviewer[tables]"'


@contextmanager
def engine(module: str, where: str) -> Iterator[None]:
    """Turn the error that a library is not there into a sentence that says what installs it.

    Raises
    ------
    MissingExtraError
        It is not there.
    """
    try:
        yield
    except ImportError as error:
        raise MissingExtraError(
            "no-engine",
            say("Files of this kind need {module}, which is not there.", module=module),
            where=where,
            remedy=_remedy(),
        ) from error


def _remedy() -> Sentence:
    """Return how the library comes to this program: a bundle cannot have it installed into it."""
    if getattr(sys, "frozen", False):
        return say("This program comes without it. Save the table as CSV or Parquet.")
    return say("Install it: {command}.", command=EXTRA)


@contextmanager
def faults_said(where: str, what: str) -> Iterator[None]:
    """Turn every error of a format's library into a sentence; those of Rust are no `Exception`.

    Raises
    ------
    ContentError
        Damage, as the library says it.
    PathError
        The disk.
    """
    try:
        yield
    except (PadViewerError, GeneratorExit, KeyboardInterrupt, SystemExit):
        raise
    except OSError as error:
        if error.errno is None:
            raise damage_of(where, what, error) from error
        raise unreadable(error, where) from error
    except BaseException as error:  # a panic of Rust is no Exception
        if isinstance(error, KindChanged):
            raise
        raise damage_of(where, what, error) from error


def damage_of(where: str, what: str, error: BaseException) -> ContentError:
    """Return the error of content that a format's library cannot take, with its first words."""
    reason = str(error).strip().partition("\n")[0][:200].rstrip(".") or type(error).__name__
    return ContentError(
        "damaged",
        say(
            "The {what} content is damaged or of a kind that is not supported: {reason}.",
            what=what,
            reason=reason,
        ),
        where=where,
        remedy=say("Get the file again, or write it anew."),
    )
