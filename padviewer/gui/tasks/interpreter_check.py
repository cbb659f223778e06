"""Asks another Python whether it has Keras and TensorFlow, in a process of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from padviewer.gui.style.words import tr

SECONDS = 60
PROGRAM = "import keras, tensorflow; print(keras.__version__, tensorflow.__version__)"


class InterpreterCheck(QObject):
    """One question to one interpreter.

    Parameters
    ----------
    path : str
        The Python to ask.

    Signals
    -------
    found (str, bool)
        What it said as a sentence, and whether models can run there; once.
    """

    found = Signal(str, bool)

    def __init__(self, path: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._is_told = False
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self._on_late)
        self._timer.start()
        self._process.start(path, ["-c", PROGRAM])

    def stop(self) -> None:
        """End the process; nothing is told any more."""
        self._is_told = True
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(5000)

    def _tell(self, said: str, *, good: bool) -> None:
        if not self._is_told:
            self._is_told = True
            self._timer.stop()
            self.found.emit(said, good)

    def _on_finished(self, code: int) -> None:
        words = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace").split()
        if code == 0 and len(words) >= 2:
            keras, tensorflow = words[-2:]
            self._tell(
                tr("It has Keras {keras} and TensorFlow {tensorflow}.", keras=keras, tensorflow=tensorflow),
                good=True,
            )
        else:
            self._tell(
                tr("This Python has no Keras with TensorFlow. Install them there: pip install tensorflow"),
                good=False,
            )

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._tell(tr("{path} cannot be started. Choose a Python.", path=self._path), good=False)

    def _on_late(self) -> None:
        self._tell(tr("It did not answer within {seconds} seconds.", seconds=SECONDS), good=False)
        self.stop()
