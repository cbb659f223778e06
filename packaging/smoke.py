"""Starts a finished bundle as a stranger's machine would, and compares its output with this checkout's."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FORBIDDEN = (
    "tensorflow",
    "keras",
    "torch",
    "pytest",
    "_pytest",
    "matplotlib",
    "scipy",
)
SAMPLE = "reviews"
MAXLEN = "128"  # what the window shows this sample with
SIZE = (1280, 800)
MOST_SECONDS = 240
REPEATS = 5


class SmokeError(Exception):
    """The bundle does not do what it must; the text says what."""


@dataclass
class Bundle:
    """A bundle, started with an environment that holds nothing of this machine's.

    Parameters
    ----------
    folder : pathlib.Path
        With the two executables.
    home : pathlib.Path
        Empty; all that the program keeps goes there.
    """

    folder: Path
    home: Path
    suffix: str = field(default=".exe" if sys.platform == "win32" else "")

    def environment(self) -> dict[str, str]:
        """Return the environment: no Python, no virtual environment, no display."""
        kept = {name: os.environ[name] for name in ("SystemRoot", "TEMP") if name in os.environ}
        home = {"HOME": str(self.home), "USERPROFILE": str(self.home), "LOCALAPPDATA": str(self.home)}
        path = os.defpath if sys.platform == "win32" else "/usr/bin:/bin"
        return {**kept, **home, "PATH": path, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}

    def run(self, program: str, *words: str, said: bytes | None = None) -> bytes:
        """Run one of the executables from another folder and return what it printed.

        Raises
        ------
        SmokeError
            It ended with another exit code than 0.
        """
        command = [str(self.folder / f"{program}{self.suffix}"), *words]
        done = subprocess.run(
            command,
            cwd=self.home,
            env=self.environment(),
            input=said,
            stdin=subprocess.DEVNULL if said is None else None,
            capture_output=True,
            timeout=MOST_SECONDS,
            check=False,
        )
        if done.returncode != 0:
            words_of_it = done.stderr.decode("utf-8", "replace").strip()
            raise SmokeError(f"{' '.join(command)} ended with {done.returncode}: {words_of_it}")
        return done.stdout


def checkout(python: str, home: Path, *words: str) -> bytes:
    """Run the same command from this checkout, with a home of its own, and return what it printed."""
    its_home = home / "checkout"
    its_home.mkdir(exist_ok=True)
    environment = {**os.environ, "HOME": str(its_home), "PYTHONPATH": str(ROOT)}
    command = [python, "-m", "padviewer", *words]
    return subprocess.run(command, cwd=home, env=environment, capture_output=True, check=True).stdout


def expect(wanted: bool, otherwise: str) -> None:
    """Go on, or raise a SmokeError that says what is wrong."""
    if not wanted:
        raise SmokeError(otherwise)


def compare_arrays(ours: Path, theirs: Path) -> int:
    """Compare two .npz files member by member, byte by byte; return how many arrays they hold."""
    import numpy as np

    with np.load(ours) as one, np.load(theirs) as other:
        expect(sorted(one.files) == sorted(other.files), f"The arrays are {one.files}, not {other.files}.")
        for name in one.files:
            a, b = one[name], other[name]
            same = a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
            expect(same or name == "recipe", f"{name} is {a.dtype} {a.shape}, unlike {b.dtype} {b.shape}.")
        return len(one.files)


def look_at_picture(path: Path) -> int:
    """Check a picture's size, and that it shows something; return how many colours it has."""
    from PySide6.QtGui import QImage

    image = QImage(str(path))
    expect(
        (image.width(), image.height()) == SIZE, f"The picture has {image.width()} x {image.height()} pixels."
    )
    colours = {image.pixel(x, y) for x in range(0, SIZE[0], 2) for y in range(0, SIZE[1], 2)}
    expect(len(colours) > 50, f"The picture has {len(colours)} colours only.")
    return len(colours)


def running(folder: Path) -> list[int]:
    """Return the processes that run from a folder (Linux; elsewhere none are seen)."""
    found = []
    for one in Path("/proc").glob("[0-9]*/exe"):
        try:
            if one.resolve().is_relative_to(folder):
                found.append(int(one.parent.name))
        except OSError:
            continue
    return found


def files_of(folder: Path) -> dict[str, int]:
    """Return all files below a folder with their sizes."""
    return {
        str(path.relative_to(folder)): path.lstat().st_size for path in folder.rglob("*") if path.is_file()
    }


def bundled_modules(bundle: Bundle) -> set[str]:
    """Return the first names of all modules that the executable holds, and of the folders beside it."""
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(bundle.folder / f"padviewer{bundle.suffix}"))
    inside = {name.split(".")[0] for name in archive.open_embedded_archive("PYZ.pyz").toc}
    return inside | {path.name for path in internals(bundle).iterdir()}


def internals(bundle: Bundle) -> Path:
    """Return the folder of libraries that both executables share."""
    mac = bundle.folder.parent / "Frameworks"
    return mac if mac.is_dir() else bundle.folder / "_internal"


def ask_child(command: list[str], environment: dict[str, str], cwd: Path) -> dict[str, Any]:
    """Send ``warm`` to a model child, and return its answer."""
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=cwd,
    ) as child:
        if child.stdin is None or child.stdout is None:
            raise SmokeError("The model child has no pipes.")
        late = threading.Timer(MOST_SECONDS, child.kill)
        late.start()
        try:
            child.stdin.write(json.dumps({"id": 1, "op": "warm", "args": {}}).encode() + b"\n")
            child.stdin.flush()  # left open: a child ends when its input ends
            answers = (json.loads(line) for line in child.stdout)
            found: dict[str, Any] = next((one for one in answers if one.get("id") == 1 and "ok" in one), {})
        finally:
            late.cancel()
    expect(bool(found), "The model child gave no answer.")
    return found


