import hashlib
import json

import numpy as np
import pytest

from padviewer.core import Recipe


def test_json_has_the_documented_keys(ask, lists, tmp_path):
    out = tmp_path / "o.npz"
    said = ask("pad", lists, "-o", out)
    assert list(said) == ["path", "files", "tensors", "findings", "bytes", "recipe"]
    (tensor,) = said["tensors"]
    assert list(tensor) == ["name", "shape", "dtype", "file", "sha256"]
    assert (tensor["name"], tensor["shape"], tensor["dtype"]) == ("x", [4, 4], "int32")
    assert tensor["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert said["recipe"] is None


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ((), [[5, 6, 7, 8], [9, 10, 0, 0], [0, 0, 0, 0], [11, 0, 0, 0]]),
        (("--maxlen", "2"), [[5, 6], [9, 10], [0, 0], [11, 0]]),
        (("--maxlen", "2", "--truncating", "pre", "--padding", "pre"), [[7, 8], [9, 10], [0, 0], [0, 11]]),
        (("--maxlen", "p75", "--value", "-1"), [[5, 6], [9, 10], [-1, -1], [11, -1]]),
        (("--maxlen", "3", "--truncating", "middle"), [[5, 6, 8], [9, 10, 0], [0, 0, 0], [11, 0, 0]]),
        (("--maxlen", "3", "--mode", "edge"), [[5, 6, 7], [9, 10, 10], [0, 0, 0], [11, 11, 11]]),
        (("--maxlen", "3", "--padding", "both"), [[5, 6, 7], [9, 10, 0], [0, 0, 0], [0, 11, 0]]),
        (("--maxlen", "1", "--multiple-of", "2"), [[5, 6], [9, 10], [0, 0], [11, 0]]),
        (("--rows", "1:3"), [[9, 10], [0, 0]]),
        (("--rows", "3:"), [[11]]),
        (("--rows", ":1"), [[5, 6, 7, 8]]),
    ],
)
def test_flags_do_what_they_say(ask, lists, tmp_path, flags, expected):
    out = tmp_path / "o.npy"
    ask("pad", lists, "-o", out, "--column", "x", *flags)
    assert np.load(out).tolist() == expected


@pytest.mark.parametrize(
    ("value", "dtype", "fill"),
    [("-1", "int8", -1), ("-1e1", "float32", -10), ("-.5", "float32", -0.5), ("-inf", "float64", -np.inf),
     ("nan", "float16", np.nan), ("7", "uint64", 7)],
)  # fmt: skip
def test_negative_and_odd_fills_are_numbers(ask, lists, tmp_path, value, dtype, fill):
    out = tmp_path / "o.npy"
    ask("pad", lists, "-o", out, "--value", value, "--dtype", dtype)
    array = np.load(out)
    assert array.dtype == dtype
    np.testing.assert_array_equal(array[1, 2:], [fill, fill])


@pytest.mark.parametrize(
    ("flags", "first", "last"),
    [
        ((), [1, 2, 3], [5, 2, 6]),
        (("--ids", "frequency"), [1, 2, 3], [5, 2, 6]),
        (("--tokens", "characters", "--maxlen", "3"), [1, 2, 3], [6, 4, 5]),
    ],
)
def test_texts_become_ids_from_one(ask, texts, tmp_path, flags, first, last):
    # words: the cat sat | the dog | | a cat ran; characters: t h e _ c a s d o g r n
    out = tmp_path / "o.npy"
    ask("pad", texts, "-o", out, "--column", "text", *flags)
    array = np.load(out)
    assert array[0].tolist() == first
    assert array[3].tolist() == last


def test_frequency_numbers_the_most_frequent_first(ask, tmp_path):
    path, out = tmp_path / "t.jsonl", tmp_path / "o.npy"
    path.write_text('{"t": "a b b"}\n{"t": "b c"}\n', "utf-8")
    ask("pad", path, "-o", out, "--ids", "frequency")
    assert np.load(out).tolist() == [[2, 1, 1], [1, 3, 0]]
    ask("pad", path, "-o", out, "--tokens", "words", "--ids", "appearance")
    assert np.load(out).tolist() == [[1, 2, 2], [2, 3, 0]]


def test_missing_values_are_filled(ask, tmp_path):
    path, out = tmp_path / "t.jsonl", tmp_path / "o.npy"
    path.write_text('{"x": [1, null]}\n{"x": [3]}\n', "utf-8")
    ask("pad", path, "-o", out, "--fill", "-7")
    assert np.load(out).tolist() == [[1, -7], [3, 0]]


