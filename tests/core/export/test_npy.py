"""What numpy reads in an exported .npy file or folder."""

import numpy as np
import pytest

from padviewer.core.errors import PathError
from padviewer.core.export import estimate, export
from padviewer.core.recipe import Recipe, TensorRecipe

ROWS = [[1, 2, 3], [], [4]]


@pytest.mark.parametrize("dtype", ["bool", "int8", "uint64", "float16", "float64"])
def test_one_array(plan_of, tmp_path, dtype):
    rows = [[1, 0, 1], [], [1]]
    export(plan_of({"x": rows}, {"x": TensorRecipe(dtype=dtype)}), tmp_path / "o.NPY")
    found = np.load(tmp_path / "o.NPY", allow_pickle=False)
    assert found.dtype == dtype
    assert np.array_equal(found, np.array([[1, 0, 1], [0, 0, 0], [1, 0, 0]], dtype))
    assert np.load(tmp_path / "o.NPY", mmap_mode="r").shape == (3, 3)


@pytest.mark.parametrize("mode", ["edge", "wrap"])
def test_other_modes(plan_of, tmp_path, mode):
    export(plan_of({"x": [[1, 2], [3]]}, {"x": TensorRecipe(maxlen=4, mode=mode)}), tmp_path / "o.npy")
    expected = [np.pad(row, (0, 4 - len(row)), mode).tolist() for row in ([1, 2], [3])]
    assert np.load(tmp_path / "o.npy").tolist() == expected


@pytest.mark.parametrize("name", ["o", "o.npy"])
def test_several_tensors_are_a_folder(plan_of, tmp_path, name):
    tensors = {"x": TensorRecipe(), "y": TensorRecipe("z", padding="pre")}
    plan = plan_of({"x": ROWS, "z": ROWS, "label": [1, 2, 3]}, tensors)
    written = export(plan, tmp_path / name)
    assert written.path == tmp_path / "o"
    found = {path.name: np.load(path) for path in (tmp_path / "o").glob("*.npy")}
    assert sorted(found) == sorted(f"{one[0]}.npy" for one in estimate(plan, ".npy"))
    assert found["y.npy"].tolist() == [[1, 2, 3], [0, 0, 0], [0, 0, 4]]
    assert found["y_mask.npy"].tolist() == [[True] * 3, [False] * 3, [False, False, True]]
    assert found["x_lengths.npy"].tolist() == [3, 0, 1]
    assert found["label.npy"].tolist() == [1, 2, 3]
    assert Recipe.load(tmp_path / "o" / "recipe.toml") == plan.recipe
    assert [tensor.file.name for tensor in written.tensors] == ["x.npy", "y.npy"]


def test_own_folder_is_replaced_and_no_other(plan_of, tmp_path):
    out = tmp_path / "o"
    export(plan_of({"x": ROWS, "label": [1, 2, 3]}), out)
    export(plan_of({"x": ROWS}), out)
    assert not (out / "label.npy").exists()
    (out / "mine.txt").write_text("mine")
    with pytest.raises(PathError) as caught:
        export(plan_of({"x": [[9]]}), out)
    assert caught.value.code == "folder-not-ours"
    assert np.load(out / "x.npy").tolist() == [[1, 2, 3], [0, 0, 0], [4, 0, 0]]
    (out / "mine.txt").unlink()
    (tmp_path / "o.padviewer.json").write_text('{"format": "padviewer-export", "files": 1}')
    with pytest.raises(PathError):
        export(plan_of({"x": [[9]]}), out)


def test_a_name_with_a_dot_in_a_folder(plan_of, tmp_path):
    export(plan_of({"a.b": ROWS}, {"a.b": TensorRecipe()}), tmp_path / "o")
    assert (tmp_path / "o" / "a.b_mask.npy").is_file()
