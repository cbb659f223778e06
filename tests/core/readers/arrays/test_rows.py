"""Reading rows of NPY arrays in any order, and what the header's numbers mean."""

import io

import numpy as np
import pytest

from padviewer.core.errors import ContentError, UnsafeError
from padviewer.core.readers import limits
from padviewer.core.readers.arrays import rows as npy_rows
from padviewer.core.readers.arrays.rows import RowReader, read_header


def reader_of(array, strips=True):
    file = io.BytesIO()
    np.save(file, array)
    size = file.tell()
    file.seek(0)
    return RowReader(file, read_header(file, size, "x.npy", ""), "x.npy", strips)


def test_the_header_counts_as_numpy_does():
    array = np.zeros((3, 4, 5), ">i2")
    header = reader_of(array).header
    assert (header.rows, header.row_bytes, header.nbytes) == (3, array[0].nbytes, array.nbytes)
    assert header.dtype == array.dtype


@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("strips", [True, False])
@pytest.mark.parametrize("whole", [0, 1 << 20])
def test_any_stretch_of_rows(monkeypatch, order, strips, whole):
    monkeypatch.setattr(npy_rows, "PIECE_BYTES", whole)
    monkeypatch.setattr(npy_rows, "STRIP_BYTES", whole)
    array = np.asarray(np.arange(210).reshape(7, 5, 6), order=order)
    reader = reader_of(array, strips)
    for start, stop in [(0, 2), (5, 7), (3, 3), (0, 7)]:
        np.testing.assert_array_equal(reader.rows(start, stop), array[start:stop])


def test_a_large_fortran_member_needs_memory(monkeypatch):
    reader = reader_of(np.asfortranarray(np.ones((100, 100))), strips=False)
    monkeypatch.setattr(limits, "memory_limit", lambda: 1000)
    with pytest.raises(UnsafeError, match="memory"):
        reader.rows(0, 1)


def test_the_sample_is_spread_where_seeking_is_cheap(monkeypatch):
    monkeypatch.setattr(npy_rows, "SAMPLE_BYTES", 32 * 16)
    array = np.arange(2000).reshape(1000, 2)
    assert reader_of(array, strips=False).sample()[:, 0].tolist() == list(range(0, 64, 2))
    spread = reader_of(array).sample()
    assert len(spread) == 32
    assert spread[-1, -1] == 1999


def test_values_that_end_early():
    file = io.BytesIO()
    np.save(file, np.arange(4))
    size = file.tell()
    file.seek(0)
    reader = RowReader(file, read_header(file, size, "x.npy", ""), "x.npy")
    file.truncate(size - 1)
    with pytest.raises(ContentError, match="ends before its values do"):
        reader.rows(0, 4)
