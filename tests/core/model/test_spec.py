import json

import pytest

from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.model.spec import (
    EmbeddingLimit,
    InputSpec,
    LayerSpec,
    ModelSpec,
    as_shapes,
    merged_shapes,
    shape_text,
)


def full_spec():
    return ModelSpec(
        name="m",
        inputs=(InputSpec("ids", (None, None), "int32"),),
        layers=(
            LayerSpec("emb", "Embedding", (None, None), (None, None, 8), "float32", 80, True),
            LayerSpec("add", "Add", ((None, 3), (None, 4)), None),
        ),
        embeddings=(EmbeddingLimit("ids", "emb", 10, mask_zero=True),),
        total_params=80,
        trainable_params=0,
        source="config",
        findings=(Finding("warning", "custom-layer", "add is custom.", where="add"),),
    )


def test_json_round_trip_through_text():
    spec = full_spec()
    assert ModelSpec.from_json(json.loads(json.dumps(spec.to_json()))) == spec


def test_documented_keys():
    data = full_spec().to_json()
    assert set(data) >= {"layers", "total_params", "trainable_params"}
    documented = ["name", "class", "input_shape", "output_shape", "dtype", "params", "trainable"]
    assert [list(layer) for layer in data["layers"]] == [documented] * 2
    assert data["layers"][0]["class"] == "Embedding"
    assert data["layers"][0]["input_shape"] == (None, None)


@pytest.mark.parametrize(
    ("make", "where"),
    [
        (lambda: InputSpec("", (None,), "int32"), ""),
        (lambda: InputSpec("a", (None, -1), "int32"), "a"),
        (lambda: InputSpec("a", (None, True), "int32"), "a"),
        (lambda: InputSpec("a", [None, 3], "int32"), "a"),
        (lambda: InputSpec("a", (None,), ""), "a"),
        (lambda: LayerSpec("", "Dense"), ""),
        (lambda: LayerSpec("d", ""), ""),
        (lambda: LayerSpec("d", "Dense", (1.5,)), "d"),
        (lambda: LayerSpec("d", "Dense", None, 3), "d"),
        (lambda: LayerSpec("d", "Dense", params=-1), "d"),
        (lambda: LayerSpec("d", "Dense", params=True), "d"),
        (lambda: EmbeddingLimit("a", "e", None), "e"),
        (lambda: EmbeddingLimit("a", "e", "10"), "e"),
        (lambda: ModelSpec(""), ""),
        (lambda: ModelSpec("m", (InputSpec("a", (None,), "x"),) * 2), "m"),
        (lambda: ModelSpec("m", embeddings=(EmbeddingLimit("a", "e", 3),)), "m"),
        (lambda: ModelSpec("m", total_params=-3), "m"),
        (lambda: ModelSpec("m", source="hearsay"), "m"),
    ],
)
def test_what_cannot_be_is_refused_where_it_stands(make, where):
    with pytest.raises(ContentError) as caught:
        make()
    assert caught.value.code == "bad-model-description"
    assert caught.value.where == where


@pytest.mark.parametrize("change", [{"name": None}, {"layers": 3}, {"inputs": [{"name": "a"}]}])
def test_json_that_is_no_model(change):
    with pytest.raises(ContentError):
        ModelSpec.from_json({**full_spec().to_json(), **change})


def test_json_without_a_key():
    data = full_spec().to_json()
    del data["embeddings"]
    with pytest.raises(ContentError, match="embeddings"):
        ModelSpec.from_json(data)


def test_shapes():
    assert as_shapes(None) is None
    assert as_shapes([None, 3]) == (None, 3)
    assert as_shapes([[None, 3], [None]]) == ((None, 3), (None,))
    assert as_shapes([]) == ()
    assert merged_shapes([]) is None
    assert merged_shapes([(1, 2), (1, 2)]) == (1, 2)
    assert merged_shapes([(1, 2), (3,), (1, 2)]) == ((1, 2), (3,))
    assert shape_text(None) == "–"
    assert shape_text((None, 96)) == "(None, 96)"
    assert shape_text(((None, 3), (None, 4))) == "(None, 3), (None, 4)"
