"""The file of a rendered picture: it replaces only what a picture of PadViewer left there."""

from __future__ import annotations

from pathlib import Path

from padviewer.core.errors import PathError
from padviewer.core.sentence import say

PROGRAM = "PadViewer"
HEAD_BYTES = 4096
_PNG = b"\x89PNG\r\n\x1a\n"
_MARKS = (b"tEXtSoftware\0" + PROGRAM.encode(), b"<title>" + PROGRAM.encode() + b"</title>")


def check_picture(path: Path, *, force: bool = False) -> None:
    """Raise what would stop a picture at `path`, before anything is drawn.

    Raises
    ------
    PathError
        A folder; without `force`, a file that is no picture of PadViewer.
    """
    if path.is_dir():
        raise PathError(
            "is-a-folder", say("This is a folder."), where=str(path), remedy=say("Name a file in it.")
        )
    if force or not (path.exists() or path.is_symlink()) or _is_ours(path):
        return
    raise PathError(
        "already-there", say("This is there already, and it is no picture of PadViewer."),
        where=str(path), remedy=say("Give another name, or --force to replace it."),
    )  # fmt: skip


def _is_ours(path: Path) -> bool:
    """Tell by its first bytes whether PadViewer drew what is there."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return False
    is_svg = head.lstrip().startswith(b"<?xml")
    return (head.startswith(_PNG) and _MARKS[0] in head) or (is_svg and _MARKS[1] in head)
