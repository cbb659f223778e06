"""A dataset's rows as they are, ragged, as a Parquet file or JSON lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, PathError
from padviewer.core.files.whole_file import check_target, whole_file
from padviewer.core.sentence import say

SUFFIXES = (".parquet", ".jsonl")
PIECE_ROWS = 4096


def check_ragged_target(destination: Path, source: Path | None) -> None:
    """Raise what would stop writing to `destination`.

    Raises
    ------
    ChoiceError
        A suffix of no format that holds ragged rows.
    PathError
        The place refuses, or is the source.
    """
    if destination.suffix.lower() not in SUFFIXES:
        raise ChoiceError(
            "destination",
            say("Ragged rows are not written as “{suffix}”.", suffix=destination.suffix),
            remedy=say("The suffixes are {suffixes}.", suffixes=", ".join(SUFFIXES)),
        )
    target = check_target(destination)
    if source is not None and target == source.resolve():
        raise PathError(
            "output-is-input", say("The export would replace the source it is made from."),
            where=str(destination), remedy=say("Give another name."),
        )  # fmt: skip


def write_ragged(dataset: Dataset, destination: Path) -> None:
    """Write all rows of all columns, whole or not at all; raises as `check_ragged_target`."""
    check_ragged_target(destination, dataset.path)
    with whole_file(destination) as file:
        if destination.suffix.lower() == ".jsonl":
            for piece in dataset.pieces(PIECE_ROWS):
                rows = zip(*(column.to_lists() for column in piece.data.values()), strict=True)
                lines = (json.dumps(dict(zip(piece.columns, row, strict=True))) for row in rows)
                file.write("".join(f"{line}\n" for line in lines).encode())
            return
        import pyarrow as pa
        import pyarrow.parquet as pq

        table = pa.table({name: arrow_of(column) for name, column in dataset.data.items()})
        with pa.PythonFile(file, mode="w") as sink:
            pq.write_table(table, sink)


def arrow_of(column: Ragged) -> Any:
    """Return a column as an Arrow array: ragged axes are lists, fixed inner axes fixed-size lists."""
    import pyarrow as pa

    if column.is_text or column.dictionary is not None:
        return pa.array(column.to_lists())
    column = column.compact()
    if column.nested is not None:
        return pa.LargeListArray.from_arrays(pa.array(column.offsets), arrow_of(column.nested))
    values, gone = column.flat, column.missing
    made = pa.array(values.reshape(-1), mask=gone if values.ndim == 1 else None)
    for size in reversed(values.shape[1:]):
        made = pa.FixedSizeListArray.from_arrays(made, size)
    return (
        made if column.row_offsets is None else pa.LargeListArray.from_arrays(pa.array(column.offsets), made)
    )
