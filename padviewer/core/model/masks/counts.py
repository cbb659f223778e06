"""The mask that a model makes of a tensor beside the true one: padding it attends, real steps it drops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.checks.values import ShouldStop
from padviewer.core.errors import Stopped
from padviewer.core.finding import MOST_ROWS
from padviewer.core.model.fitness.axes import check_axes
from padviewer.core.model.fitness.fit import given_shape, pair
from padviewer.core.model.masks.facts import Maker, MaskFlow
from padviewer.core.model.masks.flow import follow
from padviewer.core.model.spec import InputSpec, ModelSpec
from padviewer.core.model.tensor_facts import TensorFacts
from padviewer.core.padding.block import build
from padviewer.core.padding.plan import Plan
from padviewer.core.padding.tensor_plan import TensorPlan

PIECE_BYTES = 4 << 20


@dataclass(frozen=True)
class MaskCounts:
    """One masking layer's mask of one tensor, compared with the mask from the lengths.

    Parameters
    ----------
    maker : Maker
    tensor : str
    attended : int
        Padded steps that the layer does not mask.
    dropped : int
        Real steps that it masks.
    attended_rows, dropped_rows : tuple of int
        The first rows that have some.
    """

    maker: Maker
    tensor: str
    attended: int = 0
    dropped: int = 0
    attended_rows: tuple[int, ...] = ()
    dropped_rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class InputFacts:
    """What one input of a model is given.

    Parameters
    ----------
    input, tensor : str
    real, padding : int
        Steps.
    ragged_axes : int
    fill : str
        What stands in the padding, in words of code; empty where it is no constant.
    counts : tuple of MaskCounts
        In the order of the masking layers; empty where none is known or the values are none that can be
        compared.
    """

    input: str
    tensor: str
    real: int
    padding: int
    ragged_axes: int
    fill: str
    counts: tuple[MaskCounts, ...] = ()


@dataclass(frozen=True)
class MaskFacts:
    """What a model's masks make of a plan's tensors.

    Parameters
    ----------
    flow : MaskFlow or None
        None where the model's config tells no layers, or its inputs and the tensors do not pair.
    inputs : tuple of InputFacts
        In the model's order.
    """

    flow: MaskFlow | None
    inputs: tuple[InputFacts, ...] = ()


@dataclass
class _Tally:
    count: int = 0
    rows: list[int] = field(default_factory=list)

    def add(self, hit: NDArray[np.bool_], first: int) -> None:
        """Count hits [m, ...] of rows from `first` on."""
        self.count += int(np.count_nonzero(hit))
        if len(self.rows) < MOST_ROWS and hit.size:
            found = np.flatnonzero(hit.reshape(len(hit), -1).any(axis=1))[: MOST_ROWS - len(self.rows)]
            self.rows += [int(row) + first for row in found]


def count_masks(plan: Plan, spec: ModelSpec, should_stop: ShouldStop | None = None) -> MaskFacts:
    """Follow a model's masks and compare what they make of the real rows with the mask from the lengths.

    Reads the rows in blocks of about 4 MB.

    Parameters
    ----------
    plan : Plan
    spec : ModelSpec
    should_stop : callable or None
        Asked before every block; True raises `Stopped`.
    """
    followed = _followed(plan, spec)
    if followed is None:
        return MaskFacts(None)
    flow, plans = followed
    inputs = []
    for number, (one, own) in enumerate(zip(spec.inputs, plans, strict=True)):
        makers = [maker for maker in flow.makers if maker.input == number]
        cost = plan.cost(own.name)
        constant = all(axis.mode == "constant" for axis in own.axes)
        inputs.append(
            InputFacts(
                one.name,
                own.name,
                cost.real,
                cost.cells - cost.real,
                len(own.axes),
                str(own.choice.value) if constant else "",
                _counted(own, one, makers, should_stop),
            )
        )
    return MaskFacts(flow, tuple(inputs))


def makers_of(plan: Plan, spec: ModelSpec, tensor: str) -> tuple[Maker, ...]:
    """Return the layers that make a mask out of a tensor's values; none where nothing can be followed."""
    followed = _followed(plan, spec)
    if followed is None:
        return ()
    flow, plans = followed
    return tuple(maker for maker in flow.makers if plans[maker.input].name == tensor)


