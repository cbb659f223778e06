"""Opening a file as one dataset: all pieces joined, wider kinds read again, counts put into the findings."""

from __future__ import annotations

import os
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padviewer.core.data.dataset import Dataset, join
from padviewer.core.data.frame import is_frame
from padviewer.core.errors import ChoiceError
from padviewer.core.finding import Finding, counted
from padviewer.core.readers import KindChanged, ReadOptions, read
from padviewer.core.readers.limits import check_memory
from padviewer.core.readers.long import LONG, in_rows
from padviewer.core.readers.widening import widen, widened_finding, without_said
from padviewer.core.sentence import say

if TYPE_CHECKING:
    import pandas as pd

IN_MEMORY = 256 << 20


def open_dataset(path: str | os.PathLike[str] | pd.DataFrame, **options: Any) -> Dataset:
    """Read a file of any supported format: into memory up to 256 MB, above that through a store on the disk.

    Parameters
    ----------
    path : str, path or DataFrame
        A regular file. Its content decides the format, then its suffix. A DataFrame is taken as it is: see
        `Dataset.from_pandas`.
    **options
        Fields of `ReadOptions`: format, delimiter, header, shape, kinds, table, columns, encoding, long.

    Returns
    -------
    Dataset
        All rows; what was guessed is in ``guessed``, what a person should know in ``findings``.

    Raises
    ------
    ChoiceError
        An option that does not exist, or is not for this format.
    PathError, ContentError, UnsafeError
        See `padviewer.core.readers.read`; UnsafeError also where the rows take more than a quarter of
        the machine's memory (on machines of less than 1 GB), or more than stores may take.

    Examples
    --------
    >>> open_dataset("reviews.parquet").columns  # doctest: +SKIP
    ('tokens', 'label')
    """
    known = [field.name for field in fields(ReadOptions)]
    for name in options:
        if name not in known:
            raise ChoiceError(
                name,
                say("There is no such option for reading."),
                remedy=say("The options are: {known}.", known=", ".join(known)),
            )
    choice = ReadOptions(**options)
    if is_frame(path):
        return _of_frame(path, choice)
    if _size(Path(path)) > IN_MEMORY:
        return _through_store(Path(path), choice)
    asked = choice
    widened: list[Finding] = []
    while True:
        try:
            whole = _read_all(Path(path), choice)
        except KindChanged as change:
            choice = widen(choice, change)
            widened.append(widened_finding(change, choice))
        else:
            if whole is None:
                return _through_store(Path(path), asked)
            return replace(whole, findings=counted(whole.findings + without_said(widened, whole.findings)))


def _of_frame(frame: pd.DataFrame, options: ReadOptions) -> Dataset:
    for name, value in asdict(options).items():
        if value not in (None, {}) and name != LONG:
            raise ChoiceError(
                name,
                say("The format {name} has no choice of {field}.", name="DataFrame", field=name),
                remedy=say("Leave it out; it is for {formats}.", formats=say("files")),
            )
    whole = join(in_rows([Dataset.from_pandas(frame)], options))
    return replace(whole, findings=counted(whole.findings))


def _through_store(path: Path, options: ReadOptions) -> Dataset:
    from padviewer.core.store.fill import open_through_store

    return open_through_store(path, options)


def _size(path: Path) -> int:
    """Bytes of the file; 0 where that cannot be said: `read` says why."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _read_all(path: Path, options: ReadOptions) -> Dataset | None:
    """Join all pieces; None where they turn out too large for the memory."""
    parts: list[Dataset] = []
    total = 0
    for piece in read(path, options):
        total += piece.nbytes
        check_memory(total, str(path))
        if total > IN_MEMORY:
            return None
        parts.append(piece)
    return join(parts)
