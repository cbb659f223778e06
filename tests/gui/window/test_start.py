import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from padviewer.gui.session.recent import RecentFile, Sample
from padviewer.gui.widgets.lines_list import RowList
from padviewer.gui.window.start import StartPage, dropped_path

RECENT = (
    RecentFile("/data/test.jsonl", "test.jsonl", "1,319 rows", "yesterday"),
    RecentFile("/media/usb/gone.parquet", "gone.parquet", "", "3 Nov", "not found"),
)
SAMPLES = (
    Sample("/samples/basics.json", "Padding basics", "rows of numbers", 3, "2–6 steps", (1, 0, 1, 0, 1)),
    Sample("/samples/reviews.parquet", "Reviews", "tokens", 5000, "0–5,000 steps", (1,) * 40),
)
COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot):
    made = StartPage()
    qtbot.addWidget(made)
    made.set_recent(RECENT)
    made.set_samples(SAMPLES)
    made.resize(1280, 724)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def rows(page, name):
    (found,) = [one for one in page.findChildren(RowList) if one.accessibleName() == name]
    return found


def dropping(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def test_open(page, qtbot):
    button = page.findChild(QPushButton)
    assert button.accessibleName() == "Open file"
    with qtbot.waitSignal(page.open_clicked):
        QTest.mouseClick(button, LEFT)


@pytest.mark.parametrize(
    ("name", "row", "path"),
    [
        ("Recent files", 0, "/data/test.jsonl"),
        ("Recent files", 1, "/media/usb/gone.parquet"),
        ("Samples", 1, "/samples/reviews.parquet"),
    ],
)
def test_a_row_chooses_its_path_by_mouse_and_key(page, qtbot, name, row, path):
    found = rows(page, name)
    with qtbot.waitSignal(page.path_chosen) as said:
        QTest.mouseClick(found.viewport(), LEFT, pos=found.row_rect(row).center().toPoint())
    assert said.args == [path]
    with qtbot.waitSignal(page.path_chosen) as said:
        QTest.keyClick(found, Qt.Key.Key_Return)
    assert said.args == [path]


def test_rows_in_words(page):
    assert (
        rows(page, "Recent files").row_sentence(1)
        == "gone.parquet, not found, 3 Nov, /media/usb/gone.parquet"
    )
    assert rows(page, "Samples").row_sentence(0) == "Padding basics, rows of numbers, 3 rows, 2–6 steps"


def test_all_rows_are_in_view_at_1280_by_800(page):
    for name in ("Recent files", "Samples"):
        found = rows(page, name)
        assert found.verticalScrollBar().maximum() == 0
        bottom = found.mapTo(page, QPoint(0, found.height())).y()
        assert bottom <= 724


def test_without_recent_files_there_is_no_such_section(page):
    page.set_recent(())
    assert not rows(page, "Recent files").isVisible()
    assert rows(page, "Samples").isVisible()


def test_a_file_can_be_dropped(page, qtbot, colours_in):
    data = dropping("/data/a file.npz", "/data/b.npz")
    enter = QDragEnterEvent(QPoint(300, 300), COPY, data, LEFT, NONE)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(300, 300), COPY, data, LEFT, NONE)
    with qtbot.waitSignal(page.path_chosen) as said:
        QApplication.sendEvent(page, drop)
    assert said.args == ["/data/a file.npz"]


def test_the_area_lights_up_while_a_file_is_over_the_page(page, colours_in):
    before = colours_in(page, page.rect())
    data = dropping("/data/a.npz")  # the event does not hold it
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, NONE))
    lit = colours_in(page, page.rect())
    assert "#E6EDFC" in lit - before
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert "#E6EDFC" not in colours_in(page, page.rect())


def test_what_is_no_local_file_is_not_taken(page, qtbot):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/data.npz")])
    assert dropped_path(data) == ""
    enter = QDragEnterEvent(QPoint(300, 300), COPY, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    assert not enter.isAccepted()
    with qtbot.assertNotEmitted(page.path_chosen):
        QApplication.sendEvent(page, QDropEvent(QPointF(300, 300), COPY, data, LEFT, NONE))


def test_every_tab_stop_has_a_name(page):
    page.findChild(QPushButton).setFocus()
    seen = []
    for _ in range(3):
        seen.append(QApplication.focusWidget().accessibleName())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen == ["Open file", "Recent files", "Samples"]
