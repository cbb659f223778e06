"""Parquet files, streamed within row groups, so that a large group neither delays nor fills memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from padviewer.core.amounts import rows
from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import ContentError, UnsafeError
from padviewer.core.readers.arrow.batches import MOST_ROWS, Columns, damage_said, open_source, validated
from padviewer.core.readers.arrow.footer import RowGroup, row_groups
from padviewer.core.readers.base import FIRST_PIECE_BYTES, PIECE_BYTES, Format, ReadOptions
from padviewer.core.readers.limits import RATIO, memory_limit
from padviewer.core.readers.own.rows import INSIDE, RECIPE
from padviewer.core.sentence import say

RECIPE_KEY = b"padviewer.recipe"  # in the schema's metadata of an export of ours
READ_AHEAD = 1 << 20
MOST_ROWS_FIRST = 4096


def read_parquet(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the pieces of a Parquet file; checksums of pages are verified where the file has them."""
    import pyarrow.parquet as pq

    with damage_said(path, "Parquet"), open_source(path) as source, path.open("rb") as raw:
        # Without pre_buffer, and with a buffer, column chunks are streamed instead of read whole.
        file = pq.ParquetFile(
            source, pre_buffer=False, buffer_size=READ_AHEAD, page_checksum_verification=True
        )
        columns = Columns(file.schema_arrow, path, options.kinds)
        ours = RECIPE_KEY in (file.schema_arrow.metadata or {})
        for piece in columns.pieces(validated(_batches(file, columns, raw, path))):
            yield replace(piece, guessed={RECIPE: INSIDE}) if ours else piece


def _batches(file: Any, columns: Columns, raw: BinaryIO, path: Path) -> Iterator[Any]:
    """Yield a small batch, then large ones, group by group.

    Raises
    ------
    UnsafeError
        A row group over the limits.
    ContentError
        Fewer or more rows than the file says.
    """
    names = file.schema_arrow.names
    chosen = [names[place] for place in columns.places]
    by_name = len(set(names)) == len(names) and not any("." in name for name in names)

    def batches_of(at: int, group: RowGroup, budget: int, most: int) -> Iterator[Any]:
        size = max(1, min(most, int(budget / _row_bytes(group, set(chosen)))))
        asked = chosen if by_name else None
        for batch in file.iter_batches(size, row_groups=[at], columns=asked, use_threads=False):
            yield batch.select(chosen if by_name else columns.places)

    taken = 0
    for at, group in enumerate(row_groups(raw, path.stat().st_size)):
        if not group.rows:
            continue
        _check(group, at, path)
        skip = 0
        if taken == 0:
            for batch in batches_of(at, group, FIRST_PIECE_BYTES, MOST_ROWS_FIRST):
                yield batch
                taken = skip = batch.num_rows
                break
        for batch in batches_of(at, group, PIECE_BYTES, MOST_ROWS):
            rest = batch.slice(min(skip, batch.num_rows))
            skip -= batch.num_rows - rest.num_rows
            taken += rest.num_rows
            if rest.num_rows:
                yield rest
    if taken != file.metadata.num_rows:
        said = say(
            "The Parquet file says it has {rows} and holds {taken}.",
            rows=rows(int(file.metadata.num_rows)),
            taken=taken,
        )
        raise ContentError("damaged", said, where=str(path), remedy=say("Get the file again."))


def _row_bytes(group: RowGroup, chosen: set[str]) -> float:
    """Estimate the bytes of a row of the chosen columns in memory; encoded values may be far smaller."""
    chunks = [chunk for chunk in group.chunks if chunk.column in chosen]
    total = sum(max(chunk.unpacked, 8 * chunk.values) for chunk in chunks)
    return max(total / group.rows, 1)


def _check(group: RowGroup, at: int, path: Path) -> None:
    """Refuse a row group whose values are beyond both the ratio and the memory limit."""
    for chunk in group.chunks:
        if 8 * chunk.values > max(memory_limit(), RATIO * chunk.packed):
            raise UnsafeError(
                "over-ratio-limit",
                say(
                    "{packed} bytes would unpack to {values} values.",
                    packed=chunk.packed,
                    values=chunk.values,
                ),
                where=f"{path}, column {chunk.column}, row group {at}",
                remedy=say("If you trust the file, write it again with smaller row groups."),
            )


def _is_parquet(head: bytes, _path: Path) -> bool:
    return head[:4] in (b"PAR1", b"PARE")


PARQUET = Format("Parquet", (".parquet", ".pq", ".parq"), _is_parquet, read_parquet)
