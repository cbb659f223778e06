"""Unfit: the error that a tensor cannot be given to a model's input as it is."""

from __future__ import annotations

from padviewer.core.finding import Finding
from padviewer.core.model.tensor_facts import TensorFacts
from padviewer.core.sentence import Sentence


def unfit(code: str, tensor: TensorFacts, message: Sentence, remedy: Sentence, count: int = 0) -> Finding:
    """Return the error that a tensor cannot be given to a model's input."""
    return Finding("error", code, message, count=count, where=tensor.name, remedy=remedy)
