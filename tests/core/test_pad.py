"""pad() by hand; pad_sequences is in padding/test_keras.py."""

from pathlib import Path

import numpy as np
import pytest

import padviewer.core
from padviewer.core import (
    Dataset,
    Fill,
    Ragged,
    Recipe,
    TensorRecipe,
    fit,
    pad,
    pad_sequences,
    prepare,
    resolve,
)
from padviewer.core.errors import ChoiceError, ContentError, LossError, PadViewerError
from padviewer.core.padding.kernels import compiled


def planned(column, choice):
    dataset = Dataset({"x": column}, roles={"x": "sequence"})
    fitted = fit(Recipe({"x": choice}), dataset)
    return resolve(fitted, prepare(fitted, dataset))


def test_the_defaults_by_hand():
    padded = pad(Ragged.from_lists([[1, 2, 3, 4], [5, 6], []]))
    assert padded.array.tolist() == [[1, 2, 3, 4], [5, 6, 0, 0], [0, 0, 0, 0]]
    assert padded.array.dtype == np.int32
    assert padded.mask.tolist() == [[True] * 4, [True, True, False, False], [False] * 4]
    assert padded.lengths.tolist() == [4, 2, 0]
    assert padded.lost == 0


def test_choices_by_hand():
    column = Ragged.from_lists([[1, 2, 3, 4, 5], [6]])
    choice = TensorRecipe(padding="pre", truncating="pre", maxlen=3, value=-1, dtype="int8", multiple_of=4)
    padded = pad(column, choice)
    assert padded.array.tolist() == [[2, 3, 4, 5], [-1, -1, -1, 6]]
    assert padded.array.dtype == np.int8


def test_pad_is_the_block_of_a_plan_over_all_rows():
    column = Ragged.from_lists([[[1], [2, 3]], [], [[4]]], ragged_axes=2)
    choice = TensorRecipe(padding=("pre", "post"), mode=("constant", "edge"))
    block = planned(column, choice).block("x", slice(None))
    padded = pad(column, choice)
    np.testing.assert_array_equal(padded.array, block.array)
    np.testing.assert_array_equal(padded.mask, block.mask)
    assert padded.array.shape == (3, 2, 2)


def test_rows_of_one_fixed_shape_are_padded_too():
    padded = pad(Ragged(np.arange(12, dtype=np.float32).reshape(2, 3, 2)), TensorRecipe(maxlen=4))
    assert padded.array.shape == (2, 4, 2)
    assert padded.mask.tolist() == [[True, True, True, False]] * 2


def test_values_that_are_not_contiguous_are_padded_too():
    values = np.arange(20, dtype=np.int64)[::2]
    column = Ragged(values, np.array([0, 4, 10]))
    compiled(8)
    assert pad(column).array.tolist() == [[0, 2, 4, 6, 0, 0], [8, 10, 12, 14, 16, 18]]


def test_values_of_another_byte_order_are_padded_too():
    column = Ragged(np.array([1, 2, 300], ">i4"), np.array([0, 1, 3]))
    compiled(4)
    assert pad(column).array.tolist() == [[1, 0], [2, 300]]


def test_no_rows_and_a_number_give_no_rows():
    assert pad(Ragged.from_lists([[1]])[:0], TensorRecipe(maxlen=3)).array.shape == (0, 3)


def test_what_cannot_be_padded_is_refused():
    with pytest.raises(ChoiceError) as choice:
        pad(Ragged.from_lists([[1]]), TensorRecipe(transforms=(Fill(),)))
    assert choice.value.field == "transforms"
    for column, code in (
        (Ragged.from_lists([1, 2]), "not-a-sequence"),
        (Ragged.from_lists(["a"]), "needs-encoding"),
        (Ragged.from_lists([["a"]]), "needs-encoding"),
        (Ragged.from_lists([[], []]), "all-empty"),
    ):
        with pytest.raises(ContentError) as caught:
            pad(column)
        assert caught.value.code == code


def test_a_lost_value_is_refused_and_counted_where_it_is_allowed():
    column = Ragged.from_lists([[0.5, 1.0], [300.0]])
    with pytest.raises(LossError, match=r"2 values of “x”.*int8"):
        pad(column, TensorRecipe(dtype="int8"))
    allowed = pad(column, TensorRecipe(dtype="int8", lossy="allow"))
    assert (allowed.lost, allowed.array.tolist()) == (2, [[0, 1], [127, 0]])


