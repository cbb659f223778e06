"""Bad input in the window: one sentence each, what is open stays, nothing half-written remains."""

import json
import os
import signal
import sys
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from padviewer.gui import app as application
from padviewer.gui.tasks.children import WorkerPool
from padviewer.gui.window import windows
from padviewer.gui.window.panes import REFUSED, START, WORK

CHILD = "from padviewer.workers.data import main; main()"
SMALL_DISK = f"""
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4 << 20, 4 << 20))
{CHILD}
"""
LOCKED = f"""
import builtins, io, os
def guarded(open_it):
    def opened(name, *args, **named):
        if "locked" in str(name):
            raise PermissionError(13, "Permission denied", name)
        return open_it(name, *args, **named)
    return opened
os.open, io.open, builtins.open = guarded(os.open), guarded(io.open), guarded(builtins.open)
{CHILD}
"""


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """A file that opens: 3 rows of 4 numbers, two with labels."""
    path = tmp_path_factory.mktemp("good") / "good.npy"
    np.save(path, np.arange(12, dtype=np.int64).reshape(3, 4))
    return path


@pytest.fixture(scope="module")
def big(tmp_path_factory):
    """Rows whose padded array takes 48 MB, so that an export can be met on its way."""
    path = tmp_path_factory.mktemp("big") / "big.jsonl"
    rows = [list(range(1, 4001)), *([k] for k in range(2999))]
    path.write_text("".join(json.dumps({"x": row}) + "\n" for row in rows))
    return path


def make(folder, command=None, monkeypatch=None):
    """Make a window on its start page; `command` is the program of its data child."""
    if command is not None:
        pool = partial(WorkerPool, command=[sys.executable, "-c", command])
        monkeypatch.setattr(windows, "WorkerPool", pool)
    ini = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    _, made = application.make("light", ini)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture(scope="module")
def shared(window_at):
    """One window for the module: it must live through all of it."""
    return window_at(1280, 800)


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """Leave it to the end of the module: children come and go as long as its window stands."""


@pytest.fixture
def window(qtbot, shared, good):
    """The window with a good file open, and the same after the test."""
    opens(qtbot, shared, good)
    yield shared
    opens(qtbot, shared, good)
    assert (shared._pages.currentIndex(), shared._pages.centre.currentIndex()) == (WORK, 0)


def opens(qtbot, window, path):
    """Open a dataset and wait until all of it is on the screen."""
    window.open(str(path))

    def there():
        source = window.controller.session.source
        return source is not None and source.path == str(path) and application.is_settled(window)

    qtbot.waitUntil(there)


def refused(qtbot, window, path):
    """Open what cannot be opened; returns the refusal."""
    with qtbot.waitSignal(window.controller.loader.refused) as waited:
        window.open(str(path))
    return waited.args[0]


def names(folder):
    """What is in a folder, hidden files too."""
    return sorted(one.name for one in folder.iterdir())


def ended(qtbot, window, destination):
    """Export and return the error that ended it."""
    with qtbot.waitSignal(window.controller.exporter.failed) as waited:
        window.controller.export(str(destination))
    return waited.args[0]


# -- files that are not opened ------------------------------------------------------------
def missing(folder):
    return folder / "missing.npy"


def empty(folder):
    (folder / "empty.npy").write_bytes(b"")
    return folder / "empty.npy"


