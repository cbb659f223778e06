"""What fit() finds, against brute force; what survives a change, and what does not."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import (
    Dataset,
    Fill,
    Finding,
    Ragged,
    Recipe,
    Rows,
    TensorRecipe,
    Tokenise,
    Vocabulary,
    fit,
    prepare,
)
from padviewer.core.choices import fitting
from padviewer.core.choices.fitting import as_sequence, choose_dtype, fit_sizes, fit_transforms, percentile
from padviewer.core.errors import ContentError, Stopped

LISTS = Ragged.from_lists([[1, 2, 3], [4], [], [5, 6]])


def dataset(column=LISTS, **columns):
    return Dataset({"x": column, **columns}, roles={"x": "sequence"})


def fitted(column=LISTS, **choices):
    return fit(Recipe({"x": TensorRecipe(**choices)}), dataset(column)).fitted["x"]


# -- maxlen ----------------------------------------------------------------------------------------
@given(
    st.lists(st.integers(0, 12), min_size=1, max_size=30),
    st.integers(1, 100).map(str) | st.decimals(0, 100, places=2).filter(bool).map(str),
)
def test_a_percentile_is_the_smallest_length_that_covers_enough_rows(lengths, percent):
    def covers(length):
        covered = sum(one <= length for one in lengths)
        return Fraction(covered, len(lengths)) >= Fraction(percent) / 100

    wanted = min(length for length in lengths if covers(length))
    assert percentile(np.array(lengths), percent) == wanted


def test_a_percentile_of_no_rows_is_0():
    assert percentile(np.zeros(0, np.int64), 50) == 0


@pytest.mark.parametrize(
    ("maxlen", "multiple_of", "steps"),
    [
        ("max", 1, 3), ("p50", 1, 1), ("p51", 1, 2), ("p75", 1, 2), ("p76", 1, 3), ("p100", 1, 3), (2, 1, 2),
        (7, 1, 7), ("max", 8, 8), (8, 8, 8), (9, 8, 16), ("p75", 2, 2),
    ],
)  # fmt: skip
def test_maxlen_becomes_a_number_rounded_up(maxlen, multiple_of, steps):
    assert fitted(maxlen=maxlen, multiple_of=multiple_of).maxlen == (steps,)


def test_each_ragged_axis_has_its_maxlen():
    column = Ragged.from_lists([[[1], [2, 3]], [[4, 5, 6]], []], ragged_axes=2)
    assert fitted(column).maxlen == (2, 3)
    assert fitted(column, maxlen=("max", "p50"), multiple_of=4).maxlen == (4, 4)
    assert fitted(column, maxlen=(1, "p50")).maxlen == (1, 2)
    with pytest.raises(ContentError, match="maxlen has 2 values"):
        fitted(LISTS, maxlen=(1, 2))


@pytest.mark.parametrize(
    ("rows", "maxlen", "said"),
    [
        ([[], []], "max", "All rows are empty"),
        ([[], []], "p95", "All rows"),
        ([[], [], [1]], "p50", "p50 of"),
    ],
)
def test_a_maxlen_of_nothing_is_an_error(rows, maxlen, said):
    with pytest.raises(ContentError, match=said) as caught:
        fitted(Ragged.from_lists(rows), maxlen=maxlen)
    assert caught.value.code == "all-empty"
    assert fitted(Ragged.from_lists(rows), maxlen=4).maxlen == (4,)


def test_only_the_rows_of_the_recipe_are_seen():
    recipe = Recipe({"x": TensorRecipe(), "v": TensorRecipe("w", (Vocabulary(),))}, Rows(1, 3))
    data = dataset(w=Ragged.from_lists([["a"], ["b"], ["c", "b"], ["d"]]))
    done = fit(recipe, data)
    assert (done.fitted["x"].maxlen, done.fitted["x"].rows) == ((1,), 2)
    assert done.fitted["v"].transforms[0].words == ("b", "c")
    assert len(prepare(done, data)) == 4


# -- dtype -----------------------------------------------------------------------------------------
def column_of(*values, dtype):
    return Ragged(np.array(values, dtype), np.array([0, len(values)]))


@pytest.mark.parametrize(
    ("values", "source", "fill", "dtype"),
    [
        ((1,), "int8", 0, "int32"), ((1,), "uint16", 0, "int32"), ((1,), "int64", 0, "int32"),
        ((2**31 - 1,), "int64", 0, "int32"), ((2**31,), "int64", 0, "int64"),
        ((-(2**31),), "int64", 0, "int32"), ((-(2**31) - 1,), "int64", 0, "int64"),
        ((1,), "int8", 2**31, "int64"),
        ((1,), "int64", 2**31, "int64"), ((2**31,), "uint32", 0, "int64"), ((2**63,), "uint64", 0, "uint64"),
        ((2**63 - 1,), "uint64", -1, "int64"), ((1,), "int64", 2**63, "uint64"),
        ((1,), "int32", 7.0, "int32"), ((), "int64", 0, "int32"),
        ((0.5,), "float16", 0, "float16"), ((0.5,), "float32", float("nan"), "float32"),
        ((0.5,), "float64", -1, "float64"), ((True,), "bool", 0, "bool"), ((True,), "bool", 1, "bool"),
    ],
)  # fmt: skip
def test_the_dtype_holds_data_and_fill(values, source, fill, dtype):
    assert fitted(column_of(*values, dtype=source), value=fill, maxlen=3).dtype == dtype


@pytest.mark.parametrize(
    ("values", "source", "fill", "named"),
    [
        ((1,), "int64", 0.5, "int64"), ((1,), "int8", 0.5, "int32"), ((1,), "int32", float("nan"), "int32"),
        ((True,), "bool", 2, "bool"), ((0.5,), "float16", 1e6, "float16"), ((-1,), "int64", 2**63, "int64"),
        ((2**63,), "uint64", -1, "uint64"), ((1,), "int8", 10**30, "int32"),
    ],
)  # fmt: skip
def test_a_fill_outside_the_data_is_refused_in_words(values, source, fill, named):
    with pytest.raises(ContentError, match=f"does not fit the {named} values of “x”") as caught:
        fitted(column_of(*values, dtype=source), value=fill)
    assert caught.value.code == "value-outside"


def test_a_chosen_dtype_is_taken():
    assert fitted(dtype="float16").dtype == "float16"
    assert choose_dtype(TensorRecipe(dtype="int8"), LISTS, "x") == "int8"


# -- what stays ------------------------------------------------------------------------------------
TEXTS = Ragged.from_lists(["a b", "c"])
TOKENS = TensorRecipe(transforms=(Tokenise(), Vocabulary()))
MORE = dataset(Ragged.from_lists(["a b c d", "e"]))


def test_fitting_is_idempotent_and_a_fitted_recipe_is_not_fitted_again():
    recipe = Recipe({"x": TOKENS})
    once = fit(recipe, dataset(TEXTS))
    assert fit(once, dataset(TEXTS)) == once
    again = fit(once, MORE)
    assert again.fitted["x"].maxlen == (2,)
    assert again.fitted["x"].transforms[1].words == ("a", "b", "c")
    anew = fit(once, MORE, refit=True)
    assert anew == fit(recipe, MORE)
    assert anew.fitted["x"].maxlen == (4,)
    assert anew.fitted["x"].rows == 2


@pytest.mark.parametrize(
    "change",
    [{"padding": "pre"}, {"truncating": "middle"}, {"mode": "edge"}, {"lossy": "allow"}],
)
def test_a_change_of_padding_keeps_everything(change):
    once = fit(Recipe({"x": TOKENS}), dataset(TEXTS))
    changed = fit(once.with_tensor("x", **change), MORE).fitted["x"]
    kept = once.fitted["x"]
    assert (changed.transforms, changed.maxlen, changed.dtype) == (kept.transforms, kept.maxlen, kept.dtype)


@pytest.mark.parametrize(
    ("change", "maxlen", "dtype"),
    [
        ({"maxlen": 9}, (9,), "int32"), ({"multiple_of": 3}, (6,), "int32"),
        ({"value": 2**40}, (2,), "int64"), ({"dtype": "int16"}, (2,), "int16"),
    ],
)  # fmt: skip
def test_a_change_of_size_keeps_the_vocabulary(change, maxlen, dtype):
    once = fit(Recipe({"x": TOKENS}), dataset(TEXTS))
    changed = fit(once.with_tensor("x", **change), MORE).fitted["x"]
    assert changed.transforms == once.fitted["x"].transforms
    assert (changed.maxlen, changed.dtype) == (maxlen, dtype)


@pytest.mark.parametrize(
    "change",
    [
        {"transforms": (Tokenise("characters"), Vocabulary())},
        {"transforms": (Tokenise(), Vocabulary("frequency"))},
        {"column": "x"},
    ],
)
def test_a_change_of_transforms_drops_everything(change):
    once = fit(Recipe({"x": TOKENS}), dataset(TEXTS))
    changed = once.with_tensor("x", **change)
    assert fit(changed, MORE) == fit(changed.unfitted(), MORE)


@pytest.mark.parametrize("piece", [1, 3, 50_000])
@pytest.mark.parametrize("by", ["words", "characters"])
@pytest.mark.parametrize("order", ["appearance", "frequency"])
def test_transforms_are_fitted_piece_by_piece_as_on_the_whole_column(piece, by, order, monkeypatch):
    texts = ["b a", None, "", "c a a", "d c", "a é b", None, "z d d d d d"]
    column = Ragged.from_lists(texts)
    choices = (Fill("m"), Tokenise(by), Vocabulary(order), Fill(5))
    whole = Vocabulary(order).fit(Tokenise(by).transform(Fill("m").transform(column)))
    monkeypatch.setattr(fitting, "PIECE_ROWS", piece)
    done = fit_transforms(Recipe({"x": TensorRecipe(transforms=choices)}), dataset(column)).fitted["x"]
    assert done.transforms == (Fill("m"), Tokenise(by), whole, Fill(5))
    assert done.rows == len(texts)


def test_fitting_stops_on_request(monkeypatch):
    monkeypatch.setattr(fitting, "PIECE_ROWS", 1)
    asked = []
    recipe = Recipe({"x": TOKENS})
    with pytest.raises(Stopped):
        fit(recipe, dataset(TEXTS), should_stop=lambda: asked.append(1) or len(asked) == 3)
    assert len(asked) == 3
    assert fit(recipe, dataset(TEXTS), should_stop=lambda: False) == fit(recipe, dataset(TEXTS))


def test_a_tensor_that_is_gone_is_not_kept():
    once = fit(Recipe({"x": TensorRecipe(), "z": TensorRecipe("x")}), dataset())
    fewer = fit(Recipe({"z": TensorRecipe("x")}, fitted=once.fitted), dataset())
    assert set(fewer.fitted) == {"z"}


def test_the_two_halves_are_the_whole():
    recipe = Recipe({"x": TOKENS})
    half = fit_transforms(recipe, dataset(TEXTS))
    assert (half.fitted["x"].maxlen, half.fitted["x"].dtype) == ((), "")
    assert fit_sizes(half, prepare(half, dataset(TEXTS))) == fit(recipe, dataset(TEXTS))


# -- prepare ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("piece", [1, 2, 50_000])
def test_prepared_columns_are_the_transformed_ones_piece_by_piece(piece, monkeypatch):
    monkeypatch.setattr(fitting, "PIECE_ROWS", piece)
    texts = ["a b", None, "b c", None]
    data = dataset(Ragged.from_lists(texts))
    recipe = fit(Recipe({"x": TOKENS}), data)
    seen = []
    prepared = prepare(recipe, data, progress=lambda done, total: seen.append((done, total)))
    assert prepared["x"].to_lists() == [[1, 2], [], [2, 3], []]
    (found,) = prepared.findings
    assert (found.code, found.count, found.rows, found.where) == ("null-rows", 2, (1, 3), "x")
    assert found.message == "“x”: Missing texts: 2. Each becomes an empty row."
    assert seen == [(min(at, 4), 4) for at in range(piece, 4 + piece, piece)][: -(-4 // piece)]


@pytest.mark.parametrize("piece", [1, 2, 3, 50_000])
def test_what_is_found_is_about_the_rows_of_the_recipe(piece, monkeypatch):
    """Words of other rows are not in the vocabulary, and that is nobody's loss."""
    monkeypatch.setattr(fitting, "PIECE_ROWS", piece)
    data = dataset(Ragged.from_lists(["a b", None, "c", "d d d", None]))
    whole = fit(Recipe({"x": TOKENS}), data)
    some = fit(Recipe({"x": TOKENS}, Rows(1, 3)), data)
    assert some.fitted["x"].transforms[-1].words == ("c",)
    shelf = Shelf()
    (found,) = prepare(some, data).findings
    assert (found.code, found.count, found.rows) == ("null-rows", 1, (1,))
    assert prepare(some, data)["x"].to_lists() == [[2, 2], [], [1], [2, 2, 2], []]
    (found,) = prepare(whole, data).findings
    assert (found.count, found.rows) == (2, (1, 4))
    monkeypatch.setattr(fitting, "PIECE_ROWS", 50_000)
    same_words = replace(whole, rows=Rows(0, 1))
    assert [prepare(one, data, shelf).findings for one in (whole, same_words)] == [(found,), ()]


