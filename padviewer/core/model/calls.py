"""The calls of a model's config in the order of its data, nested models included."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from padviewer.core.model.foreign import RUNS_CODE, Config, own_name
from padviewer.core.model.spec import Shape, as_shape

T = TypeVar("T")
Tensor = tuple[str, int, int]
DROPPED = ("_initializer", "_regularizer", "_constraint")
HEAVY = frozenset({"compile_config", "vocabulary", "registered_name", "function", "idf_weights"})


@dataclass(frozen=True)
class Call:
    """One call of a layer or operation.

    Parameters
    ----------
    name : str
        The layer's, ``model/layer`` inside a nested model.
    class_name : str
    is_keras : bool
        Whether Keras brings the class.
    is_operation : bool
        Whether it is a `keras.ops` call and no layer.
    settings : dict
        The layer's config.
    built : shape or None
        The one shape that it was built for, where the config tells.
    constants : tuple
        The numbers among its positional arguments.
    """

    name: str
    class_name: str
    is_keras: bool
    is_operation: bool
    settings: Config
    built: Shape | None = None
    constants: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Given(Generic[T]):
    """What a call is given.

    Parameters
    ----------
    data : tuple of T
        Its tensors in order, masks left out.
    named : mapping of str to tuple of T
        Those of them that are given by name.
    masks : mapping of str to tuple of T
        Tensors given as masks, by the argument's name.
    """

    data: tuple[T, ...]
    named: Mapping[str, tuple[T, ...]]
    masks: Mapping[str, tuple[T, ...]]


Visit = Callable[[Call, Given[T]], Sequence[T]]


def call_of(layer: Config, prefix: str = "", constants: tuple[Any, ...] = ()) -> Call:
    """Return a layer's config as a call."""
    module = str(layer.get("module") or "keras")
    build = layer.get("build_config")
    shape = build.get("input_shape") if isinstance(build, dict) else None
    flat = isinstance(shape, (list, tuple)) and all(one is None or isinstance(one, int) for one in shape)
    return Call(
        prefix + (own_name(layer) or str(layer["class_name"])),
        str(layer["class_name"]),
        (module == "keras" or module.startswith("keras.")) and layer["class_name"] not in RUNS_CODE,
        module.startswith("keras.src.ops"),
        layer["config"],
        as_shape(shape) if flat and shape else None,
        constants,
    )


def walk(model: Config, inputs: Sequence[T], visit: Visit[T], prefix: str = "") -> list[T]:
    """Visit every call of a model in the order of its data, and return what its outputs are.

    Parameters
    ----------
    model : dict
        A model's serialised config (``class_name`` and ``config``).
    inputs : sequence of T
        One for each of the model's inputs, in the model's order.
    visit : callable
        Is given a call and what is given to it, and returns what the call gives: one T or several.
    prefix : str
        What stands before the names of its layers.

    Raises
    ------
    KeyError, TypeError, ValueError, IndexError, AttributeError
        The config contradicts itself, or is of a model without layers (a subclassed one).
    """
    config = model["config"]
    if "input_layers" in config:
        return _walk_functional(config, inputs, visit, prefix)
    current = list(inputs)
    for layer in config["layers"]:
        if layer["class_name"] != "InputLayer":
            current = _called(layer, Given(tuple(current), {}, {}), visit, prefix)
    return current


def has_layers(node: object) -> bool:
    """Whether a config is a model's whose layers it tells."""
    return (
        isinstance(node, dict)
        and isinstance(node.get("config"), dict)
        and isinstance(node["config"].get("layers"), list)
    )


def slimmed(value: Any) -> Any:
    """Return a config without what no rule reads: initialisers, weights' rules, vocabularies, code."""
    if isinstance(value, dict):
        return {
            key: slimmed(one)
            for key, one in value.items()
            if key not in HEAVY and not (isinstance(key, str) and key.endswith(DROPPED))
        }
    if isinstance(value, (list, tuple)):
        return [slimmed(one) for one in value]
    return value


def references(value: Any) -> Iterator[tuple[Tensor, Shape | None]]:
    """Yield every tensor a config refers to, as current and older Keras write it, with its shape if told."""
    if isinstance(value, dict):
        if value.get("class_name") == "__keras_tensor__":
            layer, call, tensor = value["config"]["keras_history"]
            yield (layer, call, tensor), as_shape(value["config"]["shape"])
            return
        value = list(value.values())
    if not isinstance(value, list):
        return
    if len(value) >= 3 and isinstance(value[0], str) and all(isinstance(one, int) for one in value[1:3]):
        yield (value[0], value[1], value[2]), None
        return
    for one in value:
        yield from references(one)


def _called(
    layer: Config, given: Given[T], visit: Visit[T], prefix: str, constants: tuple[Any, ...] = ()
) -> list[T]:
    if has_layers(layer):
        return walk(layer, given.data, visit, f"{prefix}{own_name(layer)}/")
    return list(visit(call_of(layer, prefix, constants), given))


@dataclass(frozen=True)
class _Pending:
    """A call whose tensors may not be there yet."""

    key: str
    number: int
    layer: Config
    data: tuple[Tensor, ...]
    named: dict[str, tuple[Tensor, ...]]
    masks: dict[str, tuple[Tensor, ...]]
    constants: tuple[Any, ...]

    @property
    def needs(self) -> Iterator[Tensor]:
        yield from self.data
        for some in self.masks.values():
            yield from some


def _pending(config: Config) -> list[_Pending]:
    found = []
    for layer in config["layers"]:
        key = layer.get("name") or own_name(layer)
        for number, inbound in enumerate(layer.get("inbound_nodes", ())):
            args, kwargs = inbound, {}
            if isinstance(inbound, dict):
                args, kwargs = inbound.get("args"), inbound.get("kwargs", {})
            every = {name: tuple(one for one, _ in references(value)) for name, value in kwargs.items()}
            named = {name: some for name, some in every.items() if some and not name.endswith("mask")}
            masks = {name: some for name, some in every.items() if some and name.endswith("mask")}
            data = [one for one, _ in references(args)] + [one for some in named.values() for one in some]
            constants = tuple(
                one for one in (args if isinstance(args, list) else ()) if not isinstance(one, (dict, list))
            )
            found.append(_Pending(key, number, layer, tuple(data), named, masks, constants))
    return found


def _walk_functional(config: Config, inputs: Sequence[T], visit: Visit[T], prefix: str) -> list[T]:
    starts = [tensor for tensor, _ in references(config["input_layers"])]
    if len(starts) != len(inputs):
        raise ValueError(f"{len(inputs)} tensors for {len(starts)} inputs")
    known: dict[Tensor, T] = dict(zip(starts, inputs, strict=True))
    made: dict[tuple[str, int], list[T]] = {}

    def value(tensor: Tensor) -> T:
        if tensor in known:
            return known[tensor]
        outputs = made[tensor[0], tensor[1]]
        return outputs[min(tensor[2], len(outputs) - 1)]

    waiting = _pending(config)
    while waiting:
        later = []
        for one in waiting:
            if not all(need in known or need[:2] in made for need in one.needs):
                later.append(one)
                continue
            given = Given(
                tuple(value(tensor) for tensor in one.data),
                {name: tuple(value(tensor) for tensor in some) for name, some in one.named.items()},
                {name: tuple(value(tensor) for tensor in some) for name, some in one.masks.items()},
            )
            made[one.key, one.number] = _called(one.layer, given, visit, prefix, one.constants)
        if len(later) == len(waiting):
            raise ValueError("a layer reads what no layer gives")
        waiting = later
    return [value(tensor) for tensor, _ in references(config["output_layers"])]
