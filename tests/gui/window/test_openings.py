"""What is opened where: by dialogs, by names, by drops; and what is said of a file that changes."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from padviewer.gui.session.state import Session, Source, View
from padviewer.gui.window.openings import Openings, is_dataset, read_again


class Controller:
    """Notes what it is asked to open; `takes` says whether it likes a recipe."""

    def __init__(self):
        self.takes = True
        self.session, self.view, self.dataset = Session(), View(), None
        self.asked = []
        self.model = SimpleNamespace(open=lambda path: self.asked.append(("model", path)))

    def __getattr__(self, name):
        return lambda given: self.asked.append((name, given)) or self.takes

    def hold(self, path):
        """Have a dataset open."""
        self.session = Session(Source(path, path.rpartition("/")[2], "/store", 3))
        self.dataset = object()


@pytest.fixture
def controller():
    return Controller()


@pytest.fixture
def openings(qtbot, controller):
    window = QWidget()
    qtbot.addWidget(window)
    made = Openings(window, controller)
    made.elsewhere, made.notes, made.used = [], [], []
    made.recipe_used.connect(made.used.append)
    made.window_asked.connect(made.elsewhere.append)
    made.noted.connect(lambda *note: made.notes.append(note))
    return made


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a.npy", True), ("a.keras", False), ("A.KERAS", False), ("r.toml", False), ("folder", True),
     ("a.toml.csv", True), ("", True)],
)  # fmt: skip
def test_a_dataset_is_what_is_neither_a_model_nor_a_recipe(path, expected):
    assert is_dataset(path) is expected


@pytest.mark.parametrize(
    ("path", "holds", "asked"),
    [
        ("/d/a.npy", False, ("open", "/d/a.npy")),
        ("/d/a.npy", True, ("open", "/d/a.npy")),
        ("/d/m.Keras", False, ("model", "/d/m.Keras")),
        ("/d/r.toml", True, ("open_recipe", "/d/r.toml")),
        ("/d/r.toml", False, ("open_recipe", "/d/r.toml")),  # which says that a dataset is needed
    ],
)
def test_by_its_name(openings, controller, path, holds, asked):
    if holds:
        controller.hold("/d/open.npy")
    openings.open(path)
    assert controller.asked == [asked]


def test_a_second_dataset_has_a_window_of_its_own(openings, controller):
    controller.hold("/d/open.npy")
    openings.choose("/d/other.npy")
    openings.choose("/d/r.toml")
    openings.choose("/d/m.keras")
    assert openings.elsewhere == ["/d/other.npy"]
    assert controller.asked == [("open_recipe", "/d/r.toml"), ("model", "/d/m.keras")]


@pytest.mark.parametrize(
    ("names", "asked", "said"),
    [
        (["a.npy"], [("open", "a.npy")], ""),
        (["a.npy", "m.keras"], [("open", "a.npy"), ("model", "m.keras")], ""),
        (["m.keras", "r.toml"], [("model", "m.keras"), ("open_recipe", "r.toml")], ""),
        (["b.npy", "a.npy"], [("open", "b.npy")], ""),  # the other one in a window of its own
        (["r.toml", "a.npy"], [("open", "a.npy")], "2 files were dropped; a.npy is opened."),
        (
            ["m.keras", "a.npy", "n.keras"],
            [("open", "a.npy"), ("model", "m.keras")],
            "3 files were dropped; a.npy, m.keras are opened.",
        ),
    ],
)
def test_of_a_drop_one_of_each_kind_is_opened(openings, controller, names, asked, said):
    assert openings.drop(names) == said
    assert controller.asked == asked


DIALOGS = [
    ("ask", "getOpenFileName", ("open", "/d/chosen")),
    ("ask_here", "getOpenFileName", ("open", "/d/chosen")),
    ("open_model", "getOpenFileName", ("model", "/d/chosen")),
    ("open_recipe", "getOpenFileName", ("open_recipe", "/d/chosen")),
    ("save_recipe", "getSaveFileName", ("save_recipe", "/d/chosen")),
]


@pytest.mark.parametrize(("name", "dialog", "asked"), DIALOGS)
def test_dialogs(openings, controller, monkeypatch, name, dialog, asked):
    for answer, expected in ((("", ""), []), (("/d/chosen", ""), [asked])):
        monkeypatch.setattr(QFileDialog, dialog, lambda *_args, answer=answer: answer)
        getattr(openings, name)()
        assert controller.asked == expected


def test_a_recipe_is_proposed_under_its_tensors_name(openings, controller, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: asked.append(given[2]) or ("", ""))
    openings.save_recipe()
    controller.session = Session(tensor="tokens")
    openings.save_recipe()
    assert asked == ["recipe.toml", "tokens.toml"]


# -- the open file -----------------------------------------------------------------------------------
def test_a_file_that_changes_and_goes(openings, controller, tmp_path):
    path = tmp_path / "rows.npy"
    path.write_bytes(b"one")
    controller.hold(str(path))
    openings.watch(str(path))
    assert openings.identity() == (3, path.stat().st_mtime_ns)
    openings.look()
    assert openings.notes == []
    path.write_bytes(b"other")
    openings.look()
    openings.look()
    path.unlink()
    openings.look()
    changed, gone = openings.notes
    assert changed[:3] == (
        "info", "rows.npy has changed on the disk. The rows that were read are shown.", "Read it again"
    )  # fmt: skip
    assert gone == ("warning", "rows.npy is not there any more. The rows that were read are shown.", "", None)
    changed[3]()
    ((asked, state),) = controller.asked
    assert (asked, state.path) == ("restore", str(path))
    openings.watch("")
    assert openings.identity() is None


def test_without_an_open_file_there_is_nothing_to_read_again(controller):
    read_again(controller)
    assert controller.asked == []


def test_a_recipe_that_was_used_is_told_and_one_that_was_refused_not(openings, controller, monkeypatch):
    controller.hold("/d/open.npy")
    for answer in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, answer, lambda *_args, answer=answer: (f"/d/{answer}.toml", ""))
    for takes in (False, True):
        controller.takes = takes
        openings.open("/d/r.toml")
        openings.open_recipe()
        openings.save_recipe()
    assert openings.used == ["/d/r.toml", "/d/getOpenFileName.toml", "/d/getSaveFileName.toml"]
    assert len(controller.asked) == 6


def test_two_dropped_datasets_are_both_opened(openings, controller):
    assert openings.drop(["b.npy", "a.npy"]) == ""
    assert controller.asked == [("open", "b.npy")]
    assert openings.elsewhere == ["a.npy"]


def test_a_dropped_folder_that_an_export_wrote_is_opened_itself(openings, controller, tmp_path):
    for name in ("x.npy", "x_mask.npy", "recipe.toml"):
        (tmp_path / name).write_bytes(b"")
    assert openings.drop([str(tmp_path)]) == ""
    assert controller.asked == [("open", str(tmp_path))]
