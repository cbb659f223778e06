"""What is drawn while frames are on their way: never an old one as current."""

from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QImage, QPainter

from padviewer.core.errors import Stopped
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.colours import FrameColours
from padviewer.core.picture.frames import SYNCHRONOUS_PIXELS, Frames
from padviewer.core.picture.layout import Layout, Picture, TextWidths
from padviewer.core.picture.ramps import ramp
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.charts.cells import CellsItem
from padviewer.gui.style import theme as look

SIZE = (400, 300)


def first_picture(given, size=SIZE):
    """All steps of the first rows, 15 pixels high."""
    layout = Layout(*size, 1.0, TextWidths(10, 10, 0), 24, 18)
    return Picture(given, layout, Axis(given.rows, cell=15), Axis(given.cols, cell=20))


def drawn(frames, picture):
    """Colour of the middle of the first row's first cell."""
    item = CellsItem(pg.ViewBox(), frames)
    item.picture = picture
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as painter:
        item.paint(painter, None)
    return image.pixelColor(3, 3).name().upper()


def source(value, in_memory=False, cols=4):
    lengths = np.full(200, cols, np.int64)
    return HeatmapSource(
        200,
        cols,
        lengths,
        lambda r, c: (np.full((len(r), len(c)), value) + r[:, None], np.ones((len(r), len(c)), np.uint8)),
        None,
        (0, 255),
        np.ones(cols, np.float32),
        in_memory=in_memory,
    )


class Later:
    """A job runner whose answers come when the test says so, in any order."""

    def __init__(self):
        self.jobs = []

    def __call__(self, work, done):
        self.jobs.append((work, done))

    def answer(self, place):
        work, done = self.jobs[place]
        done(work())


@pytest.fixture
def scene(qapp):
    later, changes = Later(), []
    frames = Frames(later, lambda: changes.append(1))
    colours = FrameColours.from_tokens(look.current().hex, ramp("viridis"))
    return later, frames, colours, changes


def viridis(index):
    return "#" + bytes(ramp("viridis")[index].tolist()).hex().upper()


def test_before_the_first_frame(scene):
    later, frames, colours, changes = scene
    picture = first_picture(source(5))
    assert drawn(frames, picture) == look.current().hex("pad")
    frames.want(picture, colours, (9, 9))
    assert (len(later.jobs), frames.is_current(), frames.overview) == (1, False, None)
    frames.want(picture, colours, (9, 9))
    assert len(later.jobs) == 1
    later.answer(0)
    assert frames.is_current()
    assert changes == [1]
    assert drawn(frames, picture) == viridis(5)
    assert frames.overview.shape == (9, 9)


def test_an_old_frame_moves_with_its_cells(scene):
    later, frames, colours, _ = scene
    picture = first_picture(source(5))
    frames.want(picture, colours, (9, 9))
    later.answer(0)
    scrolled = replace(picture, rows=picture.rows.scrolled(30, 200))
    frames.want(scrolled, colours, (9, 9))
    assert not frames.is_current()
    assert drawn(frames, scrolled) == viridis(7)  # two rows of 15 pixels further
    zoomed = replace(picture, rows=picture.rows.sized(30, 1, 0, 200).scrolled(60, 200))
    frames.want(zoomed, colours, (9, 9))
    assert drawn(frames, zoomed) == viridis(7)
    later.answer(1)  # late: of the same source, so it is drawn in its place, but not as current
    assert not frames.is_current()
    assert drawn(frames, zoomed) == viridis(7)
    later.answer(2)
    assert frames.is_current()
    later.answer(1)  # even later: dropped
    assert frames.is_current()
    assert drawn(frames, zoomed) == viridis(7)


def test_another_source_is_never_drawn_as_current(scene):
    later, frames, colours, _ = scene
    first, second = (first_picture(source(value)) for value in (0, 200))
    frames.want(first, colours, (9, 9))
    frames.want(second, colours, (9, 9))
    later.answer(0)
    assert not frames.is_current()
    assert drawn(frames, second) == look.current().hex("pad")  # the frame of the outdated source was dropped
    later.answer(1)
    assert frames.is_current()
    third = first_picture(source(100))
    frames.want(third, colours, (9, 9))
    assert drawn(frames, third) not in {viridis(100), viridis(200)}  # the last frame is pale
    other = FrameColours.from_tokens(look.Theme("dark").hex, ramp("viridis"))
    frames.want(second, other, (9, 9))
    assert drawn(frames, second) != viridis(200)
    later.answer(3)
    assert drawn(frames, second) == viridis(200)


def test_the_overview_is_made_once_for_a_source(scene):
    later, frames, colours, _ = scene
    picture = first_picture(source(5))
    frames.want(picture, colours, (9, 9))
    scrolled = replace(picture, rows=picture.rows.scrolled(30, 200))
    frames.want(scrolled, colours, (9, 9))
    later.answer(1)  # the newest won: its frame carries the overview that the first one never brought
    assert frames.overview.shape == (9, 9)
    frames.want(picture, colours, (9, 9))
    assert later.jobs[2][0]().overview is None
    frames.want(picture, colours, (20, 9))
    assert later.jobs[3][0]().overview.shape == (20, 9)


