"""Opening a stranger's model: checked first, then loaded in safe mode, its errors turned into sentences."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path
from typing import Any

from padviewer.core.errors import ContentError, MissingExtraError, PadViewerError, UnsafeError
from padviewer.core.model.foreign import foreign_classes
from padviewer.core.model.keras_archive import read_config
from padviewer.core.sentence import say
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
        As `padviewer.core.model.keras_archive.read_config`.
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
            say("This is a Keras model, but Keras opens only names that end in .keras."),
            where=path.name,
            remedy=say("Rename it to {stem}.keras.", stem=path.stem),
        )
    keras = import_keras()
    try:
        return keras.saving.load_model(str(path), compile=False, safe_mode=True)
    except MemoryError as error:
        raise ContentError(
            "model-too-large",
            say("The model needs more memory than there is."),
            where=path.name,
            remedy=say("Open it on a machine with more memory."),
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
                say(
                    "The layer {layer} is a {class_name}, which runs code from the file, so "
                    "PadViewer does not load it.",
                    layer=foreign.layer,
                    class_name=foreign.class_name,
                ),
                where=path.name,
                remedy=say("Replace it by a layer of Keras and save the model again."),
            )
        if foreign.module not in {None, "builtins"}:
            raise UnsafeError(
                "code-outside-keras",
                say(
                    "{layer} needs {class_name} from {module}, "
                    "which is not part of Keras. Importing it would run code that the file names.",
                    layer=foreign.layer,
                    class_name=foreign.class_name,
                    module=foreign.module,
                ),
                where=path.name,
                remedy=say("Replace it by a layer of Keras and save the model again."),
            )


def _refuse_bomb(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if member.file_size > max(MOST_RATIO * member.compress_size, 1 << 20):
                raise UnsafeError(
                    "over-limit",
                    say(
                        "{filename} would unpack from {compress_size} to {file_size} "
                        "bytes; the limit is {most_ratio} times.",
                        filename=member.filename,
                        compress_size=member.compress_size,
                        file_size=member.file_size,
                        most_ratio=str(MOST_RATIO),
                    ),
                    where=path.name,
                )


def _told(path: Path, config: dict[str, Any], error: Exception) -> PadViewerError:
    if isinstance(error, ImportError):
        return MissingExtraError(
            "missing-package", say("Keras misses a package: {error}.", error=str(error)), where=path.name
        )
    text = plain_text(str(error)) or type(error).__name__
    if "safe_mode" in str(error) or "unsafe" in str(error).lower():
        return UnsafeError(
            "code-in-model",
            say("Keras refuses to load this model as unsafe: {text}", text=text),
            where=path.name,
            remedy=say("Save it without the part that Keras names."),
        )
    custom = [foreign for foreign in foreign_classes(config) if not foreign.runs_code]
    if custom:
        return ContentError(
            "custom-layer",
            say(
                "{layer} uses {class_name}, which is not part of Keras, so the model cannot be loaded here.",
                layer=custom[0].layer,
                class_name=custom[0].class_name,
            ),
            where=path.name,
            remedy=say("Check it by its config, or replace the class by a layer of Keras."),
        )
    return ContentError(
        "model-not-loaded",
        say("Keras cannot load this model: {text}", text=text),
        where=path.name,
        remedy=say("Save it again with a current Keras."),
    )
