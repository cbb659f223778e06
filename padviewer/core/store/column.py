"""One column of a store: headerless files, appended piece by piece, mapped when read."""

from __future__ import annotations

import json
import math
import mmap
import os
import stat
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64, Ragged, signature
from padviewer.core.data.stats import Stats
from padviewer.core.errors import ContentError
from padviewer.core.sentence import say
from padviewer.core.store.files import OURS, Spend, disk_errors


class ColumnWriter:
    """One column as files in a folder of its own.

    Parameters
    ----------
    folder : Path
        Made here, mode 0700.
    like : Ragged
        Any rows of the column: their kind, dtype, axes and inner shape are the column's.
    spend : callable (bytes)
        Told of every append before it happens; may refuse by raising.
    """

    def __init__(self, folder: Path, like: Ragged, spend: Spend) -> None:
        self._folder = folder
        self._spend = spend
        self._signature = signature(like)
        leaf = like.leaf
        self._levels = like.ragged_axes + leaf.text
        self._text = leaf.text
        self._dtype = leaf.flat.dtype.newbyteorder("=")
        self._inner = like.inner_shape
        self._counts = [0] * (self._levels + 1)
        self._has_missing = False
        self._names: dict[str, int] | None = None if leaf.dictionary is None else {}
        self._last_dictionary: tuple[str, ...] = ()
        self._codes = np.zeros(1, np.int32)
        self.stats = Stats()
        with disk_errors(folder):
            folder.mkdir(mode=0o700)
        self._append("values.bin", np.zeros(0, np.uint8))
        for level in range(self._levels):
            self._append(f"offsets{level}.bin", np.zeros(1, np.int64))

    @property
    def rows(self) -> int:
        """How many rows were appended."""
        return self._counts[0]

    def append(self, piece: Ragged) -> None:
        """Append rows.

        Raises
        ------
        ContentError
            Another kind, dtype, inner shape or number of axes than the column's.
        PathError
            The disk refuses.
        """
        if signature(piece) != self._signature:
            raise ContentError(
                "kind-changed",
                say(
                    "Pieces of one column differ: {signature} and {piece}.",
                    signature=str(self._signature),
                    piece=str(signature(piece)),
                ),
            )
        dense = piece.dense_leaf()
        values, missing = dense.flat, dense.missing
        if dense.row_offsets is not None and dense.text:
            values = values[int(dense.row_offsets[0]) : int(dense.row_offsets[-1])]
        if dense.dictionary is not None:
            values = self._recoded(values, dense.dictionary)
        self.stats = self.stats.merged(
            _text_stats(missing) if self._text else Ragged(values, missing=missing).stats
        )
        self._append_missing(missing, len(dense))
        self._append("values.bin", np.ascontiguousarray(values, self._dtype))
        self._append_offsets(piece, len(values))

    def to_json(self) -> dict[str, Any]:
        """Return what `map_column` needs beside the folder."""
        return {
            "folder": self._folder.name,
            "levels": self._levels,
            "text": self._text,
            "dtype": self._dtype.str,
            "inner": list(self._inner),
            "category": self._names is not None,
            "missing": self._has_missing,
            "stats": asdict(self.stats),
        }

    def _append_offsets(self, piece: Ragged, values: int) -> None:
        """Append each axis's offsets, moved to start where the committed values end."""
        counts = self._counts
        node: Ragged | None = piece
        level = 0
        while node is not None and node.row_offsets is not None:
            offsets = node.row_offsets
            first, last = int(offsets[0]), int(offsets[-1])
            self._append(f"offsets{level}.bin", offsets[1:] + (counts[level + 1] - first))
            counts[level] += len(node)
            inner = node.nested
            node = None if inner is None else inner[first:last]
            level += 1
        counts[-1] += values

    def _append_missing(self, missing: NDArray[np.bool_] | None, items: int) -> None:
        """Append a byte an item from the first missing one on, zeros standing for those before it."""
        if missing is None and not self._has_missing:
            return
        if not self._has_missing:
            before = self._counts[-2] if self._text else self._counts[-1]
            self._append("missing.bin", np.zeros(before, np.uint8))
            self._has_missing = True
        flags = np.zeros(items, np.uint8) if missing is None else missing.view(np.uint8)
        self._append("missing.bin", np.ascontiguousarray(flags))

    def _recoded(self, codes: NDArray[Any], dictionary: tuple[str, ...]) -> NDArray[Any]:
        """Bring a piece's codes to the column's own dictionary, which grows by the names that are new."""
        names = self._names
        assert names is not None  # noqa: S101 - the signature says that the column is a category
        if dictionary != self._last_dictionary:
            new = [name for name in dict.fromkeys(dictionary) if name not in names]
            names.update({name: at for at, name in enumerate(new, len(names))})
            lines = "".join(json.dumps(name) + "\n" for name in new).encode()
            self._append("dictionary.jsonl", np.frombuffer(lines, np.uint8))
            self._codes = np.array([names[name] for name in dictionary] or [0], np.int32)
            self._last_dictionary = dictionary
        return np.where(codes < 0, np.int32(-1), self._codes[np.maximum(codes, 0)])

    def _append(self, name: str, content: NDArray[Any]) -> None:
        view = content.data.cast("B") if content.size else memoryview(b"")
        self._spend(len(view))
        path = self._folder / name
        with disk_errors(path):
            handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | OURS, 0o600)
            try:
                while len(view):
                    view = view[os.write(handle, view) :]
            finally:
                os.close(handle)


