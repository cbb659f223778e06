"""Arrow arrays as Ragged columns: lists of every kind, nulls at every level, texts, categories, times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Kind, Ragged
from padviewer.core.data.times import times_as_numbers
from padviewer.core.finding import COUNT, MOST_ROWS, Finding, named
from padviewer.core.readers.inner_axes import assembled, check_axes, fixed_axes, ordered_axes
from padviewer.core.readers.limits import RAGGED_AXES, RANK, check_memory
from padviewer.core.sentence import Sentence, say

Bools = NDArray[np.bool_]


def why_left_out(kind: Any) -> str:
    """Say why a column of this Arrow type cannot be shown; empty where it can.

    Lists are ragged axes; lists of fixed size inside a list, of numbers, are fixed inner axes.
    """
    from pyarrow import types

    kind = plain_type(kind)
    if types.is_null(kind) or (types.is_fixed_size_list(kind) and kind.list_size == 0):
        return say("its rows hold nothing")
    ragged = inner = 0
    while is_list(kind):
        if ragged and _is_inner_axis(kind):
            inner += 1
        else:
            ragged += 1
        kind = plain_type(kind.value_type)
    if ragged > RAGGED_AXES and not _is_number(kind):  # of numbers the rows may show that some are fixed
        return too_ragged(ragged)
    if 1 + ragged + inner > RANK:
        axes = str(1 + ragged + inner)
        return say("it has {axes} axes, and at most {most} can be shown", axes=axes, most=str(RANK))
    if types.is_dictionary(kind):
        kind = plain_type(kind.value_type)
    if not (types.is_null(kind) or _is_text(kind) or _is_number(kind)):
        return say("its values are neither numbers nor texts")
    return ""


def too_ragged(axes: int) -> Sentence:
    """Say that so many axes are ragged."""
    return say(
        "{ragged} of its axes are ragged, and at most {most} can be shown",
        ragged=str(axes),
        most=str(RAGGED_AXES),
    )


def is_list(kind: Any) -> bool:
    """Whether an Arrow type is a list of any kind (a map is none)."""
    from pyarrow import types

    return bool(
        types.is_list(kind)
        or types.is_large_list(kind)
        or types.is_fixed_size_list(kind)
        or types.is_list_view(kind)
        or types.is_large_list_view(kind)
    )


def plain_type(kind: Any) -> Any:
    """Return the type under extension types and run-end encoding."""
    import pyarrow as pa

    while isinstance(kind, pa.BaseExtensionType) or pa.types.is_run_end_encoded(kind):
        kind = kind.storage_type if isinstance(kind, pa.BaseExtensionType) else kind.value_type
    return kind


@dataclass
class ColumnReader:
    """Reads one column's arrays, batch after batch.

    Parameters
    ----------
    name : str
        The column, for the findings.
    kinds : mapping of str to Kind
        What is decided beforehand of its axes.
    start : int
        The row of the file that comes next.
    left_out : Sentence or None
        Why the column cannot be shown, if its first rows say so.
    """

    name: str
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    start: int = 0
    left_out: Sentence | None = None
    _inner: tuple[int, ...] | None = None
    _decided: bool = False
    _findings: list[Finding] = field(default_factory=list)
    _dictionary: Any = None
    _names: tuple[str, ...] = ()

    def read(self, array: Any) -> tuple[Ragged, tuple[Finding, ...]]:
        """Return an Arrow array as a column, and what is to be said of it (rows count from its start)."""
        self._findings = []
        column = self._with_fixed_axes(self._read(array, ()))
        self.start += len(column)
        return column, tuple(self._findings)

    def _with_fixed_axes(self, column: Ragged) -> Ragged:
        """Return lists of lists of one length as fixed inner axes, as in every format.

        Raises
        ------
        KindChanged
            Its lists are not as long as those before.
        """
        if column.nested is None or column.kind not in ("integer", "float", "boolean"):
            return column
        levels, leaf = column.axis_lengths(), column.leaf
        missing = leaf.missing is not None and bool(leaf.missing.any())
        if not self._decided:
            order = ordered_axes(self.name, self.kinds, column.kind)
            self._inner = () if missing else fixed_axes(levels, order)
            self._decided = True
            if (ragged := len(levels) - len(self._inner or ())) > RAGGED_AXES and self._inner is not None:
                self.left_out = too_ragged(ragged)
        if not self.left_out:
            check_axes(self.name, levels, self._inner, column.kind, self.start, missing)
        inner = self._inner
        if inner is None:  # nothing stands in the lists yet: any shape holds them
            inner = (1,) * (len(levels) - RAGGED_AXES)
        compact = column.compact().leaf
        return assembled(Ragged(compact.flat, missing=compact.missing), levels, inner)

    def _read(self, array: Any, above: tuple[NDArray[np.int64], ...]) -> Ragged:
        """Read an array that stands under the ragged axes whose offsets are `above`, outermost first."""
        from pyarrow import types

        array = _plain(array)
        kind = array.type
        if is_list(kind) and not (above and _is_inner_axis(kind)):
            offsets, values = self._unpack_list(array, above)
            inner = self._read(values, (*above, offsets))
            if inner.row_offsets is None:
                return Ragged(inner.values, offsets, False, inner.missing, inner.dictionary)
            return Ragged(inner, offsets)
        if types.is_dictionary(kind) and not _is_text(plain_type(kind.value_type)):
            array = _plain(array.dictionary_decode())
            kind = array.type
        if types.is_dictionary(kind):
            return self._category(array, above)
        if _is_text(kind):
            return self._text(array, above)
        return self._numeric(array, above)

    def _unpack_list(self, array: Any, above: tuple[NDArray[np.int64], ...]) -> tuple[NDArray[np.int64], Any]:
        """Return a list array's own offsets from 0 and the values that they delimit."""
        import pyarrow.compute as pc

        if array.null_count:
            nulls = np.flatnonzero(_nulls(array))
            if above:
                self._say(
                    "null-lists",
                    say("Inner lists that are null: {count}. Each is read as an empty list.", count=COUNT),
                    nulls,
                    above,
                )
            else:
                self._say(
                    "null-rows",
                    say("Rows that are null: {count}. Each is read as an empty row.", count=COUNT),
                    nulls,
                    above,
                )
        lengths = pc.fill_null(pc.list_value_length(array), 0).to_numpy(zero_copy_only=False)
        check_memory(int(lengths.sum(dtype=np.int64)), self.name)  # list views may overlap
        return offsets_from_lengths(lengths), array.flatten()

    def _numeric(self, array: Any, above: tuple[NDArray[np.int64], ...]) -> Ragged:
        """Read numbers, truth values, times, and lists of fixed size of these as inner axes."""
        from pyarrow import types

        values, missing = _numbers(array)
        leaf = array.type
        while is_list(leaf):
            leaf = plain_type(leaf.value_type)
        if types.is_temporal(leaf):
            self._findings.append(times_as_numbers(self.name, leaf))
        if missing is None:
            return Ragged(values)
        steps: Bools = np.asarray(missing.any(axis=tuple(range(1, missing.ndim))))
        if values.dtype.kind == "f":
            values[missing] = np.nan
            self._say_missing(steps, above, say("they are NaN."))
            return Ragged(values)
        how = say("they are marked as missing.")
        if values.ndim > 1:
            how = say("they are marked as missing. A step with a missing value inside counts as missing.")
        self._say_missing(steps, above, how)
        return Ragged(values, missing=steps)

    def _text(self, array: Any, above: tuple[NDArray[np.int64], ...]) -> Ragged:
        import pyarrow as pa

        missing = _nulls(array) if array.null_count else None
        if missing is not None:
            self._say_missing(missing, above, say("they are marked as missing."))
        if not (pa.types.is_string(array.type) or pa.types.is_large_string(array.type)):
            array = array.cast(pa.large_string())
        if missing is not None:
            array = array.fill_null("")
        width = np.int32 if pa.types.is_string(array.type) else np.int64
        _, places, data = array.buffers()
        if len(array) == 0:
            return Ragged(np.empty(0, np.uint8), np.zeros(1, np.int64), True, missing)
        at = array.offset * np.dtype(width).itemsize
        offsets = np.frombuffer(places, width, len(array) + 1, at).astype(np.int64)
        first, last = int(offsets[0]), int(offsets[-1])
        letters = np.empty(0, np.uint8) if data is None else np.frombuffer(data, np.uint8)[first:last]
        return Ragged(letters, offsets - first, True, missing)

    def _category(self, array: Any, above: tuple[NDArray[np.int64], ...]) -> Ragged:
        import pyarrow as pa

        if len(array) == 0:  # Arrow may give an empty list's values an empty dictionary
            return Ragged(np.empty(0, np.int32), dictionary=self._names)
        if self._dictionary is None or not array.dictionary.equals(self._dictionary):
            self._dictionary = array.dictionary
            self._names = tuple(name or "" for name in array.dictionary.cast(pa.large_string()).to_pylist())
        nameless = _nulls(array.dictionary)
        codes, missing = _numbers(array.indices)
        codes = codes.astype(np.int32)
        gone = np.zeros(len(codes), bool) if missing is None else missing.copy()
        if nameless.any():
            gone |= nameless[codes]
        if not gone.any():
            return Ragged(codes, dictionary=self._names)
        codes[gone] = -1
        self._say_missing(gone, above, say("they are marked as missing."))
        return Ragged(codes, missing=gone, dictionary=self._names)

    def _say_missing(self, steps: Bools, above: tuple[NDArray[np.int64], ...], how: Sentence) -> None:
        at = np.flatnonzero(steps)
        if above:
            message = say("Missing steps (null): {count}; {how}", count=COUNT, how=how)
            self._say("missing-steps", message, at, above)
        else:
            message = say("Missing values (null): {count}; {how}", count=COUNT, how=how)
            self._say("missing-values", message, at, above)

    def _say(
        self, code: str, message: Sentence, at: NDArray[np.int64], above: tuple[NDArray[np.int64], ...]
    ) -> None:
        """Add a finding about the positions `at` under the ragged axes `above`, as rows."""
        count = len(at)
        for offsets in reversed(above):
            at = np.searchsorted(offsets, at, side="right") - 1
        rows = tuple(dict.fromkeys(at[: 64 * MOST_ROWS].tolist()))[:MOST_ROWS]
        if count:
            self._findings.append(named(Finding("info", code, message, count, rows, where=self.name)))


