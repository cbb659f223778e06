"""What starting costs: the package imports nothing, --version and --help neither numpy nor Qt."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from padviewer import __version__

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {"numpy", "pandas", "pyarrow", "numba", "PySide6", "shiboken6", "pyqtgraph", "keras", "tensorflow"}

COMMAND = """
import runpy, sys
sys.argv = ["padviewer", {flag!r}]
try:
    runpy.run_module("padviewer", run_name="__main__", alter_sys=True)
except SystemExit as end:
    code = end.code
print("\\nended", code, "with", *sorted({{name.split(".")[0] for name in sys.modules}}))
"""


def run_python(program):
    """Run a program in a fresh interpreter that finds this checkout; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_the_package_imports_nothing_else():
    program = (
        "import sys; before = set(sys.modules); import padviewer; print(*sorted(set(sys.modules) - before))"
    )
    assert run_python(program).split() == ["padviewer"]


@pytest.mark.parametrize(("flag", "answer"), [("--version", __version__), ("--help", "padviewer")])
def test_asking_costs_neither_numpy_nor_qt(flag, answer):
    said, _, ending = run_python(COMMAND.format(flag=flag)).rpartition("\nended ")
    code, _, modules = ending.partition(" with ")
    assert code in {"0", "None"}
    assert not HEAVY & set(modules.split())
    assert answer in said


def test_the_probe_sees_numpy():
    """The measure itself: a program that does import numpy is seen to."""
    assert (
        "numpy"
        in run_python("import numpy, sys; print(*{name.split('.')[0] for name in sys.modules})").split()
    )
