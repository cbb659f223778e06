"""The menus that are filled when they are shown: recent files and recipes, samples, presets, theme."""

import json
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui.session import recent
from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.window.toolbar import WindowMenus


class Window(QWidget):
    """What the menus ask of their window; it notes what they do."""

    def __init__(self, controller):
        super().__init__()
        self.body, self.controller, self.done = self, controller, []
        self.openings = SimpleNamespace(
            choose=lambda path: self.done.append(("open", path)),
            apply_recipe=lambda path: self.done.append(("recipe", path)),
        )

    def set_theme(self, choice):
        self.done.append(("theme", choice))

    def tell(self, level, sentence, action=""):
        self.done.append((level, sentence))


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(qtbot, showing, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = Window(showing({"x": [[1, 2, 3], [4]]}, {"x": "sequence"}))
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def menus(window, settings):
    return WindowMenus(window, window, settings, "light")


def texts(menu):
    """What a menu offers, each with whether it can be chosen."""
    menu.aboutToShow.emit()  # looks for what is gone, and here at once
    menu.aboutToShow.emit()
    return [(one.text(), one.isEnabled()) for one in menu.actions() if not one.isSeparator()]


def choose(menu, words):
    next(one for one in menu.actions() if one.text() == words).trigger()


def test_at_first_the_lists_are_empty_in_words(menus):
    assert texts(menus.recent) == [("No file was opened yet", False)]
    assert texts(menus.recipes) == [("No recipe was opened or saved yet", False)]


def test_recent_files_are_looked_for_when_the_menu_is_shown(menus, settings, window, tmp_path):
    here, gone = tmp_path / "Q&A.npy", tmp_path / "gone.npy"
    here.write_bytes(b"")
    kept = [{"path": str(one), "facts": "3 rows", "at": 1e9} for one in (here, gone)]
    settings.setValue(recent.KEY, json.dumps(kept))
    assert texts(menus.recent) == [("Q&&A.npy", True), ("gone.npy", False)]
    tips = [one.toolTip() for one in menus.recent.actions()]
    assert tips == [str(here), f"not found · last seen in {tmp_path}"]
    choose(menus.recent, "Q&&A.npy")
    assert window.done == [("open", str(here))]
    here.unlink()
    gone.write_bytes(b"")
    assert texts(menus.recent) == [("Q&&A.npy", False), ("gone.npy", True)]


def test_what_is_gone_is_looked_for_in_a_job(qtbot, showing, settings, tmp_path):
    """A place in a network that does not answer holds neither the menu nor the window."""
    asked = []

    class Later(Jobs):
        def call(self, channel, function, done):
            asked.append((channel, function, done))

    made = Window(showing({"x": [[1]]}, {"x": "sequence"}, Later(synchronous=True)))
    qtbot.addWidget(made)
    gone = tmp_path / "gone.npy"
    settings.setValue(recent.KEY, json.dumps([{"path": str(gone), "facts": "3 rows", "at": 1e9}]))
    menus, told = WindowMenus(made, made, settings, "light"), []
    menus.recent_changed.connect(lambda: told.append(1))
    menus.recent.aboutToShow.emit()
    assert [one.isEnabled() for one in menus.recent.actions()] == [True]
    ((channel, function, done),) = asked
    assert channel == "recent"
    menus.recent.popup(made.pos())
    done(function())
    assert [one.isEnabled() for one in menus.recent.actions()] == [False]  # while it stands open
    assert told == [1]
    done(function())
    assert told == [1]
    menus.recent.close()


def test_recent_recipes_need_data(menus, settings, window, tmp_path):
    path = tmp_path / "r.toml"
    Recipe({"x": TensorRecipe()}).save(path)
    recent.remember_recipe(settings, str(path))
    assert texts(menus.recipes) == [("r.toml", True)]
    choose(menus.recipes, "r.toml")
    assert window.done == [("recipe", str(path))]
    window.controller._show_plan(None)
    assert texts(menus.recipes) == [("r.toml", False)]


def test_every_sample_is_offered(menus, window):
    names = [one.name for one in recent.samples()]
    assert [words for words, _ in texts(menus.samples)] == names
    for sample in recent.samples():
        choose(menus.samples, sample.name)
    assert window.done == [("open", one.path) for one in recent.samples()]


def test_presets_with_a_broken_one(menus, window):
    folder = menus._presets.folder
    folder.mkdir(parents=True)
    (folder / "Odd & old.toml").write_text("hello")
    *built_in, (broken, can_be), last = texts(menus.presets)
    assert [enabled for _, enabled in built_in] == [True] * 3
    assert broken.startswith("Odd && old – ")
    assert not can_be
    assert last == ("Save or remove presets …", True)
    window.controller._show_plan(None)
    assert [enabled for _, enabled in texts(menus.presets)] == [False] * 4 + [True]


def test_a_preset_is_applied_as_one_step(menus, window, monkeypatch):
    asked = []
    monkeypatch.setattr(
        window.controller, "set_choice", lambda name, **changes: asked.append((name, changes))
    )
    texts(menus.presets)
    choose(menus.presets, "Left-padded for decoders")
    ((name, changes),) = asked
    assert name == "Preset Left-padded for decoders"
    assert (changes["padding"], changes["truncating"]) == ("pre", "pre")
    window.controller.session = type(window.controller.session)()
    menus.apply(menus.presets_now()[0])
    assert len(asked) == 1  # without a recipe there is nothing to change


def test_the_list_of_presets_saves_what_is_shown_and_tells_what_it_cannot(menus, window):
    menus.show_presets()
    dialog = menus._dialog
    assert dialog.isVisible()
    assert dialog._choice == window.controller.session.recipe["x"]
    dialog.problem.emit("It cannot be.")
    assert window.done == [("warning", "It cannot be.")]
    dialog.hide()
    window.controller.session = type(window.controller.session)()
    menus.show_presets()
    assert menus._dialog is dialog
    assert not dialog.name.isVisible()


def test_themes_exclude_one_another(menus, window):
    def ticked():
        return [one.text() for one in menus.theme.actions() if one.isChecked()]

    assert ticked() == ["Light"]
    choose(menus.theme, "Dark")
    assert window.done == [("theme", "dark")]
    assert ticked() == ["Dark"]
    menus.show_theme("system")
    assert ticked() == ["As the system"]
    menus.show_theme("sepia")
    assert ticked() == ["As the system"]
    assert window.done == [("theme", "dark")]
