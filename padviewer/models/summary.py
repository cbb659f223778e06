"""A Keras model as rows, read from the model object: layers, shapes, dtypes, parameters, Embeddings."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from typing import Any

from padviewer.core.finding import Finding
from padviewer.core.model.calls import has_layers, slimmed
from padviewer.core.model.network import KEEPS_VALUES
from padviewer.core.model.spec import (
    EmbeddingLimit,
    InputSpec,
    LayerSpec,
    ModelSpec,
    Shape,
    Shapes,
    as_shapes,
    is_shapes,
    merged_shapes,
)
from padviewer.core.sentence import say


def summarise(model: Any) -> ModelSpec:
    """Read a model's inputs, layers and parameters.

    Parameters
    ----------
    model : keras.Model
        Functional, Sequential or subclassed. What is not built yet has no shapes and no parameters.

    Returns
    -------
    ModelSpec
        The rows are those of ``model.summary()``: a nested model is one row, a Sequential's input none. Only
        the operations that Keras adds by itself to compute a mask are left out.
        Totals equal ``model.count_params()``; a layer that is used twice counts once.

    Examples
    --------
    >>> import keras
    >>> m = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    >>> summarise(m).layers[0].output_shape, summarise(m).total_params
    ((None, 3), 15)
    """
    graph = _graph(model)
    calls: dict[int, list[Any]] = {}
    for node in _nodes(graph):
        calls.setdefault(id(node.operation), []).append(node)
    inputs = _inputs(graph)
    findings: tuple[Finding, ...] = ()
    if not inputs:
        findings = (
            Finding(
                "warning",
                "no-inputs",
                say(
                    "{name} declares no inputs, so that tensors cannot be checked against it.",
                    name=str(model.name),
                ),
                where=model.name,
                remedy=say("Start the model with keras.Input, or call it on data."),
            ),
        )
    known = graph is not None or bool(model.built)
    return ModelSpec(
        name=model.name,
        inputs=inputs,
        layers=tuple(_row(layer, calls.get(id(layer), [])) for layer in _listed(model, graph)),
        embeddings=tuple(
            EmbeddingLimit(inputs[index].name, name, dim, zero)
            for index, name, dim, zero in _embeddings(graph)
        ),
        total_params=_params(model.weights) if known else None,
        trainable_params=_params(model.trainable_weights) if known else None,
        source="model",
        findings=findings,
        network=_network(model),
    )


def _network(model: Any) -> dict[str, Any] | None:
    """Return the config of a model's layers; None for one that does not tell them (a subclassed one)."""
    try:
        config = json.loads(model.to_json())
    except Exception:  # noqa: BLE001 - a stranger's layer may raise anything where it is asked for its config
        return None
    return slimmed(config) if has_layers(config) else None


def _graph(model: Any) -> Any:
    """Return what holds the model's nodes: itself, the Functional inside a Sequential, or None."""
    for one in (model, getattr(model, "_functional", None)):
        if getattr(one, "_nodes_by_depth", None):
            return one
    return None


def _nodes(graph: Any) -> Iterator[Any]:
    if graph is None:
        return
    by_depth = graph._nodes_by_depth  # noqa: SLF001 - Keras has no public way to a model's graph
    for depth in sorted(by_depth, reverse=True):
        yield from by_depth[depth]


def _listed(model: Any, graph: Any) -> list[Any]:
    if graph is not model:
        return list(model.layers)
    shown: set[int] = set()
    read = {id(tensor) for tensor in graph.outputs}
    for node in reversed(list(_nodes(graph))):
        is_layer = hasattr(node.operation, "weights")
        if is_layer or not read.isdisjoint(id(tensor) for tensor in node.output_tensors):
            shown.add(id(node.operation))
            read.update(id(tensor) for tensor in _data(node))
    operations = model._operations  # noqa: SLF001 - as summary(): model.layers leaves out keras.ops calls
    return [one for one in operations if id(one) in shown]


def _inputs(graph: Any) -> tuple[InputSpec, ...]:
    if graph is None:
        return ()
    return tuple(InputSpec(one.name, tuple(one.shape), str(one.dtype)) for one in graph.inputs)


def _data(node: Any) -> list[Any]:
    """Return the tensors that a call takes, without its masks."""
    named = node.arguments.kwargs.items()
    masks = {id(tensor) for key, value in named if key.endswith("mask") for tensor in _flat(value)}
    return [tensor for tensor in node.input_tensors if id(tensor) not in masks]


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from _flat(one)
    else:
        yield value


def _params(weights: Iterable[Any]) -> int:
    return sum(math.prod(weight.shape) for weight in weights)


def _shape(tensor: Any) -> Shape:
    return tuple(tensor.shape)


def _row(layer: Any, calls: list[Any]) -> LayerSpec:
    if calls:
        takes = merged_shapes(_shape(tensor) for node in calls for tensor in _data(node))
        gives = merged_shapes(_shape(tensor) for node in calls for tensor in node.output_tensors)
        dtype = str(calls[0].output_tensors[0].dtype)
        if takes is None:
            takes = gives
    else:
        takes, gives = _built_shapes(layer)
        dtype = str(getattr(layer, "compute_dtype", "") or "")
    weights = getattr(layer, "weights", None)
    built = bool(calls) or bool(getattr(layer, "built", False))
    return LayerSpec(
        name=layer.name,
        class_name=type(layer).__name__,
        input_shape=takes,
        output_shape=gives,
        dtype=dtype,
        params=_params(weights or ()) if built else None,
        trainable=getattr(layer, "trainable", None),
    )


def _built_shapes(layer: Any) -> tuple[Shapes, Shapes]:
    """Return the shapes a layer outside a graph was built for, and what it says it makes of them."""
    built = (layer.get_build_config() or {}).get("input_shape") if getattr(layer, "built", False) else None
    if built is None:
        return None, None
    takes = as_shapes(built)
    try:
        gives = as_shapes(layer.compute_output_shape(built))
    except Exception:  # noqa: BLE001 - a stranger's layer may raise anything here; its row then shows no output
        gives = None
    return takes if is_shapes(takes) else None, gives if is_shapes(gives) else None


def _embeddings(graph: Any) -> Iterator[tuple[int, str, int, bool]]:
    """Follow each input to the Embeddings that its values reach: (input, layer, input_dim, mask_zero)."""
    if graph is None:
        return
    carriers = {id(tensor): index for index, tensor in enumerate(graph.inputs)}
    for node in _nodes(graph):
        operation = node.operation
        for position, tensor in enumerate(_data(node)):
            index = carriers.get(id(tensor))
            if index is None:
                continue
            if type(operation).__name__ == "Embedding":
                yield index, operation.name, int(operation.input_dim), bool(operation.mask_zero)
            for inner, name, dim, zero in _embeddings(_graph(operation)):
                if inner == position:
                    yield index, f"{operation.name}/{name}", dim, zero
            if type(operation).__name__ in KEEPS_VALUES:
                carriers.update((id(output), index) for output in node.output_tensors)
