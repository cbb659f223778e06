"""The names that a killed process leaves beside its target, and taking them away.

``.padviewer-PID-XXXXXXXX.part`` (the writing process, eight hexadecimal digits) is a file or folder that is
not whole yet. ``.padviewer-PID-XXXXXXXX.aside`` is a folder that holds, under its own name, the folder that a
new one was just replacing. Both are gone after success and after every error.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from pathlib import Path

LEFTOVER = re.compile(r"\.padviewer-(\d+)-[0-9a-f]{8}\.(part|aside)")


def temporary_name(target: Path) -> Path:
    """Return a new name for what will take the place of `target`, in the same folder."""
    return target.with_name(f".padviewer-{os.getpid()}-{secrets.token_hex(4)}.part")


def aside_name(target: Path) -> Path:
    """Return a new name for the folder that keeps the old `target` while it is replaced."""
    return temporary_name(target).with_suffix(".aside")


def restore(aside: Path) -> None:
    """Remove `aside`; what it keeps goes back to its place first where nothing stands there.

    Raises
    ------
    OSError
        It cannot go back; nothing is removed then.
    """
    for old in sorted(aside.iterdir()):
        place = aside.parent / old.name
        if not place.exists():
            old.rename(place)
    shutil.rmtree(aside)


def put_back(target: Path) -> bool:
    """Put a folder back that a killed process had moved aside; return whether there was one.

    Parameters
    ----------
    target : Path
        The place; nothing happens where something stands there.
    """
    if target.exists():
        return False
    for entry in sorted(target.parent.iterdir()):
        if LEFTOVER.fullmatch(entry.name) and entry.suffix == ".aside" and (entry / target.name).is_dir():
            restore(entry)
            return True
    return False


def remove_leftovers(folder: Path, process: int) -> int:
    """Remove what a killed process left in `folder`, put back what it had moved aside, and return how many.

    Parameters
    ----------
    folder : Path
        The destination's folder.
    process : int
        The id of the process that wrote there, which has ended.
    """
    removed = 0
    for entry in sorted(folder.iterdir()):
        match = LEFTOVER.fullmatch(entry.name)
        if match and int(match[1]) == process:
            if entry.is_symlink() or not entry.is_dir():
                entry.unlink()
            elif match[2] == "aside":
                restore(entry)
            else:
                shutil.rmtree(entry)
            removed += 1
    return removed
