"""pad_sequences against keras.utils.pad_sequences itself, and each deliberate difference by name."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import pad_sequences
from padviewer.core.errors import ChoiceError, ContentError, PadViewerError

SIDES = st.sampled_from(["pre", "post"])
DTYPES = [
    "bool",
    "int8",
    "uint8",
    "int16",
    "int32",
    "int64",
    "uint64",
    "float16",
    "float32",
    "float64",
    object,
]
NUMBERS = st.one_of(
    st.integers(-3, 300), st.integers(-(2**66), 2**66), st.floats(), st.booleans(), st.floats(-3, 300)
)
ODD = st.one_of(
    st.none(), st.sampled_from(["5", "a", "", b"x", 1j, np.int64(2**40), np.float32(0.5), np.uint8(200)])
)


def outcome(function, *arguments, **options):
    """Return an array, or the kind of error: one of ours, or whatever else it is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # numpy's about lossy casts: not every path says them
        try:
            return function(*arguments, **options)
        except PadViewerError as error:
            assert isinstance(error, ValueError)  # noqa: PT017 - callers of Keras catch that
            return PadViewerError
        except (TypeError, ValueError, OverflowError) as error:
            return type(error)


def assert_same(sequences, **options):
    from keras.utils import pad_sequences as kerass

    wanted = outcome(kerass, sequences, **options)
    got = outcome(pad_sequences, sequences, **options)
    if isinstance(wanted, np.ndarray):
        assert isinstance(got, np.ndarray), (wanted, got)
        assert (got.dtype, got.shape) == (wanted.dtype, wanted.shape)
        np.testing.assert_equal(got.tolist(), wanted.tolist())  # in lists NaN equals NaN as an object too
    else:
        assert got is PadViewerError  # whatever Keras raised


OPTIONS = st.fixed_dictionaries(
    {
        "maxlen": st.none() | st.integers(1, 7) | st.just(-2),
        "dtype": st.sampled_from(DTYPES),
        "padding": SIDES,
        "truncating": SIDES,
        "value": st.sampled_from([0.0, 0, 7, -1, 0.5, 300, float("nan"), 2**40, True, "pad"]),
    }
)


@pytest.mark.tensorflow
@given(
    st.lists(st.lists(NUMBERS, max_size=6) | st.lists(NUMBERS, max_size=6).map(tuple), max_size=5), OPTIONS
)
def test_lists_of_numbers_give_kerass_results(rows, options):
    assert_same(rows, **options)


@pytest.mark.tensorflow
@given(st.lists(st.lists(NUMBERS | ODD, min_size=1, max_size=4), min_size=1, max_size=3), OPTIONS)
def test_lists_of_odd_things_give_kerass_results(rows, options):
    assert_same(rows, **options)


@st.composite
def arrays(draw):
    inner = draw(st.sampled_from([(), (2,), (2, 3)]))
    dtype = draw(st.sampled_from([name for name in DTYPES if name is not object]))
    rng = np.random.default_rng(draw(st.integers(0, 999)))
    return [
        (rng.random((n, *inner)) * 400 - 20)
        .astype(dtype if not dtype.startswith("u") else "int64")
        .astype(dtype)
        for n in draw(st.lists(st.integers(0, 6), max_size=5))
    ]


@pytest.mark.tensorflow
@given(arrays(), OPTIONS, st.booleans())
def test_arrays_and_nested_lists_give_kerass_results(rows, options, as_lists):
    assert_same([row.tolist() for row in rows] if as_lists else rows, **options)


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "sequences",
    [
        [], [[], []], [1, 2], [[1], 2], 5, None, iter([[1]]), [np.array(5), [1]], np.arange(6).reshape(2, 3),
        np.arange(4), np.zeros((2, 3, 2)), [[1, 2], [[3], [4]]], [[[1, 2]], [[3]]], [[1, [2]]], ["abc", "d"],
        [(1, 2), [3]], [np.array([1, 2]), [3]], [[np.int64(2**40)]], [[[]], [[]]], np.zeros((0, 3)),
        [range(3), range(1)],
    ],
)  # fmt: skip
@pytest.mark.parametrize("maxlen", [None, 2])
def test_odd_containers_give_kerass_results(sequences, maxlen):
    if not isinstance(sequences, type(iter([]))):
        assert_same(sequences, maxlen=maxlen)
    else:
        assert outcome(pad_sequences, sequences) is PadViewerError


@pytest.mark.tensorflow
def test_keras_has_the_same_arguments_and_defaults():
    import inspect

    from keras.utils import pad_sequences as kerass

    ours, theirs = (inspect.signature(f).parameters for f in (pad_sequences, kerass))
    assert [(p.name, p.default) for p in ours.values()] == [(p.name, p.default) for p in theirs.values()]


@pytest.mark.tensorflow
@pytest.mark.parametrize("side", ["padding", "truncating"])
def test_an_unknown_side_is_an_error_in_both(side):
    from keras.utils import pad_sequences as kerass

    for function in (kerass, pad_sequences):
        with pytest.raises(ValueError, match=r"(?i)" + side):
            function([[1, 2]], maxlen=1, **{side: "both"})


# -- deliberate differences ------------------------------------------------------------------------
@pytest.mark.tensorflow
def test_difference_an_unknown_side_is_refused_on_empty_input_too():
    """Keras looks at the side only when a row is not empty."""
    from keras.utils import pad_sequences as kerass

    assert kerass([[]], maxlen=1, padding="left").tolist() == [[0]]
    with pytest.raises(ChoiceError) as caught:
        pad_sequences([[]], maxlen=1, padding="left")
    assert caught.value.field == "padding"


