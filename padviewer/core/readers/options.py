"""Which options of reading each format takes, and the shapes that it has; any other is refused."""

from __future__ import annotations

from dataclasses import replace

from padviewer.core.data.ragged import Kind
from padviewer.core.errors import ChoiceError
from padviewer.core.readers.base import WHOLE, Format, ReadOptions
from padviewer.core.readers.csv.classes import CLASS_FIRST, MARK
from padviewer.core.readers.inner_axes import base_name
from padviewer.core.readers.padded.rows import UNPAD
from padviewer.core.readers.text.conll import SHAPE as SENTENCES
from padviewer.core.sentence import say

TABLES = ("table", "list-in-cell", "ragged-lines", CLASS_FIRST, "features", SENTENCES)
TAILS = ("nan-tail", "fill-tail")
# Behind every format: rows that come padded are kept whole, or made ragged again
PADDED = ("dense", UNPAD)
SHAPES: dict[str, tuple[str, ...]] = {
    "CSV": (*TABLES, *PADDED),
    "TSV": (*TABLES, *PADDED),
    "NPY": (*TAILS, *PADDED),
    "NPZ": (*TAILS, *PADDED),
    "NPY folder": PADDED,
    "JSON": ("rows", "table", "columns", "keys", *PADDED),
    "JSON lines": ("rows", "table", *PADDED),
    "Plain text": ("lines", "ragged-lines", "table", SENTENCES, *PADDED),
    "Parquet": PADDED,
    "Arrow file": PADDED,
    "Arrow stream": PADDED,
    "ORC": PADDED,
    "Excel": (*(one for one in TABLES if one != SENTENCES), *PADDED),
    "Stata": PADDED,
    "SPSS": PADDED,
    "SAS": PADDED,
}
TAKES: dict[str, tuple[str, ...]] = {
    "CSV": ("delimiter", "header", "shape", "columns", "kinds", "encoding", "long"),
    "TSV": ("delimiter", "header", "shape", "columns", "kinds", "encoding", "long"),
    "NPY": ("shape",),
    "NPZ": ("shape", "table"),
    "NPY folder": ("shape",),
    "JSON": ("shape", "columns", "kinds", "table", "long"),
    "JSON lines": ("shape", "columns", "kinds", "long"),
    "Plain text": ("shape", "columns", "kinds", "long"),
    "Parquet": ("shape", "long"),
    "Arrow file": ("shape", "long"),
    "Arrow stream": ("shape", "long"),
    "ORC": ("shape", "long"),
    "Excel": ("header", "shape", "table", "columns", "kinds", "long"),
    "Stata": ("shape", "kinds", "long"),
    "SPSS": ("shape", "kinds", "long"),
    "SAS": ("shape", "kinds", "long"),
}
CELLS = ("CSV", "TSV", "Excel")  # read by the rules of cells
FIELDS = {"columns": "read-as", "kinds": "read-as"}
# What a person asks of a column, as the kind that the reader takes; a table's reader knows more ways
KINDS: dict[str, Kind] = {"numbers": "number", "text": "text"}


def refuse_unused(options: ReadOptions, chosen: Format) -> None:
    """Raise ChoiceError where an option is said that does nothing for this format, or a shape it has not."""
    takes = TAKES.get(chosen.name, ())
    for name in ("delimiter", "header", "shape", "columns", "kinds", "table", "encoding", "long"):
        said = _said_kinds(options) if name == "kinds" else getattr(options, name)
        if said in (None, {}) or name in takes:
            continue
        field = FIELDS.get(name, name)
        able = ", ".join(one for one, known in TAKES.items() if name in known)
        raise ChoiceError(
            field,
            say("The format {name} has no choice of {field}.", name=chosen.name, field=field),
            remedy=say("Leave it out; it is for {formats}.", formats=able),
        )
    cut = next((name for name in ("delimiter", "header") if getattr(options, name) is not None), None)
    if options.shape == SENTENCES and cut is not None:
        raise ChoiceError(
            cut,
            say(
                "Lines of sentences are cut at white space: the shape {shape} has no choice of {field}.",
                shape=SENTENCES,
                field=cut,
            ),
            remedy=say("Leave it out, or choose another shape."),
        )
    shapes = SHAPES.get(chosen.name, ())
    if options.shape is not None and options.shape not in shapes:
        raise ChoiceError(
            "shape",
            say("The format {name} has no shape “{shape}”.", name=chosen.name, shape=options.shape),
            remedy=say("Choose one of {shapes}.", shapes=", ".join(shapes)),
        )


def _asked(options: ReadOptions) -> dict[str, Kind]:
    """Return the kinds of columns without what is known of their padding."""
    return {name: kind for name, kind in options.kinds.items() if not name.endswith(WHOLE)}


def _said_kinds(options: ReadOptions) -> dict[str, Kind]:
    """Return the kinds that a person said, without the ragged axes that a later row made known."""
    return {name: kind for name, kind in _asked(options).items() if base_name(name) == name}


def own_options(options: ReadOptions, chosen: Format) -> ReadOptions:
    """Return what the format's own reader is asked for, without what is done behind every reader."""
    behind = options.shape == UNPAD or (options.shape == "dense" and chosen.name not in ("NPY", "NPZ"))
    kinds = _asked(options)
    if options.shape == "dense" and chosen.name in CELLS:
        kinds["x" + MARK] = "float"
    return replace(options, shape=None if behind else options.shape, kinds=kinds)


def with_kinds(options: ReadOptions, chosen: Format) -> ReadOptions:
    """Return the options with what is asked of columns as their kinds, where the format reads it so.

    Raises
    ------
    ChoiceError
        The format cannot read a column in that way.
    """
    if not options.columns or chosen.name in CELLS:
        return options
    for name, way in options.columns.items():
        if way not in KINDS:
            raise ChoiceError(
                "read-as",
                say("{format} cannot read “{name}” as {way}.", format=chosen.name, name=name, way=way),
                remedy=say("Choose one of {ways}.", ways=", ".join(KINDS)),
            )
    asked = {name: KINDS[way] for name, way in options.columns.items()}
    return replace(options, kinds={**asked, **options.kinds})
