"""Whether a window can be opened at all: a display that answers, and the libraries that Qt loads for it.

Qt itself ends the process where one of them is missing, so they are looked at before the application exists.
"""

from __future__ import annotations

import ctypes
import os
import re
import socket
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from padviewer.core.sentence import say

if TYPE_CHECKING:
    from padviewer.core.errors import MissingExtraError

ANSWER_SECONDS = 20.0
REACH_SECONDS = 5.0
PORT = 6000
SOCKETS = "/tmp/.X11-unix/X"  # noqa: S108 - where X servers listen
PACKAGES = {
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
NEEDED = {
    "xcb": tuple(name for name in PACKAGES if name.startswith(("libxcb", "libX11", "libxkbcommon"))),
    "wayland": ("libwayland-client.so.0", "libwayland-cursor.so.0", "libxkbcommon.so.0"),
}


def missing_libraries(folder: Path, platform: str) -> tuple[str, ...]:
    """Return the libraries that the plugin of a platform lacks; empty where it can be loaded.

    Parameters
    ----------
    folder : Path
        Where Qt's platform plugins are.
    platform : str
        Such as ``"xcb"``.
    """
    plugin = folder / f"libq{platform}.so"
    said = _refused(str(plugin))
    if not said:
        return ()
    found = [name for name in NEEDED.get(platform, ()) if library_in(_refused(name)) == name]
    first = library_in(said)
    return tuple(dict.fromkeys([*([first] if first else []), *found])) or (plugin.name,)


def _refused(library: str) -> str:
    """Return why a library cannot be loaded; empty where it can."""
    try:
        ctypes.CDLL(library)
    except OSError as error:
        return str(error)
    return ""


def library_in(said: str) -> str:
    """Return the missing library that the loader's sentence names; empty where it names none."""
    name, missing, _ = said.partition(": cannot")
    return name if missing and re.fullmatch(r"\S+\.so[.0-9]*", name) else ""


def packages_remedy(libraries: tuple[str, ...]) -> str:
    """Return the sentence that says which packages hold these libraries."""
    packages = " ".join(dict.fromkeys(PACKAGES[one] for one in libraries if one in PACKAGES))
    if not packages:
        return say("Install the package that holds it.")
    return say("On Debian and Ubuntu: sudo apt install {packages}.", packages=packages)


# -- displays --------------------------------------------------------------------------------------
def wayland_answers(environment: Mapping[str, str]) -> bool:
    """Tell whether a Wayland compositor listens."""
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and _listens(str(Path(environment.get("XDG_RUNTIME_DIR", "/")) / name))


def display_answers(display: str) -> bool:
    """Tell whether an X display is there, and lets us in."""
    host, _, number = display.rpartition(":")
    number = number.split(".")[0]
    if not number.isdecimal() or ":" not in display:
        return False
    if host in ("", "unix") or host.endswith("/unix"):
        is_there = any(_listens(start + SOCKETS + number) for start in ("", "\0"))
    else:
        try:
            socket.create_connection((host.removeprefix("tcp/"), PORT + int(number)), REACH_SECONDS).close()
        except (OSError, OverflowError, UnicodeError):
            return False
        is_there = True
    return is_there and _lets_in(display)


def _listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(address)
        except OSError:
            return False
    return True


def _lets_in(display: str) -> bool:
    """Tell whether the server takes us; one that says nothing for long does not."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # `missing_libraries` says so
    xcb.xcb_connect.restype = ctypes.c_void_p
    answer: list[bool] = []

    def ask() -> None:
        connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
        answer.append(xcb.xcb_connection_has_error(connection) == 0)
        xcb.xcb_disconnect(connection)

    asking = threading.Thread(target=ask, daemon=True)
    kept, nothing = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 2)  # libxcb writes the server's reason there; ours is one line
    try:
        asking.start()
        asking.join(ANSWER_SECONDS)
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nothing)
    return answer == [True]


# -- the choice ------------------------------------------------------------------------------------
def choose_platform(*, still: bool) -> None:
    """Choose Qt's platform before the application exists: Qt itself aborts where it cannot have it.

    Raises
    ------
    MissingExtraError
        There is no display, or a library for it is missing, and a window is wanted.
    """
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    if not sys.platform.startswith("linux"):
        return
    names = [one.partition(":")[0] for one in asked.split(";") if one]
    if not names:
        if still:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            return
        names = ["wayland", "xcb"] if os.environ.get("WAYLAND_DISPLAY") else ["xcb"]
    problems = []
    for name in names:
        problem = _problem_of(name)
        if problem is None:
            if not asked and name != "xcb" and "xcb" in names and _problem_of("xcb") is not None:
                os.environ["QT_QPA_PLATFORM"] = name  # Qt would try xcb alone in some sessions
            return
        problems.append(problem)
    raise max(problems, key=lambda one: one.code == "no-library")


def _problem_of(platform: str) -> MissingExtraError | None:
    """Return why Qt cannot use a platform; None where it can."""
    from PySide6.QtCore import QLibraryInfo  # this file also says that Qt is missing

    from padviewer.core.errors import MissingExtraError

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    name = "wayland" if platform.startswith("wayland") else platform
    if not (folder / f"libq{name}.so").exists():
        return MissingExtraError(
            "no-platform",
            say("Qt has no platform “{platform}”.", platform=platform), where="QT_QPA_PLATFORM",
            remedy=say("Unset QT_QPA_PLATFORM, or give xcb, wayland or offscreen."),
        )  # fmt: skip
    is_there = {
        "xcb": lambda: display_answers(os.environ.get("DISPLAY", "")),
        "wayland": lambda: wayland_answers(os.environ),
    }
    if name in is_there and not is_there[name]():
        return MissingExtraError(
            "no-display", say("There is no display to open a window on."),
            remedy=say("Start it in a desktop session, or write a picture with --render FILE.png."),
        )  # fmt: skip
    missing = missing_libraries(folder, name)
    if missing:
        return MissingExtraError(
            "no-library",
            say("The window cannot be opened without {libraries}.", libraries=", ".join(missing)),
            remedy=packages_remedy(missing),
        )  # fmt: skip
    return None
