"""Bad surroundings: small screens, odd settings, full disks, files and displays that go away, other programs.

Each is a sentence, and nothing is lost.
"""

import errno
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QSettings, QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.store.lease import Lease
from padviewer.gui import app as application
from padviewer.gui.session import recent
from padviewer.gui.session.preferences import Preferences
from padviewer.gui.session.recent import MOST
from padviewer.gui.session.window_file import SessionFile
from padviewer.gui.session.window_state import WindowState, identity_of
from padviewer.gui.tasks.children import WorkerPool
from padviewer.gui.window import main_window, windows
from padviewer.gui.window.panes import REFUSED, START, WORK

XVFB = shutil.which("Xvfb")
ROOT = Path(__file__).resolve().parents[2]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LENGTHS = [3, 1, 4, 1, 5, 9, 2, 6]


@pytest.fixture
def source(tmp_path):
    """Rows of 1 to 9 numbers, all of row n the number n."""
    path = tmp_path / "rows.jsonl"
    write_rows(path, LENGTHS)
    return path


def write_rows(path, lengths):
    path.write_text("".join(json.dumps({"x": [k + 1] * n}) + "\n" for k, n in enumerate(lengths)))


@pytest.fixture
def shown(windows_at):
    """``shown(session_file=None, **settings)``: the first window of a program, on the screen."""

    def show(session_file=None, **values):
        made = windows_at(session_file, **values).add()
        made.show()
        return made

    return show


@pytest.fixture
def says(qtbot):
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


# -- a small screen --------------------------------------------------------------------------------
@pytest.fixture
def small_screen(monkeypatch):
    """A screen of 800 × 600 that is not one drawn into memory."""

    class Screen:
        def availableSize(self):
            return QSize(800, 600)

        def availableGeometry(self):
            return QRect(0, 0, 800, 600)

    monkeypatch.setattr(main_window.QGuiApplication, "platformName", staticmethod(lambda: "xcb"))
    monkeypatch.setattr(main_window.MainWindow, "screen", lambda _self: Screen())


def test_a_screen_smaller_than_the_window(qtbot, shown, says, opens, source, small_screen):
    """The window fits, says so, and its panels scroll to whatever has the focus."""
    window = shown()
    assert (window.width(), window.height()) == (800, 600)
    assert says(window, "The screen is smaller than the window needs.").level == "info"
    opens(window, source)
    assert (window.width(), window.height()) == (800, 600)
    says(window, "The screen is smaller than the window needs.")
    qtbot.waitUntil(lambda: not window.findings_panel.trying)  # links make the panel taller
    panels = []
    for _ in range(6):
        window.actions_by_id["next_panel"].trigger()
        focus = QApplication.focusWidget()
        panels.append(focus)
        assert window.isAncestorOf(focus)
        qtbot.waitUntil(lambda one=focus: not one.visibleRegion().isEmpty())
    assert len(set(panels)) == 6


# -- settings --------------------------------------------------------------------------------------
RUBBISH = {
    "binary": bytes(range(256)) * 40,
    "types": b"[General]\nsize=@Point(3 4)\ntheme=@ByteArray(\\x0\\x1)\nmemory_mb=many\n[recent]\nfiles={]\n",
    "absurd": b"[General]\nsize=999999999\nmemory_mb=-1\ncache_gb=1e400\ninterpreter="
    + b"x" * 100_000
    + b"\n",
}


@pytest.mark.parametrize("content", RUBBISH.values(), ids=RUBBISH)
def test_settings_of_rubbish(shown, windows_at, says, opens, tmp_path, source, content):
    """The window opens with its defaults, says what it ignores, once, and works."""
    ini = tmp_path / "settings.ini"
    ini.write_bytes(content)
    window = shown(theme=None, language=None)
    note = window.banner.note()
    assert note is None or note.sentence.endswith((".", "default."))
    assert content == RUBBISH["binary"] or "cannot be" in note.sentence
    assert window.preferences == Preferences()
    opens(window, source)
    assert length_of(window) == LENGTHS
    window.close()
    again = windows_at(theme=None, language=None).add()
    assert again.banner.note() is None
    assert [one.path for one in again.menus.recent_files()] == [str(source)]