def check_models(bundle: Bundle, python: str) -> str:
    """Check what the model child says without Keras, and that an interpreter that has it serves."""
    worker = [str(bundle.folder / f"padviewer{bundle.suffix}"), "--worker", "model"]
    answer = ask_child(worker, bundle.environment(), bundle.home)
    remedy = str(answer.get("error", {}).get("remedy", ""))
    expect(
        not answer["ok"] and "Python for models" in remedy, f"Without Keras the model child says {answer}."
    )
    program = shutil.which(python) if python else None
    probe = "from importlib.util import find_spec as f; exit(not (f('keras') and f('tensorflow')))"
    if program is None or subprocess.run([program, "-c", probe], check=False).returncode != 0:
        return "says how to set a Python; none with Keras was there to try"
    sys.path.insert(0, str(ROOT))
    from padviewer.gui.tasks.children import ELSEWHERE

    code = ELSEWHERE.replace("FOLDER", repr(str(internals(bundle) / "padviewer")))
    # not resolved: a link's target is the Python outside the environment
    answer = ask_child(
        [str(Path(program).absolute()), "-c", code, "--worker", "model"], bundle.environment(), bundle.home
    )
    expect(answer["ok"], f"Another interpreter says {answer}.")
    return f"says how to set a Python; Keras {answer['result']['keras']} answers in another interpreter"


def smallest_time(bundle: Bundle, program: str, *words: str) -> float:
    """Return the median of some starts, in seconds."""
    times = []
    for _ in range(REPEATS):
        begin = time.perf_counter()
        bundle.run(program, *words)
        times.append(time.perf_counter() - begin)
    return sorted(times)[REPEATS // 2]


def smoke(folder: Path, python: str, home: Path, keras: str) -> dict[str, str]:
    """Do all checks and return what was found, as words.

    Raises
    ------
    SmokeError
        At the first check that fails.
    """
    bundle = Bundle(folder, home)
    before = files_of(folder)
    told: dict[str, str] = {}
    found = bundled_modules(bundle) & set(FORBIDDEN)
    expect(not found, f"The bundle holds {', '.join(sorted(found))}.")

    first = time.perf_counter()
    bundle.run("padviewer-console", "--version")
    told["first start"] = f"{time.perf_counter() - first:.2f} s"
    sample = internals(bundle) / "padviewer" / "_assets" / "samples" / "reviews.parquet"
    info = json.loads(bundle.run("padviewer-console", "info", str(sample), "--json"))
    expect(info == json.loads(checkout(python, home, "info", str(sample), "--json")), "“info” differs.")
    told["info"] = f"{info['rows']} rows, as the checkout says"

    picture, arrays = home / "window.png", home / "window.npz"
    size = "x".join(map(str, SIZE))
    begin = time.perf_counter()
    bundle.run(
        "padviewer", "--sample", SAMPLE, "--size", size, "--render", str(picture), "--export", str(arrays)
    )
    told["window, picture and export"] = f"{time.perf_counter() - begin:.2f} s"
    told["colours in the picture"] = str(look_at_picture(picture))
    checkout(python, home, "pad", str(sample), "-o", str(home / "checkout.npz"), "--maxlen", MAXLEN)
    told["arrays equal"] = str(compare_arrays(arrays, home / "checkout.npz"))
    for name in ("again.npz", "again.parquet"):
        bundle.run("padviewer-console", "pad", str(sample), "-o", str(home / name))
        checkout(python, home, "pad", str(sample), "-o", str(home / f"checkout-{name}"))
        same = (home / name).read_bytes() == (home / f"checkout-{name}").read_bytes()
        expect(same, f"{name} of the bundle and of the checkout differ.")
    kernels = list(home.glob(".cache/padviewer/**/*.nbi"))
    expect(
        bool(kernels) or not sys.platform.startswith("linux"), "No compiled kernel is in the user's folder."
    )
    told["compiled kernels in"] = ", ".join(
        sorted({str(path.parents[1].relative_to(home)) for path in kernels})
    )
    told["model child"] = check_models(bundle, keras)
    left = running(folder)
    expect(not left, f"These processes are left: {left}.")
    after = files_of(folder)
    expect(after == before, f"The bundle changed: {sorted(set(before.items()) ^ set(after.items()))[:5]}.")
    told["start of padviewer-console"] = f"{smallest_time(bundle, 'padviewer-console', '--version'):.2f} s"
    start = home / "start.png"
    told["start of the window to its picture"] = (
        f"{smallest_time(bundle, 'padviewer', '--render', str(start)):.2f} s"
    )
    return told


def main() -> int:
    """Check a bundle; 0 when all is well, 1 with a sentence."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path, help="the folder with the two executables")
    parser.add_argument("--python", default=sys.executable, help="a Python that can run this checkout")
    parser.add_argument("--keras", default="", help="a Python that may have Keras, to try models with")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="padviewer-smoke-") as home:
        try:
            told = smoke(options.bundle.resolve(), options.python, Path(home).resolve(), options.keras)
        except SmokeError as error:
            print(f"smoke test: {error}", file=sys.stderr)
            return 1
    for name, value in told.items():
        print(f"  {name}: {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
