"""Files that are gone, change or come by the thousand while the window stands; nothing is lost."""

import hashlib
import json
import os
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui import app as application
from padviewer.gui.session import recent
from padviewer.gui.session.recent import MOST
from tests.gui.surroundings import (  # noqa: F401 - its fixtures
    LEFT,
    LENGTHS,
    NONE,
    act,
    length_of,
    says_here,
    shown_here,
    source_here,
    write_rows,
)


# -- files that are gone, and many of them -----------------------------------------------------------
def test_500_recent_files_that_are_gone(shown, tmp_path, monkeypatch):
    """Ten are looked for, all can be seen, none can be chosen, and each says where it was."""
    gone = [{"path": str(tmp_path / f"gone-{k}.npy"), "facts": "3 rows", "at": 1e9 + k} for k in range(500)]
    asked, really = [], Path.exists
    monkeypatch.setattr(Path, "exists", lambda path, **more: asked.append(path) or really(path, **more))
    window = shown(**{recent.KEY: json.dumps(gone)})
    assert window.controller.jobs.wait_idle(60)  # it is a job that looks
    looked_for = [one for one in asked if one.name.startswith("gone-")]
    assert len(looked_for) == MOST == 10
    asked.clear()
    window.menus.recent.aboutToShow.emit()
    assert window.controller.jobs.wait_idle(60)
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
