"""What is asked for at the start beside a dataset, and a window that is drawn without a display."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEventLoop, QObject, QPoint, QTimer
from PySide6.QtGui import QImageWriter, QPainter

from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import ContentError, PadViewerError, PathError
from padviewer.core.recipe import Recipe
from padviewer.core.sentence import say
from padviewer.gui.controller import Controller
from padviewer.gui.dialogs.picture import svg_of
from padviewer.gui.style.words import tr

if TYPE_CHECKING:
    from padviewer.gui.window.main_window import MainWindow


@dataclass(frozen=True)
class Clothes:
    """What is asked for beside the dataset.

    Parameters
    ----------
    choices : mapping
        Fields of `TensorRecipe`.
    template, model : str
        The key of a template, or the file of a model.
    recipe_for : callable or None
        Makes the recipe for the dataset, in place of `choices`.
    label : str
        The column of labels.
    """

    choices: Mapping[str, Any] = field(default_factory=dict)
    template: str = ""
    model: str = ""
    recipe_for: Callable[[Dataset], Recipe] | None = None
    label: str = ""


class Dressing(QObject):
    """Puts `clothes` on the dataset of a controller as soon as it has been read.

    Parameters
    ----------
    controller : Controller
    clothes : Clothes
    has_data : bool
        Whether a dataset is being opened; else there is a model alone.
    """

    def __init__(self, controller: Controller, clothes: Clothes, *, has_data: bool) -> None:
        super().__init__(controller)
        self._controller = controller
        self._clothes = clothes
        self._begun = False
        self._error: PadViewerError | None = None
        self._noticed = ""
        self._wanted: Any = None
        self.is_over = False
        if has_data and clothes != Clothes():
            for signal in (
                controller.plan_changed, controller.session_changed,
                controller.work_changed,
            ):  # fmt: skip
                signal.connect(self._look)
            controller.loader.refused.connect(self._give_up)
            return
        self.is_over = True
        if clothes.model:
            controller.model.open(clothes.model)

    def _look(self) -> None:
        controller = self._controller
        source = controller.session.source
        if self._begun or source is None or not source.complete:
            return
        if controller.plan is None and controller.work:
            return
        self._begun = True
        QTimer.singleShot(0, self, self._dress)

    def _dress(self) -> None:
        controller, clothes = self._controller, self._clothes
        controller.noticed.connect(self._on_noticed)
        try:
            if clothes.recipe_for is not None:
                done = controller.use_recipe(tr("Recipe"), self._recipe_for)
                if done:
                    self._wanted = controller.session.recipe
                elif self._error is None:
                    self._error = ContentError("recipe-does-not-fit", self._noticed)
            elif clothes.choices:
                words = ", ".join(f"{name} {value}" for name, value in clothes.choices.items())
                controller.set_choice(words.capitalize(), **clothes.choices)
            if clothes.label:
                controller.set_role(clothes.label, "label")
            if clothes.model:
                controller.model.open(clothes.model)
            elif clothes.template:
                controller.model.choose_template(clothes.template, {})
        finally:
            self.is_over = True

    def _recipe_for(self, dataset: Dataset) -> Recipe:
        assert self._clothes.recipe_for is not None  # noqa: S101 - the caller looked
        try:
            if self._clothes.label:
                dataset[self._clothes.label]
            return self._clothes.recipe_for(dataset)
        except PadViewerError as error:
            self._error = error
            raise

    def _on_noticed(self, level: str, said: str) -> None:
        if level != "info":
            self._noticed = said

    def _give_up(self) -> None:
        self.is_over = self._begun = True

    def error(self) -> PadViewerError | None:
        """Return what stopped the recipe from being used; None where it is used."""
        if self._error is not None or self._wanted is None or not self._noticed:
            return self._error
        is_used = self._controller.session.recipe == self._wanted
        return None if is_used else ContentError("recipe-does-not-fit", self._noticed)


RENDER_SECONDS = 120
MADE_BY = "Software"  # the keyword of PNG for the program that made a picture


def too_slow() -> Exception:
    """Return the error of a picture that does not come."""
    from padviewer.core.errors import ContentError

    return ContentError(
        "too-slow", say("The picture was not ready after {seconds} seconds.", seconds=str(RENDER_SECONDS))
    )


def render_still(
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


PROGRAM = "PadViewer"
HEAD_BYTES = 4096
_PNG = b"\x89PNG\r\n\x1a\n"
_MARKS = (b"tEXtSoftware\0" + PROGRAM.encode(), b"<title>" + PROGRAM.encode() + b"</title>")


def check_picture(path: Path, *, force: bool = False) -> None:
    """Raise what would stop a picture at `path`, before anything is drawn.

    Raises
    ------
    PathError
        A folder; without `force`, a file that is no picture of PadViewer.
    """
    if path.is_dir():
        raise PathError(
            "is-a-folder", say("This is a folder."), where=str(path), remedy=say("Name a file in it.")
        )
    if force or not (path.exists() or path.is_symlink()) or _is_ours(path):
        return
    raise PathError(
        "already-there", say("This is there already, and it is no picture of PadViewer."),
        where=str(path), remedy=say("Give another name, or --force to replace it."),
    )  # fmt: skip


def _is_ours(path: Path) -> bool:
    """Tell by its first bytes whether PadViewer drew what is there."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return False
    is_svg = head.lstrip().startswith(b"<?xml")
    return (head.startswith(_PNG) and _MARKS[0] in head) or (is_svg and _MARKS[1] in head)