def test_settings_of_a_newer_version(shown, windows_at, says, opens, tmp_path, source):
    """What is understood holds, the rest stays in the file as it was, and it is said once."""
    ini = tmp_path / "settings.ini"
    ini.write_text(
        "[General]\ntheme=sepia\nsize=120\nholograms=true\n[settings]\nversion=99\n[recent]\nfiles=[7]\n"
    )
    window = shown(theme=None, language=None)
    said = says(window, "newer PadViewer").sentence
    assert "“Theme” cannot be “sepia”" in said
    assert (window.preferences.size, window.preferences.theme) == (120, "system")
    opens(window, source)
    window.close()
    kept = QSettings(str(ini), QSettings.Format.IniFormat)
    assert (kept.value("theme"), kept.value("holograms")) == ("sepia", "true")
    assert kept.value("settings/version") == "99"
    assert windows_at(theme=None, language=None).add().banner.note() is None


def test_settings_that_cannot_be_written(shown, says, tmp_path):
    """What is chosen holds for now, and that it is not kept is said."""
    (tmp_path / "settings.ini").mkdir()
    window = shown()
    window.set_theme("dark")
    note = says(window, "The preferences cannot be written to")
    assert note.level == "warning"
    assert window.preferences.theme == "dark"
    window.set_theme("light")


# -- a cache that refuses ------------------------------------------------------------------------------
REFUSING = """
import os, pathlib
CODE, FROM = {code}, {begin}
def guarded(real, of=lambda given: given[0]):
    def call(*given, **named):
        name = str(of(given))
        if "stores" in name and FROM in name:
            raise OSError(CODE, os.strerror(CODE), name)
        return real(*given, **named)
    return call
os.open, os.mkdir = guarded(os.open), guarded(os.mkdir)
from padviewer.workers.data import main; main()
"""
NO_ROOM = """
import os
real = os.write
def write(handle, data):
    if "values.bin" in os.readlink(f"/proc/self/fd/{handle}"):
        raise OSError(28, os.strerror(28))
    return real(handle, data)
os.write = write
from padviewer.workers.data import main; main()
"""


def refuses(qtbot, window, path):
    """Open what cannot be kept; returns the refusal."""
    with qtbot.waitSignal(window.controller.loader.refused) as waited:
        window.open(str(path))
    return waited.args[0]


@pytest.mark.parametrize("begin", ["stores", ".lease", "-"], ids=["folder", "lock", "store"])
@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.ENOSPC], ids=errno.errorcode.get)
def test_a_cache_that_cannot_be_written(qtbot, shown, tmp_path, source, monkeypatch, code, begin):
    """What the system says, where, and what to do; and the window stays on its start page."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    command = [sys.executable, "-c", REFUSING.format(code=code, begin=repr(begin))]
    monkeypatch.setattr(windows, "WorkerPool", partial(WorkerPool, command=command))
    window = shown()
    refusal = refuses(qtbot, window, source)
    assert os.strerror(code) in refusal.what
    assert refusal.what.startswith("PadViewer cannot keep the rows on the disk")
    assert "XDG_CACHE_HOME" in refusal.remedy
    assert refusal.exit_code == 4
    assert window._pages.currentIndex() == REFUSED
    assert window.controller.work == {}


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="tells a file by its descriptor")
def test_a_cache_that_is_full_while_a_file_is_read(qtbot, shown, tmp_path, source, monkeypatch):
    """Nothing half-written stays."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(windows, "WorkerPool", partial(WorkerPool, command=[sys.executable, "-c", NO_ROOM]))
    window = shown()
    refusal = refuses(qtbot, window, source)
    assert "No space left on device" in refusal.what
    assert [one for one in (tmp_path / "cache" / "padviewer" / "stores").iterdir() if one.is_dir()] == []


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="tells a file by its descriptor")
def test_a_cache_that_is_full_when_a_text_is_encoded(shown, says, wait_for, tmp_path, monkeypatch):
    """The rows are there; that their ids are not is said, and why."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    command = [sys.executable, "-c", NO_ROOM.replace("values.bin", "derived")]
    monkeypatch.setattr(windows, "WorkerPool", partial(WorkerPool, command=command))
    path = tmp_path / "texts.jsonl"
    path.write_text('{"text": "one two"}\n{"text": "two"}\n')
    window = shown()
    window.open(str(path))
    note = says(window, "No space left on device")
    assert note.level != "info"
    wait_for(window, path)
    assert window.controller.session.source.rows == 2
    assert window._pages.currentIndex() == WORK


def test_a_state_folder_that_refuses_is_told_once(shown, says, opens, tmp_path, source, monkeypatch):
    """What is open cannot be remembered: that is said, and the work goes on."""
    (tmp_path / "state").write_text("a file")
    monkeypatch.setattr(windows, "REMEMBER_MS", 10)
    window = shown(SessionFile(tmp_path / "state" / "sessions"))
    opens(window, source)
    note = says(window, str(tmp_path / "state"))
    assert note.level == "warning"
    window.banner.set_note(None)
    window.controller.select(2, 1)
    assert window.controller.set_choice("Padding pre", padding="pre")
    QApplication.processEvents()
    assert window.banner.note() is None
    window.close()


# -- files that are gone, and many of them -----------------------------------------------------------
def test_500_recent_files_that_are_gone(shown, tmp_path, monkeypatch):
    """Ten are looked for, all can be seen, none can be chosen, and each says where it was."""
    gone = [{"path": str(tmp_path / f"gone-{k}.npy"), "facts": "3 rows", "at": 1e9 + k} for k in range(500)]
    asked, really = [], Path.exists
    monkeypatch.setattr(Path, "exists", lambda path, **more: asked.append(path) or really(path, **more))
    window = shown(**{recent.KEY: json.dumps(gone)})
    looked_for = [one for one in asked if one.name.startswith("gone-")]
    assert len(looked_for) == MOST == 10
    asked.clear()
    window.menus.recent.aboutToShow.emit()
    actions = window.menus.recent.actions()
    assert [one.text() for one in actions] == [f"gone-{k}.npy" for k in range(10)]
    assert not any(one.isEnabled() for one in actions)
    assert {one.toolTip() for one in actions} == {f"not found · last seen in {tmp_path}"}
    assert len([one for one in asked if one.name.startswith("gone-")]) == 10
    rows = window.start_page._recent
    assert rows.row_count() == 10
    for row in range(10):
        assert "not found" in rows.row_sentence(row)
    assert window.controller.session.source is None


def drop(window, paths):
    """Drop files on the window; return whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, copy = QPoint(600, 400), Qt.DropAction.CopyAction
    window.dragEnterEvent(QDragEnterEvent(place, copy, data, LEFT, NONE))
    event = QDropEvent(QPointF(place), copy, data, LEFT, NONE)
    window.dropEvent(event)
    return event.isAccepted()


