"""A recipe as TOML, its vocabularies as files beside it."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from padviewer.core.choices.base import AnyRecipe, Choices, Rows
from padviewer.core.choices.encode import Vocabulary
from padviewer.core.choices.reading import Reading
from padviewer.core.choices.tensor_recipe import TRANSFORMS, FittedTensor, TensorRecipe
from padviewer.core.choices.transform import Transform
from padviewer.core.errors import ChoiceError, ContentError, PathError, UnsafeError, unreadable
from padviewer.core.sentence import say

WHOLE = Rows()
VERSION = 1
LARGEST = 1 << 30
VOCABULARY = {"words", "count", "sha256"}
PARTS = ("padviewer", "reading", "tensors", "rows", "fitted")
READING = tuple(one.name for one in fields(Reading))
ROWS = ("start", "stop", "empty")
FITTED = ("maxlen", "dtype", "rows", "transforms")
PLAIN = ("column", "padding", "truncating", "maxlen", "value", "dtype", "mode", "multiple_of", "lossy")


def to_toml(recipe: Choices, stem: str = "recipe") -> tuple[str, dict[str, bytes]]:
    """Return the TOML text and its attachments (file name to bytes), the same bytes every time.

    A vocabulary is an attachment ``STEM.TENSOR.vocabulary.json``: a JSON list of its words.
    """
    import tomli_w

    attachments: dict[str, bytes] = {}
    document: dict[str, Any] = {"padviewer": VERSION}
    if recipe.reading:
        document["reading"] = recipe.reading.options()
    document["tensors"] = {}
    for name, choice in recipe.tensors.items():
        table = _changed(choice)
        if choice.transforms:
            table["transforms"] = _tables(choice.transforms, f"{stem}.{name}.chosen-", attachments)
        document["tensors"][name] = table
    if recipe.rows != WHOLE:
        document["rows"] = {"start": recipe.rows.start}
        if recipe.rows.stop is not None:
            document["rows"]["stop"] = recipe.rows.stop
        if recipe.rows.empty != WHOLE.empty:
            document["rows"]["empty"] = recipe.rows.empty
    for name, entry in recipe.fitted.items():
        choice = recipe[name]
        if not entry.suits_transforms(choice):
            continue
        sizes = entry.suits_maxlen(choice) and entry.suits_dtype(choice)
        maxlen, dtype = (entry.maxlen, entry.dtype) if sizes else ((), "")
        table = {"maxlen": list(maxlen), "dtype": dtype, "rows": entry.rows}
        if entry.transforms:
            table["transforms"] = _tables(entry.transforms, f"{stem}.{name}.", attachments)
        document.setdefault("fitted", {})[name] = table
    return tomli_w.dumps(document), attachments


def from_toml(text: str, attachment: Callable[[str], bytes], kind: type[AnyRecipe]) -> AnyRecipe:
    """Read a recipe of class `kind`; `attachment` returns the bytes of a file that the TOML names.

    Raises
    ------
    ContentError
        No recipe, one of a newer version, or an attachment whose sha256 differs.
    ChoiceError
        A choice that can never be valid.
    """
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ContentError("bad-recipe", say("The recipe is no TOML: {error}.", error=str(error))) from error
    version = document.get("padviewer")
    if version != VERSION:
        raise ContentError(
            "bad-recipe",
            say(
                "This is no recipe of version {version}: it says padviewer = {found}.",
                version=str(VERSION),
                found=repr(version),
            ),
            remedy=say("Open it with the PadViewer that wrote it."),
        )
    _refuse_unknown(document, PARTS, say("The recipe"))
    try:
        tensors = {name: _tensor(table, attachment) for name, table in document["tensors"].items()}
        _refuse_unknown(document.get("rows", {}), ROWS, say("The table of rows"))
        rows = Rows(**document.get("rows", {}))
        _refuse_unknown(document.get("reading", {}), READING, say("The table of reading"))
        reading = Reading(**document.get("reading", {}))
        for table in document.get("fitted", {}).values():
            _refuse_unknown(table, FITTED, say("A fitted tensor"))
        fitted = {
            name: FittedTensor(
                tensors[name],
                tuple(_transform(one, attachment) for one in table.get("transforms", [])),
                tuple(int(steps) for steps in table["maxlen"]),
                str(table["dtype"]),
                int(table["rows"]),
            )
            for name, table in document.get("fitted", {}).items()
        }
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise ContentError(
            "bad-recipe", say("The recipe has a part that is missing or unknown: {error}.", error=str(error))
        ) from error
    return kind(tensors, rows, fitted, reading)


def _refuse_unknown(table: Any, known: tuple[str, ...], what: str) -> None:
    """Raise ContentError where a table of the recipe has keys that mean nothing."""
    unknown = sorted(set(table) - set(known)) if isinstance(table, dict) else []
    if unknown:
        raise ContentError(
            "bad-recipe",
            say("{what} has unknown keys: {unknown}.", what=what, unknown=", ".join(unknown)),
            remedy=say("The keys are: {known}.", known=", ".join(known)),
        )


def save(recipe: Choices, path: str | Path) -> None:
    """Write the recipe to `path`, its vocabularies beside it first; whole files or none.

    Raises
    ------
    PathError
        The folder or the disk refuses.
    """
    from padviewer.core.files.whole_file import write_whole

    target = Path(path)
    text, attachments = to_toml(recipe, target.stem)
    for name, content in attachments.items():
        write_whole(target.with_name(name), content)
    write_whole(target, text.encode())


def load(path: str | Path, kind: type[AnyRecipe]) -> AnyRecipe:
    """Read the recipe of class `kind` at `path` and the vocabularies beside it.

    Raises
    ------
    PathError
        It, or a vocabulary beside it, is not there or cannot be read.
    ContentError
        It is no recipe, or a vocabulary beside it is not the one that was saved.
    UnsafeError
        It names a file outside its folder, or is larger than any recipe.
    """
    source = Path(path)
    try:
        text = _bytes(source).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ContentError("bad-recipe", say("The recipe is no UTF-8 text."), where=str(source)) from error

    def attachment(name: str) -> bytes:
        if Path(name).name != name:
            raise UnsafeError(
                "path-outside", say("The recipe names a file outside its folder: {name}.", name=name)
            )
        return _bytes(source.with_name(name))

    try:
        return from_toml(text, attachment, kind)
    except (ContentError, ChoiceError) as error:
        error.where = error.where or str(source)
        raise


def digest(recipe: Choices) -> str:
    """Return the sha256 of the recipe's TOML, attachments included through their own sha256."""
    return _sha256(to_toml(recipe)[0].encode())


