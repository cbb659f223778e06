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


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_the_mask_is_as_short_as_the_rows(ask, tmp_path, suffix):
    rows = [([5, 6, 0, 0], [1, 1, 0, 0]), ([7, 8, 9, 0], [1, 1, 1, 0]), ([3, 4, 2, 1], [1, 1, 1, 1])]
    path = tmp_path / f"m.{suffix}"
    if suffix == "csv":
        path.write_text(
            "input_ids,attention_mask\n" + "".join(f'"{x}","{mask}"\n' for x, mask in rows), "utf-8"
        )
    else:
        lines = (json.dumps({"input_ids": x, "attention_mask": mask}) for x, mask in rows)
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    ask("unpad", path, "-o", tmp_path / "r.parquet")
    table = pq.read_table(tmp_path / "r.parquet")
    assert table["input_ids"].to_pylist() == [[one for one in x if one] for x, _ in rows]
    assert table["attention_mask"].to_pylist() == [[1] * sum(mask) for _, mask in rows]


def test_lengths_before_leftovers_alone_are_believed_and_said_to_be(ask, tmp_path):
    path = tmp_path / "l.csv"
    path.write_text("x,lengths\n5 6 3 8,2\n7 8 9 4,3\n3 4 2 1,4\n", "utf-8")
    said = ask("unpad", path, "-o", tmp_path / "r.parquet")
    assert pq.read_table(tmp_path / "r.parquet")["x"].to_pylist() == [[5, 6], [7, 8, 9], [3, 4, 2, 1]]
    (message,) = [one["message"] for one in said["findings"] if one["code"] == "padded-already"]
    assert message.startswith("“lengths” says that 3 steps of “x” are padding")
    assert "agrees" not in message


@pytest.fixture
def looks_padded(tmp_path):
    """Sixty rows of 1 to 12 steps, filled with 0 to 12."""
    random = np.random.default_rng(1)
    rows = [random.integers(1, 99, random.integers(1, 13)).tolist() for _ in range(60)]
    path = tmp_path / "looks.jsonl"
    path.write_text("".join(json.dumps({"x": row + [0] * (12 - len(row))}) + "\n" for row in rows), "utf-8")
    return path, rows


@pytest.mark.parametrize("shape", [(), ("--shape", "rows"), ("--shape", "unpad")], ids=" ".join)
def test_a_shape_of_the_file_leaves_no_padding(ask, looks_padded, tmp_path, shape):
    path, rows = looks_padded
    said = ask("unpad", path, "-o", tmp_path / "r.parquet", *shape)
    assert pq.read_table(tmp_path / "r.parquet")["x"].to_pylist() == rows
    assert [one["code"] for one in said["findings"]] == ["padded-already"]


def test_a_shape_that_undoes_the_command_is_refused(run, looks_padded, tmp_path):
    path, _ = looks_padded
    ran = run("unpad", path, "-o", tmp_path / "r.parquet", "--shape", "dense")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("padviewer: --shape dense keeps the padding")
    assert not (tmp_path / "r.parquet").exists()
    ran = run("detect", path, "--shape", "unpad")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("padviewer: --shape unpad takes off the padding")