def _plain(array: Any) -> Any:
    """Return the array under extension types and run-end encoding."""
    import pyarrow as pa
    import pyarrow.compute as pc

    while isinstance(array.type, pa.BaseExtensionType) or pa.types.is_run_end_encoded(array.type):
        if isinstance(array.type, pa.BaseExtensionType):
            array = array.storage
        else:
            check_memory(8 * len(array), "run-end encoded values")
            array = pc.run_end_decode(array)
    return array


def _nulls(array: Any) -> Bools:
    nulls: Bools = array.is_null().to_numpy(zero_copy_only=False)
    return nulls


def _numbers(array: Any) -> tuple[NDArray[Any], Bools | None]:
    """Return values [n, ...] and, where any is null, which ones [n, ...]; nulls are 0 in the values.

    The values can be written to where there are nulls.
    """
    import pyarrow as pa

    array = _plain(array)
    kind = array.type
    nulls = _nulls(array) if array.null_count else None
    if is_list(kind):
        size = kind.list_size
        flat, inner = _numbers(array.values.slice(array.offset * size, len(array) * size))
        values = flat.reshape(len(array), size, *flat.shape[1:])
        if inner is None and nulls is None:
            return values, None
        missing = np.zeros(values.shape, bool) if inner is None else inner.reshape(values.shape)
        if nulls is not None:
            missing[nulls] = True
            values = values.copy()
            values[nulls] = 0
        return values, missing
    if pa.types.is_null(kind):
        check_memory(8 * len(array), "nulls")
        return np.zeros(len(array)), np.ones(len(array), bool) if len(array) else None
    if pa.types.is_boolean(kind):
        return array.fill_null(False).to_numpy(zero_copy_only=False).copy(), nulls
    dtype = np.dtype(f"i{kind.bit_width // 8}") if pa.types.is_temporal(kind) else kind.to_pandas_dtype()
    dtype = np.dtype(dtype)
    buffer = array.buffers()[1]
    if len(array) == 0 or buffer is None:
        values = np.zeros(len(array), dtype)
    else:
        values = np.frombuffer(buffer, dtype, len(array), array.offset * dtype.itemsize)
    if pa.types.is_temporal(kind):
        values = values.astype(np.int64)
    if nulls is not None:
        values = values.copy()
        values[nulls] = 0
    return values, nulls


def _is_inner_axis(kind: Any) -> bool:
    """Whether a type is a list of fixed size, at least 1, of numbers or of such lists."""
    from pyarrow import types

    if not types.is_fixed_size_list(kind) or kind.list_size == 0:
        return False
    inside = plain_type(kind.value_type)
    return _is_number(inside) or _is_inner_axis(inside)


def _is_number(kind: Any) -> bool:
    from pyarrow import types

    temporal = types.is_temporal(kind) and not types.is_interval(kind)
    return bool(types.is_boolean(kind) or types.is_integer(kind) or types.is_floating(kind) or temporal)


def _is_text(kind: Any) -> bool:
    from pyarrow import types

    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))
