"""What stands in the centre when a file was not opened: why, what to do, and the way back."""

from __future__ import annotations

import ast
import builtins
import re

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from padviewer.gui.session.state import Refusal
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import told, tr
from padviewer.gui.widgets.buttons import Button
from padviewer.gui.widgets.fold import Fold
from padviewer.gui.widgets.labels import ElidedLabel, NoteLine

_WIDTH = 640
_INDENT = 34


class _Code(QPlainTextEdit):
    """Code to read and copy, as high as its lines; a line that is too long scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", "1")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Code"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()

    def _dress(self) -> None:
        self.setFont(look.current().font("mono"))
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.StyleChange):
            self._dress()

    def sizeHint(self) -> QSize:
        lines = self.document().blockCount() * self.fontMetrics().lineSpacing()
        scrolls = self.document().idealWidth() > self.viewport().width()
        return QSize(400, lines + 24 + (10 if scrolls else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        rect = QRectF(self.viewport().rect())
        drawing.rounded(painter, rect, 6, "panel")
        if self.hasFocus():
            drawing.focus_ring(painter, rect, 6)
        painter.end()
        super().paintEvent(event)


def _words(style: str, token: str) -> NoteLine:
    """Return wrapped words, hidden while there are none, that can be selected with the mouse."""
    made = NoteLine(colour=token, style=style, edge=0)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class _Icon(QWidget):
    """The mark of refusal."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(look.current().px(20), look.current().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawing.icon(painter, 0, 0, "error", "err", look.current().px(20))
        painter.end()


class RefusalPage(QWidget):
    """Why a file was not opened, in the words of the one who refused it.

    Signals
    -------
    open_clicked ()
        Another file is to be opened.
    back_clicked ()
        Back to the data that are still open.
    """

    open_clicked = Signal()
    back_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Not opened"))
        self._title, self._what = _words("title", "t1"), _words("body", "t2")
        self._head, self._remedy = _words("strong", "t1"), _words("body", "t2")
        self._head.say(tr("What to do"))
        self._code = _Code()
        self._copy = Button(tr("Copy code"), "primary", "copy")
        self._open = Button(tr("Open another"))
        self._details = _words("mono", "t2")
        self._fold = Fold(tr("Details"), self._details)
        self._unchanged = ElidedLabel("", "small", "t2", middle=True)
        self._back = Button(tr("Back to it"), "link")
        self._compose()
        self._copy.clicked.connect(self._on_copy_clicked)
        self._open.clicked.connect(self.open_clicked)
        self._back.clicked.connect(self.back_clicked)

    def set_refusal(self, refusal: Refusal, still_open: str = "") -> None:
        """Show a refusal.

        Parameters
        ----------
        refusal : Refusal
        still_open : str
            The name of the file that was open before and still is; empty for none.
        """
        words, code = split_code(told(refusal.remedy))
        self._title.say(refusal.title)
        what = told(refusal.what)
        self._what.say(what)
        self._head.setVisible(bool(words))
        self._remedy.say(words)
        self._code.setPlainText(code)
        self._code.updateGeometry()
        self._code.setVisible(bool(code))
        self._copy.setVisible(bool(code))
        self._copy.setText(tr("Copy code"))
        lines = (
            tr("path   {path}", path=refusal.path) if refusal.path else "",
            tr("code   {code}", code=refusal.code) if refusal.code else "",
            refusal.details,
        )
        self._details.say("\n".join(line for line in lines if line))
        self._fold.set_open(False)
        self._fold.set_value(refusal.path)
        self._fold.setVisible(any(lines))
        kept = tr("Your recipe and the data opened before, {file}, are unchanged.", file=still_open)
        self._unchanged.set_text(kept)
        self._unchanged.setVisible(bool(still_open))
        self._back.setVisible(bool(still_open))
        self.setAccessibleDescription(f"{refusal.title}. {what} {words}".strip())

    def code(self) -> str:
        """Return the code that is shown; empty for none."""
        return self._code.toPlainText()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.code())
        self._copy.setText(tr("Copied"))

    def _compose(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(look.current().px(_INDENT) - look.current().px(20))
        top.addWidget(_Icon(), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 1)
        buttons, back = QHBoxLayout(), QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        back.setSpacing(4)
        back.addWidget(self._unchanged)
        back.addWidget(self._back)
        back.addStretch(1)
        body = QVBoxLayout()
        body.setContentsMargins(look.current().px(_INDENT), 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._what)
        body.addSpacing(16)
        body.addWidget(self._head)
        body.addSpacing(6)
        body.addWidget(self._remedy)
        body.addSpacing(8)
        body.addWidget(self._code)
        body.addSpacing(16)
        body.addLayout(buttons)
        body.addSpacing(20)
        body.addWidget(self._fold)
        body.addSpacing(12)
        body.addLayout(back)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addLayout(top)
        column.addLayout(body)
        column.addStretch(3)
        centred = QWidget()
        across = QHBoxLayout(centred)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(content, 1000)
        across.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(tr("Not opened"))
        scroll.setWidget(centred)
        centred.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("canvas"))
        painter.end()


_BLOCKS = (ast.Import, ast.ImportFrom)
_KNOWN = {"np", *dir(builtins)}
LONG_LINE = 72


def split_code(remedy: str) -> tuple[str, str]:
    r"""Return a remedy without the code at its end, and the code as lines that run as they are.

    Parameters
    ----------
    remedy : str
        Such as ``"Convert it: rows = np.load('a.npy'); np.save('b.npy', rows)"``.

    Returns
    -------
    str, str
        The words, and the code with the import of numpy that it needs; the code is empty where there is
        none that runs by itself.

    Examples
    --------
    >>> split_code("Save it: np.save('a.npy', [1])")
    ('Save it.', "import numpy as np\nnp.save('a.npy', [1])")
    """
    for found in re.finditer(r":\s", remedy):
        words, code = remedy[: found.start()], remedy[found.end() :].rstrip(". ")
        try:
            tree = ast.parse(code)
        except SyntaxError:
            continue
        if _runs(tree):
            lines = [_laid_out(code, statement) for statement in tree.body]
            imports = any(isinstance(node, _BLOCKS) for node in tree.body)
            head = ["import numpy as np"] if "np." in code and not imports else []
            return f"{words}.", "\n".join([*head, *lines])
    return remedy, ""


def _runs(tree: ast.Module) -> bool:
    """Whether it calls something and uses no name that it does not make."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    made = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    used = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    return used <= made | _KNOWN and any(isinstance(node, ast.Call) for node in ast.walk(tree))


def _laid_out(code: str, statement: ast.stmt) -> str:
    """Return a statement as it was written, a long call with each argument on its own line."""
    line = ast.get_source_segment(code, statement) or ast.unparse(statement)
    if len(line) <= LONG_LINE or not isinstance(statement, ast.Expr):
        return line
    call = statement.value
    if not isinstance(call, ast.Call):
        return line
    given: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
    given.sort(key=lambda one: (one.lineno, one.col_offset))
    parts = [ast.get_source_segment(code, one) for one in given]
    inner = "".join(f"    {part},\n" for part in parts)
    return f"{ast.get_source_segment(code, call.func)}(\n{inner})"
