"""Wishes and answers: what is asked once, what stays, what a hidden view asks, and what a failure says."""

from dataclasses import dataclass
from types import SimpleNamespace

import pytest
import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent

from padviewer.core.errors import ContentError
from padviewer.gui.style import theme as look
from padviewer.gui.views.common.gathered import GatheredPicture, paint_sentence


class Jobs(list):
    """The jobs that were asked for, which never run by themselves."""

    def __init__(self):
        super().__init__()
        self.stopped = []

    def submit(self, channel, function, done, failed):
        """Keep a job."""
        self.append((channel, function, done, failed))

    def cancel(self, channel):
        """Remember what was stopped."""
        self.stopped.append(channel)


class Desk(QObject):
    """A controller whose jobs run when somebody runs them."""

    plan_changed, order_changed, scale_changed = Signal(), Signal(), Signal()
    view_changed = Signal(object, object)

    def __init__(self):
        super().__init__()
        self.jobs, self.counting = Jobs(), self


@dataclass(frozen=True)
class Colour:
    name: str

    def gather(self, _context):
        """Answer the colour."""
        return QColor(self.name)


class Flag(GatheredPicture):
    wanted: Colour | None = Colour("#112233")
    colour = QColor("#000000")

    def wish(self):
        """Wish for the colour that is wanted."""
        return self.wanted

    def sentence(self):
        """Say that there is none."""
        return "Nothing is wished for."

    def take(self, _wish, answer):
        """Keep the colour."""
        self.colour = answer

    def paint_picture(self, painter, size):
        """Fill everything."""
        painter.fillRect(0, 0, size.width(), size.height(), self.colour)


@pytest.fixture
def flag(qtbot):
    desk = Desk()
    made = Flag(desk, "flags")
    qtbot.addWidget(made)
    made.resize(200, 120)
    return SimpleNamespace(view=made, desk=desk)


def answer(job):
    _, function, done, _ = job
    done(function(None))


def centre(view):
    return view.grab().toImage().pixelColor(100, 60).name()


def corner(view):
    return view.grab().toImage().pixelColor(20, 10).name().upper()


def test_a_hidden_view_asks_for_nothing(flag):
    flag.desk.plan_changed.emit()
    assert flag.desk.jobs == []
    assert flag.view.is_current()
    flag.view.show()
    assert len(flag.desk.jobs) == 1
    assert flag.desk.jobs[0][0] == "flags"
    assert not flag.view.is_current()
    flag.view.hide()
    assert flag.desk.jobs.stopped == ["flags"]
    assert flag.view.is_current()


def test_the_same_wish_is_asked_once_and_the_old_picture_stays(flag):
    flag.view.show()
    answer(flag.desk.jobs[0])
    assert flag.view.is_current()
    for signal in (flag.desk.plan_changed, flag.desk.order_changed, flag.desk.scale_changed):
        signal.emit()
    flag.desk.view_changed.emit(None, None)
    assert len(flag.desk.jobs) == 1
    flag.view.wanted = Colour("#445566")
    flag.desk.plan_changed.emit()
    assert not flag.view.is_current()
    assert centre(flag.view) == "#112233"
    answer(flag.desk.jobs[0])  # of a wish that is not held any more
    assert not flag.view.is_current()
    answer(flag.desk.jobs[1])
    assert flag.view.is_current()
    assert centre(flag.view) == "#445566"


def test_without_a_wish_the_sentence_stands(flag):
    flag.view.show()
    answer(flag.desk.jobs[0])
    flag.view.wanted = None
    flag.view.refresh()
    assert flag.view.is_current()
    assert flag.desk.jobs.stopped == ["flags"]
    assert corner(flag.view) == look.current().hex("canvas")


def test_a_failure_is_said_in_the_view(flag):
    flag.view.show()
    failed = flag.desk.jobs[0][3]
    failed(ContentError("gone", "The column is not there any more."))
    assert flag.view.is_current()
    assert flag.view._failure == "This could not be drawn. The column is not there any more."
    assert corner(flag.view) == look.current().hex("canvas")
    flag.view.wanted = Colour("#445566")
    flag.view.refresh()
    flag.desk.jobs[0][3](ValueError("of the wish before"))
    assert flag.view._failure == ""
    flag.desk.jobs[1][3](ValueError("odd"))
    assert flag.view._failure == "This could not be drawn. ValueError: odd"


def test_an_answer_for_a_view_that_is_gone(qapp):
    desk = Desk()
    view = Flag(desk, "flags")
    view.show()
    shiboken6.delete(view)
    answer(desk.jobs[0])
    desk.jobs[0][3](ValueError("late"))


def test_fine_wheels_add_up(flag):
    def turned(eighths):
        return flag.view.notches(
            QWheelEvent(
                QPointF(),
                QPointF(),
                QPoint(),
                QPoint(0, eighths),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
        )

    assert [turned(60), turned(60), turned(-60), turned(-180)] == [0, 1, 0, -2]


def test_a_sentence_wraps(qapp):
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_sentence(painter, QSize(300, 200), "some words that go on " * 8)
    painter.end()
    lines = {y for y in range(200) for x in range(300) if image.pixelColor(x, y).lightness() < 128}
    assert max(lines) - min(lines) > 40
    edges = [image.pixelColor(x, y).lightness() for y in range(200) for x in (*range(12), *range(288, 300))]
    assert min(edges) > 250