def test_a_drop_of_1000_files(windows_at, wait_for, source, tmp_path):
    """The first one is opened, in one window, and that is said."""
    program = windows_at()
    window = program.add()
    window.show()
    assert drop(window, [source, *(tmp_path / f"other-{k}.npy" for k in range(999))])
    wait_for(window, source)
    assert window.banner.note().sentence == "1,000 files were dropped; rows.jsonl is opened."
    assert program.windows == [window]


def test_a_drop_of_1000_recipes_on_a_dataset(shown, opens, source, tmp_path):
    """One is applied, as one step of undo."""
    window = shown()
    opens(window, source)
    paths = []
    for k in range(1000):
        paths.append(tmp_path / f"r{k}.toml")
        if k < 2:
            Recipe({"x": TensorRecipe(maxlen=k + 3)}).save(paths[-1])
    assert drop(window, paths)
    assert window.controller.session.recipe["x"].maxlen == 3
    assert len(window.controller.history.names()) == 1
    assert window.banner.note().sentence == "1,000 files were dropped; r0.toml is opened."


# -- the open file -----------------------------------------------------------------------------------
def touched(window):
    """Come back to the window, as a person does after doing something to the file elsewhere."""
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))


def chosen(window):
    """Change the recipe in a way that can be seen."""
    assert window.controller.set_choice("Maxlen 4", maxlen=4)
    return window.controller.session


def test_a_file_that_changes_is_told_and_read_again_with_its_recipe(
    qtbot, shown, says, opens, wait_for, source
):
    window = shown()
    opens(window, source)
    before = chosen(window)
    write_rows(source, [2, 7])
    note = says(window, "rows.jsonl has changed on the disk.")
    assert window.controller.session is before
    assert length_of(window) == LENGTHS
    assert note.action == "Read it again"
    act(window)
    qtbot.waitUntil(lambda: application.is_settled(window) and length_of(window) == [2, 7])
    assert window.controller.session.recipe["x"].maxlen == 4


