"""Running the command line in this process, on small real files."""

import json
import zipfile
from typing import NamedTuple

import numpy as np
import pytest

from padviewer.cli import main


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capfd):
    """Return ``run(*words)``: exit code, standard output, standard error."""

    def run(*words):
        code = main([str(word) for word in words])
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run


@pytest.fixture
def ask(run):
    """Return ``ask(*words)``: the JSON document of a command that ends with 0 and says nothing else."""

    def ask(*words):
        ran = run(*words, "--json")
        assert (ran.code, ran.err) == (0, "")
        return json.loads(ran.out)

    return ask


@pytest.fixture
def texts(tmp_path):
    """Four texts of 3, 2, 0 and 3 words, one label each."""
    path = tmp_path / "texts.jsonl"
    lines = [("the cat sat", 1), ("the dog", 0), ("", 0), ("a cat ran", 1)]
    path.write_text("".join(json.dumps({"text": text, "y": y}) + "\n" for text, y in lines), "utf-8")
    return path


@pytest.fixture
def lists(tmp_path):
    """Rows of 4, 2, 0 and 1 integers."""
    path = tmp_path / "lists.jsonl"
    path.write_text('{"x": [5, 6, 7, 8]}\n{"x": [9, 10]}\n{"x": []}\n{"x": [11]}\n', "utf-8")
    return path


@pytest.fixture
def dense(tmp_path):
    """A float64 array of 3 rows of 4."""
    path = tmp_path / "dense.npy"
    np.save(path, np.arange(12.0).reshape(3, 4))
    return path


@pytest.fixture
def keras_file():
    """Return ``keras_file(path)``: a model of two layers as Keras writes it, without weights."""

    def keras_file(path):
        layers = [
            {
                "class_name": "InputLayer",
                "module": "keras.layers",
                "config": {"batch_shape": [None, 5], "dtype": "float32", "name": "in"},
            },
            {
                "class_name": "Dense",
                "module": "keras.layers",
                "config": {"name": "out", "units": 2, "dtype": "float32", "trainable": True},
                "build_config": {"input_shape": [None, 5]},
            },
        ]
        config = {
            "class_name": "Sequential",
            "module": "keras",
            "config": {"name": "tiny", "layers": layers, "build_input_shape": [None, 5]},
        }
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("metadata.json", '{"keras_version": "3.13.2"}')
            archive.writestr("config.json", json.dumps(config))
        return path

    return keras_file
