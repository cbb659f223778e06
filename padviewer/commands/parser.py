"""The command line's words: which commands and flags there are, parsed with the standard library alone."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from padviewer import __version__

TAKES_NUMBER = {"--value", "--fill", "--maxlen", "--multiple-of", "--rows", "--shift"}
LIKE_NUMBER = re.compile(r"-(\d|\.\d|inf|nan)", re.IGNORECASE)
SAMPLE = "a bundled sample in place of a file, such as reviews"
THEMES = ("light", "dark", "system")
LARGEST_SIDE = 16384
READING = ("format", "delimiter", "header", "shape", "table", "read_as", "encoding", "long")
NO_LENGTHS = ("padding", "truncating", "mode", "lossy", "companion", "label")  # what changes no length
WINDOW_OWN = (
    *("command", "json", "files", "file", "model", "sample", "render", "export", "force", "theme", "size"),
    *("worker", "recipe"),
)

COMMANDS = {
    "info": "say what a dataset, a model or a recipe holds",
    "stats": "count a column's lengths, and what a maxlen cuts and fills",
    "pad": "pad a dataset and write the arrays, masks and lengths",
    "check": "say what a person should know about the data with these choices",
    "detect": "say which columns are padded already, with what and on which side",
    "unpad": "write rows that are padded already without their padding",
    "summary": "show a Keras model's layers, shapes and parameters",
}
FINDINGS = "findings[level, code, message, count, rows, remedy, where]"
JSON_KEYS = {
    "info": "path, format, rows, columns[name, kind, dtype, ragged_axes, inner_shape, role, "
    f"lengths[min, mean, max, total, empty, unit]], guessed, {FINDINGS}. The lengths of a text are those of "
    "its words at white space (unit says “words”); a column of plain values has lengths null. A model: path, "
    "format, name, source, inputs, layers, embeddings, total_params, trainable_params, findings. A recipe: "
    "path, format, tensors, row_range, reading, findings.",
    "stats": "path, column, unit, rows, lengths[min, mean, max, total, empty], percentiles[name, maxlen, "
    "coverage, rows_cut, steps_lost, padding_share, bytes], at_maxlen (the same keys; null where all rows "
    "are empty and maxlen is max). Shares go from 0 to 1; bytes are the array's.",
    "pad": f"path, files, tensors[name, shape, dtype, file, sha256], {FINDINGS}, bytes, recipe (where "
    "--save-recipe wrote it, else null).",
    "check": f"path, tensors[name, shape, dtype], model (null, or path, name, verdict), {FINDINGS}.",
    "detect": "path, format, columns[name, verdict (padded: a companion agrees; looks-padded; contradicted; "
    "whole), value, side, rows, steps, padded, alike, lengths, companion].",
    "unpad": f"path, rows, columns, {FINDINGS}.",
    "summary": "path, name, source, inputs, layers[name, class, input_shape, output_shape, dtype, params, "
    "trainable], embeddings, total_params, trainable_params, findings.",
}
ENDINGS = (
    "Exit codes: 0 done; 1 the content, an option that does not fit it, a missing extra or display; 2 a flag "
    "or value that can never be valid; 3 refused as unsafe; 4 the path or the disk; 130 interrupted. A "
    "failure is one line on standard error, and standard output stays empty."
)


class UsageError(Exception):
    """A flag, or its value, that can never be valid, as a sentence."""


class _Parser(argparse.ArgumentParser):
    """An ArgumentParser that fails with one sentence, without usage."""

    def error(self, message: str) -> NoReturn:
        said = message.removeprefix("argument ").rstrip(".")
        raise UsageError(f"{said[:1].upper()}{said[1:]}. Try “{self.prog} --help”.")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the parsed arguments; ``command`` is a key of `COMMANDS`, ``"window"`` or ``"worker"``.

    Raises
    ------
    UsageError
        Flags or values that can never be valid.
    SystemExit
        After ``--help`` or ``--version``.
    """
    words = list(_joined(argv))
    if words and words[0] in COMMANDS:
        args = _command_parser(words[0]).parse_args(words[1:])
        said = given(args, NO_LENGTHS) if args.command == "stats" else ()
        if said:
            raise UsageError(f"{said[0]} changes no length, and stats counts lengths alone. Leave it out.")
        return args if args.command == "summary" else _with_file(args)
    return _sorted(_window_parser().parse_args(words))


def given(args: argparse.Namespace, names: Sequence[str]) -> tuple[str, ...]:
    """Return those of these flags that were given, as they are written."""
    values = {name: getattr(args, name) for name in names}
    said = (name for name, value in values.items() if value is not None and value not in ([], ""))
    written = ("no-header" if name == "header" and values[name] is False else name for name in said)
    return tuple(f"--{name.replace('_', '-')}" for name in written)


