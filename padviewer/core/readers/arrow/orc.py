"""ORC files, read stripe by stripe."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import UnsafeError
from padviewer.core.readers.arrow.batches import Columns, damage_said, open_source, sliced, validated
from padviewer.core.readers.base import Format, ReadOptions
from padviewer.core.readers.limits import RATIO, memory_limit
from padviewer.core.sentence import say


def read_orc(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the pieces of an ORC file.

    Raises
    ------
    UnsafeError
        Rows beyond both the ratio and the memory limit.
    """
    import pyarrow.orc as orc

    with damage_said(path, "ORC"), open_source(path) as source:
        file = orc.ORCFile(source)
        columns = Columns(file.schema, path, options.kinds)
        _check(file, len(columns.places), path)
        names = file.schema.names
        chosen = [names[place] for place in columns.places]
        by_name = len(set(names)) == len(names) and not any("." in name for name in names)

        def stripes() -> Iterator[Any]:
            for at in range(file.nstripes):
                batch = file.read_stripe(at, columns=chosen if by_name else None)
                yield batch.select(chosen if by_name else columns.places)

        yield from columns.pieces(validated(sliced(stripes())))


def _check(file: Any, columns: int, path: Path) -> None:
    values = file.nrows * max(columns, 1)
    if 8 * values > max(memory_limit(), RATIO * path.stat().st_size):
        raise UnsafeError(
            "over-ratio-limit",
            say(
                "{packed} bytes would unpack to {values} values.",
                packed=path.stat().st_size,
                values=values,
            ),
            where=str(path),
            remedy=say("If you trust the file, write it again with smaller stripes."),
        )


def _is_orc(head: bytes, path: Path) -> bool:
    """Whether a file begins and ends as an ORC file does; a text may begin with the same letters."""
    if not head.startswith(b"ORC"):
        return False
    with path.open("rb") as file:
        file.seek(-min(4, path.stat().st_size), os.SEEK_END)
        return file.read(3) == b"ORC"


ORC = Format("ORC", (".orc",), _is_orc, read_orc)
