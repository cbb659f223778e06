"""Reading a model's inputs, layers and Embeddings from the config inside a `.keras` file, without Keras."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.model.calls import Tensor, references, slimmed
from padviewer.core.model.foreign import Config, foreign_classes, own_name
from padviewer.core.model.keras_archive import read_config
from padviewer.core.model.spec import (
    EmbeddingLimit,
    InputSpec,
    LayerSpec,
    ModelSpec,
    Shape,
    Shapes,
    as_shape,
    as_shapes,
    is_shape,
    is_shapes,
    merged_shapes,
    shape_text,
)
from padviewer.core.sentence import say

__all__ = [
    "EmbeddingLimit",
    "InputSpec",
    "LayerSpec",
    "ModelSpec",
    "Shape",
    "Shapes",
    "read_keras_config",
    "shape_text",
    "spec_from_config",
]

KEEPS_VALUES = frozenset({"InputLayer", "Identity", "Reshape", "Flatten", "Permute", "RepeatVector"})


def read_keras_config(path: str | os.PathLike[str]) -> ModelSpec:
    """Read inputs, layers and Embeddings of a `.keras` file from its config alone.

    Parameters
    ----------
    path : path
        A `.keras` file.

    Returns
    -------
    ModelSpec
        With ``source="config"``; parameter counts are None, and shapes are None where the config does not
        tell them. Custom layers, layers that hold code, and a model that declares no inputs are findings.

    Raises
    ------
    PathError, UnsafeError, ContentError
        As `padviewer.core.model.keras_archive.read_config`; ContentError also for a config that contradicts
        itself.
    """
    return spec_from_config(read_config(path), where=Path(path).name)


def spec_from_config(config: Config, where: str = "") -> ModelSpec:
    """Return the model that a parsed ``config.json`` describes; see `read_keras_config`.

    Raises
    ------
    ContentError
        It is damaged, or of no kind that Keras 3 writes.
    """
    try:
        model = _model(config, {})
        inputs = model.inputs
        return ModelSpec(
            name=model.name,
            inputs=inputs,
            layers=model.layers,
            embeddings=tuple(
                EmbeddingLimit(inputs[index].name, name, input_dim, mask_zero)
                for index, name, input_dim, mask_zero in model.embeddings
            ),
            source="config",
            findings=tuple(_findings(config, model)),
            network=slimmed(config) if _is_model(config) else None,
        )
    except (AttributeError, KeyError, TypeError, IndexError, ValueError, RecursionError) as error:
        raise ContentError(
            "damaged-model",
            say("The model's config contradicts itself: {error}.", error=repr(error)),
            where=where,
            remedy=say("Save the model again with a current Keras."),
        ) from error


def _findings(config: Config, model: _Model) -> Iterator[Finding]:
    for foreign in foreign_classes(config):
        if foreign.runs_code:
            yield Finding(
                "error",
                "code-in-model",
                say(
                    "{layer} is a {class_name}, which runs code from the file. "
                    "PadViewer does not load such a model.",
                    layer=foreign.layer,
                    class_name=foreign.class_name,
                ),
                where=foreign.layer,
                remedy=say("Replace it by a layer of Keras and save the model again."),
            )
        else:
            source = (
                say("comes from {module}", module=foreign.module)
                if foreign.module
                else say("is a class of its author's")
            )
            yield Finding(
                "warning",
                "custom-layer",
                say(
                    "{layer} uses {class_name}, which {source} and is not part of Keras. "
                    "PadViewer knows it from the config alone.",
                    layer=foreign.layer,
                    class_name=foreign.class_name,
                    source=source,
                ),
                where=foreign.layer,
                remedy=say(
                    "Check the tensors against the config; load the model where that class is imported."
                ),
            )
    if not model.inputs:
        yield Finding(
            "warning",
            "no-inputs",
            say("{name} declares no inputs, so that tensors cannot be checked against it.", name=model.name),
            where=model.name,
            remedy=say("Start the model with keras.Input, or call it on data before saving."),
        )


@dataclass
class _Model:
    """What one (nested) model's config says; embeddings as (input, layer name, input_dim, mask_zero)."""

    name: str
    inputs: tuple[InputSpec, ...] = ()
    layers: tuple[LayerSpec, ...] = ()
    embeddings: list[tuple[int, str, int, bool]] = field(default_factory=list)


Seen = dict[int, _Model]


def _model(node: Config, seen: Seen) -> _Model:
    """Return what a model's config says; nested ones are read once and kept in `seen`."""
    if id(node) not in seen:
        config = node["config"]
        name = own_name(node) or node["class_name"]
        if not _is_model(node):
            seen[id(node)] = _Model(name)
        elif "input_layers" in config:
            seen[id(node)] = _functional(name, config, seen)
        else:
            seen[id(node)] = _sequential(name, node, config, seen)
    return seen[id(node)]


def _is_model(layer: Config) -> bool:
    return isinstance(layer["config"].get("layers"), list)


def _input(layer: Config) -> InputSpec | None:
    """Return the input that a layer declares (an InputLayer, or a first layer of an older Keras)."""
    config = layer["config"]
    shape = config.get("batch_shape", config.get("batch_input_shape"))
    if shape is None:
        return None
    dtype = config.get("dtype") if layer["class_name"] == "InputLayer" else None
    return InputSpec(own_name(layer), as_shape(shape), dtype if isinstance(dtype, str) else "float32")


def _build_shape(node: Config) -> Shapes:
    build = node.get("build_config")
    shapes = as_shapes(build.get("input_shape")) if isinstance(build, dict) else None
    return shapes if is_shapes(shapes) else None