def _with_file(args: argparse.Namespace) -> argparse.Namespace:
    """Let a sample stand for the file."""
    if (args.file is None) == (args.sample is None):
        both = "Give one of FILE and --sample, not both"
        said = both if args.file else "The following arguments are required: FILE, or --sample NAME"
        raise UsageError(f"{said}. Try “padviewer {args.command} --help”.")
    if args.sample is not None:
        from padviewer.assets import SAMPLES, asset

        if args.sample not in SAMPLES:
            raise UsageError(f"--sample: The samples are {', '.join(SAMPLES)}; not “{args.sample}”.")
        args.file = str(asset(f"samples/{SAMPLES[args.sample]}"))
    return args


def _sorted(args: argparse.Namespace) -> argparse.Namespace:
    """Tell dataset, model and recipe apart; refuse what would be ignored."""
    kinds = {".keras": "model", ".toml": "recipe"}
    args.file = args.model = None
    for word in args.files:
        kind = next((name for suffix, name in kinds.items() if word.lower().endswith(suffix)), "file")
        if getattr(args, kind) is not None:
            what = {"file": "dataset"}.get(kind, kind)
            raise UsageError(f"Give one {what} at a time, not {getattr(args, kind)} and {word}.")
        setattr(args, kind, word)
    if args.worker is not None:
        return args
    if args.sample is not None and args.file is not None:
        raise UsageError(f"Give one of FILE and --sample, not both: {args.file}.")
    about = given(args, [name for name in vars(args) if name not in WINDOW_OWN])
    has_data = args.file is not None or args.sample is not None
    if about and not has_data and args.recipe is None:
        raise UsageError(f"{about[0]} is about a dataset, and none is given.")
    if args.export is not None and not has_data and args.recipe is None:
        raise UsageError("--export needs a dataset, and none is given.")
    if args.force and args.export is None and args.render is None:
        raise UsageError("--force is about --export and --render, and there is neither.")
    alone = given(args, ("theme", "size"))
    if alone and args.export is not None and args.render is None:
        raise UsageError(f"{alone[0]} is about the window, and an export has none.")
    if args.render is not None and not re.search(r"(\.png|\.svg|(^|/)[^.]*)$", args.render, re.IGNORECASE):
        raise UsageError(f"--render: A picture is .png or .svg, not {args.render}.")
    return args


def _joined(argv: Sequence[str]) -> Iterator[str]:
    """Join a flag with a negative number behind it: argparse takes ``-1e5`` and ``-inf`` for flags."""
    words = iter(argv)
    for word in words:
        if word == "--":
            yield word
            break
        if word in TAKES_NUMBER:
            value = next(words, None)
            if value is not None and LIKE_NUMBER.match(value):
                yield f"{word}={value}"
                continue
            yield word
            if value is not None:
                yield value
            continue
        yield word
    yield from words


def _window_parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:<9}{does}" for name, does in COMMANDS.items())
    parser = _Parser(
        prog="padviewer",
        description="See what padding, maxlen and masks do to your data before the model does.",
        epilog=f"commands:\n{listed}\n\nTry “padviewer COMMAND --help”.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="padviewer [FILE] [M.keras] [R.toml] [flags]\n       padviewer COMMAND FILE [flags]",
        allow_abbrev=False,
    )
    parser.set_defaults(command="window", json=False)
    parser.add_argument("--version", action="version", version=f"padviewer {__version__}")
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="a dataset, a model and a recipe to open in the window"
    )
    parser.add_argument("--sample", metavar="NAME", help=SAMPLE)
    parser.add_argument(
        "--render", metavar="PICTURE", help="write a picture of the window, .png or .svg, and end"
    )
    parser.add_argument("--export", metavar="OUT", help="export to OUT and end")
    parser.add_argument(
        "--force", action="store_true", help="replace what is there though PadViewer did not write it"
    )
    parser.add_argument(
        "--theme", choices=THEMES, default="", help="%(choices)s; the one chosen last where not said"
    )
    parser.add_argument("--size", type=_size, metavar="WxH", help="the window's size (default 1440x900)")
    _add_reading(parser.add_argument_group("how the file is read (guessed where it is not said)"))
    _add_recipe(parser.add_argument_group("the recipe (a value, or one per ragged axis, as in 100,20)"))
    parser.add_argument("--worker", choices=("data", "model"), help=argparse.SUPPRESS)
    return parser


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{1,5})x([0-9]{1,5})", text)
    if not found or not all(1 <= int(side) <= LARGEST_SIDE for side in found.groups()):
        raise argparse.ArgumentTypeError(f"a size is WIDTHxHEIGHT up to {LARGEST_SIDE:,}, not {text!r}")
    return int(found[1]), int(found[2])


