"""Make the virtual environment that the Makefile's targets run in, and the system libraries that Qt needs.

Standard library only: this runs before anything is installed, with whatever Python the machine has.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MINIMUM = (3, 11)
# Each level, and those that hold it
LEVELS = {
    "app": ("app", "lint", "test", "package"),
    "lint": ("lint", "test"),
    "test": ("test",),
    "package": ("package",),
}
GROUPS = {"lint": "dev", "test": "dev", "package": "package"}  # of pyproject.toml's dependency groups

# What Qt links to, by the package that Debian puts it in
OFFSCREEN_LIBRARIES = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
}
X11_LIBRARIES = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client0": "libwayland-client.so.0",
    "libwayland-cursor0": "libwayland-cursor.so.0",
    "libwayland-egl1": "libwayland-egl.so.1",
}
ANY_FONT = "fonts-dejavu-core"
FONTS = ["fonts-inter", "fonts-jetbrains-mono"]  # the look's own; without them the system's fonts serve
FONT_FOLDERS = ["/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"]
FONT_SUFFIXES = {".ttf", ".otf", ".ttc", ".pfb"}
MISSING = "PadViewer needs system packages that are not here."

# In a process of its own: a library that crashes as it is loaded takes nothing with it.
LIBRARY_PROBE = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""

# Qt starts and has a font: with missing libraries the first line fails, with no font every glyph is a box.
QT_PROBE = (
    "from PySide6 import QtGui, QtWidgets; app = QtWidgets.QApplication(['probe']);"
    # where there is none, the database still lists the names of the kinds of fonts
    "raise SystemExit(0 if QtGui.QFontInfo(QtGui.QFont()).family() else 'Qt finds no font')"
)
PLUGIN_FOLDER = "import PySide6, os; print(os.path.dirname(PySide6.__file__) + '/Qt/plugins/platforms')"


class SetUpError(Exception):
    """The set-up cannot go on; the text says what is missing and which command helps."""


def say(text: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(f"padviewer: {text}", file=sys.stderr, flush=True)


def run(command: list[str], **environment: str) -> int:
    """Run a command with its output shown (on stderr) and return its exit code."""
    surroundings = {**os.environ, **environment}
    return subprocess.run(command, env=surroundings, stdout=sys.stderr, check=False).returncode


def capture(command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command quietly; a program that cannot be started counts as failed."""
    try:
        return subprocess.run(
            command,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            errors="replace",
            timeout=120,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 1, "", str(error))


def fingerprint(*parts: str) -> str:
    """Return one line that changes when the inputs of the set-up change."""
    digest = hashlib.sha256()
    for file in (ROOT / "pyproject.toml", ROOT / "constraints.txt", Path(__file__)):
        digest.update(file.read_bytes())
    digest.update("\0".join(parts).encode())
    return digest.hexdigest()


def install_with_apt(packages: list[str], reason: str) -> None:
    """Install Debian packages, or say exactly which command does it."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        raise SetUpError(f"{reason} Install what Debian calls: {' '.join(packages)}. Then run make again.")
    if os.geteuid() != 0:
        fonts = [one for one in FONTS if one not in packages and apt_may_have(one) and not has_font(one)]
        line = f"apt-get update && {shlex.join([*command, *fonts])}"
        line = f"sudo sh -c {shlex.quote(line)}" if shutil.which("sudo") else f"su -c {shlex.quote(line)}"
        raise SetUpError(f"{reason} Run this, then make again:\n  {line}")
    say(f"{reason} Installing {' '.join(packages)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    if run(["apt-get", "update", "-q"], **quiet) != 0:
        say("apt-get update failed; going on with the package lists that are there")
    if run(command, **quiet) != 0:
        raise SetUpError(
            f"{reason} apt-get could not help. Run this and read what it says:\n  {shlex.join(command)}"
        )
    fonts = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *FONTS]
    if run(fonts, **quiet) != 0:
        say("the fonts Inter and JetBrains Mono are not to be had; the system's fonts serve")


def apt_may_have(package: str) -> bool:
    """Tell whether apt knows a package, or knows none yet because its lists were never fetched."""
    if capture(["apt-cache", "show", package]).returncode == 0:
        return True
    return capture(["apt-cache", "show", "libgl1"]).returncode != 0


def has_font(package: str) -> bool:
    """Tell whether dpkg has installed a package of fonts."""
    return "install ok installed" in capture(["dpkg-query", "-W", "-f=${Status}", package]).stdout


def has_any_font() -> bool:
    """Tell whether there is a font file where systems keep them."""
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(file.suffix.lower() in FONT_SUFFIXES for folder in folders for file in folder.rglob("*"))


def not_loaded(libraries: dict[str, str]) -> list[str]:
    """Return the packages, of those given with their library, whose library cannot be loaded here."""
    left = list(libraries.values())
    missing: set[str] = set()
    probe = capture([sys.executable, "-c", LIBRARY_PROBE, *left])
    if probe.returncode == 0:
        missing = set(probe.stdout.split())
    else:  # one of them ended the probe
        missing = {one for one in left if _cannot_load(one)}
    return [package for package, name in libraries.items() if name in missing]


def _cannot_load(name: str) -> bool:
    probe = capture([sys.executable, "-c", LIBRARY_PROBE, name])
    return probe.returncode != 0 or bool(probe.stdout.split())


def display() -> str:
    """Return Qt's name for the display that is there: xcb, wayland or nothing."""
    if os.environ.get("DISPLAY"):
        return "xcb"
    return "wayland" if os.environ.get("WAYLAND_DISPLAY") else ""


