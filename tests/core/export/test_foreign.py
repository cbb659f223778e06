"""What an export may replace unasked, and what not."""

import json
import shutil

import numpy as np
import pytest

from padviewer.core import Ragged, Recipe, TensorRecipe
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.choices.recipe_file import save
from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import PathError
from padviewer.core.export import check_destination, export
from padviewer.core.export.foreign import check_ours, check_recipe_ours, is_foreign
from padviewer.core.padding.plan import resolve


@pytest.fixture
def plan():
    data = Dataset({"x": Ragged.from_lists([[1, 2], [3]])})
    recipe = fit(Recipe({"x": TensorRecipe("x")}), data)
    return resolve(recipe, prepare(recipe, data))


@pytest.mark.parametrize("name", ["o.npz", "o.npy", "o.csv", "o.parquet", "o"])
def test_an_export_is_ours_until_it_is_changed(plan, tmp_path, name):
    out = tmp_path / name
    assert not is_foreign(out)
    export(plan, out, replace=False)
    assert not is_foreign(out)
    export(plan, out, replace=False)
    changed = out / "x.npy" if out.is_dir() else out
    size = changed.stat().st_size
    changed.write_bytes(b"x" * size)
    assert is_foreign(out)
    with pytest.raises(PathError) as caught:
        export(plan, out, replace=False)
    assert caught.value.code == "already-there"
    assert changed.read_bytes() == b"x" * size
    export(plan, out)
    assert not is_foreign(out)


@pytest.mark.parametrize("name", ["o.npz", "o.npy", "o.csv", "o.parquet"])
def test_a_file_of_others_is_foreign(plan, tmp_path, name):
    out = tmp_path / name
    out.write_bytes(b"theirs")
    assert is_foreign(out)
    with pytest.raises(PathError):
        check_destination(out, None, replace=False)
    check_destination(out, None)


def test_a_sidecar_of_another_file_makes_nothing_ours(plan, tmp_path):
    export(plan, tmp_path / "a.npy")
    np.save(tmp_path / "b.npy", np.zeros(3))
    shutil.copy(tmp_path / "a.npy.padviewer.json", tmp_path / "b.npy.padviewer.json")
    assert is_foreign(tmp_path / "b.npy")


@pytest.mark.parametrize(
    "content", ["{}", "[]", "no json", json.dumps({"format": "padviewer-export", "files": "all"})]
)
def test_a_sidecar_that_is_none_makes_nothing_ours(tmp_path, content):
    (tmp_path / "o.npz").write_bytes(b"theirs")
    (tmp_path / "o.npz.padviewer.json").write_text(content)
    assert is_foreign(tmp_path / "o.npz")


def test_what_stands_in_the_sidecar_s_place_alone(plan, tmp_path):
    beside = tmp_path / "o.npz.padviewer.json"
    beside.write_text("my notes")
    assert is_foreign(tmp_path / "o.npz")
    beside.unlink()
    export(plan, tmp_path / "o.npz")
    (tmp_path / "o.npz").unlink()
    assert not is_foreign(tmp_path / "o.npz")


def test_a_link_to_nothing_is_something(tmp_path):
    (tmp_path / "o.npz").symlink_to(tmp_path / "gone")
    assert is_foreign(tmp_path / "o.npz")


def test_a_folder_in_the_place_of_a_file_of_ours_is_foreign(plan, tmp_path):
    export(plan, tmp_path / "o")
    (tmp_path / "o" / "x.npy").unlink()
    (tmp_path / "o" / "x.npy").mkdir()
    assert is_foreign(tmp_path / "o")


def test_the_remedy_is_the_caller_s(tmp_path):
    (tmp_path / "o.npz").write_bytes(b"theirs")
    with pytest.raises(PathError, match="or --force to replace it"):
        check_ours(tmp_path / "o.npz", "Give another name, or --force to replace it.")


def test_a_recipe_replaces_a_recipe_and_nothing_else(plan, tmp_path):
    path = tmp_path / "r.toml"
    check_recipe_ours(path)
    save(plan.recipe, path)
    check_recipe_ours(path)
    path.write_text("[tool.ruff]\n")
    with pytest.raises(PathError, match="it is no recipe"):
        check_recipe_ours(path)
