"""`padviewer detect`: which columns come padded already, with what, on which side, and what agrees."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padviewer.commands import output
from padviewer.commands.parser import UsageError

if TYPE_CHECKING:
    from padviewer.core.choices.reading import Reading


def pick_of(path: str, reading: Reading) -> str:
    """Return the name of the file's format; raises PadViewerError where there is none."""
    from padviewer.commands.opening import refuse_other_kinds
    from padviewer.core.readers import ReadOptions, check_path, pick

    check_path(Path(path))
    if reading.format is None:
        refuse_other_kinds(path)
    return pick(Path(path), ReadOptions(format=reading.format)).name


def run(args: Namespace) -> int:
    """Print what is found out about the padding of every column."""
    from padviewer.commands.choices import read_options
    from padviewer.commands.opening import open_file
    from padviewer.core.readers.options import CELLS
    from padviewer.core.readers.padded.rows import examine

    if args.shape == "unpad":
        raise UsageError("--shape unpad takes off the padding that detect looks for. Leave it out.")
    reading = read_options(args)
    whole = None if pick_of(args.file, reading) in CELLS else "dense"
    dataset = open_file(args.file, replace(reading, shape=args.shape or whole))
    columns: list[dict[str, Any]] = [
        {
            "name": one.name,
            "verdict": one.verdict,
            "value": None if one.padding is None else one.padding.value,
            "side": None if one.padding is None else one.padding.side,
            "rows": len(dataset),
            "steps": one.steps,
            "padded": 0 if one.padding is None else one.padding.padded,
            "alike": 0 if one.padding is None else one.padding.alike,
            "lengths": None if one.padding is None else one.padding.lengths.tolist(),
            "companion": one.companion or None,
        }
        for one in examine(dataset)
    ]
    if args.json:
        output.write_json({"path": args.file, "format": dataset.format, "columns": columns})
        return 0
    header = ("Column", "Verdict", "Value", "Side", "Steps", "Padding", "Real steps alike", "Companion")
    rows = [
        [
            one["name"],
            one["verdict"],
            *(output.MISSING if one[key] is None else str(one[key]) for key in ("value", "side")),
            *(output.count(one[key]) for key in ("steps", "padded", "alike")),
            one["companion"] or output.MISSING,
        ]
        for one in columns
    ]
    output.write_lines([output.printable(args.file), "", *output.table(header, rows, (4, 5, 6))])
    return 0