class Environment:
    """The virtual environment: made, repaired and filled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = folder / "bin" / "python"
        self.made_here = folder / ".padviewer-made"
        self.installing = folder / ".padviewer-installing"

    def stamp(self, name: str) -> Path:
        """Return the file that says that a part of the set-up is done."""
        return self.folder / f".padviewer-{name}"

    def is_done(self, name: str, key: str) -> bool:
        """Tell whether that part was done with these inputs."""
        try:
            return self.stamp(name).read_text(encoding="utf-8") == key
        except OSError:
            return False

    def works(self) -> bool:
        """Tell whether its Python starts, is new enough and has pip."""
        probe = f"import pip, sys; sys.exit(sys.version_info[:2] < {MINIMUM})"
        return capture([str(self.python), "-c", probe]).returncode == 0

    def fits(self) -> bool:
        """Tell whether it can be used as it is."""
        if self.installing.exists() or not self.works():
            return False
        version = capture([str(self.python), "-c", "import sys; print(*sys.version_info[:2])"]).stdout.split()
        return not self.is_ours() or version == [str(part) for part in sys.version_info[:2]]

    def is_ours(self) -> bool:
        """Tell whether this script may empty the folder."""
        return self.made_here.exists() or self.folder == ROOT / ".venv"

    def make(self) -> None:
        """Make the environment, or make it anew where it is half made."""
        if self.fits():
            return
        refuse_old_python()
        if self.folder.exists() and any(self.folder.iterdir()):
            if not self.is_ours():
                raise SetUpError(
                    f"{self.folder} is not a virtual environment that works, and was not made here. "
                    "Remove it, or name another folder: make VENV=FOLDER …"
                )
            say(f"{self.folder} is not complete or is for another Python: making it anew")
            shutil.rmtree(self.folder)
        say(f"making {self.folder}")
        self.folder.mkdir(parents=True, exist_ok=True)
        self.made_here.touch()
        if run([sys.executable, "-m", "venv", str(self.folder)]) != 0 or not self.works():
            raise SetUpError(
                f"{sys.executable} could not make {self.folder}. What it printed above says why."
            )

    def is_filled(self, level: str) -> bool:
        """Tell whether the packages of a level are there, whole."""
        done = any(self.is_done(name, self.key()) for name in LEVELS[level])
        return done and self.python.exists() and not self.installing.exists()

    def key(self) -> str:
        """Return what the stamp of the packages must say."""
        return fingerprint("packages", str(ROOT), str(self.folder), *map(str, sys.version_info[:2]))

    def system_packages(self, level: str) -> None:
        """Before anything is installed: find every system package that is missing, and get them at once.

        What a level does not need is asked for together with what it needs: nobody is asked twice.
        """
        if self.is_filled(level) and (level == "lint" or self.is_ready_for_qt()):
            return
        needed: list[str] = []
        if not self.fits():
            refuse_old_python()
            if capture([sys.executable, "-c", "import ensurepip, venv"]).returncode != 0:
                needed.append("python{}.{}-venv".format(*sys.version_info[:2]))
        useful: list[str] = []
        if sys.platform == "linux" and shutil.which("apt-get") is not None:
            shown = {"xcb": X11_LIBRARIES, "wayland": WAYLAND_LIBRARIES}.get(display(), {})
            wanted = not_loaded({**OFFSCREEN_LIBRARIES, **shown})
            wanted += [] if has_any_font() else [ANY_FONT]
            if level != "lint":
                needed += wanted
            # a display may come later
            useful = wanted + ([] if shown else not_loaded(X11_LIBRARIES))
        if needed:
            install_with_apt(list(dict.fromkeys([*needed, *useful])), MISSING)

    def fill(self, level: str) -> None:
        """Install the pinned packages of a level, and the project itself as a link to this folder."""
        if self.is_filled(level):
            return
        self.make()
        pip = [str(self.python), "-m", "pip", "install", "--disable-pip-version-check"]
        pip += ["--constraint", str(ROOT / "constraints.txt")]
        target = f"{ROOT}[tensorflow]" if level == "test" else str(ROOT)
        # editable_mode=compat links by a plain path entry: no import hook is paid for at every start
        link = ["--no-build-isolation", "--config-settings", "editable_mode=compat", "--editable", target]
        extra = group_requirements(GROUPS[level]) if level in GROUPS else []
        say(f"installing the packages of '{level}' into {self.folder} (the first time takes some minutes)")
        self.installing.touch()  # left behind only by a kill: then nobody knows which packages are whole
        code = run([*pip, "setuptools"]) or run([*pip, *link, *extra])
        if code < 0:
            raise SetUpError("pip was killed. Run make again: it starts with a new environment.")
        self.installing.unlink()
        if code != 0:
            raise SetUpError(
                f"pip could not install the packages into {self.folder}. What it printed above says why; "
                "without a network, name a folder of wheels in PIP_FIND_LINKS."
            )
        self.stamp(level).write_text(self.key(), encoding="utf-8")

    def missing_libraries(self, plugin: str) -> list[str]:
        """Return the shared libraries that a Qt platform plugin does not find."""
        folder = capture([str(self.python), "-c", PLUGIN_FOLDER]).stdout.strip()
        linked = capture(["ldd", f"{folder}/libq{plugin}.so"]).stdout
        return [line.split()[0] for line in linked.splitlines() if "not found" in line]

    def is_ready_for_qt(self) -> bool:
        """Tell whether Qt was seen to start here, with this kind of display."""
        return self.is_done("qt", fingerprint("qt", display()))

    def ready_for_qt(self) -> None:
        """See that Qt starts here, with the libraries of the display that is there."""
        if self.is_ready_for_qt():
            return
        platform = display()
        wanted: list[str] = []
        probe = [str(self.python), "-c", QT_PROBE]
        if capture(probe, QT_QPA_PLATFORM="offscreen").returncode != 0:
            wanted += [*OFFSCREEN_LIBRARIES, ANY_FONT]
        if platform and (wanted or self.missing_libraries(platform)):
            wanted += X11_LIBRARIES if platform == "xcb" else WAYLAND_LIBRARIES
        if wanted:
            install_with_apt(wanted, "Qt misses system libraries.")
        again = capture(probe, QT_QPA_PLATFORM="offscreen")
        missing = self.missing_libraries(platform) if platform else []
        if again.returncode != 0 or missing:
            reason = ", ".join(missing) or again.stderr.strip() or "it ended without a word"
            raise SetUpError(
                f"Qt does not start: {reason}. Install the library that it misses, then run make again."
            )
        self.stamp("qt").write_text(fingerprint("qt", platform), encoding="utf-8")


def refuse_old_python() -> None:
    """Raise SetUpError where the Python that runs this is too old."""
    if sys.version_info[:2] < MINIMUM:
        version = ".".join(map(str, sys.version_info[:3]))
        raise SetUpError(
            f"PadViewer needs Python 3.11 or newer; {sys.executable} is {version}. "
            "Name another one: make PYTHON=python3.11 …"
        )


def group_requirements(name: str) -> list[str]:
    """Return the requirements of a dependency group (pip reads groups itself only from 25.1 on)."""
    import tomllib  # here, so that an older Python still reaches the sentence that names its version

    with (ROOT / "pyproject.toml").open("rb") as file:
        group: list[str] = tomllib.load(file)["dependency-groups"][name]
    return group


def main() -> int:
    """Prepare the environment for a level; 0 when it is ready, 1 with a sentence when it cannot be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "level", choices=LEVELS, help="what to install; test adds TensorFlow, package PyInstaller"
    )
    parser.add_argument("--venv", default=".venv", help="the folder of the virtual environment")
    options = parser.parse_args()
    environment = Environment((ROOT / options.venv).resolve())
    try:
        environment.system_packages(options.level)
        environment.fill(options.level)
        if options.level != "lint":
            environment.ready_for_qt()
    except SetUpError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("interrupted; run make again and it goes on")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
