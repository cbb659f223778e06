import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from padviewer.gui.panels.findings.cards import FindingShown, FindingsList, Remedy

CUT = FindingShown(
    "cut",
    "warning",
    "21 rows lose 280 words at their end",
    "The longest, row 1077, loses 68 of 164.",
    (Remedy("maxlen", "Maxlen 164"), Remedy("split", "Split the rows")),
    "Show rows",
)
ONCE = FindingShown(
    "once", "info", "4,506 of 8,643 words occur once", "", (Remedy("min", "Set minimum count"),)
)
FINE = FindingShown("fine", "ok", "Every id fits the embedding", "Ids go from 0 to 8643.")


@pytest.fixture
def findings(qtbot):
    made = FindingsList()
    qtbot.addWidget(made)
    made.set_findings((CUT, ONCE, FINE), 1319)
    made.resize(296, made.sizeHint().height())
    made.show()
    qtbot.waitExposed(made)
    made.resize(296, made.sizeHint().height())
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.remedies, made.rows = [], []
    made.remedy_clicked.connect(lambda finding, key: made.remedies.append((finding, key)))
    made.rows_clicked.connect(made.rows.append)
    return made


def click(findings, index, link):
    place = findings.link_rect(index, link).center().toPoint()
    QTest.mouseClick(findings.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_links_are_followed_by_click(findings):
    click(findings, 0, 0)
    assert (findings.rows, findings.remedies) == ([CUT], [])
    click(findings, 0, 2)
    click(findings, 1, 0)
    assert findings.remedies == [(CUT, "split"), (ONCE, "min")]


def test_a_click_beside_the_links_only_selects(findings):
    QTest.mouseClick(
        findings.viewport(),
        Qt.MouseButton.LeftButton,
        pos=findings.link_rect(1, 0).center().toPoint() - QPoint(0, 22),
    )
    assert findings.cursor_finding() == ONCE
    assert findings.remedies == []


def test_keys_go_through_findings_and_links(findings):
    QTest.keyClick(findings, Qt.Key.Key_Return)
    assert findings.rows == [CUT]
    QTest.keyClick(findings, Qt.Key.Key_Right)
    QTest.keyClick(findings, Qt.Key.Key_Space)
    assert findings.remedies == [(CUT, "maxlen")]
    QTest.keyClick(findings, Qt.Key.Key_Down)
    QTest.keyClick(findings, Qt.Key.Key_Right)  # it has one link
    QTest.keyClick(findings, Qt.Key.Key_Return)
    assert findings.remedies[1:] == [(ONCE, "min")]
    QTest.keyClick(findings, Qt.Key.Key_End)
    assert findings.cursor_finding() == FINE
    QTest.keyClick(findings, Qt.Key.Key_Return)  # it has none
    QTest.keyClick(findings, Qt.Key.Key_Home)
    assert findings.cursor_finding() == CUT
    assert len(findings.remedies) == 2


def test_what_the_keys_act_on_is_said(findings):
    assert findings.accessibleName() == "Findings"
    assert findings.accessibleDescription() == (
        "1 of 3, warning: 21 rows lose 280 words at their end. "
        "The longest, row 1077, loses 68 of 164. Show rows."
    )


def test_going_to_the_next_one(findings):
    seen = []
    for _ in range(3):
        findings.go_next()
        seen.append(findings.cursor_finding())
    assert seen == [ONCE, FINE, CUT]
    findings.clearFocus()
    findings.go_next()
    assert findings.hasFocus()
    assert findings.cursor_finding() == CUT


def test_what_does_not_fit_is_counted_and_scrolls(findings):
    assert findings.hidden_below() == 0
    findings.resize(296, 120)
    assert findings.hidden_below() == 2
    QTest.keyClick(findings, Qt.Key.Key_End)
    assert findings.hidden_below() == 0
    assert findings.verticalScrollBar().value() > 0


def test_nothing_to_report(findings):
    findings.set_findings((), 1319)
    assert findings.accessibleDescription() == "Nothing to report for 1,319 rows."
    assert findings.cursor_finding() is None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(findings, key)
    findings.go_next()
    findings.set_findings((), 1)
    assert findings.accessibleDescription() == "Nothing to report for 1 row."
    findings.set_findings((), None)
    assert findings.accessibleDescription() == ""


def test_new_numbers_in_the_same_findings_keep_the_place(findings):
    QTest.keyClick(findings, Qt.Key.Key_Down)
    changed = FindingShown(
        "cut", "warning", "64 rows lose 900 words at their end", CUT.detail, CUT.remedies, CUT.rows
    )
    findings.set_findings((changed, ONCE, FINE), 1319)
    assert findings.cursor_finding() == ONCE
    findings.set_findings((ONCE, FINE), 1319)
    assert findings.cursor_finding() == ONCE
    assert findings.findings() == (ONCE, FINE)


@pytest.mark.parametrize("width", [160, 296, 640])
def test_links_stay_inside_and_do_not_overlap(findings, width):
    findings.resize(width, 600)
    rects = [findings.link_rect(0, link) for link in range(3)]
    for index, rect in enumerate(rects):
        assert rect.left() >= 34
        assert rect.right() <= width - 8
        assert not any(rect.intersects(other) for other in rects[index + 1 :])


def test_each_level_has_its_colour_and_focus_its_ring(findings, colours_in):
    top = QRect(0, 32, 34, 30)
    assert "#A9480A" in colours_in(findings, top)
    ring = findings.link_rect(0, 0).adjusted(-6, -1, 6, 1).toRect()
    assert "#2B5BD7" in colours_in(findings, ring.adjusted(0, 0, -ring.width() + 4, 0))
    findings.clearFocus()
    assert "#2B5BD7" not in colours_in(findings, ring.adjusted(0, 0, -ring.width() + 4, 0))


def test_the_mouse_over_a_link_is_a_hand(findings):
    QTest.mouseMove(findings.viewport(), findings.link_rect(0, 1).center().toPoint())
    assert findings.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(findings.viewport(), QPoint(100, 5))
    assert findings.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