def truncated(folder):
    path = folder / "half.parquet"
    pq.write_table(pa.table({"x": [[1, 2, 3]] * 1000}), path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def mislabelled(folder):
    path = folder / "picture.npy"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    return path


def pipe(folder):
    os.mkfifo(folder / "pipe.npy")
    return folder / "pipe.npy"


def directory(folder):
    (folder / "folder").mkdir()
    return folder / "folder"


def dangling(folder):
    (folder / "link.npy").symlink_to("nowhere.npy")
    return folder / "link.npy"


def recipe(folder):
    (folder / "bad.toml").write_text("hello")
    return folder / "bad.toml"


BAD = [
    (missing, "There is no such file."),
    (empty, "The file is empty (0 bytes)."),
    (truncated, "Parquet"),
    (mislabelled, "This is a PNG picture, which PadViewer does not read."),
    (pipe, "not a regular file"),
    (directory, "This is a folder."),
    (dangling, "There is no such file."),
]


@pytest.mark.parametrize(("make_it", "words"), BAD, ids=lambda one: getattr(one, "__name__", ""))
def test_a_bad_file_is_a_sentence_and_what_is_open_stays(qtbot, window, tmp_path, make_it, words):
    before = window.controller.session
    path = make_it(tmp_path)
    refusal = refused(qtbot, window, path)
    assert words in refusal.what
    assert refusal.what.endswith(".")
    assert "Traceback" not in refusal.what + refusal.remedy
    assert refusal.title == f"{path.name} was not opened"
    assert window._pages.centre.currentIndex() == 1
    assert window.refusal_page.isVisible()
    assert window.controller.session is before
    assert window.controller.work == {}
    assert window.status.message() == "Ready"
    back = next(one for one in window.refusal_page.findChildren(QPushButton) if one.text() == "Back to it")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.views.isVisible()


def test_a_bad_recipe_is_a_sentence(window, tmp_path):
    before = window.controller.session
    window.open(str(recipe(tmp_path)))
    assert window.banner.note().level != "info"
    assert "The recipe is no TOML" in window.banner.note().sentence
    assert window.controller.session is before


def test_on_the_start_page_a_refusal_has_a_way_back(qtbot, tmp_path):
    made = make(tmp_path)
    refused(qtbot, made, missing(tmp_path))
    assert made._pages.currentIndex() == REFUSED
    assert made.first_refusal.isVisible()
    back = [one for one in made.first_refusal.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in back] == ["Open another"]
    made.controller.model.close()
    assert made._pages.currentIndex() == REFUSED, "the model's news must not take the page away"
    made._show_pages()
    assert made._pages.currentIndex() == START
    made.close()
    made.deleteLater()


def test_objects_are_refused_with_the_code_that_converts_them(qtbot, window, tmp_path):
    rows = np.empty(2, object)
    rows[:] = [[1, 2], [3]]
    np.savez(tmp_path / "objects.npz", rows=rows)
    refusal = refused(qtbot, window, tmp_path / "objects.npz")
    assert refusal.exit_code == 3
    code = window.refusal_page.code()
    compile(code, "shown", "exec")
    assert "allow_pickle=True" in code
    copy = next(one for one in window.refusal_page.findChildren(QPushButton) if one.text() == "Copy code")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == code


def test_a_file_that_may_not_be_read(qtbot, tmp_path, good, monkeypatch):
    """A child that is not allowed to open the file stands for a user who is not."""
    made = make(tmp_path, LOCKED, monkeypatch)
    np.save(tmp_path / "locked.npy", np.arange(4).reshape(2, 2))
    refusal = refused(qtbot, made, tmp_path / "locked.npy")
    assert refusal.exit_code == 4
    assert refusal.what.endswith(".")
    opens(qtbot, made, good)
    made.close()
    made.deleteLater()


# -- files that open and have nothing to pad ------------------------------------------------------------
def test_a_file_without_a_sequence_says_so(qtbot, window, tmp_path):
    path = tmp_path / "plain.jsonl"
    path.write_text('{"a": 1, "b": 2}\n{"a": 3, "b": 4}\n')
    opens(qtbot, window, path)
    note = window.banner.note()
    assert note.level == "warning"
    assert "None of the columns holds sequences: a, b." in note.sentence
    assert not window.actions_by_id["export"].isEnabled()
    assert ended(qtbot, window, tmp_path / "out.npz").what.endswith(".")
    assert names(tmp_path) == ["plain.jsonl"]


def test_rows_that_are_all_empty_say_so(qtbot, window, tmp_path):
    path = tmp_path / "hollow.jsonl"
    path.write_text('{"x": []}\n{"x": []}\n')
    opens(qtbot, window, path)
    note = window.banner.note()
    assert note.level == "warning"
    assert "empty" in note.sentence
    window.grab()


# -- children that die ------------------------------------------------------------
def kill_children(window):
    """End every data child at once, as the system does when memory is short."""
    for pid in window.controller._pool.pids:
        os.kill(pid, signal.SIGKILL)


def test_the_child_is_killed_while_it_reads(qtbot, window, big):
    before = window.controller.session
    with qtbot.waitSignal(window.controller.loader.refused) as waited:
        window.open(str(big))
        kill_children(window)
    assert waited.args[0].what == "The reading process stopped while it read big.jsonl. It runs again."
    assert window.controller.session is before
    assert window.refusal_page.isVisible()


def on_its_way(qtbot, window, destination):
    """Start an export and wait until it has written something."""
    window.controller.export(str(destination))

    def writing():
        work = window.controller.work.get("export")
        return work is not None and work.share is not None and 0 < work.share < 1

    qtbot.waitUntil(writing)


def test_the_child_is_killed_while_it_exports(qtbot, window, big, tmp_path):
    opens(qtbot, window, big)
    on_its_way(qtbot, window, tmp_path / "out.npz")
    with qtbot.waitSignal(window.controller.exporter.failed) as waited:
        kill_children(window)
    assert waited.args[0].what == "The reading process stopped while it wrote out.npz. It runs again."
    qtbot.waitUntil(lambda: names(tmp_path) == [])
    assert "export" not in window.controller.work


def test_an_export_is_cancelled_with_the_mouse(qtbot, window, big, tmp_path):
    opens(qtbot, window, big)
    window.actions_by_id["export"].trigger()
    window.sheet.place.setText(str(tmp_path / "out.npz"))
    window.sheet.place.editingFinished.emit()
    qtbot.waitUntil(window.sheet.start.isEnabled)
    QTest.mouseClick(window.sheet.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(tmp_path) != [])
    with qtbot.waitSignal(window.controller.exporter.cancelled):
        QTest.mouseClick(window.sheet.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(tmp_path) == [])
    window.sheet.close()


# -- exports that cannot be ------------------------------------------------------------
def test_an_export_into_a_folder_that_is_not_there(qtbot, window, tmp_path):
    error = ended(qtbot, window, tmp_path / "nowhere" / "out.npz")
    assert error.exit_code == 4
    assert error.what.endswith(".")
    assert names(tmp_path) == []


def test_an_export_into_a_folder_that_takes_no_files(qtbot, window, tmp_path):
    """Not even the administrator makes a file in /proc; others are kept out by a mode."""
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)
    target = folder if os.geteuid() else "/proc"
    error = ended(qtbot, window, f"{target}/out.npz")
    assert error.exit_code == 4
    assert error.what.endswith(".")
    assert names(folder) == []


