"""What every action does to the window, as a person sees it: one method for each, by its id."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from padviewer.assets import asset
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui.dialogs.help.card import HelpCard
from padviewer.gui.dialogs.help.pages import KeysDialog, PageSheet
from padviewer.gui.dialogs.lists import HistoryDialog, PresetsDialog
from padviewer.gui.dialogs.palette import PaletteDialog
from padviewer.gui.dialogs.picture import PictureSheet
from padviewer.gui.dialogs.preferences import PreferencesSheet
from padviewer.gui.style import theme as look
from padviewer.gui.views.images.view import ImagesView
from padviewer.gui.views.row.view import RowView
from padviewer.gui.views.series.view import SeriesView
from padviewer.gui.views.table.view import TableView

LENGTHS = [k % 31 for k in range(62)]
CUT_AT = 20
PANELS = ["data_panel", "recipe_panel", "lengths_panel", "views", "model_panel", "findings_panel"]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def maxlen(window):
    """The maxlen that the recipe holds."""
    return window.controller.session.recipe[window.controller.session.tensor].maxlen


class Effects:
    """What a person sees of each action, by its id; `keys` is the shortcut that is pressed, if it has one."""

    def __init__(self, qtbot, wait_for, windows, window, folder, monkeypatch, about="", keys=""):
        self.qtbot, self.wait_for, self.windows = qtbot, wait_for, windows
        self.window, self.folder, self.monkeypatch = window, folder, monkeypatch
        self.about, self.keys = about, keys

    def trigger(self, name):
        action = self.window.actions_by_id[name]
        assert action.isEnabled(), name
        if name == self.about and self.keys:
            self.qtbot.waitUntil(self.window.isActiveWindow)
            QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(self.keys))
        else:
            action.trigger()

    def answer(self, which, path):
        self.monkeypatch.setattr(QFileDialog, which, lambda *_args, **_named: (str(path), ""))

    def open(self):
        """The file that is open stays; the other one has a window of its own."""
        path, before = asset("samples/padding-basics.json"), self.window.controller.session
        self.answer("getOpenFileName", path)
        self.trigger("open")
        assert len(self.windows.windows) == 2
        self.wait_for(self.windows.windows[1], path)
        assert self.window.controller.session is before

    def open_here(self):
        path = asset("samples/padding-basics.json")
        self.answer("getOpenFileName", path)
        self.trigger("open_here")
        self.wait_for(self.window, path)

    def open_model(self):
        self.answer("getOpenFileName", self.folder / "none.keras")
        self.trigger("open_model")
        assert self.window.controller.model.state.choice.path == str(self.folder / "none.keras")
        self.window.controller.model.close()

    def open_recipe(self):
        path = self.folder / "given.toml"
        Recipe({"x": TensorRecipe(padding="pre", maxlen=7)}).save(path)
        self.answer("getOpenFileName", path)
        self.trigger("open_recipe")
        assert maxlen(self.window) == 7

    def save_recipe(self):
        path = self.folder / "saved.toml"
        self.answer("getSaveFileName", path)
        self.trigger("save_recipe")
        assert Recipe.load(path)["x"].padding == "post"
        assert "saved.toml" in self.window.banner.note().sentence

    def export(self):
        self.trigger("export")
        assert self.window.sheet.isVisible()
        self.window.sheet.close()

    def undo(self):
        self.window.controller.set_choice("Padding pre", padding="pre")
        self.trigger("undo")
        assert self.window.controller.session.recipe["x"].padding == "post"

    def redo(self):
        self.undo()
        self.trigger("redo")
        assert self.window.controller.session.recipe["x"].padding == "pre"

    def theme(self):
        self.trigger("theme")
        assert self.window.menus.theme.isVisible()
        self.window.menus.theme.close()

    def presets(self):
        self.trigger("presets")
        (dialog,) = self.window.findChildren(PresetsDialog)
        assert dialog.isVisible()
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
        assert not dialog.isVisible()
        assert self.window.controller.session.recipe["x"].padding == "pre"  # the defaults of Keras

    def picture(self):
        self.trigger("picture")
        (sheet,) = self.window.findChildren(PictureSheet)
        assert sheet.isVisible()
        sheet.close()

    def copy(self):
        row = LENGTHS.index(5)
        self.window.controller.look(row=row, col=1, corner=(row + 1, 4))
        QApplication.clipboard().clear()
        self.trigger("copy")
        self.qtbot.waitUntil(lambda: bool(QApplication.clipboard().text()))
        lines = QApplication.clipboard().text().splitlines()
        assert [line.split("\t")[-4:] for line in lines[-2:]] == [["2", "3", "4", "5"]] * 2

    def history(self):
        self.window.controller.set_choice("Padding pre", padding="pre")
        self.trigger("history")
        (dialog,) = self.window.findChildren(HistoryDialog)
        assert dialog.isVisible()
        dialog.list.set_cursor_row(0)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
        assert self.window.controller.session.recipe["x"].padding == "post"

    def find(self):
        self.trigger("find")
        bar = self.window.views.find_bar
        assert bar.isVisible()
        assert QApplication.focusWidget() is bar.field
        bar.dismiss()
        assert not bar.isVisible()

    def _found(self):
        """Look for the number that only rows of 30 steps hold, and go to the first one."""
        bar = self.window.views.find_bar
        bar.open()
        bar.field.setText("30")
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not bar.finder.is_running and self.window.controller.view.row == 30)
        assert [LENGTHS[30], LENGTHS[61]] == [30, 30]
        return bar

    def find_next(self):
        bar = self._found()
        self.trigger("find_next")
        self.qtbot.waitUntil(lambda: self.window.controller.view.row == 61)
        bar.dismiss()

    def find_previous(self):
        bar = self._found()
        self.trigger("find_previous")  # before the first comes the last
        self.qtbot.waitUntil(lambda: self.window.controller.view.row == 61)
        bar.dismiss()

    def filter(self):
        self.trigger("filter")
        bar = self.window.views.filter_bar
        assert bar.isVisible()
        assert bar.isAncestorOf(QApplication.focusWidget())
        self.window.views.current.setFocus()  # a letter in a field is text
        self.trigger("filter")
        assert not bar.isVisible()

    def next_marked(self):
        self.window.controller.mark(np.array([7, 40]), "two")
        went = []
        for _ in range(3):
            self.trigger("next_marked")
            went.append(self.window.controller.view.row)
        assert went == [7, 40, 7]

    def previous_marked(self):
        self.window.controller.mark(np.array([7, 40]), "two")
        went = []
        for _ in range(3):
            self.trigger("previous_marked")
            went.append(self.window.controller.view.row)
        assert went == [40, 7, 40]

    def fit_all(self):
        self.one_pixel()
        self.trigger("fit_all")
        view = self.window.views.current
        first, last = view.cell_rect(0, 0), view.cell_rect(len(LENGTHS) - 1, max(LENGTHS) - 1)
        assert view.rect().contains(first)
        assert view.rect().contains(last)
        assert first.width() > 1

    def crosshair(self):
        for on in (True, False):
            self.trigger("crosshair")
            assert self.window.views.tools.crosshair.isChecked() == on
            assert self.window.views.current._hair.is_on == on

    def _tab(self, number, kind):
        self.trigger(f"tab_{number}")
        view = self.window.views.current
        assert isinstance(view, kind)
        assert view.isVisible()
        self.qtbot.waitUntil(self.window.views.is_current)

    def tab_3(self):
        self._tab(3, TableView)

    def tab_4(self):
        self._tab(4, RowView)

    def tab_5(self):
        self._tab(5, SeriesView)

    def tab_6(self):
        self._tab(6, ImagesView)

    def stop(self):
        """What runs is stopped, and what is open stays."""
        before = self.window.controller.session
        self.window.controller.open(str(asset("samples/padding-basics.json")))
        assert self.window.status.stop.isVisible()
        self.trigger("stop")
        assert self.window.controller.work == {}
        assert self.window.controller.session is before
        assert "was stopped" in self.window.banner.note().sentence

    def _folded(self, name, panel):
        assert panel.isVisible()
        self.trigger(name)
        assert not panel.isVisible()
        self.trigger(name)
        assert panel.isVisible()

    def fold_left(self):
        """Data and recipe give their place to the rest, and come back."""
        self._folded("fold_left", self.window.data_panel)

    def fold_right(self):
        """Model and findings give their place to the rest, and come back."""
        self._folded("fold_right", self.window.model_panel)

    def fold_lengths(self):
        """The lengths give their place to the view, and come back."""
        self._folded("fold_lengths", self.window.lengths_panel)

    def palette(self):
        self.trigger("palette")
        (dialog,) = self.window.findChildren(PaletteDialog)
        assert dialog.isVisible()
        QTest.keyClicks(QApplication.focusWidget(), "one pixel")
        assert dialog.shown()[0].words == self.window.actions_by_id["one_pixel"].text()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    def help_here(self):
        self.window.views.tabs.setFocus()
        self.trigger("help_here")
        (card,) = self.window.findChildren(HelpCard)
        assert card.isVisible()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert not card.isVisible()

    def docs(self):
        self.trigger("docs")
        (sheet,) = self.window.findChildren(PageSheet)
        assert sheet.isVisible()
        sheet.close()

    def preferences(self):
        self.trigger("preferences")
        (sheet,) = self.window.findChildren(PreferencesSheet)
        assert sheet.isVisible()
        sheet.close()

    def _sized(self, name):
        self.trigger(name)
        (self.window,) = self.windows.windows
        return self.windows.preferences.size

    def larger(self):
        before = self.window.controller
        assert self._sized("larger") == 110
        assert self.window.controller is before
        assert look.current().px(100) == 110

    def smaller(self):
        assert self._sized("smaller") == 90
        assert self._sized("smaller") == 80
        assert self._sized("smaller") == 80  # the least

    def usual_size(self):
        self.larger()
        assert self._sized("usual_size") == 100

    def close(self):
        self.trigger("close")
        assert not self.window.isVisible()
        assert self.windows.windows == []

    def previous_panel(self):
        self.window.setFocus()
        assert self._walked("previous_panel") == PANELS[::-1]

    def go_to_row(self):
        self.trigger("go_to_row")
        assert self.window.views.go_to.isVisible()
        edit = self.window.views.go_to.findChild(QLineEdit)
        assert QApplication.focusWidget() is edit
        QTest.keyClick(edit, Qt.Key.Key_Escape)
        assert not self.window.views.go_to.isVisible()

    def next_cut(self):
        self.window.controller.set_choice("Maxlen", maxlen=CUT_AT)
        self.trigger("next_cut")
        assert self.window.controller.view.row == LENGTHS.index(CUT_AT + 1)

    def previous_cut(self):
        self.next_cut()
        self.trigger("next_cut")
        self.trigger("previous_cut")
        assert self.window.controller.view.row == LENGTHS.index(CUT_AT + 1)

    def next_finding(self):
        self.trigger("next_finding")
        assert self.window.findings_panel.isAncestorOf(QApplication.focusWidget())

    def next_panel(self):
        self.window.setFocus()
        assert self._walked("next_panel") == PANELS

    def _walked(self, name):
        """The panels that have the focus, one after another."""
        panels = []
        for _ in PANELS:
            self.trigger(name)
            focus = QApplication.focusWidget()
            panels.append(next(one for one in PANELS if getattr(self.window, one).isAncestorOf(focus)))
        return panels

    def one_pixel(self):
        self.window.views.fit()
        before = self.window.views.current.cell_rect(3, 3)
        self.trigger("one_pixel")
        after = self.window.views.current.cell_rect(3, 3)
        assert (after.width(), after.height()) == (1, 1)
        assert before != after

    def fit(self):
        self.one_pixel()
        self.trigger("fit")
        assert self.window.views.current.cell_rect(3, 3).width() > 1

    def tab_2(self):
        self.trigger("tab_2")
        assert self.window.views.current is self.window.views.cells[1]
        assert self.window.views.cells[1].isVisible()

    def tab_1(self):
        self.tab_2()
        self.trigger("tab_1")
        assert self.window.views.cells[0].isVisible()

    def shortcuts(self):
        self.trigger("shortcuts")
        (dialog,) = self.window.findChildren(KeysDialog)
        assert dialog.isVisible()
        dialog.close()

    def quit(self):
        self.trigger("quit")
        assert not self.window.isVisible()
