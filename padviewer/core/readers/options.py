"""Which options of reading each format takes, and the shapes that it has; any other is refused."""

from __future__ import annotations

from padviewer.core.errors import ChoiceError
from padviewer.core.readers.base import Format, ReadOptions
from padviewer.core.sentence import say

TABLES = ("table", "list-in-cell", "ragged-lines", "sentences")
TAILS = ("dense", "nan-tail", "fill-tail")
SHAPES: dict[str, tuple[str, ...]] = {
    "CSV": TABLES,
    "TSV": TABLES,
    "NPY": TAILS,
    "NPZ": TAILS,
    "JSON": ("rows", "table", "columns", "keys"),
    "JSON lines": ("rows", "table"),
    "Plain text": ("lines", "ragged-lines", "table", "sentences"),
}
TAKES: dict[str, tuple[str, ...]] = {
    "CSV": ("delimiter", "header", "shape", "kinds"),
    "TSV": ("delimiter", "header", "shape", "kinds"),
    "NPY": ("shape",),
    "NPZ": ("shape", "table"),
    "JSON": ("shape", "kinds", "table"),
    "JSON lines": ("shape", "kinds"),
    "Plain text": ("shape", "kinds"),
}
FIELDS = {"kinds": "kind"}


def refuse_unused(options: ReadOptions, chosen: Format) -> None:
    """Raise ChoiceError where an option is said that does nothing for this format, or a shape it has not."""
    takes = TAKES.get(chosen.name, ())
    for name in ("delimiter", "header", "shape", "kinds", "table"):
        if getattr(options, name) in (None, {}) or name in takes:
            continue
        field = FIELDS.get(name, name)
        able = ", ".join(one for one, known in TAKES.items() if name in known)
        raise ChoiceError(
            field,
            say("The format {name} has no choice of {field}.", name=chosen.name, field=field),
            remedy=say("Leave it out; it is for {formats}.", formats=able),
        )
    shapes = SHAPES.get(chosen.name, ())
    if options.shape is not None and options.shape not in shapes:
        raise ChoiceError(
            "shape",
            say("The format {name} has no shape “{shape}”.", name=chosen.name, shape=options.shape),
            remedy=say("Choose one of {shapes}.", shapes=", ".join(shapes)),
        )
