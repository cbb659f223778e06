"""Bad surroundings: small screens, odd settings, full disks; each is a sentence, and nothing is lost."""

import errno
import os
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings, QSize
from PySide6.QtWidgets import QApplication

from padviewer.gui.session.preferences import Preferences
from padviewer.gui.session.window_file import SessionFile
from padviewer.gui.tasks.children import WorkerPool
from padviewer.gui.window import main_window, placing, windows
from padviewer.gui.window.panes import REFUSED, WORK
from tests.gui.surroundings import (  # noqa: F401 - its fixtures
    LENGTHS,
    length_of,
    says_here,
    shown_here,
    source_here,
)


# -- a small screen --------------------------------------------------------------------------------
@pytest.fixture
def small_screen(monkeypatch):
    """A screen of 800 × 600 that is not one drawn into memory."""

    class Screen:
        def availableSize(self):
            return QSize(800, 600)

        def availableGeometry(self):
            return QRect(0, 0, 800, 600)

    monkeypatch.setattr(placing.QGuiApplication, "platformName", staticmethod(lambda: "xcb"))
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
