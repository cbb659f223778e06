"""Starts the window: the application, the controller with its children, what is asked for at first."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEventLoop, QLibraryInfo, QPoint, QSettings, QTimer
from PySide6.QtGui import QIcon, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from padviewer.assets import SAMPLES, asset
from padviewer.core.sentence import say
from padviewer.gui.dialogs.picture import svg_of
from padviewer.gui.session.recent import user_settings
from padviewer.gui.session.window_file import SessionFile
from padviewer.gui.style.words import tr
from padviewer.gui.window.dressing import Clothes, Dressing
from padviewer.gui.window.main_window import MainWindow
from padviewer.gui.window.picture_file import PROGRAM, check_picture
from padviewer.gui.window.platform_probe import (
    display_answers,
    missing_libraries,
    packages_remedy,
    wayland_answers,
)
from padviewer.gui.window.windows import Windows

if TYPE_CHECKING:
    from padviewer.core.data.dataset import Dataset
    from padviewer.core.errors import MissingExtraError
    from padviewer.core.recipe import Recipe

MODEL_START_MS = 1000
RENDER_SECONDS = 120
FAULT = 1
MADE_BY = "Software"  # the keyword of PNG for the program that made a picture
# What a sample is shown with when the program is started with it: choices of its tensor, and a template.
SHOWN_WITH: dict[str, tuple[dict[str, Any], str]] = {"reviews": ({"maxlen": 128}, "embedding_rnn")}


def run(
    file: str | None,
    *,
    sample: str | None = None,
    model: str | None = None,
    options: Mapping[str, Any] | None = None,
    recipe_for: Callable[[Dataset], Recipe] | None = None,
    label: str | None = None,
    render: str | None = None,
    export: str | None = None,
    force: bool = False,
    theme: str = "",
    size: tuple[int, int] | None = None,
) -> int:
    """Open the window, or draw it once without a display.

    Parameters
    ----------
    file : str or None
        A dataset to open.
    sample : str or None
        A key of `SAMPLES` to open instead.
    model : str or None
        A .keras file to open too.
    options : mapping or None
        How the file is read: fields of `ReadOptions`.
    recipe_for : callable or None
        Makes the recipe for the dataset; None takes the proposed one.
    label : str or None
        The column of labels.
    render, export : str or None
        Where to write a picture of the window (PNG, or SVG by its suffix) and the exported arrays; then the
        program ends.
    force : bool
        Whether picture and export may replace what PadViewer did not write.
    theme : {"", "system", "light", "dark"}
        "" takes what was chosen last.
    size : (int, int) or None
        Of the window, in logical pixels.

    Returns
    -------
    int
        The exit code.

    Raises
    ------
    MissingExtraError
        No display and nothing to render; a display that goes away: the next start offers what was open.
    PadViewerError
        An unknown sample; what the file or the export refuses.
    """
    from padviewer.core.errors import ChoiceError, MissingExtraError, PathError

    path = file
    if sample is not None:
        if sample not in SAMPLES:
            raise ChoiceError("--sample", f"The samples are {', '.join(SAMPLES)}; not “{sample}”.")
        path = str(asset(f"samples/{SAMPLES[sample]}"))
    if model is not None and not Path(model).exists():
        raise PathError("no-file", "There is no such file.", where=model, remedy="Check the path.")
    if render is not None:
        check_picture(Path(render), force=force)
    still = render is not None or export is not None
    choose_platform(still=still)
    windows = make_windows(theme, session_file=None if still else SessionFile())
    window = windows.add()
    if size is not None:
        window.resize(*size)
    faults: list[BaseException] = []

    def on_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        faults.append(error)
        _on_fault(windows.windows[0] if windows.windows else None, kind, error, trace)

    sys.excepthook = on_fault
    before: dict[signal.Signals, Any] = {}
    try:
        window.show()
        if path is not None:
            window.controller.open(path, options)
        choices, template = SHOWN_WITH.get(sample or "", ({}, ""))
        clothes = Clothes(choices, template, model or "", recipe_for, label or "")
        dressing = Dressing(window.controller, clothes, has_data=path is not None)
        if still:
            if not wait_until(lambda: dressing.is_over):
                raise too_slow()
            code = _render(window, dressing, path, render, export, force=force)
            return FAULT if faults else code
        before = {number: signal.getsignal(number) for number in _endings()}
        for number in before:  # in a turn of its own: a signal may come in the middle of a paint
            signal.signal(number, lambda *_: QTimer.singleShot(0, windows, windows.shutdown))
        beat = QTimer(windows, interval=200)  # lets Python see the signal
        beat.timeout.connect(_let_python_run)
        beat.start()
        QTimer.singleShot(MODEL_START_MS, window, window.controller.model.start)
        windows.begin(is_asked=path is not None)
        if QApplication.exec() != 0:  # Qt itself ends the loop so, and nobody else does
            windows.shutdown(clean=False)
            raise MissingExtraError(
                "no-display", "The display is not there any more.",
                remedy="Start PadViewer again: it offers what was open.",
            )  # fmt: skip
        return 0
    finally:
        sys.excepthook = sys.__excepthook__
        windows.shutdown()
        for number, handler in before.items():
            signal.signal(number, handler)


def too_slow() -> Exception:
    """Return the error of a picture that does not come."""
    from padviewer.core.errors import ContentError

    return ContentError(
        "too-slow", say("The picture was not ready after {seconds} seconds.", seconds=str(RENDER_SECONDS))
    )


def make(theme: str = "", settings: QSettings | None = None) -> tuple[QApplication, MainWindow]:
    """Make the application (or take the one there is) and one window, not shown yet; nothing is remembered.

    Parameters
    ----------
    theme : {"", "system", "light", "dark"}
        "" takes the preferred one.
    settings : QSettings or None
        None: the user's own.
    """
    windows = make_windows(theme, settings)
    return windows.app, windows.add()


def make_windows(
    theme: str = "", settings: QSettings | None = None, session_file: SessionFile | None = None
) -> Windows:
    """Make the application (or take the one there is), and what makes its windows."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["padviewer"])
    app.setApplicationName("PadViewer")
    app.setWindowIcon(QIcon(str(asset("padviewer.svg"))))
    return Windows(app, settings or user_settings(), session_file, theme=theme)


