"""ORC files written by pyarrow."""

import pyarrow as pa
import pytest
from pyarrow import orc

from padviewer.cli import main
from padviewer.core import open_dataset
from padviewer.core.errors import ContentError, UnsafeError
from padviewer.core.readers.arrow import batches
from padviewer.core.readers.arrow import orc as reader

ROWS = [[1, 2], [], None, [3]]
TABLE = pa.table(
    {
        "x": pa.array(ROWS, pa.list_(pa.int32())),
        "deep": [[[1], [2, 3]], [], [[4]], None],
        "t": ["a", None, "", "ü"],
        "f": [0.5, None, 1.5, 2.0],
        "about": [{"a": 1}] * 4,
    }
)


def test_columns_are_what_was_written(tmp_path):
    path = tmp_path / "x.orc"
    orc.write_table(TABLE, path)
    dataset = open_dataset(path)
    assert (dataset.format, dataset.columns) == ("ORC", ("x", "deep", "t", "f"))
    assert dataset["x"].to_lists() == [row or [] for row in ROWS]
    assert dataset["x"].dtype == "int32"
    assert dataset["deep"].to_lists() == [[[1], [2, 3]], [], [[4]], []]
    assert dataset["t"].to_lists() == ["a", None, "", "ü"]
    assert {one.code for one in dataset.findings} >= {"null-rows", "column-left-out", "missing-values"}
    (tmp_path / "other.dat").write_bytes(path.read_bytes())
    assert open_dataset(tmp_path / "other.dat").format == "ORC"


def test_many_stripes_and_names_that_need_places(tmp_path, monkeypatch):
    monkeypatch.setattr(batches, "PIECE_BYTES", 50_000)
    rows = [[at] * (at % 4) for at in range(60_000)]
    table = pa.table({"a.b": rows, "c": range(60_000)})
    orc.write_table(table, tmp_path / "x.orc", stripe_size=100_000)
    assert orc.ORCFile(tmp_path / "x.orc").nstripes > 1
    dataset = open_dataset(tmp_path / "x.orc")
    assert dataset["a.b"].to_lists() == rows
    assert dataset["c"].to_lists() == list(range(60_000))


def test_a_long_table_and_no_rows(tmp_path):
    orc.write_table(pa.table({"id": [1, 2, 1], "x": [5, 6, 7]}), tmp_path / "x.orc")
    assert open_dataset(tmp_path / "x.orc", long="id")["x"].to_lists() == [[5, 7], [6]]
    orc.write_table(TABLE.slice(0, 0), tmp_path / "none.orc")
    assert len(open_dataset(tmp_path / "none.orc")) == 0


def test_damage_and_bombs_are_refused(tmp_path, monkeypatch, capsys):
    path = tmp_path / "x.orc"
    orc.write_table(TABLE, path)
    good = path.read_bytes()
    for damaged in (good[:20], good[: len(good) // 2], good[:-9] + b"\xff" * 9, b"ORC" + b"\0" * 400):
        path.write_bytes(damaged)
        with pytest.raises(ContentError):
            open_dataset(path)
    assert main(["info", str(path)]) == 1
    assert "ORC content is damaged" in capsys.readouterr().err
    orc.write_table(pa.table({"n": [0] * 2_000_000}), path)
    monkeypatch.setattr(reader, "memory_limit", lambda: 10_000_000)
    with pytest.raises(UnsafeError, match="would unpack to 2,000,000 values"):
        open_dataset(path)