def test_small_pictures_in_memory_need_no_job(scene):
    later, frames, colours, _ = scene
    picture = first_picture(source(5, in_memory=True))
    frames.want(picture, colours, (9, 9))
    assert not frames.is_current()
    frames.compose_now()
    assert frames.is_current()
    assert later.jobs == []
    large = replace(first_picture(source(5, in_memory=True, cols=2000), (2200, 3000)), cols=Axis(2000))
    assert np.prod(large.shown) >= SYNCHRONOUS_PIXELS
    frames.want(large, colours, (9, 9))
    frames.compose_now()
    assert (len(later.jobs), frames.is_current()) == (1, False)


def test_a_source_without_rows(scene):
    later, frames, colours, _ = scene
    none = np.empty(0, np.int64)
    empty = HeatmapSource(0, 3, none, None, None, (0, 1), np.zeros(3, np.float32))
    picture = first_picture(empty)
    frames.want(picture, colours, (9, 9))
    later.answer(0)
    assert frames.is_current()
    assert not frames.overview.size
    assert drawn(frames, picture) == "#000000"


def test_a_far_view_is_composed_in_a_job_that_stops_when_it_is_old(scene):
    later, frames, colours, _ = scene
    stopped = []

    def overview(how, row_edges, col_edges, should_stop):
        stopped.append(should_stop())
        if should_stop():
            raise Stopped
        shape = len(row_edges) - 1, len(col_edges) - 1
        return np.full(shape, 255, np.float32), np.zeros(shape, np.float32)

    far = replace(source(5, in_memory=True), far="mean", overview=overview)
    near = first_picture(far)
    picture = replace(near, rows=Axis(200, stride=3))
    known = len(later.jobs)
    frames.want(picture, colours, (9, 9))
    frames.compose_now()
    assert (len(later.jobs) - known, frames.is_current()) == (1, False)
    frames.want(replace(picture, rows=Axis(200, stride=2)), colours, (9, 9))
    later.answer(-2)  # nobody wants it any more
    assert not frames.is_current()
    later.answer(-1)
    assert frames.is_current()
    assert stopped == [True, False]
    top = int(ramp("viridis")[255] @ [1 << 16, 1 << 8, 1])
    assert drawn(frames, replace(picture, rows=Axis(200, stride=2))) == f"#{top:06x}".upper()


# -- numbers in the cells ------------------------------------------------------------------------
VALUES = np.array([[1.5, -2, np.nan, np.inf], [10, 123456789, 0, 0]])
KINDS = np.array([[1, 1, 2, 1], [1, 1, 0, 0]], np.uint8)


def numbered(width=60, height=24, ramp_name="tide", **more):
    """What is written into 2 × 4 cells: words, colour and place of each."""
    given = HeatmapSource(
        2, 4, np.array([4, 2]), lambda r, c: (VALUES[np.ix_(r, c)], KINDS[np.ix_(r, c)]), None,
        (0, 20), np.ones(4, np.float32), in_memory=True, **more,
    )  # fmt: skip
    layout = Layout(400, 300, 1.0, TextWidths(10, 10, 0), 24, 18)
    picture = Picture(given, layout, Axis(2, cell=height), Axis(4, cell=width))
    frames = Frames(None, None)
    frames.want(picture, FrameColours.from_tokens(look.current().hex, ramp(ramp_name)), (9, 9))
    frames.compose_now()
    item = CellsItem(pg.ViewBox(), frames)
    item.picture, item.ramp = picture, ramp_name
    written = []

    class Paper:
        def setFont(self, _font):
            pass

        def setPen(self, colour):
            self.colour = colour.name().upper()

        def drawText(self, at, words):
            written.append((words, self.colour, int(at.x() // width), int(at.y() // height)))

    item._paint_numbers(Paper(), picture, frames.last)
    return written


def test_values_stand_in_their_cells(qapp):
    assert sorted(numbered(width=90)) == sorted(
        [
            ("1.23e8", "#0F1B1E", 1, 1),
            ("1.5", "#FFFFFF", 0, 0),  # 1.5 of 20 is in the dark part of the ramp
            ("−2", "#FFFFFF", 1, 0),
            ("∞", "#0F1B1E", 3, 0),
            ("10", "#FFFFFF", 0, 1),
            ("0", look.current().hex("t3"), 2, 1),
            ("0", look.current().hex("t3"), 3, 1),
        ]
    )


def test_a_number_without_room_is_not_written(qapp):
    wide = [words for words, *_ in numbered(width=90)]
    assert "1.23e8" in wide
    assert "1.23e8" not in [words for words, *_ in numbered(width=30)]
    assert numbered(width=17) == []
    assert numbered(height=17) == []


def test_what_has_a_sign_or_letter_of_its_own_has_no_number(qapp):
    said = [words for words, *_ in numbered(width=90, has_infinite=True, special=((10, "U"),))]
    assert "∞" not in said
    assert "10" not in said
    assert "1.5" in said
    assert "NaN" not in said


def test_numbers_are_legible_on_their_colours(qapp):
    inks = {words: ink for words, ink, *_ in numbered(width=90, ramp_name="viridis")}
    assert inks["1.5"] == "#FFFFFF"  # violet
    assert inks["1.23e8"] == "#0F1B1E"  # yellow
    beyond = {words: ink for words, ink, *_ in numbered(width=90, beyond=(True, True))}
    assert beyond["−2"] == "#FFFFFF"  # darker than the ramp
    assert beyond["1.23e8"] == "#0F1B1E"  # lighter than it
