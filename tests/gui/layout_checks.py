"""What is wrong with what a window shows: words cut off, things hidden or covered, faint, too small."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.widgets.buttons import Segmented
from padviewer.gui.widgets.popup import Popup, SideSheet

TARGET = 24
READABLE = 4.5


@dataclass
class Written:
    """One text that a widget painted itself, in the widget's logical pixels."""

    widget: QWidget
    rect: QRectF
    words: str
    style: str
    token: str
    align: Qt.AlignmentFlag
    clip: QRectF

    def __post_init__(self):
        self.width = drawing.text_width(self.words, self.style)
        self.cap = QFontMetricsF(look.current().font(self.style)).capHeight()
        self.ink = self._ink()

    def _ink(self):
        """Return where the letters stand."""
        width = min(self.width, self.rect.width())
        left = self.rect.left()
        if self.align & Qt.AlignmentFlag.AlignRight:
            left = self.rect.right() - width
        elif self.align & Qt.AlignmentFlag.AlignHCenter:
            left = self.rect.center().x() - width / 2
        return QRectF(left, self.rect.center().y() - self.cap / 2, width, self.cap)

    @property
    def is_whole(self):
        """Whether nothing of it lies outside what was painted."""
        return self.clip.adjusted(-1, -1, 1, 1).contains(self.ink)


@dataclass
class Writings:
    """What was painted since it was cleared last."""

    all: list = field(default_factory=list)

    def of(self, painter, rect, words, style, token, align=Qt.AlignmentFlag.AlignLeft):
        device = painter.device()
        if isinstance(device, QWidget) and words:
            transform, clip = painter.combinedTransform(), QRectF(device.rect())
            if painter.hasClipping():
                clip &= transform.mapRect(painter.clipBoundingRect())
            rect = transform.mapRect(QRectF(rect))
            self.all.append(Written(device, rect, words, style, token, align, clip))


def described(widget):
    name = widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{name}”"


def seen(widget):
    """Tell whether some of a widget is on the screen."""
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def widgets(window, kind=QWidget):
    return [one for one in window.findChildren(kind) if one.isVisible()]


def scrolls(widget, direction):
    """Tell whether a widget that paints its own content scrolls in a direction."""
    area = scroll_area_of(widget)
    return any(
        bar.orientation() == direction and bar.maximum() > bar.minimum()
        for one in (widget, *([area] if area else []))
        for bar in one.findChildren(QScrollBar)
    )


def is_scrolled_to(one):
    """Tell whether a text ends where the picture ends that it is part of, and the picture scrolls on."""
    at_edge = one.rect.right() >= one.clip.right() - 1 or one.rect.left() <= one.clip.left() + 1
    return at_edge and scrolls(one.widget, Qt.Orientation.Horizontal)


def says_the_rest(widget, place, words):
    """Tell whether the tooltip at a place holds a text in full."""
    if words in widget.toolTip():
        return True
    where = QPointF(place)
    move = QMouseEvent(
        QEvent.Type.MouseMove, where, QPointF(widget.mapToGlobal(where)), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, move)
    said = widget.toolTip()
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
    return words in said


