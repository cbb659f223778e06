"""Prepared columns kept in a store beside their source: whole, or not there."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError, PathError
from padviewer.core.finding import Finding
from padviewer.core.sentence import say
from padviewer.core.store.column import ColumnWriter, map_column
from padviewer.core.store.files import Spend, disk_errors, write_json
from padviewer.core.store.folder import last_commit
from padviewer.core.store.lease import Lease
from padviewer.core.store.room import CAP, LOCK, PART, STEP, Room

COLUMN = "column.json"
FINDINGS = "findings.json"


class DerivedColumns:
    """Where `fitting.prepare` keeps the columns that it makes of a store's first `rows` rows.

    Parameters
    ----------
    store : path
        A store's folder, held by the caller (`room.hold`).
    rows : int or None
        How many rows they are made of; None: all that are committed now.
    cap : int
        Bytes that all stores together may take.

    Raises
    ------
    ContentError
        The store is gone.
    """

    def __init__(self, store: Path | str, rows: int | None = None, *, cap: int = CAP) -> None:
        commit = last_commit(Path(store))
        self._store = commit.store
        self._rows = commit.rows if rows is None else rows
        self._generation = commit.generation
        self._folder = commit.store / "derived"
        self._cap = cap

    def derived(self, key: str) -> Ragged | None:
        """Return the column kept under `key`, mapped; None where there is none."""
        folder = self._place(key)
        try:
            column = json.loads((folder / COLUMN).read_bytes())
            found = map_column(folder / "column", column, column["rows"], with_stats=True)
        except (OSError, ValueError, KeyError):
            return None
        return found

    def keep(
        self, key: str, pieces: Iterable[Ragged], findings: Callable[[], Iterable[Finding]] = tuple
    ) -> Ragged:
        """Write the pieces as one column under `key` and return it, mapped.

        Parameters
        ----------
        key : str
        pieces : iterable of Ragged
            At least one.
        findings : callable -> iterable of Finding
            What was found in making the pieces; asked after the last one, and kept with the column.

        Raises
        ------
        PathError, UnsafeError
            The disk is full, or the cap is reached; nothing remains then.
        ContentError
            The pieces differ in kind; there is none.
        """
        with disk_errors(self._folder):
            self._folder.mkdir(mode=0o700, exist_ok=True)
        part = self._folder / f"{secrets.token_hex(8)}{PART}"
        with disk_errors(part):
            lease = Lease.take(part.with_name(part.name + LOCK))
            part.mkdir(mode=0o700)
        try:
            column = self._written(part, pieces)
            said = [replace(one, where="").to_wire() for one in findings()]
            write_json(part / FINDINGS, {"findings": said})
            self._put(part, self._place(key))
        finally:
            shutil.rmtree(part, ignore_errors=True)
            part.with_name(part.name + LOCK).unlink(missing_ok=True)
            if lease is not None:
                lease.release()
        kept = self.derived(key)
        if kept is None or len(kept) != column:
            raise ContentError(
                "store-gone", say("The prepared column is not there any more."), where=str(self._store),
                remedy=say("Open the file again."),
            )  # fmt: skip
        return kept

    def findings(self, key: str, tensor: str) -> tuple[Finding, ...]:
        """Return what was found when the column under `key` was prepared, said of `tensor`."""
        try:
            said = json.loads((self._place(key) / FINDINGS).read_bytes())["findings"]
        except (OSError, ValueError, KeyError):
            return ()
        return tuple(replace(Finding.from_json(one), where=tensor) for one in said)

    def _place(self, key: str) -> Path:
        return self._folder / f"{key}-{self._generation}-{self._rows}"

    def _written(self, part: Path, pieces: Iterable[Ragged]) -> int:
        room = Room(self._store.parent, self._cap)
        room.claim(STEP, str(self._store))
        spend: Spend = room.budget(STEP, str(self._store))
        writer: ColumnWriter | None = None
        for piece in pieces:
            writer = writer or ColumnWriter(part / "column", piece, spend)
            writer.append(piece)
        if writer is None:
            raise ContentError("empty", say("There are no rows."))
        write_json(part / COLUMN, {**writer.to_json(), "rows": writer.rows})
        return writer.rows

    def _put(self, part: Path, place: Path) -> None:
        """Give the written folder its name; another child may have been faster."""
        try:
            part.rename(place)
        except OSError as error:
            if not (place / COLUMN).is_file():
                raise PathError(
                    "store-disk",
                    say("The prepared column cannot be kept: {strerror}.", strerror=str(error.strerror)),
                    where=str(place),
                ) from error
