"""The program around the window: pictures without a display, exit codes, missing displays, faults."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from padviewer.assets import asset
from padviewer.core.errors import ChoiceError, MissingExtraError
from padviewer.gui import app as application
from padviewer.gui.session.window_file import SessionFile
from padviewer.gui.window import platform_probe
from padviewer.gui.window.main_window import MainWindow
from padviewer.gui.window.notices import FaultDialog

ROOT = Path(__file__).resolve().parents[2]
NO_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def padviewer(*args, timeout=300, **more):
    """Run the program where there is no display; returns what it said and its exit code."""
    env = {name: value for name, value in os.environ.items() if name not in NO_DISPLAY} | more
    return subprocess.run(
        [sys.executable, "-m", "padviewer", *map(str, args)],
        cwd=ROOT, env=env, capture_output=True, text=True, timeout=timeout, check=False,
    )  # fmt: skip


def colours(path):
    """How many colours a picture has, and its size."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32)
    return len(np.unique(pixels)), (image.width(), image.height())


def one_line(done):
    """What it said on standard error, which is one line of it."""
    assert done.stdout == ""
    said = done.stderr.strip().splitlines()
    assert len(said) == 1, done.stderr
    assert said[0].startswith("padviewer: ")
    return said[0]


# -- pictures without a display ------------------------------------------------------------------------
def test_a_picture_and_an_export_without_a_display(tmp_path):
    picture, arrays = tmp_path / "window.png", tmp_path / "reviews.npz"
    done = padviewer("--sample", "reviews", "--render", picture, "--export", arrays, "--size", "1300x820")
    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.splitlines()) == sorted([str(picture), str(arrays)])
    many, size = colours(picture)
    assert size == (1300, 820)
    assert many > 100
    with np.load(arrays, allow_pickle=False) as found:
        assert found["tokens"].shape == found["tokens_mask"].shape == (5000, 128)
        assert found["tokens_mask"].sum() == found["tokens_lengths"].sum()


def test_the_start_page_is_drawn_in_the_dark(tmp_path):
    done = padviewer("--render", tmp_path / "deep" / "start.png", "--theme", "dark")
    assert done.returncode == 0, done.stderr
    image = QImage(str(tmp_path / "deep" / "start.png"))
    assert image.pixelColor(5, image.height() // 2).lightness() < 60


def test_a_file_without_sequences_is_drawn_but_not_exported(tmp_path):
    path = tmp_path / "plain.jsonl"
    path.write_text('{"a": 1}\n{"a": 3}\n')
    done = padviewer(path, "--render", tmp_path / "p.png")
    assert done.returncode == 0, done.stderr
    done = padviewer(path, "--export", tmp_path / "p.npz")
    assert done.returncode == 1
    assert "nothing to export" in one_line(done)
    assert not (tmp_path / "p.npz").exists()


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("missing.npy", None, 4, "There is no such file."),
        ("empty.npy", b"", 1, "The file is empty"),
        ("pickle.npy", b"\x80\x04\x95" + b"\0" * 40, 3, "pickle"),
    ],
)
def test_a_refused_file_ends_with_its_code(tmp_path, name, content, code, words):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = padviewer(tmp_path / name, "--render", tmp_path / "p.png")
    assert done.returncode == code
    said = one_line(done)
    assert words in said
    assert name in said
    assert not (tmp_path / "p.png").exists()


def test_an_export_over_its_own_source_ends_with_its_code(tmp_path):
    path = tmp_path / "rows.npy"
    np.save(path, np.arange(12).reshape(3, 4))
    before = path.read_bytes()
    done = padviewer(path, "--export", path)
    assert done.returncode == 4
    assert "rows.npy" in one_line(done)
    assert path.read_bytes() == before


@pytest.mark.parametrize("where", ["file.txt/p.png", "folder"])
def test_a_picture_that_cannot_be_written(tmp_path, where):
    (tmp_path / "file.txt").write_text("kept")
    (tmp_path / "folder").mkdir()
    done = padviewer("--render", tmp_path / where)
    assert done.returncode == 4
    one_line(done)
    assert (tmp_path / "file.txt").read_text() == "kept"


# -- flags and displays ----------------------------------------------------------------------------------
def test_an_unknown_sample_is_a_usage_error():
    done = padviewer("--sample", "kittens")
    assert done.returncode == 2
    said = one_line(done)
    assert "kittens" in said
    assert "reviews" in said


def test_an_unknown_sample_before_any_window():
    with pytest.raises(ChoiceError, match="The samples are basics, reviews"):
        application.run(None, sample="kittens")


