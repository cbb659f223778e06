"""The buttons say what they do, stand side by side, and are there only where they do something."""

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from padviewer.gui.session.state import Marked, View
from padviewer.gui.views.series.buttons import SeriesButtons
from padviewer.gui.views.series.choice import SeriesChoice

MARKED = Marked(np.array([1, 2]), "two rows")


@pytest.fixture
def buttons(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 60)
    made = SeriesButtons(parent)
    made.parent = parent
    parent.show()
    return made


def test_they_stand_side_by_side(buttons):
    buttons.dress(View(row=1, marked=MARKED), SeriesChoice(pinned=(4,)), 600, is_plot=True)
    boxes = [one.geometry() for one in (buttons.marked, buttons.clear, buttons.pin)]
    assert boxes[0].right() < boxes[1].left()
    assert boxes[1].right() < boxes[2].left()
    assert boxes[2].right() < 600
    assert buttons.left(600) == boxes[0].left()
    assert min(box.height() for box in boxes) >= 24


def test_only_what_does_something_is_there(buttons):
    buttons.dress(View(row=-1), SeriesChoice(), 600, is_plot=True)
    assert not buttons.pin.isEnabled()
    assert buttons.marked.isHidden()
    assert buttons.clear.isHidden()
    buttons.dress(View(row=4), SeriesChoice(pinned=(4,)), 600, is_plot=True)
    assert (buttons.pin.text(), buttons.pin.accessibleName()) == ("Unpin row", "Unpin row")
    buttons.dress(View(row=4), SeriesChoice(pinned=(4,)), 600, is_plot=False)
    assert buttons.left(600) == 600
