"""CSV files that an export of ours wrote: labels, length, step_0, step_1, … as the rows they were made of."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError, unreadable
from padviewer.core.finding import MOST_ROWS, Finding
from padviewer.core.readers.base import WHOLE, KindChanged, ReadOptions
from padviewer.core.readers.csv.columns import ColumnPlan
from padviewer.core.readers.csv.plans import build_column, column_findings, plan_column
from padviewer.core.readers.csv.records import Records
from padviewer.core.readers.own.rows import BESIDE, RECIPE, ROWS, SIDES, Int64, cut, real_steps
from padviewer.core.readers.own.sidecar import TEXTS, Said, said_of
from padviewer.core.sentence import say, say_count

LENGTH, STEP = "length", "step_"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
HEADER_BYTES = 1 << 22
NAME = "x"
Read = Callable[[Path, ReadOptions], Iterator[Dataset]]


def is_own(path: Path, options: ReadOptions) -> bool:
    """Whether the first line names the columns of an export, and nothing else is asked for."""
    asked = (options.delimiter, options.header, options.shape, options.encoding, options.columns or None)
    if any(one is not None for one in asked) or any(name.endswith(WHOLE) for name in options.kinds):
        return False
    try:
        with path.open(encoding="utf-8", errors="replace", newline="\n") as file:
            line = file.readline(HEADER_BYTES)
            while line.count('"') % 2 and len(line) < HEADER_BYTES and (more := file.readline(HEADER_BYTES)):
                line += more
        return f"{STEP}0" in line and _first_step(line) > 0
    except (OSError, csv.Error):
        return False  # whose reader says what is wrong


def read_own(path: Path, options: ReadOptions, otherwise: Read) -> Iterator[Dataset]:
    """Yield the rows that an export was made of; what is none after all is read `otherwise`.

    The sidecar says on which side the rows are padded, and what the labels were. Without it the cells tell:
    behind, before or around the steps that `length` counts stands one value.

    Raises
    ------
    KindChanged
        A later row is not as an export writes it: the file is read as a table then.
    ContentError, UnsafeError
        See `Records`.
    """
    try:
        said, findings = said_of(path)
    except OSError as error:
        raise unreadable(error, path) from error
    own = _Own(said, options)
    source = Records(path, None)
    header = True
    for records in source.pieces(","):
        if header:
            own.names(records.pop(0))
            header = False
        try:
            piece = own.piece(records)
        except _NotOursError as error:
            if own.rows:
                raise KindChanged(own.name + WHOLE, "float", own.rows + error.row) from None
            findings += (error.finding,)
            for piece in otherwise(path, options):
                yield replace(piece, findings=findings + piece.findings)
                findings = ()
            return
        yield replace(piece, findings=findings + piece.findings)
        findings = ()
    if own.rows == 0:
        raise ContentError("empty-file", say("There is no row below the first line."), where=str(path))
    late = own.late()
    if late:
        yield replace(piece.rows(0, 0), findings=late)


class _NotOursError(Exception):
    """Rows that are not as an export writes them, with what is said of it."""

    def __init__(self, row: int, name: str) -> None:
        super().__init__(row)
        self.row = row
        message = say(
            "“{companion}” does not fit “{name}”: what it calls padding is not of one value, as row {row} "
            "shows. The rows are read whole.",
            companion=LENGTH, name=f"{STEP}0 …", row=row,
        )  # fmt: skip
        remedy = say("Keep an export and its sidecar together.")
        self.finding = Finding("warning", "companion-contradicts", message, 1, (row,), remedy, name)


class _Own:
    """The columns of an export's table, piece by piece."""

    def __init__(self, said: Said | None, options: ReadOptions) -> None:
        self.said = said
        self.kinds = options.kinds
        self.name = said.name if said is not None else NAME
        self.rows = 0
        self.labels: list[str] = []
        self.side = "" if said is None else said.sides[0]
        self.dtype: np.dtype[Any] | None = None if said is None else said.dtype
        self.plans: list[ColumnPlan] = []
        self.doubt: Finding | None = None

    def names(self, header: Sequence[str]) -> None:
        """Take the first line."""
        self.labels = [plain(name) for name in header[: header.index(LENGTH)]]
        self.width = len(header) - len(self.labels) - 1
        if self.said is not None and (len(self.said.columns), self.said.shape[1:]) != (
            len(self.labels),
            (self.width,),
        ):
            self.said = None

    def piece(self, records: Sequence[list[str]]) -> Dataset:
        """Return the rows of some records; raises _NotOursError for what is none of an export."""
        at = len(self.labels)
        for row, record in enumerate(records):
            if len(record) != at + 1 + self.width:
                raise _NotOursError(row, self.name)
        block = self._block([record[at + 1 :] for record in records])
        try:
            kept = np.array([int(record[at]) for record in records], np.int64)
        except (ValueError, OverflowError):
            raise _NotOursError(0, self.name) from None
        bad = np.flatnonzero((kept < 0) | (kept > self.width))
        if len(bad):
            raise _NotOursError(int(bad[0]), self.name)
        mask = real_steps(kept, self.width, self.side or self._guess(block, kept))
        if self.said is None and (wrong := _contradiction(block, mask)) >= 0:
            raise _NotOursError(wrong, self.name)
        columns = list(zip(*(record[:at] for record in records), strict=True)) or [()] * at
        labels, findings = self._labels(columns)
        data = {self.name: cut(block, [mask]), **labels}
        if self.doubt is not None and not self.rows:
            findings.append(self.doubt)
        self.rows += len(records)
        guessed = {RECIPE: BESIDE} if self.said is not None else {}
        return Dataset(data, guessed={**guessed, f"shape of {self.name}": ROWS}, findings=tuple(findings))

    def late(self) -> tuple[Finding, ...]:
        """Return what there is to say of the labels after the last row."""
        return tuple(
            replace(one, rows=tuple(row - self.rows for row in one.rows))
            for plan in self.plans
            for one in column_findings(plan)
        )

    def _block(self, rows: Sequence[Sequence[str]]) -> NDArray[Any]:
        flat = [cell for row in rows for cell in row]
        dtype = self.dtype
        if dtype is None:
            asked = self.kinds.get(self.name)
            dtype = np.dtype(np.float64 if asked == "float" or not _are_whole(flat) else np.int64)
        try:
            whole = dtype.kind in "iub"
            values = np.array(list(map(int if whole else float, flat)), np.float64 if not whole else None)
            block = values.astype(dtype).reshape(len(rows), self.width)
        except (ValueError, OverflowError, TypeError):
            bad = next((at for at, cell in enumerate(flat) if not _is_float(cell)), -1)
            if bad < 0 and self.said is None and self.rows:
                raise KindChanged(self.name, "float", self.rows) from None
            raise _NotOursError(max(bad, 0) // self.width, self.name) from None
        self.dtype = dtype
        return block

    def _guess(self, block: NDArray[Any], kept: Int64) -> str:
        """Return the side of the padding where no sidecar says it; what else may be is said."""
        fitting = {}
        for side in SIDES:
            mask = real_steps(kept, self.width, side)
            if _contradiction(block, mask) < 0:
                fitting[side] = mask
        if not fitting:
            mask = real_steps(kept, self.width, "post")
            raise _NotOursError(max(_contradiction(block, mask), 0), self.name)
        self.side, first = next(iter(fitting.items()))
        for mask in fitting.values():
            rows = np.flatnonzero((mask != first).any(axis=1) & (kept > 0))
            if len(rows) and self.doubt is None:
                self.doubt = _in_doubt(self.name, rows)
        return self.side

    def _labels(self, columns: Sequence[Sequence[str]]) -> tuple[dict[str, Ragged], list[Finding]]:
        if self.said is not None:
            found = zip(self.said.columns, columns, strict=True)
            return {how["name"]: _label(cells, how) for how, cells in found}, []
        if not self.plans:
            self.plans = [
                plan_column(name, cells, "", self.kinds)
                for name, cells in zip(self.labels, columns, strict=True)
            ]
        data: dict[str, Ragged] = {}
        said: list[Finding] = []
        for plan, cells in zip(self.plans, columns, strict=True):
            data[plan.name], more = build_column(plan, cells, self.rows)
            said += more
        return data, said


def plain(text: str) -> str:
    """Return the text without the apostrophe that keeps a spreadsheet from taking it for a formula.

    >>> plain("'=1+1"), plain("a=1"), plain("'tis")
    ('=1+1', 'a=1', "'tis")
    """
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(DANGEROUS) else text


def _first_step(line: str) -> int:
    """Return where ``step_0`` stands behind ``length`` in a header whose last cells count up; 0: nowhere."""
    header = next(csv.reader([line]), [])
    if LENGTH not in header:
        return 0
    at = header.index(LENGTH)
    steps = header[at + 1 :]
    return at + 1 if steps and steps == [f"{STEP}{number}" for number in range(len(steps))] else 0


def _label(cells: Sequence[str], how: dict[str, Any]) -> Ragged:
    """Return a label or weight as the sidecar says that it was."""
    gone = np.array([not cell for cell in cells], bool)
    missing = gone if how["missing"] and gone.any() else None
    if how["kind"] in TEXTS:
        texts = Ragged.from_texts([plain(cell) for cell in cells])
        return replace(texts, missing=missing)
    dtype = np.dtype(how["dtype"])
    whole = dtype.kind in "iub"
    filled = [cell or ("0" if whole else "nan") for cell in cells]
    values = np.array(list(map(int if whole else float, filled)), None if whole else np.float64)
    return Ragged(values.astype(dtype), missing=missing)


def _are_whole(cells: Sequence[str]) -> bool:
    try:
        numbers = list(map(int, cells))
    except ValueError:
        return False
    most = np.iinfo(np.int64)
    return not numbers or (min(numbers) >= most.min and max(numbers) <= most.max)


def _is_float(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _contradiction(block: NDArray[Any], mask: NDArray[np.bool_]) -> int:
    """Return the first row in which what is no real step is not of one value; -1 where there is none."""
    padding = block[~mask]
    if not len(padding):
        return -1
    fill = padding[0]
    wrong = ~mask & ((block != fill) if fill == fill else ~np.isnan(block))
    rows = np.flatnonzero(wrong.any(axis=1))
    return int(rows[0]) if len(rows) else -1


def _in_doubt(name: str, rows: Int64) -> Finding:
    message = say_count(
        "{count} row of “{name}” may be padded at its end or at its beginning: there is the same value at "
        "both. The padding is taken to be at the end.",
        "{count} rows of “{name}” may be padded at their ends or at their beginnings: there is the same "
        "value at both. The padding is taken to be at the ends.",
        len(rows),
        name=name,
    )
    remedy = say("Keep an export and its sidecar together.")
    return Finding(
        "warning", "two-readings", message, len(rows), tuple(rows[:MOST_ROWS].tolist()), remedy, name
    )
