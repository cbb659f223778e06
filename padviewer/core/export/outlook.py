"""What is to be known before an export: what every format would hold, where it goes, and whether it fits."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from padviewer.core.choices.recipe_file import to_toml
from padviewer.core.errors import PadViewerError
from padviewer.core.export import FORMATS, Estimate, check_destination, estimate, format_of
from padviewer.core.export.foreign import is_foreign
from padviewer.core.padding.plan import Plan
from padviewer.core.sentence import joined, say

FOLDER = ""
SUFFIXES = (".npz", ".npy", FOLDER, ".parquet", ".csv")


@dataclass(frozen=True)
class ExportFacts:
    """What a job found out about an export.

    Parameters
    ----------
    estimates : mapping of str to list of (array name, shape, dtype, bytes)
        By suffix, for the formats that can hold the arrays.
    problems : mapping of str to str
        By suffix, why a format cannot.
    free : int or None
        Bytes that are free where it goes; None where nobody can tell.
    disk : str
        Where that disk begins: ``"/home"``.
    refused : str
        Why nothing can be written there; empty where it can.
    replaces : bool
        Whether something stands there already.
    foreign : bool
        Whether that is anything else than an unchanged export of ours.
    """

    estimates: Mapping[str, Estimate] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    free: int | None = None
    disk: str = ""
    refused: str = ""
    replaces: bool = False
    foreign: bool = False


def export_facts(plan: Plan, destination: Path, source: Path | None) -> ExportFacts:
    """Find out about an export of `plan` to `destination`; reads labels and at most 200 rows."""
    estimates: dict[str, Estimate] = {}
    problems: dict[str, str] = {}
    for suffix in suffixes(len(plan.tensors)):
        try:
            estimates[suffix] = estimate(plan, suffix) + _with_recipe(plan, suffix)
        except PadViewerError as error:
            problems[suffix] = error.what
    refused, output = "", destination
    try:
        output = format_of(destination, len(plan.tensors))[0]
        check_destination(destination, source, len(plan.tensors))
    except PadViewerError as error:
        refused = joined(filter(None, (error.what, error.remedy)))
    free, disk = room_at(destination.parent)
    foreign = not refused and is_foreign(output)
    return ExportFacts(estimates, problems, free, disk, refused, output.exists() or foreign, foreign)


def _with_recipe(plan: Plan, suffix: str) -> Estimate:
    """Return what the recipe takes in the formats that have a place for it; in .npz as UTF-32 text."""
    if suffix not in (".npz", FOLDER):
        return []
    text, attachments = to_toml(plan.recipe)
    size = 4 * len(text) if suffix == ".npz" else len(text.encode())
    name = say("recipe and vocabulary") if attachments else say("recipe")
    return [(name, (), "text", size + sum(map(len, attachments.values())))]


def suffixes(tensors: int) -> tuple[str, ...]:
    """Return the formats that are offered for a number of tensors; one .npy holds a single one."""
    return tuple(suffix for suffix in SUFFIXES if suffix != ".npy" or tensors == 1)


def room_at(folder: Path) -> tuple[int | None, str]:
    """Return the bytes that are free on the disk of a folder, and where that disk begins."""
    try:
        here = folder.resolve()
        while not here.exists() and here != here.parent:
            here = here.parent
        free = shutil.disk_usage(here).free
        while not here.is_mount() and here != here.parent:
            here = here.parent
    except OSError:
        return None, ""
    return free, str(here)


def with_suffix(path: str, suffix: str) -> str:
    """Return a path with a format's suffix in place of another format's.

    >>> with_suffix("a/x.v2.npz", ".csv"), with_suffix("a/x.v2", ".csv"), with_suffix("a/x.npy", "")
    ('a/x.v2.csv', 'a/x.v2.csv', 'a/x')
    """
    known = next((one for one in FORMATS if path.lower().endswith(one)), "")
    return (path[: -len(known)] if known else path) + suffix


def suffix_of(path: str) -> str | None:
    """Return the format that a path's end names; None where it names none."""
    return next((one for one in FORMATS if path.lower().endswith(one)), None)