def cut_words(window):
    """Texts of Qt's own widgets that are wider or higher than their place."""
    found = []
    for widget in (*widgets(window, QLabel), *widgets(window, QAbstractButton)):
        words = widget.text().replace("&", "")
        if not words:
            continue
        room, metrics = widget.contentsRect(), widget.fontMetrics()
        if isinstance(widget, QLabel) and widget.wordWrap():
            flag = int(Qt.TextFlag.TextWordWrap)
            lines = metrics.boundingRect(0, 0, room.width(), 100_000, flag, words)
            longest = max(metrics.horizontalAdvance(word) for word in words.split())
            fits = lines.height() <= room.height() + 1 and longest <= room.width()
        else:
            is_plain = isinstance(widget, QLabel) or widget.icon().isNull()
            icon = 0 if is_plain else widget.iconSize().width()
            fits = metrics.horizontalAdvance(words) + icon <= room.width()
            fits &= metrics.height() <= widget.height() + 1
        if not fits:
            found.append(f"{described(widget)}: “{words}” in {room.width()} × {room.height()}")
    for widget in widgets(window, QLineEdit):
        room = widget.width() - 16
        words = widget.placeholderText()
        is_shown = words and not widget.text() and words not in widget.toolTip()
        if is_shown and widget.fontMetrics().horizontalAdvance(words) > room:
            found.append(f"{described(widget)}: placeholder “{words}” in {room}")
        if widget.fontMetrics().height() > widget.height():
            found.append(f"{described(widget)}: text is higher than the field")
    for bar in widgets(window, QTabBar):
        shown = [k for k in range(bar.count()) if bar.isTabVisible(k)]
        found += [
            f"{described(bar)}: tab “{bar.tabText(k)}”"
            for k in shown
            if bar.fontMetrics().horizontalAdvance(bar.tabText(k)) > bar.tabRect(k).width()
            or not bar.rect().contains(bar.tabRect(k))
        ]
    return found


def cut_writing(writings):
    """Texts that widgets painted themselves: cut without a tooltip, outside, too high, over each other."""
    found = []
    by_widget = {}
    for one in writings:
        by_widget.setdefault(id(one.widget), []).append(one)
        widget, ink = one.widget, one.ink
        if not seen(widget):
            continue
        is_short = one.width > one.rect.width() + 0.5
        if is_short and not is_scrolled_to(one) and not says_the_rest(widget, ink.center(), one.words):
            found.append(f"{described(widget)}: “{one.words}” cut, and no tooltip has it")
        if one.cap > one.rect.height() + 0.5:
            found.append(f"{described(widget)}: “{one.words}” is higher than its line")
        if not one.clip.intersects(ink) or one.is_whole:
            continue
        for low, high, least, most, direction in (
            (ink.left(), ink.right(), one.clip.left(), one.clip.right(), Qt.Orientation.Horizontal),
            (ink.top(), ink.bottom(), one.clip.top(), one.clip.bottom(), Qt.Orientation.Vertical),
        ):
            if (low < least - 1 or high > most + 1) and not scrolls(widget, direction):
                found.append(f"{described(widget)}: “{one.words}” leaves {one.clip} at {ink}")
    for group in by_widget.values():
        if not seen(group[0].widget):
            continue
        for a, b in itertools.combinations(group, 2):
            common = (a.ink & a.clip) & (b.ink & b.clip)
            if common.width() > 1 and common.height() > 1:
                found.append(f"{described(a.widget)}: “{a.words}” over “{b.words}”")
    return found


# -- what stands where -------------------------------------------------------------------------------
def scroll_area_of(widget):
    """Return the scroll area whose viewport a widget is; None for another widget."""
    parent = widget.parentWidget()
    is_port = isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
    return parent if is_port else None


def misplaced(window):
    """Visible widgets that stand outside their parent where nothing scrolls, or on a sibling."""
    found = []
    for widget in widgets(window):
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or widget.width() == 0 or widget.height() == 0:
            continue
        area, place = scroll_area_of(parent), widget.geometry()
        if area is not None:
            if isinstance(area, QScrollArea):
                never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
                wide = widget.width() > parent.width() + 1 and area.horizontalScrollBarPolicy() == never
                high = widget.height() > parent.height() + 1 and area.verticalScrollBarPolicy() == never
                if wide or high:
                    found.append(f"{described(widget)} cannot be scrolled to: {place} in {parent.rect()}")
        elif not parent.rect().adjusted(-1, -1, 1, 1).contains(place):
            found.append(f"{described(widget)} leaves {described(parent)}: {place} in {parent.rect()}")
    for parent in (window, *widgets(window)):
        children = [
            one
            for one in parent.children()
            if isinstance(one, QWidget) and one.isVisible() and not one.isWindow()
            and not isinstance(one, (Popup, SideSheet, QScrollBar, QSplitterHandle))
            and one.objectName() not in ("qt_scrollarea_vcontainer", "qt_scrollarea_hcontainer")
        ]  # fmt: skip
        if isinstance(parent, QStackedWidget):
            continue
        for a, b in itertools.combinations(children, 2):
            common = a.geometry().intersected(b.geometry())
            if common.width() > 1 and common.height() > 1:
                found.append(f"{described(a)} and {described(b)} overlap by {common.size()}")
    return found


