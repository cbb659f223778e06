"""Parts of a view as pictures, the latest used are kept: what scrolling moves is not painted again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QPaintDevice, QPainter, QPixmap

from padviewer.gui.style import theme as look

MOST_SCREENS = 3
_PIXEL_BYTES = 4
_NEAR = 1e-6
Made = TypeVar("Made")


class KeptPictures:
    """Pictures of parts on the canvas, dropped when the theme, the language of numbers or the screen changes.

    Parameters
    ----------
    most_bytes : int or None
        Pixels that are kept; None: three times those of what is painted on.
    """

    def __init__(self, most_bytes: int | None = None) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[Hashable, tuple[QPixmap, object]] = OrderedDict()
        self._manner: tuple[look.Theme, float, QLocale] | None = None

    def __len__(self) -> int:
        return len(self._kept)

    def clear(self) -> None:
        """Drop all."""
        self._kept.clear()
        self._bytes = 0

    @staticmethod
    def fits(painter: QPainter, rect: QRectF) -> bool:
        """Whether a part's edges stand on whole device pixels; a picture of another one would be blurred.

        So would one that is drawn larger or smaller, as in a picture of the whole view.
        """
        ratio = painter.device().devicePixelRatioF()
        if abs(painter.deviceTransform().m11() - ratio) > _NEAR:
            return False
        edges = (one * ratio for one in (rect.left(), rect.top(), rect.width(), rect.height()))
        return not rect.isEmpty() and all(abs(one - round(one)) < _NEAR for one in edges)

    def paint(
        self, painter: QPainter, rect: QRectF, key: Hashable, draw: Callable[[QPainter, QRectF], Made]
    ) -> Made:
        """Draw a part that `fits`, as it was kept or anew.

        Parameters
        ----------
        painter : QPainter
        rect : QRectF
            Where it stands, in logical pixels.
        key : hashable
            All that the part's pixels depend on, but for the theme, the ratio of the screen and the size.
        draw : callable (QPainter, QRectF) -> Made
            Draws it on a canvas of its own, in this rectangle, whose corner is 0, 0.

        Returns
        -------
        Made
            What `draw` returned when it was painted.
        """
        ratio = painter.device().devicePixelRatioF()
        manner = (look.current(), ratio, QLocale())
        if self._manner != manner:
            self.clear()
            self._manner = manner
        size = (round(rect.width() * ratio), round(rect.height() * ratio))
        whole = (size, key)
        if whole in self._kept:
            self._kept.move_to_end(whole)
        else:
            pixmap = QPixmap(*size)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(look.current().colour("canvas"))
            inner = QPainter(pixmap)
            made = draw(inner, QRectF(0, 0, rect.width(), rect.height()))
            inner.end()
            self._keep(whole, pixmap, made)
            self._drop(painter.device())
        pixmap, known = self._kept[whole]
        painter.drawPixmap(rect.topLeft(), pixmap)
        return cast("Made", known)

    def _keep(self, key: Hashable, pixmap: QPixmap, made: object) -> None:
        self._kept[key] = (pixmap, made)
        self._bytes += _bytes_of(pixmap)

    def _drop(self, device: QPaintDevice) -> None:
        """Drop the pictures that were not used for longest where there are too many."""
        most = self._most
        if most is None:
            screen = device.width() * device.height() * device.devicePixelRatioF() ** 2
            most = round(MOST_SCREENS * screen * _PIXEL_BYTES)
        while self._bytes > most and len(self._kept) > 1:
            _, (gone, _made) = self._kept.popitem(last=False)
            self._bytes -= _bytes_of(gone)


def _bytes_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * _PIXEL_BYTES
