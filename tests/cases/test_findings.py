"""What is said about the cases of rows that disagree, columns that belong together, and odd arguments."""

import json
from pathlib import Path

import numpy as np
import pytest

from padviewer.cli import main
from padviewer.core import Recipe, fit, open_dataset, pad, pad_sequences, prepare, resolve
from padviewer.core.checks.plan import check
from padviewer.core.errors import PadViewerError
from padviewer.core.recipe import propose

CASES = Path(__file__).resolve().parent


def expected(name):
    return json.loads((CASES / f"{name}.expect.json").read_text("utf-8"))["expect"]


def plan_of(path, recipe=None):
    data = open_dataset(CASES / path)
    fitted = fit(recipe or propose(data), data)
    return resolve(fitted, prepare(fitted, data))


def found(plan, code):
    (one,) = [finding for finding in check(plan) if finding.code == code]
    return one


def test_36_a_row_with_fewer_features_is_named():
    one = found(plan_of("36-feature-mismatch.jsonl"), "odd-size")
    assert (one.level, one.rows) == ("warning", (2,))
    assert "Row 2 has steps of 2 values, the other rows have steps of 3." in one.message


def test_38_a_short_line_is_named():
    plan = plan_of("38-short-line.csv")
    lengths = expected("38-short-line")["lengths"]
    assert plan.of(plan.tensors[0]).slots(slice(None)).length.tolist() == lengths
    one = found(plan, "odd-length")
    assert one.rows == (lengths.index(16),)
    assert "1 of 10 rows" in one.message
    assert "Row 6 has 16 steps" in one.message


def test_48_tokens_and_tags_that_disagree_are_an_error():
    plan = plan_of("48-tokens-tags.jsonl", Recipe.load(CASES / "48-tokens-tags.toml"))
    one = found(plan, "lengths-disagree")
    (wanted,) = expected("48-tokens-and-tags")["mismatch"]
    assert (one.level, one.rows) == ("error", (wanted["row"],))
    assert f"Row {wanted['row']} has {wanted['tokens']} tokens and {wanted['tags']} tags." in one.message


def test_49_labels_are_padded_beside_the_ids(tmp_path, capsys):
    out = tmp_path / "out.npz"
    file = str(CASES / "49-labels-minus-100.jsonl")
    said = main(["pad", file, "-o", str(out), "--column", "input_ids", "--companion", "labels=-100"])
    assert said == 0
    wanted = expected("49-labels-minus-100")
    with np.load(out) as arrays:
        assert arrays["input_ids"].tolist() == wanted["input_ids"]
        assert arrays["labels"].tolist() == wanted["labels"]
    assert "labels" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("column", "other", "width"), [("input_ids", "labels", 4), ("labels", "input_ids", 4)]
)
def test_49_both_have_the_longer_maxlen(column, other, width, tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"input_ids": [1, 2], "labels": [3]}\n{"input_ids": [4], "labels": [5, 6, 7, 8]}\n')
    out = tmp_path / "out.npz"
    assert main(["pad", str(rows), "-o", str(out), "--column", column, "--companion", other]) == 0
    with np.load(out) as arrays:
        assert arrays["input_ids"].shape == arrays["labels"].shape == (2, width)


def test_49_a_companion_is_another_column(tmp_path, capsys):
    file = str(CASES / "49-labels-minus-100.jsonl")
    words = ["pad", file, "-o", str(tmp_path / "o.npz"), "--column", "labels", "--companion"]
    assert main([*words, "labels=-100"]) == 1
    assert "padded already" in capsys.readouterr().err
    assert main([*words, "input_ids=x"]) == 2
    assert main([*words, "nothing"]) == 1


def test_52_lists_of_one_length_are_labels_of_two_axes(tmp_path):
    out = tmp_path / "out.npz"
    file = str(CASES / "52-vector-target.jsonl")
    assert main(["pad", file, "-o", str(out), "--column", "x", "--label", "y"]) == 0
    wanted = expected("52-vector-target")
    with np.load(out) as arrays:
        assert list(arrays["x"].shape) == wanted["x_shape"]
        assert arrays["y"].tolist() == wanted["y"]


def test_52_lists_of_unequal_lengths_are_none(tmp_path, capsys):
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"x": [1], "y": [1, 2]}\n{"x": [2], "y": [3]}\n')
    out = str(tmp_path / "o.npz")
    assert main(["pad", str(rows), "-o", out, "--column", "x", "--label", "y"]) == 1
    assert "holds sequences" in capsys.readouterr().err


@pytest.mark.parametrize(("column", "other"), [("list_int", "list_str"), ("list_str", "list_int")])
def test_56_every_finding_names_its_column_and_no_other(column, other):
    data = open_dataset(CASES / "56-null-lists.parquet")
    for finding in data.findings:
        assert f"“{finding.where}”" in finding.message
    fitted = fit(propose(data, column), data)
    said = check(resolve(fitted, prepare(fitted, data)))
    assert said
    for finding in said:
        assert f"“{column}”" in finding.message
        assert other not in finding.message
    (missing,) = [one for one in said if "missing" in one.message]
    assert missing.message.startswith(f"1 value of “{column}” is missing")
    if column == "list_str":
        assert "dtype" not in missing.remedy


def test_56_the_export_is_right(tmp_path):
    out = tmp_path / "o.npz"
    file = str(CASES / "56-null-lists.parquet")
    assert main(["pad", file, "-o", str(out), "--column", "list_int", "--fill", "0"]) == 0
    with np.load(out) as arrays:
        assert arrays["list_int"].tolist() == expected("56-null-lists")["export"]


@pytest.mark.parametrize(
    ("rows", "row", "value"),
    [([[1], ["chat", "bot"]], 1, "'chat'"), ([[1, 2], [3, None]], 1, "None"), ([[2**40]], 0, str(2**40))],
)
def test_57_the_row_and_the_value_are_named(rows, row, value):
    with pytest.raises(PadViewerError) as caught:
        pad_sequences(rows)
    assert f"row {row}" in str(caught.value)
    assert value in str(caught.value)


def test_57_pad_says_what_is_missing():
    with pytest.raises(PadViewerError, match="1 value of “x” is missing, first in row 1"):
        pad([[1, 2], [3, None]])
