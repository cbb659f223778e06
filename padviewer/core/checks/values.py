"""Findings that need the values: casts, collisions with the fill, NaN, infinity, missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from padviewer.core.choices.encode import Vocabulary
from padviewer.core.data.cast import cast
from padviewer.core.data.ragged import Int64
from padviewer.core.errors import Stopped
from padviewer.core.finding import MOST_ROWS, Finding, Level, first_rows
from padviewer.core.padding.tensor_plan import Kept, TensorPlan
from padviewer.core.sentence import Sentence, say, say_count

PIECE_VALUES = 1 << 18  # a dozen arrays of 8 bytes a value stay far below 64 MB

ShouldStop = Callable[[], bool]


@dataclass
class _Tally:
    """How many values, and in which rows: the first `MOST_ROWS`, for rows that come ascending."""

    count: int = 0
    rows: tuple[int, ...] = ()

    def add(self, hit: NDArray[np.bool_], rows: Int64) -> None:
        count = int(np.count_nonzero(hit))
        if count:
            self.count += count
            if len(self.rows) < MOST_ROWS:
                self.rows = first_rows(np.append(np.array(self.rows, np.int64), rows[hit]))


@dataclass
class _Tallies:
    """What a pass over the kept values counts."""

    missing: _Tally = field(default_factory=_Tally)
    nan: _Tally = field(default_factory=_Tally)
    inf: _Tally = field(default_factory=_Tally)
    lost: _Tally = field(default_factory=_Tally)
    rounded: _Tally = field(default_factory=_Tally)
    collision: _Tally = field(default_factory=_Tally)

    def add(self, own: TensorPlan, kept: Kept) -> None:
        values, rows = kept.values, kept.rows
        features = int(np.prod(values.shape[1:]))
        if values.ndim > 1:
            rows = np.repeat(rows, int(np.prod(values.shape[1:])))
        gone = None
        if kept.missing is not None:
            gone = np.repeat(kept.missing, int(np.prod(values.shape[1:])))
        values = values.reshape(-1)
        fill = own.dtype.type(own.choice.value)
        fill_is_nan = own.dtype.kind == "f" and bool(np.isnan(fill))
        if gone is not None:
            (self.nan if own.dtype.kind == "f" else self.missing).add(gone, rows)
            becomes_0 = own.dtype.kind != "f" and own.choice.lossy == "allow"
            if fill_is_nan or (becomes_0 and fill == 0):
                self.collision.add(np.asarray(kept.missing), kept.rows)
            values, rows = values[~gone], rows[~gone]
        if values.dtype.kind == "f":
            self.nan.add(np.isnan(values), rows)
            self.inf.add(np.isinf(values), rows)
        done = cast(values, own.dtype)
        if done.where is not None:
            self.lost.add(done.where, rows)
        if done.rounded:
            self.rounded.add((done.array != values) & np.isfinite(values) & ~np.asarray(done.where), rows)
        same = np.isnan(done.array) if fill_is_nan else done.array == fill
        if features > 1:  # a step is masked where all its features are the fill, and counts once
            same, rows = same.reshape(-1, features).all(axis=1), rows[::features]
        self.collision.add(same, rows)


def check_values(own: TensorPlan, should_stop: ShouldStop | None = None) -> tuple[Finding, ...]:
    """Return what only the kept values tell: casts, collisions with the fill, NaN, infinity, missing.

    One pass over the kept values in pieces of about 262,144 values.

    Parameters
    ----------
    own : TensorPlan
    should_stop : callable or None
        Asked before every piece; True raises `Stopped`.
    """
    tallies = _Tallies()
    for kept in own.kept_pieces(PIECE_VALUES):
        if should_stop is not None and should_stop():
            raise Stopped
        tallies.add(own, kept)
    return tuple(_findings(own, tallies))


def check_values_of(own: TensorPlan, rows: Int64) -> tuple[Finding, ...]:
    """Return the same about some ascending tensor rows alone."""
    tallies = _Tallies()
    tallies.add(own, own.kept(rows))
    return tuple(_findings(own, tallies))


def _findings(own: TensorPlan, tallies: _Tallies) -> Iterator[Finding]:
    yield from _casts(own, tallies)
    yield from fill_collides(own, tallies.collision.count, tallies.collision.rows)
    if own.dtype.kind == "f":
        yield from _not_finite(own, tallies)


def fill_collides(own: TensorPlan, count: int, rows: tuple[int, ...] = ()) -> Iterator[Finding]:
    """Yield the finding that `count` real steps are the fill in every feature, where the fill shows."""
    if count and _fill_shows(own):
        remedy = say("Choose another fill value, or use the mask.")
        yield Finding("warning", "fill-collides", _collision_said(own, count), count, rows, remedy, own.name)


def _collision_said(own: TensorPlan, count: int) -> Sentence:
    fill = str(own.choice.value)
    if int(np.prod(own.column.inner_shape)) > 1:
        return say_count(
            "{count} real step of “{name}” equals the fill value {fill} in every feature. "
            "A model that masks this value drops it.",
            "{count} real steps of “{name}” equal the fill value {fill} in every feature. "
            "A model that masks this value drops them.",
            count,
            name=own.name,
            fill=fill,
        )
    return say_count(
        "{count} real value of “{name}” equals the fill value {fill}. "
        "A model that masks this value drops it.",
        "{count} real values of “{name}” equal the fill value {fill}. "
        "A model that masks this value drops them.",
        count,
        name=own.name,
        fill=fill,
    )


def _not_finite(own: TensorPlan, tallies: _Tallies) -> Iterator[Finding]:
    nan, inf = tallies.nan, tallies.inf
    if nan.count:
        said = say_count(
            "{count} value of “{name}” is NaN. One is enough to make a loss NaN.",
            "{count} values of “{name}” are NaN. One is enough to make a loss NaN.",
            nan.count,
            name=own.name,
        )
        remedy = say("Fill missing values with a constant.")
        yield Finding("warning", "nan", said, nan.count, nan.rows, remedy, own.name)
    if inf.count:
        said = say_count(
            "{count} value of “{name}” is infinite. One is enough to make a loss NaN.",
            "{count} values of “{name}” are infinite. One is enough to make a loss NaN.",
            inf.count,
            name=own.name,
        )
        remedy = say("Fill infinite values with a constant.")
        yield Finding("warning", "inf", said, inf.count, inf.rows, remedy, own.name)


def _casts(own: TensorPlan, tallies: _Tallies) -> Iterator[Finding]:
    name, source, dtype = own.name, str(own.column.dtype), str(own.dtype)
    lost, missing, rounded = tallies.lost, tallies.missing, tallies.rounded
    refused = own.choice.lossy == "refuse"
    level: Level = "error" if refused else "warning"
    if lost.count:
        yield Finding(
            level,
            "lossy-cast",
            _lost_said(own, lost.count, refused=refused),
            lost.count,
            lost.rows,
            say("Choose a dtype that holds them, or allow losses.")
            if refused
            else say("Choose a dtype that holds them."),
            name,
        )
    if missing.count:
        yield Finding(
            level,
            "missing-values",
            _missing_said(own, missing.count, refused=refused),
            missing.count,
            missing.rows,
            say("Fill missing words with a word of their own, such as [missing].")
            if any(isinstance(one, Vocabulary) for one in own.choice.transforms)
            else say("Fill missing values with a constant, or choose a float dtype."),
            name,
        )
    if rounded.count:
        yield Finding(
            "info",
            "rounded",
            say_count(
                "{count} value of “{name}” ({source}) is rounded to {dtype}.",
                "{count} values of “{name}” ({source}) are rounded to {dtype}.",
                rounded.count,
                name=name,
                source=source,
                dtype=dtype,
            ),
            rounded.count,
            rounded.rows,
            say("Choose {source} to keep them exact.", source=source),
            name,
        )


def _lost_said(own: TensorPlan, count: int, *, refused: bool) -> Sentence:
    name, source, dtype = own.name, str(own.column.dtype), str(own.dtype)
    if refused:
        return say_count(
            "{count} value of “{name}” ({source}) does not fit {dtype}. The export is refused.",
            "{count} values of “{name}” ({source}) do not fit {dtype}. The export is refused.",
            count,
            name=name,
            source=source,
            dtype=dtype,
        )
    return say_count(
        "{count} value of “{name}” ({source}) is changed to fit {dtype}. {becomes}",
        "{count} values of “{name}” ({source}) are changed to fit {dtype}. {becomes}",
        count,
        name=name,
        source=source,
        dtype=dtype,
        becomes=_becomes(own),
    )


def _missing_said(own: TensorPlan, count: int, *, refused: bool) -> Sentence:
    if refused:
        return say_count(
            "{count} value of “{name}” is missing, and {dtype} has no missing value. The export is refused.",
            "{count} values of “{name}” are missing, and {dtype} has no missing value. "
            "The export is refused.",
            count,
            name=own.name,
            dtype=str(own.dtype),
        )
    return say_count(
        "{count} value of “{name}” is missing, and {dtype} has no missing value. There it becomes 0.",
        "{count} values of “{name}” are missing, and {dtype} has no missing value. There they become 0.",
        count,
        name=own.name,
        dtype=str(own.dtype),
    )


def _becomes(own: TensorPlan) -> Sentence:
    """Say what `cast` makes of a value that is lost."""
    if own.dtype.kind == "b":
        return say("Whatever is not 0 becomes true.")
    if own.column.flat.dtype.kind == "f" and own.dtype.kind in "iu":
        return say("Fractions are cut, NaN becomes 0, and what is out of range becomes the end of the range.")
    if own.column.flat.dtype.kind in "iu" and own.dtype.kind == "f":
        return say("Each becomes the nearest value.")
    return say("What is out of range becomes the end of the range.")


def _fill_shows(own: TensorPlan) -> bool:
    """Whether the fill value stands anywhere: in constant padding, or in a row that has nothing to repeat."""
    for rows in own.row_pieces():
        for (slots, _), axis in zip(own.axis_slots(rows), own.axes, strict=True):
            if bool((slots.kept < (slots.width if axis.mode == "constant" else 1)).any()):
                return True
    return False
