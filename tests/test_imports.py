"""Who may import whom, read from every file; and the core where Qt and Keras cannot be imported."""

import sys
from dataclasses import dataclass
from fnmatch import fnmatchcase
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.import_statements import SOURCES, below, imports_of, is_bare, module_name, modules_imported

ROOT = Path(__file__).resolve().parent.parent
QT = ("PySide6", "shiboken6", "pyqtgraph")
KERAS = ("tensorflow", "keras")
FORMATS = (
    "pandas",
    "pyarrow",
    "numba",
    "orjson",
    "tomli_w",
    "h5py",
    "platformdirs",
    "pyreadstat",
    "python_calamine",
)
LAYERS = "padviewer.models.layers"  # imports Keras at its top, so everybody imports it inside functions


def core(*rooms):
    """Return the names of rooms of the core."""
    return tuple(f"padviewer.core.{room}" for room in rooms)


def gui(*rooms):
    """Return the names of rooms of the window."""
    return tuple(f"padviewer.gui.{room}" for room in rooms)


@dataclass(frozen=True)
class Rule:
    """What the modules of one row of the table may import.

    `anywhere` may stand at the top of a file; `deferred` only inside a function or under TYPE_CHECKING;
    `never` wins over both. The standard library is allowed everywhere, the file's own room (`room_of`), and
    the bare name `padviewer` (its version) too. A name allows what is below it.
    """

    modules: tuple[str, ...]
    anywhere: tuple[str, ...] = ()
    deferred: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