def small_targets(window):
    """Controls that are too small to be hit."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, Segmented)
    found = [
        f"{described(widget)} is {widget.width()} × {widget.height()}"
        for kind in kinds
        for widget in widgets(window, kind)
        if min(widget.width(), widget.height()) < TARGET
    ]
    for bar in widgets(window, QTabBar):
        found += [
            f"{described(bar)}: tab {k} is {bar.tabRect(k).size()}"
            for k in range(bar.count())
            if min(bar.tabRect(k).width(), bar.tabRect(k).height()) < TARGET
        ]
    return found


# -- what is read ------------------------------------------------------------------------------------
def luminance(rgb):
    """Return the relative luminance of WCAG 2."""
    share = np.asarray(rgb, float) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(one, other):
    """Return the contrast of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pixels_of(image):
    """Return a picture as uint32 [height, width], 0xRRGGBB."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return flat[:, : image.width()] & 0xFFFFFF


def surface(pixels, rect):
    """Return the colour that fills most of a rectangle of a picture; None where it is outside."""
    left, top = max(0, int(rect.left())), max(0, int(rect.top()))
    right, bottom = int(np.ceil(rect.right())), int(np.ceil(rect.bottom()))
    part = pixels[top:bottom, left:right].ravel()
    if not len(part):
        return None
    colours, counts = np.unique(part, return_counts=True)
    return tuple(int(colours[counts.argmax()]).to_bytes(3))


def faint_writing(window, picture, writings):
    """Texts whose colour is too near to the colour that they stand on; what is disabled may be faint."""
    pixels, found = pixels_of(picture), []
    ratio = picture.devicePixelRatio()
    texts = [
        (one.widget, one.ink, one.words, look.current().colour(one.token))
        for one in writings
        if one.is_whole  # what is scrolled half out of sight is read once it is scrolled in
    ]
    texts += [
        (one, QRectF(one.contentsRect()), one.text(), one.palette().color(one.foregroundRole()))
        for one in widgets(window, QLabel)
        if one.text()
    ]
    disabled = look.current().colour("dis")
    for widget, ink, words, colour in texts:
        if not seen(widget) or not widget.isEnabled() or colour == disabled:
            continue
        place = QRectF(widget.mapTo(window, ink.topLeft()), ink.size()).adjusted(-2, -2, 2, 2)
        visible = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()) & window.rect()
        place &= QRectF(visible)
        corners = (place.topLeft(), place.center(), place.bottomRight())
        if any((window.childAt(one.toPoint()) or window) is not widget for one in corners):
            continue  # a sheet, a popup or a scroll bar stands above it
        behind = surface(pixels, QRectF(place.topLeft() * ratio, place.size() * ratio))
        if behind is None or place.isEmpty():
            continue
        found_contrast = contrast((colour.red(), colour.green(), colour.blue()), behind)
        if found_contrast < READABLE:
            found.append(f"{described(widget)}: “{words}” {found_contrast:.2f} : 1 on {behind}")
    return found


def faults_of(window, writings):
    """Return all that is wrong with what is on the screen."""
    writings.all.clear()
    picture = window.grab().toImage()
    noted = [one for one in writings.all if one.widget.window() is window]
    return [
        *cut_words(window), *cut_writing(noted), *misplaced(window), *small_targets(window),
        *faint_writing(window, picture, noted),
    ]  # fmt: skip
