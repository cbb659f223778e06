"""The bar at the top: open, recent, recipe, undo and redo; what is shown; theme and export."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.widgets.buttons import Button, IconButton

HEIGHT = 48
_GAP = 14
MENU = (
    ("palette",),
    ("preferences", "docs", "shortcuts", "help_here"),
    ("picture", "stop"),
    ("fold_left", "fold_right", "fold_lengths"),
    ("larger", "smaller", "usual_size"),
    ("close", "quit"),
)
"""What the menu at the right end holds, group by group."""


class Toolbar(QWidget):
    """Buttons made from the actions; the file and its tensor stand between them and give way to them.

    Parameters
    ----------
    actions : mapping of str to QAction
        By id.
    recent, samples, themes : QMenu
        What is filled by somebody else.
    recipe_menus : tuple of QMenu
        What stands in the menu of the recipe, filled by somebody else too.
    """

    def __init__(
        self,
        actions: Mapping[str, QAction],
        recent: QMenu,
        samples: QMenu,
        themes: QMenu,
        recipe_menus: tuple[QMenu, ...],
    ) -> None:
        super().__init__()
        self._file, self._shown = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.current().px(HEIGHT))
        recipe = QMenu(self)
        recipe.addActions([actions["open_recipe"], actions["save_recipe"]])
        for menu in recipe_menus:
            recipe.addMenu(menu)
        recipe.addActions([actions["history"]])
        opening = QMenu(self)
        opening.addActions([actions["open"], actions["open_here"], actions["open_model"]])
        opening.addMenu(samples)
        self._menus: tuple[QMenu, ...] = (recipe, opening)
        self._left = QWidget()
        left = _row(self._left)
        for words, icon, menu in (
            (tr("Open"), "open", opening),
            (tr("Recent"), "recent", recent),
            (tr("Recipe"), "recipe", recipe),
        ):
            button = Button(words, "ghost", icon)
            button.clicked.connect(
                lambda _checked=False, b=button, m=menu: m.popup(b.mapToGlobal(b.rect().bottomLeft()))
            )
            left.addWidget(button)
        self.undo_button = _icon_button(actions["undo"])
        left.addWidget(self.undo_button)
        left.addWidget(_icon_button(actions["redo"]))
        self._right = QWidget()
        right = _row(self._right)
        theme = IconButton("theme", tr("Theme: light, dark or as the system"))
        theme.clicked.connect(lambda: themes.popup(theme.mapToGlobal(theme.rect().bottomLeft())))
        right.addWidget(theme)
        export = Button(tr("Export"), "primary", "export")
        export.clicked.connect(actions["export"].trigger)
        export.setToolTip(actions["export"].toolTip())
        action = actions["export"]
        action.changed.connect(lambda: export.setEnabled(action.isEnabled()))
        export.setEnabled(action.isEnabled())
        right.addWidget(export)
        everything = QMenu(self)
        for ids in MENU:
            everything.addActions([actions[one] for one in ids])
            everything.addSeparator()
        self._menus = (*self._menus, everything)
        more = IconButton("more", tr("Menu: commands, preferences, help"))
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # what has the focus is what the help explains
        more.clicked.connect(lambda: everything.popup(_below(more, everything)))
        right.addWidget(more)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.addWidget(self._left)
        layout.addStretch(1)
        layout.addWidget(self._right)
        self.setAccessibleName(tr("Toolbar"))

    def set_shown(self, file: str, shown: str) -> None:
        """Say which file is open, and which column becomes which tensor."""
        self._file, self._shown = file, shown
        self.setAccessibleDescription(f"{file}, {shown}" if shown else file)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = look.current()
        painter.fillRect(self.rect(), theme.colour("panel"))
        drawing.hairline(painter, 0, self.height() - 1, self.width(), "line")
        low = self._left.geometry().right() + 16
        high = self._right.geometry().left() - 16
        self._paint_title(painter, low, high)
        painter.end()

    def _paint_title(self, painter: QPainter, low: int, high: int) -> None:
        """Write the title in the middle of the window, or in what is left beside the buttons."""
        room = high - low
        if not self._file or room < 80:
            return
        shown_width = drawing.text_width(self._shown, "body") if self._shown else 0.0
        name_width = drawing.text_width(self._file, "strong")
        gap = _GAP if self._shown else 0
        if name_width + gap + shown_width > room:
            shown_width = shown_width if name_width + gap + shown_width < room * 1.4 else 0.0
            gap = gap if shown_width else 0
            name_width = min(name_width, room - gap - shown_width)
        total = name_width + gap + shown_width
        left = min(max((self.width() - total) / 2, low), high - total)
        side = Qt.AlignmentFlag.AlignLeft
        where = QRectF(left, 0, name_width + 1, self.height())
        drawing.text(painter, where, self._file, "strong", "t1", side, Qt.TextElideMode.ElideMiddle)
        if shown_width:
            at = QRectF(left + name_width + gap, 0, shown_width + 2, self.height())
            drawing.text(painter, at, self._shown, "body", "t2", side)


def _below(button: QWidget, menu: QMenu) -> QPoint:
    """Return where a menu hangs at the right edge of a button."""
    corner = button.mapToGlobal(button.rect().bottomRight())
    return QPoint(corner.x() - menu.sizeHint().width(), corner.y())


def _row(widget: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    return layout


def _icon_button(action: QAction) -> IconButton:
    button = IconButton(action.objectName(), action.text())
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())

    action.changed.connect(follow)
    follow()
    return button
