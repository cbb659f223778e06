"""How an error's words were made, beside the words themselves."""

import json

import pytest

from padviewer.core.errors import ContentError
from padviewer.core.sentence import from_json, say, say_count
from padviewer.workers.protocol import WorkerError, error_to_dict
from padviewer.workers.said import said_of

SAID = ContentError(
    "a",
    say("{name} has {rows}.", name="x", rows=say_count("{count} row", "{count} rows", 1)),
    remedy=say("Go."),
)


@pytest.mark.parametrize(
    "error", [SAID, WorkerError("bad-message", "plain"), MemoryError(), OSError(2, "gone\n  twice")]
)
def test_the_english_is_that_of_the_answer(error):
    told, said = error_to_dict(error), json.loads(json.dumps(said_of(error)))
    assert {key: str(from_json(text)) for key, text in said.items()} == {
        key: told[key] for key in ("what", "remedy")
    }


def test_template_and_values_come_back():
    what = from_json(json.loads(json.dumps(said_of(SAID)))["what"])
    assert what.template == "{name} has {rows}."
    assert what.values["rows"].one == "{count} row"
    assert from_json(said_of(KeyError("x"))["what"]).values == {"error": "KeyError: 'x'"}
