"""The sidecar: what an export was made of and what it did, as JSON; nothing in it depends on the day."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from padviewer.core import recipe_file
from padviewer.core.choices import AnyRecipe
from padviewer.core.errors import PathError
from padviewer.core.export.job import Tally
from padviewer.core.plan import Plan
from padviewer.core.sentence import say

SUFFIX = ".padviewer.json"
MARK = "padviewer-export"
VERSION = 1
END_BYTES = 1 << 20
LARGEST = 1 << 30


def sidecar_path(output: Path) -> Path:
    """Return where the sidecar of `output` stands: ``<out>.padviewer.json``."""
    return output.with_name(output.name + SUFFIX)


def identity(source: Path) -> dict[str, Any]:
    """Return what tells a source from another without reading it whole.

    Returns
    -------
    dict
        ``name``, ``bytes`` and ``sha256_of_ends``: of the first and the last MiB behind one another (the
        whole file where it is smaller than both). A folder's is made of its files' names, sizes and ends.

    Raises
    ------
    PathError
        It is not there, or cannot be read.
    """
    try:
        if source.is_dir():
            files = sorted(path for path in source.rglob("*") if path.is_file())
            digest = hashlib.sha256()
            for path in files:
                name = path.relative_to(source).as_posix()
                digest.update(f"{name}\0{path.stat().st_size}\0{_ends(path)}\n".encode("utf-8", "replace"))
            size = sum(path.stat().st_size for path in files)
            return {
                "name": source.name,
                "bytes": size,
                "files": len(files),
                "sha256_of_ends": digest.hexdigest(),
            }
        return {"name": source.name, "bytes": source.stat().st_size, "sha256_of_ends": _ends(source)}
    except OSError as error:
        raise PathError(
            "cannot-read",
            say("The source cannot be read: {strerror}.", strerror=str(error.strerror)),
            where=str(source),
        ) from error


def _ends(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        digest.update(file.read(END_BYTES))
        size = path.stat().st_size
        file.seek(max(size - END_BYTES, min(size, END_BYTES)))
        digest.update(file.read(END_BYTES))
    return digest.hexdigest()


def content(
    plan: Plan,
    source: Mapping[str, Any] | None,
    files: Iterable[tuple[str, str, int]],
    tallies: Mapping[str, Tally],
    attached: bool,
) -> bytes:
    """Return the sidecar.

    Parameters
    ----------
    plan : Plan
    source : mapping or None
        `identity`'s answer.
    files : (name, sha256, bytes) of every file written
    tallies : mapping of tensor to Tally
    attached : bool
        Put the recipe's vocabularies in as well: the output has no place for them.
    """
    text, attachments = recipe_file.to_toml(plan.recipe)
    document = {
        "format": MARK,
        "version": VERSION,
        "files": [{"name": name, "sha256": digest, "bytes": size} for name, digest, size in files],
        "source": source,
        "rows": _rows(plan),
        "tensors": [_tensor(plan, name, tallies[name]) for name in plan.tensors],
        "recipe_sha256": recipe_file.digest(plan.recipe),
        "recipe": text,
        "attachments": {name: raw.decode() for name, raw in attachments.items()} if attached else {},
    }
    return (json.dumps(document, indent=1, ensure_ascii=True) + "\n").encode()


def _rows(plan: Plan) -> dict[str, Any]:
    """Return how many rows came in and went out; which of those asked for were left out because empty."""
    prepared = plan.prepared
    if prepared.left_out is None:
        return {"in": len(prepared), "out": len(plan)}
    return {"in": prepared.source_rows, "out": len(plan), "left_out": prepared.left_out.tolist()}


def _tensor(plan: Plan, name: str, tally: Tally) -> dict[str, Any]:
    own = plan.of(name)
    cost = plan.cost(name)
    per_axis = own.column[own.start : own.stop].axis_lengths()
    cut = [int((lengths > axis.width).sum()) for lengths, axis in zip(per_axis, own.axes, strict=True)]
    steps = int(per_axis[-1].sum())
    return {
        "name": name,
        "column": plan.recipe.column(name),
        "shape": list(plan.shape(name)),
        "dtype": plan.dtype(name).name,
        "steps": {"in": steps, "out": cost.real, "cut": steps - cost.real},
        "rows_cut": cut,
        "steps_filled": cost.cells - cost.real,
        "values_changed_by_cast": tally.lost,
        "values_equal_to_fill": tally.collided,
    }


def read(output: Path) -> dict[str, Any] | None:
    """Return the sidecar of `output`, or None where none of ours stands beside it."""
    try:
        path = sidecar_path(output)
        if path.stat().st_size > LARGEST:
            return None
        document = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(document, dict) or document.get("format") != MARK:
        return None
    return document


def files_of(output: Path) -> tuple[str, ...]:
    """Return the names of the files that the sidecar of a folder says were written into it."""
    files = (read(output) or {}).get("files")
    if not isinstance(files, list):
        return ()
    return tuple(str(file.get("name")) for file in files if isinstance(file, dict))


def load_recipe(output: Path, kind: type[AnyRecipe]) -> AnyRecipe | None:
    """Return the recipe of class `kind` out of the sidecar of `output`, or None where there is none."""
    document = read(output)
    if document is None or not isinstance(document.get("recipe"), str):
        return None
    attachments = document.get("attachments")
    known = attachments if isinstance(attachments, dict) else {}
    return recipe_file.from_toml(document["recipe"], lambda name: str(known[name]).encode(), kind)
