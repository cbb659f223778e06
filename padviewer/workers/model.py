"""The model child: answers the window's questions about Keras models."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable
from typing import Any, NoReturn

from padviewer.workers.protocol import Connection, Message, serve
from padviewer.workers.said import said_of


def warm(_: Message, __: Connection) -> dict[str, str]:
    """Import Keras and TensorFlow, and return their versions and the backend."""
    from padviewer.models.backend import import_keras

    keras = import_keras()
    import tensorflow as tf

    return {
        "keras": keras.__version__,
        "tensorflow": tf.__version__,
        "backend": keras.backend.backend(),
    }


def templates(_: Message, __: Connection) -> list[dict[str, Any]]:
    """Return all templates with their parameters; needs no Keras."""
    from padviewer.core.model.templates.table import TEMPLATES

    return [one.to_json() for one in TEMPLATES]


def build(args: Message, _: Connection) -> dict[str, Any]:
    """Build ``template`` with ``parameters`` for ``tensor`` (facts) and return model, verdict and findings.

    ``input_dim`` is the highest id + 1; left out, it comes from the tensor's maximum.
    """
    from padviewer.core.model.tensor_facts import TensorFacts
    from padviewer.models.backend import import_keras
    from padviewer.models.summary import summarise
    from padviewer.models.templates import build as build_model

    facts = TensorFacts.from_json(_need(args, "tensor"))
    input_dim = args.get("input_dim")
    if input_dim is None and facts.maximum is not None:
        input_dim = max(int(facts.maximum), 0) + 1
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        model = build_model(
            _need(args, "template"),
            args.get("parameters", {}),
            facts.shape,
            facts.dtype,
            input_dim,
            facts.name,
        )
    spec = summarise(model)
    import_keras().utils.clear_session()
    return _checked(spec, [facts], said)


def open_model(args: Message, connection: Connection) -> dict[str, Any]:
    """Open ``path``: an event ``config`` with what its config says, then the loaded model's summary.

    With ``tensors`` (a list of facts), both come with verdict and findings.
    """
    from padviewer.core.model.network import read_keras_config
    from padviewer.models.backend import import_keras
    from padviewer.models.loading import load
    from padviewer.models.summary import summarise

    path = _need(args, "path")
    tensors = _tensors(args)
    connection.send_event(args["id"], "config", **_checked(read_keras_config(path), tensors))
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        model = load(path)
    spec = summarise(model)
    import_keras().utils.clear_session()
    return _checked(spec, tensors, said)


def check(args: Message, _: Connection) -> dict[str, Any]:
    """Check ``tensors`` (a list of facts) against ``model`` (a model's JSON); needs no Keras."""
    from padviewer.core.model.spec import ModelSpec

    return _checked(ModelSpec.from_json(_need(args, "model")), _tensors(args))


def _need(args: Message, key: str) -> Any:
    from padviewer.core.errors import ChoiceError
    from padviewer.core.sentence import say

    if key not in args:
        raise ChoiceError(key, say("The request needs {key}.", key=key))
    return args[key]


def _tensors(args: Message) -> list[Any]:
    from padviewer.core.model.tensor_facts import TensorFacts

    return [TensorFacts.from_json(one) for one in args.get("tensors", ())]


def _checked(spec: Any, tensors: list[Any], said: Iterable[warnings.WarningMessage] = ()) -> dict[str, Any]:
    from padviewer.core.model.fitness.fit import fit_model, verdict

    findings = [
        *spec.findings,
        *(fit_model(spec, tensors) if tensors else ()),
        *_said_by_keras(spec.name, said),
    ]
    return {
        "model": spec.to_wire(),
        "verdict": verdict(spec, tensors) if tensors else "",
        "findings": [finding.to_wire() for finding in findings],
    }


def _said_by_keras(name: str, said: Iterable[warnings.WarningMessage]) -> list[Any]:
    """Return what Keras warned of while it built or loaded the model, as findings."""
    from padviewer.core.finding import Finding
    from padviewer.models.loading import plain_text

    texts = dict.fromkeys(
        plain_text(str(one.message)) for one in said if issubclass(one.category, UserWarning)
    )
    return [Finding("warning", "keras-warning", text, where=name) for text in dict.fromkeys(texts)]


HANDLERS = {"warm": warm, "templates": templates, "build": build, "open": open_model, "check": check}


def main() -> NoReturn:
    """Serve on standard input and output until the input ends."""
    # before anything can import TensorFlow, which reads its settings once
    from padviewer.models.backend import ENVIRONMENT

    os.environ.update(ENVIRONMENT)
    serve(HANDLERS, {"worker": "model"}, said_of)


if __name__ == "__main__":
    main()