def _command_parser(command: str) -> argparse.ArgumentParser:
    does = COMMANDS[command]
    parser = _Parser(
        prog=f"padviewer {command}",
        description=f"{does[:1].upper()}{does[1:]}.",
        epilog=f"JSON keys: {JSON_KEYS[command]} {ENDINGS}".replace("%", "%%"),
        allow_abbrev=False,
    )
    parser.set_defaults(command=command)
    if command == "summary":
        parser.add_argument("file", metavar="MODEL", help="a .keras file")
    else:
        parser.add_argument("file", nargs="?", metavar="FILE", help="the file")
        parser.add_argument("--sample", metavar="NAME", help=SAMPLE)
    parser.add_argument("--json", action="store_true", help="print one JSON document, see below")
    parser.add_argument("--version", action="version", version=f"padviewer {__version__}")
    if command != "summary":
        _add_reading(parser.add_argument_group("how the file is read (guessed where it is not said)"))
    if command == "pad":
        parser.add_argument(
            "-o", "--output", required=True, metavar="OUT",
            help="OUT.npz, .npy, .parquet or .csv; without a suffix a folder of .npy files",
        )  # fmt: skip
    if command == "pad":
        parser.add_argument(
            "--force", action="store_true", help="replace what is there though PadViewer did not write it"
        )
    if command == "unpad":
        parser.add_argument("-o", "--output", required=True, metavar="OUT", help="OUT.parquet or OUT.jsonl")
    if command == "check":
        parser.add_argument(
            "--model", metavar="M.keras", help="check the tensors against this model's inputs"
        )
    if command in {"stats", "pad", "check"}:
        group = parser.add_argument_group("the recipe (a value, or one per ragged axis, as in 100,20)")
        _add_recipe(group, lengths_only=command == "stats")
    if command == "pad":
        parser.add_argument("--save-recipe", metavar="R.toml", help="also write the fitted recipe to R.toml")
    return parser


def _add_reading(group: Any) -> None:
    group.add_argument("--format", metavar="F", help="the format's name, such as CSV or “JSON lines”")
    group.add_argument("--delimiter", metavar="D", help="one character, or tab or space")
    group.add_argument(
        "--header", action=argparse.BooleanOptionalAction, help="whether the first line names the columns"
    )
    group.add_argument(
        "--shape", metavar="S", help="how rows are found, such as ragged-lines, features or dense"
    )
    group.add_argument("--table", metavar="T", help="which one of several tables in the file, such as test")
    group.add_argument(
        "--read-as", metavar="C=HOW", action="append", default=[],
        help="how column C is read: C=numbers (what is none is missing), C=text; "
        "in a CSV also C=decimal-comma, C=decimal-point",
    )  # fmt: skip
    group.add_argument("--encoding", metavar="E", help="of a CSV that is not UTF-8, such as cp1252")
    group.add_argument(
        "--long", metavar="ID[,ORDER]",
        help="one line is one step: the lines with the same ID are one row, in the order of the column ORDER",
    )  # fmt: skip


def _add_recipe(group: Any, *, lengths_only: bool = False) -> None:
    def padded(words: str) -> str:
        return argparse.SUPPRESS if lengths_only else words

    group.add_argument("--recipe", metavar="R.toml", help="start from this recipe (or from an export)")
    group.add_argument("--column", metavar="C", help="the column to pad")
    group.add_argument(
        "--padding",
        metavar="P",
        help=padded("the side that is filled: post, pre or both (default post; pad_sequences of Keras: pre)"),
    )
    group.add_argument(
        "--truncating",
        metavar="T",
        help=padded("the side that is cut: post, pre or middle (default post; pad_sequences of Keras: pre)"),
    )
    group.add_argument(
        "--maxlen", metavar="N", help="steps, or max, or a percentile such as p95 (default max)"
    )
    group.add_argument("--value", metavar="V", help="the padding (default 0)")
    group.add_argument("--dtype", metavar="D", help="int32, float32 …; chosen from the data where not said")
    group.add_argument(
        "--mode", metavar="M", help=padded("constant, edge, reflect, symmetric or wrap (default constant)")
    )
    group.add_argument("--multiple-of", metavar="N", help="round maxlen up to a multiple of N (default 1)")
    group.add_argument(
        "--lossy",
        metavar="L",
        help=padded("whether a cast may lose values: refuse or allow (default refuse)"),
    )
    group.add_argument("--rows", metavar="A:B", help="rows from A up to, and without, B (default all)")
    group.add_argument(
        "--empty-rows", metavar="E", help="rows without a step: keep or drop, labels too (default keep)"
    )
    group.add_argument("--tokens", metavar="T", help="cut texts into words or characters")
    group.add_argument("--ids", metavar="I", help="number the tokens by appearance or frequency")
    group.add_argument(
        "--companion",
        metavar="C=V",
        help=padded("also pad column C to the same maxlen, with the fill value V"),
    )
    group.add_argument("--shift", metavar="N", help="shift whole numbers so that the least one becomes N")
    group.add_argument("--fill", metavar="V", help="what stands in for missing values")
    group.add_argument(
        "--fill-infinite", action="store_const", const=True,
        help="with --fill: its value stands in for infinite values too",
    )  # fmt: skip
    group.add_argument("--label", metavar="C", help=padded("the column of labels"))
