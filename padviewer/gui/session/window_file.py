"""What is open, written beside the program while it runs, so that a crash or a restart loses nothing."""

from __future__ import annotations

import json
import os
import re
import secrets
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padviewer.core.errors import ContentError
from padviewer.core.files.leftovers import LEFTOVER
from padviewer.core.files.user_folders import sessions_folder
from padviewer.core.files.whole_file import refusal, write_whole
from padviewer.core.store.lease import Lease, remove_unless_held
from padviewer.gui.session.window_state import WindowState, from_json, to_json
from padviewer.gui.style.words import tr

VERSION = 1
NAME = re.compile(r"[0-9]+-[0-9a-f]{8}\.json")
LOCK = ".lease"
LARGEST = 256 << 20
MOST_WINDOWS = 100
OLDEST_SECONDS = 30 * 86_400
MOST_FILES = 20
LEFTOVER_SECONDS = 86_400  # nobody writes a file of this size for a day


@dataclass(frozen=True)
class Restored:
    """What processes that ended had open.

    Parameters
    ----------
    states : tuple of WindowState
        Those of all processes that ended without saying so, the newest first; where there is none, those of
        the process that ended last.
    was_clean : bool
        Whether every process that had something open said that it ended.
    problems : tuple of str
        What could not be read, as sentences.
    files : tuple of Path
        Where it stands: for `SessionFile.forget`.
    """

    states: tuple[WindowState, ...] = ()
    was_clean: bool = True
    problems: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()


class SessionFile:
    """The file of this process, and those that others left; every process has its own.

    A lock that the system drops with its process tells the files of the living from those of the dead.

    Parameters
    ----------
    folder : Path or None
        None: the user's own (`sessions_folder`).
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or sessions_folder()
        self.path = self.folder / f"{os.getpid()}-{secrets.token_hex(4)}.json"
        self._lease: Lease | None = None

    def save(self, states: Sequence[WindowState], *, clean: bool = False) -> None:
        """Write what is open; whole or not at all. It may take time: call it in a job, but at the end.

        Parameters
        ----------
        states : sequence of WindowState
        clean : bool
            Whether the process ends now, as the person wants.

        Raises
        ------
        PathError
            The folder or the disk refuses.
        """
        document = {
            "version": VERSION,
            "pid": os.getpid(),
            "clean": clean,
            "windows": [to_json(one) for one in states],
        }
        content = json.dumps(document, ensure_ascii=True, indent=1).encode()
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._lease is None:  # before the file, so that nobody takes it for that of a dead process
                self._lease = Lease.take(_lock(self.path))
        except OSError as error:
            raise refusal(error, self.folder) from error
        write_whole(self.path, content)

    def load(self) -> Restored:
        """Return what processes had open that ended, and remove what is too old; never raises."""
        states: list[tuple[float, bool, WindowState]] = []
        problems: list[str] = []
        files: list[Path] = []
        for at, path in self._left_by_others():
            files.append(path)
            try:
                windows, clean, odd = _read(path)
            except ContentError as error:
                problems.append(error.what)
                continue
            problems += odd
            states += [(at, clean, one) for one in windows]
        crashed = any(not clean for _, clean, _ in states)
        if crashed:
            chosen = [one for _, clean, one in states if not clean]
        else:
            newest = max((at for at, _, _ in states), default=0.0)
            chosen = [one for at, _, one in states if at == newest]
        return Restored(tuple(chosen[:MOST_WINDOWS]), not crashed, tuple(problems), tuple(files))

    def forget(self, restored: Restored) -> None:
        """Remove the files of what was loaded: it is open again, or is not wanted."""
        for path in restored.files:
            _remove(path)

    def close(self) -> None:
        """Let go of the file, which stays for the next start."""
        if self._lease is not None:
            self._lease.release()
            self._lease = None

    def _left_by_others(self) -> list[tuple[float, Path]]:
        """Return the files of dead processes, the newest first; those too old or too many are removed."""
        found: list[tuple[float, Path]] = []
        try:
            entries = list(self.folder.iterdir())
        except OSError:
            return []
        now = time.time()
        for path in entries:
            if path.suffix == LOCK and not path.with_suffix(".json").exists():
                remove_unless_held(path, lambda: None)
            elif LEFTOVER.fullmatch(path.name) and now - _changed(path) > LEFTOVER_SECONDS:
                _remove(path)
            elif NAME.fullmatch(path.name) and path != self.path and not _is_held(path):
                found.append((_changed(path), path))
        found.sort(reverse=True)
        kept = [(at, path) for at, path in found[:MOST_FILES] if now - at <= OLDEST_SECONDS]
        for at, path in found:
            if (at, path) not in kept:
                _remove(path)
        return kept


def _lock(path: Path) -> Path:
    return path.with_suffix(LOCK)


def _is_held(path: Path) -> bool:
    """Tell whether the process of a file is alive."""
    if not _lock(path).exists():
        return False
    return not remove_unless_held(_lock(path), lambda: None)


def _changed(path: Path) -> float:
    """Return when a file was written, in seconds since 1970; 0 where it cannot be asked."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _read(path: Path) -> tuple[list[WindowState], bool, list[str]]:
    """Return the windows of a file, whether its process said that it ended, and what could not be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise ContentError("bad-session", tr("{file} is larger than any session.", file=path.name))
        document: Any = json.loads(path.read_bytes())
    except OSError as error:
        reason = error.strerror or str(error)
        said = tr("What was open cannot be read from {file}: {reason}.", file=path.name, reason=reason)
        raise ContentError("bad-session", said) from error
    except (ValueError, RecursionError) as error:
        said = tr("What was open cannot be read from {file}.", file=path.name)
        raise ContentError("bad-session", said) from error
    if not isinstance(document, dict) or not isinstance(document.get("windows"), list):
        raise ContentError("bad-session", tr("What was open cannot be read from {file}.", file=path.name))
    if document.get("version") != VERSION:
        raise ContentError("bad-session", tr("{file} is of another PadViewer.", file=path.name))
    windows: list[WindowState] = []
    problems: list[str] = []
    for one in document["windows"][:MOST_WINDOWS]:
        try:
            state, odd = from_json(one)
        except ContentError as error:
            problems.append(error.what)
            continue
        windows.append(state)
        problems += odd
    return windows, document.get("clean") is True, problems
