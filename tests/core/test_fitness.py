import pytest

from padviewer.core.fitness import TensorFacts, fit_model, verdict
from padviewer.core.modelspec import EmbeddingLimit, InputSpec, ModelSpec

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


def test_other_size_on_each_axis():
    finding = only(model(InputSpec("ids", (None, 100), "int32")), facts())
    assert finding.message == "tokens has 96 steps on axis 1; the model's ids takes exactly 100."
    assert finding.remedy == "Set maxlen to 100, or build the model for 96."
    assert (finding.level, finding.count, finding.where) == ("error", 4, "tokens")
    both = fit_model(model(InputSpec("x", (None, 28, 5), "float32")), [facts((640, 29, 12), "float32")])
    assert [finding.message for finding in both] == [
        "tokens has 29 steps on axis 1; the model's x takes exactly 28.",
        "tokens has 12 features on axis 2; the model's x takes exactly 5.",
    ]
    inner = only(model(InputSpec("x", (None, 5, 7, 3), "float32")), facts((2, 5, 6, 3), "float32"))
    assert "6 cells on axis 2" in inner.message
    one = only(model(InputSpec("x", (None, 6), "float32")), facts((2, 1), "float32"))
    assert "has 1 feature on axis 1" in one.message


def test_one_step_too_few_is_found():
    assert found(model(InputSpec("ids", (None, 96), "int32")), facts((1319, 95))) == [("error", "other-size")]


def test_rank():
    finding = only(model(InputSpec("x", (None, None, 12), "float32")), facts())
    assert finding.message == "tokens has 2 axes (1319, 96); the model's x takes 3 (None, None, 12)."
    assert "Embedding" in finding.remedy
    flat = only(model(), facts((640, 29, 12), "int32"))
    assert (flat.code, "recurrent" in flat.remedy) == ("other-rank", True)
    assert only(model(), facts((5,))).remedy.startswith("Choose another column")


def test_keras_adds_and_drops_a_last_axis_of_one():
    added = model(InputSpec("x", (None, 96, 1), "float32"))
    assert found(added, facts(dtype="float32")) == [("warning", "rank-adjusted")]
    assert found(model(), facts((1319, 96, 1))) == [("warning", "rank-adjusted")]
    short = model(InputSpec("x", (None, 95, 1), "float32"))
    assert found(short, facts(dtype="float32")) == [("error", "other-size"), ("warning", "rank-adjusted")]
    assert found(model(), facts((1319, 96, 2))) == [("error", "other-rank")]


def test_a_fixed_batch():
    fixed = model(InputSpec("ids", (32, None), "int32"))
    assert found(fixed, facts((32, 5))) == []
    assert found(fixed, facts((64, 5))) == [("info", "fixed-batch")]
    finding = only(fixed, facts((70, 5)))
    assert (finding.level, finding.count) == ("error", 6)
    assert "the last 6 do not fill a batch" in finding.message
    assert found(model(InputSpec("ids", (0, None), "int32")), facts((3, 5))) == [("error", "fixed-batch")]


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
    assert finding.remedy == "Set input_dim to 8645, or cap the vocabulary at id 8643."


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


@pytest.mark.tensorflow
@pytest.mark.filterwarnings("ignore:The structure of `inputs`:UserWarning")
def test_rank_and_axes_as_keras_itself_judges_them():
    import numpy as np

    from padviewer.models.backend import import_keras

    keras = import_keras()
    wanted = [(None,), (6,), (None, 1), (6, 1), (6, 3), (None, None), (None, 3), (6, 1, 1), (6, None, 3)]
    given = [
        (2,),
        (2, 1),
        (2, 5),
        (2, 6),
        (2, 5, 1),
        (2, 6, 1),
        (2, 6, 3),
        (2, 6, 1, 1),
        (2, 6, 4, 3),
        (2, 1, 1),
    ]
    judged = {True: 0, False: 0}
    for inner in wanted:
        start = keras.Input(inner, name="x")
        network = keras.Model(start, keras.layers.Identity()(start))
        spec = model(InputSpec("x", (None, *inner), "float32"))
        for shape in given:
            try:
                network(np.zeros(shape, "float32"))
                takes = True
            except ValueError:
                takes = False
            errors = [one for one in fit_model(spec, [facts(shape, "float32")]) if one.level == "error"]
            # where either has a last axis of 1, Keras does not compare it; the layer behind the input fails
            lets_pass = takes and 1 in {shape[-1], inner[-1]}
            assert (not errors) == takes or lets_pass, (inner, shape, errors)
            judged[takes] += 1
    assert min(judged.values()) > 20
