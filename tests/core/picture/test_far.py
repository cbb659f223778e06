"""Pixels of several cells against the whole tensor, block by block."""

import numpy as np
import pytest

from padviewer.core import CellKind
from padviewer.core.errors import Stopped
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.colours import FrameColours, ramp_index
from padviewer.core.picture.far import compose_far, edges_of, is_far
from padviewer.core.picture.frame import compose_frame, hatch_mask
from padviewer.core.picture.ramps import ramp
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style.tokens import LIGHT

COLOURS = FrameColours.from_tokens(LIGHT.__getitem__, ramp("viridis"))
ROWS, COLS = 53, 22
RNG = np.random.default_rng(4)
LENGTHS = RNG.integers(0, COLS + 4, ROWS)
LENGTHS[10:14] = 0
VALUES = RNG.integers(0, 10, (ROWS, COLS)).astype(float)
KINDS = np.where(np.arange(COLS) < LENGTHS[:, None], int(CellKind.REAL), int(CellKind.PAD)).astype(np.uint8)
KINDS[20:24, :4] = np.where(KINDS[20:24, :4] == CellKind.REAL, int(CellKind.MISSING), KINDS[20:24, :4])
ORDER = RNG.permutation(ROWS).astype(np.int64)


def block_by_block(how, row_edges, col_edges, order):
    """Mean, greatest and share of padding, pixel by pixel."""
    rows = np.arange(ROWS) if order is None else order
    values, share = np.full((2, len(row_edges) - 1, len(col_edges) - 1), np.nan, np.float32)
    for i in range(values.shape[0]):
        for j in range(values.shape[1]):
            at = np.ix_(rows[row_edges[i] : row_edges[i + 1]], np.arange(col_edges[j], col_edges[j + 1]))
            real = VALUES[at][KINDS[at] == CellKind.REAL]
            share[i, j] = (KINDS[at] == CellKind.PAD).mean()
            if real.size:
                values[i, j] = real.max() if how == "max" else real.mean()
    return values, share


def source(far="mean", order=None, **more):
    def overview(how, row_edges, col_edges, should_stop):
        if should_stop():
            raise Stopped
        return block_by_block(how, row_edges, col_edges, order)

    return HeatmapSource(
        ROWS, COLS, LENGTHS, lambda r, c: (VALUES[np.ix_(r, c)], KINDS[np.ix_(r, c)]),
        lambda r, c: np.zeros((len(r), len(c)), np.int8), (0, 10), np.ones(COLS, np.float32),
        order=order, far=far, overview=overview, **more,
    )  # fmt: skip


def mixed(share):
    """`real` and `pad` by the share of padding, each byte rounded."""
    ends = [np.array(list((colour & 0xFFFFFF).to_bytes(3)), float) for colour in (COLOURS.real, COLOURS.pad)]
    red, green, blue = np.rint(ends[0] + (ends[1] - ends[0]) * share).astype(int).tolist()
    return 0xFF000000 | red << 16 | green << 8 | blue


@pytest.mark.parametrize("order", [None, ORDER])
@pytest.mark.parametrize("far", ["mean", "max", "padding"])
@pytest.mark.parametrize("mode", ["values", "mask"])
@pytest.mark.parametrize(
    ("down", "across"),
    [
        (Axis(ROWS, stride=5, offset=2), Axis(COLS, stride=4)),
        (Axis(ROWS, stride=3), Axis(COLS, cell=3, offset=5)),
    ],
)
def test_every_pixel_says_something_of_all_its_cells(order, far, mode, down, across):
    given = source(far, order)
    image = compose_frame(given, down, across, (9, 30), COLOURS, mode=mode)
    view_rows, row_places = down.visible(9)
    steps, col_places = across.visible(30)
    how = "padding" if mode == "mask" else far
    values, share = block_by_block(
        how, np.append(view_rows, min(view_rows[-1] + down.stride, ROWS)),
        np.append(steps, min(steps[-1] + across.stride, COLS)), order,
    )  # fmt: skip
    hatch = hatch_mask(*image.shape, 1.0)
    seen = set()
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            value, padding = values[row_places[y], col_places[x]], share[row_places[y], col_places[x]]
            if padding == 1:
                wanted, kind = (COLOURS.hatch if hatch[y, x] else COLOURS.pad), "pad"
            elif how == "padding":
                wanted, kind = mixed(padding), "share"
            elif np.isnan(value):
                wanted, kind = COLOURS.miss, "missing"
            else:
                wanted, kind = int(COLOURS.ramp[int(np.float32(value) * 25.5 + 0.5)]), "value"
            assert int(image[y, x]) == wanted, (y, x, kind)
            seen.add(kind)
    assert seen >= {"share" if how == "padding" else "value"}


def test_ranks_are_places_already():
    rows, cols = Axis(ROWS, stride=5), Axis(COLS, stride=4)
    table = np.linspace(0, 1, 10, dtype=np.float32)

    def overview(*_):
        return np.full((11, 6), 0.5, np.float32), np.zeros((11, 6), np.float32)

    given = HeatmapSource(
        ROWS, COLS, LENGTHS, None, None, (0, 1), None, ranks=table, far="mean", overview=overview
    )
    image, pad = compose_far(
        given, rows.visible(99)[0], cols.visible(99)[0], (rows, cols), COLOURS, "values", lambda: False
    )
    assert (image == COLOURS.ramp[128]).all()
    assert not pad.any()
    assert ramp_index(given, np.array([3])).tolist() == [85]  # near, the same table is asked for ids


def test_the_last_pixel_ends_with_the_last_cell():
    axis = Axis(10, stride=4)
    assert edges_of(axis, axis.visible(9)[0]).tolist() == [0, 4, 8, 10]
    assert edges_of(Axis(5, cell=3), np.array([1, 2])).tolist() == [1, 2, 3]


def test_only_pixels_of_several_cells_are_far():
    assert is_far(source(), Axis(ROWS, stride=2), Axis(COLS))
    assert is_far(source(), Axis(ROWS), Axis(COLS, stride=2))
    assert not is_far(source(), Axis(ROWS), Axis(COLS))
    assert not is_far(source("sampled"), Axis(ROWS, stride=2), Axis(COLS))
    assert not is_far(source(identity=True), Axis(ROWS, stride=2), Axis(COLS))
    with pytest.raises(ValueError, match="no overview"):
        compose_far(source("sampled"), None, None, (None, None), COLOURS, "values", None)


def test_it_stops_when_nobody_wants_it():
    with pytest.raises(Stopped):
        compose_frame(source(), Axis(ROWS, stride=2), Axis(COLS), (9, 9), COLOURS, should_stop=lambda: True)
