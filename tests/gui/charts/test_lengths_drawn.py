"""What a person sees of the lengths, against numpy."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from padviewer.core.data.lengths import count_lengths
from padviewer.gui.style import drawing

FEW = np.concatenate([np.full(400, 3), np.arange(1, 161)])  # bars beyond 3 are low, so the curve stands free


def lengths_of(lengths):
    """What the chart is given of some lengths."""
    return count_lengths(np.asarray(lengths, np.int64))


@pytest.mark.parametrize("maxlen", [12, 40, 77, 120, 150])
def test_the_curve_is_drawn_at_the_share_of_steps_kept(chart, maxlen, pixels_of, far_from, height_of):
    chart.set_lengths(lengths_of(FEW))
    chart.set_maxlen(160)
    wanted = height_of(chart, np.minimum(FEW, maxlen).sum() / FEW.sum())
    column = far_from(pixels_of(chart), "t2")[:, round(chart.x_of(maxlen))]
    near = np.flatnonzero(column < 120)  # the line is smoothed: a pixel half covered counts
    assert near.size
    assert abs(near + 0.5 - wanted).min() <= 1.0
    assert abs(near[near < chart.plot_rect().bottom() - 20] + 0.5 - wanted).max() <= 2.5


def test_the_curve_is_seen_over_the_bars(chart, pixels_of, far_from, height_of):
    chart.set_lengths(lengths_of(np.repeat(np.arange(1, 161), 3)))  # all bars are as high as the plot
    chart.set_maxlen(160)
    wanted = height_of(chart, np.minimum(np.arange(1, 161), 60).sum() / np.arange(1, 161).sum())
    column = pixels_of(chart)[:, round(chart.x_of(60) - 2)]
    inside = column[round(wanted) - 3 : round(wanted) + 4]
    assert far_from(inside, "t2").min() < 120
    assert far_from(column[round(wanted) + 12], "real") == 0


@pytest.mark.parametrize("maxlen", [12, 40, 100])
def test_the_dot_stands_on_the_curve(chart, maxlen, pixels_of, far_from, height_of):
    chart.set_lengths(lengths_of(FEW))
    chart.set_maxlen(maxlen)
    wanted = height_of(chart, np.minimum(FEW, maxlen).sum() / FEW.sum())
    beside = far_from(pixels_of(chart), "accent")[:, round(chart.handle_x()) + 3]
    rows = np.flatnonzero(beside < 60) + 0.5
    rows = rows[rows > chart.badge_rect().bottom() + 4]  # below the ring of the focus
    assert len(rows) >= 2
    assert rows.mean() == pytest.approx(wanted, abs=1.0)


def test_a_bar_of_less_than_a_pixel_is_seen(chart, pixels_of, far_from):
    lengths = np.append(np.full(100_000, 5), 45)
    chart.set_lengths(lengths_of(lengths))
    y = round(chart.plot_rect().bottom()) - 1
    for maxlen, token in ((48, "real"), (20, "cut")):
        chart.set_maxlen(maxlen)
        x = round((chart.x_of(44) + chart.x_of(45)) / 2)
        seen = far_from(pixels_of(chart)[:, x - 1 : x + 2], token)
        assert (seen[y] == 0).any()
        assert not (seen[: y - 1] == 0).any()  # one pixel, no more


def test_the_numbers_of_lengths_stand_below_their_places(chart):
    places = {}
    real = drawing.labels

    def labels(painter, found, style, token, align):
        found = list(found)
        assert align == Qt.AlignmentFlag.AlignHCenter
        turn = painter.worldTransform()
        places.update({words: turn.map(QPointF(x, y)) for x, y, words in found})
        real(painter, found, style, token, align)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawing, "labels", labels)
        chart.grab()
    for length in (32, 64, 128):
        assert places[str(length)].x() == pytest.approx(chart.x_of(length), abs=1.0)
        assert places[str(length)].y() > chart.plot_rect().bottom()