def test_labels_and_weights_come_along_and_the_rest_does_not():
    numbers = Ragged.from_lists([1, 2, 3, 4])
    data = Dataset(
        {"x": LISTS, "label": numbers, "weight": numbers, "id": numbers},
        findings=(Finding("info", "a", "b"),),
    )
    prepared = prepare(fit(Recipe({"t": TensorRecipe("x")}), data), data)
    assert prepared.columns == ("t", "label", "weight")
    assert dict(prepared.roles) == {"t": "sequence", "label": "label", "weight": "weight"}
    assert prepared.findings == data.findings


def test_a_tensor_cannot_have_the_labels_name():
    data = Dataset({"x": LISTS, "label": Ragged.from_lists([1, 2, 3, 4])})
    with pytest.raises(ContentError) as caught:
        fit(Recipe({"label": TensorRecipe("x")}), data)
    assert caught.value.code == "name-collides"


def test_preparing_needs_fitted_transforms():
    with pytest.raises(ContentError, match="Call fit"):
        prepare(Recipe({"x": TensorRecipe()}), dataset())


def test_no_rows_are_prepared_too():
    recipe = fit(Recipe({"x": TOKENS}), dataset(TEXTS))
    assert prepare(recipe, dataset(TEXTS[:0]))["x"].to_lists() == []


