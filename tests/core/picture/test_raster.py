"""Overviews against the plan's own cells, reduced pixel by pixel in plain loops."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import CellKind, Dataset, Ragged, Recipe, Rows, TensorRecipe, fit, prepare, resolve
from padviewer.core.errors import ChoiceError, Stopped
from padviewer.core.padding import kernels
from padviewer.core.picture import pixels
from padviewer.core.picture import raster as module
from padviewer.core.picture.raster import raster, share_of_padding

# What a source dtype can become where its values are 0 to 100; the last ones change values or may.
TARGETS = {
    "bool": (None, "float32"),
    "uint8": (None, "float32"),
    "int64": (None, "int16", "uint8", "float32"),
    "float32": (None, "float64", "int8"),
    "float64": (None, "float32"),
    "float16": (None,),
}


def planned(column, choice, **recipe):
    dataset = Dataset({"x": column}, roles={"x": "sequence"})
    fitted = fit(Recipe({"x": replace(choice, column="x")}, **recipe), dataset)
    return resolve(fitted, prepare(fitted, dataset))


def offsets_of(lengths, skipped):
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64) + skipped


@st.composite
def plans(draw):
    axes = draw(st.integers(1, 3))
    inner = draw(st.sampled_from([(), (), (2,), (2, 3)]))
    dtype = draw(st.sampled_from(sorted(TARGETS)))
    levels = []
    count = draw(st.integers(1, 7))
    for _ in range(axes):
        lengths = draw(st.lists(st.integers(0, 6), min_size=count, max_size=count))
        levels.append(offsets_of(lengths, draw(st.integers(0, 2))))
        count = int(levels[-1][-1]) + draw(st.integers(0, 1))
    rng = np.random.default_rng(draw(st.integers(0, 999)))
    values = rng.integers(0, 2 if dtype == "bool" else 101, (count, *inner)).astype(dtype)
    missing = None
    if draw(st.booleans()):
        if values.dtype.kind == "f":
            values[rng.random(values.shape) < 0.3] = np.nan
        else:
            missing = rng.random(count) < 0.3
    column = Ragged(values, levels[-1], missing=missing)
    for offsets in reversed(levels[:-1]):
        column = Ragged(column, offsets)
    words = {
        name: tuple(draw(st.sampled_from(choices)) for _ in range(axes))
        for name, choices in (
            ("padding", ("pre", "post", "both")),
            ("truncating", ("pre", "post", "middle")),
            ("mode", ("constant", "constant", "edge", "wrap")),
        )
    }
    widths = tuple(draw(st.integers(1, 8)) for _ in range(axes))
    target = draw(st.sampled_from(TARGETS[dtype]))
    choice = TensorRecipe(maxlen=widths, value=1, dtype=target, lossy="allow", **words)
    start = draw(st.integers(0, len(column) - 1))
    return planned(column, choice, rows=Rows(start, None))


def set_chunks(patch, size):
    """Let everything be looked at in pieces of `size`."""
    for owner, name in ((module, "CELLS"), (module, "COMPILED_CELLS"), (pixels, "CELLS"), (pixels, "ROWS")):
        patch.setattr(owner, name, size)


def edges(draw, most):
    """Return two or more ascending numbers within 0 to `most`; equal ones make a pixel without cells."""
    found = draw(st.lists(st.integers(0, most), min_size=2, max_size=6))
    return np.array(sorted(found), np.int64)


def looped(plan, order, row_edges, col_edges, at, ranks):
    """Reduce `cells` in plain loops; return the share, mean and greatest of every pixel."""
    rows = np.arange(len(plan)) if order is None else order
    values, kinds = plan.cells("x", rows, slice(None), at=at)
    shape = (len(row_edges) - 1, len(col_edges) - 1)
    share, mean, most = (np.full(shape, np.nan) for _ in range(3))
    for i in range(shape[0]):
        for j in range(shape[1]):
            pixel = np.s_[row_edges[i] : row_edges[i + 1], col_edges[j] : col_edges[j + 1]]
            kind = kinds[pixel].reshape(-1)
            found = []
            for value, one in zip(values[pixel].reshape(-1).tolist(), kind.tolist(), strict=True):
                if one in (CellKind.REAL, CellKind.CUT_EDGE):
                    found.append(value if ranks is None else ranks[min(max(int(value), 0), len(ranks) - 1)])
            if kind.size:
                share[i, j] = np.count_nonzero(kind == CellKind.PAD) / kind.size
            if found:
                mean[i, j], most[i, j] = np.mean(found, dtype=np.float64), np.max(found)
    return share, mean, most


@pytest.mark.parametrize("way", ["numpy", "source", "compiled"])
@given(plan=plans(), data=st.data())
def test_pixels_are_the_plans_cells_reduced_in_loops(way, plan, data):
    own = plan.of("x")
    order = None
    if data.draw(st.booleans()):
        order = np.array(data.draw(st.lists(st.integers(0, own.n - 1), max_size=9)), np.int64)
    row_edges = edges(data.draw, own.n if order is None else len(order))
    col_edges = edges(data.draw, own.axes[0].width)
    at = ()
    if data.draw(st.booleans()):
        at = tuple(data.draw(st.integers(0, side - 1)) for side in own.inner_shape)
    ranks = None
    if data.draw(st.booleans()):
        ranks = np.linspace(0, 1, data.draw(st.integers(1, 120)), dtype=np.float32)
    chunk = data.draw(st.sampled_from([1, 3, 50, 1000]))
    reducer = {
        "numpy": lambda *_: None,
        "source": lambda *_: kernels.reduce_rows,
        "compiled": lambda dtype, _: kernels.reducer_for(dtype, kernels.WORTH_COMPILING),
    }[way]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "kernels", type("Kernels", (), {"reducer_for": staticmethod(reducer)}))
        set_chunks(patch, chunk)
        patch.setattr(pixels, "TABLE", data.draw(st.sampled_from([0, 1 << 22])))
        pictures = [
            raster(plan, "x", how, order, row_edges, col_edges, at, ranks)
            for how in ("mean", "max", "padding")
        ]
        alone = share_of_padding(plan, "x", order, row_edges, col_edges, at)
    share, mean, most = looped(plan, order, row_edges, col_edges, at, ranks)
    for picture, wanted in zip(pictures, (mean, most, share), strict=True):
        assert picture.values.dtype == picture.share.dtype == np.float32
        np.testing.assert_allclose(picture.share, share, atol=1e-6)
        np.testing.assert_allclose(picture.values, wanted, rtol=1e-6)
    np.testing.assert_array_equal(alone, pictures[0].share)


def test_a_hand_made_picture():
    column = Ragged.from_lists([[1, 5, 9], [2], [], [4, 6]])
    plan = planned(column, TensorRecipe(maxlen=4, value=7))
    rows, cols = np.array([0, 2, 4]), np.array([0, 2, 4])
    found = raster(plan, "x", "mean", None, rows, cols)
    assert found.share.tolist() == [[0.25, 0.75], [0.5, 1]]
    np.testing.assert_allclose(found.values, [[8 / 3, 9], [5, np.nan]], rtol=1e-6)
    most = raster(plan, "x", "max", np.array([3, 0, 1, 2]), rows, cols).values
    np.testing.assert_array_equal(most, np.array([[6, 9], [2, np.nan]]))
    np.testing.assert_array_equal(raster(plan, "x", "padding", None, rows, cols).values, found.share)


def test_all_padding_modes_stay_padding():
    plan = planned(Ragged.from_lists([[3, 4]]), TensorRecipe(maxlen=5, mode="edge", padding="both"))
    found = raster(plan, "x", "max", None, np.array([0, 1]), np.arange(6))
    assert found.share.tolist() == [[1, 0, 0, 1, 1]]
    np.testing.assert_array_equal(found.values, [[np.nan, 3, 4, np.nan, np.nan]])


def test_infinite_values_count():
    plan = planned(Ragged.from_lists([[np.inf, 1.0, -np.inf]]), TensorRecipe())
    one = np.array([0, 1])
    assert raster(plan, "x", "max", None, one, np.array([0, 1, 3])).values.tolist() == [[np.inf, 1]]
    assert raster(plan, "x", "mean", None, one, np.array([0, 1, 3])).values.tolist() == [[np.inf, -np.inf]]
    assert np.isnan(raster(plan, "x", "mean", None, one, np.array([0, 3])).values).all()


def test_a_value_that_the_dtype_does_not_hold_is_shown_as_the_tensor_has_it():
    column = Ragged.from_lists([[70_000, -5, 3]])
    plan = planned(column, TensorRecipe(dtype="uint8", lossy="allow"))
    values = plan.cells("x", slice(None), slice(None))[0]
    found = raster(plan, "x", "max", None, np.array([0, 1]), np.arange(4))
    np.testing.assert_array_equal(found.values, values)


def test_it_stops_between_pieces(monkeypatch):
    plan = planned(Ragged.from_lists([[1, 2, 3, 4, 5]] * 6), TensorRecipe())
    asked = []

    def should_stop():
        asked.append(True)
        return len(asked) > 5

    set_chunks(monkeypatch, 2)
    with pytest.raises(Stopped):
        raster(plan, "x", "mean", None, np.array([0, 6]), np.array([0, 5]), should_stop=should_stop)
    assert len(asked) == 6


def test_one_long_row_is_read_in_pieces(monkeypatch):
    monkeypatch.setattr(module, "CELLS", 7)
    monkeypatch.setattr(kernels, "reducer_for", lambda *_: None)
    plan = planned(Ragged.from_lists([list(range(100)), [1]]), TensorRecipe(truncating="middle", maxlen=60))
    asked = []
    found = raster(
        plan, "x", "mean", None, np.array([0, 2]), np.array([0, 60]),
        should_stop=lambda: asked.append(True) or False,
    )  # fmt: skip
    wanted = (sum(range(30)) + sum(range(70, 100)) + 1) / 61
    np.testing.assert_allclose(found.values, [[wanted]], rtol=1e-6)
    assert len(asked) >= 60 // 7


def test_an_unknown_way_is_refused():
    plan = planned(Ragged.from_lists([[1, 2], [3, 4]]), TensorRecipe())
    with pytest.raises(ChoiceError, match="median"):
        raster(plan, "x", "median", None, np.array([0, 2]), np.array([0, 1]))


def test_no_row_at_all_gives_pixels_without_cells():
    plan = planned(Ragged.from_lists([[1, 2, 3]]), TensorRecipe())
    found = raster(plan, "x", "mean", np.zeros(0, np.int64), np.array([0, 0]), np.array([0, 3]))
    assert np.isnan(found.share).all()
    assert np.isnan(found.values).all()
