"""Plan: tensors whose every cell is decided and none is built; tensor_plan.py and slots.py know where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.choices.base import Choices
from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.padding.block import build
from padviewer.core.padding.cells import CellKind, Located, cells, locate
from padviewer.core.padding.padded import Padded
from padviewer.core.padding.slots import Axis, Slots
from padviewer.core.padding.tensor_plan import Kept, RowsLike, TensorPlan
from padviewer.core.sentence import say

__all__ = ["CellKind", "Cost", "Located", "Plan", "resolve"]

BLOCK_BYTES = 8 << 20


@dataclass(frozen=True)
class Cost:
    """What a plan's arrays take.

    Parameters
    ----------
    array, mask, lengths : int
        Bytes.
    cells, real : int
        Cells of the mask, and how many of them are real.
    """

    array: int
    mask: int
    lengths: int
    cells: int
    real: int

    @property
    def total(self) -> int:
        """Bytes in all."""
        return self.array + self.mask + self.lengths


@dataclass(frozen=True, eq=False)
class Plan:
    """Tensors whose every cell is decided and none is built.

    Parameters
    ----------
    recipe : Choices
        Fitted.
    prepared : Dataset
        `prepare`'s answer.
    parts : mapping of str to TensorPlan
        By tensor name.
    """

    recipe: Choices
    prepared: Dataset
    tensor_plans: dict[str, TensorPlan]

    def __repr__(self) -> str:
        """Say each tensor's shape and dtype."""
        said = (f"{name} {self.shape(name)} {self.dtype(name)}" for name in self.tensors)
        return f"Plan({', '.join(said)})"

    def __len__(self) -> int:
        return next(iter(self.tensor_plans.values())).n

    @property
    def tensors(self) -> tuple[str, ...]:
        """The tensors' names."""
        return tuple(self.tensor_plans)

    def of(self, tensor: str, part: int = 0) -> TensorPlan:
        """Return one tensor's plan; there is one part, number 0, for as long as rows are not batched.

        Raises
        ------
        ChoiceError
            There is no such tensor, or no such part.
        """
        self.recipe[tensor]
        if part != 0:
            raise ChoiceError(
                "part",
                say(
                    "The tensor “{tensor}” has one part, number 0, not {part}.", tensor=tensor, part=str(part)
                ),
            )
        return self.tensor_plans[tensor]

    def shape(self, tensor: str, part: int = 0) -> tuple[int, ...]:
        """Return [n, M1, ..., Mk, *inner]."""
        own = self.of(tensor, part)
        return (own.n, own.axes[0].width, *own.inner_shape)

    def mask_shape(self, tensor: str, part: int = 0) -> tuple[int, ...]:
        """Return [n, M1, ..., Mk]."""
        own = self.of(tensor, part)
        return (own.n, *(axis.width for axis in own.axes))

    def dtype(self, tensor: str) -> np.dtype[Any]:
        """Return the tensor's dtype."""
        return self.of(tensor).dtype

    def cost(self, tensor: str) -> Cost:
        """Return what the tensor's arrays take; from the lengths, without building any."""
        own = self.of(tensor)
        n, *widths = self.mask_shape(tensor)
        cells = n * int(np.prod(widths, dtype=object))
        inner = int(np.prod(own.column.inner_shape, dtype=object))
        lengths = 8 * n * sum(int(np.prod(widths[:k], dtype=object)) for k in range(len(widths)))
        return Cost(cells * inner * own.dtype.itemsize, cells, lengths, cells, own.real_steps)

    def slots(self, tensor: str, rows: RowsLike, part: int = 0) -> Slots:
        """Return where the rows' steps stand along the first ragged axis."""
        return self.of(tensor, part).slots(rows)

    def block(self, tensor: str, rows: RowsLike, part: int = 0, out: Padded | None = None) -> Padded:
        """Build some rows of the tensor.

        Parameters
        ----------
        tensor : str
        rows : slice, int array or list
            Tensor rows, in any order.
        part : int
        out : Padded or None
            A block of the same shape whose arrays are written again: half the time of fresh memory.

        Returns
        -------
        Padded
            ``array`` [m, M1, ..., Mk, *inner], ``mask`` [m, M1, ..., Mk], ``lengths`` [m].

        Raises
        ------
        LossError
            A value that the dtype does not hold, where the recipe refuses losses; a missing value in an
            integer or boolean tensor counts as one.
        """
        return build(self.of(tensor, part), rows, out)

    def cells(
        self,
        tensor: str,
        rows: RowsLike,
        cols: RowsLike,
        part: int = 0,
        at: tuple[int, ...] = (),
    ) -> tuple[NDArray[Any], NDArray[np.uint8]]:
        """Return the values and kinds of some cells, touching nothing else.

        Parameters
        ----------
        tensor : str
        rows, cols : slice or int array
            Tensor rows [r] and columns [c] of the first ragged axis.
        part : int
        at : tuple of int
            One index of every inner axis (second ragged axis, channels); () returns them all.

        Returns
        -------
        values : ndarray [r, c, *inner] of the tensor's dtype
        kinds : ndarray of uint8, the same shape
            `CellKind`.
        """
        return cells(self.of(tensor, part), rows, cols, at)

    def kept(self, tensor: str, rows: RowsLike, part: int = 0) -> Kept:
        """Return the kept values of some rows before the cast, one row behind the other, without padding."""
        return self.of(tensor, part).kept(rows)

    def kept_pieces(self, tensor: str, values: int, part: int = 0) -> Iterator[Kept]:
        """Yield `kept` of consecutive rows that hold about so many values together; one row is never cut."""
        return self.of(tensor, part).kept_pieces(values)

    def edges(self, tensor: str, rows: RowsLike, cols: RowsLike, part: int = 0) -> NDArray[np.int8]:
        """Return on which side of each cell steps of the first ragged axis were cut: int8 [rows, cols].

        See `Slots.edges`.
        """
        own = self.of(tensor, part)
        return own.slots(rows).edges(own.columns(cols))

    def locate(
        self, tensor: str, row: int, col: int, part: int = 0, at: tuple[int, ...] | None = None
    ) -> Located:
        """Say what stands in one cell; `at` indexes the inner axes (None: the first of each)."""
        return locate(self.of(tensor, part), row, col, at)

    def blocks(self, tensor: str, part: int = 0, nbytes: int = BLOCK_BYTES) -> Iterator[slice]:
        """Yield row slices whose blocks take about `nbytes` bytes each."""
        own = self.of(tensor, part)
        a_row = max(self.cost(tensor).total // max(own.n, 1), 1)
        rows = max(nbytes // a_row, 1)
        for start in range(0, own.n, rows):
            yield slice(start, min(start + rows, own.n))


def resolve(recipe: Choices, prepared: Dataset) -> Plan:
    """Decide every cell of every tensor, from offsets alone.

    Parameters
    ----------
    recipe : Choices
        Fitted (`fit`).
    prepared : Dataset
        `prepare`'s answer for it.

    Raises
    ------
    ContentError
        Not fitted, or a choice per axis that the column does not have.
    """
    start, stop = recipe.rows.within(prepared)
    plans: dict[str, TensorPlan] = {}
    for name, choice in recipe.tensors.items():
        entry = recipe.fitted.get(name)
        if entry is None or not entry.maxlen or not entry.dtype:
            raise ContentError(
                "not-fitted",
                say("The tensor “{name}” is not fitted.", name=name),
                remedy=say("Call fit() first."),
            )
        column = prepared[name]
        choice.refuse_other_axes(column.ragged_axes, name)
        axes = tuple(
            Axis(
                width,
                choice.axis("padding", k),
                choice.axis("truncating", k),
                choice.axis("mode", k),
            )
            for k, width in enumerate(entry.maxlen)
        )
        plans[name] = TensorPlan(
            name, column, choice, axes, np.dtype(entry.dtype), start, stop, prepared.numbers
        )
    return Plan(recipe, prepared, plans)
