"""Programs and displays that end badly: what was open is there again."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.store.lease import Lease
from padviewer.gui import app as application
from padviewer.gui.session.window_file import Restored, SessionFile
from padviewer.gui.session.window_state import WindowState, identity_of
from padviewer.gui.window.panes import REFUSED, START, WORK
from tests.gui.surroundings import (  # noqa: F401 - its fixtures
    ROOT,
    XVFB,
    act,
    says_here,
    source_here,
    write_rows,
)


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


@pytest.mark.parametrize("has_changed", [True, False])
def test_of_a_file_that_changed_since_it_is_said(qtbot, windows_at, wait_for, source, has_changed):
    size, changed = identity_of(str(source))
    state = WindowState(str(source), identity=(size, changed - has_changed))
    made = windows_at()
    window = made.add()
    made.restore(Restored((state,)))
    wait_for(window, source)
    assert made._jobs.wait_idle(60)
    told = [one for one in (window.banner.note(), *window.notices.waiting) if one is not None]
    said = "rows.jsonl has changed since; the recipe is applied to what it holds now."
    assert [one.sentence for one in told] == [said] * has_changed


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
