"""The sidecar of an export as a file: where it stands, what it says, and whether it speaks of these bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

SUFFIX = ".padviewer.json"
MARK = "padviewer-export"
LARGEST = 1 << 30
PIECE = 1 << 20


def sidecar_path(output: Path) -> Path:
    """Return where the sidecar of `output` stands: ``<out>.padviewer.json``."""
    return output.with_name(output.name + SUFFIX)


def read(output: Path) -> dict[str, Any] | None:
    """Return the sidecar of `output`, or None where none of ours stands beside it."""
    try:
        path = sidecar_path(output)
        if path.stat().st_size > LARGEST:
            return None
        document = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(document, dict) or document.get("format") != MARK:
        return None
    return document


def listed(document: dict[str, Any]) -> dict[str, tuple[object, object]]:
    """Return size and sha256 of every file that a sidecar names."""
    files = document.get("files")
    found = files if isinstance(files, list) else []
    return {
        str(one.get("name")): (one.get("bytes"), one.get("sha256")) for one in found if isinstance(one, dict)
    }


def is_as_listed(document: dict[str, Any], file: Path) -> bool:
    """Tell whether a file has the size and sha256 that the sidecar gives; only one of the right size is read.

    Raises
    ------
    OSError
        It cannot be read.
    """
    size, digest = listed(document).get(file.name, (None, None))
    if not file.is_file() or file.stat().st_size != size:
        return False
    found = hashlib.sha256()
    with file.open("rb") as opened:
        while piece := opened.read(PIECE):
            found.update(piece)
    return found.hexdigest() == digest


def files_of(output: Path) -> tuple[str, ...]:
    """Return the names of the files that the sidecar of a folder says were written into it."""
    return tuple(listed(read(output) or {}))
