"""What the steps of a tensor are called: words, characters, or steps."""

from __future__ import annotations

from padviewer.core.choices.encode import Tokenise
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.sentence import Sentence, say, say_count


def unit(own: TensorPlan, count: int = 2) -> Sentence:
    """Return what a step of the tensor is called: steps, or the encoder's own word."""
    by = _encoded_by(own)
    if by == "words":
        return say("words") if count != 1 else say("word")
    if by == "characters":
        return say("characters") if count != 1 else say("character")
    return say("steps") if count != 1 else say("step")


def units(own: TensorPlan, count: int) -> Sentence:
    """Return a count of the tensor's steps in the encoder's own word: ``1 step``, ``2,000 words``."""
    by = _encoded_by(own)
    if by == "words":
        return say_count("{count} word", "{count} words", count)
    if by == "characters":
        return say_count("{count} character", "{count} characters", count)
    return say_count("{count} step", "{count} steps", count)


def _encoded_by(own: TensorPlan) -> str:
    encoders = (one.by for one in own.choice.transforms if isinstance(one, Tokenise))
    return next(encoders, "")
