"""The start of the bundle's executables: the surroundings that the bundle's loader changed are put right."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

# What the loader and its hooks set for their own sake: other programs that we start (a Python with Keras,
# the file manager) must not look for their libraries and plugins in our folder
LIBRARY_PATHS = ("LD_LIBRARY_PATH", "LIBPATH")
QT_PATHS = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH")


def restore(environment: MutableMapping[str, str], folder: str) -> None:
    """Give an environment back the values that it had before the bundle's loader ran.

    Parameters
    ----------
    environment : mutable mapping of str
        Changed in place.
    folder : str
        The bundle's own folder of libraries: variables that still point into it go.
    """
    for name in LIBRARY_PATHS:
        before = environment.pop(f"{name}_ORIG", None)
        if before is not None:
            environment[name] = before
    for name in (*LIBRARY_PATHS, *QT_PATHS):
        if environment.get(name, "").startswith(folder):
            del environment[name]


def open_streams() -> None:
    """Give a windowed program on Windows, which has no console, streams that swallow what is written."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open to the end


def main() -> int:
    """Run the ``padviewer`` command from a bundle; returns its exit code."""
    restore(os.environ, str(getattr(sys, "_MEIPASS", Path(sys.executable).parent)))
    open_streams()
    from padviewer.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
