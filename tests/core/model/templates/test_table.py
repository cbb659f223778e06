import json
import math

import pytest

from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.model.templates.table import TEMPLATES, Parameter, check_suits, template, tensor_kinds


def test_the_table_holds_the_five_templates():
    assert [one.key for one in TEMPLATES] == [
        "embedding_rnn",
        "embedding_conv",
        "masking_rnn",
        "dense",
        "conv2d",
    ]


@pytest.mark.parametrize("one", TEMPLATES, ids=lambda one: one.key)
def test_defaults_are_allowed_and_complete(one):
    defaults = one.checked({})
    assert defaults == {parameter.key: parameter.default for parameter in one.parameters}
    assert json.loads(json.dumps(one.to_json()))["key"] == one.key


@pytest.mark.parametrize(
    ("shape", "dtype", "keys"),
    [
        ((1319, 96), "int32", {"embedding_rnn", "embedding_conv", "dense"}),
        ((1319, 96), "uint8", {"embedding_rnn", "embedding_conv", "dense"}),
        ((1319, 96), "float32", {"masking_rnn", "dense"}),
        ((640, 29, 12), "float64", {"masking_rnn", "conv2d"}),
        ((60000, 28, 28, 1), "uint8", {"conv2d"}),
        ((60000, 28, 28), "uint8", {"masking_rnn", "conv2d"}),
        ((7,), "int32", set()),
        ((7, 3), "str", set()),
        ((1, 2, 3, 4, 5), "float32", set()),
    ],
)
def test_which_tensors_a_template_suits(shape, dtype, keys):
    assert {one.key for one in TEMPLATES if one.suits(shape, dtype)} == keys


def test_bools_are_rows_and_series():
    assert tensor_kinds((9, 4), "bool") == ("series", "rows")


SIZE = Parameter("units", "Units", 4, 1, 64)
NUMBER = Parameter("mask_value", "Masked value", 0.0)
FLAG = Parameter("mask_zero", "Mask id 0", True)
CHOICE = Parameter("cell", "Cell", "LSTM", choices=("LSTM", "GRU"))


@pytest.mark.parametrize(
    ("parameter", "value", "kept"),
    [
        (SIZE, 1, 1),
        (SIZE, 64, 64),
        (SIZE, 8.0, 8),
        (NUMBER, -1, -1.0),
        (FLAG, False, False),
        (CHOICE, "GRU", "GRU"),
    ],
)
def test_allowed_values(parameter, value, kept):
    result = parameter.checked(value)
    assert result == kept
    assert type(result) is type(kept)


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        *[(SIZE, value) for value in (0, 65, 1.5, True, "4", None, math.inf, 10**400)],
        *[(NUMBER, value) for value in (math.nan, math.inf, "0", False, -(10**400))],
        *[(FLAG, value) for value in (1, "yes")],
        *[(CHOICE, value) for value in ("lstm", 3)],
    ],
)
def test_refused_values_name_their_field_and_what_is_allowed(parameter, value):
    with pytest.raises(ChoiceError) as caught:
        parameter.checked(value)
    assert caught.value.field == parameter.key
    assert parameter.allowed in caught.value.what


def test_allowed_in_words():
    assert SIZE.allowed == "a whole number from 1 to 64"
    assert NUMBER.allowed == "a number"
    assert FLAG.allowed == "true or false"
    assert CHOICE.allowed == "one of LSTM, GRU"
    assert [one.kind for one in (SIZE, NUMBER, FLAG, CHOICE)] == ["integer", "number", "flag", "choice"]


def test_unknown_names():
    with pytest.raises(ChoiceError, match="there are embedding_rnn"):
        template("transformer")
    with pytest.raises(ChoiceError, match="it has hidden_layers") as caught:
        template("dense").checked({"layers": 3})
    assert caught.value.field == "layers"


def test_a_tensor_that_does_not_suit():
    check_suits("dense", (9, 4), "float32")
    with pytest.raises(ContentError) as caught:
        check_suits("embedding_rnn", (640, 29, 12), "float32")
    assert caught.value.code == "template-misfit"
    assert "integer ids [n, T]; the tensor is (640, 29, 12) float32" in caught.value.what
