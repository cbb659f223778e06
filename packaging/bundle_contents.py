"""What goes into the bundle: the program's own files, and which libraries and plugins stay out."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]  # PyInstaller's: path in the bundle, path on this machine, kind

# Never imported by the program, but found by PyInstaller behind some optional import of a library
EXCLUDED_MODULES = [
    "IPython", "PIL", "_pytest", "cffi", "dask", "h5py", "hypothesis", "ipykernel", "jinja2", "keras",
    "matplotlib", "mypy", "numba.cuda", "numba.tests", "numpy.f2py", "numpy.tests", "pandas.tests", "pip",
    "psutil", "pyarrow.tests", "pygments", "pyqtgraph.examples", "pytest", "scipy", "setuptools",
    "tensorflow", "tkinter", "torch", "yaml",
    "PySide6.QtConcurrent", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtNetwork", "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets", "PySide6.QtPrintSupport", "PySide6.QtQml", "PySide6.QtQuick",
    "PySide6.QtQuickControls2", "PySide6.QtQuickTest", "PySide6.QtQuickWidgets", "PySide6.QtSql",
    "PySide6.QtTest", "PySide6.QtUiTools", "PySide6.QtXml",
]  # fmt: skip

# Imported by compiled code, where PyInstaller does not look
HIDDEN_MODULES = ["numba._devicearray", "numba.mviewbuf", "numba.np.ufunc._num_threads"]

PLUGINS = {
    "iconengines": None,  # None: all of them
    "imageformats": ("ico", "icns", "jpeg", "svg"),
    "platforminputcontexts": ("compose", "ibus"),
    "platforms": ("cocoa", "direct2d", "minimal", "offscreen", "wayland", "windows", "xcb"),
    "platformthemes": ("xdgdesktopportal",),
    "styles": None,
    "wayland-decoration-client": None,
    "wayland-graphics-integration-client": None,
    "wayland-shell-integration": None,
    "xcbglintegrations": None,
}
TRANSLATIONS = ("qtbase_de.qm", "qtbase_en.qm")

# Parts of Arrow that nothing here uses; substrait, dataset and acero stay: Arrow's own modules link to them
UNUSED = re.compile(
    r"(^|/)(lib)?(arrow_flight|arrow_python_flight|arrow_python_parquet_encryption|arrow_s3|gandiva)[\w.-]*$"
    r"|^pyarrow/_(flight|substrait|gandiva|dataset_orc|s3fs|gcsfs|azurefs|hdfs|parquet_encryption"
    r"|dataset_parquet_encryption|pyarrow_cpp_tests)\b.*$"
    r"|^pyarrow/((include|src|tests)/.*|.*\.(pyx|pxd|pxi|h|hpp|cc))$"
)
_PLUGIN = re.compile(r"(?:^|/)PySide6/(?:Qt/)?plugins/([^/]+)/([^/]+)$")
_LIBRARY = re.compile(r"^(?:PySide6/Qt/lib/)?lib[^/]+\.so[\w.-]*$")
_TRANSLATION = re.compile(r"(?:^|/)PySide6/(?:Qt/)?translations/([^/]+)$")


def program_files(root: Path, parts: Path) -> list[tuple[str, str]]:
    """Return what the program finds through `padviewer.assets`, as PyInstaller's (file, folder) pairs.

    Parameters
    ----------
    root : pathlib.Path
        The checkout.
    parts : pathlib.Path
        What package.py gathered: ``fonts/`` where this machine has them.
    """
    assets = root / "assets"
    pairs = [(str(assets / name), "padviewer/_assets") for name in ("padviewer.svg", "window.qss")]
    for pattern in ("icons/*.svg", "samples/*", "translations/*.qm"):
        pairs += [
            (str(file), f"padviewer/_assets/{file.parent.name}") for file in sorted(assets.glob(pattern))
        ]
    pairs += [(str(file), "padviewer/_assets/fonts") for file in sorted(parts.glob("fonts/*"))]
    docs = root / "docs"
    for file in sorted(docs.rglob("*.md")):
        pairs.append((str(file), f"padviewer/_docs/{file.parent.relative_to(docs).as_posix()}".rstrip("./")))
    return pairs


def is_wanted(name: str) -> bool:
    """Tell whether a file that PyInstaller found belongs into the bundle; `name` is its path there."""
    name = name.replace("\\", "/")
    if plugin := _PLUGIN.search(name):
        kind, file = plugin.groups()
        if kind not in PLUGINS:
            return False
        wanted = PLUGINS[kind]
        return wanted is None or any(file.removeprefix("lib").removeprefix("q").startswith(w) for w in wanted)
    if translation := _TRANSLATION.search(name):
        return translation[1] in TRANSLATIONS
    if "/PySide6/Qt/qml/" in f"/{name}" or "/PySide6/qml/" in f"/{name}":
        return False
    return UNUSED.search(name) is None


def still_needed(entries: Sequence[Entry], imports: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Drop the shared libraries that nothing left in the bundle links to: those of plugins that stay out.

    Parameters
    ----------
    entries : sequence of (str, str, str)
        All binaries, as PyInstaller lists them.
    imports : callable
        Returns the file names of all libraries that the file at a path needs, theirs too.

    Returns
    -------
    list of (str, str, str)
        Extension modules and plugins, and of the plain libraries (``libNAME.so`` at the top or in Qt's
        folder) those that one of them needs; libpython, which the executables need, always.
    """
    plain = [entry for entry in entries if _LIBRARY.match(entry[0]) and "/libpython" not in f"/{entry[0]}"]
    needed = {name for entry in entries if entry not in plain for name in imports(entry[1])}
    return [entry for entry in entries if entry not in plain or PurePosixPath(entry[0]).name in needed]


def without_dangling_links(entries: Sequence[Entry], others: Sequence[Entry]) -> list[Entry]:
    """Drop the symbolic links whose target is neither among `entries` nor among `others`."""
    there = {entry[0] for entry in (*entries, *others) if entry[2] != "SYMLINK"}
    return [
        (name, target, kind)
        for name, target, kind in entries
        if kind != "SYMLINK" or os.path.normpath(PurePosixPath(name).parent / target) in there
    ]
