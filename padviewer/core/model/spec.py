"""ModelSpec: a model as data (inputs, layers, embeddings, totals), usable without Keras."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.sentence import Sentence, say

Shape = tuple[int | None, ...]
Shapes = Shape | tuple[Shape, ...] | None
Source = Literal["config", "model"]


def _bad(where: str, what: Sentence) -> ContentError:
    return ContentError("bad-model-description", what, where=where)


def _named(name: object, what: Sentence) -> None:
    if not isinstance(name, str) or not name:
        raise _bad("", say("{what} has no name.", what=what))


def is_shape(value: object) -> bool:
    """Whether `value` is a tuple of sizes: int of 0 or more, or None for any."""
    return isinstance(value, tuple) and all(
        size is None or (isinstance(size, int) and not isinstance(size, bool) and size >= 0) for size in value
    )


def is_shapes(value: object) -> bool:
    """Whether `value` is a shape, a tuple of several shapes, or None for unknown."""
    if value is None or is_shape(value):
        return True
    return isinstance(value, tuple) and all(is_shape(one) for one in value)


def shape_text(shapes: Shapes) -> str:
    """Return a shape as Python writes it, several joined by a comma, an en dash where unknown.

    >>> shape_text((None, 96)), shape_text(((None, 3), (None, 4)))
    ('(None, 96)', '(None, 3), (None, 4)')
    """
    if shapes is None:
        return "–"
    if is_shape(shapes):
        return str(shapes)
    return ", ".join(str(one) for one in shapes)


@dataclass(frozen=True)
class InputSpec:
    """One input of a model.

    Parameters
    ----------
    name : str
        As the model names it.
    shape : tuple of int or None
        With the batch axis; None fits every size.
    dtype : str
        As Keras names it, such as ``"int32"``.

    Raises
    ------
    ContentError
        An empty name or dtype, or a shape that is none.
    """

    name: str
    shape: Shape
    dtype: str

    def __post_init__(self) -> None:
        _named(self.name, say("An input of the model"))
        if not is_shape(self.shape):
            raise _bad(self.name, say("{shape} is not an input's shape.", shape=repr(self.shape)))
        if not isinstance(self.dtype, str) or not self.dtype:
            raise _bad(self.name, say("The input has no dtype."))


@dataclass(frozen=True)
class LayerSpec:
    """One layer (or operation) of a model.

    Parameters
    ----------
    name, class_name : str
        The layer's own name, and the name of its class.
    input_shape, output_shape : shape, tuple of shapes, or None
        With the batch axis. Several shapes where the layer takes or gives several tensors, or is called
        with different ones; None where unknown.
    dtype : str
        Of its output; empty where unknown.
    params : int or None
        How many numbers its weights hold; None where unknown.
    trainable : bool or None
        Whether training changes it; None where unknown.

    Raises
    ------
    ContentError
        An empty name, a shape that is none, a negative count.
    """

    name: str
    class_name: str
    input_shape: Shapes = None
    output_shape: Shapes = None
    dtype: str = ""
    params: int | None = None
    trainable: bool | None = None

    def __post_init__(self) -> None:
        _named(self.name, say("A layer of the model"))
        _named(self.class_name, say("The class of layer {name}", name=self.name))
        for shapes in (self.input_shape, self.output_shape):
            if not is_shapes(shapes):
                raise _bad(self.name, say("{shapes} is not a layer's shape.", shapes=repr(shapes)))
        _count(self.name, self.params)

    def to_json(self) -> dict[str, Any]:
        """Return the documented keys."""
        return {
            "name": self.name,
            "class": self.class_name,
            "input_shape": self.input_shape,
            "output_shape": self.output_shape,
            "dtype": self.dtype,
            "params": self.params,
            "trainable": self.trainable,
        }


@dataclass(frozen=True)
class EmbeddingLimit:
    """An Embedding that an input's ids reach unchanged.

    Parameters
    ----------
    input_name, layer_name : str
        The model's input, and the Embedding (``model/layer`` inside a nested model).
    input_dim : int
        Ids from 0 to ``input_dim - 1`` have a row.
    mask_zero : bool
        Whether id 0 is masked.

    Raises
    ------
    ContentError
        An empty name, or an `input_dim` that is negative or no int.
    """

    input_name: str
    layer_name: str
    input_dim: int
    mask_zero: bool = False

    def __post_init__(self) -> None:
        _named(self.input_name, say("The input of an Embedding"))
        _named(self.layer_name, say("An Embedding"))
        if self.input_dim is None:
            raise _bad(self.layer_name, say("The Embedding has no input_dim."))
        _count(self.layer_name, self.input_dim)


@dataclass(frozen=True)
class ModelSpec:
    """A model as data.

    Parameters
    ----------
    name : str
    inputs : tuple of InputSpec
        In the model's order; empty where it declares none (subclassed, or not built yet).
    layers : tuple of LayerSpec
        As Keras lists them in ``summary()``.
    embeddings : tuple of EmbeddingLimit
    total_params, trainable_params : int or None
        None where unknown (a config alone does not tell).
    source : {"config", "model"}
        Read from a file's config without loading, or from a Keras model.
    findings : tuple of Finding
        What a person should know about the model itself.
    network : dict or None
        The config of its layers and their calls, as far as rules read it; None where it tells no layers.

    Raises
    ------
    ContentError
        Two inputs of one name, an Embedding on an input that is not there, a negative count.
    """

    name: str
    inputs: tuple[InputSpec, ...] = ()
    layers: tuple[LayerSpec, ...] = ()
    embeddings: tuple[EmbeddingLimit, ...] = ()
    total_params: int | None = None
    trainable_params: int | None = None
    source: Source = "model"
    findings: tuple[Finding, ...] = ()
    network: dict[str, Any] | None = field(default=None, hash=False, repr=False)

    def __post_init__(self) -> None:
        _named(self.name, say("The model"))
        names = [one.name for one in self.inputs]
        if len(set(names)) < len(names):
            raise _bad(self.name, say("Two inputs have one name: {names}.", names=", ".join(names)))
        for limit in self.embeddings:
            if limit.input_name not in names:
                raise _bad(
                    self.name,
                    say(
                        "{layer_name} reads {input_name}, which is no input.",
                        layer_name=limit.layer_name,
                        input_name=limit.input_name,
                    ),
                )
        for count in (self.total_params, self.trainable_params):
            _count(self.name, count)
        if self.source not in {"config", "model"}:
            raise _bad(
                self.name,
                say(
                    "A model comes from its config or from the model, not from {source}.",
                    source=repr(self.source),
                ),
            )

    def to_json(self) -> dict[str, Any]:
        """Return the model with the documented JSON keys (lists for tuples)."""
        return {
            "name": self.name,
            "source": self.source,
            "inputs": [{"name": i.name, "shape": i.shape, "dtype": i.dtype} for i in self.inputs],
            "layers": [layer.to_json() for layer in self.layers],
            "embeddings": [
                {
                    "input": limit.input_name,
                    "layer": limit.layer_name,
                    "input_dim": limit.input_dim,
                    "mask_zero": limit.mask_zero,
                }
                for limit in self.embeddings
            ],
            "total_params": self.total_params,
            "trainable_params": self.trainable_params,
            "findings": [finding.to_json() for finding in self.findings],
        }

    def to_wire(self) -> dict[str, Any]:
        """Return `to_json`'s answer, the findings as `Finding.to_wire` has them, and the network."""
        findings = [finding.to_wire() for finding in self.findings]
        return {**self.to_json(), "findings": findings, "network": self.network}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> ModelSpec:
        """Build a model from what `to_wire` or `to_json` answered, before or after JSON took its tuples.

        Raises
        ------
        ContentError
            Keys are missing or hold what no model has.
        """
        try:
            return cls(
                name=data["name"],
                inputs=tuple(InputSpec(i["name"], as_shape(i["shape"]), i["dtype"]) for i in data["inputs"]),
                layers=tuple(_layer(one) for one in data["layers"]),
                embeddings=tuple(
                    EmbeddingLimit(e["input"], e["layer"], e["input_dim"], e["mask_zero"])
                    for e in data["embeddings"]
                ),
                total_params=data["total_params"],
                trainable_params=data["trainable_params"],
                source=data["source"],
                findings=tuple(Finding.from_json(one) for one in data["findings"]),
                network=data.get("network"),
            )
        except (KeyError, TypeError) as error:
            raise _bad("", say("This is not a model's description: {error}.", error=repr(error))) from error


def as_shape(value: Iterable[int | None]) -> Shape:
    """Return a list or tuple of sizes as a shape; `InputSpec` and `LayerSpec` check it."""
    return tuple(value)


def as_shapes(value: Any) -> Shapes:
    """Return JSON's null, list or list of lists as a shape or several; `LayerSpec` checks it."""
    if value is None:
        return None
    if value and all(isinstance(one, (list, tuple)) for one in value):
        return tuple(as_shape(one) for one in value)
    return as_shape(value)


def merged_shapes(shapes: Iterable[Shape]) -> Shapes:
    """Return what a layer shows for these shapes: None for none, one, or the different ones in order."""
    different = tuple(dict.fromkeys(shapes))
    if not different:
        return None
    return different[0] if len(different) == 1 else different


def _layer(data: dict[str, Any]) -> LayerSpec:
    return LayerSpec(
        name=data["name"],
        class_name=data["class"],
        input_shape=as_shapes(data["input_shape"]),
        output_shape=as_shapes(data["output_shape"]),
        dtype=data["dtype"],
        params=data["params"],
        trainable=data["trainable"],
    )


def _count(where: str, value: object) -> None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
        raise _bad(where, say("{value} is not a count.", value=repr(value)))
