import json

import numpy as np
import pytest

from padviewer.core.errors import ContentError
from padviewer.core.model.tensor_facts import TensorFacts


def test_json_round_trip_with_numpy_numbers():
    facts = TensorFacts("x", (np.int64(3), 4), "int16", np.int16(-2), np.float32(1.5), fractional=False)
    data = json.loads(json.dumps(facts.to_json()))
    assert data == {
        "name": "x",
        "shape": [3, 4],
        "dtype": "int16",
        "minimum": -2,
        "maximum": 1.5,
        "fractional": False,
    }
    assert TensorFacts.from_json(data) == facts


@pytest.mark.parametrize(
    ("dtype", "kind"),
    [
        ("bool", "b"),
        ("int8", "i"),
        ("uint64", "u"),
        ("float16", "f"),
        ("bfloat16", "f"),
        ("str", "U"),
        ("object", "U"),
        ("datetime64[s]", "U"),
        ("complex64", "U"),
        ("nonsense", "U"),
    ],
)
def test_kind(dtype, kind):
    assert TensorFacts("x", (1,), dtype).kind == kind


@pytest.mark.parametrize(
    ("name", "shape"), [("", (1,)), ("x", ()), ("x", [1]), ("x", (1, None)), ("x", (-1,))]
)
def test_what_is_no_tensor(name, shape):
    with pytest.raises(ContentError):
        TensorFacts(name, shape, "int32")


@pytest.mark.parametrize("data", [{"name": "x"}, {"name": "x", "shape": 3, "dtype": "int32"}, {"colour": 1}])
def test_json_that_is_no_tensor(data):
    with pytest.raises(ContentError):
        TensorFacts.from_json(data)
