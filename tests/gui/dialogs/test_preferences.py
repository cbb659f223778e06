"""The preferences sheet: shows what holds, announces what is chosen, and says what cannot be."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget

from padviewer.core.store.room import Room, Source, stores_folder
from padviewer.gui.dialogs.preferences import PreferencesSheet
from padviewer.gui.session.preferences import SIZES, Preferences
from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.widgets.labels import ElidedLabel

OTHER = Preferences("dark", "de", 150, "cividis", "on", 512, 7, sys.executable, reopen=False)


class Runs:
    """What the sheet asks of the controller: jobs."""

    def __init__(self, *, synchronous=True):
        self.jobs = Jobs(synchronous=synchronous)


@pytest.fixture(autouse=True)
def private_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 724)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def sheet(window):
    made = PreferencesSheet(Runs(), Preferences(), window)
    made.told = []
    made.changed.connect(made.told.append)
    made.open_sheet()
    return made


def enter(field, text):
    edit = field.focusProxy()
    edit.setFocus()
    edit.setText(text)  # QTest types ASCII alone
    QTest.keyClick(edit, Qt.Key.Key_Return)


def shown(sheet):
    return Preferences(
        sheet.theme.key(), sheet.language.key(), int(sheet.size_choice.key()), sheet.ramp.key(),
        sheet.motion.key(), int(sheet.memory.text()), int(sheet.cache.text()), sheet.interpreter.text(),
        sheet.reopen.key() == "yes",
    )  # fmt: skip


def test_it_shows_what_holds_without_a_signal(sheet):
    assert shown(sheet) == Preferences()
    sheet.set_preferences(OTHER)
    assert shown(sheet) == OTHER
    assert sheet.told == []


def test_what_is_typed_stays_where_something_else_was_chosen_elsewhere(sheet):
    sheet.memory.focusProxy().setText("12")
    sheet.set_preferences(Preferences(theme="dark", cache_gb=9))
    assert (sheet.theme.key(), sheet.cache.text(), sheet.memory.text()) == ("dark", "9", "12")
    sheet.close()
    sheet.open_sheet()
    assert sheet.memory.text() == "64"


def test_every_choice_is_announced_once(sheet):
    QTest.keyClick(sheet.theme, Qt.Key.Key_End)
    sheet.language.setCurrentIndex(2)
    sheet.size_choice.setCurrentIndex(SIZES.index(150))
    sheet.ramp.setCurrentIndex(2)
    QTest.keyClick(sheet.motion, Qt.Key.Key_Right)
    QTest.keyClick(sheet.reopen, Qt.Key.Key_Right)
    enter(sheet.memory, "512")
    enter(sheet.cache, "7")
    enter(sheet.interpreter, sys.executable)
    assert len(sheet.told) == 9
    assert sheet.told[-1] == OTHER
    assert sheet.preferences == OTHER
    assert sheet.told[0] == Preferences(theme="dark")


@pytest.mark.parametrize(
    ("text", "number"), [("16", 16), ("65,536", 65_536), ("65.536", 65_536), ("1 000", 1000), ("0512", 512)]
)
def test_a_number_may_be_grouped(sheet, text, number):
    enter(sheet.memory, text)
    assert sheet.told == [Preferences(memory_mb=number)]
    assert sheet.memory.text() == str(number)
    assert sheet.memory.error() == ""


@pytest.mark.parametrize("text", ["", "15", "65537", "1.5", "1,5", "-64", "much", "9" * 40, "1e3", "٦٤٠"])
def test_a_number_that_cannot_be_is_told_beside_it(sheet, text):
    enter(sheet.memory, text)
    assert sheet.memory.error() == "Memory is a whole number from 16 to 65,536 MB."
    enter(sheet.cache, text if text != "15" else "0")
    assert sheet.cache.error() == "The cache is a whole number from 1 to 10,000 GB."
    assert sheet.told == []


def test_arrows_change_a_number_and_escape_takes_the_text_back(sheet):
    edit = sheet.memory.focusProxy()
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert sheet.told == [Preferences(memory_mb=65)]
    QTest.keyClicks(edit, "x")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert sheet.memory.text() == "65"
    assert sheet.isVisible()
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert len(sheet.told) == 1


def make_store(name, nbytes):
    room = Room()
    store, lease = room.create(f"{name:032x}")
    (store / "values.bin").write_bytes(bytes(nbytes))
    room.finish(store, Source(1, 2, 3, 4))
    return store, lease


def test_the_cache_is_measured_and_emptied_of_what_nobody_uses(sheet):
    assert sheet.stores.place.text() == str(stores_folder())
    assert sheet.stores.size_label.text() == "0\u202fB of 0 files"
    _, unused = make_store(1, 3_000_000)
    _, lease = make_store(2, 1_000_000)
    unused.release()
    sheet.open_sheet()
    assert sheet.stores.size_label.text() == "4.00\u202fMB of 2 files"
    sheet.stores.empty.click()
    assert sheet.stores.size_label.text() == "1.00\u202fMB of 1 file"
    said = "3.00\u202fMB are free again. The rows of 1 file stay: they are in use."
    assert sheet.stores.said.text() == said
    assert sheet.stores.empty.isEnabled()
    lease.release()
    sheet.stores.empty.click()
    assert sheet.stores.said.text() == "1.00\u202fMB are free again."
    sheet.open_sheet()
    assert sheet.stores.said.isHidden()


def test_a_cache_that_refuses_is_a_sentence_and_the_button_comes_back(sheet, monkeypatch):
    make_store(1, 10)[1].release()

    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    sheet.stores.empty.click()
    assert "Permission denied" in sheet.stores.problem.text()
    assert sheet.stores.problem.isVisible()
    assert sheet.stores.empty.isEnabled()


def test_an_answer_for_a_sheet_that_is_gone_is_dropped(qtbot, window):
    runs = Runs(synchronous=False)
    sheet = PreferencesSheet(runs, Preferences(), window)
    sheet.open_sheet()
    sheet.setParent(None)
    sheet.deleteLater()
    with qtbot.waitSignal(sheet.destroyed):
        pass
    assert runs.jobs.wait_idle(10)
    runs.jobs.shutdown()


# -- the Python of the model child -----------------------------------------------------------------
@pytest.mark.parametrize(
    ("path", "said"),
    [("/no/such/python", "There is no file /no/such/python."), ("/", "There is no file /."),
     ("a" * 5000, "This cannot be a path.")],
)  # fmt: skip
def test_a_python_that_is_not_there_is_told_beside_it(sheet, path, said):
    enter(sheet.interpreter, path)
    assert sheet.interpreter.error() == said
    assert sheet.told == []


def test_home_may_be_written_short(sheet, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "python").touch()
    enter(sheet.interpreter, "~/python")
    assert sheet.told == [Preferences(interpreter=str(tmp_path / "python"))]
    enter(sheet.interpreter, "")
    assert sheet.told[-1] == Preferences()


def test_a_python_is_chosen_from_files(sheet, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (sys.executable, ""))
    sheet.browse.click()
    assert sheet.told == [Preferences(interpreter=sys.executable)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    sheet.browse.click()
    assert len(sheet.told) == 1


def notes(sheet):
    return [one.text() if one.isVisible() else "" for one in (sheet.checking, sheet.good, sheet.bad)]


def test_a_check_is_asked_for_and_its_answer_shown(sheet, qtbot):
    with qtbot.waitSignal(sheet.interpreter_check_asked) as asked:
        sheet.check.click()
    assert asked.args == [""]
    assert notes(sheet) == ["This Python is asked for TensorFlow.", "", ""]
    sheet.show_interpreter("TensorFlow 2.21.0 is there.", True, "")
    assert notes(sheet) == ["", "TensorFlow 2.21.0 is there.", ""]
    sheet.check.click()
    sheet.show_interpreter("It has no TensorFlow. Install it there.", False)
    assert notes(sheet) == ["", "", "It has no TensorFlow. Install it there."]


def test_an_answer_about_another_python_is_dropped(sheet):
    sheet.show_interpreter("nobody asked", True)
    assert notes(sheet) == ["", "", ""]
    sheet.check.click()
    sheet.show_interpreter("old", True, "/another/python")
    enter(sheet.interpreter, sys.executable)
    sheet.show_interpreter("old", True, "")
    assert notes(sheet) == ["", "", ""]


# -- the window's rules ----------------------------------------------------------------------------
def test_tab_reaches_every_control_and_each_has_a_name(sheet):
    controls = [
        sheet.theme.focusProxy(), sheet.language, sheet.size_choice, sheet.ramp, sheet.motion.focusProxy(),
        sheet.reopen.focusProxy(), sheet.memory.focusProxy(), sheet.cache.focusProxy(), sheet.stores.place,
        sheet.stores.empty,
        sheet.interpreter.focusProxy(), sheet.browse, sheet.check,
    ]  # fmt: skip
    sheet.theme.setFocus()
    reached = []
    for _ in controls:
        reached.append(sheet.focusWidget())
        QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_Tab)
    assert reached == controls
    assert all(one.accessibleName() for one in controls)
    assert all(one.height() >= 24 for one in controls if one is not sheet.stores.place)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_label_is_cut(qapp, window, name, scale):
    look.apply(qapp, look.Theme(name, Fonts(scale=scale)))
    sheet = PreferencesSheet(Runs(), replace(OTHER, interpreter=""), window)
    sheet.open_sheet()
    cut = [one.text() for one in sheet.findChildren(ElidedLabel) if one.isVisible() and one.is_elided()]
    assert cut == []
    scroll = sheet.findChild(QScrollArea)
    for one in (sheet.theme, sheet.motion, sheet.reopen, sheet.stores.empty):
        scroll.ensureWidgetVisible(one)
        QApplication.processEvents()
        assert one.isVisible()
        assert one.width() >= one.minimumSizeHint().width()
        assert sheet.rect().contains(QRect(one.mapTo(sheet, QPoint()), one.size()))


def test_escape_closes_it(sheet, qtbot):
    sheet.theme.setFocus()
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(sheet.theme, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert Path(sheet.stores.place.text()).name == "stores"
