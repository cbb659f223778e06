"""Pictures for files: the right size, the right colours at the right cells, and real text in SVG."""

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from padviewer.core import CellKind
from padviewer.core.picture.ramps import ramp
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.charts.heatmap import HEAD
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.view import HeatmapView

LENGTHS = np.array([3, 12, 20, 0, 7, 15, 1, 9] * 12)
VALUES = np.random.default_rng(0).integers(0, 100, (len(LENGTHS), 12))
KINDS = np.where(np.arange(12) < LENGTHS[:, None], int(CellKind.REAL), int(CellKind.PAD)).astype(np.uint8)


def source(**more):
    return HeatmapSource(
        len(LENGTHS), 12, LENGTHS, lambda r, c: (VALUES[np.ix_(r, c)], KINDS[np.ix_(r, c)]),
        lambda r, c: np.zeros((len(r), len(c)), np.int8), (0, 99), (KINDS > 0).mean(0, dtype=np.float32),
        title="clicks → x", ramp_words="0 → 99", **more,
    )  # fmt: skip


@pytest.fixture
def view(qtbot):
    jobs = {}

    def channel(name):
        return lambda work, done: jobs.setdefault(name, []).append((work, done))

    made = HeatmapView(channel("frames"), channels=channel)
    qtbot.addWidget(made)
    made.jobs = jobs
    made.resize(400, 300)
    made.set_source(source())
    return made


@pytest.mark.parametrize("scale", [1.0, 2.0, 1.5])
def test_a_picture_of_a_view_that_no_window_shows(view, scale):
    image = view.picture(QSize(640, 420), scale)
    assert (image.width(), image.height()) == (round(640 * scale), round(420 * scale))
    head = look.current().px(HEAD)
    picture = view._stage.still((640, 420 - head), scale)
    tried = 0
    for row in range(12):
        for col in range(12):
            if KINDS[row, col] != CellKind.REAL:
                continue
            middle = picture.row_band(row).middle[1] + head, picture.col_band(col).middle[0]
            y, x = (int(place * scale) for place in middle)
            wanted = ramp("tide")[int(VALUES[row, col] / 99 * 255 + 0.5)]
            got = image.pixelColor(x, y)
            assert [got.red(), got.green(), got.blue()] == wanted.tolist(), (row, col)
            tried += 1
    assert tried > 50


def test_title_legend_and_what_is_selected_are_in_it(view):
    plain = view.picture(QSize(640, 420))
    view.select_range(1, 2, 4, 6)
    view.set_marked(np.array([3]))
    view.set_crosshair(True)
    rich = view.picture(QSize(640, 420))
    assert rich != plain
    accent = look.current().colour("accent").rgb()
    pixels = np.frombuffer(rich.constBits(), np.uint32).reshape(420, -1)
    assert (pixels == accent).sum() > 100
    texts = np.frombuffer(plain.constBits(), np.uint32).reshape(420, -1)[: look.current().px(HEAD)]
    canvas = look.current().colour("canvas").rgb()
    assert (texts[:, 16:90] != canvas).any()  # the title
    assert (texts[:, 500:624] != canvas).any()  # the legend


def test_it_is_composed_in_a_job(view):
    stills = []
    view.prepare_picture(QSize(500, 300), stills.append, 2.0)
    assert stills == []
    work, done = view.jobs["picture"][-1]
    done(work())
    assert stills[0].image() == view.picture(QSize(500, 300), 2.0)


def test_svg_has_text_as_text(view):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    svg = QSvgGenerator()
    svg.setOutputDevice(buffer)
    svg.setSize(QSize(640, 420))
    stills = []
    view.prepare_picture(QSize(640, 420), stills.append)
    work, done = view.jobs["picture"][-1]
    done(work())
    with QPainter(svg) as painter:
        stills[0].paint(painter)
    words = bytes(buffer.data()).decode()
    for text in ("clicks → x", "padding", "still real", ">11<"):
        assert text in words


def test_without_a_source_there_is_no_picture(view):
    view.set_source(None)
    assert view.picture(QSize(100, 100)).isNull()
    view.prepare_picture(QSize(100, 100), None)
    assert "picture" not in view.jobs


def test_a_picture_of_all_rows_shows_all_of_them(view):
    view.set_source(source(far="sampled"))
    view.resize(400, 130)
    view.fit_all()
    small = view._stage.still((400, 74), 1.0)
    assert small.rows.extent <= small.layout.room[0]
    assert view.picture(QSize(400, 110)).height() == 110
    assert view.picture(QSize(60, 40)).width() == 60  # no room for any cell
