import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.widgets.field import ClearEdit


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_button_is_a_target_inside_the_line_and_empties_it(qtbot, qapp, scale):
    look.apply(qapp, look.Theme("light", Fonts(scale=scale)))
    line = ClearEdit()
    qtbot.addWidget(line)
    line.resize(300, line.sizeHint().height())
    line.show()
    button = line.clear_button
    assert not button.isVisible()
    line.setText("walnuts")
    assert button.isVisible()
    assert line.rect().contains(button.geometry())
    assert min(button.width(), button.height()) >= 24 * scale
    assert not button.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert line.text() == ""
    qtbot.waitUntil(lambda: not button.isVisible())


def test_the_text_ends_before_the_button(qtbot):
    line = ClearEdit()
    qtbot.addWidget(line)
    line.resize(120, 28)
    line.show()
    line.setText("a text that is longer than the line")
    line.grab()
    assert line.cursorRect().right() <= line.clear_button.geometry().left() + 4
