"""Sees when the file that is open changes on the disk: what is shown stays, and the person is told."""

from __future__ import annotations

import os

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLE_MS = 400
Identity = tuple[int, int, int] | None


class SourceWatch(QObject):
    """Watches one file.

    Signals
    -------
    changed (str, bool)
        The file's path, and whether it is still there; once for every change.
    """

    changed = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._known: Identity = None
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._watcher.fileChanged.connect(self._on_event)
        self._timer.timeout.connect(self.look)

    def watch(self, path: str) -> None:
        """Watch another file as it is now; empty for none."""
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        self._timer.stop()
        self._path, self._known = path, identity(path)
        if path and self._known is not None:
            self._watcher.addPath(path)

    def look(self) -> None:
        """Compare the file with how it was; call it when the window comes to the front."""
        if not self._path:
            return
        now = identity(self._path)
        if now != self._known:
            self._known = now
            self.changed.emit(self._path, now is not None)
        if now is not None and not self._watcher.files():
            self._watcher.addPath(self._path)  # a file that is replaced is no longer watched

    def identity(self) -> tuple[int, int] | None:
        """Size and time of change of the file as it is known; None for none."""
        return None if self._known is None else self._known[1:]

    def _on_event(self, _path: str) -> None:
        self._timer.start()


def identity(path: str) -> Identity:
    """Return inode, size and time of change of a file; None where it is not there."""
    if not path:
        return None
    try:
        found = os.stat(path)  # noqa: PTH116 - a path of the settings may be one that Path refuses
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
