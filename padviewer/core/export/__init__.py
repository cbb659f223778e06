"""Export: a plan's tensors, masks, lengths and labels as files, streamed, whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padviewer.core.checks.lengths import check_lengths
from padviewer.core.checks.values import fill_collides
from padviewer.core.choices.base import Choices
from padviewer.core.choices.reading import misfit
from padviewer.core.errors import ChoiceError, ContentError, PathError
from padviewer.core.export import csv, npy, npz, parquet, sidecar
from padviewer.core.export.foreign import check_ours
from padviewer.core.export.job import Job
from padviewer.core.export.not_held import not_held
from padviewer.core.export.written import TensorFile, Written
from padviewer.core.files.whole_file import Hasher, WholeFile, check_target, whole_file
from padviewer.core.files.whole_folder import check_folder_target, whole_folder
from padviewer.core.finding import Finding, by_level
from padviewer.core.padding.plan import Plan
from padviewer.core.sentence import say, say_count

__all__ = [
    "FORMATS",
    "Format",
    "TensorFile",
    "Written",
    "check_destination",
    "estimate",
    "export",
    "run",
    "sidecar",
]

Estimate = list[tuple[str, tuple[int, ...], str, int]]


@dataclass(frozen=True)
class Format:
    """A format that is one file.

    Parameters
    ----------
    name : str
        As a person says it.
    estimate : callable (Plan) -> list of (array name, shape, dtype, bytes)
    write : callable (Job, WholeFile)
    holds_attachments : bool
        Whether the file has a place for vocabularies; otherwise they go into the sidecar.
    """

    name: str
    estimate: Callable[[Plan], Estimate]
    write: Callable[[Job, WholeFile], None]
    holds_attachments: bool = False


FORMATS: dict[str, Format] = {
    ".npz": Format("NumPy archive", npz.estimate, npz.write, holds_attachments=True),
    ".npy": Format("NumPy array", npy.estimate, npy.write),
    ".parquet": Format("Parquet", parquet.estimate, parquet.write),
    ".csv": Format("CSV", csv.estimate, csv.write),
}


def format_of(destination: Path, tensors: int) -> tuple[Path, Format | None]:
    """Return where an export to `destination` goes and its format; None is a folder of .npy files.

    Raises
    ------
    ChoiceError
        A suffix of no format.
    """
    suffix = destination.suffix.lower()
    if not suffix or (suffix == ".npy" and tensors > 1):
        return destination.with_suffix(""), None
    if suffix not in FORMATS:
        raise ChoiceError(
            "destination",
            say("There is no export format for “{suffix}”.", suffix=suffix),
            remedy=say(
                "The suffixes are {formats}; a name without one is a folder of .npy files.",
                formats=", ".join(FORMATS),
            ),
        )
    return destination, FORMATS[suffix]


def estimate(plan: Plan, suffix: str) -> Estimate:
    """Return what an export holds, from lengths and labels alone.

    Parameters
    ----------
    plan : Plan
    suffix : str
        ``".npz"``, ``".npy"``, ``".parquet"``, ``".csv"``, or ``""`` for a folder of .npy files.

    Returns
    -------
    list of (array name, shape, dtype, bytes)
        CSV is one table whose bytes are guessed; Parquet's bytes are before compression.

    Raises
    ------
    ChoiceError
        A suffix of no format.
    ContentError
        What the format cannot hold; two arrays of one name.
    """
    chosen = format_of(Path(f"x{suffix}"), len(plan.tensors))[1]
    return npy.estimate_folder(plan) if chosen is None else chosen.estimate(plan)


def check_destination(
    destination: Path, source: Path | None, tensors: int = 1, *, replace: bool = True, remedy: str = ""
) -> None:
    """Raise what would stop an export to `destination` before any work: suffix, place, or the source itself.

    Without `replace`, what is there and no export of ours wrote stops it too; `remedy` says how to allow it.

    Raises
    ------
    ChoiceError
        A suffix of no format.
    PathError
        No such folder, a read-only file, a foreign folder; a destination or sidecar that is the source;
        without `replace`, anything there that is not ours.
    """
    output, chosen = format_of(destination, tensors)
    if chosen is None:
        check_folder_target(output, sidecar.files_of)
    else:
        check_target(output)
    check_target(sidecar.sidecar_path(output))
    for written in (output, sidecar.sidecar_path(output)):
        if source is not None and _is_within(source, written):
            raise PathError(
                "output-is-input", say("The export would replace the source it is made from."),
                where=str(written), remedy=say("Give another name."),
            )  # fmt: skip
    if not replace:
        check_ours(output, remedy)


def export(
    plan: Plan,
    destination: Path,
    *,
    source: Path | None = None,
    known: Mapping[str, Any] | None = None,
    replace: bool = True,
    progress: Callable[[int, int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
    hasher: Callable[[], Hasher] = hashlib.sha256,
) -> Written:
    """Write a plan's tensors with masks, lengths, labels, weights and recipe.

    Parameters
    ----------
    plan : Plan
    destination : Path
        Its suffix says the format: .npz, .npy, .parquet or .csv. Without a suffix, or ``X.npy`` with several
        tensors, it is a folder ``X`` of .npy files. ``<out>.padviewer.json`` is written beside it, last.
    source : Path or None
        What the data were read from; None takes the dataset's own path.
    known : mapping or None
        What the sidecar says of the source where it is not any more as it was read; None looks at it now.
    replace : bool
        Whether what stands there may be replaced though no export of ours wrote it.
    progress : callable (bytes done, bytes in all) or None
    should_stop : callable -> bool, or None
        Asked before every block; True raises `Stopped`.
    hasher : callable -> Hasher
        Makes what counts the sha256: a caller with a thread to spare may count it there.

    Returns
    -------
    Written

    Raises
    ------
    ChoiceError
        A suffix of no format.
    ContentError
        What the format cannot hold; two arrays of one name; data that are still being read.
    LossError
        A value that the dtype does not hold, where the recipe refuses losses.
    PathError
        The place or the disk refuses; the destination is the source.
    Stopped
        On request. After any error nothing half-written remains, and what stood there before still does.
    """
    destination = Path(destination)
    if not plan.prepared.complete:
        raise ContentError(
            "still-reading",
            say("The source is still being read."),
            remedy=say("Export when all rows are there."),
        )
    source = plan.prepared.path if source is None else Path(source)
    output, chosen = format_of(destination, len(plan.tensors))
    check_destination(destination, source, len(plan.tensors), replace=replace)
    total = sum(nbytes for *_, nbytes in estimate(plan, "" if chosen is None else destination.suffix.lower()))
    if known is None and source is not None:
        known = sidecar.identity(source)
    job = Job(plan, total, progress, should_stop)
    job.advance(0)
    with whole_file(sidecar.sidecar_path(output)) as beside, _written(job, output, chosen, hasher) as files:
        attached = chosen is not None and not chosen.holds_attachments
        alone = chosen is FORMATS[".npy"]
        listed = [(file.name, file.sha256, file.nbytes) for file in files]
        beside.write(sidecar.content(plan, known, listed, job.tallies, attached, alone))
    return _answer(plan, output, chosen, files, job)


def run(recipe: Choices, source: Path | str, destination: Path | str) -> Written:
    """Open `source`, fit what is not fitted, and export to `destination`; see `export`.

    Raises
    ------
    PadViewerError
        Whatever stops it; nothing half-written remains.
    """
    from padviewer.core.choices.fitting import fit, prepare
    from padviewer.core.opening import open_dataset
    from padviewer.core.padding.plan import resolve

    source, destination = Path(source), Path(destination)
    check_destination(destination, source, len(recipe.tensors))
    try:
        dataset = open_dataset(source, **recipe.reading.options())
    except ChoiceError as error:
        raise misfit(error, str(source)) from error
    fitted = fit(recipe, dataset)
    return export(resolve(fitted, prepare(fitted, dataset)), destination, source=source)


@contextmanager
def _written(
    job: Job, output: Path, chosen: Format | None, hasher: Callable[[], Hasher]
) -> Iterator[list[npy.FolderFile]]:
    """Write the output; it takes its place when the block ends without an error."""
    if chosen is None:
        with whole_folder(output, job.total, sidecar.files_of) as folder:
            yield npy.write_folder(job, folder, hasher)
        return
    with whole_file(output, job.total if chosen is not FORMATS[".parquet"] else 0, hasher) as file:
        chosen.write(job, file)
        yield [npy.FolderFile(output.name, file.sha256, file.size)]


def _answer(
    plan: Plan, output: Path, chosen: Format | None, files: list[npy.FolderFile], job: Job
) -> Written:
    placed = {file.name: output if chosen is not None else output / file.name for file in files}
    by_name = {file.name: file for file in files}
    unheld = () if chosen is None else not_held(plan, output.suffix.lower())
    tensors = []
    for name in plan.tensors:
        file = by_name[output.name if chosen is not None else f"{name}.npy"]
        shape, dtype = plan.shape(name), plan.dtype(name).name
        tensors.append(TensorFile(name, shape, dtype, placed[file.name], file.sha256))
    return Written(
        output,
        (*placed.values(), sidecar.sidecar_path(output)),
        tuple(tensors),
        by_level([*plan.prepared.findings, *_found(plan, job), *unheld]),
        sum(file.nbytes for file in files),
    )


def _found(plan: Plan, job: Job) -> Iterator[Finding]:
    """Yield what the lengths tell and what writing counted; the codes are those of `checks`."""
    for name, tally in job.tallies.items():
        yield from check_lengths(plan.of(name))
        if tally.lost:
            yield Finding(
                "warning",
                "lossy-cast",
                say_count(
                    "{count} value of “{name}” was changed to fit {dtype}.",
                    "{count} values of “{name}” were changed to fit {dtype}.",
                    tally.lost,
                    name=name,
                    dtype=str(plan.dtype(name)),
                ),
                tally.lost,
                (),
                say("Choose a dtype that holds them, or fill what is missing."),
                name,
            )
        yield from fill_collides(plan.of(name), tally.collided)


def _is_within(source: Path, written: Path) -> bool:
    return _same(written, source) or (written.is_dir() and written.resolve() in source.resolve().parents)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
