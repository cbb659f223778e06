import json

import pytest

pytestmark = pytest.mark.tensorflow


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    import warnings

    from padviewer.models.backend import import_keras

    keras = import_keras()
    path = tmp_path_factory.mktemp("models") / "small.keras"
    made = keras.Sequential(
        [keras.Input((4,)), keras.layers.Dense(3, name="a"), keras.layers.Dense(2, trainable=False, name="b")]
    )
    with warnings.catch_warnings():
        # Keras 3.15 converts its variables in a way that numpy 2 deprecates
        warnings.filterwarnings("ignore", "__array__ implementation", DeprecationWarning)
        made.save(path)
    return path, made


def test_the_keys_and_totals_are_keras_s(ask, model):
    path, made = model
    said = ask("summary", path)
    assert said["path"] == str(path)
    # 4 × 3 + 3 and 3 × 2 + 2
    assert [(one["name"], one["class"], one["params"], one["trainable"]) for one in said["layers"]] == [
        ("a", "Dense", 15, True),
        ("b", "Dense", 8, False),
    ]
    assert said["layers"][0]["input_shape"] == [None, 4]
    assert said["layers"][0]["output_shape"] == [None, 3]
    assert said["layers"][0]["dtype"] == "float32"
    assert (said["total_params"], said["trainable_params"]) == (made.count_params(), 15)


def test_the_table_ends_with_the_totals(run, model):
    ran = run("summary", model[0])
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "23 parameters, 15 trainable"
    assert "(None, 4)" in ran.out


def test_what_keras_warns_of_goes_to_standard_error(run, model, monkeypatch):
    import warnings

    from padviewer.models import loading

    def load(path):
        warnings.warn("Mind the\n\x1b[31mgap", UserWarning, stacklevel=1)
        return model[1]

    monkeypatch.setattr(loading, "load", load)
    ran = run("summary", model[0], "--json")
    assert ran.err == "Keras: Mind the gap\n"
    assert json.loads(ran.out)["total_params"] == 23
