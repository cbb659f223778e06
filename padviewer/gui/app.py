"""Starts the window: the application, the controller with its children, what is asked for at first."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from padviewer.assets import SAMPLES, asset
from padviewer.gui.session.recent import user_settings
from padviewer.gui.session.window_file import SessionFile
from padviewer.gui.window.main_window import MainWindow
from padviewer.gui.window.platform_probe import choose_platform
from padviewer.gui.window.still import (
    Clothes,
    Dressing,
    check_picture,
    is_settled,
    render_still,
    too_slow,
    wait_until,
)
from padviewer.gui.window.windows import Windows

if TYPE_CHECKING:
    from padviewer.core.data.dataset import Dataset
    from padviewer.core.recipe import Recipe

__all__ = ["choose_platform", "is_settled", "make", "make_windows", "run", "wait_until"]

MODEL_START_MS = 1000
FAULT = 1
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
            code = render_still(window, dressing, path, render, export, force=force)
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


def _on_fault(
    window: MainWindow | None, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Show what nobody expected in one dialog, with the details to copy; the window goes on."""
    details = "".join(traceback.format_exception(kind, error, trace))
    from padviewer.gui.window.notices import FaultDialog

    sys.stderr.write(details)
    if window is not None and not any(one.isVisible() for one in window.findChildren(FaultDialog)):
        FaultDialog(f"{kind.__name__}: {error}", details, window).show()