# The core from the ground up: what each room may import of it. The single files are faces: of reading, of
# padding, of a whole run.
GROUND = ("sentence", "errors", "finding", "amounts")
CORE = {
    "sentence": (),
    "errors": ("sentence",),
    "finding": ("sentence",),
    "amounts": ("sentence",),
    "files": GROUND,
    "data": GROUND,
    "choices": (*GROUND, "files", "data"),
    "padding": (*GROUND, "data", "choices"),
    "rows": (*GROUND, "data", "choices", "padding"),
    "picture": (*GROUND, "data", "padding"),
    "checks": (*GROUND, "data", "choices", "padding"),
    "model": (*GROUND, "data", "choices", "padding", "checks"),
    "remedies": (*GROUND, "data", "choices", "padding", "picture", "checks", "model"),
    "readers": (*GROUND, "files", "data", "choices", "padding"),
    "store": (*GROUND, "data", "readers"),
    "opening": (*GROUND, "data", "readers", "store"),
    "export": (*GROUND, "files", "data", "choices", "padding", "checks", "opening"),
    "recipe": (*GROUND, "data", "choices", "export"),
    "frames": (*GROUND, "data", "choices"),
    "pad": (*GROUND, "data", "choices", "padding", "recipe"),
    "planner": (*GROUND, "data", "choices", "padding", "recipe", "store"),
    "exported_recipe": (*GROUND, "export", "recipe"),
    "reading_trial": (*GROUND, "data", "choices", "padding", "checks", "recipe", "opening"),
    "warm": ("export", "store"),
}
# The window below its top, which puts the rooms together: what each room may import of it.
GUI = {
    "style": (),
    "widgets": ("style",),
    "charts": ("widgets", "style"),
    "session": ("style",),
    "tasks": ("session", "style"),
    "actions": ("style",),
    "controller": ("tasks", "session", "style"),
    "panels": ("controller", "actions", "tasks", "session", "charts", "widgets", "style"),
    "views": ("controller", "actions", "tasks", "session", "charts", "widgets", "style"),
    "dialogs": ("controller", "actions", "tasks", "session", "charts", "widgets", "style"),
}
BESIDE = ("panels", "views", "dialogs")  # each folder in them is a room of its own
CHILDREN = gui("tasks.jobs", "tasks.child", "tasks.children")  # the controller's: others ask the controller
WIDGETS = ("PySide6", "shiboken6")
HEADLESS = ("numpy", "PySide6.QtCore", "padviewer.core")
NOT_IN_CORE = (*QT, *KERAS, "padviewer.models", "padviewer.gui", "padviewer.workers")
NOT_IN_GUI = ("padviewer.models", "padviewer.workers", "pyqtgraph")

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
    Rule(("padviewer.core",), anywhere=("padviewer.core",), never=NOT_IN_CORE),
    *(
        Rule(
            (f"padviewer.core.{room}", f"padviewer.core.{room}.*"),
            anywhere=("numpy", *core(*below)),
            deferred=FORMATS,
            never=NOT_IN_CORE,
        )
        for room, below in CORE.items()
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
        gui("style", "style.*", "actions"),
        anywhere=(*WIDGETS, "numpy", "padviewer.assets", *core("sentence"), *gui(*GUI["actions"])),
        never=NOT_IN_GUI,
    ),
    Rule(
        gui("widgets", "widgets.*"),
        anywhere=(*WIDGETS, *core("picture"), *gui(*GUI["widgets"])),
        never=NOT_IN_GUI,
    ),
    Rule(  # pyqtgraph is imported here alone
        gui("charts", "charts.*"),
        anywhere=(*WIDGETS, "numpy", "pyqtgraph", "padviewer.core", *gui(*GUI["charts"])),
        never=("padviewer.models", "padviewer.workers"),
    ),
    Rule(
        gui("session", "session.*"),
        anywhere=(*HEADLESS, "padviewer.assets", *gui(*GUI["session"])),
        never=NOT_IN_GUI,
    ),
    Rule(
        gui("tasks", "tasks.*"),
        anywhere=(*HEADLESS, "padviewer.workers.protocol", *gui(*GUI["tasks"])),
        never=("padviewer.models", "pyqtgraph"),
    ),
    Rule(gui("controller"), anywhere=(*HEADLESS, *gui(*GUI["controller"])), never=NOT_IN_GUI),
    *(
        Rule(
            gui(room, f"{room}.*"),
            anywhere=(*WIDGETS, "numpy", "padviewer.core", "padviewer.assets", *gui(*GUI[room])),
            never=(*CHILDREN, *NOT_IN_GUI),
        )
        for room in BESIDE
    ),
    Rule(  # puts the rooms together, and does nothing with data itself
        gui("window.main_window"),
        anywhere=(*WIDGETS, "padviewer.assets", *gui(*GUI, "window")),
        never=(*CHILDREN, *NOT_IN_GUI),
    ),
    Rule(
        gui("window", "window.*"),
        anywhere=(*WIDGETS, "numpy", "padviewer.core", "padviewer.assets", *gui(*GUI)),
        never=NOT_IN_GUI,
    ),
    Rule(
        gui("app"),
        anywhere=(
            *WIDGETS,
            "padviewer.assets",
            *core("sentence"),
            *gui("window", "dialogs", "session", "style"),
        ),
        deferred=core("errors", "data", "recipe", "files", "model"),
        never=NOT_IN_GUI,
    ),
)
# One import each that its rule does not allow, and why it stands.
EXCEPTIONS = {
    ("padviewer.core.data.dataset", "padviewer.core.readers.cells.notations"): (
        "whether texts are numbers in some notation decides a column's role; imported when it is asked"
    ),
    ("padviewer.core.padding.block", "padviewer.core.checks.block"): (
        "a block's findings are asked of the block itself, counted when they are"
    ),
    ("padviewer.gui.views.cells", "padviewer.gui.views.heatmap"): "heatmap and mask are two heatmaps, linked",
}
SHARED = gui("views.common")  # by the other folders of the views


def room_of(module):
    """Return a module's room: its folder in core or gui, or one below that in `BESIDE`; else itself."""
    parts = module.split(".")
    if parts[1:2] not in (["core"], ["gui"]):
        return module
    return ".".join(parts[: 4 if parts[2:3] and parts[2] in BESIDE else 3])


def is_excepted(name, module):
    """Tell whether an import is one of the exceptions."""
    return any(module == one and below(name, (other,)) for one, other in EXCEPTIONS)


def is_beside(name, module):
    """Tell whether an imported name is of a panel, view or dialog that stands beside the importing one."""
    sides = gui(*BESIDE)
    return (
        below(module, sides)
        and below(name, sides)
        and not below(name, (room_of(module),))
        and not (below(module, gui("views")) and below(name, SHARED))
    )


