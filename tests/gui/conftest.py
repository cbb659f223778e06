"""What every test of the window starts with: the light theme, text at scale 1, English numbers."""

import sys

import numpy as np
import psutil
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe, default_transforms
from padviewer.gui import app as application
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import Session, Source
from padviewer.gui.style import theme as look
from padviewer.gui.style import words
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.tasks.children import Worker, WorkerPool
from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.window import windows as windowing

WAIT = 60_000  # milliseconds; a wait ends at once when what it waits for happens


class PatientBot(QtBot):
    """A qtbot that waits as long as a busy machine needs, and keeps what it is given until the test's end.

    pytest-qt itself keeps weak references. A view that nothing but a cycle of references holds would be
    collected at any moment, in the middle of its own paint too, and the process would crash.
    """

    def __init__(self, request):
        super().__init__(request)
        self.kept = []

    def addWidget(self, widget, **more):
        self.kept.append(widget)
        super().addWidget(widget, **more)

    def waitUntil(self, callback, *, timeout=WAIT):
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=WAIT, **more):
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(self, widget, *, timeout=WAIT):
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request):
    """A patient bot; what was added to it is closed and deleted in that order, then let go."""
    bot = PatientBot(request)
    yield bot
    for widget in bot.kept:
        if shiboken6.isValid(widget):
            widget.close()
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    bot.kept.clear()


@pytest.fixture(autouse=True)
def light_theme(qapp):
    """Give the application the light theme and English numbers, and widgets without a window its sheet.

    Where a window of another test stands, which wears a sheet of its own, that is enough.
    """
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    look.apply(qapp, look.Theme("light", Fonts()))
    if not qapp.styleSheet() and not any(one.styleSheet() for one in qapp.topLevelWidgets()):
        look.dress(qapp)
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def no_button_pressed(qapp):
    """Let go of the mouse buttons that a test left pressed: the next one's window would obey them."""
    yield
    held = QApplication.mouseButtons()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
        if held & button:
            QTest.mouseRelease(QWidget(), button)
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture
def colour_at():
    """Return ``colour_at(widget, x, y)``: the painted colour as "#RRGGBB"."""

    def colour(widget, x, y):
        image = widget.grab().toImage()
        ratio = image.devicePixelRatio()
        return image.pixelColor(int(x * ratio), int(y * ratio)).name().upper()

    return colour


@pytest.fixture
def colours_in():
    """Return ``colours_in(widget, rect)``: the colours painted in a rectangle of logical pixels."""

    def colours(widget, rect):
        image = widget.grab().toImage().copy(rect).convertToFormat(QImage.Format.Format_RGB32)
        pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)[:, : image.width()]
        return {f"#{pixel & 0xFFFFFF:06X}" for pixel in np.unique(pixels).tolist()}

    return colours


def end(windows, made):
    """Close and delete all windows."""
    for one in windows:
        one.shutdown()
        one.deleteLater()
    for window in made:
        if shiboken6.isValid(window):
            window.deleteLater()


@pytest.fixture(scope="module")
def window_at(qapp, standing_pool, tmp_path_factory):
    """Return ``window_at(width, height)``: a window for the module; closing it ends its children.

    A module that uses it replaces `nothing_left_behind`, which would see the children come and go.
    """
    made, windows = [], []
    before = psutil.Process().children(recursive=True)
    patch = pytest.MonkeyPatch()
    patch.setattr(windowing, "WorkerPool", lambda _kind: LentPool(standing_pool))

    def window(width=1280, height=800):
        qapp.setStyleSheet("")  # a window wears its own
        ini = tmp_path_factory.mktemp("settings") / "settings.ini"
        one = application.make_windows("light", QSettings(str(ini), QSettings.Format.IniFormat))
        one.made.connect(made.append)
        windows.append(one)
        first = one.add()
        first.resize(width, height)
        first.show()
        return first

    yield window
    end(windows, made)
    patch.undo()
    if made:
        started = set(psutil.Process().children(recursive=True)) - set(before)
        lent = set(standing_pool.pids)
        _, alive = psutil.wait_procs([one for one in started if one.pid not in lent], timeout=60)
        assert not alive


@pytest.fixture
def own_children():
    """Ask for it where what becomes of a window's children is what is tested: it has none that are lent."""


