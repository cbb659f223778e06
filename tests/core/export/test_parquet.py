"""What pyarrow reads in an exported Parquet file."""

import numpy as np
import pyarrow.parquet as pq
import pytest

from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError
from padviewer.core.export import estimate, export
from padviewer.core.export import parquet as module
from padviewer.core.recipe import Recipe, TensorRecipe


def test_columns(plan_of, tmp_path):
    data = {
        "x": [[[1.5, 2.0]], [], [[3.0, 4.0], [5.0, 6.0]]],
        "label": ["a", None, "=c"],
        "weight": Ragged(np.array([1, 2, 3]), missing=np.array([False, False, True])),
        "wide": Ragged(np.arange(6).reshape(3, 2), missing=np.array([True, False, False])),
    }
    roles = {"x": "sequence", "label": "label", "wide": "label", "weight": "weight"}
    plan = plan_of(data, {"x": TensorRecipe(dtype="float32")}, roles)
    export(plan, tmp_path / "o.parquet")
    found = pq.read_table(tmp_path / "o.parquet")
    assert str(found.schema.field("x").type).startswith("fixed_size_list<")
    assert found["x"].to_pylist() == [[[1.5, 2], [0, 0]], [[0, 0], [0, 0]], [[3, 4], [5, 6]]]
    assert found["x_mask"].to_pylist() == [[True, False], [False, False], [True, True]]
    assert found["x_lengths"].to_pylist() == [1, 0, 2]
    assert found["label"].to_pylist() == ["a", None, "=c"]
    assert found["weight"].to_pylist() == [1, 2, None]
    assert found["wide"].to_pylist() == [None, [2, 3], [4, 5]]
    text = found.schema.metadata[b"padviewer.recipe"].decode()
    assert Recipe.from_toml(text, lambda name: b"") == plan.recipe
    described = {name: shape for name, shape, _, _ in estimate(plan, ".parquet")}
    assert set(described) == set(found.column_names)
    assert described["x"] == (3, 2, 2)


def test_row_groups(plan_of, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "ROW_GROUP_BYTES", 1000)
    rows = [list(range(n % 7)) for n in range(500)]
    export(plan_of({"x": rows, "label": list(range(500))}), tmp_path / "o.parquet")
    file = pq.ParquetFile(tmp_path / "o.parquet")
    assert file.num_row_groups > 10
    found = file.read()
    assert found["x"].to_pylist() == [row + [0] * (6 - len(row)) for row in rows]
    assert found["label"].to_pylist() == list(range(500))


def test_two_ragged_axes(plan_of, tmp_path):
    rows = [[[1, 2, 3], [4]], [], [[], [5]]]
    plan = plan_of({"x": Ragged.from_lists(rows, 2)})
    export(plan, tmp_path / "o.parquet")
    found = pq.read_table(tmp_path / "o.parquet")
    assert found.column_names == ["x", "x_mask_1", "x_mask", "x_lengths", "x_lengths_2"]
    assert found["x"].to_pylist()[2] == [[0, 0, 0], [5, 0, 0]]
    assert found["x_mask"].to_pylist()[0] == [[True, True, True], [True, False, False]]
    assert found["x_mask_1"].to_pylist() == [[True, True], [False, False], [True, True]]
    assert found["x_lengths"].to_pylist() == [2, 0, 2]
    assert found["x_lengths_2"].to_pylist() == [[3, 1], [0, 0], [0, 1]]
    assert [one[:2] for one in estimate(plan, ".parquet")] == [
        ("x", (3, 2, 3)), ("x_mask_1", (3, 2)), ("x_mask", (3, 2, 3)), ("x_lengths", (3,)),
        ("x_lengths_2", (3, 2)),
    ]  # fmt: skip


def test_name_collision(plan_of, tmp_path):
    plan = plan_of({"x": [[1]], "x_lengths": [1]}, roles={"x": "sequence", "x_lengths": "label"})
    with pytest.raises(ContentError) as caught:
        export(plan, tmp_path / "o.parquet")
    assert caught.value.code == "name-collides"
    assert list(tmp_path.iterdir()) == []
