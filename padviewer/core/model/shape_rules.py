"""What shape each layer of Keras makes of a shape, or why it cannot take it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from padviewer.core.model.calls import Call, Given, call_of, has_layers, walk
from padviewer.core.model.foreign import Config
from padviewer.core.model.spec import Shape

MaybeShape = Shape | None


class NoSuchShapeError(Exception):
    """A layer cannot take the shape that it is given."""

    def __init__(self, layer: str, class_name: str) -> None:
        super().__init__(layer)
        self.layer = layer
        self.class_name = class_name


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


SAME = _names(
    "Activation ActivityRegularization AlphaDropout BatchNormalization Dropout ELU "
    "GaussianDropout GaussianNoise GroupNormalization Identity LayerNormalization LeakyReLU "
    "Masking Normalization PReLU RMSNormalization ReLU Rescaling Softmax SpatialDropout1D "
    "SpatialDropout2D SpatialDropout3D UnitNormalization Discretization"
)
ELEMENTWISE = _names("Add Subtract Multiply Average Maximum Minimum")
RECURRENT = _names("LSTM GRU SimpleRNN")
OPERATION_SAME = _names(
    "Relu Relu6 Sigmoid Tanh Softmax LogSoftmax Silu Gelu Elu Selu Softplus Softsign LeakyRelu "
    "Cast Abs Absolute Negative Square Sqrt Rsqrt Exp Log Log1p Sin Cos Clip ZerosLike OnesLike "
    "Identity StopGradient LogicalNot Isnan Power Sign Round Floor Ceil Reciprocal HardSigmoid "
    "HardTanh"
)
OPERATION_BROADCAST = _names(
    "Add Subtract Multiply TrueDivide Divide Maximum Minimum NotEqual Equal Greater GreaterEqual "
    "Less LessEqual LogicalAnd LogicalOr LogicalXor Mod FloorDivide"
)


def shapes_after(call: Call, given: Given[MaybeShape]) -> list[MaybeShape]:
    """Return the shapes of what a call gives; None where no rule knows.

    Raises
    ------
    NoSuchShapeError
        The layer cannot take what it is given.
    """
    shapes = given.data
    if not shapes or any(shape is None for shape in shapes) or not call.is_keras:
        return [None]
    known = [shape for shape in shapes if shape is not None]
    try:
        if call.is_operation:
            return [_operation(call, known)]
        if call.class_name == "TimeDistributed":
            return _time_distributed(call, known[0])
        if call.class_name in RECURRENT | {"Bidirectional"}:
            return _recurrent(call, known[0])
        if call.class_name in SAME:
            return [known[0]]
        rule = _RULES.get(call.class_name)
        return [None if rule is None else rule(call, known)]
    except _Misfit as error:
        raise NoSuchShapeError(call.name, call.class_name) from error


class _Misfit(Exception):  # noqa: N818 - never leaves this file
    pass


def _misfit_unless(fits: bool) -> None:
    if not fits:
        raise _Misfit


def _channels(call: Call, size: int | None, axis: int = -1) -> None:
    """Refuse another number of channels than the layer was built for."""
    built = call.built
    if built and size is not None:
        _misfit_unless(built[axis] is None or built[axis] == size)


def _many(value: Any, count: int) -> tuple[int, ...]:
    return (int(value),) * count if isinstance(value, int) else tuple(int(one) for one in value)


def _pairs(value: Any, count: int) -> tuple[tuple[int, int], ...]:
    if isinstance(value, int):
        return ((value, value),) * count
    if count == 1 and all(isinstance(one, int) for one in value):
        return ((int(value[0]), int(value[1])),)
    return tuple((one, one) if isinstance(one, int) else (int(one[0]), int(one[1])) for one in value)


def _spatial(call: Call, shape: Shape) -> tuple[int, list[int], int]:
    """Return how many spatial axes a layer has, which they are, and its channel axis."""
    count = next(int(mark) for mark in call.class_name if mark.isdigit())
    _misfit_unless(len(shape) == count + 2)
    first = call.settings.get("data_format") == "channels_first"
    start = 2 if first else 1
    return count, list(range(start, start + count)), 1 if first else count + 1


def _with(shape: Shape, axes: Sequence[int], sizes: Sequence[int | None]) -> Shape:
    made = list(shape)
    for axis, size in zip(axes, sizes, strict=True):
        _misfit_unless(size is None or size > 0)
        made[axis] = size
    return tuple(made)


def window_steps(size: int | None, window: int, stride: int, padding: str) -> int | None:
    """Return how many steps a convolution or pooling makes of `size` steps; `window` counts its dilation.

    >>> window_steps(10, 3, 2, "valid"), window_steps(10, 3, 2, "same")
    (4, 5)
    """
    if size is None:
        return None
    return (size - window) // stride + 1 if padding == "valid" else -(-size // stride)


def _conv(call: Call, shapes: list[Shape]) -> Shape:
    shape, settings = shapes[0], call.settings
    count, axes, channel = _spatial(call, shape)
    _channels(call, shape[channel], channel)
    kernels, strides = _many(settings["kernel_size"], count), _many(settings.get("strides", 1), count)
    dilations = _many(settings.get("dilation_rate", 1), count)
    sizes = [
        window_steps(shape[axis], (kernel - 1) * dilation + 1, stride, settings.get("padding", "valid"))
        for axis, kernel, stride, dilation in zip(axes, kernels, strides, dilations, strict=True)
    ]
    made = _with(shape, axes, sizes)
    if call.class_name.startswith("Depthwise"):
        inside = shape[channel]
        filters = None if inside is None else inside * int(settings.get("depth_multiplier", 1))
    else:
        filters = int(settings["filters"])
    return _with(made, [channel], [filters])


def _conv_transpose(call: Call, shapes: list[Shape]) -> MaybeShape:
    shape, settings = shapes[0], call.settings
    count, axes, channel = _spatial(call, shape)
    _channels(call, shape[channel], channel)
    if settings.get("output_padding") is not None:
        return None
    sizes: list[int | None] = []
    kernels, strides = _many(settings["kernel_size"], count), _many(settings.get("strides", 1), count)
    dilations = _many(settings.get("dilation_rate", 1), count)
    for axis, kernel, stride, dilation in zip(axes, kernels, strides, dilations, strict=True):
        size, window = shape[axis], (kernel - 1) * dilation + 1
        more = max(window - stride, 0) if settings.get("padding") == "valid" else 0
        sizes.append(None if size is None else size * stride + more)
    return _with(_with(shape, axes, sizes), [channel], [int(settings["filters"])])


def _pool(call: Call, shapes: list[Shape]) -> Shape:
    shape, settings = shapes[0], call.settings
    count, axes, _ = _spatial(call, shape)
    pools = _many(settings["pool_size"], count)
    strides = pools if settings.get("strides") is None else _many(settings["strides"], count)
    sizes = [
        window_steps(shape[axis], pool, stride, settings.get("padding", "valid"))
        for axis, pool, stride in zip(axes, pools, strides, strict=True)
    ]
    return _with(shape, axes, sizes)


def _adaptive_pool(call: Call, shapes: list[Shape]) -> Shape:
    count, axes, _ = _spatial(call, shapes[0])
    return _with(shapes[0], axes, _many(call.settings["output_size"], count))


def _global_pool(call: Call, shapes: list[Shape]) -> Shape:
    shape = shapes[0]
    count, axes, channel = _spatial(call, shape)
    if call.settings.get("keepdims"):
        return _with(shape, axes, (1,) * count)
    return (shape[0], shape[channel])


def _changed(change: Callable[[int, Any], int], key: str) -> Callable[[Call, list[Shape]], Shape]:
    def rule(call: Call, shapes: list[Shape]) -> Shape:
        shape = shapes[0]
        count, axes, _ = _spatial(call, shape)
        many = _many(call.settings[key], count) if key == "size" else _pairs(call.settings[key], count)
        sizes = []
        for axis, one in zip(axes, many, strict=True):
            size = shape[axis]
            sizes.append(None if size is None else change(size, one))
        return _with(shape, axes, sizes)

    return rule


def _product(sizes: Sequence[int | None]) -> int | None:
    known = [size for size in sizes if size is not None]
    return math.prod(known) if len(known) == len(sizes) else None


def _flatten(_: Call, shapes: list[Shape]) -> Shape:
    shape = shapes[0]
    return (shape[0], _product(shape[1:]))


def _reshape(call: Call, shapes: list[Shape]) -> Shape:
    target = [int(one) for one in call.settings["target_shape"]]
    whole = _product(shapes[0][1:])
    rest = math.prod(one for one in target if one != -1)
    if -1 not in target:
        _misfit_unless(whole is None or whole == rest)
        return (shapes[0][0], *target)
    _misfit_unless(whole is None or (rest > 0 and whole % rest == 0))
    open_size = None if whole is None else whole // rest
    return (shapes[0][0], *(open_size if one == -1 else one for one in target))


def _permute(call: Call, shapes: list[Shape]) -> Shape:
    dims = [int(one) for one in call.settings["dims"]]
    _misfit_unless(len(dims) == len(shapes[0]) - 1)
    return (shapes[0][0], *(shapes[0][one] for one in dims))


def _repeat(call: Call, shapes: list[Shape]) -> Shape:
    _misfit_unless(len(shapes[0]) == 2)
    return (shapes[0][0], int(call.settings["n"]), shapes[0][1])


def _dense(call: Call, shapes: list[Shape]) -> Shape:
    _channels(call, shapes[0][-1])
    return (*shapes[0][:-1], int(call.settings["units"]))


def _einsum(call: Call, shapes: list[Shape]) -> MaybeShape:
    takes, _, gives = str(call.settings["equation"]).replace(" ", "").partition("->")
    takes = takes.partition(",")[0]
    if "." in gives + takes or len(takes) != len(shapes[0]):
        return None
    sizes: dict[str, int | None] = dict(zip(takes, shapes[0], strict=True))
    told = call.settings.get("output_shape")
    told = [told] if isinstance(told, int) else list(told or ())
    for label, size in zip(reversed(gives), reversed(told), strict=False):
        sizes.setdefault(label, size)
    return tuple(sizes.get(label) for label in gives)


def _embedding(call: Call, shapes: list[Shape]) -> Shape:
    return (*shapes[0], int(call.settings["output_dim"]))


def _recurrent(call: Call, shape: Shape) -> list[MaybeShape]:
    _misfit_unless(len(shape) == 3)
    settings, merge = call.settings, None
    if call.class_name == "Bidirectional":
        merge = settings.get("merge_mode", "concat")
        inner = call_of(settings["layer"])
        if inner.class_name not in RECURRENT:
            return [None]
        settings = inner.settings
    else:
        _channels(call, shape[-1])
    if settings.get("return_state") or (call.class_name == "Bidirectional" and merge is None):
        return [None]
    units = int(settings["units"]) * (2 if merge == "concat" else 1)
    return [(shape[0], shape[1], units) if settings.get("return_sequences") else (shape[0], units)]


def _time_distributed(call: Call, shape: Shape) -> list[MaybeShape]:
    layer: Config = call.settings["layer"]
    inside: list[MaybeShape]
    if has_layers(layer):
        inside = walk(layer, [(shape[0], *shape[2:])], shapes_after, f"{call.name}/")
    else:
        inside = shapes_after(call_of(layer, f"{call.name}/"), Given(((shape[0], *shape[2:]),), {}, {}))
    return [None if one is None else (one[0], shape[1], *one[1:]) for one in inside]


def broadcast(shapes: Sequence[Shape]) -> Shape:
    """Return the shape of an elementwise sum; raises where sizes disagree."""
    rank = max(len(shape) for shape in shapes)
    made: list[int | None] = []
    for axis in range(1, rank + 1):
        sizes = {shape[-axis] for shape in shapes if len(shape) >= axis} - {1}
        known = sizes - {None}
        _misfit_unless(len(known) <= 1)
        made.append(next(iter(known)) if known else None if sizes else 1)
    return tuple(reversed(made))


def _merge(_: Call, shapes: list[Shape]) -> MaybeShape:
    return broadcast(shapes) if len({len(shape) for shape in shapes}) == 1 else None


def _concatenate(call: Call, shapes: list[Shape]) -> MaybeShape:
    rank = len(shapes[0])
    if any(len(shape) != rank for shape in shapes):
        return None
    axis = int(call.settings.get("axis", -1)) % rank
    made: list[int | None] = []
    for at in range(rank):
        sizes = [shape[at] for shape in shapes]
        if at == axis:
            known = [size for size in sizes if size is not None]
            made.append(sum(known) if len(known) == len(sizes) else None)
            continue
        different = {size for size in sizes if size is not None}
        _misfit_unless(len(different) <= 1)
        made.append(next(iter(different), None))
    return tuple(made)


def _attention(_: Call, shapes: list[Shape]) -> MaybeShape:
    return (*shapes[0][:-1], shapes[1][-1]) if len(shapes) > 1 else None


def _multi_head(call: Call, shapes: list[Shape]) -> MaybeShape:
    if call.settings.get("output_shape") is not None:
        return None
    return shapes[0]


def _operation(call: Call, shapes: list[Shape]) -> MaybeShape:
    if call.class_name in OPERATION_SAME and len(shapes) == 1:
        return shapes[0]
    if call.class_name in OPERATION_BROADCAST:
        scalars = all(not isinstance(one, (dict, list)) for one in call.constants)
        return broadcast(shapes) if scalars else None
    if call.class_name == "Concatenate":
        return _concatenate(call, shapes)
    axis = call.settings.get("axis")
    if call.class_name == "ExpandDims" and isinstance(axis, int):
        at = axis % (len(shapes[0]) + 1)
        return (*shapes[0][:at], 1, *shapes[0][at:])
    if call.class_name in {"Mean", "Sum", "Max", "Min", "Any", "All"} and isinstance(axis, int):
        at = axis % len(shapes[0])
        kept = (1,) if call.settings.get("keepdims") else ()
        return (*shapes[0][:at], *kept, *shapes[0][at + 1 :])
    return None


def _rules() -> dict[str, Callable[[Call, list[Shape]], MaybeShape]]:
    rules: dict[str, Callable[[Call, list[Shape]], MaybeShape]] = {
        "Dense": _dense,
        "Embedding": _embedding,
        "EinsumDense": _einsum,
        "Flatten": _flatten,
        "Reshape": _reshape,
        "Permute": _permute,
        "RepeatVector": _repeat,
        "Concatenate": _concatenate,
        "Attention": _attention,
        "AdditiveAttention": _attention,
        "MultiHeadAttention": _multi_head,
        "GroupQueryAttention": _multi_head,
    }
    rules.update(dict.fromkeys(ELEMENTWISE, _merge))
    for n in "123":
        rules.update({f"Conv{n}D": _conv, f"Conv{n}DTranspose": _conv_transpose})
        rules.update({f"DepthwiseConv{n}D": _conv, f"SeparableConv{n}D": _conv})
        for kind in ("Max", "Average"):
            rules[f"{kind}Pooling{n}D"] = _pool
            rules[f"Global{kind}Pooling{n}D"] = _global_pool
            rules[f"Adaptive{kind}Pooling{n}D"] = _adaptive_pool
        rules[f"ZeroPadding{n}D"] = _changed(lambda size, pair: size + sum(pair), "padding")
        rules[f"Cropping{n}D"] = _changed(lambda size, pair: size - sum(pair), "cropping")
        rules[f"UpSampling{n}D"] = _changed(lambda size, by: size * by, "size")
    return rules


_RULES = _rules()
