"""A heatmap at another size, with its title and legend, for a file: no window needs to show it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.colours import FrameColours
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.frames import Frame, compose, image_of
from padviewer.gui.views.heatmap.layout import MARGIN, Picture, arrange
from padviewer.gui.views.heatmap.legend import kinds_of, legend_width, paint_legend
from padviewer.gui.views.heatmap.overview import OUTSET, paint_minimap
from padviewer.gui.views.heatmap.painting import Scene, paint_scene
from padviewer.gui.views.heatmap.profiles import profiles_of

HEAD = 36


@dataclass(frozen=True, eq=False)
class Still:
    """A composed heatmap, ready to be painted in the window's thread.

    Parameters
    ----------
    scene : Scene
    frame : Frame
        Its cells and the overview of all rows.
    size : QSize
        Logical size, the title and the legend included.
    ramp : str
        Name of the ramp.
    """

    scene: Scene
    frame: Frame
    size: QSize
    ramp: str

    def image(self) -> QImage:
        """Return the picture, its size times the scale in device pixels."""
        ratio = self.scene.picture.layout.ratio
        image = QImage((QSizeF(self.size) * ratio).toSize(), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        with QPainter(image) as painter:
            self.paint(painter)
        return image

    def paint(self, painter: QPainter) -> None:
        """Paint the picture from the painter's origin on, such as into an SVG file."""
        picture, head = self.scene.picture, look.current().px(HEAD)
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), look.current().colour("canvas"))
        self._paint_head(painter, head)
        if not min(picture.layout.room):
            return
        painter.save()
        painter.translate(0, head)
        paint_scene(painter, self.scene, self._paint_cells)
        place = picture.layout.minimap(picture.shown).adjusted(-OUTSET, -OUTSET, OUTSET, OUTSET)
        overview = self.frame.overview
        if overview is not None and overview.size:
            paint_minimap(painter, place, image_of(overview), picture.row_span)
        painter.restore()

    def _paint_head(self, painter: QPainter, head: int) -> None:
        picture = self.scene.picture
        kinds = kinds_of(picture.source, picture.mode)
        room = QRectF(MARGIN, 0, self.size.width() - 2 * MARGIN, head)
        paint_legend(painter, room, kinds, self.ramp)
        left = room.adjusted(0, 0, -min(room.width(), legend_width(kinds) + MARGIN), 0)
        drawing.text(painter, left, picture.source.title, "strong", "t1")

    def _paint_cells(self, painter: QPainter, picture: Picture) -> None:
        image = image_of(self.frame.pixels)
        painter.drawImage(QRectF(picture.cells.topLeft(), QSizeF(image.size()) / picture.layout.ratio), image)


def still_picture(
    picture: Picture, size: QSize, scale: float, *, fitted: bool, all_rows: bool, profiles: bool
) -> Picture:
    """Bring a picture to another size and number of device pixels; cells keep their logical size.

    Parameters
    ----------
    picture : Picture
    size : QSize
        Logical size of the whole still.
    scale : float
        Device pixels per logical pixel.
    fitted, all_rows, profiles : bool
        As for `arrange`.
    """
    by = scale / picture.layout.ratio
    body = QSize(size.width(), max(0, size.height() - look.current().px(HEAD)))
    other = replace(picture, rows=_scaled(picture.rows, by), cols=_scaled(picture.cols, by))
    return arrange(other, body, scale, fitted=fitted, all_rows=all_rows, profiles=profiles)


def _scaled(axis: Axis, by: float) -> Axis:
    cell = max(1, round(axis.cell * by)) if axis.stride == 1 else 1
    return replace(axis, cell=cell, offset=round(axis.offset / axis.cell * cell))


def compose_still(scene: Scene, colours: FrameColours, size: QSize, ramp: str) -> Still:
    """Compose the cells, the overview and the profiles of a still; reads cells, so it is for a job."""
    picture = scene.picture
    overview = (picture.layout.minimap(picture.shown).size() * picture.layout.ratio).toSize()
    frame = compose(0, picture, colours, overview)
    profiles = None
    if scene.hair is not None and min(picture.shown):
        profiles = profiles_of(picture, scene.hair)
    return Still(replace(scene, profiles=profiles, focused=False), frame, size, ramp)