def test_a_file_that_vanishes_can_still_be_exported(qtbot, shown, says, opens, source, tmp_path):
    window = shown()
    opens(window, source)
    chosen(window)
    size = source.stat().st_size
    source.unlink()
    assert says(window, "rows.jsonl is not there any more.").level == "warning"
    with qtbot.waitSignal(window.controller.exporter.exported):
        window.controller.export(str(tmp_path / "out.npz"))
    with np.load(tmp_path / "out.npz", allow_pickle=False) as arrays:
        assert arrays["x"].shape == (8, 4)
        assert arrays["x_lengths"].tolist() == np.minimum(LENGTHS, 4).tolist()
    assert source_of(tmp_path / "out.npz") == {"name": "rows.jsonl", "bytes": size, "sha256_of_ends": None}


def test_an_export_says_nothing_of_a_file_that_changed_since(qtbot, shown, opens, source, tmp_path):
    """The sidecar names the file that was read, not the one that stands there now."""
    window = shown()
    opens(window, source)
    size = source.stat().st_size
    for destination, expected in (
        ("same.npz", hashlib.sha256(source.read_bytes()).hexdigest()),
        ("changed.npz", None),
    ):
        with qtbot.waitSignal(window.controller.exporter.exported):
            window.controller.export(str(tmp_path / destination))
        said = source_of(tmp_path / destination)
        assert said == {"name": "rows.jsonl", "bytes": size, "sha256_of_ends": expected}
        write_rows(source, [2, 7])


def source_of(output):
    """What the sidecar of an export says of its source."""
    return json.loads(output.with_name(f"{output.name}.padviewer.json").read_text())["source"]


def test_a_file_that_is_truncated_is_refused_and_its_rows_stay(qtbot, shown, says, opens, tmp_path):
    window = shown()
    path = tmp_path / "rows.npy"
    np.save(path, np.arange(40).reshape(10, 4))
    opens(window, path)
    before = window.controller.session
    os.truncate(path, path.stat().st_size - 8)
    says(window, "rows.npy has changed on the disk.")
    with qtbot.waitSignal(window.controller.loader.refused) as waited:
        act(window)
    assert waited.args[0].what.endswith(".")
    assert window.controller.session is before
    assert window.refusal_page.isVisible()
    window._show_pages()
    assert window.views.isVisible()


# -- what is remembered --------------------------------------------------------------------------------
def left_over(folder, content, name="1-00000000.json"):
    """What another process left in the folder of sessions."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)


def a_session(source, *, clean=False, version=1):
    """What a program writes that had a file open with maxlen 4."""
    state = WindowState(
        str(source), identity=identity_of(str(source)), roles={"x": "sequence"},
        recipe=Recipe({"x": TensorRecipe(maxlen=4)}), tensor="x",
    )  # fmt: skip
    folder = source.parent / "writes"
    SessionFile(folder).save([state], clean=clean)
    (written,) = folder.glob("*.json")
    document = json.loads(written.read_bytes()) | {"version": version}
    shutil.rmtree(folder)
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\0\xff" * 4000, "cannot be read from 1-00000000.json."),
        (b"[" * 100_000, "cannot be read from 1-00000000.json."),
        (b'{"windows": [{"path": ""}], "version": 1}', "does not say which file"),
        (None, "1-00000000.json is of another PadViewer."),
    ],
    ids=["binary", "deep", "no file", "newer"],
)
def test_a_session_of_rubbish_is_told_and_the_program_starts(
    windows_at, says, opens, source, tmp_path, content, words
):
    left_over(tmp_path / "sessions", content if content is not None else a_session(source, version=2))
    program = windows_at(SessionFile(tmp_path / "sessions"))
    window = program.add()
    window.show()
    program.begin(is_asked=False)
    assert says(window, words).level == "info"
    assert window._pages.currentIndex() == START
    opens(window, source)
    assert window._pages.currentIndex() == WORK
    if content is None:
        assert (tmp_path / "sessions" / "1-00000000.json").exists(), "a newer PadViewer may want it"


def test_a_session_beside_rubbish_is_offered(windows_at, says, wait_for, source, tmp_path):
    left_over(tmp_path / "sessions", b"rubbish", "2-00000000.json")
    left_over(tmp_path / "sessions", a_session(source))
    program = windows_at(SessionFile(tmp_path / "sessions"))
    window = program.add()
    window.show()
    program.begin(is_asked=False)
    note = says(window, "PadViewer ended unexpectedly. It had rows.jsonl open.")
    assert "cannot be read from 2-00000000.json" in note.sentence
    assert note.action == "Restore"
    act(window)
    wait_for(window, source)
    assert window.controller.session.recipe["x"].maxlen == 4
    assert window.controller.history.undo_name == "Recipe of last time"


def test_the_session_of_a_living_process_is_left_alone(qtbot, windows_at, source, tmp_path):
    """Its lock is held: it is not offered, not read, not removed."""
    folder = tmp_path / "sessions"
    left_over(folder, a_session(source))
    held = Lease.take(folder / "1-00000000.lease")
    file = SessionFile(folder)
    asked = []
    really, file.load = file.load, lambda: asked.append(really()) or asked[-1]
    program = windows_at(file)
    window = program.add()
    window.show()
    program.begin(is_asked=False)
    qtbot.waitUntil(lambda: bool(asked))
    QApplication.processEvents()
    assert asked[0].states == ()
    assert window.banner.note() is None
    assert (folder / "1-00000000.json").exists()
    held.release()


def test_a_session_whose_file_is_gone_is_a_sentence(qtbot, windows_at, says, source, tmp_path):
    left_over(tmp_path / "sessions", a_session(source))
    source.unlink()
    program = windows_at(SessionFile(tmp_path / "sessions"))
    window = program.add()
    window.show()
    program.begin(is_asked=False)
    says(window, "PadViewer ended unexpectedly.")
    with qtbot.waitSignal(window.controller.loader.refused) as waited:
        act(window)
    assert waited.args[0].what == "There is no such file."
    assert window._pages.currentIndex() == REFUSED


# -- the real program ------------------------------------------------------------------------------------
CHANGES = """
import sys
from PySide6.QtCore import QTimer
from padviewer.gui import app as application
from padviewer.gui.window import windows
windows.REMEMBER_MS = 50
really = application.make_windows
def make(*given, **named):
    made = really(*given, **named)
    made.made.connect(lambda window: QTimer.singleShot(0, lambda: change(window.controller, window)))
    return made