def test_an_export_over_a_read_only_file(qtbot, window, tmp_path):
    path = tmp_path / "kept.npz"
    path.write_bytes(b"kept")
    path.chmod(0o444)
    error = ended(qtbot, window, path)
    assert error.exit_code == 4
    assert path.read_bytes() == b"kept"
    assert names(tmp_path) == ["kept.npz"]


def test_an_export_over_its_own_source(qtbot, window, good, tmp_path):
    before = good.read_bytes()
    (tmp_path / "other.npy").symlink_to(good)
    for path in (good, tmp_path / "other.npy"):
        error = ended(qtbot, window, path)
        assert error.exit_code == 4
        assert good.read_bytes() == before
    assert names(good.parent) == ["good.npy"]


def test_a_full_disk(qtbot, tmp_path, big, monkeypatch):
    """A child whose files may not grow stands for a disk without room."""
    made = make(tmp_path, SMALL_DISK, monkeypatch)
    target = tmp_path / "target"
    target.mkdir()
    opens(qtbot, made, big)
    error = ended(qtbot, made, target / "out.npz")
    assert error.exit_code == 4
    assert error.what.endswith(".")
    assert names(target) == []
    assert made.controller.set_choice("Maxlen 4", maxlen=4)
    with qtbot.waitSignal(made.controller.exporter.exported):
        made.controller.export(str(target / "out.npz"))
    with np.load(target / "out.npz", allow_pickle=False) as arrays:
        assert arrays["x"].shape == (3000, 4)
    made.close()
    made.deleteLater()
