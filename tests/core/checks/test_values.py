"""Findings about values: every message by eye, counts and rows against what padding really makes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Dataset, Ragged, Recipe, Rows, TensorRecipe, fit, prepare, resolve
from padviewer.core.checks import values as checks_values
from padviewer.core.checks.values import check_values
from padviewer.core.errors import LossError, Stopped
from padviewer.core.finding import MOST_ROWS

NAN, INF = float("nan"), float("inf")
ENDS = "What is out of range becomes the end of the range."
FRACTIONS = "Fractions are cut, NaN becomes 0, and what is out of range becomes the end of the range."


def plan_of(column, part=None, **choices):
    column = column if isinstance(column, Ragged) else Ragged.from_lists(column)
    data = Dataset({"x": column}, roles={"x": "sequence"})
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}, part or Rows()), data)
    return resolve(recipe, prepare(recipe, data))


def column_of(rows, dtype, missing=None):
    offsets = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
    values = np.array([one for row in rows for one in row], dtype)
    return Ragged(values, offsets, missing=None if missing is None else np.array(missing, bool))


def said(column, part=None, **choices):
    return {one.code: one for one in check_values(plan_of(column, part, **choices).of("x"))}


# -- casts -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("rows", "source", "dtype", "refused", "allowed", "where"),
    [
        (
            [[1, 2**31], [5]], "int64", "int32",
            "1 value of “x” (int64) does not fit int32. The export is refused.",
            f"1 value of “x” (int64) is changed to fit int32. {ENDS}",
            (0,),
        ),
        (
            [[0.5], [NAN, 1], [INF, -INF, 3e9]], "float64", "int32",
            "5 values of “x” (float64) do not fit int32. The export is refused.",
            f"5 values of “x” (float64) are changed to fit int32. {FRACTIONS}",
            (0, 1, 2),
        ),
        (
            [[1], [2**53 + 1]], "int64", "float64",
            "1 value of “x” (int64) does not fit float64. The export is refused.",
            "1 value of “x” (int64) is changed to fit float64. Each becomes the nearest value.",
            (1,),
        ),
        (
            [[1e300, INF, NAN]], "float64", "float32",
            "1 value of “x” (float64) does not fit float32. The export is refused.",
            f"1 value of “x” (float64) is changed to fit float32. {ENDS}",
            (0,),
        ),
        (
            [[0, 1, 2]] * 1200, "int8", "bool",
            "1,200 values of “x” (int8) do not fit bool. The export is refused.",
            "1,200 values of “x” (int8) are changed to fit bool. Whatever is not 0 becomes true.",
            tuple(range(1000)),
        ),
    ],
)  # fmt: skip
def test_a_lossy_cast_is_an_error_or_a_warning(rows, source, dtype, refused, allowed, where):
    column = column_of(rows, source)
    one = said(column, dtype=dtype)["lossy-cast"]
    assert (one.level, one.message, one.rows) == ("error", refused, where)
    assert (one.remedy, one.where) == ("Choose a dtype that holds them, or allow losses.", "x")
    other = said(column, dtype=dtype, lossy="allow")["lossy-cast"]
    assert (other.level, other.message, other.rows) == ("warning", allowed, where)
    assert other.remedy == "Choose a dtype that holds them."
    assert one.count == other.count
    with pytest.raises(LossError):
        plan_of(column, dtype=dtype).block("x", slice(None))
    assert plan_of(column, dtype=dtype, lossy="allow").block("x", slice(None)).lost == one.count


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_nan_and_infinity_are_told_once_and_exactly_under_casts(dtype):
    found = said([[1.0, NAN], [INF, 2.0, -INF], [NAN, 3.0]], dtype=dtype)
    assert {code: (one.level, one.count, one.rows) for code, one in found.items()} == {
        "nan": ("warning", 2, (0, 2)), "inf": ("warning", 2, (1,)),
    }  # fmt: skip
    assert found["nan"].message == "2 values of “x” are NaN. One is enough to make a loss NaN."
    assert found["inf"].message == "2 values of “x” are infinite. One is enough to make a loss NaN."
    assert found["nan"].remedy == "Fill missing values with a constant."
    assert found["inf"].remedy == "Fill infinite values with a constant."


def test_one_nan_and_one_infinity():
    found = said([[NAN], [INF]])
    assert found["nan"].message == "1 value of “x” is NaN. One is enough to make a loss NaN."
    assert found["inf"].message == "1 value of “x” is infinite. One is enough to make a loss NaN."


def test_nan_in_integers_is_a_loss_and_no_nan():
    found = said([[NAN, 1.0], [INF]], dtype="int32", lossy="allow", value=9)
    assert set(found) == {"lossy-cast"}
    assert found["lossy-cast"].count == 2


def test_rounded_floats_are_worth_saying():
    found = said([[0.5, 0.1], [1e300], [INF, NAN]], dtype="float32", lossy="allow", value=-1)
    one = found["rounded"]
    assert (one.level, one.count, one.rows) == ("info", 1, (0,))
    assert one.message == "1 value of “x” (float64) is rounded to float32."
    assert one.remedy == "Choose float64 to keep them exact."
    several = said([[0.1, 0.2]], dtype="float32")["rounded"]
    assert several.message == "2 values of “x” (float64) are rounded to float32."


# -- missing ---------------------------------------------------------------------------------------
def test_missing_values_in_integers():
    column = Ragged.from_lists([[1, None], [2], [None, None]])
    refused = said(column)["missing-values"]
    assert (refused.level, refused.count, refused.rows) == ("error", 3, (0, 2))
    assert refused.message == (
        "3 values of “x” are missing, and int32 has no missing value. The export is refused."
    )
    assert refused.remedy == "Fill missing values with a constant, or choose a float dtype."
    with pytest.raises(LossError):
        plan_of(column).block("x", slice(None))
    allowed = said(column[:2], lossy="allow", value=9)
    assert set(allowed) == {"missing-values"}
    assert (allowed["missing-values"].level, allowed["missing-values"].count) == ("warning", 1)
    assert allowed["missing-values"].message == (
        "1 value of “x” is missing, and int32 has no missing value. There it becomes 0."
    )
    several = said(column, lossy="allow")["missing-values"].message
    assert several.endswith("There they become 0.")
    assert plan_of(column, lossy="allow").block("x", slice(None)).array.tolist() == [[1, 0], [2, 0], [0, 0]]


def test_missing_integers_are_nan_in_a_float_tensor():
    column = Ragged.from_lists([[1, None], [2]])
    found = said(column, dtype="float32")
    assert {code: (one.count, one.rows) for code, one in found.items()} == {"nan": (1, (0,))}
    assert np.isnan(plan_of(column, dtype="float32").block("x", [0]).array).tolist() == [[False, True]]
    found = said(column, dtype="float32", value=NAN)
    assert (found["fill-collides"].count, found["fill-collides"].rows) == (1, (0,))


def test_missing_steps_with_fixed_inner_axes_count_every_value():
    values = np.arange(1, 9).reshape(4, 2)
    column = Ragged(values, np.array([0, 3, 4]), missing=np.array([False, True, False, True]))
    one = said(column)["missing-values"]
    assert (one.count, one.rows) == (4, (0, 1))
    with pytest.raises(LossError, match="4 values"):
        plan_of(column).block("x", slice(None))


# -- the fill value --------------------------------------------------------------------------------
def test_a_step_of_several_features_collides_where_all_are_the_fill():
    # Masking(0.0) masks a step only where every feature is 0: one of these three
    one = said([[[0.0, 0.0], [0.0, 1.0]], [[2.0, 0.0]]])["fill-collides"]
    assert (one.count, one.rows) == (1, (0,))
    assert one.message.startswith("1 real step of “x” equals the fill value 0 in every feature.")
    assert "fill-collides" not in said([[[0.0, 1.0], [3.0, 0.0]], [[2.0, 0.0]]])


@pytest.mark.parametrize(
    ("rows", "value", "message"),
    [
        (
            [[0, 1], [1]], 0,
            "1 real value of “x” equals the fill value 0. A model that masks this value drops it.",
        ),
        (
            [[7, 7], [1]], 7,
            "2 real values of “x” equal the fill value 7. A model that masks this value drops them.",
        ),
        (
            [[0.5] * 1000, [1.0]], 0.5,
            "1,000 real values of “x” equal the fill value 0.5. A model that masks this value drops them.",
        ),
        (
            [[NAN, 2.0], [1.0]], NAN,
            "1 real value of “x” equals the fill value nan. A model that masks this value drops it.",
        ),
    ],
)  # fmt: skip
def test_a_fill_that_is_also_data_says_so(rows, value, message):
    one = said(rows, value=value)["fill-collides"]
    assert (one.level, one.message, one.rows) == ("warning", message, (0,))
    assert one.remedy == "Choose another fill value, or use the mask."


@pytest.mark.parametrize(
    ("rows", "choices", "collides"),
    [
        ([[0, 1], [0, 2]], {}, False),  # no padding
        ([[0, 1], [2]], {"maxlen": 1}, False),
        ([[1, 0], [2]], {"maxlen": 1}, False),  # the value is cut away
        ([[0, 1], [2]], {"mode": "edge"}, False),  # padding is made of the row
        ([[0, 1], []], {"mode": "edge"}, True),  # but for an empty row
        ([[0, 1], [2]], {"value": 3}, False),
    ],
)
def test_a_fill_collides_only_with_padding(rows, choices, collides):
    assert ("fill-collides" in said(rows, **choices)) is collides


@pytest.mark.parametrize(
    ("rows", "mode", "collides"),
    [
        ([[[0], [1]], [[1]]], ("edge", "constant"), False),
        ([[[0], [1, 2]], [[1]]], ("edge", "constant"), True),
        ([[[0], [1]], [[1]]], ("constant", "edge"), True),
        ([[[0], [1, 2]], [[1]]], "edge", False),
        ([[[0], [], [1]], [[1], [1], [1]]], "edge", True),
    ],
)
def test_a_fill_shows_on_every_ragged_axis(rows, mode, collides):
    column = Ragged.from_lists(rows, ragged_axes=2)
    found = {one.code for one in check_values(plan_of(column, mode=mode, value=0).of("x"))}
    assert ("fill-collides" in found) is collides
    padded = plan_of(column, mode=mode, value=99).block("x", slice(None))
    assert bool((padded.array == 99).any()) is collides


# -- brute force -----------------------------------------------------------------------------------
VALUES = st.sampled_from([0.0, 0.5, 1.0, -3.0, 300.0, 1e30, 1e300, NAN, INF, -INF, 0.1])


@given(
    st.lists(st.lists(VALUES, max_size=4), min_size=1, max_size=9),
    st.sampled_from(["int8", "int64", "uint8", "bool", "float16", "float32", "float64"]),
    st.integers(1, 4),
    st.sampled_from(["pre", "post", "middle"]),
    st.integers(1, 5),
    st.integers(0, 8),
)
def test_every_tally_is_brute_forces_for_any_pieces(rows, dtype, maxlen, truncating, piece, start):
    start = min(start, len(rows) - 1)
    column = column_of(rows, np.float64)
    choices = {"dtype": dtype, "maxlen": maxlen, "truncating": truncating, "lossy": "allow", "value": 1}
    plan = plan_of(column, Rows(start), **choices)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks_values, "PIECE_VALUES", piece)
        found = {one.code: (one.count, one.rows) for one in check_values(plan.of("x"))}
    block = plan.block("x", slice(None))
    exact = plan_of(column, Rows(start), **{**choices, "dtype": "float64"}).block("x", slice(None))
    real, source, got = exact.mask, exact.array, block.array
    with np.errstate(invalid="ignore"):
        same = (source == got) | (np.isnan(source) & np.isnan(got.astype(np.float64)))
    changed = real & ~same
    limit = np.finfo(dtype).max if got.dtype.kind == "f" else 0
    lost = changed & (np.abs(source) > limit) if got.dtype.kind == "f" else changed
    wanted = {"lossy-cast": lost, "rounded": changed & ~lost}
    if got.dtype.kind == "f":
        wanted |= {"nan": real & np.isnan(source), "inf": real & np.isinf(source)}
    if not real.all():
        wanted["fill-collides"] = real & (got == 1)
    assert found == {
        code: (int(hit.sum()), tuple(np.flatnonzero(hit.any(axis=1)).tolist()))
        for code, hit in wanted.items()
        if hit.any()
    }


def test_rows_named_are_the_first_thousand():
    one = said([[NAN, NAN]] * 1500, value=-1)["nan"]
    assert (one.count, one.rows) == (3000, tuple(range(MOST_ROWS)))


@pytest.mark.parametrize("piece", [1, 700, 1 << 20])
def test_rows_named_over_several_pieces(piece, monkeypatch):
    monkeypatch.setattr(checks_values, "PIECE_VALUES", piece)
    one = said([[NAN, NAN] if row % 2 else [1.0] for row in range(2500)], value=-1)["nan"]
    assert (one.count, one.rows) == (2500, tuple(range(1, 2001, 2)))


def test_pieces_are_small_for_inner_axes_too(monkeypatch):
    monkeypatch.setattr(checks_values, "PIECE_VALUES", 100)
    sizes = []
    add = checks_values._Tallies.add

    def seen(self, own, kept):
        sizes.append(kept.values.size)
        add(self, own, kept)

    monkeypatch.setattr(checks_values._Tallies, "add", seen)
    said(Ragged(np.ones((90, 10)), np.arange(91)))
    assert sum(sizes) == 900
    assert max(sizes) <= 100
    sizes.clear()
    said(Ragged.from_lists([[[1] * 9, [2]] for _ in range(50)], ragged_axes=2))
    assert sum(sizes) == 500
    assert max(sizes) <= 100


def test_stopping():
    calls = []

    def stop():
        calls.append(1)
        return len(calls) == 3

    plan = plan_of([[1]] * 5)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks_values, "PIECE_VALUES", 1)
        with pytest.raises(Stopped):
            check_values(plan.of("x"), stop)
    assert len(calls) == 3
