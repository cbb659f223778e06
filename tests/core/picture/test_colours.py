import numpy as np
import pytest

from padviewer.core.picture.colours import FrameColours, cell_colours, identity_index, place_index, ramp_index
from padviewer.core.picture.ramps import IDENTITY, ramp
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style.tokens import LIGHT

COLOURS = FrameColours.from_tokens(LIGHT.__getitem__, ramp("viridis"))


def source(levels=(0, 10), **more):
    return HeatmapSource(1, 4, np.array([4]), None, None, levels, np.ones(4, np.float32), **more)


@pytest.mark.parametrize("dtype", ["float32", "float64", "int32", "float16"])
def test_a_logarithmic_ramp_goes_by_the_logarithm(dtype):
    # 1 to 10,000: 10 is a quarter of the way, 63.75 of 255; what is not above 0 takes the low end
    values = np.array([1, 10, 100, 1000, 10_000, 60_000, 0, -5]).astype(dtype)
    got = ramp_index(source((1, 10_000), log=True), values)
    assert got.tolist() == [0, 64, 128, 191, 255, 255, 0, 0]


def test_without_a_low_end_above_zero_the_ramp_is_linear():
    assert ramp_index(source((0, 255), log=True), np.array([0, 1, 100, 255])).tolist() == [0, 1, 100, 255]


@pytest.mark.parametrize("log", [False, True])
def test_nan_and_infinite_values_are_safe(log):
    with np.errstate(all="raise"):
        values = np.array([np.nan, np.inf, -np.inf])
        assert ramp_index(source((1, 9), log=log), values).tolist()[1:] == [255, 0]
    assert values[1] == np.inf  # what was given is not changed


def test_places_are_rounded_to_the_ramp():
    given = np.array([0, 0.5, 1, 2, -1], np.float32)
    assert place_index(given).tolist() == [0, 128, 255, 255, 0]


def test_an_id_has_the_same_colour_everywhere():
    ids = np.arange(5000)
    index = identity_index(ids.astype(np.int64))
    for dtype in (np.int32, np.uint16, np.uint64):
        assert np.array_equal(identity_index(ids.astype(dtype)), index)
    counts = np.bincount(index, minlength=len(IDENTITY))
    assert len(counts) == 12
    assert counts.min() > 5000 / 12 * 0.8  # neighbours spread over all colours
    assert (index[1:] != index[:-1]).mean() > 0.85
    floats = identity_index(np.array([0.0, -0.0, 1.5, 1.5, np.nan]))
    assert floats[0] == floats[1]
    assert floats[2] == floats[3]


def test_identity_colours_are_those_of_the_table():
    ids = np.array([[3, 7], [8, 3]])
    got = cell_colours(source(identity=True), ids, COLOURS)
    wanted = [[0xFF000000 | int(IDENTITY[at][1:], 16) for at in row] for row in identity_index(ids).tolist()]
    assert got.tolist() == wanted
    assert got[0, 0] == got[1, 1]
