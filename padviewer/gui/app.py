"""Starts the window: the application, the controller with its children, what is asked for at first."""

from __future__ import annotations

import os
import signal
import socket
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from padviewer.assets import asset
from padviewer.gui.main_window import MainWindow
from padviewer.gui.recent import user_settings
from padviewer.gui.session_file import SessionFile
from padviewer.gui.windows import Windows
from padviewer.gui.words import tr

MODEL_START_MS = 1000
RENDER_SECONDS = 120
FAULT = 1
SAMPLES = {
    "basics": "padding-basics.json",
    "reviews": "reviews.parquet",
    "sensors": "sensors.npz",
    "features": "features.npy",
    "baskets": "baskets.csv",
    "shapes": "shapes.json",
}


# What a sample is shown with when the program is started with it: choices of its tensor, and a template.
SHOWN_WITH: dict[str, tuple[dict[str, Any], str]] = {"reviews": ({"maxlen": 128}, "embedding_rnn")}


def run(
    file: str | None,
    *,
    sample: str | None = None,
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
        A dataset, model or recipe to open.
    sample : str or None
        A key of `SAMPLES` to open instead.
    render, export : str or None
        Where to write a PNG of the window and the exported arrays; then the program ends.
    force : bool
        Whether the export may replace what no export of ours wrote.
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
    from padviewer.core.errors import ChoiceError, MissingExtraError

    path = file
    if sample is not None:
        if sample not in SAMPLES:
            raise ChoiceError("--sample", f"The samples are {', '.join(SAMPLES)}; not “{sample}”.")
        path = str(asset(f"samples/{SAMPLES[sample]}"))
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
            window.open(path)
        dressing = _Dressing(window, *SHOWN_WITH.get(sample or "", ({}, "")))
        if still:
            if not wait_until(lambda: dressing.is_over):
                raise too_slow()
            code = _render(window, path, render, export, force=force)
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


class _Dressing(QObject):
    """Gives a sample its choices and its template as soon as it has been read.

    Parameters
    ----------
    window : MainWindow
    choices : dict
        Fields of `TensorRecipe`; empty for none.
    template : str
        The key of a template; empty for none.
    """

    def __init__(self, window: MainWindow, choices: dict[str, Any], template: str) -> None:
        super().__init__(window)
        self._controller = window.controller
        self._choices, self._template = choices, template
        self.is_over = not choices and not template
        if not self.is_over:
            window.controller.plan_changed.connect(self._look)
            window.controller.session_changed.connect(self._look)
            window.controller.refused.connect(self._give_up)

    def _look(self) -> None:
        controller = self._controller
        source = controller.session.source
        if self.is_over or source is None or not source.complete or controller.plan is None:
            return
        self.is_over = True
        QTimer.singleShot(0, self, self._dress)

    def _dress(self) -> None:
        words = ", ".join(f"{name} {value}" for name, value in self._choices.items())
        self._controller.set_choice(words.capitalize(), **self._choices)
        self._controller.model.choose_template(self._template, {})

    def _give_up(self) -> None:
        self.is_over = True


def too_slow() -> Exception:
    """Return the error of a picture that does not come."""
    from padviewer.core.errors import ContentError

    return ContentError("too-slow", f"The picture was not ready after {RENDER_SECONDS} seconds.")


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
    """Choose Qt's platform before the application exists: Qt itself aborts where a display does not answer.

    Raises
    ------
    MissingExtraError
        There is no display, and a window is wanted.
    """
    from padviewer.core.errors import MissingExtraError

    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("WAYLAND_DISPLAY") or display_answers(os.environ.get("DISPLAY", "")):
        return
    if not still:
        raise MissingExtraError(
            "no-display", "There is no display to open a window on.",
            remedy="Start it in a desktop session, or write a picture with --render FILE.png.",
        )  # fmt: skip
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def display_answers(display: str) -> bool:
    """Tell whether an X display is there; one on another machine is believed."""
    host, _, number = display.partition(":")
    if not number:
        return False
    if host not in ("", "unix"):
        return True
    name = f"/tmp/.X11-unix/X{number.split('.')[0]}"  # noqa: S108 - where X servers listen
    for address in (name, f"\0{name}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False


def _render(
    window: MainWindow, path: str | None, render: str | None, export: str | None, *, force: bool = False
) -> int:
    """Wait for the picture, write it and the export, and say where they are."""
    controller = window.controller
    problems: list[Any] = []
    controller.refused.connect(problems.append)
    if path is not None and not wait_until(lambda: bool(problems) or is_settled(window)):
        raise too_slow()
    if problems:
        raise _as_error(problems[0], problems[0].path)
    if export is not None:
        _export(window, str(Path(export).absolute()), force=force)
        sys.stdout.write(f"{export}\n")
    if render is not None:
        _write_picture(window, Path(render))
        sys.stdout.write(f"{render}\n")
    return 0


def _write_picture(window: MainWindow, path: Path) -> None:
    from padviewer.core.errors import PathError

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PathError("cannot-write", f"{error.strerror}.", where=str(path)) from error
    if not window.grab().save(str(path), "PNG"):
        raise PathError(
            "cannot-write", "The picture cannot be written.", where=str(path),
            remedy="Choose a folder that can be written.",
        )  # fmt: skip


def _export(window: MainWindow, destination: str, *, force: bool = False) -> None:
    from padviewer.core.errors import ContentError, PathError

    ended: list[Any] = []
    controller = window.controller
    try:
        Path(destination).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PathError("cannot-write", f"{error.strerror}.", where=destination) from error
    controller.exported.connect(lambda _written: ended.append(None))
    controller.export_failed.connect(ended.append)
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
    controller = window.controller
    source = controller.session.source
    if source is None or not source.complete or controller.work:
        return False
    if controller.plan is None:
        return True
    return controller.scale is not None and not controller.counting and window.views.is_current()


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
    from padviewer.gui.fault_dialog import FaultDialog

    sys.stderr.write(details)
    if window is not None and not any(one.isVisible() for one in window.findChildren(FaultDialog)):
        FaultDialog(f"{kind.__name__}: {error}", details, window).show()
