"""Files that are written whole or not at all: under a temporary name in the target's folder, then renamed."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from padviewer.core.errors import PathError
from padviewer.core.files.leftovers import temporary_name
from padviewer.core.sentence import say

NEW_MODE = 0o666
FULL = {errno.ENOSPC, errno.EDQUOT}
REASONS = {
    errno.EACCES: say("You may not write here"),
    errno.EPERM: say("You may not write here"),
    errno.EROFS: say("The disk is read-only"),
    errno.ENAMETOOLONG: say("The name is too long for this disk"),
    errno.EFBIG: say("The file grows beyond what this disk or system allows for one file"),
    errno.EIO: say("The disk reports an error"),
}


class Hasher(Protocol):
    """What counts a file's sha256 while it is written; `hashlib.sha256` is one.

    `update` may still read its buffer after it has returned, but only until the next call of either method.
    """

    def update(self, data: memoryview, /) -> None:
        """Take the next bytes."""
        ...

    def hexdigest(self) -> str:
        """Return the hash of all bytes so far, as hexadecimal digits."""
        ...


class WholeFile:
    """A file being written front to back; what `whole_file` gives.

    Parameters
    ----------
    target : Path
        The place it takes in the end.
    temporary : Path
        Where its bytes go until then.
    descriptor : int
        Open for writing.
    hasher : Hasher
        Sees every byte.
    """

    def __init__(self, target: Path, temporary: Path, descriptor: int, hasher: Hasher) -> None:
        self.target = target
        self.temporary = temporary
        self.closed = False
        self.size = 0
        self._descriptor = descriptor
        self._hasher = hasher

    def write(self, data: Any) -> int:
        """Append a contiguous buffer of bytes and return its size.

        Raises
        ------
        PathError
            The disk is full or refuses.
        """
        view = memoryview(data).cast("B")
        if not view.nbytes:
            return 0
        self._hasher.update(view)
        done = 0
        try:
            while done < view.nbytes:
                done += os.write(self._descriptor, view[done:])
        except OSError as error:
            raise refusal(error, self.target) from error
        self.size += view.nbytes
        return view.nbytes

    @property
    def sha256(self) -> str:
        """The sha256 of all bytes written so far, as hexadecimal digits."""
        return self._hasher.hexdigest()

    def tell(self) -> int:
        """Return how many bytes have been written; there is no way back (`seek`) on purpose."""
        return self.size

    def flush(self) -> None:
        """Do nothing: bytes are never held back. Writers of formats call it."""

    def close(self) -> None:
        """Do nothing: `whole_file` ends the file. Writers of formats call it."""

    def release(self) -> None:
        """Give the descriptor back."""
        if not self.closed:
            self.closed = True
            os.close(self._descriptor)

    def settle(self) -> None:
        """Bring the bytes to the disk and put the file in its place.

        Raises
        ------
        PathError
            The disk refuses.
        """
        try:
            os.fsync(self._descriptor)
            self.release()
            self.temporary.replace(self.target)
        except OSError as error:
            raise refusal(error, self.target) from error


@contextmanager
def whole_file(
    path: str | os.PathLike[str], nbytes: int = 0, hasher: Callable[[], Hasher] = hashlib.sha256
) -> Iterator[WholeFile]:
    """Write a file whole or not at all.

    Parameters
    ----------
    path : str or path
        The place; a link is followed. A file there is replaced at the end of the block, and
        keeps its permissions.
    nbytes : int
        How many bytes are coming: the free space is checked before any work.
    hasher : callable -> Hasher
        Makes what counts the sha256.

    Yields
    ------
    WholeFile
        Its `write` appends.

    Raises
    ------
    PathError
        No such folder, a read-only file or folder, a folder or device in the place, a full disk.
    """
    target = check_target(path)
    check_space(target.parent, nbytes)
    temporary, descriptor = _create(target)
    file = WholeFile(target, temporary, descriptor, hasher())
    try:
        yield file
        file.settle()
    except BaseException:
        with suppress(OSError):
            file.release()
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(target.parent)


def write_whole(path: str | os.PathLike[str], content: bytes) -> None:
    """Write `content` to `path` whole or not at all; raises PathError as `whole_file` does."""
    with whole_file(path, len(content)) as file:
        file.write(content)


def check_target(path: str | os.PathLike[str]) -> Path:
    """Return the place that a file would take, links followed; raises PathError where it cannot."""
    target, found = look(path)
    if found is None:
        return target
    if stat.S_ISDIR(found.st_mode):
        raise PathError(
            "is-a-folder", say("This is a folder."), where=str(path), remedy=say("Give a file's name.")
        )
    if not stat.S_ISREG(found.st_mode):
        raise PathError(
            "not-a-regular-file", say("This is a pipe, a device or a socket, not a regular file."),
            where=str(path), remedy=say("Give another name."),
        )  # fmt: skip
    # The mode says it to root as well, to whom access() allows everything.
    if not found.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise PathError(
            "read-only", say("The file is read-only and is left as it is."),
            where=str(path), remedy=say("Give another name, or make it writable."),
        )  # fmt: skip
    return target


def check_space(folder: Path, nbytes: int) -> None:
    """Raise PathError where the disk of `folder` has less than `nbytes` bytes free."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise refusal(error, folder) from error
    if free < nbytes:
        raise PathError(
            "disk-full", say("{nbytes} bytes are needed and {free} are free.", nbytes=nbytes, free=free),
            where=str(folder), remedy=say("Make room, or write to another disk."),
        )  # fmt: skip


def refusal(error: OSError, target: Path) -> PathError:
    """Return the sentence for what the system said about `target`."""
    if error.errno in FULL:
        return PathError(
            "disk-full", say("The disk is full; nothing was written."),
            where=str(target), remedy=say("Make room, or write to another disk."),
        )  # fmt: skip
    reason = REASONS.get(error.errno or 0, error.strerror or str(error))
    return PathError(
        "cannot-write",
        say("{reason}; nothing was written.", reason=reason),
        where=str(target),
        remedy=say("Give another place."),
    )


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk, where the system lets a folder be opened (Windows does not)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def look(path: str | os.PathLike[str]) -> tuple[Path, os.stat_result | None]:
    """Return the real place of `path` and what stands there.

    Raises
    ------
    PathError
        No folder to stand in, or no path at all.
    """
    try:
        target = Path(os.path.realpath(path))
        if not target.parent.is_dir():
            raise PathError(
                "no-such-folder",
                say("There is no folder {parent}.", parent=str(target.parent)),
                where=str(path),
                remedy=say("Make it first."),
            )
        return target, target.stat()
    except FileNotFoundError:
        return target, None
    except OSError as error:
        raise refusal(error, Path(path)) from error
    except ValueError as error:
        raise PathError(
            "bad-path", say("This cannot be a path: {error}.", error=str(error)), where=repr(os.fspath(path))
        ) from error


def _create(target: Path) -> tuple[Path, int]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    temporary = temporary_name(target)
    try:
        descriptor = os.open(temporary, flags, NEW_MODE)
    except OSError as error:
        raise refusal(error, target) from error
    with suppress(OSError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    return temporary, descriptor