def map_column(folder: Path, column: Mapping[str, Any], rows: int, *, with_stats: bool) -> Ragged:
    """Return the first `rows` rows of a column that `ColumnWriter` wrote, over read-only maps.

    Parameters
    ----------
    folder : Path
    column : mapping
        `ColumnWriter.to_json`'s answer, or a later one of the same column.
    rows : int
    with_stats : bool
        Whether ``column["stats"]`` are the statistics of exactly these rows.

    Raises
    ------
    FileNotFoundError
        A file is not there.
    ContentError
        A file is shorter than it should be, or none of ours.
    """
    counts = [rows]
    axes: list[Int64] = []
    for level in range(column["levels"]):
        axes.append(_mapped(folder / f"offsets{level}.bin", np.dtype(np.int64), (counts[-1] + 1,)))
        counts.append(int(axes[-1][-1]))
    dtype = np.dtype(column["dtype"])
    values = _mapped(folder / "values.bin", dtype, (counts[-1], *column["inner"]))
    missing: NDArray[np.bool_] | None = None
    if column["missing"]:
        items = counts[-2] if column["text"] else counts[-1]
        missing = _mapped(folder / "missing.bin", np.dtype(np.bool_), (items,))
    names = _names(folder / "dictionary.jsonl") if column["category"] else None
    stats = Stats(**column["stats"]) if with_stats else None
    innermost = axes.pop() if axes else None
    built = Ragged(values, innermost, column["text"], missing, names, None if axes else stats, trusted=True)
    while axes:
        offsets = axes.pop()
        built = Ragged(built, offsets, known_stats=None if axes else stats, trusted=True)
    return built


def _text_stats(missing: NDArray[np.bool_] | None) -> Stats:
    return Stats(missing=0 if missing is None else int(missing.sum()))


def _names(path: Path) -> tuple[str, ...]:
    """Return the names whose lines are whole: the writer may be appending the next."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return ()
    lines = raw[: raw.rfind(b"\n") + 1].splitlines()
    return tuple(json.loads(b"[" + b",".join(lines) + b"]"))


def _mapped(path: Path, dtype: np.dtype[Any], shape: tuple[int, ...]) -> NDArray[Any]:
    nbytes = math.prod(shape) * dtype.itemsize
    handle = os.open(path, os.O_RDONLY | OURS)
    try:
        found = os.fstat(handle)
        ours = not hasattr(os, "getuid") or found.st_uid == os.getuid()
        if not stat.S_ISREG(found.st_mode) or not ours or found.st_size < nbytes:
            raise ContentError(
                "store-damaged", say("The rows that were read are damaged on the disk."), where=str(path),
                remedy=say("Open the file again."),
            )  # fmt: skip
        if nbytes == 0:
            return np.zeros(shape, dtype)
        return np.frombuffer(mmap.mmap(handle, nbytes, access=mmap.ACCESS_READ), dtype).reshape(shape)
    finally:
        os.close(handle)
