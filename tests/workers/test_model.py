import json
import subprocess
import sys

import pytest

from padviewer.core.errors import ChoiceError, ContentError, PathError
from padviewer.core.model.spec import ModelSpec
from padviewer.workers import model as worker
from padviewer.workers.protocol import Connection, request

TOKENS = {"name": "tokens", "shape": [1319, 96], "dtype": "int32", "minimum": 0, "maximum": 8643}


class Heard(Connection):
    """A connection that keeps what it is told to send."""

    def __init__(self):
        self.messages = []

    def send(self, message):
        self.messages.append(json.loads(json.dumps(message)))


def saved(model, path):
    import warnings

    with warnings.catch_warnings():
        # Keras 3.15 converts its variables in a way that numpy 2 deprecates
        warnings.filterwarnings("ignore", "__array__ implementation", DeprecationWarning)
        model.save(path)
    return str(path)


def test_templates_and_check_need_no_keras():
    code = (
        "import sys, json\n"
        "sys.modules['keras'] = sys.modules['tensorflow'] = None\n"
        "from padviewer.workers import model\n"
        "spec = {'name': 'm', 'source': 'config', 'inputs': [{'name': 'ids', 'shape': [None, 100],"
        " 'dtype': 'int32'}], 'layers': [], 'embeddings': [], 'total_params': None,"
        " 'trainable_params': None, 'findings': []}\n"
        f"answer = model.check({{'model': spec, 'tensors': [{TOKENS!r}]}}, None)\n"
        "print(json.dumps([[one['key'] for one in model.templates({}, None)], answer]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    keys, answer = json.loads(done.stdout)
    assert keys == ["embedding_rnn", "embedding_conv", "masking_rnn", "dense", "conv2d"]
    assert answer["verdict"] == "Takes (None, 100) int32, gets (1319, 96)"
    assert [finding["code"] for finding in answer["findings"]] == ["other-size"]


def test_requests_that_lack_something():
    with pytest.raises(ChoiceError, match="needs model"):
        worker.check({}, Heard())
    with pytest.raises(ChoiceError, match="needs path"):
        worker.open_model({"id": 1}, Heard())
    with pytest.raises(ContentError):
        worker.check({"model": {"name": "m"}}, Heard())
    with pytest.raises(PathError):
        worker.open_model({"id": 1, "path": "/no/such/file.keras"}, Heard())


@pytest.mark.tensorflow
def test_build():
    args = {"template": "embedding_rnn", "parameters": {"output_dim": 64}, "tensor": TOKENS}
    answer = json.loads(json.dumps(worker.build(args, Heard())))
    spec = ModelSpec.from_json(answer["model"])
    assert spec.inputs[0].name == "tokens"
    assert {row.name: row.params for row in spec.layers}["embedding"] == 8644 * 64
    assert spec.total_params == 8644 * 64 + 4 * (64 + 64 + 1) * 64 + 65
    assert answer["verdict"] == "Takes (None, 96) int32, gets (1319, 96)"
    assert answer["findings"] == []
    small = json.loads(json.dumps(worker.build({**args, "input_dim": 10}, Heard())))
    assert [finding["code"] for finding in small["findings"]] == ["id-beyond-embedding"]
    rows = {"name": "x", "shape": [9, 4], "dtype": "float32"}
    assert worker.build({"template": "dense", "tensor": rows}, Heard())["findings"] == []


@pytest.mark.tensorflow
def test_what_keras_warns_of_is_a_finding():
    args = {"template": "embedding_conv", "parameters": {"mask_zero": True}, "tensor": TOKENS}
    (finding,) = worker.build(args, Heard())["findings"]
    assert (finding["level"], finding["code"]) == ("warning", "keras-warning")
    assert "mask" in finding["message"]


@pytest.mark.tensorflow
def test_open_tells_the_config_first_then_the_model(tmp_path):
    from padviewer.models.templates import build

    model = build("embedding_rnn", {}, (9, 100), "int32", 50, "ids")
    total = model.count_params()
    heard = Heard()
    answer = worker.open_model(
        {"id": 5, "path": saved(model, tmp_path / "m.keras"), "tensors": [TOKENS]}, heard
    )
    (event,) = heard.messages
    assert (event["id"], event["event"]) == (5, "config")
    assert event["model"]["source"] == "config"
    assert event["model"]["total_params"] is None
    assert answer["model"]["total_params"] == total
    for told in (event, answer):
        assert told["verdict"] == "Takes (None, 100) int32, gets (1319, 96)"
        assert [one["code"] for one in told["findings"]] == ["other-size", "id-beyond-embedding"]
    alone = worker.open_model({"id": 6, "path": str(tmp_path / "m.keras")}, heard)
    assert (alone["verdict"], alone["findings"]) == ("", [])


@pytest.mark.tensorflow
def test_the_child_end_to_end(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "padviewer.workers.model"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        hello = json.loads(process.stdout.readline())
        assert hello == {"event": "hello", "pid": process.pid, "worker": "model"}
        image = {"name": "image", "shape": [10, 28, 28, 1], "dtype": "uint8"}
        for number, (op, args) in enumerate(
            [
                ("warm", {}),
                ("build", {"template": "conv2d", "parameters": {"padding": "same"}, "tensor": image}),
                ("open", {"path": str(tmp_path / "none.keras")}),
            ]
        ):
            process.stdin.write(request(number, op, args))
        process.stdin.flush()
        warm, built, opened = (json.loads(process.stdout.readline()) for _ in range(3))
        assert warm["result"]["backend"] == "tensorflow"
        assert warm["result"]["keras"].startswith("3.")
        assert built["result"]["model"]["total_params"] == 25_785_610
        assert (opened["ok"], opened["error"]["code"], opened["error"]["exit_code"]) == (
            False,
            "no-such-file",
            4,
        )
    finally:
        process.stdin.close()
        process.wait(timeout=60)
        process.stdout.close()
        process.stderr.close()
    assert process.returncode == 0