def rules_of(module):
    """Return the rules whose rows name a module; the first is its rule."""
    return [rule for rule in RULES if any(fnmatchcase(module, pattern) for pattern in rule.modules)]


def violations(module, source, is_package=False):
    """Return one sentence for every import of a file that the table does not allow."""
    if not rules_of(module):
        return [f"{module}, line 1: there is no rule for it"]
    rule = rules_of(module)[0]
    allowed = (*rule.anywhere, room_of(module), *(SHARED if below(module, gui("views")) else ()))
    said = []
    for item in imports_of(module, source, is_package):
        where = f"{module}, line {item.line}: {item.name}"
        standard = item.name.split(".")[0] in sys.stdlib_module_names
        deferred = not item.at_top and below(item.name, rule.deferred)
        if is_excepted(item.name, module):
            continue
        if below(item.name, rule.never):
            said.append(f"{where} is never imported by {rule.modules[-1]}")
        elif below(item.name, (LAYERS,)) and item.at_top:
            said.append(f"{where} imports Keras at its top: import it inside a function")
        elif is_beside(item.name, module):
            said.append(f"{where} stands beside it: the window joins them")
        elif not (standard or below(item.name, allowed) or deferred or is_bare(item.name)):
            place = "at the top of" if item.at_top and below(item.name, rule.deferred) else "in"
            said.append(f"{where} is not allowed {place} {rule.modules[-1]}")
    return said


def test_every_file_keeps_to_the_table():
    assert SOURCES
    said = []
    for path in SOURCES:
        said += violations(module_name(path), path.read_text("utf-8"), path.name == "__init__.py")
    assert not said, "\n" + "\n".join(said)


def test_every_exception_is_still_needed():
    used = set()
    for path in SOURCES:
        module = module_name(path)
        for item in imports_of(module, path.read_text("utf-8"), path.name == "__init__.py"):
            used |= {pair for pair in EXCEPTIONS if pair[0] == module and below(item.name, pair[1:])}
    assert used == set(EXCEPTIONS)


@pytest.mark.parametrize("table", [CORE, GUI], ids=["core", "gui"])
def test_no_room_stands_on_one_above_it(table):
    tuple(TopologicalSorter(table).static_order())  # raises CycleError


def test_no_import_circle():
    sources = [(module_name(path), path.read_text("utf-8"), path.name == "__init__.py") for path in SOURCES]
    tuple(TopologicalSorter(modules_imported(sources)).static_order())


def test_a_circle_is_seen():
    sources = [
        ("padviewer.core.a", "from padviewer.core import b", False),
        ("padviewer.core.b", "from padviewer.core.c.d import e", False),
        ("padviewer.core.c", "", True),
        ("padviewer.core.c.d", "from ..a import f", False),
    ]
    with pytest.raises(CycleError):
        tuple(TopologicalSorter(modules_imported(sources)).static_order())
    later = [("padviewer.core.a", "def f():\n    from padviewer.core import b", False), *sources[1:]]
    assert tuple(TopologicalSorter(modules_imported(later)).static_order())