def _followed(plan: Plan, spec: ModelSpec) -> tuple[MaskFlow, list[TensorPlan]] | None:
    """Follow a model's masks; return also the tensor of each input. None where that cannot be done."""
    facts = [TensorFacts(name, plan.shape(name), plan.dtype(name).name) for name in plan.tensors]
    pairs = {one.name: tensor for one, tensor in pair(spec, facts)[0]}
    if spec.network is None or not spec.inputs or set(pairs) != {one.name for one in spec.inputs}:
        return None
    plans = [plan.of(pairs[one.name].name) for one in spec.inputs]
    if any(found.level == "error" for one in spec.inputs for found in check_axes(one, pairs[one.name])):
        return None
    shapes = [given_shape(one, pairs[one.name]) for one in spec.inputs]
    try:
        return follow(spec.network, shapes, alike_rows(plans)), plans
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError):
        return None


def alike_rows(plans: Sequence[TensorPlan]) -> tuple[int, ...]:
    """Give one number to the tensors whose rows are padded in the same places."""
    groups: list[int] = []
    for number, own in enumerate(plans):
        alike = (groups[other] for other in range(number) if _padded_alike(plans[other], own))
        groups.append(next(alike, number))
    return tuple(groups)


def _padded_alike(one: TensorPlan, other: TensorPlan) -> bool:
    if len(one.axes) != 1 or len(other.axes) != 1:
        return False
    a, b = one.axes[0], other.axes[0]
    if (a.width, a.padding, one.n) != (b.width, b.padding, other.n):
        return False
    for at in range(0, one.n, 1 << 16):
        rows = slice(at, at + (1 << 16))
        if not np.array_equal(one.slots(rows).kept, other.slots(rows).kept):
            return False
    return True


def model_mask(maker: Maker, array: NDArray[Any], dtype: str) -> NDArray[np.bool_]:
    """Return the mask that a layer of Keras makes of an array.

    Parameters
    ----------
    maker : Maker
    array : ndarray [n, T, ...]
    dtype : str
        Of the model's input, to which Keras casts the array first.

    Returns
    -------
    bool ndarray
        The array's shape for ``"ids"``, without its last axis for ``"features"``; True is attended.
    """
    with np.errstate(all="ignore"):
        values = array.astype(dtype)
        if maker.rank == values.ndim + 1:
            values = values[..., None]
        elif maker.rank == values.ndim - 1 and values.shape[-1] == 1:
            values = values[..., 0]
        if values.dtype.kind == "f":
            values = values.astype(maker.dtype)
        if maker.kind == "ids":
            found: NDArray[np.bool_] = values != 0
            return found
        value: Any = maker.value
        if isinstance(value, float) or values.dtype.kind == "f":
            # as Keras, to which the value is a float32, compared in the wider of the two dtypes
            is_wide = values.dtype == np.float64
            values, value = values.astype(np.float64 if is_wide else np.float32), np.float32(value)
        attended: NDArray[np.bool_] = (values != value).any(axis=-1)
        return attended


def _counted(
    own: TensorPlan, one: InputSpec, makers: list[Maker], should_stop: ShouldStop | None
) -> tuple[MaskCounts, ...]:
    if own.dtype.kind not in "biuf" or not all(_is_numeric(name) for name in (one.dtype, *_dtypes(makers))):
        return ()
    tolerant = replace(own, choice=replace(own.choice, lossy="allow"))
    a_row = int(np.prod([own.axes[0].width, *own.inner_shape], dtype=object)) * (own.dtype.itemsize + 8)
    step = max(PIECE_BYTES // max(a_row, 1), 1)
    tallies = [(_Tally(), _Tally()) for _ in makers]
    for start in range(0, own.n if makers else 0, step):
        if should_stop is not None and should_stop():
            raise Stopped
        block = build(tolerant, slice(start, min(start + step, own.n)))
        for maker, (attended, dropped) in zip(makers, tallies, strict=True):
            theirs, real = _same_axes(model_mask(maker, block.array, one.dtype), block.mask)
            attended.add(theirs & ~real, start)
            dropped.add(~theirs & real, start)
    return tuple(
        MaskCounts(maker, own.name, attended.count, dropped.count, tuple(attended.rows), tuple(dropped.rows))
        for maker, (attended, dropped) in zip(makers, tallies, strict=True)
    )


def _dtypes(makers: list[Maker]) -> list[str]:
    return [maker.dtype for maker in makers]


def _is_numeric(name: str) -> bool:
    try:
        return np.dtype(name).kind in "biuf"
    except TypeError:
        return False


def _same_axes(
    theirs: NDArray[np.bool_], real: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Bring two masks to the axes that both have: a step counts where something of it does."""
    axes = min(theirs.ndim, real.ndim)
    return (
        np.asarray(theirs.any(axis=tuple(range(axes, theirs.ndim)))),
        np.asarray(real.any(axis=tuple(range(axes, real.ndim)))),
    )
