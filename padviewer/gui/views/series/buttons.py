"""The buttons of the series view: pin the selected row, pin the marked rows, let all pinned rows go."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from padviewer.gui.session.state import View
from padviewer.gui.style.words import tr
from padviewer.gui.views.common.gathered import MARGIN
from padviewer.gui.views.series.choice import SeriesChoice
from padviewer.gui.widgets.buttons import Button

TOP, GAP = 4, 4


class SeriesButtons:
    """Three buttons at the right end of a widget's top; only those that do something are there.

    Parameters
    ----------
    parent : QWidget
        What they stand on.
    """

    def __init__(self, parent: QWidget) -> None:
        self.pin = Button(tr("Pin row"), "ghost", parent=parent)
        self.clear = Button(tr("Unpin all"), "ghost", parent=parent)
        self.marked = Button(tr("Pin marked rows"), "ghost", parent=parent)
        self.pin.setToolTip(tr("Keep the lines of the selected row when another is selected (Space)"))
        self.clear.setToolTip(tr("Let all pinned rows go (Backspace)"))
        self.marked.setToolTip(tr("Pin the first seven marked rows"))

    def dress(self, view: View, choice: SeriesChoice, width: int, *, is_plot: bool) -> None:
        """Say what the buttons do now, and place them on a widget of some width."""
        self.pin.setText(tr("Unpin row") if view.row in choice.pinned else tr("Pin row"))
        self.pin.setAccessibleName(self.pin.text())
        self.pin.setEnabled(view.row >= 0)
        self.pin.setVisible(is_plot)
        self.clear.setVisible(is_plot and bool(choice.pinned))
        self.marked.setVisible(is_plot and view.marked is not None)
        right = width - MARGIN
        for button in (self.pin, self.clear, self.marked):
            if not button.isHidden():
                button.adjustSize()
                button.move(right - button.width(), TOP)
                right -= button.width() + GAP

    def left(self, width: int) -> int:
        """Return where the first of them begins; `width` where there is none."""
        shown = [one for one in (self.pin, self.clear, self.marked) if not one.isHidden()]
        return min((one.x() for one in shown), default=width)
