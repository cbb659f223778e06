"""What a file is, before it is opened: a dataset, a model or a recipe."""

from __future__ import annotations

from pathlib import Path

ZIP_HEADER = 30  # bytes before the first member's name
KERAS_FIRST = (b"metadata.json", b"config.json")
RECIPE_FIRST = b"padviewer = "


def kind_of(path: Path, *, by_content: bool = False) -> str:
    """Return ``"model"``, ``"recipe"`` or ``"dataset"``, by the suffix, then by the first bytes.

    With `by_content` the first bytes alone tell.
    """
    suffix = "" if by_content else path.suffix.lower()
    if suffix == ".keras":
        return "model"
    if suffix == ".toml":
        return "recipe"
    try:
        if not path.is_file():  # a pipe would wait for ever
            return "dataset"
        with path.open("rb") as file:
            head = file.read(ZIP_HEADER + 32)
    except (OSError, ValueError):
        return "dataset"  # whose reader says what is wrong
    if head.startswith(b"PK\x03\x04") and head[ZIP_HEADER:].startswith(KERAS_FIRST):
        return "model"
    return "recipe" if head.startswith(RECIPE_FIRST) else "dataset"
