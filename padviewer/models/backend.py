"""Keras on TensorFlow, imported quietly and on the CPU, or an error that says what to install."""

from __future__ import annotations

import os
import re
import shlex
import sys
from typing import Any

from padviewer.core.errors import MissingExtraError
from padviewer.core.sentence import Sentence, say

ENVIRONMENT = {
    "KERAS_BACKEND": "tensorflow",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "CUDA_VISIBLE_DEVICES": "",
}
OLDEST_KERAS = (3, 13, 2)


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
            "no-tensorflow",
            say("Models need Keras and TensorFlow; {missing} is not there.", missing=missing),
            remedy=remedy(),
        ) from error
    if version_numbers(keras.__version__) < OLDEST_KERAS:
        raise MissingExtraError(
            "old-keras",
            say(
                "Keras {version} has known holes in loading models; 3.13.2 or newer is needed.",
                version=str(keras.__version__),
            ),
            remedy=remedy(),
        )
    return keras


def remedy() -> Sentence:
    """Return how Keras and TensorFlow come to this program: a bundle cannot have them installed into it."""
    if getattr(sys, "frozen", False):
        return say(
            "This program comes without them. Install them in a Python of 3.11 or newer: {command}. "
            "Then name that Python in Preferences, Python for models.",
            command='python -m pip install "keras>=3.13.2" tensorflow',
        )
    command = f'{shlex.quote(sys.executable)} -m pip install "padviewer[tensorflow]"'
    return say("Install it with: {command}", command=command)


def version_numbers(version: str) -> tuple[int, ...]:
    """Return the leading numbers of a version: ``"3.15.1"`` is (3, 15, 1), ``"3.14.0rc1"`` (3, 14, 0)."""
    head = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(int(number) for number in head[0].split(".")) if head else ()
