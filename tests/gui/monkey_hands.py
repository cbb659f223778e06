"""The monkey's hands: they do what was chosen with mouse, keys, menus, files and preferences."""

import json
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
)
from shiboken6 import isValid

from padviewer.gui import app as application
from padviewer.gui.window import openings
from tests.gui.monkey_files import make_files

OUT = (".npz", ".npy", ".csv", ".parquet", ".png", ".svg", ".toml", "", ".odd")


def send(widget, event):
    """Send an event to a widget that is still there."""
    if isValid(widget):
        QApplication.sendEvent(widget, event)


def move(widget, place, button, held):
    """Move the mouse over a widget; QTest's own move knows of no button that is held."""
    if isValid(widget):
        at = QPointF(place)
        none = Qt.MouseButton.NoButton
        send(widget, QMouseEvent(QEvent.Type.MouseMove, at, widget.mapToGlobal(at), none, button, held))


def turn(function):
    """Run a function in the event loop, and the loop until its next turn."""
    loop = QEventLoop()

    def run():
        try:
            function()
        finally:
            QTimer.singleShot(0, loop.quit)

    QTimer.singleShot(0, run)
    loop.exec()


class Hands:
    """Does actions; the files that they open and write stand in ``in`` and ``out`` of a folder."""

    def __init__(self, screen, folder):
        self.screen, self.folder = screen, folder
        self.names = make_files(folder / "in")
        (folder / "out").mkdir()
        self.current = []

    def do(self, action):
        """Do an action in a turn of the event loop, and wait for the next turn."""
        self.current = action
        turn(partial(getattr(self, f"do_{action[0]}"), *action[1:]))
        turn(lambda: None)

    def answer(self, *asked, save=False, **_options):
        """Answer a file dialog as the action under way would have it, the same way in a replay."""
        random = Random(json.dumps(self.current))
        if random.random() < 0.15:
            return "", ""
        if save:
            folder = random.choice((self.folder / "out",) * 5 + (Path("/proc/none"),))
            return str(folder / f"{random.choice('abcd')}{random.choice(OUT)}"), ""
        kinds = str(asked[3]) if len(asked) > 3 else ""
        suffix = next((one for one in (".toml", ".keras") if one in kinds), "")
        names = [one for one in self.names if one.endswith(suffix)]
        return str(self.folder / "in" / random.choice([*names, "missing.npy"])), ""

    def do_popup(self, row):
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu) and row >= 0:
            entries = [one for one in popup.actions() if one.isEnabled() and not one.isSeparator()]
            if entries:
                popup.setActiveAction(entries[row % len(entries)])
                QTest.keyClick(popup, Qt.Key.Key_Return)
        elif popup is not None:
            QTest.keyClick(popup, Qt.Key.Key_Escape)
        popup = QApplication.activePopupWidget()
        if popup is not None and row < 2:
            popup.close()

    def do_close(self, k):
        self.screen.window(k).close()

    def do_trigger(self, k, name):
        action = self.screen.window(k).actions_by_id[name]
        if action.isEnabled():
            action.trigger()

    def do_mouse(self, name, gesture, places, button, held, extra):
        widget = self.screen.targets().get(name)
        if widget is None:
            return
        button, held = Qt.MouseButton(button), Qt.KeyboardModifier(held)
        w, h = widget.width(), widget.height()
        one = QPoint(int(places[0] * w), int(places[1] * h))
        two = QPoint(int(places[2] * w), int(places[3] * h))
        if gesture in ("drag", "hover") and isinstance(widget.parentWidget(), QPlainTextEdit) | isinstance(
            widget, QLabel
        ):
            gesture = "click"  # selected text would be dragged, and a drag of text waits for a real mouse
        if gesture == "click":
            QTest.mouseClick(widget, button, held, one)
        elif gesture == "double":
            QTest.mouseDClick(widget, button, held, one)
        elif gesture == "menu":
            send(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, one, widget.mapToGlobal(one)))
        elif gesture == "tip":
            send(widget, QHelpEvent(QEvent.Type.ToolTip, one, widget.mapToGlobal(one)))
        elif gesture == "wheel":
            turn = QPoint(0, 120) if extra % 2 else QPoint(0, -120)
            turn = turn.transposed() if extra > 3 else turn
            place = QPointF(one)
            send(widget, QWheelEvent(
                place, QPointF(widget.mapToGlobal(one)), QPoint(), turn * (1 + extra % 3),
                Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
            ))  # fmt: skip
        elif gesture == "hover":
            for place in (one, (one + two) / 2, two):
                move(widget, place, Qt.MouseButton.NoButton, held)
            send(widget, QEvent(QEvent.Type.Leave))
        else:
            QTest.mousePress(widget, button, held, one)
            for k in range(1, 5):
                move(widget, one + (two - one) * k / 4, button, held)
            if extra == 0:
                QTest.keyClick(QApplication.focusWidget() or self.screen.window(0), Qt.Key.Key_Escape)
            if isValid(widget) and widget.isVisible():
                QTest.mouseRelease(widget, button, held, two)

    def do_button(self, name):
        button = self.screen.targets(QAbstractButton).get(name)
        if button is not None:
            button.click()

    def do_choice(self, name, row):
        choice = self.screen.targets(QComboBox).get(name)
        if choice is None or not choice.count():
            return
        choice.setFocus()
        choice.showPopup()
        choice.view().setCurrentIndex(choice.model().index(row % choice.count(), 0))
        QTest.keyClick(choice.view(), Qt.Key.Key_Return)
        if isValid(choice):
            choice.hidePopup()

    def do_text(self, name, text, end):
        edit = self.screen.targets(QLineEdit).get(name)
        if edit is None:
            return
        edit.setFocus()
        edit.selectAll()
        if text.isascii() and text.isprintable() and len(text) < 20:
            QTest.keyClick(edit, Qt.Key.Key_Delete)
            QTest.keyClicks(edit, text)
        else:
            edit.insert(text)
        if end and isValid(edit):
            QTest.keyClick(edit, getattr(Qt.Key, f"Key_{end}"))

    def do_key(self, k, key, held, times):
        for _ in range(times):
            widget = QApplication.focusWidget() or self.screen.window(k)
            QTest.keyClick(widget, Qt.Key(key), Qt.KeyboardModifier(held))

    def do_slider(self, name, share):
        slider = self.screen.targets(QAbstractSlider).get(name)
        if slider is not None:
            slider.setValue(round(slider.minimum() + share * (slider.maximum() - slider.minimum())))

    def do_file(self, k, way, names):
        window, paths = self.screen.window(k), [str(self.folder / "in" / name) for name in names]
        source = window.controller.session.source
        opened = Path(source.path) if source is not None else None
        mine = opened is not None and opened.parent == self.folder / "in"
        if way == "open":
            window.open(paths[0])
        elif way == "choose":
            window.openings.choose(paths[0])
        elif way == "drop":
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(one) for one in paths])
            place, copy = QPointF(window.rect().center()), Qt.DropAction.CopyAction
            window.dropEvent(
                QDropEvent(place, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
            )
        elif way == "cancel":
            window.controller.loader.cancel()
        elif way == "read":
            openings.read_again(window.controller)
        elif way == "restore" or not mine:
            make_files(self.folder / "in")
        elif way == "delete":
            opened.unlink(missing_ok=True)
        elif opened.is_file():
            content = opened.read_bytes()
            opened.write_bytes(content[: len(content) // 2] if len(names) > 1 else content * 2)
        window.openings.look()

    def do_resize(self, k, width, height):
        self.screen.window(k).resize(width, height)

    def do_prefer(self, changes):
        self.screen.window(0).dialogs.prefer(**changes)

    def do_settle(self, k):
        window = self.screen.window(k)
        application.wait_until(lambda: not isValid(window) or application.is_settled(window), seconds=0.5)

    def do_window(self, name):
        self.screen.program.open(name and str(self.folder / "in" / name))

    def do_dismiss(self, way):
        others = [one for one in self.screen.tops() if one not in self.screen.windows]
        for one in others:
            one.close()
        if way == 0 and len(self.screen.windows) > 1:
            self.screen.windows[-1].close()
        elif not others:
            QTest.keyClick(QApplication.focusWidget() or self.screen.window(0), Qt.Key.Key_Escape)

    def do_travel(self, k, share):
        controller = self.screen.window(k).controller
        controller.travel(round(share * len(controller.history.names())))
