"""What numpy reads in an exported .npz, and what a stranger's .npz may not do."""

import io
import zipfile

import numpy as np
import pytest

from padviewer.core.choices.encode import Vocabulary
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError, PathError, UnsafeError
from padviewer.core.export import estimate, export
from padviewer.core.export import npz as npz_module
from padviewer.core.export.arrays import mask_of
from padviewer.core.exported_recipe import load_exported_recipe
from padviewer.core.padding.slots import Axis, Slots
from padviewer.core.recipe import TensorRecipe


def load(path):
    with np.load(path, allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


@pytest.mark.parametrize("padding", ["pre", "post", "both"])
@pytest.mark.parametrize("truncating", ["pre", "post", "middle"])
def test_arrays_mask_and_lengths(plan_of, tmp_path, padding, truncating):
    rows = [list(range(1, n + 1)) for n in (5, 0, 2, 4, 9)]
    choice = TensorRecipe(padding=padding, truncating=truncating, maxlen=4, value=-1)
    export(plan_of({"x": rows}, {"x": choice}), tmp_path / "o.npz")
    found = load(tmp_path / "o.npz")
    for row, array, mask, length in zip(rows, found["x"], found["x_mask"], found["x_lengths"], strict=True):
        kept = {"pre": row[-4:], "post": row[:4], "middle": row if len(row) <= 4 else row[:2] + row[-2:]}[
            truncating
        ]
        spare = 4 - len(kept)
        left = {"pre": spare, "post": 0, "both": spare // 2}[padding]
        assert array.tolist() == [-1] * left + kept + [-1] * (spare - left)
        assert mask.tolist() == [left <= col < left + len(kept) for col in range(4)]
        assert length == len(kept)
    assert found["x_mask"].dtype == bool
    assert found["x_lengths"].dtype == np.int64
    assert "tensors.x" in str(found["recipe"])


@pytest.mark.parametrize("padding", ["pre", "post", "both"])
@pytest.mark.parametrize("width", [7, 1 << 15, (1 << 15) + 1])
def test_quick_mask_is_the_slots_mask(padding, width):
    rng = np.random.default_rng(3)
    offsets = np.append(0, rng.integers(0, 2 * width, 20).cumsum())
    slots = Slots.of(offsets, np.arange(20), Axis(width, padding, "post", "constant"))
    assert (mask_of(slots) == slots.real(slots.steps(np.arange(width)))).all()


def test_many_blocks_equal_one(plan_of, tmp_path):
    rng = np.random.default_rng(0)
    lengths = rng.integers(0, 60, 60_000)
    flat = rng.normal(size=(lengths.sum(), 2)).astype(np.float32)
    plan = plan_of(
        {"x": Ragged(flat, np.append(0, lengths.cumsum()))}, {"x": TensorRecipe(maxlen=50, padding="pre")}
    )
    export(plan, tmp_path / "o.npz")
    found = load(tmp_path / "o.npz")
    kept = np.minimum(lengths, 50)
    real = np.arange(50) >= 50 - kept[:, None]
    expected = np.zeros((60_000, 50, 2), np.float32)
    expected[real] = np.concatenate([row[:50] for row in np.split(flat, lengths.cumsum()[:-1])])
    assert found["x"].nbytes > 5 * npz_module.LARGEST_TOML / 64
    assert (found["x"] == expected).all()
    assert (found["x_mask"] == real).all()
    assert (found["x_lengths"] == kept).all()


def test_two_ragged_axes(plan_of, tmp_path):
    rows = [[[1, 2, 3], [4]], [], [[], [5]]]
    export(plan_of({"x": Ragged.from_lists(rows, 2)}), tmp_path / "o.npz")
    found = load(tmp_path / "o.npz")
    assert found["x"].tolist() == [[[1, 2, 3], [4, 0, 0]], [[0] * 3] * 2, [[0, 0, 0], [5, 0, 0]]]
    assert found["x_mask"].sum(axis=2).tolist() == [[3, 1], [0, 0], [0, 1]]
    assert found["x_mask_1"].tolist() == [[True, True], [False, False], [True, True]]
    assert found["x_lengths"].tolist() == [2, 0, 2]
    assert found["x_lengths_2"].tolist() == [[3, 1], [0, 0], [0, 1]]


def test_missing_integers(plan_of, tmp_path):
    rows = [[1, None], [3]]
    export(plan_of({"x": rows}, {"x": TensorRecipe(dtype="float32", value=-1)}), tmp_path / "o.npz")
    found = load(tmp_path / "o.npz")
    assert np.array_equal(found["x"], np.array([[1, np.nan], [3, -1]], np.float32), equal_nan=True)
    assert found["x_mask"].tolist() == [[True, True], [True, False]]


def test_labels_of_every_kind(plan_of, tmp_path):
    data = {
        "x": [[1], [2], [3]],
        "number": Ragged(np.array([5, 6, 7]), missing=np.array([False, True, False])),
        "share": Ragged(np.array([0.5, 1, 2], np.float32), missing=np.array([True, False, False])),
        "wide": Ragged(np.arange(6).reshape(3, 2)),
        "word": ["é", None, "tree"],
        "long": ["a" * 65, "", "é"],
        "nul": ["a\0", "b", "c"],
        "group": Ragged(np.array([1, -1, 0], np.int32), dictionary=("no", "yes")),
    }
    roles = dict.fromkeys(data, "label") | {"x": "sequence", "share": "weight"}
    plan = plan_of(data, roles=roles)
    export(plan, tmp_path / "o.npz")
    found = load(tmp_path / "o.npz")
    assert found["number"].tolist() == [5, 0, 7]
    assert found["number_missing"].tolist() == [False, True, False]
    assert np.array_equal(found["share"], np.array([np.nan, 1, 2], np.float32), equal_nan=True)
    assert found["wide"].tolist() == [[0, 1], [2, 3], [4, 5]]
    assert found["word"].tolist() == ["é", "", "tree"]
    assert found["word"].dtype == "<U4"
    assert found["word_missing"].tolist() == [False, True, False]
    assert found["long"].tobytes() == b"a" * 65 + "é".encode()
    assert found["long_offsets"].tolist() == [0, 65, 65, 67]
    assert found["nul"].tobytes() == b"a\0bc"
    assert found["nul_offsets"].tolist() == [0, 2, 3, 4]
    assert found["group"].tolist() == ["yes", "", "no"]
    assert found["group_missing"].tolist() == [False, True, False]
    for name, shape, dtype, nbytes in estimate(plan, ".npz"):
        assert (found[name].shape, found[name].nbytes) == (shape, nbytes)
        assert found[name].dtype == np.dtype(dtype)


def test_a_label_with_an_arrays_name(plan_of, tmp_path):
    for name in ("x_mask", "X"):
        plan = plan_of({"x": [[1]], name: [1]}, roles={"x": "sequence", name: "label"})
        with pytest.raises(ContentError) as caught:
            export(plan, tmp_path / "o.npz")
        assert caught.value.code == "name-collides"
        assert f"“{name}”" in caught.value.what
        assert "“x”" in caught.value.what
    assert list(tmp_path.iterdir()) == []


def test_a_label_of_sequences(plan_of, tmp_path):
    roles = {"x": "sequence", "y": "label"}
    plan = plan_of({"x": [[1], [2]], "y": [[1], [2, 3]]}, roles=roles)
    with pytest.raises(ContentError) as caught:
        export(plan, tmp_path / "o.npz")
    assert caught.value.code == "ragged-label"
    plan = plan_of({"x": [[1], [2]], "y": [[1, 4], [2, 3]]}, roles=roles)
    export(plan, tmp_path / "o.npz")
    assert load(tmp_path / "o.npz")["y"].tolist() == [[1, 4], [2, 3]]


def test_a_column_that_is_no_file_name(plan_of, tmp_path):
    plan = plan_of({"x": [[1]], "../y": [1]}, roles={"x": "sequence", "../y": "label"})
    export(plan, tmp_path / "o.npz")
    assert "_y" in load(tmp_path / "o.npz")


def test_members_are_stored_and_sound(plan_of, tmp_path):
    plan = plan_of({"t": Ragged.from_lists([["a"], ["b"]])}, {"x": TensorRecipe("t", (Vocabulary(),))})
    export(plan, tmp_path / "o.npz")
    with zipfile.ZipFile(tmp_path / "o.npz") as archive:
        assert archive.testzip() is None
        for info in archive.infolist():
            assert info.compress_type == zipfile.ZIP_STORED
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
        assert archive.namelist()[-1].endswith(".vocabulary.json")
    found = load(tmp_path / "o.npz")
    assert found["recipe.x.vocabulary.json"].split() == [b"[", b'"a",', b'"b"', b"]"]


def archive_of(path, members, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def npy(array, version=(1, 0)):
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no npy",
        npy(np.array(1)),
        npy(np.array(["a"])),
        npy(np.array("")),
        npy(np.array("a"), (2, 0)),
        npy(np.array("padviewer = 1"))[:-4],
        npy(np.array("padviewer = 1")).replace(b"<U13", b"<U99"),
        npy(np.array("padviewer = 1")).replace(b"'shape'", b"'shade'"),
        npy(np.array("padviewer = 2")),
    ],
)
def test_damaged_recipes_are_refused(tmp_path, content):
    archive_of(tmp_path / "o.npz", {"recipe.npy": content})
    with pytest.raises(ContentError):
        load_exported_recipe(tmp_path / "o.npz")


def test_other_files_are_refused(tmp_path, monkeypatch):
    path = tmp_path / "o.npz"
    for content in (b"", b"no zip"):
        path.write_bytes(content)
        with pytest.raises(ContentError) as caught:
            load_exported_recipe(path)
        assert caught.value.code == "bad-npz"
    archive_of(path, {"x.npy": npy(np.zeros(2))})
    with pytest.raises(ContentError) as caught:
        load_exported_recipe(path)
    assert caught.value.code == "no-recipe"
    archive_of(path, {"recipe.npy": npy(np.array("padviewer = 1"))}, zipfile.ZIP_BZIP2)
    with pytest.raises(UnsafeError):
        load_exported_recipe(path)
    monkeypatch.setattr(npz_module, "LARGEST_TOML", 10)
    archive_of(path, {"recipe.npy": npy(np.array("padviewer = 1"))})
    with pytest.raises(UnsafeError):
        load_exported_recipe(path)

    def refuse(*args):
        raise PermissionError(13, "refused")

    monkeypatch.setattr(npz_module.zipfile, "ZipFile", refuse)
    with pytest.raises(PathError):
        load_exported_recipe(path)
