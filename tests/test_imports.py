"""Who may import whom, read from every file; and the core where Qt and Keras cannot be imported."""

import ast
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STANDARD = "the standard library"

QT = ("PySide6", "shiboken6", "pyqtgraph")
KERAS = ("tensorflow", "keras")
FORMATS = ("pandas", "pyarrow", "numba", "orjson", "tomli_w", "h5py", "platformdirs")
WINDOW_ONLY = (
    "padviewer.gui.jobs",
    "padviewer.gui.worker_client",
    "padviewer.gui.worker_child",
    "padviewer.gui.app",
    "padviewer.gui.main_window",
)
GROUND = (
    "padviewer.gui.theme",
    "padviewer.gui.tokens",
    "padviewer.gui.fonts",
    "padviewer.gui.words",
)  # what everything drawn stands on
CONTROLLERS_OWN = (
    "padviewer.gui.words",
    "padviewer.gui.session",
    "padviewer.gui.jobs",
    "padviewer.gui.worker_client",
    "padviewer.gui.loader",
    "padviewer.gui.changes",
    "padviewer.gui.undo",
    "padviewer.gui.planning",
    "padviewer.gui.preparing",
    "padviewer.gui.counting",
    "padviewer.gui.exporter",
    "padviewer.gui.mask_counting",
    "padviewer.gui.model_link",
    "padviewer.gui.window_state",
    "padviewer.gui.rereading",
    "padviewer.gui.reading_fixes",
    "padviewer.gui.reading_trials",
    "padviewer.gui.column_ways",
    "padviewer.gui.ramps",
)
APPS_OWN = tuple(
    f"padviewer.gui.{name}"
    for name in (
        *("main_window", "controller", "jobs", "worker_client", "theme", "fonts", "actions", "windows"),
        *("fault_dialog", "language", "preferences", "recent", "session_file", "window_state", "words"),
        *("dressing", "picture_file", "picture_sheet", "platform_probe"),
    )
)


@dataclass(frozen=True)
class Rule:
    """What the modules of one row of the table may import.

    `anywhere` may stand at the top of a file; `deferred` only inside a function or under TYPE_CHECKING;
    `never` wins over both. The standard library is allowed everywhere, and the bare name `padviewer`
    (its version) too. A name allows what is below it.
    """

    modules: tuple[str, ...]
    anywhere: tuple[str, ...] = ()
    deferred: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


# The first row that names a module is its rule.
RULES = (
    Rule(("padviewer",), never=("padviewer",)),
    Rule(("padviewer.__main__",), anywhere=("padviewer.cli",)),
    Rule(("padviewer.assets",)),
    Rule(
        ("padviewer.cli", "padviewer.cluster"),
        deferred=("padviewer", "numpy", "dask", "distributed", "PySide6"),
    ),
    Rule(  # as cli, whose halves they are; they may stand on each other
        ("padviewer.commands", "padviewer.commands.*"),
        anywhere=("padviewer.commands",),
        deferred=("padviewer", "numpy"),
        never=(*QT, "padviewer.gui"),
    ),
    Rule(
        ("padviewer.core", "padviewer.core.*"),
        anywhere=("numpy", "padviewer.core"),
        deferred=FORMATS,
        never=(*QT, *KERAS, "padviewer.models", "padviewer.gui", "padviewer.workers"),
    ),
    Rule(  # its file defines Keras layers; what imports it is held to `LAYERS` below
        ("padviewer.models.layers",),
        anywhere=("keras", "numpy", "padviewer.core"),
        deferred=("tensorflow",),
        never=(*QT, "padviewer.gui", "padviewer.workers"),
    ),
    Rule(
        ("padviewer.models", "padviewer.models.*"),
        anywhere=("numpy", "padviewer.core", "padviewer.models"),
        deferred=(*KERAS, "h5py"),
        never=(*QT, "padviewer.gui", "padviewer.workers"),
    ),
    Rule(("padviewer.workers", "padviewer.workers.protocol")),
    Rule(
        ("padviewer.workers.*",),
        anywhere=("padviewer.workers",),
        deferred=("padviewer.core", "padviewer.models", "numpy", *KERAS),
        never=("padviewer.gui", *QT),
    ),
    Rule(("padviewer.gui",), never=("padviewer",)),
    Rule(
        (
            "padviewer.gui.controller",
            "padviewer.gui.session",
            "padviewer.gui.loader",
            "padviewer.gui.changes",
            "padviewer.gui.undo",
            "padviewer.gui.planning",
            "padviewer.gui.preparing",
            "padviewer.gui.counting",
            "padviewer.gui.exporter",
            "padviewer.gui.mask_counting",
            "padviewer.gui.model_link",
            "padviewer.gui.window_state",
            "padviewer.gui.rereading",
            "padviewer.gui.reading_fixes",
            "padviewer.gui.reading_trials",
        ),
        anywhere=("numpy", "PySide6.QtCore", "padviewer.core", *CONTROLLERS_OWN),
    ),
    Rule(
        ("padviewer.gui.worker_client", "padviewer.gui.worker_child"),
        anywhere=(
            "PySide6.QtCore",
            "padviewer.gui.worker_child",
            "padviewer.workers.protocol",
            "padviewer.core.sentence",
            "padviewer.gui.words",
        ),
    ),
    Rule(
        (*GROUND, "padviewer.gui.jobs", "padviewer.gui.actions"),
        anywhere=(*QT, "numpy", "padviewer.assets", *GROUND),
    ),
    Rule(
        ("padviewer.gui.main_window",),
        anywhere=("PySide6", "padviewer.gui", "padviewer.assets"),
        never=("padviewer.gui.jobs", "padviewer.gui.worker_client", "padviewer.gui.app"),
    ),
    Rule(
        ("padviewer.gui.app", "padviewer.gui.windows"),
        anywhere=("PySide6", "padviewer.assets", "padviewer.core.sentence", *APPS_OWN),
        deferred=(
            "padviewer.core.errors",
            "padviewer.core.dataset",
            "padviewer.core.recipe",
            "padviewer.core.whole",
            "padviewer.core.padding_verdict",
        ),
    ),
    Rule(  # panels, views, dialogs and the small widgets they are made of; `each other` is held below
        ("padviewer.gui.*",),
        anywhere=(*QT, "numpy", "padviewer.core", "padviewer.assets", "padviewer.gui"),
        never=(*WINDOW_ONLY, "padviewer.models", "padviewer.workers"),
    ),
)
LAYERS = "padviewer.models.layers"  # imports Keras at its top, so everybody imports it inside functions
PANELS = ("padviewer.gui.*_panel", "padviewer.gui.*_view", "padviewer.gui.*_dialog", "padviewer.gui.*_page")
PANELS += ("padviewer.gui.*_sheet", "padviewer.gui.*_bar")  # no panel imports another; main_window joins them


