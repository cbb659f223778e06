"""Every export opens again as the rows, the labels and the vocabulary that it was made of."""

import json
import shutil

import numpy as np
import pytest

from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError
from padviewer.core.export import export
from padviewer.core.exported_recipe import load_exported_recipe
from padviewer.core.opening import open_dataset
from padviewer.core.readers import base
from padviewer.core.recipe import TensorRecipe

SUFFIXES = (".npz", "", ".npy", ".parquet", ".csv")
SIDES = ("pre", "post", "both")
PLAIN = {
    "integers": [[1, 2], [], [3, 4, 0], [0]],
    "wide integers": [[2**53 + 1, 1], [], [-(2**60), 0, 0], [0]],
    "floats": [[1.5, 2.0], [], [3.0, 0.0, 1e300], [0.1]],
    "holes": [[1.5, float("nan")], [], [float("inf"), 0.0, -0.0], [float("nan")]],
    "truth values": [[True, False], [], [True, True, False], [False]],
}
DEEP = {
    "features": [[[1.0, 0.0]], [], [[3.0, 4.0], [0.0, 0.0]], [[0.0, 0.0]]],
    "two ragged axes": [[[1, 0], [3]], [], [[], [4, 5, 0]], [[]]],
    "two axes of features": [[[[1.5, 0.0]], []], [], [[[2.0, 3.0], [0.0, 0.0]]], [[]]],
}
LABELS = {
    "whole numbers": [1, 0, -1, 2**53 + 1],
    "fractions": [0.5, -1.0, 1e-300, 0.1],
    "texts": ["=1+1", "007", "", 'a,b\n"c" \'d'],
    "apostrophes": ["'=1", "''=1", "'tis", "-"],
    "long texts": ["é" * 70, "b", "NA", "None"],
}


def holds(suffix, kind):
    return suffix != ".csv" or kind not in DEEP


CASES = [(suffix, kind) for suffix in SUFFIXES for kind in {**PLAIN, **DEEP} if holds(suffix, kind)]


def column_of(rows):
    if rows is DEEP["two axes of features"]:
        leaf = np.array([[1.5, 0.0], [2.0, 3.0], [0.0, 0.0]])
        return Ragged(Ragged(leaf, np.array([0, 1, 1, 3, 3])), np.array([0, 2, 2, 3, 4]))
    return Ragged.from_lists(rows)


def same(one, other):
    """Whether nested lists are equal, NaN as NaN, and signs of zero and types too."""
    return repr(one) == repr(other)


@pytest.mark.parametrize("padding", SIDES)
@pytest.mark.parametrize(("suffix", "kind"), CASES)
def test_rows_come_back(plan_of, tmp_path, suffix, kind, padding):
    rows = {**PLAIN, **DEEP}[kind]
    plan = plan_of({"seq": column_of(rows), "label": [1, 0, 1, 5]}, {"seq": TensorRecipe(padding=padding)})
    export(plan, tmp_path / f"out{suffix}")
    opened = open_dataset(tmp_path / f"out{suffix}")
    assert same(opened["seq"].to_lists(), rows)
    assert opened["seq"].dtype == plan.dtype("seq").name
    assert opened["seq"].inner_shape == column_of(rows).inner_shape
    assert opened.findings == ()
    if suffix != ".npy":
        assert opened.columns == ("seq", "label")
        assert opened["label"].to_lists() == [1, 0, 1, 5]
        assert opened.roles == {"seq": "sequence", "label": "label"}


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("suffix", [one for one in SUFFIXES if one != ".npy"])
def test_labels_come_back(plan_of, tmp_path, suffix, label):
    values = LABELS[label]
    column = Ragged.from_texts(values) if isinstance(values[0], str) else Ragged(np.array(values))
    plan = plan_of({"x": PLAIN["integers"], "label": column})
    export(plan, tmp_path / f"out{suffix}")
    opened = open_dataset(tmp_path / f"out{suffix}")
    assert same(opened["label"].to_lists(), values)


@pytest.mark.parametrize("suffix", [one for one in SUFFIXES if one != ".npy"])
def test_missing_labels_come_back_as_missing(plan_of, tmp_path, suffix):
    gone = np.array([False, True, False, False])
    texts = Ragged.from_texts(["a", "", "b", "c"])
    data = {
        "x": PLAIN["integers"],
        "label": Ragged(np.array([5, 0, 7, 8]), missing=gone),
        "y": Ragged(texts.values, texts.row_offsets, text=True, missing=gone),
        "weight": Ragged(np.array([0.5, np.nan, 1.0, 2.0], np.float32)),
    }
    plan = plan_of(data, roles={"x": "sequence", "label": "label", "y": "label", "weight": "weight"})
    export(plan, tmp_path / f"out{suffix}")
    opened = open_dataset(tmp_path / f"out{suffix}")
    assert opened["label"].to_lists() == [5, None, 7, 8]
    assert opened["y"].to_lists() == ["a", None, "b", "c"]
    assert same(opened["weight"].to_lists(), [0.5, float("nan"), 1.0, 2.0])
    assert opened["weight"].dtype == "float32"


