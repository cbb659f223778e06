"""The chart of a heatmap: axis numbers, the strip, the curves and the overview, on real grabs."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from padviewer.core.picture.colours import FrameColours
from padviewer.core.picture.frames import Frames
from padviewer.core.picture.profiles import profiles_of
from padviewer.core.picture.ramps import ramp
from padviewer.core.picture.source import HeatmapSource
from padviewer.core.picture.stage import Stage
from padviewer.gui.charts.heatmap import HeatmapChart, Scene, lay_out
from padviewer.gui.style import theme as look

LEFT = Qt.MouseButton.LeftButton


def source(rows=40, cols=10, **more):
    values = np.arange(rows * cols).reshape(rows, cols) % 7
    kinds = np.ones((rows, cols), np.uint8)
    return HeatmapSource(
        rows, cols, np.full(rows, cols), lambda r, c: (values[np.ix_(r, c)], kinds[np.ix_(r, c)]), None,
        (0, 6), more.pop("still_real", np.ones(cols, np.float32)), in_memory=True, **more,
    )  # fmt: skip


@pytest.fixture
def made(qapp):
    """Make a chart of 832 × 470 pixels of a source; gives chart, stage and a way to show it again."""
    charts = []

    def build(given, profiles_at=None):
        stage = Stage("values", lay_out)
        stage.profiles = profiles_at is not None
        frames = Frames(None, None)

        def change(act, *more):
            act(*more)
            show()

        chart = HeatmapChart(stage, change, frames)
        charts.append(chart)
        chart.resize(832, 470)
        stage.resize((832, 470), chart.devicePixelRatioF())
        stage.set_source(given)
        colours = FrameColours.from_tokens(look.current().hex, ramp("tide"))

        def show():
            picture = stage.picture
            profiles = None if profiles_at is None else profiles_of(picture, profiles_at)
            chart.show_scene(Scene(picture, hair=profiles_at, profiles=profiles))
            box = picture.minimap
            frames.want(picture, colours, (round(box.height), round(box.width)))

        show()
        chart.show()
        return chart, stage

    yield build
    for chart in charts:
        chart.close()
        chart.deleteLater()


def pixels_of(chart):
    image = chart.grab().toImage()
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1) & 0xFFFFFF


def code(token):
    return int(look.current().hex(token)[1:], 16)


def test_the_strip_is_as_high_as_the_share(made):
    shares = np.linspace(1, 0, 10, dtype=np.float32)
    shares[8] = 1e-6  # hardly any row is not no row
    chart, stage = made(source(still_real=shares))
    pixels = pixels_of(chart)
    cell, left = stage.picture.cols.cell, stage.picture.layout.left
    strip = round(stage.picture.layout.strip - 1)
    heights = [int((pixels[:strip, left + col * cell + 1] == code("real2")).sum()) for col in range(10)]
    assert heights == [round(strip * (1 - k / 9)) for k in range(8)] + [1, 0]
    starts = [int(np.argmax(pixels[strip - 1] == code("real2")))]
    assert starts == [left]


def test_the_strip_follows_the_steps_in_view(made):
    shares = np.zeros(10, np.float32)
    shares[6] = 1
    chart, stage = made(source(still_real=shares))
    stage.zoom(3, (400, 200), upright=False)
    chart.hands._change(lambda: None)
    start, end = stage.picture.cols.span(6)
    pixels = pixels_of(chart)
    found = np.flatnonzero(pixels[10] == code("real2")) - stage.picture.layout.left
    assert found.tolist() == list(range(max(0, start), min(end, stage.picture.shown[1])))


@pytest.mark.parametrize("zoom", [0, -2, 3])
def test_step_numbers_stand_over_their_cells(made, zoom):
    chart, stage = made(source(cols=96))
    stage.zoom(zoom, (400, 200), upright=False)
    chart.hands._change(lambda: None)
    picture = stage.picture
    for place, words in chart.steps.ticks():
        assert picture.cols.cell_at(round(place)) == int(words)
        start, end = picture.cols.span(int(words))
        assert place == pytest.approx((start + end) / 2)
    assert len(chart.steps.ticks()) > 3
    ink = (pixels_of(chart)[26:40] != code("canvas")).any(axis=0)
    for place, _words in chart.steps.ticks()[1:-1]:
        assert ink[picture.layout.left + round(place) - 8 : picture.layout.left + round(place) + 8].any()


def test_the_overview_frames_what_is_in_view(made):
    chart, stage = made(source(rows=1000))
    stage.move((stage.picture.rows.scrolled(stage.picture.rows.extent // 2, 300), stage.picture.cols))
    chart.hands._change(lambda: None)
    box, frame = stage.picture.minimap, chart.minimap.frame_rect()
    assert (frame.top() - box.top) / box.height == pytest.approx(0.5, abs=0.01)
    assert frame.height() == pytest.approx(max(6, stage.picture.layout.room[0] / 15000 * box.height), abs=1)
    assert code("accent") in pixels_of(chart)[:, round(box.left) : round(box.right)]
    few, _ = made(source(rows=3))
    assert code("accent") not in pixels_of(few)  # everything has no frame


def test_pressing_and_dragging_the_overview_goes_there(made):
    chart, stage = made(source(rows=1000))
    box = stage.picture.minimap
    x, height = round(box.left + 5), stage.picture.layout.room[0]
    middle = QPoint(x, round(box.top + box.height / 2))
    QTest.mousePress(chart.viewport(), LEFT, pos=middle)
    assert stage.picture.rows.cell_at(height // 2) == pytest.approx(500, abs=2)
    QTest.mouseMove(chart.viewport(), QPoint(x, round(box.top + box.height * 0.75)))
    assert stage.picture.rows.cell_at(height // 2) == pytest.approx(750, abs=2)
    QTest.mouseMove(chart.viewport(), QPoint(x, 2000))
    QTest.mouseRelease(chart.viewport(), LEFT, pos=QPoint(x, 2000))
    assert stage.picture.rows.offset == stage.picture.rows.extent - height
    QTest.mouseMove(chart.viewport(), middle)
    assert stage.picture.rows.offset == stage.picture.rows.extent - height


def test_scroll_bars_stand_at_the_edges_and_say_where_it_is(made):
    chart, stage = made(source(rows=1000))
    assert chart.row_bar.isVisible()
    assert not chart.step_bar.isVisible()
    assert (chart.row_bar.accessibleName(), chart.step_bar.accessibleName()) == ("Rows", "Steps")
    chart.row_bar.setValue(345)
    assert stage.picture.rows.offset == 345
    stage.zoom(8, (400, 200))
    chart.hands._change(lambda: None)
    assert chart.step_bar.isVisible()
    cells = QRectF(*stage.picture.cells).toRect()
    for bar in (chart.row_bar, chart.step_bar):
        assert not bar.geometry().intersects(cells)
        assert chart.rect().contains(bar.geometry())


def test_curves_of_the_profiles_are_where_the_values_are(made):
    """A straight line from value to height, computed here, is where the curve has its colour."""
    chart, stage = made(source(), profiles_at=(3, 2))
    picture, real = stage.picture, code("real")
    pixels = pixels_of(chart)
    box, cell = picture.row_profile, picture.cols.cell
    values = (np.arange(10) + 3 * 10) % 7
    for step, value in enumerate(values.tolist()):
        y = box.bottom - 2 - (value - values.min()) / np.ptp(values) * (box.height - 4)
        x = round(box.left) + step * cell + cell // 2
        column = np.flatnonzero(pixels[round(box.top) : round(box.bottom), x] == real) + round(box.top)
        assert column.size, step
        assert abs(column.mean() - y) < 2, step
    box, rows = picture.col_profile, np.arange(5)
    down = (rows * 10 + 2) % 7
    everything = (np.arange(len(picture.rows.visible(picture.layout.room[0])[0])) * 10 + 2) % 7
    for row, value in enumerate(down.tolist()):
        x = box.left + 2 + (value - everything.min()) / np.ptp(everything) * (box.width - 4)
        y = round(box.top) + row * picture.rows.cell + picture.rows.cell // 2
        line = np.flatnonzero(pixels[y, round(box.left) : round(box.right)] == real) + round(box.left)
        assert line.size, row
        assert abs(line.mean() - x) < 2, row