def test_missing_texts_are_filled_before_they_are_cut(ask, tmp_path):
    path, out = tmp_path / "t.jsonl", tmp_path / "o.npy"
    path.write_text('{"t": "a b"}\n{"t": null}\n', "utf-8")
    ask("pad", path, "-o", out, "--fill", "b 5")
    assert np.load(out).tolist() == [[1, 2], [2, 3]]


def test_labels_are_the_column_that_is_named(ask, tmp_path):
    path, out = tmp_path / "t.jsonl", tmp_path / "o.npz"
    path.write_text('{"x": [1], "y": 5, "z": 7}\n{"x": [2, 3], "y": 6, "z": 8}\n', "utf-8")
    ask("pad", path, "-o", out, "--label", "z")
    with np.load(out) as arrays:
        assert arrays["z"].tolist() == [7, 8]
        assert "y" not in arrays.files


def test_a_saved_recipe_gives_the_same_bytes(ask, texts, tmp_path):
    recipe = tmp_path / "r.toml"
    said = ask("pad", texts, "-o", tmp_path / "a.npz", "--maxlen", "p50", "--save-recipe", recipe)
    assert said["recipe"] == str(recipe)
    ask("pad", texts, "-o", tmp_path / "b.npz", "--recipe", recipe)
    ask("pad", texts, "-o", tmp_path / "c.npz", "--recipe", tmp_path / "a.npz")
    first = (tmp_path / "a.npz").read_bytes()
    assert (tmp_path / "b.npz").read_bytes() == first
    assert (tmp_path / "c.npz").read_bytes() == first


def test_flags_change_a_recipe(ask, texts, tmp_path):
    recipe, out = tmp_path / "r.toml", tmp_path / "o.npy"
    ask("pad", texts, "-o", out, "--maxlen", "2", "--save-recipe", recipe)
    ask("pad", texts, "-o", out, "--recipe", recipe, "--maxlen", "1", "--ids", "frequency")
    assert np.load(out).tolist() == [[1], [1], [0], [5]]
    ask("pad", texts, "-o", out, "--recipe", recipe, "--fill", "gone", "--tokens", "characters")
    assert np.load(out).tolist() == [[1, 2], [1, 2], [0, 0], [6, 4]]


def test_a_recipe_of_two_tensors_needs_to_know_which(ask, run, tmp_path):
    path, recipe, out = tmp_path / "t.jsonl", tmp_path / "r.toml", tmp_path / "out"
    path.write_text('{"a": [1, 2], "b": [3]}\n{"a": [4], "b": [5, 6]}\n', "utf-8")
    recipe.write_text("padviewer = 1\n[tensors.a]\n[tensors.b]\n", "utf-8")
    said = ask("pad", path, "-o", out, "--recipe", recipe)
    assert [one["name"] for one in said["tensors"]] == ["a", "b"]
    ask("pad", path, "-o", out, "--recipe", recipe, "--column", "b", "--maxlen", "1")
    assert (np.load(out / "a.npy").tolist(), np.load(out / "b.npy").tolist()) == (
        [[1, 2], [4, 0]],
        [[3], [5]],
    )
    ran = run("pad", path, "-o", out, "--recipe", recipe, "--maxlen", "1")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("Choose one with --column, which is one of a, b.\n")


def test_findings_name_rows(ask, lists, tmp_path):
    found = {
        one["code"]: one
        for one in ask("pad", lists, "-o", tmp_path / "o.npz", "--value", "9", "--maxlen", "2")["findings"]
    }
    assert found["fill-collides"]["rows"] == [1]
    assert found["steps-lost"]["rows"] == [0]
    assert found["empty-rows"]["rows"] == [2]


def test_what_was_written_is_said(run, lists, tmp_path):
    out, recipe = tmp_path / "o.npz", tmp_path / "r.toml"
    ran = run("pad", lists, "-o", out, "--save-recipe", recipe)
    assert (ran.code, ran.err) == (0, "")
    assert f"Wrote {out}, " in ran.out
    assert f"Wrote {recipe}\n" in ran.out
    assert Recipe.load(recipe)["x"].padding == "post"


def test_losses_are_refused_or_allowed(run, dense, tmp_path):
    out = tmp_path / "o.npy"
    np.save(dense, np.full((2, 3), 0.5))
    ran = run("pad", dense, "-o", out, "--dtype", "int32")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert not out.exists()
    assert run("pad", dense, "-o", out, "--dtype", "int32", "--lossy", "allow").code == 0
    assert np.load(out).tolist() == [[0, 0, 0], [0, 0, 0]]


