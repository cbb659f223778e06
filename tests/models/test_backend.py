import builtins
import os
import sys
import types

import pytest

from padviewer.core.errors import MissingExtraError
from padviewer.models.backend import ENVIRONMENT, import_keras, version_numbers


@pytest.fixture(autouse=True)
def kept_environment(monkeypatch):
    for name in ENVIRONMENT:
        monkeypatch.setenv(name, os.environ.get(name, ""))


@pytest.mark.parametrize("missing", ["keras", "tensorflow"])
def test_what_is_missing_is_named_with_the_command(monkeypatch, missing):
    real = builtins.__import__

    def fails(name, *rest):
        if name == "keras":
            raise ModuleNotFoundError(f"No module named {missing!r}", name=f"{missing}.python")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", fails)
    with pytest.raises(MissingExtraError) as caught:
        import_keras()
    assert caught.value.what == f"Models need Keras and TensorFlow; {missing} is not there."
    assert 'pip install "padviewer[tensorflow]"' in caught.value.remedy
    assert caught.value.exit_code == 1


def test_a_bundle_says_where_another_python_is_named(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setitem(sys.modules, "keras", None)  # importing it fails
    with pytest.raises(MissingExtraError) as caught:
        import_keras()
    assert caught.value.remedy == (
        "This program comes without them. Install them in a Python of 3.11 or newer: python -m pip install "
        '"keras>=3.13.2" tensorflow. Then name that Python in Preferences, Python for models.'
    )


def test_the_remedy_names_the_python_that_lacks_them(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/opt/my python/bin/python")
    monkeypatch.setitem(sys.modules, "keras", None)
    with pytest.raises(MissingExtraError, match=r"with: '/opt/my python/bin/python' -m pip install"):
        import_keras()


def test_an_old_keras_is_refused(monkeypatch):
    monkeypatch.setitem(sys.modules, "keras", types.SimpleNamespace(__version__="3.13.1"))
    with pytest.raises(MissingExtraError, match=r"3\.13\.1"):
        import_keras()


def test_the_environment_is_set_before_the_import(monkeypatch):
    monkeypatch.setenv("KERAS_BACKEND", "torch")
    keras = types.SimpleNamespace(__version__="3.13.2")
    monkeypatch.setitem(sys.modules, "keras", keras)
    assert import_keras() is keras
    assert os.environ["KERAS_BACKEND"] == "tensorflow"
    assert os.environ["CUDA_VISIBLE_DEVICES"] == ""


def test_versions():
    assert version_numbers("3.15.1") == (3, 15, 1)
    assert version_numbers("3.14.0rc1") == (3, 14, 0)
    assert version_numbers("unknown") == ()
