"""The gates themselves: each kind of leak turns the test that leaves it red, and a clean test stays green."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LEAKY = """
import subprocess, sys, threading, time, warnings
import pytest

processes = []


@pytest.fixture(scope="module", autouse=True)
def release():
    yield
    stop.set()
    for process in processes:
        process.wait()


stop = threading.Event()


def test_clean(qtbot):
    from PySide6.QtCore import QThreadPool
    from PySide6.QtWidgets import QWidget
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    thread = threading.Thread(target=time.sleep, args=(0.05,))
    thread.start()
    QThreadPool.globalInstance().start(lambda: time.sleep(0.05))
    subprocess.Popen([sys.executable, "-c", ""]).wait()


def test_leaves_thread():
    threading.Thread(target=stop.wait, args=(60,), name="stray").start()


def test_leaves_pool_busy(qapp):
    from PySide6.QtCore import QThreadPool
    QThreadPool.globalInstance().start(lambda: stop.wait(3))


def test_leaves_process():
    processes.append(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]))


def test_leaves_widget(qapp):
    from PySide6.QtWidgets import QWidget
    global kept
    kept = QWidget()
    kept.setObjectName("orphan")


def test_warns():
    warnings.warn("a warning of Python", stacklevel=1)


def test_warns_with_qt(qtbot):
    from PySide6.QtCore import qWarning
    qWarning("a warning of Qt")


def test_after_the_leaks(qapp):
    pass
"""


@pytest.fixture
def suite(pytester):
    """A folder with this project's conftest and settings."""
    pytester.makeconftest(
        (ROOT / "tests/conftest.py").read_text("utf-8").replace("GRACE = 60.0", "GRACE = 0.5")
    )
    settings = (ROOT / "pyproject.toml").read_text("utf-8").replace('testpaths = ["tests"]', "")
    pytester.makepyprojecttoml(settings)
    return pytester


def test_each_leak_turns_its_test_red(suite):
    pytest.importorskip("PySide6")
    suite.makepyfile(test_leaky=LEAKY)
    result = suite.runpytest_subprocess("-rA", "-p", "no:cacheprovider", timeout=120)
    lines = result.stdout.lines
    reasons = {
        "thread": "left behind: thread stray",
        "pool_busy": "left behind: a pool with 1 working threads",
        "process": "left behind: process *time.sleep(60)*",
        "widget": "left behind: top-level widget QWidget 'orphan'",
    }
    for name, reason in reasons.items():
        result.stdout.fnmatch_lines([f"*ERROR at teardown of test_leaves_{name} *", f"*{reason}*"])
    assert any(line.startswith("FAILED test_leaky.py::test_warns - UserWarning") for line in lines)
    assert any(line.startswith("FAILED test_leaky.py::test_warns_with_qt") for line in lines)
    for name in ("test_clean", "test_after_the_leaks"):
        assert f"PASSED test_leaky.py::{name}" in lines
        assert not any(line.startswith(f"ERROR test_leaky.py::{name}") for line in lines)
    assert result.parseoutcomes()["errors"] == len(reasons)


def test_a_home_of_their_own(tmp_path):
    import platformdirs

    assert "padviewer-tests-" in platformdirs.user_cache_dir("padviewer")
    assert "padviewer-tests-" in platformdirs.user_data_dir("padviewer")


def test_qsettings_stay_in_that_home():
    core = pytest.importorskip("PySide6.QtCore")
    for file_format in (core.QSettings.Format.NativeFormat, core.QSettings.Format.IniFormat):
        settings = core.QSettings(file_format, core.QSettings.Scope.UserScope, "PadViewer", "PadViewer")
        assert "padviewer-tests-" in settings.fileName()


@pytest.mark.parametrize(("factor", "expected"), [("1", "50 1"), ("20", "1000 5")])
def test_soak_multiplies_the_counts(suite, monkeypatch, factor, expected):
    monkeypatch.setenv("PADVIEWER_SOAK", factor)
    suite.makepyfile("def test_counts(scaled):\n    print('counts', scaled(1000), scaled(5))\n")
    result = suite.runpytest_subprocess("-s", "-p", "no:pytest-qt", "-p", "no:cacheprovider", timeout=120)
    result.stdout.fnmatch_lines([f"*counts {expected}*"])
    assert result.ret == 0


def test_without_qt_and_tensorflow(suite, monkeypatch):
    """The core's tests run, what needs TensorFlow is skipped, tests of the window are not collected."""
    suite.makepyfile(
        sitecustomize="""
        import sys
        absent = {"PySide6", "shiboken6", "pytestqt", "pyqtgraph", "keras", "tensorflow"}
        class Absent:
            def find_spec(self, name, path=None, target=None):
                if name.split(".")[0] in absent:
                    raise ModuleNotFoundError(name)
        sys.meta_path.insert(0, Absent())
        """,
        test_core="""
        import pytest
        def test_plain(): pass
        @pytest.mark.tensorflow
        def test_keras(): raise AssertionError
        """,
    )
    gui = suite.mkdir("gui")
    (gui / "test_window.py").write_text("import PySide6\n", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(suite.path))
    result = suite.runpytest_subprocess("-p", "no:pytest-qt", "-p", "no:cacheprovider", timeout=120)
    assert result.parseoutcomes() == {"passed": 1, "skipped": 1}