@pytest.mark.parametrize("which", ["source", "export"])
def test_a_recipe_replaces_nothing_of_this_run(run, lists, tmp_path, which):
    out = tmp_path / "o.npz"
    before = lists.read_bytes()
    ran = run("pad", lists, "-o", out, "--save-recipe", lists if which == "source" else out)
    assert ran.code == 4
    assert f"would replace the {which}" in ran.err
    assert not out.exists()
    assert lists.read_bytes() == before


@pytest.mark.parametrize("name", ["o.npz", "o.npy", "o.csv", "o.parquet"])
def test_what_it_did_not_write_is_replaced_only_by_force(run, ask, lists, tmp_path, name):
    out = tmp_path / name
    out.write_bytes(b"theirs")
    ran = run("pad", lists, "-o", out)
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.endswith(
        f"{out}: This is there already, and no export of PadViewer wrote it as it is now. "
        "Give another name, or --force to replace it.\n"
    )
    assert out.read_bytes() == b"theirs"
    ask("pad", lists, "-o", out, "--force")
    assert out.read_bytes() != b"theirs"
    ask("pad", lists, "-o", out)  # its own export needs no force


def test_a_saved_recipe_replaces_only_a_recipe(run, ask, lists, tmp_path):
    recipe = tmp_path / "pyproject.toml"
    recipe.write_text("[tool.ruff]\n")
    ran = run("pad", lists, "-o", tmp_path / "o.npz", "--save-recipe", recipe)
    assert ran.code == 4
    assert "it is no recipe" in ran.err
    assert recipe.read_text() == "[tool.ruff]\n"
    assert not (tmp_path / "o.npz").exists()
    ask("pad", lists, "-o", tmp_path / "o.npz", "--save-recipe", recipe, "--force")
    ask("pad", lists, "-o", tmp_path / "o.npz", "--save-recipe", recipe)


def test_infinite_values_are_filled_with_what_missing_ones_are(ask, run, tmp_path):
    path, out = tmp_path / "x.npy", tmp_path / "x.npz"
    rows = np.array([[1.0, np.inf], [np.nan, -np.inf]])
    np.save(path, rows)
    ask("pad", path, "-o", out, "--fill", "7", "--fill-infinite")
    with np.load(out) as arrays:
        assert arrays["x"].tolist() == np.nan_to_num(rows, nan=7, posinf=7, neginf=7).tolist()
    ran = run("pad", path, "-o", tmp_path / "y.npz", "--fill-infinite")
    assert (ran.code, "--fill-infinite needs --fill V" in ran.err) == (2, True)


def test_empty_rows_are_left_out_with_their_labels(ask, run, tmp_path):
    path = tmp_path / "e.jsonl"
    rows = [([], "a"), ([3, 5, 2], "b"), ([], "c"), ([1, 2, 3, 4], "d")]
    path.write_text("".join(json.dumps({"x": x, "y": y}) + "\n" for x, y in rows), "utf-8")
    flags = ("--label", "y", "--empty-rows", "drop", "--maxlen", "3")
    said = ask("pad", path, "-o", tmp_path / "e.npz", *flags, "--save-recipe", tmp_path / "r.toml")
    arrays = np.load(tmp_path / "e.npz")
    assert arrays["x"].tolist() == [[3, 5, 2], [1, 2, 3]]
    assert arrays["y"].tolist() == ["b", "d"]
    found = {one["code"]: one for one in said["findings"]}
    assert found["steps-lost"]["rows"] == [3]
    assert found["rows-left-out"]["count"] == 2
    again = ask("pad", path, "-o", tmp_path / "again.npz", "--recipe", tmp_path / "r.toml", "--label", "y")
    assert again["tensors"][0]["sha256"] == said["tensors"][0]["sha256"]
    assert ask("info", tmp_path / "r.toml")["row_range"] == {"start": 0, "stop": None, "empty": "drop"}
    assert "without those that are empty" in run("info", tmp_path / "r.toml").out
    whole = ask("check", path, "--recipe", tmp_path / "r.toml", "--empty-rows", "keep")
    assert "empty-rows" in {one["code"] for one in whole["findings"]}
    assert ask("stats", path, "--column", "x", "--empty-rows", "drop")["lengths"]["empty"] == 0
    assert run("pad", path, "-o", tmp_path / "e.npz", "--empty-rows", "some").code == 2
