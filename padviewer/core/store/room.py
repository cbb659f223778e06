"""Where stores live: one private folder of the user, capped; what nobody uses goes first."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from padviewer.core.errors import PathError, UnsafeError
from padviewer.core.sentence import say
from padviewer.core.store.files import Spend, disk_errors, write_json
from padviewer.core.store.folder import MANIFEST
from padviewer.core.store.lease import Lease, remove_unless_held

VERSION = 1
CAP = 20_000_000_000
STEP = 256 << 20
LOCK = ".lease"
PART = ".part"
UNSURE_NS = 100_000_000  # a file changed this shortly before it was read may change again within one tick


@dataclass(frozen=True)
class Source:
    """What a source file is known by.

    Parameters
    ----------
    device, inode, size, mtime_ns : int
        As `os.stat` says.
    """

    device: int
    inode: int
    size: int
    mtime_ns: int

    @classmethod
    def of(cls, found: os.stat_result) -> Source:
        """Return the identity that a stat says."""
        return cls(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def stores_folder() -> Path:
    """Return the folder of all stores: ``stores`` in the user's cache of PadViewer."""
    from platformdirs import user_cache_path

    return user_cache_path("padviewer", appauthor=False) / "stores"


def hold(store: Path) -> Lease | None:
    """Keep a store from being removed until the lease is released; None where it is not there any more.

    Raises
    ------
    PathError
        The disk refuses the lock file.
    """
    if not store.is_dir():
        return None
    with disk_errors(store):
        lease = Lease.take(_lock(store))
    if lease is not None and not store.is_dir():
        lease.release()
        return None
    return lease


