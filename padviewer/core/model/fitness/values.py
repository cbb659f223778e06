"""Whether a tensor's values fit a model's input: texts or numbers, the dtype, ids against Embeddings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from padviewer.core.finding import Finding
from padviewer.core.model.fitness.unfit import unfit
from padviewer.core.model.spec import EmbeddingLimit, InputSpec
from padviewer.core.model.tensor_facts import Number, TensorFacts
from padviewer.core.sentence import say

MOST_IDS = 10_000_000  # an Embedding of more rows is none that anybody would build
EXACT_INTEGERS = {"float16": 1 << 11, "bfloat16": 1 << 8, "float32": 1 << 24, "float64": 1 << 53}


def check_values(
    one: InputSpec, tensor: TensorFacts, embeddings: Sequence[EmbeddingLimit]
) -> Iterator[Finding]:
    """Yield what does not fit; `embeddings` are all of the model's."""
    if tensor.kind == "U":
        if one.dtype != "string":
            yield unfit(
                "text-for-numbers",
                tensor,
                say(
                    "{tensor} holds {dtype}, which are no numbers; the model's {input} takes {takes}.",
                    tensor=tensor.name,
                    dtype=tensor.dtype,
                    input=one.name,
                    takes=one.dtype,
                ),
                say("Encode the texts as ids (Tokenise, then Vocabulary)."),
            )
        return
    if one.dtype == "string":
        yield unfit(
            "numbers-for-text",
            tensor,
            say(
                "{tensor} holds {dtype}; the model's {input} takes text.",
                tensor=tensor.name,
                dtype=tensor.dtype,
                input=one.name,
            ),
            say("Build the model for ids, without the layer that reads text."),
        )
        return
    limits = [limit for limit in embeddings if limit.input_name == one.name]
    yield from _numbers(one, tensor, limits)
    for limit in limits:
        yield from _ids(tensor, limit)


def _numbers(one: InputSpec, tensor: TensorFacts, limits: Sequence[EmbeddingLimit]) -> Iterator[Finding]:
    integer = one.dtype.startswith(("int", "uint"))
    if tensor.kind == "f" and (integer or limits):
        wanted = one.dtype if integer else "int32"
        if integer:
            taker = say("the model's {input} takes {takes}", input=one.name, takes=one.dtype)
        else:
            taker = say("{layer} reads ids", layer=limits[0].layer_name)
        if tensor.fractional is False:
            yield Finding(
                "warning",
                "float-ids",
                say(
                    "{tensor} is {dtype} with whole numbers; {taker}. Keras casts them.",
                    tensor=tensor.name,
                    dtype=tensor.dtype,
                    taker=taker,
                ),
                where=tensor.name,
                remedy=say("Set dtype to {dtype}.", dtype=wanted),
            )
        else:
            yield unfit(
                "float-for-int",
                tensor,
                say(
                    "{tensor} is {dtype}; {taker}. Keras cuts off the fractions without a word.",
                    tensor=tensor.name,
                    dtype=tensor.dtype,
                    taker=taker,
                ),
                say("Build the model for floats, or choose a column of whole ids."),
            )
    low, high = tensor.minimum, tensor.maximum
    if low is None or high is None:
        return
    if integer and (low < np.iinfo(one.dtype).min or high > np.iinfo(one.dtype).max):
        yield unfit(
            "overflow",
            tensor,
            say(
                "{tensor} holds values from {low} to {high}, beyond the {takes} that "
                "the model's {input} takes. They wrap around.",
                tensor=tensor.name,
                low=_number(low),
                high=_number(high),
                takes=one.dtype,
                input=one.name,
            ),
            say("Build the model for a wider dtype."),
        )
    exact = EXACT_INTEGERS.get(one.dtype)
    if exact and tensor.kind in "iu" and max(-low, high) > exact:
        yield Finding(
            "warning",
            "inexact",
            say(
                "{tensor} holds integers up to {low}; the model's {input} takes "
                "{takes}, which is exact only up to {exact}.",
                tensor=tensor.name,
                low=_number(max(-low, high)),
                input=one.name,
                takes=one.dtype,
                exact=exact,
            ),
            where=tensor.name,
            remedy=say("Build the model with an integer input."),
        )


def _ids(tensor: TensorFacts, limit: EmbeddingLimit) -> Iterator[Finding]:
    low, high = tensor.minimum, tensor.maximum
    if high is not None and high >= limit.input_dim:
        yield unfit(
            "id-beyond-embedding",
            tensor,
            say(
                "{tensor} holds ids up to {high}; {layer} has input_dim "
                "{input_dim}, so its last id is {last}. "
                "On a CPU the model stops with an error, under XLA it reads a wrong row.",
                tensor=tensor.name,
                high=_number(high),
                layer=limit.layer_name,
                input_dim=limit.input_dim,
                last=limit.input_dim - 1,
            ),
            say("These are hashed ids: map them to a vocabulary.")
            if high >= MOST_IDS
            else say("Build the model with input_dim {input_dim}.", input_dim=str(int(high) + 1)),
        )
    if low is not None and low < 0:
        yield unfit(
            "negative-id",
            tensor,
            say(
                "{tensor} holds ids from {low}; for a negative id {layer} silently reads a row from its end.",
                tensor=tensor.name,
                low=_number(low),
                layer=limit.layer_name,
            ),
            say("Fill with 0, and shift ids that are 0 or less so that they begin at 1."),
        )


def _number(value: Number) -> int | str:
    if isinstance(value, (int, np.integer)) and value >= 0:
        return int(value)
    text = f"{value:,}" if isinstance(value, (int, np.integer)) else f"{value:,.6g}"
    return text.replace("-", "\N{MINUS SIGN}")