@pytest.fixture
def windows_at(qapp, request, standing_pool, tmp_path, monkeypatch):
    """Return ``windows_at(session_file=None, **settings)``: what makes windows, for one test.

    The settings are in ``settings.ini`` of `tmp_path`; one that is None stays as it is there. All that was
    made is closed and deleted at the end. The children that read files are lent, but for a test that has
    `own_children`.
    """
    made, windows = [], []
    own = "own_children" in request.fixturenames
    pool = WorkerPool if own else lambda _kind: LentPool(standing_pool)
    monkeypatch.setattr(windowing, "WorkerPool", pool)

    def make(session_file=None, **values):
        qapp.setStyleSheet("")  # windows wear their own
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        for key, value in {"theme": "light", "language": "en", **values}.items():
            if value is not None:
                settings.setValue(key, value)
        one = application.make_windows("", settings, session_file)
        one.made.connect(made.append)
        windows.append(one)
        return one

    yield make
    end(windows, made)
    words.install(qapp, "en")


@pytest.fixture
def wait_for(qtbot):
    """Return ``wait_for(window, path)``: wait until a dataset is open and all of it on the screen."""

    def wait(window, path):
        def there():
            source = window.controller.session.source
            return source is not None and source.path == str(path) and application.is_settled(window)

        qtbot.waitUntil(there)

    return wait


@pytest.fixture
def opens(wait_for):
    """Return ``opens(window, path)``: open a dataset in place of what is open, and wait for it."""

    def open_and_wait(window, path):
        window.open(str(path))
        wait_for(window, path)

    return open_and_wait


def put_on(controller, columns, roles, **choice):
    """Have a controller show the tensor of the column whose role is "sequence"; `columns` are lists."""
    lists = {
        name: one if isinstance(one, Ragged) else Ragged.from_lists(one) for name, one in columns.items()
    }
    data = Dataset(lists, roles)
    name = data.with_role_of("sequence")[0]
    transforms = choice.pop("transforms", default_transforms(data[name]))
    recipe = fit(Recipe({name: TensorRecipe(name, transforms, **choice)}), data)
    source = Source("/data/rows", "rows", "/store", len(data), complete=True)
    controller.dataset = data
    controller.session = Session(source, roles, recipe, name)
    controller.history.hold(controller.session)
    controller._show_plan(resolve(recipe, prepare(recipe, data)))


@pytest.fixture
def put():
    """Return ``put(controller, columns, roles, **choice)``: another dataset in a controller that stands."""
    return put_on


class LentPool(QObject):
    """A pool whose children stand already, lent to a test: what the test began ends with it."""

    def __init__(self, pool):
        super().__init__()
        self.pool = pool
        self._tasks = []

    def __getattr__(self, name):
        return getattr(self.pool, name)

    def run(self, op, args=None):
        """Send a request to a child of its own."""
        task = self.pool.run(op, args)
        self._tasks.append(task)
        return task

    def shutdown(self):
        """Kill the children that still work for the test; nothing is told any more."""
        for task in self._tasks:
            if shiboken6.isValid(task) and not task.is_finished:
                task.blockSignals(True)
                task.cancel()
        self._tasks.clear()


@pytest.fixture(scope="session")
def standing_pool(qapp, lent_children):
    """A pool for all tests of the process: a child takes a second of the CPU to start."""
    pool = WorkerPool("data")
    pool._timer.setInterval(WAIT)  # no new spare beside a task, which would be one too many when it ends
    lent_children.append(lambda: pool.pids)
    yield pool
    pool.shutdown()
    lent_children.clear()


@pytest.fixture
def data_pool(standing_pool):
    """A pool of children that really read files."""
    return LentPool(standing_pool)


@pytest.fixture
def controller(qtbot, data_pool):
    """Return a controller with children that really read files."""
    made = Controller(
        data_pool, lambda: Worker("model", [sys.executable, "-m", "padviewer.workers.model"]), Jobs()
    )
    yield made
    made.shutdown()


class NoChildren:
    """What stands in for the processes that read files: nothing is opened here."""

    def shutdown(self):
        """Have nothing to end."""


@pytest.fixture
def showing(qapp):
    """Return ``showing(columns, roles, jobs=None, **choice)``: a childless controller with a tensor."""
    made = []

    def show(columns, roles, jobs=None, **choice):
        controller = Controller(NoChildren(), lambda: None, jobs or Jobs(synchronous=True))
        made.append(controller)
        put_on(controller, columns, roles, **choice)
        return controller

    yield show
    for controller in made:
        controller.shutdown()


@pytest.fixture
def viewing(qtbot, showing):
    """Return ``viewing(kind, column, size, synchronous, **choice)``: a view of one column, with the focus."""

    def make(kind, column, size=(600, 400), synchronous=True, **choice):
        choice = {"transforms": (), **choice}
        controller = showing({"x": column}, {"x": "sequence"}, Jobs(synchronous=synchronous), **choice)
        view = kind(controller)
        qtbot.addWidget(view)
        view.resize(*size)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.setFocus()
        return view, controller

    return make
