"""`padviewer summary`: a Keras model, loaded safely, as its layers, shapes and parameters."""

from __future__ import annotations

import sys
import warnings
from argparse import Namespace

from padviewer.commands import output


def run(args: Namespace) -> int:
    """Print the model's rows and totals; what Keras warns of goes to standard error."""
    from padviewer.commands.info import layer_lines
    from padviewer.models.loading import load, plain_text
    from padviewer.models.summary import summarise

    with output.Progress(f"Loading {args.file}"), warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        spec = summarise(load(args.file))
    texts = [plain_text(str(one.message)) for one in said if issubclass(one.category, UserWarning)]
    for text in dict.fromkeys(texts):
        sys.stderr.write(f"Keras: {output.printable(text)}\n")
    if args.json:
        output.write_json({"path": args.file, **spec.to_json()})
    else:
        lines = [args.file, f"Keras model {spec.name}", "", *layer_lines(spec)]
        output.write_lines([*(output.printable(one) for one in lines), *output.finding_lines(spec.findings)])
    return 0