class Shelf:
    """A store that keeps derived columns in a dict."""

    def __init__(self):
        self.kept = {}
        self.found = {}

    def derived(self, key):
        return self.kept.get(key)

    def findings(self, key, tensor):
        return tuple(replace(one, where=tensor) for one in self.found[key])

    def keep(self, key, pieces, findings):
        (self.kept[key],) = list(pieces)
        self.found[key] = findings()
        return self.kept[key]


def test_derived_columns_are_kept_and_found_again():
    shelf = Shelf()
    data = dataset(Ragged.from_lists([[1, None], [2]]))
    recipe = fit(Recipe({"x": TensorRecipe(transforms=(Fill(7),))}), data)
    first = prepare(recipe, data, shelf)
    assert first["x"].to_lists() == [[1, 7], [2]]
    assert (first.findings[0].message, first.findings[0].where) == (
        "“x”: Missing values: 1. Each is filled with 7.",
        "x",
    )
    again = prepare(recipe, data, shelf)
    assert again["x"] is first["x"]
    assert again.findings == first.findings
    assert prepare(recipe.with_tensor("x", padding="pre"), data, shelf)["x"] is first["x"]
    other = fit(recipe.with_tensor("x", transforms=(Fill(8),)), data)
    assert prepare(other, data, shelf)["x"].to_lists() == [[1, 8], [2]]
    assert len(shelf.kept) == 2