def transforms_key(column: str, transforms: tuple[Transform, ...], rows: Rows = WHOLE) -> str:
    """Return a name for a derived column: equal for equal column, transforms, fitted values and rows.

    The rows count because what was found out on the way is kept beside the column, and is about them.
    """
    attachments: dict[str, bytes] = {}
    tables = _tables(transforms, "key", attachments)
    whole = (rows.start, rows.stop) == (WHOLE.start, WHOLE.stop)
    parts = [column, tables] if whole else [column, tables, [rows.start, rows.stop]]
    text = json.dumps(parts, sort_keys=True, ensure_ascii=True)
    return _sha256(text.encode())[:32]


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise PathError("no-such-file", say("There is no such file."), where=str(path))
        if path.stat().st_size > LARGEST:
            raise UnsafeError("too-large", say("The file is larger than any recipe."), where=str(path))
        return path.read_bytes()
    except OSError as error:
        raise unreadable(error, path, "cannot-read") from error


def _changed(choice: TensorRecipe) -> dict[str, Any]:
    """Return the choices as a table: all that TOML can say (None is left out)."""
    values = {name: getattr(choice, name) for name in PLAIN}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value is not None
    }


def _tables(
    transforms: tuple[Transform, ...], stem: str, attachments: dict[str, bytes]
) -> list[dict[str, Any]]:
    tables = []
    for transform in transforms:
        table = transform.to_table()
        if isinstance(transform, Vocabulary) and transform.words is not None:
            content = json.dumps(list(transform.words), ensure_ascii=True, indent=0).encode()
            file = f"{stem}vocabulary.json"
            attachments[file] = content
            table |= {"words": file, "count": len(transform.words), "sha256": _sha256(content)}
        tables.append(table)
    return tables


def _transform(table: Mapping[str, Any], attachment: Callable[[str], bytes]) -> Transform:
    kind = table["kind"]
    if kind not in TRANSFORMS:
        raise ContentError("bad-recipe", say("There is no transform “{kind}”.", kind=str(kind)))
    known = {field.name for field in fields(TRANSFORMS[kind])}
    unknown = set(table) - known - {"kind"} - (VOCABULARY if kind == Vocabulary.name else set())
    if unknown:
        raise ContentError(
            "bad-recipe",
            say("A transform has unknown choices: {unknown}.", unknown=", ".join(sorted(unknown))),
        )
    made: Transform = TRANSFORMS[kind](**{key: table[key] for key in table if key in known - {"words"}})
    if isinstance(made, Vocabulary) and "words" in table:
        content = attachment(str(table["words"]))
        if _sha256(content) != table["sha256"]:
            raise ContentError(
                "vocabulary-changed",
                say("The vocabulary {table} is not the one that was saved.", table=str(table["words"])),
                remedy=say("Restore the file, or fit the recipe again."),
            )
        return replace(made, words=tuple(json.loads(content)))
    return made


def _tensor(table: Mapping[str, Any], attachment: Callable[[str], bytes]) -> TensorRecipe:
    unknown = set(table) - {*PLAIN, "transforms"}
    if unknown:
        raise ContentError(
            "bad-recipe", say("A tensor has unknown choices: {unknown}.", unknown=", ".join(sorted(unknown)))
        )
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in table.items()
        if name != "transforms"
    }
    transforms = tuple(_transform(one, attachment) for one in table.get("transforms", []))
    return TensorRecipe(transforms=transforms, **values)
