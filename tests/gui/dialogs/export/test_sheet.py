"""The export sheet: what it says before, while and after a file is written."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from padviewer.core.export.outlook import ExportFacts, export_facts, room_at, suffix_of, with_suffix
from padviewer.gui.dialogs.export.sheet import ExportSheet
from padviewer.gui.widgets.popup import SHADOW, WIDTH
from padviewer.workers.protocol import WorkerError


def open_file(qtbot, controller, path):
    controller.open(str(path))
    qtbot.waitUntil(lambda: is_ready(controller))


def is_ready(controller):
    source = controller.session.source
    return source is not None and source.complete and controller.plan is not None and not controller.work


def tab_stops(panel):
    return [
        one for one in panel.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.focusProxy() is None
    ]  # fmt: skip


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 724)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def sheet(controller, window):
    return ExportSheet(controller, window)


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(f'{{"x": {list(range(1, n + 1))}, "y": {n}}}\n' for n in (1, 2, 10)), "utf-8")
    return path


def opened(qtbot, controller, sheet, rows):
    open_file(qtbot, controller, rows)
    controller.set_choice("Maxlen 4", maxlen=4)
    sheet.open_for(str(rows.parent))
    qtbot.waitUntil(lambda: sheet.start.isEnabled() and not controller.counting.is_busy)


def arrays(sheet):
    return {row.name: (row.shape, row.dtype, row.size) for row in sheet.arrays._rows}


def test_it_covers_the_right_edge_and_follows_the_window(qtbot, controller, sheet, window, rows):
    assert not sheet.isVisible()
    sheet.set_margins(48, 28)
    opened(qtbot, controller, sheet, rows)
    assert sheet.isVisible()
    geometry = sheet.geometry()
    assert (geometry.right(), geometry.top(), geometry.bottom()) == (1279, 48, 724 - 28 - 1)
    assert geometry.width() == WIDTH + SHADOW
    window.resize(1440, 900)
    assert sheet.geometry().right() == 1439
    assert sheet.geometry().bottom() == 900 - 28 - 1


def test_before_a_file_it_says_so(sheet):
    sheet.open_for("/tmp")
    assert sheet.reason.text() == "Open a file to export it."
    assert not sheet.start.isEnabled()


def test_it_says_what_the_file_holds(qtbot, controller, sheet, rows, tmp_path):
    opened(qtbot, controller, sheet, rows)
    assert sheet.place.text() == str(tmp_path / "x_post4.npz")
    found = arrays(sheet)
    # 3 rows of 4 int32; 12 bools; 3 int64; the recipe is text
    assert found["x"] == ("(3, 4)", "int32", "48\u202fB")
    assert found["x_mask"] == ("(3, 4)", "bool", "12\u202fB")
    assert found["x_lengths"] == ("(3,)", "int64", "24\u202fB")
    assert found["y"] == ("(3,)", "int64", "24\u202fB")
    assert found["recipe"][:2] == ("()", "text")
    assert sheet.enough.text().startswith("enough space")
    assert "free on /" in sheet.free.text()
    assert "loses 6 steps at its end" in sheet.lost.text()
    assert "x_post4.npz.padviewer.json" in sheet.lost.text()


def test_a_file_is_written_and_its_path_can_be_selected(qtbot, controller, sheet, rows, tmp_path):
    opened(qtbot, controller, sheet, rows)
    with qtbot.waitSignal(controller.exporter.exported):
        QTest.mouseClick(sheet.start, Qt.MouseButton.LeftButton)
        assert sheet.cancel.isVisible()
        assert not sheet.start.isVisible()
        assert sheet.promise.text() == "The file appears only when it is complete."
        assert not sheet.formats.isEnabled()
    path = tmp_path / "x_post4.npz"
    assert sheet.success.text().startswith("x_post4.npz is written, ")
    assert sheet.written.text() == str(path)
    assert sheet.written.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert sheet.start.isVisible()
    with np.load(path) as archive:
        assert archive["x"].tolist() == [[1, 0, 0, 0], [1, 2, 0, 0], [1, 2, 3, 4]]


def exported(qtbot, controller, button):
    with qtbot.waitSignal(controller.exporter.exported, timeout=60_000):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_export_of_ours_is_named_before_it_is_replaced(qtbot, controller, sheet, rows, tmp_path):
    opened(qtbot, controller, sheet, rows)
    exported(qtbot, controller, sheet.start)
    sheet.open_for(str(rows.parent))
    qtbot.waitUntil(lambda: sheet.replaced.text() != "", timeout=60_000)
    assert sheet.replaced.text() == "x_post4.npz is there already. The export replaces it."
    assert not sheet.foreign.isVisible()
    exported(qtbot, controller, sheet.start)


def test_a_file_of_others_is_replaced_only_where_that_is_said(qtbot, controller, sheet, rows, tmp_path):
    path = tmp_path / "x_post4.npz"
    path.write_bytes(b"old")
    open_file(qtbot, controller, rows)
    controller.set_choice("Maxlen 4", maxlen=4)
    sheet.open_for(str(rows.parent))
    qtbot.waitUntil(sheet.replace.isVisible, timeout=60_000)
    assert sheet.foreign.text() == (
        "x_post4.npz is there already, and no export of PadViewer wrote it as it is now."
    )
    assert sheet.reason.text() == "Give another name, or choose “Replace it”."
    QTest.mouseClick(sheet.start, Qt.MouseButton.LeftButton)
    assert path.read_bytes() == b"old"
    exported(qtbot, controller, sheet.replace)
    with np.load(path) as archive:
        assert archive["x"].tolist() == [[1, 0, 0, 0], [1, 2, 0, 0], [1, 2, 3, 4]]
    assert not sheet.replace.isVisible()


def test_an_export_that_was_changed_since_is_asked_about(qtbot, controller, sheet, rows, tmp_path):
    opened(qtbot, controller, sheet, rows)
    exported(qtbot, controller, sheet.start)
    path = tmp_path / "x_post4.npz"
    np.savez(path, x=np.ones(3))
    sheet.open_for(str(rows.parent))
    qtbot.waitUntil(sheet.replace.isVisible, timeout=60_000)
    assert not sheet.start.isEnabled()


def test_a_file_that_came_meanwhile_is_left_as_it_is(qtbot, controller, sheet, rows, tmp_path):
    opened(qtbot, controller, sheet, rows)
    path = tmp_path / "x_post4.npz"
    path.write_bytes(b"came meanwhile")
    with qtbot.waitSignal(controller.exporter.failed, timeout=60_000):
        QTest.mouseClick(sheet.start, Qt.MouseButton.LeftButton)
    assert "no export of PadViewer wrote it" in sheet.failure.text()
    assert path.read_bytes() == b"came meanwhile"


def test_what_is_written_is_said_of_that_file_alone(qtbot, controller, sheet, rows, tmp_path):
    opened(qtbot, controller, sheet, rows)
    exported(qtbot, controller, sheet.start)
    assert sheet.success.isVisible()
    sheet.place.setText(str(tmp_path / "other.npz"))
    assert not sheet.success.isVisible()
    assert not sheet.written.isVisible()


def test_the_proposed_name_follows_the_tensor_and_a_given_one_stays(qtbot, controller, sheet, rows, tmp_path):
    opened(qtbot, controller, sheet, rows)
    assert sheet.place.text() == str(tmp_path / "x_post4.npz")
    controller.set_choice("Padding pre", padding="pre")
    controller.set_choice("Maxlen 7", maxlen=7)
    assert sheet.place.text() == str(tmp_path / "x_pre7.npz")
    QTest.keyClick(sheet.formats, Qt.Key.Key_End)
    controller.set_choice("Maxlen 9", maxlen=9)
    assert sheet.place.text() == str(tmp_path / "x_pre9.csv")
    sheet.place.setText(str(tmp_path / "mine.csv"))
    controller.set_choice("Maxlen 8", maxlen=8)
    assert sheet.place.text() == str(tmp_path / "mine.csv")


def test_the_arrows_choose_a_format_and_the_name_follows(qtbot, controller, sheet, rows, tmp_path):
    opened(qtbot, controller, sheet, rows)
    assert sheet.formats.hasFocus()
    QTest.keyClick(sheet.formats, Qt.Key.Key_Down)
    assert sheet.place.text() == str(tmp_path / "x_post4.npy")
    assert arrays(sheet) == {"x": ("(3, 4)", "int32", "48\u202fB")}
    QTest.keyClick(sheet.formats, Qt.Key.Key_Down)
    assert sheet.place.text() == str(tmp_path / "x_post4")
    QTest.keyClick(sheet.formats, Qt.Key.Key_End)
    assert sheet.place.text() == str(tmp_path / "x_post4.csv")
    assert sheet.whole.text().startswith("about ")
    QTest.keyClick(sheet.formats, Qt.Key.Key_Up)
    assert sheet.whole.text().startswith("at most ")


def test_two_tensors_do_not_suit_a_csv(qtbot, controller, sheet, tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_text('{"a": [1, 2], "b": [3]}\n{"a": [1], "b": [3, 4]}\n', "utf-8")
    open_file(qtbot, controller, path)
    controller.set_role("b", "sequence")
    qtbot.waitUntil(lambda: len(controller.plan.tensors) == 2)
    sheet.open_for(str(tmp_path))
    qtbot.waitUntil(sheet.start.isEnabled)
    rows = {row.name: row for row in sheet.formats._rows}
    assert list(rows) == ["NumPy archive", "NumPy folder", "Parquet", "CSV"]
    assert "one tensor" in rows["CSV"].problem
    QTest.keyClick(sheet.formats, Qt.Key.Key_End)
    assert sheet.formats.suffix() == ".npz"  # the cursor is on it, the choice is not
    sheet.place.setText(str(tmp_path / "two.csv"))
    sheet.place.editingFinished.emit()
    qtbot.waitUntil(lambda: sheet.reason.text() == rows["CSV"].problem)
    assert not sheet.start.isEnabled()


def test_a_typed_name_without_an_end_gets_the_format_s(qtbot, controller, sheet, rows, tmp_path):
    opened(qtbot, controller, sheet, rows)
    sheet.place.setText(str(tmp_path / "mine"))
    sheet.place.editingFinished.emit()
    assert sheet.place.text() == str(tmp_path / "mine.npz")
    sheet.place.setText("")
    sheet.place.editingFinished.emit()
    assert sheet.reason.text() == "Say where to save the file."


def test_a_place_that_is_none_is_refused_beneath_the_field(qtbot, controller, sheet, rows, tmp_path):
    opened(qtbot, controller, sheet, rows)
    sheet.place.setText(str(tmp_path / "nowhere" / "x.npz"))
    sheet.place.editingFinished.emit()
    qtbot.waitUntil(lambda: sheet.place_error.text() != "")
    assert not sheet.start.isEnabled()
    assert sheet.place_error.isVisible()


def test_choose_asks_for_a_name(qtbot, controller, sheet, rows, tmp_path, monkeypatch):
    opened(qtbot, controller, sheet, rows)
    answer = str(tmp_path / "chosen.parquet")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (answer, ""))
    sheet.choose.click()
    assert sheet.place.text() == answer
    assert sheet.formats.suffix() == ".parquet"


def test_while_the_file_is_read_nothing_is_exported(qtbot, controller, sheet, rows):
    from dataclasses import replace

    opened(qtbot, controller, sheet, rows)
    old = controller.session
    controller.session = replace(old, source=replace(old.source, complete=False))
    controller.session_changed.emit(old, controller.session)
    assert sheet.reason.text() == "The file is still being read. Export when all rows are there."
    assert not sheet.start.isEnabled()


def test_a_loss_that_is_refused_stops_the_export(qtbot, controller, sheet, tmp_path):
    path = tmp_path / "gaps.jsonl"
    path.write_text('{"x": [1.5, 2.0]}\n{"x": [3.0]}\n', "utf-8")
    open_file(qtbot, controller, path)
    controller.set_choice("Dtype int32", dtype="int32")
    sheet.open_for(str(tmp_path))
    qtbot.waitUntil(lambda: "The export is refused." in sheet.reason.text())
    assert not sheet.start.isEnabled()
    controller.set_choice("Losses allowed", lossy="allow")
    qtbot.waitUntil(lambda: sheet.start.isEnabled() and "“x” (float64)" in sheet.lost.text())


def test_not_enough_space_stops_the_export(qtbot, controller, sheet, rows):
    opened(qtbot, controller, sheet, rows)
    sheet._on_facts(ExportFacts(sheet._facts.estimates, {}, 10, "/home"))
    assert sheet.enough.text() == "not enough space"
    assert sheet.free.text() == "10\u202fB free on /home"
    assert not sheet.start.isEnabled()


def test_a_failure_is_said_and_it_can_be_tried_again(qtbot, controller, sheet, rows):
    opened(qtbot, controller, sheet, rows)
    controller.exporter.failed.emit(WorkerError("disk-full", "The disk is full.", remedy="Free some space."))
    assert sheet.failure.text() == "The disk is full. Free some space."
    assert sheet.start.isVisible()


def test_cancel_leaves_nothing(qtbot, controller, sheet, rows, tmp_path):
    opened(qtbot, controller, sheet, rows)
    with qtbot.waitSignal(controller.exporter.cancelled):
        sheet.start.click()
        sheet.cancel.click()
    assert sheet.start.isVisible()
    assert not (tmp_path / "x_post4.npz").exists()
    assert sheet.success.text() == ""


def test_escape_and_the_cross_close_it(qtbot, controller, sheet, rows):
    opened(qtbot, controller, sheet, rows)
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(sheet.formats, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    sheet.open_for("")
    assert sheet.place.text().endswith("x_post4.npz")  # the name stays
    with qtbot.waitSignal(sheet.closed):
        sheet._close.click()


def test_every_tab_stop_has_a_name(qtbot, controller, sheet, rows):
    opened(qtbot, controller, sheet, rows)
    stops = tab_stops(sheet)
    assert len(stops) == 6
    assert all(one.accessibleName() for one in stops)


def test_names_and_ends():
    assert with_suffix("a/x.v2.npz", ".csv") == "a/x.v2.csv"
    assert with_suffix("a/x.v2", ".csv") == "a/x.v2.csv"
    assert with_suffix("a/x.npy", "") == "a/x"
    assert suffix_of("A.NPZ") == ".npz"
    assert suffix_of("a.b") is None


def test_the_room_of_a_folder_that_is_not_there_yet(tmp_path):
    free, disk = room_at(tmp_path / "a" / "b")
    assert free is not None
    assert free > 0
    assert str(tmp_path).startswith(disk)


def test_facts_name_the_source_as_no_place_to_write(qtbot, controller, rows):
    open_file(qtbot, controller, rows)
    facts = export_facts(controller.plan, rows.with_suffix(".npz"), rows.with_suffix(".npz"))
    assert facts.refused == ""
    rows.with_suffix(".npz").write_bytes(b"x")
    facts = export_facts(controller.plan, rows.with_suffix(".npz"), rows.with_suffix(".npz"))
    assert "would replace the source" in facts.refused
    assert facts.replaces
