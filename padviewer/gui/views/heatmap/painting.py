"""All of a heatmap but its minimap, painted in order: the same on the screen and in a saved picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from padviewer.core.picture.marks import RowMarks
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.axis import paint_step_axis, paint_still_real
from padviewer.gui.views.heatmap.labels import paint_groups, paint_marks, paint_rows
from padviewer.gui.views.heatmap.layout import MARGIN, Picture
from padviewer.gui.views.heatmap.outlines import paint_focus, paint_range, paint_selection
from padviewer.gui.views.heatmap.profiles import Profiles, paint_hair, paint_profiles

Place = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Scene:
    """What is painted over and beside the cells of a picture; places are (row of the view, step).

    Parameters
    ----------
    picture : Picture
    selected : (int, int)
        The row −1 for none, the step −1 for a whole row.
    corner : (int, int) or None
        The cell opposite to the selected one, where a range is selected.
    marks : RowMarks or None
    hair : (int, int) or None
        The cell under the cross-hair.
    profiles : Profiles or None
    focused : bool
    """

    picture: Picture
    selected: Place = (-1, -1)
    corner: Place | None = None
    marks: RowMarks | None = None
    hair: Place | None = None
    profiles: Profiles | None = None
    focused: bool = False


def paint_scene(painter: QPainter, scene: Scene, paint_cells: Callable[[QPainter, Picture], None]) -> None:
    """Paint a scene; `paint_cells` draws the cells themselves."""
    picture = scene.picture
    row, col = scene.selected
    paint_still_real(painter, picture)
    paint_step_axis(painter, picture)
    paint_cells(painter, picture)
    paint_groups(painter, picture)
    paint_rows(painter, picture, row)
    if scene.marks is not None:
        paint_marks(painter, picture, scene.marks)
    if row >= 0 and scene.corner is not None:
        paint_range(painter, picture, scene.selected, scene.corner)
    if row >= 0:
        paint_selection(painter, picture, row, col)
    if scene.profiles is not None:
        paint_profiles(painter, picture, scene.profiles)
    if scene.hair is not None:
        paint_hair(painter, picture, scene.hair)
    if scene.focused:
        paint_focus(painter, picture)
    cells, line = picture.cells, look.current().line("micro")
    note = QRectF(cells.left(), cells.bottom() + 4, picture.layout.width - MARGIN - cells.left(), line)
    drawing.text(painter, note, picture.sampled(), "micro", "t3")