def change(controller, window):
    application.wait_until(lambda: application.is_settled(window), 60)
    controller.set_choice("Padding pre", padding="pre")
    controller.set_choice("Maxlen 4", maxlen=4)
    controller.select(5, 2)
    application.wait_until(lambda: False, 60)
application.make_windows = make
sys.exit(application.run(sys.argv[1]))
"""


class Program:
    """The program in a process of its own, with a home of its own."""

    def __init__(self, home, qtbot):
        self.home, self.qtbot = home, qtbot
        folders = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
        self.env = {**os.environ, **{name: str(home / name.lower()) for name in folders}}
        self.ini = home / "xdg_config_home" / "PadViewer" / "padviewer.ini"
        self.sessions = home / "xdg_state_home" / "padviewer" / "sessions"

    def start(self, *args, program=None, **env):
        """Start it; "" takes a variable away."""
        start = ["-m", "padviewer"] if program is None else ["-c", program]
        environment = {name: value for name, value in (self.env | env).items() if value != ""}
        return subprocess.Popen(
            [sys.executable, *start, *map(str, args)],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def has_opened(self, path, ran):
        """Wait until it has written down that a file is open."""
        self._wait(ran, lambda: path.name in (self.ini.read_text("utf-8") if self.ini.exists() else ""))

    def has_remembered(self, words, ran):
        """Wait until it has written down a session that holds these words."""
        self._wait(ran, lambda: any(words in one.read_text("utf-8") for one in self.sessions.glob("*.json")))

    def _wait(self, ran, ready):
        self.qtbot.waitUntil(lambda: ran.poll() is not None or ready())
        assert ran.poll() is None, ran.communicate()

    def session(self):
        """The only session that is written down."""
        (written,) = self.sessions.glob("*.json")
        return json.loads(written.read_text("utf-8"))


@pytest.fixture
def program(qtbot, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    return Program(home, qtbot)


def ended(ran):
    """Wait for the end of a program and of its children; what it said, and its exit code."""
    out, err = ran.communicate(timeout=120)
    return ran.returncode, out, err


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed so on this system")
def test_after_a_kill_the_next_start_offers_the_recipe(program, windows_at, says, wait_for, source, qtbot):
    """The process is killed as the system does it: at once, without a word."""
    ran = program.start(source, program=CHANGES)
    children = psutil.Process(ran.pid)
    try:
        program.has_remembered("maxlen = 4", ran)
        children = children.children(recursive=True)
    finally:
        os.kill(ran.pid, signal.SIGKILL)
        ended(ran)
    assert psutil.wait_procs(children, timeout=60)[1] == []
    assert program.session()["clean"] is False

    shutil.copy(program.ini, source.parent / "settings.ini")
    again = windows_at(SessionFile(program.sessions))
    window = again.add()
    window.show()
    again.begin(is_asked=False)
    note = says(window, "PadViewer ended unexpectedly. It had rows.jsonl open.")
    assert note.action == "Restore"
    assert [one.name for one in window.menus.recent_files()] == ["rows.jsonl"]
    act(window)
    wait_for(window, source)
    controller = window.controller
    recipe = controller.session.recipe["x"]
    assert (recipe.padding, recipe.maxlen) == ("pre", 4)
    assert (controller.view.row, controller.view.col) == (5, 2)
    values, _ = controller.plan.cells("x", np.array([1, 5]), np.arange(4))
    assert values.tolist() == [[0, 0, 0, 2], [6, 6, 6, 6]]
    assert (controller.history.undo_name, controller.history.redo_name) == ("Recipe of last time", "")
    window.actions_by_id["undo"].trigger()
    assert controller.session.recipe["x"].padding == "post"
    assert controller.history.undo_name == ""
    window.actions_by_id["redo"].trigger()
    assert controller.session.recipe["x"].maxlen == 4


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs in other ways")
def test_a_system_that_ends_the_program(program, source, name):
    """At the end of a desktop session, or of a terminal: what is open is remembered, and nothing is said."""
    ran = program.start(source)
    program.has_opened(source, ran)
    children = psutil.Process(ran.pid).children(recursive=True)
    ran.send_signal(signal.Signals[name])
    assert ended(ran) == (0, "", "")
    assert psutil.wait_procs(children, timeout=60)[1] == []
    assert program.session()["clean"] is True
    assert [one["path"] for one in program.session()["windows"]] == [str(source)]


@pytest.mark.skipif(XVFB is None, reason="Xvfb is not installed")
def test_a_display_that_vanishes(program, windows_at, says, source):
    """The program ends with a sentence and its exit code; what was open is offered at the next start."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [XVFB, "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            display = f":{said.readline().strip()}"
        ran = program.start(source, DISPLAY=display, QT_QPA_PLATFORM="", WAYLAND_DISPLAY="")
        program.has_opened(source, ran)
        children = psutil.Process(ran.pid).children(recursive=True)
    finally:
        server.kill()
        server.wait()
    code, out, err = ended(ran)
    assert (code, out) == (1, "")
    assert err.strip().splitlines()[-1] == (
        "padviewer: The display is not there any more. Start PadViewer again: it offers what was open."
    )
    assert "Traceback" not in err
    assert psutil.wait_procs(children, timeout=60)[1] == []
    assert program.session()["clean"] is False

    again = windows_at(SessionFile(program.sessions))
    window = again.add()
    window.show()
    again.begin(is_asked=True)
    assert says(window, "It had rows.jsonl open.").action == "Restore"


