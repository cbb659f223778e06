"""One question to another Python: what it answers, and the ways in which it does not."""

import os
import sys

import pytest

from padviewer.gui.tasks import children
from padviewer.gui.tasks.children import InterpreterCheck

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the interpreter")


@pytest.fixture
def python(tmp_path):
    """``python(script)``: an interpreter that does what a shell script says."""

    def write(script):
        path = tmp_path / "python"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return str(path)

    return write


def answer(qtbot, path):
    check = InterpreterCheck(path)
    with qtbot.waitSignal(check.found) as waited:
        pass
    return tuple(waited.args)


NONE = ("This Python has no Keras with TensorFlow. Install them there: pip install tensorflow", False)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 3.15.1 2.21.0", ("It has Keras 3.15.1 and TensorFlow 2.21.0.", True)),
        (
            "echo a notice of tensorflow; echo 3.15.1 2.21.0",
            ("It has Keras 3.15.1 and TensorFlow 2.21.0.", True),
        ),
        ("echo 3.15.1 2.21.0; exit 1", NONE),
        ("echo 3.15.1", NONE),
        ("printf '\\377\\376'", NONE),
        ("exit 127", NONE),
        ("kill -9 $$", NONE),
    ],
)
def test_what_it_says(qtbot, python, script, said):
    assert answer(qtbot, python(script)) == said


def test_it_is_asked_for_both(qtbot, python, tmp_path):
    """The program that it is given imports them, so that a broken installation counts as none."""
    answer(qtbot, python(f'echo "$@" > {tmp_path}/asked'))
    assert (tmp_path / "asked").read_text() == f"-c {children.PROGRAM}\n"
    compile(children.PROGRAM, "asked", "exec")


@pytest.mark.parametrize("what", ["missing", "not executable"])
def test_what_cannot_be_started(qtbot, tmp_path, what):
    path = tmp_path / "python"
    if what == "not executable":
        path.write_text("hello")
    assert answer(qtbot, str(path)) == (f"{path} cannot be started. Choose a Python.", False)


def test_one_that_does_not_answer_is_ended(qtbot, python, monkeypatch):
    monkeypatch.setattr(children, "SECONDS", 0)
    check = InterpreterCheck(python("exec sleep 60"))
    told = []
    check.found.connect(lambda *given: told.append(given))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("It did not answer within 0 seconds.", False)]
    assert check._process.state() == check._process.ProcessState.NotRunning


def test_one_that_is_stopped_says_nothing(qtbot, python, tmp_path):
    check = InterpreterCheck(python(f"echo $$ > {tmp_path}/pid; exec sleep 60"))
    told = []
    check.found.connect(lambda *given: told.append(given))
    qtbot.waitUntil(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text().strip() != "")
    check.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)
    check.stop()
    assert told == []
