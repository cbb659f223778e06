"""Tables of features: several columns of numbers and a class, as one column of rows of features."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.dataset import LABEL_NAMES, WEIGHT_NAMES, Role, guess_roles
from padviewer.core.data.ragged import Kind, Ragged
from padviewer.core.readers.base import KindChanged

NAME = "features"
CLASS_NAMES = (*LABEL_NAMES, "species", "variety", "outcome", "diagnosis", "survived", "quality")
MOST_CLASSES = 100
PROBE = 5000


@dataclass(frozen=True)
class Features:
    """Which columns are features.

    Parameters
    ----------
    columns : tuple of str
        In the file's order; empty where the table is none of features.
    label : str
        The column of classes; empty where there is none.
    name : str
        Of the column that holds them all.
    dtype : str
        ``int64`` where all are whole numbers and none is missing, else ``float64``.
    """

    columns: tuple[str, ...] = ()
    label: str = ""
    name: str = NAME
    dtype: str = "float64"

    @classmethod
    def of(cls, data: Mapping[str, Ragged], asked: bool, kinds: Mapping[str, Kind]) -> Features:
        """Return the features of a table, by its first rows and what later ones asked for.

        Unasked, there are some where two columns or more hold numbers, one holds classes, and none anything
        else. A first column that counts the rows is no feature.
        """
        numbers = [
            name
            for name, column in data.items()
            if column.ragged_axes == 0 and column.kind in ("integer", "float", "boolean")
        ]
        others = [name for name in data if name not in numbers]
        label = _label(data, numbers, others)
        left = {label, *(name for name in numbers if name.lower() in WEIGHT_NAMES)}
        if numbers and numbers[0] == next(iter(data)) and _counts(data[numbers[0]]):
            left.add(numbers[0])
        columns = [name for name in numbers if name not in left]
        if not asked and (not label or len(columns) < 2 or set(others) - {label}):
            return cls()
        if not columns:
            return cls()
        whole = all(data[name].kind == "integer" and data[name].missing is None for name in columns)
        signed = all(data[name].flat.dtype.kind != "u" for name in columns)
        name = NAME
        while name in data:
            name += "_"
        whole = whole and signed and kinds.get(name) != "float"
        return cls(tuple(columns), label, name, "int64" if whole else "float64")

    @property
    def guessed(self) -> dict[str, str]:
        """What there is to say of the reading."""
        return {self.name: ", ".join(self.columns)} if self.columns else {}

    def with_them(self, data: dict[str, Ragged], start: int) -> dict[str, Ragged]:
        """Return the columns of a piece that starts at row `start`, and the features behind them.

        Raises
        ------
        KindChanged
            A column of whole numbers misses one, so that the features are floats.
        """
        if not self.columns:
            return data
        wide = np.dtype(self.dtype)
        out = np.empty((len(data[self.columns[0]]), len(self.columns)), wide)
        for at, name in enumerate(self.columns):
            column = data[name]
            values: NDArray[np.generic] = column.flat
            if column.missing is not None:
                if wide.kind == "i":
                    row = int(np.flatnonzero(column.missing)[0])
                    raise KindChanged(self.name, "float", start + row)
                values = np.where(column.missing, np.nan, values.astype(np.float64))
            out[:, at] = values
        return {**data, self.name: Ragged(out)}

    def roles(self, data: Mapping[str, Ragged]) -> dict[str, Role]:
        """Return every column's role; the features are the sequence."""
        guessed = guess_roles(data)
        if not self.columns:
            return guessed
        roles: dict[str, Role] = {
            name: "ignored" if role in ("sequence", "label") else role for name, role in guessed.items()
        }
        roles[self.name] = "sequence"
        if self.label:
            roles[self.label] = "label"
        return roles


def _label(data: Mapping[str, Ragged], numbers: list[str], others: list[str]) -> str:
    """Return the column of classes: the one of few words, else the one whose name says it."""
    words = [name for name in others if _are_classes(data[name])]
    coded = [name for name in numbers if _are_codes(data[name])]
    named = [name for name in (*words, *coded) if name.lower() in CLASS_NAMES]
    if named:
        return named[0]
    return words[0] if len(words) == 1 else ""


def _are_codes(column: Ragged) -> bool:
    """Whether a column of whole numbers or booleans holds few, each of them in several rows."""
    flat = column.flat[:PROBE]
    few = len(np.unique(flat)) <= min(MOST_CLASSES, len(flat) // 2)
    return column.kind in ("integer", "boolean") and few


def _are_classes(column: Ragged) -> bool:
    """Whether a column of texts holds few, each of them in several rows."""
    if not column.is_text:
        return False
    texts = [text for text in column[:PROBE].texts() if text]
    different = len(set(texts))
    return 1 <= different <= min(MOST_CLASSES, len(texts) // 2)


def _counts(column: Ragged) -> bool:
    """Whether the column counts the rows, one by one."""
    flat = column.flat[:PROBE]
    if column.kind != "integer" or column.missing is not None or len(flat) < 2:
        return False
    return bool(flat[0] in (0, 1)) and bool((np.diff(flat) == 1).all())
