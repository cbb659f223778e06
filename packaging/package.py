"""Builds all that is handed out: sdist, wheel and bundle, tried before it is called finished."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
sys.path.insert(0, str(ROOT))

import gather  # noqa: E402 - beside this file, on the path when it runs

from padviewer import __version__  # noqa: E402 - the checkout's own, not one that is installed

PARTS = ROOT / "build" / "bundle-parts"
WORK = ROOT / "build" / "pyinstaller"
IDENTITY = "io.github.padviewer.padviewer"
MEGABYTE = 1_000_000


class PackageError(Exception):
    """Something cannot be handed out; the text says what."""


def run(*command: str) -> None:
    """Run a command that says little, and stop with what it said where it fails."""
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise PackageError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout[-4000:]}")


def wanted_assets() -> set[str]:
    """Return the files below ``assets/`` that the program uses when it runs."""
    assets = ROOT / "assets"
    found = {assets / "padviewer.svg", assets / "window.qss"}
    for pattern in ("icons/*.svg", "samples/*", "translations/*.qm"):
        found |= set(assets.glob(pattern))
    return {path.relative_to(assets).as_posix() for path in found if path.suffix != ".py"}


def pages() -> set[str]:
    """Return the pages of the documentation below ``docs/``."""
    docs = ROOT / "docs"
    return {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}


def missing_from_wheel(wheel: Path, package: Path = ROOT / "padviewer") -> set[str]:
    """Return which modules, assets and pages of the checkout a wheel lacks."""
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    modules = {path.relative_to(package.parent).as_posix() for path in package.rglob("*.py")}
    own = {f"padviewer/_assets/{name}" for name in wanted_assets()}
    return (modules | own | {f"padviewer/_docs/{name}" for name in pages()}) - held


def missing_from_sdist(sdist: Path) -> set[str]:
    """Return which files that building and testing need an sdist lacks."""
    with tarfile.open(sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {
        "Makefile",
        "constraints.txt",
        "packaging/prepare.py",
        "tests/conftest.py",
        "LICENSE",
        "README.md",
    }
    wanted |= {f"assets/{name}" for name in wanted_assets()}
    return wanted - held


def build_archives(dist: Path) -> tuple[Path, Path]:
    """Build the sdist, and from it the wheel; return (wheel, sdist).

    Raises
    ------
    PackageError
        One of them lacks a file.
    """
    for old in (*dist.glob("*.whl"), *dist.glob("*.tar.gz")):
        old.unlink()
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(dist), str(ROOT))
    wheel, sdist = next(dist.glob("*.whl")), next(dist.glob("*.tar.gz"))
    for archive, missing in ((wheel, missing_from_wheel(wheel)), (sdist, missing_from_sdist(sdist))):
        if missing:
            raise PackageError(f"{archive.name} lacks {', '.join(sorted(missing)[:10])}.")
    return wheel, sdist


def build_bundle(dist: Path) -> Path:
    """Build the bundle with licences and, on Linux, what installs it; return its folder."""
    fonts, unlicensed = gather.gather(PARTS, ROOT / "assets" / "padviewer.svg")
    print(f"fonts: {', '.join(fonts) or 'none with a licence text on this machine; the system’s serve'}")
    if unlicensed:
        print(f"no licence file of their own, METADATA instead: {', '.join(unlicensed)}")
    run(
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
        "--distpath", str(dist), "--workpath", str(WORK), str(PACKAGING / "padviewer.spec"),
    )  # fmt: skip
    sources = (PARTS / "binaries.txt").read_text("utf-8").splitlines()
    gather.gather_system_licences([Path(line) for line in sources], PARTS / "licences")
    bundle = dist / "padviewer"
    if sys.platform == "darwin":
        bundle = dist / "PadViewer.app"
        shutil.copytree(PARTS / "licences", bundle / "Contents" / "Resources" / "licences")
        return bundle
    shutil.copytree(PARTS / "licences", bundle / "licences")
    if sys.platform.startswith("linux"):
        add_desktop_files(bundle)
        # Both have the same kernels compiled: numba tells them apart by the executable's time and size
        moment = (bundle / "padviewer").stat().st_mtime_ns
        os.utime(bundle / "padviewer-console", ns=(moment, moment))
    return bundle


def add_desktop_files(bundle: Path) -> None:
    """Put the desktop entry, MIME types, AppStream metadata, icon and install script into a Linux bundle."""
    share = bundle / "share"
    share.mkdir()
    for kind in ("desktop", "mime.xml", "metainfo.xml"):
        shutil.copyfile(PACKAGING / f"{IDENTITY}.{kind}", share / f"{IDENTITY}.{kind}")
    shutil.copyfile(ROOT / "assets" / "padviewer.svg", share / f"{IDENTITY}.svg")
    shutil.copy(PACKAGING / "linux" / "install.sh", bundle / "install.sh")


def pack(bundle: Path, dist: Path) -> Path:
    """Return the bundle as one archive: .tar.gz, which keeps links and modes, on Linux; .zip elsewhere."""
    machine = os.uname().machine if hasattr(os, "uname") else os.environ.get("PROCESSOR_ARCHITECTURE", "x86")
    name = dist / f"padviewer-{__version__}-{sys.platform}-{machine.lower()}"
    kind = "gztar" if sys.platform.startswith("linux") else "zip"
    return Path(shutil.make_archive(str(name), kind, bundle.parent, bundle.name))


def size_of(path: Path) -> int:
    """Return the bytes of a file, or of all files below a folder; links count nothing."""
    if path.is_file():
        return path.stat().st_size
    return sum(one.lstat().st_size for one in path.rglob("*") if one.is_file() and not one.is_symlink())


def main() -> int:
    """Build; 0 when everything was built and the bundle passed its smoke test."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="where the results go")
    parser.add_argument("--keras", default="", help="a Python that may have Keras, to try models with")
    parser.add_argument("--archive", action="store_true", help="also pack the bundle into one file")
    options = parser.parse_args()
    dist = options.dist.resolve()
    dist.mkdir(parents=True, exist_ok=True)
    try:
        wheel, sdist = build_archives(dist)
        bundle = build_bundle(dist)
        archive = [pack(bundle, dist)] if options.archive else []
    except PackageError as error:
        print(f"package: {error}", file=sys.stderr)
        return 1
    programs = bundle / "Contents" / "MacOS" if sys.platform == "darwin" else bundle
    smoke = subprocess.run(
        [sys.executable, str(PACKAGING / "smoke.py"), str(programs), "--keras", options.keras], check=False
    )
    for path in (wheel, sdist, bundle, *archive):
        print(f"{path}: {size_of(path) / MEGABYTE:.1f} MB", flush=True)
    return smoke.returncode


if __name__ == "__main__":
    sys.exit(main())