@pytest.mark.tensorflow
def test_difference_maxlen_0_is_always_refused():
    """Keras fails with a broadcasting error when it cuts at the front, and gives no columns otherwise."""
    from keras.utils import pad_sequences as kerass

    with pytest.raises(ValueError, match="broadcast"):
        kerass([[1, 2]], maxlen=0)
    assert kerass([[1]], maxlen=0, truncating="post", padding="post").shape == (1, 0)
    with pytest.raises(ChoiceError) as caught:
        pad_sequences([[1]], maxlen=0, truncating="post", padding="post")
    assert caught.value.field == "maxlen"


@pytest.mark.tensorflow
def test_difference_the_word_object_is_the_type_object():
    """Keras pads with a text only where dtype is the type itself, not its name."""
    from keras.utils import pad_sequences as kerass

    with pytest.raises(ValueError, match="dtype=object"):
        kerass([["a"], []], dtype="object", value="pad")
    wanted = kerass([["a"], []], dtype=object, value="pad")
    np.testing.assert_array_equal(pad_sequences([["a"], []], dtype="object", value="pad"), wanted)


@pytest.mark.tensorflow
def test_difference_a_text_in_the_place_of_a_list_is_a_value_error():
    """Keras turns "12" into the number 12 and fails on its length."""
    from keras.utils import pad_sequences as kerass

    with pytest.raises(TypeError, match="unsized"):
        kerass(["12"])
    with pytest.raises(ValueError, match="must be a list; one is '12'"):
        pad_sequences(["12"])


def test_errors_are_both_ours_and_value_errors():
    for sequences in ([], [1], [[1], [[2]]]):
        with pytest.raises(ContentError) as caught:
            pad_sequences(sequences)
        assert isinstance(caught.value, ValueError)


def test_the_defaults_by_hand():
    got = pad_sequences([[1, 2, 3], [4]])
    assert got.tolist() == [[1, 2, 3], [0, 0, 4]]
    assert got.dtype == np.int32
    assert pad_sequences([[1, 2, 3], [4]], maxlen=2).tolist() == [[2, 3], [0, 4]]
    assert pad_sequences([[1, 2, 3], [4]], 2, "float32", "post", "post", 9).tolist() == [[1, 2], [4, 9]]
    assert pad_sequences([np.array([1, 2]), [3]], dtype="object", value="pad").tolist() == [
        [1, 2],
        ["pad", 3],
    ]


@pytest.mark.parametrize(
    ("sequences", "options", "said"),
    [
        ([[1], ["cat", "dog"]], {}, ("row 1", "'cat'", "step 0")),
        ([[1, None]], {}, ("row 0", "None", "step 1")),
        ([[1], [2, 2**40]], {}, ("row 1", str(2**40), "int64")),
        ([[1], [float("nan")]], {}, ("row 1", "nan")),
        ([[1], [{"a": 1}]], {}, ("row 1", "{'a': 1}")),
        ([[1], [object]], {}, ("row 1", "object")),
        ([[1], [2j]], {}, ("row 1", "2j")),
        ([[1], 2], {}, ("row 1", "2")),
        ([[1], None], {}, ("row 1", "None")),
        ([[1], {"a": 1}], {}, ("row 1", "{'a': 1}")),
        ([[1], {2}], {}, ("row 1", "{2}")),
        ([(x for x in [1])], {}, ("row 0", "generator")),
        ([[1], [[2], [3, 4]]], {}, ("row 1",)),
        ([[[1], [2, 3]]], {}, ("row 0", "unequal")),
        ([[[1, 2]], [[3]]], {}, ("row 1", "(1,)", "(2,)")),
        ((x for x in [[1]]), {}, ("generator",)),
        (5, {}, ("5",)),
        (None, {}, ("None",)),
        ("cat", {}, ("'cat'",)),
        ([[1]], {"maxlen": 0}, ("maxlen", "0")),
        ([[1]], {"maxlen": -3}, ("maxlen", "-3")),
        ([[1]], {"maxlen": 2.0}, ("maxlen", "2.0")),
        ([[1]], {"maxlen": "max"}, ("maxlen", "'max'")),
        ([[1]], {"maxlen": 2**40}, ("maxlen",)),
        ([[1]], {"dtype": "int33"}, ("dtype", "int33")),
        ([[1]], {"dtype": 7}, ("dtype", "7")),
        ([[1]], {"value": None}, ("value", "None")),
        ([[1]], {"value": 2**40}, ("value", str(2**40), "int32")),
        ([[1]], {"value": [1, 2, 3]}, ("value", "[1, 2, 3]")),
        ([[1]], {"value": "x"}, ("value",)),
        ([[1]], {"padding": ["pre"]}, ("padding", "['pre']")),
        ([[1]], {"truncating": None}, ("truncating", "None")),
    ],
)
def test_every_odd_argument_is_named(sequences, options, said):
    with pytest.raises(PadViewerError) as caught:
        pad_sequences(sequences, **options)
    assert isinstance(caught.value, ValueError)
    words = str(caught.value)
    assert [one for one in said if one not in words] == []
    assert len(words) < 300


def test_a_long_row_is_not_printed_whole():
    with pytest.raises(PadViewerError) as caught:
        pad_sequences([[1], {str(n): n for n in range(10_000)}])
    assert len(str(caught.value)) < 200
    with pytest.raises(PadViewerError, match="memory"):
        pad_sequences([[[0] * 40] for _ in range(2)], maxlen=2**31 - 1, dtype="U8000")
