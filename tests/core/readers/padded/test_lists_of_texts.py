"""Lists of texts of one length are no padded array: their bytes are no values."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from padviewer.core import Ragged, open_dataset
from padviewer.core.readers.padded.companions import block_of


@pytest.mark.parametrize("rows", [[[None]], [[None], ["a"]], [["a"], ["bc"]], [["", ""], ["a", "b"]]])
def test_lists_of_texts_of_one_length_are_read(tmp_path, rows):
    pq.write_table(pa.table({"x": pa.array(rows, pa.list_(pa.string()))}), tmp_path / "x.parquet")
    dataset = open_dataset(tmp_path / "x.parquet")
    assert dataset["x"].to_lists() == rows
    assert block_of(dataset["x"]) is None
    assert not [one for one in dataset.findings if one.code == "looks-padded"]


def test_categories_in_lists_are_no_array_either():
    column = Ragged.from_lists([[0, 1], [1, 0]])
    named = Ragged(column.flat.astype("int32"), column.offsets, dictionary=("a", "b"))
    assert block_of(column) is not None
    assert block_of(named) is None
