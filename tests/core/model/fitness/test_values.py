"""Texts, numbers and ids that an input takes, and those that it changes without a word."""

import pytest

from padviewer.core.model.fitness.fit import TensorFacts, fit_model
from padviewer.core.model.spec import EmbeddingLimit, InputSpec, ModelSpec

IDS = InputSpec("ids", (None, None), "int32")


def facts(shape=(1319, 96), dtype="int32", low=0, high=8, name="tokens", fractional=None):
    return TensorFacts(name, shape, dtype, low, high, fractional)


def model(*inputs, limits=()):
    return ModelSpec("reader", inputs or (IDS,), embeddings=tuple(limits))


def found(spec, *tensors):
    return [(finding.level, finding.code) for finding in fit_model(spec, tensors)]


def only(spec, *tensors):
    (finding,) = fit_model(spec, tensors)
    return finding


def test_text_for_numbers_and_numbers_for_text():
    assert found(model(), facts(dtype="str")) == [("error", "text-for-numbers")]
    assert found(model(), facts(dtype="object")) == [("error", "text-for-numbers")]
    assert found(model(InputSpec("x", (None, 96), "string")), facts()) == [("error", "numbers-for-text")]


def test_floats_for_integers():
    assert found(model(), facts(dtype="float32")) == [("error", "float-for-int")]
    assert found(model(), facts(dtype="float32", fractional=True)) == [("error", "float-for-int")]
    assert found(model(), facts(dtype="float32", fractional=False)) == [("warning", "float-ids")]
    declared_float = model(
        InputSpec("ids", (None, None), "float32"), limits=[EmbeddingLimit("ids", "emb", 9)]
    )
    assert found(declared_float, facts(dtype="float32")) == [("error", "float-for-int")]
    assert found(declared_float, facts(dtype="float32", fractional=False)) == [("warning", "float-ids")]
    assert found(declared_float, facts()) == []


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 2**31 - 1, []),
        (0, 2**31, [("error", "overflow")]),
        (-(2**31), 0, []),
        (-(2**31) - 1, 0, [("error", "overflow")]),
    ],
)
def test_integers_that_the_input_cannot_hold(low, high, expected):
    assert found(model(), facts(dtype="int64", low=low, high=high)) == expected


def test_integers_that_a_float_input_holds_inexactly():
    spec = model(InputSpec("x", (None, 96), "float32"))
    assert found(spec, facts(dtype="int64", high=2**24)) == []
    assert found(spec, facts(dtype="int64", high=2**24 + 1)) == [("warning", "inexact")]
    assert found(spec, facts(dtype="int64", low=-(2**24) - 1)) == [("warning", "inexact")]
    assert found(spec, facts(dtype="float64", high=2.0**25)) == []


def test_ids_against_the_embedding():
    spec = model(limits=[EmbeddingLimit("ids", "emb", 8644), EmbeddingLimit("ids", "small", 10)])
    assert found(spec, facts(high=9)) == []
    assert [f.message.split(";")[1].split(" has")[0] for f in fit_model(spec, [facts(high=10)])] == [" small"]
    assert len(fit_model(spec, [facts(high=8644)])) == 2
    finding = only(model(limits=[EmbeddingLimit("ids", "emb", 8644)]), facts(high=8644))
    assert "ids up to 8,644; emb has input_dim 8,644, so its last id is 8,643." in finding.message
    assert finding.remedy == "Build the model with input_dim 8645."


def test_negative_ids():
    finding = only(model(limits=[EmbeddingLimit("ids", "emb", 20)]), facts(low=-1))
    assert (finding.level, finding.code) == ("error", "negative-id")
    assert "ids from −1; for a negative id emb silently reads a row from its end" in finding.message
    assert found(model(), facts(low=-1)) == []


def test_a_float_id_is_written_as_a_number():
    spec = model(InputSpec("ids", (None, None), "float32"), limits=[EmbeddingLimit("ids", "emb", 5)])
    messages = [
        finding.message for finding in fit_model(spec, [facts(dtype="float32", low=-0.5, high=1234.5)])
    ]
    assert any("ids up to 1,234.5;" in message for message in messages)
    assert any("ids from −0.5;" in message for message in messages)