def test_findings_are_there():
    padded = pad(Ragged.from_lists([[1, 2, 3], [], [0]]), TensorRecipe(maxlen=2))
    codes = {finding.code for finding in padded.findings}
    assert padded.findings is padded.findings
    assert all(finding.count >= 1 for finding in padded.findings)
    assert codes


def test_the_two_functions_say_different_things_of_a_fraction():
    """pad_sequences cuts 0.5 to 0 as Keras does; pad keeps it."""
    assert pad_sequences([[0.5]]).tolist() == [[0]]
    assert pad(Ragged.from_lists([[0.5]])).array.tolist() == [[0.5]]


class Column(list):
    """A table's column: rows with a name."""

    name = "tokens"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([[1, 2, 3], [4]], [[1, 2, 3], [4, 0, 0]]),
        ([(1, 2), [3]], [[1, 2], [3, 0]]),
        ((row for row in [[1], [2, 3]]), [[1, 0], [2, 3]]),
        ([range(2), range(1)], [[0, 1], [0, 0]]),
        ([(step for step in [5, 6])], [[5, 6]]),
        ([np.array([1, 2]), np.array([3])], [[1, 2], [3, 0]]),
        (np.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
        (np.array([[1], [2, 3]], dtype=object), [[1, 0], [2, 3]]),
        (Column([[1], [2, 3]]), [[1, 0], [2, 3]]),
    ],
)
def test_rows_of_any_kind_are_padded(rows, wanted):
    assert pad(rows).array.tolist() == wanted


def test_an_array_of_two_axes_stays_as_it_is():
    padded = pad(np.zeros((3, 4)))
    assert (padded.array.shape, padded.array.dtype, padded.mask.all()) == ((3, 4), np.float64, True)
    assert pad(np.zeros((2, 3, 5), np.float32)).array.shape == (2, 3, 5)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"a": [1]}, "dict"),
        (5, "int"),
        (None, "NoneType"),
        ("abc", "str"),
        (b"abc", "bytes"),
        ([[1], {2}], "set"),
        ([1, 2], "one value a row"),
        (np.arange(3), "one value a row"),
        (np.array(3), "a single value"),
        ([["a"]], "vocabulary"),
        ([[1], [2j]], "complex"),
        (Dataset({"a": Ragged.from_lists([[1]])}), "dataset['a']"),
    ],
)
def test_what_cannot_be_padded_is_said(given, said):
    with pytest.raises(PadViewerError) as caught:
        pad(given)
    assert said in str(caught.value)


def test_a_table_is_asked_for_its_column():
    class Table:
        columns = ("tokens", "label")
        dtypes = ()

    with pytest.raises(PadViewerError, match="tokens, label"):
        pad(Table())


def test_findings_name_the_column_that_was_given():
    data = Dataset({"clicks": Ragged.from_lists([[1, 2], [0]])})
    for given in (data["clicks"], data["clicks"][0:2], Column([[1, 2], [0]])):
        (found,) = pad(given).findings
        assert f"“{found.where}”" in found.message
        assert found.where in ("clicks", "tokens")
    (found,) = pad(Ragged.from_lists([[1, 2], [0]]), TensorRecipe(column="steps")).findings
    assert found.where == "steps"


def test_a_missing_integer_is_called_missing():
    with pytest.raises(LossError) as caught:
        pad([[1, 2], [3, None]])
    assert caught.value.code == "missing-values"
    assert caught.value.what == "1 value of “x” is missing, first in row 1; int32 has no missing value."


def test_what_is_printed_is_short():
    column = Ragged.from_lists([[1] * 1000] * 50)
    assert repr(column) == "Ragged(50 rows, int64, 1 ragged axis)"
    assert repr(Ragged(np.zeros((2, 3)))) == "Ragged(2 rows, float64, 0 ragged axes, inner shape (3,))"
    assert repr(Dataset({"a": column, "b": column})) == "Dataset(50 rows: a, b)"
    assert repr(Dataset({"a": column}, path=Path("in/rows.csv"))) == "Dataset(rows.csv, 50 rows: a)"
    assert len(repr(pad(column).unpad())) < 60


def test_the_core_shows_its_public_names_alone():
    assert dir(padviewer.core) == sorted(padviewer.core.__all__)
    assert "open_dataset" in dir(padviewer.core)
