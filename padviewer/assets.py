"""Where the program's own files (icons, samples, pages) are, in a checkout and in an installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def asset(name: str) -> Path:
    """Return the path of a file that comes with the program.

    Parameters
    ----------
    name : str
        The path below ``assets/``, with forward slashes: ``"icons/open.svg"``.

    Returns
    -------
    pathlib.Path
        In a checkout a path in the folder ``assets`` beside the package, in an installed package one in
        ``padviewer/_assets``.

    Raises
    ------
    FileNotFoundError
        When the file is not there: the installation is damaged.

    Examples
    --------
    >>> asset("icons/open.svg").name
    'open.svg'
    """
    installed = _PACKAGE / "_assets"
    folder = installed if installed.is_dir() else _PACKAGE.parent / "assets"
    path = folder / name
    if not path.exists():
        raise FileNotFoundError(
            f"PadViewer's own file {name} is missing from {folder}. Install the program again."
        )
    return path


def page(name: str) -> Path:
    """Return the path of a page of the documentation.

    Parameters
    ----------
    name : str
        The path below ``docs/``, with forward slashes: ``"findings/nan.md"``.

    Returns
    -------
    pathlib.Path
        In a checkout in the folder ``docs`` beside the package, in an installed package in
        ``padviewer/_docs``.

    Raises
    ------
    FileNotFoundError
        There is no such page.
    """
    installed = _PACKAGE / "_docs"
    folder = installed if installed.is_dir() else _PACKAGE.parent / "docs"
    path = folder / name
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        raise FileNotFoundError(f"There is no page {name} in {folder}.")
    return path


SAMPLES = {
    "basics": "padding-basics.json",
    "reviews": "reviews.parquet",
    "sensors": "sensors.npz",
    "features": "features.npy",
    "baskets": "baskets.csv",
    "shapes": "shapes.json",
}
