"""Leases: lock files that say which folder somebody still uses; the system drops them with their process."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

TRIES = 10
# O_CLOEXEC is Python's own default; a link in a private folder is never one of ours
FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


class Lease:
    """A shared hold on a lock file; lasts until `release` or until the process ends, however it ends.

    Parameters
    ----------
    handle : int
        An open file descriptor of the lock file, locked.
    """

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    @classmethod
    def take(cls, path: Path) -> Lease | None:
        """Hold the lock file at `path`, made where it is not there; None where it is just being removed.

        Raises
        ------
        OSError
            The folder refuses the file.
        """
        for _ in range(TRIES):
            handle = os.open(path, FLAGS, 0o600)
            if not _lock(handle, shared=True):
                os.close(handle)
                return None
            if _is_at(handle, path):
                return cls(handle)
            os.close(handle)  # somebody removed it between our open and our lock
        return None

    def release(self) -> None:
        """Let go; more than once does no harm."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def remove_unless_held(path: Path, remove: Callable[[], None]) -> bool:
    """Call `remove` and remove the lock file at `path` unless somebody holds it; return whether it was so."""
    if sys.platform == "win32":
        return _remove_unless_open(path, remove)
    try:
        handle = os.open(path, FLAGS, 0o600)
    except OSError:
        return False
    try:
        if not _lock(handle, shared=False) or not _is_at(handle, path):
            return False
        remove()
        path.unlink(missing_ok=True)
        return True
    finally:
        os.close(handle)


def _remove_unless_open(path: Path, remove: Callable[[], None]) -> bool:
    """Do it where an open file cannot be removed, which then is the lock."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    remove()
    return True


def _lock(handle: int, *, shared: bool) -> bool:
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks: a hold holds nothing, so nobody may remove anything
        return shared
    return True


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat(follow_symlinks=False))
    except OSError:
        return False
