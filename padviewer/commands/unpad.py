"""`padviewer unpad`: padded rows made ragged again, as a file."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from padviewer.commands import output
from padviewer.commands.parser import UsageError


def run(args: Namespace) -> int:
    """Write the rows without their padding; print what was written."""
    from padviewer.commands.choices import read_options
    from padviewer.commands.opening import open_file
    from padviewer.core.export.ragged_rows import check_ragged_target, write_ragged
    from padviewer.core.readers import ReadOptions
    from padviewer.core.readers.padded.rows import (
        UNPAD,
        with_cut_masks,
        without_padding,
    )

    if args.shape == "dense":
        raise UsageError("--shape dense keeps the padding that unpad takes away. Leave it out.")
    destination = Path(args.output)
    check_ragged_target(destination, Path(args.file))
    dataset = open_file(args.file, replace(read_options(args), shape=args.shape or UNPAD))
    if args.shape not in (None, UNPAD):  # which says how rows are found, so that nothing was taken off yet
        left = tuple(one for one in dataset.findings if one.code != "looks-padded")
        dataset = next(without_padding([replace(dataset, findings=left)], ReadOptions(shape=UNPAD)))
    dataset = with_cut_masks(dataset)
    write_ragged(dataset, destination)
    if args.json:
        output.write_json(
            {
                "path": str(destination),
                "rows": len(dataset),
                "columns": list(dataset.columns),
                "findings": [finding.to_json() for finding in dataset.findings],
            }
        )
        return 0
    rows = "1 row" if len(dataset) == 1 else f"{output.count(len(dataset))} rows"
    output.write_lines([f"Wrote {output.printable(str(destination))}, {rows}"])
    output.write_lines(output.finding_lines(dataset.findings))
    return 0
