"""What stands in an export's place may be replaced unasked only where an export of ours wrote it."""

from __future__ import annotations

from pathlib import Path

from padviewer.core.choices.base import Choices
from padviewer.core.choices.recipe_file import load
from padviewer.core.errors import PadViewerError, PathError
from padviewer.core.export import sidecar
from padviewer.core.files.sidecar import is_as_listed
from padviewer.core.sentence import say


def is_foreign(output: Path) -> bool:
    """Tell whether something stands at `output`, or in its sidecar's place, that no export of ours wrote.

    Ours is what its sidecar names with its size and sha256; of a folder, every file in it. A file of ours
    that was changed since is not ours any more.
    """
    beside = sidecar.sidecar_path(output)
    document = sidecar.read(output)
    if document is None:
        return _is_there(output) or _is_there(beside)
    if not _is_there(output):
        return False
    try:
        files = sorted(output.iterdir()) if output.is_dir() else [output]
        return not all(is_as_listed(document, file) for file in files)
    except OSError:
        return True


def check_ours(output: Path, remedy: str = "") -> None:
    """Raise PathError where `is_foreign`; `remedy` says how the person allows it."""
    if is_foreign(output):
        raise PathError(
            "already-there", say("This is there already, and no export of PadViewer wrote it as it is now."),
            where=str(output), remedy=remedy or say("Give another name, or allow that it is replaced."),
        )  # fmt: skip


def check_recipe_ours(path: Path, remedy: str = "") -> None:
    """Raise PathError where something stands at `path` that is no recipe of ours."""
    if not _is_there(path):
        return
    try:
        load(path, Choices)
    except PadViewerError as error:
        raise PathError(
            "already-there", say("This is there already, and it is no recipe."),
            where=str(path), remedy=remedy or say("Give another name, or allow that it is replaced."),
        ) from error  # fmt: skip


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()