def test_a_second_program_with_the_same_settings(program, windows_at, opens, source, tmp_path):
    """What both opened is in the list, what both prefer is kept, and each has a session of its own."""
    other = tmp_path / "other.jsonl"
    write_rows(other, [2, 2])
    program.ini.parent.mkdir(parents=True)
    settings = QSettings(str(program.ini), QSettings.Format.IniFormat)
    settings.setValue("language", "en")
    here = application.make_windows("light", settings, SessionFile(program.sessions))
    made = []
    here.made.connect(made.append)
    try:
        window = here.add()
        window.show()
        elsewhere = program.start(other)
        program.has_opened(other, elsewhere)
        change = (
            "from PySide6.QtCore import QSettings; import sys; "
            "QSettings(sys.argv[1], QSettings.Format.IniFormat).setValue('ramp', 'cividis')"
        )
        subprocess.run([sys.executable, "-c", change, str(program.ini)], check=True, timeout=300)
        opens(window, source)
        window.actions_by_id["larger"].trigger()
        (window,) = here.windows
        assert re.findall(r"(\w+)\.jsonl", program.ini.read_text("utf-8")) == ["rows", "other"]
        assert "ramp=cividis" in program.ini.read_text("utf-8")
        assert "size=110" in program.ini.read_text("utf-8")
        elsewhere.terminate()
        assert ended(elsewhere) == (0, "", "")
        window.closeEvent(QCloseEvent())
        written = [json.loads(one.read_text("utf-8")) for one in program.sessions.glob("*.json")]
        assert sorted(one["windows"][0]["path"] for one in written) == sorted([str(source), str(other)])
    finally:
        here.shutdown()
        for one in made:
            one.deleteLater()
