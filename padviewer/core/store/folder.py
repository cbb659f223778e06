"""A dataset as a private folder: per column headerless files, appended piece by piece, mapped when read.

A store's folder holds::

    committed.json          what may be mapped now; replaced whole at every commit
    g0/c0/values.bin        generation 0, column 0: the innermost values (UTF-8 bytes for texts)
    g0/c0/offsets0.bin      int64, outermost axis first; offsets1.bin and so on for inner ones, texts last
    g0/c0/missing.bin       a byte a value (or a text), only where something is missing
    g0/c0/dictionary.jsonl  a category's names
    derived/…               prepared columns, whole or not there
    manifest.json           written last: the store is complete
"""

from __future__ import annotations

import errno
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padviewer.core import amounts
from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import ContentError, PathError
from padviewer.core.finding import Finding
from padviewer.core.sentence import say
from padviewer.core.store.column import map_column

COMMITTED = "committed.json"
MANIFEST = "manifest.json"
TRIES = 5
MOST_OPEN = 1 << 16


@dataclass(frozen=True)
class Commit:
    """What a writer announces: the rows that may be mapped now.

    Parameters
    ----------
    store : Path
        The store's folder.
    generation : str
        The sub-folder that holds them; another one than before means that a column's kind was widened.
    rows : int
    complete : bool
        Whether these are all rows of the source.
    """

    store: Path
    generation: str
    rows: int
    complete: bool


def last_commit(store: Path) -> Commit:
    """Return what was announced last; raises ContentError where there is no store any more."""
    state = read_committed(store)
    return Commit(store, state["generation"], state["rows"], state["complete"])


def open_store(store: Path | str, rows: int | None = None) -> Dataset:
    """Map what a store holds; nothing is read but what is looked at.

    Parameters
    ----------
    store : path
        A store's folder (`Commit.store`).
    rows : int or None
        Exactly the first `rows` rows; None takes all that are committed by now, which may be more than
        were announced, and knows their statistics without counting.

    Returns
    -------
    Dataset
        Columns over read-only maps of the store's files; they stay good when the store is removed.

    Raises
    ------
    ContentError
        The store is gone, damaged, or has fewer rows.
    """
    folder = Path(store)
    state = read_committed(folder)
    for _ in range(TRIES):
        try:
            return _dataset(folder, state, rows)
        except FileNotFoundError:  # the writer went on to the next generation
            state, old = read_committed(folder), state
            if state["generation"] == old["generation"]:
                break
        except OSError as error:  # a dataset of thousands of columns
            if error.errno != errno.EMFILE or not _allow_more_files():
                raise _unreadable(folder, error) from error
    raise _gone(folder)


def _dataset(store: Path, state: Mapping[str, Any], rows: int | None) -> Dataset:
    committed = int(state["rows"])
    wanted = committed if rows is None else rows
    if wanted > committed:
        raise ContentError(
            "store-rows",
            say(
                "The store holds {committed}, not {wanted}.", committed=amounts.rows(committed), wanted=wanted
            ),
            where=str(store),
        )
    whole = wanted == committed
    data = {
        name: map_column(store / state["generation"] / column["folder"], column, wanted, with_stats=whole)
        for name, column in state["columns"].items()
    }
    return Dataset(
        data,
        state["roles"],
        None if state["path"] is None else Path(state["path"]),
        state["format"],
        state["guessed"],
        tuple(Finding.from_json(one) for one in state["findings"]),
        bool(state["complete"]) and whole,
    )


def read_committed(store: Path) -> dict[str, Any]:
    """Return what ``committed.json`` says; raises ContentError where there is none."""
    try:
        state: dict[str, Any] = json.loads((store / COMMITTED).read_bytes())
    except (OSError, ValueError) as error:
        raise _gone(store) from error
    return state


def _gone(store: Path) -> ContentError:
    return ContentError(
        "store-gone", say("The rows that were read are not there any more."), where=str(store),
        remedy=say("Open the file again."),
    )  # fmt: skip


def _unreadable(store: Path, error: OSError) -> PathError:
    return PathError(
        "store-unreadable",
        say("The rows that were read cannot be looked at: {strerror}.", strerror=str(error.strerror)),
        where=str(store),
        remedy=say("Open the file again."),
    )


def _allow_more_files() -> bool:
    """Raise this process's limit of open files, of which every map takes one; return whether it was so."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return False
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_OPEN if hard == resource.RLIM_INFINITY else min(hard, MOST_OPEN)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return False
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return True