@dataclass(frozen=True)
class Import:
    """One imported name, and whether it is imported when the file is."""

    name: str
    line: int
    at_top: bool


def is_type_checking(node):
    """Tell whether an `if` asks for TYPE_CHECKING."""
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def imports_of(module, source, is_package=False):
    """Return every import of a file: statements at any depth, import_module("…") and __import__("…")."""
    found = []

    def visit(node, at_top):
        if isinstance(node, ast.Import):
            found.extend(Import(alias.name, node.lineno, at_top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = module.split(".") + ([""] if is_package else [])
                base = ".".join([*parts[: -node.level], *filter(None, [base])])
            found.extend(Import(f"{base}.{alias.name}", node.lineno, at_top) for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {
            "import_module",
            "__import__",
        }:
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.append(Import(first.value, node.lineno, at_top))
        inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or is_type_checking(
            node
        )
        for child in ast.iter_child_nodes(node):
            visit(child, at_top and not inside)

    visit(ast.parse(source), at_top=True)
    return found


def below(name, prefixes):
    """Tell whether a dotted name is one of the prefixes or stands below one."""
    return any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)


def is_bare(name):
    """Tell whether a name is the package itself or a dunder of it: its version."""
    return name == "padviewer" or name.startswith("padviewer.__")


def violations(module, source, is_package=False):
    """Return one sentence for every import of a file that the table does not allow."""
    rule = next(rule for rule in RULES if any(fnmatchcase(module, pattern) for pattern in rule.modules))
    said = []
    for item in imports_of(module, source, is_package):
        where = f"{module}, line {item.line}: {item.name}"
        standard = item.name.split(".")[0] in sys.stdlib_module_names
        deferred = not item.at_top and below(item.name, rule.deferred)
        if below(item.name, rule.never):
            said.append(f"{where} is never imported by {rule.modules[-1]}")
        elif below(item.name, (LAYERS,)) and item.at_top:
            said.append(f"{where} imports Keras at its top: import it inside a function")
        elif is_panel(module) and other_panel(item.name, module):
            said.append(f"{where} is another panel: the main window joins panels")
        elif not (standard or below(item.name, rule.anywhere) or deferred or is_bare(item.name)):
            place = "at the top of" if item.at_top and below(item.name, rule.deferred) else "in"
            said.append(f"{where} is not allowed {place} {rule.modules[-1]}")
    return said


def is_panel(module):
    """Tell whether a module is a panel, view or dialog by its name."""
    return any(fnmatchcase(module, pattern) for pattern in PANELS)


def other_panel(name, module):
    """Tell whether an imported name is, or is of, a panel other than the importing one."""
    imported = ".".join(name.split(".")[:3])
    return imported != module and is_panel(imported)


def module_name(path):
    """Return the dotted name of a source file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


SOURCES = sorted((ROOT / "padviewer").rglob("*.py"))


def test_every_file_keeps_to_the_table():
    assert SOURCES
    said = []
    for path in SOURCES:
        said += violations(module_name(path), path.read_text("utf-8"), path.name == "__init__.py")
    assert not said, "\n" + "\n".join(said)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("padviewer", "from padviewer import core"),
        ("padviewer.__main__", "import numpy"),
        ("padviewer.assets", "import numpy"),
        ("padviewer.cli", "import numpy"),
        ("padviewer.cli", "from padviewer.core import pad"),
        ("padviewer.cluster", "import dask"),
        ("padviewer.commands.info", "from padviewer.core import open_dataset"),
        ("padviewer.commands.info", "def f():\n    from padviewer.gui import numbers"),
        ("padviewer.core.pad", "import pandas"),
        ("padviewer.core.pad", "class A:\n    import pyarrow.parquet"),
        ("padviewer.core.pad", "try:\n    from numba import njit\nexcept ImportError:\n    njit = None"),
        ("padviewer.core.pad", "def f():\n    import keras"),
        ("padviewer.core.pad", "def f():\n    import tensorflow as tf"),
        ("padviewer.core.pad", "def f():\n    from PySide6 import QtCore"),
        ("padviewer.core.pad", "def f():\n    import requests"),
        ("padviewer.core.pad", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pyqtgraph"),
        ("padviewer.core.pad", "def f():\n    from padviewer.models import templates"),
        ("padviewer.core.readers.npy", "from ...gui import theme"),
        (
            "padviewer.core.readers.npy",
            "def f():\n    import importlib\n    importlib.import_module('keras')",
        ),
        ("padviewer.core.readers.npy", "__import__('pandas')"),
        ("padviewer.core.pad", "from padviewer import gui"),
        ("padviewer.models.summary", "import keras"),
        ("padviewer.models.summary", "from padviewer.models.layers import PadTo"),
        ("padviewer.models.summary", "from . import layers"),
        ("padviewer.models.summary", "def f():\n    from padviewer.workers import protocol"),
        ("padviewer.models.layers", "from PySide6 import QtCore"),
        ("padviewer.workers.protocol", "def f():\n    import numpy"),
        ("padviewer.workers.protocol", "from padviewer.core import errors"),
        ("padviewer.workers.data", "from padviewer.core import open_dataset"),
        ("padviewer.workers.model", "def f():\n    from PySide6 import QtCore"),
        ("padviewer.workers.model", "def f():\n    from padviewer.gui import jobs"),
        ("padviewer.gui.controller", "from PySide6.QtWidgets import QWidget"),
        ("padviewer.gui.controller", "from padviewer.gui.data_panel import DataPanel"),
        ("padviewer.gui.controller", "def f():\n    from padviewer.models import summary"),
        ("padviewer.gui.worker_client", "from padviewer.core import errors"),
        ("padviewer.gui.worker_client", "from PySide6 import QtWidgets"),
        ("padviewer.gui.jobs", "from padviewer.core import pad"),
        ("padviewer.gui.theme", "from padviewer.gui.data_panel import DataPanel"),
        ("padviewer.gui.actions", "def f():\n    from padviewer.workers import protocol"),
        ("padviewer.gui.data_panel", "from padviewer.gui.recipe_panel import RecipePanel"),
        ("padviewer.gui.data_panel", "from . import mask_view"),
        ("padviewer.gui.data_panel", "from padviewer.gui.jobs import Jobs"),
        ("padviewer.gui.data_panel", "def f():\n    from padviewer.gui import worker_client"),
        ("padviewer.gui.data_panel", "def f():\n    from padviewer.models import summary"),
        ("padviewer.gui.data_panel", "import pandas"),
        ("padviewer.gui.main_window", "from padviewer.core import resolve"),
        ("padviewer.gui.main_window", "import numpy as np"),
        ("padviewer.gui.main_window", "from padviewer.gui.jobs import Jobs"),
        ("padviewer.gui.app", "from padviewer.gui.data_panel import DataPanel"),
        ("padviewer.gui.app", "from padviewer.core import pad"),
    ],
)
def test_a_file_that_breaks_a_rule_is_named(module, source):
    said = violations(module, source)
    assert len(said) == 1
    assert said[0].startswith(f"{module}, line ")


@pytest.mark.parametrize(
    ("module", "source"),
    [
        (
            "padviewer.cli",
            "import argparse\nfrom padviewer import __version__\ndef f():\n    import padviewer.gui.app",
        ),
        (
            "padviewer.core.pad",
            "import numpy as np\nfrom .plan import Plan\ndef f():\n    import pandas, pyarrow",
        ),
        ("padviewer.core.pad", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pyarrow"),
        (
            "padviewer.models.summary",
            "def f():\n    import keras\n    from padviewer.models.layers import PadTo",
        ),
        (
            "padviewer.workers.data",
            "from .protocol import serve\ndef f():\n    from padviewer.core import fit",
        ),
        (
            "padviewer.gui.controller",
            "from PySide6.QtCore import QObject\nfrom padviewer.gui.jobs import Jobs",
        ),
        (
            "padviewer.gui.data_panel",
            "import pyqtgraph\nfrom padviewer.core import Recipe\nfrom . import theme",
        ),
        ("padviewer.gui.main_window", "from padviewer.gui.data_panel import DataPanel"),
    ],
)
def test_what_the_table_allows_passes(module, source):
    assert violations(module, source) == []


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
