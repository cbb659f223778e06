"""What the window is about: the session, the view and the work under way, all frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from padviewer.core.data.dataset import Role
from padviewer.core.data.ragged import Int64
from padviewer.core.picture.levels import Levels
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.rows.arrange import Order, RowFilter

ColourBy = Literal["rank", "value", "identity"]
FarMode = Literal["sampled", "mean", "max", "padding"]
COLOUR_BY: tuple[ColourBy, ...] = ("rank", "value", "identity")
ALL_VALUES = Levels()
ALL_ROWS = RowFilter()
PANES = ("left", "right", "lengths")
FAR_MODES: tuple[FarMode, ...] = ("sampled", "mean", "max", "padding")


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
    """Everything that can be undone, and the dataset it is about; keys, never arrays.

    Parameters
    ----------
    source : Source or None
    roles : mapping of str to Role
        By column.
    recipe : Recipe or None
        What is saved and exported.
    tensor : str
        The name of the tensor that is shown.
    looked : TensorRecipe or None
        The choices of the shown tensor where it is only looked at, and not in the recipe.
    """

    source: Source | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    recipe: Recipe | None = None
    tensor: str = ""
    looked: TensorRecipe | None = None

    @property
    def planned(self) -> Recipe | None:
        """The recipe, and the tensor that is only looked at."""
        if self.recipe is None or self.looked is None:
            return self.recipe
        return replace(self.recipe, tensors={**self.recipe.tensors, self.tensor: self.looked})


@dataclass(frozen=True)
class Colouring:
    """How values become colours.

    Parameters
    ----------
    by : {"rank", "value", "identity"}
        By how often an id occurs, by the value between two levels, or by which id it is.
    ramp : str
        A ramp of `padviewer.core.picture.ramps`.
    levels : Levels
        For `by` "value".
    far : {"sampled", "mean", "max", "padding"}
        What a pixel says that stands for several cells: one of them, their mean, their greatest, or the
        share of them that is padding.
    """

    by: ColourBy = "value"
    ramp: str = "tide"
    levels: Levels = ALL_VALUES
    far: FarMode = "sampled"


@dataclass(frozen=True, eq=False)
class Marked:
    """Rows that belong together: those of a finding, of a bar of the lengths, or found.

    Parameters
    ----------
    rows : int64 [m]
        Tensor rows, ascending.
    words : str
        Which rows they are, such as “rows with 20–24 steps”.
    """

    rows: Int64
    words: str


@dataclass(frozen=True)
class View:
    """What is looked at, which no undo takes back.

    Parameters
    ----------
    order : Order
        How the rows are sorted.
    grouped : bool
        Whether the rows of a label stand together.
    keep : RowFilter
        Which rows are shown.
    at : tuple of int
        Which index of every inner axis is shown.
    row, col : int
        The selected cell, in tensor numbers; −1 for none.
    corner : (int, int)
        Row and step of the cell opposite to the selected one, where a range of cells is selected: the rows
        between the two as the view shows them. (−1, −1) for one cell.
    marked : Marked or None
        Rows that are marked in every view.
    colouring : Colouring
    """

    order: Order = "file"
    grouped: bool = False
    keep: RowFilter = ALL_ROWS
    at: tuple[int, ...] = ()
    row: int = -1
    col: int = -1
    corner: tuple[int, int] = (-1, -1)
    marked: Marked | None = None
    colouring: Colouring = field(default_factory=Colouring)


@dataclass(frozen=True)
class PaneSizes:
    """What a person made of the panes of a window, in logical pixels at text of the usual size.

    Parameters
    ----------
    left, right, lengths : int
        Width of the columns, height of the lengths; 0 for what the window's width suggests.
    folded : tuple of str
        Which of `PANES` are folded away.
    """

    left: int = 0
    right: int = 0
    lengths: int = 0
    folded: tuple[str, ...] = ()


@dataclass(frozen=True)
class Work:
    """Something that takes time.

    Parameters
    ----------
    kind : str
        "open", "prepare", "export", "model" or "count".
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
