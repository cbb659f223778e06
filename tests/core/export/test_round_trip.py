"""An export that holds its mask opens again as the rows that it was made of."""

import pytest

from padviewer.core.encode import Tokenise, Vocabulary
from padviewer.core.export import export
from padviewer.core.opening import open_dataset
from padviewer.core.recipe import TensorRecipe

ROWS = {
    "integers": [[1, 2], [], [3, 4, 0]],
    "floats": [[1.5, 2.0], [], [3.0, 0.0, 5.5]],
    "truth values": [[True, False], [], [True, True, False]],
    "features": [[[1.0, 0.0]], [], [[3.0, 4.0], [0.0, 0.0]]],
}


@pytest.mark.parametrize("suffix", [".npz", ".parquet"])
@pytest.mark.parametrize("padding", ["pre", "post", "both"])
@pytest.mark.parametrize("kind", ROWS)
def test_rows_come_back(plan_of, tmp_path, suffix, padding, kind):
    rows = ROWS[kind]
    plan = plan_of({"x": rows, "label": [1, 0, 1]}, {"x": TensorRecipe(padding=padding)}, {"label": "label"})
    export(plan, tmp_path / f"out{suffix}")
    opened = open_dataset(tmp_path / f"out{suffix}")
    assert opened.columns == ("x", "label")
    assert opened["x"].to_lists() == rows
    assert opened["label"].to_lists() == [1, 0, 1]


@pytest.mark.parametrize("padding", ["pre", "post", "both"])
def test_words_come_back_as_their_ids(plan_of, tmp_path, padding):
    tensor = TensorRecipe("text", (Tokenise(), Vocabulary()), padding=padding)
    plan = plan_of({"text": ["a b a", "b"], "label": [1, 0]}, {"x": tensor}, {"label": "label"})
    export(plan, tmp_path / "out.npz")
    opened = open_dataset(tmp_path / "out.npz")
    assert opened["label"].to_lists() == [1, 0]
    first, second = opened["x"].to_lists()
    assert (len(first), len(second)) == (3, 1)
    assert first[0] == first[2]
    assert first[1] == second[0] != first[0]