FAULTS = [
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
    ("padviewer.core.readers.arrays.npy", "from ....gui.style import theme"),
    (
        "padviewer.core.readers.arrays.npy",
        "def f():\n    import importlib\n    importlib.import_module('keras')",
    ),
    ("padviewer.core.readers.arrays.npy", "__import__('pandas')"),
    ("padviewer.core.pad", "from padviewer import gui"),
    ("padviewer.core", "def f():\n    from padviewer.models import loading"),
    ("padviewer.core.new", "import json"),  # a file without a rule
    ("padviewer.core.sentence", "from padviewer.core.errors import PadViewerError"),
    ("padviewer.core.errors", "from padviewer.core.data.ragged import Ragged"),
    ("padviewer.core.finding", "from padviewer.core import errors"),
    ("padviewer.core.amounts", "from padviewer.core import errors"),
    ("padviewer.core.files.whole_file", "from padviewer.core.data import ragged"),
    ("padviewer.core.data.ragged", "from padviewer.core.choices.encode import Vocabulary"),
    ("padviewer.core.data.dataset", "def f():\n    from padviewer.core.readers import read"),
    ("padviewer.core.choices.fitting", "from padviewer.core.padding.plan import resolve"),
    ("padviewer.core.padding.plan", "from padviewer.core.rows.arrange import arrange"),
    ("padviewer.core.padding.plan", "from padviewer.core.checks.block import check_block"),
    ("padviewer.core.rows.arrange", "from padviewer.core.checks import lengths"),
    ("padviewer.core.picture.raster", "from padviewer.core.rows import arrange"),
    ("padviewer.core.checks.plan", "from padviewer.core.model.spec import ModelSpec"),
    ("padviewer.core.model.masks.flow", "def f():\n    from padviewer.core.opening import open_dataset"),
    ("padviewer.core.readers.json.table", "from ...checks import plan"),
    ("padviewer.core.store.room", "from padviewer.core.export import export"),
    ("padviewer.core.opening", "from padviewer.core.padding.plan import Plan"),
    ("padviewer.core.export.npz", "from padviewer.core.recipe import Recipe"),
    ("padviewer.core.recipe", "from padviewer.core.pad import pad"),
    ("padviewer.core.planner", "from padviewer.core.checks.plan import check"),
    ("padviewer.core.exported_recipe", "from padviewer.core.store import folder"),
    ("padviewer.core.reading_trial", "from padviewer.core.model import judge"),
    ("padviewer.core.remedies", "from padviewer.core.rows import arrange"),
    ("padviewer.core.warm", "from padviewer.core import pad"),
    ("padviewer.core.frames", "from padviewer.core.padding.plan import resolve"),
    ("padviewer.models.summary", "import keras"),
    ("padviewer.models.summary", "from padviewer.models.layers import PadTo"),
    ("padviewer.models.summary", "from . import layers"),
    ("padviewer.models.summary", "def f():\n    from padviewer.workers import protocol"),
    ("padviewer.models.layers", "from PySide6 import QtCore"),
    ("padviewer.workers.protocol", "def f():\n    import numpy"),
    ("padviewer.workers.protocol", "from padviewer.core import errors"),
    ("padviewer.workers.data", "from padviewer.core import open_dataset"),
    ("padviewer.workers.model", "def f():\n    from PySide6 import QtCore"),
    ("padviewer.workers.model", "def f():\n    from padviewer.gui.tasks import jobs"),
    ("padviewer.gui", "from padviewer.gui import app"),
    ("padviewer.gui.new", "import json"),
    ("padviewer.gui.new.thing", "import json"),
    ("padviewer.gui.style.theme", "from padviewer.gui.panels.data.panel import DataPanel"),
    ("padviewer.gui.style.numbers", "from padviewer.core.data.ragged import Ragged"),
    ("padviewer.gui.style.drawing", "import pyqtgraph"),
    ("padviewer.gui.actions", "def f():\n    from padviewer.workers import protocol"),
    ("padviewer.gui.actions", "from padviewer.gui.controller import Controller"),
    ("padviewer.gui.widgets.fold", "from padviewer.gui.controller import Controller"),
    ("padviewer.gui.widgets.fold", "from padviewer.gui.session.state import Session"),
    ("padviewer.gui.widgets.fold", "from padviewer.core.data.dataset import Dataset"),
    ("padviewer.gui.charts.heatmap", "from padviewer.gui.controller import Controller"),
    ("padviewer.gui.charts.heatmap", "from padviewer.gui.views.common import source"),
    ("padviewer.gui.session.changes", "from padviewer.gui.tasks.loader import Loader"),
    ("padviewer.gui.session.recent", "from padviewer.gui.window.start import StartPage"),
    ("padviewer.gui.session.state", "from PySide6.QtWidgets import QWidget"),
    ("padviewer.gui.tasks.loader", "from padviewer.gui.controller import Controller"),
    ("padviewer.gui.tasks.loader", "from PySide6.QtGui import QImage"),
    ("padviewer.gui.tasks.children", "from padviewer.workers import data"),
    ("padviewer.gui.tasks.jobs", "from padviewer.gui.widgets.fold import Fold"),
    ("padviewer.gui.controller", "from PySide6.QtWidgets import QWidget"),
    ("padviewer.gui.controller", "from padviewer.gui.panels.data.panel import DataPanel"),
    ("padviewer.gui.controller", "def f():\n    from padviewer.models import summary"),
    ("padviewer.gui.panels.data.panel", "from padviewer.gui.panels.recipe.panel import RecipePanel"),
    ("padviewer.gui.panels.data.panel", "from ..recipe import panel"),
    ("padviewer.gui.panels.data.panel", "from padviewer.gui.views.table.view import TableView"),
    ("padviewer.gui.panels.data.panel", "def f():\n    from padviewer.gui.dialogs import lists"),
    ("padviewer.gui.panels.data.panel", "from padviewer.gui.views.common import gathered"),
    ("padviewer.gui.panels.data.panel", "from padviewer.gui.window import notices"),
    ("padviewer.gui.panels.data.panel", "from padviewer.gui.tasks.jobs import Jobs"),
    ("padviewer.gui.panels.data.panel", "def f():\n    from padviewer.gui.tasks import children"),
    ("padviewer.gui.panels.data.panel", "def f():\n    from padviewer.models import summary"),
    ("padviewer.gui.panels.data.panel", "import pandas"),
    ("padviewer.gui.panels.data.panel", "import pyqtgraph"),
    ("padviewer.gui.views.row.view", "from padviewer.gui.views.series.choice import Choice"),
    ("padviewer.gui.views.row.view", "from padviewer.gui.panels.data import facts"),
    ("padviewer.gui.views.common.source", "from padviewer.gui.views.heatmap import view"),
    ("padviewer.gui.views.cells", "from padviewer.gui.views.table import view"),
    ("padviewer.gui.dialogs.lists", "from padviewer.gui.dialogs.palette import PaletteDialog"),
    ("padviewer.gui.dialogs.help.card", "from padviewer.gui.dialogs.export import sheet"),
    ("padviewer.gui.dialogs.help.card", "from padviewer.gui.app import main"),
    ("padviewer.gui.window.tabs", "from padviewer.gui.app import main"),
    ("padviewer.gui.window.tabs", "import pyqtgraph"),
    ("padviewer.gui.window.main_window", "from padviewer.core import resolve"),
    ("padviewer.gui.window.main_window", "import numpy as np"),
    ("padviewer.gui.window.main_window", "from padviewer.gui.tasks.jobs import Jobs"),
    ("padviewer.gui.app", "from padviewer.core import pad"),
    ("padviewer.gui.app", "from padviewer.core.recipe import Recipe"),
    ("padviewer.gui.app", "import numpy"),
    ("padviewer.gui.app", "from padviewer.gui.panels.data.panel import DataPanel"),
]


