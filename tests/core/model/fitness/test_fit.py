"""What a model takes beside what it gets: inputs, tensors, and the most serious misfit first."""

from padviewer.core.model.fitness.fit import TensorFacts, fit_model, verdict
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


def test_what_fits_says_nothing():
    limit = EmbeddingLimit("ids", "emb", 9)
    assert fit_model(model(limits=[limit]), [facts()]) == ()
    assert fit_model(model(InputSpec("x", (None, 96), "float32")), [facts(dtype="float64")]) == ()
    assert fit_model(model(InputSpec("x", (None, 96), "float32")), [facts(dtype="bool")]) == ()
    assert fit_model(model(InputSpec("x", (None, 2), "string")), [facts((5, 2), "str")]) == ()
    assert fit_model(model(limits=[limit]), [facts(low=None, high=None)]) == ()


def test_a_model_without_inputs_cannot_be_checked():
    assert found(ModelSpec("m"), facts()) == [("warning", "no-inputs")]


TWO = model(IDS, InputSpec("feat", (None, 4), "float32"), limits=[EmbeddingLimit("ids", "emb", 9)])


def test_inputs_are_matched_by_name_in_any_order():
    feat, ids = facts((9, 4), "float32", name="feat"), facts(name="ids")
    assert found(TWO, feat, ids) == []
    assert found(TWO, feat, facts(name="ids", high=9)) == [("error", "id-beyond-embedding")]
    extra = fit_model(TWO, [feat, ids, facts(name="label")])
    assert [(one.level, one.code, one.where) for one in extra] == [("info", "unused-tensor", "label")]


def test_other_names_are_matched_by_order():
    a, b = facts(name="a"), facts((9, 4), "float32", name="b")
    finding = only(TWO, a, b)
    assert (finding.level, finding.code) == ("warning", "other-names")
    assert "a as ids, b as feat" in finding.message
    assert finding.remedy == "Name the tensors ids, feat."
    assert ("error", "other-rank") not in found(TWO, a, b)
    assert ("error", "other-size") in found(TWO, b, a)


def test_counts():
    finding = only(TWO, facts())
    assert finding.message == "reader takes 2 inputs (ids, feat); the recipe makes 1 tensor (tokens)."
    assert (finding.level, finding.code, finding.count) == ("error", "other-count", 1)
    assert "makes no tensor" in only(TWO).message
    assert found(TWO, facts(name="ids", high=9)) == [
        ("error", "other-count"),
        ("error", "id-beyond-embedding"),
    ]
    assert found(model(), facts(name="a"), facts(name="b")) == [("error", "other-count")]


def test_findings_are_in_order_of_seriousness():
    spec = model(InputSpec("x", (None, 95, 1), "float32"))
    assert [level for level, _ in found(spec, facts(dtype="int64", high=2**30))] == [
        "error",
        "warning",
        "warning",
    ]


def test_verdict():
    assert verdict(model(), [facts()]) == "Takes (None, None) int32, gets (1319, 96)"
    assert verdict(model(), [facts(dtype="float32")]) == "Takes (None, None) int32, gets (1319, 96) float32"
    assert verdict(TWO, [facts()]) == (
        "Takes ids (None, None) int32 and feat (None, 4) float32, gets tokens (1319, 96) int32"
    )
    assert verdict(model(), []) == "Takes ids (None, None) int32, gets nothing"
    assert verdict(ModelSpec("m"), [facts()]) == "Declares no inputs"
