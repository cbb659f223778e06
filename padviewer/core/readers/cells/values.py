"""Cells of text as values: which kind they are, and the column that they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Kind, Ragged

MISSING_WORDS = frozenset(("", "NA", "N/A", "n/a", "NaN", "nan", "NAN", "NULL", "null", "None", "none"))
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
LEADING_ZERO = re.compile(r"^[ \t]*[+-]?0[0-9]", re.MULTILINE)
INT64 = np.iinfo(np.int64)
EXACT_IN_FLOAT = 1 << 53


@dataclass(frozen=True)
class Cells:
    """What a sequence of cells turned out to be.

    Parameters
    ----------
    kind : Kind or None
        None where every cell is empty or a word for missing.
    column : Ragged
        A plain column, one value a cell; texts, numbers or booleans.
    rounded : int
        How many integers a float column cannot hold exactly.
    leading_zeros : int
        How many numbers were written with leading zeros, which numbers do not keep.
    """

    kind: Kind | None
    column: Ragged
    rounded: int = 0
    leading_zeros: int = 0


def join_kinds(one: Kind | None, other: Kind | None) -> Kind | None:
    """Return the narrowest kind that holds both; None stands for "nothing seen"."""
    if one is None or other is None or one == other:
        return one or other
    return "float" if {one, other} == {"integer", "float"} else "text"


def infer_kind(cells: Sequence[str]) -> Kind | None:
    """Return the kind of the cells: all integers of 64 bits, all numbers, all true or false, else text."""
    present = [cell for cell in cells if cell not in MISSING_WORDS]
    return _numbers(present)[0] if present else None


def read_cells(cells: Sequence[str], kind: Kind | None = None) -> Cells:
    """Return the cells as a plain column of `kind`, or of the kind they are.

    Integers become int64, numbers float64. Empty cells, and in numbers also NA, nan, null and None, are
    missing: NaN in floats, marked in ``missing`` elsewhere. A text column keeps every cell's exact text.

    Raises
    ------
    ValueError
        A cell does not fit `kind`; `misfit` finds it.
    """
    if kind in ("text", "category"):
        return Cells("text", Ragged.from_texts([cell or None for cell in cells]))
    some_missing = not MISSING_WORDS.isdisjoint(cells)
    gone = np.zeros(len(cells), np.bool_)
    present = cells
    if some_missing:
        gone[:] = [cell in MISSING_WORDS for cell in cells]
        present = [cell for cell in cells if cell not in MISSING_WORDS]
    found, values = _numbers(present) if present else (None, [])
    wide = join_kinds(kind, found)
    if kind is not None and wide != kind:
        raise ValueError(f"the cells are {found}, not {kind}")
    if wide == "text":
        return Cells("text", Ragged.from_texts([cell or None for cell in cells]))
    missing = gone if some_missing else None
    if wide in ("integer", "boolean"):
        filled: NDArray[Any] = np.zeros(len(cells), np.int64 if wide == "integer" else np.bool_)
        filled[~gone] = values
        return Cells(found, Ragged(filled, missing=missing), 0, _leading_zeros(present))
    numbers = np.full(len(cells), np.nan)
    numbers[~gone] = values
    return Cells(found, Ragged(numbers), _rounded(present, numbers[~gone]), _leading_zeros(present))


def misfit(cells: Sequence[str], kind: Kind) -> tuple[int, Kind]:
    """Return the first cell that does not fit `kind`, and the kind that holds all cells."""
    wide: Kind | None = kind
    first = -1
    for at, cell in enumerate(cells):
        wide = join_kinds(wide, infer_kind([cell]))
        if first < 0 and wide != kind:
            first = at
    return first, wide or kind


def is_number(cell: str) -> bool:
    """Whether the cell is written as a number."""
    return infer_kind([cell]) in ("integer", "float")


def are_numbers(cells: Sequence[str]) -> bool:
    """Whether all of the cells, at least one, are written as numbers; none is empty or a word for missing."""
    return MISSING_WORDS.isdisjoint(cells) and _numbers(cells)[0] in ("integer", "float")


def _numbers(present: Sequence[str]) -> tuple[Kind, list[int] | list[float] | list[bool]]:
    joined = "".join(present)
    if not joined.isascii() or "_" in joined:  # int() and float() take other digits and 1_000
        return "text", []
    try:
        integers = list(map(int, present))
    except ValueError:
        pass
    else:
        if max(integers) <= INT64.max and min(integers) >= INT64.min:
            return "integer", integers
        return "text", []
    try:
        numbers = list(map(float, present))
    except ValueError:
        if all(cell in BOOLEANS for cell in present):
            return "boolean", [BOOLEANS[cell] for cell in present]
        return "text", []
    for at in np.flatnonzero(np.isinf(numbers)).tolist():
        if "inf" not in present[at].lower():  # 1e999 overflows in silence
            return "text", []
    return "float", numbers


def _leading_zeros(present: Sequence[str]) -> int:
    return len(LEADING_ZERO.findall("\n".join(present)))


def _rounded(present: Sequence[str], numbers: NDArray[np.float64]) -> int:
    count = 0
    for at in np.flatnonzero(np.isfinite(numbers) & (np.abs(numbers) >= EXACT_IN_FLOAT)).tolist():
        digits = present[at].strip()
        count += digits.lstrip("+-").isdecimal() and int(digits) != int(numbers[at])
    return count
