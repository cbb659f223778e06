import json
import zipfile

import pytest

from padviewer.core.errors import ContentError, PathError
from padviewer.core.model.network import (
    EmbeddingLimit,
    InputSpec,
    LayerSpec,
    read_keras_config,
    spec_from_config,
)

FLOAT32 = {"module": "keras", "class_name": "DTypePolicy", "config": {"name": "float32"}}


def layer(class_name, name, build=None, module="keras.layers", **config):
    one = {"module": module, "class_name": class_name, "config": {"name": name, **config}, "name": name}
    return {**one, "build_config": {"input_shape": build}} if build is not None else one


def input_layer(name, shape, dtype="float32"):
    return layer("InputLayer", name, batch_shape=shape, dtype=dtype)


def embedding(name, input_dim, mask_zero=False, build=(None, None)):
    return layer("Embedding", name, list(build), input_dim=input_dim, mask_zero=mask_zero, dtype=FLOAT32)


def sequential(*layers, name="seq", **rest):
    return {
        "module": "keras",
        "class_name": "Sequential",
        "config": {"name": name, "layers": list(layers)},
        **rest,
    }


def tensor(source, shape, call=0, number=0):
    config = {"shape": shape, "dtype": "float32", "keras_history": [source, call, number]}
    return {"class_name": "__keras_tensor__", "config": config}


def called(one, *calls):
    nodes = [call if isinstance(call, dict) else {"args": call, "kwargs": {}} for call in calls]
    return {**one, "inbound_nodes": nodes}


def functional(inputs, outputs, *layers, name="net"):
    config = {"name": name, "layers": list(layers), "input_layers": inputs, "output_layers": outputs}
    return {
        "module": "keras.src.models.functional",
        "class_name": "Functional",
        "config": config,
        "name": name,
    }


def codes(spec):
    return [finding.code for finding in spec.findings]


def test_reads_a_file(tmp_path):
    path = tmp_path / "m.keras"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("config.json", json.dumps(sequential(input_layer("x", [None, 4]), layer("Dense", "d"))))
    spec = read_keras_config(path)
    assert spec.name == "seq"
    assert spec.source == "config"
    assert spec.inputs == (InputSpec("x", (None, 4), "float32"),)
    assert spec.total_params is None
    with pytest.raises(PathError):
        read_keras_config(tmp_path / "none.keras")


def test_sequential():
    spec = spec_from_config(
        sequential(
            input_layer("ids", [None, None], "int32"),
            embedding("emb", 50, mask_zero=True),
            layer("LSTM", "lstm", [None, None, 8], trainable=False, dtype="mixed_float16"),
            layer("Dense", "dense", [None, 4]),
        )
    )
    assert spec.inputs == (InputSpec("ids", (None, None), "int32"),)
    assert spec.layers == (
        LayerSpec("emb", "Embedding", (None, None), (None, None, 8), "float32"),
        LayerSpec("lstm", "LSTM", (None, None, 8), (None, 4), "float16", trainable=False),
        LayerSpec("dense", "Dense", (None, 4), None),
    )
    assert spec.embeddings == (EmbeddingLimit("ids", "emb", 50, mask_zero=True),)
    assert spec.findings == ()


def test_a_later_embedding_does_not_read_the_input():
    layers = (input_layer("x", [None, 4]), layer("Dense", "d"), embedding("emb", 9))
    assert spec_from_config(sequential(*layers)).embeddings == ()


def test_a_reshaped_input_still_reaches_the_embedding():
    layers = (input_layer("x", [None, 4]), layer("Flatten", "f"), embedding("emb", 9))
    assert spec_from_config(sequential(*layers)).embeddings == (EmbeddingLimit("x", "emb", 9),)


