"""The config inside a `.keras` file, read under caps, without Keras and without loading anything."""

from __future__ import annotations

import errno
import json
import os
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import Any

from padviewer.core.errors import ContentError, PathError, UnsafeError
from padviewer.core.sentence import Sentence, say

CONFIG = "config.json"
MOST_MEMBERS = 10_000
MOST_CONFIG_BYTES = 32 << 20
MOST_RATIO = 200
MOST_DEPTH = 64
SAVE_AGAIN = say('Load it in Keras, save it with model.save("model.keras"), and open that file.')
_HDF5 = b"\x89HDF\r\n\x1a\n"
_ZIP = b"PK\x03\x04"
_PICKLE_PROTOCOLS = range(2, 6)
_STRINGS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)
_BRACKETS = re.compile(rb"[\[\]{}]")
_DAMAGE = (  # what zipfile raises; NotImplementedError for a compression that it does not know
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)


def read_config(path: str | os.PathLike[str]) -> dict[str, Any]:
    """Return the parsed ``config.json`` of a `.keras` file.

    Parameters
    ----------
    path : path
        A `.keras` file, which is a zip archive.

    Returns
    -------
    dict
        With at least ``class_name`` (str) and ``config`` (dict).

    Raises
    ------
    PathError
        Missing, a folder, not a regular file, unreadable.
    UnsafeError
        A pickle, a member that points out of the archive, or something over a limit.
    ContentError
        Empty, damaged, an older format (HDF5, SavedModel), or not a model.
    """
    path = Path(path)
    _check_file(path)
    config = _parsed(path, _member(path))
    if not isinstance(config, dict) or not isinstance(config.get("class_name"), str):
        raise _not_a_model(path, say("its config.json does not name a model's class"))
    if not isinstance(config.get("config"), dict):
        raise _not_a_model(
            path, say("its config.json says nothing about the {config}", config=str(config["class_name"]))
        )
    return config


def _not_a_model(path: Path, why: Sentence) -> ContentError:
    return ContentError(
        "not-a-model",
        say("This is not a Keras model: {why}.", why=why),
        where=path.name,
        remedy=say('Open a file that Keras wrote with model.save("model.keras").'),
    )


def _damaged(path: Path, why: str) -> ContentError:
    return ContentError(
        "damaged-model",
        say("The file is damaged: {why}.", why=why),
        where=path.name,
        remedy=say("Copy or save the model again."),
    )


def _check_file(path: Path) -> None:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _folder(path)
        if not stat.S_ISREG(status.st_mode):
            raise PathError(
                "not-a-file",
                say("This is not a regular file."),
                where=str(path),
                remedy=say("Open a .keras file."),
            )
        with path.open("rb") as file:
            head = file.read(8)
    except FileNotFoundError as error:
        raise PathError(
            "no-such-file", say("There is no such file."), where=str(path), remedy=say("Check the path.")
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PathError(
            "unreadable",
            say("The file cannot be read: {reason}.", reason=str(reason)),
            where=str(path),
            remedy=say("Check its permissions."),
        ) from error
    _check_head(path, head)


def _folder(path: Path) -> ContentError | PathError:
    if (path / "saved_model.pb").exists():
        return ContentError(
            "saved-model",
            say("This folder is a TensorFlow SavedModel, which PadViewer does not open."),
            where=path.name,
            remedy=SAVE_AGAIN,
        )
    return PathError(
        "is-a-folder", say("This is a folder."), where=str(path), remedy=say("Open a .keras file.")
    )


def _check_head(path: Path, head: bytes) -> None:
    if not head:
        raise ContentError(
            "empty-file",
            say("The file is empty."),
            where=path.name,
            remedy=say("Copy or save the model again."),
        )
    if head.startswith(_HDF5):
        raise ContentError(
            "hdf5-model",
            say("This is an HDF5 file: a model in Keras's older format, or weights alone."),
            where=path.name,
            remedy=SAVE_AGAIN,
        )
    if head[0] == 0x80 and len(head) > 1 and head[1] in _PICKLE_PROTOCOLS:
        raise _pickled(path)
    if not head.startswith(_ZIP):
        raise _not_a_model(path, say("a .keras file is a zip archive, and this is none"))


def _pickled(path: Path) -> UnsafeError:
    return UnsafeError(
        "pickle",
        say(
            "The file holds pickled Python objects. "
            "Reading them could run code from the file, so PadViewer never does."
        ),
        where=path.name,
        remedy=SAVE_AGAIN,
    )


def _member(path: Path) -> bytes:
    """Read config.json out of the archive, checking all names and this member's size first."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _check_names(path, [member.filename for member in members])
            info = archive.getinfo(CONFIG)
            if info.flag_bits & 0x1:
                raise _not_a_model(path, say("its config.json is encrypted"))
            if info.file_size > MOST_CONFIG_BYTES or info.file_size > MOST_RATIO * max(info.compress_size, 1):
                raise UnsafeError(
                    "over-limit",
                    say(
                        "config.json would unpack from {compress_size} to {file_size} bytes; "
                        "the limits are {most_config_bytes} bytes and {most_ratio} times its packed size.",
                        compress_size=info.compress_size,
                        file_size=info.file_size,
                        most_config_bytes=MOST_CONFIG_BYTES,
                        most_ratio=str(MOST_RATIO),
                    ),
                    where=path.name,
                )
            with archive.open(info) as member:
                return member.read(info.file_size)
    except _DAMAGE as error:
        raise _damaged(path, _sentence(error)) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # a damaged directory makes zipfile seek before the file's start
            raise _damaged(path, say("its table of contents points nowhere")) from error
        raise PathError(
            "unreadable", say("The file cannot be read: {error}.", error=str(error)), where=str(path)
        ) from error


def _sentence(error: BaseException) -> str:
    return " ".join(str(error).split()).rstrip(".")[:200] or type(error).__name__


def _check_names(path: Path, names: list[str]) -> None:
    if len(names) > MOST_MEMBERS:
        raise UnsafeError(
            "over-limit",
            say(
                "The archive has {names} members; the limit is {most_members}.",
                names=len(names),
                most_members=MOST_MEMBERS,
            ),
            where=path.name,
        )
    for name in names:
        parts = PurePosixPath(name.replace("\\", "/"))
        if parts.is_absolute() or ".." in parts.parts or ":" in name.split("/")[0]:
            raise UnsafeError(
                "bad-member",
                say("The archive holds {name}, which points outside of it.", name=repr(name)),
                where=path.name,
            )
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise UnsafeError(
            "twice-in-archive",
            say(
                "The archive holds {twice} twice, so that two programs may read two models.",
                twice=repr(twice[0]),
            ),
            where=path.name,
        )
    if CONFIG not in names:
        if any(name.endswith(".pkl") for name in names):
            raise _pickled(path)
        raise _not_a_model(path, say("the archive holds no config.json"))


def _parsed(path: Path, data: bytes) -> Any:
    depth = deepest = 0
    for bracket in _BRACKETS.findall(_STRINGS.sub(b"", data)):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    if deepest > MOST_DEPTH:
        raise UnsafeError(
            "over-limit",
            say(
                "config.json is nested {deepest} deep; the limit is {most_depth}.",
                deepest=deepest,
                most_depth=str(MOST_DEPTH),
            ),
            where=path.name,
        )
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _damaged(path, say("config.json is not JSON ({error})", error=_sentence(error))) from error
