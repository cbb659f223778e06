"""The core where Qt and Keras cannot be imported; and the packages of the wheel."""

import subprocess
import sys
import tomllib

from tests.import_statements import ROOT, SOURCES, module_name
from tests.test_imports import KERAS, QT


def test_the_core_works_without_qt_and_keras(tmp_path):
    """Load, pad and export where PySide6, pyqtgraph, tensorflow and keras cannot be imported."""
    (tmp_path / "rows.jsonl").write_text('{"x": [1, 2, 3, 4]}\n{"x": [5, 6]}\n{"x": []}\n', "utf-8")
    program = f"""
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {{*{QT!r}, *{KERAS!r}}}:
            raise ModuleNotFoundError(f"{{name}} is absent here", name=name)
sys.meta_path.insert(0, Absent())
from padviewer.core import Recipe, TensorRecipe, fit, open_dataset, prepare, resolve
from padviewer.core.export import export
dataset = open_dataset("rows.jsonl")
recipe = fit(Recipe(tensors={{"x": TensorRecipe(column="x", maxlen=3)}}), dataset)
export(resolve(recipe, prepare(recipe, dataset)), "rows.npz")
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=tmp_path,
        env=environment_with_the_project(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    import numpy as np

    with np.load(tmp_path / "rows.npz") as arrays:
        assert arrays["x"].tolist() == [[1, 2, 3], [5, 6, 0], [0, 0, 0]]
        assert arrays["x_mask"].tolist() == [[True, True, True], [True, True, False], [False, False, False]]
        assert arrays["x_lengths"].tolist() == [3, 2, 0]


def environment_with_the_project():
    """Return the environment of a child that finds this checkout from any folder."""
    import os

    return {**os.environ, "PYTHONPATH": str(ROOT)}


def test_every_package_is_in_the_wheel():
    """The packages are named one by one in pyproject.toml: a new one must be named there too."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        named = set(tomllib.load(file)["tool"]["setuptools"]["packages"]) - {
            "padviewer._assets",
            "padviewer._docs",
        }
    assert named == {module_name(path) for path in SOURCES if path.name == "__init__.py"}
