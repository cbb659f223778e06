"""A bundled program starts with its surroundings put right: other programs it starts are not misled."""

import os
import sys

import pytest

BUNDLE = "/opt/padviewer/_internal"


@pytest.fixture
def entry(script):
    return script("entry")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"LD_LIBRARY_PATH": BUNDLE}, {}),
        (
            {"LD_LIBRARY_PATH": f"{BUNDLE}:/mine", "LD_LIBRARY_PATH_ORIG": "/mine"},
            {"LD_LIBRARY_PATH": "/mine"},
        ),
        ({"LD_LIBRARY_PATH": "/mine"}, {"LD_LIBRARY_PATH": "/mine"}),
        ({"QT_PLUGIN_PATH": f"{BUNDLE}/PySide6/Qt/plugins"}, {}),
        ({"QT_PLUGIN_PATH": "/kde/plugins", "HOME": "/h"}, {"QT_PLUGIN_PATH": "/kde/plugins", "HOME": "/h"}),
        ({}, {}),
    ],
)
def test_the_loaders_changes_are_undone(entry, before, after):
    entry.restore(before, BUNDLE)
    assert before == after


def test_without_a_console_words_are_swallowed(entry, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", None)
    entry.open_streams()
    with sys.stdout as opened:
        print("nobody reads this")
    assert opened.name == os.devnull
    assert capsys.readouterr().out == ""


def test_streams_that_are_there_stay(entry):
    before = sys.stdout, sys.stderr
    entry.open_streams()
    assert (sys.stdout, sys.stderr) == before


def test_the_command_runs_in_what_was_put_right(entry, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["padviewer", "--version"])
    monkeypatch.setattr(sys, "_MEIPASS", BUNDLE, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", BUNDLE)
    assert entry.main() == 0
    assert capsys.readouterr().out.startswith("padviewer ")
    assert "LD_LIBRARY_PATH" not in os.environ