def _dtype(layer: Config) -> str:
    dtype = layer["config"].get("dtype")
    if isinstance(dtype, dict):
        dtype = dtype.get("config", {}).get("name")
    return dtype.removeprefix("mixed_") if isinstance(dtype, str) else ""


def _row(layer: Config, input_shape: Shapes, output_shape: Shapes) -> LayerSpec:
    trainable = layer["config"].get("trainable")
    declared = _input(layer) if layer["class_name"] == "InputLayer" else None
    return LayerSpec(
        name=own_name(layer) or layer["class_name"],
        class_name=layer["class_name"],
        input_shape=declared.shape if declared else input_shape,
        output_shape=declared.shape if declared else output_shape,
        dtype=declared.dtype if declared else _dtype(layer),
        trainable=trainable if isinstance(trainable, bool) else None,
    )


def _embeddings_in(layer: Config, seen: Seen) -> list[tuple[int, str, int, bool]]:
    """Return the Embeddings behind the inputs of one layer: itself, or those of a nested model."""
    name = own_name(layer)
    if layer["class_name"] == "Embedding":
        return [(0, name, layer["config"]["input_dim"], bool(layer["config"].get("mask_zero")))]
    if _is_model(layer):
        return [
            (index, f"{name}/{inner}", dim, zero)
            for index, inner, dim, zero in _model(layer, seen).embeddings
        ]
    return []


def _sequential(name: str, node: Config, config: Config, seen: Seen) -> _Model:
    layers: list[Config] = config["layers"]
    declared = _input(layers[0]) if layers else None
    if declared is None and layers:
        declared = _undeclared_input(
            layers[0], as_shapes(config.get("build_input_shape")) or _build_shape(node), seen
        )
    real = [layer for layer in layers if layer["class_name"] != "InputLayer"]
    shapes = [_build_shape(layer) for layer in real]
    if shapes and shapes[0] is None and declared:
        shapes[0] = declared.shape
    rows = tuple(_row(*one) for one in zip(real, shapes, [*shapes, None][1:], strict=True))
    embeddings: list[tuple[int, str, int, bool]] = []
    for layer in real if declared else ():
        embeddings += _embeddings_in(layer, seen)
        if layer["class_name"] not in KEEPS_VALUES:
            break
    return _Model(name, (declared,) if declared else (), rows, embeddings)


def _undeclared_input(first: Config, built: Shapes, seen: Seen) -> InputSpec | None:
    if _is_model(first):
        inner = _model(first, seen).inputs
        return inner[0] if len(inner) == 1 else None
    if isinstance(built, tuple) and built and is_shape(built):
        return InputSpec(f"{own_name(first)}_input", as_shape((None, *built[1:])), "float32")
    return None


def _functional(name: str, config: Config, seen: Seen) -> _Model:
    by_name = {layer.get("name") or own_name(layer): layer for layer in config["layers"]}
    starts = [tensor for tensor, _ in references(config["input_layers"])]
    inputs = [declared for layer, _, _ in starts if (declared := _input(by_name[layer])) is not None]
    outputs: dict[str, list[Shape]] = {}
    taken: dict[str, list[Shape]] = {}
    consumers: dict[Tensor, list[Tensor]] = {}
    sources: dict[str, list[str]] = {}
    for layer_name, layer in by_name.items():
        for call, inbound in enumerate(layer.get("inbound_nodes", ())):
            for position, (tensor, shape) in enumerate(references(_data(inbound))):
                consumers.setdefault(tensor, []).append((layer_name, call, position))
                sources.setdefault(layer_name, []).append(tensor[0])
                taken.setdefault(layer_name, []).extend([shape] if shape is not None else [])
            for (source, _, _), shape in references(inbound):
                outputs.setdefault(source, []).extend([shape] if shape is not None else [])
    visible = _visible(by_name, sources, config.get("output_layers"))
    rows = tuple(
        _row(
            layer,
            merged_shapes(taken.get(key, ())) or _build_shape(layer),
            merged_shapes(outputs.get(key, ())),
        )
        for key, layer in by_name.items()
        if key in visible
    )
    return _Model(name, tuple(inputs), rows, list(_reached(starts, consumers, by_name, seen)))


def _data(inbound: Any) -> Any:
    """Return the arguments of a call without its masks."""
    if not isinstance(inbound, dict):
        return inbound
    named = inbound.get("kwargs", {}).items()
    return [inbound.get("args"), *(value for key, value in named if not key.endswith("mask"))]


def _visible(by_name: dict[str, Config], sources: dict[str, list[str]], outputs: Any) -> set[str]:
    """Return all but the operations that Keras adds to compute masks: nothing shown reads their data."""
    waiting = [name for name, layer in by_name.items() if not _is_operation(layer)]
    waiting += [layer for (layer, _, _), _ in references(outputs)]
    visible = set(waiting)
    while waiting:
        read = set(sources.get(waiting.pop(), ())) - visible
        visible |= read
        waiting += read
    return visible


def _is_operation(layer: Config) -> bool:
    return str(layer.get("module")).startswith("keras.src.ops")


def _reached(
    starts: list[Tensor], consumers: dict[Tensor, list[Tensor]], by_name: dict[str, Config], seen: Seen
) -> Iterator[tuple[int, str, int, bool]]:
    """Follow each input through layers that keep its values, and yield the Embeddings that it reaches."""
    for index, start in enumerate(starts):
        waiting, reached = deque([start]), {start}
        while waiting:
            for layer_name, call, position in consumers.get(waiting.popleft(), ()):
                layer = by_name[layer_name]
                for inner, name, dim, zero in _embeddings_in(layer, seen):
                    if inner == position:
                        yield index, name, dim, zero
                output = (layer_name, call, 0)
                if layer["class_name"] in KEEPS_VALUES and output not in reached:
                    reached.add(output)
                    waiting.append(output)