@pytest.mark.parametrize(("module", "source"), FAULTS)
def test_a_file_that_breaks_a_rule_is_named(module, source):
    said = violations(module, source)
    assert len(said) == 1
    assert said[0].startswith(f"{module}, line ")


def test_every_rule_is_seen_to_fail():
    hit = {rules[0] for module, _ in FAULTS if (rules := rules_of(module))}
    assert not [rule.modules for rule in RULES if rule not in hit]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        (
            "padviewer.cli",
            "import argparse\nfrom padviewer import __version__\ndef f():\n    import padviewer.gui.app",
        ),
        (
            "padviewer.core.pad",
            "import numpy as np\nfrom .padding.plan import Plan\ndef f():\n    import pandas, pyarrow",
        ),
        ("padviewer.core.pad", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pyarrow"),
        ("padviewer.core.readers.json.table", "from ..cells import values\nfrom . import documents"),
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
            "from PySide6.QtCore import QObject\nfrom padviewer.gui.tasks.jobs import Jobs",
        ),
        (
            "padviewer.gui.panels.data.panel",
            "from padviewer.core import Recipe\nfrom . import columns\nfrom ...charts import lengths",
        ),
        ("padviewer.gui.charts.lengths", "import pyqtgraph\nfrom padviewer.gui.style import theme"),
        ("padviewer.gui.views.row.view", "from padviewer.gui.views.common import source"),
        ("padviewer.gui.window.main_window", "from padviewer.gui.panels.data.panel import DataPanel"),
    ],
)
def test_what_the_table_allows_passes(module, source):
    assert violations(module, source) == []
