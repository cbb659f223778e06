"""A folder of .npy files that an export of ours wrote: its arrays with their masks, and the labels."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import ContentError, PathError
from padviewer.core.files.sidecar import files_of
from padviewer.core.readers.arrays.conversion import Conversion
from padviewer.core.readers.arrays.exports import own_columns, pieces_of
from padviewer.core.readers.arrays.rows import RowReader, read_header
from padviewer.core.readers.base import Format, ReadOptions
from padviewer.core.readers.limits import MEMBERS
from padviewer.core.readers.own.rows import INSIDE, RECIPE
from padviewer.core.sentence import say

RECIPE_FILE = "recipe.toml"
SUFFIX = ".npy"


def is_own_folder(path: Path) -> bool:
    """Whether a folder holds a recipe and an array with its mask."""
    try:
        return (path / RECIPE_FILE).is_file() and any(is_tensor(one) for one in path.glob(f"*{SUFFIX}"))
    except OSError:
        return False


def is_tensor(path: Path) -> bool:
    """Whether a .npy file stands beside its mask and the recipe, as in a folder that an export wrote."""
    try:
        mask = path.with_name(f"{path.stem}_mask{SUFFIX}")
        return path.suffix == SUFFIX and mask.is_file() and path.with_name(RECIPE_FILE).is_file()
    except OSError:
        return False


def folder_stat(path: Path) -> os.stat_result:
    """Return the stat of a folder with the size of all its files and the time of its latest change.

    Raises
    ------
    OSError
        It cannot be read.
    """
    own = path.stat()
    files = [one.stat() for one in sorted(path.iterdir())]
    latest = max([own, *files], key=lambda one: one.st_mtime_ns)
    size = sum(one.st_size for one in files)
    times = (int(latest.st_atime), int(latest.st_mtime), int(latest.st_ctime))
    fields = (own.st_mode, own.st_ino, own.st_dev, own.st_nlink, own.st_uid, own.st_gid, size, *times)
    return os.stat_result(fields, {"st_mtime_ns": latest.st_mtime_ns})


def read_folder(path: Path, options: ReadOptions, only: str = "") -> Iterator[Dataset]:
    """Yield the pieces of a folder that an export wrote; of its tensors those called `only`, where given.

    Raises
    ------
    ContentError
        Arrays that are damaged, or do not belong together.
    PathError
        A file that cannot be read.
    """
    del options
    with ExitStack() as stack:
        arrays: dict[str, RowReader] = {}
        try:
            written = {
                name: at for at, name in enumerate(files_of(path))
            }  # their order, as far as it is known
            files = sorted(
                path.glob(f"*{SUFFIX}"), key=lambda one: (written.get(one.name, MEMBERS), one.name)
            )
            tensors = {one.stem for one in files if is_tensor(one)}
            for file in files[:MEMBERS]:
                if only and _tensor_of(file.stem, tensors) not in ("", only):
                    continue
                conversion = Conversion(file.name, file.stem)
                opened = stack.enter_context(file.open("rb"))
                header = read_header(opened, file.stat().st_size, str(file), conversion)
                arrays[file.stem] = RowReader(opened, header, str(file))
            columns = own_columns(arrays)
            if not columns:
                raise ContentError(
                    "uneven-columns",
                    say("The arrays in this folder do not have the same rows; some are of another export."),
                    where=str(path),
                    remedy=say("Export again, or choose one of its files."),
                )
            yield from pieces_of(columns, {RECIPE: INSIDE})
        except OSError as error:
            raise PathError(
                "unreadable",
                say("The folder cannot be read: {strerror}.", strerror=str(error.strerror)),
                where=str(path),
            ) from error


def _tensor_of(stem: str, tensors: set[str]) -> str:
    """Return the tensor that an array belongs to; empty for a label."""
    own = [name for name in tensors if stem == name or stem.startswith((f"{name}_mask", f"{name}_lengths"))]
    return max(own, key=len, default="")


def _never(head: bytes, path: Path) -> bool:  # noqa: ARG001 - the signature of every format
    """Return False: a folder has no first bytes."""
    return False


FOLDER = Format("NPY folder", (), _never, read_folder)
