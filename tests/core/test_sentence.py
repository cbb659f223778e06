"""Sentences: their English, what they remember, and their way through pickle and JSON."""

import json
import pickle

import numpy as np
import pytest

from padviewer.core.sentence import Sentence, from_json, joined, say, say_count, to_json

NESTED = say(
    "{first} and {rest}",
    first=say("“{name}” stays", name="x{y}"),
    rest=say_count("{count} row of {all} goes", "{count} rows of {all} go", 1, all=12345),
)


def same(one, other):
    """Whether two texts are equal and were made in the same way, their fields too."""
    if type(one) is not type(other) or one != other:
        return False
    if not isinstance(one, Sentence):
        return True
    return (
        (one.template, one.one) == (other.template, other.one)
        and one.values.keys() == other.values.keys()
        and all(same(value, other.values[name]) for name, value in one.values.items())
    )


@pytest.mark.parametrize(
    ("number", "words"), [(7, "7"), (-1234, "-1,234"), (1234567, "1,234,567"), (np.int64(1234), "1,234")]
)
def test_a_whole_number_is_grouped_and_kept_as_python_s(number, words):
    said = say("{number} of them", number=number)
    assert said == f"{words} of them"
    assert (said.template, said.one) == ("{number} of them", "")
    assert said.values == {"number": int(number)}
    assert type(said.values["number"]) is int


def test_a_text_and_a_number_with_a_format_are_written_as_they_are():
    assert say("row {row}, {code:04}", row="1234", code=7) == "row 1234, 0007"


def test_braces_are_doubled_in_a_template_and_not_in_a_value():
    assert say("{{x}} is {value}", value="{x}") == "{x} is {x}"


@pytest.mark.parametrize(("count", "words"), [(0, "0 rows go"), (1, "1 row goes"), (2000, "2,000 rows go")])
def test_a_count_chooses_the_template(count, words):
    said = say_count("{count} row goes", "{count} rows go", count)
    assert said == words
    assert (said.template, said.one, said.values) == (
        "{count} rows go",
        "{count} row goes",
        {"count": count},
    )


def test_a_plain_text_is_its_own_template():
    said = Sentence("{a} b")
    assert (said, said.template, dict(said.values), said.one) == ("{a} b", "{{a}} b", {}, "")
    assert said.template.format() == said


def test_a_sentence_stands_in_a_sentence():
    assert NESTED == "“x{y}” stays and 1 row of 12,345 goes"
    assert NESTED.values["rest"].one == "{count} row of {all} goes"


def test_sentences_are_joined_by_a_space():
    assert joined([]) == ""
    assert joined([NESTED]) is NESTED
    said = joined([say("A."), say("B."), say("C.")])
    assert said == "A. B. C."
    assert said.values["first"].values == {"first": "A.", "then": "B."}


def test_pickle_keeps_template_and_values():
    assert same(pickle.loads(pickle.dumps(NESTED)), NESTED)  # noqa: S301 - our own bytes


@pytest.mark.parametrize("text", ["plain {text}", "", NESTED, say_count("{count} a", "{count} b", 2)])
def test_json_keeps_template_and_values(text):
    assert same(from_json(json.loads(json.dumps(to_json(text)))), text)
    assert json.loads(json.dumps(text)) == str(text)
