"""What is known of masks on their way through a model, and what a layer's settings tell of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from padviewer.core.model.calls import Call, call_of, has_layers
from padviewer.core.model.foreign import Config
from padviewer.core.model.shape_rules import MaybeShape

Inputs = frozenset[int]
NONE: Inputs = frozenset()
What = Literal["uses", "loses", "leaks", "widens", "unknown"]
Why = Literal["", "class", "mask", "values", "computed", "layer"]


@dataclass(frozen=True)
class Maker:
    """A layer that makes a mask out of an input's values.

    Parameters
    ----------
    input : int
        Which of the model's inputs.
    layer : str
    kind : {"ids", "features"}
        ``"ids"``: False where the value is 0 (Embedding). ``"features"``: False where every feature equals
        `value` (Masking).
    value : float
    dtype : str
        What the layer compares floats in.
    rank : int or None
        How many axes what it reads has.
    """

    input: int
    layer: str
    kind: Literal["ids", "features"]
    value: float = 0.0
    dtype: str = "float32"
    rank: int | None = None


@dataclass(frozen=True)
class Event:
    """What one layer does with padding or with its mask.

    Parameters
    ----------
    what : {"uses", "loses", "leaks", "widens", "unknown"}
        Uses a mask; drops it; reads padding that no mask covers; makes it cover less; cannot be said.
    layer, class_name : str
        Empty for the model's outputs.
    inputs : frozenset of int
        Whose padding.
    why : {"", "class", "mask", "values", "computed", "layer"}
        Of what is unknown: a class of its author's; a mask given by hand; a mask made of values that are
        computed; a computation that may mask by itself; a layer that no rule covers.
    """

    what: What
    layer: str
    class_name: str
    inputs: Inputs
    why: Why = ""


@dataclass(frozen=True)
class Flow:
    """One tensor on its way through a model.

    Parameters
    ----------
    shape : shape or None
    padded : frozenset of int
        The inputs whose padding stands in it.
    bare : frozenset of int
        Those of them that its mask does not cover; all where it has none.
    has_mask : bool
        Whether Keras attaches a mask to it.
    axis : int or None
        Where the steps stand; None where they do not stand along one axis any more.
    source : int or None
        The input whose values it holds unchanged.
    sign : bool
        Whether it may serve as a mask of the model's own making.
    derived : bool
        Whether it is made by nothing but what Keras itself writes down to compute a mask.
    taken : Call or None
        The MultiHeadAttention that, when the model runs, took off the mask that the model was built with:
        layers to which Keras gives the mask by name still have it, attention does not.
    """

    shape: MaybeShape = None
    padded: Inputs = NONE
    bare: Inputs = NONE
    has_mask: bool = False
    axis: int | None = 1
    source: int | None = None
    sign: bool = False
    derived: bool = False
    taken: Call | None = None

    @property
    def rank(self) -> int | None:
        """How many axes it has; None where unknown."""
        return None if self.shape is None else len(self.shape)


@dataclass
class MaskFlow:
    """What happens to masks and padding in a model.

    Parameters
    ----------
    makers : list of Maker
    events : list of Event
    masked : dict of str to bool
        By call: whether Keras attaches a mask to its (first) output.
    """

    makers: list[Maker] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    masked: dict[str, bool] = field(default_factory=dict)

    def first(self, what: What, one: int) -> Event | None:
        """Return the first event of a kind about the padding of one input."""
        return next((event for event in self.events if event.what == what and one in event.inputs), None)


def axis_of(data: Sequence[Flow]) -> int | None:
    """Return where the steps stand in the first tensor that holds padding."""
    return next((one.axis for one in data if one.padded), 1)


def compute_dtype(call: Call) -> str:
    """Return what a layer computes floats in."""
    dtype = call.settings.get("dtype")
    if isinstance(dtype, dict):
        dtype = dtype.get("config", {}).get("name")
    return dtype.removeprefix("mixed_") if isinstance(dtype, str) else "float32"


def covers_steps(call: Call, one: Flow) -> bool:
    """Whether a normalisation's axes hold the axis of the steps."""
    axis = call.settings.get("axis", -1)
    axes = [axis] if isinstance(axis, int) else list(axis or ())
    if one.axis is None:
        return True
    return any((at if at >= 0 or one.rank is None else at + one.rank) == one.axis for at in axes)


def reads_neighbours(call: Call) -> bool:
    """Whether a step's result depends on other steps; a causal one tells padding apart by its place alone."""
    settings = call.settings
    if settings.get("padding") == "causal":
        return False
    size = settings.get("kernel_size", settings.get("pool_size", 2))
    strides = settings.get("strides") or 1
    many = [*(size if isinstance(size, (list, tuple)) else [size])]
    many += [*(strides if isinstance(strides, (list, tuple)) else [strides])]
    return any(one != 1 for one in many)


def keeps_steps(before: MaybeShape, after: MaybeShape) -> bool:
    """Whether a reshape leaves the steps along axis 1."""
    return before is not None and after is not None and len(after) > 2 and before[1] == after[1]


def only_ones(before: MaybeShape, after: MaybeShape) -> bool:
    """Whether a reshape only adds or drops axes of 1 at the end."""
    if before is None or after is None:
        return False
    short, long = sorted((before, after), key=len)
    return long[: len(short)] == short and all(size == 1 for size in long[len(short) :])


def all_keras(model: Config) -> bool:
    """Whether Keras brings every layer of a model, those of nested ones too."""
    return all(
        all_keras(layer) if has_layers(layer) else call_of(layer).is_keras
        for layer in model["config"]["layers"]
    )
