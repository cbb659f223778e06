"""The members of an NPZ archive: opened, checked against the limits, and every kind of damage said."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from padviewer.core.data.dataset import LABEL_NAMES
from padviewer.core.errors import ContentError, PadViewerError, UnsafeError, unreadable
from padviewer.core.readers.arrays.conversion import Conversion
from padviewer.core.readers.arrays.rows import RowReader, read_header
from padviewer.core.readers.limits import check_members, check_memory, check_ratio
from padviewer.core.readers.own.rows import RECIPE
from padviewer.core.sentence import say

if TYPE_CHECKING:
    import zipfile


def open_members(path: Path, stack: ExitStack) -> tuple[dict[str, RowReader], dict[str, ContentError]]:
    """Open every member, check its sizes, method and header.

    Returns
    -------
    mapping of str to RowReader
        By member name without ``.npy``.
    mapping of str to ContentError
        Why the others cannot be read.

    Raises
    ------
    UnsafeError
        Too many members, pickled objects, what unpacks to too much.
    ContentError
        Damage; what is no array.
    """
    import zipfile

    arrays: dict[str, RowReader] = {}
    left_out: dict[str, ContentError] = {}
    opened = stack.enter_context(zipfile.ZipFile(path))
    members = opened.infolist()
    check_members(len(members), str(path))
    packed = sum(member.compress_size for member in members)
    if packed > path.stat().st_size:
        raise _damaged(path, say("its members say they are larger than the file"))
    ours = any(member.filename == f"{RECIPE}.npy" for member in members)
    for member in members:
        if ours and not member.filename.endswith(".npy"):
            continue  # a vocabulary of the recipe inside
        name = member.filename.removesuffix(".npy")
        where = f"{path}, array {name}"
        if name in arrays:
            raise _damaged(path, say("it has two arrays “{name}”", name=name))
        if name == member.filename:
            raise ContentError(
                "not-npz",
                say("The archive holds “{name}”, which is no .npy array.", name=name),
                where=str(path),
            )
        _check_member(member, where)
        conversion = Conversion(path.name, path.stem, name, _labels_beside(name, members))
        array = stack.enter_context(opened.open(member))
        try:
            header = read_header(array, member.file_size, where, conversion)
        except ContentError as error:
            if error.code == "damaged":
                raise
            left_out[name] = error
        else:
            arrays[name] = RowReader(array, header, where, strips=False)
    return arrays, left_out


def _labels_beside(name: str, members: list[zipfile.ZipInfo]) -> str:
    """Return the labels beside an array of rows: x_train has y_train, x has y, any has label."""
    known = {member.filename.removesuffix(".npy") for member in members} - {name}
    wanted = [f"y{name[1:]}" if name[:1] == "x" else "", *LABEL_NAMES]
    return next((one for one in wanted if one in known), "")


def _check_member(member: zipfile.ZipInfo, where: str) -> None:
    import zipfile

    if member.flag_bits & 1:
        raise ContentError(
            "encrypted", say("The array is encrypted."), where=where, remedy=say("Decrypt the file first.")
        )
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnsafeError(
            "unknown-compression",
            say("The array is packed with a method other than deflate."),
            where=where,
            remedy=say("Save the file again with numpy.savez or numpy.savez_compressed."),
        )
    if member.compress_type == zipfile.ZIP_DEFLATED:
        check_ratio(member.file_size, member.compress_size, where)
        check_memory(member.file_size, where)


@contextmanager
def damage_said(path: Path) -> Iterator[None]:
    """Turn every error of reading an archive into a sentence.

    Raises
    ------
    ContentError
        Damage.
    PathError
        The disk.
    """
    import zipfile

    try:
        yield
    except PadViewerError:
        raise
    except OSError as error:
        if error.errno is None:
            raise _damaged(path, str(error).rstrip(".")) from error
        raise unreadable(error, path) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _damaged(path, str(error).rstrip(".")) from error


def _damaged(path: Path, why: str) -> ContentError:
    return ContentError(
        "damaged",
        say("The NPZ file is damaged or cut off: {why}.", why=why or say("it ends too early")),
        where=str(path),
        remedy=say("Get the file again."),
    )
