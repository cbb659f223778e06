"""Keras on TensorFlow, imported quietly and on the CPU, or an error that says what to install."""

from __future__ import annotations

import os
import re
from typing import Any

from padviewer.core.errors import MissingExtraError

ENVIRONMENT = {
    "KERAS_BACKEND": "tensorflow",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "CUDA_VISIBLE_DEVICES": "",
}
OLDEST_KERAS = (3, 13, 2)
INSTALL = 'Install it with: python -m pip install "padviewer[tensorflow]"'


def import_keras() -> Any:
    """Return the keras module; the first call sets the environment and takes some seconds.

    Raises
    ------
    MissingExtraError
        Keras or TensorFlow is not installed, or Keras is older than 3.13.2 (which has known holes in
        loading models).
    """
    os.environ.update(ENVIRONMENT)
    try:
        import keras
    except ImportError as error:
        missing = (error.name or "keras").split(".")[0]
        raise MissingExtraError(
            "no-tensorflow", f"Models need Keras and TensorFlow; {missing} is not there.", remedy=INSTALL
        ) from error
    if version_numbers(keras.__version__) < OLDEST_KERAS:
        raise MissingExtraError(
            "old-keras",
            f"Keras {keras.__version__} has known holes in loading models; 3.13.2 or newer is needed.",
            remedy=INSTALL,
        )
    return keras


def version_numbers(version: str) -> tuple[int, ...]:
    """Return the leading numbers of a version: ``"3.15.1"`` is (3, 15, 1), ``"3.14.0rc1"`` (3, 14, 0)."""
    head = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(int(number) for number in head[0].split(".")) if head else ()
