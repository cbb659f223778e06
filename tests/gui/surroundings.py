"""A window in odd surroundings: a file for it, what its banner says, and answering that."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

XVFB = shutil.which("Xvfb")
ROOT = Path(__file__).resolve().parents[2]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LENGTHS = [3, 1, 4, 1, 5, 9, 2, 6]


@pytest.fixture(name="source")
def source_here(tmp_path):
    """Rows of 1 to 9 numbers, all of row n the number n."""
    path = tmp_path / "rows.jsonl"
    write_rows(path, LENGTHS)
    return path


def write_rows(path, lengths):
    path.write_text("".join(json.dumps({"x": [k + 1] * n}) + "\n" for k, n in enumerate(lengths)))


@pytest.fixture(name="shown")
def shown_here(windows_at):
    """``shown(session_file=None, **settings)``: the first window of a program, on the screen."""

    def show(session_file=None, **values):
        made = windows_at(session_file, **values).add()
        made.show()
        return made

    return show


@pytest.fixture(name="says")
def says_here(qtbot):
    """``says(window, words)``: wait until its banner says these words; returns the note."""

    def wait(window, words):
        def said():
            note = window.banner.note()
            return note is not None and words in note.sentence

        qtbot.waitUntil(said)
        assert window.banner.isVisible()
        return window.banner.note()

    return wait


def act(window):
    """Click what the banner offers."""
    button = next(one for one in window.banner.findChildren(QPushButton) if one.isVisible() and one.text())
    QTest.mouseClick(button, LEFT)


def length_of(window):
    """The lengths of the rows that are shown, as many cells of the first column as there are rows."""
    return np.diff(window.controller.shown.column.offsets).tolist()