@pytest.mark.parametrize("padding", SIDES)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_ids_come_back_with_their_vocabulary(plan_of, tmp_path, suffix, padding):
    tensor = TensorRecipe("text", (Tokenise(), Vocabulary()), padding=padding)
    texts = Ragged.from_texts(["a b a", "b", "", "zoo a"])
    export(plan_of({"text": texts}, {"ids": tensor}), tmp_path / f"out{suffix}")
    opened = open_dataset(tmp_path / f"out{suffix}")
    recipe = load_exported_recipe(tmp_path / f"out{suffix}")
    words = recipe.fitted["ids"].transforms[-1].words
    back = [[words[one - 1] for one in row] for row in opened["ids"].to_lists()]
    assert back == [["a", "b", "a"], ["b"], [], ["zoo", "a"]]


@pytest.mark.parametrize("suffix", [".npz", "", ".parquet"])
def test_several_tensors_come_back_each_with_its_own_steps(plan_of, tmp_path, suffix):
    data = {"x": PLAIN["integers"], "tags": PLAIN["floats"], "deep": DEEP["two ragged axes"]}
    tensors = {
        "x": TensorRecipe(padding="pre", mode="edge"),
        "tags": TensorRecipe(value=-1.0),
        "deep": TensorRecipe(padding=("both", "pre"), value=9),
    }
    export(plan_of({**data, "label": [1, 2, 3, 4]}, tensors), tmp_path / f"out{suffix}")
    opened = open_dataset(tmp_path / f"out{suffix}")
    assert opened.columns == ("x", "tags", "deep", "label")
    assert {name: opened[name].to_lists() for name in data} == data


