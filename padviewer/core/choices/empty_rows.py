"""Leaving out the rows in which no tensor has a step: labels and weights go with them, numbers stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Int64
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.sentence import say, say_count

NAMED = 5  # rows that the finding names


def without_empty_rows(prepared: Dataset, tensors: Iterable[str], start: int, stop: int) -> Dataset:
    """Return the rows from `start` to `stop` in which a tensor has a step, with their source numbers.

    Parameters
    ----------
    prepared : Dataset
        A column per tensor, and the labels and weights.
    tensors : iterable of str
        Their columns have at least one ragged axis.
    start, stop : int

    Returns
    -------
    Dataset
        The same where no row is empty; else with ``numbers``. Values of tensors are shared, not copied.

    Raises
    ------
    ContentError
        All rows are empty.
    """
    names = tuple(tensors)
    full = np.zeros(stop - start, bool)
    for name in names:
        full |= prepared[name][start:stop].sizes > 0
    dropped = np.flatnonzero(~full) + start
    if not len(dropped):
        return prepared
    numbers: Int64 = np.flatnonzero(full).astype(np.int64, copy=False) + start
    if not len(numbers):
        raise ContentError(
            "all-rows-empty",
            say("All rows are empty, and empty rows are left out: nothing is left."),
            remedy=say("Keep empty rows."),
        )
    data = {name: column.taken(numbers) for name, column in prepared.data.items()}
    findings = (*prepared.findings, _left_out(dropped))
    return replace(
        prepared, data=data, findings=findings, numbers=numbers, left_out=dropped, source_rows=len(prepared)
    )


def _left_out(dropped: Int64) -> Finding:
    first = ", ".join(map(str, dropped[:NAMED].tolist()))
    which = first if len(dropped) <= NAMED else f"{first} …"
    return Finding(
        "info",
        "rows-left-out",
        say_count(
            "{count} row without a step is left out, labels too: row {which}. The others keep their numbers.",
            "{count} rows without a step are left out, labels too: rows {which}. "
            "The others keep their numbers.",
            len(dropped),
            which=which,
        ),
        len(dropped),
    )
