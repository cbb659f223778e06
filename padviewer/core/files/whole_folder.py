"""Folders that are written whole or not at all: under a temporary name beside the target, then exchanged."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from padviewer.core.errors import PathError
from padviewer.core.files.leftovers import aside_name, put_back, restore, temporary_name
from padviewer.core.files.whole_file import check_space, look, refusal, sync_folder
from padviewer.core.sentence import say


@contextmanager
def whole_folder(
    path: str | os.PathLike[str], nbytes: int = 0, ours: Callable[[Path], Iterable[str]] | None = None
) -> Iterator[Path]:
    """Write a folder whole or not at all.

    Parameters
    ----------
    path : str or path
        The place.
    nbytes : int
        How many bytes are coming.
    ours : callable (folder) -> names, or None
        Which files of an existing folder were written by us: a folder that holds no other is replaced.

    Yields
    ------
    Path
        A temporary folder to fill; it takes its place at the end of the block.

    Raises
    ------
    PathError
        As `whole_file`; or a folder in the place that holds anything that is not ours.
    """
    target = check_folder_target(path, ours)
    if put_back(target):
        check_folder_target(target, ours)
    check_space(target.parent, nbytes)
    temporary = temporary_name(target)
    try:
        temporary.mkdir()
    except OSError as error:
        raise refusal(error, target) from error
    try:
        yield temporary
        sync_folder(temporary)
        _exchange(temporary, target)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    sync_folder(target.parent)


def check_folder_target(
    path: str | os.PathLike[str], ours: Callable[[Path], Iterable[str]] | None = None
) -> Path:
    """Return the place that a folder would take; raises PathError where it cannot. See `whole_folder`."""
    target, found = look(path)
    if found is None:
        return target
    if not stat.S_ISDIR(found.st_mode):
        raise PathError(
            "is-a-file", say("This is a file."), where=str(path), remedy=say("Give another name.")
        )
    try:
        there = {entry.name for entry in target.iterdir()}
    except OSError as error:
        raise refusal(error, target) from error
    strange = sorted(there - set(ours(target) if ours else ()))
    if strange:
        raise PathError(
            "folder-not-ours",
            say(
                "The folder holds what no export wrote, such as {strange}, and is left as it is.",
                strange=strange[0],
            ),
            where=str(path),
            remedy=say("Give another name."),
        )
    return target


def _exchange(temporary: Path, target: Path) -> None:
    """Put a folder in its place; what stood there is moved aside first, and is removed or comes back."""
    aside = aside_name(target)
    try:
        if target.exists():
            aside.mkdir()
            target.rename(aside / target.name)
        temporary.rename(target)
    except OSError as error:
        raise refusal(error, target) from error
    finally:
        if aside.is_dir():
            with suppress(OSError):
                restore(aside)
