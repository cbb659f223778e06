"""The findings as cards: links by mouse and keys, what does not fit, what a screen reader is told."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from padviewer.gui.panels.findings.cards import FindingShown, FindingsList, Remedy
from tests.gui import accessible

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
LONG = FindingShown(
    "long",
    "warning",
    "customer_interaction_event_identifier_v2 loses 280 words",
    "",
    (Remedy("both", "Mode constant, shift ids by 12,345, fill value 0, and all that follows from it"),),
)


@pytest.fixture
def findings(qtbot):
    made = FindingsList()
    qtbot.addWidget(made)
    made.set_findings((CUT, ONCE, FINE), 1319)
    made.resize(296, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.links(0)[0].setFocus()
    made.remedies, made.rows = [], []
    made.remedy_clicked.connect(lambda finding, key: made.remedies.append((finding, key)))
    made.rows_clicked.connect(made.rows.append)
    return made


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def place(findings):
    """Return the finding and the link that have the focus; the link is None on a card that has none."""
    focus = QApplication.focusWidget()
    for index, finding in enumerate(findings.findings()):
        if focus in findings.links(index):
            return finding, findings.links(index).index(focus)
    return next(one for one in findings.findings() if focus.accessibleName().find(one.title) > 0), None


def test_links_are_followed_by_click(findings):
    for index, link in ((0, 0), (0, 2), (1, 0)):
        QTest.mouseClick(findings.links(index)[link], Qt.MouseButton.LeftButton)
    assert findings.rows == [CUT]
    assert findings.remedies == [(CUT, "split"), (ONCE, "min")]


def test_keys_go_through_findings_and_links(findings):
    press(Qt.Key.Key_Return)
    assert findings.rows == [CUT]
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert findings.remedies == [(CUT, "maxlen")]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)  # it has one link
    press(Qt.Key.Key_Enter)
    assert findings.remedies[1:] == [(ONCE, "min")]
    press(Qt.Key.Key_End)
    assert place(findings) == (FINE, None)
    press(Qt.Key.Key_Return)  # it has none
    press(Qt.Key.Key_Home)
    assert place(findings) == (CUT, 0)
    assert len(findings.remedies) == 2


def test_tab_goes_from_link_to_link(findings):
    seen = [place(findings)]
    for _ in range(4):
        press(Qt.Key.Key_Tab)
        seen.append(place(findings))
    assert seen == [(CUT, 0), (CUT, 1), (CUT, 2), (ONCE, 0), (FINE, None)]


def test_a_screen_reader_finds_each_finding_and_its_links(findings, qtbot):
    links = accessible.below(findings, QAccessible.Role.Button)
    words = ["Show rows", "Maxlen 164", "Split the rows", "Set minimum count"]
    assert [one.name for one in links] == words
    assert [one.description for one in links] == [CUT.title] * 3 + [ONCE.title]
    accessible.press(findings.links(0)[1])
    qtbot.waitUntil(lambda: bool(findings.remedies))
    assert findings.remedies == [(CUT, "maxlen")]
    names = [one.name for one in accessible.below(findings, QAccessible.Role.Client)]
    assert [one for one in names if " of 3, " in one] == [
        "1 of 3, warning: 21 rows lose 280 words at their end. The longest, row 1077, loses 68 of 164.",
        "2 of 3, info: 4,506 of 8,643 words occur once.",
        "3 of 3, ok: Every id fits the embedding. Ids go from 0 to 8643.",
    ]


def test_going_to_the_next_one(findings):
    seen = []
    for _ in range(3):
        findings.go_next()
        seen.append(place(findings)[0])
    assert seen == [ONCE, FINE, CUT]
    QApplication.focusWidget().clearFocus()
    findings.go_next()
    assert place(findings) == (CUT, 0)


def test_what_does_not_fit_is_counted_and_scrolls(findings):
    assert findings.hidden_below() == 0
    findings.resize(296, 160)
    QApplication.processEvents()
    assert findings.hidden_below() == 2
    press(Qt.Key.Key_End)
    assert findings.hidden_below() == 0


def test_nothing_to_report(findings):
    findings.set_findings((), 1319)
    assert findings.hasFocus()
    assert findings.accessibleDescription() == "Nothing to report for 1,319 rows."
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(key)
    findings.go_next()
    findings.set_findings((), 1)
    assert findings.accessibleDescription() == "Nothing to report for 1 row."
    findings.set_findings((), None)
    assert findings.accessibleDescription() == ""


def test_new_numbers_in_the_same_findings_keep_the_place(findings):
    press(Qt.Key.Key_Down)
    changed = FindingShown(
        "cut", "warning", "64 rows lose 900 words at their end", CUT.detail, CUT.remedies, CUT.rows
    )
    findings.set_findings((changed, ONCE, FINE), 1319)
    assert place(findings) == (ONCE, 0)
    findings.set_findings((ONCE, FINE), 1319)
    assert place(findings) == (ONCE, 0)
    assert findings.findings() == (ONCE, FINE)


def test_a_link_that_stays_keeps_the_focus_when_another_goes(findings):
    press(Qt.Key.Key_Right)
    without = FindingShown(CUT.key, CUT.level, CUT.title, CUT.detail, CUT.remedies)
    findings.set_findings((without, ONCE, FINE), 1319)
    assert place(findings) == (without, 0)
    assert QApplication.focusWidget().accessibleName() == "Maxlen 164"


@pytest.mark.parametrize("width", [160, 296, 640])
def test_links_stay_inside_and_do_not_overlap(findings, width, qtbot):
    findings.set_findings((CUT, LONG), 1319)
    findings.resize(width, 600)
    QApplication.processEvents()
    for index in range(2):
        rects = []
        for link in findings.links(index):
            rect = link.rect().translated(link.mapTo(findings, QPoint(0, 0)))
            assert rect.left() >= 30  # its words stand 4 inside
            assert rect.right() <= width - 8
            assert not any(rect.intersects(other) for other in rects)
            rects.append(rect)
    (long,) = findings.links(1)
    assert long.accessibleName() == LONG.remedies[0].words
    assert (long.toolTip() == LONG.remedies[0].words) == (long.text() != LONG.remedies[0].words)


def test_each_level_has_its_colour(findings, colours_in):
    assert "#A9480A" in colours_in(findings, findings.rect().adjusted(0, 32, -262, -500))


def test_the_mouse_over_a_link_is_a_hand(findings):
    assert findings.links(0)[1].cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert findings.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_no_card_has_too_much_or_too_little_room_when_links_wrap(findings, qtbot):
    """Beside a scroll bar the links stand below one another, without it side by side."""
    wide = FindingShown(
        "wide", "info", "A finding", "Why.", (Remedy("a", "A remedy of this width"),), "Show rows"
    )
    findings.set_findings((CUT, wide), 1319)
    cards = [one.parentWidget().parentWidget() for one in (findings.links(0)[0], findings.links(1)[0])]
    needed = sum(one.width_wanted() for one in findings.links(1)) + 8 + 16 + 22

    def is_right():
        """Whether every card ends 3 pixels below its last link, and no link is squeezed."""
        ends = [one[-1].mapTo(card, one[-1].rect().bottomLeft()).y() + 1 + 3 for card, one in shown]
        links = [link for _, one in shown for link in one]
        return ends == [card.height() for card in cards] and {link.height() for link in links} == {24}

    shown = [(card, findings.links(index)) for index, card in enumerate(cards)]
    for width, height in ((needed, 600), (needed, 100), (needed, 600), (needed - 1, 600), (needed + 9, 100)):
        findings.resize(width, height)
        qtbot.waitUntil(is_right, timeout=5_000)