def identity_when_read(store: Path, source: Path) -> dict[str, Any] | None:
    """Return what a source was when its rows were read; None while it is still so.

    Returns
    -------
    dict or None
        As `padviewer.core.export.sidecar.identity` says it: ``name`` and ``bytes``. ``sha256_of_ends`` is
        None: those bytes are gone.
    """
    try:
        read = json.loads((store / MANIFEST).read_bytes())["source"]
        size = int(read["size"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    with suppress(OSError, ValueError):
        if asdict(Source.of(source.stat())) == read:
            return None
    return {"name": source.name, "bytes": size, "sha256_of_ends": None}


class Room:
    """The folder of all stores and its cap.

    Parameters
    ----------
    root : Path or None
        None: `stores_folder`. Made with mode 0700.
    cap : int
        Bytes that all stores together may take.

    Raises
    ------
    PathError
        The folder cannot be made.
    """

    def __init__(self, root: Path | None = None, cap: int = CAP) -> None:
        self.root = root or stores_folder()
        self.cap = cap
        self._started_ns = time.time_ns()
        with disk_errors(self.root):
            self.root.parent.mkdir(parents=True, exist_ok=True)
            self.root.mkdir(mode=0o700, exist_ok=True)
            if hasattr(os, "getuid") and self.root.stat().st_uid == os.getuid():
                self.root.chmod(0o700)

    def key(self, source: Source, path: Path, options: dict[str, Any]) -> str:
        """Return a name for what a source and the options to read it with make."""
        said = [VERSION, asdict(source), str(path.absolute()), options]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:32]

    def find(self, key: str) -> tuple[Path, Lease] | None:
        """Return a complete store of `key`, held and marked as used now; None where there is none."""
        for store in sorted(self.root.glob(f"{key}-*")):
            if store.suffix or not self._is_good(store):
                continue
            lease = hold(store)
            if lease is None:
                continue
            if self._is_good(store):
                os.utime(store / MANIFEST)
                return store, lease
            lease.release()
        return None

    def create(self, key: str) -> tuple[Path, Lease]:
        """Make an empty store of `key` and hold it.

        Raises
        ------
        PathError
            The disk refuses.
        """
        with disk_errors(self.root):
            while True:
                store = self.root / f"{key}-{secrets.token_hex(4)}"
                lease = Lease.take(_lock(store))  # before the folder, so that nobody takes it for a leftover
                if lease is not None:
                    store.mkdir(mode=0o700)
                    return store, lease

    def finish(self, store: Path, source: Source) -> None:
        """Write the manifest, after everything has reached the disk: the store is complete."""
        with disk_errors(store):
            for path in store.rglob("*"):
                if path.is_file():
                    _sync(path)
        unsure = source.mtime_ns > self._started_ns - UNSURE_NS
        write_json(store / MANIFEST, {"version": VERSION, "source": asdict(source), "reusable": not unsure})

    def remove(self, store: Path) -> bool:
        """Remove a store unless somebody holds it; return whether it is gone."""

        def gone() -> None:
            (store / MANIFEST).unlink(missing_ok=True)  # first: half a store must not look complete
            shutil.rmtree(store, ignore_errors=True)

        return remove_unless_held(_lock(store), gone)

    def sweep(self) -> None:
        """Remove what processes left behind that ended before they were done."""
        for entry in sorted(self.root.iterdir()):
            if entry.suffix == LOCK:
                if not entry.with_suffix("").is_dir():
                    remove_unless_held(entry, lambda: None)
            elif entry.is_dir() and not (entry / MANIFEST).is_file():
                self.remove(entry)
            elif entry.is_dir():
                sweep_parts(entry / "derived")

    def claim(self, nbytes: int, where: str) -> None:
        """Make room for `nbytes` more bytes: the complete stores that were used longest ago go first.

        Parameters
        ----------
        nbytes : int
        where : str
            The source, for the error.

        Raises
        ------
        UnsafeError
            It does not fit the cap, even with everything gone that nobody uses.
        PathError
            The disk has not so much free.
        """
        used = size_of(self.root)
        if used + nbytes > self.cap:
            for store in self._oldest_first():
                held = size_of(store)
                if self.remove(store):
                    used -= held
                if used + nbytes <= self.cap:
                    break
        if used + nbytes > self.cap:
            more, most = f"{nbytes / 1e9:,.1f}", f"{self.cap / 1e9:,.1f}"
            raise UnsafeError(
                "store-cap",
                say(
                    "This takes {more} GB more; PadViewer keeps at most {most} GB of rows, "
                    "of which {used} GB are in use.",
                    more=more,
                    most=most,
                    used=f"{used / 1e9:,.1f}",
                )
                if used
                else say(
                    "This takes {more} GB more; PadViewer keeps at most {most} GB of rows.",
                    more=more,
                    most=most,
                ),
                where=where,
                remedy=say("Close other datasets, or split the file."),
            )
        free = shutil.disk_usage(self.root).free
        if free < nbytes:
            raise PathError(
                "disk-full",
                say(
                    "This takes {nbytes} GB on the disk, where {free} GB are free.",
                    nbytes=f"{nbytes / 1e9:,.1f}",
                    free=f"{free / 1e9:,.1f}",
                ),
                where=str(self.root),
                remedy=say("Make room on this disk, or set XDG_CACHE_HOME to a folder on another one."),
            )

    def budget(self, claimed: int, where: str) -> Spend:
        """Return a function that is told of every append, and claims more room when `claimed` is used up."""
        left = claimed

        def spend(nbytes: int) -> None:
            nonlocal left
            left -= nbytes
            if left < 0:
                more = max(STEP, -left)
                self.claim(more, where)
                left += more

        return spend

    def _is_good(self, store: Path) -> bool:
        try:
            manifest = json.loads((store / MANIFEST).read_bytes())
        except (OSError, ValueError):
            return False
        return isinstance(manifest, dict) and manifest.get("reusable") is True

    def _oldest_first(self) -> list[Path]:
        ages: list[tuple[int, Path]] = []
        for entry in self.root.iterdir():
            try:
                ages.append(((entry / MANIFEST).stat().st_mtime_ns, entry))
            except OSError:
                continue
        return [entry for _, entry in sorted(ages)]


def size_of(folder: Path) -> int:
    """Return the bytes of all files in a folder; what disappears meanwhile counts nothing."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(os.path.join(parent, name)).st_size  # noqa: PTH118 - a hot loop
            except OSError:
                continue
    return total


def sweep_parts(folder: Path) -> None:
    """Remove the unfinished ``NAME.part`` folders in `folder` that nobody holds, and locks without one."""
    for entry in sorted(folder.glob(f"*{PART}{LOCK}")):
        part = entry.with_suffix("")

        def gone(part: Path = part) -> None:
            shutil.rmtree(part, ignore_errors=True)

        remove_unless_held(entry, gone)


def _lock(store: Path) -> Path:
    return store.with_name(store.name + LOCK)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
