"""CSV exports: label and weight columns, length, step_0 ...; one line a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError
from padviewer.core.export.arrays import check_names
from padviewer.core.export.job import Job
from padviewer.core.export.labels import Label, labels_of, missing_of, words
from padviewer.core.files.whole_file import WholeFile
from padviewer.core.padding.plan import Plan
from padviewer.core.sentence import say

BLOCK_CELLS = 1 << 18
SAMPLE_ROWS = 200
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def estimate(plan: Plan) -> list[tuple[str, tuple[int, ...], str, int]]:
    """Return (name, shape, dtype, bytes) of the table; bytes are guessed from the first 200 rows."""
    labels = _check(plan)
    tensor = plan.tensors[0]
    n, width = plan.shape(tensor)
    head = _lines([_header(plan, labels)])
    rows = slice(0, min(n, SAMPLE_ROWS))
    values = plan.cells(tensor, rows, slice(None))[0]
    lines = _lines(_rows(labels, rows, plan.slots(tensor, rows).kept, values))
    size = len(head) + len(lines) * n // max(rows.stop, 1)
    return [(tensor, (n, width + 1 + len(labels)), "text", size)]


def write(job: Job, file: WholeFile) -> None:
    """Write the header and the rows, UTF-8, lines ended by a line feed.

    Numbers are the shortest text that reads back as the same number; bools are 0 and 1; a missing
    label is empty.
    """
    plan = job.plan
    labels = _check(plan)
    tensor = plan.tensors[0]
    n, width = plan.shape(tensor)
    file.write(_lines([_header(plan, labels)]))
    step = max(BLOCK_CELLS // width, 1)
    slices = [slice(start, min(start + step, n)) for start in range(0, n, step)]
    for rows, block in zip(slices, job.blocks(tensor, iter(slices)), strict=True):
        lines = _lines(_rows(labels, rows, block.lengths, block.array))
        job.advance(len(lines))
        file.write(lines)


def neutral(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    A text that looks as if this had been done to it gets one more apostrophe, so that reading takes back one.

    >>> neutral("=1+1"), neutral("a=1"), neutral("'=1+1")
    ("'=1+1", 'a=1', "''=1+1")
    """
    return f"'{text}" if text.lstrip("'").startswith(DANGEROUS) else text


def quoted(text: str) -> str:
    """Return a text as a CSV cell: in quotes where it holds a comma, a quote or a line end of any kind."""
    if not any(sign in text for sign in ',"\r\n'):
        return text
    return '"' + text.replace('"', '""') + '"'


def texts(values: NDArray[Any]) -> list[Any]:
    """Return numbers [...] as nested lists of the shortest texts that read back as the same numbers."""
    if values.dtype.kind == "b":
        values = values.view(np.uint8)
    if values.dtype.kind == "f" and values.dtype != np.float64:
        texted: list[Any] = values.astype(np.str_).tolist()
        return texted
    listed: list[Any] = values.tolist()
    return listed


def _check(plan: Plan) -> tuple[Label, ...]:
    """Return the labels, or raise ContentError where the plan is no table of single values."""
    if len(plan.tensors) != 1:
        raise ContentError(
            "csv-shape",
            say("A CSV file holds one tensor; this recipe makes {tensors}.", tensors=str(len(plan.tensors))),
            remedy=say("Export to .npz or .parquet, or choose one tensor."),
        )
    tensor = plan.tensors[0]
    shape = plan.shape(tensor)
    if len(shape) != 2:
        raise ContentError(
            "csv-shape",
            say(
                "A CSV file holds one value a step; a row of “{tensor}” has the shape {shape}.",
                tensor=tensor,
                shape=str(shape[1:]),
            ),
            remedy=say("Export to .npz, .npy or .parquet."),
        )
    labels = labels_of(plan)
    for label in labels:
        if label.column.inner_shape:
            raise ContentError(
                "csv-shape",
                say(
                    "The {role} column “{name}” holds several values a row.", role=label.role, name=label.name
                ),
                remedy=say("Export to .npz or .parquet, or ignore the column."),
            )
    check_names(_names(plan, labels))
    return labels


def _names(plan: Plan, labels: tuple[Label, ...]) -> Iterator[tuple[str, str]]:
    yield "length", "the column of lengths"
    for step in range(plan.shape(plan.tensors[0])[1]):
        yield f"step_{step}", f"the column of step {step}"
    for label in labels:
        yield label.name, f"the {label.role} column “{label.name}”"


def _header(plan: Plan, labels: tuple[Label, ...]) -> list[str]:
    width = plan.shape(plan.tensors[0])[1]
    return [
        *(quoted(neutral(label.name)) for label in labels),
        "length",
        *(f"step_{step}" for step in range(width)),
    ]


def _rows(labels: tuple[Label, ...], rows: slice, lengths: Any, values: NDArray[Any]) -> Iterator[list[Any]]:
    beside = [_cells(label.column[rows]) for label in labels]
    beside.append(lengths.tolist())
    for row, line in zip(zip(*beside, strict=True), texts(values), strict=True):
        yield [*row, *line]


def _cells(piece: Ragged) -> list[Any]:
    if piece.kind in ("text", "category"):
        return [quoted(neutral(word)) for word in words(piece)]
    cells = texts(piece.flat)
    for row in np.flatnonzero(missing_of(piece)).tolist():
        cells[row] = ""
    return cells


def _lines(rows: Iterable[list[Any]]) -> bytes:
    return "".join(f"{','.join(map(str, row))}\n" for row in rows).encode("utf-8", "replace")
