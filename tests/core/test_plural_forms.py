"""A count stands before a plural noun only in the sentences that have another form for 1."""

import ast
import re
from pathlib import Path

import pytest

import padviewer.core
from padviewer.core import amounts, sentence
from padviewer.core.finding import COUNT, Finding, counted

PACKAGE = Path(padviewer.core.__file__).parent.parent
NOUNS = (
    *("axes", "bars", "bytes", "cells", "characters", "columns", "entries", "features", "fields", "files"),
    *("ids", "images", "inputs", "items", "layers", "levels", "lines", "lists", "names", "objects"),
    *("parameters", "pixels", "places", "rows", "seconds", "steps", "tensors", "texts", "tokens", "values"),
    *("windows", "words"),
)
BEFORE_NOUN = re.compile(rf"(?<!of )\{{(\w+)\}} (?:of the )?(?:[a-z]+ )?(?:{'|'.join(NOUNS)})\b")
# What stands before the noun there is no number, or is one of a limit or of more than one
NO_COUNTS = {
    *("kind", "dtype", "row", "model", "tensor", "name", "layer", "value", "columns", "read", "what"),
    *("other", "input", "line", "column", "levels", "descr", "maxlen", "shape", "share", "range", "span"),
}
NEVER_ONE = {
    (
        "config.json would unpack from {compress_size} to {file_size} bytes; the limits are "
        "{most_config_bytes} bytes and {most_ratio} times its packed size."
    ),
    "{filename} would unpack from {compress_size} to {file_size} bytes; the limit is {most_ratio} times.",
    "This model would have {number} parameters; the limit is {most_params}.",
    "{model} takes {several} steps; maxlen is {length}. With it, the shapes do not fit at {layer}.",
    "A row is an array of {odd} values, no numbers.",
    "{ragged} of its axes are ragged, and at most {most} can be shown",
    "it has {axes} axes, and at most {most} can be shown",
    "{what} As numpy prints arrays, at least {lost} values of each are lost.",
    "Lists and objects are nested more than {depth} levels deep.",
    "{packed} bytes would unpack to {unpacked}, more than {ratio} times as many.",
    "{packed} bytes would unpack to {values} values.",
    "its header of {length} bytes is too long",
    "they have {axes} axes",
    "{axes} ragged axes (the limit is {most})",
    "{nbytes} bytes are needed and {free} are free.",
    "The picture was not ready after {seconds} seconds.",
    "The export did not end within {seconds} seconds.",
    "It did not answer within {seconds} seconds.",
    "{type}, {axes} ragged axes",
    "1 of {rows} rows and 1 of {steps} steps drawn.",
    "1 of {count} rows drawn.",
    "1 of {count} steps drawn.",
    "A PNG holds at most {most} pixels. Choose a smaller size.",
    "The name is longer than {most} characters.",
    "The first {shown} of {characters} characters.",
    "Not copied, {rows}: more than {most} steps.",
    "One of {n} features",
    "{dropped} files were dropped; {names} is opened.",
    "{dropped} files were dropped; {names} are opened.",
    "{count} row has fewer than {width} cells; the last ones are missing.",
    "{count} rows have fewer than {width} cells; the last ones are missing.",
    "There are {columns} columns; PadViewer reads up to {most}.",
    "The array has {shape} axes; at most {rank} can be shown.",
    (
        "“{name}” looks padded already: {padded} of {steps} steps of the rows looked at are {value} {place}, "
        "and so are {alike} between them. They are read as steps."
    ),
}


def bare_counts(code):
    """Return the templates in which a number stands before a plural noun without another form for 1."""
    found = []
    for node in ast.walk(ast.parse(code)):
        name = getattr(getattr(node, "func", None), "id", "")
        if name not in ("say", "tr", "mark", "say_count", "tr_count"):
            continue
        for template in [one.value for one in node.args[:2] if isinstance(one, ast.Constant)]:
            counts = {match[1] for match in BEFORE_NOUN.finditer(str(template))} - NO_COUNTS
            counts -= {"count"} if name.endswith("_count") else set()
            if counts and template not in NEVER_ONE:
                found.append(template)
    return found


def test_a_bare_count_is_found():
    assert bare_counts('say("{count} values of “{name}” are missing.", count=1)')
    assert bare_counts('say("{what}: {count} empty rows.", what="x", count=1)')
    assert bare_counts('tr("{file} has {lines} lines.", file="a", lines=1)')
    assert not bare_counts(
        'say_count("{count} of {n} rows is empty.", "{count} of {n} rows are empty.", 1, n=1)'
    )
    assert bare_counts('say_count("{count} row with {n} cells", "{count} rows with {n} cells", 1, n=1)')
    assert not bare_counts('say_count("{count} value", "{count} values", 1)')
    assert not bare_counts('say("Steps: {count}.", count=1)')


def test_no_sentence_has_a_bare_count():
    found = {
        path.relative_to(PACKAGE).as_posix(): bare_counts(path.read_text("utf-8"))
        for path in PACKAGE.rglob("*.py")
    }
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize("noun", ["axes", "cells", "columns", "fields", "items", "rows", "steps", "values"])
def test_an_amount_has_a_form_for_one(noun):
    one = {"axes": "axis"}.get(noun, noun.removesuffix("s"))
    assert getattr(amounts, noun)(1) == f"1 {one}"
    assert getattr(amounts, noun)(2000) == f"2,000 {noun}"
    assert getattr(amounts, noun)(0) == f"0 {noun}"


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 step of “{count}” is"), (1200, "1,200 steps of “{count}” are")]
)
def test_a_count_that_comes_late_chooses_the_form(count, words):
    said = sentence.say_count("{count} step of “{{count}}” is", "{count} steps of “{{count}}” are", COUNT)
    (finding,) = counted([Finding("info", "x", said, count)])
    assert finding.message == words
    assert sentence.from_json(sentence.to_json(finding.message)) == words
