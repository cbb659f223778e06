import json

import numpy as np
import pyarrow.parquet as pq
import pytest


@pytest.fixture
def padded(tmp_path):
    """Two rows of 2 and 1 real steps, with their lengths and labels."""
    np.savez(tmp_path / "p.npz", x=[[1, 2, 0], [3, 0, 0]], lengths=[2, 1], y=[7, 8])
    return tmp_path / "p.npz"


def test_rows_are_written_without_their_padding(ask, padded, tmp_path):
    said = ask("unpad", padded, "-o", tmp_path / "r.parquet")
    assert list(said) == ["path", "rows", "columns", "findings"]
    assert pq.read_table(tmp_path / "r.parquet")["x"].to_pylist() == [[1, 2], [3]]
    ask("unpad", padded, "-o", tmp_path / "r.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text("utf-8").splitlines()]
    assert [(line["x"], line["y"]) for line in lines] == [([1, 2], 7), ([3], 8)]


def test_every_kind_of_column_is_written(ask, tmp_path):
    path = tmp_path / "k.jsonl"
    rows = [
        {"i": [1], "f": [[0.5, 1.5]], "two": [[1], [2, 3]], "t": ["a"], "w": "b", "n": None},
        {"i": [2, None], "f": [], "two": [[]], "t": [], "w": "c", "n": 4},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    ask("unpad", path, "-o", tmp_path / "k.parquet")
    assert pq.read_table(tmp_path / "k.parquet").to_pylist() == rows


def test_what_cannot_be_written_is_refused(run, padded, tmp_path):
    ran = run("unpad", padded, "-o", tmp_path / "r.xyz")
    assert (ran.code, ran.out) == (2, "")
    assert ".parquet" in ran.err
    jsonl = tmp_path / "s.jsonl"
    jsonl.write_text('{"x": [1]}\n', "utf-8")
    assert run("unpad", jsonl, "-o", jsonl).code == 4