@pytest.mark.parametrize("display", [None, ":97531", "", "97531", ":97531.0", "unix:97531"])
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_no_display_is_a_sentence(monkeypatch, display):
    for name in NO_DISPLAY:
        monkeypatch.delenv(name, raising=False)
    if display is not None:
        monkeypatch.setenv("DISPLAY", display)
    with pytest.raises(MissingExtraError, match="no display"):
        application.choose_platform(still=False)
    assert "QT_QPA_PLATFORM" not in os.environ
    application.choose_platform(still=True)
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    monkeypatch.delenv("QT_QPA_PLATFORM")


@pytest.mark.parametrize("more", [{}, {"DISPLAY": ":97531"}])
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_the_program_ends_with_a_sentence(more):
    """It does not abort, as Qt would."""
    done = padviewer(**more)
    assert done.returncode == 1
    said = one_line(done)
    assert "There is no display to open a window on." in said
    assert "--render" in said


def serve(server, answer):
    """Answer each client of a socket once, as an X server would, until the socket closes."""
    import threading

    def loop():
        while True:
            try:
                client, _ = server.accept()
            except OSError:
                return
            with client:
                if client.recv(4096):
                    client.sendall(answer)

    server.listen()
    threading.Thread(target=loop, daemon=True).start()


REASON = b"not allowed!"
REFUSED = bytes([0, len(REASON), 11, 0, 0, 0, len(REASON) // 4, 0]) + REASON


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X servers listen there")
def test_a_display_that_does_not_let_us_in_is_no_display():
    """A server that refuses in the words of the X protocol, here and on another machine."""
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind("\0/tmp/.X11-unix/X7777")
        serve(server, REFUSED)
        assert not platform_probe.display_answers(":7777")
        done = padviewer(DISPLAY=":7777")
        assert done.returncode == 1
        assert "There is no display to open a window on." in one_line(done)
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        number = server.getsockname()[1] - 6000
        serve(server, REFUSED)
        assert not platform_probe.display_answers(f"127.0.0.1:{number}")
    assert not platform_probe.display_answers("no-such-machine.invalid:0")


@pytest.fixture
def listening(monkeypatch):
    """A display that is there and takes us."""
    for name in NO_DISPLAY:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":7778")
    monkeypatch.setattr(platform_probe, "display_answers", lambda display: display == ":7778")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_a_missing_library_is_named_with_its_package(listening, monkeypatch):
    said = "{}: cannot open shared object file: No such file or directory"
    gone = ("libxcb-cursor.so.0", "libxkbcommon-x11.so.0")

    def load(name):
        if name in gone:
            raise OSError(said.format(name))
        if name.endswith("libqxcb.so") and gone:
            raise OSError(said.format(gone[0]))

    monkeypatch.setattr(platform_probe.ctypes, "CDLL", load)
    with pytest.raises(MissingExtraError) as raised:
        application.choose_platform(still=False)
    assert str(raised.value) == (
        "The window cannot be opened without libxcb-cursor.so.0, libxkbcommon-x11.so.0. "
        "On Debian and Ubuntu: sudo apt install libxcb-cursor0 libxkbcommon-x11-0."
    )
    assert raised.value.exit_code == 1
    gone = ()
    application.choose_platform(still=False)
    assert "QT_QPA_PLATFORM" not in os.environ


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
@pytest.mark.parametrize("platform", ["xcb", "wayland", "nonsense", "wayland;xcb"])
def test_a_platform_that_cannot_be_had_is_a_sentence(platform):
    done = padviewer(QT_QPA_PLATFORM=platform)
    assert done.returncode == 1
    said = one_line(done)
    assert ("no platform “nonsense”" if platform == "nonsense" else "There is no display") in said


# -- a model and a recipe beside the data ------------------------------------------------------------------
@pytest.fixture
def model(tmp_path):
    """A model as Keras saves it, written by Keras itself."""
    keras = pytest.importorskip("keras")
    path = tmp_path / "m.keras"
    layers = keras.layers
    made = keras.Sequential(
        [keras.Input((None,), dtype="int32"), layers.Embedding(30_000, 4, mask_zero=True), layers.GRU(2)]
    )
    made.save(path)
    return path


def test_a_model_alone_is_drawn(tmp_path, model):
    done = padviewer(model, "--render", tmp_path / "m.png")
    assert (done.returncode, done.stderr) == (0, "")
    assert colours(tmp_path / "m.png")[0] > 50
    bad = tmp_path / "bad.keras"
    bad.write_bytes(b"no zip")
    done = padviewer(bad, "--render", tmp_path / "b.png")
    assert done.returncode == 1
    assert "bad.keras" in one_line(done)
    assert padviewer(tmp_path / "none.keras", "--render", tmp_path / "b.png").returncode == 4
    assert not (tmp_path / "b.png").exists()


def test_all_of_them_are_drawn_as_svg(tmp_path, model):
    """The texts of the SVG say what the window does: the flag's maxlen, the recipe's side, the model."""
    recipe, picture = tmp_path / "r.toml", tmp_path / "x.svg"
    recipe.write_text('padviewer = 1\n[tensors.tokens]\npadding = "pre"\nmaxlen = 7\n', "utf-8")
    data = asset("samples/reviews.parquet")
    done = padviewer(data, model, "--recipe", recipe, "--maxlen", "64", "--render", picture)
    assert (done.returncode, done.stderr) == (0, "")
    import xml.etree.ElementTree as ET

    said = " ".join("".join(ET.parse(picture).getroot().itertext()).split())  # noqa: S314 - our own file
    for words in ("(5000, 64) int32", "left-padded", "m.keras", "Padding: masked"):
        assert words in said


def test_what_is_asked_for_is_exported(tmp_path):
    """The arrays of a flag and of a recipe's side, against a hand calculation."""
    data, out = tmp_path / "x.jsonl", tmp_path / "o.npz"
    data.write_text('{"a": [1, 2, 3]}\n{"a": [4]}\n', "utf-8")
    done = padviewer(data, "--maxlen", "2", "--padding", "pre", "--export", out)
    assert done.returncode == 0, done.stderr
    with np.load(out, allow_pickle=False) as found:
        assert found["a"].tolist() == [[1, 2], [0, 4]]
    done = padviewer(data, "--column", "b", "--export", tmp_path / "p.npz")
    assert done.returncode == 1
    assert "no column “b”" in one_line(done)


# -- the running window ------------------------------------------------------------------------------------
def test_an_interrupt_ends_the_program(qtbot, tmp_path):
    """Ctrl+C in the terminal closes the window; no child stays."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    path, ini = asset("samples/padding-basics.json"), tmp_path / "PadViewer" / "padviewer.ini"
    command = [sys.executable, "-m", "padviewer", str(path)]
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        # a file that is written down as opened was opened by the running loop: the handler is set before
        qtbot.waitUntil(lambda: ini.exists() and path.name in ini.read_text("utf-8"))
        children = psutil.Process(ran.pid).children(recursive=True)
        assert children
        ran.send_signal(signal.SIGINT)
        out, err = ran.communicate(timeout=120)
    assert (ran.returncode, out, err) == (0, b"", b"")
    assert psutil.wait_procs(children, timeout=60)[1] == []


@pytest.fixture
def run_here(qapp, tmp_path, monkeypatch):
    """``run_here(act)``: run the program in this process and call ``act(window)`` once it runs."""
    made = []
    ini = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)

    def make(theme="", settings=None, session_file=None):
        windows = make_really(theme or "light", ini, SessionFile(tmp_path / "sessions"))
        windows.made.connect(made.append)
        return windows

    make_really = application.make_windows
    monkeypatch.setattr(application, "make_windows", make)

    def run(act, file=None):
        QTimer.singleShot(50, lambda: act(made[0]))
        code = application.run(file)
        made[0].deleteLater()
        return code

    return run


def test_faults_are_shown_in_one_dialog_and_the_window_goes_on(run_here, capfd):
    """Two exceptions in slots, one dialog; then a file is opened as ever."""
    seen = []

    def act(window: MainWindow):
        def fail():
            raise ZeroDivisionError("nobody expected <this>")

        for _ in range(2):
            QTimer.singleShot(0, fail)
        QTimer.singleShot(100, lambda: look(window))

    def look(window):
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, FaultDialog)]
        seen.append([one.isVisible() for one in shown])
        for one in shown:
            one.close()
        window.open(str(asset("samples/features.npy")))
        application.wait_until(lambda: application.is_settled(window), 30)
        seen.append(window.windowTitle())
        window.close()

    assert run_here(act) == 0
    assert seen == [[True], "features.npy – PadViewer"]
    said = capfd.readouterr().err
    assert said.count("ZeroDivisionError: nobody expected <this>") == 2
    assert sys.excepthook is sys.__excepthook__


def test_waiting_ends_when_it_is_late(qapp):
    assert not application.wait_until(lambda: False, 0.05)
    assert application.wait_until(lambda: True, 5)


def test_every_sample_is_there():
    for name in application.SAMPLES.values():
        assert asset(f"samples/{name}").is_file()


def test_a_fault_while_drawing_is_not_a_success(tmp_path):
    """An unexpected exception in a slot is told, and the exit code says it too."""
    program = (
        "import sys\n"
        "from padviewer.gui import app\n"
        "from PySide6.QtCore import QTimer\n"
        "real = app.render_still\n"
        "def broken(*args, **named):\n"
        "    QTimer.singleShot(0, lambda: 1 // 0)\n"
        "    return real(*args, **named)\n"
        "app.render_still = broken\n"
        f"sys.exit(app.run(None, sample='basics', render={str(tmp_path / 'p.png')!r}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "ZeroDivisionError" in done.stderr
