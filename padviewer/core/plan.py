"""Plan: tensors whose every cell is decided and none is built; with slots.py, the one place that knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.dataset import Dataset
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.gathering import gather, settle
from padviewer.core.padded import Padded
from padviewer.core.ragged import Int64
from padviewer.core.recipe import Recipe
from padviewer.core.sentence import say
from padviewer.core.slots import Axis, Slots
from padviewer.core.tensor_plan import RowsLike, TensorPlan

BLOCK_BYTES = 8 << 20


class CellKind(IntEnum):
    """What a cell of a padded tensor is."""

    PAD = 0
    REAL = 1
    MISSING = 2
    CUT_EDGE = 3


@dataclass(frozen=True)
class Located:
    """What stands in one cell.

    Parameters
    ----------
    row : int
        The source row.
    step : int
        The source time step along the first ragged axis; -1 in padding.
    value : number
        As it stands in the tensor.
    kind : CellKind
    source : object
        The value in the prepared column before the cast: a number, or None where it is missing or padding.
    """

    row: int
    step: int
    value: Any
    kind: CellKind
    source: Any


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
class Kept:
    """The kept values of some rows.

    Parameters
    ----------
    values : ndarray [total, *inner]
        Of the source's dtype.
    missing : ndarray of bool [total], or None
    rows : int64 [total]
        The tensor row of each, ascending for ascending rows.
    """

    values: NDArray[Any]
    missing: NDArray[np.bool_] | None
    rows: Int64


@dataclass(frozen=True, eq=False)
class Plan:
    """Tensors whose every cell is decided and none is built.

    Parameters
    ----------
    recipe : Recipe
        Fitted.
    prepared : Dataset
        `prepare`'s answer.
    parts : mapping of str to TensorPlan
        By tensor name.
    """

    recipe: Recipe
    prepared: Dataset
    tensor_plans: dict[str, TensorPlan]

    def __len__(self) -> int:
        return next(iter(self.tensor_plans.values())).n

    @property
    def tensors(self) -> tuple[str, ...]:
        """The tensors' names."""
        return tuple(self.tensor_plans)

    def of(self, tensor: str, part: int = 0) -> TensorPlan:
        """Return one tensor's plan; there is one part, number 0, for as long as rows are not batched."""
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
        own = self.of(tensor, part)
        return Slots.of(own.offsets_of[0], own.source_rows(rows), own.axes[0])

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
        from padviewer.core.pad import build

        return build(self, self.of(tensor, part), rows, out)

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
        from padviewer.core.pad import quick_cells

        own = self.of(tensor, part)
        if at:
            self._check_at(own, at)
        quick = quick_cells(own, rows, self._cols(own, cols)) if not at else None
        if quick is not None:
            return quick
        gathered = gather(own, own.source_rows(rows), self._cols(own, cols), at)
        values = settle(own, gathered)[0]
        kinds = gathered.real.astype(np.uint8)
        kinds[gathered.edge & gathered.real] = CellKind.CUT_EDGE
        kinds[gathered.missing & gathered.real] = CellKind.MISSING
        return values, kinds

    def kept(self, tensor: str, rows: RowsLike, part: int = 0) -> Kept:
        """Return the kept values of some rows before the cast, one row behind the other, without padding."""
        own = self.of(tensor, part)
        source = own.source_rows(rows)
        numbers = source - own.start
        for k, axis in enumerate(own.axes):
            slots = Slots.of(own.offsets_of[k], source, axis)
            source = slots.sources()
            numbers = np.repeat(numbers, slots.kept)
        leaf = own.column.leaf
        return Kept(leaf.flat[source], None if leaf.missing is None else leaf.missing[source], numbers)

    def kept_pieces(self, tensor: str, steps: int, part: int = 0) -> Iterator[Kept]:
        """Yield `kept` of consecutive rows that hold about `steps` innermost steps together."""
        own = self.of(tensor, part)
        offsets = own.offsets_of[0]
        for inner in own.offsets_of[1:]:
            offsets = inner[offsets]
        start = own.start
        while start < own.stop:
            stop = int(np.searchsorted(offsets, offsets[start] + steps, side="right")) - 1
            stop = min(max(stop, start + 1), own.stop, start + steps)
            yield self.kept(tensor, slice(start - own.start, stop - own.start), part)
            start = stop

    def edges(self, tensor: str, rows: RowsLike, cols: RowsLike, part: int = 0) -> NDArray[np.int8]:
        """Return on which side of each cell steps of the first ragged axis were cut; see `Slots.edges`."""
        own = self.of(tensor, part)
        return Slots.of(own.offsets_of[0], own.source_rows(rows), own.axes[0]).edges(self._cols(own, cols))

    @staticmethod
    def _cols(own: TensorPlan, cols: RowsLike) -> Int64:
        width = own.axes[0].width
        if isinstance(cols, slice):
            return np.arange(*cols.indices(width), dtype=np.int64)
        found = np.asarray(cols, dtype=np.int64).reshape(-1)
        if found.size and (found.min() < 0 or found.max() >= width):
            raise ContentError(
                "no-such-step", say("Columns go from 0 to {width}.", width=str(width - 1)), where=own.name
            )
        return found

    @staticmethod
    def _check_at(own: TensorPlan, at: tuple[int, ...]) -> None:
        sides = own.inner_shape
        if len(at) != len(sides) or not all(0 <= i < side for i, side in zip(at, sides, strict=True)):
            raise ContentError(
                "no-such-cell",
                say("The inner axes have shape {sides}; there is no {at}.", sides=str(sides), at=str(at)),
                where=own.name,
            )

    def locate(
        self, tensor: str, row: int, col: int, part: int = 0, at: tuple[int, ...] | None = None
    ) -> Located:
        """Say what stands in one cell; `at` indexes the inner axes (None: the first of each)."""
        own = self.of(tensor, part)
        if at is None:
            at = (0,) * len(own.inner_shape)
        values, kinds = self.cells(tensor, [row], [col], part, at)
        slots = self.slots(tensor, [row], part)
        steps = slots.steps(np.array([col], np.int64))
        gathered = gather(own, slots.source, self._cols(own, [col]), at)
        kind = CellKind(int(kinds[0, 0]))
        real = bool(slots.real(steps)[0, 0])
        return Located(
            row=int(slots.source[0]),
            step=int(slots.in_source(steps)[0, 0]) if real else -1,
            value=values[0, 0].item(),
            kind=kind,
            source=None if kind in (CellKind.PAD, CellKind.MISSING) else gathered.values[0, 0].item(),
        )

    def blocks(self, tensor: str, part: int = 0, nbytes: int = BLOCK_BYTES) -> Iterator[slice]:
        """Yield row slices whose blocks take about `nbytes` bytes each."""
        own = self.of(tensor, part)
        a_row = max(self.cost(tensor).total // max(own.n, 1), 1)
        rows = max(nbytes // a_row, 1)
        for start in range(0, own.n, rows):
            yield slice(start, min(start + rows, own.n))


def resolve(recipe: Recipe, prepared: Dataset) -> Plan:
    """Decide every cell of every tensor, from offsets alone.

    Parameters
    ----------
    recipe : Recipe
        Fitted (`fit`).
    prepared : Dataset
        `prepare`'s answer for it.

    Raises
    ------
    ContentError
        Not fitted, or a choice per axis that the column does not have.
    """
    start, stop = recipe.rows.of(len(prepared))
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
        plans[name] = TensorPlan(name, column, choice, axes, np.dtype(entry.dtype), start, stop)
    return Plan(recipe, prepared, plans)
