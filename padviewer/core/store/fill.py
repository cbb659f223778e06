"""Reading a file into a store: pieces appended, commits announced, complete stores reused."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from itertools import count
from pathlib import Path

from padviewer.core.data.dataset import Dataset, merge_findings
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding, counted, shifted
from padviewer.core.readers import KindChanged, ReadOptions, check_path, read
from padviewer.core.readers.widening import widen, widened_finding, without_said
from padviewer.core.sentence import say
from padviewer.core.store.column import ColumnWriter
from padviewer.core.store.files import Spend, disk_errors, write_json
from padviewer.core.store.folder import COMMITTED, Commit, last_commit, open_store
from padviewer.core.store.lease import Lease
from padviewer.core.store.room import CAP, Room, Source

EVERY = 0.1
Announce = Callable[[Commit], None]


class GenerationWriter:
    """All columns of one generation of a store.

    Parameters
    ----------
    store : Path
        The store's folder.
    name : str
        The generation's, such as ``"g0"``.
    spend : callable (bytes)
    """

    def __init__(self, store: Path, name: str, spend: Spend) -> None:
        self._store = store
        self._name = name
        self._spend = spend
        self._columns: dict[str, ColumnWriter] = {}
        self._like: Dataset | None = None
        self._findings: tuple[Finding, ...] = ()
        self.rows = 0
        with disk_errors(store):
            (store / name).mkdir(mode=0o700)

    def append(self, piece: Dataset) -> None:
        """Append a piece's rows; raises ContentError where its columns differ from the first piece's."""
        if self._like is None:
            folders = (self._store / self._name / f"c{at}" for at in range(len(piece.columns)))
            self._columns = {
                name: ColumnWriter(folder, piece[name], self._spend)
                for name, folder in zip(piece.columns, folders, strict=True)
            }
            self._like = piece.rows(0, 0)
        if piece.columns != self._like.columns:
            raise ContentError("columns-changed", say("The pieces of the file have different columns."))
        for name, writer in self._columns.items():
            writer.append(piece[name])
        found = tuple(shifted(finding, self.rows) for finding in piece.findings)
        self._findings = merge_findings(self._findings + found)
        self.rows += len(piece)

    def commit(self, more: tuple[Finding, ...], *, complete: bool) -> Commit:
        """Announce what was appended so far; `more` findings come after the pieces' own.

        Raises
        ------
        ContentError
            Nothing was appended.
        PathError
            The disk refuses.
        """
        like = self._like
        if like is None:
            raise ContentError("empty", say("There are no rows."))
        findings = (*self._findings, *without_said(more, self._findings))
        said = [one.to_wire() for one in counted(findings)]
        write_json(
            self._store / COMMITTED,
            {
                "generation": self._name,
                "rows": self.rows,
                "complete": complete,
                "path": None if like.path is None else str(like.path),
                "format": like.format,
                "guessed": dict(like.guessed),
                "roles": dict(like.roles),
                "findings": said,
                "columns": {name: writer.to_json() for name, writer in self._columns.items()},
            },
        )
        return Commit(self._store, self._name, self.rows, complete)


def read_into_store(
    path: Path,
    options: ReadOptions | None = None,
    *,
    root: Path | None = None,
    cap: int = CAP,
    announce: Announce | None = None,
    every: float = EVERY,
) -> tuple[Commit, Lease]:
    """Read a file into a store, or find the complete store of the same file and options.

    Parameters
    ----------
    path : Path
    options : ReadOptions or None
    root : Path or None
        The folder of all stores; None: the user's.
    cap : int
        Bytes that all stores together may take.
    announce : callable (Commit) or None
        Told of every commit: what it says may be mapped from then on. The first comes with the first piece.
    every : float
        Seconds between commits, at least; not for the first and the last one.

    Returns
    -------
    Commit
        Of all rows.
    Lease
        Keeps the store until it is released.

    Raises
    ------
    PathError, ContentError, UnsafeError
        See `padviewer.core.readers.read`; UnsafeError also beyond the cap, PathError on a full disk,
        ContentError where the file changed while it was read. Nothing remains of the store then.
    """
    path = path.absolute()  # the store outlives this process and its working folder
    options = options or ReadOptions()
    announce = announce or _nobody
    source = Source.of(check_path(path))
    room = Room(root, cap)
    room.sweep()
    key = room.key(source, path, asdict(options))
    found = room.find(key)
    if found is not None:
        commit = last_commit(found[0])
        announce(commit)
        return commit, found[1]
    room.claim(source.size, str(path))
    store, lease = room.create(key)
    try:
        spend = room.budget(source.size, str(path))
        commit = _fill(store, path, source, options, spend, announce, every)
        announce(commit)
        room.finish(store, source)
    except BaseException:
        lease.release()
        room.remove(store)
        raise
    return commit, lease


def open_through_store(
    path: Path, options: ReadOptions, *, root: Path | None = None, cap: int = CAP
) -> Dataset:
    """Read a file through a store and map it all: the same Dataset as one in memory.

    Raises as `read_into_store` does.
    """
    commit, lease = read_into_store(path, options, root=root, cap=cap)
    try:
        return replace(open_store(commit.store), path=path)
    finally:
        lease.release()  # what is mapped outlives the store


def _fill(
    store: Path,
    path: Path,
    source: Source,
    options: ReadOptions,
    spend: Spend,
    announce: Announce,
    every: float,
) -> Commit:
    """Read all pieces; return the last commit, written and not yet announced."""
    widened: tuple[Finding, ...] = ()
    announced: Commit | None = None
    last = 0.0
    for name in (f"g{number}" for number in count()):
        writer = GenerationWriter(store, name, spend)
        try:
            for piece in read(path, options):
                writer.append(piece)
                if announced is None or (writer.rows >= announced.rows and time.monotonic() - last >= every):
                    _check_unchanged(path, source)  # a file may grow for ever
                    announced = _switch(writer.commit(widened, complete=False), announced)
                    announce(announced)
                    last = time.monotonic()
        except KindChanged as change:
            options = widen(options, change)
            widened = (*widened, widened_finding(change, options))
            if announced is None or announced.generation != name:
                shutil.rmtree(store / name, ignore_errors=True)
        else:
            _check_unchanged(path, source)
            return _switch(writer.commit(widened, complete=True), announced)
    raise AssertionError  # pragma: no cover - the numbers do not end


def _switch(commit: Commit, before: Commit | None) -> Commit:
    """Remove the generation before; who has mapped it keeps its maps."""
    if before is not None and before.generation != commit.generation:
        shutil.rmtree(before.store / before.generation, ignore_errors=True)
    return commit


def _check_unchanged(path: Path, source: Source) -> None:
    if Source.of(check_path(path)) != source:
        raise ContentError(
            "source-changed", say("The file changed while it was read."), where=str(path),
            remedy=say("Open it again when nothing writes to it."),
        )  # fmt: skip


def _nobody(_: Commit) -> None:
    """Announce to nobody."""
