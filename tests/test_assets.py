"""The program's own files are found from a checkout and from an installed package."""

import importlib.util
import shutil
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from padviewer import assets

ROOT = Path(__file__).resolve().parent.parent


def installed_copy(folder):
    """Lay out what a wheel installs in a folder, and import padviewer.assets from there."""
    package = folder / "padviewer"
    shutil.copytree(ROOT / "assets" / "icons", package / "_assets" / "icons")
    shutil.copy(ROOT / "padviewer" / "assets.py", package)
    spec = importlib.util.spec_from_file_location("installed_assets", package / "assets.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_from_a_checkout():
    assert assets.asset("icons/open.svg") == ROOT / "assets" / "icons" / "open.svg"
    assert assets.asset("padviewer.svg").is_file()


def test_from_an_installed_package(tmp_path):
    (tmp_path / "assets" / "icons").mkdir(parents=True)  # somebody else's folder in site-packages
    (tmp_path / "assets" / "icons" / "open.svg").write_text("not ours", "utf-8")
    module = installed_copy(tmp_path)
    assert module.asset("icons/open.svg") == tmp_path / "padviewer" / "_assets" / "icons" / "open.svg"


def test_pages_are_those_of_the_checkout_or_of_the_installed_package(tmp_path):
    assert assets.page("findings/README.md") == ROOT / "docs" / "findings" / "README.md"
    shutil.copytree(ROOT / "docs", tmp_path / "padviewer" / "_docs")
    module = installed_copy(tmp_path)
    assert module.page("tour.md") == tmp_path / "padviewer" / "_docs" / "tour.md"


@pytest.mark.parametrize("name", ["nothing.md", "findings", "../README.md", ""])
def test_what_is_no_page_is_refused(name):
    with pytest.raises(FileNotFoundError, match="There is no page"):
        assets.page(name)


def test_the_wheel_names_every_kind_of_page():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    assert settings["package-dir"]["padviewer._docs"] == "docs"
    assert "padviewer._docs" in settings["packages"]
    named = {
        path
        for pattern in settings["package-data"]["padviewer._docs"]
        for path in (ROOT / "docs").glob(pattern)
    }
    assert named == {path for path in (ROOT / "docs").rglob("*") if path.is_file()}


def test_a_missing_file_is_a_sentence():
    with pytest.raises(FileNotFoundError, match=r"own file icons/none\.svg is missing from .*assets"):
        assets.asset("icons/none.svg")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "assets" / "icons").glob("*.svg")), ids=lambda path: path.stem
)
def test_icons_take_their_colour_from_the_theme(path):
    root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - our own files
    assert root.get("viewBox") == "0 0 16 16"
    assert "currentColor" in path.read_text("utf-8")
