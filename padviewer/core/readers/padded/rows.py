"""Rows that come padded: taken apart again where a companion proves it or a person asks, else said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from padviewer.core.data.dataset import Dataset
from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Ragged
from padviewer.core.finding import COUNT, MOST_ROWS, Finding
from padviewer.core.readers.base import WHOLE, KindChanged, ReadOptions
from padviewer.core.readers.own.rows import as_made, holds_masks, is_as_made
from padviewer.core.readers.padded.companions import OWN_LENGTHS, OWN_MASKS, block_of, companions_of, judged
from padviewer.core.readers.padded.detective import Padding, detect, steps_of
from padviewer.core.readers.padded.detective import runs as runs_of
from padviewer.core.sentence import say, say_count

UNPAD = "unpad"
BY = "padded, by "  # in `Dataset.guessed`, before the companion that said so
How = Callable[[Dataset, Any], "Padding | None"]


def without_padding(pieces: Iterable[Dataset], options: ReadOptions) -> Iterator[Dataset]:
    """Yield the pieces with padded columns ragged again.

    A mask or lengths beside a column (NAME_mask, NAME_lengths, attention_mask, lengths …) that its cells bear
    out decide. Without one a column that looks padded stays as it is, with a finding; with the shape
    ``"unpad"`` its padding is taken off. With the shape ``"dense"`` every column stays as it is. In
    an export of ours the masks alone decide: see `readers.own`.

    Raises
    ------
    KindChanged
        A later row contradicts what a companion said so far: the column is read whole then.
    """
    undo: _Undo | None = None
    start = 0
    for piece in pieces:
        if options.shape == "dense":
            yield piece
            continue
        if holds_masks(piece):
            yield as_made(piece)
            continue
        if is_as_made(piece):
            yield piece
            continue
        undo = undo or _Undo(piece, options)
        yield undo.piece(piece, start)
        start += len(piece)


@dataclass(frozen=True, eq=False)
class Examined:
    """What is known of a column's padding.

    Parameters
    ----------
    name : str
    verdict : str
        ``"padded"`` (a companion agrees), ``"looks-padded"``, ``"contradicted"`` or ``"whole"``.
    steps : int
        Steps of all rows.
    padding : Padding or None
    companion : str
    """

    name: str
    verdict: str
    steps: int
    padding: Padding | None = None
    companion: str = ""


def examine(dataset: Dataset) -> Iterator[Examined]:
    """Yield what is found out about every column whose rows have one length."""
    for name, column in dataset.data.items():
        block = block_of(column)
        if block is None or block.dtype.kind not in "biuf":
            continue
        cells = block.shape[0] * block.shape[1]
        judgements = [judged(other, said, block) for other, said in companions_of(name, dataset.data, block)]
        padding = detect(block)
        agreed = next((one for one in judgements if one is not None and one.padding is not None), None)
        odd = next((one for one in judgements if one is not None), None)
        if agreed is not None:
            yield Examined(name, "padded", cells, agreed.padding, agreed.name)
        elif odd is not None:
            yield Examined(name, "contradicted", cells, padding, odd.name)
        elif padding is not None and not judgements:
            yield Examined(name, "looks-padded", cells, padding)
        else:
            yield Examined(name, "whole", cells)


class _Undo:
    """What was decided on the first piece, done to every piece."""

    def __init__(self, first: Dataset, options: ReadOptions) -> None:
        self.how: dict[str, tuple[str, Padding]] = {}
        self.said: list[Finding] = []
        self.used: set[str] = set()
        for name, column in first.data.items():
            block = block_of(column)
            if block is None or block.dtype.kind not in "biuf" or name + WHOLE in options.kinds:
                continue
            decided = self._by_companion(name, first, block)
            if decided or name.casefold().endswith(("mask", "lengths")):
                continue
            found = detect(block)
            if found is None:
                continue
            if options.shape == UNPAD:
                self.how[name] = ("", found)
            else:
                self.said.append(looks_padded(name, found))
        own = {name: {one.format(name=name) for one in (*OWN_MASKS, *OWN_LENGTHS)} for name in self.how}
        self.dropped = {one for name in self.how for one in own[name] & set(first.data)}

    def _by_companion(self, name: str, first: Dataset, block: Any) -> bool:
        for companion, said in companions_of(name, first.data, block):
            if companion == name:
                continue
            verdict = judged(companion, said, block)
            if verdict is None:
                return True  # all steps are real, says who should know
            if verdict.padding is None:
                self.said.append(contradicted(name, companion, verdict.row))
                continue
            self.how[name] = (companion, verdict.padding)
            self.used.add(companion)
            return True
        return False

    def piece(self, piece: Dataset, start: int) -> Dataset:
        data, findings = dict(piece.data), [*piece.findings]
        for name, (companion, decided) in self.how.items():
            found = self._found(piece, name, companion, decided, start)
            data[name] = cut(piece[name], found)
            if found.padded:
                findings.append(padding_removed(name, found, companion))
        if start == 0:
            findings += self.said
        kept = {name: column for name, column in data.items() if name not in self.dropped}
        if not self.how:
            return replace(piece, findings=tuple(findings))
        guessed = dict(piece.guessed)
        for name, (companion, _) in self.how.items():
            guessed[f"shape of {name}"] = f"{BY}{companion}" if companion else UNPAD
        return replace(piece, data=kept, roles={}, guessed=guessed, findings=tuple(findings))

    def _found(self, piece: Dataset, name: str, companion: str, decided: Padding, start: int) -> Padding:
        block = block_of(piece[name])
        if not len(piece):
            nothing = np.zeros(0, np.int64)
            return replace(decided, start=nothing, stop=nothing, alike=0)
        if block is None or block.shape[1] != decided.steps:
            raise KindChanged(name + WHOLE, piece[name].kind, start)
        if not companion:
            return by_value(block, decided)
        said = dict(companions_of(name, piece.data, block)).get(companion)
        if said is None:
            raise KindChanged(name + WHOLE, piece[name].kind, start)
        verdict = judged(companion, said, block)
        if verdict is None:
            whole = np.full(len(block), decided.steps)
            return replace(decided, start=0 * whole, stop=whole, alike=0)
        padding = verdict.padding
        if padding is None or not _same(padding.value, decided.value):
            raise KindChanged(name + WHOLE, piece[name].kind, start + verdict.row)
        return padding


def with_cut_masks(dataset: Dataset) -> Dataset:
    """Return the dataset with masks that are kept beside shortened columns as short as these are."""
    data = dict(dataset.data)
    for name, column in dataset.data.items():
        companion = dataset.guessed.get(f"shape of {name}", "").removeprefix(BY)
        mask = dataset.data.get(companion)
        if mask is None or companion == name or (not mask.ragged_axes and not mask.inner_shape):
            continue
        lengths = column.axis_lengths()[0]
        ones = np.ones(int(lengths.sum()), mask.flat.dtype)
        data[companion] = Ragged(ones, offsets_from_lengths(lengths))
    return replace(dataset, data=data)


def by_value(block: Any, decided: Padding) -> Padding:
    """Return the padding of a block whose value and side are decided."""
    steps = steps_of(block, decided.value if decided.value is not None else 0)
    head, tail = runs_of(steps)
    width = block.shape[1]
    start = np.zeros_like(head) if decided.side == "post" else head
    stop = np.full_like(tail, width) if decided.side == "pre" else width - tail
    full = steps.all(axis=1)
    start, stop = np.where(full, 0, start), np.where(full, 0, stop)
    found = Padding(decided.value, decided.side, start, stop, width)
    return replace(found, alike=int((steps & found.real()).sum()))


def cut(column: Ragged, found: Padding) -> Ragged:
    """Return a dense column without its padding: one ragged axis more than its steps had."""
    block = block_of(column)
    if block is None:
        return Ragged(column.flat, offsets_from_lengths(np.zeros(len(column), np.int64)))
    real = found.real()
    missing = column.missing
    if missing is not None and column.ragged_axes:
        missing = missing.reshape(real.shape)[real]
    elif missing is not None:
        missing = None
    return Ragged(block[real], offsets_from_lengths(found.lengths), missing=missing)


def padding_removed(name: str, found: Padding, companion: str) -> Finding:
    """Say how many steps were taken off as padding."""
    rows = tuple(np.flatnonzero(found.lengths < found.steps)[:MOST_ROWS].tolist())
    if companion and found.value is None:
        message = say_count(
            "“{companion}” says that {count} step of “{name}” is padding; it is read as none. What stands "
            "there is not one value, so only “{companion}” tells.",
            "“{companion}” says that {count} steps of “{name}” are padding; they are read as none. What "
            "stands there is not one value, so only “{companion}” tells.",
            COUNT,
            name=name,
            companion=companion,
        )
    elif companion:
        message = say_count("“{name}” is padded already with {value}, and “{companion}” agrees: {count} step "
"is padding and is read as none.",
"“{name}” is padded already with {value}, and “{companion}” agrees: {count} "
"steps are padding and are read as none.",
COUNT,
name=name,
value=found.words,
companion=companion,)  # fmt: skip
    else:
        message = say(
            "“{name}” is read without the steps of {value} that fill its rows: {count}.",
            name=name, value=found.words, count=COUNT,
        )  # fmt: skip
    return Finding(
        "info", "padded-already", message, found.padded, rows,
        say("Choose the shape dense to keep them as steps."), name,
    )  # fmt: skip


def looks_padded(name: str, found: Padding) -> Finding:
    """Say that a column looks padded, and what would make it ragged again."""
    rows = tuple(np.flatnonzero(found.lengths < found.steps)[:MOST_ROWS].tolist())
    words = {"post": say("at the ends of rows"), "pre": say("at the beginnings of rows")}
    message = say(
        "“{name}” looks padded already: {padded} of {steps} steps of the rows looked at are {value} {place}, "
        "and so are {alike} between them. They are read as steps.",
        name=name, padded=found.padded, steps=len(found.start) * found.steps, value=found.words,
        place=words.get(found.side, say("on both sides of rows")), alike=found.alike,
    )  # fmt: skip
    return Finding(
        "warning", "looks-padded", message, found.padded, rows,
        say("Choose the shape unpad (Read as, or --shape unpad) to make the rows ragged again."), name,
    )  # fmt: skip


def contradicted(name: str, companion: str, row: int) -> Finding:
    """Say that what looks like a companion is not borne out by the cells."""
    message = say(
        "“{companion}” does not fit “{name}”: what it calls padding is not of one value, as row {row} shows. "
        "The rows are read whole.",
        companion=companion, name=name, row=row,
    )  # fmt: skip
    return Finding(
        "warning", "companion-contradicts", message, 1, (row,),
        say("Check what “{companion}” counts.", companion=companion), name,
    )  # fmt: skip


def _same(one: Any, other: Any) -> bool:
    return bool(one == other or (one != one and other != other))
