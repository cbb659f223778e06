"""Frames against a slow oracle that paints pixel by pixel from rows padded by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import CellKind, Dataset, Ragged, Recipe, TensorRecipe, fit, prepare, resolve
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.colours import FrameColours, ramp_index
from padviewer.core.picture.frame import compose_frame, compose_overview, hatch_mask
from padviewer.core.picture.ramps import ramp
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style.tokens import LIGHT

COLOURS = FrameColours.from_tokens(LIGHT.__getitem__, ramp("viridis"))
PAD, REAL, MISSING, CUT_EDGE = (int(CellKind[name]) for name in ("PAD", "REAL", "MISSING", "CUT_EDGE"))


def packed(token):
    return int("FF" + LIGHT[token][1:], 16)


def by_hand(rows, width, padding, truncating):
    """Pad lists one by one; returns values, kinds and edges as lists of lists."""
    values, kinds, edges = [], [], []
    for row in rows:
        cut = len(row) > width
        if truncating == "middle" and cut:
            head = width - width // 2
            kept, marks = row[:head] + row[len(row) - width // 2 :], [0] * width
            marks[head - 1] = 1
            if head < width:
                marks[head] = -1
        elif truncating == "pre":
            kept = row[len(row) - width :] if cut else row
            marks = [-1 if cut and i == 0 else 0 for i in range(len(kept))]
        else:
            kept = row[:width]
            marks = [1 if cut and i == width - 1 else 0 for i in range(len(kept))]
        fill = [0] * (width - len(kept))
        own = [
            MISSING if value != value else CUT_EDGE if mark else REAL
            for value, mark in zip(kept, marks, strict=True)
        ]
        blank = [PAD] * len(fill)
        values.append(fill + kept if padding == "pre" else kept + fill)
        kinds.append(blank + own if padding == "pre" else own + blank)
        edges.append(fill + marks if padding == "pre" else marks + fill)
    return values, kinds, edges


def source_of(rows, width, padding="post", truncating="post", **more):
    values, kinds, edges = (np.array(part) for part in by_hand(rows, width, padding, truncating))
    values = values.reshape(len(rows), width)
    kinds, edges = kinds.astype(np.uint8).reshape(values.shape), edges.astype(np.int8).reshape(values.shape)
    lengths = np.array([len(row) for row in rows], np.int64)
    given = {
        "levels": (0, 10),
        "still_real": (kinds != PAD).mean(0, dtype=np.float32),
        "in_memory": True,
        **more,
    }
    order = given.get("order")
    return HeatmapSource(
        rows=len(rows) if order is None else len(order),
        cols=width,
        lengths=lengths,
        cells=lambda r, c: (values[np.ix_(r, c)], kinds[np.ix_(r, c)]),
        edges=lambda r, c: edges[np.ix_(r, c)],
        **given,
    )


def painted(rows, width, padding, truncating, order, down, across, size, ratio, mode):
    """Paint every pixel on its own."""
    values, kinds, edges = by_hand(rows, width, padding, truncating)
    table = ramp("viridis").astype(int)
    edge = round(3 * ratio)
    gap = max(1, round(ratio)) if down.cell >= 5 * ratio else 0
    shown = [
        [
            (down.offset + y) // down.cell * down.stride < len(order)
            and (across.offset + x) // across.cell * across.stride < width
            for x in range(size[1])
        ]
        for y in range(size[0])
    ]
    height = sum(any(line) for line in shown)
    breadth = max((sum(line) for line in shown), default=0)
    image = np.zeros((height, breadth) if height and breadth else (0, 0), np.int64)
    for y in range(image.shape[0]):
        row = order[(down.offset + y) // down.cell * down.stride]
        for x in range(image.shape[1]):
            col = (across.offset + x) // across.cell * across.stride
            kind = kinds[row][col]
            hatch = (x + y) % max(2, round(8 * ratio)) < max(1, round(ratio))
            if gap and (down.offset + y) % down.cell >= down.cell - gap:
                image[y, x] = packed("canvas")
            elif kind == PAD:
                image[y, x] = packed("hatch" if hatch else "pad")
            elif mode == "mask":
                image[y, x] = packed("real")
            else:
                share = min(max(values[row][col] / 10, 0), 1)
                if kind != MISSING:
                    red, green, blue = table[int(share * 255 + 0.5)]
                    image[y, x] = 0xFF000000 | red << 16 | green << 8 | blue
                else:
                    image[y, x] = packed("miss")
                place = across.offset + x
                for c in range(0, width, across.stride):
                    start = c // across.stride * across.cell
                    end = start + across.cell
                    last = size[1] + across.offset
                    in_view = end > across.offset and start < last
                    if in_view and edges[row][c] == 1 and end - edge <= place < end:
                        image[y, x] = packed("cut")
                    if in_view and edges[row][c] == -1 and start <= place < start + edge:
                        image[y, x] = packed("cut")
    return image


@st.composite
def scenes(draw):
    some = st.lists(st.integers(-2, 12) | st.just(float("nan")), max_size=9)
    rows = draw(st.lists(some, min_size=1, max_size=9))
    width = draw(st.integers(1, 8))
    order = draw(st.permutations(range(len(rows))))[: draw(st.integers(1, 9))]
    size = draw(st.integers(1, 40)), draw(st.integers(1, 40))

    def axis(count, length):
        cell = draw(st.integers(1, 5) | st.integers(6, 19))
        stride = 1 if cell > 1 else draw(st.integers(1, 4))
        return Axis(count, cell, stride).scrolled(draw(st.integers(0, 60)), length)

    ways = draw(st.sampled_from(["pre", "post"])), draw(st.sampled_from(["pre", "post", "middle"]))
    ratio = draw(st.sampled_from([1.0, 1.25, 1.5, 2.0]))
    mode = draw(st.sampled_from(["values", "mask"]))
    return rows, width, ways, order, axis(len(order), size[0]), axis(width, size[1]), size, ratio, mode


@given(scenes())
def test_every_pixel(scene):
    rows, width, ways, order, down, across, size, ratio, mode = scene
    source = source_of(rows, width, *ways, order=np.array(order, np.int64))
    image = compose_frame(source, down, across, size, COLOURS, ratio=ratio, mode=mode)
    wanted = painted(rows, width, *ways, order, down, across, size, ratio, mode)
    assert image.dtype == np.uint32
    assert image.shape == wanted.shape
    # The shape of the × has its own test: here a missing cell may have either of its colours anywhere.
    crossed = min(down.cell, across.cell) >= 6 * ratio and mode == "values"
    image = image.astype(np.int64)
    if crossed:
        image[(image == packed("missbg")) & (wanted == packed("miss"))] = packed("miss")
        over_edge = (image == packed("miss")) & (wanted == packed("cut"))
        image[over_edge] = packed("cut")
    np.testing.assert_array_equal(image, wanted)


@pytest.mark.parametrize("ratio", [1, 2])
def test_the_cross_of_a_missing_cell(ratio):
    source = source_of([[float("nan"), 5.0]], 2)
    side = 20 * ratio
    image = compose_frame(source, Axis(1, side), Axis(2, side), (99, 99), COLOURS, ratio=ratio)
    cell = image[: side - ratio, :side]
    assert set(np.unique(cell).tolist()) == {packed("miss"), packed("missbg")}
    cross = cell == packed("miss")
    np.testing.assert_array_equal(cross, cross[::-1])
    np.testing.assert_array_equal(cross, cross[:, ::-1])
    rows, cols = np.nonzero(cross)
    assert np.ptp(rows) + 1 == pytest.approx(0.44 * side, abs=2 * ratio)
    assert np.ptp(cols) + 1 == pytest.approx(0.44 * side, abs=2 * ratio)
    assert cross[rows.min(), cols.min()]  # both strokes reach the corners
    assert cross[rows.min(), cols.max()]
    assert not cross[rows.min(), (cols.min() + cols.max()) // 2]
    assert (image[: side - ratio, side:] != packed("miss")).all()


def test_a_small_missing_cell_is_solid():
    image = compose_frame(source_of([[float("nan")]], 1), Axis(1, 5), Axis(1, 5), (9, 9), COLOURS)
    assert (image[:4] == packed("miss")).all()


def test_the_hatch_rises_and_lies_on_the_screen():
    mask = hatch_mask(20, 33, 1)
    assert [(y, x) for y, x in np.argwhere(mask) if (x + y) % 8] == []
    assert mask.sum() == sum((x + y) % 8 == 0 for x in range(33) for y in range(20))
    wide = hatch_mask(40, 40, 2)
    assert wide[:, 0].tolist() == [y % 16 < 2 for y in range(40)]


@pytest.mark.parametrize("dtype", [np.int64, np.uint8, np.float16, np.float32, np.float64, bool])
def test_levels(dtype):
    source = source_of([[1]], 1, levels=(0, 10))
    values = np.array([[0, 1, 5, 10, 11]]).astype(dtype)
    shares = [min(float(value) / 10, 1) for value in values[0]]
    assert ramp_index(source, values).tolist() == [[int(share * 255 + 0.5) for share in shares]]


def test_infinite_and_stray_values_land_on_the_ends():
    source = source_of([[1]], 1, levels=(-1, 1))
    values = np.array([[-np.inf, np.inf, np.nan, 1e308, -1e308]])
    assert ramp_index(source, values).tolist() == [[0, 255, 0, 255, 0]]
    big = source_of(
        [[1]], 1, levels=(1.7e9, 1.7e9 + 2)
    )  # seconds of a clock, which float32 cannot tell apart
    assert ramp_index(big, np.array([[1_700_000_000, 1_700_000_001, 1_700_000_002]])).tolist() == [
        [0, 128, 255]
    ]


def test_one_level_is_the_middle():
    assert ramp_index(source_of([[1]], 1, levels=(3, 3)), np.array([[3, 4]])).tolist() == [[128, 128]]


def test_ranks():
    source = source_of([[1]], 1, ranks=np.array([0, 0.5, 1], np.float32))
    assert ramp_index(source, np.array([[0, 1, 2, 7, -4]])).tolist() == [[0, 128, 255, 255, 0]]


def test_nothing_to_draw():
    empty = HeatmapSource(0, 5, np.empty(0, np.int64), None, None, (0, 1), np.zeros(5, np.float32))
    assert compose_frame(empty, Axis(0), Axis(5), (9, 9), COLOURS).shape == (0, 0)
    assert compose_overview(empty, (9, 9), COLOURS).shape == (0, 0)
    assert (empty.longest, empty.most_cut, empty.has_padding) == (0, 0, False)


@pytest.mark.parametrize("size", [(2, 2), (3, 4), (40, 17)])
def test_the_overview(size):
    rows = [[1] * n for n in (4, 1, 3, 0, 2, 4)]
    image = compose_overview(source_of(rows, 4), size, COLOURS)
    wanted = [
        [packed("real2" if x * 4 // size[1] < len(rows[y * 6 // size[0]]) else "pad") for x in range(size[1])]
        for y in range(size[0])
    ]
    assert image.tolist() == wanted


def test_facts_of_a_source():
    rows = [[1] * n for n in (3, 9, 4, 7, 0)]
    source = source_of(rows, 5)
    assert (source.longest, source.most_cut, source.has_padding) == (9, 4, True)
    assert not source_of([[1, 2]], 2).has_padding
    assert [source.next_cut(row) for row in (-1, 0, 1, 2, 3, 4)] == [1, 1, 3, 3, 1, 1]
    assert [source.next_cut(row, backward=True) for row in (-1, 0, 1, 2, 3, 4)] == [3, 3, 3, 1, 1, 3]
    assert source_of([[1]], 5).next_cut(0) == -1
    turned = source_of(rows, 5, order=np.array([4, 3, 1], np.int64))
    assert turned.rows == 3
    assert [turned.tensor_row(row) for row in range(3)] == [4, 3, 1]
    assert [turned.view_row(row) for row in range(5)] == [-1, 2, -1, 1, 0]
    assert turned.next_cut(1) == 2
    assert [source.view_row(row) for row in (-1, 0, 4, 5)] == [-1, 0, 4, -1]


@pytest.mark.parametrize("padding", ["pre", "post"])
@pytest.mark.parametrize("truncating", ["pre", "post", "middle"])
def test_a_plan_is_drawn_like_rows_padded_by_hand(padding, truncating):
    rng = np.random.default_rng(3)
    rows = [rng.integers(0, 10, length).astype(float).tolist() for length in (3, 12, 7, 0, 9, 8)]
    rows[2][4] = float("nan")
    dataset = Dataset({"x": Ragged.from_lists(rows)})
    choice = TensorRecipe("x", padding=padding, truncating=truncating, maxlen=7)
    recipe = fit(Recipe({"x": choice}), dataset)
    plan = resolve(recipe, prepare(recipe, dataset))
    lengths = np.array([len(row) for row in rows], np.int64)
    source = HeatmapSource(
        rows=6,
        cols=7,
        lengths=lengths,
        cells=lambda r, c: plan.cells("x", r, c),
        edges=lambda r, c: plan.edges("x", r, c),
        levels=(0, 10),
        still_real=np.zeros(7, np.float32),
    )
    down, across = Axis(6, 4), Axis(7, 5)
    image = compose_frame(source, down, across, (99, 99), COLOURS)
    wanted = painted(rows, 7, padding, truncating, range(6), down, across, (99, 99), 1, "values")
    np.testing.assert_array_equal(image, wanted)
