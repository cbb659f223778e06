"""Parquet exports: tensors and masks as fixed-size lists, the recipe in the schema's metadata."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.choices import recipe_file
from padviewer.core.export.arrays import check_names
from padviewer.core.export.job import Job
from padviewer.core.export.labels import Label, labels_of, missing_of, words
from padviewer.core.files.whole_file import WholeFile
from padviewer.core.padding.padded import Padded
from padviewer.core.padding.plan import Plan

ROW_GROUP_BYTES = 16 << 20
RECIPE_KEY = "padviewer.recipe"


def estimate(plan: Plan) -> list[tuple[str, tuple[int, ...], str, int]]:
    """Return (name, shape, dtype, bytes) of every column, before compression."""
    found = []
    for tensor in plan.tensors:
        shape, mask, dtype = plan.shape(tensor), plan.mask_shape(tensor), plan.dtype(tensor)
        found.append((tensor, shape, dtype.name, _nbytes(shape, dtype.itemsize)))
        for axis, name in enumerate(_mask_names(tensor, len(mask) - 1), 1):
            found.append((name, mask[: axis + 1], "bool", _nbytes(mask[: axis + 1], 1)))
        for axis, name in enumerate(_length_names(tensor, len(mask) - 1), 1):
            found.append((name, mask[:axis], "int64", _nbytes(mask[:axis], 8)))
    for label in labels_of(plan):
        rows = (len(label.column), *label.column.inner_shape)
        size = label.nbytes + 4 * rows[0] if label.worded else _nbytes(rows, label.column.flat.dtype.itemsize)
        found.append((label.name, rows, "utf8" if label.worded else label.column.dtype, size))
    return found


def write(job: Job, file: WholeFile) -> None:
    """Write row groups of about 16 MiB."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    plan = job.plan
    labels = labels_of(plan)
    check_names(_names(plan, labels))
    slices = list(row_groups(plan))
    text = recipe_file.to_toml(plan.recipe)[0]
    first = _table({tensor: plan.block(tensor, slice(0, 0)) for tensor in plan.tensors}, labels, slice(0, 0))
    schema = first.schema.with_metadata({RECIPE_KEY: text})
    with (
        pa.PythonFile(file, mode="w") as sink,
        pq.ParquetWriter(sink, schema, compression="zstd", use_dictionary=False, store_schema=True) as writer,
    ):
        blocks = {tensor: job.blocks(tensor, iter(slices)) for tensor in plan.tensors}
        for rows in slices:
            built = {tensor: next(pieces) for tensor, pieces in blocks.items()}
            table = _table(built, labels, rows)
            job.advance(table.nbytes)
            writer.write_table(
                table.replace_schema_metadata(schema.metadata), row_group_size=max(len(table), 1)
            )


def row_groups(plan: Plan) -> Iterator[slice]:
    """Yield the row groups' rows: about 16 MiB of all tensors together."""
    n = len(plan)
    a_row = sum(plan.cost(tensor).total for tensor in plan.tensors) // max(n, 1)
    rows = max(ROW_GROUP_BYTES // max(a_row, 1), 1)
    for start in range(0, n, rows):
        yield slice(start, min(start + rows, n))


def _nbytes(shape: tuple[int, ...], itemsize: int) -> int:
    return int(np.prod(shape, dtype=object)) * itemsize


def _mask_names(tensor: str, axes: int) -> list[str]:
    """Return the mask columns' names, outermost axis first; the mask of all axes has the plain name."""
    return [*(f"{tensor}_mask_{axis}" for axis in range(1, axes)), f"{tensor}_mask"]


def _length_names(tensor: str, axes: int) -> list[str]:
    return [f"{tensor}_lengths", *(f"{tensor}_lengths_{axis}" for axis in range(2, axes + 1))]


def _names(plan: Plan, labels: tuple[Label, ...]) -> Iterator[tuple[str, str]]:
    for tensor in plan.tensors:
        axes = len(plan.mask_shape(tensor)) - 1
        yield tensor, f"the tensor “{tensor}”"
        for name in _mask_names(tensor, axes):
            yield name, f"the mask {name} of “{tensor}”"
        for name in _length_names(tensor, axes):
            yield name, f"the lengths {name} of “{tensor}”"
    for label in labels:
        yield label.name, f"the {label.role} column “{label.name}”"


def _table(built: dict[str, Padded], labels: tuple[Label, ...], rows: slice) -> Any:
    import pyarrow as pa

    columns: dict[str, Any] = {}
    for tensor, block in built.items():
        columns[tensor] = _listed(block.array)
        lengths = block.lengths if isinstance(block.lengths, tuple) else (block.lengths,)
        masks = (*block.outer_masks, block.mask)
        for name, mask in zip(_mask_names(tensor, len(masks)), masks, strict=True):
            columns[name] = _listed(mask)
        for name, counts in zip(_length_names(tensor, len(masks)), lengths, strict=True):
            columns[name] = _listed(counts)
    for label in labels:
        piece = label.column[rows]
        gone = missing_of(piece)
        if label.worded:
            columns[label.name] = pa.array(words(piece), pa.string(), mask=gone)
        elif piece.inner_shape:
            columns[label.name] = _listed(piece.flat, gone)
        else:
            columns[label.name] = pa.array(piece.flat, mask=gone)
    return pa.table(columns)


def _listed(array: NDArray[Any], gone: NDArray[np.bool_] | None = None) -> Any:
    """Return an array [m, ...] as an Arrow column of fixed-size lists, `gone` rows null."""
    import pyarrow as pa

    column = pa.array(np.ascontiguousarray(array).reshape(-1))
    for size in reversed(array.shape[1:]):
        column = pa.FixedSizeListArray.from_arrays(column, size)
    if gone is None or not gone.any():
        return column
    return pa.FixedSizeListArray.from_arrays(column.flatten(), array.shape[1], mask=pa.array(gone))
