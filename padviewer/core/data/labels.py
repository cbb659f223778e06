"""Labels: one value a row as text, in order, counted and compared."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64, Ragged, iter_pieces
from padviewer.core.errors import ContentError
from padviewer.core.sentence import say

PIECE = 1 << 16
TABLE = 1 << 22  # whole numbers within a range of this size are counted in a table, not sorted


def by_number(keys: Int64) -> Int64:
    """Return the stable order of whole numbers from 0 on: int64 [n].

    numpy sorts 16-bit numbers by counting, ten times as fast as wider ones.
    """
    top = int(keys.max(initial=0))
    place = np.argsort(keys.astype(np.uint16), kind="stable")
    shift = 16
    while top >> shift:
        place = place[np.argsort((keys >> shift).astype(np.uint16)[place], kind="stable")]
        shift += 16
    return place.astype(np.int64, copy=False)


def label_ranks(labels: Ragged) -> Int64:
    """Return the rank of every row's label, rising from 0, equal for equal labels: int64 [n].

    Texts and categories rise by code points, numbers by value. Rows without a label (missing, NaN or an empty
    text) come last.

    Raises
    ------
    ContentError
        Labels that are not one single value a row.
    """
    values, gone = _comparable(labels)
    if not gone.any():
        return _dense(values)
    ranks = np.empty(len(gone), np.int64)
    there = _dense(values[~gone])
    ranks[~gone] = there
    ranks[gone] = there.max(initial=-1) + 1
    return ranks


def label_texts(labels: Ragged, rows: Int64) -> list[str]:
    """Return the labels of some rows as text; "" where there is none.

    Whole numbers and floats are written as Python writes them, a float with no more digits than its dtype
    holds; booleans as ``True`` and ``False``.
    """
    _check(labels)
    rows = np.asarray(rows, np.int64)
    if labels.text:
        return [labels[row : row + 1].texts()[0] or "" for row in rows.tolist()]
    values = labels.flat[rows]
    names = labels.dictionary
    if names is not None:
        texts = [names[code] if code >= 0 else "" for code in values.tolist()]
    elif values.dtype.kind == "f":
        texts = ["" if value != value else str(value) for value in values + values.dtype.type(0)]
    else:
        texts = [str(value) for value in values.tolist()]
    if labels.missing is not None:
        for at in np.flatnonzero(labels.missing[rows]).tolist():
            texts[at] = ""
    return texts


def label_text(labels: Ragged, row: int) -> str:
    """Return the label of a row as text; "" where it has none."""
    return label_texts(labels, np.array([row], np.int64))[0]


def has_label(labels: Ragged, text: str) -> NDArray[np.bool_]:
    """Return which rows have the label `text`, as `label_texts` writes it: bool [n]."""
    _check(labels)
    if labels.text:
        found = [(word or "") == text for piece in iter_pieces(labels, PIECE) for word in piece.texts()]
        return np.array(found, bool)
    values = labels.flat
    if text == "":
        return _comparable(labels)[1]
    if labels.dictionary is not None:
        named = np.array([name == text for name in labels.dictionary] or [False])
        alike: NDArray[np.bool_] = named[np.maximum(values, 0)] & (values >= 0)
    else:
        alike = _equal(values, text)
    return alike if labels.missing is None else alike & ~labels.missing


def label_counts(labels: Ragged, most: int = 1000) -> tuple[tuple[str, int], ...]:
    """Return the labels as text with their number of rows, rising, those without one last.

    Parameters
    ----------
    labels : Ragged
        One value a row.
    most : int
        No more than so many; labels beyond are left out.
    """
    ranks = label_ranks(labels)
    rows = np.bincount(ranks)[:most]
    first = np.zeros(int(ranks.max(initial=-1)) + 1, np.int64)
    first[ranks] = np.arange(len(ranks))  # any row of each rank
    return tuple(zip(label_texts(labels, first[:most]), rows.tolist(), strict=True))


def unlabelled(labels: Ragged) -> NDArray[np.bool_]:
    """Return which rows have no label (missing, NaN or an empty text): bool [n].

    Raises
    ------
    ContentError
        Labels that are not one single value a row.
    """
    return _comparable(labels)[1]


def _check(labels: Ragged) -> None:
    if labels.ragged_axes or labels.inner_shape:
        raise ContentError(
            "label-not-single",
            say("Rows are sorted, grouped and filtered by a label of one single value a row."),
            remedy=say("Give the role label to a plain column."),
        )


def _comparable(labels: Ragged) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Return numbers in the order of the labels, and which rows have none: [n] and bool [n]."""
    _check(labels)
    if labels.text:
        codes, words = _text_codes(labels)
        return _places(words)[codes], np.array([word == "" for word in words] or [False])[codes]
    values = labels.flat
    gone = np.zeros(len(values), bool) if labels.missing is None else labels.missing.copy()
    if labels.dictionary is not None:
        names = labels.dictionary or ("",)
        gone |= (values < 0) | np.array([name == "" for name in names])[np.maximum(values, 0)]
        return _places(names)[np.maximum(values, 0)], gone
    if values.dtype.kind == "f":
        gone |= np.isnan(values)
    return values, gone


def _text_codes(labels: Ragged) -> tuple[Int64, list[str]]:
    """Return the number of each text, as they appear, and the texts; a missing one is an empty one."""
    index: dict[str, int] = {}
    codes = np.empty(len(labels), np.int64)
    done = 0
    for piece in iter_pieces(labels, PIECE):
        codes[done : done + len(piece)] = [index.setdefault(word or "", len(index)) for word in piece.texts()]
        done += len(piece)
    return codes, list(index)


def _places(words: list[str] | tuple[str, ...]) -> Int64:
    """Return the place of each word among the different ones in order: int64 [words], at least one."""
    place = {word: at for at, word in enumerate(sorted(set(words)))}
    return np.array([place[word] for word in words] or [0], np.int64)


def _dense(values: NDArray[Any]) -> Int64:
    """Return the rank of each value among the different ones: int64 [m]."""
    if values.dtype.kind == "b":
        values = values.view(np.uint8)
    if values.dtype.kind in "iu" and len(values):
        low, high = int(values.min()), int(values.max())
        if high - low < TABLE:
            wide = values if values.dtype == np.uint64 else values.astype(np.int64)
            at = (wide - wide.dtype.type(low)).astype(np.int64, copy=False)
            there = np.zeros(high - low + 1, bool)
            there[at] = True
            ranks: Int64 = (np.cumsum(there) - 1)[at]
            return ranks
    return np.unique(values, return_inverse=True)[1].reshape(-1).astype(np.int64, copy=False)


def _equal(values: NDArray[Any], text: str) -> NDArray[np.bool_]:
    """Return which numbers are written `text`."""
    nothing = np.zeros(len(values), bool)
    if values.dtype.kind == "b":
        return {"True": values, "False": ~values}.get(text, nothing)
    try:
        wanted = values.dtype.type(float(text)) if values.dtype.kind == "f" else values.dtype.type(int(text))
    except (ValueError, OverflowError):
        return nothing
    if str(wanted + wanted.dtype.type(0)) != text:
        return nothing
    alike: NDArray[np.bool_] = values == wanted
    return alike
