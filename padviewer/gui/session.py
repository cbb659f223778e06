"""What the window is about: the session, the view and the work under way, all frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from padviewer.core.dataset import Role
from padviewer.core.recipe import Recipe

Order = Literal["file", "length", "-length", "label"]
ORDERS: tuple[Order, ...] = ("file", "length", "-length", "label")


@dataclass(frozen=True)
class Source:
    """The dataset that is open.

    Parameters
    ----------
    path, name : str
        Where it is, and its file name.
    store : str
        The folder of the store that holds it.
    rows : int
        How many rows of the store are mapped.
    generation : str
        The store's generation that they belong to; another one after a column's type was widened.
    complete : bool
        Whether the file has been read to its end.
    nbytes : int
        The file's size.
    format : str
        As a person says it.
    guessed : mapping of str to str
        What the reader guessed or was told.
    options : mapping of str to object
        What the reader was told.
    """

    path: str
    name: str
    store: str
    rows: int
    generation: str = ""
    complete: bool = False
    nbytes: int = 0
    format: str = ""
    guessed: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ModelChoice:
    """The model beside the data: a template with parameters, or a file."""

    template: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""


@dataclass(frozen=True)
class Session:
    """Everything that can be undone, and the dataset it is about; keys, never arrays."""

    source: Source | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    recipe: Recipe | None = None
    tensor: str = ""


@dataclass(frozen=True)
class View:
    """What is looked at, which no undo takes back.

    Parameters
    ----------
    order : Order
        How the rows are sorted.
    at : tuple of int
        Which index of every inner axis is shown.
    row, col : int
        The selected cell, in tensor numbers; −1 for none.
    """

    order: Order = "file"
    at: tuple[int, ...] = ()
    row: int = -1
    col: int = -1


@dataclass(frozen=True)
class Work:
    """Something that takes time.

    Parameters
    ----------
    kind : str
        "open", "prepare", "export" or "model".
    text : str
        What it does, in words.
    share : float or None
        0 to 1; None where nobody knows.
    """

    kind: str
    text: str
    share: float | None = None


@dataclass(frozen=True)
class Refusal:
    """Something that was not opened or done: shown where it was asked for."""

    title: str
    what: str
    remedy: str = ""
    code: str = ""
    path: str = ""
    details: str = ""
    exit_code: int = 1
