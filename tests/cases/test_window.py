"""Cases that are about what the window draws."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

from padviewer.core import open_dataset
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.padding.plan import resolve
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.colours import FrameColours
from padviewer.core.picture.frame import compose_frame
from padviewer.core.picture.ramps import ramp
from padviewer.core.picture.scale import scale_of
from padviewer.core.recipe import propose
from padviewer.core.rows.steps import Reader
from padviewer.gui.session.state import Colouring
from padviewer.gui.style.tokens import DARK, LIGHT
from padviewer.gui.tasks.counting import lengths_of
from padviewer.gui.views.common.source import read_out, row_text, source_of
from padviewer.gui.views.heatmap.colour_bar import ColourBar
from padviewer.gui.views.heatmap.legend import kinds_of
from padviewer.gui.views.table.reading import read_all

HERE = Path(__file__).parent
ROWS_OF = HERE / "61-infinite-pixels.npy"
EXPECTED = json.loads((HERE / "61-infinite-pixels.expect.json").read_text("utf-8"))["expect"]["cells"]


@pytest.fixture
def plan():
    data = open_dataset(ROWS_OF)
    recipe = fit(propose(data), data)
    return resolve(recipe, prepare(recipe, data))


@pytest.fixture
def source(plan):
    (name,) = plan.tensors
    own = plan.of(name)
    lengths, counts, _ = lengths_of(plan, name)
    scale = scale_of(own, lambda: False)
    return source_of(plan, own, counts, lengths, scale, None, (), by_rank=False, colouring=Colouring())


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["tide", "viridis", "cividis"])
@pytest.mark.parametrize("cell", [1, 5, 12, 20])
def test_infinite_and_far_values_look_like_no_other_cell(source, theme, name, cell):
    values = np.load(ROWS_OF)
    colours = FrameColours.from_tokens(theme.__getitem__, ramp(name))
    rows, cols = Axis(source.rows, cell=cell), Axis(source.cols, cell=cell)
    image = compose_frame(source, rows, cols, (source.rows * cell, source.cols * cell), colours)
    # the second device pixel of a cell: within its outline where it has one, beside its sign
    at = min(1, cell - 1)
    seen = image[at::cell, at::cell][: source.rows, : source.cols]
    odd = {(row, col): int(seen[row, col]) for row, col, _ in EXPECTED}
    usual = {int(one) for place, one in np.ndenumerate(seen) if place not in odd}
    assert len(set(odd.values())) == 3
    assert not usual & set(odd.values())
    assert len(usual) > 100  # of 256 colours: one far value does not make all others one colour
    for row, col, said in EXPECTED:
        assert said in ("+inf", "-inf") or values[row, col] == said


def test_what_is_infinite_has_words_of_its_own(plan, source):
    (name,) = plan.tensors
    own = plan.of(name)
    assert ("infinite", "infinite") in kinds_of(source, "values")
    for row, col, said in EXPECTED:
        words = {"+inf": "∞", "-inf": "−∞"}.get(said, "1e300")
        assert (
            row_text(plan, own, row, col, ()).items[col - row_text(plan, own, row, col, ()).first][0] == words
        )
        assert read_all(Reader.of(plan, own, None, ()), (), [(row, 0, source.cols)])[row].text(col) == words
        told = read_out(plan, plan.locate(name, row, col), name, col, None)
        assert ("infinite" in told) == (said != 1e300)
        assert str(np.load(ROWS_OF)[row, col]) in told


def test_the_bar_says_that_values_lie_beyond_its_ends(qtbot, source):
    bar = ColourBar()
    qtbot.addWidget(bar)
    bar.set_source(source)
    low, high = source.levels
    finite = np.load(ROWS_OF)
    finite = finite[np.isfinite(finite) & (np.abs(finite) < 1e299)]
    assert (low, high) == (finite.min(), finite.max())
    first, _, last = bar.ticks()
    assert not first.startswith("≤")
    assert last.startswith("≥ ")
    assert math.isfinite(high)