@pytest.mark.parametrize("mode", ["edge", "reflect", "wrap"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_padding_that_repeats_the_row_is_taken_off_too(plan_of, tmp_path, suffix, mode):
    rows = [[1, 2, 3], [], [4, 5, 6, 7, 8], [9, 9]]
    export(plan_of({"x": rows}, {"x": TensorRecipe(mode=mode, padding="both")}), tmp_path / f"out{suffix}")
    assert open_dataset(tmp_path / f"out{suffix}")["x"].to_lists() == rows


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_cut_rows_come_back_as_they_were_kept(plan_of, tmp_path, suffix):
    recipe = TensorRecipe(maxlen=3, truncating="middle", padding="pre")
    export(plan_of({"x": [[1, 2, 3, 4, 5], [0], []]}, {"x": recipe}), tmp_path / f"out{suffix}")
    assert open_dataset(tmp_path / f"out{suffix}")["x"].to_lists() == [[1, 2, 5], [0], []]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_shape_dense_keeps_the_padding(plan_of, tmp_path, suffix):
    export(plan_of({"x": [[1, 2], [3]]}), tmp_path / f"out{suffix}")
    opened = open_dataset(tmp_path / f"out{suffix}", shape="dense")
    if suffix == ".csv":
        assert opened.columns == ("length", "step_0", "step_1")
        assert opened["step_1"].to_lists() == [2, 0]
    else:
        assert opened["x"].to_lists() == [[1, 2], [3, 0]]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_many_pieces_are_cut_like_one(plan_of, tmp_path, suffix):
    rng = np.random.default_rng(0)
    lengths = rng.integers(0, 7, 30_000)
    flat = Ragged(rng.integers(0, 3, lengths.sum()), np.concatenate([[0], np.cumsum(lengths)]))
    export(plan_of({"x": flat}, {"x": TensorRecipe(padding="both")}), tmp_path / f"out{suffix}")
    opened = open_dataset(tmp_path / f"out{suffix}")
    np.testing.assert_array_equal(opened["x"].offsets, flat.offsets)
    np.testing.assert_array_equal(opened["x"].flat, flat.flat)


def test_a_file_of_an_exported_folder_opens_as_its_rows_with_the_labels(plan_of, tmp_path):
    data = {"x": [[1, 0], []], "y": [[7], [8, 9]], "label": [4, 5]}
    export(plan_of(data, {"x": TensorRecipe(), "y": TensorRecipe()}, {"label": "label"}), tmp_path / "out")
    opened = open_dataset(tmp_path / "out" / "x.npy")
    assert (opened.columns, opened["x"].to_lists()) == (("x", "label"), [[1, 0], []])
    assert open_dataset(tmp_path / "out" / "x_mask.npy").columns == ("x",)


def test_an_array_that_was_written_again_is_not_cut_by_the_old_sidecar(plan_of, tmp_path):
    export(plan_of({"x": [[1, 2], [3]]}), tmp_path / "out.npy")
    np.save(tmp_path / "out.npy", np.array([[1, 2], [3, 9]], np.int32))
    opened = open_dataset(tmp_path / "out.npy")
    assert opened["x"].to_lists() == [[1, 2], [3, 9]]
    assert [one.code for one in opened.findings] == ["sidecar-not-used"]


@pytest.mark.parametrize("harm", ["no lengths", "too long", "no base64", "no padding", "a huge dtype"])
def test_a_sidecar_that_cannot_say_where_rows_end_is_not_used(plan_of, tmp_path, harm):
    export(plan_of({"x": [[1, 2], [3]]}), tmp_path / "out.npy")
    beside = tmp_path / "out.npy.padviewer.json"
    document = json.loads(beside.read_text())
    tensor = document["tensors"][0]
    if harm == "no lengths":
        del tensor["lengths"]
    elif harm == "too long":
        tensor["lengths"][0]["base64"] = "Agk="
    elif harm == "no base64":
        tensor["lengths"][0]["base64"] = "!"
    elif harm == "a huge dtype":
        tensor["dtype"] = "U1000000000"
    else:
        del tensor["padding"]
    beside.write_text(json.dumps(document))
    opened = open_dataset(tmp_path / "out.npy")
    assert opened["x"].to_lists() == [[1, 2], [3, 0]]
    assert [one.code for one in opened.findings if one.code == "sidecar-not-used"]


@pytest.mark.parametrize("padding", SIDES)
def test_a_csv_without_its_sidecar_is_cut_by_its_cells(plan_of, tmp_path, padding):
    rows = [[1, 2], [5], [3, 4, 6], []]
    plan = plan_of({"x": rows, "label": ["u", "v", "w", "u"]}, {"x": TensorRecipe(padding=padding)})
    export(plan, tmp_path / "out.csv")
    (tmp_path / "elsewhere").mkdir()
    shutil.copy(tmp_path / "out.csv", tmp_path / "elsewhere" / "out.csv")
    opened = open_dataset(tmp_path / "elsewhere" / "out.csv")
    assert opened["x"].to_lists() == rows
    assert opened["label"].to_lists() == ["u", "v", "w", "u"]
    assert opened.findings == ()


def test_a_csv_whose_padding_may_be_at_either_end_says_so(tmp_path):
    (tmp_path / "out.csv").write_text("length,step_0,step_1\n1,0,0\n1,0,0\n2,5,6\n")
    opened = open_dataset(tmp_path / "out.csv")
    assert opened["x"].to_lists() == [[0], [0], [5, 6]]
    assert [(one.code, one.count, one.rows) for one in opened.findings] == [("two-readings", 2, (0, 1))]


@pytest.mark.parametrize("late", [0, 40])
@pytest.mark.parametrize("line", ["1,5,7", "3,5,0", "x,5,0", "1,5,y", "1,5,0.5", "1.5,5,0"])
def test_a_table_that_only_looks_like_an_export_is_a_table(tmp_path, monkeypatch, late, line):
    monkeypatch.setattr(base, "FIRST_PIECE_BYTES", 64)
    monkeypatch.setattr(base, "PIECE_BYTES", 64)
    rows = "".join(f"1,{at % 9},0\n" for at in range(late))
    (tmp_path / "t.csv").write_text(f"length,step_0,step_1\n2,3,4\n1,1,0\n{rows}{line}\n1,2,0\n")
    opened = open_dataset(tmp_path / "t.csv")
    assert opened.columns[:3] == ("length", "step_0", "step_1")
    assert opened["step_0"].to_lists()[:2] == [3, 1]
    assert "companion-contradicts" in [one.code for one in opened.findings]


def test_a_folder_that_is_no_export_is_refused_and_a_mixed_one_too(plan_of, tmp_path):
    (tmp_path / "plain").mkdir()
    np.save(tmp_path / "plain" / "x.npy", np.zeros((2, 2)))
    with pytest.raises(Exception, match="This is a folder"):
        open_dataset(tmp_path / "plain")
    export(plan_of({"x": [[1, 2], [3]]}), tmp_path / "out")
    np.save(tmp_path / "out" / "other.npy", np.zeros(5))
    with pytest.raises(ContentError, match="do not have the same rows"):
        open_dataset(tmp_path / "out")


def test_labels_that_an_array_has_no_place_for_are_said(plan_of, tmp_path):
    plan = plan_of({"x": [[1], [2, 3]], "label": [1, 0], "weight": [0.5, 1.0]})
    said = [one for one in export(plan, tmp_path / "x.npy").findings if one.code == "not-in-file"]
    assert [(one.where, one.count) for one in said] == [("label", 2), ("weight", 2)]
    assert not [one for one in export(plan, tmp_path / "x.npz").findings if one.code == "not-in-file"]


def test_empty_texts_beside_missing_ones_are_said_where_a_csv_mixes_them(plan_of, tmp_path):
    texts = Ragged.from_texts(["a", "", "", "b"])
    gone = np.array([False, True, False, False])
    label = Ragged(texts.values, texts.row_offsets, text=True, missing=gone)
    plan = plan_of({"x": PLAIN["integers"], "label": label})
    said = [one for one in export(plan, tmp_path / "x.csv").findings if one.code == "not-in-file"]
    assert [(one.where, one.count, one.rows) for one in said] == [("label", 1, (2,))]
    assert open_dataset(tmp_path / "x.csv")["label"].to_lists() == ["a", None, None, "b"]
    export(plan, tmp_path / "x.npz")
    assert open_dataset(tmp_path / "x.npz")["label"].to_lists() == ["a", None, "", "b"]
