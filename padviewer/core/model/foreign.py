"""What a model's config uses that Keras does not bring, or that carries code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

RUNS_CODE = frozenset({"Lambda", "TFSMLayer", "__lambda__"})
Config = dict[str, Any]


@dataclass(frozen=True)
class Foreign:
    """A class in a config that Keras does not bring, or that carries code.

    Parameters
    ----------
    layer : str
        The layer that uses it (its own name where it is the layer).
    class_name : str
    module : str or None
        Where Keras would import it from; None where it must have been registered beforehand.
    runs_code : bool
        Whether loading or running it would run code from the file.
    """

    layer: str
    class_name: str
    module: str | None
    runs_code: bool


def foreign_classes(config: Config) -> tuple[Foreign, ...]:
    """Return what a config uses that Keras does not bring, or that carries code, in the config's order."""
    return tuple(dict.fromkeys(_foreign(config, "")))


def _foreign(value: Any, layer: str) -> Iterator[Foreign]:
    if isinstance(value, list):
        for one in value:
            yield from _foreign(one, layer)
    elif isinstance(value, dict):
        class_name = value.get("class_name")
        if isinstance(class_name, str):
            layer = own_name(value) or layer
            module = value.get("module")
            if class_name in RUNS_CODE or ("module" in value and not _is_keras(module)):
                function = class_name == "function"  # Keras looks it up by name among the registered ones
                module = module if isinstance(module, str) and not function else None
                name = str(value.get("config")) if function else class_name
                yield Foreign(layer or class_name, name, module, class_name in RUNS_CODE)
            if class_name in RUNS_CODE:
                return
        for one in value.values():
            yield from _foreign(one, layer)


def _is_keras(module: object) -> bool:
    return isinstance(module, str) and (module == "keras" or module.startswith("keras."))


def own_name(layer: Config) -> str:
    """Return the name that a layer's config gives it; empty where there is none."""
    config = layer.get("config")
    name = config.get("name") if isinstance(config, dict) and "name" in config else layer.get("name")
    return name if isinstance(name, str) else ""
