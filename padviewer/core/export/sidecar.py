"""The sidecar: what an export was made of and what it did, as JSON; nothing in it depends on the day."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.choices import recipe_file
from padviewer.core.choices.base import AnyRecipe
from padviewer.core.errors import PathError
from padviewer.core.export.job import Tally
from padviewer.core.export.labels import Label, labels_of
from padviewer.core.files.sidecar import MARK, SUFFIX, files_of, read, sidecar_path
from padviewer.core.padding.plan import Plan
from padviewer.core.sentence import say

__all__ = ["MARK", "SUFFIX", "content", "files_of", "identity", "load_recipe", "read", "sidecar_path"]

VERSION = 1
END_BYTES = 1 << 20


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
    without_lengths: bool = False,
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
    without_lengths : bool
        Put the lengths of the rows in as well: the output has no place for them, nor for labels.
    """
    text, attachments = recipe_file.to_toml(plan.recipe)
    document = {
        "format": MARK,
        "version": VERSION,
        "files": [{"name": name, "sha256": digest, "bytes": size} for name, digest, size in files],
        "source": source,
        "rows": _rows(plan),
        "tensors": [_tensor(plan, name, tallies[name], without_lengths) for name in plan.tensors],
        "columns": [] if without_lengths else [_column(label) for label in labels_of(plan)],
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


def _column(label: Label) -> dict[str, Any]:
    return {
        "name": label.name,
        "role": label.role,
        "kind": "text" if label.worded else label.column.kind,
        "dtype": label.column.dtype,
        "missing": label.has_missing,
    }


def _lengths(plan: Plan, name: str) -> list[dict[str, str]]:
    """Return the kept steps along every ragged axis, as the base64 of whole numbers in C order."""
    axes = len(plan.mask_shape(name)) - 1
    parts: list[list[NDArray[np.int64]]] = [[] for _ in range(axes)]
    if axes == 1:
        parts[0].append(plan.slots(name, slice(None)).kept)
    else:
        for rows in plan.blocks(name):
            for part, counts in zip(parts, plan.block(name, rows).lengths, strict=True):
                part.append(counts)
    written = []
    for part in parts:
        counts = np.concatenate([np.zeros(0, np.int64), *(one.reshape(-1) for one in part)])
        dtype = np.min_scalar_type(int(counts.max(initial=0))).newbyteorder("<")
        written.append(
            {"dtype": dtype.str, "base64": base64.b64encode(counts.astype(dtype).tobytes()).decode("ascii")}
        )
    return written


def _tensor(plan: Plan, name: str, tally: Tally, without_lengths: bool) -> dict[str, Any]:
    own = plan.of(name)
    cost = plan.cost(name)
    per_axis = own.column[own.start : own.stop].axis_lengths()
    cut = [int((lengths > axis.width).sum()) for lengths, axis in zip(per_axis, own.axes, strict=True)]
    steps = int(per_axis[-1].sum())
    beside = {"lengths": _lengths(plan, name)} if without_lengths else {}
    return {
        "name": name,
        "column": plan.recipe.column(name),
        "shape": list(plan.shape(name)),
        "dtype": plan.dtype(name).name,
        "steps": {"in": steps, "out": cost.real, "cut": steps - cost.real},
        "rows_cut": cut,
        "steps_filled": cost.cells - cost.real,
        "values_changed_by_cast": tally.lost,
        "steps_equal_to_fill": tally.collided,
        "padding": [axis.padding for axis in own.axes],
        **beside,
    }


def load_recipe(output: Path, kind: type[AnyRecipe]) -> AnyRecipe | None:
    """Return the recipe of class `kind` out of the sidecar of `output`, or None where there is none."""
    document = read(output)
    if document is None or not isinstance(document.get("recipe"), str):
        return None
    attachments = document.get("attachments")
    known = attachments if isinstance(attachments, dict) else {}
    return recipe_file.from_toml(document["recipe"], lambda name: str(known[name]).encode(), kind)