def test_rows_of_one_fixed_shape_become_rows_of_equal_length():
    values = np.arange(12).reshape(2, 3, 2)
    column = as_sequence(Ragged(values, missing=np.array([False, True])), "x")
    assert column.lengths.tolist() == [3, 3]
    assert column.inner_shape == (2,)
    assert column.missing.tolist() == [False] * 3 + [True] * 3
    np.testing.assert_array_equal(column.flat, values.reshape(6, 2))


@pytest.mark.parametrize(
    ("column", "code", "said"),
    [
        (Ragged.from_lists(["a"]), "needs-encoding", "tokens and a vocabulary"),
        (Ragged.from_lists([["a"]]), "needs-encoding", "needs a vocabulary"),
        (Ragged(np.zeros(1, np.int32), np.array([0, 1]), dictionary=("a",)), "needs-encoding", "category"),
        (Ragged.from_lists([1.5]), "not-a-sequence", "one value a row"),
    ],
)
def test_what_is_no_sequence_is_refused_in_words(column, code, said):
    with pytest.raises(ContentError, match=said) as caught:
        fit(Recipe({"x": TensorRecipe()}), Dataset({"x": column}, roles={"x": "sequence"}))
    assert caught.value.code == code


def test_a_column_that_is_not_there_is_named():
    with pytest.raises(ContentError, match="no column “y”"):
        fit(Recipe({"y": TensorRecipe()}), dataset())


def test_what_was_found_in_the_columns_that_features_are_made_of_is_said():
    about = tuple(Finding("info", "odd-cells", "m", 1, where=name) for name in ("a", "b", "c"))
    data = {name: Ragged.from_lists([1.0, 2.0]) for name in ("a", "b", "c")}
    wide = Ragged.from_lists([[1.0, 1.0], [2.0, 2.0]])
    dataset = Dataset({**data, "f": wide}, guessed={"f": "a, c"}, findings=about)
    assert [dataset.made_of(name) for name in ("f", "a")] == [("a", "c"), ()]
    recipe = fit(Recipe({"f": TensorRecipe("f")}), dataset)
    assert [one.where for one in prepare(recipe, dataset).findings] == ["a", "c"]
