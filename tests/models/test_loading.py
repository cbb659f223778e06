import json
import shutil
import zipfile

import pytest

from padviewer.core.errors import ContentError, MissingExtraError, PathError, UnsafeError
from padviewer.models import loading
from padviewer.models.backend import import_keras
from padviewer.models.loading import load, plain_text

pytestmark = pytest.mark.tensorflow


@pytest.fixture(scope="module")
def keras():
    return import_keras()


def saved(model, path):
    import warnings

    with warnings.catch_warnings():
        # Keras 3.15 converts its variables in a way that numpy 2 deprecates
        warnings.filterwarnings("ignore", "__array__ implementation", DeprecationWarning)
        model.save(path)
    return path


@pytest.fixture(scope="module")
def model(keras):
    return keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, name="d")], name="small")


@pytest.fixture(scope="module")
def file(model, tmp_path_factory):
    return saved(model, tmp_path_factory.mktemp("models") / "small.keras")


def rewritten(file, path, change):
    """Copy a model with another config.json."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "config.json":
                data = json.dumps(change(json.loads(data))).encode()
            new.writestr(name, data)
    return path


def refused(kind, code, path):
    with pytest.raises(kind) as caught:
        load(path)
    error = caught.value
    assert type(error) is kind
    assert error.code == code
    assert "\x1b" not in str(error)
    assert "Arguments received" not in str(error)
    assert "safe_mode=False" not in str(error)
    assert len(str(error)) < 700
    return error


def test_loads_the_same_weights_without_compiling(keras, model, file):
    import numpy as np

    loaded = load(file)
    assert loaded.name == "small"
    assert not loaded.compiled
    for one, other in zip(loaded.weights, model.weights, strict=True):
        np.testing.assert_array_equal(one.numpy(), other.numpy())


def test_it_never_asks_keras_for_unsafe_loading(keras, file, monkeypatch):
    asked = {}
    monkeypatch.setattr(keras.saving, "load_model", lambda path, **options: asked.update(options, path=path))
    load(file)
    assert asked == {"path": str(file), "compile": False, "safe_mode": True}


def test_paths_and_formats(tmp_path, file):
    refused(PathError, "no-such-file", tmp_path / "none.keras")
    refused(PathError, "is-a-folder", tmp_path)
    (tmp_path / "m.h5").write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(64))
    refused(ContentError, "hdf5-model", tmp_path / "m.h5")
    (tmp_path / "m.pkl").write_bytes(b"\x80\x04\x95")
    assert refused(UnsafeError, "pickle", tmp_path / "m.pkl").exit_code == 3
    (tmp_path / "cut.keras").write_bytes(file.read_bytes()[:-100])
    refused(ContentError, "damaged-model", tmp_path / "cut.keras")


def test_another_suffix_says_how_to_rename_it(tmp_path, file):
    other = tmp_path / "small.zip"
    shutil.copy(file, other)
    assert refused(ContentError, "other-suffix", other).remedy == "Rename it to small.keras."


def test_a_lambda_is_refused(keras, tmp_path):
    unsafe = keras.Sequential([keras.Input((3,)), keras.layers.Lambda(lambda x: x * 2, name="double")])
    error = refused(UnsafeError, "code-in-model", saved(unsafe, tmp_path / "l.keras"))
    assert error.exit_code == 3
    assert "double is a Lambda" in error.what


def test_a_module_outside_keras_is_refused_and_not_imported(tmp_path, file, monkeypatch):
    folder = tmp_path / "code"
    folder.mkdir()
    (folder / "hostile_module.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\nclass Thing: pass\n")
    monkeypatch.syspath_prepend(folder)

    def change(config):
        config["config"]["layers"][1].update(
            module="hostile_module", class_name="Thing", registered_name="Thing"
        )
        return config

    error = refused(UnsafeError, "code-outside-keras", rewritten(file, tmp_path / "h.keras", change))
    assert "hostile_module" in error.what
    assert not (tmp_path / "ran").exists()


def test_a_custom_layer_says_so(tmp_path, file):
    def change(config):
        config["config"]["layers"][1].update(module=None, class_name="Mine", registered_name="p>Mine")
        return config

    error = refused(ContentError, "custom-layer", rewritten(file, tmp_path / "c.keras", change))
    assert "d uses Mine" in error.what


def test_a_config_that_keras_cannot_build(tmp_path, file):
    def change(config):
        config["config"]["layers"][1]["config"]["units"] = -5
        return config

    error = refused(ContentError, "model-not-loaded", rewritten(file, tmp_path / "b.keras", change))
    assert "units" in error.what


def test_weights_that_do_not_fit(tmp_path, file):
    def change(config):
        config["config"]["layers"][1]["config"]["units"] = 7
        return config

    refused(ContentError, "model-not-loaded", rewritten(file, tmp_path / "w.keras", change))


def test_a_zip_bomb_is_refused(tmp_path, file):
    path = tmp_path / "bomb.keras"
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("config.json", old.read("config.json"))
        new.writestr("model.weights.h5", bytes(10_000_000))
    refused(UnsafeError, "over-limit", path)


@pytest.mark.parametrize(
    ("error", "kind", "code"),
    [
        (MemoryError(), ContentError, "model-too-large"),
        (ImportError("no keras_hub"), MissingExtraError, "missing-package"),
        (ValueError("This is unsafe; pass `safe_mode` ..."), UnsafeError, "code-in-model"),
        (ZeroDivisionError(), ContentError, "model-not-loaded"),
    ],
)
def test_what_keras_raises_becomes_a_sentence(keras, file, monkeypatch, error, kind, code):
    def fails(path, **options):
        raise error

    monkeypatch.setattr(keras.saving, "load_model", fails)
    with pytest.raises(kind) as caught:
        load(file)
    assert caught.value.code == code
    assert caught.value.where == "small.keras"


def test_advice_to_switch_safety_off_is_cut():
    advice = "If you trust the source, you can override this by passing `safe_mode=False`."
    assert plain_text(f"It is disallowed by default. {advice}") == "It is disallowed by default."


def test_plain_text():
    raw = (
        "Exception encountered when calling Dense.call().\n\n"
        "\x1b[1mDimensions must be equal, \x1b[0m2 and 3.\n\n"
        "Arguments received by Dense.call():\n  • inputs=tf.Tensor(shape=(2, 2))"
    )
    assert plain_text(raw) == "Dimensions must be equal, 2 and 3."
    assert (
        plain_text("Could not locate class 'X'. Full object config: {'module': 3}")
        == "Could not locate class 'X'."
    )
    outer = "Sequential could not be deserialized properly.\n\nconfig={'a': 1}.\n\n"
    assert plain_text(f"{outer}Exception encountered: Bad units.") == "Bad units."
    assert plain_text("") == ""
    assert plain_text("Arguments received: none") == "Arguments received: none"
    long = plain_text("word " * 1000)
    assert len(long) <= loading.MOST_TEXT + 2
    assert long.endswith("word …")
