"""The `padviewer` command: runs what was asked for, and turns every ending into an exit code and one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

DONE, CONTENT, USAGE, PATH, INTERRUPTED = 0, 1, 2, 4, 130
DEBUG = "PADVIEWER_DEBUG"
FIELDS = {"destination": "output", "multiple_of": "multiple-of", "kind": "read-as"}
FLAGS = frozenset(
    (
        *(
            "format",
            "delimiter",
            "header",
            "shape",
            "read-as",
            "encoding",
            "long",
            "companion",
            "shift",
            "table",
            "column",
            "label",
            "rows",
            "empty-rows",
            "tokens",
            "ids",
            "fill",
        ),
        *("padding", "truncating", "maxlen", "value", "dtype", "mode", "multiple-of", "lossy", "output"),
        *("sample", "render", "export", "theme", "size"),
    )
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    argv : sequence of str or None
        The words behind ``padviewer``; None takes this process's.

    Returns
    -------
    int
        0 done; 1 the content, an option that does not fit it, a missing extra or display; 2 a flag or value
        that can never be valid; 3 refused as unsafe; 4 the path or the disk; 130 interrupted.
    """
    words = sys.argv[1:] if argv is None else list(argv)
    _say_anything()
    try:
        from padviewer.commands.output import flush

        code = _answered(words)
        flush()
    except KeyboardInterrupt:
        return _fail("Interrupted. Nothing was left half-written.", INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the boundary: every error becomes a line and an exit code
        return _ended(error)
    return code


def _answered(words: list[str]) -> int:
    from padviewer.commands.parser import parse

    try:
        args = parse(words)
    except SystemExit as ending:  # --help and --version
        return DONE if ending.code is None else int(ending.code)
    return _command(args)(args)


def _command(args: Namespace) -> Callable[[Namespace], int]:
    from importlib import import_module

    if args.command == "window":
        return _window if args.worker is None else _worker
    run: Callable[[Namespace], int] = import_module(f"padviewer.commands.{args.command}").run
    return run


def _worker(args: Namespace) -> int:
    if args.worker == "data":
        from padviewer.workers import data

        data.main()
    from padviewer.workers import model

    model.main()


def _window(args: Namespace) -> int:
    from padviewer.commands.window import asked_of
    from padviewer.core.errors import MissingExtraError

    asked = asked_of(args)
    try:
        from padviewer.gui import app
    except ImportError as error:
        from padviewer.gui.window.platform_probe import library_in, packages_remedy

        library = library_in(str(error))
        if library:
            raise MissingExtraError(
                "no-library",
                f"The window cannot be opened without {library}.",
                remedy=packages_remedy((library,)),
            ) from error
        raise MissingExtraError(
            "no-window",
            f"The window cannot be opened: {error}.",
            remedy="Install what is missing; “padviewer info FILE” works without a window.",
        ) from error
    code: int = app.run(
        asked.file,
        sample=args.sample,
        model=args.model,
        options=asked.options,
        recipe_for=asked.recipe_for,
        label=args.label,
        render=args.render,
        export=args.export,
        force=args.force,
        theme=args.theme,
        size=args.size,
    )
    return code


def _ended(error: Exception) -> int:
    """Say what stopped the command, and return its exit code."""
    if os.environ.get(DEBUG, "") not in {"", "0"}:
        import traceback

        with suppress(OSError):
            traceback.print_exception(error)
    return _fail(*_told(error))


def _told(error: Exception) -> tuple[str, int]:
    """Return the sentence and the exit code of an error."""
    from padviewer.commands.parser import UsageError
    from padviewer.core.errors import ChoiceError, PadViewerError

    if isinstance(error, UsageError):
        return str(error), USAGE
    if isinstance(error, ChoiceError):
        flag = FIELDS.get(error.field, error.field)
        if error.where == error.field and flag in FLAGS:
            error.where = f"--{flag}"
    if isinstance(error, PadViewerError):
        return str(error), error.exit_code
    if isinstance(error, MemoryError):
        return "There is not enough memory for this. Take fewer --rows, or a smaller --maxlen.", CONTENT
    if isinstance(error, OSError) and error.errno is not None:
        where = "" if error.filename is None else f"{os.fsdecode(error.filename)}: "
        return f"{where}{error.strerror}. Check the path and the disk.", PATH
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"This is a fault of PadViewer: {what}. Set {DEBUG}=1 to see where, and report it.", CONTENT


def _fail(sentence: str, code: int) -> int:
    from padviewer.commands.output import flush, printable

    with suppress(OSError, ValueError):
        sys.stderr.write(f"padviewer: {printable(' '.join(sentence.split()))}\n")
        sys.stderr.flush()
    with suppress(OSError):
        flush()
    return code


def _say_anything() -> None:
    """Let both streams write every text: a character that the encoding lacks becomes its escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
