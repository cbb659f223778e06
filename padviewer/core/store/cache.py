"""The cache of rows that were read: where it is, how large, and emptying it of what nobody uses."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from padviewer.core.store.room import Room, size_of, stores_folder

STORE = re.compile(r"[0-9a-f]{32}-[0-9a-f]{8}")


@dataclass(frozen=True)
class CacheFacts:
    """What the cache holds.

    Parameters
    ----------
    place : str
    nbytes : int
    freed : int
        Bytes that were just removed.
    kept : int
        How many stores are left: of open files, or that could not be removed.
    """

    place: str
    nbytes: int
    freed: int = 0
    kept: int = 0


def cache_facts(folder: Path | None = None) -> CacheFacts:
    """Return the size of the cache; reads the sizes of all its files, so call it in a job.

    Parameters
    ----------
    folder : Path or None
        None: the user's own.
    """
    folder = folder or stores_folder()
    return CacheFacts(str(folder), size_of(folder), kept=len(_stores(folder)))


def empty_cache(should_stop: Callable[[], bool], folder: Path | None = None) -> CacheFacts:
    """Remove every store that no window and no export uses, in any process; call it in a job.

    Parameters
    ----------
    should_stop : callable -> bool
        Asked before each store.
    folder : Path or None
        None: the user's own.

    Raises
    ------
    PathError
        The folder cannot be written.
    """
    folder = folder or stores_folder()
    before = size_of(folder)
    if folder.is_dir():
        room = Room(folder)
        for store in _stores(folder):
            if should_stop():
                break
            room.remove(store)
    after = size_of(folder)
    return CacheFacts(str(folder), after, max(before - after, 0), len(_stores(folder)))


def _stores(folder: Path) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if STORE.fullmatch(one.name) and one.is_dir())
    except OSError:
        return []
