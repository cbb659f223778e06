import numpy as np
import pytest
from PySide6.QtGui import QImage

from padviewer.core.data.lengths import count_lengths
from padviewer.gui.style import theme as look

LONGEST = 160


@pytest.fixture
def chart(qtbot):
    """The chart of lengths, with one row of every length up to 160."""
    from padviewer.gui.charts.lengths import LengthsChart

    made = LengthsChart()
    qtbot.addWidget(made)
    made.set_lengths(count_lengths(np.arange(1, LONGEST + 1)))
    made.set_maxlen(96)
    made.resize(527, 140)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.dragged, made.chosen, made.cancelled = [], [], []
    made.maxlen_dragged.connect(made.dragged.append)
    made.maxlen_chosen.connect(made.chosen.append)
    made.drag_cancelled.connect(lambda: made.cancelled.append(True))
    return made


@pytest.fixture
def pixels_of():
    """The painted chart as int64 [height, width, 3]."""

    def found(chart):
        image = chart.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
        return raw[:, :, 2::-1].astype(np.int64)

    return found


@pytest.fixture
def far_from():
    """How far each pixel is from a token's colour, 0 for the same."""

    def found(pixels, token):
        return np.abs(pixels - np.array(look.current().colour(token).getRgb()[:3])).sum(axis=-1)

    return found


@pytest.fixture
def height_of():
    """Where a share of the plot's height stands."""

    def found(chart, share):
        return chart.plot_rect().bottom() - share * chart.plot_rect().height()

    return found