def test_sequential_without_an_input_layer():
    built = sequential(embedding("emb", 9, build=(32, 12)), build_config={"input_shape": [32, 12]})
    assert spec_from_config(built).inputs == (InputSpec("emb_input", (None, 12), "float32"),)
    older = sequential(layer("Dense", "d", batch_input_shape=[None, 7]))
    assert spec_from_config(older).inputs == (InputSpec("d", (None, 7), "float32"),)
    nested = sequential(sequential(input_layer("x", [None, 3], "int32"), name="inner"))
    assert spec_from_config(nested).inputs == (InputSpec("x", (None, 3), "int32"),)
    unbuilt = spec_from_config(sequential(layer("Dense", "d")))
    assert unbuilt.inputs == ()
    assert codes(unbuilt) == ["no-inputs"]
    assert codes(spec_from_config(sequential())) == ["no-inputs"]
    two = functional(
        [["a", 0, 0], ["b", 0, 0]], ["a", 0, 0], input_layer("a", [None]), input_layer("b", [None])
    )
    assert spec_from_config(sequential(two)).inputs == ()


def two_inputs(input_layers):
    return functional(
        input_layers,
        ["add", 0, 0],
        input_layer("tok", [None, None], "int32"),
        input_layer("feat", [None, 4]),
        called(embedding("emb", 20), [tensor("tok", [None, None])]),
        called(
            layer("LSTM", "lstm", [None, None, 8]),
            {"args": [tensor("emb", [None, None, 8])], "kwargs": {"mask": tensor("not_equal", [None, None])}},
        ),
        called(
            layer("NotEqual", "not_equal", module="keras.src.ops.numpy"), [tensor("tok", [None, None]), 0]
        ),
        called(layer("Dense", "shared", [None, 4]), [tensor("lstm", [None, 4])], [tensor("feat", [None, 4])]),
        called(layer("Add", "add"), [[tensor("shared", [None, 3]), tensor("shared", [None, 3], call=1)]]),
    )


@pytest.mark.parametrize(
    "input_layers", [[["tok", 0, 0], ["feat", 0, 0]], {"tok": ["tok", 0, 0], "feat": ["feat", 0, 0]}]
)
def test_functional_with_two_inputs(input_layers):
    spec = spec_from_config(two_inputs(input_layers))
    assert spec.inputs == (InputSpec("tok", (None, None), "int32"), InputSpec("feat", (None, 4), "float32"))
    assert spec.embeddings == (EmbeddingLimit("tok", "emb", 20),)
    rows = {row.name: (row.input_shape, row.output_shape) for row in spec.layers}
    assert rows == {
        "tok": ((None, None), (None, None)),
        "feat": ((None, 4), (None, 4)),
        "emb": ((None, None), (None, None, 8)),
        "lstm": ((None, None, 8), (None, 4)),
        "shared": ((None, 4), (None, 3)),
        "add": ((None, 3), None),
    }


def test_mask_operations_are_hidden_in_chains_but_not_as_outputs():
    def chain(outputs):
        return functional(
            ["x", 0, 0],
            outputs,
            input_layer("x", [None, 5, 3]),
            called(layer("NotEqual", "ne", module="keras.src.ops.numpy"), [tensor("x", [None, 5, 3])]),
            called(layer("Any", "any", module="keras.src.ops.numpy"), [tensor("ne", [None, 5, 3])]),
            called(
                layer("LSTM", "lstm"),
                {"args": [tensor("x", [None, 5, 3])], "kwargs": {"mask": tensor("any", [None, 5])}},
            ),
        )

    assert [row.name for row in spec_from_config(chain(["lstm", 0, 0])).layers] == ["x", "lstm"]
    shown = spec_from_config(chain([["lstm", 0, 0], ["any", 0, 0]])).layers
    assert [row.name for row in shown] == ["x", "ne", "any", "lstm"]


def test_older_keras_writes_its_graph_as_lists():
    spec = spec_from_config(
        functional(
            [["a", 0, 0]],
            [["emb", 0, 0]],
            layer("InputLayer", "a", batch_input_shape=[None, 6], dtype="int32"),
            {**layer("Reshape", "r"), "inbound_nodes": [[["a", 0, 0, {}]]]},
            {**embedding("emb", 30), "inbound_nodes": [[["r", 0, 0, {}]]]},
        )
    )
    assert spec.inputs == (InputSpec("a", (None, 6), "int32"),)
    assert spec.embeddings == (EmbeddingLimit("a", "emb", 30),)


