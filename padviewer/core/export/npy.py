""".npy exports: one array as a file, or all arrays as a folder of files."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from padviewer.core.choices import recipe_file
from padviewer.core.export.arrays import HEADER_BYTES, ArrayStream, array_streams, tensor_streams
from padviewer.core.export.job import Job
from padviewer.core.files.whole_file import Hasher, WholeFile, whole_file
from padviewer.core.padding.plan import Plan

RECIPE_FILE = "recipe.toml"


class Sink(Protocol):
    """What takes bytes."""

    def write(self, data: Any, /) -> int:
        """Take them."""
        ...


@dataclass(frozen=True)
class FolderFile:
    """One file of an exported folder: its name in the folder, its sha256, its bytes."""

    name: str
    sha256: str
    nbytes: int


def header(shape: tuple[int, ...], dtype: np.dtype[Any]) -> bytes:
    """Return the .npy header of a C-ordered array."""
    head = io.BytesIO()
    descr = np.lib.format.dtype_to_descr(dtype)
    np.lib.format.write_array_header_1_0(head, {"descr": descr, "fortran_order": False, "shape": shape})
    return head.getvalue()


def as_bytes(array: NDArray[Any]) -> NDArray[np.uint8]:
    """Return a C-contiguous array's bytes, uint8 [nbytes], without a copy."""
    return np.ascontiguousarray(array).reshape(-1).view(np.uint8)


def write_array(job: Job, stream: ArrayStream, sink: Sink) -> None:
    """Write an array as .npy: its header, then its pieces."""
    sink.write(header(stream.shape, stream.dtype))
    for piece in stream.pieces(job):
        job.advance(piece.nbytes)
        sink.write(as_bytes(piece))


def estimate(plan: Plan) -> list[tuple[str, tuple[int, ...], str, int]]:
    """Return (name, shape, dtype, bytes) of the array in ``X.npy``."""
    return describe(tensor_streams(plan, plan.tensors[0])[:1])


def estimate_folder(plan: Plan) -> list[tuple[str, tuple[int, ...], str, int]]:
    """Return (name, shape, dtype, bytes) of every array in the folder ``X``."""
    return describe(array_streams(plan))


def describe(streams: list[ArrayStream]) -> list[tuple[str, tuple[int, ...], str, int]]:
    """Return (name, shape, dtype, bytes) of arrays."""
    named = [
        (one, f"U{one.dtype.itemsize // 4}" if one.dtype.kind == "U" else one.dtype.name) for one in streams
    ]
    return [(one.name, one.shape, dtype, one.nbytes) for one, dtype in named]


def write(job: Job, file: WholeFile) -> None:
    """Write the array of a one-tensor plan."""
    write_array(job, tensor_streams(job.plan, job.plan.tensors[0])[0], file)


def write_folder(job: Job, folder: Path, hasher: Callable[[], Hasher] = hashlib.sha256) -> list[FolderFile]:
    """Write every array as ``NAME.npy``, and the recipe with its vocabularies."""
    written = []
    for stream in array_streams(job.plan):
        with whole_file(folder / f"{stream.name}.npy", stream.nbytes + HEADER_BYTES, hasher) as file:
            write_array(job, stream, file)
            written.append(FolderFile(f"{stream.name}.npy", file.sha256, file.size))
    text, attachments = recipe_file.to_toml(job.plan.recipe)
    for name, content in {RECIPE_FILE: text.encode(), **attachments}.items():
        with whole_file(folder / name, len(content)) as file:
            file.write(content)
            written.append(FolderFile(name, file.sha256, file.size))
    return written
