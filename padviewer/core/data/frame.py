"""Tables of pandas: a DataFrame as columns, and columns as a DataFrame."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.column_names import column_renamed, free_name
from padviewer.core.data.ragged import Ragged
from padviewer.core.data.times import times_as_numbers
from padviewer.core.errors import ContentError
from padviewer.core.finding import COUNT, MOST_ROWS, Finding, named
from padviewer.core.sentence import Sentence, joined, say

if TYPE_CHECKING:
    import pandas as pd

LISTS = (list, tuple, np.ndarray)
Bools = NDArray[np.bool_]


def is_frame(value: Any) -> bool:
    """Whether a value is a DataFrame of pandas; asked without importing it."""
    return type(value).__module__.partition(".")[0] == "pandas" and hasattr(value, "columns")


def is_series(value: Any) -> bool:
    """Whether a value is a column of pandas; asked without importing it."""
    return type(value).__module__.partition(".")[0] == "pandas" and hasattr(value, "isna")


def columns_of(frame: pd.DataFrame) -> tuple[dict[str, Ragged], list[Finding]]:
    """Return the columns of a DataFrame, and what there is to say of them.

    An index that does more than count its rows comes first, as a column.

    Raises
    ------
    ContentError
        Names of several levels, or no column that can be shown.
    """
    if frame.columns.nlevels > 1:
        raise ContentError(
            "many-levels",
            say("The columns have names of {levels} levels.", levels=frame.columns.nlevels),
            remedy=say("Give each column one name, such as frame.columns.map('_'.join)."),
        )
    if not _only_counts(frame.index):
        frame = frame.reset_index(allow_duplicates=True)
    data: dict[str, Ragged] = {}
    said: list[Finding] = []
    left_out: list[Sentence] = []
    for place, label in enumerate(frame.columns):
        name = free_name(str(label), place, data)
        if name != str(label):
            said.append(column_renamed(str(label), place, name))
        series = frame.iloc[:, place]
        try:
            data[name], more = column_of(series, name)
        except ContentError as error:
            kind = str(series.dtype)
            message = say(
                "Column “{name}” of type {said} is left out. {what}", name=name, said=kind, what=error.what
            )
            left_out.append(message)
            said.append(Finding("warning", "column-left-out", message, 1, where=name))
        else:
            said += more
    if not data:
        why = joined(left_out) or say("It has no columns.")
        raise ContentError("no-columns", say("No column can be shown. {said}", said=why))
    return data, said


def _only_counts(index: Any) -> bool:
    """Whether an index says no more than the number of each row."""
    if index.nlevels > 1 or index.name is not None:
        return False
    return bool(index.dtype.kind in "iu" and np.array_equal(index.to_numpy(), np.arange(len(index))))


def column_of(series: pd.Series, name: str) -> tuple[Ragged, list[Finding]]:
    """Return a column of pandas, and what there is to say of it.

    Numbers keep their dtype. NaN among floats stays NaN; a null of any other dtype is
    missing. Lists, tuples and arrays in cells are rows of steps, a null among them an empty row.

    Raises
    ------
    ContentError
        Values that are neither numbers nor texts nor lists of them, or of mixed kinds.
    """
    import pandas as pd
    from pandas.api import types

    dtype = series.dtype
    if isinstance(dtype, pd.SparseDtype):
        series, dtype = series.sparse.to_dense(), dtype.subtype
    if isinstance(dtype, pd.CategoricalDtype):
        return _category(series, name)
    if isinstance(dtype, np.dtype) and dtype.kind in "biuf":
        return Ragged(series.to_numpy(copy=True)), []
    gone: Bools = series.isna().to_numpy(bool)
    if types.is_string_dtype(dtype) and not types.is_object_dtype(dtype):
        return Ragged.from_texts(_without_nulls(series, gone)), _missing_values(name, gone)
    if not isinstance(dtype, np.dtype) and types.is_numeric_dtype(dtype) and dtype.kind in "biuf":
        plain: np.dtype[Any] = dtype.numpy_dtype
        values = series.to_numpy(plain, na_value=False if plain.kind == "b" else 0)
        return Ragged(values, missing=gone if gone.any() else None), _missing_values(name, gone)
    if types.is_object_dtype(dtype) or isinstance(dtype, pd.ArrowDtype):
        cells = _without_nulls(series, gone)
        if any(isinstance(cell, LISTS) for cell in cells):
            return _lists(cells, name, gone)
        if all(cell is None or isinstance(cell, (str, bool, int, float, np.generic)) for cell in cells):
            return Ragged.from_lists(cells), _missing_values(name, gone)
    return _times(series, name, gone)


def _without_nulls(series: pd.Series, gone: Bools) -> list[Any]:
    """Return the cells, each null as None."""
    cells: list[Any] = series.tolist()
    for at in np.flatnonzero(gone).tolist():
        cells[at] = None
    return cells


def _category(series: pd.Series, name: str) -> tuple[Ragged, list[Finding]]:
    """Return categories of texts as such; those of other values are these values."""
    from pandas.api import types

    names = series.cat.categories
    if not types.is_string_dtype(names.dtype):
        return column_of(series.astype(names.dtype if not series.isna().any() else object), name)
    codes = series.cat.codes.to_numpy(np.int32)
    gone = codes < 0
    column = Ragged(codes, missing=gone if gone.any() else None, dictionary=tuple(map(str, names)))
    return column, _missing_values(name, gone)


def _lists(cells: list[Any], name: str, gone: Bools) -> tuple[Ragged, list[Finding]]:
    """Return rows of steps; arrays beside lists are read as lists."""
    cells = [_plain(cell) for cell in cells]
    there = [cell for cell in cells if cell is not None]
    if any(isinstance(cell, list) for cell in there) and any(isinstance(cell, np.ndarray) for cell in there):
        cells = [cell.tolist() if isinstance(cell, np.ndarray) else cell for cell in cells]
    column = Ragged.from_lists(cells)
    said = []
    if gone.any():
        message = say("Rows that are null: {count}. Each is read as an empty row.", count=COUNT)
        said.append(_finding("null-rows", message, name, np.flatnonzero(gone)))
    leaf = column.leaf
    if leaf.missing is not None and leaf.missing.any():
        at = np.flatnonzero(leaf.missing)
        node: Ragged | None = column
        above = []
        while node is not None and node.row_offsets is not None and not node.text:
            above.append(node.row_offsets)
            node = node.nested
        count = len(at)
        for offsets in reversed(above):
            at = np.searchsorted(offsets, at, side="right") - 1
        how = say("they are marked as missing.")
        message = say("Missing steps (null): {count}; {how}", count=COUNT, how=how)
        said.append(_finding("missing-steps", message, name, np.unique(at), count))
    return column, said


def _plain(cell: Any) -> Any:
    """Return a cell as an array of numbers, or as lists of plain values down to the last level."""
    import pandas as pd

    if isinstance(cell, np.ndarray):
        return cell if cell.dtype.kind in "biuf" and cell.ndim else [_plain(one) for one in cell.tolist()]
    if isinstance(cell, (list, tuple)):
        return [_plain(one) for one in cell]
    return None if cell is pd.NA or cell is pd.NaT else cell


def _times(series: pd.Series, name: str, gone: Bools) -> tuple[Ragged, list[Finding]]:
    """Return times as whole numbers in their unit.

    Raises
    ------
    ContentError
        They are no times.
    """
    import pyarrow as pa

    odd = ContentError("not-rows", say("Its values are neither numbers nor texts."))
    if series.dtype.kind not in "OMm":
        raise odd
    try:
        array = pa.array(series, from_pandas=True)
    except (pa.ArrowException, ValueError, TypeError) as error:
        raise odd from error
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    kind = array.type
    if not pa.types.is_temporal(kind) or pa.types.is_interval(kind):
        raise odd
    numbers = array.view(f"int{kind.bit_width}").fill_null(0).to_numpy(zero_copy_only=False)
    column = Ragged(numbers.astype(np.int64), missing=gone if gone.any() else None)
    return column, [times_as_numbers(name, kind), *_missing_values(name, gone)]


def _missing_values(name: str, gone: Bools) -> list[Finding]:
    if not gone.any():
        return []
    how = say("they are marked as missing.")
    message = say("Missing values (null): {count}; {how}", count=COUNT, how=how)
    return [_finding("missing-values", message, name, np.flatnonzero(gone))]


def _finding(code: str, message: Sentence, name: str, rows: NDArray[Any], count: int = 0) -> Finding:
    first = tuple(rows[:MOST_ROWS].tolist())
    return named(Finding("info", code, message, count or len(rows), first, where=name))


def to_frame(data: Mapping[str, Ragged]) -> pd.DataFrame:
    """Return columns as a DataFrame; see `Dataset.to_pandas`."""
    import pandas as pd

    return pd.DataFrame({name: _cells(column) for name, column in data.items()})


def _cells(column: Ragged) -> Any:
    import pandas as pd

    if column.text:
        return pd.Series(column.texts(), dtype=pd.Series(["a"]).dtype)
    if column.ragged_axes:
        return _listed(_rows(column))
    values = column.flat
    if column.inner_shape:
        return _listed(list(values))
    gone = column.missing
    if column.dictionary is not None:
        codes = values if gone is None else np.where(gone, -1, values)
        names = column.dictionary
        if len(set(names)) == len(names):
            return pd.Categorical.from_codes(codes, pd.Index(names, dtype=pd.Series(["a"]).dtype))
        return pd.Series([names[code] if code >= 0 else None for code in codes.tolist()], dtype=object)
    if gone is None:
        return values
    if values.dtype.kind == "b":
        return pd.arrays.BooleanArray(values.copy(), gone.copy())
    return pd.arrays.IntegerArray(values.copy(), gone.copy())


def _rows(column: Ragged) -> list[Any]:
    """Return rows as arrays of numbers that share the values, else as lists."""
    leaf = column.leaf
    if leaf.text or leaf.dictionary is not None or leaf.missing is not None:
        return column.to_lists()
    ends = column.offsets.tolist()
    inner = column.nested
    items: Any = column.flat if inner is None else _rows(inner)
    return [items[start:stop] for start, stop in pairwise(ends)]


def _listed(rows: list[Any]) -> Any:
    """Return rows as one column of objects: pandas would make a table of arrays of one length."""
    import pandas as pd

    cells = np.empty(len(rows), object)
    for at, row in enumerate(rows):
        cells[at] = row
    return pd.Series(cells, dtype=object)
