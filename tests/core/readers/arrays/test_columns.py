"""Columns made of arrays in memory: offsets, masks and lengths, texts in rows."""

import io

import numpy as np
import pytest

from padviewer.core.errors import ContentError
from padviewer.core.readers.arrays.columns import ArrayColumn, FlatColumn, PaddedColumn, texts_of
from padviewer.core.readers.arrays.rows import RowReader, read_header


def reader_of(array):
    file = io.BytesIO()
    np.save(file, array)
    size = file.tell()
    file.seek(0)
    return RowReader(file, read_header(file, size, "x.npy", ""), "x.npy")


def test_flat_columns_read_any_stretch_of_rows():
    column = FlatColumn(reader_of(np.arange(10, 20)), np.array([1, 3, 3, 8]))
    assert column.rows == 3
    assert column.read(0, 3)[0].to_lists() == [[11, 12], [], [13, 14, 15, 16, 17]]
    assert column.read(1, 3)[0].to_lists() == [[], [13, 14, 15, 16, 17]]
    assert column.read(1, 1)[0].to_lists() == []


def test_padded_columns_read_any_stretch_of_rows():
    array = np.array([[1, 2, 0], [0, 0, 0], [3, 4, 5]])
    column = PaddedColumn(reader_of(array), None, np.array([2, 0, 3]))
    assert column.read(1, 3)[0].to_lists() == [[], [3, 4, 5]]
    holes = PaddedColumn(reader_of(array), reader_of(array != 2), None)
    assert holes.read(0, 1)[0].to_lists() == [[1, 0]]


def test_mask_against_lengths():
    array = np.array([[1, 2]])
    column = PaddedColumn(reader_of(array), reader_of(array > 1), np.array([2]))
    with pytest.raises(ContentError, match="different things"):
        column.read(0, 1)


def test_whole_columns_say_what_they_guessed():
    assert ArrayColumn("x", reader_of(np.arange(3)), None).guessed == ""
    assert ArrayColumn("x", reader_of(np.ones((2, 2))), None).guessed == "dense"
    assert ArrayColumn("x", reader_of(np.array([["a", ""]])), "dense").guessed == "dense"
    assert ArrayColumn("x", reader_of(np.zeros((2, 2), "M8[s]")), "nan-tail").guessed == "dense"


def test_texts_with_nul_inside_stay_whole():
    assert texts_of(np.array(["a\0b", "é"]), "x").to_lists() == ["a\0b", "é"]
