"""The gates of every test: a private home, no warnings, nothing left running, nothing left on the screen.

Qt is looked at only where a test has imported it, so that the core's tests run where it is not installed.
"""

import atexit
import importlib.util
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

_HOME = Path(tempfile.mkdtemp(prefix="padviewer-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "KERAS_HOME"):
    os.environ[_name] = str(_HOME / _name.lower())  # platformdirs and QSettings follow these
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")

# A parent that ignores them (nohup, a shell's background job) hands that down to all that the tests start
for _ignored, _usual in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
    if getattr(signal, _ignored, None) and signal.getsignal(getattr(signal, _ignored)) is signal.SIG_IGN:
        signal.signal(getattr(signal, _ignored), _usual)

import pytest  # noqa: E402 - whatever reads the environment is imported after it is set
from hypothesis import HealthCheck, settings  # noqa: E402 - the same

pytest_plugins = ["pytester"]

SOAK = int(os.environ.get("PADVIEWER_SOAK", "1"))  # 1 in `make test`, 20 in `make soak`
GRACE = 60.0  # seconds in which a thread or process that is already ending may end, on any machine

settings.register_profile(
    "test", derandomize=True, max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "soak", max_examples=1000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("soak" if SOAK > 1 else "test")


def has_module(name):
    """Tell whether a module can be imported, without importing it."""
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:  # an import hook hides it
        return False


HAS_PSUTIL = has_module("psutil")
collect_ignore = [] if has_module("PySide6") else ["gui"]


def pytest_addoption(parser, pluginmanager):
    """Know pytest-qt's settings where it is not installed: --strict-config refuses unknown ones."""
    if not pluginmanager.hasplugin("pytest-qt"):
        parser.addini("qt_api", "pytest-qt's binding (pytest-qt is not installed)")
        parser.addini("qt_log_level_fail", "pytest-qt's log level (pytest-qt is not installed)")
        parser.addini("qt_log_ignore", "pytest-qt's exceptions (pytest-qt is not installed)")


def pytest_report_header():
    """Say which gates are open."""
    lines = [f"padviewer: PADVIEWER_SOAK={SOAK}, home {_HOME}"]
    if not HAS_PSUTIL:
        lines.append("padviewer: psutil is not installed, so NOBODY LOOKS FOR LEFTOVER PROCESSES")
    return lines


def pytest_collection_modifyitems(config, items):
    """Leave out what only `make soak` runs; skip what needs TensorFlow where it is not installed."""
    if SOAK == 1:
        left_out = [item for item in items if item.get_closest_marker("soak")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("soak")]
    if has_module("keras") and has_module("tensorflow"):
        return
    skip = pytest.mark.skip(reason="needs the tensorflow extra")
    for item in items:
        if item.get_closest_marker("tensorflow"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def scaled():
    """Return ``scaled(n)``: n in `make soak`, a twentieth of n (at least 1) in `make test`."""
    return lambda n: max(1, n * SOAK // 20)


@pytest.fixture(scope="session")
def soak():
    """Return the multiplier of the run: 1 in `make test`, 20 in `make soak`."""
    return SOAK


def wait_until_empty(find):
    """Return what ``find()`` still returns after the grace time; at once when it returns nothing."""
    deadline = time.monotonic() + GRACE
    while (found := find()) and time.monotonic() < deadline:
        time.sleep(0.01)
    return found


def running_threads():
    """Return the live threads that would keep the process from ending."""
    return {thread for thread in threading.enumerate() if thread.is_alive() and not thread.daemon}


KNOWN_HELPERS = set()  # ids of multiprocessing's own helper, which is not a test's


def direct_children():
    """Return the ids of this process's children as Linux lists them, or None where it does not.

    It takes 0.1 ms, where psutil looks at every process of the machine; thousands of tests ask twice.
    """
    try:
        listed = [path.read_text() for path in Path("/proc/self/task").glob("*/children")]
    except OSError:  # a thread that ended meanwhile, or another system
        return None
    return {int(pid) for text in listed for pid in text.split()} if listed else None


def child_processes(lent=frozenset()):
    """Return the live children of this process, without those whose ids are `lent` among tests.

    Python's own helper of multiprocessing is not a test's.
    """
    direct = direct_children()
    if not HAS_PSUTIL or (direct is not None and direct <= KNOWN_HELPERS | lent):
        return set()
    import psutil

    children = set()
    for child in psutil.Process().children(recursive=True):
        try:
            helper = any("multiprocessing.resource_tracker" in part for part in child.cmdline())
            if helper:
                KNOWN_HELPERS.add(child.pid)
            elif child.pid not in lent and child.status() != psutil.STATUS_ZOMBIE:
                children.add(child)
        except psutil.NoSuchProcess:
            continue
    return children


def describe_process(child):
    """Return a process in words; it may end while it is asked."""
    import psutil

    try:
        return f"process {child.pid} ({' '.join(child.cmdline())[:120]})"
    except psutil.NoSuchProcess:
        return f"process {child.pid}"


class QtWatch:
    """What of Qt a test leaves behind; sees nothing as long as nobody imports Qt."""

    def __init__(self):
        self.widgets_before = self._top_level_widgets()
        self.pools_before = self._busy_pools()

    @staticmethod
    def _application():
        widgets = sys.modules.get("PySide6.QtWidgets")
        return widgets.QApplication.instance() if widgets else None

    @classmethod
    def _top_level_widgets(cls):
        application = cls._application()
        # QApplication is what owns widgets; a QCoreApplication or QGuiApplication has none
        if application is None or not hasattr(application, "topLevelWidgets"):
            return []
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        # a tooltip belongs to Qt, which keeps one for the whole program
        return [
            widget
            for widget in application.topLevelWidgets()
            if widget.metaObject().className() != "QTipLabel"
        ]

    def left_widgets(self):
        """Return the top-level widgets that were not there before."""
        return [w for w in self._top_level_widgets() if not any(w is old for old in self.widgets_before)]

    @staticmethod
    def _busy_pools():
        core = sys.modules.get("PySide6.QtCore")
        if core is None:
            return []
        application = core.QCoreApplication.instance()
        owned = application.findChildren(core.QThreadPool) if application else []
        return [pool for pool in {core.QThreadPool.globalInstance(), *owned} if pool.activeThreadCount()]

    def left_pools(self):
        """Return the thread pools (the global one, the application's own) that were idle and work now."""
        return [pool for pool in self._busy_pools() if not any(pool is old for old in self.pools_before)]


@pytest.fixture(scope="session")
def lent_children():
    """Return a list of functions that tell the ids of children which outlive a test on purpose."""
    return []


@pytest.fixture(autouse=True)
def nothing_left_behind(lent_children):
    """Fail a test that leaves a thread, a busy Qt pool, a child process or a top-level widget."""

    def own_children():
        return child_processes(frozenset(pid for lent in lent_children for pid in lent()))

    threads, children, qt = running_threads(), own_children(), QtWatch()
    yield
    left = [f"thread {thread.name}" for thread in wait_until_empty(lambda: running_threads() - threads)]
    left += [
        f"a pool with {pool.activeThreadCount()} working threads" for pool in wait_until_empty(qt.left_pools)
    ]
    for child in wait_until_empty(lambda: own_children() - children):
        left.append(describe_process(child))
        child.kill()
    for widget in qt.left_widgets():
        left.append(f"top-level widget {widget.metaObject().className()} {widget.objectName()!r}")
        widget.close()
        widget.deleteLater()
    if left:
        pytest.fail("left behind: " + "; ".join(left), pytrace=False)
