"""Long tables, one line a step: the lines of one id become one row, in the order of another column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from padviewer.core.amounts import rows
from padviewer.core.data.dataset import LABEL_NAMES, WEIGHT_NAMES, Dataset, guess_roles, join
from padviewer.core.data.labels import label_ranks, label_texts, unlabelled
from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Int64, Ragged, concatenate
from padviewer.core.errors import ContentError
from padviewer.core.finding import MOST_ROWS, Finding
from padviewer.core.readers.base import ReadOptions
from padviewer.core.readers.limits import RAGGED_AXES, check_memory
from padviewer.core.sentence import say, say_count

LONG = "long"
MOST_LINES = 1_000_000  # of more no one looks whether they are a long table: it would take seconds
ID_NAMES = frozenset(
    (
        *("id", "uid", "sid", "user", "customer", "client", "session", "patient", "subject", "device"),
        *("sensor", "series", "sequence", "sentence", "document", "basket", "order", "episode", "trajectory"),
    )
)
ORDER_NAMES = frozenset(
    (
        *("t", "time", "timestamp", "datetime", "date", "step", "timestep", "time_step", "order", "position"),
        *("pos", "seq", "index", "day", "frame", "tick"),
    )
)
DATE = re.compile(r"\d{4}-\d\d-\d\d(?:([ T])\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")


def in_rows(pieces: Iterable[Dataset], options: ReadOptions, where: str = "") -> Iterator[Dataset]:
    """Yield the lines of a table as rows, where `ReadOptions.long` says so; else say where they could be.

    Raises
    ------
    ContentError
        No such column, or one that is not one single value a line.
    UnsafeError
        Lines that do not fit the memory.
    """
    if options.long is None:
        yield from _told(pieces)
        return
    held: list[Dataset] = []
    total = 0
    for piece in pieces:
        total += piece.nbytes
        check_memory(2 * total, where)
        held.append(piece)
    yield long_table(join(held), options.long)


def long_table(lines: Dataset, said: str) -> Dataset:
    """Return the lines of one id as one row each, ids as they first appear.

    Parameters
    ----------
    lines : Dataset
        One line a step.
    said : str
        The column of ids, and behind a comma the column that orders the lines of an id. Where that is not
        said, a column whose name and values leave no doubt orders them, else the file.

    Returns
    -------
    Dataset
        The ids, one a row; every other column as a sequence, but for a label or weight that is the same on
        all lines of each id.

    Raises
    ------
    ContentError
        No such column, or one that is not one single value a line.
    """
    import pandas as pd

    by, order = _columns_of(lines, said)
    gone = unlabelled(lines[by])
    kept = np.flatnonzero(~gone).astype(np.int64)
    ids = label_ranks(lines[by])[kept]
    if order is None:
        order = _certain_order(lines, by, ids) if len(kept) == len(lines) else None
    codes = np.asarray(pd.factorize(ids)[0], np.int64)
    keys = np.zeros(len(kept), np.int64) if order is None else label_ranks(lines[order])[kept]
    frame = pd.DataFrame({"row": codes, "key": keys})
    places = frame.sort_values(["row", "key"], kind="stable").index.to_numpy(np.int64)
    grouped = _Grouped(kept[places], codes[places], offsets_from_lengths(np.bincount(codes)))
    data, findings = _rows(lines, by, grouped)
    findings += _said_of_lines(lines, by, order, gone, codes, places, keys)
    row_of = np.full(len(lines), -1, np.int64)
    row_of[kept] = codes
    findings = [*(_of_rows(one, row_of) for one in lines.findings), *findings]
    places_of = {by, order, *(name for name in data if name.lower() in ORDER_NAMES)}
    values = {name: column for name, column in data.items() if name not in places_of}
    roles = guess_roles(values if any(one.ragged_axes for one in values.values()) else data)
    guessed = {**lines.guessed, LONG: by if order is None else f"{by},{order}"}
    return replace(
        lines, data=data, roles={by: "ignored", **roles}, guessed=guessed, findings=tuple(findings)
    )


@dataclass(frozen=True, eq=False)
class _Grouped:
    """The lines in their new order, the row of each [m], and where rows begin [rows + 1]."""

    lines: Int64
    rows: Int64
    offsets: Int64

    @property
    def firsts(self) -> Int64:
        """The first line of every row."""
        return self.lines[self.offsets[:-1]]


def _columns_of(lines: Dataset, said: str) -> tuple[str, str | None]:
    """Return the column of ids, and the one that orders lines; a name may hold a comma itself."""
    names = set(lines.columns)
    found: tuple[str, str | None] = (said, None)
    if said not in names:
        cuts = [at for at, letter in enumerate(said) if letter == ","]
        pairs = [(said[:at].strip(), said[at + 1 :].strip()) for at in cuts]
        found = next((pair for pair in pairs if set(pair) <= names), pairs[0] if pairs else found)
    for name in found:
        if name is None:
            continue
        if lines[name].ragged_axes or lines[name].inner_shape:
            raise ContentError(
                "long-not-single",
                say("“{name}” holds lists, and no single value a line.", name=name),
                remedy=say("Name a column of ids, and one that orders the lines of an id."),
            )
    if found[0] == found[1]:
        raise ContentError(
            "long-not-single",
            say("“{name}” cannot both name the rows and order their lines.", name=found[0]),
            remedy=say("Name a column of ids, and one that orders the lines of an id."),
        )
    return found


def _rows(lines: Dataset, by: str, grouped: _Grouped) -> tuple[dict[str, Ragged], list[Finding]]:
    data: dict[str, Ragged] = {by: lines[by].taken(grouped.firsts)}
    said: list[Finding] = []
    for name, column in lines.data.items():
        if name == by:
            continue
        if name.lower() in (*LABEL_NAMES, *WEIGHT_NAMES) and _is_one_a_row(column, grouped):
            data[name] = column.taken(grouped.firsts)
            continue
        steps = column.squared().taken(grouped.lines)
        if steps.ragged_axes >= RAGGED_AXES:
            message = say(
                "“{name}” is left out: its lines hold lists of lists, and a row of these has too many axes.",
                name=name,
            )
            said.append(Finding("warning", "column-left-out", message, 1, where=name))
        elif steps.row_offsets is None:
            data[name] = Ragged(
                steps.flat, grouped.offsets, missing=steps.missing, dictionary=steps.dictionary
            )
        else:
            data[name] = Ragged(steps, grouped.offsets)
    return data, said


def _is_one_a_row(column: Ragged, grouped: _Grouped) -> bool:
    """Whether a column has one value on all lines of each row, and some row has several lines."""
    if column.ragged_axes or column.inner_shape or len(grouped.lines) < len(grouped.offsets):
        return False
    ranks = label_ranks(column)
    return bool((ranks[grouped.lines] == ranks[grouped.firsts][grouped.rows]).all())


def _certain_order(lines: Dataset, by: str, ids: Int64) -> str | None:
    """Return the one column that is named as an order and has another value on every line of an id."""
    found = [name for name in lines.columns if name != by and _orders(lines[name], name, ids)]
    return found[0] if len(found) == 1 else None


def _orders(column: Ragged, name: str, ids: Int64) -> bool:
    if name.lower() not in ORDER_NAMES or column.ragged_axes or column.inner_shape:
        return False
    if column.kind not in ("integer", "float", "text") or unlabelled(column).any():
        return False
    if column.text and not _are_dates(column):
        return False
    ranks = label_ranks(column)
    place = np.lexsort((ranks, ids))
    same = (ids[place][1:] == ids[place][:-1]) & (ranks[place][1:] == ranks[place][:-1])
    return not bool(same.any())


def _are_dates(column: Ragged) -> bool:
    """Whether texts are dates of one notation without a zone, so that they rise as the dates do."""
    found = [DATE.fullmatch(text or "") for text in column.texts()]
    timed = {one.groups() for one in found if one is not None and one[1]}
    return None not in found and (not timed or (len(timed) == 1 and next(iter(timed))[1] is None))


def _said_of_lines(
    lines: Dataset,
    by: str,
    order: str | None,
    gone: NDArray[np.bool_],
    codes: Int64,
    places: Int64,
    keys: Int64,
) -> list[Finding]:
    """Return what a person should know of lines that were left out, moved, or have no place of their own."""
    said: list[Finding] = []
    if gone.any():
        message = say_count(
            "{count} line has no “{name}”, and is left out.",
            "{count} lines have no “{name}”, and are left out.",
            int(gone.sum()),
            name=by,
        )
        remedy = say("Give each line its id.")
        said.append(Finding("warning", "lines-without-id", message, int(gone.sum()), (), remedy))
    rows_of = codes[places]
    same_row = rows_of[1:] == rows_of[:-1]
    moved = np.unique(rows_of[1:][same_row & (np.diff(places) != 1)])
    if len(moved):
        message = say_count(
            "The lines of {count} “{name}” are not together, or in another order, in the file; they are "
            "put together.",
            "The lines of {count} “{name}” are not together, or in another order, in the file; they are "
            "put together.",
            len(moved),
            name=by,
        )
        said.append(Finding("info", "lines-moved", message, len(moved), _first(moved)))
    if order is None:
        return said
    unplaced = unlabelled(lines[order])[~gone]
    if unplaced.any():
        message = say_count(
            "{count} line has no “{order}”: it comes last in its row.",
            "{count} lines have no “{order}”: they come last in their rows, in the file's order.",
            int(unplaced.sum()),
            order=order,
        )
        remedy = say("Give each line its place.")
        rows = _first(np.unique(codes[unplaced]))
        said.append(
            Finding("warning", "lines-without-order", message, int(unplaced.sum()), rows, remedy, order)
        )
    sorted_keys, known = keys[places], ~unplaced[places]
    twice = np.flatnonzero(same_row & (sorted_keys[1:] == sorted_keys[:-1]) & known[1:] & known[:-1])
    if len(twice):
        message = say_count(
            "{count} line has the same “{order}” as another one of its row; both are steps, in the file's "
            "order.",
            "{count} lines have the same “{order}” as another one of their row; all are steps, in the file's "
            "order.",
            len(twice),
            order=order,
        )
        remedy = say("Look whether lines stand in the file twice.")
        rows = _first(np.unique(rows_of[twice]))
        said.append(Finding("warning", "repeated-order", message, len(twice), rows, remedy, order))
    if lines[order].kind in ("text", "category") and not (lines[order].text and _are_dates(lines[order])):
        message = say("“{order}” is text: the lines of a row are sorted by its letters.", order=order)
        remedy = say("Write it as numbers, or as dates such as 2024-12-31.")
        said.append(Finding("warning", "order-is-text", message, len(places), (), remedy, order))
    return said


def _of_rows(finding: Finding, row_of: Int64) -> Finding:
    """Return a finding about lines with the rows that these stand in."""
    rows = row_of[np.array(finding.rows, np.int64)]
    return replace(finding, rows=_first(np.unique(rows[rows >= 0])))


def _first(rows: Int64) -> tuple[int, ...]:
    return tuple(rows[:MOST_ROWS].tolist())


def _told(pieces: Iterable[Dataset]) -> Iterator[Dataset]:
    """Yield the pieces as they are, and behind them a finding where they surely are a long table."""
    watched: list[str] | None = None
    held: list[Dataset] = []
    last: Dataset | None = None
    lines = 0
    for piece in pieces:
        lines += len(piece)
        if watched is None:
            watched = _worth_a_look(piece)
        if lines > MOST_LINES:
            watched, held = [], []
        if watched:
            held.append(replace(piece, data={name: piece[name] for name in watched}, roles={}, findings=()))
        last = piece
        yield piece
    if last is None or not watched:
        return
    keys = {name: concatenate([piece[name] for piece in held]) for name in watched}
    found = _sure(keys)
    if found is not None:
        yield replace(last.rows(0, 0), findings=(found,))


def _worth_a_look(piece: Dataset) -> list[str]:
    """Return the columns by which lines may belong together; none where the rows are sequences already."""
    names = [name for name in piece.columns if not piece.made_of(name)]
    plain = all(not piece[name].ragged_axes and not piece[name].inner_shape for name in names)
    if not plain or len(names) < 3:
        return []
    ids = [name for name in names if _is_id(name)]
    orders = [name for name in names if name.lower() in ORDER_NAMES]
    return [*dict.fromkeys((*ids, *orders))] if ids and orders else []


def _is_id(name: str) -> bool:
    return name.lower() in ID_NAMES or name.lower().endswith(("_id", " id"))


def _sure(keys: dict[str, Ragged]) -> Finding | None:
    """Return the finding that lines of one id look like the steps of a row, where one pair alone does.

    Every line has an id and a place, no id has a place twice, each has two lines or more on average, and the
    places begin anew from id to id.
    """
    table = Dataset(keys, roles=dict.fromkeys(keys, "ignored"))
    found: list[tuple[str, str, int]] = []
    for by, column in keys.items():
        if not _is_id(by) or unlabelled(column).any():
            continue
        ids = label_ranks(column)
        count = int(ids.max(initial=-1)) + 1
        order = _certain_order(table, by, ids)
        if order is None or count < 2 or 2 * count > len(ids):
            continue
        if int(label_ranks(keys[order]).max(initial=-1)) + 1 < len(ids):
            found.append((by, order, count))
    if len(found) != 1:
        return None
    by, order, count = found[0]
    example = label_texts(keys[by], np.zeros(1, np.int64))[0]
    message = say(
        "The lines with the same “{by}”, such as {example}, look like the steps of one row, in the order of "
        "“{order}”: {rows}. Each line is read as a row.",
        by=by,
        example=example,
        order=order,
        rows=rows(count),
    )
    remedy = say("Read it as a long table: --long {said}.", said=f"{by},{order}")
    return Finding("info", "long-table", message, count, (), remedy)
