"""How the file was read: what the reader guessed, and choices that read it again another way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from padviewer.gui.session.rereading import GUESSED, WAY_WORDS
from padviewer.gui.style.words import mark, tr
from padviewer.gui.widgets.choice import Choice
from padviewer.gui.widgets.field import FormRow
from padviewer.gui.widgets.labels import ElidedLabel

_DELIMITERS = (
    (",", mark("comma")),
    ("\t", mark("tab")),
    (";", mark("semicolon")),
    ("|", mark("bar")),
    (" ", mark("space")),
)
_ENCODINGS = tuple(
    (name, name)
    for name in (
        *("utf-8", "cp1252", "latin-1", "iso8859-15", "cp1250", "cp1251", "cp1253", "cp1254", "cp437"),
        *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
    )
)
_HEADERS = (("yes", mark("yes")), ("no", mark("no")))
_TABLES = (
    ("table", mark("table")),
    ("list-in-cell", mark("list in a cell")),
    ("features", mark("rows of features")),
    ("ragged-lines", mark("ragged lines")),
    ("class-first", mark("class, then steps")),
    ("sentences", mark("tokens with tags")),
)
_LINES = (
    ("rows", mark("one row a line")),
    ("table", mark("table")),
)
_DOCUMENT = (
    ("rows", mark("array of rows")),
    ("table", mark("table")),
    ("columns", mark("columns")),
    ("keys", mark("one row a key")),
)
_TEXT = (
    ("lines", mark("lines of text")),
    ("ragged-lines", mark("ragged lines")),
    ("table", mark("table")),
    ("sentences", mark("tokens with tags")),
)
_LISTS = (("dense", mark("every row whole")), ("unpad", mark("padding left out")))
_TAILS = (
    ("dense", mark("every row whole")),
    ("nan-tail", mark("NaN tail left out")),
    ("fill-tail", mark("fill tail left out")),
    ("unpad", mark("padding left out")),
)
_NAMES = {
    "delimiter": mark("Delimiter"),
    "header": mark("Header"),
    "shape": mark("Shape"),
    "encoding": mark("Encoding"),
    "table": mark("Table"),
    "long": mark("Long table"),
}
_DELIMITED = (
    ("delimiter", _DELIMITERS),
    ("header", _HEADERS),
    ("shape", _TABLES + _LISTS),
    ("encoding", _ENCODINGS),
)
_SHEETS = (
    ("header", _HEADERS),
    ("shape", tuple(one for one in _TABLES if one[0] != "sentences") + _LISTS),
)
_ARRAYS = (("shape", _TAILS),)
_ROWS = (("shape", _LISTS),)
_COLUMN = "column "  # before a column's name among the keys of the choices
# Which options of `ReadOptions` a format uses; the others are read in one way only
OPTIONS: dict[str, tuple[tuple[str, tuple[tuple[str, str], ...]], ...]] = {
    "CSV": _DELIMITED,
    "TSV": _DELIMITED,
    "NPY": _ARRAYS,
    "NPZ": _ARRAYS,
    "JSON": (("shape", _DOCUMENT + _LISTS),),
    "JSON lines": (("shape", _LINES + _LISTS),),
    "Plain text": (("shape", _TEXT + _LISTS),),
    "Parquet": _ROWS,
    "Arrow file": _ROWS,
    "Arrow stream": _ROWS,
    "ORC": _ROWS,
    "Excel": _SHEETS,
    "Stata": _ROWS,
    "SPSS": _ROWS,
    "SAS": _ROWS,
}


class ReadAs(QWidget):
    """A row for every option that the format uses, and a line for everything else that was guessed.

    Signals
    -------
    chosen(str, object)
        An option of `ReadOptions` and its value; None to let the reader guess.
    """

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[str, Choice] = {}
        self._shown: tuple[str, dict[str, str], dict[str, str]] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 4)
        self._layout.setSpacing(0)

    def show_reading(
        self,
        name: str,
        guessed: Mapping[str, str],
        options: Mapping[str, Any],
        ways: tuple[str, ...] = (),
    ) -> bool:
        """Show how a file was read; returns whether there is anything to show.

        Parameters
        ----------
        name : str
            The format's name, as `Dataset.format` says it.
        guessed : mapping of str to str
            `Dataset.guessed`.
        options : mapping of str to object
            What the reader was told.
        ways : tuple of str
            How a column of the format can be read.
        """
        columns: Mapping[str, str] = options.get("columns") or {}
        others = {key: value for key, value in options.items() if key != "columns" and value is not None}
        told = {key: _said(value) for key, value in others.items()}
        told |= {_COLUMN + column: way for column, way in columns.items()}
        wanted = (name, dict(guessed), told)
        if wanted != self._shown:
            built = None if self._shown is None else (*self._shown[:2], _columns_in(self._shown[2]))
            if built != (*wanted[:2], _columns_in(told)):
                self._build(name, guessed, tuple(columns), ways)
            self._shown = wanted
        self.show_told()
        return self._layout.count() > 0

    def show_told(self) -> None:
        """Set every choice to what the reader was told, whatever a person chose since."""
        told = {} if self._shown is None else self._shown[2]
        for key, choice in self.choices.items():
            wanted = told.get(key, "")
            if choice.findData(wanted) < 0:  # told on the command line
                choice.addItem(wanted, wanted)
            choice.set_key(wanted)

    def summary(self) -> str:
        """Return the folded section's value: what was guessed, in a few words."""
        guessed, told = ({}, {}) if self._shown is None else self._shown[1:]
        words = [_word(key, value) for key, value in guessed.items() if key in ("delimiter", "shape")]
        return " · ".join([*words, *_columns_in(told)])

    def _build(
        self, name: str, guessed: Mapping[str, str], columns: tuple[str, ...], ways: tuple[str, ...]
    ) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = {}
        for key, items in (*OPTIONS.get(name, ()), *_tables(guessed)):
            found = _word(key, guessed[key]) if key in guessed and key != "long" else ""
            guess = tr("Guess: {found}", found=found) if found else tr("Guess")
            name = tr(_NAMES[key])
            choice = Choice(name, (("", guess), *((one, tr(words)) for one, words in items)))
            choice.activated.connect(lambda _index, key=key: self._on_activated(key))
            self.choices[key] = choice
            self._layout.addWidget(FormRow(name, [choice]))
        for column in columns:
            choice = Choice(
                tr("Read “{column}” as", column=column),
                [(way, tr(WAY_WORDS[way])) for way in (GUESSED, *ways)],
            )
            choice.activated.connect(lambda _index, column=column: self._on_way(column))
            self.choices[_COLUMN + column] = choice
            self._layout.addWidget(FormRow(column, [choice]))
        for key, value in guessed.items():
            if key not in self.choices and key != "other tables":
                self._layout.addWidget(
                    ElidedLabel(
                        f"{tr(_NAMES[key]) if key in _NAMES else key}: {_word(key, value)}", "small", "t3"
                    )
                )

    def _on_activated(self, key: str) -> None:
        value: str | bool | None = self.choices[key].key() or None
        if key == "header" and value is not None:
            value = value == "yes"
        self.chosen.emit(key, value)

    def _on_way(self, column: str) -> None:
        self.chosen.emit("columns", {column: self.choices[_COLUMN + column].key() or None})


def _columns_in(told: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns of which a person said how they are read."""
    return tuple(key.removeprefix(_COLUMN) for key in told if key.startswith(_COLUMN))


def _tables(guessed: Mapping[str, str]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the choice among the tables of the file, where it holds several, and that of a long table."""
    if guessed.get("long"):
        return (("long", ((guessed["long"], guessed["long"]),)), *_tables({**guessed, "long": ""}))
    if not guessed.get("other tables"):
        return ()
    names = [guessed["table"], *guessed["other tables"].split(", ")]
    return (("table", tuple((name, name) for name in names)),)


def _said(value: object) -> str:
    """Return an option's value as the key of its choice."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _word(key: str, value: str) -> str:
    """Return what was guessed in words: what has a name has it."""
    shapes = (*_LINES, *_DOCUMENT, *_TEXT, *_TABLES, *_TAILS, *_LISTS)
    known = {"delimiter": _DELIMITERS, "shape": shapes, "header": _HEADERS}
    words = dict(known.get(key, ()))
    return tr(words[value]) if value in words else value
