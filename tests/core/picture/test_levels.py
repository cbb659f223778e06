"""The ends of a ramp against numpy on a gathered copy of the values."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Dataset, Ragged, Recipe, Rows, TensorRecipe, fit, prepare, resolve
from padviewer.core.errors import ChoiceError, ContentError, Stopped
from padviewer.core.picture import levels
from padviewer.core.picture.levels import Levels, find_ends

FLOATS = st.one_of(
    st.integers(-9, 9).map(float),
    st.floats(width=32),
    st.sampled_from([0.0, -0.0, np.nan, np.inf, -np.inf, 1e300, -1e300, 5e-324]),
)


def tensor(column, rows=None, **choice):
    dataset = Dataset({"x": column}, roles={"x": "sequence"})
    recipe = Recipe({"x": TensorRecipe(column="x", **choice)}, rows=rows or Rows())
    fitted = fit(recipe, dataset)
    return resolve(fitted, prepare(fitted, dataset)).of("x")


def one_row(values, **more):
    values = np.asarray(values)
    return tensor(Ragged(values, np.array([0, len(values)]), **more), maxlen=1, lossy="allow")


def wanted_ends(values, how):
    """Return what numpy says of the finite values, float64."""
    values = np.asarray(values, np.float64).reshape(-1)
    values = values[np.isfinite(values)]
    if how.log:
        values = values[values > 0]
    if not len(values):
        return (1.0, 1.0) if how.log else (0.0, 0.0)
    if how.kind == "percentiles":
        return tuple(np.percentile(values, [how.low, how.high]).tolist())
    if how.kind == "symmetric" and not how.log:
        return -np.abs(values).max(), np.abs(values).max()
    return values.min(), values.max()


@st.composite
def hows(draw):
    low = draw(st.one_of(st.sampled_from([0.0, 1.0, 25.0, 50.0]), st.floats(0, 99)))
    high = draw(st.one_of(st.just(100.0), st.floats(low, 100, exclude_min=True)))
    kind = draw(st.sampled_from(["range", "percentiles", "percentiles", "symmetric"]))
    return Levels(kind, low, high, log=draw(st.booleans()))


@given(st.lists(FLOATS, min_size=1, max_size=40), hows(), st.integers(1, 9), st.sampled_from([0, 3, 100]))
def test_ends_are_numpys_for_any_pieces(values, how, chunk, at_once):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(levels, "CHUNK", chunk)
        patch.setattr(levels, "AT_ONCE", at_once)
        found = find_ends(one_row(values), how)
    with np.errstate(over="ignore", invalid="ignore"):
        wanted = wanted_ends(values, how)
    if np.isfinite(wanted).all():  # numpy's own weighing overflows between the two ends of all floats
        assert found == wanted
    assert np.isfinite(found).all()


@given(
    st.lists(st.integers(-(2**63), 2**63 - 1) | st.integers(-5, 5), min_size=1, max_size=30),
    hows(),
    st.sampled_from([0, 2, 100]),
    st.data(),
)
def test_whole_numbers_with_missing_ones(values, how, at_once, data):
    array = np.array(values, np.int64)
    missing = np.array(data.draw(st.lists(st.booleans(), min_size=len(values), max_size=len(values))), bool)
    own = one_row(array, missing=missing)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(levels, "AT_ONCE", at_once)
        assert find_ends(own, how) == wanted_ends(array[~missing], how)


@pytest.mark.parametrize("dtype", ["bool", "uint8", "int16", "float16", "float32"])
def test_every_dtype(dtype):
    values = np.random.default_rng(3).integers(0, 100, 50).astype(dtype)
    for how in (Levels(), Levels("percentiles", 5, 60), Levels("symmetric"), Levels(log=True)):
        assert find_ends(one_row(values), how) == wanted_ends(values, how)


def test_only_the_tensors_rows_count_cut_steps_too():
    column = Ragged.from_lists([[100.0], [1.0, 2.0, 50.0], [], [-7.0], [900.0]])
    own = tensor(column, Rows(1, 4), maxlen=2)
    assert find_ends(own, Levels()) == (-7, 50)


def test_one_channel_counts_where_one_is_chosen():
    steps = np.arange(24.0).reshape(4, 2, 3)
    own = tensor(Ragged(steps, np.array([0, 1, 4])))
    assert find_ends(own, Levels()) == (0, 23)
    for i, j in np.ndindex(2, 3):
        how = Levels("percentiles", 10, 90)
        assert find_ends(own, how, (i, j)) == wanted_ends(steps[:, i, j], how)


def test_missing_steps_hide_all_their_channels(monkeypatch):
    monkeypatch.setattr(levels, "CHUNK", 4)
    steps = np.array([[1, 2], [90, -90], [3, 4], [5, 6]])
    missing = np.array([False, True, False, False])
    own = tensor(Ragged(steps, np.array([0, 4]), missing=missing), lossy="allow")
    assert find_ends(own, Levels()) == (1, 6)
    assert find_ends(own, Levels(), (1,)) == (2, 6)


def test_the_index_of_a_second_ragged_axis_has_no_meaning():
    inside = Ragged(np.array([[9, 1], [2, 8], [3, 7]]), np.array([0, 2, 2, 3]))
    own = tensor(Ragged(inside, np.array([0, 2, 3])))
    assert own.inner_shape == (2, 2)
    for second in (0, 1):
        assert find_ends(own, Levels(), (second, 0)) == (2, 9)
        assert find_ends(own, Levels(), (second, 1)) == (1, 8)
    assert find_ends(own, Levels()) == (1, 9)


@pytest.mark.parametrize("at", [(0,), (0, 3), (-1, 0), (0, 0, 0)])
def test_a_channel_that_is_not_there_is_refused(at):
    own = tensor(Ragged(np.zeros((2, 2, 3)), np.array([0, 2])))
    with pytest.raises(ContentError, match="there is no"):
        find_ends(own, Levels(), at)


def test_ends_by_hand_read_nothing():
    own = one_row([1.0, 2.0])
    assert find_ends(own, Levels("hand", -3, 4), should_stop=lambda: True) == (-3, 4)


def test_without_values_both_ends_are_the_same():
    own = one_row([np.nan, np.inf])
    for kind in ("range", "percentiles", "symmetric"):
        assert find_ends(own, Levels(kind)) == (0, 0)
        assert find_ends(own, Levels(kind, log=True)) == (1, 1)
    empty = tensor(Ragged(np.zeros((0,)), np.array([0, 0])), maxlen=1)
    assert find_ends(empty, Levels()) == (0, 0)


def test_equal_values_give_equal_ends(monkeypatch):
    monkeypatch.setattr(levels, "AT_ONCE", 1)
    assert find_ends(one_row([2.5] * 9), Levels("percentiles")) == (2.5, 2.5)
    assert find_ends(one_row([-0.0, 0.0, -0.0]), Levels("percentiles")) == (0, 0)


def test_numbers_far_apart_are_weighed_without_overflow():
    top = float(np.finfo(np.float64).max)
    found = find_ends(one_row([-top, top]), Levels("percentiles", 25, 75))
    assert found == pytest.approx((-top / 2, top / 2), rel=1e-12)


def test_finding_stops_on_request(monkeypatch):
    monkeypatch.setattr(levels, "CHUNK", 2)
    asked = []

    def should_stop():
        asked.append(True)
        return len(asked) > 2

    with pytest.raises(Stopped):
        find_ends(one_row(np.arange(9.0)), Levels(), should_stop=should_stop)
    assert len(asked) == 3


@pytest.mark.parametrize(
    ("choice", "what"),
    [
        ({"kind": "best"}, "not “best”"),
        ({"low": 5, "high": 5}, "below"),
        ({"low": float("nan")}, "below"),
        ({"kind": "percentiles", "low": -1}, "0 to 100"),
        ({"kind": "percentiles", "high": 101}, "0 to 100"),
        ({"kind": "hand", "low": 0, "log": True}, "above 0"),
    ],
)
def test_levels_that_can_never_be_are_refused(choice, what):
    with pytest.raises(ChoiceError, match=what):
        replace(Levels(), **choice)


# -- what is far from all others --------------------------------------------------------------------
@pytest.mark.parametrize("odd", [[1e300], [-1e300], [1e9, -1e9], [np.inf, 1e300, -np.inf], [np.nan, 1e18]])
@pytest.mark.parametrize("every", [1, 7])
def test_a_far_value_is_left_out_and_no_other(odd, every, monkeypatch):
    usual = np.random.default_rng(5).normal(10, 3, 1000)
    values = np.concatenate([usual[:400], odd, usual[400:]])
    monkeypatch.setattr(levels, "AT_ONCE", -(-len(values) // every))
    monkeypatch.setattr(levels, "CHUNK", 64)
    assert find_ends(one_row(values), Levels()) == (usual.min(), usual.max())
    if every == 1:
        finite = values[np.isfinite(values)]
        assert find_ends(one_row(values), Levels("range")) == (finite.min(), finite.max())


@pytest.mark.parametrize(
    "values",
    [
        np.random.default_rng(1).normal(size=4000),
        np.random.default_rng(2).exponential(size=4000),
        np.arange(1000.0),
        np.r_[np.zeros(990), np.arange(10.0)],
        np.r_[np.zeros(999), 1.0],
        np.full(9, 4.0),
        np.array([1.0]),
    ],
    ids=["normal", "exponential", "even", "zeros and few others", "one hot", "all the same", "one value"],
)
def test_usual_data_keep_their_whole_range(values):
    assert find_ends(one_row(values), Levels()) == (values.min(), values.max())


def test_a_logarithmic_ramp_looks_at_logarithms():
    wide = np.geomspace(1e-6, 1e6, 1001)
    assert find_ends(one_row(wide), Levels(log=True)) == (wide[0], wide[-1])
    assert find_ends(one_row(np.r_[wide, 1e300]), Levels(log=True)) == (wide[0], wide[-1])
