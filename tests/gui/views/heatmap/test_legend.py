import numpy as np
import pytest
from PySide6.QtCore import QRect

from padviewer.core.picture.ramps import ramp
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.legend import HeatmapLegend


def source(lengths, **more):
    return HeatmapSource(
        len(lengths),
        10,
        np.array(lengths, np.int64),
        None,
        None,
        (0, 1),
        more.pop("still_real", np.ones(10, np.float32)),
        ramp_words="frequent → rare",
        **more,
    )


@pytest.mark.parametrize(
    ("given", "mode", "words"),
    [
        (source([10]), "values", ["frequent → rare"]),
        (source([4, 10]), "values", ["frequent → rare", "padding"]),
        (source([4, 13]), "values", ["frequent → rare", "padding", "cut"]),
        (source([10], has_missing=True), "values", ["frequent → rare", "missing"]),
        (source([4, 13], has_missing=True), "mask", ["real", "padding"]),
        (source([10]), "mask", ["real"]),
    ],
)
def test_the_legend_lists_only_kinds_that_occur(qtbot, given, mode, words):
    legend = HeatmapLegend(mode)
    qtbot.addWidget(legend)
    legend.set_source(given)
    assert legend.words() == words
    assert legend.accessibleName() == "Legend: " + ", ".join(words)
    legend.set_source(None)
    assert legend.words() == []


def test_swatches_have_the_colours_of_their_kind(qtbot, colours_in):
    legend = HeatmapLegend()
    qtbot.addWidget(legend)
    legend.set_source(source([4, 13], has_missing=True))
    legend.resize(legend.sizeHint())
    theme = look.current()
    seen = colours_in(legend, legend.rect())
    assert {
        theme.hex("pad"),
        theme.hex("hatch"),
        theme.hex("cut"),
        theme.hex("cutbg"),
        theme.hex("missbg"),
    } <= seen
    middle = legend.height() // 2
    for name in ("tide", "viridis"):
        legend.set_ramp(name)
        strip = colours_in(legend, QRect(2, middle, 38, 1))
        assert strip <= {"#" + bytes(colour).hex().upper() for colour in ramp(name).tolist()}
        assert len(strip) > 20


def test_a_narrow_legend_has_two_lines_and_then_no_words(qtbot, colours_in):
    """Every kind keeps its swatch, and the tooltip has the words."""
    legend = HeatmapLegend(with_ramp=False)
    qtbot.addWidget(legend)
    legend.set_source(source([4, 13], has_missing=True))
    whole, theme = legend.sizeHint().width(), look.current()
    inks = {theme.hex(token) for token in ("pad", "cut", "missbg")}
    for width, has_words in ((whole, True), (whole * 3 // 4, True), (70, False)):
        legend.resize(width, legend.sizeHint().height())
        seen = colours_in(legend, legend.rect())
        assert inks <= seen
        assert (theme.hex("t2") in seen) is has_words
    assert legend.toolTip() == "padding, cut, missing"
