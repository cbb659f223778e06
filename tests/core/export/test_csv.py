"""What the csv module reads in an exported CSV file."""

import csv

import numpy as np
import pytest

from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError
from padviewer.core.export import estimate, export
from padviewer.core.recipe import TensorRecipe


def load(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def test_columns(plan_of, tmp_path):
    data = {
        "x": [[1, 2, 3], [], [-4]],
        "label": ['a,"b"\nc', None, "é"],
        "weight": Ragged(np.array([1, 2, 3]), missing=np.array([False, False, True])),
    }
    plan = plan_of(data)
    export(plan, tmp_path / "o.csv")
    assert load(tmp_path / "o.csv") == [
        ["label", "weight", "length", "step_0", "step_1", "step_2"],
        ['a,"b"\nc', "1", "3", "1", "2", "3"],
        ["", "2", "0", "0", "0", "0"],
        ["é", "", "1", "-4", "0", "0"],
    ]
    ((name, shape, dtype, nbytes),) = estimate(plan, ".csv")
    assert (name, shape, dtype) == ("x", (3, 6), "text")
    assert nbytes == (tmp_path / "o.csv").stat().st_size


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_are_neutralised(plan_of, tmp_path, start):
    name = f"{start}name"
    plan = plan_of({"x": [[-1]], name: [f"{start}1"]}, roles={"x": "sequence", name: "label"})
    export(plan, tmp_path / "o.csv")
    assert load(tmp_path / "o.csv") == [[f"'{name}", "length", "step_0"], [f"'{start}1", "1", "-1"]]


@pytest.mark.parametrize("text", ["a\rb", "a\nb", '"', 'a"b', ",", "", " a "])
def test_texts_read_back_as_themselves(plan_of, tmp_path, text):
    export(plan_of({"x": [[1], [2]], "label": [text, "b"]}), tmp_path / "o.csv")
    assert load(tmp_path / "o.csv")[1:] == [[text, "1", "1"], ["b", "1", "2"]]


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_floats_read_back_as_themselves(plan_of, tmp_path, dtype):
    rng = np.random.default_rng(1)
    with np.errstate(over="ignore"):
        values = (rng.normal(size=300) * 10.0 ** rng.integers(-40, 38, 300)).astype(dtype)
    values[:4] = [0.1, np.nan, np.inf, -0.0]
    plan = plan_of({"x": Ragged(values, np.array([0, 100, 300]))}, {"x": TensorRecipe(maxlen=200)})
    export(plan, tmp_path / "o.csv")
    lines = load(tmp_path / "o.csv")[1:]
    assert lines[0][1] == "0.1"
    read = np.array(lines[1][1:], dtype)
    assert np.array_equal(read, values[100:], equal_nan=True)
    assert np.array_equal(np.array(lines[0][1:101], dtype), values[:100], equal_nan=True)
    assert np.signbit(np.array(lines[0][4], dtype))


def test_bools_are_numbers(plan_of, tmp_path):
    export(plan_of({"x": [[True, False], [True]], "label": [True, False]}), tmp_path / "o.csv")
    assert load(tmp_path / "o.csv")[1:] == [["1", "2", "1", "0"], ["0", "1", "1", "0"]]


def test_many_blocks(plan_of, tmp_path):
    lengths = np.arange(40_000) % 21
    flat = np.arange(lengths.sum())
    plan = plan_of({"x": Ragged(flat, np.append(0, lengths.cumsum())), "label": list(range(40_000))})
    export(plan, tmp_path / "o.csv")
    found = np.loadtxt(tmp_path / "o.csv", np.int64, delimiter=",", skiprows=1)
    assert (found[:, 0] == np.arange(40_000)).all()
    assert (found[:, 1] == lengths).all()
    assert (found[:, 2:][np.arange(20) < lengths[:, None]] == flat).all()


def test_what_is_no_table_is_refused(plan_of, tmp_path):
    plans = [
        plan_of({"x": [[1]], "y": [[1]]}, {"x": TensorRecipe(), "y": TensorRecipe()}),
        plan_of({"x": [[[1, 2]], [[3, 4]]]}),
        plan_of({"x": [[1]], "y": Ragged(np.zeros((1, 2)))}, roles={"x": "sequence", "y": "label"}),
    ]
    for plan in plans:
        for act in (lambda p: export(p, tmp_path / "o.csv"), lambda p: estimate(p, ".csv")):
            with pytest.raises(ContentError) as caught:
                act(plan)
            assert caught.value.code == "csv-shape"
            assert ".npz" in caught.value.remedy
    for name in ("length", "step_0"):
        plan = plan_of({"x": [[1]], name: [1]}, roles={"x": "sequence", name: "label"})
        with pytest.raises(ContentError) as caught:
            export(plan, tmp_path / "o.csv")
        assert caught.value.code == "name-collides"
    assert list(tmp_path.iterdir()) == []
