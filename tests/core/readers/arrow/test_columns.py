"""Single Arrow arrays as columns: slices inside slices, fixed sizes, what stands behind nulls."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.readers.arrow.columns import ColumnReader, why_left_out


def column_of(array):
    return ColumnReader("x").read(array)[0]


@given(
    rows=st.lists(
        st.none() | st.lists(st.none() | st.tuples(st.integers(-5, 5), st.integers(-5, 5)), max_size=4)
    ),
    cut=st.tuples(st.integers(0, 9), st.integers(0, 9)),
)
def test_fixed_inner_axes_of_slices(rows, cut):
    array = pa.array(rows, pa.list_(pa.list_(pa.int64(), 2))).slice(*cut)
    column = column_of(array)
    steps = [step for row in array.to_pylist() for step in row or []]
    assert column.inner_shape == (2,)
    assert column.axis_lengths()[0].tolist() == [len(row or []) for row in array.to_pylist()]
    assert column.flat.tolist() == [[0, 0] if step is None else step for step in steps]
    missing = np.zeros(len(steps), bool) if column.missing is None else column.missing
    assert missing.tolist() == [step is None for step in steps]


def test_data_behind_null_rows_is_not_read():
    behind = pa.ListArray.from_arrays(
        pa.array([0, 2, 4, 5], pa.int32()), pa.array([1, 2, 3, 4, 5]), mask=pa.array([False, True, False])
    )
    assert column_of(behind).to_lists() == [[1, 2], [], [5]]
    assert column_of(behind).flat.tolist() == [1, 2, 5]


def test_text_behind_nulls_is_not_read():
    _, places, letters = pa.array(["ab", "cd", "ef"]).buffers()
    hidden = pa.StringArray.from_buffers(3, places, letters, pa.py_buffer(b"\x05"))
    column = column_of(hidden.slice(1))
    assert column.to_lists() == [None, "ef"]
    assert column.flat.tobytes() == b"ef"


def test_values_behind_nulls_are_zero():
    hidden = pa.Array.from_buffers(pa.int64(), 3, [pa.py_buffer(b"\x05"), pa.array([7, 8, 9]).buffers()[1]])
    column = column_of(hidden)
    assert column.flat.tolist() == [7, 0, 9]
    assert column.missing.tolist() == [False, True, False]


def test_out_of_order_list_views_come_in_the_order_of_rows():
    views = pa.ListViewArray.from_arrays(
        pa.array([3, 0, 1], pa.int32()), pa.array([2, 2, 3], pa.int32()), pa.array([10, 11, 12, 13, 14])
    )
    assert column_of(views).to_lists() == [[13, 14], [10, 11], [11, 12, 13]]


def test_the_dictionary_is_turned_into_names_once():
    reader = ColumnReader("x")
    array = pa.array(["b", "a", "b"]).dictionary_encode()
    first, second = (reader.read(array.slice(*cut))[0] for cut in [(0, 1), (1, 2)])
    assert first.dictionary is second.dictionary
    assert second.to_lists() == ["a", "b"]


def test_large_indices_of_a_dictionary_are_narrowed():
    array = pa.DictionaryArray.from_arrays(pa.array([1, None, 0], pa.uint64()), pa.array(["a", "b"]))
    column = column_of(array)
    assert column.flat.tolist() == [1, -1, 0]
    assert column.flat.dtype == np.int32


def test_rows_of_findings_are_rows_of_the_outermost_axis():
    _, findings = ColumnReader("x").read(pa.array([[[1]], [], [None, [2, None]], [[None], [None]]]))
    said = {finding.code: (finding.count, finding.rows) for finding in findings}
    assert said == {"null-lists": (1, (2,)), "missing-steps": (3, (2, 3))}


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        (pa.list_(pa.list_(pa.int8())), ""),
        (pa.list_(pa.list_(pa.list_(pa.int8(), 2), 2)), ""),
        (pa.run_end_encoded(pa.int32(), pa.float32()), ""),
        (pa.dictionary(pa.int8(), pa.binary()), "neither numbers nor texts"),
        (pa.month_day_nano_interval(), "neither numbers nor texts"),
        (pa.uuid(), "neither numbers nor texts"),
        (pa.list_(pa.struct([("a", pa.int8())])), "neither numbers nor texts"),
        (pa.list_(pa.list_(pa.large_list(pa.string()), 2)), "3 of its axes are ragged"),
    ],
)
def test_what_is_left_out(kind, why):
    assert (why in why_left_out(kind)) if why else (why_left_out(kind) == "")
