""".npz exports: every array as a stored member of one zip file, then the recipe and its vocabularies."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import IO, cast

import numpy as np

from padviewer.core.choices import recipe_file
from padviewer.core.choices.base import AnyRecipe
from padviewer.core.errors import ContentError, UnsafeError, unreadable
from padviewer.core.export.arrays import array_streams
from padviewer.core.export.job import Job
from padviewer.core.export.npy import as_bytes, describe, header, write_array
from padviewer.core.files.whole_file import WholeFile
from padviewer.core.padding.plan import Plan
from padviewer.core.sentence import say

RECIPE_MEMBER = "recipe.npy"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
UNIX = 3
READABLE = 0o100644 << 16
LARGEST_TOML = 64 << 20


def estimate(plan: Plan) -> list[tuple[str, tuple[int, ...], str, int]]:
    """Return (name, shape, dtype, bytes) of every array; the recipe comes on top."""
    return describe(array_streams(plan))


def write(job: Job, file: WholeFile) -> None:
    """Write the zip front to back: sizes and checksums follow each member, so nothing is written twice."""
    with zipfile.ZipFile(cast("IO[bytes]", file), "w", zipfile.ZIP_STORED) as archive:
        for stream in array_streams(job.plan):
            with archive.open(member(f"{stream.name}.npy"), "w", force_zip64=True) as sink:
                write_array(job, stream, sink)
        text, attachments = recipe_file.to_toml(job.plan.recipe)
        words = np.array(text)
        with archive.open(member(RECIPE_MEMBER), "w", force_zip64=True) as sink:
            sink.write(header((), words.dtype))
            sink.write(as_bytes(words).tobytes())
        for name, content in attachments.items():
            with archive.open(member(name), "w", force_zip64=True) as sink:
                sink.write(content)


def member(name: str) -> zipfile.ZipInfo:
    """Return a member's entry: stored, and the same bytes on every day and system."""
    info = zipfile.ZipInfo(name, FIRST_DAY)
    info.compress_type = zipfile.ZIP_STORED
    info.create_system = UNIX
    info.external_attr = READABLE
    return info


def load_recipe(path: Path, kind: type[AnyRecipe]) -> AnyRecipe:
    """Read the recipe of class `kind` back out of an exported .npz.

    Raises
    ------
    PathError
        It cannot be read.
    ContentError
        No zip file, or one without a recipe of ours.
    UnsafeError
        A recipe or vocabulary larger than any.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            text = _toml(_member(archive, RECIPE_MEMBER, LARGEST_TOML, path), path)
            return recipe_file.from_toml(
                text, lambda name: _member(archive, name, recipe_file.LARGEST, path), kind
            )
    except OSError as error:
        raise unreadable(error, path, "cannot-read") from error
    # zipfile raises the last two for a compression that it does not know, and for a password
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise ContentError(
            "bad-npz", say("This is no complete .npz file: {error}.", error=str(error)), where=str(path)
        ) from error


def _member(archive: zipfile.ZipFile, name: str, most: int, path: Path) -> bytes:
    try:
        info = archive.getinfo(name)
    except KeyError:
        raise ContentError(
            "no-recipe", say("There is no {name} in this file.", name=name), where=str(path)
        ) from None
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or info.file_size > most:
        raise UnsafeError(
            "too-large",
            say("{name} is larger, or packed otherwise, than any of ours.", name=name),
            where=str(path),
        )
    with archive.open(info) as file:
        return file.read(most + 1)


def _toml(content: bytes, path: Path) -> str:
    """Return the text of a 0-d unicode .npy; nothing is allocated by what its header claims."""
    import io

    file = io.BytesIO(content)
    try:
        if np.lib.format.read_magic(file) != (1, 0):
            raise ContentError("no-recipe", say("The array “recipe” is no text."), where=str(path))
        shape, _, dtype = np.lib.format.read_array_header_1_0(file)
        rest = content[file.tell() :]
        if shape != () or dtype.kind != "U" or dtype.itemsize != len(rest) or not rest:
            raise ContentError("no-recipe", say("The array “recipe” is no text."), where=str(path))
        return str(np.frombuffer(rest, dtype)[0])
    except ValueError as error:
        raise ContentError(
            "no-recipe", say("The array “recipe” is damaged: {error}.", error=str(error)), where=str(path)
        ) from error