def test_an_embedding_in_a_nested_model_belongs_to_the_right_input():
    inner = functional(
        [["p", 0, 0], ["q", 0, 0]],
        ["emb", 0, 0],
        input_layer("p", [None, 3]),
        input_layer("q", [None, 5]),
        called(embedding("emb", 7), [tensor("q", [None, 5])]),
        name="inner",
    )
    outer = functional(
        [["a", 0, 0], ["b", 0, 0]],
        ["inner", 0, 0],
        input_layer("a", [None, 5]),
        input_layer("b", [None, 3]),
        called(inner, [[tensor("b", [None, 3]), tensor("a", [None, 5])]]),
    )
    assert spec_from_config(outer).embeddings == (EmbeddingLimit("a", "inner/emb", 7),)


def test_a_loop_in_the_graph_ends():
    spec = spec_from_config(
        functional(
            ["a", 0, 0],
            ["r", 0, 0],
            input_layer("a", [None, 3]),
            called(layer("Reshape", "r"), [tensor("a", [None, 3]), tensor("r", [None, 3])]),
        )
    )
    assert [row.name for row in spec.layers] == ["a", "r"]


def test_custom_and_unsafe_layers_are_findings():
    spec = spec_from_config(
        sequential(
            input_layer("x", [None, 3]),
            layer("MyLayer", "mine", module=None),
            layer("Thing", "other", module="their.code"),
            layer("Lambda", "lam"),
        )
    )
    assert codes(spec) == ["custom-layer", "custom-layer", "code-in-model"]
    assert [finding.level for finding in spec.findings] == ["warning", "warning", "error"]
    assert [finding.where for finding in spec.findings] == ["mine", "other", "lam"]
    assert "their.code" in spec.findings[1].message
    assert len(spec.layers) == 3


def test_a_subclassed_model_has_no_inputs():
    config = {"module": None, "class_name": "Sub", "config": {}, "build_config": {"input_shape": [2, 7]}}
    spec = spec_from_config(config)
    assert (spec.name, spec.inputs, spec.layers) == ("Sub", (), ())
    assert codes(spec) == ["custom-layer", "no-inputs"]


def test_build_shapes_that_are_no_shapes_are_unknown():
    spec = spec_from_config(sequential(layer("Dense", "d", [None, 3]), layer("Dense", "e", ["?"])))
    assert spec.layers[0].output_shape is None
    assert spec.layers[1].input_shape is None


def test_deep_nesting_is_read_once_a_level():
    nested = sequential(layer("Dense", "d"))
    for _ in range(60):
        nested = sequential(nested)
    assert spec_from_config(nested).inputs == ()


@pytest.mark.parametrize(
    "config",
    [
        sequential(3),
        sequential({"class_name": "Dense"}),
        sequential({"class_name": "Dense", "config": 3}),
        sequential(input_layer("x", 5)),
        sequential(input_layer("x", [None, -4])),
        sequential(input_layer("x", [None]), embedding("e", "many")),
        sequential(input_layer("x", [None]), layer("Embedding", "e")),
        functional(["missing", 0, 0], []),
        functional(["a", 0, 0], [], input_layer("a", [None]), called(layer("Dense", "d"), [tensor("a", 7)])),
        functional([["a", 0, 0]] * 2, [], input_layer("a", [None])),
    ],
)
def test_a_config_that_contradicts_itself_is_a_sentence(config):
    with pytest.raises(ContentError) as caught:
        spec_from_config(config, where="m.keras")
    assert caught.value.what.endswith(".")


def test_random_damage_to_a_config_is_read_or_a_sentence():
    text = json.dumps(two_inputs([["tok", 0, 0], ["feat", 0, 0]]))
    outcomes = set()
    for old in (
        '"keras_history"',
        "[null, null]",
        '"args"',
        '"inbound_nodes"',
        '"config"',
        "0",
        '"name"',
        "null",
    ):
        for new in ('"x"', "[]", "{}", "-1", "null", '["a"]', "[[1]]"):
            for count in (1, 3, -1):
                try:
                    config = json.loads(text.replace(old, new, count))
                except ValueError:
                    continue
                try:
                    spec_from_config(config)
                    outcomes.add("read")
                except ContentError:
                    outcomes.add("sentence")
    assert outcomes == {"read", "sentence"}
