"""Opening a stranger's model: checked first, then loaded in safe mode, its errors turned into sentences."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path
from typing import Any

from padviewer.core.errors import ContentError, MissingExtraError, PadViewerError, UnsafeError
from padviewer.core.foreign import foreign_classes
from padviewer.core.keras_archive import read_config
from padviewer.models.backend import import_keras

MOST_RATIO = 200
MOST_TEXT = 300
_ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_TAILS = ("Arguments received", "Full object config", "config={", "If you trust the source", "\n\n")


def load(path: str | os.PathLike[str]) -> Any:
    """Load a `.keras` file with ``compile=False`` and ``safe_mode=True``.

    Parameters
    ----------
    path : path

    Returns
    -------
    keras.Model

    Raises
    ------
    PathError, ContentError, UnsafeError
        As `padviewer.core.keras_archive.read_config`.
    UnsafeError
        A layer that holds code, a class outside Keras that would have to be imported, or weights that
        unpack to far more than they take in the file.
    ContentError
        A name that does not end in ``.keras``, a custom class that is not registered, or a model that
        Keras cannot build.
    MissingExtraError
        Keras is not installed.
    """
    path = Path(path)
    config = read_config(path)
    _refuse_code(path, config)
    _refuse_bomb(path)
    if path.suffix != ".keras":
        raise ContentError(
            "other-suffix",
            "This is a Keras model, but Keras opens only names that end in .keras.",
            where=path.name,
            remedy=f"Rename it to {path.stem}.keras.",
        )
    keras = import_keras()
    try:
        return keras.saving.load_model(str(path), compile=False, safe_mode=True)
    except MemoryError as error:
        raise ContentError(
            "model-too-large",
            "The model needs more memory than there is.",
            where=path.name,
            remedy="Open it on a machine with more memory.",
        ) from error
    except Exception as error:
        raise _told(path, config, error) from error


def plain_text(message: str) -> str:
    """Return an error text of Keras without colour codes, argument lists and configs, on one line."""
    text = _ANSI.sub("", message)
    inner = text.rpartition("Exception encountered: ")[2].lstrip()
    text = inner.partition("\n")[2] if inner.startswith("Exception encountered when calling") else inner
    for tail in _TAILS:
        head = text.lstrip().partition(tail)[0]
        text = head if head.strip() else text
    text = " ".join(text.split())
    return text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT].rsplit(' ', 1)[0]} …"


def _refuse_code(path: Path, config: dict[str, Any]) -> None:
    for foreign in foreign_classes(config):
        if foreign.runs_code:
            raise UnsafeError(
                "code-in-model",
                f"The layer {foreign.layer} is a {foreign.class_name}, which runs code from the file, so "
                "PadViewer does not load it.",
                where=path.name,
                remedy="Replace it by a layer of Keras and save the model again.",
            )
        if foreign.module not in {None, "builtins"}:
            raise UnsafeError(
                "code-outside-keras",
                f"{foreign.layer} needs {foreign.class_name} from {foreign.module}, "
                "which is not part of Keras. Importing it would run code that the file names.",
                where=path.name,
                remedy="Replace it by a layer of Keras and save the model again.",
            )


def _refuse_bomb(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if member.file_size > max(MOST_RATIO * member.compress_size, 1 << 20):
                raise UnsafeError(
                    "over-limit",
                    f"{member.filename} would unpack from {member.compress_size:,} to {member.file_size:,} "
                    f"bytes; the limit is {MOST_RATIO} times.",
                    where=path.name,
                )


def _told(path: Path, config: dict[str, Any], error: Exception) -> PadViewerError:
    if isinstance(error, ImportError):
        return MissingExtraError("missing-package", f"Keras misses a package: {error}.", where=path.name)
    text = plain_text(str(error)) or type(error).__name__
    if "safe_mode" in str(error) or "unsafe" in str(error).lower():
        return UnsafeError(
            "code-in-model",
            f"Keras refuses to load this model as unsafe: {text}",
            where=path.name,
            remedy="Save it without the part that Keras names.",
        )
    custom = [foreign for foreign in foreign_classes(config) if not foreign.runs_code]
    if custom:
        return ContentError(
            "custom-layer",
            f"{custom[0].layer} uses {custom[0].class_name}, which is not part of Keras, so the model "
            "cannot be loaded here.",
            where=path.name,
            remedy="Check it by its config, or replace the class by a layer of Keras.",
        )
    return ContentError(
        "model-not-loaded",
        f"Keras cannot load this model: {text}",
        where=path.name,
        remedy="Save it again with a current Keras.",
    )