def _endings() -> list[signal.Signals]:
    """Return the signals by which a terminal or the system ends a program; not those that it shall ignore."""
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    known = [signal.Signals[name] for name in names if name in signal.Signals.__members__]
    return [number for number in known if signal.getsignal(number) != signal.SIG_IGN]


def _let_python_run() -> None:
    """Do nothing, in Python."""


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


def _render(
    window: MainWindow,
    dressing: Dressing,
    path: str | None,
    render: str | None,
    export: str | None,
    *,
    force: bool = False,
) -> int:
    """Wait for the picture, write it and the export, and say where they are."""
    from padviewer.core.errors import ContentError

    controller = window.controller
    problems: list[Any] = []
    controller.loader.refused.connect(problems.append)
    is_asked = path is not None or bool(controller.model.state.choice.path)
    if is_asked and not wait_until(lambda: bool(problems) or is_settled(window)):
        raise too_slow()
    if problems:
        raise _as_error(problems[0], problems[0].path)
    error = dressing.error()
    if error is not None:
        raise error
    state = controller.model.state
    if state.choice.path and state.spec is None:
        raise ContentError("no-model", state.problem, where=state.choice.path)
    if export is not None:
        _export(window, str(Path(export).absolute()), force=force)
        sys.stdout.write(f"{export}\n")
    if render is not None:
        _write_picture(window, Path(render))
        sys.stdout.write(f"{render}\n")
    return 0


def _write_picture(window: MainWindow, path: Path) -> None:
    from padviewer.core.errors import PathError
    from padviewer.core.files.whole_file import write_whole

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PathError("cannot-write", f"{error.strerror}.", where=str(path)) from error
    if path.suffix.lower() == ".svg":
        write_whole(path, svg_of(lambda painter: _paint(window, painter), window.size()))
        return
    picture = window.grab().toImage()
    picture.setText(MADE_BY, PROGRAM)
    if not QImageWriter(str(path), QByteArray(b"png")).write(picture):
        raise PathError(
            "cannot-write", "The picture cannot be written.", where=str(path),
            remedy="Choose a folder that can be written.",
        )  # fmt: skip


def _paint(window: MainWindow, painter: QPainter) -> None:
    window.render(painter, QPoint())


def _export(window: MainWindow, destination: str, *, force: bool = False) -> None:
    from padviewer.core.errors import ContentError, PathError

    ended: list[Any] = []
    controller = window.controller
    try:
        Path(destination).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PathError("cannot-write", f"{error.strerror}.", where=destination) from error
    controller.exporter.exported.connect(lambda _written: ended.append(None))
    controller.exporter.failed.connect(ended.append)
    controller.export(destination, replace=force)
    if not wait_until(lambda: bool(ended)):
        said = tr("The export did not end within {seconds} seconds.", seconds=RENDER_SECONDS)
        raise ContentError("too-slow", said, where=destination)
    if ended[0] is not None:
        raise _as_error(ended[0], destination)


def _as_error(said: Any, where: str) -> Exception:
    """Return what a child or the controller said as the error that ends the program with its exit code."""
    from padviewer.core.errors import ContentError, PathError, UnsafeError

    kinds = {UnsafeError.exit_code: UnsafeError, PathError.exit_code: PathError}
    return kinds.get(said.exit_code, ContentError)(said.code, said.what, where=where, remedy=said.remedy)


def is_settled(window: MainWindow) -> bool:
    """Tell whether all about the open file is on the screen: nothing is counted or composed any more."""
    from padviewer.core.model.masks.verdict import counting_verdict

    controller = window.controller
    source = controller.session.source
    state = controller.model.state
    if state.busy or controller.work or state.padding == counting_verdict():
        return False
    if source is None and state.choice.path:
        return True
    if source is None or not source.complete:
        return False
    if controller.plan is None:
        return True
    return (
        controller.counting.scale is not None
        and not controller.counting.is_busy
        and window.views.is_current()
    )


def wait_until(ready: Any, seconds: float = RENDER_SECONDS) -> bool:
    """Run the event loop until `ready()`; return whether it came."""
    loop = QEventLoop()
    timer = QTimer(interval=20)
    late = QTimer(singleShot=True, interval=int(seconds * 1000))
    timer.timeout.connect(lambda: loop.quit() if ready() else None)
    late.timeout.connect(loop.quit)
    timer.start()
    late.start()
    loop.exec()
    return bool(ready())


def _on_fault(
    window: MainWindow | None, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Show what nobody expected in one dialog, with the details to copy; the window goes on."""
    details = "".join(traceback.format_exception(kind, error, trace))
    from padviewer.gui.window.fault import FaultDialog

    sys.stderr.write(details)
    if window is not None and not any(one.isVisible() for one in window.findChildren(FaultDialog)):
        FaultDialog(f"{kind.__name__}: {error}", details, window).show()
