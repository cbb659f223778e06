"""The files of a store: how they are opened and replaced, and the disk's errors in one sentence."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from padviewer.core.errors import PathError
from padviewer.core.sentence import say

OURS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
Spend = Callable[[int], None]


def write_json(path: Path, content: Mapping[str, Any]) -> None:
    """Replace a small file whole; raises PathError where the disk refuses."""
    part = path.with_name(f"{path.name}.part")
    with disk_errors(path):
        part.write_text(json.dumps(content, separators=(",", ":")), "utf-8")
        part.replace(path)


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn the disk's errors while `path` is written into one sentence.

    Raises
    ------
    PathError
        The disk refuses.
    """
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).rstrip(".")
        raise PathError(
            "store-disk",
            say("PadViewer cannot keep the rows on the disk: {reason}.", reason=reason),
            where=str(path),
            remedy=say("Make room on this disk, or set XDG_CACHE_HOME to a folder on another one."),
        ) from error
