"""The packaging scripts as modules: they stand outside the package and find each other beside themselves."""

import importlib
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "packaging"
NAMES = ("bundle_contents", "entry", "gather", "package", "prepare", "smoke")


@pytest.fixture
def script(monkeypatch):
    """Return a function that imports a script by its name, for this test alone."""
    monkeypatch.syspath_prepend(str(FOLDER))
    monkeypatch.setattr(sys, "path", list(sys.path))  # package.py adds the checkout
    yield importlib.import_module
    for name in NAMES:
        sys.modules.pop(name, None)
